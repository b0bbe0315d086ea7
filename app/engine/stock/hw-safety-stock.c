/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-safety-stock.h"

#include "core/hw-error.h"
#include "engine/math/hw-special.h"
#include "engine/stock/hw-normal-loss.h"
#include "engine/stock/hw-stock-costs.h"

#include <math.h>

static gboolean
check_input (const HwSafetyStockInput  *in,
             GError                   **error)
{
  if (!hw_stock_require (in->mean >= 0.0, "the mean demand", in->mean, "at least 0", error)
      || !hw_stock_require (in->sd >= 0.0, "the spread of demand", in->sd, "at least 0", error)
      || !hw_stock_wait_check (in->wait_mean, TRUE, error)
      || !hw_stock_require (in->wait_sd >= 0.0, "the spread of the waiting time", in->wait_sd, "at least 0", error)
      || !hw_stock_require (in->review >= 0.0 && in->review <= HW_STOCK_WAIT_MOST, "the time between looks",
                            in->review, "between 0 and 366 periods", error)
      || !hw_stock_require (in->wait_mean + in->review > 0.0, "waiting time and time between looks",
                            in->wait_mean + in->review, "above 0 periods together", error)
      || !hw_stock_require (in->share > 0.0 && in->share < 1.0, "the promised share", in->share,
                            "above 0 and below 1", error)
      || (in->promise == HW_PROMISE_FILL
          && !hw_stock_require (in->quantity > 0.0, "the order quantity", in->quantity, "above 0", error)))
    return FALSE;

  if (in->mean > 0.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is ever asked for");
  return FALSE;
}

/* Of an order cycle's demand, which is the quantity, a share of 1 - promise may be short. */
static double
sigmas_for_fill (const HwSafetyStockInput *in,
                 double                    sigma)
{
  if (sigma <= 0.0)
    return 0.0;

  return MAX (hw_normal_loss_z ((1.0 - in->share) * in->quantity / sigma), 0.0);
}

/**
 * hw_safety_stock_compute:
 * @input: demand, waiting time and promise
 * @out: (out): safety stock and reorder point
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * Demand until the next order is here is taken as normal with the variance
 * (wait + review) sd² + mean² wait_sd².
 *
 * Source: Silver, Pyke and Thomas (2017), Inventory and Production Management in
 * Supply Chains, sections 6.7 and 6.10.
 * Checked against: the definitions, and a simulation of the promise, in the tests.
 *
 * Returns: whether there is an answer
 */
gboolean
hw_safety_stock_compute (const HwSafetyStockInput  *input,
                         HwSafetyStock             *out,
                         GError                   **error)
{
  const double periods = input->wait_mean + input->review;
  const double wait_part = input->mean * input->wait_sd;
  double sigma, z;

  if (!check_input (input, error))
    return FALSE;

  sigma = sqrt (periods * input->sd * input->sd + wait_part * wait_part);
  z = input->promise == HW_PROMISE_FILL ? sigmas_for_fill (input, sigma) : hw_normal_quantile (input->share);

  *out = (HwSafetyStock){ .sigma = sigma, .z = z, .safety_stock = z * sigma };
  out->reorder_point = input->mean * periods + out->safety_stock;
  return TRUE;
}
