/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sheet-list.h: the sheets of the workbook. One more is a value of HwSheetId (its
 * place among the tabs) and one row of the table.
 *
 * Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

/* When a sheet is written: each step may use what those before it left in the book. */
typedef enum
{
  HW_STEP_ROWS,      /* rows that the others reach */
  HW_STEP_WORKINGS,
  HW_STEP_SUMS,      /* adds up workings of other sheets */
  HW_STEP_CHECKS,
  HW_STEP_TOP,       /* says what the others hold */
  HW_STEP_N,
} HwSheetStep;

typedef struct
{
  const char  *tab;                                    /* on its tab, not translated yet */
  const char  *words;                                  /* (nullable) what is in it, for About; NULL: not listed there */
  HwSheetStep  step;
  gboolean     bank;                                   /* a bank gets it, too */
  void       (*write)      (HwBook *);
  gboolean   (*write_rows) (HwBook *, const HwTick *); /* in its place, for many rows; FALSE if stopped */
} HwSheetEntry;

const HwSheetEntry *hw_sheet_list_at (HwSheetId id);

G_END_DECLS
