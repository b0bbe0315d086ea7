/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-test-manifest.h: a list of real files and what each comes to, for tests. */
#pragma once

#include "domain/hw-import-report.h"

#include <string.h>

static inline char *
hw_manifest_find (const char *name)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autofree char *folder = data != NULL ? g_build_filename (data, "import", name, NULL) : NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("HEADWAY_DATA is not set: the real files are not there");
      return NULL;
    }

  return g_steal_pointer (&folder);
}

static inline GPtrArray *
hw_manifest_split (const char **at)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *p = *at;

  for (;;)
    {
      GString *cell = g_string_new (NULL);
      const gboolean quoted = *p == '"';

      for (p += quoted; *p != '\0'; p++)
        {
          if (quoted && *p == '"' && p[1] != '"')
            {
              p++;
              break;
            }
          if (!quoted && (*p == ',' || *p == '\n' || *p == '\r'))
            break;
          if (quoted && *p == '"')
            p++;
          g_string_append_c (cell, *p);
        }
      g_ptr_array_add (cells, g_string_free (cell, FALSE));
      if (*p != ',')
        break;
      p++;
    }

  while (*p == '\n' || *p == '\r')
    p++;
  *at = p;
  return cells;
}

/* Rows of a table by column name. */
static inline GPtrArray *
hw_manifest_read (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "manifest.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) heading = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  const char *p;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return rows;

  p = text;
  heading = hw_manifest_split (&p);
  while (*p != '\0')
    {
      g_autoptr (GPtrArray) cells = hw_manifest_split (&p);
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint i = 0; i < MIN (cells->len, heading->len); i++)
        g_hash_table_insert (row, g_strdup (g_ptr_array_index (heading, i)), g_strdup (g_ptr_array_index (cells, i)));
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static inline const char *
hw_manifest_get (GHashTable *row,
                 const char *name)
{
  const char *value = g_hash_table_lookup (row, name);

  return value != NULL ? value : "";
}

/* "TRY/USD", "USD ($ sign in cells)", "": the first code, else EUR. */
static inline void
hw_manifest_currency (GHashTable *row,
                      char        code[4])
{
  const char *text = hw_manifest_get (row, "currency");

  g_strlcpy (code, "EUR", 4);
  for (; strlen (text) >= 3; text++)
    if (g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]))
      {
        memcpy (code, text, 3);
        return;
      }
}

/* "2025-01-31", or "2025-01" for any day of it. */
static inline gboolean
hw_manifest_day_is (HwDay       day,
                    const char *text)
{
  char iso[HW_DAY_ISO_SIZE];

  if (*text == '\0')
    return TRUE;
  if (day == HW_DAY_NONE)
    return FALSE;

  return strncmp (hw_day_write_iso (day, iso), text, strlen (text)) == 0;
}

static inline gboolean
hw_manifest_number_is (gint64      value,
                       const char *text)
{
  gint64 want;

  return hw_decimal_parse (text, -1, '.', 0, &want) != HW_DECIMAL_BAD && want == value;
}

static inline gboolean
hw_manifest_amount_is (GHashTable           *row,
                       const HwImportReport *report)
{
  g_autofree char *all = g_strdup_printf ("%s;%s", hw_manifest_get (row, "sum_amount"), hw_manifest_get (row, "also_right"));
  g_auto (GStrv) parts = g_strsplit (all, ";", -1);
  gboolean judged = FALSE;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      judged = TRUE;
      if (g_str_equal (parts[i], "*") || hw_manifest_number_is (report->amount_total, parts[i]))
        return TRUE;
    }

  return !judged;
}

/* Quantities are judged where nothing was left out for its currency. */
static inline gboolean
hw_manifest_agrees (GHashTable           *row,
                    const HwImportReport *report)
{
  const char *quantity = hw_manifest_get (row, "sum_quantity");

  return hw_manifest_day_is (report->first_day, hw_manifest_get (row, "date_min"))
         && hw_manifest_day_is (report->last_day, hw_manifest_get (row, "date_max"))
         && (*quantity == '\0' || report->left_out[HW_LEFT_OUT_OTHER_CURRENCY] > 0
             || hw_manifest_number_is (report->quantity_total, quantity))
         && hw_manifest_amount_is (row, report);
}

/* A list of a bank with a column for each way whose total adds up only one of them. */
static inline gboolean
hw_manifest_is_doubtful (GHashTable *row)
{
  return g_str_equal (hw_manifest_get (row, "data_kind"), "bank") && g_str_has_suffix (hw_manifest_get (row, "file"), "two_columns.csv");
}
