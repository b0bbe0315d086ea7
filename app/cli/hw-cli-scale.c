/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/journey/hw-journey-job.h"
#include "jobs/scale/hw-return-job.h"
#include "jobs/scale/hw-roll-out-job.h"
#include "jobs/scale/hw-say-roll-out.h"

#include <math.h>

static const char *const station_ids[HW_STATION_N] = { "assess", "pilot", "evaluate", "scale", "keep" };
static const char *const cost_ids[HW_COST_N] = { "set_up", "hours", "training", "subscription", "support", "exit" };
static const char *const judge_ids[] = { "not-over", "no-items", "few", "judged" };
static const char *const state_ids[] = { "ok", "no-waves", "no-verdict", "not-money" };
static const char *const gain_ids[] = { "counted", "not-live", "not-go", "not-money" };

static void
begin (HwCli      *cli,
       const char *name,
       gboolean    is_array)
{
  if (name != NULL)
    json_builder_set_member_name (cli->answer, name);
  if (is_array)
    json_builder_begin_array (cli->answer);
  else
    json_builder_begin_object (cli->answer);
}

static void
set_range (HwCli              *cli,
           const char         *name,
           const HwMoneyRange *range)
{
  begin (cli, name, FALSE);
  hw_cli_set_number (cli, "low", range->low);
  hw_cli_set_number (cli, "middle", range->middle);
  hw_cli_set_number (cli, "high", range->high);
  json_builder_end_object (cli->answer);
}

static void
set_amounts (HwCli             *cli,
             const char        *name,
             const char *const *ids,
             guint              n,
             const double      *amounts)
{
  begin (cli, name, FALSE);
  for (guint i = 0; i < n; i++)
    hw_cli_set_number (cli, ids[i], amounts[i]);
  json_builder_end_object (cli->answer);
}

static void
set_wave (HwCli        *cli,
          const HwWave *wave)
{
  g_autofree char *said = hw_say_wave (wave, cli->format);
  g_autofree char *days = hw_format_days (cli->format, wave->from, wave->to);

  begin (cli, NULL, FALSE);
  hw_cli_set_count (cli, "id", wave->entry->id);
  hw_cli_set_text (cli, "what", hw_answers_get_text (wave->entry->answers, "what"));
  hw_cli_set_day (cli, "from", wave->from);
  hw_cli_set_day (cli, "to", wave->to);
  hw_cli_set_bool (cli, "done", wave->done);
  hw_cli_set_day (cli, "done_on", wave->done_on);
  hw_cli_set_number (cli, "share", wave->share);
  hw_cli_set_number (cli, "money", wave->money);
  hw_cli_set_number (cli, "people", wave->people);
  hw_cli_set_number (cli, "trained", wave->trained);
  hw_cli_set_count (cli, "class", wave->class_of);
  hw_cli_set_number (cli, "slack", wave->slack);
  hw_cli_set_number (cli, "critical", wave->critical);
  hw_cli_set_day (cli, "ends_50", wave->ends_50);
  hw_cli_set_day (cli, "ends_90", wave->ends_90);
  hw_cli_set_text (cli, "judged", judge_ids[wave->judge]);
  hw_cli_set_number (cli, "effect", wave->effect);
  hw_cli_set_number (cli, "low", wave->low);
  hw_cli_set_number (cli, "high", wave->high);
  json_builder_end_object (cli->answer);
  hw_cli_say (cli, "%s  %s  %s", hw_answers_get_text (wave->entry->answers, "what"), days, said);
}

static void
set_gate (HwCli        *cli,
          const char   *name,
          HwGate        gate,
          const GArray *lines)
{
  begin (cli, name, TRUE);
  hw_cli_say (cli, "%s", hw_gate_name (gate));
  for (guint i = 0; i < lines->len; i++)
    {
      const HwGateLine *line = &g_array_index (lines, HwGateLine, i);

      begin (cli, NULL, FALSE);
      hw_cli_set_bool (cli, "met", line->met);
      hw_cli_set_text (cli, "text", line->text);
      json_builder_end_object (cli->answer);
      hw_cli_say (cli, "  %s %s", line->met ? "+" : "-", line->text);
    }
  json_builder_end_array (cli->answer);
}

