/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Forecast page's own sentences, and what it does with a figure of the owner's own. */
#include "pages/forecast/hw-forecast-days.h"
#include "pages/forecast/hw-forecast-figures.h"
#include "pages/forecast/hw-forecast-rows.h"
#include "pages/forecast/hw-own-figure.h"
#include "pages/forecast/hw-parts-charts.h"
#include "pages/forecast/hw-score-words.h"
#include "pages/forecast/hw-what-if-form.h"
#include "pages/forecast/hw-what-if-words.h"

#include "jobs/sample/hw-sample-job.h"
#include "widgets/hw-data-table.h"

#include <glib/gstdio.h>
#include <math.h>

static HwFormat *
english (void)
{
  return hw_format_new ("en", "GB", "EUR");
}

static void
check (char       *text, /* takes it */
       const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_score_words (void)
{
  g_autoptr (HwFormat) en = english ();
  HwAccuracyLine line = { .each = 2.5 };
  HwForecastScore score = {
    .n = 100, .off = 1000.0, .simple_off = 1260.0, .off_money = 2500.0, .simple_off_money = 3125.0,
    .n_ranges = 100, .n_in80 = 81, .n_in95 = 94,
  };

  check (hw_score_say_off (&score, &line, HW_BY_DAY, en), "Off by €25.00 a day on average");
  check (hw_score_say_simple (&score, &line, HW_BY_DAY, en),
         "The simple rule would have been off by €31.25: the forecast was 21% closer.");
  check (hw_score_say_units (&score, HW_BY_WEEK, en), "In units: 10 a week; the simple rule 13.");
  check (hw_score_say_held (&score, en),
         "Of 100 ranges that should hold 80, 81 did; of 100 that should hold 95, 94 did. They keep what they promise.");

  score.n_in80 = 75;
  check (hw_score_say_held (&score, en),
         "Of 100 ranges that should hold 80, 75 did; of 100 that should hold 95, 94 did. "
         "That is less than they promise, but so few are known that it may be chance.");

  /* Without a price in units; a rule that is better is said to be. */
  line.each = 0.0;
  score.simple_off = 800.0;
  check (hw_score_say_off (&score, &line, HW_BY_MONTH, en), "Off by 10 units a month on average");
  check (hw_score_say_simple (&score, &line, HW_BY_DAY, en), "The simple rule would have been off by 8 only: it was 25% closer.");
  score.n_in80 = 40;
  check (hw_score_say_held (&score, en),
         "Of 100 ranges that should hold 80, 40 did; of 100 that should hold 95, 94 did. "
         "They are too narrow: expect more surprises than they say.");

  score = (HwForecastScore) { 0 };
  g_assert_null (hw_score_say_off (&score, &line, HW_BY_DAY, en));
  g_assert_null (hw_score_say_held (&score, en));
}

static void
test_what_if_words (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwWhatIf) answer = hw_what_if_new ();

  answer->from = answer->to = hw_day_from_ymd (2026, 3, 7);
  answer->basis = HW_BASIS_OWN;
  answer->n_seen = 3;
  answer->units_without = 200.0;
  answer->units_with = 250.0;
  answer->money_without = 400.0;
  answer->money_with = 450.0;
  answer->margin_without = answer->margin_with = NAN;
  check (hw_what_if_say_units (answer, en), "7 March 2026: 250 units instead of 200 (+25%)");
  check (hw_what_if_say_money (answer, en), "Takings: €450.00 instead of €400.00.");
  check (hw_what_if_say_basis (answer), "Learned from 3 days of the same in the past.");

  answer->basis = HW_BASIS_NONE;
  check (hw_what_if_say_units (answer, en), "Nothing like it is known yet");
  g_assert_null (hw_what_if_say_money (answer, en));
}

static void
test_method_words (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwForecastSeries) series = hw_forecast_series_new ();
  const HwMethodShare shares[] = { { "theta", 0.6 }, { "arima", 0.4 } };

  series->method = HW_METHOD_MIX;
  series->error = 7.6;
  series->simple_error = 10.0;
  g_array_append_vals (series->shares, shares, G_N_ELEMENTS (shares));
  check (hw_forecast_say_method (series, NULL, HW_BY_DAY, en), "A mix of 2 methods. 24% closer than repeating last week.");

  series->ground = HW_GROUND_LAUNCH;
  series->product_category = g_strdup ("Bread");
  check (hw_forecast_say_method (series, NULL, HW_BY_DAY, en),
         "New: shown as others in “Bread” began, until it has enough weeks of its own.");
  series->missing = HW_NO_FORECAST_TOO_SHORT;
  check (hw_forecast_say_method (series, NULL, HW_BY_DAY, en), "Too few sales yet for a forecast");
}

