/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures of a sheet once all is written: columns, rows, paper. */
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>

#define COLUMN_MIN 6
#define WIDTH_SLACK 1.08         /* for wider letters than the digits */
#define WIDTH_PADDING 1.8
#define ROW_POINTS 15.0
#define LETTER_PLAIN 0.92        /* of a digit's width, on average */
#define LETTER_BOLD 0.97
#define ROOM_LOST 1.0            /* of a cell's width */
#define MARGIN_SIDE 0.5          /* inch */
#define MARGIN_END 0.75
#define PAPER_LETTER 1
#define PAPER_A4 9
#define PRINTED_ROWS 35          /* about a page */
#define FOOTER_NAME_MAX 50       /* letters */

gboolean
hw_sheet_is_letter (const char *country)
{
  static const char *const countries[] = { "US", "CA", "MX", "PH", "CL", "CO", "VE", NULL };

  return country != NULL && g_strv_contains (countries, country);
}

static double
column_width (const HwSheet *self,
              int            column)
{
  return MAX (self->widths[column], COLUMN_MIN) * WIDTH_SLACK + WIDTH_PADDING;
}

int
hw_sheet_count_lines (const char *text,
                      double      room,
                      double      letter)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);
  double used = 0.0;
  int lines = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const double width = letter * (double) g_utf8_strlen (words[i], -1);

      if (used > 0.0 && used + letter + width > room)
        {
          lines++;
          used = 0.0;
        }
      used += (used > 0.0 ? letter : 0.0) + width;
    }

  return lines;
}

/* Not every program lets rows grow with their words. */
static void
set_heights (HwSheet *self)
{
  g_autofree int *lines = g_new0 (int, MAX (self->n_rows, 1));

  for (guint i = 0; i < self->wraps->len; i++)
    {
      const HwSheetWrap *wrap = &g_array_index (self->wraps, HwSheetWrap, i);
      double room = -ROOM_LOST;

      for (int c = wrap->first; c <= wrap->last; c++)
        room += column_width (self, c);
      lines[wrap->row] = MAX (lines[wrap->row], hw_sheet_count_lines (wrap->text, room, wrap->bold ? LETTER_BOLD : LETTER_PLAIN));
    }

  for (int row = 0; row < self->n_rows; row++)
    if (lines[row] > 1)
      worksheet_set_row (self->ws, (lxw_row_t) row, lines[row] * ROW_POINTS, NULL);
}

static void
fill_bars (HwSheet *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HwSheetBar *bar = &g_array_index (self->bars, HwSheetBar, i);
      lxw_row *row = lxw_worksheet_find_row (self->ws, (lxw_row_t) bar->row);

      for (int c = bar->first + 1; c < bar->last; c++)
        if (lxw_worksheet_find_cell_in_row (row, (lxw_col_t) c) == NULL)
          worksheet_write_blank (self->ws, (lxw_row_t) bar->row, (lxw_col_t) c, bar->format);
    }
}

void
hw_sheet_protect (HwSheet *self)
{
  lxw_protection allowed = { .format_cells = 1, .format_columns = 1, .format_rows = 1, .autofilter = 1, .sort = 1 };

  worksheet_protect (self->ws, NULL, &allowed);
}

void
hw_sheet_print_some (HwSheet *self,
                     int      note_row,
                     int      first_row,
                     int      last_row)
{
  g_autofree char *note = NULL;

  if (last_row < first_row + PRINTED_ROWS)
    return;

  /* Translators: %d is a number of rows; then the menu of spreadsheet programs. */
  note = g_strdup_printf (_("On paper: the first %d rows. To print all of them, lift the print area of this sheet."), PRINTED_ROWS);
  hw_sheet_line (self, note_row, HW_LOOK_NOTE, note);
  worksheet_print_area (self->ws, 0, 0, (lxw_row_t) (first_row + PRINTED_ROWS - 1), (lxw_col_t) (self->n_columns - 1));
}

/* In a footer "&" begins a command. */
static char *
footer_text (const char *text)
{
  g_autofree char *safe = g_utf8_make_valid (text, -1);
  g_autofree char *cut = g_utf8_substring (safe, 0, MIN (g_utf8_strlen (safe, -1), FOOTER_NAME_MAX));
  g_auto(GStrv) parts = g_strsplit (cut, "&", -1);

  return g_strjoinv ("&&", parts);
}

void
hw_sheet_finish (HwSheet       *self,
                 const HwPaper *paper)
{
  g_autofree char *left = footer_text (paper->left);
  g_autofree char *right = footer_text (paper->right);
  g_autofree char *page = g_strdup_printf (_("Page %s of %s"), "&P", "&N");
  g_autofree char *footer = g_strdup_printf ("&L%s&C&A: %s&R%s", left, page, right);

  for (int c = 0; c < self->n_columns; c++)
    worksheet_set_column (self->ws, (lxw_col_t) c, (lxw_col_t) c, column_width (self, c), NULL);
  set_heights (self);
  fill_bars (self);

  worksheet_set_paper (self->ws, paper->letter ? PAPER_LETTER : PAPER_A4);
  if (paper->landscape)
    worksheet_set_landscape (self->ws);
  else
    worksheet_set_portrait (self->ws);
  worksheet_fit_to_pages (self->ws, 1, 0);
  worksheet_set_margins (self->ws, MARGIN_SIDE, MARGIN_SIDE, MARGIN_END, MARGIN_END);
  worksheet_set_footer (self->ws, footer);
  worksheet_gridlines (self->ws, LXW_HIDE_ALL_GRIDLINES);
  if (paper->head_row >= 0)
    worksheet_repeat_rows (self->ws, (lxw_row_t) paper->head_row, (lxw_row_t) paper->head_row);
}
