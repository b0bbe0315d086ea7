/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sheet.h: one sheet of the workbook: cells, widths, paper.
 *
 * In:  texts, figures and formulas with their values, cell by cell (rows and
 *      columns count from 0).
 * Out: cells typed as what they are, columns as wide as what stands in them.
 * One thread. Private to report/.
 */
#pragma once

#include "report/hw-book-style.h"

G_BEGIN_DECLS

#define HW_SHEET_N_COLUMNS 20

/* Words that may need several lines, and the columns they have for them. */
typedef struct
{
  int      row;
  int      first;
  int      last;
  gboolean bold;
  char    *text;            /* (owned) */
} HwSheetWrap;

/* A row of heads or of totals: one bar without gaps. */
typedef struct
{
  int         row;
  int         first;
  int         last;
  lxw_format *format;
} HwSheetBar;

typedef struct
{
  HwBookStyle   *style;
  lxw_worksheet *ws;
  char          *name;      /* (owned) on the tab */
  int            widths[HW_SHEET_N_COLUMNS];
  int            n_rows;    /* used */
  int            n_columns;
  GArray        *wraps;     /* (owned) of HwSheetWrap */
  GArray        *bars;      /* (owned) of HwSheetBar */
} HwSheet;

typedef struct
{
  gboolean    landscape;
  gboolean    letter;       /* paper of North America, else A4 */
  int         head_row;     /* repeated on each page; -1: none */
  const char *left;         /* footer: the business */
  const char *right;        /* footer: the date */
} HwPaper;

HwSheet *hw_sheet_new          (HwBookStyle   *style,
                                lxw_worksheet *ws,
                                const char    *name) G_GNUC_WARN_UNUSED_RESULT;
void     hw_sheet_free         (HwSheet       *self);

/* Words: never taken for a formula, whatever they begin with. */
void     hw_sheet_words        (HwSheet *self, int row, int column, HwLook look, const char *text);
/* The same, running over the cells to the right: they make no column wider. */
void     hw_sheet_line         (HwSheet *self, int row, HwLook look, const char *text);
void     hw_sheet_run          (HwSheet *self, int row, int column, const char *text);
void     hw_sheet_label        (HwSheet *self, int row, int column, const char *text);
/* A few sentences over all columns from the first to @last. */
void     hw_sheet_paragraph    (HwSheet *self, int row, int last, const char *text);
void     hw_sheet_heads        (HwSheet *self, int row, guint n_left, const char *const *texts);
void     hw_sheet_link         (HwSheet *self, int row, int column, const HwSheet *to, const char *text);

void     hw_sheet_text         (HwSheet *self, int row, int column, HwCellRole role, const char *text);
void     hw_sheet_number       (HwSheet *self, int row, int column, HwCellKind kind, HwCellRole role, double value);
void     hw_sheet_scaled       (HwSheet *self, int row, int column, HwCellKind kind, HwCellRole role, gint64 value);
void     hw_sheet_day          (HwSheet *self, int row, int column, HwCellKind kind, HwCellRole role, HwDay day);

/* A formula and what it gives. */
void     hw_sheet_formula      (HwSheet *self, int row, int column, HwCellKind kind, HwCellRole role,
                                double value, const char *format, ...) G_GNUC_PRINTF (7, 8);
void     hw_sheet_formula_text (HwSheet *self, int row, int column, HwCellRole role,
                                const char *value, const char *format, ...) G_GNUC_PRINTF (6, 7);

/* One that gives nothing ("") unless @known. */
void     hw_sheet_formula_maybe (HwSheet *self, int row, int column, HwCellKind kind,
                                 gboolean known, double value, const char *formula);

/* One that says "Not known yet" unless @test, of the sheet's own cells, holds: a figure for
 * people, never a zero for what nobody knows. @known: whether it holds now. */
void     hw_sheet_formula_known (HwSheet *self, int row, int column, HwCellKind kind, gboolean known, double value,
                                 const char *test, const char *formula);

/* The same as the one before that, closing a table. */
void     hw_sheet_total_maybe  (HwSheet *self, int row, int column, HwCellKind kind,
                                gboolean known, double value, const char *formula);
/* Words of a formula, running over the cells to the right: they make no column wider. */
void     hw_sheet_formula_run  (HwSheet *self, int row, int column, const char *value, const char *formula);

/* Room for a chart or long words: at least this many letters. */
void     hw_sheet_widen        (HwSheet *self, int column, int letters);
/* What may be typed into a cell: a date, or a figure; @positive: 0 or more, of a share
 * at most all of it. */
void     hw_sheet_rule         (HwSheet *self, int row, int column, HwCellKind kind, gboolean positive);
/* A figure that may be changed, with that rule. */
void     hw_sheet_input        (HwSheet *self, int row, int column, HwCellKind kind, gboolean positive, double value);
/* Only input cells can be changed, until someone lifts it; there is no password. */
void     hw_sheet_protect      (HwSheet *self);
/* Of thousands of rows only the first go on paper, and @note_row says so; all of them
 * print once the print area is lifted. After hw_sheet_finish. */
void     hw_sheet_print_some   (HwSheet       *self,
                                int            note_row,
                                int            first_row,
                                int            last_row);
void     hw_sheet_finish       (HwSheet *self, const HwPaper *paper);

/* Whether the country's paper is not A4. */
gboolean hw_sheet_is_letter    (const char *country);

/* The serial number of spreadsheets; 1970-01-01 is 25569. */
double   hw_sheet_serial       (HwDay day);
/* How many lines @text takes where @room letters of width 1 fit into one. */
int      hw_sheet_count_lines  (const char *text, double room, double letter);
/* Quoted for use inside a formula: '"words"'. */
char    *hw_sheet_quote        (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
