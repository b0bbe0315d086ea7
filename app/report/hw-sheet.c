/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-sheet.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define SERIAL_OF_1970 25569
#define SERIAL_FIRST_SAFE 61     /* 1 March 1900: before it spreadsheets disagree */
#define TEXT_MAX 32000           /* letters in a cell */
#define COLUMN_MAX 46            /* longer texts wrap or run over */
#define HEAD_LONG 18             /* letters */
#define HEAD_ROOM 3              /* letters to the next head */
#define TITLE_POINTS 24.0
#define SECTION_POINTS 18.0

static void
wrap_clear (gpointer wrap)
{
  g_free (((HwSheetWrap *) wrap)->text);
}

HwSheet *
hw_sheet_new (HwBookStyle   *style,
              lxw_worksheet *ws,
              const char    *name)
{
  HwSheet *self = g_new0 (HwSheet, 1);

  self->style = style;
  self->ws = ws;
  self->name = g_strdup (name);
  self->wraps = g_array_new (FALSE, FALSE, sizeof (HwSheetWrap));
  g_array_set_clear_func (self->wraps, wrap_clear);
  self->bars = g_array_new (FALSE, FALSE, sizeof (HwSheetBar));
  return self;
}

void
hw_sheet_free (HwSheet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->wraps);
  g_array_unref (self->bars);
  g_free (self->name);
  g_free (self);
}

static void
touch (HwSheet *self,
       int      row,
       int      column,
       int      letters)
{
  self->n_rows = MAX (self->n_rows, row + 1);
  self->n_columns = MAX (self->n_columns, column + 1);
  hw_sheet_widen (self, column, letters);
}

/* Heads and totals are written from the left: the last bar is the one to make longer. */
static void
add_to_bar (HwSheet    *self,
            int         row,
            int         column,
            lxw_format *format)
{
  HwSheetBar *bar = self->bars->len > 0 ? &g_array_index (self->bars, HwSheetBar, self->bars->len - 1) : NULL;

  if (bar != NULL && bar->row == row)
    {
      bar->first = MIN (bar->first, column);
      bar->last = MAX (bar->last, column);
    }
  else
    {
      const HwSheetBar new_bar = { row, column, column, format };

      g_array_append_val (self->bars, new_bar);
    }
}

static lxw_format *
cell_format (HwSheet    *self,
             int         row,
             int         column,
             HwCellKind  kind,
             HwCellRole  role)
{
  if (role == HW_ROLE_TOTAL)
    add_to_bar (self, row, column, hw_book_style_cell (self->style, HW_CELL_TEXT, role));

  return hw_book_style_cell (self->style, kind, role);
}

void
hw_sheet_widen (HwSheet *self,
                int      column,
                int      letters)
{
  g_return_if_fail (column < HW_SHEET_N_COLUMNS);

  self->widths[column] = MAX (self->widths[column], MIN (letters, COLUMN_MAX));
}

/* What a cell can hold: real UTF-8, not beyond what a spreadsheet takes. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (g_utf8_strlen (valid, -1) <= TEXT_MAX)
    return g_steal_pointer (&valid);

  return g_utf8_substring (valid, 0, TEXT_MAX);
}

static void
put_string (HwSheet    *self,
            int         row,
            int         column,
            const char *text,
            lxw_format *format)
{
  const gboolean fine = text != NULL && strlen (text) <= TEXT_MAX && g_utf8_validate (text, -1, NULL);
  g_autofree char *mended = fine ? NULL : clean (text);
  const char *safe = fine ? text : mended;

  if (safe[0] == '\0')
    worksheet_write_blank (self->ws, (lxw_row_t) row, (lxw_col_t) column, format);
  else
    worksheet_write_string (self->ws, (lxw_row_t) row, (lxw_col_t) column, safe, format);
}

static void
add_wrap (HwSheet    *self,
          int         row,
          int         first,
          int         last,
          gboolean    bold,
          const char *text)
{
  const HwSheetWrap wrap = { row, first, last, bold, clean (text) };

  g_array_append_val (self->wraps, wrap);
}

static int
longest_word (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);
  int longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, (int) g_utf8_strlen (words[i], -1));

  return longest;
}

/* The narrowest that a head takes two lines in, or three where it is long. */
static int
head_letters (const char *text)
{
  const int lines = g_utf8_strlen (text, -1) > HEAD_LONG ? 3 : 2;
  int letters = longest_word (text);

  while (hw_sheet_count_lines (text, letters, 1.0) > lines)
    letters++;

  return letters + HEAD_ROOM;
}

