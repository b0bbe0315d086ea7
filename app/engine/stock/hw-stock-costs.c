/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-stock-costs.h"

#include "core/hw-error.h"

#include <math.h>

#define LARGEST 1e15  /* beyond it a number is a mistake */

/**
 * hw_stock_require:
 * @is_well: whether @value can be; FALSE wherever NaN was compared
 * @what: what @value is, for the message
 * @value: a number
 * @rule: what it must be
 * @error: return location, BAD_VALUE
 *
 * Returns: @is_well, and whether @value is a finite number of sane size
 */
gboolean
hw_stock_require (gboolean     is_well,
                  const char  *what,
                  double       value,
                  const char  *rule,
                  GError     **error)
{
  if (is_well && fabs (value) <= LARGEST)
    return TRUE;

  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s must be %s: %g", what, rule, value);
  return FALSE;
}

/**
 * hw_stock_costs_check:
 * @self: costs
 * @error: return location, BAD_VALUE
 *
 * Returns: whether a policy can be had from them
 */
gboolean
hw_stock_costs_check (const HwStockCosts  *self,
                      GError             **error)
{
  return hw_stock_require (self->holding > 0.0, "the holding cost", self->holding, "above 0", error)
         && hw_stock_require (self->shortage > 0.0, "the shortage cost", self->shortage, "above 0", error)
         && hw_stock_require (self->ordering >= 0.0, "the order cost", self->ordering, "at least 0", error);
}

/**
 * hw_stock_costs_ratio:
 * @self: checked costs
 *
 * Source: Arrow, Harris and Marschak (1951), "Optimal inventory policy",
 * Econometrica 19(3).
 *
 * Returns: between 0 and 1
 */
double
hw_stock_costs_ratio (const HwStockCosts *self)
{
  return self->shortage / (self->holding + self->shortage);
}

/**
 * hw_stock_wait_check:
 * @wait: waiting time [periods]
 * @at_once: whether 0 can be
 * @error: return location, BAD_VALUE
 *
 * Returns: whether @wait is a waiting time
 */
gboolean
hw_stock_wait_check (double    wait,
                     gboolean  at_once,
                     GError  **error)
{
  return hw_stock_require (at_once ? wait >= 0.0 : wait > 0.0, "the waiting time", wait,
                           at_once ? "at least 0 periods" : "above 0 periods", error)
         && hw_stock_require (wait <= HW_STOCK_WAIT_MOST, "the waiting time", wait, "at most 366 periods", error);
}
