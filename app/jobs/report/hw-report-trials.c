/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-trials.h"

#include "domain/hw-initiative.h"
#include "engine/money/hw-cash-flow.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-say-verdict.h"
#include "jobs/trial/hw-verdict-job.h"
#include "store/hw-entry-repo.h"

#include <math.h>

#define TRIALS_MOST 6
#define YEARS_MOST 10

static void
trial_free (gpointer data)
{
  HwReportTrial *trial = data;

  hw_verdict_free (trial->verdict);
  g_free (trial->name);
  g_free (trial->but);
  g_free (trial);
}

/* Set-up today, then what stays of each year. */
static void
add_flows (HwReportTrial *trial)
{
  const HwVerdictMoney *m = &trial->verdict->money;
  double net[YEARS_MOST + 1] = { -m->set_up };
  const guint n = MIN (m->years, YEARS_MOST) + 1;

  for (guint year = 1; year < n; year++)
    net[year] = m->effect * (1.0 - m->lost) * m->volume * m->margin - m->running - m->hours * 52.0 * m->wage;

  trial->npv = hw_cash_flow_npv (net, n, m->rate);
  trial->irr = hw_cash_flow_irr (net, n);
  trial->payback = hw_cash_flow_payback (net, n, 0.0);
}

static gint
newest_first (gconstpointer a,
              gconstpointer b)
{
  const HwDay x = (*(HwReportTrial *const *) a)->verdict->start, y = (*(HwReportTrial *const *) b)->verdict->start;

  return x < y ? 1 : -(x > y);
}

static gboolean
is_judged (const HwEntry *entry)
{
  const HwState state = hw_initiative_state (entry);

  return (state == HW_STATE_PAUSED ? hw_initiative_paused_from (entry) : state) >= HW_STATE_EVALUATING &&
         hw_answers_has (entry->answers, "start");
}

GPtrArray *
hw_report_trials_load (HwSession     *session,
                       const HwTick  *tick,
                       GError       **error)
{
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_INITIATIVE, HW_ENTRY_ANY_PARENT, FALSE, error);
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (trial_free);
  g_autoptr (HwFormat) format = hw_session_new_format (session);

  if (entries == NULL)
    return NULL;

  for (guint i = entries->len; i-- > 0 && trials->len < TRIALS_MOST;)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);
      HwReportTrial *trial;
      HwVerdict *verdict;

      if (!is_judged (entry))
        continue;

      verdict = hw_verdict_job.run (session, &entry->id, tick, error);
      if (verdict == NULL)
        return NULL;

      if (verdict->state != HW_JUDGED)
        {
          hw_verdict_free (verdict);
          continue;
        }

      trial = g_new0 (HwReportTrial, 1);
      trial->name = g_strdup (hw_answers_get_text (entry->answers, "name"));
      trial->verdict = verdict;
      trial->but = hw_say_verdict_but (verdict, format);
      trial->npv = trial->irr = trial->payback = NAN;
      if (verdict->money.known)
        add_flows (trial);
      g_ptr_array_add (trials, trial);
    }

  g_ptr_array_sort (trials, newest_first);
  return g_steal_pointer (&trials);
}
