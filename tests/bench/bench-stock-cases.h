/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-cases.h: what the answers to stock cases share: reading a case's
 * inputs, writing its results. */
#pragma once

#include "engine/stock/hw-law.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Sets @result's members from @in; FALSE with @error leaves the case out. */
typedef gboolean (*BenchCaseFunc) (const char *family, JsonObject *in, JsonObject *result, GError **error);

typedef struct
{
  const char   *family; /* NULL ends a table */
  BenchCaseFunc run;
} BenchCase;

extern const BenchCase bench_cases_of_laws[];
extern const BenchCase bench_cases_of_lots[];
extern const BenchCase bench_cases_of_policies[];
extern const BenchCase bench_cases_of_chains[];
extern const BenchCase bench_cases_of_nets[];
extern const BenchCase bench_cases_of_periods[];

/* What is missing or null is NAN, FALSE, NULL. */
gboolean    bench_has       (JsonObject *in, const char *key);
double      bench_number    (JsonObject *in, const char *key);
double      bench_number_or (JsonObject *in, const char *key, double otherwise);
gboolean    bench_flag      (JsonObject *in, const char *key);
const char *bench_text      (JsonObject *in, const char *key);
JsonObject *bench_object    (JsonObject *in, const char *key);
JsonArray  *bench_array     (JsonObject *in, const char *key);

/* (transfer full) (nullable): an array of numbers; null in it is NAN. */
double     *bench_numbers   (JsonObject *in, const char *key, gsize *n);

/* (transfer full): length @n: the array's last @n numbers, or one number for all. */
double     *bench_numbers_n (JsonObject *in, const char *key, gsize n);

typedef struct
{
  HwLaw   law;
  double *chances; /* (owned) (nullable) */
} BenchLaw;

void        bench_law_clear (BenchLaw *self);

/* A frozen distribution {"scipy_frozen": name, "args": [], "kwds": {}}. */
gboolean    bench_law_read  (BenchLaw *self, JsonObject *in, const char *key, GError **error);

/* Chances {"value": chance} or [chance of 0, of 1, ...]. */
gboolean    bench_law_read_chances (BenchLaw *self, JsonObject *in, const char *key, GError **error);

/* What is no number is written as null. */
void        bench_put          (JsonObject *result, const char *key, double value);
void        bench_put_numbers  (JsonObject *result, const char *key, const double *values, gsize n);
void        bench_add          (JsonArray *list, double value);
void        bench_add_numbers  (JsonArray *list, const double *values, gsize n);

/* "returned": one number, or @n of them. */
void        bench_return       (JsonObject *result, double value);
void        bench_return_list  (JsonObject *result, const double *values, gsize n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchLaw, bench_law_clear)

G_END_DECLS
