/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-two-groups.h: did it matter who was chosen? Units drawn by lot into two groups.
 *
 * If the change did nothing, any other draw of as many units would have found the same
 * values: so the difference of the groups' means is held against those of the other draws.
 * Serves customers held out (1: bought, 0: not; or money each) and sites that started by
 * lot (the change of each site: difference in differences).
 *
 * In:  one value for each unit, which were chosen; optionally what each was before.
 * Out: the effect, p, and the effects that the test does not refuse, without a search: a
 *      draw is as large as the one seen under all supposed effects beyond one ratio.
 * Source: Fisher (1935), "The Design of Experiments"; Pitman (1937), "Significance tests
 *      which may be applied to samples from any populations", Supplement to JRSS 4(1).
 * Checked against: all draws counted, with the ends searched for, in
 *      tests/engine/make-two-groups-reference.py.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

#define HW_TWO_GROUPS_EXACT 20000 /* so many draws or fewer: all are counted */

typedef struct
{
  const double *value;   /* length n */
  const double *before;  /* (nullable) length n: taken out by least squares over all units, which no draw changes */
  const guint8 *chosen;  /* length n: 1 got the change; at least one of each */
  gsize         n;
  guint         n_draws; /* 99 or more; where n is small all draws are counted instead */
  guint64       seed;
  double        level;   /* of the range */
} HwTwoGroupsInput;

typedef struct
{
  double   effect;       /* mean of the chosen less that of the others */
  double   p;            /* both ways */
  double   low, high;    /* infinite where so few units refuse nothing */
  double   attainable;   /* the smallest p that such groups can give */
  gboolean exact;
} HwTwoGroups;

/* TOO_SHORT where a group is empty; BAD_VALUE; CANCELLED. */
gboolean hw_two_groups_run      (const HwTwoGroupsInput *input,
                                 const HwTick           *tick,
                                 HwTwoGroups            *result,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* The smallest p of groups so large; the largest share of false alarms up to @alpha that
 * they can hold; and how many units each of two equal groups needs for a smallest p of
 * at most @alpha that can be held to at least seven tenths. */
double   hw_two_groups_least_p  (gsize n_chosen, gsize n_others);
double   hw_two_groups_holds    (gsize n_chosen, gsize n_others, double alpha);
gsize    hw_two_groups_each_for (double alpha);

/* Of a site: what it took on average after the start less before. As a rule of logs. */
double   hw_two_groups_change   (const double *y, gsize start, gsize before, gsize length);

/* How an effect comes about: events scatter by themselves. */
typedef enum
{
  HW_EFFECT_AMOUNT,      /* as much more of each */
  HW_EFFECT_COUNT,       /* more events: Poisson */
  HW_EFFECT_YES_NO,      /* some of the 0 become 1 */
} HwEffectKind;

/* What the same trial would have seen where nothing happened: @values holds @n_windows
 * rows of @n; in each of @n_tries a row and a draw of @n_chosen are taken by lot. */
typedef struct
{
  HwEffectKind  kind;
  const double *values;
  const double *before;  /* (nullable) as @values */
  gsize         n, n_windows, n_chosen;
  guint         n_tries, n_draws;
  double        power;
  guint64       seed;
} HwTwoGroupsPast;

/* The smallest visible effect; as hw_two_groups_run(). */
gboolean hw_two_groups_smallest (const HwTwoGroupsPast *past,
                                 const HwTick          *tick,
                                 double                *effect,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
