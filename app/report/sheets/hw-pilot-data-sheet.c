/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-pilot-data-sheet.h"

#include "domain/hw-pilot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 3
#define ROW_FIRST 4
#define NAME_LETTERS 36

enum { PAIR, CHANGED, CHANGED_WEEK, PARTNER, PARTNER_WEEK, APART };

static void
add_up (const GPtrArray *pairs,
        double           mean[2])
{
  guint n[2] = { 0, 0 };

  mean[0] = mean[1] = 0.0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const HwPilotPair *pair = g_ptr_array_index (pairs, i);
      const double weeks[] = { pair->changed_week, pair->partner_week };

      for (guint side = 0; side < 2; side++)
        if (!isnan (weeks[side]))
          {
            mean[side] += weeks[side];
            n[side]++;
          }
    }

  for (guint side = 0; side < 2; side++)
    mean[side] = n[side] > 0 ? mean[side] / n[side] : NAN;
}

static void
write_pair (HwSheet           *sheet,
            int                row,
            guint              number,
            const HwPilotPair *pair)
{
  const gboolean both = !isnan (pair->changed_week) && !isnan (pair->partner_week);
  g_autofree char *apart = g_strdup_printf ("=IF(AND(ISNUMBER(C%d),ISNUMBER(E%d)),C%d-E%d,\"\")", row + 1, row + 1, row + 1, row + 1);

  hw_sheet_number (sheet, row, PAIR, HW_CELL_COUNT, HW_ROLE_TYPED, number);
  hw_sheet_text (sheet, row, CHANGED, HW_ROLE_PLAIN, pair->changed);
  hw_sheet_text (sheet, row, PARTNER, HW_ROLE_PLAIN, pair->partner);
  if (!isnan (pair->changed_week))
    hw_sheet_number (sheet, row, CHANGED_WEEK, HW_CELL_MONEY, HW_ROLE_TYPED, pair->changed_week);
  if (!isnan (pair->partner_week))
    hw_sheet_number (sheet, row, PARTNER_WEEK, HW_CELL_MONEY, HW_ROLE_TYPED, pair->partner_week);
  hw_sheet_formula_maybe (sheet, row, APART, HW_CELL_MONEY, both, both ? pair->changed_week - pair->partner_week : 0.0, apart);
}

/* The means of both sides, and how far they are apart. */
static void
write_balance (HwSheet         *sheet,
               const GPtrArray *pairs,
               int              row)
{
  const int first = ROW_FIRST + 1, last = row;
  double mean[2];

  add_up (pairs, mean);
  if (isnan (mean[0]) || isnan (mean[1]))
    return;

  hw_sheet_label (sheet, row, CHANGED, _("Mean"));
  hw_sheet_formula (sheet, row, CHANGED_WEEK, HW_CELL_MONEY, HW_ROLE_TOTAL, mean[0], "=AVERAGE(C%d:C%d)", first, last);
  hw_sheet_formula (sheet, row, PARTNER_WEEK, HW_CELL_MONEY, HW_ROLE_TOTAL, mean[1], "=AVERAGE(E%d:E%d)", first, last);
  hw_sheet_formula (sheet, row, APART, HW_CELL_MONEY, HW_ROLE_TOTAL, mean[0] - mean[1], "=C%d-E%d", row + 1, row + 1);
  hw_sheet_label (sheet, row + 1, CHANGED, _("Apart, as a share"));
  hw_sheet_formula (sheet, row + 1, APART, HW_CELL_SHARE, HW_ROLE_PLAIN, mean[1] != 0.0 ? mean[0] / mean[1] - 1.0 : 0.0,
                    "=IF(E%d=0,0,C%d/E%d-1)", row + 1, row + 1, row + 1);
}

static void
write_heads (HwSheet *sheet)
{
  const char *const heads[] = { _("Pair"), C_("one of a pair", "Changes"), _("A week before"), _("Stays as it is"), _("A week before"), _("Apart"), NULL };

  for (int i = 0; heads[i] != NULL; i++)
    hw_sheet_words (sheet, ROW_HEAD, i, i == CHANGED || i == PARTNER ? HW_LOOK_HEAD : HW_LOOK_HEAD_NUMBER, heads[i]);
}

static void
write_pairs (HwBook        *book,
             const HwPilot *pilot)
{
  HwSheet *sheet = book->sheets[HW_SHEET_PILOT_DATA];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("A coin said who changes. Sales are those of a week in the half year before."));
  write_heads (sheet);
  for (guint i = 0; i < pilot->pairs->len; i++)
    write_pair (sheet, row++, i + 1, g_ptr_array_index (pilot->pairs, i));

  write_balance (sheet, pilot->pairs, row);
  hw_sheet_widen (sheet, CHANGED, NAME_LETTERS);
  hw_sheet_widen (sheet, PARTNER, NAME_LETTERS);
  hw_book_finish (book, HW_SHEET_PILOT_DATA, TRUE, ROW_HEAD);
}

static void
write_weeks (HwBook        *book,
             const HwPilot *pilot)
{
  const char *const heads[] = { _("Block"), _("On from"), _("Off from"), NULL };
  const HwLock *lock = pilot->lock;
  HwSheet *sheet = book->sheets[HW_SHEET_PILOT_DATA];

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("A coin said in which week of each block it is on."));
  hw_sheet_heads (sheet, ROW_HEAD, PAIR, heads);
  for (guint i = 0; i < lock->changed->len; i++)
    {
      hw_sheet_number (sheet, ROW_FIRST + (int) i, PAIR, HW_CELL_COUNT, HW_ROLE_TYPED, i + 1);
      hw_sheet_day (sheet, ROW_FIRST + (int) i, CHANGED, HW_CELL_DAY, HW_ROLE_TYPED, (HwDay) g_array_index (lock->changed, gint64, i));
      hw_sheet_day (sheet, ROW_FIRST + (int) i, CHANGED_WEEK, HW_CELL_DAY, HW_ROLE_TYPED,
                    (HwDay) g_array_index (lock->partner, gint64, i));
    }

  hw_book_finish (book, HW_SHEET_PILOT_DATA, FALSE, ROW_HEAD);
}

void
hw_pilot_data_sheet_write (HwBook *book)
{
  const HwPilot *pilot = book->report->pilot;
  HwSheet *sheet = book->sheets[HW_SHEET_PILOT_DATA];

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Pilot data"));
  if (pilot != NULL && pilot->pairs->len > 0)
    {
      write_pairs (book, pilot);
      return;
    }

  if (pilot != NULL && pilot->lock->design == HW_DESIGN_SWITCHBACK && pilot->lock->changed->len > 0)
    {
      write_weeks (book, pilot);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, pilot == NULL ? _("Nothing is planned yet. Choose one thing to try under Journey.")
                                                       : _("Nothing was drawn by lot: it is compared with the past or with other sales."));
  write_heads (sheet);
  hw_book_finish (book, HW_SHEET_PILOT_DATA, FALSE, ROW_HEAD);
}
