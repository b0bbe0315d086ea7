/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-budget.h"

#include "core/hw-error.h"
#include "engine/stock/hw-budget-search.h"

#include <math.h>
#include <stdlib.h>

typedef struct
{
  gint64 cost;
  gint64 space;
  double worth;
  int    origin;
} Offer;

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, what);
  return FALSE;
}

/**
 * hw_budget_check:
 * @input: options and limits
 * @error: return location
 *
 * Each number must be one, and the dearest of all items together must be
 * countable. hw_budget_spend() asks this itself.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE
 */
gboolean
hw_budget_check (const HwBudgetInput  *input,
                 GError              **error)
{
  gint64 all_cost = 0, all_space = 0;

  if (input->budget < HW_BUDGET_NO_LIMIT || input->space < HW_BUDGET_NO_LIMIT)
    return refuse (error, "a budget or space below 0");

  for (gsize i = 0; i < input->n_items; i++)
    {
      gint64 cost = 0, space = 0;

      if (input->first[i] > input->first[i + 1] || input->first[i + 1] - input->first[i] > G_MAXINT)
        return refuse (error, "options in no order");
      for (gsize j = input->first[i]; j < input->first[i + 1]; j++)
        {
          const HwBudgetOption *option = &input->options[j];

          if (!(option->amount > 0.0 && isfinite (option->amount)) || !isfinite (option->worth)
              || option->cost < 0 || option->space < 0)
            return refuse (error, "an amount, cost, space or worth that cannot be");
          cost = MAX (cost, option->cost);
          space = MAX (space, option->space);
        }
      if (!hw_scaled_add (&all_cost, cost) || !hw_scaled_add (&all_space, space))
        return refuse (error, "more money or space than can be counted");
    }

  return TRUE;
}

static int
compare_offers (const void *a,
                const void *b)
{
  const Offer *x = a, *y = b;

  if (x->cost != y->cost)
    return x->cost > y->cost ? 1 : -1;
  if (x->space != y->space)
    return x->space > y->space ? 1 : -1;
  if (x->worth > y->worth || x->worth < y->worth)
    return x->worth > y->worth ? -1 : 1;

  return (x->origin > y->origin) - (x->origin < y->origin);
}

/* Whether one of the offers kept, none of them dearer, takes no more space and is
 * worth as much. Without a limit of space the newest is worth most. */
static gboolean
is_beaten (const Offer *kept,
           gsize        n_kept,
           const Offer *offer,
           gboolean     by_space)
{
  for (gsize k = n_kept; k > 0; k--)
    {
      if (kept[k - 1].worth >= offer->worth && (!by_space || kept[k - 1].space <= offer->space))
        return TRUE;
      if (!by_space)
        return FALSE;
    }

  return FALSE;
}

/* The options of one item that are worth something, fit alone and are not beaten by
 * another; returns how many. */
static gsize
gather_offers (const HwBudgetInput *in,
               gsize                item,
               const HwBudgetCase  *limits,
               Offer               *offers)
{
  const gsize begin = in->first[item], end = in->first[item + 1];
  gsize n = 0, n_kept = 0;

  for (gsize j = begin; j < end; j++)
    {
      const HwBudgetOption *option = &in->options[j];

      if (option->worth > 0.0 && option->cost <= limits->budget && option->space <= limits->room)
        offers[n++] = (Offer) { option->cost, option->space, option->worth, (int) (j - begin) };
    }

  qsort (offers, n, sizeof *offers, compare_offers);
  for (gsize k = 0; k < n; k++)
    if (!is_beaten (offers, n_kept, &offers[k], limits->room != G_MAXINT64))
      offers[n_kept++] = offers[k];

  return n_kept;
}

