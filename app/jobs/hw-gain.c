/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-gain.h"

#include "store/hw-sale-repo.h"

#include <math.h>

#define YEAR 364       /* days: 52 weeks */
#define WEEKS_A_YEAR 52.0
#define REACH_90 1.644854

/* What money a figure is a share or a sum of. */
typedef enum
{
  OF_SALES,
  OF_LOST_SALES,
  OF_WASTE,
  OF_GROSS_PROFIT,
} Of;

static const struct
{
  const char *metric;
  Of          of;
} kinds[] = {
  { "revenue", OF_SALES },
  { "average_order_value", OF_SALES },
  { "lost_sales_value", OF_LOST_SALES },
  { "waste_rate", OF_WASTE },
  { "gross_margin_pct", OF_GROSS_PROFIT },
};

static gboolean
find_kind (const HwMetric *metric,
           Of             *of)
{
  for (gsize i = 0; metric != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].metric, metric->id))
      {
        *of = kinds[i].of;
        return TRUE;
      }

  return FALSE;
}

static double
plain (HwMoney money)
{
  return (double) money / HW_MONEY_ONE;
}

static double
money_of (Of                  of,
          const HwPeriodSums *sums)
{
  switch (of)
    {
    case OF_WASTE:
      return plain (sums->waste_value);

    case OF_GROSS_PROFIT:
      return plain (sums->costed_revenue) - plain (sums->cogs);

    case OF_SALES:
    case OF_LOST_SALES:
    default:
      return plain (sums->revenue);
    }
}

/* Usual value of one week, as it was expected without the change. */
static double
find_usual (const HwVerdict *verdict)
{
  double sum = 0.0;

  for (guint i = 0; i < verdict->expected->len; i++)
    sum += g_array_index (verdict->expected, HwTrendAhead, i).mean;

  return verdict->expected->len > 0 ? sum / verdict->expected->len : (double) NAN;
}

static void
take_effect (const HwVerdict *verdict,
             double           usual,
             HwGain          *gain)
{
  const double way = verdict->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  const double one = verdict->low * way / fabs (usual), other = verdict->high * way / fabs (usual);

  gain->effect = verdict->effect * way / fabs (usual);
  gain->low = fmin (one, other);
  gain->high = fmax (one, other);
  gain->sd = (gain->high - gain->low) / (2.0 * REACH_90);
}

static void
take_margin (Of                  of,
             const HwPeriodSums *sums,
             HwGain             *gain)
{
  const double sales = plain (sums->costed_revenue);

  gain->margin = 1.0;
  gain->margin_known = TRUE;
  if (of != OF_SALES && of != OF_LOST_SALES)
    return;

  gain->margin_known = sales > 0.0 && plain (sums->cogs) < sales;
  if (gain->margin_known)
    gain->margin = (sales - plain (sums->cogs)) / sales;
}

gboolean
hw_gain_find (HwStore          *store,
              const HwEntry    *initiative,
              const HwVerdict  *verdict,
              HwGain           *gain,
              GError          **error)
{
  const HwDay start = hw_answers_get_day (initiative->answers, "start");
  const gboolean one_product = hw_answers_has (initiative->answers, "product");
  const double usual = verdict->state == HW_JUDGED ? find_usual (verdict) : (double) NAN;
  HwPeriodSums sums;
  double base;
  Of of;

  *gain = (HwGain) { .metric = verdict->metric, .margin = 1.0, .part = 1.0 };
  if (!find_kind (verdict->metric, &of) || start == HW_DAY_NONE || !isfinite (usual) || usual == 0.0 ||
      !isfinite (verdict->low) || !isfinite (verdict->high))
    return TRUE;

  if (!hw_sale_repo_sums_of (store, start - YEAR, start - 1, HW_SUMS_STOCK, &sums, error))
    return FALSE;

  take_effect (verdict, usual, gain);
  take_margin (of, &sums, gain);
  base = money_of (of, &sums);
  gain->saves = of == OF_WASTE || of == OF_GROSS_PROFIT;
  gain->volume = of == OF_LOST_SALES || (one_product && of == OF_SALES) ? usual * WEEKS_A_YEAR : base;
  gain->part = base > 0.0 ? gain->volume / base : 0.0;
  gain->known = gain->volume > 0.0 && base > 0.0;
  return TRUE;
}

gboolean
hw_gain_volume (HwStore       *store,
                const HwGain  *gain,
                HwDay          from,
                HwDay          to,
                double        *volume,
                GError       **error)
{
  HwPeriodSums sums;
  Of of;

  if (!find_kind (gain->metric, &of) || !hw_sale_repo_sums_of (store, from, to, HW_SUMS_STOCK, &sums, error))
    return FALSE;

  *volume = gain->part * money_of (of, &sums);
  return TRUE;
}

double
hw_gain_of (const HwGain *gain,
            double        effect,
            double        volume,
            double        works)
{
  const double way = gain->metric != NULL && gain->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  const double inside = 1.0 + way * effect * works;

  return inside > 0.0 ? volume * effect * works / inside * gain->margin : 0.0;
}
