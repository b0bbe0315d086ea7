/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-rows.h: the library as a table, and which of it is shown.
 * In: the library. Out: rows whose id is 1 + the figure's place in it. */
#pragma once

#include "core/hw-format.h"
#include "jobs/library/hw-library-job.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

typedef enum
{
  HW_FIGURES_TRADE,    /* of use in this trade, or known, or watched */
  HW_FIGURES_KNOWN,
  HW_FIGURES_PINNED,
  HW_FIGURES_DUE,
  HW_FIGURES_ALL,
  HW_FIGURES_CATEGORY, /* and the categories behind it, in their order */
  HW_FIGURES_N = HW_FIGURES_CATEGORY + HW_CATEGORY_N,
} HwFigureChoice;

const char *hw_figure_choice_name (guint choice); /* translated */

void        hw_figure_rows_set_up (HwDataTable *table);
GPtrArray  *hw_figure_rows_new    (const HwLibrary *library, guint choice, const char *sector, const HwFormat *format)
              G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer none) */
const HwFigure *hw_figure_rows_find (const HwLibrary *library, HwRow *row);

G_END_DECLS
