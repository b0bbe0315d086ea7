/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-readiness-view.h"

#include "chart/hw-span-chart.h"
#include "pages/assess/hw-assess-part.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHART_HEIGHT 340
#define LEVEL_STEP 25.0

struct _HwReadinessView
{
  AdwBin               parent_instance;

  GtkLabel            *level_label;
  GtkLabel            *score_label;
  HwHowButton         *how;
  GtkLabel            *held_label;
  HwChartView         *chart_view;
  AdwPreferencesGroup *gaps_group;
  AdwPreferencesGroup *runs_group;
};

G_DEFINE_FINAL_TYPE (HwReadinessView, hw_readiness_view, ADW_TYPE_BIN)

static const HwDimension *
get_dimension (const HwReadinessBook *book,
               guint                  i)
{
  return g_ptr_array_index (book->questionnaire->dimensions, i);
}

char *
hw_say_readiness (const HwReadiness *result,
                  const HwFormat    *format)
{
  g_autofree char *score = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!result->enough)
    return g_strdup (_("In some parts too few questions are answered to say how ready you are."));

  score = hw_format_number (format, result->score, 0);
  low = hw_format_number (format, result->low, 0);
  high = hw_format_number (format, result->high, 0);
  if (g_str_equal (low, high))
    /* Translators: %s is a number of points. */
    return g_strdup_printf (_("%s of 100 points"), score);

  /* Translators: 1 to 3 numbers of points. */
  return g_strdup_printf (_("%1$s of 100 points, between %2$s and %3$s with what is still open"), score, low, high);
}

static void
fill_head (HwReadinessView       *self,
           const HwReadinessBook *book,
           const HwReadiness     *result,
           const HwFormat        *format)
{
  g_autofree char *score = hw_say_readiness (result, format);
  g_autofree char *held = NULL;

  gtk_label_set_text (self->level_label, result->enough ? hw_ready_level_name (result->level) : _("Too early to say"));
  gtk_label_set_text (self->score_label, score);
  if (result->held_by >= 0 && result->enough)
    /* Translators: 1 the name of a part, 2 a level such as "Fit for one small trial". */
    held = g_strdup_printf (_("What holds you back: %1$s. Without it, it would be: %2$s."),
                            get_dimension (book, (guint) result->held_by)->name, hw_ready_level_name (result->own_level));
  hw_assess_set_text (self->held_label, held);
}

static char *
say_dimension (const HwDimensionScore *score,
               const HwFormat         *format)
{
  g_autofree char *points = NULL;

  if (score->n_applicable == 0)
    return g_strdup (_("Does not apply"));
  if (!score->enough)
    return g_strdup (_("Too few answers"));

  points = hw_format_number (format, score->score, 0);
  /* Translators: 1 a number of points, 2 a level such as "Fit for one small trial". */
  return g_strdup_printf (_("%1$s · %2$s"), points, hw_ready_level_name (score->level));
}

static void
fill_chart (HwReadinessView       *self,
            HwDesk                *desk,
            const HwReadinessBook *book,
            const HwReadiness     *result)
{
  static const double marks[] = { LEVEL_STEP, 2 * LEVEL_STEP, 3 * LEVEL_STEP, 4 * LEVEL_STEP };
  const guint n = result->dimensions->len;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree HwSpanBar *bars = g_new0 (HwSpanBar, n);
  const HwSpanData data = {
    .title = _("How ready each part is"), .value_name = _("Points of 100"), .range_name = _("With what is still open"),
    .to = 4 * LEVEL_STEP, .marks = marks, .n_marks = G_N_ELEMENTS (marks), .spans = bars, .n = n,
  };

  for (guint i = 0; i < n; i++)
    {
      const HwDimensionScore *score = &g_array_index (result->dimensions, HwDimensionScore, i);
      const gboolean wide = score->enough && score->high > score->low;

      g_ptr_array_add (texts, say_dimension (score, hw_desk_get_format (desk)));
      bars[i] = (HwSpanBar) { get_dimension (book, i)->name, score->enough ? score->score : (double) NAN,
                              wide ? score->low : (double) NAN, wide ? score->high : (double) NAN,
                              g_ptr_array_index (texts, i) };
    }

  hw_chart_view_take_chart (self->chart_view, hw_span_chart_new (&data, hw_desk_get_format (desk)), G_OBJECT (desk));
}

static void
add_said (GtkWidget  *card,
          const char *text,
          const char *style)
{
  GtkWidget *label = hw_assess_label (style);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (card), label);
}

