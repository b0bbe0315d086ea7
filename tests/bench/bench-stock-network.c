/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-stock-network.h"

#include <math.h>

int
bench_int (JsonObject *in,
           const char *key,
           int         otherwise)
{
  return (int) bench_number_or (in, key, otherwise);
}

/* (transfer full): whole numbers, @n of them; (nullable). */
int *
bench_integers (JsonObject *in,
                const char *key,
                gsize      *n)
{
  g_autofree double *values = bench_numbers (in, key, n);
  int *whole = values != NULL ? g_new0 (int, *n + 1) : NULL;

  for (gsize i = 0; whole != NULL && i < *n; i++)
    whole[i] = (int) values[i];

  return whole;
}

/* {"type": "N", ...}: what customers ask for in a period. */
gboolean
bench_law_read_source (BenchLaw   *law,
                       JsonObject *source,
                       GError    **error)
{
  const char *type = source != NULL ? bench_text (source, "type") : NULL;
  gsize n = 0;

  if (g_strcmp0 (type, "P") == 0)
    {
      law->law = hw_law_poisson (bench_number (source, "mean"));
    }
  else if (g_strcmp0 (type, "UD") == 0)
    {
      const int lo = bench_int (source, "lo", 0);

      n = (gsize) MAX (bench_int (source, "hi", 0) - lo + 1, 1);
      law->chances = g_new (double, n);
      for (gsize i = 0; i < n; i++)
        law->chances[i] = 1.0 / (double) n;
      law->law = hw_law_chances (lo, law->chances, n);
    }
  else if (g_strcmp0 (type, "CD") == 0)
    {
      g_autofree int *values = bench_integers (source, "demand_list", &n);
      g_autofree double *chances = bench_numbers_n (source, "probabilities", n);
      int most = 0;

      for (gsize i = 0; i < n; i++)
        most = MAX (most, values[i]);
      law->chances = g_new0 (double, most + 1);
      for (gsize i = 0; i < n; i++)
        law->chances[MAX (values[i], 0)] += chances[i];
      law->law = hw_law_chances (0.0, law->chances, (gsize) most + 1);
    }
  else
    {
      law->law = hw_law_normal (source != NULL ? bench_number (source, "mean") : (double) NAN,
                                source != NULL ? bench_number (source, "standard_deviation") : (double) NAN);
    }

  return hw_law_check (&law->law, error);
}

/* A node's value: of one number for all, a list in the order of @listed, or by name. */
double
bench_value_of (JsonObject *in,
                const char *key,
                int         name,
                const int  *listed,
                gsize       n_listed)
{
  JsonObject *named = bench_object (in, key);
  g_autofree double *values = NULL;
  g_autofree char *text = g_strdup_printf ("%d", name);
  gsize n = 0;

  if (named != NULL)
    return bench_number (named, text);

  values = bench_numbers (in, key, &n);
  if (values == NULL)
    return bench_number (in, key);

  for (gsize i = 0; i < MIN (n, n_listed); i++)
    if (listed[i] == name)
      return values[i];

  return NAN;
}

JsonObject *
bench_node (JsonArray *nodes,
            int        name)
{
  for (guint i = 0; i < json_array_get_length (nodes); i++)
    if (bench_int (json_array_get_object_element (nodes, i), "index", -1) == name)
      return json_array_get_object_element (nodes, i);

  return NULL;
}

int
bench_first_of (JsonObject *node,
                const char *key,
                int         otherwise)
{
  JsonArray *list = bench_array (node, key);

  return list != NULL && json_array_get_length (list) > 0 ? (int) json_array_get_int_element (list, 0) : otherwise;
}
