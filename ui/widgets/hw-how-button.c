/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-how-button.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwHowButton
{
  AdwBin         parent_instance;

  GtkMenuButton *menu_button;
  GtkPopover    *popover;
  GtkLabel      *heading_label;
  GtkLabel      *text_label;
  GtkButton     *way_button;
};

G_DEFINE_FINAL_TYPE (HwHowButton, hw_how_button, ADW_TYPE_BIN)

static void
way_clicked_cb (HwHowButton *self)
{
  gtk_popover_popdown (self->popover);
}

/* The tip would stand on what it announces. */
static void
opened_cb (HwHowButton *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->menu_button), !gtk_widget_get_visible (GTK_WIDGET (self->popover)));
}

static void
hw_how_button_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_HOW_BUTTON);

  G_OBJECT_CLASS (hw_how_button_parent_class)->dispose (object);
}

static void
hw_how_button_class_init (HwHowButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_how_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-how-button.ui");
  gtk_widget_class_bind_template_child (widget_class, HwHowButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwHowButton, popover);
  gtk_widget_class_bind_template_child (widget_class, HwHowButton, heading_label);
  gtk_widget_class_bind_template_child (widget_class, HwHowButton, text_label);
  gtk_widget_class_bind_template_child (widget_class, HwHowButton, way_button);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_clicked_cb);
}

static void
hw_how_button_init (HwHowButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hw_how_button_new (void)
{
  return g_object_new (HW_TYPE_HOW_BUTTON, NULL);
}

void
hw_how_button_set_text (HwHowButton *self,
                        const char  *about,
                        const char  *heading,
                        const char  *text)
{
  g_autofree char *name = NULL;

  g_return_if_fail (HW_IS_HOW_BUTTON (self));

  /* Translators: the name of a button; %s is the name of a figure. */
  name = g_strdup_printf (_("How was “%s” worked out?"), about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->text_label, text);
}

void
hw_how_button_set_way (HwHowButton *self,
                       const char  *button,
                       const char  *detailed_action)
{
  g_return_if_fail (HW_IS_HOW_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->way_button), button != NULL);
  if (button == NULL)
    return;

  gtk_button_set_label (self->way_button, button);
  hw_set_action (GTK_WIDGET (self->way_button), detailed_action);
}

static void
add_line (GString    *text,
          const char *label,
          const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, "\n\n");
  if (label != NULL)
    /* Translators: 1 what a line is about, such as "Worked out from", 2 the line. */
    g_string_append_printf (text, _("%1$s: %2$s"), label, line);
  else
    g_string_append (text, line);
}

void
hw_how_button_set_facts (HwHowButton      *self,
                         const HwHowFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (HW_IS_HOW_BUTTON (self) && facts->about != NULL);

  add_line (text, NULL, facts->method);
  add_line (text, _("Worked out from"), facts->inputs);
  add_line (text, _("Technical name"), facts->technical);
  add_line (text, _("Run"), facts->run_id);
  hw_how_button_set_text (self, facts->about, facts->about, text->str);
  hw_how_button_set_way (self, facts->way, facts->way_action);
}
