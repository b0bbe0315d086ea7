/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/demand/hw-accuracy-job.h"
#include "jobs/demand/hw-forecast-job.h"
#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DECIMALS "%.4f" /* what the store keeps of a unit */

static void
add_number (GString *csv,
            double   value)
{
  char text[64];

  g_ascii_formatd (text, sizeof text, DECIMALS, value);
  hw_cli_csv_add (csv, text, FALSE);
}

static void
add_series (GString                *csv,
            const HwForecastSeries *series)
{
  char iso[HW_DAY_ISO_SIZE];

  for (guint t = 0; t < series->ahead->len; t++)
    {
      const HwForecastPoint *point = &g_array_index (series->ahead, HwForecastPoint, t);

      hw_cli_csv_add (csv, series->key, FALSE);
      hw_cli_csv_add (csv, hw_day_write_iso (point->day, iso), FALSE);
      add_number (csv, point->mean);
      add_number (csv, point->lo80);
      add_number (csv, point->hi80);
      add_number (csv, point->lo95);
      add_number (csv, point->hi95);
      hw_cli_csv_add (csv, hw_method_id (series->method), FALSE);
      add_number (csv, point->model);
      add_number (csv, point->shown);
      hw_cli_csv_add (csv, series->product_category != NULL ? series->product_category : "", TRUE);
    }
}

/* Products and their sum; a category's figures are its products' added up. */
static GString *
make_csv (const HwForecastPlan *plan)
{
  GString *csv = g_string_new ("product,date,mean,lo80,hi80,lo95,hi95,method,model,shown,category\n");

  for (guint i = 0; i < plan->series->len; i++)
    add_series (csv, g_ptr_array_index (plan->series, i));

  return csv;
}

static double
sum_ahead (const HwForecastSeries *series)
{
  double sum = 0.0;

  for (guint t = 0; t < series->ahead->len; t++)
    sum += g_array_index (series->ahead, HwForecastPoint, t).mean;

  return sum;
}

/* In whole units: what the lines of products show adds up to what the sums show. */
static double
sum_shown (const HwForecastSeries *series)
{
  double sum = 0.0;

  for (guint t = 0; t < series->ahead->len; t++)
    sum += g_array_index (series->ahead, HwForecastPoint, t).shown;

  return sum;
}

static const char *
ground_id (HwGround ground)
{
  static const char *const ids[] = { "past", "launch", "fading" };

  return ids[ground];
}

static void
set_series (HwCli                  *cli,
            const HwForecastSeries *series)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "product", series->key);
  hw_cli_set_text (cli, "name", series->name);
  if (series->product_category != NULL)
    hw_cli_set_text (cli, "category", series->product_category);
  if (series->missing != HW_NO_FORECAST_NONE)
    {
      g_autofree char *why = hw_say_no_forecast (series->missing);

      hw_cli_set_text (cli, "missing", why);
    }
  else
    {
      hw_cli_set_text (cli, "method", hw_method_id (series->method));
      hw_cli_set_number (cli, "error", series->error);
      hw_cli_set_number (cli, "simple_error", series->simple_error);
      hw_cli_set_number (cli, "total", sum_ahead (series));
      hw_cli_set_number (cli, "shown", sum_shown (series));
      hw_cli_set_text (cli, "ground", ground_id (series->ground));
    }
  json_builder_end_object (cli->answer);
}

static void
say_series (HwCli                  *cli,
            const HwForecastPlan   *plan,
            const HwForecastSeries *series)
{
  const double sum = sum_shown (series);
  g_autofree char *total = hw_format_number (cli->format, sum, sum == floor (sum) ? 0 : 1);
  g_autofree char *close = hw_say_accuracy (series, plan->by, cli->format);

  hw_cli_say (cli, "%s: %s (%s)", series->name, total, close);
}

static void
add_list (HwCli                *cli,
          const HwForecastPlan *plan,
          const char           *name,
          const GPtrArray      *list)
{
  json_builder_set_member_name (cli->answer, name);
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < list->len; i++)
    {
      set_series (cli, g_ptr_array_index (list, i));
      say_series (cli, plan, g_ptr_array_index (list, i));
    }

  json_builder_end_array (cli->answer);
}

/* --- how close it comes --- */

static void
set_score (HwCli                 *cli,
           const char            *name,
           const HwForecastScore *score)
{
  json_builder_set_member_name (cli->answer, name);
  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "periods", score->n);
  hw_cli_set_number (cli, "error", hw_forecast_score_off (score));
  hw_cli_set_number (cli, "simple_error", hw_forecast_score_simple_off (score));
  hw_cli_set_number (cli, "error_money", score->n > 0 ? score->off_money / (double) score->n : NAN);
  hw_cli_set_number (cli, "simple_error_money", score->n > 0 ? score->simple_off_money / (double) score->n : NAN);
  hw_cli_set_count (cli, "ranges", score->n_ranges);
  hw_cli_set_number (cli, "inside_80", hw_forecast_score_held80 (score));
  hw_cli_set_number (cli, "inside_95", hw_forecast_score_held95 (score));
  json_builder_end_object (cli->answer);
}

static void
set_line (HwCli                *cli,
          const HwAccuracyLine *line)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "kind", line->product_id != 0 ? "product" : line->category != NULL ? "category" : "all");
  hw_cli_set_text (cli, "name", line->name);
  set_score (cli, "tested", &line->tested);
  set_score (cli, "kept", &line->kept);
  json_builder_end_object (cli->answer);
}

static char *
money_text (const HwCli *cli,
            double       money)
{
  return hw_format_money (cli->format, hw_scaled_from_double (money));
}

