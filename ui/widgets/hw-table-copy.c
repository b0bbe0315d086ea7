/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-copy.h"

#include "core/hw-csv-cell.h"

#include <math.h>

#define DECIMALS_MOST 4 /* that amounts are kept with */

/* Whatever is not an ordinary letter in a cell: spaces that do not break are spaces,
 * marks of the writing direction are nothing, and nothing ends the cell early. */
static void
append_plain (GString    *out,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case '\t':
      case '\n':
      case '\r':
      case 0x00a0:
      case 0x202f:
        g_string_append_c (out, ' ');
        break;

      case 0x200e:
      case 0x200f:
      case 0x061c:
      case 0x2066:
      case 0x2067:
      case 0x2068:
      case 0x2069:
        break;

      default:
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      }
}

static void
append_line (GString           *out,
             HwRow             *row, /* (nullable): the titles */
             const char *const *titles,
             guint              n)
{
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    {
      if (titles[i] == NULL)
        continue;
      if (!first)
        g_string_append_c (out, '\t');
      append_plain (out, row != NULL ? hw_row_get_text (row, i) : titles[i]);
      first = FALSE;
    }

  g_string_append_c (out, '\n');
}

static char *
dup_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free (digits, FALSE);
}

/* A figure as every program reads it: 4734.50, not 4.734,50 €. With the decimals that
 * @text shows; NULL where it shows something else than @number, as a date does. */
static char *
dup_figure (const char *text,
            double      number)
{
  g_autofree char *shown = dup_digits (text);

  for (int decimals = 0; isfinite (number) && *shown != '\0' && decimals <= DECIMALS_MOST; decimals++)
    {
      g_autofree char *figure = g_strdup_printf ("%.*f", decimals, number);
      g_autofree char *digits = dup_digits (figure);

      if (g_str_equal (digits, shown))
        return g_steal_pointer (&figure);
    }

  return NULL;
}

void
hw_table_copy_csv (GString            *out,
                   HwRow              *row,
                   const char *const  *titles,
                   const HwColumnKind *kinds,
                   guint               n)
{
  const gsize begin = out->len;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      const gboolean number = row != NULL && kinds[i] == HW_COLUMN_NUMBER;
      g_autofree char *figure = number ? dup_figure (hw_row_get_text (row, i), hw_row_get_number (row, i)) : NULL;

      if (titles[i] == NULL)
        continue;

      if (figure != NULL)
        g_string_assign (cell, figure);
      else
        append_plain (cell, row != NULL ? hw_row_get_text (row, i) : titles[i]);
      hw_csv_cell_add (out, cell->str, number, ',');
    }

  if (out->len > begin)
    out->str[out->len - 1] = '\n';
}

void
hw_table_copy_row (GString           *out,
                   HwRow             *row,
                   const char *const *titles,
                   guint              n)
{
  append_line (out, row, titles, n);
}

void
hw_table_copy_titles (GString           *out,
                      const char *const *titles,
                      guint              n)
{
  append_line (out, NULL, titles, n);
}
