/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-health-doubles.h"

#include "store/hw-statement.h"

#include <string.h>

#define SQL_ROWS \
  "SELECT product_id, day, quantity, amount, minute, customer_id, import_id, order_ref, shop_id FROM sale ORDER BY id"

#define RADIX_BITS 11
#define RADIX (1 << RADIX_BITS)
#define RADIX_STEPS 6 /* times RADIX_BITS: all 64 bits */

/* What a line says, as one number, and the file it came from. 64 bits: among ten
 * million lines two different ones meet with a chance of one in 400,000. */
typedef struct
{
  guint64 says;
  gint64  import_id;
} Line;

static guint64
mix (guint64 h,
     guint64 value)
{
  h = (h ^ value) * G_GUINT64_CONSTANT (0x9fb21c651e98df25);
  return h ^ (h >> 29);
}

static guint64
mix_text (guint64     h,
          const char *text)
{
  guint64 word = 0;

  for (gsize length = strlen (text); length > 0; text += MIN (length, sizeof word), length -= MIN (length, sizeof word))
    {
      word = 0;
      memcpy (&word, text, MIN (length, sizeof word));
      h = mix (h, word);
    }

  return h;
}

/* By what they say; lines of one file stay in their order, which is that of the files. */
static void
sort_lines (GArray *lines)
{
  g_autofree Line *other = g_new (Line, MAX (lines->len, 1));
  Line *from = (Line *) (gpointer) lines->data, *to = other;

  for (guint step = 0; step < RADIX_STEPS; step++)
    {
      const guint shift = step * RADIX_BITS;
      guint n[RADIX] = { 0 }, at = 0;
      Line *swap;

      for (guint i = 0; i < lines->len; i++)
        n[(from[i].says >> shift) % RADIX]++;

      for (guint k = 0; k < RADIX; k++)
        {
          const guint here = n[k];

          n[k] = at;
          at += here;
        }

      for (guint i = 0; i < lines->len; i++)
        to[n[(from[i].says >> shift) % RADIX]++] = from[i];

      swap = from;
      from = to;
      to = swap;
    }
}

/* @n lines that say the same, file by file. */
static void
count_same (HwHealthRows *rows,
            const Line   *lines,
            guint         n)
{
  guint most = 0, here = 0;

  for (guint i = 0; i < n; i++)
    {
      here = i > 0 && lines[i].import_id == lines[i - 1].import_id ? here + 1 : 1;
      most = MAX (most, here);
    }

  rows->n_again += n - most;
  rows->n_twice += most - 1;
}

static void
count_doubles (HwHealthRows *rows,
               GArray       *lines)
{
  const Line *line = (const Line *) (gconstpointer) lines->data;
  guint start = 0;

  sort_lines (lines);
  for (guint i = 1; i <= lines->len; i++)
    if (i == lines->len || line[i].says != line[start].says)
      {
        if (i - start > 1)
          count_same (rows, line + start, i - start);
        start = i;
      }
}

gboolean
hw_health_doubles_count (HwStore       *store,
                         HwHealthRows  *rows,
                         HwDay          today,
                         GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ROWS, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      const HwMoney amount = hw_statement_get_known (stmt, 3);
      const char *ref = hw_statement_get_text (stmt, 7);
      const gint64 customer_id = hw_statement_get_int (stmt, 5);
      Line line = { 0, hw_statement_get_int (stmt, 6) };

      rows->n_lines++;
      if (hw_statement_get_day (stmt, 1) > today)
        continue;

      for (int column = 0; column < 6; column++)
        line.says = mix (line.says, (guint64) hw_statement_get_known (stmt, column));

      line.says = mix_text (line.says, ref);
      if (hw_statement_get_int (stmt, 8) != 0)
        line.says = mix (line.says, (guint64) hw_statement_get_int (stmt, 8));
      g_array_append_val (lines, line);
      rows->n_receipts += *ref != '\0';
      if (customer_id != 0)
        {
          rows->n_customers++;
          rows->customer_revenue += amount != HW_UNKNOWN ? hw_scaled_to_double (amount) : 0.0;
        }
    }

  if (!hw_statement_done (stmt))
    return FALSE;

  count_doubles (rows, lines);
  return TRUE;
}