static void
init_case (HwBudgetCase        *self,
           const HwBudgetInput *in)
{
  const gsize n_options = in->n_items > 0 ? in->first[in->n_items] - in->first[0] : 0;
  g_autofree Offer *offers = g_new (Offer, n_options + 1);
  gsize n = 0;

  self->n_items = in->n_items;
  self->first = g_new0 (gsize, in->n_items + 1);
  self->cost = g_new (gint64, n_options + 1);
  self->space = g_new (gint64, n_options + 1);
  self->worth = g_new (double, n_options + 1);
  self->origin = g_new (int, n_options + 1);
  self->budget = in->budget == HW_BUDGET_NO_LIMIT ? G_MAXINT64 : in->budget;
  self->room = in->space == HW_BUDGET_NO_LIMIT ? G_MAXINT64 : in->space;

  for (gsize i = 0; i < in->n_items; i++)
    {
      const gsize n_offers = gather_offers (in, i, self, offers);

      for (gsize k = 0; k < n_offers; k++, n++)
        {
          self->cost[n] = offers[k].cost;
          self->space[n] = offers[k].space;
          self->worth[n] = offers[k].worth;
          self->origin[n] = offers[k].origin;
        }
      self->first[i + 1] = n;
    }
}

static void
fill_out (HwBudget            *out,
          const HwBudgetInput *in,
          const HwBudgetCase  *at,
          const gsize         *choice)
{
  for (gsize i = 0; i < in->n_items; i++)
    {
      const HwBudgetOption *option = NULL;

      out->chosen[i] = choice[i] == HW_BUDGET_NOTHING ? -1 : at->origin[choice[i]];
      if (out->chosen[i] < 0)
        continue;
      option = &in->options[in->first[i] + (gsize) out->chosen[i]];
      out->amount[i] = option->amount;
      out->cost += option->cost;
      out->space += option->space;
      out->worth += option->worth;
    }
}

/**
 * hw_budget_spend:
 * @input: options of all items, and the limits
 * @out: (out): one amount or none for each item; clear with hw_budget_clear()
 * @error: return location
 *
 * The multiple-choice knapsack with one or two limits. A price for each limit is
 * found at which items deciding for themselves just keep it; that alone is right
 * up to one step of one item for each limit, whatever the shape of worth, as only
 * options on its concave hull are ever taken at a price. A search over the items
 * nearest to another decision closes what is left, exactly for small lists.
 *
 * Which unit is worth most per coin: at the price `per_coin` each option that is
 * taken brings more than that for the money it costs over the one below it.
 *
 * Cost: about 60 passes over the options (80 with two limits) and the search,
 * which is bounded; 10,000 items with 20 amounts each take some tenths of a second.
 *
 * Source: Sinha and Zoltners (1979), Operations Research 27(3), for the problem
 * and its hull; Pisinger (1995), European Journal of Operational Research 83(2),
 * for the search.
 * Checked against: all choices of small cases, and GLPK on cases of up to 60 items
 * with one and two limits, in tests/engine/test-hw-budget.c.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE for a number that is none, or
 *   cost, space or limit below 0
 */
gboolean
hw_budget_spend (const HwBudgetInput  *input,
                 HwBudget             *out,
                 GError              **error)
{
  g_auto (HwBudgetCase) at = { 0 };
  g_autofree gsize *choice = NULL;
  const HwBudgetPrices unpriced = { 0.0, 0.0 };
  HwBudgetPrices prices = unpriced;
  HwBudgetUse use;
  double bound = 0.0;

  if (!hw_budget_check (input, error))
    return FALSE;

  init_case (&at, input);
  choice = g_new (gsize, input->n_items + 1);
  use = hw_budget_case_choose (&at, &unpriced, choice);
  bound = use.net;
  if (!hw_budget_case_keeps (&at, &use))
    {
      prices = hw_budget_case_price (&at, &bound);
      hw_budget_fill (&at, &prices, choice);
      hw_budget_search (&at, &prices, choice);
    }

  *out = (HwBudget) {
    .n_items = input->n_items,
    .chosen = g_new (int, input->n_items + 1),
    .amount = g_new0 (double, input->n_items + 1),
    .per_coin = prices.cost * (double) HW_MONEY_ONE,
    .per_space = prices.space,
  };
  fill_out (out, input, &at, choice);
  out->bound = MAX (bound, out->worth);
  return TRUE;
}

/**
 * hw_budget_clear:
 * @self: an answer of hw_budget_spend(), or zeros
 *
 * Frees what it owns.
 */
void
hw_budget_clear (HwBudget *self)
{
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->amount, g_free);
}
