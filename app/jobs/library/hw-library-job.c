/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/library/hw-library-job.h"

#include "domain/hw-survey.h"
#include "jobs/hw-session-private.h"
#include "jobs/library/hw-library-private.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONTH_DAYS 30 /* a trend of what has no cadence */

void
hw_library_free (HwLibrary *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_pointer (&self->typed, g_ptr_array_unref);
  g_free (self->run_id);
  g_free (self);
}

const HwFigure *
hw_library_find (const HwLibrary *self,
                 const char      *metric)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const HwFigure *figure = &g_array_index (self->figures, HwFigure, i);

      if (g_strcmp0 (figure->metric->id, metric) == 0)
        return figure;
    }

  return NULL;
}

static const HwEntry *
find_watch (GPtrArray  *watches,
            const char *metric)
{
  for (guint i = 0; i < watches->len; i++)
    {
      const HwEntry *watch = g_ptr_array_index (watches, i);

      if (g_str_equal (hw_answers_get_text (watch->answers, "metric"), metric))
        return watch;
    }

  return NULL;
}

const HwEntry *
hw_library_find_watch (const HwLibrary *self,
                       const char      *metric)
{
  return find_watch (self->watches, metric);
}

HwEntry *
hw_library_make_watch (GPtrArray  *watches,
                       const char *metric)
{
  const HwEntry *watch = find_watch (watches, metric);
  HwEntry *made = watch != NULL ? hw_entry_copy (watch) : hw_entry_new (HW_ENTRY_WATCH, 0);

  hw_answers_set (made->answers, "metric", metric);
  return made;
}

static HwCadence
find_cadence (const HwMetric *metric,
              const HwEntry  *watch)
{
  HwCadence cadence = metric->cadence;

  if (watch != NULL)
    hw_cadence_find (hw_answers_get_text (watch->answers, "cadence"), &cadence);

  return cadence;
}

static int
find_trend_days (HwCadence cadence)
{
  return hw_cadence_days (cadence) > 0 ? hw_cadence_days (cadence) : MONTH_DAYS;
}

/* From the sums of the last year, and four weeks at a time of the years before. */
static void
fill_computed (const HwLibraryFacts *facts,
               int                   trend_days,
               HwFigure             *figure)
{
  const HwMetricValue *now = hw_metric_sheet_find (facts->sheet, figure->metric->id);
  const guint n = facts->past->len;
  g_autofree HwDay *days = g_new (HwDay, n + 1);
  g_autofree double *values = g_new (double, n + 1);
  guint first = n > HW_LIBRARY_SPARK ? n - HW_LIBRARY_SPARK : 0;

  figure->state = now->state;
  if (now->state != HW_METRIC_OK)
    return;

  figure->value = now->value;
  figure->from = now->from;
  figure->to = now->to;
  for (guint i = 0; i < n; i++)
    {
      const HwPeriodSums *sums = &g_array_index (facts->past, HwPeriodSums, i);
      double value = NAN;

      days[i] = sums->to;
      values[i] = figure->metric->compute (sums, &value) == HW_METRIC_OK ? value : NAN;
    }

  figure->trend = hw_figure_trend (days, values, n, trend_days);
  while (first < n && isnan (values[first]))
    first++;
  g_array_append_vals (figure->spark, values + first, n - first);
}

static void
fill_value (const HwLibraryFacts *facts,
            GPtrArray            *typed,
            int                   trend_days,
            HwFigure             *figure)
{
  const HwLibraryFunc func = figure->metric->compute == NULL ? hw_library_record_func (figure->metric->id) : NULL;

  figure->source = HW_FIGURE_WORKED_OUT;
  if (figure->metric->compute != NULL)
    fill_computed (facts, trend_days, figure);
  else if (func != NULL)
    {
      const HwProduct *least = hw_library_record_least (facts, figure->metric->id, &figure->least_value);

      figure->state = func (facts, &figure->value, &figure->n);
      figure->least = least != NULL ? g_strdup (least->name) : NULL;
      figure->to = facts->today;
    }
  else
    {
      const gboolean asked = hw_survey_marks (figure->metric->id, NULL, NULL);

      figure->state = asked ? HW_METRIC_NOT_ASKED : HW_METRIC_NOT_TYPED;
      figure->source = asked ? HW_FIGURE_SURVEY : HW_FIGURE_TYPED_IN;
    }

  /* What the records cannot tell may be typed in all the same. */
  if (figure->state != HW_METRIC_OK)
    hw_library_typed_fill (typed, trend_days, figure);
}

