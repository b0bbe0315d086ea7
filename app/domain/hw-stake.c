/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-stake.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *id;
  const char *name;
  const char *about;
  const char *technical;
  const char *page;
} kinds[HW_STAKE_N] = {
  [HW_STAKE_LOST_SALES] = {
    "lost-sales", N_("Earnings missed while sold out"),
    N_("On days that ended with nothing left, more was asked for than was sold. We take how much from the days that "
       "did not sell out, and count what it would have brought after its cost. The figure of sales missed is at full price."),
    N_("Censored demand by the EM algorithm (Tobit, negative binomial), supply as a regressor"), "stock",
  },
  [HW_STAKE_WASTE] = {
    "waste", N_("Thrown away, at cost"),
    N_("What you noted as thrown away, at what it cost you. Months without notes are taken to go like the others."),
    N_("Sum at cost; missing part by the mean rate, Newey-West error of weeks"), "stock",
  },
  [HW_STAKE_DEAD_STOCK] = {
    "dead-stock", N_("Goods that do not sell"),
    N_("Goods on the shelf without a sale for half a year. Their money stands still, and keeping them costs room, "
       "interest and loss each year."),
    N_("Dead stock; chance by the Pareto/NBD model times the carrying rate"), "stock",
  },
  [HW_STAKE_EXCESS_STOCK] = {
    "excess-stock", N_("Keeping more than is needed"),
    N_("What keeping costs each year of all that lies beyond what can likely sell in the time ahead. The Stock page shows "
       "the money in it, goods that do not sell among it."),
    N_("Excess stock over the 90 % quantile of demand, times the carrying rate"), "stock",
  },
  [HW_STAKE_RUN_OUT] = {
    "run-out", N_("Missed while an order of today is on its way"),
    N_("Goods that will likely be gone before an order of today is there: what these days would have brought after cost, "
       "this once. Sales at risk on the Overview are another sum: of a week, at full price, if nothing is ordered."),
    N_("Expected margin between running out and the next arrival"), "orders",
  },
  [HW_STAKE_FORECAST] = {
    "forecast", N_("Going by last week, not by a forecast"),
    N_("We tried both on weeks of your past that neither had seen: the forecast, and the simple rule that repeats last "
       "week. We count what too much and too little would have cost. It compares two forecasts, not two ways to order."),
    N_("Newsvendor loss on held-out weeks, paired difference, Student's t"), "forecast",
  },
  [HW_STAKE_LATE_SUPPLIERS] = {
    "late-suppliers", N_("Deliveries that do not keep their day"),
    N_("Because deliveries come late or on uncertain days, you must keep more stock. This is what keeping that extra stock "
       "costs. Sales missed because of it count with the sold-out days."),
    N_("Safety stock for the spread and the mean of the delay, times the carrying rate"), "orders",
  },
  [HW_STAKE_LATE_CUSTOMERS] = {
    "late-customers", N_("Customers who pay late"),
    N_("Money that comes later than agreed must be borrowed elsewhere."), N_("Receivables beyond their term, times interest"), "",
  },
  [HW_STAKE_UNUSUAL] = {
    "unusual", N_("Sales that look wrong"),
    N_("Sales at a quarter of the usual price or less, and goods brought back that were never sold. Half of them may be right: "
       "only you can tell."),
    N_("Robust distance of unit prices (MAD of logarithms)"), "data",
  },
};

static const char *const states[HW_STAKE_N_STATES] = {
  [HW_STAKE_OK] = "",
  [HW_STAKE_NOTHING] = N_("We looked, and found nothing worth naming."),
  [HW_STAKE_NO_SALES] = N_("There are no sales yet. Import a file from your till."),
  [HW_STAKE_TOO_SHORT] = N_("It takes 90 days of sales to say. Add older files, or look again later."),
  [HW_STAKE_NO_AMOUNTS] = N_("Your sales hold no amounts of money. Import them with a column of amounts or prices."),
  [HW_STAKE_NO_COSTS] = N_("We do not know what your products cost you. Import your list of products with a column of unit costs."),
  [HW_STAKE_NO_STOCK] = N_("Your stock was never counted. Import a stock list, or count your shelves."),
  [HW_STAKE_NO_STOCK_BY_DAY] = N_("Sold-out days are not on record. Note each evening what is left, or at least what is gone."),
  [HW_STAKE_NO_WASTE] = N_("Nothing is noted as thrown away. Write down each day what it is and how many, and import that list after four weeks."),
  [HW_STAKE_NO_RECEIPTS] = N_("Too few deliveries are on record. Order here, and tick off what came on the day it came."),
  [HW_STAKE_NO_INVOICES] = N_("Headway does not see your invoices. Your books show what is overdue."),
};

