/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-csv-cell.h"

#include <string.h>

void
hw_csv_cell_add (GString    *csv,
                 const char *text,
                 gboolean    figure,
                 char        end)
{
  const gboolean minus = figure && text[0] == '-' && g_ascii_isdigit (text[1]);
  const gboolean risky = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !minus;
  const gboolean quoted = strpbrk (text, ",\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  if (risky)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
  g_string_append_c (csv, end);
}
