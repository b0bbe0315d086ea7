/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/hw-test-chart.h"

static void
test_points (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  HwTestLine line;
  g_autoptr (HwChart) chart = NULL;

  hw_test_line_fill (&line);
  chart = hw_line_chart_new (&line.data, en);
  g_assert_cmpstr (hw_chart_get_title (chart), ==, "Bread");
  g_assert_cmpuint (hw_chart_n_points (chart), ==, HW_TEST_PAST + HW_TEST_AHEAD);
  hw_test_text (hw_chart_point_text (chart, 0), "Wed, 5 Nov: 340");
  hw_test_text (hw_chart_point_text (chart, 50), "Thu, 25 Dec: nothing recorded");
  hw_test_text (hw_chart_point_text (chart, 91), "Wed, 4 Feb: 340, sold out");
  hw_test_text (hw_chart_point_text (chart, HW_TEST_PAST), "Thu, 5 Mar: about 400 expected, 4 times in 5 310 to 490");
}

/* 120 days less 3 without record; the sums are worked out here once more. */
static void
test_summary (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autofree char *text = NULL;
  g_autofree char *mean = NULL;
  g_autoptr (HwChart) chart = NULL;
  HwTestLine line;
  double sum = 0.0;

  hw_test_line_fill (&line);
  for (int i = 0; i < HW_TEST_PAST; i++)
    sum += isnan (line.past[i].value) ? 0.0 : line.past[i].value;
  mean = g_strdup_printf ("%.0f a day on average.", sum / (HW_TEST_PAST - 3));

  chart = hw_line_chart_new (&line.data, en);
  text = hw_chart_summary (chart);
  hw_test_has (text, "Units sold from 5 November 2025 to 4 March 2026: ");
  hw_test_has (text, mean);
  hw_test_has (text, "Highest 900 (Sat, 10 Jan), lowest 20 (Sun, 22 Feb).");
  hw_test_has (text, "Marked: 2 days, sold out.");
  hw_test_has (text, "The target of 600 was reached 1 time in 117 days.");
  hw_test_has (text, "For the next 28 days about 400 a day is expected, on most days between 310 and 490.");
}

/* A figure over four weeks is no figure of a day, and is not said to be one. */
static void
test_rolling (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autofree char *text = NULL;
  g_autoptr (HwChart) chart = NULL;
  HwTestLine line;

  hw_test_line_fill (&line);
  line.data.is_rolling = TRUE;
  chart = hw_line_chart_new (&line.data, en);
  text = hw_chart_summary (chart);
  hw_test_has (text, "Units sold, from 5 November 2025 to 4 March 2026: ");
  hw_test_has (text, "The target is 600.");
  hw_test_has (text, "By 1 April 2026 about 400 is expected, 4 times in 5 between 310 and 490.");
  g_assert_null (strstr (text, "a day"));
}

static void
test_german_months (void)
{
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  const HwLinePoint past[] = {
    { hw_day_from_ymd (2026, 1, 1), 1234.5, FALSE }, { hw_day_from_ymd (2026, 2, 1), 99.25, FALSE },
  };
  const HwLineData data = { .title = "Umsatz", .value_name = "Umsatz in EUR", .by = HW_BY_MONTH, .is_money = TRUE,
                            .past = past, .n_past = 2 };
  g_autoptr (HwChart) chart = hw_line_chart_new (&data, de);
  g_autofree char *text = hw_chart_summary (chart);

  hw_test_has (text, "666,88\xc2\xa0€ a month on average.");
  hw_test_has (text, "1.235\xc2\xa0€");
  hw_test_text (hw_chart_point_text (chart, 1), "Feb. 2026: 99,25\xc2\xa0€");
  hw_test_text (hw_chart_cell (chart, 0, 1), "1.234,50\xc2\xa0€");
}

