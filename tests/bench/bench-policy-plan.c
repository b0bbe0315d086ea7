/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-policy.h"

#include "engine/forecast/hw-catalogue.h"
#include "engine/forecast/hw-sold-out.h"
#include "engine/math/hw-parallel.h"
#include "engine/stock/hw-lead-time.h"
#include "engine/stock/hw-stock-paths.h"

#include <math.h>
#include <string.h>

#define SEED 7

/* Weeks of an item that sold out become what was likely asked for. */
static void
complete (BenchPolicyItem *item)
{
  g_autofree double *demand = g_new (double, item->n + 1);

  hw_sold_out_complete (item->y, item->sold_out, NULL, item->n, 1, demand);
  memcpy (item->y, demand, item->n * sizeof *demand);
}

gboolean
bench_policy_forecast (BenchPolicy  *self,
                       guint         threads,
                       GError      **error)
{
  g_autofree HwForecastInput *inputs = g_new0 (HwForecastInput, self->n + 1);
  g_autofree HwForecastAnswer *answers = g_new0 (HwForecastAnswer, self->n + 1);

  for (gsize i = 0; i < self->n; i++)
    {
      BenchPolicyItem *item = &self->items[i];

      if (self->has_sold_out && item->n > 0)
        complete (item);
      inputs[i] = (HwForecastInput) { .y = item->y, .n = item->n, .season = BENCH_POLICY_YEAR, .non_negative = TRUE };
    }

  if (!hw_catalogue_forecast (inputs, self->n, BENCH_POLICY_PERIODS, threads, NULL, answers, error))
    return FALSE;

  for (gsize i = 0; i < self->n; i++)
    if (answers[i].error == NULL)
      self->items[i].ahead = g_memdup2 (answers[i].result.mean, BENCH_POLICY_PERIODS * sizeof (double));

  hw_catalogue_answers_clear (answers, self->n);
  return TRUE;
}

void
bench_policy_case_clear (BenchPolicyCase *self)
{
  g_clear_pointer (&self->paths, g_free);
  g_clear_pointer (&self->lead, g_free);
}

/* An item without orders of its own waits as long as those of all items together. */
static gboolean
learn_lead (BenchPolicyCase        *self,
            const BenchPolicy      *policy,
            const BenchPolicyItem  *item,
            GError                **error)
{
  HwLeadTimeInput input = { .own = item->lead, .n_own = item->n_lead, .told = -1.0 };
  int longest = 1;

  if (item->n_lead == 0)
    {
      input.others = policy->all_leads;
      input.n_others = policy->n_all_leads;
    }

  for (gsize i = 0; i < input.n_own; i++)
    longest = MAX (longest, input.own[i]);
  for (gsize i = 0; i < input.n_others; i++)
    longest = MAX (longest, input.others[i]);

  self->input.n_lead = (gsize) MIN (2 * longest + 1, HW_LEAD_MOST + 1);
  self->lead = g_new (double, self->input.n_lead);
  if (!hw_lead_time_learn (&input, self->lead, self->input.n_lead, error))
    return FALSE;

  while (self->input.n_lead > 1 && self->lead[self->input.n_lead - 1] <= 0.0)
    self->input.n_lead--;
  self->input.lead = self->lead;
  return TRUE;
}

/* The state does not say when what is on its way was ordered. */
gboolean
bench_policy_case_init (BenchPolicyCase    *self,
                        const BenchPolicy  *policy,
                        gsize               index,
                        GError            **error)
{
  const BenchPolicyItem *item = &policy->items[index];
  const HwStockPathsInput paths = {
    .y = item->y, .n = item->n, .ahead = item->ahead, .n_periods = BENCH_POLICY_PERIODS, .season = 1,
    .year = BENCH_POLICY_YEAR, .whole = TRUE, .n_paths = BENCH_POLICY_PATHS, .seed = index + 1,
  };

  *self = (BenchPolicyCase) { .coming = { .quantity = item->on_order, .age = -1 } };
  self->paths = hw_stock_paths_draw (&paths, error);
  if (self->paths == NULL || !learn_lead (self, policy, item, error))
    return FALSE;

  self->input.paths = self->paths;
  self->input.n_paths = BENCH_POLICY_PATHS;
  self->input.n_periods = BENCH_POLICY_PERIODS;
  self->input.review = item->review;
  self->input.shortage = item->shortage;
  self->input.unit_cost = item->unit_cost;
  self->input.holding = item->holding;
  self->input.ordering = item->ordering;
  self->input.penalty = item->penalty;
  self->input.min_order = item->min_order;
  self->input.pack = item->pack;
  self->input.whole = TRUE;
  self->input.on_hand = item->on_hand;
  self->input.waiting = item->waiting;
  self->input.coming = &self->coming;
  self->input.n_coming = item->on_order > 0.0 ? 1 : 0;
  self->input.seed = SEED;
  return TRUE;
}

static void
plan_one (gsize    index,
          gpointer data)
{
  BenchPolicy *self = data;
  BenchPolicyItem *item = &self->items[index];
  g_auto (BenchPolicyCase) one = { 0 };

  hw_replenish_clear (&item->plan);
  g_clear_error (&item->trouble);
  if (bench_policy_case_init (&one, self, index, &item->trouble)
      && !hw_replenish_plan (&one.input, &item->plan, &item->trouble))
    g_assert (item->trouble != NULL);
}

void
bench_policy_plan (BenchPolicy *self,
                   guint        threads)
{
  const gboolean is_done = hw_parallel_run (self->n, threads, plan_one, self, NULL);

  g_assert (is_done); /* nobody can stop it */
}
