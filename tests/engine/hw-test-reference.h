/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-test-reference.h: numbers that R gave, by their path in the file of references.
 *
 * The file is forecast/r_reference.json in the folder HEADWAY_DATA: objects in
 * objects, arrays of numbers, null where there is none. make_r_reference.R beside
 * it says how each was made.
 */
#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  double *x;   /* (owned) */
  gsize   n;
} HwTestNumbers;

/* The whole text, or NULL after saying why the test is skipped. */
static inline char *
hw_test_reference_load (void)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autofree char *path = NULL;
  char *text = NULL;

  if (data == NULL)
    {
      g_test_skip ("HEADWAY_DATA is not set: the values of R are not there");
      return NULL;
    }

  path = g_build_filename (data, "forecast", "r_reference.json", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Behind one value: a text, a number or everything up to the closing bracket. */
static inline const char *
hw_test_reference_skip (const char *at)
{
  int depth = 0;

  do
    {
      if (*at == '"')
        at = strchr (at + 1, '"');
      else if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      at++;
    }
  while (*at != '\0' && (depth > 0 || !strchr (",}]", *at)));

  return at;
}

/* Where the value at @path ("co2/stl_7/trend") begins; NULL if there is none. */
static inline const char *
hw_test_reference_find (const char *text,
                        const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  const char *at = text;

  for (char **key = keys; *key != NULL; key++)
    {
      gboolean found = FALSE;

      if (*at != '{')
        return NULL;
      while (!found && *at != '}')
        {
          const char *name = at + 2; /* behind {" or ," */
          const char *end = strchr (name, '"');

          found = (gsize) (end - name) == strlen (*key) && strncmp (name, *key, strlen (*key)) == 0;
          at = found ? end + 2 : hw_test_reference_skip (end + 2);
        }
      if (!found)
        return NULL;
    }

  return at;
}

static inline double
hw_test_reference_number (const char *text,
                          const char *path)
{
  const char *at = hw_test_reference_find (text, path);

  return at == NULL || *at == 'n' ? NAN : g_ascii_strtod (at, NULL);
}

/* The array at @path; NAN for null; empty if there is none. */
static inline HwTestNumbers
hw_test_reference_numbers (const char *text,
                           const char *path)
{
  const char *at = hw_test_reference_find (text, path);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  HwTestNumbers numbers;

  for (gboolean more = at != NULL && at[0] == '[' && at[1] != ']'; more; more = *at == ',')
    {
      char *end = NULL;
      double v = g_ascii_strtod (at + 1, &end);

      if (end == at + 1)
        {
          v = NAN;
          end += strlen ("null");
        }
      g_array_append_val (values, v);
      at = end;
    }

  numbers.n = values->len;
  numbers.x = (double *) (gpointer) g_array_free (g_steal_pointer (&values), FALSE);
  return numbers;
}

static inline void
hw_test_numbers_clear (HwTestNumbers *numbers)
{
  g_clear_pointer (&numbers->x, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwTestNumbers, hw_test_numbers_clear)

/* The series of R's own that the references are about. */
static const char *const hw_test_series[] = {
  "AirPassengers", "USAccDeaths", "co2", "lynx", "WWWusage", "Nile", "LakeHuron", "ldeaths", "nottem",
  "JohnsonJohnson", "UKgas", "uspop", "BJsales", "austres", "nhtemp", "wineind", "woolyrnq", "discoveries",
};

/* Whether each of @n is within @tolerance of the reference, relative to its largest. */
static inline void
hw_test_assert_near (const double        *x,
                     gsize                n,
                     const HwTestNumbers *reference,
                     double               tolerance)
{
  double size = 1e-300;

  g_assert_cmpuint (reference->n, ==, n);
  for (gsize i = 0; i < n; i++)
    size = MAX (size, fabs (reference->x[i]));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (x[i], reference->x[i], tolerance * size);
}
