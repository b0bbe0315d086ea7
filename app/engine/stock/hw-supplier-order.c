/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-supplier-order.h"

#include "core/hw-error.h"

/* What each item gets, and what comes of it. */
typedef struct
{
  int     *chosen;   /* (owned) */
  HwMoney  cost;
  double   worth;
} Basket;

static void
basket_clear (Basket *self)
{
  g_clear_pointer (&self->chosen, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Basket, basket_clear)

static gboolean
check_input (const HwSupplierOrderInput  *in,
             GError                     **error)
{
  const HwBudgetInput items = { in->options, in->first, in->n_items, HW_BUDGET_NO_LIMIT, HW_BUDGET_NO_LIMIT };
  gboolean good = in->minimum >= 0 && in->again >= 0.0 && in->again <= 1.0;

  if (!hw_budget_check (&items, error))
    return FALSE;

  for (gsize k = 0; k < in->n_freight; k++)
    {
      const HwFreightStep *step = &in->freight[k];

      good = good && step->freight >= 0;
      good = good && (k == 0 ? step->value == 0
                             : step->value > step[-1].value && step->freight <= step[-1].freight);
    }
  for (gsize i = 0; in->most != NULL && i < in->n_items; i++)
    good = good && in->most[i] >= 0.0;

  if (!good)
    g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE,
                         "a minimum, freight, chance or largest amount that cannot be");
  return good;
}

static const HwBudgetOption *
option_of (const HwSupplierOrderInput *in,
           gsize                       item,
           int                         number)
{
  static const HwBudgetOption none = { 0.0, 0, 0, 0.0 };

  return number < 0 ? &none : &in->options[in->first[item] + (gsize) number];
}

static int
n_options_of (const HwSupplierOrderInput *in,
              gsize                       item)
{
  return (int) (in->first[item + 1] - in->first[item]);
}

static void
sum_up (Basket                     *self,
        const HwSupplierOrderInput *in)
{
  self->cost = 0;
  self->worth = 0.0;
  for (gsize i = 0; i < in->n_items; i++)
    {
      const HwBudgetOption *option = option_of (in, i, self->chosen[i]);

      self->cost += option->cost;
      self->worth += option->worth;
    }
}

/* What each item asks for itself: the amount worth most, of equal ones the cheaper. */
static void
ask (Basket                     *self,
     const HwSupplierOrderInput *in)
{
  self->chosen = g_new (int, in->n_items + 1);
  for (gsize i = 0; i < in->n_items; i++)
    {
      self->chosen[i] = -1;
      for (int j = 0; j < n_options_of (in, i); j++)
        {
          const HwBudgetOption *best = option_of (in, i, self->chosen[i]), *option = option_of (in, i, j);

          if (option->worth > best->worth || (option->worth >= best->worth && option->cost < best->cost))
            self->chosen[i] = j;
        }
    }

  sum_up (self, in);
}

/* Whether an item may get @number in place of what it asks for: no less, and no more
 * than sells in time. */
static gboolean
may_fill (const HwSupplierOrderInput *in,
          gsize                       item,
          int                         asked,
          int                         number)
{
  const HwBudgetOption *from = option_of (in, item, asked), *to = option_of (in, item, number);

  if (number == asked)
    return TRUE;

  return to->amount > from->amount && to->cost > from->cost && (in->most == NULL || to->amount <= in->most[item]);
}

/* The dearest each item may get, of equal cost the one worth most. */
static void
fill_all (Basket                     *self,
          const HwSupplierOrderInput *in,
          const Basket               *asked)
{
  self->chosen = g_new (int, in->n_items + 1);
  for (gsize i = 0; i < in->n_items; i++)
    {
      self->chosen[i] = asked->chosen[i];
      for (int j = 0; j < n_options_of (in, i); j++)
        {
          const HwBudgetOption *top = option_of (in, i, self->chosen[i]), *option = option_of (in, i, j);

          if (may_fill (in, i, asked->chosen[i], j)
              && (option->cost > top->cost || (option->cost == top->cost && option->worth > top->worth)))
            self->chosen[i] = j;
        }
    }

  sum_up (self, in);
}

