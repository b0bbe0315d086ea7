/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-library-private.h: what the library's figures are worked out from beside the sums of
 * periods, loaded once, and the figures that come of it.
 *
 * Thread: the worker's. Private to hw-library-*.c.
 */
#pragma once

#include "domain/hw-override.h"
#include "domain/hw-return.h"
#include "domain/hw-verdict.h"
#include "jobs/assess/hw-safety-job.h"
#include "jobs/demand/hw-demand.h"
#include "jobs/journey/hw-journey-load.h"
#include "jobs/library/hw-library-job.h"
#include "store/hw-order-repo.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

#define HW_LIBRARY_YEAR 364 /* days that figures of the year go back: whole weeks */

typedef struct
{
  HwDay             today;
  const HwDemand   *demand;     /* (nullable) no sales yet */
  HwMetricSheet    *sheet;      /* (owned) */
  GArray           *past;       /* (owned) of HwPeriodSums, four weeks each, oldest first */
  GArray           *shelf;      /* (owned) of HwOnHand; empty without sales */
  GPtrArray        *orders;     /* (owned) of HwOrderRow of the last year, none cancelled */
  GArray           *refusals;   /* (owned) of HwRefusal of the last year */
  HwOverrideReview *overrides;  /* (owned) */
  guint             n_unusual;  /* days far from what was expected; with has_unusual */
  gboolean          has_unusual;
  HwJourney        *journey;    /* (owned) */
  HwSafetyBook     *safety;     /* (owned) (nullable) */
  GPtrArray        *verdicts;   /* (owned) of HwVerdict that were reached */
  HwReturn         *result;     /* (owned) (nullable) what all trials have cost and brought so far; no sales yet */
  GArray           *set_up;     /* (owned) of double: what each of these cost to set up */
} HwLibraryFacts;

HwLibraryFacts *hw_library_facts_load (HwSession *session, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hw_library_facts_free (HwLibraryFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLibraryFacts, hw_library_facts_free)

/* Worked out from the records as they are today: HW_METRIC_OK and a value, or what is
 * missing. @n: of the records behind it, left alone if that is not said. */
typedef HwMetricState (*HwLibraryFunc) (const HwLibraryFacts *facts, double *value, gint64 *n);

/* (nullable) NULL: the records do not tell this metric. */
HwLibraryFunc hw_library_record_func (const char *metric);
HwLibraryFunc hw_library_trial_func  (const char *metric);

/* (nullable) (transfer none) Of a mean over products: the one that is worst off, and what
 * it has; NULL where the metric is no such mean. */
const HwProduct *hw_library_record_least (const HwLibraryFacts *facts, const char *metric, double *value);

/* The values typed in and asked for, newest day first; of HwEntry. */
GPtrArray *hw_library_typed_load (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What files beside sales tell, as such entries: hw-library-logs.c. */
gboolean   hw_library_logs_add   (HwStore *store, GPtrArray *to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Fills @figure from the newest of them, if there is one of its metric. */
void       hw_library_typed_fill (GPtrArray *typed, int cadence_days, HwFigure *figure);

/* The last values of a figure, as the spark shows them. */
#define HW_LIBRARY_SPARK 13

G_END_DECLS
