/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-path.h"

#include <glib/gi18n.h>

#define GAP 3
#define IN_LINE 4

typedef struct
{
  GtkWidget *button;
  GtkImage  *image;
  GtkLabel  *word;
} Stop;

struct _HwAssessPath
{
  AdwBin  parent_instance;

  Stop    stops[HW_STEP_N];
};

G_DEFINE_FINAL_TYPE (HwAssessPath, hw_assess_path, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
find_stop (HwAssessPath *self,
           GtkWidget    *button)
{
  for (int i = 0; i < HW_STEP_N; i++)
    if (self->stops[i].button == button)
      return i;

  return -1;
}

/* One of them takes the focus at a time, so that Tab leaves the path behind. */
static void
set_stop (HwAssessPath *self,
          int           stop)
{
  for (int i = 0; i < HW_STEP_N; i++)
    gtk_widget_set_focusable (self->stops[i].button, i == stop);
}

static void
clicked_cb (HwAssessPath *self,
            GtkWidget    *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) find_stop (self, button));
}

static gboolean
key_cb (HwAssessPath   *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  const gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int to = find_stop (self, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));

  if (to < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    to += from_right ? 1 : -1;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    to += from_right ? -1 : 1;
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    to = 0;
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    to = HW_STEP_N - 1;
  else
    return GDK_EVENT_PROPAGATE;

  to = CLAMP (to, 0, HW_STEP_N - 1);
  gtk_widget_set_focusable (self->stops[to].button, TRUE);
  gtk_widget_grab_focus (self->stops[to].button);
  set_stop (self, to);
  return GDK_EVENT_STOP;
}

static void
hw_assess_path_class_init (HwAssessPathClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
make_stop (HwAssessPath *self,
           HwAssessStep  step)
{
  Stop *stop = &self->stops[step];
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* Translators: 1 which step, 2 its name. */
  g_autofree char *text = g_strdup_printf (_("%1$u %2$s"), step + 1, hw_assess_step_name (step));
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *word = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_widget_add_css_class (word, "caption");
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), word);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), line);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hw-stop");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  *stop = (Stop) { button, GTK_IMAGE (image), GTK_LABEL (word) };
}

static void
hw_assess_path_init (HwAssessPath *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < HW_STEP_N; i++)
    {
      make_stop (self, (HwAssessStep) i);
      gtk_widget_set_hexpand (self->stops[i].button, TRUE);
      gtk_grid_attach (GTK_GRID (grid), self->stops[i].button, i % IN_LINE, i / IN_LINE, 1, 1);
    }
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The way"), -1);
  adw_bin_set_child (ADW_BIN (self), grid);
  hw_assess_path_show (self, HW_STEP_BUSINESS, 0, (char *const[HW_STEP_N]) { NULL });

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
hw_assess_path_new (void)
{
  return g_object_new (HW_TYPE_ASSESS_PATH, NULL);
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
hw_assess_path_show (HwAssessPath *self,
                     HwAssessStep  here,
                     guint         done,
                     char *const   notes[HW_STEP_N])
{
  g_return_if_fail (HW_IS_ASSESS_PATH (self) && (guint) here < HW_STEP_N);

  for (guint i = 0; i < HW_STEP_N; i++)
    {
      const Stop *stop = &self->stops[i];
      const gboolean is_here = i == (guint) here, is_done = (done >> i & 1) != 0;
      const char *word = is_here ? C_("station", "You are here")
                         : notes[i] != NULL ? notes[i]
                         : is_done ? C_("station", "Done")
                         : done >> i != 0 ? C_("station", "Skipped") : C_("station", "Ahead");
      /* Translators: 1 which of them, 2 how many, 3 the name of a step, 4 "Done", "Skipped", "Ahead". */
      g_autofree char *name = g_strdup_printf (_("%1$u of %2$u: %3$s, %4$s"), i + 1, (guint) HW_STEP_N,
                                               hw_assess_step_name ((HwAssessStep) i), word);

      gtk_image_set_from_icon_name (stop->image, is_here   ? "mark-location-symbolic"
                                                 : is_done ? "emblem-ok-symbolic" : "radio-symbolic");
      gtk_label_set_text (stop->word, word);
      set_style (stop->button, "dim-label", !is_here && !is_done);
      set_style (GTK_WIDGET (stop->image), "accent", is_here);
      set_style (GTK_WIDGET (stop->word), "accent", is_here);
      gtk_accessible_update_property (GTK_ACCESSIBLE (stop->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  set_stop (self, (int) here);
}

const char *
hw_assess_path_get_word (HwAssessPath *self,
                         HwAssessStep  step)
{
  g_return_val_if_fail (HW_IS_ASSESS_PATH (self), "");

  return gtk_label_get_text (self->stops[step].word);
}