static void
test_parts (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwForecastParts) parts = hw_forecast_parts_new ();
  const HwPartPoint point = { .day = 20000, .seen = 10.0, .level = 10.0 };

  for (int i = 0; i < HW_N_PART_CHARTS; i++)
    g_assert_null (hw_parts_chart_new (NULL, (HwPartChart) i, en));
  check (hw_parts_say (parts, en), "Too few sales yet to take them apart.");

  g_array_append_val (parts->points, point);
  parts->trend_year = 3.0;
  parts->rest_share = 0.12;
  parts->has_week = TRUE;
  for (int w = 0; w < 7; w++)
    parts->weekday[w] = w == 6 ? NAN : w - 3.0;
  check (hw_parts_say (parts, en),
         "It sells 3 a day more than a year ago. About 12% of what sells is chance: nothing here explains it.");
  for (int i = 0; i < HW_N_PART_CHARTS; i++)
    {
      g_autoptr (HwChart) chart = hw_parts_chart_new (parts, (HwPartChart) i, en);

      g_assert_cmpint (chart != NULL, ==, i == HW_PART_LEVEL || i == HW_PART_WEEK);
      if (i == HW_PART_WEEK) /* a weekday that is never open has no bar */
        g_assert_cmpuint (hw_chart_n_points (chart), ==, 6);
    }
}

static void
test_rows (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwForecastPlan) plan = hw_forecast_plan_new ();
  g_autoptr (GPtrArray) rows = NULL;
  HwForecastSeries *total = hw_forecast_series_new (), *bread = hw_forecast_series_new (), *roll = hw_forecast_series_new ();

  total->name = g_strdup ("All");
  bread->name = g_strdup ("Bread");
  bread->category = g_strdup ("Bread");
  roll->name = g_strdup ("Roll");
  roll->product_id = 7;
  g_ptr_array_add (plan->series, total);
  g_ptr_array_add (plan->series, roll);
  g_ptr_array_add (plan->categories, bread);

  rows = hw_forecast_rows_new (plan, en);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 0), 0), ==, "All products");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (rows, 1), 0), ==, "Bread (all)");
  for (guint i = 0; i < rows->len; i++)
    {
      const gint64 id = hw_row_get_id (g_ptr_array_index (rows, i));
      const HwForecastSeries *series = hw_forecast_rows_find (plan, id);

      g_assert_nonnull (series);
      g_assert_cmpint (hw_forecast_rows_id (plan, series->product_id, series->category), ==, id);
    }
  g_assert_null (hw_forecast_rows_find (plan, -2));
  g_assert_cmpint (hw_forecast_rows_id (plan, 0, "Gone"), ==, 0);
}

/* --- in a business --- */

static void
wait_ready (HwDesk  *desk,
            HwTopic  topic)
{
  hw_desk_need (desk, topic);
  while (hw_desk_get_state (desk, topic) != HW_WORK_READY)
    {
      g_assert_cmpint (hw_desk_get_state (desk, topic), !=, HW_WORK_FAILED);
      hw_desk_need (desk, topic);
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_inside (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A figure typed before its reason is chosen is kept when it is. */
static void
check_waits_for_reason (HwDesk          *desk,
                        GtkWindow       *window,
                        GtkWidget       *days,
                        const HwSubject *subject)
{
  const HwForecastSeries *series = hw_forecast_plan_find (hw_desk_get_forecast (desk), subject->product_id);
  const HwDay day = g_array_index (series->ahead, HwForecastPoint, 5).day;
  HwDataTable *table = HW_DATA_TABLE (find_inside (days, HW_TYPE_DATA_TABLE));
  GtkDropDown *drop = GTK_DROP_DOWN (find_inside (days, GTK_TYPE_DROP_DOWN));

  hw_data_table_choose (table, 5);
  while (!hw_data_table_edit (table, 2))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), "55");
  gtk_widget_grab_focus (GTK_WIDGET (drop));
  g_assert_null (hw_own_figure_find (desk, subject, day, day));

  gtk_drop_down_set_selected (drop, 1);
  while (hw_desk_get_state (desk, HW_TOPIC_FIGURES) == HW_WORK_READY)
    g_main_context_iteration (NULL, TRUE);
  wait_ready (desk, HW_TOPIC_FIGURES);
  wait_ready (desk, HW_TOPIC_FORECAST);
  g_assert_nonnull (hw_own_figure_find (desk, subject, day, day));

  /* Once: another reason alone keeps nothing. */
  gtk_drop_down_set_selected (drop, 2);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FIGURES), ==, HW_WORK_READY);
}

