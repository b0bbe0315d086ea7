/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-goal-job.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-trend-ahead.h"
#include "jobs/figures/hw-trend-past.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

#define AHEAD_LEAST 3   /* periods drawn beyond the last one known */
#define AHEAD_MOST 39   /* three years of four weeks */

/* Periods ahead until the goal's own day, so that no other goal changes its chance;
 * no further than the past reaches back, since what it does not show cannot be
 * carried on. */
static guint
find_ahead (const HwEntry     *entry,
            const HwTrendSpan *span)
{
  const HwDay last = MAX (span->last, hw_answers_get_day (entry->answers, "day"));

  return CLAMP ((guint) (last - span->last + HW_TREND_FOUR_WEEKS - 1) / HW_TREND_FOUR_WEEKS,
                AHEAD_LEAST, CLAMP (span->n, AHEAD_LEAST, AHEAD_MOST));
}

/* The trends of up to HW_TREND_METRICS_MOST goals from @first on, for those whose
 * metric is known. @span: (nullable) of the sales, if there are any. */
static gboolean
add_outlooks (HwSession          *session,
              GPtrArray          *entries,
              guint               first,
              const HwTrendSpan  *span,
              const HwTick       *tick,
              GPtrArray          *outlooks,
              GError            **error)
{
  const guint end = MIN (entries->len, first + HW_TREND_METRICS_MOST);
  HwTrendRequest request = { .step = HW_TREND_FOUR_WEEKS };
  g_autoptr (GPtrArray) trends = NULL;
  guint n = 0, taken = 0;

  for (guint i = first; i < end; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);
      const HwMetric *metric = hw_metric_find_computed (hw_answers_get_text (entry->answers, "metric"));

      if (metric != NULL)
        request.metrics[n++] = metric->id;
    }

  if (n > 0 && span != NULL)
    {
      trends = hw_trend_job.run (session, &request, tick, error);
      if (trends == NULL)
        return FALSE;
    }

  for (guint i = first; i < end; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);
      const gboolean known = hw_metric_find_computed (hw_answers_get_text (entry->answers, "metric")) != NULL;
      g_autoptr (HwTrend) trend = trends != NULL && known ? g_steal_pointer (&g_ptr_array_index (trends, taken++)) : NULL;

      if (trend != NULL && !hw_trend_look_ahead (trend, find_ahead (entry, span), error))
        return FALSE;

      g_ptr_array_add (outlooks, hw_goal_outlook_new (entry, g_steal_pointer (&trend), hw_session_get_today (session)));
    }

  return TRUE;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const HwGoalOutlook *x = *(HwGoalOutlook *const *) a;
  const HwGoalOutlook *y = *(HwGoalOutlook *const *) b;
  const HwDay p = hw_answers_get_day (x->entry->answers, "day");
  const HwDay q = hw_answers_get_day (y->entry->answers, "day");

  return p != q ? (p > q) - (p < q) : (x->entry->id > y->entry->id) - (x->entry->id < y->entry->id);
}

/* A business without sales has goals, too. */
static GPtrArray *
look (HwSession     *session,
      GPtrArray     *entries,
      const HwTick  *tick,
      GError       **error)
{
  g_autoptr (GPtrArray) outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_goal_outlook_free);
  g_autoptr (GError) local = NULL;
  HwTrendSpan span = { 0 };
  gboolean has_sales;

  has_sales = hw_trend_span_find (hw_session_get_store (session), HW_TREND_FOUR_WEEKS, 0,
                                  hw_session_get_today (session), &span, &local);
  if (!has_sales && !g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  for (guint i = 0; i < entries->len; i += HW_TREND_METRICS_MOST)
    {
      const double n = entries->len;
      HwTickPart part = { tick, i / n, MIN (i + HW_TREND_METRICS_MOST, entries->len) / n };
      const HwTick share = HW_TICK_PART (&part);

      if (!add_outlooks (session, entries, i, has_sales ? &span : NULL, &share, outlooks, error))
        return NULL;
    }

  g_ptr_array_sort (outlooks, compare_days);
  return g_steal_pointer (&outlooks);
}

/* The steps on the way to each goal that is kept. */
static gboolean
add_steps (HwStore    *store,
           GPtrArray  *outlooks,
           GError    **error)
{
  for (guint i = 0; i < outlooks->len; i++)
    {
      HwGoalOutlook *outlook = g_ptr_array_index (outlooks, i);
      GPtrArray *steps = hw_entry_repo_list (store, HW_ENTRY_MILESTONE, outlook->entry->id, FALSE, error);

      if (steps == NULL)
        return FALSE;

      g_ptr_array_unref (outlook->steps);
      outlook->steps = steps;
    }

  return TRUE;
}

static gpointer
run_all (HwSession      *session,
         gconstpointer   request,
         const HwTick   *tick,
         GError        **error)
{
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_GOAL,
                                                      HW_ENTRY_ANY_PARENT, FALSE, error);

  g_autoptr (GPtrArray) outlooks = entries != NULL ? look (session, entries, tick, error) : NULL;

  return outlooks != NULL && add_steps (hw_session_get_store (session), outlooks, error) ? g_steal_pointer (&outlooks) : NULL;
}

static gpointer
run_one (HwSession      *session,
         gconstpointer   request,
         const HwTick   *tick,
         GError        **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) outlooks = NULL;

  g_ptr_array_add (entries, (gpointer) request);
  outlooks = look (session, entries, tick, error);
  return outlooks != NULL ? g_ptr_array_steal_index (outlooks, 0) : NULL;
}

const HwJob hw_goal_job = {
  "goals", N_("Working out where the goals stand"), run_all, NULL, (GDestroyNotify) g_ptr_array_unref, FALSE
};

const HwJob hw_goal_try_job = {
  "goal", N_("Working out how likely the goal is"), run_one,
  (GDestroyNotify) hw_entry_free, (GDestroyNotify) hw_goal_outlook_free, FALSE
};