const char *
hw_stake_kind_id (HwStakeKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_STAKE_N, NULL);

  return kinds[kind].id;
}

const char *
hw_stake_kind_name (HwStakeKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_STAKE_N, NULL);

  return _(kinds[kind].name);
}

const char *
hw_stake_kind_about (HwStakeKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_STAKE_N, NULL);

  return _(kinds[kind].about);
}

const char *
hw_stake_kind_technical (HwStakeKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_STAKE_N, NULL);

  return _(kinds[kind].technical);
}

const char *
hw_stake_kind_page (HwStakeKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_STAKE_N, NULL);

  return kinds[kind].page;
}

const char *
hw_stake_state_text (HwStakeState state)
{
  g_return_val_if_fail ((guint) state < HW_STAKE_N_STATES, NULL);

  return *states[state] != '\0' ? _(states[state]) : "";
}

static void
free_item (gpointer data)
{
  HwStakeItem *item = data;

  g_free (item->name);
  g_free (item);
}

HwStake *
hw_stake_new (HwStakeKind kind)
{
  HwStake *self = g_new0 (HwStake, 1);

  self->kind = kind;
  self->state = HW_STAKE_NOTHING;
  self->working = g_array_new (FALSE, FALSE, sizeof (HwStakeStep));
  self->top = g_ptr_array_new_with_free_func (free_item);
  self->run_id = g_strdup ("");
  return self;
}

void
hw_stake_free (HwStake *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->working);
  g_ptr_array_unref (self->top);
  g_free (self->run_id);
  g_free (self);
}

void
hw_stake_add_step (HwStake    *self,
                   const char *label,
                   HwUnit      unit,
                   double      value)
{
  const HwStakeStep step = { label, unit, value };

  g_array_append_val (self->working, step);
}

/* Kept largest first; what is too small to be among the largest falls out. */
void
hw_stake_add_item (HwStake    *self,
                   gint64      id,
                   const char *name,
                   double      year)
{
  HwStakeItem *item;
  guint at = 0;

  while (at < self->top->len && ((HwStakeItem *) g_ptr_array_index (self->top, at))->year >= year)
    at++;

  if (at >= HW_STAKE_TOP)
    return;

  item = g_new0 (HwStakeItem, 1);
  item->product_id = id;
  item->name = g_strdup (name);
  item->year = year;
  g_ptr_array_insert (self->top, (int) at, item);
  if (self->top->len > HW_STAKE_TOP)
    g_ptr_array_set_size (self->top, HW_STAKE_TOP);
}

HwStakes *
hw_stakes_new (HwDay as_of)
{
  HwStakes *self = g_new0 (HwStakes, 1);

  self->as_of = as_of;
  self->from = self->to = HW_DAY_NONE;
  self->revenue = NAN;
  self->stakes = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stake_free);
  return self;
}

static HwStake *
copy_stake (const HwStake *self)
{
  HwStake *copy = g_memdup2 (self, sizeof *self);

  copy->working = g_array_copy (self->working);
  copy->run_id = g_strdup (self->run_id);
  copy->top = g_ptr_array_new_with_free_func (free_item);
  for (guint i = 0; i < self->top->len; i++)
    {
      const HwStakeItem *item = g_ptr_array_index (self->top, i);

      hw_stake_add_item (copy, item->product_id, item->name, item->year);
    }

  return copy;
}

HwStakes *
hw_stakes_copy (const HwStakes *self)
{
  HwStakes *copy = g_memdup2 (self, sizeof *self);

  copy->stakes = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stake_free);
  for (guint i = 0; i < self->stakes->len; i++)
    g_ptr_array_add (copy->stakes, copy_stake (g_ptr_array_index (self->stakes, i)));

  return copy;
}

void
hw_stakes_free (HwStakes *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->stakes);
  g_free (self);
}

const HwStake *
hw_stakes_find (const HwStakes *self,
                HwStakeKind     kind)
{
  for (guint i = 0; i < self->stakes->len; i++)
    if (((const HwStake *) g_ptr_array_index (self->stakes, i))->kind == kind)
      return g_ptr_array_index (self->stakes, i);

  return NULL;
}
