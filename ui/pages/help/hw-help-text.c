/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/help/hw-help-text.h"

#include <glib/gi18n.h>

#define PICTURES "/io/github/headway_app/Headway/help/pictures/"

static GtkWidget *
new_label (const char *text,
           const char *style) /* (nullable) */
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
new_step (guint       number,
          const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* Translators: the number of a step in a list of steps. */
  g_autofree char *count = g_strdup_printf (_("%u."), number);
  GtkWidget *label = new_label (count, "heading");
  GtkWidget *body = new_label (text, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_widget_set_hexpand (body, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), body);
  return row;
}

static GtkWidget *
new_picture (const char *file,
             const char *what)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *path = g_strconcat (PICTURES, file, NULL);
  GtkWidget *picture = gtk_picture_new_for_resource (path);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "card");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), new_label (what, "caption"));
  return box;
}

static GtkWidget *
new_word (const HwHelpPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), new_label (part->name, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (part->text, NULL));
  if (part->also != NULL)
    {
      /* Translators: below a plain word, what books and accountants call it. */
      g_autofree char *also = g_strdup_printf (_("Also called: %s"), part->also);
      GtkWidget *label = new_label (also, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static char *
keys_text (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return g_strdup (accel);

  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
new_key (const HwHelpPart *part)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *keys = keys_text (part->target);
  GtkWidget *body = new_label (part->text, NULL);

  gtk_widget_set_hexpand (body, TRUE);
  gtk_box_append (GTK_BOX (row), body);
  gtk_box_append (GTK_BOX (row), new_label (keys, "dim-label"));
  return row;
}

static GtkWidget *
new_see (const char *id)
{
  const HwHelpTopic *topic = hw_help_find_topic (id);
  GtkWidget *button;
  GtkWidget *label;

  g_return_val_if_fail (topic != NULL, NULL);

  button = gtk_button_new ();
  label = new_label (topic->title, NULL);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, topic->title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "help.topic");
  return button;
}

static GtkWidget *
new_part (const HwHelpPart *part,
          guint             step)
{
  switch (part->kind)
    {
    case HW_HELP_TEXT:
      return new_label (part->text, NULL);
    case HW_HELP_HEADING:
      return new_label (part->text, "title-4");
    case HW_HELP_STEP:
      return new_step (step, part->text);
    case HW_HELP_PICTURE:
      return new_picture (part->target, part->text);
    case HW_HELP_WORD:
      return new_word (part);
    case HW_HELP_KEY:
      return new_key (part);
    case HW_HELP_SEE:
      return new_see (part->target);
    }

  return NULL;
}

void
hw_help_text_fill (GtkBox            *box,
                   const HwHelpTopic *topic)
{
  guint step = 0;

  gtk_box_append (box, new_label (topic->title, "title-1"));
  for (guint i = 0; i < topic->parts->len; i++)
    {
      const HwHelpPart *part = &g_array_index (topic->parts, HwHelpPart, i);
      GtkWidget *widget;

      step = part->kind == HW_HELP_STEP ? step + 1 : 0;
      widget = new_part (part, step);
      if (widget != NULL)
        gtk_box_append (box, widget);
    }
}

char *
hw_help_text_dup (const HwHelpTopic *topic)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < topic->parts->len; i++)
    {
      const HwHelpPart *part = &g_array_index (topic->parts, HwHelpPart, i);

      if (all->len > 0)
        g_string_append_c (all, '\n');
      if (part->kind == HW_HELP_KEY)
        {
          g_autofree char *keys = keys_text (part->target);

          g_string_append_printf (all, "%s: ", keys);
        }
      if (part->name != NULL)
        g_string_append_printf (all, "%s: ", part->name);
      if (part->kind != HW_HELP_SEE)
        g_string_append (all, part->text);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}
