/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-test-chart.h: one shop's figures for all chart tests. */
#pragma once

#include "chart/hw-bar-chart.h"
#include "chart/hw-line-chart.h"

#include <math.h>

#define HW_TEST_PAST 120
#define HW_TEST_AHEAD 28

typedef struct
{
  HwLinePoint past[HW_TEST_PAST];
  HwFanPoint  ahead[HW_TEST_AHEAD];
  HwLineData  data;
} HwTestLine;

/* 5 Nov 2025 to 4 Mar 2026 with a weekly pattern: 300 + 20 per weekday; three days
 * without record, the highest (900) on 10 Jan, the lowest (20) on 22 Feb, two days
 * marked; then 28 days of 400 with 80 % from 310 to 490. */
static inline void
hw_test_line_fill (HwTestLine *self)
{
  const HwDay start = hw_day_from_ymd (2025, 11, 5);

  for (int i = 0; i < HW_TEST_PAST; i++)
    self->past[i] = (HwLinePoint) { start + i, 300.0 + 20.0 * hw_day_weekday (start + i), FALSE };

  self->past[50].value = self->past[51].value = self->past[52].value = (double) NAN;
  self->past[66].value = 900.0;
  self->past[109].value = 20.0;
  self->past[70].marked = self->past[91].marked = TRUE;

  for (int i = 0; i < HW_TEST_AHEAD; i++)
    self->ahead[i] = (HwFanPoint) { start + HW_TEST_PAST + i, 400.0, 310.0, 490.0, 250.5, 550.0 };

  self->data = (HwLineData) {
    .title = "Bread", .value_name = "Units sold", .mark_name = "sold out", .by = HW_BY_DAY,
    .past = self->past, .n_past = HW_TEST_PAST, .ahead = self->ahead, .n_ahead = HW_TEST_AHEAD,
    .has_target = TRUE, .target = 600.0,
  };
}

static inline void
hw_test_text (char       *text,
              const char *expect)
{
  g_assert_cmpstr (text, ==, expect);
  g_free (text);
}

static inline void
hw_test_has (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("'%s' has no '%s'", text, part);
}