void
hw_sheet_words (HwSheet    *self,
                int         row,
                int         column,
                HwLook      look,
                const char *text)
{
  const gboolean wraps = look == HW_LOOK_HEAD || look == HW_LOOK_HEAD_NUMBER || look == HW_LOOK_WRAP;

  touch (self, row, column, look == HW_LOOK_WRAP ? longest_word (text) + 1 : wraps ? head_letters (text)
         : (int) g_utf8_strlen (text, -1));
  put_string (self, row, column, text, hw_book_style_look (self->style, look));
  if (wraps)
    add_wrap (self, row, column, column, look != HW_LOOK_WRAP, text);
  if (look == HW_LOOK_HEAD || look == HW_LOOK_HEAD_NUMBER)
    add_to_bar (self, row, column, hw_book_style_look (self->style, HW_LOOK_HEAD));
}

void
hw_sheet_line (HwSheet    *self,
               int         row,
               HwLook      look,
               const char *text)
{
  touch (self, row, 0, 0);
  put_string (self, row, 0, text, hw_book_style_look (self->style, look));
  if (look == HW_LOOK_TITLE || look == HW_LOOK_SECTION)
    worksheet_set_row (self->ws, (lxw_row_t) row, look == HW_LOOK_TITLE ? TITLE_POINTS : SECTION_POINTS, NULL);
}

void
hw_sheet_run (HwSheet    *self,
              int         row,
              int         column,
              const char *text)
{
  touch (self, row, column, 0);
  put_string (self, row, column, text, hw_book_style_cell (self->style, HW_CELL_TEXT, HW_ROLE_PLAIN));
}

void
hw_sheet_paragraph (HwSheet    *self,
                    int         row,
                    int         last,
                    const char *text)
{
  g_autofree char *safe = clean (text);

  touch (self, row, last, 0);
  worksheet_merge_range (self->ws, (lxw_row_t) row, 0, (lxw_row_t) row, (lxw_col_t) last, safe,
                         hw_book_style_look (self->style, HW_LOOK_WRAP));
  add_wrap (self, row, 0, last, FALSE, text);
}

void
hw_sheet_label (HwSheet    *self,
                int         row,
                int         column,
                const char *text)
{
  touch (self, row, column, 0);
  put_string (self, row, column, text, hw_book_style_look (self->style, HW_LOOK_LABEL));
}

/* The first @n_left heads stand over words, the others over figures. */
void
hw_sheet_heads (HwSheet           *self,
                int                row,
                guint              n_left,
                const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    hw_sheet_words (self, row, (int) i, i < n_left ? HW_LOOK_HEAD : HW_LOOK_HEAD_NUMBER, texts[i]);
}

