/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-gain.h"

#include "store/hw-sale-repo.h"

#include <math.h>

#define YEAR 364       /* days: 52 weeks */
#define LOST 0.2       /* of the effect, and how much less later money counts, */
#define RATE 0.08      /* where no verdict says it */
#define REACH_90 1.644854

/* What money a figure is a share or a sum of. */
typedef enum
{
  OF_SALES,
  OF_LOST_SALES,
  OF_WASTE,
  OF_GROSS_PROFIT,
  OF_GOODS,
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
  { "food_cost_pct", OF_GOODS },
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

/* As planned, where no verdict says how it ran. */
static void
take_plan (const HwEntry *initiative,
           HwGain        *gain)
{
  gain->running = 12.0 * hw_answers_get_number (initiative->answers, "month_cost", 0.0);
  gain->hours = hw_answers_get_number (initiative->answers, "hours", 0.0);
  gain->wage = hw_answers_get_number (initiative->answers, "wage", 0.0);
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

    case OF_GOODS:
      return plain (sums->cogs) + plain (sums->waste_value);

    case OF_SALES:
    case OF_LOST_SALES:
    default:
      return plain (sums->revenue);
    }
}

/* As the verdict has it: held back by doubt, in money of a year before the trial. */
static void
take_verdict (const HwVerdict *verdict,
              Of               of,
              HwGain          *gain)
{
  const HwVerdictMoney *money = &verdict->money;

  gain->effect = money->effect;
  gain->sd = money->effect_sd;
  gain->low = money->effect - REACH_90 * money->effect_sd;
  gain->high = money->effect + REACH_90 * money->effect_sd;
  gain->lost = money->lost;
  gain->rate = money->rate;
  gain->volume = money->volume;
  gain->margin = money->margin;
  gain->running = money->running;
  gain->hours = money->hours;
  gain->wage = money->wage;
  gain->saves = of == OF_WASTE || of == OF_GROSS_PROFIT || of == OF_GOODS;
  gain->margin_known = gain->saves || !isnan (verdict->margin);
}

gboolean
hw_gain_find (HwStore          *store,
              const HwEntry    *initiative,
              const HwVerdict  *verdict,
              HwGain           *gain,
              GError          **error)
{
  const HwDay start = hw_answers_get_day (initiative->answers, "start");
  HwPeriodSums sums;
  double base;
  Of of;

  *gain = (HwGain) { .metric = verdict->metric, .margin = 1.0, .part = 1.0, .lost = LOST, .rate = RATE };
  take_plan (initiative, gain);
  if (verdict->state != HW_JUDGED || !verdict->money.known || !find_kind (verdict->metric, &of) || start == HW_DAY_NONE)
    return TRUE;

  if (!hw_sale_repo_sums_of (store, start - YEAR, start - 1, HW_SUMS_STOCK, &sums, error))
    return FALSE;

  take_verdict (verdict, of, gain);
  base = money_of (of, &sums);
  gain->part = base > 0.0 ? gain->volume / base : 0.0;
  gain->known = gain->volume > 0.0 && base > 0.0 && isfinite (gain->effect) && isfinite (gain->sd);
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
