/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-roll-out-view.h"

#include "jobs/content/hw-content-playbooks.h"
#include "jobs/scale/hw-roll-out-job.h"
#include "jobs/scale/hw-say-roll-out.h"
#include "pages/journey/hw-journey-acts.h"
#include "pages/journey/hw-roll-out-charts.h"
#include "pages/journey/hw-roll-out-rows.h"
#include "pages/journey/hw-waves-keep.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>

/* Pixels of a chart of steps: what its legend and days take, and each step. */
#define WAVES_HEIGHT 120
#define WAVE_HEIGHT 40
#define WAVES_MOST 12

struct _HwRollOutView
{
  AdwBin               parent_instance;

  HwStatePage         *state_page;
  GtkScrolledWindow   *scroller;
  GtkWidget           *back_button;
  GtkLabel            *name_label;
  GtkLabel            *days_label;
  HwHowButton         *how;
  GtkLabel            *money_label;
  GtkWidget           *but_box;
  GtkLabel            *but_label;
  GtkWidget           *waves_button;
  GtkWidget           *waves_card;
  HwChartView         *waves_view;
  GtkBox              *steps_box;
  GtkWidget           *money_card;
  HwChartView         *money_view;
  GtkWidget           *parts_card;
  HwChartView         *parts_view;
  GtkBox              *rest_box;
  GtkExpander         *fails_expander;

  const HwJourneyBook *book;
  gint64               id;
};

G_DEFINE_FINAL_TYPE (HwRollOutView, hw_roll_out_view, ADW_TYPE_BIN)

static HwTrial *
find_trial (HwRollOutView *self)
{
  return self->book != NULL && self->book->journey != NULL && self->id != 0
           ? hw_journey_find (self->book->journey, self->id) : NULL;
}

static void
show_chart (HwRollOutView *self,
            GtkWidget     *card,
            HwChartView   *view,
            HwChart       *chart)
{
  gtk_widget_set_visible (card, chart != NULL);
  hw_chart_view_take_chart (view, chart, G_OBJECT (self->book->desk));
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
append (GtkBox    *box,
        GtkWidget *group) /* (nullable) */
{
  if (group != NULL)
    gtk_box_append (box, group);
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}

static void
step_cb (HwRollOutView *self,
         GtkWidget     *row)
{
  if (find_trial (self) != NULL)
    hw_journey_open_part (GTK_WIDGET (self), self->book, g_object_get_data (G_OBJECT (row), HW_ROLL_OUT_PART_KEY));
}

static void
fill_charts (HwRollOutView   *self,
             const HwRollOut *scale,
             const HwFormat  *format)
{
  const guint n = MIN (scale->waves->len, WAVES_MOST);

  gtk_widget_set_size_request (GTK_WIDGET (self->waves_view), -1, WAVES_HEIGHT + (int) n * WAVE_HEIGHT);
  show_chart (self, self->waves_card, self->waves_view, hw_roll_out_chart_waves (scale, format));
  show_chart (self, self->money_card, self->money_view, hw_roll_out_chart_money (scale, format));
  show_chart (self, self->parts_card, self->parts_view, hw_roll_out_chart_parts (scale, format));
}

static void
fill_lists (HwRollOutView   *self,
            const HwRollOut *scale,
            const HwFormat  *format)
{
  const HwState state = hw_initiative_state (scale->initiative);
  g_autofree char *people = hw_say_roll_out_people (scale, format);

  clear (self->steps_box);
  append (self->steps_box, hw_roll_out_rows_steps (scale, format, G_CALLBACK (step_cb), self));
  clear (self->rest_box);
  append (self->rest_box, hw_roll_out_rows_training (scale, people, format));
  append (self->rest_box, hw_roll_out_rows_costs (scale, format));
  if (state == HW_STATE_GO)
    append (self->rest_box, hw_roll_out_rows_gate (HW_GATE_SCALE, scale->gate_scale));
  append (self->rest_box, hw_roll_out_rows_gate (HW_GATE_LIVE, scale->gate_live));
  if (state != HW_STATE_GO)
    append (self->rest_box, hw_roll_out_rows_gate (HW_GATE_SCALE, scale->gate_scale));
}

static void
worked_out_cb (gpointer      owner,
               gpointer      result,
               const GError *error)
{
  HwRollOutView *self = owner;
  HwTrial *trial = find_trial (self);
  g_autoptr (HwRollOut) scale = result;
  const HwFormat *format;
  g_autofree char *days = NULL;
  g_autofree char *money = NULL;
  g_autofree char *how = NULL;
  HwState state;

  if (trial == NULL)
    return;

  if (scale == NULL)
    {
      hw_errand_show_error (self->state_page, _("This could not be worked out"), error, NULL);
      return;
    }

  format = hw_journey_book_format (self->book);
  state = hw_initiative_state (trial->initiative);
  days = hw_say_roll_out_days (scale, format);
  money = hw_say_roll_out_money (scale, format);
  how = hw_say_roll_out_how (scale, format);
  gtk_label_set_text (self->name_label, hw_answers_get_text (trial->initiative->answers, "name"));
  gtk_label_set_text (self->days_label, days);
  gtk_label_set_text (self->money_label, money);
  gtk_widget_set_visible (GTK_WIDGET (self->money_label), *money != '\0');
  gtk_label_set_text (self->but_label, scale->but != NULL ? scale->but : "");
  gtk_widget_set_visible (self->but_box, scale->but != NULL);
  hw_how_button_set_text (self->how, _("Roll-out"), _("How was this worked out?"), how);
  gtk_widget_set_visible (self->waves_button, state == HW_STATE_GO || state == HW_STATE_SCALING);
  fill_charts (self, scale, format);
  fill_lists (self, scale, format);
  hw_state_page_show_ready (self->state_page);
}

static void
work_out (HwRollOutView *self)
{
  if (self->book != NULL && hw_desk_get_session (self->book->desk) != NULL)
    hw_errand_run (self->book->desk, &hw_roll_out_job, g_memdup2 (&self->id, sizeof self->id), self->state_page,
                   worked_out_cb, self);
}

static void
back_cb (HwRollOutView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "x", self->id);
}