/* Reaches @value with the least loss of worth: from the dearest basket, what is over
 * @value is taken off again where that brings most: a budget of its own. FALSE if
 * it cannot be reached. */
static gboolean
fill_to (Basket                     *self,
         const HwSupplierOrderInput *in,
         const Basket               *asked,
         HwMoney                     value)
{
  g_auto (Basket) top = { 0 };
  g_auto (HwBudget) taken_off = { 0 };
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (HwBudgetOption));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree gsize *first = g_new0 (gsize, in->n_items + 1);
  HwBudgetInput budget = { .first = first, .n_items = in->n_items, .space = HW_BUDGET_NO_LIMIT };

  fill_all (&top, in, asked);
  if (top.cost < value)
    return FALSE;

  for (gsize i = 0; i < in->n_items; i++)
    {
      const HwBudgetOption *most = option_of (in, i, top.chosen[i]);

      for (int j = -1; j < n_options_of (in, i); j++)
        {
          const HwBudgetOption *option = option_of (in, i, j);
          const HwBudgetOption offer = { 1.0, most->cost - option->cost, 0, option->worth - most->worth };

          if (j == top.chosen[i] || !may_fill (in, i, asked->chosen[i], j))
            continue;
          g_array_append_val (offers, offer);
          g_array_append_val (numbers, j);
        }
      first[i + 1] = offers->len;
    }

  budget.options = (const HwBudgetOption *) (gpointer) offers->data;
  budget.budget = top.cost - value;
  if (!hw_budget_spend (&budget, &taken_off, NULL))
    return FALSE;

  self->chosen = g_steal_pointer (&top.chosen);
  for (gsize i = 0; i < in->n_items; i++)
    if (taken_off.chosen[i] >= 0)
      self->chosen[i] = g_array_index (numbers, int, first[i] + (gsize) taken_off.chosen[i]);
  sum_up (self, in);
  return TRUE;
}

static HwMoney
freight_of (const HwSupplierOrderInput *in,
            HwMoney                     value)
{
  HwMoney freight = 0;

  for (gsize k = 0; k < in->n_freight && in->freight[k].value <= value; k++)
    freight = in->freight[k].freight;

  return freight;
}

/* Takes over @basket if it is better than what @out has. */
static void
weigh (HwSupplierOrder            *out,
       const HwSupplierOrderInput *in,
       const Basket               *asked,
       Basket                     *basket,
       HwSupplierReason            reason)
{
  const HwMoney freight = freight_of (in, basket->cost);
  const HwMoney put_off = freight_of (in, MAX (asked->cost, in->minimum));
  const double gain = basket->worth - hw_scaled_to_double (freight)
                      + (1.0 - in->again) * hw_scaled_to_double (put_off);

  if (!(gain > out->gain))
    return;

  out->gain = gain;
  out->reason = reason;
  out->wait = FALSE;
  out->cost = basket->cost;
  out->freight = freight;
  out->fill_cost = MAX (asked->worth - basket->worth, 0.0);
  for (gsize i = 0; i < in->n_items; i++)
    {
      out->chosen[i] = basket->chosen[i];
      out->amount[i] = option_of (in, i, basket->chosen[i])->amount;
    }
}

