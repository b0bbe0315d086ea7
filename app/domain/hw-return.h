/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-return.h: what the whole way has cost and brought: money in and out by station and
 * initiative, plan against actual, what owning it costs, and what may be put down to it.
 *
 * Only trials that were judged Go and are in daily use count as gain: what a trial of no
 * use seemed to bring is luck. Ranges do not add up: their variances do, as one trial's
 * doubt says nothing about another's.
 */
#pragma once

#include "domain/hw-roll-out.h"

G_BEGIN_DECLS

/* Whether what one initiative brings is counted, or why not. */
typedef enum
{
  HW_GAIN_COUNTED,
  HW_GAIN_NOT_LIVE,     /* not in daily use (yet, or any more) */
  HW_GAIN_NOT_GO,       /* the figures did not advise keeping it */
  HW_GAIN_NOT_MONEY,    /* what it changed is not known in money */
} HwGainState;

const char *hw_gain_state_text (HwGainState state); /* translated */

typedef struct
{
  gint64       id;
  char        *name;                     /* (owned) */
  HwState      state;
  HwGainState  gain;
  gboolean     but;                      /* its figures advise keeping it, and others speak against it */
  gboolean     saves;                    /* it saves money; else it is growth */
  double       out_plan[HW_STATION_N];   /* up to today, as planned and as it came */
  double       out[HW_STATION_N];
  double       owned[HW_COST_N];         /* the same as out, by what for */
  double       in_plan;                  /* up to today */
  double       in, in_sd;                /* attributed; 0 if not counted */
} HwReturnLine;

typedef struct
{
  HwDay      as_of;
  GPtrArray *lines;                      /* (owned) of HwReturnLine, as made */
  double     out_plan[HW_STATION_N], out[HW_STATION_N], owned[HW_COST_N];
  double     out_plan_all, out_all;
  double     in_plan, in, in_low, in_high; /* 90 % */
  double     growth, growth_low, growth_high; /* parts of in */
  double     savings, savings_low, savings_high;
  double     net, net_low, net_high;     /* in less out */
  guint      n_counted;
} HwReturn;

HwReturn *hw_return_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void      hw_return_free (HwReturn *self);
/* Fills the sums from the lines. */
void      hw_return_add_up (HwReturn *self);
HwReturnLine *hw_return_line_new  (gint64 id, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void      hw_return_line_free (HwReturnLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReturn, hw_return_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReturnLine, hw_return_line_free)

G_END_DECLS
