/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measured checks that look at what else is kept here: goals, orders, imports; and
 * those whose records this program does not hold, which say so. */
#include "jobs/assess/hw-health-case.h"

#include "domain/hw-goal.h"
#include "domain/hw-survey.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REVIEW_DAYS 92
#define IMPORTS_LOOKED_AT 10

static gboolean
was_reviewed (const HwHealthCase *self)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      const HwEntry *review = g_ptr_array_index (self->reviews, i);
      const HwDay day = MAX (hw_answers_get_day (review->answers, "day"), review->changed);

      if (hw_answers_get_yes (review->answers, "done") && day > self->today - REVIEW_DAYS)
        return TRUE;
    }

  return FALSE;
}

/* A goal counts with its figure, target and day. */
static void
measure_goals (HwHealthCase *self)
{
  guint n = 0, of[HW_HORIZON_LONG + 1] = { 0 };
  gboolean all, near;
  int score;

  for (guint i = 0; i < self->goals->len; i++)
    {
      const HwEntry *goal = g_ptr_array_index (self->goals, i);
      const HwDay day = hw_answers_get_day (goal->answers, "day");

      if (!hw_answers_has (goal->answers, "metric") || !hw_answers_has (goal->answers, "target") || day == HW_DAY_NONE)
        continue;

      of[hw_goal_horizon (goal->made, day)]++;
      n++;
    }

  near = of[HW_HORIZON_SHORT] > 0 && of[HW_HORIZON_MID] > 0;
  all = near && of[HW_HORIZON_LONG] > 0 && was_reviewed (self);
  score = all ? 4 : near ? 3 : n >= 3 ? 2 : n >= 1 ? 1 : 0;
  hw_health_case_measure (self, "goals_table_nonempty", score, TRUE,
                          n == 0 ? g_strdup (_("No goal with a figure, a target and a day is written down here"))
                          : g_strdup_printf (ngettext ("%u goal with a figure, a target and a day is written down here",
                                                       "%u goals with a figure, a target and a day are written down here", n), n));
}

/* Sum of squared shares: 1 / it is how many suppliers of one size would be as spread. */
static void
measure_suppliers (HwHealthCase *self)
{
  const double hhi = self->rows->supplier_hhi;
  g_autofree char *n = hhi > 0.0 ? hw_format_number (self->format, 1.0 / hhi, 1) : NULL;

  hw_health_case_measure (self, "supplier_concentration_and_playbooks_present", -1, FALSE,
                          hhi > 0.0
                          /* Translators: %s is a number such as 2.3. */
                          ? g_strdup_printf (_("What you order is spread as if you had %s suppliers of the same size"), n)
                          : g_strdup (_("There are no orders to look at yet")));
}

static void
measure_imports (HwHealthCase *self)
{
  const guint n = MIN (self->imports->len, IMPORTS_LOOKED_AT);
  guint good = 0;

  for (guint i = 0; i < n; i++)
    {
      const HwImport *import = &g_array_index (self->imports, HwImport, i);

      good += !import->undone && import->rows_with_issues == 0;
    }

  hw_health_case_measure (self, "import_success_rate", -1, FALSE,
                          n == 0 ? g_strdup (_("No file was imported yet"))
                          /* Translators: 1 and 2 are numbers of files. */
                          : g_strdup_printf (ngettext ("Of your last %2$u file, %1$u came in without a fault",
                                                       "Of your last %2$u files, %1$u came in without a fault", n), good, n));
}

static void
measure_overrides (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const gint64 n = rows->n_changed_why + self->overrides->len;
  g_autofree char *proposed = hw_format_number (self->format, (double) rows->n_proposed, 0);
  g_autofree char *changed = hw_format_number (self->format, (double) rows->n_changed, 0);
  g_autofree char *why = hw_format_number (self->format, (double) n, 0);

  hw_health_case_measure (self, "override_log_present", -1, FALSE,
                          rows->n_proposed + n == 0 ? g_strdup (_("No suggestion was taken or changed yet"))
                          /* Translators: 1 to 3 are numbers. */
                          : g_strdup_printf (_("%1$s suggestions taken up, %2$s of them in another amount; %3$s changes with a reason"),
                                             proposed, changed, why));
}

