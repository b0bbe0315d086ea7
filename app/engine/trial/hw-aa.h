/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-aa.h: the whole judgement of a trial, tried at dates at which nothing happened: how
 * often does it raise a false alarm on this very business?
 *
 * In:  which dates, and a function that judges a trial starting there.
 * Out: how many dates could be judged, how many were taken for an effect, how much the
 *      trials overlap, and what the share may be by chance.
 * Source: Kohavi, Longbotham, Sommerfield and Henne (2009), "Controlled experiments on the
 *      web", Data Mining and Knowledge Discovery 18 (A/A tests).
 * Pure as far as the function is.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

/* Judges a trial from @start on by what came before it alone. FALSE where it cannot; sets @p. */
typedef gboolean (*HwAaJudge) (gsize start, gpointer data, double *p);

typedef struct
{
  gsize     first, last;   /* dates: first <= last */
  gsize     length;        /* periods of each trial */
  gsize     step;          /* from date to date, 1 or more */
  double    alpha;         /* 0.05 */
  HwAaJudge judge;
  gpointer  data;
} HwAaInput;

typedef struct
{
  gsize  n, n_alarms;
  double share;            /* n_alarms / n */
  double apart;            /* about so many of the dates do not overlap */
  double chance;           /* of so many alarms or more among those apart, were the share alpha */
} HwAa;

/* TOO_SHORT where no date can be judged; BAD_VALUE; CANCELLED. */
gboolean hw_aa_run (const HwAaInput *input,
                    const HwTick    *tick,
                    HwAa            *result,
                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
