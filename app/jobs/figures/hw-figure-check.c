/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-figure-check.h"

#include "core/hw-error.h"
#include "domain/hw-survey.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, what);
  return FALSE;
}

/* What an entry's metric is; FALSE if there is no such metric (any more). */
static gboolean
find_traits (HwStore      *store,
             const char   *id,
             HwUnit       *unit,
             HwMetric     *traits,
             GError      **error)
{
  const HwMetric *metric = hw_metric_find (id);
  g_autoptr (HwEntry) entry = NULL;
  gint64 own;
  HwMetric *made;

  if (metric == NULL && hw_own_metric_is (id, &own))
    entry = hw_entry_repo_load (store, own, HW_ENTRY_LAST, NULL);

  made = entry != NULL && entry->kind == HW_ENTRY_OWN_METRIC && !entry->removed ? hw_own_metric_new (entry) : NULL;
  if (metric == NULL && made == NULL)
    return refuse (error, _("this figure is not there any more; choose another one"));

  *unit = metric != NULL ? metric->unit : made->unit;
  *traits = (HwMetric) { .direction = metric != NULL ? metric->direction : made->direction };
  hw_own_metric_free (made);
  return TRUE;
}

static gboolean
check_limits (const HwMetric  *traits,
              const HwAnswers *answers,
              GError         **error)
{
  const double good = hw_answers_get_number (answers, "good", NAN);
  const double bad = hw_answers_get_number (answers, "bad", NAN);

  if (hw_limits_are_right (traits, good, bad))
    return TRUE;
  if (isnan (good) || isnan (bad))
    return refuse (error, _("the light needs both limits, or none"));

  return refuse (error, traits->direction == HW_HIGHER_IS_BETTER
                          ? _("more is better here, so “good” must be above “act”")
                        : traits->direction == HW_LOWER_IS_BETTER
                          ? _("less is better here, so “good” must be below “act”")
                          : _("the first limit must be below the second one"));
}

static gboolean
check_answers (const HwAnswers  *answers,
               GError          **error)
{
  HwSurveyResult result;

  hw_survey_of (answers, &result);
  return result.n > 0 || refuse (error, _("nobody has answered yet; say how many gave each mark"));
}

gboolean
hw_figure_check_room (HwStore        *store,
                      const HwEntry  *entry,
                      GError        **error)
{
  const char *metric = hw_answers_get_text (entry->answers, "metric");
  g_autoptr (GPtrArray) watches = NULL;
  guint n_pinned = 0;

  if (entry->kind != HW_ENTRY_WATCH || entry->removed)
    return TRUE;

  watches = hw_entry_repo_list (store, HW_ENTRY_WATCH, HW_ENTRY_ANY_PARENT, FALSE, error);
  if (watches == NULL)
    return FALSE;

  for (guint i = 0; i < watches->len; i++)
    {
      const HwEntry *other = g_ptr_array_index (watches, i);
      HwMetric traits;
      HwUnit unit;

      if (other->id == entry->id || !find_traits (store, hw_answers_get_text (other->answers, "metric"), &unit, &traits, NULL))
        continue;
      if (g_str_equal (hw_answers_get_text (other->answers, "metric"), metric))
        return refuse (error, _("this figure is watched already; change how"));

      n_pinned += hw_answers_get_yes (other->answers, "pinned");
    }

  return !hw_answers_get_yes (entry->answers, "pinned") || n_pinned < HW_PINS_MOST ||
         refuse (error, _("seven figures are as many as one can keep in view; take one off the Overview first"));
}

gboolean
hw_figure_check (HwStore  *store,
                 HwEntry  *entry,
                 HwDay     today,
                 GError  **error)
{
  const char *id = hw_answers_get_text (entry->answers, "metric");
  const HwForm *form = entry->kind == HW_ENTRY_WATCH ? &hw_watch_form : &hw_figure_form;
  HwMetric traits;
  HwFault fault;
  HwUnit unit;
  guint i;

  if (entry->kind == HW_ENTRY_OWN_METRIC)
    return TRUE;
  if (entry->kind == HW_ENTRY_SURVEY)
    return check_answers (entry->answers, error);
  if (!find_traits (store, id, &unit, &traits, error))
    return FALSE;

  hw_answers_set (entry->answers, "unit", hw_metric_find (id) == NULL ? hw_unit_id (unit) : NULL);
  if (hw_form_find_fault (form, entry->answers, today, &i, &fault))
    {
      g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("%s: %s"), _(form->questions[i].label), hw_fault_text (fault));
      return FALSE;
    }

  return entry->kind == HW_ENTRY_FIGURE ||
         (check_limits (&traits, entry->answers, error) && hw_figure_check_room (store, entry, error));
}
