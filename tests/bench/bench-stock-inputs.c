/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-stock-cases.h"

#include "core/hw-error.h"

#include <math.h>

#define SPAN_MAX 1000000.0 /* values between a law's least and most */

static double
node_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : (double) NAN;
}

gboolean
bench_has (JsonObject *in,
           const char *key)
{
  return json_object_has_member (in, key) && !json_object_get_null_member (in, key);
}

double
bench_number (JsonObject *in,
              const char *key)
{
  return node_number (json_object_get_member (in, key));
}

double
bench_number_or (JsonObject *in,
                 const char *key,
                 double      otherwise)
{
  return bench_has (in, key) ? bench_number (in, key) : otherwise;
}

gboolean
bench_flag (JsonObject *in,
            const char *key)
{
  return bench_has (in, key) && json_object_get_boolean_member (in, key);
}

const char *
bench_text (JsonObject *in,
            const char *key)
{
  return bench_has (in, key) ? json_object_get_string_member (in, key) : NULL;
}

JsonObject *
bench_object (JsonObject *in,
              const char *key)
{
  JsonNode *node = json_object_get_member (in, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
bench_array (JsonObject *in,
             const char *key)
{
  JsonNode *node = json_object_get_member (in, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

double *
bench_numbers (JsonObject *in,
               const char *key,
               gsize      *n)
{
  JsonArray *list = bench_array (in, key);
  double *values;

  *n = list == NULL ? 0 : json_array_get_length (list);
  if (list == NULL)
    return NULL;

  values = g_new0 (double, *n + 1);
  for (gsize i = 0; i < *n; i++)
    values[i] = node_number (json_array_get_element (list, (guint) i));

  return values;
}

double *
bench_numbers_n (JsonObject *in,
                 const char *key,
                 gsize       n)
{
  g_autofree double *given = NULL;
  double *values = g_new (double, n + 1);
  gsize n_given;

  given = bench_numbers (in, key, &n_given);
  for (gsize i = 0; i < n; i++)
    values[i] = given == NULL ? bench_number (in, key) : n_given >= n ? given[n_given - n + i] : (double) NAN;

  return values;
}

void
bench_law_clear (BenchLaw *self)
{
  g_clear_pointer (&self->chances, g_free);
}

/* A parameter of a frozen distribution: by place, else by name, else by default. */
static double
frozen (JsonObject *law,
        guint       place,
        const char *name,
        double      otherwise)
{
  JsonArray *args = bench_array (law, "args");
  JsonObject *named = bench_object (law, "kwds");

  if (args != NULL && place < json_array_get_length (args))
    return node_number (json_array_get_element (args, place));

  return named != NULL ? bench_number_or (named, name, otherwise) : otherwise;
}

gboolean
bench_law_read (BenchLaw   *self,
                JsonObject *in,
                const char *key,
                GError    **error)
{
  JsonObject *law = bench_object (in, key);
  const char *name = law != NULL ? bench_text (law, "scipy_frozen") : NULL;
  double loc;

  if (g_strcmp0 (name, "norm") == 0)
    {
      self->law = hw_law_normal (frozen (law, 0, "loc", 0.0), frozen (law, 1, "scale", 1.0));
    }
  else if (g_strcmp0 (name, "uniform") == 0)
    {
      loc = frozen (law, 0, "loc", 0.0);
      self->law = hw_law_uniform (loc, loc + frozen (law, 1, "scale", 1.0));
    }
  else if (g_strcmp0 (name, "expon") == 0)
    {
      self->law = hw_law_exponential (1.0 / frozen (law, 1, "scale", 1.0));
      self->law.shift = frozen (law, 0, "loc", 0.0);
    }
  else if (g_strcmp0 (name, "gamma") == 0)
    {
      self->law = hw_law_gamma (frozen (law, 0, "a", NAN), frozen (law, 2, "scale", 1.0));
      self->law.shift = frozen (law, 1, "loc", 0.0);
    }
  else if (g_strcmp0 (name, "lognorm") == 0)
    {
      self->law = hw_law_lognormal (log (frozen (law, 2, "scale", 1.0)), frozen (law, 0, "s", NAN));
      self->law.shift = frozen (law, 1, "loc", 0.0);
    }
  else if (g_strcmp0 (name, "poisson") == 0)
    {
      self->law = hw_law_poisson (frozen (law, 0, "mu", NAN));
      self->law.shift = frozen (law, 1, "loc", 0.0);
    }
  else if (g_strcmp0 (name, "nbinom") == 0)
    {
      self->law = hw_law_negative (frozen (law, 0, "n", NAN), frozen (law, 1, "p", NAN));
      self->law.shift = frozen (law, 2, "loc", 0.0);
    }
  else if (g_strcmp0 (name, "geom") == 0)
    {
      self->law = hw_law_geometric (frozen (law, 0, "p", NAN));
      self->law.shift += frozen (law, 1, "loc", 0.0);
    }
  else
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "no such distribution: %s",
                   name != NULL ? name : "(none)");
      return FALSE;
    }

  return hw_law_check (&self->law, error);
}

/* {"value": chance}: in any order, with gaps. */
static gboolean
read_named_chances (BenchLaw   *self,
                    JsonObject *law,
                    gsize      *n,
                    double     *least)
{
  double most = -INFINITY;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  *least = INFINITY;
  json_object_iter_init (&iter, law);
  while (json_object_iter_next (&iter, &name, &node))
    {
      *least = MIN (*least, floor (g_ascii_strtod (name, NULL)));
      most = MAX (most, floor (g_ascii_strtod (name, NULL)));
    }

  if (!(most - *least < SPAN_MAX))
    return FALSE;

  *n = (gsize) (most - *least) + 1;
  self->chances = g_new0 (double, *n);
  json_object_iter_init (&iter, law);
  while (json_object_iter_next (&iter, &name, &node))
    self->chances[(gsize) (floor (g_ascii_strtod (name, NULL)) - *least)] += node_number (node);

  return TRUE;
}

gboolean
bench_law_read_chances (BenchLaw   *self,
                        JsonObject *in,
                        const char *key,
                        GError    **error)
{
  JsonObject *law = bench_object (in, key);
  double least = 0.0;
  gsize n = 0;

  bench_law_clear (self);
  if (law == NULL)
    self->chances = bench_numbers (in, key, &n);

  if (law != NULL ? !read_named_chances (self, law, &n, &least) : self->chances == NULL)
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "no chances in %s", key);
      return FALSE;
    }

  self->law = hw_law_chances (least, self->chances, n);
  return hw_law_check (&self->law, error);
}

