/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/library/hw-library-private.h"

#include "core/hw-error.h"
#include "domain/hw-initiative.h"
#include "jobs/assess/hw-safety-load.h"
#include "jobs/demand/hw-override-job.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/figures/hw-trend-past.h"
#include "jobs/hw-session-private.h"
#include "jobs/scale/hw-return-job.h"
#include "jobs/stock/hw-shelf.h"
#include "jobs/today/hw-exceptions.h"
#include "jobs/trial/hw-verdict-job.h"

#include <math.h>

#define PERIODS 39        /* of four weeks: three years */
#define ORDERS_MOST 100000
#define METRICS_MOST 128

void
hw_library_facts_free (HwLibraryFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->sheet, hw_metric_sheet_free);
  g_clear_pointer (&self->past, g_array_unref);
  g_clear_pointer (&self->shelf, g_array_unref);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->refusals, g_array_unref);
  g_clear_pointer (&self->overrides, hw_override_review_free);
  g_clear_pointer (&self->journey, hw_journey_free);
  g_clear_pointer (&self->safety, hw_safety_book_free);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
  g_clear_pointer (&self->set_up, g_array_unref);
  g_clear_pointer (&self->result, hw_return_free);
  g_free (self);
}

/* What one period's sums tell, over the last three years. */
static gboolean
load_past (HwLibraryFacts  *self,
           HwSession       *session,
           const HwTick    *tick,
           GError         **error)
{
  const HwMetric *metrics[METRICS_MOST + 1] = { NULL };
  const HwMetric *metric;
  HwTrendSpan span;
  guint n = 0;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL && n < METRICS_MOST; i++)
    if (metric->compute != NULL)
      metrics[n++] = metric;

  if (!hw_trend_span_find (hw_session_get_store (session), HW_TREND_FOUR_WEEKS, PERIODS, self->today, &span, error))
    return FALSE;

  self->past = hw_trend_past_load (session, &span, metrics, tick, error);
  return self->past != NULL;
}

static gboolean
load_orders (HwLibraryFacts  *self,
             HwStore         *store,
             GError         **error)
{
  const HwDay from = self->today - HW_LIBRARY_YEAR;

  self->orders = hw_order_repo_list (store, self->today, ORDERS_MOST, error);
  self->refusals = self->orders != NULL ? hw_order_repo_refusals (store, from, error) : NULL;
  if (self->refusals == NULL)
    return FALSE;

  for (guint i = self->orders->len; i > 0; i--)
    {
      const HwOrderRow *row = g_ptr_array_index (self->orders, i - 1);

      if (row->order.state == HW_ORDER_CANCELLED || row->order.ordered < from)
        g_ptr_array_remove_index (self->orders, i - 1);
    }

  return TRUE;
}

static gboolean
load_verdicts (HwLibraryFacts  *self,
               HwSession       *session,
               const HwTick    *tick,
               GError         **error)
{
  GPtrArray *trials = self->journey->trials;

  for (guint i = 0; i < trials->len; i++)
    {
      const HwEntry *entry = ((const HwTrial *) g_ptr_array_index (trials, i))->initiative;
      HwTickPart share = { tick, (double) i / trials->len, (i + 1.0) / trials->len };
      const HwTick part = HW_TICK_PART (&share);
      double set_up = hw_answers_get_number (entry->answers, "cost", 0.0);
      HwVerdict *verdict;

      if (!hw_answers_has (entry->answers, "start") || hw_answers_get_day (entry->answers, "start") > self->today ||
          hw_initiative_state (entry) < HW_STATE_EVALUATING)
        continue;

      verdict = hw_verdict_job.run (session, &entry->id, &part, error);
      if (verdict == NULL)
        return FALSE;

      if (verdict->state == HW_JUDGED)
        {
          g_ptr_array_add (self->verdicts, verdict);
          g_array_append_val (self->set_up, set_up);
        }
      else
        hw_verdict_free (verdict);
    }

  return TRUE;
}

static gboolean
count_unusual (HwLibraryFacts  *self,
               HwSession       *session,
               GError         **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_exception_free);
  HwBy by;

  if (!hw_demand_choose_by (session, &by, error))
    return FALSE;
  if (by != HW_BY_DAY)
    return TRUE;
  if (!hw_exceptions_add_unusual (list, self->demand, self->today, error))
    return FALSE;

  self->n_unusual = list->len;
  self->has_unusual = TRUE;
  return TRUE;
}

/* All that needs sales; nothing of it is there without. */
static gboolean
load_sales (HwLibraryFacts  *self,
            HwSession       *session,
            const HwTick    *tick,
            GError         **error)
{
  HwTickPart first = { tick, 0.0, 0.5 }, second = { tick, 0.5, 0.8 }, third = { tick, 0.8, 1.0 };
  const HwTick sums = HW_TICK_PART (&first), past = HW_TICK_PART (&second), trials = HW_TICK_PART (&third);
  HwStore *store = hw_session_get_store (session);

  self->sheet = hw_metric_job.run (session, NULL, &sums, error);
  if (self->sheet == NULL || !load_past (self, session, &past, error) ||
      !load_verdicts (self, session, &trials, error))
    return FALSE;

  self->result = hw_return_job.run (session, NULL, NULL, error);
  if (self->result == NULL)
    return FALSE;

  self->overrides = hw_override_review_job.run (session, NULL, NULL, error);
  self->demand = self->overrides != NULL ? hw_demand_get (session, HW_BY_DAY, 7, NULL, error) : NULL;
  if (self->demand == NULL || !count_unusual (self, session, error))
    return FALSE;

  g_array_unref (self->shelf);
  self->shelf = hw_shelf_load (store, self->demand->products, self->today, error);
  return self->shelf != NULL;
}

HwLibraryFacts *
hw_library_facts_load (HwSession     *session,
                       const HwTick  *tick,
                       GError       **error)
{
  const HwPeriodSums nothing = { .from = HW_DAY_NONE, .to = HW_DAY_NONE, .forecast_error = NAN };
  g_autoptr (HwLibraryFacts) self = g_new0 (HwLibraryFacts, 1);
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GError) local = NULL;

  self->today = hw_session_get_today (session);
  self->shelf = g_array_new (FALSE, TRUE, sizeof (HwOnHand));
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_verdict_free);
  self->set_up = g_array_new (FALSE, TRUE, sizeof (double));
  self->journey = hw_journey_load (store, self->today, error);
  self->safety = self->journey != NULL ? hw_safety_load (store, self->today, error) : NULL;
  if (self->safety == NULL || !load_orders (self, store, error))
    return NULL;

  if (!load_sales (self, session, tick, &local))
    {
      if (!g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }

      self->demand = NULL;
    }

  if (self->sheet == NULL)
    self->sheet = hw_metric_sheet_new (&nothing, NULL, self->today);
  if (self->past == NULL)
    self->past = g_array_new (FALSE, TRUE, sizeof (HwPeriodSums));

  return g_steal_pointer (&self);
}
