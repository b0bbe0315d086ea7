/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/hw-say-figure.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/library/hw-library-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const source_ids[] = {
  [HW_FIGURE_WORKED_OUT] = "worked-out", [HW_FIGURE_TYPED_IN] = "typed-in", [HW_FIGURE_SURVEY] = "survey",
};

static void
set_value (HwCli      *cli,
           const char *name,
           HwUnit      unit,
           double      value)
{
  if (hw_unit_is_money (unit) && !isnan (value))
    hw_cli_set_scaled (cli, name, hw_scaled_from_double (value), 2);
  else
    hw_cli_set_number (cli, name, value);
}

static void
set_figure (HwCli          *cli,
            const HwFigure *figure)
{
  const HwUnit unit = figure->metric->unit;

  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "id", figure->metric->id);
  hw_cli_set_text (cli, "name", _(figure->metric->name));
  hw_cli_set_text (cli, "category", hw_category_id (figure->metric->category));
  hw_cli_set_text (cli, "unit", hw_unit_id (unit));
  hw_cli_set_text (cli, "source", source_ids[figure->source]);
  set_value (cli, "value", unit, figure->value);
  set_value (cli, "low", unit, figure->low);
  set_value (cli, "high", unit, figure->high);
  hw_cli_set_count (cli, "n", figure->n);
  hw_cli_set_day (cli, "from", figure->from);
  hw_cli_set_day (cli, "to", figure->to);
  hw_cli_set_number (cli, "trend", figure->trend);
  hw_cli_set_text (cli, "cadence", hw_cadence_id (figure->cadence));
  hw_cli_set_bool (cli, "pinned", figure->pinned);
  hw_cli_set_text (cli, "light", hw_light_id (figure->light));
  hw_cli_set_day (cli, "due", figure->due);
  hw_cli_set_bool (cli, "is_due", figure->is_due);
  if (figure->state != HW_METRIC_OK)
    hw_cli_set_text (cli, "missing", hw_metric_state_text (figure->state));
  json_builder_end_object (cli->answer);
}

static void
say_figure (HwCli          *cli,
            const HwFigure *figure)
{
  g_autofree char *value = hw_say_figure (figure, cli->format);
  g_autofree char *origin = hw_say_origin (figure, cli->format);
  g_autofree char *trend = hw_say_trend (figure, cli->format);

  if (figure->state != HW_METRIC_OK)
    hw_cli_say (cli, "%s  %s: %s. %s", figure->metric->id, _(figure->metric->name), value, hw_metric_state_text (figure->state));
  else
    hw_cli_say (cli, "%s  %s: %s (%s)%s%s%s%s%s%s", figure->metric->id, _(figure->metric->name), value, origin,
                *trend != '\0' ? ". " : "", trend, figure->light != HW_LIGHT_NONE ? ". " : "",
                figure->light != HW_LIGHT_NONE ? hw_light_name (figure->light) : "",
                figure->pinned ? ". " : "", figure->pinned ? _("On the Overview") : "");
}

/* "31.5", "31.5%", "0.315": FALSE if it is no number. */
static gboolean
read_number (const char *text,
             double     *value)
{
  char *end = NULL;
  const double number = g_ascii_strtod (text, &end);

  if (end == text || !isfinite (number) || !(*end == '\0' || g_str_equal (end, "%")))
    return FALSE;

  *value = *end == '%' ? number / 100.0 : number;
  return TRUE;
}

static gboolean
save (HwCli   *cli,
      HwEntry *entry)
{
  HwEntrySave *wish = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_cli_run (cli, &hw_entry_save_job, wish, cli->rest[0]);

  hw_entry_save_free (wish);
  return change != NULL;
}

/* "METRIC=VALUE"; NULL if it is not. */
static HwEntry *
read_value (const char *what,
            HwDay       day)
{
  g_auto (GStrv) parts = g_strsplit (what, "=", 2);
  HwEntry *entry;
  double value = 0.0;

  if (g_strv_length (parts) != 2 || !read_number (parts[1], &value))
    return NULL;

  entry = hw_entry_new (HW_ENTRY_FIGURE, 0);
  hw_answers_set (entry->answers, "metric", parts[0]);
  hw_answers_set_number (entry->answers, "value", value);
  hw_answers_set_day (entry->answers, "to", day);
  return entry;
}

static gboolean
pin (HwCli      *cli,
     const char *metric,
     gboolean    pinned)
{
  const HwEntryListRequest all = { .kind = HW_ENTRY_WATCH, .parent_id = -1 };
  g_autoptr (GPtrArray) watches = hw_cli_run (cli, &hw_entry_list_job, &all, cli->rest[0]);
  g_autoptr (HwEntry) entry = NULL;

  if (watches == NULL)
    return FALSE;

  entry = hw_library_make_watch (watches, metric);
  hw_answers_set_yes (entry->answers, "pinned", pinned);
  return save (cli, entry);
}

int
hw_cli_figures (HwCli *cli,
                int    argc,
                char  *argv[])
{
  g_autofree char *set = NULL;
  g_autofree char *on = NULL;
  g_autofree char *pinned = NULL;
  g_autofree char *unpinned = NULL;
  const GOptionEntry own[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &set, NULL, NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL },
    { "pin", 0, 0, G_OPTION_ARG_STRING, &pinned, NULL, NULL },
    { "unpin", 0, 0, G_OPTION_ARG_STRING, &unpinned, NULL, NULL },
    { NULL }
  };
  g_autoptr (HwLibrary) library = NULL;
  g_autoptr (HwEntry) typed = NULL;
  HwDay day;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  day = on != NULL ? hw_day_from_iso (on) : cli->today;
  if (day == HW_DAY_NONE)
    return hw_cli_misused (cli, _("--day takes a date such as 2026-03-01."));

  typed = set != NULL ? read_value (set, day) : NULL;
  if (set != NULL && typed == NULL)
    return hw_cli_misused (cli, _("--set takes a figure and its value, such as opex_ratio=31%."));

  if (!hw_cli_open (cli, set == NULL && pinned == NULL && unpinned == NULL))
    return HW_CLI_FAIL;

  if ((typed != NULL && !save (cli, typed)) || (pinned != NULL && !pin (cli, pinned, TRUE)) ||
      (unpinned != NULL && !pin (cli, unpinned, FALSE)))
    return HW_CLI_FAIL;

  library = hw_cli_run (cli, &hw_library_job, NULL, cli->rest[0]);
  if (library == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_day (cli, "as_of", library->as_of);
  hw_cli_set_text (cli, "run", library->run_id);
  hw_cli_set_count (cli, "due", library->n_due);
  json_builder_set_member_name (cli->answer, "figures");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < library->figures->len; i++)
    {
      const HwFigure *figure = &g_array_index (library->figures, HwFigure, i);

      set_figure (cli, figure);
      say_figure (cli, figure);
    }
  json_builder_end_array (cli->answer);
  return hw_cli_done (cli);
}
