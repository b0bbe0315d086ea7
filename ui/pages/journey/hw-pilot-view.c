/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-pilot-view.h"

#include "chart/hw-curve-chart.h"
#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "jobs/hw-say.h"
#include "jobs/trial/hw-pilot-job.h"
#include "jobs/trial/hw-say-pilot.h"
#include "pages/journey/hw-journey-acts.h"
#include "pages/journey/hw-pilot-rows.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-scroll.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>
#include <math.h>

#define GUARD_KEY "hw-guard"

struct _HwPilotView
{
  AdwBin               parent_instance;

  HwStatePage         *state_page;
  GtkScrolledWindow   *scroller;
  GtkWidget           *back_button;
  GtkLabel            *name_label;
  GtkLabel            *sentence_label;
  GtkButton           *begin_button;
  GtkButton           *save_button;
  GtkBox              *top;
  GtkWidget           *chart_card;
  HwChartView         *chart_view;
  GtkBox              *body;

  AdwPreferencesGroup *guards;   /* in body */
  const HwJourneyBook *book;
  gint64               id;
};

G_DEFINE_FINAL_TYPE (HwPilotView, hw_pilot_view, ADW_TYPE_BIN)

static HwTrial *
find_trial (HwPilotView *self)
{
  return self->book != NULL && self->book->journey != NULL && self->id != 0
           ? hw_journey_find (self->book->journey, self->id) : NULL;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* --- the chart --- */

static void
add_point (GArray     *points,
           GPtrArray  *names,
           char       *name,
           guint       weeks,
           double      share,
           const char *mark,
           gboolean    apart)
{
  const HwCurvePoint point = { name, weeks, 100.0 * share, apart, mark };

  g_ptr_array_add (names, name);
  g_array_append_val (points, point);
}

/* The smallest change it can see by weeks; what is worth having is a line across. */
static HwChart *
make_chart (const HwPilot  *pilot,
            const HwFormat *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (HwCurvePoint));
  HwCurveData data = {
    .title = _("The smallest change it can see"), .point_name = _("Length"), .x_name = _("Length in weeks"),
    .y_name = _("Smallest change it can see, in per cent"),
  };

  for (guint i = 0; i < pilot->lengths->len; i++)
    {
      const HwPilotLength *length = &g_array_index (pilot->lengths, HwPilotLength, i);

      if (isnan (length->smallest))
        continue;

      add_point (points, names, g_strdup_printf (ngettext ("%u week", "%u weeks", length->weeks), length->weeks), length->weeks,
                 length->smallest, length->weeks == pilot->weeks ? _("as planned") : NULL, FALSE);
    }

  if (points->len < 2)
    return NULL;

  data.has_level = TRUE;
  data.level = 100.0 * pilot->lock->worth;
  data.level_name = _("Worth having");
  data.points = (const HwCurvePoint *) (const void *) points->data;
  data.n = points->len;
  return hw_curve_chart_new (&data, format);
}

/* --- limits --- */

static void
open_guard (HwPilotView   *self,
            const HwEntry *guard)
{
  hw_journey_open_part (GTK_WIDGET (self), self->book, guard);
}

static void
guard_cb (HwPilotView *self,
          GtkWidget   *row)
{
  open_guard (self, g_object_get_data (G_OBJECT (row), GUARD_KEY));
}

static void
add_guard_cb (HwPilotView *self)
{
  g_autoptr (HwEntry) guard = hw_entry_new (HW_ENTRY_GUARD, self->id);

  open_guard (self, guard);
}

static const char *
light_class (HwLight light)
{
  switch (light)
    {
    case HW_LIGHT_GREEN:
      return "success";

    case HW_LIGHT_AMBER:
      return "warning";

    case HW_LIGHT_RED:
      return "error";

    case HW_LIGHT_NONE:
    default:
      return "dim-label";
    }
}

