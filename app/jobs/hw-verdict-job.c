/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-verdict-job.h"

#include "core/hw-error.h"
#include "engine/trial/hw-placebo.h"
#include "jobs/hw-session-private.h"
#include "jobs/hw-trend-job.h"
#include "store/hw-entry-repo.h"
#include "store/hw-sale-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEKS_A_MONTH (365.25 / 12.0 / 7.0)
#define MARGIN_WEEKS 13     /* that the margin is taken from */
#define BASE_LEAST 13       /* weeks to compare with that the owner may ask for ... */
#define QUIET_WISHED 20     /* ... if they leave so many quiet dates */
#define BAND_95_BY_80 1.529352 /* 1.959964 / 1.281552 */

static HwEntry *
load_initiative (HwStore  *store,
                 gint64    id,
                 GError  **error)
{
  g_autoptr (HwEntry) entry = hw_entry_repo_load (store, id, HW_ENTRY_LAST, error);

  if (entry == NULL || entry->kind == HW_ENTRY_INITIATIVE)
    return g_steal_pointer (&entry);

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "not an initiative");
  return NULL;
}

static guint
count_weeks (const HwAnswers *answers)
{
  const HwDay start = hw_answers_get_day (answers, "start");
  const HwDay end = hw_answers_get_day (answers, "end");

  return start != HW_DAY_NONE && end > start ? (guint) (end - start + 1) / 7 : 0;
}

/* As the plan stood when the trial was first running. */
static gboolean
find_planned (HwStore        *store,
              const HwEntry  *entry,
              HwVerdict      *verdict,
              GError        **error)
{
  g_autoptr (GPtrArray) versions = hw_entry_repo_history (store, entry->id, error);

  if (versions == NULL)
    return FALSE;

  verdict->n_planned = count_weeks (entry->answers);
  for (guint i = versions->len; i-- > 0;)
    {
      const HwEntry *version = g_ptr_array_index (versions, i);

      if (hw_initiative_state (version) == HW_STATE_RUNNING)
        {
          verdict->n_planned = count_weeks (version->answers);
          break;
        }
    }

  return TRUE;
}

/* Mean of the check-ins. */
static gboolean
find_used (HwStore    *store,
           gint64      id,
           HwVerdict  *verdict,
           GError    **error)
{
  g_autoptr (GPtrArray) check_ins = hw_entry_repo_list (store, HW_ENTRY_CHECK_IN, id, FALSE, error);
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; check_ins != NULL && i < check_ins->len; i++)
    {
      const double used = hw_answers_get_number (((const HwEntry *) g_ptr_array_index (check_ins, i))->answers, "used", NAN);

      if (!isnan (used))
        {
          sum += used;
          n++;
        }
    }

  if (n > 0)
    verdict->used = sum / n;

  return check_ins != NULL;
}

/* The metric week by week, counted from the trial's first day, so that the same
 * trial has the same weeks whenever it is looked at; and the margin beside it. */
static GPtrArray *
load_trends (HwSession        *session,
             const HwVerdict  *verdict,
             const HwAnswers  *answers,
             const HwTick     *tick,
             GError          **error)
{
  const HwDay start = hw_answers_get_day (answers, "start");
  const HwTrendRequest request = {
    .metrics = { verdict->metric->id, "gross_margin_pct" }, .step = HW_TREND_WEEK,
    .starts = start != HW_DAY_NONE ? start : 0,
    .product_id = g_ascii_strtoll (hw_answers_get_text (answers, "product"), NULL, 10),
  };

  return hw_trend_job.run (session, &request, tick, error);
}

/* Of the last weeks until the trial's end: what is sold later changes no verdict. */
static double
find_margin (const HwTrend   *trend,
             const HwAnswers *answers)
{
  const HwDay end = hw_answers_get_day (answers, "end");
  double sum = 0.0;
  guint n = 0;

  for (guint i = trend->past->len; i-- > 0 && n < MARGIN_WEEKS;)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      if (point->state == HW_METRIC_OK && (end == HW_DAY_NONE || point->to <= end))
        {
          sum += point->value;
          n++;
        }
    }

  return n > 0 ? sum / n : NAN;
}

/* Where the trial's whole weeks stand in the trend; FALSE if none is over. */
static gboolean
find_weeks (const HwTrend    *trend,
            const HwAnswers  *answers,
            guint            *first,
            HwVerdict        *verdict)
{
  const HwDay start = hw_answers_get_day (answers, "start");
  const HwDay end = hw_answers_get_day (answers, "end");

  verdict->n_weeks = 0;
  for (guint i = 0; start != HW_DAY_NONE && end != HW_DAY_NONE && i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      if (point->from < start || point->to > end)
        continue;

      if (verdict->n_weeks++ == 0)
        {
          *first = i;
          verdict->start = point->from;
        }

      verdict->end = point->to;
    }

  return verdict->n_weeks > 0;
}

static double *
take_values (const HwTrend *trend)
{
  double *y = g_new (double, trend->past->len);

  for (guint i = 0; i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      y[i] = point->state == HW_METRIC_OK ? point->value : NAN;
    }

  return y;
}

static gboolean
is_known (const double *y,
          guint         from,
          guint         n)
{
  for (guint i = from; i < from + n; i++)
    if (!isnan (y[i]))
      return TRUE;

  return FALSE;
}

/* Weeks from the day the owner compares from, where that leaves enough quiet dates;
 * else 0 for the engine's own choice. */
