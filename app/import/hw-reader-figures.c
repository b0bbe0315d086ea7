/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of figures: which figure, of which day, and what its number says. */
#include "import/hw-reader-private.h"

#include "domain/hw-records.h"
#include "import/hw-metric-name.h"

#include <string.h>

HwDay
hw_reader_figure_day (HwReader *self,
                      int       column)
{
  HwCell *cell = hw_reader_cell (self, column);
  HwPeriod period;
  int minute;

  if (cell == NULL || cell->length == 0)
    return HW_DAY_NONE;
  if (hw_period_read (hw_cell_text (cell), &period) && period.kind != HW_PERIOD_DAY && period.year != 0)
    return MIN (hw_period_last (period.kind, hw_period_first (&period, 0)), self->plan->today);

  return hw_reader_date (self, column, &minute);
}

/* Per cent stand as they are said: "45" of a share is 0.45. */
static void
read_share (HwReader       *self,
            const HwMetric *figure,
            int             column)
{
  const HwCell *cell = hw_reader_cell (self, column);
  HwImportRow *row = &self->row;

  if (hw_unit_is_share (figure->unit) && row->quantity != HW_UNKNOWN
      && ((cell != NULL && memchr (cell->text, '%', cell->length) != NULL) || ABS (row->quantity) > HW_QUANTITY_ONE))
    row->quantity = hw_scaled_round (row->quantity, 2) / 100;
}

gboolean
hw_reader_settle_figure (HwReader       *self,
                         const HwMetric *figure,
                         int             column)
{
  if (figure == NULL)
    figure = hw_metric_name_find (self->plan->own, self->row.item);
  if (figure == NULL)
    {
      hw_reader_note (self, HW_ISSUE_NO_FIGURE, hw_reader_column (self, HW_FIELD_ITEM), TRUE);
      return FALSE;
    }

  self->row.item = figure->id;
  read_share (self, figure, column);
  return TRUE;
}
