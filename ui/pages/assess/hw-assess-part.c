/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-part.h"

#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>

#define MARGIN 18
#define MOMENT_MS 300 /* what is over sooner needs no word */
#define ROWS_KEY "hw-assess-rows"

typedef struct
{
  GtkWidget   *state_page;
  GtkAdjustment *place;  /* (owned) (nullable) of the scrolled part */
  gboolean       busy;
  gboolean       tells_busy; /* for so long that it is said */
  guint          moment_id;  /* timeout; 0 if none */
} HwAssessPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwAssessPart, hw_assess_part, HW_TYPE_PAGE)

enum
{
  NEXT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hw_assess_part_dispose (GObject *object)
{
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (HW_ASSESS_PART (object));

  g_clear_handle_id (&priv->moment_id, g_source_remove);
  g_clear_object (&priv->place);

  G_OBJECT_CLASS (hw_assess_part_parent_class)->dispose (object);
}

static void
hw_assess_part_class_init (HwAssessPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_assess_part_dispose;
  signals[NEXT_CHANGED] = g_signal_new ("next-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_assess_part_init (HwAssessPart *self)
{
}

void
hw_assess_part_set_up (HwAssessPart *self,
                       const char   *title,
                       const char   *about,
                       GtkWidget    *content)
{
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 860, "tightening-threshold", 860, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", MARGIN,
                                 "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start", MARGIN,
                                 "margin-end", MARGIN, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN / 3);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                                  "wrap", TRUE, "xalign", 0.0, NULL);
  GtkWidget *text = hw_assess_label ("dim-label");

  gtk_widget_add_css_class (name, "title-2");
  hw_assess_set_text (GTK_LABEL (text), about);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), text);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), content);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  hw_scroll_keep_steady (GTK_SCROLLED_WINDOW (scroller));

  priv->place = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  priv->state_page = hw_state_page_new ();
  hw_state_page_set_content (HW_STATE_PAGE (priv->state_page), scroller);
  adw_bin_set_child (ADW_BIN (self), priv->state_page);
  hw_page_set_state_page (HW_PAGE (self), HW_STATE_PAGE (priv->state_page));
  hw_inner_names (content, title);
}

void
hw_assess_part_next_changed (HwAssessPart *self)
{
  g_signal_emit (self, signals[NEXT_CHANGED], 0);
}

void
hw_assess_part_scroll_up (HwAssessPart *self)
{
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (self);

  if (priv->place != NULL)
    gtk_adjustment_set_value (priv->place, 0.0);
}

const char *
hw_assess_part_get_next (HwAssessPart *self)
{
  HwAssessPartClass *klass = HW_ASSESS_PART_GET_CLASS (self);
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (self);
  const char *next = klass->get_next != NULL ? klass->get_next (self) : NULL;

  if (priv->tells_busy)
    return _("Working …");

  return next != NULL ? next : _("Continue");
}

const char *
hw_assess_part_get_skip (HwAssessPart *self)
{
  HwAssessPartClass *klass = HW_ASSESS_PART_GET_CLASS (self);

  if (klass->get_skip != NULL)
    return klass->get_skip (self);

  return klass->get_next != NULL && klass->get_next (self) != NULL ? _("Skip this step") : NULL;
}

static gboolean
moment_over_cb (gpointer data)
{
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (data);

  priv->moment_id = 0;
  priv->tells_busy = TRUE;
  hw_assess_part_next_changed (data);
  return G_SOURCE_REMOVE;
}

void
hw_assess_part_set_busy (HwAssessPart *self,
                         gboolean      busy)
{
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (self);

  g_clear_handle_id (&priv->moment_id, g_source_remove);
  priv->busy = busy;
  priv->tells_busy = FALSE;
  if (busy)
    priv->moment_id = g_timeout_add (MOMENT_MS, moment_over_cb, self);
  hw_assess_part_next_changed (self);
}

gboolean
hw_assess_part_is_busy (HwAssessPart *self)
{
  HwAssessPartPrivate *priv = hw_assess_part_get_instance_private (self);

  return priv->busy;
}

gboolean
hw_assess_part_go_on (HwAssessPart *self)
{
  HwAssessPartClass *klass = HW_ASSESS_PART_GET_CLASS (self);

  return klass->go_on != NULL && klass->go_on (self);
}

gboolean
hw_assess_part_go_back (HwAssessPart *self)
{
  HwAssessPartClass *klass = HW_ASSESS_PART_GET_CLASS (self);

  return klass->go_back != NULL && klass->go_back (self);
}

HwDesk *
hw_assess_part_get_desk (HwAssessPart *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  return desk != NULL && hw_desk_get_session (desk) != NULL ? desk : NULL;
}

GtkWidget *
hw_assess_label (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
hw_assess_row (const char *title,
               const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

void
hw_assess_set_text (GtkLabel   *label,
                    const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static GPtrArray *
get_rows (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS_KEY);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (group), ROWS_KEY, rows, (GDestroyNotify) g_ptr_array_unref);
    }
  return rows;
}

void
hw_assess_group_add (AdwPreferencesGroup *group,
                     GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (get_rows (group), row);
}

void
hw_assess_group_clear (AdwPreferencesGroup *group)
{
  GPtrArray *rows = get_rows (group);

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}
