/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lift.h: how many times as much sells when something known is going on.
 *
 * In:  the sales of a catalogue, period by period, and what is known about each
 *      period behind and ahead: offers, prices, holidays, open hours, weather.
 * Out: one factor per product and period, behind and ahead. Sales behind are divided
 *      by it before they are forecast, forecasts and ranges multiplied by it after.
 *      What-if is the same question with other values ahead.
 *
 * A thing known counts only if, on later stretches of the catalogue's own past, it
 * made forecasts better than chance could; otherwise its factor is 1.
 * Pure, no chance: the same input gives the same bits. Safe to call from any thread.
 */
#pragma once

#include "core/hw-tick.h"
#include "engine/forecast/hw-known.h"

G_BEGIN_DECLS

typedef struct
{
  const double        *y;        /* length n, oldest first; NAN: not observed, closed, not yet on sale */
  const double *const *value;    /* n_known, each (nullable) of length n + horizon: see hw_known_encode() */
  int                  category; /* products of one category are alike; -1: of none */
} HwLiftProduct;

typedef struct
{
  const HwLiftProduct *products;
  gsize                n_products;
  const HwKnown       *known;
  gsize                n_known;
  gsize                n;        /* periods behind, the same for all products */
  gsize                horizon;  /* periods ahead */
  int                  season;   /* periods in the season: 7, 12, 24, 52; 1 for none */
  int                  long_season; /* a longer one beside it: 52 weeks of so many open days; 0 for none */
} HwLiftInput;

typedef struct _HwLift HwLift;

#define HW_LIFT_COLUMNS_MAX 24

HwLift  *hw_lift_new      (const HwLiftInput *input,
                           const HwTick      *tick,
                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_lift_free     (HwLift            *self);

void     hw_lift_factor   (const HwLift        *self,
                           gsize                product,
                           const double *const *value,
                           double              *factor);

gboolean hw_lift_kept     (const HwLift      *self,
                           gsize              known);
double   hw_lift_effect   (const HwLift      *self,
                           gsize              product,
                           gsize              known);
double   hw_lift_effect_usual (const HwLift  *self,
                               gsize          known);

/* How the sales of one product scatter: variance = counts * mean + own * mean^2. */
typedef struct
{
  double counts;  /* 0 to 1 [units]: 1 where single pieces are sold by chance */
  double own;     /* beyond counting */
} HwLiftScatter;

void     hw_lift_scatter  (const HwLift  *self,
                           gsize          product,
                           HwLiftScatter *scatter);

double   hw_lift_take_out (const double *y,
                           const double *factor,
                           gsize         n,
                           gsize         horizon,
                           double       *plain);
void     hw_lift_put_in   (const double        *factor,
                           double               thinned,
                           const HwLiftScatter *scatter,
                           gsize                horizon,
                           gsize                n_levels,
                           double              *mean,
                           double              *quantiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLift, hw_lift_free)

G_END_DECLS
