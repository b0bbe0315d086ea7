/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-intermittent.h: products that sell only now and then.
 *
 * In:  demand per period, oldest first; NAN where nothing was observed.
 * Out: one mean demand per period for all periods ahead, and its ranges.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef enum
{
  HW_INTERMITTENT_CROSTON, /* sizes and gaps, smoothed by 0.1 from the first ones on */
  HW_INTERMITTENT_SBA,     /* Croston's method with the Syntetos-Boylan correction */
  HW_INTERMITTENT_TSB,     /* Teunter, Syntetos and Babai: falls when nothing sells */
} HwIntermittentKind;

typedef struct
{
  HwIntermittentKind kind;
  double             alpha;     /* smoothing, 0 < alpha < 1 */
  double             size;      /* demand of a period that has any [units] */
  double             interval;  /* periods from one demand to the next, >= 1 (Croston, SBA) */
  double             chance;    /* of demand in a period, 0..1 (TSB) */
  gsize              gap;       /* periods since the last demand */
} HwIntermittent;

gboolean hw_intermittent_fit    (HwIntermittentKind    kind,
                                 const double         *y,
                                 gsize                 n,
                                 HwIntermittent       *fit,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void     hw_intermittent_update (HwIntermittent       *fit,
                                 double                demand);

double   hw_intermittent_level  (const HwIntermittent *fit);

extern const HwFamily hw_family_sba;
extern const HwFamily hw_family_tsb;

G_END_DECLS
