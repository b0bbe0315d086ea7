/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-budget-case.h: what is left to decide of a budget, and a price for its limits.
 *
 * Private to hw-budget*.c. To order none of an item is always possible and is no
 * option of its own.
 *
 * In:  options that are worth something and fit alone.
 * Out: prices of money and space at which the limits are just kept by items that
 *      decide each for itself; what no choice can be worth more than.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_BUDGET_NOTHING G_MAXSIZE /* of an item is chosen */

typedef struct
{
  gsize   n_items;
  gsize  *first;     /* (owned) length n_items + 1 */
  gint64 *cost;      /* (owned) of each option, above 0 where there is no space */
  gint64 *space;     /* (owned) */
  double *worth;     /* (owned) above 0 */
  int    *origin;    /* (owned) number among all options of the item */
  gint64  budget;    /* G_MAXINT64: no limit */
  gint64  room;      /* G_MAXINT64: no limit */
} HwBudgetCase;

typedef struct
{
  double cost;       /* worth that a unit of money must bring */
  double space;      /* the same of a unit of space */
} HwBudgetPrices;

typedef struct
{
  gint64 cost;
  gint64 space;
  double net;        /* worth less cost and space at their prices */
} HwBudgetUse;

static inline gint64
hw_budget_case_cost (const HwBudgetCase *self,
                     gsize               option)
{
  return option == HW_BUDGET_NOTHING ? 0 : self->cost[option];
}

static inline gint64
hw_budget_case_space (const HwBudgetCase *self,
                      gsize               option)
{
  return option == HW_BUDGET_NOTHING ? 0 : self->space[option];
}

static inline double
hw_budget_case_worth (const HwBudgetCase *self,
                      gsize               option)
{
  return option == HW_BUDGET_NOTHING ? 0.0 : self->worth[option];
}

/* Worth less what it takes of the limits, at their prices. */
static inline double
hw_budget_case_net (const HwBudgetCase   *self,
                    const HwBudgetPrices *prices,
                    gsize                 option)
{
  return hw_budget_case_worth (self, option) - prices->cost * (double) hw_budget_case_cost (self, option)
         - prices->space * (double) hw_budget_case_space (self, option);
}

HwBudgetUse    hw_budget_case_choose (const HwBudgetCase   *self,
                                      const HwBudgetPrices *prices,
                                      gsize                *choice);
HwBudgetUse    hw_budget_case_use    (const HwBudgetCase   *self,
                                      const HwBudgetPrices *prices,
                                      const gsize          *choice);
gboolean       hw_budget_case_keeps  (const HwBudgetCase   *self,
                                      const HwBudgetUse    *use);
HwBudgetPrices hw_budget_case_price  (const HwBudgetCase   *self,
                                      double               *bound);
void           hw_budget_case_clear  (HwBudgetCase         *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwBudgetCase, hw_budget_case_clear)

G_END_DECLS
