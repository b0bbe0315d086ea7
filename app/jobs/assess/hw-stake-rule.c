/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stocking by last week's sales would cost more than stocking by the forecast: both
 * tried on weeks of the past that neither had seen. */
#include "jobs/assess/hw-stake-case.h"

#include "core/hw-error.h"
#include "engine/stake/hw-rule-gain.h"

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
  double last_week[WEEKS], average[WEEKS], all[WEEKS], forecast[WEEKS];
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
      const gsize w = o * WEEKS_EACH;
      const HwRuleWeeks losses = { tried->last_week + w, tried->average + w, tried->all + w, tried->forecast + w };
      gsize n_tried = 0;

      if (hw_rule_try (&rule, WEEKS_EACH, &losses, &n_tried, &local))
        tried->n_rows += (gint64) n_tried;
      else if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT) ||
               g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
        g_clear_error (&local);

      any |= n_tried > 0;
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

  if (!hw_stake_case_set (self, stake, &gain->range))
    return;

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
  HwRuleWeeks losses;
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

  losses = (HwRuleWeeks) { tried.last_week, tried.average, tried.all, tried.forecast };
  if (tried.n_products > 0 && hw_rule_gain (&losses, WEEKS, YEAR_WEEKS, self->least, &gain, NULL))
    tell (self, stake, &tried, &gain);

  return TRUE;
}
