/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/trial/hw-after-job.h"
#include "jobs/trial/hw-say-verdict.h"
#include "jobs/trial/hw-verdict-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const states[] = {
  [HW_JUDGED] = "judged",
  [HW_JUDGE_NOT_STARTED] = "not_started",
  [HW_JUDGE_TOO_SHORT] = "too_short",
  [HW_JUDGE_NO_FIGURE] = "no_figure",
  [HW_JUDGE_TOO_EARLY] = "too_early",
  [HW_JUDGE_TOO_FEW] = "too_few",
};

/* The trial of that number, else the first one that is open. */
static void
set_number (HwCli      *cli,
            const char *name,
            double      value)
{
  if (isfinite (value))
    hw_cli_set_number (cli, name, value);
}

static void
set_fan (HwCli       *cli,
         const char  *name,
         const HwFan *fan)
{
  if (isnan (fan->middle))
    return;

  json_builder_set_member_name (cli->answer, name);
  json_builder_begin_object (cli->answer);
  set_number (cli, "low", fan->low);
  set_number (cli, "middle", fan->middle);
  set_number (cli, "high", fan->high);
  json_builder_end_object (cli->answer);
}

static void
set_money (HwCli                *cli,
           const HwVerdictMoney *money)
{
  if (!money->known)
    return;

  json_builder_set_member_name (cli->answer, "money");
  json_builder_begin_object (cli->answer);
  set_fan (cli, "year", &money->year);
  set_fan (cli, "npv", &money->npv);
  set_fan (cli, "payback_years", &money->payback);
  set_number (cli, "break_even", money->break_even);
  set_number (cli, "back_months", money->back);
  set_number (cli, "set_up", money->set_up);
  set_number (cli, "effect", money->effect);
  set_number (cli, "volume", money->volume);
  set_number (cli, "know_all", money->know_all);
  set_number (cli, "know_more", money->know_more);
  set_number (cli, "cost_more", money->cost_more);
  json_builder_end_object (cli->answer);
}

static void
set_judged (HwCli           *cli,
            const HwVerdict *v)
{
  hw_cli_set_day (cli, "from", v->start);
  hw_cli_set_day (cli, "to", v->end);
  hw_cli_set_count (cli, "weeks", v->n_weeks);
  hw_cli_set_count (cli, "units", v->n_units);
  set_number (cli, "share", v->share);
  set_number (cli, "low_95", v->share_low);
  set_number (cli, "high_95", v->share_high);
  set_number (cli, "effect", v->effect);
  set_number (cli, "low_90", v->low);
  set_number (cli, "high_90", v->high);
  set_number (cli, "p", v->p);
  set_number (cli, "naive", v->naive);
  set_number (cli, "second_way", v->cross);
  hw_cli_set_bool (cli, "agrees", v->agrees);
  set_number (cli, "used", v->used);
  hw_cli_set_count (cli, "trial", v->trial_no);
  set_number (cli, "useless_kept", v->useless_kept);
  hw_cli_set_text (cli, "advice", hw_advice_id (v->advice));
  hw_cli_set_text (cli, "why", hw_verdict_why_id (v->why));
  hw_cli_set_bool (cli, "cannot_tell", v->cannot_tell);
  set_number (cli, "pays", v->pays);
  set_number (cli, "month", v->money_month);
  hw_cli_set_bool (cli, "but", hw_verdict_has_but (v));
  set_money (cli, &v->money);
}

/* Takes @text; NULL says nothing. */
static void
take_say (HwCli *cli,
          char  *text)
{
  if (text != NULL)
    hw_cli_say (cli, "%s", text);
  g_free (text);
}

static void
answer (HwCli           *cli,
        const HwVerdict *v)
{
  g_autofree char *text = hw_say_verdict (v, cli->format);

  hw_cli_set_text (cli, "state", states[v->state]);
  hw_cli_set_text (cli, "design", hw_design_id (v->design));
  hw_cli_set_bool (cli, "locked", v->locked);
  if (v->metric != NULL)
    hw_cli_set_text (cli, "metric", v->metric->id);
  hw_cli_set_text (cli, "text", text);
  hw_cli_say (cli, "%s", text);
  if (v->state != HW_JUDGED)
    return;

  set_judged (cli, v);
  take_say (cli, hw_say_verdict_but (v, cli->format));
  take_say (cli, hw_say_verdict_pays (v, cli->format));
  take_say (cli, hw_say_verdict_share (v, cli->format));
  take_say (cli, hw_say_verdict_counted (v, cli->format));
  take_say (cli, hw_say_verdict_even (v, cli->format));
  take_say (cli, hw_say_verdict_knowing (v, cli->format));
  take_say (cli, hw_say_verdict_used (v, cli->format));
  take_say (cli, hw_say_verdict_quiet (v, cli->format));
  take_say (cli, hw_say_verdict_cross (v, cli->format));
  take_say (cli, hw_say_verdict_naive (v, cli->format));
  take_say (cli, hw_say_verdict_trials (v, cli->format));
  for (guint i = 0; i < v->found->len; i++)
    {
      g_autofree char *found = hw_say_verdict_found (&g_array_index (v->found, HwVerdictFound, i), cli->format);

      hw_cli_say (cli, _("Found later: %s"), found);
    }
  take_say (cli, hw_say_verdict_how (v, cli->format));
}

int
hw_cli_verdict (HwCli *cli,
                int    argc,
                char  *argv[])
{
  g_autofree char *paper = NULL;
  gboolean nameless = FALSE;
  const GOptionEntry own[] = {
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, N_("Keep what was learned as a PDF"), "FILE" },
    { "nameless", 0, 0, G_OPTION_ARG_NONE, &nameless, N_("Without the names of the records"), NULL }, { NULL }
  };
  g_autoptr (HwVerdict) verdict = NULL;
  gint64 id;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 2))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE) || !hw_cli_find_trial (cli, &id))
    return HW_CLI_FAIL;

  verdict = hw_cli_run (cli, &hw_verdict_job, &id, cli->rest[0]);
  if (verdict == NULL)
    return HW_CLI_FAIL;

  answer (cli, verdict);
  if (paper != NULL)
    {
      const HwAfterRequest request = { id, nameless, paper };
      g_autofree char *path = hw_cli_run (cli, &hw_after_paper_job, &request, cli->rest[0]);

      if (path == NULL)
        return HW_CLI_FAIL;

      hw_cli_set_text (cli, "paper", path);
    }

  return hw_cli_done (cli);
}
