/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book.h: the workbook while it is being built: its sheets, the names that
 * formulas use, the checks that are to agree.
 *
 * Formulas speak in defined names, the same in every language:
 *   rows_date rows_no rows_units rows_sales rows_cost rows_lines   columns of Data
 *   rows_first rows_last                 first and last day in Data
 *   period_from period_to year_days decimals_compared    of Inputs
 *   period_sales period_units            what sold between them
 *   expected_date expected_no expected_units    columns of Forecast rows
 *   forecast_total past_total products_total    of Forecast
 *   order_total order_count order_freight order_budget budget_left open_value
 *   stock_value excess_value year_cost year_cost_now may_run_out missed_week    of Stock and orders
 *   stock_promise                        its promise
 *   carrying_rate order_line_cost lost_share order_budget    of Inputs
 *   list_on_hand list_value list_excess list_may_run_out    columns of Stock list
 *   keep_cost keep_saved                 columns of What to keep
 *   way_value                            column of On its way
 *   ready_point ready_most ready_enough level_from level_number level_name
 *   ready_part ready_counts ready_applies ready_weighed ready_won ready_all
 *   ready_score ready_level              of Readiness
 *   stake_total                          of Money at stake
 *   weight_worth weight_ease weight_data weight_safe worth_share year_sales idea_budget
 *   ease_hard ease_wait ease_cost hard_most weeks_most score_most idea_score
 *                                        of Opportunities
 *   goals_as_of                          of Goals
 *   scale_worth                          of Roll-out, the first with money
 *   return_net                           of Return
 *   fiscal_sales                         of Business year
 *   checks_differ                        of Checks
 *
 * One thread. Private to report/.
 */
#pragma once

#include "chart/hw-theme.h"
#include "report/hw-sheet.h"

G_BEGIN_DECLS

#define HW_BOOK_YEAR_DAYS 364 /* 52 weeks: the same weekdays a year before */

typedef enum
{
  HW_SHEET_ABOUT,
  HW_SHEET_SUMMARY,
  HW_SHEET_INPUTS,
  HW_SHEET_YEAR,
  HW_SHEET_FORECAST,
  HW_SHEET_STOCK,
  HW_SHEET_LIST,
  HW_SHEET_KEEP,
  HW_SHEET_WAY,
  HW_SHEET_KPIS,
  HW_SHEET_READINESS,
  HW_SHEET_STAKES,
  HW_SHEET_IDEAS,
  HW_SHEET_GOALS,
  HW_SHEET_PILOT,
  HW_SHEET_PILOT_DATA,
  HW_SHEET_VERDICT,
  HW_SHEET_ROLL_OUT,
  HW_SHEET_RETURN,
  HW_SHEET_DATA,
  HW_SHEET_EXPECTED,
  HW_SHEET_CLOSE,
  HW_SHEET_MONITOR,
  HW_SHEET_CHANGES,
  HW_SHEET_CHECKS,
  HW_SHEET_N,
} HwSheetId;

typedef struct
{
  const HwReport *report;
  lxw_workbook   *wb;
  HwFormat       *format;
  HwBookStyle     style;
  HwSheet        *sheets[HW_SHEET_N];
  GHashTable     *numbers;   /* product id -> its number in the workbook, from 1 */
  GArray         *checks;    /* of HwBookCheck */
  GArray         *inputs;    /* of HwBookInput */
  HwDay           from, to;  /* the time that Summary begins with */
  double          order_value, stock_value;   /* what order_total and stock_value give */
  double          excess_value, open_value;   /* what names of these give */
  double          year_cost, year_saved;      /* sums of keep_cost and keep_saved */
  int             n_year_cost, n_year_saved;  /* and how many figures stand there */
  int             n_counted, n_valued;        /* products whose stock is known, and its value too */
  int             order_count, n_differ;      /* what order_count and checks_differ give */
  int             total_first, total_ahead;   /* Forecast rows: all products together begin here; and what is to come */
} HwBook;

/* Two ways to the same figure. */
typedef struct
{
  char       *label;     /* (owned) */
  HwCellKind  kind;
  double      expected;  /* from the program's records */
  double      value;     /* what the formula gives */
  char       *formula;   /* (owned) */
} HwBookCheck;

/* A figure to reckon with, for the sheet Inputs; formulas use its name. */
typedef struct
{
  const char *section;
  const char *label;
  const char *name;
  const char *note;      /* where it comes from */
  HwCellKind  kind;
  gboolean    known;     /* FALSE: an empty cell */
  double      value;
} HwBookInput;

/* @path: where the library writes when the book is closed. NULL if it cannot. */
HwBook  *hw_book_new        (const HwReport *report,
                             const char     *path) G_GNUC_WARN_UNUSED_RESULT;
void     hw_book_free       (HwBook         *self);
/* Writes and closes; FALSE with errno set if it could not. */
gboolean hw_book_close      (HwBook         *self) G_GNUC_WARN_UNUSED_RESULT;

void     hw_book_name       (HwBook         *self,
                             const char     *name,
                             HwSheetId       sheet,
                             int             first_row,
                             int             last_row,
                             int             column);
void     hw_book_check      (HwBook         *self,
                             const char     *label,
                             HwCellKind      kind,
                             double          expected,
                             double          value,
                             const char     *formula);
/* @section and the texts must live as long as the book: what gettext gives. */
void     hw_book_input      (HwBook         *self,
                             const char     *section,
                             const char     *label,
                             const char     *name,
                             HwCellKind      kind,
                             gboolean        known,
                             double          value,
                             const char     *note);
/* The product's number in the workbook; 0 if it has none. */
int      hw_book_number     (const HwBook   *self,
                             gint64          product_id);
/* Whether the rows can be added up by these periods. */
gboolean hw_book_rows_fit   (const HwBook   *self,
                             HwBy            by);
/* A colour of the charts on paper, the range's paler than the forecast's. */
lxw_color_t hw_book_colour  (HwColour        colour,
                             double          paleness);
/* Sets columns, paper and footer. @head_row: on each page; -1: none. */
void     hw_book_finish     (HwBook         *self,
                             HwSheetId       sheet,
                             gboolean        landscape,
                             int             head_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwBook, hw_book_free)

G_END_DECLS
