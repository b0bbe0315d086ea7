/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-rows.h: a plain table of a file, row by row: commas, a line of names, no quotes.
 * What is wrong with it is told with file and line. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCH_COLUMNS_MOST 24

typedef struct
{
  const char *path;
  char       *text;                       /* (owned) */
  char       *next;                       /* the next line in text */
  guint       line;                       /* of the row read last, from 1 */
  const char *names[BENCH_COLUMNS_MOST];  /* wanted */
  int         places[BENCH_COLUMNS_MOST]; /* of the wanted columns; -1: not there */
  char       *fields[BENCH_COLUMNS_MOST]; /* of the row read last */
  gsize       n_columns;
} BenchRows;

/* @names: NULL at the end; one that begins with ? may be missing. */
gboolean    bench_rows_open    (BenchRows         *self,
                                const char        *path,
                                const char *const *names,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE at the end, and with @error set where a row is not as long as the line of names. */
gboolean    bench_rows_next    (BenchRows         *self,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bench_rows_has     (const BenchRows   *self,
                                gsize              column);
const char *bench_rows_text    (const BenchRows   *self,
                                gsize              column);
gboolean    bench_rows_number  (const BenchRows   *self,
                                gsize              column,
                                double             least,
                                double             most,
                                double            *value,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bench_rows_whole   (const BenchRows   *self,
                                gsize              column,
                                int                least,
                                int                most,
                                int               *value,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE with @what is wrong, after file and line. */
gboolean    bench_rows_fail    (const BenchRows   *self,
                                GError           **error,
                                const char        *what,
                                const char        *value);
void        bench_rows_clear   (BenchRows         *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchRows, bench_rows_clear)

G_END_DECLS