static void
set_money (HwCli           *cli,
           const HwRollOut *scale)
{
  hw_cli_set_text (cli, "money", state_ids[scale->state]);
  hw_cli_set_number (cli, "effect", scale->effect);
  hw_cli_set_number (cli, "volume", scale->volume);
  hw_cli_set_number (cli, "margin", scale->margin);
  hw_cli_set_number (cli, "rate", scale->rate);
  hw_cli_set_number (cli, "npv", scale->npv);
  hw_cli_set_number (cli, "irr", scale->irr);
  hw_cli_set_number (cli, "payback_months", scale->payback);
  set_range (cli, "npv_range", &scale->npvs);
  set_range (cli, "irr_range", &scale->irrs);
  set_range (cli, "payback_range", &scale->paybacks);
  hw_cli_set_number (cli, "chance_of_loss", scale->state == HW_SCALE_MONEY ? 1.0 - scale->pays : (double) NAN);
  hw_cli_set_number (cli, "break_even", scale->break_even);
  hw_cli_set_number (cli, "trough", scale->trough);
  hw_cli_set_day (cli, "trough_month", scale->trough_month);
  hw_cli_set_number (cli, "cost", scale->cost);
  hw_cli_set_number (cli, "cost_90", scale->cost_90);
  hw_cli_set_number (cli, "budget", scale->budget);
  set_amounts (cli, "owned", cost_ids, HW_COST_N, scale->owned);
  begin (cli, "months", TRUE);
  for (guint i = 0; i < scale->months->len; i++)
    {
      const HwScaleMonth *month = &g_array_index (scale->months, HwScaleMonth, i);

      begin (cli, NULL, FALSE);
      hw_cli_set_day (cli, "from", month->from);
      hw_cli_set_number (cli, "plan", month->plan);
      hw_cli_set_number (cli, "actual", month->actual);
      hw_cli_set_number (cli, "so_far", month->so_far);
      hw_cli_set_number (cli, "low", month->range.low);
      hw_cli_set_number (cli, "high", month->range.high);
      json_builder_end_object (cli->answer);
    }
  json_builder_end_array (cli->answer);
}

static void
answer_scale (HwCli           *cli,
              const HwRollOut *scale)
{
  g_autofree char *days = hw_say_roll_out_days (scale, cli->format);
  g_autofree char *money = hw_say_roll_out_money (scale, cli->format);
  g_autofree char *people = hw_say_roll_out_people (scale, cli->format);

  hw_cli_set_count (cli, "id", scale->initiative->id);
  hw_cli_set_text (cli, "name", hw_answers_get_text (scale->initiative->answers, "name"));
  hw_cli_set_text (cli, "text", days);
  hw_cli_set_text (cli, "money_text", money);
  hw_cli_set_text (cli, "but", scale->but);
  hw_cli_set_day (cli, "planned", scale->planned);
  hw_cli_set_day (cli, "ends_50", scale->ends_50);
  hw_cli_set_day (cli, "ends_90", scale->ends_90);
  hw_cli_set_number (cli, "slip", scale->slip);
  hw_cli_set_number (cli, "ratio", scale->ratio);
  hw_cli_say (cli, "%s\n%s\n%s\n%s", hw_answers_get_text (scale->initiative->answers, "name"), days, money, people);
  if (scale->but != NULL)
    hw_cli_say (cli, "%s", scale->but);
  begin (cli, "waves", TRUE);
  for (guint i = 0; i < scale->waves->len; i++)
    set_wave (cli, g_ptr_array_index (scale->waves, i));
  json_builder_end_array (cli->answer);
  set_money (cli, scale);
  set_gate (cli, "gate_scale", HW_GATE_SCALE, scale->gate_scale);
  set_gate (cli, "gate_live", HW_GATE_LIVE, scale->gate_live);
}

/* The one that is asked for, else the first that goes or went out to all. */
static gint64
find_id (HwCli           *cli,
         const HwJourney *journey)
{
  if (cli->rest[1] != NULL)
    return g_ascii_strtoll (cli->rest[1], NULL, 10);

  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);

      if (trial->roll_out->len > 0 || trial->station >= HW_STATION_SCALE)
        return trial->initiative->id;
    }

  return journey->trials->len > 0 ? ((const HwTrial *) g_ptr_array_index (journey->trials, 0))->initiative->id : 0;
}

