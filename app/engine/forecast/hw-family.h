/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-family.h: what every family of forecasting methods answers, so that the
 * combination can ask them all alike.
 *
 * In:  a series as the door prepared it: complete, without a gap.
 * Out: a fit that can be moved on through new periods and asked for the future.
 * Pure, re-entrant, no chance: the same series gives the same bits on any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwPool HwPool; /* what the whole catalogue has in common (hw-pool.h) */

/* The chances at which a distribution is kept, from low to high. */
#define HW_LEVELS 15
#define HW_LEVEL_MEDIAN 7
extern const double hw_levels[HW_LEVELS]; /* .005 .025 .05 .1 .2 .3 .4 .5 .6 .7 .8 .9 .95 .975 .995 */

typedef struct
{
  const double *y;           /* length n, oldest first, complete and finite */
  const guint8 *filled;      /* (nullable) length n; 1: not observed, y is a stand-in and counts in no loss */
  gsize         n;
  int           season;      /* periods in the main season: 24, 7, 12, 4; 1 for none */
  int           long_season; /* a longer one beside it: 168, 364; 0 for none. 52 weeks are a `season` */
  double        unit;        /* units in one of y: y * unit are the pieces sold */
  gboolean      positive;    /* every y is above 0 */
  gboolean      whole;       /* y * unit are whole numbers, at least 0 */
  const HwPool *pool;        /* (nullable) */
} HwSeriesView;

typedef struct
{
  const char *id;            /* "theta-dynamic": in tables and files */

  /* Whether the series has what the family needs: length, sign, season. Cheap. */
  gboolean (*suits)     (const HwSeriesView *series);

  /* (transfer full) (nullable): NULL where no fit was found. Never NAN inside. */
  gpointer (*fit)       (const HwSeriesView *series);
  void     (*free)      (gpointer            fit);

  /* Takes y[from] .. y[to - 1], the periods after those already seen, into the
   * states; parameters stay. Moving on equals one pass over all, bit for bit. */
  void     (*move)      (gpointer            fit,
                         const double       *y,
                         gsize               from,
                         gsize               to);

  /* Expected value of each of the next `horizon` periods. */
  void     (*mean)      (gconstpointer       fit,
                         gsize               horizon,
                         double             *mean);

  /* (nullable) Standard deviation of the error of each, as the family claims it. */
  void     (*spread)    (gconstpointer       fit,
                         gsize               horizon,
                         double             *sd);

  /* (nullable) Families that give a whole distribution: q[h * HW_LEVELS + k]. */
  void     (*quantiles) (gconstpointer       fit,
                         gsize               horizon,
                         double             *q);
} HwFamily;

G_END_DECLS