/* One record in a sentence; nothing if nothing is known. */
static void
say_score (HwCli                 *cli,
           const char            *name,
           const HwForecastScore *score)
{
  const double n = (double) score->n;
  g_autofree char *off = NULL;
  g_autofree char *simple = NULL;
  g_autofree char *off_money = NULL;
  g_autofree char *simple_money = NULL;

  if (score->n == 0)
    return;

  off = hw_format_number (cli->format, score->off / n, 1);
  simple = hw_format_number (cli->format, score->simple_off / n, 1);
  off_money = money_text (cli, score->off_money / n);
  simple_money = money_text (cli, score->simple_off_money / n);
  /* Translators: 1 a name, 2 and 4 numbers of units, 3 and 5 amounts of money. */
  hw_cli_say (cli, _("%1$s: off by %2$s a period (%3$s); the simple rule by %4$s (%5$s)"), name, off, off_money, simple, simple_money);
}

static void
say_ranges (HwCli                 *cli,
            const HwForecastScore *score)
{
  const double held = hw_forecast_score_held80 (score);
  g_autofree char *text = NULL;

  if (isnan (held))
    return;

  text = hw_format_number (cli->format, 100.0 * held, 0);
  /* Translators: a number. */
  hw_cli_say (cli, _("Of 100 ranges that should hold 80, %s did."), text);
}

/* All products, each for itself: on stretches held back, and of what was kept. */
static void
say_accuracy (HwCli                    *cli,
              const HwForecastAccuracy *accuracy)
{
  say_score (cli, _("On stretches held back, all products together"), &accuracy->tested);
  say_ranges (cli, &accuracy->tested);
  say_score (cli, _("Of the forecasts kept, all products together"), &accuracy->kept);
  say_ranges (cli, &accuracy->kept);
  set_score (cli, "tested", &accuracy->tested);
  set_score (cli, "kept", &accuracy->kept);
}

static int
answer_accuracy (HwCli                   *cli,
                 const HwForecastRequest *request)
{
  const HwAccuracyRequest ask = { request->has_by, request->by };
  g_autoptr (HwForecastAccuracy) accuracy = hw_cli_run (cli, &hw_accuracy_job, &ask, cli->rest[0]);

  if (accuracy == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "by", hw_by_id (accuracy->by));
  hw_cli_set_day (cli, "as_of", accuracy->as_of);
  hw_cli_set_day (cli, "kept_from", accuracy->kept_from);
  hw_cli_set_day (cli, "kept_to", accuracy->kept_to);
  hw_cli_set_count (cli, "kept_runs", accuracy->n_runs);
  json_builder_set_member_name (cli->answer, "lines");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < accuracy->lines->len; i++)
    {
      const HwAccuracyLine *line = g_ptr_array_index (accuracy->lines, i);

      set_line (cli, line);
      say_score (cli, line->name, line->kept.n > 0 ? &line->kept : &line->tested);
    }

  json_builder_end_array (cli->answer);
  say_accuracy (cli, accuracy);
  return hw_cli_done (cli);
}

static int
answer_plan (HwCli                   *cli,
             const HwForecastRequest *request,
             const char              *out)
{
  g_autoptr (HwForecastPlan) plan = hw_cli_run (cli, &hw_forecast_job, request, cli->rest[0]);
  g_autoptr (HwForecastAccuracy) accuracy = NULL;
  g_autoptr (GString) csv = NULL;

  if (plan == NULL)
    return HW_CLI_FAIL;

  csv = make_csv (plan);
  if (out != NULL && !hw_cli_csv_write (cli, out, csv))
    return HW_CLI_FAIL;

  accuracy = hw_cli_run (cli, &hw_accuracy_job, &(HwAccuracyRequest) { TRUE, plan->by }, cli->rest[0]);
  if (accuracy == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "by", hw_by_id (plan->by));
  hw_cli_set_count (cli, "horizon", plan->horizon);
  hw_cli_set_day (cli, "as_of", plan->as_of);
  hw_cli_set_day (cli, "last_day", plan->last_day);
  hw_cli_set_text (cli, "csv", out);
  add_list (cli, plan, "series", plan->series);
  if (plan->categories->len > 0)
    hw_cli_say (cli, "\n%s", _("By category:"));
  add_list (cli, plan, "categories", plan->categories);
  hw_cli_say (cli, "%s", "");
  say_accuracy (cli, accuracy);
  return hw_cli_done (cli);
}

int
hw_cli_forecast (HwCli *cli,
                 int    argc,
                 char  *argv[])
{
  HwForecastRequest request = { 0 };
  g_autofree char *by = NULL;
  g_autofree char *out = NULL;
  gboolean accuracy = FALSE;
  const GOptionEntry own[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { "horizon", 0, 0, G_OPTION_ARG_INT, &request.horizon, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { "accuracy", 0, 0, G_OPTION_ARG_NONE, &accuracy, NULL, NULL },
    { NULL }
  };

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (by != NULL && !(request.has_by = hw_by_from_id (by, &request.by)))
    return hw_cli_misused (cli, _("--by takes day, week or month."));

  if (request.horizon < 0 || request.horizon > 730)
    return hw_cli_misused (cli, _("--horizon takes a number from 1 to 730: days, weeks or months."));

  if (accuracy && (out != NULL || request.horizon > 0))
    return hw_cli_misused (cli, _("--accuracy looks back: it takes neither --horizon nor --csv."));

  if (!hw_cli_open (cli, FALSE))
    return HW_CLI_FAIL;

  return accuracy ? answer_accuracy (cli, &request) : answer_plan (cli, &request, out);
}
