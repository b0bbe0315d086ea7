/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-book.h"

#include "report/hw-sheet-list.h"
#include "report/sheets/hw-input-sheet.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <math.h>
#include <string.h>

#define TAB_LETTERS 31 /* what Excel allows */
#define TAB_BYTES 60   /* what fits into the library's own names of ranges */
#define DAY_SECONDS G_GINT64_CONSTANT (86400)

static void
check_clear (gpointer data)
{
  HwBookCheck *check = data;

  g_free (check->label);
  g_free (check->formula);
}

/* A translation that is no tab's name would make no workbook at all. */
static char *
tab_name (const char *text)
{
  g_autofree char *name = g_strdup (text);
  GString *out = g_string_new (NULL);
  int letters = 0;

  g_strdelimit (name, "[]:*?/\\'", ' ');
  for (const char *p = name; *p != '\0' && letters < TAB_LETTERS; letters++)
    {
      const char *next = g_utf8_next_char (p);

      if (out->len + (gsize) (next - p) > TAB_BYTES)
        break;
      g_string_append_len (out, p, next - p);
      p = next;
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static gboolean
add_sheets (HwBook *self)
{
  for (guint i = 0; i < HW_SHEET_N; i++)
    {
      const HwSheetEntry *entry = hw_sheet_list_at (i);
      g_autofree char *name = tab_name (_(entry->tab));
      lxw_worksheet *ws;

      if (self->report->preset == HW_REPORT_BANK && !entry->bank)
        continue;

      if (name[0] == '\0' || workbook_get_worksheet_by_name (self->wb, name) != NULL)
        {
          g_free (name);
          name = g_strdup (entry->tab);
        }

      ws = workbook_add_worksheet (self->wb, name);
      if (ws == NULL)
        return FALSE;
      self->sheets[i] = hw_sheet_new (&self->style, ws, name);
    }

  return TRUE;
}

static void
set_properties (HwBook *self)
{
  const HwReport *report = self->report;
  g_autofree char *title = g_strdup_printf (_("%s: sales, forecast, stock"), report->business->name);
  lxw_doc_properties properties = {
    .title = title,
    .author = (char *) "Headway",
    .company = report->business->name,
    .created = (time_t) (report->as_of * DAY_SECONDS),
  };

  workbook_set_properties (self->wb, &properties);
}

static void
choose_period (HwBook *self)
{
  const HwPeriodSums *sums = &self->report->metrics->sums;

  if (self->report->from != HW_DAY_NONE && self->report->to >= self->report->from && self->report->to != 0)
    {
      self->from = self->report->from;
      self->to = self->report->to;
    }
  else if (sums->n_days > 0)
    {
      self->from = sums->from;
      self->to = sums->to;
    }
  else
    {
      self->from = self->report->first_day != HW_DAY_NONE ? self->report->first_day : self->report->as_of;
      self->to = self->report->last_day != HW_DAY_NONE ? self->report->last_day : self->report->as_of;
    }
}

HwBook *
hw_book_new (const HwReport *report,
             const char     *path)
{
  g_autoptr(HwBook) self = g_new0 (HwBook, 1);

  self->report = report;
  self->format = hw_format_new (report->language, report->business->country, report->business->currency);
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  self->inputs = g_array_new (FALSE, TRUE, sizeof (HwBookInput));
  self->checks = g_array_new (FALSE, TRUE, sizeof (HwBookCheck));
  g_array_set_clear_func (self->checks, check_clear);

  for (guint i = 0; i < report->products->len; i++)
    {
      HwProduct *product = &g_array_index (report->products, HwProduct, i);

      g_hash_table_insert (self->numbers, &product->id, GINT_TO_POINTER ((int) i + 1));
    }

  self->wb = workbook_new (path);
  if (self->wb == NULL)
    return NULL;

  hw_book_style_init (&self->style, self->wb, self->format, report);
  if (!add_sheets (self))
    return NULL;

  set_properties (self);
  choose_period (self);
  hw_input_sheet_add_time (self);
  return g_steal_pointer (&self);
}

void
hw_book_free (HwBook *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < HW_SHEET_N; i++)
    hw_sheet_free (self->sheets[i]);

  lxw_workbook_free (self->wb);
  hw_book_style_clear (&self->style);
  g_array_unref (self->checks);
  g_array_unref (self->inputs);
  g_hash_table_unref (self->numbers);
  hw_format_free (self->format);
  g_free (self);
}

gboolean
hw_book_close (HwBook *self)
{
  lxw_error status;

  errno = 0;
  status = workbook_close (g_steal_pointer (&self->wb));
  if (status != LXW_NO_ERROR && errno == 0)
    errno = EIO;

  return status == LXW_NO_ERROR;
}

void
hw_book_name (HwBook     *self,
              const char *name,
              HwSheetId   sheet,
              int         first_row,
              int         last_row,
              int         column)
{
  g_autofree char *place = NULL;
  char letter[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (letter, (lxw_col_t) column, 0);
  if (first_row == last_row)
    place = g_strdup_printf ("='%s'!$%s$%d", self->sheets[sheet]->name, letter, first_row + 1);
  else
    place = g_strdup_printf ("='%s'!$%s$%d:$%s$%d", self->sheets[sheet]->name,
                             letter, first_row + 1, letter, last_row + 1);

  workbook_define_name (self->wb, name, place);
}

void
hw_book_check (HwBook     *self,
               const char *label,
               HwCellKind  kind,
               double      expected,
               double      value,
               const char *formula)
{
  const HwBookCheck check = { g_strdup (label), kind, expected, value, g_strdup (formula) };

  g_array_append_val (self->checks, check);
}

void
hw_book_input (HwBook     *self,
               const char *section,
               const char *label,
               const char *name,
               HwCellKind  kind,
               gboolean    known,
               double      value,
               const char *note)
{
  const HwBookInput input = { section, label, name, note, kind, known, value };

  g_array_append_val (self->inputs, input);
}

int
hw_book_number (const HwBook *self,
                gint64        product_id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, &product_id));
}

gboolean
hw_book_rows_fit (const HwBook *self,
                  HwBy          by)
{
  return self->report->rows_by == HW_BY_DAY || by == HW_BY_MONTH;
}

lxw_color_t
hw_book_colour (HwColour colour,
                double   paleness)
{
  const double parts[] = { colour.r, colour.g, colour.b };
  lxw_color_t out = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    out = out << 8 | (lxw_color_t) lround (255.0 * (parts[i] + (1.0 - parts[i]) * paleness));

  return out;
}

void
hw_book_finish (HwBook    *self,
                HwSheetId  sheet,
                gboolean   landscape,
                int        head_row)
{
  g_autofree char *day = hw_format_day (self->format, self->report->as_of, HW_DAY_NUMERIC);
  const HwPaper paper = {
    .landscape = landscape,
    .letter = hw_sheet_is_letter (self->report->business->country),
    .head_row = head_row,
    .left = self->report->business->name,
    .right = day,
  };

  hw_sheet_protect (self->sheets[sheet]);
  hw_sheet_finish (self->sheets[sheet], &paper);
}
