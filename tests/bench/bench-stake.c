/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stake [--seeds N] [--seed K] [--noise M]: what is lost, as told from the records of
 * businesses that were drawn with known losses: how often the truth lies in the range, how
 * wide that is, how far off its middle. Then M businesses in which nothing but noise goes
 * on (as many as N unless said): in how many of them anything is called certain.
 */
#include "bench-stake-shop.h"

#include "engine/stake/hw-rule-gain.h"
#include "engine/stake/hw-stake-range.h"
#include "engine/stake/hw-year-total.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LOST_SALES, WASTE, DEAD_STOCK, N_KINDS };

static const char *const names[N_KINDS] = { "lost-sales", "waste", "dead-stock" };

typedef struct
{
  GArray *widths;   /* of double: half of the range, of its middle */
  GArray *errors;   /* of double: of the truth */
  guint   n, inside;
} Tally;

static HwStakeRange
tell_lost_sales (const Shop *shop)
{
  const HwMissedTerms terms = {
    SHOP_DAYS, 7, (double) SHOP_DAYS / (double) (SHOP_DAYS - shop->first), SHOP_DAYS, shop->only_marks,
  };
  g_autofree HwMissed *products = g_new (HwMissed, shop->n_products);
  HwMissed all;
  HwStakeRange range;

  for (guint i = 0; i < shop->n_products; i++)
    {
      const ShopProduct *p = &shop->products[i];
      const HwMissedProduct product = { p->sold, p->counted, p->sold_out, p->left, p->margin };

      hw_missed_product (&terms, &product, NULL, &products[i]);
    }

  hw_missed_all (products, shop->n_products, &all);
  hw_stake_range_of_loss (all.money, all.sd, 0.0, &range);
  return range;
}

static HwStakeRange
tell_waste (const Shop *shop)
{
  HwYearTotal total = { 0 };
  HwStakeRange range;

  if (!hw_year_total (shop->waste, SHOP_DAYS, SHOP_DAYS, &total, NULL))
    total = (HwYearTotal) { 0 };

  hw_stake_range_of_loss (total.total, total.sd, 0.0, &range);
  return range;
}

static HwStakeRange
tell_dead_stock (const Shop *shop)
{
  HwIdle idle;
  HwStakeRange range;

  hw_idle_cost (shop->idle, shop->n_idle, shop->carrying, shop->carrying_said ? 0.0 : 0.2, &idle);
  hw_stake_range_of_loss (idle.year, idle.year_sd, 0.0, &range);
  return range;
}

static void
note (Tally              *tally,
      const HwStakeRange *range,
      double              truth)
{
  const double width = (range->high - range->low) / 2.0 / range->mid, error = fabs (range->mid / truth - 1.0);
  const double close = 1e-9 * truth;

  if (!(truth > 0.0) || !(range->mid > 0.0))
    return;

  g_array_append_val (tally->widths, width);
  g_array_append_val (tally->errors, error);
  tally->n++;
  tally->inside += truth >= range->low - close && truth <= range->high + close;
}

#define TRIED 4
#define ORIGINS 4
#define WEEKS_EACH 4
#define KINDS 9.0
#define MATTERS 0.0005

/* The simple rule against the forecast, as on a business's own past. */
static gboolean
is_forecast_certain (const Shop *shop)
{
  double last_week[ORIGINS * WEEKS_EACH] = { 0 }, average[ORIGINS * WEEKS_EACH] = { 0 };
  double all[ORIGINS * WEEKS_EACH] = { 0 }, forecast[ORIGINS * WEEKS_EACH] = { 0 };
  HwRuleGain gain = { 0 };
  double revenue = 0.0;

  for (guint i = 0; i < MIN (shop->n_products, TRIED); i++)
    for (gsize o = 0; o < ORIGINS; o++)
      {
        const ShopProduct *p = &shop->products[i];
        const gsize n = SHOP_DAYS - shop->first, w = o * WEEKS_EACH;
        const HwRuleCase rule = { p->sold + shop->first, n, n - (ORIGINS - o) * WEEKS_EACH * 7, 7, p->cost * 0.25 / 52.0, p->margin };
        gsize n_tried;

        if (n < 28 * 7 ||
            !hw_rule_try (&rule, WEEKS_EACH, &(HwRuleWeeks) { last_week + w, average + w, all + w, forecast + w }, &n_tried, NULL))
          return FALSE;
      }

  for (guint i = 0; i < shop->n_products; i++)
    for (gsize t = shop->first; t < SHOP_DAYS; t++)
      revenue += shop->products[i].sold[t] * (shop->products[i].cost + shop->products[i].margin) * SHOP_DAYS / (double) (SHOP_DAYS - shop->first);

  return hw_rule_gain (&(HwRuleWeeks) { last_week, average, all, forecast }, ORIGINS * WEEKS_EACH, 365.0 / 7.0, MATTERS * revenue, &gain, NULL) &&
         gain.range.certain;
}

