/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-section.h"

typedef struct
{
  gint64 product_id;
  char  *category;    /* (owned) (nullable) */
} HwForecastSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwForecastSection, hw_forecast_section, HW_TYPE_SECTION)

static void
hw_forecast_section_fill (HwSection *section)
{
  HwForecastSection *self = HW_FORECAST_SECTION (section);

  HW_FORECAST_SECTION_GET_CLASS (self)->fill (self);
}

static void
hw_forecast_section_forget (HwSection *section)
{
  HwForecastSection *self = HW_FORECAST_SECTION (section);

  if (HW_FORECAST_SECTION_GET_CLASS (self)->forget != NULL)
    HW_FORECAST_SECTION_GET_CLASS (self)->forget (self);
}

static void
hw_forecast_section_finalize (GObject *object)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (HW_FORECAST_SECTION (object));

  g_free (priv->category);

  G_OBJECT_CLASS (hw_forecast_section_parent_class)->finalize (object);
}

static void
hw_forecast_section_class_init (HwForecastSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_forecast_section_finalize;
  HW_SECTION_CLASS (klass)->fill = hw_forecast_section_fill;
  HW_SECTION_CLASS (klass)->forget = hw_forecast_section_forget;
}

static void
hw_forecast_section_init (HwForecastSection *self)
{
}

void
hw_forecast_section_set_up (HwForecastSection *self,
                            const char        *title,
                            GtkWidget         *content)
{
  hw_section_set_up (HW_SECTION (self), title, HW_FORECAST_SECTION_GET_CLASS (self)->needs, content);
}

void
hw_forecast_section_show (HwForecastSection *self,
                          HwDesk            *desk,
                          gint64             product_id,
                          const char        *category)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  g_return_if_fail (HW_IS_FORECAST_SECTION (self));

  if (category != priv->category)
    {
      g_free (priv->category);
      priv->category = g_strdup (category);
    }
  priv->product_id = product_id;
  hw_section_show (HW_SECTION (self), desk);
}

HwDesk *
hw_forecast_section_get_desk (HwForecastSection *self)
{
  return hw_section_get_desk (HW_SECTION (self));
}

gint64
hw_forecast_section_get_product (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  return priv->product_id;
}

const char *
hw_forecast_section_get_category (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  return priv->category;
}

const HwForecastSeries *
hw_forecast_section_get_series (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);
  HwDesk *desk = hw_forecast_section_get_desk (self);
  const HwForecastPlan *plan = desk != NULL ? hw_desk_get_forecast (desk) : NULL;

  if (plan == NULL)
    return NULL;

  return priv->category != NULL ? hw_forecast_plan_find_category (plan, priv->category)
                                : hw_forecast_plan_find (plan, priv->product_id);
}

HwStatePage *
hw_forecast_section_get_state (HwForecastSection *self)
{
  return hw_section_get_state (HW_SECTION (self));
}

gboolean
hw_forecast_section_is_open (HwForecastSection *self)
{
  return hw_section_is_open (HW_SECTION (self));
}

GtkWidget *
hw_forecast_section_label (const char *style_class)
{
  return hw_section_label (style_class);
}

GtkWidget *
hw_forecast_section_row (GtkWidget *const *widgets,
                         guint             n)
{
  return hw_section_row (widgets, n);
}
