/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stocking by last week's sales would cost more than stocking by the forecast: both
 * tried on weeks of the past that neither had seen. */
#include "jobs/hw-stake-case.h"

#include "core/hw-error.h"
#include "engine/stake/hw-rule-gain.h"
#include "jobs/hw-demand-engine.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TRIED_MOST 12      /* products, those that bring most */
#define ORIGINS 4
#define WEEKS_EACH 4       /* that are looked ahead from each */
#define WEEKS (ORIGINS * WEEKS_EACH)
#define BEFORE_LEAST 12    /* weeks known at the first origin */
#define FRESH_DAYS 3
#define YEAR_WEEKS (365.0 / 7.0)

typedef struct
{
  double last_week[WEEKS], average[WEEKS], forecast[WEEKS];
  double revenue;          /* of the products tried */
  guint  n_products;
  gint64 n_rows;
} Tried;

static int
compare_revenue (gconstpointer a,
                 gconstpointer b)
{
  const HwDemandSeries *x = *(HwDemandSeries *const *) a, *y = *(HwDemandSeries *const *) b;

  if (x->year_revenue != y->year_revenue)
    return x->year_revenue > y->year_revenue ? -1 : 1;

  return x->product_id < y->product_id ? -1 : x->product_id > y->product_id;
}

/* The forecast's amount at the newsvendor's chance, between the quantiles it has. */
static double
amount_at (const HwForecastResult *r,
           gsize                   h,
           double                  chance)
{
  const double *q = r->quantiles + h * HW_LEVELS;
  gsize k = 1;

  while (k < HW_LEVELS - 1 && hw_levels[k] < chance)
    k++;

  return q[k - 1] + (q[k] - q[k - 1]) * CLAMP ((chance - hw_levels[k - 1]) / (hw_levels[k] - hw_levels[k - 1]), 0.0, 1.0);
}

/* Losses of one product from one origin, into its four weeks. FALSE with @error unset
 * where nothing can be said. */
static gboolean
try_origin (const HwRuleCase  *rule,
            gsize              first_week,
            Tried             *tried,
            GError           **error)
{
  const gsize horizon = WEEKS_EACH * rule->season;
  const double chance = rule->under / (rule->under + rule->over);
  const HwForecastInput input = hw_demand_input (HW_BY_DAY, (int) rule->season, rule->y, NULL, NULL, rule->origin);
  g_auto (HwForecastResult) r = { 0 };
  g_autoptr (GError) local = NULL;

  if (!hw_forecast_run (&input, horizon, &r, &local))
    {
      if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT) ||
          g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
        return FALSE;

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (gsize h = 0; h < horizon; h++)
    {
      const double asked = rule->y[rule->origin + h];
      const double last = hw_rule_stock (rule, HW_RULE_LAST_WEEK, h), mean = hw_rule_stock (rule, HW_RULE_AVERAGE, h);
      const gsize week = first_week + h / rule->season;

      if (isnan (asked) || isnan (last) || isnan (mean))
        continue;

      tried->last_week[week] += hw_rule_loss (rule, last, asked);
      tried->average[week] += hw_rule_loss (rule, mean, asked);
      tried->forecast[week] += hw_rule_loss (rule, amount_at (&r, h, chance), asked);
      tried->n_rows++;
    }

  return TRUE;
}

/* Goods that keep cost their keeping for a week if they are too many, fresh ones all. */
static gboolean
try_product (const HwStakeCase     *self,
             const HwDemandSeries  *series,
             Tried                 *tried,
             GError               **error)
{
  const gsize season = (gsize) self->demand->season, n = series->past->len;
  const double cost = hw_stake_case_cost (series->product), margin = hw_stake_case_margin (self, series);
  const gboolean fresh = series->product->shelf_days > 0 && series->product->shelf_days <= FRESH_DAYS;
  const double over = (isnan (cost) ? hw_stake_case_price (series) - margin : cost) * (fresh ? 1.0 : self->carrying / YEAR_WEEKS);
  g_autofree double *y = g_new (double, n + 1);
  GError *local = NULL;
  gboolean any = FALSE;

  if (!(over > 0.0) || !(margin > 0.0) || n < (BEFORE_LEAST + WEEKS) * season)
    return TRUE;

  for (gsize t = 0; t < n; t++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

      y[t] = point->state == HW_PAST_CLOSED ? NAN : MAX (point->units, 0.0) + point->lost;
    }

  for (gsize o = 0; o < ORIGINS && local == NULL; o++)
    {
      const HwRuleCase rule = { y, n, n - (ORIGINS - o) * WEEKS_EACH * season, season, over, margin };

      any |= try_origin (&rule, o * WEEKS_EACH, tried, &local);
    }

  if (any)
    {
      tried->revenue += series->year_revenue;
      tried->n_products++;
    }

  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static void
tell (HwStakeCase      *self,
      HwStake          *stake,
      const Tried      *tried,
      const HwRuleGain *gain)
{
  stake->n_products = tried->n_products;
  stake->n_rows = tried->n_rows;
  if (!(gain->range.mid > 0.0))
    {
      stake->state = HW_STAKE_NOTHING;
      return;
    }

  hw_stake_case_set (stake, &gain->range);
  hw_stake_add_step (stake, _("Best sellers that were tried"), HW_UNIT_COUNT, tried->n_products);
  hw_stake_add_step (stake, _("Weeks of your past that were foretold"), HW_UNIT_COUNT, WEEKS);
  hw_stake_add_step (stake, _("Cost of too much and too little by last week's sales"), HW_UNIT_MONEY, gain->rule);
  hw_stake_add_step (stake, _("Cost of too much and too little by the forecast"), HW_UNIT_MONEY, gain->forecast);
  hw_stake_add_step (stake, _("Times this for a whole year"), HW_UNIT_RATIO, YEAR_WEEKS / WEEKS);
}

gboolean
hw_stake_add_forecast (HwStakeCase  *self,
                       GError      **error)
{
  HwStake *stake = hw_stake_case_add (self, HW_STAKE_FORECAST, isnan (self->stakes->revenue) ? HW_STAKE_NO_AMOUNTS
                                      : isnan (self->margin_share) ? HW_STAKE_NO_COSTS : HW_STAKE_TOO_SHORT);
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  Tried tried = { 0 };
  HwRuleGain gain;

  if (stake->state != HW_STAKE_TOO_SHORT)
    return TRUE;

  for (guint i = 1; i < self->demand->series->len; i++)
    {
      HwDemandSeries *one = g_ptr_array_index (self->demand->series, i);

      if (one->missing == HW_NO_FORECAST_NONE && one->product != NULL && one->year_revenue > 0.0)
        g_ptr_array_add (series, one);
    }

  g_ptr_array_sort (series, compare_revenue);
  for (guint i = 0; i < MIN (series->len, TRIED_MOST); i++)
    if (!try_product (self, g_ptr_array_index (series, i), &tried, error))
      return FALSE;

  if (tried.n_products > 0 && hw_rule_gain (tried.last_week, tried.average, tried.forecast, WEEKS, YEAR_WEEKS, self->least, &gain, NULL))
    tell (self, stake, &tried, &gain);

  return TRUE;
}