/* The share of businesses of noise alone of which anything is called certain. */
static void
look_at_noise (Shop    *shop,
               guint64  first,
               guint64  n)
{
  guint any = 0, lost = 0, foretold = 0, late = 0;

  for (guint64 seed = first; seed < first + n; seed++)
    {
      gboolean is_lost, is_late, is_foretold;

      shop_draw (shop, seed, TRUE);
      is_lost = tell_lost_sales (shop).certain;
      is_late = hw_late_is_sure (shop->suppliers, SHOP_SUPPLIERS, KINDS);
      is_foretold = is_forecast_certain (shop);
      lost += is_lost;
      late += is_late;
      foretold += is_foretold;
      any += is_lost || is_late || is_foretold;
    }

  g_print ("noise: anything certain in %.1f%% of %" G_GUINT64_FORMAT " (sold out %u, forecast %u, deliveries %u)\n",
           100.0 * any / (double) MAX (n, 1), n, lost, foretold, late);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
middle (GArray *values)
{
  g_array_sort (values, compare);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : NAN;
}

int
main (int    argc,
      char **argv)
{
  guint64 n = 400, first = 1, noise = G_MAXUINT64;
  Tally tallies[N_KINDS];
  g_autofree Shop *shop = g_new0 (Shop, 1);

  for (int i = 1; i + 1 < argc; i += 2)
    if (strcmp (argv[i], "--seeds") == 0)
      n = g_ascii_strtoull (argv[i + 1], NULL, 10);
    else if (strcmp (argv[i], "--seed") == 0)
      first = g_ascii_strtoull (argv[i + 1], NULL, 10);
    else if (strcmp (argv[i], "--noise") == 0)
      noise = g_ascii_strtoull (argv[i + 1], NULL, 10);

  for (int k = 0; k < N_KINDS; k++)
    tallies[k] = (Tally) { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)), 0, 0 };

  for (guint64 seed = first; seed < first + n; seed++)
    {
      HwStakeRange ranges[N_KINDS];
      double truths[N_KINDS];

      shop_draw (shop, seed, FALSE);
      ranges[LOST_SALES] = tell_lost_sales (shop);
      ranges[WASTE] = tell_waste (shop);
      ranges[DEAD_STOCK] = tell_dead_stock (shop);
      truths[LOST_SALES] = shop->missed_truth;
      truths[WASTE] = shop->waste_truth;
      truths[DEAD_STOCK] = shop->idle_truth;
      for (int k = 0; k < N_KINDS; k++)
        {
          note (&tallies[k], &ranges[k], truths[k]);
          if (g_getenv ("HW_ROWS") != NULL)
            g_print ("# %" G_GUINT64_FORMAT " %s %g %g %g %g %d %d %d %u\n", seed, names[k], truths[k], ranges[k].mid, ranges[k].low,
                     ranges[k].high, shop->demand, shop->supply, shop->only_marks, shop->n_products);
        }
    }

  g_print ("%-12s %5s %7s %7s %7s\n", "kind", "n", "inside", "width", "error");
  for (int k = 0; k < N_KINDS; k++)
    {
      g_print ("%-12s %5u %6.1f%% %6.1f%% %6.1f%%\n", names[k], tallies[k].n, 100.0 * tallies[k].inside / MAX (tallies[k].n, 1),
               100.0 * middle (tallies[k].widths), 100.0 * middle (tallies[k].errors));
      g_array_unref (tallies[k].widths);
      g_array_unref (tallies[k].errors);
    }

  look_at_noise (shop, first, noise == G_MAXUINT64 ? n : noise);
  return EXIT_SUCCESS;
}
