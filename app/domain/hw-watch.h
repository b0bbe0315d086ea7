/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-watch.h: what is watched while the work goes on, and what is worth a word.
 *
 * Monitors look at the forecast, the files that come in, what people do with suggestions
 * and the money of what was rolled out. Each has its limit; all of a business together
 * raise at most one false alarm in 100 stable weeks. At most five alerts a week, by money.
 * A quiet entry (HW_ENTRY_QUIET: monitor, until, why) silences one for a while.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"
#include "domain/hw-guard.h"

G_BEGIN_DECLS

typedef enum
{
  HW_MONITOR_BIAS,        /* the forecast errs to one side: tracking signal */
  HW_MONITOR_DRIFT,       /* something shifted for good: CUSUM */
  HW_MONITOR_SIMPLE,      /* the simple rule was closer of late */
  HW_MONITOR_BAND,        /* too many days outside the range */
  HW_MONITOR_INPUT,       /* files look unlike they did */
  HW_MONITOR_USE,         /* suggestions are refused, or all waved through */
  HW_MONITOR_BENEFIT,     /* brings less than planned, two quarters running */
  HW_MONITOR_FAIR,        /* groups are treated unlike */
  HW_MONITOR_SAFETY,      /* a duty is overdue */
  HW_MONITOR_N,
} HwMonitor;

const char *hw_monitor_id   (HwMonitor monitor);
const char *hw_monitor_name (HwMonitor monitor); /* translated */
gboolean    hw_monitor_find (const char *id, HwMonitor *monitor);

extern const HwForm hw_quiet_form;

typedef struct
{
  HwMonitor   monitor;
  HwLight     light;
  gint64      initiative;   /* it is about; 0: the whole business */
  double      value, limit; /* in the monitor's own measure; NAN */
  double      chance;       /* of so much by luck; NAN */
  double      money_week;   /* what it costs a week; NAN */
  HwDay       since;        /* HW_DAY_NONE */
  HwDay       quiet_until;  /* HW_DAY_NONE */
  char       *said;         /* (owned) what was found, also where all is well */
} HwWatchLine;

typedef struct
{
  const HwWatchLine *line;  /* (borrowed) */
  char   *what;             /* (owned) what changed */
  char   *sure;             /* (owned) how sure */
  char   *cost;             /* (owned) what it costs a week, or that this is not known */
  char   *act;              /* (owned) what to do now */
} HwAlert;

/* A trial that its own figure says to keep, and that something else speaks against. */
typedef struct
{
  gint64  initiative;
  char   *name;             /* (owned) */
  char   *said;             /* (owned) what speaks against it */
} HwWatchCaution;

/* A week of the frozen forecast beside what came. */
typedef struct
{
  HwDay    monday;
  double   sold;            /* money; NAN: nothing was sold */
  double   expected;        /* NAN: nothing could be said */
  double   low, high;       /* 80 % */
  double   before;          /* the week before, as the simple rule has it; NAN */
  gboolean watched;         /* else of the stable time before */
} HwWatchWeek;

typedef struct
{
  HwDay      as_of;
  GArray    *weeks;         /* (owned) of HwWatchWeek, oldest first; empty while too young */
  GPtrArray *lines;         /* (owned) of HwWatchLine, all monitors */
  GPtrArray *alerts;        /* (owned) of HwAlert: at most five, by money; silenced ones left out */
  guint      n_more;        /* alerts beyond five */
  GPtrArray *cautions;      /* (owned) of HwWatchCaution */
  double     false_weeks;   /* one false alarm of all together in so many stable weeks, as set */
} HwWatch;

#define HW_ALERTS_MOST 5

HwWatch     *hw_watch_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void         hw_watch_free     (HwWatch *self);
HwWatchCaution *hw_watch_caution_new (gint64 initiative, const char *name) G_GNUC_WARN_UNUSED_RESULT; /* nothing is said yet */
HwWatchLine *hw_watch_line_new (HwMonitor monitor) G_GNUC_WARN_UNUSED_RESULT; /* for `lines`; nothing is known yet */
/* Marks the lines that @quiet (of HwEntry) silences on the day `as_of`. */
void         hw_watch_hush     (HwWatch *self, GPtrArray *quiet);
/* Lines (borrowed) that are worth an alert, the most money first, at most HW_ALERTS_MOST;
 * sets n_more. */
GPtrArray   *hw_watch_rank     (HwWatch *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwWatch, hw_watch_free)

G_END_DECLS
