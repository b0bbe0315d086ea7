/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-workbook.h"

#include "core/hw-error.h"
#include "report/hw-book.h"
#include "report/hw-out-file.h"
#include "report/hw-plain-numbers.h"
#include "report/hw-zip-check.h"
#include "report/sheets/hw-about-sheet.h"
#include "report/sheets/hw-check-sheet.h"
#include "report/sheets/hw-close-sheet.h"
#include "report/sheets/hw-data-sheet.h"
#include "report/sheets/hw-expected-sheet.h"
#include "report/sheets/hw-forecast-sheet.h"
#include "report/sheets/hw-goal-sheet.h"
#include "report/sheets/hw-idea-sheet.h"
#include "report/sheets/hw-keep-sheet.h"
#include "report/sheets/hw-kpi-sheet.h"
#include "report/sheets/hw-open-sheet.h"
#include "report/sheets/hw-readiness-sheet.h"
#include "report/sheets/hw-stake-sheet.h"
#include "report/sheets/hw-stock-list-sheet.h"
#include "report/sheets/hw-stock-sheet.h"
#include "report/sheets/hw-summary-sheet.h"

#include <errno.h>

#define ROWS_MAX 1000000 /* a sheet holds 1,048,576, heads included */
#define DONE_DATA 0.5    /* shares of the work */
#define DONE_EXPECTED 0.7
#define DONE_SHEETS 0.75

static gboolean
write_sheets (HwBook       *book,
              const HwTick *tick)
{
  HwTickPart data_part = { tick, 0.0, DONE_DATA };
  HwTickPart expected_part = { tick, DONE_DATA, DONE_EXPECTED };
  const HwTick data_tick = HW_TICK_PART (&data_part);
  const HwTick expected_tick = HW_TICK_PART (&expected_part);

  if (!hw_data_sheet_write (book, &data_tick) || !hw_expected_sheet_write (book, &expected_tick))
    return FALSE;

  hw_close_sheet_write (book);
  hw_forecast_sheet_write (book);
  hw_stock_list_sheet_write (book);
  hw_keep_sheet_write (book);
  hw_open_sheet_write (book);
  hw_stock_sheet_write (book);
  hw_kpi_sheet_write (book);
  hw_readiness_sheet_write (book);
  hw_stake_sheet_write (book);
  hw_idea_sheet_write (book);
  hw_goal_sheet_write (book);
  hw_check_sheet_write (book);
  hw_summary_sheet_write (book);
  hw_about_sheet_write (book);
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
