/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-network.h: reading stages, their values and their demand. */
#pragma once

#include "bench-stock-cases.h"

G_BEGIN_DECLS

int         bench_int             (JsonObject *in, const char *key, int otherwise);

/* (transfer full) (nullable): whole numbers, @n of them. */
int        *bench_integers        (JsonObject *in, const char *key, gsize *n);

/* {"type": "N", ...}: what customers ask for in a period. */
gboolean    bench_law_read_source (BenchLaw *law, JsonObject *source, GError **error);

/* A stage's value: of one number for all, a list in the order of @listed, or by name. */
double      bench_value_of        (JsonObject *in, const char *key, int name, const int *listed, gsize n_listed);

JsonObject *bench_node            (JsonArray *nodes, int name);

/* The first of a node's neighbours. */
int         bench_first_of        (JsonObject *node, const char *key, int otherwise);

G_END_DECLS
