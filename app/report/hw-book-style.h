/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book-style.h: how the workbook's cells look: one table of kinds and roles.
 *
 * In:  the workbook being built, the business's number and date habits.
 * Out: cell formats, made when first asked for.
 * One thread. Private to report/.
 */
#pragma once

#include "report/hw-report.h"

#include "core/hw-format.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* What stands in a cell. */
typedef enum
{
  HW_CELL_TEXT,
  HW_CELL_DATE,
  HW_CELL_DAY,       /* a date among figures: to the right */
  HW_CELL_MONTH,
  HW_CELL_MONEY,
  HW_CELL_PRICE,     /* money per unit: as many decimals as the prices have */
  HW_CELL_UNITS,     /* as many decimals as the quantities have */
  HW_CELL_EXPECTED,  /* units, worked out: one decimal at least */
  HW_CELL_COUNT,
  HW_CELL_SHARE,     /* 0..1, shown as per cent */
  HW_CELL_DAYS,
  HW_CELL_RATIO,
  HW_CELL_N,
} HwCellKind;

/* Where it comes from. */
typedef enum
{
  HW_ROLE_PLAIN,     /* worked out here */
  HW_ROLE_TOTAL,     /* the same, closing a table */
  HW_ROLE_TYPED,     /* a figure from the program's records */
  HW_ROLE_INPUT,     /* may be changed by whoever reads the workbook */
  HW_ROLE_N,
} HwCellRole;

/* Words that are no data. */
typedef enum
{
  HW_LOOK_TITLE,
  HW_LOOK_SECTION,
  HW_LOOK_NOTE,
  HW_LOOK_UNKNOWN,   /* in place of a figure */
  HW_LOOK_WRAP,
  HW_LOOK_HEAD,
  HW_LOOK_HEAD_NUMBER,
  HW_LOOK_LABEL,
  HW_LOOK_LINK,
  HW_LOOK_GOOD,
  HW_LOOK_BAD,
  HW_LOOK_N,
} HwLook;

typedef struct
{
  lxw_workbook *book;
  char         *codes[HW_CELL_N];  /* (owned) number formats */
  int           decimals[HW_CELL_N];
  int           affix;             /* letters of the currency sign and its space */
  lxw_format   *cells[HW_CELL_N][HW_ROLE_N];
  lxw_format   *looks[HW_LOOK_N];
} HwBookStyle;

void        hw_book_style_init  (HwBookStyle    *self,
                                 lxw_workbook   *book,
                                 const HwFormat *format,
                                 const HwReport *report);
void        hw_book_style_clear (HwBookStyle    *self);
lxw_format *hw_book_style_cell  (HwBookStyle    *self,
                                 HwCellKind      kind,
                                 HwCellRole      role);
lxw_format *hw_book_style_look  (HwBookStyle    *self,
                                 HwLook          look);
/* How many letters @value takes on screen. */
int         hw_book_style_width (HwBookStyle    *self,
                                 HwCellKind      kind,
                                 double          value);

G_END_DECLS