static void
add_guard (HwPilotView        *self,
           const HwGuardLight *light)
{
  const HwFormat *format = hw_journey_book_format (self->book);
  g_autofree char *title = hw_say_guard (light->guard, format);
  GtkWidget *row = hw_pilot_row_new (title, hw_answers_get_text (light->guard->answers, "action"));

  if (light->light != HW_LIGHT_NOT_KNOWN)
    {
      GtkWidget *word = gtk_label_new (hw_light_name (light->light));

      gtk_widget_add_css_class (word, light_class (light->light));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
    }

  adw_preferences_group_add (self->guards, row);
  if (light->guard->id == 0) /* of the trial itself: there is nothing to change */
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 "icon-name", "go-next-symbolic", NULL));
  g_object_set_data_full (G_OBJECT (row), GUARD_KEY, hw_entry_copy (light->guard), (GDestroyNotify) hw_entry_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (guard_cb), self, G_CONNECT_SWAPPED);
}

static void
lights_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwPilotView *self = owner;
  g_autoptr (GPtrArray) lights = result;

  for (guint i = 0; lights != NULL && self->guards != NULL && self->book != NULL && i < lights->len; i++)
    {
      const HwGuardLight *light = g_ptr_array_index (lights, i);

      if (light->guard->parent_id == self->id)
        add_guard (self, light);
    }
}

static void
add_guards (HwPilotView     *self,
            const GPtrArray *lines)
{
  const char *const heads[] = { _("What stops it early"), NULL };
  GtkWidget *group = hw_pilot_rows_lines (_("Limits that stop harm"), lines, heads);
  GtkWidget *add = hw_pilot_row_new (_("Add a limit"), _("A figure that must not suffer while you try this."));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (add), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (add), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 "icon-name", "list-add-symbolic", NULL));
  g_signal_connect_object (add, "activated", G_CALLBACK (add_guard_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add);
  self->guards = ADW_PREFERENCES_GROUP (group);
  gtk_box_append (self->body, group);
  hw_errand_run (self->book->desk, &hw_guard_job, g_memdup2 (&self->id, sizeof self->id), NULL, lights_cb, self);
}

/* --- all of it --- */

static HwAct
begin_act (const HwTrial *trial)
{
  return hw_act_is_open (HW_ACT_MEASURE, trial) ? HW_ACT_MEASURE : HW_ACT_START;
}

static void
fill (HwPilotView   *self,
      const HwTrial *trial,
      const HwPilot *pilot)
{
  const HwFormat *format = hw_journey_book_format (self->book);
  g_autofree char *sentence = hw_say_pilot_sentence (pilot, format);
  g_autoptr (GPtrArray) lines = hw_say_pilot (pilot, format);
  const char *const before[] = { _("The weeks before"), _("Times when nothing happened"), NULL };
  const char *const rule[] = { _("The verdict is read on"), _("How sure the rule is"), NULL };
  const char *const people[] = { _("What it costs"), _("Who looks after it"), _("People"), _("Locked"), NULL };
  HwChart *chart = pilot->weeks > 0 ? make_chart (pilot, format) : NULL;
  GtkWidget *lot = hw_pilot_rows_lot (pilot, format);

  gtk_label_set_text (self->name_label, hw_answers_get_text (trial->initiative->answers, "name"));
  gtk_label_set_text (self->sentence_label, sentence);
  gtk_button_set_label (self->begin_button, hw_act_name (begin_act (trial)));
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), !pilot->locked && hw_act_is_open (begin_act (trial), trial));
  clear_box (self->top);
  clear_box (self->body);
  self->guards = NULL;
  if (pilot->weeks > 0)
    {
      gtk_box_append (self->top, hw_pilot_rows_compare (pilot));
      gtk_box_append (self->top, hw_pilot_rows_sees (pilot, format));
    }

  gtk_widget_set_visible (self->chart_card, chart != NULL);
  hw_chart_view_take_chart (self->chart_view, chart, G_OBJECT (self->book->desk));
  gtk_box_append (self->body, hw_pilot_rows_lines (_("Before the start"), lines, before));
  if (lot != NULL)
    gtk_box_append (self->body, lot);
  add_guards (self, lines);
  gtk_box_append (self->body, hw_pilot_rows_lines (_("The verdict"), lines, rule));
  gtk_box_append (self->body, hw_pilot_rows_lines (_("Who and what"), lines, people));
  hw_state_page_show_ready (self->state_page);
}