/* Every figure given is a cell, and nothing else is. */
static void
test_table (void)
{
  static const char *const headings[] = {
    "Day", "Units sold", "Marked", "Expected", "4 times in 5, from", "4 times in 5, to", "19 times in 20, from",
    "19 times in 20, to", "Target",
  };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = NULL;
  HwTestLine line;

  hw_test_line_fill (&line);
  chart = hw_line_chart_new (&line.data, en);
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, G_N_ELEMENTS (headings));
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, HW_TEST_PAST + HW_TEST_AHEAD);

  for (guint c = 0; c < G_N_ELEMENTS (headings); c++)
    {
      hw_test_text (hw_chart_cell (chart, -1, c), headings[c]);
      g_assert_cmpint (hw_chart_column_is_number (chart, c), ==, c != 0 && c != 2);
    }

  for (int row = 0; row < HW_TEST_PAST; row++)
    {
      g_autofree char *cell = hw_chart_cell (chart, row, 1);
      g_autofree char *day = hw_format_day (en, line.past[row].day, HW_DAY_NUMERIC);

      if (isnan (line.past[row].value))
        g_assert_cmpstr (cell, ==, "");
      else
        g_assert_cmpfloat (g_ascii_strtod (cell, NULL), ==, line.past[row].value);
      hw_test_text (hw_chart_cell (chart, row, 0), day);
      hw_test_text (hw_chart_cell (chart, row, 2), line.past[row].marked ? "sold out" : "");
      hw_test_text (hw_chart_cell (chart, row, 3), "");
      hw_test_text (hw_chart_cell (chart, row, 8), "600");
    }

  for (int row = HW_TEST_PAST; row < HW_TEST_PAST + HW_TEST_AHEAD; row++)
    {
      hw_test_text (hw_chart_cell (chart, row, 1), "");
      hw_test_text (hw_chart_cell (chart, row, 3), "400");
      hw_test_text (hw_chart_cell (chart, row, 4), "310");
      hw_test_text (hw_chart_cell (chart, row, 5), "490");
      hw_test_text (hw_chart_cell (chart, row, 6), "250.5");
      hw_test_text (hw_chart_cell (chart, row, 7), "550");
    }
}

/* Without forecast, marks and target the table has only what there is. */
static void
test_plain_table (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  const HwLinePoint past[] = { { 0, 3.0, FALSE }, { 7, 4.0, FALSE } };
  const HwLineData data = { .value_name = "Units sold", .mark_name = "sold out", .by = HW_BY_WEEK, .past = past, .n_past = 2 };
  g_autoptr (HwChart) chart = hw_line_chart_new (&data, en);

  g_assert_cmpstr (hw_chart_get_title (chart), ==, "");
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 2);
  hw_test_text (hw_chart_cell (chart, -1, 0), "Week of");
  hw_test_text (hw_chart_cell (chart, 1, 1), "4");
  hw_test_text (hw_chart_point_text (chart, 1), "week of 8 Jan: 4");
}

/* What is no figure is a gap, what has no date is no point, and both are said. */
static void
test_refused (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  const HwLinePoint past[] = {
    { 0, (double) INFINITY, FALSE }, { HW_DAY_NONE, 1.0, FALSE }, { 1, (double) -INFINITY, FALSE }, { 2, 1e16, FALSE },
    { 3, 5.0, FALSE },
  };
  const HwLineData data = { .value_name = "Units sold", .past = past, .n_past = G_N_ELEMENTS (past) };
  g_autoptr (HwChart) chart = hw_line_chart_new (&data, en);

  g_assert_cmpuint (hw_chart_n_points (chart), ==, 4);
  hw_test_text (hw_chart_point_text (chart, 0), "Thu, 1 Jan: nothing recorded");
  hw_test_text (hw_chart_point_text (chart, 2), "Sat, 3 Jan: nothing recorded");
  hw_test_text (hw_chart_point_text (chart, 3), "Sun, 4 Jan: 5");
}

