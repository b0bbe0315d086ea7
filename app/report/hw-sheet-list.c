/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-sheet-list.h"

#include "report/sheets/hw-about-sheet.h"
#include "report/sheets/hw-change-sheet.h"
#include "report/sheets/hw-check-sheet.h"
#include "report/sheets/hw-close-sheet.h"
#include "report/sheets/hw-data-sheet.h"
#include "report/sheets/hw-expected-sheet.h"
#include "report/sheets/hw-forecast-sheet.h"
#include "report/sheets/hw-goal-sheet.h"
#include "report/sheets/hw-idea-sheet.h"
#include "report/sheets/hw-input-sheet.h"
#include "report/sheets/hw-keep-sheet.h"
#include "report/sheets/hw-kpi-sheet.h"
#include "report/sheets/hw-monitor-sheet.h"
#include "report/sheets/hw-open-sheet.h"
#include "report/sheets/hw-pilot-data-sheet.h"
#include "report/sheets/hw-pilot-plan-sheet.h"
#include "report/sheets/hw-readiness-sheet.h"
#include "report/sheets/hw-return-sheet.h"
#include "report/sheets/hw-roll-out-sheet.h"
#include "report/sheets/hw-stake-sheet.h"
#include "report/sheets/hw-stock-list-sheet.h"
#include "report/sheets/hw-stock-sheet.h"
#include "report/sheets/hw-summary-sheet.h"
#include "report/sheets/hw-verdict-sheet.h"
#include "report/sheets/hw-year-sheet.h"

#include <glib/gi18n-lib.h>

static const HwSheetEntry entries[HW_SHEET_N] = {
  [HW_SHEET_ABOUT] = { N_("About"), NULL,
                    HW_STEP_TOP, TRUE, hw_about_sheet_write },
  [HW_SHEET_SUMMARY] = { N_("Summary"), N_("sales of a time you choose, months, best products, what comes next"),
                      HW_STEP_TOP, TRUE, hw_summary_sheet_write },
  [HW_SHEET_INPUTS] = { N_("Inputs"), N_("what everything is reckoned with, to be changed"),
                        HW_STEP_TOP, TRUE, hw_input_sheet_write },
  [HW_SHEET_YEAR] = { N_("Business year"), N_("sales by the periods of your business year, beside the year before"),
                      HW_STEP_WORKINGS, TRUE, hw_year_sheet_write },
  [HW_SHEET_FORECAST] = { N_("Forecast"), N_("what is expected to sell, with its range"),
                       HW_STEP_WORKINGS, TRUE, hw_forecast_sheet_write },
  [HW_SHEET_STOCK] = { N_("Stock and orders"), N_("what to order today and of whom, what it is reckoned with"),
                    HW_STEP_SUMS, TRUE, hw_stock_sheet_write },
  [HW_SHEET_LIST] = { N_("Stock list"), N_("what is there of each product, how long it lasts, what is too much"),
                   HW_STEP_WORKINGS, TRUE, hw_stock_list_sheet_write },
  [HW_SHEET_KEEP] = { N_("What to keep"), N_("how much to keep of each product, and what that costs a year"),
                   HW_STEP_WORKINGS, TRUE, hw_keep_sheet_write },
  [HW_SHEET_WAY] = { N_("On its way"), N_("what is ordered and not here yet"),
                  HW_STEP_WORKINGS, TRUE, hw_open_sheet_write },
  [HW_SHEET_KPIS] = { N_("KPIs"), N_("each figure with what goes into it and how it is worked out"),
                   HW_STEP_WORKINGS, TRUE, hw_kpi_sheet_write },
  [HW_SHEET_READINESS] = { N_("Readiness"), N_("how ready the business is, by its answers and its records"),
                        HW_STEP_WORKINGS, FALSE, hw_readiness_sheet_write },
  [HW_SHEET_STAKES] = { N_("Money at stake"), N_("what is lost in a year, each kind with its range"),
                     HW_STEP_WORKINGS, FALSE, hw_stake_sheet_write },
  [HW_SHEET_IDEAS] = { N_("Opportunities"), N_("what could be tried, with the score of each"),
                    HW_STEP_WORKINGS, FALSE, hw_idea_sheet_write },
  [HW_SHEET_GOALS] = { N_("Goals"), N_("where each goal stands, and how likely it is"),
                    HW_STEP_WORKINGS, TRUE, hw_goal_sheet_write },
  [HW_SHEET_PILOT] = { N_("Pilot plan"), N_("what is tried, what it is compared with, how small a change it can see"),
                    HW_STEP_WORKINGS, FALSE, hw_pilot_plan_sheet_write },
  [HW_SHEET_PILOT_DATA] = { N_("Pilot data"), N_("what changes by lot and what stays as it is"),
                         HW_STEP_WORKINGS, FALSE, hw_pilot_data_sheet_write },
  [HW_SHEET_ROLL_OUT] = { N_("Roll-out"), N_("what is used step by step, its money by month, what that is worth"),
                       HW_STEP_WORKINGS, TRUE, hw_roll_out_sheet_write },
  [HW_SHEET_RETURN] = { N_("Return"), N_("what everything that was tried has cost and brought"),
                     HW_STEP_WORKINGS, TRUE, hw_return_sheet_write },
  [HW_SHEET_DATA] = { N_("Data"), N_("the rows that the totals reach"),
                   HW_STEP_ROWS, TRUE, .write_rows = hw_data_sheet_write },
  [HW_SHEET_EXPECTED] = { N_("Forecast rows"), N_("the rows behind the forecast"),
                       HW_STEP_ROWS, TRUE, .write_rows = hw_expected_sheet_write },
  [HW_SHEET_CLOSE] = { N_("How close"), N_("how far the forecast was off, against the simple rule"),
                    HW_STEP_WORKINGS, FALSE, hw_close_sheet_write },
  [HW_SHEET_VERDICT] = { N_("Verdict"), N_("what the trials showed, and the money that follows from it"),
                         HW_STEP_WORKINGS, FALSE, hw_verdict_sheet_write },
  [HW_SHEET_MONITOR] = { N_("Monitoring"), N_("whether all runs as it should, week by week"),
                         HW_STEP_WORKINGS, FALSE, hw_monitor_sheet_write },
  [HW_SHEET_CHANGES] = { N_("Changes"), N_("what was done to the records, when and why"),
                         HW_STEP_WORKINGS, FALSE, hw_change_sheet_write },
  [HW_SHEET_CHECKS] = { N_("Checks"), N_("Headway's own totals against the formulas here"),
                     HW_STEP_CHECKS, TRUE, hw_check_sheet_write },
};

const HwSheetEntry *
hw_sheet_list_at (HwSheetId id)
{
  return &entries[id];
}