static void
worked_out_cb (gpointer      owner,
               gpointer      result,
               const GError *error)
{
  HwPilotView *self = owner;
  HwTrial *trial = find_trial (self);
  g_autoptr (HwPilot) pilot = result;

  if (trial == NULL)
    return;

  if (pilot == NULL)
    hw_errand_show_error (self->state_page, _("The plan could not be worked out"), error, NULL);
  else if (pilot->initiative->id == self->id)
    fill (self, trial, pilot);
}

static void
work_out (HwPilotView *self)
{
  if (self->book != NULL && hw_desk_get_session (self->book->desk) != NULL)
    hw_errand_run (self->book->desk, &hw_pilot_job, g_memdup2 (&self->id, sizeof self->id), self->state_page, worked_out_cb, self);
}

static void
back_cb (HwPilotView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "x", self->id);
}

static void
begin_cb (HwPilotView *self)
{
  HwTrial *trial = find_trial (self);

  if (trial != NULL)
    hw_act_do (begin_act (trial), GTK_WIDGET (self), self->book, trial);
}

/* --- on paper --- */

static void
saved_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwPilotView *self = owner;
  g_autofree char *path = result;
  g_autofree char *text = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (path != NULL)
    {
      /* Translators: %s is the path of a file. */
      text = g_strdup_printf (_("The plan is saved as %s"), path);
      hw_undo_offer (GTK_WIDGET (self), text, NULL, NULL, NULL);
      return;
    }

  if (hw_errand_was_stopped (error) || !GTK_IS_WINDOW (root))
    return;

  text = hw_say_error (error, NULL);
  hw_tell (GTK_WINDOW (root), _("The file was not written"), text);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwPilotView *self = owner;
  HwPilotPaperRequest *request;

  if (path == NULL || find_trial (self) == NULL || hw_desk_get_session (self->book->desk) == NULL)
    return;

  request = g_new0 (HwPilotPaperRequest, 1);
  request->id = self->id;
  request->path = g_strdup (path);
  hw_errand_run (self->book->desk, &hw_pilot_paper_job, request, NULL, saved_cb, self);
}

static void
save_cb (HwPilotView *self)
{
  hw_file_choice_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save the plan"), HW_FILE_PDF, _("plan.pdf"),
                       path_chosen_cb, self);
}

static void
hw_pilot_view_dispose (GObject *object)
{
  HwPilotView *self = HW_PILOT_VIEW (object);

  self->book = NULL;
  self->guards = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_PILOT_VIEW);

  G_OBJECT_CLASS (hw_pilot_view_parent_class)->dispose (object);
}

static void
hw_pilot_view_class_init (HwPilotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_pilot_view_dispose;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-pilot-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, begin_button);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, save_button);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, top);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, chart_card);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, chart_view);
  gtk_widget_class_bind_template_child (widget_class, HwPilotView, body);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
hw_pilot_view_init (HwPilotView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_scroll_keep_steady (self->scroller);
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (work_out), self, G_CONNECT_SWAPPED);
}

void
hw_pilot_view_set_book (HwPilotView         *self,
                        const HwJourneyBook *book)
{
  g_return_if_fail (HW_IS_PILOT_VIEW (self));

  self->book = book;
}

gboolean
hw_pilot_view_show (HwPilotView *self,
                    gint64       id)
{
  g_return_val_if_fail (HW_IS_PILOT_VIEW (self), FALSE);

  if (id != self->id)
    {
      hw_state_page_reset (self->state_page);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
    }
  self->id = id;
  if (find_trial (self) == NULL)
    {
      self->id = 0;
      return FALSE;
    }

  work_out (self);
  return TRUE;
}

gint64
hw_pilot_view_get_id (HwPilotView *self)
{
  g_return_val_if_fail (HW_IS_PILOT_VIEW (self), 0);

  return self->id;
}
