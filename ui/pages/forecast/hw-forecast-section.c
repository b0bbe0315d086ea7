/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-section.h"

#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

#define GAP 12

typedef struct
{
  GtkExpander *expander;    /* the child */
  HwStatePage *state_page;  /* (owned) in it while it is open */
  HwDesk      *desk;        /* (owned) (nullable) */
  gint64       product_id;
  char        *category;    /* (owned) (nullable) */
} HwForecastSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwForecastSection, hw_forecast_section, ADW_TYPE_BIN)

static gboolean
needs (HwForecastSection *self,
       guint              topic)
{
  return (HW_FORECAST_SECTION_GET_CLASS (self)->needs & HW_TOPIC_BIT (topic)) != 0;
}

/* The first topic without a result, HW_N_TOPICS if there is none: a failed one first. */
static guint
find_waiting (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);
  guint waiting = HW_N_TOPICS;

  for (guint i = 0; i < HW_N_TOPICS; i++)
    {
      if (!needs (self, i) || hw_desk_has_result (priv->desk, i))
        continue;
      if (hw_desk_get_state (priv->desk, i) == HW_WORK_FAILED)
        return i;
      waiting = MIN (waiting, i);
    }

  return waiting;
}

static void
update (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);
  guint waiting;

  if (priv->desk == NULL || hw_desk_get_session (priv->desk) == NULL || !hw_forecast_section_is_open (self))
    return;

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (needs (self, i))
      hw_desk_need (priv->desk, i);

  waiting = find_waiting (self);
  if (waiting == HW_N_TOPICS)
    {
      hw_state_page_show_ready (priv->state_page);
      HW_FORECAST_SECTION_GET_CLASS (self)->fill (self);
    }
  else if (hw_desk_get_state (priv->desk, waiting) == HW_WORK_FAILED)
    hw_errand_show_error (priv->state_page, _("This did not work"), hw_desk_get_error (priv->desk, waiting), NULL);
  else
    {
      hw_state_page_show_busy (priv->state_page, hw_desk_get_busy (priv->desk, waiting));
      hw_state_page_set_done (priv->state_page, hw_desk_get_done (priv->desk, waiting));
    }
}

/* While it is folded it holds nothing: Tab would look for the focus in a child that is
 * in no window. */
static void
expanded_cb (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  if (priv->expander == NULL)
    return;

  gtk_expander_set_child (priv->expander, hw_forecast_section_is_open (self) ? GTK_WIDGET (priv->state_page) : NULL);
  update (self);
}

static void
changed_cb (HwForecastSection *self,
            guint              topic)
{
  if (needs (self, topic))
    update (self);
}

static void
cancelled_cb (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  for (guint i = 0; i < HW_N_TOPICS && priv->desk != NULL; i++)
    if (needs (self, i) && !hw_desk_has_result (priv->desk, i))
      hw_desk_cancel (priv->desk, i);
}

static void
again_cb (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  for (guint i = 0; i < HW_N_TOPICS && priv->desk != NULL; i++)
    if (needs (self, i))
      hw_desk_retry (priv->desk, i);
  update (self);
}

static void
set_desk (HwForecastSection *self,
          HwDesk            *desk)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  if (priv->desk == desk)
    return;

  if (priv->desk != NULL)
    {
      g_signal_handlers_disconnect_by_func (priv->desk, changed_cb, self);
      g_clear_object (&priv->desk);
      if (priv->expander != NULL && HW_FORECAST_SECTION_GET_CLASS (self)->forget != NULL)
        HW_FORECAST_SECTION_GET_CLASS (self)->forget (self);
    }

  if (desk == NULL)
    return;

  priv->desk = g_object_ref (desk);
  hw_state_page_reset (priv->state_page);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (changed_cb), self);
}

static void
hw_forecast_section_dispose (GObject *object)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (HW_FORECAST_SECTION (object));

  priv->expander = NULL; /* what it holds goes with the bin's child */
  set_desk (HW_FORECAST_SECTION (object), NULL);
  g_clear_object (&priv->state_page);

  G_OBJECT_CLASS (hw_forecast_section_parent_class)->dispose (object);
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
  G_OBJECT_CLASS (klass)->dispose = hw_forecast_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_forecast_section_finalize;
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
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *page = hw_state_page_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_widget_set_margin_top (content, GAP);
  hw_state_page_set_content (HW_STATE_PAGE (page), content);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hw-section");
  priv->expander = GTK_EXPANDER (expander);
  priv->state_page = g_object_ref_sink (HW_STATE_PAGE (page));
  adw_bin_set_child (ADW_BIN (self), expander);

  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "try-again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

void
hw_forecast_section_show (HwForecastSection *self,
                          HwDesk            *desk,
                          gint64             product_id,
                          const char        *category)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  g_return_if_fail (HW_IS_FORECAST_SECTION (self));

  set_desk (self, desk);
  if (category != priv->category)
    {
      g_free (priv->category);
      priv->category = g_strdup (category);
    }
  priv->product_id = product_id;
  update (self);
}

HwDesk *
hw_forecast_section_get_desk (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  return priv->desk != NULL && hw_desk_get_session (priv->desk) != NULL ? priv->desk : NULL;
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
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  return priv->state_page;
}

gboolean
hw_forecast_section_is_open (HwForecastSection *self)
{
  HwForecastSectionPrivate *priv = hw_forecast_section_get_instance_private (self);

  return priv->expander != NULL && gtk_expander_get_expanded (priv->expander);
}

GtkWidget *
hw_forecast_section_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

GtkWidget *
hw_forecast_section_row (GtkWidget *const *widgets,
                         guint             n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP / 2);

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), widgets[i]);

  return box;
}
