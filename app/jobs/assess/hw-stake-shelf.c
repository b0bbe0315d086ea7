/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies on the shelf for too long, and what is thrown away from it. */
#include "jobs/assess/hw-stake-case.h"

#include "engine/stake/hw-idle.h"
#include "engine/stake/hw-year-total.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-loss-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR 365
#define SILENCE 14.0      /* days without a note: longer than six usual gaps, nobody wrote */
#define GAPS 6.0
#define EXCESS_OFF 0.15   /* what will sell may be another amount */

static const HwProduct *
find_product (const HwStakeCase *self,
              gint64             id)
{
  return hw_shelf_find_product (self->demand->products, id);
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Days between notes that are too long for an ordinary gap: nobody wrote any. */
static double
longest_gap (const GArray *waste)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 1; i < waste->len; i++)
    {
      const int gap = g_array_index (waste, HwWaste, i).day - g_array_index (waste, HwWaste, i - 1).day;

      if (gap > 0)
        g_array_append_val (gaps, gap);
    }

  if (gaps->len == 0)
    return SILENCE;

  g_array_sort (gaps, compare_ints);
  return MAX (SILENCE, GAPS * g_array_index (gaps, int, gaps->len / 2));
}

/* Money by calendar day of the last year; NAN where nobody wrote. */
static double *
lay_out_waste (const HwStakeCase *self,
               const GArray      *waste,
               HwStake           *stake,
               double            *units)
{
  const HwDay first = self->demand->last_day - YEAR + 1;
  const double most = longest_gap (waste);
  g_autoptr (GHashTable) by_product = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  double *money = g_new (double, YEAR);
  GHashTableIter iter;
  gpointer key, value;

  for (int t = 0; t < YEAR; t++)
    money[t] = NAN;

  for (guint i = 0; i < waste->len; i++)
    {
      const HwWaste *row = &g_array_index (waste, HwWaste, i);
      const HwDay before = i > 0 ? g_array_index (waste, HwWaste, i - 1).day : row->day;
      const double cost = hw_stake_case_cost (find_product (self, row->product_id));
      double *sum = g_hash_table_lookup (by_product, &row->product_id);

      for (HwDay day = row->day - before <= most ? before : row->day; day <= row->day; day++)
        money[day - first] = isnan (money[day - first]) ? 0.0 : money[day - first];

      if (isnan (cost))
        continue;

      if (sum == NULL)
        {
          sum = g_new0 (double, 1);
          g_hash_table_insert (by_product, (gpointer) &row->product_id, sum);
        }
      *sum += cost * hw_scaled_to_double (row->quantity);
      *units += hw_scaled_to_double (row->quantity);
      money[row->day - first] += cost * hw_scaled_to_double (row->quantity);
      stake->n_rows++;
    }

  g_hash_table_iter_init (&iter, by_product);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      hw_stake_add_item (stake, *(const gint64 *) key, find_product (self, *(const gint64 *) key)->name, *(double *) value);
      stake->n_products++;
    }

  return money;
}

gboolean
hw_stake_add_waste (HwStakeCase  *self,
                    GError      **error)
{
  const HwDay last = self->demand->last_day;
  g_autoptr (GArray) waste = hw_loss_repo_waste (self->store, last - YEAR + 1, last, error);
  g_autofree double *money = NULL;
  HwStake *stake;
  HwYearTotal total;
  HwStakeRange range;
  double units = 0.0, noted = 0.0;

  if (waste == NULL)
    return FALSE;

  stake = hw_stake_case_add (self, HW_STAKE_WASTE, waste->len == 0 ? HW_STAKE_NO_WASTE : HW_STAKE_NO_COSTS);
  if (waste->len == 0)
    return TRUE;

  money = lay_out_waste (self, waste, stake, &units);
  if (stake->n_rows == 0)
    return TRUE;

  if (!hw_year_total (money, YEAR, YEAR, &total, NULL))
    {
      stake->state = HW_STAKE_NO_WASTE; /* too few days to tell of a year */
      return TRUE;
    }

  for (int t = 0; t < YEAR; t++)
    noted += isnan (money[t]) ? 0.0 : money[t];

  hw_stake_range_of_loss (total.total, total.sd, self->named, &range);
  if (!hw_stake_case_set (self, stake, &range))
    return TRUE;

  hw_stake_add_step (stake, _("Days for which waste was noted"), HW_UNIT_DAYS, (double) total.n_days);
  hw_stake_add_step (stake, _("Units thrown away"), HW_UNIT_COUNT, units);
  hw_stake_add_step (stake, _("What they cost you"), HW_UNIT_MONEY, noted);
  hw_stake_add_step (stake, _("Times this for a whole year"), HW_UNIT_RATIO, noted > 0.0 ? total.total / noted : 1.0);
  return TRUE;
}

/* Its days on sale and days with a sale, up to the last one. */
static double
chance_dead (const HwDemandSeries *series,
             HwDay                 today)
{
  HwDay first = HW_DAY_NONE, last = HW_DAY_NONE;
  double n = 0.0;

  for (guint t = 0; series != NULL && t < series->past->len; t++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

      if (!(point->units > 0.0))
        continue;

      first = first == HW_DAY_NONE ? point->day : first;
      last = point->day;
      n += 1.0;
    }

  return n > 0.0 ? hw_idle_chance (last - first, n, today - last) : 1.0;
}

