/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-policy-fixture.h: what the tests of stock policies share. */
#pragma once

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-law.h"
#include "engine/stock/hw-stock-costs.h"

#include <math.h>
#include <string.h>

static inline void
assert_reason (GError     *error,
               int         code,
               const char *what)
{
  g_assert_true (g_error_matches (error, HW_ENGINE_ERROR, code));
  g_assert_true (error != NULL && strstr (error->message, what) != NULL);
  g_error_free (error);
}

/* @call, given &error, refuses with a code and a message that names @what. */
#define assert_refused(call, code, what)   \
  G_STMT_START                             \
  {                                        \
    GError *error = NULL;                  \
                                           \
    g_assert_false (call);                 \
    assert_reason (error, (code), (what)); \
  }                                        \
  G_STMT_END

static inline void
assert_near (double value,
             double expected,
             double share)
{
  g_assert_cmpfloat_with_epsilon (value, expected, share * MAX (fabs (expected), 1e-300));
}

/* Costs and a demand of every size a shop knows. */
static inline HwStockCosts
draw_costs (HwRng *rng)
{
  const double holding = exp (3.0 * hw_rng_unit (rng) - 2.0);

  return (HwStockCosts){ .holding = holding, .shortage = holding * exp (4.0 * hw_rng_unit (rng)),
                         .ordering = holding * exp (5.0 * hw_rng_unit (rng) - 1.0) };
}

static inline HwLaw
draw_demand (HwRng *rng,
             double most)
{
  const double mean = 0.1 + most * hw_rng_unit (rng);

  return hw_rng_unit (rng) < 0.5 ? hw_law_poisson (mean)
                                 : hw_law_negative_from (mean, sqrt (mean * (1.1 + 3.0 * hw_rng_unit (rng))));
}