/* Kept for one product and one day, it shows in the table, and every sum follows. */
static void
check_own_figure (HwDesk *desk)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *days = g_object_ref_sink (g_object_new (HW_TYPE_FORECAST_DAYS, NULL));
  const HwForecastPlan *plan = NULL;
  const HwForecastSeries *total;
  const HwForecastPoint *point;
  HwSubject subject = { 0 };
  HwDataTable *table;
  double before, all_before;
  HwDay day;

  wait_ready (desk, HW_TOPIC_FORECAST);
  wait_ready (desk, HW_TOPIC_FIGURES);
  plan = hw_desk_get_forecast (desk);
  total = hw_forecast_plan_find (plan, 0);
  subject.product_id = ((const HwForecastSeries *) g_ptr_array_index (plan->series, 1))->product_id;
  point = &g_array_index (hw_forecast_plan_find (plan, subject.product_id)->ahead, HwForecastPoint, 2);
  before = point->mean;
  day = point->day;
  all_before = g_array_index (total->ahead, HwForecastPoint, 2).mean;

  gtk_window_set_child (GTK_WINDOW (window), days);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (hw_own_figure_find (desk, &subject, day, day));
  hw_own_figure_keep (days, desk, NULL, &subject, day, day, 400 * HW_QUANTITY_ONE, HW_REASON_ORDER);
  while (hw_desk_get_state (desk, HW_TOPIC_FIGURES) == HW_WORK_READY)
    g_main_context_iteration (NULL, TRUE);
  wait_ready (desk, HW_TOPIC_FIGURES);
  wait_ready (desk, HW_TOPIC_FORECAST);

  g_assert_nonnull (hw_own_figure_find (desk, &subject, day, day));
  plan = hw_desk_get_forecast (desk);
  point = &g_array_index (hw_forecast_plan_find (plan, subject.product_id)->ahead, HwForecastPoint, 2);
  g_assert_true (point->own);
  g_assert_cmpfloat_with_epsilon (point->mean, 400.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (g_array_index (hw_forecast_plan_find (plan, 0)->ahead, HwForecastPoint, 2).mean,
                                  all_before + 400.0 - before, 1.0);

  hw_forecast_section_show (HW_FORECAST_SECTION (days), desk, subject.product_id, NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (find_inside (days, GTK_TYPE_EXPANDER)), TRUE);
  table = HW_DATA_TABLE (find_inside (days, HW_TYPE_DATA_TABLE));
  g_assert_cmpuint (hw_data_table_get_n_shown (table), ==, 28);
  /* The third column is the figure of one's own. */
  g_assert_cmpstr (hw_row_get_text (hw_data_table_get_shown (table, 2), 2), ==, "400");
  g_assert_cmpstr (hw_row_get_text (hw_data_table_get_shown (table, 3), 2), ==, "");
  check_waits_for_reason (desk, GTK_WINDOW (window), days, &subject);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (days);
}

static void
test_own_figure (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hw-forecast-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "b.headway", NULL);
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  const HwDay today = hw_day_from_ymd (2026, 3, 1);
  HwSession *session;
  HwDesk *desk;

  hw_sample_business (&business, today);
  session = hw_session_create (path, &business, today, &error);
  g_assert_no_error (error);
  hw_sample_job.free_result (hw_session_run (session, &hw_sample_job, NULL, NULL, &error));
  g_assert_no_error (error);

  desk = hw_desk_new (session);
  check_own_figure (desk);
  hw_desk_close (desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (desk);
  g_unlink (path);
  g_rmdir (folder);
}

/* Nothing is asked before all is said rightly; a price needs its change. */
static void
test_what_if_form (void)
{
  g_autoptr (HwFormat) en = english ();
  GtkWidget *form = g_object_ref_sink (hw_what_if_form_new ());
  HwWhatIfRequest wish = { 0 };

  hw_what_if_form_start (HW_WHAT_IF_FORM (form), en, hw_day_from_ymd (2026, 3, 1));
  g_assert_false (hw_what_if_form_read (HW_WHAT_IF_FORM (form), &wish));
  gtk_editable_set_text (GTK_EDITABLE (find_inside (form, GTK_TYPE_ENTRY)), "07/03/2026");
  g_assert_true (hw_what_if_form_read (HW_WHAT_IF_FORM (form), &wish));
  g_assert_cmpint (wish.kind, ==, HW_KNOWN_EVENT_PROMOTION);
  g_assert_cmpint (wish.from, ==, hw_day_from_ymd (2026, 3, 7));
  g_assert_cmpint (wish.to, ==, wish.from);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_inside (form, GTK_TYPE_DROP_DOWN)), 1);
  g_assert_false (hw_what_if_form_read (HW_WHAT_IF_FORM (form), &wish));
  hw_what_if_form_start (HW_WHAT_IF_FORM (form), NULL, HW_DAY_NONE);
  g_object_unref (form);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/forecast/score-words", test_score_words);
  g_test_add_func ("/ui/forecast/what-if-words", test_what_if_words);
  g_test_add_func ("/ui/forecast/method-words", test_method_words);
  g_test_add_func ("/ui/forecast/parts", test_parts);
  g_test_add_func ("/ui/forecast/rows", test_rows);
  g_test_add_func ("/ui/forecast/what-if-form", test_what_if_form);
  g_test_add_func ("/ui/forecast/own-figure", test_own_figure);
  return g_test_run ();
}
