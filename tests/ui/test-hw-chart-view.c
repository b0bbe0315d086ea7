/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-line-chart.h"
#include "widgets/hw-chart-view.h"

#include <string.h>

#define N_PAST 5

static HwChart *
make_chart (const HwFormat *format)
{
  HwLinePoint past[N_PAST];
  HwLineData data = { 0 };

  for (int i = 0; i < N_PAST; i++)
    past[i] = (HwLinePoint) { hw_day_from_ymd (2026, 3, 2 + i), 10 + i, FALSE };

  data.title = "Rye loaf";
  data.value_name = "Units a day";
  data.by = HW_BY_DAY;
  data.past = past;
  data.n_past = N_PAST;
  return hw_line_chart_new (&data, format);
}

static void
move (HwChartCanvas *canvas,
      int            step)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "chart.move", "i", step));
}

/* A picture with a name, and a description that says what it shows. */
static void
test_says_what_it_shows (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "GBP");
  HwChartView *view = g_object_ref_sink (HW_CHART_VIEW (hw_chart_view_new ()));
  HwChart *chart = make_chart (format);
  HwChartCanvas *canvas = hw_chart_view_get_canvas (view);
  g_autofree char *summary = hw_chart_summary (chart);

  hw_chart_view_take_chart (view, chart, NULL);
  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rye loaf");
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (canvas)));
  g_assert_cmpuint (strlen (summary), >, 20);

  g_assert_finalize_object (view);
}

/* Arrows, Home and End walk the points; each is said; the ends hold. */
static void
test_keys_read_points (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "GBP");
  HwChartView *view = g_object_ref_sink (HW_CHART_VIEW (hw_chart_view_new ()));
  HwChart *chart = make_chart (format);
  HwChartCanvas *canvas = hw_chart_view_get_canvas (view);
  g_autofree char *second = hw_chart_point_text (chart, 1);
  const int last = (int) hw_chart_n_points (chart) - 1;

  hw_chart_view_take_chart (view, chart, NULL);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, -1);

  move (canvas, 1);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, 0);
  move (canvas, 1);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, 1);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second);

  move (canvas, G_MAXINT);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, last);
  move (canvas, 1);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, last);
  move (canvas, G_MININT);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, 0);
  move (canvas, -1);
  g_assert_cmpint (hw_chart_canvas_get_point (canvas), ==, 0);

  g_assert_finalize_object (view);
}

/* The same figures as a table, one button away. */
static void
test_table_has_the_same (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "GBP");
  HwChartView *view = g_object_ref_sink (HW_CHART_VIEW (hw_chart_view_new ()));
  HwChart *chart = make_chart (format);

  hw_chart_view_take_chart (view, chart, NULL);
  g_assert_null (hw_chart_view_get_table (view));

  hw_chart_view_set_table (view, TRUE);
  g_assert_nonnull (hw_chart_view_get_table (view));
  g_assert_cmpuint (hw_data_table_get_n_shown (hw_chart_view_get_table (view)), ==, hw_chart_n_rows (chart));

  for (guint r = 0; r < hw_chart_n_rows (chart); r++)
    for (guint c = 0; c < hw_chart_n_columns (chart); c++)
      {
        g_autofree char *cell = hw_chart_cell (chart, (int) r, c);

        g_assert_cmpstr (hw_row_get_text (hw_data_table_get_shown (hw_chart_view_get_table (view), r), c), ==, cell);
      }

  g_assert_finalize_object (view);
}

/* What the chart borrows lives as long as the chart, and no longer. */
static void
test_keeper (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "GBP");
  HwChartView *view = g_object_ref_sink (HW_CHART_VIEW (hw_chart_view_new ()));
  GObject *keeper = g_object_new (G_TYPE_OBJECT, NULL);
  gpointer alive = keeper;

  g_object_add_weak_pointer (keeper, &alive);
  hw_chart_view_take_chart (view, make_chart (format), keeper);
  g_object_unref (keeper);
  g_assert_nonnull (alive);

  hw_chart_view_take_chart (view, NULL, NULL);
  g_assert_null (alive);

  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/chart-view/says-what-it-shows", test_says_what_it_shows);
  g_test_add_func ("/ui/chart-view/keys-read-points", test_keys_read_points);
  g_test_add_func ("/ui/chart-view/table-has-the-same", test_table_has_the_same);
  g_test_add_func ("/ui/chart-view/keeper", test_keeper);

  return g_test_run ();
}
