/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-replenish-fixture.h: made items with a known law of demand, for tests of ordering. */
#pragma once

#include "engine/stock/hw-replenish.h"

#include "hw-policy-fixture.h"

#define ITEM_WEEKS 52
#define ITEM_LEADS 14

typedef struct
{
  HwReplenishInput input;
  HwLaw            law;
  double           mean;              /* demand a period */
  double           lead[ITEM_LEADS];
  double          *paths;             /* (owned) */
} Item;

/* (transfer full): demand of that law of counts, path by path. */
static inline double *
draw_paths (const HwLaw *law,
            gsize        n_paths,
            gsize        n_periods,
            HwRng       *rng)
{
  double *paths = g_new (double, n_paths * n_periods);

  for (gsize i = 0; i < n_paths * n_periods; i++)
    paths[i] = hw_rng_poisson (rng, law->kind == HW_LAW_POISSON ? law->a : hw_rng_gamma (rng, law->a) * (1.0 - law->b) / law->b);

  return paths;
}

/* A shop's item of any kind: a unit in three weeks up to thirty a week, waiting times of
 * one to five weeks and some of them late, sales lost or waited for, packs and minimums. */
static inline void
item_draw (Item  *self,
           HwRng *rng,
           gsize  n_paths)
{
  const int usual = 1 + (int) hw_rng_below (rng, 5);
  const double late = hw_rng_below (rng, 2) * 0.25 * hw_rng_unit (rng);

  *self = (Item) { .law = draw_demand (rng, exp (3.4 * hw_rng_unit (rng))) };
  self->mean = hw_law_mean (&self->law);
  self->paths = draw_paths (&self->law, n_paths, ITEM_WEEKS, rng);
  self->lead[usual] = 1.0 - late;
  self->lead[2 * usual] += late;
  self->input = (HwReplenishInput) {
    .paths = self->paths,
    .n_paths = n_paths,
    .n_periods = ITEM_WEEKS,
    .lead = self->lead,
    .n_lead = ITEM_LEADS,
    .review = 1 + (int) hw_rng_below (rng, 2),
    .shortage = hw_rng_unit (rng) < 0.5 ? HW_SHORTAGE_LOST : HW_SHORTAGE_WAITS,
    .unit_cost = 10.0,
    .holding = 0.05 + 0.1 * hw_rng_unit (rng),
    .ordering = 2.0 + 30.0 * hw_rng_unit (rng),
    .min_order = hw_rng_below (rng, 2) * floor (2.0 * self->mean * hw_rng_unit (rng)),
    .pack = (double) hw_rng_below (rng, 4),
    .whole = TRUE,
    .on_hand = floor (self->mean * (usual + 2)),
    .seed = hw_rng_next (rng),
  };
  self->input.penalty = self->input.shortage == HW_SHORTAGE_LOST ? 3.0 + 6.0 * hw_rng_unit (rng) : 0.3 + 0.7 * hw_rng_unit (rng);
}

static inline void
item_clear (Item *self)
{
  g_clear_pointer (&self->paths, g_free);
}

static inline void
plan (const HwReplenishInput *input,
      HwReplenish            *out)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_replenish_plan (input, out, &error));
  g_assert_no_error (error);
}