static void
measure_ordering (HwHealthCase *self)
{
  hw_health_case_measure (self, "ordering_rule_vs_backtest", -1, FALSE,
                          self->rows->n_order_lines > 0
                          ? g_strdup (_("The Stock page tries your way of ordering and a rule on your past"))
                          : g_strdup (_("There are no orders to look at yet")));
}

/* The newest survey of the team with enough answers; marks of 1 to 5 as 0 to 4. */
static void
measure_team (HwHealthCase *self)
{
  const HwEntry *newest = NULL;
  double n = 0.0, sum = 0.0;
  g_autofree char *mood = NULL;

  for (guint i = 0; i < self->surveys->len; i++)
    {
      const HwEntry *survey = g_ptr_array_index (self->surveys, i);
      double answers = 0.0, marks = 0.0;

      for (int mark = 1; mark <= 5; mark++)
        {
          const char question[] = { 'n', (char) ('0' + mark), '\0' };
          const double people = hw_answers_get_number (survey->answers, question, 0.0);

          answers += people;
          marks += people * mark;
        }

      if (!g_str_equal (hw_answers_get_text (survey->answers, "metric"), "engagement_index") || answers < HW_SURVEY_LEAST ||
          (newest != NULL && hw_answers_get_day (newest->answers, "day") > hw_answers_get_day (survey->answers, "day")))
        continue;

      newest = survey;
      n = answers;
      sum = marks;
    }

  if (newest == NULL)
    {
      hw_health_case_measure (self, "employee_pulse_score", -1, TRUE,
                              g_strdup (_("There is no survey of your team with five answers or more")));
      return;
    }

  mood = hw_format_number (self->format, sum / n, 1);
  hw_health_case_measure (self, "employee_pulse_score", (int) lround (sum / n - 1.0), TRUE,
                          /* Translators: 1 a number of people, 2 a mark such as 3.8. */
                          g_strdup_printf (ngettext ("%1$d person of your team gave their mood %2$s of 5",
                                                     "%1$d people of your team gave their mood %2$s of 5", (gulong) n), (int) n, mood));
}

void
hw_health_measure_kept (HwHealthCase *self)
{
  static const struct
  {
    const char *check;
    gboolean    replaces;
    const char *words;
  } not_kept[] = {
    { "time_log_or_cost_log_present", FALSE, N_("Headway keeps no list of hours") },
    { "feedback_records_per_month", TRUE, N_("Headway keeps no list of what customers said") },
    { "backup_age_days", FALSE, N_("Headway cannot see your copies; a copy of the file on another disk is one") },
    { "ai_register_count", FALSE, N_("Headway keeps no list of your other tools") },
    { "training_records_12m", TRUE, N_("Headway keeps no list of who learned what") },
    { "latest_closed_period_age", TRUE, N_("Headway does not see your books") },
    { "cash_buffer_days", TRUE, N_("Headway does not see your bank account") },
    { "policy_document_present", FALSE, N_("Headway does not see your papers") },
    { "ai_register_data_classes", FALSE, N_("Headway keeps no list of your other tools") },
    { "fairness_report_age", FALSE, N_("Headway keeps no comparison of groups of people") },
    { "incident_log_present", FALSE, N_("Headway keeps no list of what went wrong") },
    { "playbooks_present", FALSE, N_("Headway does not see your written plans") },
  };

  measure_goals (self);
  measure_ordering (self);
  measure_suppliers (self);
  measure_imports (self);
  measure_overrides (self);
  measure_team (self);
  for (guint i = 0; i < G_N_ELEMENTS (not_kept); i++)
    hw_health_case_measure (self, not_kept[i].check, -1, not_kept[i].replaces, g_strdup (_(not_kept[i].words)));
}
