/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-run-out.h: when what is on hand will be used up.
 *
 * In:  ways demand may go, what is on hand, what is coming.
 * Out: the early, the likely and the late period, and how long the goods reach.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int    period;    /* it can be sold from this period on, 0 the first */
  double quantity;  /* [units] */
} HwArrival;

typedef struct
{
  const double    *paths;       /* demand [units]: path by path, n_paths * n_periods */
  gsize            n_paths;
  gsize            n_periods;
  double           on_hand;     /* [units] */
  const HwArrival *arrivals;    /* (nullable) length n_arrivals, in any order */
  gsize            n_arrivals;
} HwRunOutInput;

/* First period (from 0) whose demand cannot be served in full: on 10, 50 and 90 of
 * 100 ways it has come by then; -1 where it has not by the last period. */
typedef struct
{
  int    early;
  int    likely;
  int    late;
  double by_end;    /* share of the ways that run out at all */
} HwRunOut;

gboolean hw_run_out_tell (const HwRunOutInput  *input,
                          HwRunOut             *out,
                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Periods that @on_hand serves at @rate a period; -1 if nothing is asked for. */
double   hw_cover        (double                on_hand,
                          double                rate);

G_END_DECLS