/* What lies there and has not sold for half a year. */
static gboolean
is_idle (const HwStakeCase *self,
         const HwOnHand    *on_hand)
{
  return on_hand->on_hand != HW_UNKNOWN && on_hand->on_hand > 0 &&
         !hw_demand_sold_since (hw_demand_find (self->demand, on_hand->product_id), self->demand->last_sale - HW_DEAD_DAYS + 1);
}

static guint
count_counted (const GArray *shelf)
{
  guint n = 0;

  for (guint i = 0; i < shelf->len; i++)
    n += g_array_index (shelf, HwOnHand, i).on_hand != HW_UNKNOWN;

  return n;
}

static void
add_keeping_steps (HwStake    *stake,
                   double      carrying,
                   gboolean    said,
                   const char *money)
{
  hw_stake_add_step (stake, _("Products"), HW_UNIT_COUNT, stake->n_products);
  hw_stake_add_step (stake, money, HW_UNIT_MONEY, stake->stands);
  hw_stake_add_step (stake, said ? _("What keeping costs a year, of their value, as you said")
                                 : _("What keeping costs a year, of their value: room, interest, loss (taken as usual; you can set it)"),
                     HW_UNIT_SHARE, carrying);
}

gboolean
hw_stake_add_dead (HwStakeCase  *self,
                   GError      **error)
{
  const gboolean long_enough = self->demand->last_sale - self->demand->first_day >= HW_DEAD_DAYS;
  HwStake *stake = hw_stake_case_add (self, HW_STAKE_DEAD_STOCK, count_counted (self->shelf) == 0 ? HW_STAKE_NO_STOCK
                                                                : !long_enough ? HW_STAKE_TOO_SHORT : HW_STAKE_NOTHING);
  g_autoptr (GArray) products = g_array_new (FALSE, FALSE, sizeof (HwIdleProduct));
  gboolean missing = FALSE;
  HwStakeRange range;
  HwIdle idle;

  for (guint i = 0; stake->state == HW_STAKE_NOTHING && i < self->shelf->len; i++)
    {
      const HwOnHand *on_hand = &g_array_index (self->shelf, HwOnHand, i);
      const HwProduct *product = find_product (self, on_hand->product_id);
      const double cost = hw_stake_case_cost (product);
      HwIdleProduct one;

      if (product == NULL || !is_idle (self, on_hand))
        continue;

      missing = missing || isnan (cost);
      if (isnan (cost))
        continue;

      one = (HwIdleProduct) { cost * hw_scaled_to_double (on_hand->on_hand),
                              chance_dead (hw_demand_find (self->demand, product->id), self->demand->last_sale) };
      g_array_append_val (products, one);
      hw_stake_add_item (stake, product->id, product->name, one.value * one.dead * self->carrying);
      stake->n_products++;
    }

  if (products->len == 0)
    {
      stake->state = missing ? HW_STAKE_NO_COSTS : stake->state;
      return TRUE;
    }

  hw_idle_cost ((const HwIdleProduct *) (gconstpointer) products->data, products->len, self->carrying, self->carrying_off, &idle);
  hw_stake_range_of_loss (idle.year, idle.year_sd, self->named, &range);
  if (!hw_stake_case_set (self, stake, &range))
    return TRUE;

  stake->stands = idle.stands;
  stake->n_rows = stake->n_products;
  add_keeping_steps (stake, self->carrying, self->carrying_off == 0.0, _("Money that stands still in them, at cost"));
  return TRUE;
}

gboolean
hw_stake_add_excess (HwStakeCase  *self,
                     GError      **error)
{
  HwStake *stake = hw_stake_case_add (self, HW_STAKE_EXCESS_STOCK, count_counted (self->shelf) == 0 ? HW_STAKE_NO_STOCK : HW_STAKE_NOTHING);
  double stands = 0.0, squares = 0.0, off;
  gboolean missing = FALSE;
  HwStakeRange range;

  for (guint i = 0; stake->state == HW_STAKE_NOTHING && i < self->plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (self->plan->lines, i);
      const HwOnHand on_hand = { line->product_id, HW_DAY_NONE, line->on_hand, 0 };
      const double value = hw_scaled_to_double (line->excess_value);

      /* What does not sell at all is counted as such, not here a second time. */
      if (line->excess <= 0 || is_idle (self, &on_hand))
        continue;

      missing = missing || !(value > 0.0);
      if (!(value > 0.0))
        continue;

      stands += value;
      squares += EXCESS_OFF * value * EXCESS_OFF * value;
      stake->n_products++;
      hw_stake_add_item (stake, line->product_id, line->name, value * self->carrying);
    }

  if (!(stands > 0.0))
    {
      stake->state = missing ? HW_STAKE_NO_COSTS : stake->state;
      return TRUE;
    }

  off = sqrt (squares / (stands * stands) + self->carrying_off * self->carrying_off);
  hw_stake_range_of_loss (stands * self->carrying, off * stands * self->carrying, self->named, &range);
  if (!hw_stake_case_set (self, stake, &range))
    return TRUE;

  stake->stands = stands;
  stake->n_rows = stake->n_products;
  add_keeping_steps (stake, self->carrying, self->carrying_off == 0.0, _("Money in what is beyond all that is needed, at cost"));
  return TRUE;
}