int
hw_cli_scale (HwCli *cli,
              int    argc,
              char  *argv[])
{
  g_autoptr (HwJourney) journey = NULL;
  g_autoptr (HwRollOut) scale = NULL;
  gint64 id;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 2))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  journey = hw_cli_run (cli, &hw_journey_job, NULL, cli->rest[0]);
  if (journey == NULL)
    return HW_CLI_FAIL;

  id = find_id (cli, journey);
  scale = hw_cli_run (cli, &hw_roll_out_job, &id, cli->rest[0]);
  if (scale == NULL)
    return HW_CLI_FAIL;

  answer_scale (cli, scale);
  return hw_cli_done (cli);
}

static void
set_line (HwCli              *cli,
          const HwReturnLine *line)
{
  double out = 0.0, plan = 0.0;
  g_autofree char *gone = NULL;
  g_autofree char *come = NULL;

  for (int s = 0; s < HW_STATION_N; s++)
    {
      out += line->out[s];
      plan += line->out_plan[s];
    }

  begin (cli, NULL, FALSE);
  hw_cli_set_count (cli, "id", line->id);
  hw_cli_set_text (cli, "name", line->name);
  hw_cli_set_text (cli, "state", hw_state_id (line->state));
  hw_cli_set_text (cli, "gain", gain_ids[line->gain]);
  hw_cli_set_bool (cli, "saves", line->saves);
  set_amounts (cli, "out_plan", station_ids, HW_STATION_N, line->out_plan);
  set_amounts (cli, "out", station_ids, HW_STATION_N, line->out);
  set_amounts (cli, "owned", cost_ids, HW_COST_N, line->owned);
  hw_cli_set_number (cli, "out_all", out);
  hw_cli_set_number (cli, "out_plan_all", plan);
  hw_cli_set_number (cli, "in_plan", line->in_plan);
  hw_cli_set_number (cli, "in", line->in);
  hw_cli_set_number (cli, "in_sd", line->in_sd);
  json_builder_end_object (cli->answer);

  gone = hw_format_money_about (cli->format, out);
  come = hw_format_money_about (cli->format, line->in);
  hw_cli_say (cli, "%s  %s  %s  %s", line->name, gone, come, hw_gain_state_text (line->gain));
}

int
hw_cli_return (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_autoptr (HwReturn) result = NULL;
  g_autofree char *said = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  result = hw_cli_run (cli, &hw_return_job, NULL, cli->rest[0]);
  if (result == NULL)
    return HW_CLI_FAIL;

  said = hw_say_return (result, cli->format);
  hw_cli_set_text (cli, "text", said);
  hw_cli_set_day (cli, "as_of", result->as_of);
  hw_cli_set_count (cli, "counted", result->n_counted);
  hw_cli_set_number (cli, "out_plan", result->out_plan_all);
  hw_cli_set_number (cli, "out", result->out_all);
  hw_cli_set_number (cli, "in_plan", result->in_plan);
  hw_cli_set_number (cli, "in", result->in);
  hw_cli_set_number (cli, "in_low", result->in_low);
  hw_cli_set_number (cli, "in_high", result->in_high);
  hw_cli_set_number (cli, "growth", result->growth);
  hw_cli_set_number (cli, "savings", result->savings);
  hw_cli_set_number (cli, "net", result->net);
  hw_cli_set_number (cli, "net_low", result->net_low);
  hw_cli_set_number (cli, "net_high", result->net_high);
  set_amounts (cli, "out_by_station", station_ids, HW_STATION_N, result->out);
  set_amounts (cli, "owned", cost_ids, HW_COST_N, result->owned);
  hw_cli_say (cli, "%s", said);
  begin (cli, "initiatives", TRUE);
  for (guint i = 0; i < result->lines->len; i++)
    set_line (cli, g_ptr_array_index (result->lines, i));
  json_builder_end_array (cli->answer);
  return hw_cli_done (cli);
}