static JsonNode *
number_node (double value)
{
  JsonNode *node = json_node_new (isfinite (value) ? JSON_NODE_VALUE : JSON_NODE_NULL);

  if (isfinite (value))
    json_node_set_double (node, value);

  return node;
}

static JsonNode *
numbers_node (const double *values,
              gsize         n)
{
  JsonArray *list = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  bench_add_numbers (list, values, n);
  json_node_take_array (node, list);
  return node;
}

void
bench_put (JsonObject *result,
           const char *key,
           double      value)
{
  json_object_set_member (result, key, number_node (value));
}

void
bench_put_numbers (JsonObject   *result,
                   const char   *key,
                   const double *values,
                   gsize         n)
{
  json_object_set_member (result, key, numbers_node (values, n));
}

void
bench_add (JsonArray *list,
           double     value)
{
  json_array_add_element (list, number_node (value));
}

void
bench_add_numbers (JsonArray    *list,
                   const double *values,
                   gsize         n)
{
  for (gsize i = 0; i < n; i++)
    bench_add (list, values[i]);
}

void
bench_return (JsonObject *result,
              double      value)
{
  bench_put (result, "returned", value);
}

void
bench_return_list (JsonObject   *result,
                   const double *values,
                   gsize         n)
{
  bench_put_numbers (result, "returned", values, n);
}