static guint
find_base (const HwTrend   *trend,
           const HwAnswers *answers,
           guint            first,
           guint            n_weeks)
{
  const HwDay from = hw_answers_get_day (answers, "baseline_from");
  guint base = 0;

  for (guint i = 0; from != HW_DAY_NONE && i < first; i++)
    base += g_array_index (trend->past, HwTrendPoint, i).from >= from;

  return base >= BASE_LEAST && base + n_weeks + QUIET_WISHED <= first + 1 ? base : 0;
}

static void
keep_series (const HwTrend         *trend,
             guint                  first,
             const HwPlaceboResult *r,
             HwVerdict             *verdict)
{
  g_array_append_vals (verdict->actual, trend->past->data, first + verdict->n_weeks);
  for (gsize i = 0; i < r->n_gaps; i++)
    {
      const double gap = r->gaps[i] - r->drift;

      g_array_append_val (verdict->gaps, gap);
    }

  for (guint h = 0; h < verdict->n_weeks; h++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, first + h);
      const double mean = r->expected[h] + r->drift;
      const double down = r->expected[h] - r->lo80[h], up = r->hi80[h] - r->expected[h];
      const HwTrendAhead ahead = {
        point->from, point->to, mean, mean - down, mean + up, mean - BAND_95_BY_80 * down, mean + BAND_95_BY_80 * up,
      };

      g_array_append_val (verdict->expected, ahead);
    }
}

/* Money a month, net of what it costs to run: of sales the share that is left after
 * the goods are paid, where that is known. */
static void
set_money (const HwAnswers *answers,
           HwVerdict       *verdict)
{
  const gboolean lost = g_str_equal (verdict->metric->id, "lost_sales_value");
  const double part = isnan (verdict->margin) ? 1.0 : verdict->margin;
  const double cost = hw_answers_get_number (answers, "month_cost", 0.0) + WEEKS_A_MONTH *
                      hw_answers_get_number (answers, "hours", 0.0) * hw_answers_get_number (answers, "wage", 0.0);
  const double unit = WEEKS_A_MONTH * part * (lost ? -1.0 : 1.0);

  if (!lost && !g_str_equal (verdict->metric->id, "revenue"))
    return;

  verdict->cost_month = cost;
  verdict->money_month = verdict->effect * unit - cost;
  verdict->money_low = (lost ? verdict->high : verdict->low) * unit - cost;
  verdict->money_high = (lost ? verdict->low : verdict->high) * unit - cost;
}

static void
take_result (const HwTrend         *trend,
             const HwAnswers       *answers,
             guint                  first,
             const HwPlaceboResult *r,
             HwVerdict             *verdict)
{
  const double way = verdict->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  double usual = 0.0;

  for (guint h = 0; h < verdict->n_weeks; h++)
    usual += (r->expected[h] + r->drift) / verdict->n_weeks;

  verdict->state = HW_JUDGED;
  verdict->n_before = (guint) r->n_before;
  verdict->carry = r->carry;
  verdict->n_quiet = (guint) r->n_gaps;
  verdict->n_as_large = (guint) r->n_as_large;
  verdict->p = r->p;
  verdict->effect = r->gap - r->drift;
  verdict->low = r->low;
  verdict->high = r->high;
  if (usual != 0.0)
    verdict->share = verdict->effect / fabs (usual);
  verdict->worth = way * hw_answers_get_number (answers, "effect", NAN) * fabs (usual);
  keep_series (trend, first, r, verdict);
  set_money (answers, verdict);
}

static gboolean
judge (const HwTrend    *trend,
       const HwAnswers  *answers,
       const HwTick     *tick,
       HwVerdict        *verdict,
       GError          **error)
{
  g_auto (HwPlaceboResult) r = { 0 };
  g_autoptr (GError) local = NULL;
  g_autofree double *y = NULL;
  HwPlaceboInput input = { .non_negative = !hw_unit_is_share (verdict->metric->unit) };
  guint first = 0;

  if (!find_weeks (trend, answers, &first, verdict))
    return TRUE;

  y = take_values (trend);
  input.y = y;
  input.n = trend->past->len;
  input.start = first;
  input.length = verdict->n_weeks;
  input.base = find_base (trend, answers, first, verdict->n_weeks);
  if (!is_known (y, first, verdict->n_weeks) || (first > 0 && !is_known (y, 0, first)))
    {
      verdict->state = HW_JUDGE_NO_FIGURE;
      return TRUE;
    }

  if (hw_placebo_run (&input, tick, &r, &local))
    take_result (trend, answers, first, &r, verdict);
  else if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT))
    verdict->state = HW_JUDGE_TOO_SHORT;
  else
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) entry = load_initiative (store, *(const gint64 *) request, error);
  g_autoptr (HwVerdict) verdict = hw_verdict_new ();
  g_autoptr (GPtrArray) trends = NULL;
  g_autoptr (GError) local = NULL;

  if (entry == NULL || !find_planned (store, entry, verdict, error) || !find_used (store, entry->id, verdict, error))
    return NULL;

  verdict->metric = hw_metric_find_computed (hw_answers_get_text (entry->answers, "metric"));
  if (verdict->metric == NULL)
    {
      verdict->state = HW_JUDGE_NO_FIGURE;
      return g_steal_pointer (&verdict);
    }

  trends = load_trends (session, verdict, entry->answers, tick, &local);
  if (trends == NULL && g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return g_steal_pointer (&verdict);

  if (trends == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  verdict->margin = find_margin (g_ptr_array_index (trends, 1), entry->answers);
  if (!judge (g_ptr_array_index (trends, 0), entry->answers, tick, verdict, error))
    return NULL;

  hw_verdict_decide (verdict);
  return g_steal_pointer (&verdict);
}

const HwJob hw_verdict_job = {
  "verdict", N_("Working out whether it helped"), run, g_free, (GDestroyNotify) hw_verdict_free, FALSE
};
