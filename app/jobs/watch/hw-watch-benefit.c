/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in daily use, held against its plan: each of the last two quarters beside what
 * the time before the trial lets expect. */
#include "jobs/watch/hw-watch-lines.h"

#include "core/hw-error.h"
#include "engine/trial/hw-counterfactual.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-journey-load.h"
#include "jobs/trial/hw-pilot-past.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTER 13
#define LEAST 0.5         /* share of the plan */
#define YEAR_WEEKS 52.18
#define DRAWS 199
#define SEED 20250101

typedef struct
{
  double share, high;     /* of the effect, in the direction that is good; the end of its range there */
} Effect;

/* The day it came into daily use; HW_DAY_NONE. */
static gboolean
find_live (HwStore  *store,
           gint64    id,
           HwDay    *live,
           GError  **error)
{
  g_autoptr (GPtrArray) versions = hw_entry_repo_history (store, id, error);

  *live = HW_DAY_NONE;
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const HwEntry *version = g_ptr_array_index (versions, i);

      if (hw_initiative_state (version) == HW_STATE_LIVE)
        *live = version->changed; /* newest first: the oldest stays */
    }

  return versions != NULL;
}

/* Of the weeks from..to, by the weeks before the trial alone. */
static gboolean
find_effect (const HwPilotPast *past,
             const double      *y,
             gboolean           logs,
             guint              from,
             guint              to,
             Effect            *effect)
{
  const double sign = past->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  g_autofree double *seen = g_memdup2 (y, past->n * sizeof *y);
  const HwCounterfactualInput input = {
    .y = seen, .n = to, .start = from, .length = to - from, .season = YEAR_WEEKS, .n_draws = DRAWS, .seed = SEED,
    .level = 0.9, .power = 0.8,
  };
  g_auto (HwCounterfactual) result = { 0 };
  double end;

  for (guint i = past->begins; i < from; i++)
    seen[i] = NAN;
  if (!hw_counterfactual_run (&input, NULL, &result, NULL))
    return FALSE;

  end = sign > 0.0 ? result.high : result.low;
  effect->share = sign * (logs ? expm1 (result.gap) : result.gap);
  effect->high = sign * (logs ? expm1 (end) : end);
  return TRUE;
}

static double
find_usual (const HwPilotPast *past)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = past->before > YEAR_WEEKS ? past->before - (guint) YEAR_WEEKS : 0; i < past->before; i++)
    if (!isnan (past->y[i]))
      {
        sum += past->y[i];
        n++;
      }

  return n > 0 ? sum / n : NAN;
}

static void
say (HwWatchLine       *line,
     const HwEntry     *initiative,
     const HwPilotPast *past,
     const Effect      *quarters,
     const Effect      *both,
     double             plan,
     const HwFormat    *format)
{
  const gboolean first = quarters[0].share < LEAST * plan, second = quarters[1].share < LEAST * plan;
  g_autofree char *planned = hw_format_change (format, plan);
  g_autofree char *came = hw_format_change (format, both->share);

  line->value = both->share / plan;
  line->limit = LEAST;
  line->light = first && second && both->high < plan ? HW_LIGHT_RED : first || second ? HW_LIGHT_AMBER : HW_LIGHT_GREEN;
  if (line->light != HW_LIGHT_GREEN && hw_unit_is_money (past->metric->unit))
    line->money_week = MAX (plan - both->share, 0.0) * find_usual (past);
  /* Translators: 1 the name of what was tried, 2 and 3 shares such as "+4 %". */
  line->said = g_strdup_printf (_("%1$s: better by %2$s in the last half year; %3$s was planned"),
                                hw_answers_get_text (initiative->answers, "name"), came, planned);
}

static gboolean
add_one (HwWatch         *watch,
         HwSession       *session,
         const HwEntry   *initiative,
         const HwFormat  *format,
         GError         **error)
{
  const HwMetric *metric = hw_metric_find_computed (hw_answers_get_text (initiative->answers, "metric"));
  const HwDay start = hw_answers_get_day (initiative->answers, "start");
  const double plan = hw_answers_get_number (initiative->answers, "effect", NAN);
  g_autoptr (HwPilotPast) past = NULL;
  g_autofree double *y = NULL;
  HwWatchLine *line;
  Effect quarters[2], both;
  gboolean logs;
  HwDay live;

  if (metric == NULL || start == HW_DAY_NONE || !(plan > 0.0))
    return TRUE;

  past = hw_pilot_past_load (session, metric, g_ascii_strtoll (hw_answers_get_text (initiative->answers, "product"), NULL, 10),
                             start, hw_session_get_today (session), NULL, error);
  if (past == NULL || !find_live (hw_session_get_store (session), initiative->id, &live, error))
    return FALSE;

  line = hw_watch_line_new (HW_MONITOR_BENEFIT);
  line->initiative = initiative->id;
  g_ptr_array_add (watch->lines, line);
  y = g_new (double, past->n + 1);
  logs = past->n > 0 && hw_pilot_past_scale (past, past->y, y);
  if (live == HW_DAY_NONE || past->n < past->begins + 2 * QUARTER ||
      past->first + 7 * (HwDay) (past->n - 2 * QUARTER) < live ||
      !find_effect (past, y, logs, past->n - 2 * QUARTER, past->n - QUARTER, &quarters[0]) ||
      !find_effect (past, y, logs, past->n - QUARTER, past->n, &quarters[1]) ||
      !find_effect (past, y, logs, past->n - 2 * QUARTER, past->n, &both))
    {
      /* Translators: %s is the name of what was tried. */
      line->said = g_strdup_printf (_("%s: can be said half a year after it is in daily use"),
                                    hw_answers_get_text (initiative->answers, "name"));
      return TRUE;
    }

  say (line, initiative, past, quarters, &both, plan, format);
  return TRUE;
}

gboolean
hw_watch_add_benefit (HwWatch         *watch,
                      HwSession       *session,
                      const HwFormat  *format,
                      GError         **error)
{
  g_autoptr (HwJourney) journey = hw_journey_load (hw_session_get_store (session), hw_session_get_today (session), error);

  for (guint i = 0; journey != NULL && i < journey->trials->len; i++)
    {
      const HwEntry *initiative = ((const HwTrial *) g_ptr_array_index (journey->trials, i))->initiative;

      if (hw_initiative_state (initiative) == HW_STATE_LIVE && !add_one (watch, session, initiative, format, error))
        return FALSE;
    }

  return journey != NULL;
}
