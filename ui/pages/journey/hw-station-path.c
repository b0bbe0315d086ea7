/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-station-path.h"

#include <glib/gi18n.h>

struct _HwStationPath
{
  AdwBin     parent_instance;

  GtkWidget *stations[HW_STATION_N];
  GtkImage  *images[HW_STATION_N];
  GtkLabel  *names[HW_STATION_N];
  GtkLabel  *words[HW_STATION_N];
};

G_DEFINE_FINAL_TYPE (HwStationPath, hw_station_path, ADW_TYPE_BIN)

static void
hw_station_path_class_init (HwStationPathClass *klass)
{
}

static GtkLabel *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

/* The first station has a page of its own. */
static GtkWidget *
make_way_in (GtkWidget *box)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hw-stop");
  gtk_widget_set_tooltip_text (button, _("Open Assess"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.page::assess");
  return button;
}

static GtkWidget *
make_station (HwStationPath *self,
              HwStation      station)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                                 GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->images[station] = GTK_IMAGE (image);
  self->names[station] = make_label (hw_station_name (station), "heading");
  self->words[station] = make_label ("", "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->names[station]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words[station]));
  if (station == HW_STATION_ASSESS)
    return make_way_in (box);

  gtk_widget_add_css_class (box, "hw-stop"); /* as far from the edge as the one in a button */
  return box;
}

static void
hw_station_path_init (HwStationPath *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "homogeneous", TRUE,
                                 "spacing", 6, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The way"), -1);
  gtk_widget_add_css_class (box, "hw-journey-path");
  for (int i = 0; i < HW_STATION_N; i++)
    {
      self->stations[i] = make_station (self, (HwStation) i);
      gtk_box_append (GTK_BOX (box), self->stations[i]);
    }

  adw_bin_set_child (ADW_BIN (self), box);
  hw_station_path_set_here (self, HW_STATION_ASSESS);
}

GtkWidget *
hw_station_path_new (void)
{
  return g_object_new (HW_TYPE_STATION_PATH, NULL);
}

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

void
hw_station_path_set_here (HwStationPath *self,
                          HwStation      here)
{
  g_return_if_fail (HW_IS_STATION_PATH (self));

  for (int i = 0; i < HW_STATION_N; i++)
    {
      const gboolean done = i < (int) here;
      const gboolean ahead = i > (int) here;
      const char *word = done ? C_("station", "Done") : ahead ? C_("station", "Ahead") : C_("station", "You are here");
      g_autofree char *name = g_strdup_printf ("%s: %s", hw_station_name ((HwStation) i), word);

      gtk_image_set_from_icon_name (self->images[i], done ? "emblem-ok-symbolic"
                                                     : ahead ? "radio-symbolic" : "mark-location-symbolic");
      gtk_label_set_text (self->words[i], word);
      set_style (self->stations[i], "dim-label", ahead);
      set_style (GTK_WIDGET (self->images[i]), "accent", i == (int) here);
      set_style (GTK_WIDGET (self->words[i]), "accent", i == (int) here);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->stations[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

const char *
hw_station_path_get_word (HwStationPath *self,
                          HwStation      station)
{
  g_return_val_if_fail (HW_IS_STATION_PATH (self), "");

  return gtk_label_get_text (self->words[station]);
}
