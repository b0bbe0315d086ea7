/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-metric.h"

#include "domain/hw-metric-rows.h"

#include <glib/gi18n-lib.h>

static const char *const state_ids[HW_METRIC_N_STATES] = {
  "ok", "no-sales", "no-amounts", "no-history", "no-costs", "no-stock", "no-stock-by-day", "no-orders",
  "no-customers", "no-waste", "no-receipts", "no-forecast", "not-typed", "not-asked", "few-answers", "no-suppliers", "no-trial",
  "no-check-in", "no-roll-out", "no-own-figures", "no-proposals", "no-duties", "no-saving", "cannot-tell", "other-figure",
};

static const char *const state_texts[HW_METRIC_N_STATES] = {
  [HW_METRIC_OK]              = N_("Worked out from your records"),
  [HW_METRIC_NO_SALES]        = N_("No sales in this time yet. Add a file of your sales."),
  [HW_METRIC_NO_AMOUNTS]      = N_("Your sales files hold no amounts. Add a file with a column of amounts or prices."),
  [HW_METRIC_NO_HISTORY]      = N_("Your sales do not go back far enough to compare. Add older sales files."),
  [HW_METRIC_NO_COSTS]        = N_("We do not know what enough of your products cost you. Add a product list with a cost column."),
  [HW_METRIC_NO_STOCK]        = N_("We do not know your stock in this time. Count it and add a stock file."),
  [HW_METRIC_NO_STOCK_BY_DAY] = N_("We need to know what was left each evening. Add a stock file with a date in each row."),
  [HW_METRIC_NO_ORDERS]       = N_("Your sales have no receipt numbers. Add a sales file with a column of receipt numbers."),
  [HW_METRIC_NO_CUSTOMERS]    = N_("Your sales do not say who bought. Add a sales file with a column of customer numbers."),
  [HW_METRIC_NO_WASTE]        = N_("Nothing is noted as thrown away. Write down what you throw away each day."),
  [HW_METRIC_NO_RECEIPTS]     = N_("Not enough deliveries are on record. Note what you order and when it comes."),
  [HW_METRIC_NO_FORECAST]     = N_("There is no kept forecast to use yet. Make a forecast and look again after the next sales."),
  [HW_METRIC_NOT_TYPED]       = N_("Nobody has typed it in yet. Type in a value."),
  [HW_METRIC_NOT_ASKED]       = N_("Nobody has been asked yet. Enter how many gave which answer."),
  [HW_METRIC_FEW_ANSWERS]     = N_("Fewer than five people answered. Nothing is shown, so that nobody can be told apart."),
  [HW_METRIC_NO_SUPPLIERS]    = N_("We need stock counts and a supplier for each product. Add them to your product list."),
  [HW_METRIC_NO_TRIAL]        = N_("No trial has come far enough yet. Try one thing under Journey."),
  [HW_METRIC_NO_CHECK_IN]     = N_("Nobody has said yet how a week of a trial went. Do so under Journey."),
  [HW_METRIC_NO_ROLL_OUT]     = N_("Nobody has noted yet who was shown how. Do so in the steps of a trial that you keep."),
  [HW_METRIC_NO_OWN_FIGURES]  = N_("You have not changed a forecast yet, or its days are still to come."),
  [HW_METRIC_NO_PROPOSALS]    = N_("No proposed order has been used yet. Make one under Orders."),
  [HW_METRIC_NO_DUTIES]       = N_("Nothing on the safety list is noted as done yet. See Safety under Assess."),
  [HW_METRIC_NO_SAVING]       = N_("What you tried does not bring in more than it costs, so it cannot pay back."),
  [HW_METRIC_CANNOT_TELL]     = N_("Your trials cannot tell yet. Let one run for longer."),
  [HW_METRIC_OTHER_FIGURE]    = N_("Your trials were judged by another figure. What they brought stands in the other figures about trials."),
};

const char *
hw_metric_state_id (HwMetricState state)
{
  g_return_val_if_fail ((guint) state < HW_METRIC_N_STATES, NULL);

  return state_ids[state];
}

const char *
hw_metric_state_text (HwMetricState state)
{
  g_return_val_if_fail ((guint) state < HW_METRIC_N_STATES, "");

  return _(state_texts[state]);
}

const HwMetric *
hw_metric_at (gsize i)
{
  static const HwMetricRows *const tables[] = {
    &hw_metric_rows_money, &hw_metric_rows_customers, &hw_metric_rows_daily,
    &hw_metric_rows_supply, &hw_metric_rows_team, &hw_metric_rows_safety,
  };

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      if (i < tables[t]->n)
        return &tables[t]->rows[i];

      i -= tables[t]->n;
    }

  return NULL;
}

const HwMetric *
hw_metric_find (const char *id)
{
  const HwMetric *metric;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
    if (g_strcmp0 (metric->id, id) == 0)
      return metric;

  return NULL;
}

const HwMetric *
hw_metric_find_computed (const char *id)
{
  const HwMetric *metric = hw_metric_find (id);

  return metric != NULL && metric->compute != NULL ? metric : NULL;
}

gboolean
hw_metric_suits (const HwMetric *self,
                 const char     *sector)
{
  g_auto (GStrv) sectors = g_strsplit (self->sectors, " ", -1);

  return g_strv_contains ((const char *const *) sectors, "all") ||
         g_strv_contains ((const char *const *) sectors, sector);
}

static void
compute_all (GArray             *values,
             const HwPeriodSums *sums)
{
  const HwMetric *metric;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
    {
      HwMetricValue v = { .metric = metric, .from = sums->from, .to = sums->to };

      if (metric->compute == NULL)
        continue;

      v.state = metric->compute (sums, &v.value);
      g_array_append_val (values, v);
    }
}

HwMetricSheet *
hw_metric_sheet_new (const HwPeriodSums *sums,
                     const HwPeriodSums *before,
                     HwDay               as_of)
{
  HwMetricSheet *self = g_new0 (HwMetricSheet, 1);

  self->as_of = as_of;
  self->sums = *sums;
  self->values = g_array_new (FALSE, TRUE, sizeof (HwMetricValue));
  self->values_before = g_array_new (FALSE, TRUE, sizeof (HwMetricValue));
  compute_all (self->values, sums);

  if (before != NULL && before->n_days > 0)
    {
      self->before = *before;
      compute_all (self->values_before, before);
    }

  return self;
}

void
hw_metric_sheet_free (HwMetricSheet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->values);
  g_array_unref (self->values_before);
  g_free (self);
}

const HwMetricValue *
hw_metric_sheet_find (const HwMetricSheet *self,
                      const char          *id)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const HwMetricValue *v = &g_array_index (self->values, HwMetricValue, i);

      if (g_strcmp0 (v->metric->id, id) == 0)
        return v;
    }

  return NULL;
}

gboolean
hw_metric_adds_up (const HwMetric *self)
{
  static const char *const sums[] = { "revenue", "lost_sales_value", NULL };

  return self->unit == HW_UNIT_COUNT || g_strv_contains (sums, self->id);
}