/* The data given may go; the chart has its own. */
static void
test_owns_its_data (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = NULL;
  HwTestLine *line = g_new (HwTestLine, 1);
  g_autofree char *name = g_strdup ("Units sold");

  hw_test_line_fill (line);
  line->data.value_name = name;
  chart = hw_line_chart_new (&line->data, en);
  memset (name, 'x', strlen (name));
  memset (line, 0, sizeof *line);
  g_free (line);

  hw_test_text (hw_chart_cell (chart, -1, 1), "Units sold");
  hw_test_text (hw_chart_point_text (chart, 0), "Wed, 5 Nov: 340");
}

/* What is known of days stands with their figures, in every way a chart is read. */
static void
test_events (void)
{
  static const HwLineEvent events[] = {
    { 1 << 20, (1 << 20) + 1, "Far away" }, { 0, 0, "Fair" }, { 0, 0, "Sale" }, { 5, 2, "Ends before it begins" },
  };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autofree HwLineEvent *known = g_memdup2 (events, sizeof events);
  g_autoptr (HwChart) chart = NULL;
  g_autofree char *text = NULL;
  gboolean own[HW_TEST_AHEAD] = { TRUE };
  HwTestLine line;
  guint last;

  hw_test_line_fill (&line);
  known[1].from = known[1].to = line.past[0].day;
  known[2].from = line.past[0].day;
  known[2].to = line.ahead[0].day;
  line.data.events = known;
  line.data.n_events = G_N_ELEMENTS (events);
  line.data.event_name = "event";
  line.data.own = own;
  line.data.own_name = "your figure";
  chart = hw_line_chart_new (&line.data, en);

  hw_test_text (hw_chart_point_text (chart, 0), "Wed, 5 Nov: 340, Fair, Sale");
  hw_test_text (hw_chart_point_text (chart, HW_TEST_PAST),
                "Thu, 5 Mar: about 400 expected, 4 times in 5 310 to 490, your figure, Sale");
  hw_test_text (hw_chart_point_text (chart, HW_TEST_PAST + 1), "Fri, 6 Mar: about 400 expected, 4 times in 5 310 to 490");
  text = hw_chart_summary (chart);
  hw_test_has (text, "Known of these days: Fair (5 November 2025), Sale (5 November 2025).");
  last = hw_chart_n_columns (chart) - 1;
  hw_test_text (hw_chart_cell (chart, -1, last), "event");
  hw_test_text (hw_chart_cell (chart, 0, last), "Fair, Sale");
  hw_test_text (hw_chart_cell (chart, HW_TEST_PAST, 2), "your figure");
  g_assert_false (hw_chart_column_is_number (chart, last));
}

/* Money that was worked out is said to two figures, and its range, too. */
static void
test_about (void)
{
  const HwFanPoint ahead[] = { { hw_day_from_ymd (2026, 5, 1), 10545.0, 8624.0, 12111.0, 7000.0, 13000.0 } };
  HwLineData data = { .title = "Money", .value_name = "So far", .by = HW_BY_MONTH, .is_rolling = TRUE, .is_money = TRUE, .is_about = TRUE,
                      .ahead = ahead, .n_ahead = 1 };
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_line_chart_new (&data, format);
  g_autofree char *said = hw_chart_summary (chart);

  g_assert_cmpstr (said, ==, "By 1 May 2026 about €11,000 is expected, 4 times in 5 between €8,600 and €12,000.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/line/points-in-words", test_points);
  g_test_add_func ("/chart/line/summary-has-the-key-figures", test_summary);
  g_test_add_func ("/chart/line/figures-over-a-stretch", test_rolling);
  g_test_add_func ("/chart/line/german-has-a-comma", test_german_months);
  g_test_add_func ("/chart/line/table-is-the-data", test_table);
  g_test_add_func ("/chart/line/table-without-the-rest", test_plain_table);
  g_test_add_func ("/chart/line/no-figures-are-gaps", test_refused);
  g_test_add_func ("/chart/line/owns-its-data", test_owns_its_data);
  g_test_add_func ("/chart/line/what-is-known-of-days", test_events);
  g_test_add_func ("/chart/line/about", test_about);
  return g_test_run ();
}
