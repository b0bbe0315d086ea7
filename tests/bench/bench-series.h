/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-series.h: files of series to forecast, and files of what was known of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char   *id;          /* (owned) "X@k": the k-th window of X */
  char   *group;       /* (owned) "k", "" if no window: series of one group end together */
  double *y;           /* (owned) length n; NAN: not observed */
  gsize   n;
  gsize   horizon;
  int     season;      /* from the file's freq, never from its period */
  int     long_season; /* 0: none */
  double *known[2];    /* (owned) (nullable) length n + horizon: offers and holidays, 0 or 1 */
} BenchSeries;

void       bench_series_free (BenchSeries *self);

/* (transfer full): GPtrArray of BenchSeries; only the train part is read. */
GPtrArray *bench_series_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what a panel (id,date,y,...) knows in its columns promo and holiday, behind
 * and ahead, to the series of the same product. */
gboolean   bench_series_read_plan (GPtrArray *all, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSeries, bench_series_free)

G_END_DECLS
