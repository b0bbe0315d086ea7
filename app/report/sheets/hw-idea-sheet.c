/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-idea-sheet.h"

#include "domain/hw-idea.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 3
#define NAME_LETTERS 28
#define WAY_LETTERS 30

enum { NAME, SCORE, BENEFIT, LOW, HIGH, COST, HARD, WEEKS, WORTH, EASE, READY, RISK, EVIDENCE, LEVEL, FIRST, GATE };

/* What stands in the formulas by name. */
static void
add_inputs (HwBook *book)
{
  const HwReport *report = book->report;
  const double revenue = report->stakes != NULL && !isnan (report->stakes->revenue) ? report->stakes->revenue : 0.0;
  const struct { const char *label, *name; HwCellKind kind; double value; } rows[] = {
    { _("Weight of what it is worth"), "weight_worth", HW_CELL_RATIO, HW_IDEA_WEIGHT_WORTH },
    { _("Weight of how easy it is"), "weight_ease", HW_CELL_RATIO, HW_IDEA_WEIGHT_EASE },
    { _("Weight of having the data"), "weight_data", HW_CELL_RATIO, HW_IDEA_WEIGHT_DATA },
    { _("Weight of being safe"), "weight_safe", HW_CELL_RATIO, HW_IDEA_WEIGHT_SAFE },
    { _("Worth as much as can be: this part of a year’s sales"), "worth_share", HW_CELL_SHARE, HW_IDEA_WORTH_SHARE },
    { _("Sales of a year of 365 days"), "year_sales", HW_CELL_MONEY, revenue },
    { _("To spend in a year; 0 is not said"), "idea_budget", HW_CELL_MONEY, report->idea_budget },
    { _("Ease lost by the hardest"), "ease_hard", HW_CELL_RATIO, HW_IDEA_EASE_HARD },
    { _("Ease lost by the longest wait"), "ease_wait", HW_CELL_RATIO, HW_IDEA_EASE_WAIT },
    { _("Ease lost by spending all"), "ease_cost", HW_CELL_RATIO, HW_IDEA_EASE_COST },
    { _("The hardest is"), "hard_most", HW_CELL_COUNT, HW_IDEA_HARD_MOST },
    { _("The longest wait, in weeks"), "weeks_most", HW_CELL_COUNT, HW_IDEA_WEEKS_MOST },
    { _("Score of the best there can be"), "score_most", HW_CELL_COUNT, 100.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    hw_book_input (book, _("Opportunities"), rows[i].label, rows[i].name, rows[i].kind, TRUE, rows[i].value,
                   g_str_equal (rows[i].name, "year_sales") ? _("from your records")
                   : g_str_equal (rows[i].name, "idea_budget") ? _("set in Headway") : _("as Headway weighs ideas"));
}

static void
write_positive (HwSheet    *sheet,
                int         row,
                int         column,
                HwCellKind  kind,
                double      value)
{
  hw_sheet_number (sheet, row, column, kind, HW_ROLE_INPUT, value);
  hw_sheet_rule (sheet, row, column, kind, TRUE);
}

/* Not known: empty, to be filled in. */
static void
write_maybe (HwSheet    *sheet,
             int         row,
             int         column,
             HwCellKind  kind,
             double      value)
{
  if (isnan (value))
    hw_sheet_text (sheet, row, column, HW_ROLE_INPUT, "");
  else
    hw_sheet_number (sheet, row, column, kind, HW_ROLE_INPUT, value);
  hw_sheet_rule (sheet, row, column, kind, FALSE);
}

static void
write_formulas (HwSheet          *sheet,
                int               row,
                const HwIdeaRank *rank)
{
  const gboolean known = !isnan (rank->worth);
  const int r = row + 1;
  g_autofree char *worth = g_strdup_printf ("=IF(AND(ISNUMBER(C%d),year_sales>0),MAX(0,MIN(1,C%d/(worth_share*year_sales))),\"\")", r, r);
  g_autofree char *score = g_strdup_printf ("=IF(ISNUMBER(I%d),score_most*M%d*I%d^weight_worth*J%d^weight_ease*K%d^weight_data*(1-L%d)^weight_safe,\"\")",
                                            r, r, r, r, r, r);

  hw_sheet_formula_maybe (sheet, row, WORTH, HW_CELL_RATIO, known, known ? rank->worth : 0.0, worth);
  hw_sheet_formula (sheet, row, EASE, HW_CELL_RATIO, HW_ROLE_PLAIN, rank->ease,
                    "=MAX(0,1-ease_hard*(G%d-1)/(hard_most-1)-ease_wait*MIN(1,H%d/weeks_most)-"
                    "IF(idea_budget>0,ease_cost*MIN(1,F%d/idea_budget),0))", r, r, r);
  hw_sheet_formula_maybe (sheet, row, SCORE, HW_CELL_DAYS, known, rank->score, score);
}

static void
write_idea (HwSheet          *sheet,
            int               row,
            const HwIdeaRank *rank)
{
  const HwIdeaFacts *facts = &rank->facts;
  const char level[] = { rank->idea->evidence, '\0' };

  hw_sheet_words (sheet, row, NAME, HW_LOOK_WRAP, rank->idea->name);
  write_maybe (sheet, row, BENEFIT, HW_CELL_MONEY, facts->benefit);
  write_maybe (sheet, row, LOW, HW_CELL_MONEY, facts->low);
  write_maybe (sheet, row, HIGH, HW_CELL_MONEY, facts->high);
  write_positive (sheet, row, COST, HW_CELL_MONEY, facts->cost);
  write_positive (sheet, row, HARD, HW_CELL_DAYS, facts->complexity);
  write_positive (sheet, row, WEEKS, HW_CELL_DAYS, facts->weeks);
  write_positive (sheet, row, READY, HW_CELL_RATIO, facts->ready);
  write_positive (sheet, row, RISK, HW_CELL_RATIO, facts->risk);
  write_positive (sheet, row, EVIDENCE, HW_CELL_RATIO, facts->evidence);
  write_formulas (sheet, row, rank);
  hw_sheet_text (sheet, row, LEVEL, HW_ROLE_PLAIN, level);
  hw_sheet_number (sheet, row, FIRST, HW_CELL_SHARE, HW_ROLE_TYPED, rank->first_share);
  hw_sheet_words (sheet, row, GATE, HW_LOOK_WRAP, hw_idea_gate_text (rank->gate));
}

static char *
make_note (const HwReport *report)
{
  if (report->ideas_run == NULL)
    return g_strdup (_("Score: evidence times worth, ease, data and safety, each by its weight (sheet Inputs)."));

  /* Translators: %s is a short code that stands for how it was worked out. */
  return g_strdup_printf (_("Score: evidence times worth, ease, data and safety, each by its weight (sheet Inputs). Run %s."),
                          report->ideas_run);
}

/* What the letters of evidence say. */
static void
write_key (HwSheet *sheet,
           int      row)
{
  static const char *const words[] = {
    N_("Evidence A: a fair test of this kind of use. B: data from the field, or a large contest of forecasts."),
    N_("Evidence C: good custom, or what sellers tell. D: little is known."),
    N_("Comes first: how often, when weights and worths are drawn by chance 10,000 times."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hw_sheet_line (sheet, row + (int) i, HW_LOOK_NOTE, _(words[i]));
}

void
hw_idea_sheet_write (HwBook *book)
{
  const HwReport *report = book->report;
  const char *const heads[] = { _("Idea"), _("Score"), _("Brings in a year"), _("Low"), _("High"), _("Costs in a year"), _("How hard"),
                                _("Weeks to a trial"), _("Worth"), _("Ease"), _("Data"), _("Risk"), _("Sureness"), _("Evidence"),
                                _("Comes first"), NULL };
  HwSheet *sheet = book->sheets[HW_SHEET_IDEAS];
  g_autofree char *note = make_note (report);
  const int head = ROW_HEAD;
  int row;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("What could be tried"));
  if (report->ideas == NULL || report->ideas->len == 0)
    {
      hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Nothing was worked out yet. Look under Assess."));
      hw_book_finish (book, HW_SHEET_IDEAS, TRUE, -1);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, note);
  add_inputs (book);
  hw_sheet_heads (sheet, head, NAME + 1, heads);
  hw_sheet_words (sheet, head, LEVEL, HW_LOOK_HEAD, _("Evidence"));
  hw_sheet_words (sheet, head, GATE, HW_LOOK_HEAD, _("What is in the way"));
  row = head + 1;
  for (guint i = 0; i < report->ideas->len; i++)
    write_idea (sheet, row++, &g_array_index (report->ideas, HwIdeaRank, i));

  write_key (sheet, row + 1);
  hw_book_name (book, "idea_score", HW_SHEET_IDEAS, head + 1, row - 1, SCORE);
  hw_sheet_widen (sheet, NAME, NAME_LETTERS);
  hw_sheet_widen (sheet, GATE, WAY_LETTERS);
  hw_book_finish (book, HW_SHEET_IDEAS, TRUE, head);
}
