/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-section.h"

#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

#define GAP 12

typedef struct
{
  GtkExpander *expander;    /* the child */
  HwStatePage *state_page;  /* (owned) in it while it is open */
  HwDesk      *desk;        /* (owned) (nullable) */
  guint        needs;       /* HW_TOPIC_BITs */
} HwSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwSection, hw_section, ADW_TYPE_BIN)

static gboolean
needs (HwSection *self,
       guint      topic)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  return (priv->needs & HW_TOPIC_BIT (topic)) != 0;
}

/* The first topic without a result, HW_N_TOPICS if there is none: a failed one first. */
static guint
find_waiting (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);
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
update (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);
  guint waiting;

  if (priv->desk == NULL || hw_desk_get_session (priv->desk) == NULL || !hw_section_is_open (self))
    return;

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (needs (self, i))
      hw_desk_need (priv->desk, i);

  waiting = find_waiting (self);
  if (waiting == HW_N_TOPICS)
    {
      hw_state_page_show_ready (priv->state_page);
      HW_SECTION_GET_CLASS (self)->fill (self);
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
expanded_cb (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  if (priv->expander == NULL)
    return;

  gtk_expander_set_child (priv->expander, hw_section_is_open (self) ? GTK_WIDGET (priv->state_page) : NULL);
  update (self);
}

static void
changed_cb (HwSection *self,
            guint      topic)
{
  if (needs (self, topic))
    update (self);
}

static void
cancelled_cb (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  for (guint i = 0; i < HW_N_TOPICS && priv->desk != NULL; i++)
    if (needs (self, i) && !hw_desk_has_result (priv->desk, i))
      hw_desk_cancel (priv->desk, i);
}

static void
again_cb (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  for (guint i = 0; i < HW_N_TOPICS && priv->desk != NULL; i++)
    if (needs (self, i))
      hw_desk_retry (priv->desk, i);
  update (self);
}

static void
set_desk (HwSection *self,
          HwDesk    *desk)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  if (priv->desk == desk)
    return;

  if (priv->desk != NULL)
    {
      g_signal_handlers_disconnect_by_func (priv->desk, changed_cb, self);
      g_clear_object (&priv->desk);
      if (priv->expander != NULL && HW_SECTION_GET_CLASS (self)->forget != NULL)
        HW_SECTION_GET_CLASS (self)->forget (self);
    }

  if (desk == NULL)
    return;

  priv->desk = g_object_ref (desk);
  hw_state_page_reset (priv->state_page);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (changed_cb), self);
}

static void
hw_section_dispose (GObject *object)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (HW_SECTION (object));

  priv->expander = NULL; /* what it holds goes with the bin's child */
  set_desk (HW_SECTION (object), NULL);
  g_clear_object (&priv->state_page);

  G_OBJECT_CLASS (hw_section_parent_class)->dispose (object);
}

static void
hw_section_class_init (HwSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_section_dispose;
}

static void
hw_section_init (HwSection *self)
{
}

void
hw_section_set_up (HwSection  *self,
                   const char *title,
                   guint       topics,
                   GtkWidget  *content)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *page = hw_state_page_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  priv->needs = topics;
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
hw_section_show (HwSection *self,
                 HwDesk    *desk)
{
  g_return_if_fail (HW_IS_SECTION (self));

  set_desk (self, desk);
  update (self);
}

void
hw_section_open (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  g_return_if_fail (HW_IS_SECTION (self));

  gtk_expander_set_expanded (priv->expander, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (priv->expander));
}

HwDesk *
hw_section_get_desk (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  return priv->desk != NULL && hw_desk_get_session (priv->desk) != NULL ? priv->desk : NULL;
}

HwStatePage *
hw_section_get_state (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  return priv->state_page;
}

gboolean
hw_section_is_open (HwSection *self)
{
  HwSectionPrivate *priv = hw_section_get_instance_private (self);

  return priv->expander != NULL && gtk_expander_get_expanded (priv->expander);
}

GtkWidget *
hw_section_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

GtkWidget *
hw_section_row (GtkWidget *const *widgets,
                guint             n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP / 2);

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), widgets[i]);

  return box;
}
