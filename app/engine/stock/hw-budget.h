/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-budget.h: what to order when money or shelf space does not reach for all.
 *
 * In:  for each item the amounts it can be ordered in, each with its cost, its
 *      space and what it is worth; how much money and space there is.
 * Out: one amount or none for each item, never over a limit, worth as much as can
 *      be found, and a bound that no choice at all can beat.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "core/hw-money.h"

G_BEGIN_DECLS

#define HW_BUDGET_NO_LIMIT (-1)

/* One amount an item can be ordered in; to order none costs and is worth nothing. */
typedef struct
{
  double  amount;   /* [units], above 0: in packs, not below the minimum */
  HwMoney cost;     /* at least 0 */
  gint64  space;    /* at least 0, in any unit */
  double  worth;    /* expected money of ordering it now rather than nothing; any sign */
} HwBudgetOption;

typedef struct
{
  const HwBudgetOption *options; /* of all items, one item behind the other */
  const gsize          *first;   /* length n_items + 1: those of item i are first[i] .. first[i + 1] - 1, in any order */
  gsize                 n_items;
  HwMoney               budget;  /* or HW_BUDGET_NO_LIMIT */
  gint64                space;   /* or HW_BUDGET_NO_LIMIT */
} HwBudgetInput;

typedef struct
{
  gsize    n_items;
  int     *chosen;     /* (owned) length n_items: which of the item's options, from 0; -1: none */
  double  *amount;     /* (owned) length n_items [units]; 0: none */
  HwMoney  cost;       /* of all that is chosen */
  gint64   space;
  double   worth;
  double   bound;      /* no choice within the limits is worth more */
  double   per_coin;   /* money that the last unit of money brings; 0 if the budget does not bind */
  double   per_space;  /* the same of one unit of space */
} HwBudget;

gboolean hw_budget_check (const HwBudgetInput  *input,
                          GError              **error);
gboolean hw_budget_spend (const HwBudgetInput  *input,
                          HwBudget             *out,
                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_budget_clear (HwBudget             *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwBudget, hw_budget_clear)

G_END_DECLS