/* What is typed in or asked is due when its value is old; what is worked out when it was
 * not looked at for so long, if it is watched at all. */
static void
fill_due (const HwEntry *watch,
          HwCadence      cadence,
          HwDay          today,
          HwFigure      *figure)
{
  const int days = hw_cadence_days (cadence);
  const HwDay looked = watch != NULL ? hw_answers_get_day (watch->answers, "looked") : HW_DAY_NONE;
  const gboolean typed = figure->source != HW_FIGURE_WORKED_OUT && figure->to != HW_DAY_NONE;
  HwDay last = looked;

  if (typed && (last == HW_DAY_NONE || figure->to > last))
    last = figure->to;
  if (days == 0 || (watch == NULL && !typed))
    return;

  if (last == HW_DAY_NONE) /* watched since that day, and never looked at */
    figure->due = figure->source == HW_FIGURE_WORKED_OUT ? watch->made + days : watch->made;
  else
    figure->due = last + days;

  figure->is_due = figure->due <= today;
}

static void
add_figure (HwLibrary            *self,
            const HwLibraryFacts *facts,
            const HwMetric       *metric)
{
  const HwEntry *watch = hw_library_find_watch (self, metric->id);
  const HwCadence cadence = find_cadence (metric, watch);
  HwFigure figure = {
    .metric = metric, .value = NAN, .low = NAN, .high = NAN, .from = HW_DAY_NONE, .to = HW_DAY_NONE, .trend = NAN,
    .good = NAN, .bad = NAN, .due = HW_DAY_NONE, .spark = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  fill_value (facts, self->typed, find_trend_days (cadence), &figure);
  if (watch != NULL)
    {
      figure.pinned = hw_answers_get_yes (watch->answers, "pinned");
      figure.good = hw_answers_get_number (watch->answers, "good", NAN);
      figure.bad = hw_answers_get_number (watch->answers, "bad", NAN);
    }

  figure.cadence = cadence;
  figure.light = hw_light_of (metric, figure.value, figure.good, figure.bad);
  fill_due (watch, cadence, facts->today, &figure);
  self->n_pinned += figure.pinned;
  self->n_due += figure.is_due;
  g_array_append_val (self->figures, figure);
}

static gboolean
load_entries (HwLibrary  *self,
              HwStore    *store,
              GError    **error)
{
  g_autoptr (GPtrArray) own = hw_entry_repo_list (store, HW_ENTRY_OWN_METRIC, HW_ENTRY_ANY_PARENT, FALSE, error);

  self->watches = own != NULL ? hw_entry_repo_list (store, HW_ENTRY_WATCH, HW_ENTRY_ANY_PARENT, FALSE, error) : NULL;
  self->typed = self->watches != NULL ? hw_library_typed_load (store, error) : NULL;
  if (self->typed == NULL)
    return FALSE;

  for (guint i = 0; i < own->len; i++)
    {
      HwMetric *metric = hw_own_metric_new (g_ptr_array_index (own, i));

      if (metric != NULL)
        g_ptr_array_add (self->own, metric);
    }

  return TRUE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  g_autoptr (HwLibrary) self = g_new0 (HwLibrary, 1);
  g_autoptr (HwLibraryFacts) facts = NULL;
  const HwMetric *metric;

  self->as_of = hw_session_get_today (session);
  self->figures = g_array_new (FALSE, TRUE, sizeof (HwFigure));
  g_array_set_clear_func (self->figures, (GDestroyNotify) hw_figure_clear);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_own_metric_free);
  self->run_id = hw_session_dup_run_id (session, "library");
  if (!load_entries (self, hw_session_get_store (session), error))
    return NULL;

  facts = hw_library_facts_load (session, tick, error);
  if (facts == NULL)
    return NULL;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
    add_figure (self, facts, metric);
  for (guint i = 0; i < self->own->len; i++)
    add_figure (self, facts, g_ptr_array_index (self->own, i));

  return g_steal_pointer (&self);
}

const HwJob hw_library_job = {
  "library", N_("Working out all figures"), run, NULL, (GDestroyNotify) hw_library_free, FALSE
};
