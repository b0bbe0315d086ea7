/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-idea-window.h"

#include "pages/assess/hw-assess-part.h"
#include "pages/assess/hw-idea-acts.h"
#include "pages/assess/hw-idea-words.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>
#include <math.h>

#define WIDTH 600
#define HEIGHT 640
#define MARGIN 18

#define HW_TYPE_IDEA_WINDOW (hw_idea_window_get_type ())

G_DECLARE_FINAL_TYPE (HwIdeaWindow, hw_idea_window, HW, IDEA_WINDOW, AdwWindow)

struct _HwIdeaWindow
{
  AdwWindow     parent_instance;

  GtkWidget    *from;   /* (owned) (nullable) */
  HwDesk       *desk;   /* (owned) (nullable) */
  const HwIdea *idea;   /* of the catalogue */
  gboolean      out;
};

G_DEFINE_FINAL_TYPE (HwIdeaWindow, hw_idea_window, ADW_TYPE_WINDOW)

static const HwIdeaBoard *
get_board (HwIdeaWindow *self)
{
  return hw_desk_get_session (self->desk) != NULL ? hw_desk_get_ideas (self->desk) : NULL;
}

static void
own_cb (HwIdeaWindow *self)
{
  if (get_board (self) != NULL)
    hw_idea_open_own (self->from, self->desk, get_board (self), self->idea);
  gtk_window_close (GTK_WINDOW (self));
}

static void
out_cb (HwIdeaWindow *self)
{
  if (get_board (self) != NULL)
    hw_idea_set_out (self->from, self->desk, get_board (self), self->idea, !self->out);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_cb (HwIdeaWindow *self)
{
  gtk_widget_activate_action (self->from, "assess.choose", "s", self->idea->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
hw_idea_window_dispose (GObject *object)
{
  HwIdeaWindow *self = HW_IDEA_WINDOW (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hw_idea_window_parent_class)->dispose (object);
}

static void
hw_idea_window_class_init (HwIdeaWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_idea_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hw_idea_window_init (HwIdeaWindow *self)
{
}

static void
add_property (AdwPreferencesGroup *group,
              const char          *title,
              const char          *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  row = hw_assess_row (title, text);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static void
add_share (AdwPreferencesGroup *group,
           const char          *title,
           double               share,
           const HwFormat      *format)
{
  g_autofree char *text = isnan (share) ? g_strdup (_("Not known yet")) : hw_format_percent (format, share, 0);

  add_property (group, title, text);
}

static GtkWidget *
make_about (const HwIdea *idea)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *weeks = hw_idea_say_weeks (idea);
  g_autoptr (GString) needs = g_string_new (NULL);

  for (guint i = 0; i < idea->needs->len; i++)
    g_string_append_printf (needs, "%s%s", i > 0 ? "\n" : "", ((const HwIdeaNeed *) g_ptr_array_index (idea->needs, i))->text);

  add_property (ADW_PREFERENCES_GROUP (group), _("Helps when"), idea->pain);
  add_property (ADW_PREFERENCES_GROUP (group), _("What you do differently"), idea->change);
  add_property (ADW_PREFERENCES_GROUP (group), _("What it needs"), needs->str);
  add_property (ADW_PREFERENCES_GROUP (group), _("What may go wrong"), idea->risk);
  add_property (ADW_PREFERENCES_GROUP (group), _("How long"), weeks);
  add_property (ADW_PREFERENCES_GROUP (group), _("How it is done"), hw_idea_mode_name (idea->mode));
  return group;
}

static GtkWidget *
make_figures (const HwIdeaRank *rank,
              const HwFormat   *format)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *worth = hw_idea_say_worth (rank, format);
  g_autofree char *range = hw_idea_say_range (rank, format);
  g_autofree char *cost = hw_format_money_about (format, rank->facts.cost);
  g_autofree char *score = isnan (rank->worth) ? g_strdup (_("Not known yet")) : hw_format_number (format, rank->score, 0);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("At your place"));
  add_property (ADW_PREFERENCES_GROUP (group), _("Worth"), worth);
  add_property (ADW_PREFERENCES_GROUP (group), _("Range, 9 times in 10"), range);
  add_property (ADW_PREFERENCES_GROUP (group), _("Costs in a year"), cost);
  add_share (ADW_PREFERENCES_GROUP (group), _("Ease"), rank->ease, format);
  add_share (ADW_PREFERENCES_GROUP (group), _("What it needs is there"), rank->facts.ready, format);
  add_property (ADW_PREFERENCES_GROUP (group), _("Points of 100"), score);
  add_property (ADW_PREFERENCES_GROUP (group), _("Now"), hw_idea_gate_text (rank->gate));
  return group;
}

static GtkWidget *
make_buttons (HwIdeaWindow     *self,
              const HwIdeaRank *rank)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *choose = gtk_button_new_with_label (_("Choose this"));
  GtkWidget *own = gtk_button_new_with_label (_("Your own figures…"));
  GtkWidget *out = gtk_button_new_with_label (self->out ? _("Put it back on the list") : _("Not for us"));

  g_signal_connect_object (own, "clicked", G_CALLBACK (own_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (out, "clicked", G_CALLBACK (out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (choose, !self->out);
  gtk_box_append (GTK_BOX (line), choose);
  gtk_box_append (GTK_BOX (line), own);
  gtk_box_append (GTK_BOX (line), out);
  return line;
}

static GtkWidget *
make_content (HwIdeaWindow     *self,
              const HwIdeaRank *rank)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", MARGIN, "margin-top", MARGIN,
                                 "margin-bottom", MARGIN, "margin-start", MARGIN, "margin-end", MARGIN, NULL);
  GtkWidget *name = hw_assess_label ("title-3");
  GtkWidget *sources = hw_idea_sources_new (rank->idea);

  gtk_label_set_text (GTK_LABEL (name), rank->idea->name);
  gtk_widget_set_halign (sources, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_buttons (self, rank));
  gtk_box_append (GTK_BOX (box), make_about (rank->idea));
  gtk_box_append (GTK_BOX (box), sources);
  gtk_box_append (GTK_BOX (box), make_figures (rank, hw_desk_get_format (self->desk)));
  hw_inner_names (box, rank->idea->name);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, rank->idea->name, -1);
  hw_scroll_keep_steady (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

void
hw_idea_window_open (GtkWidget        *from,
                     HwDesk           *desk,
                     const HwIdeaRank *rank)
{
  HwIdeaWindow *self = g_object_new (HW_TYPE_IDEA_WINDOW, "transient-for", gtk_widget_get_root (from), "modal", TRUE, "title",
                                     _("About this idea"), "default-width", WIDTH, "default-height", HEIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->idea = rank->idea;
  self->out = rank->gate == HW_IDEA_OUT;
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_content (self, rank));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_present (GTK_WINDOW (self));
}