static void
waves_cb (HwRollOutView *self)
{
  HwTrial *trial = find_trial (self);

  if (trial != NULL)
    hw_waves_open (GTK_WIDGET (self), self->book, trial);
}

/* What is folded away is made when it is first wanted. */
static void
fails_cb (HwRollOutView *self)
{
  if (gtk_expander_get_expanded (self->fails_expander) && gtk_expander_get_child (self->fails_expander) == NULL)
    gtk_expander_set_child (self->fails_expander, hw_roll_out_rows_fails (hw_content_playbooks ()));
}

static void
hw_roll_out_view_dispose (GObject *object)
{
  HwRollOutView *self = HW_ROLL_OUT_VIEW (object);

  self->book = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ROLL_OUT_VIEW);

  G_OBJECT_CLASS (hw_roll_out_view_parent_class)->dispose (object);
}

static void
hw_roll_out_view_class_init (HwRollOutViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_roll_out_view_dispose;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  g_type_ensure (HW_TYPE_HOW_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-roll-out-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, days_label);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, how);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, money_label);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, but_box);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, but_label);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, waves_button);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, waves_card);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, waves_view);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, steps_box);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, money_card);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, money_view);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, parts_card);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, parts_view);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, rest_box);
  gtk_widget_class_bind_template_child (widget_class, HwRollOutView, fails_expander);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, waves_cb);
  gtk_widget_class_bind_template_callback (widget_class, fails_cb);
}

static void
hw_roll_out_view_init (HwRollOutView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_scroll_keep_steady (self->scroller);
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (work_out), self, G_CONNECT_SWAPPED);
}

void
hw_roll_out_view_set_book (HwRollOutView       *self,
                           const HwJourneyBook *book)
{
  g_return_if_fail (HW_IS_ROLL_OUT_VIEW (self));

  self->book = book;
}

gboolean
hw_roll_out_view_show (HwRollOutView *self,
                       gint64         id)
{
  g_return_val_if_fail (HW_IS_ROLL_OUT_VIEW (self), FALSE);

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
hw_roll_out_view_get_id (HwRollOutView *self)
{
  g_return_val_if_fail (HW_IS_ROLL_OUT_VIEW (self), 0);

  return self->id;
}
