/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-assess.h"

#include "jobs/assess/hw-health-load.h"
#include "jobs/assess/hw-idea-load.h"
#include "jobs/assess/hw-readiness-load.h"
#include "jobs/assess/hw-stake-job.h"
#include "jobs/figures/hw-goal-job.h"
#include "jobs/hw-session-private.h"

#define STAKES_DONE 0.7      /* shares of the work */
#define IDEAS_DONE 0.8

static void
point_at (HwReportAssess *self,
          HwReport       *report)
{
  const GPtrArray *runs = self->readiness->runs;
  const HwReadyRun *run = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : self->readiness->draft;

  if (run != NULL)
    {
      report->questions = self->readiness->questionnaire;
      report->answers = run->entry->answers;
      report->measured = run->measured;
      report->readiness = run->result;
      report->answered = run->entry->changed;
    }
  else if (self->readiness->measured != NULL && self->readiness->measured->len > 0)
    {
      self->no_answers = hw_answers_new ();
      self->measured = hw_readiness_new (self->readiness->questionnaire, self->no_answers, self->readiness->measured);
      report->questions = self->readiness->questionnaire;
      report->answers = self->no_answers;
      report->measured = self->readiness->measured;
      report->readiness = self->measured;
      report->answered = HW_DAY_NONE;
    }

  report->stakes = self->stakes;
  report->ideas = self->ideas->ranks;
  report->ideas_run = self->ideas->run_id;
  report->idea_budget = self->ideas->pains != NULL
                          ? hw_answers_get_number (self->ideas->pains->answers, "budget", 0.0) : 0.0;
  report->goals = self->goals;
}

gboolean
hw_report_assess_load (HwReportAssess  *self,
                       HwSession       *session,
                       HwReport        *report,
                       const HwTick    *tick,
                       GError         **error)
{
  HwStore *store = hw_session_get_store (session);
  HwTickPart stakes_part = { tick, 0.0, STAKES_DONE }, health_part = { tick, STAKES_DONE, IDEAS_DONE };
  HwTickPart goals_part = { tick, IDEAS_DONE, 1.0 };
  const HwTick stakes_tick = HW_TICK_PART (&stakes_part), health_tick = HW_TICK_PART (&health_part);
  const HwTick goals_tick = HW_TICK_PART (&goals_part);
  g_autoptr (HwHealth) health = NULL;

  self->stakes = hw_stake_job.run (session, NULL, &stakes_tick, error);
  health = self->stakes != NULL ? hw_health_load (session, store, &health_tick, error) : NULL;
  self->readiness = health != NULL ? hw_readiness_book_load (store, health, error) : NULL;
  self->ideas = self->readiness != NULL ? hw_idea_board_load (session, self->stakes, health, error) : NULL;
  self->goals = self->ideas != NULL ? hw_goal_job.run (session, NULL, &goals_tick, error) : NULL;
  if (self->goals == NULL)
    return FALSE;

  point_at (self, report);
  return TRUE;
}

void
hw_report_assess_clear (HwReportAssess *self)
{
  g_clear_pointer (&self->stakes, hw_stakes_free);
  g_clear_pointer (&self->readiness, hw_readiness_book_free);
  g_clear_pointer (&self->ideas, hw_idea_board_free);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->no_answers, hw_answers_free);
  g_clear_pointer (&self->measured, hw_readiness_free);
}
