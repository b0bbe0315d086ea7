/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-workbook.h"

#include "core/hw-error.h"
#include "report/hw-book.h"
#include "report/hw-out-file.h"
#include "report/hw-plain-numbers.h"
#include "report/hw-sheet-list.h"
#include "report/hw-zip-check.h"

#include <errno.h>

#define ROWS_MAX 1000000 /* a sheet holds 1,048,576, heads included */
#define DONE_ROWS 0.7    /* shares of the work */
#define DONE_SHEETS 0.75

/* Sheets of many rows share the time among them. */
static gboolean
write_sheet (HwBook       *book,
             HwSheetId     id,
             const HwTick *tick,
             double       *done,
             double        share)
{
  const HwSheetEntry *entry = hw_sheet_list_at (id);
  HwTickPart part = { tick, *done, *done + share };
  const HwTick own = HW_TICK_PART (&part);

  if (entry->write_rows == NULL)
    {
      entry->write (book);
      return TRUE;
    }

  *done += share;
  return entry->write_rows (book, &own);
}

static gboolean
write_sheets (HwBook       *book,
              const HwTick *tick)
{
  double done = 0.0;
  guint n_rows = 0;

  for (guint i = 0; i < HW_SHEET_N; i++)
    n_rows += hw_sheet_list_at (i)->write_rows != NULL;

  for (guint step = 0; step < HW_STEP_N; step++)
    for (guint i = 0; i < HW_SHEET_N; i++)
      if (book->sheets[i] != NULL && hw_sheet_list_at (i)->step == step &&
          !write_sheet (book, i, tick, &done, DONE_ROWS / n_rows))
        return FALSE;

  return hw_tick (tick, DONE_SHEETS);
}

static gboolean
write_book (const HwReport *report,
            const char     *path,
            const char     *temp,
            const HwTick   *tick,
            GError        **error)
{
  g_autoptr(HwBook) book = hw_book_new (report, temp);

  if (book == NULL)
    {
      hw_out_file_fail (path, ENOMEM, error);
      return FALSE;
    }

  if (!write_sheets (book, tick))
    {
      g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  if (!hw_book_close (book))
    {
      hw_out_file_fail (path, errno, error);
      return FALSE;
    }

  if (!hw_zip_check (temp)) /* parts cut off: no room for them, here or in the folder for temporary files */
    {
      hw_out_file_fail (path, ENOSPC, error);
      return FALSE;
    }

  return TRUE;
}

gboolean
hw_workbook_write (const HwReport  *report,
                   const char      *path,
                   const HwTick    *tick,
                   GError         **error)
{
  g_auto(HwOutFile) out = { NULL, NULL };
  locale_t before;
  gboolean ok;

  g_return_val_if_fail (report->business != NULL && report->metrics != NULL, FALSE);
  g_return_val_if_fail (report->products != NULL && report->rows != NULL, FALSE);

  if (report->rows->len > ROWS_MAX)
    {
      g_set_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "%u rows are more than a sheet can hold",
                   report->rows->len);
      return FALSE;
    }

  if (!hw_out_file_begin (&out, path, error))
    return FALSE;

  before = hw_plain_numbers_use ();
  ok = write_book (report, path, out.temp, tick, error);
  hw_plain_numbers_restore (before);
  if (!ok)
    return FALSE;

  if (!hw_tick (tick, 1.0))
    {
      g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  return hw_out_file_commit (&out, error);
}