void
hw_sheet_link (HwSheet       *self,
               int            row,
               int            column,
               const HwSheet *to,
               const char    *text)
{
  g_auto(GStrv) parts = g_strsplit (to->name, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", quoted);

  touch (self, row, column, (int) g_utf8_strlen (text, -1));
  worksheet_write_url_opt (self->ws, (lxw_row_t) row, (lxw_col_t) column, url,
                           hw_book_style_look (self->style, HW_LOOK_LINK), text, NULL);
}

void
hw_sheet_text (HwSheet    *self,
               int         row,
               int         column,
               HwCellRole  role,
               const char *text)
{
  touch (self, row, column, (int) g_utf8_strlen (text != NULL ? text : "", -1));
  put_string (self, row, column, text, cell_format (self, row, column, HW_CELL_TEXT, role));
}

void
hw_sheet_number (HwSheet    *self,
                 int         row,
                 int         column,
                 HwCellKind  kind,
                 HwCellRole  role,
                 double      value)
{
  g_return_if_fail (isfinite (value));

  touch (self, row, column, hw_book_style_width (self->style, kind, value));
  worksheet_write_number (self->ws, (lxw_row_t) row, (lxw_col_t) column, value,
                          cell_format (self, row, column, kind, role));
}

/* A figure nobody told us leaves its cell empty. */
void
hw_sheet_scaled (HwSheet    *self,
                 int         row,
                 int         column,
                 HwCellKind  kind,
                 HwCellRole  role,
                 gint64      value)
{
  if (value != HW_UNKNOWN)
    hw_sheet_number (self, row, column, kind, role, hw_scaled_to_double (value));
  else
    put_string (self, row, column, "", cell_format (self, row, column, kind, role));
}

double
hw_sheet_serial (HwDay day)
{
  return (double) day + SERIAL_OF_1970;
}

void
hw_sheet_day (HwSheet    *self,
              int         row,
              int         column,
              HwCellKind  kind,
              HwCellRole  role,
              HwDay       day)
{
  if (day == HW_DAY_NONE)
    {
      hw_sheet_text (self, row, column, role, "");
    }
  else if (hw_sheet_serial (day) < SERIAL_FIRST_SAFE)
    {
      char iso[HW_DAY_ISO_SIZE];

      hw_sheet_text (self, row, column, role, hw_day_write_iso (day, iso));
    }
  else
    {
      hw_sheet_number (self, row, column, kind, role, hw_sheet_serial (day));
    }
}

void
hw_sheet_formula (HwSheet    *self,
                  int         row,
                  int         column,
                  HwCellKind  kind,
                  HwCellRole  role,
                  double      value,
                  const char *format,
                  ...)
{
  g_autofree char *formula = NULL;
  va_list args;

  va_start (args, format);
  formula = g_strdup_vprintf (format, args);
  va_end (args);

  touch (self, row, column, hw_book_style_width (self->style, kind, value));
  worksheet_write_formula_num (self->ws, (lxw_row_t) row, (lxw_col_t) column, formula,
                               cell_format (self, row, column, kind, role), value);
}

void
hw_sheet_formula_text (HwSheet    *self,
                       int         row,
                       int         column,
                       HwCellRole  role,
                       const char *value,
                       const char *format,
                       ...)
{
  g_autofree char *formula = NULL;
  va_list args;

  va_start (args, format);
  formula = g_strdup_vprintf (format, args);
  va_end (args);

  touch (self, row, column, (int) g_utf8_strlen (value, -1));
  worksheet_write_formula_str (self->ws, (lxw_row_t) row, (lxw_col_t) column, formula,
                               cell_format (self, row, column, HW_CELL_TEXT, role), value);
}

static void
formula_maybe (HwSheet    *self,
               int         row,
               int         column,
               HwCellKind  kind,
               HwCellRole  role,
               gboolean    known,
               double      value,
               const char *formula)
{
  if (known)
    hw_sheet_formula (self, row, column, kind, role, value, "%s", formula);
  else
    hw_sheet_formula_text (self, row, column, role, "", "%s", formula);
}

void
hw_sheet_formula_maybe (HwSheet    *self,
                        int         row,
                        int         column,
                        HwCellKind  kind,
                        gboolean    known,
                        double      value,
                        const char *formula)
{
  formula_maybe (self, row, column, kind, HW_ROLE_PLAIN, known, value, formula);
}

void
hw_sheet_total_maybe (HwSheet    *self,
                      int         row,
                      int         column,
                      HwCellKind  kind,
                      gboolean    known,
                      double      value,
                      const char *formula)
{
  formula_maybe (self, row, column, kind, HW_ROLE_TOTAL, known, value, formula);
}

void
hw_sheet_formula_run (HwSheet    *self,
                      int         row,
                      int         column,
                      const char *value,
                      const char *formula)
{
  touch (self, row, column, 0);
  worksheet_write_formula_str (self->ws, (lxw_row_t) row, (lxw_col_t) column, formula,
                               hw_book_style_cell (self->style, HW_CELL_TEXT, HW_ROLE_PLAIN), value);
}

char *
hw_sheet_quote (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}
