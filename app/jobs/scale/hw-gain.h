/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gain.h: what a trial's effect is worth in money: the share that it changes, and the
 * money a year it changes a share of.
 *
 * In:  a verdict, the initiative, the records.
 * Out: the effect as the verdict weighs it, with the better side above 0; the money of a
 *      year before the start.
 *
 *   gain of a time = money of it * effect / (1 + effect) * margin,
 *
 * as what sells (or is thrown away) in that time has the effect in it already.
 * Thread: that of the store. Private to jobs/.
 */
#pragma once

#include "domain/hw-roll-out.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  const HwMetric *metric;       /* (nullable) */
  gboolean        known;        /* it is worth money that can be told */
  gboolean        saves;        /* money is saved; else more comes in */
  double          effect, sd;   /* share, better above 0; standard error */
  double          low, high;    /* 90 % */
  double          volume;       /* money a year */
  double          margin;       /* share that stays */
  gboolean        margin_known;
  double          lost;         /* share of the effect thought lost when it is used everywhere */
  double          rate;         /* share a year by which later money counts less */
  double          part;         /* of the whole business's money: 1, less for one product */
  double          running, hours, wage; /* as it ran in the trial: money a year, hours a week, money an hour */
} HwGain;

/* What the verdict says; known is FALSE where it says nothing in money. */
gboolean hw_gain_find   (HwStore *store, const HwEntry *initiative, const HwVerdict *verdict, HwGain *gain, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The money of from..to that the effect works on. */
gboolean hw_gain_volume (HwStore *store, const HwGain *gain, HwDay from, HwDay to, double *volume, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Money gained where @volume was counted with @effect of it working in a share @works. */
double   hw_gain_of     (const HwGain *gain, double effect, double volume, double works);

G_END_DECLS