/* Every way to order; @out says to wait before. */
static void
weigh_all (HwSupplierOrder            *out,
           const HwSupplierOrderInput *in,
           Basket                     *asked)
{
  const HwMoney base = MAX (asked->cost, in->minimum);
  g_auto (Basket) least = { 0 };

  if (asked->cost >= in->minimum)
    {
      out->reason = HW_SUPPLIER_WAIT_FREIGHT;
      weigh (out, in, asked, asked, HW_SUPPLIER_AS_ASKED);
    }
  else if (fill_to (&least, in, asked, in->minimum))
    {
      out->reason = least.worth > 0.0 ? HW_SUPPLIER_WAIT_FREIGHT : HW_SUPPLIER_WAIT_MINIMUM;
      weigh (out, in, asked, &least, HW_SUPPLIER_TO_MINIMUM);
    }
  else
    {
      out->reason = HW_SUPPLIER_OUT_OF_REACH;
      return;
    }

  for (gsize k = 0; k < in->n_freight; k++)
    {
      g_auto (Basket) filled = { 0 };

      if (in->freight[k].value > base && in->freight[k].freight < freight_of (in, base)
          && fill_to (&filled, in, asked, in->freight[k].value))
        weigh (out, in, asked, &filled, HW_SUPPLIER_TO_FREIGHT);
    }
}

static HwMoney
missing_to (const HwSupplierOrderInput *in,
            HwMoney                     value)
{
  if (value < in->minimum)
    return in->minimum - value;

  for (gsize k = 0; k < in->n_freight; k++)
    if (in->freight[k].value > value && in->freight[k].freight < freight_of (in, value))
      return in->freight[k].value - value;

  return 0;
}

/**
 * hw_supplier_order_plan:
 * @input: items and terms
 * @out: (out): the order; clear with hw_supplier_order_clear()
 * @error: return location
 *
 * Each item asks for the amount worth most to it. Where that misses the minimum,
 * or a step from which freight is less, the order is filled up to it, taking the
 * packs whose worth falls least for the money they add (worth falls by what
 * keeping them longer costs), never less of an item than it asks for, nor more
 * than sells in time. Of all these orders and of waiting, the one with the most
 * expected money after freight is the answer.
 *
 * Worth of an option is its expected money over ordering none of the item until
 * the next look, so that waiting is worth 0. It does save the freight of today,
 * if an order will go out at the next look anyhow (chance `again`); if none would,
 * today's freight is only paid later.
 *
 * Which items fill up is the same problem as a budget (what is over the value is
 * taken off the fullest order), and is solved by hw_budget_spend().
 *
 * Source: Silver, Pyke and Thomas (2017), Inventory and Production Management in
 * Supply Chains, chapter 10, on coordinated orders with a fixed cost of the whole.
 * Checked against: cases worked by hand and all baskets of small random cases in
 * tests/engine/test-hw-supplier-order.c.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE for a number that is none, or
 *   freight that rises
 */
gboolean
hw_supplier_order_plan (const HwSupplierOrderInput  *input,
                        HwSupplierOrder             *out,
                        GError                     **error)
{
  g_auto (Basket) asked = { 0 };
  HwSupplierOrder self = { .reason = HW_SUPPLIER_NOTHING, .wait = TRUE, .n_items = input->n_items };
  gboolean any = FALSE;

  if (!check_input (input, error))
    return FALSE;

  ask (&asked, input);
  self.chosen = g_new (int, input->n_items + 1);
  self.amount = g_new0 (double, input->n_items + 1);
  self.asked = g_new0 (double, input->n_items + 1);
  for (gsize i = 0; i < input->n_items; i++)
    {
      self.chosen[i] = -1;
      self.asked[i] = option_of (input, i, asked.chosen[i])->amount;
      any = any || asked.chosen[i] >= 0;
    }

  self.asked_cost = asked.cost;
  if (any)
    {
      self.missing = missing_to (input, asked.cost);
      weigh_all (&self, input, &asked);
    }

  *out = self;
  return TRUE;
}

/**
 * hw_supplier_order_clear:
 * @self: an answer of hw_supplier_order_plan(), or zeros
 *
 * Frees what it owns.
 */
void
hw_supplier_order_clear (HwSupplierOrder *self)
{
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->amount, g_free);
  g_clear_pointer (&self->asked, g_free);
}