static GtkWidget *
make_gap (const HwReadyQuestion *question,
          const HwReadyGap      *gap)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* Translators: %s is an answer. */
  g_autofree char *told = g_strdup_printf (_("You told us: %s"), question->answers[gap->told]);
  /* Translators: %s is what was found in the records. */
  g_autofree char *shown = g_strdup_printf (_("Your records show: %s"), gap->measured->evidence);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hw-card");
  gtk_widget_set_margin_bottom (card, 6);
  add_said (card, question->text, "heading");
  add_said (card, told, NULL);
  add_said (card, shown, NULL);
  return card;
}

static void
fill_gaps (HwReadinessView       *self,
           const HwReadinessBook *book,
           const HwReadiness     *result)
{
  hw_assess_group_clear (self->gaps_group);
  for (guint i = 0; i < result->gaps->len; i++)
    {
      const HwReadyGap *gap = &g_array_index (result->gaps, HwReadyGap, i);

      hw_assess_group_add (self->gaps_group, make_gap (g_ptr_array_index (book->questionnaire->questions, gap->question), gap));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->gaps_group), result->gaps->len > 0);
}

/* Newest first, each with what changed since the one before. */
static void
fill_runs (HwReadinessView       *self,
           const HwReadinessBook *book,
           const HwFormat        *format)
{
  hw_assess_group_clear (self->runs_group);
  for (guint i = book->runs->len; i-- > 0;)
    {
      const HwReadyRun *run = g_ptr_array_index (book->runs, i);
      const HwReadyRun *before = i > 0 ? g_ptr_array_index (book->runs, i - 1) : NULL;
      g_autofree char *day = hw_format_day (format, run->entry->changed, HW_DAY_LONG);
      g_autofree char *score = hw_say_readiness (run->result, format);
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;
      g_autofree char *change = NULL;

      if (before != NULL && before->result->enough && run->result->enough)
        change = hw_format_number (format, fabs (run->result->score - before->result->score), 0);
      if (change != NULL)
        /* Translators: 1 a sentence, 2 a number of points. */
        text = g_strdup_printf (run->result->score >= before->result->score ? _("%1$s; %2$s more than before")
                                                                            : _("%1$s; %2$s fewer than before"), score, change);
      /* Translators: 1 which time the questions were answered, 2 a date. */
      title = g_strdup_printf (_("T%1$u, %2$s"), i, day);
      hw_assess_group_add (self->runs_group, hw_assess_row (title, text != NULL ? text : score));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->runs_group), book->runs->len > 1);
}

static void
fill_how (HwReadinessView *self,
          HwDesk          *desk)
{
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "readiness");
  const HwHowFacts facts = {
    .about = _("How ready you are"),
    .inputs = _("Your answers; where your records show it, they stand in place of what was told."),
    .method = _("Each answer counts from 0 to 4 by its weight; a part is the share of what can be reached. “Not sure” and open "
                "questions make the range wide, “does not apply” leaves the sum. The level is at most one above the lowest of "
                "records, rules and people."),
    .technical = _("Weighted score by dimension, levels at 25, 50 and 75"),
    .run_id = run_id,
  };

  hw_how_button_set_facts (self->how, &facts);
}

static void
hw_readiness_view_class_init (HwReadinessViewClass *klass)
{
}

static GtkWidget *
make_head (HwReadinessView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->level_label = GTK_LABEL (hw_assess_label ("title-1"));
  self->score_label = GTK_LABEL (hw_assess_label ("numeric"));
  self->held_label = GTK_LABEL (hw_assess_label (NULL));
  self->how = HW_HOW_BUTTON (hw_how_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->level_label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->how), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->level_label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->how));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->score_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->held_label));
  return box;
}

static AdwPreferencesGroup *
add_group (GtkWidget  *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
hw_readiness_view_init (HwReadinessView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_head (self));
  self->chart_view = HW_CHART_VIEW (hw_chart_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->chart_view), -1, CHART_HEIGHT);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hw-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->chart_view));
  gtk_box_append (GTK_BOX (box), card);
  self->gaps_group = add_group (box, _("Where words and records differ"));
  self->runs_group = add_group (box, _("Every time you answered"));
  hw_inner_names (box, _("How ready you are"));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
hw_readiness_view_new (void)
{
  return g_object_new (HW_TYPE_READINESS_VIEW, NULL);
}

void
hw_readiness_view_fill (HwReadinessView       *self,
                        HwDesk                *desk,
                        const HwReadinessBook *book,
                        const HwReadiness     *result)
{
  g_return_if_fail (HW_IS_READINESS_VIEW (self));

  fill_head (self, book, result, hw_desk_get_format (desk));
  fill_how (self, desk);
  fill_chart (self, desk, book, result);
  fill_gaps (self, book, result);
  fill_runs (self, book, hw_desk_get_format (desk));
}
