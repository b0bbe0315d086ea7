/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-catalogue.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-common.h"
#include "engine/math/hw-parallel.h"

#define LEARNERS_MAX 1024 /* series of one group that teach the others: more add time and memory, no accuracy */
#define LEARNING_SHARE 0.8 /* of the work, where all series teach */

/* A series that teaches. */
typedef struct
{
  gsize      index;
  HwPrepared series;    /* (owned) if ready */
  HwBacktest backtest;  /* (owned) if ready */
  gboolean   ready;
} Learner;

typedef struct
{
  int       id;
  HwCommon *common;     /* (owned) */
  GArray   *members;    /* (owned) of gsize: indices of its series */
  GArray   *learners;   /* (owned) of Learner */
} Group;

typedef struct
{
  const HwForecastInput *inputs;
  gsize                  n;
  gsize                  horizon;
  HwForecastAnswer      *answers;
  GPtrArray             *groups;   /* (owned) of Group */
  Group                **group_of; /* (owned) length n */
  Learner              **taught;   /* (owned) length n: the learner of a series, or NULL */
  GPtrArray             *learners; /* (owned) of Learner, of all groups */
} Work;

static void
free_group (gpointer data)
{
  Group *group = data;

  for (guint i = 0; i < group->learners->len; i++)
    {
      Learner *learner = &g_array_index (group->learners, Learner, i);

      hw_prepared_clear (&learner->series);
      hw_backtest_clear (&learner->backtest);
    }

  hw_common_free (group->common);
  g_array_unref (group->members);
  g_array_unref (group->learners);
  g_free (group);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->groups, g_ptr_array_unref);
  g_clear_pointer (&work->learners, g_ptr_array_unref);
  g_clear_pointer (&work->group_of, g_free);
  g_clear_pointer (&work->taught, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static Group *
find_group (Work *work,
            int   id)
{
  Group *group;

  for (guint i = 0; i < work->groups->len; i++)
    {
      group = g_ptr_array_index (work->groups, i);
      if (group->id == id)
        return group;
    }

  group = g_new0 (Group, 1);
  group->id = id;
  group->common = hw_common_new ();
  group->members = g_array_new (FALSE, FALSE, sizeof (gsize));
  group->learners = g_array_new (FALSE, TRUE, sizeof (Learner));
  g_ptr_array_add (work->groups, group);
  return group;
}

/* Series evenly taken from the group teach, so that they come from all of it. */
static void
choose_learners (Work  *work,
                 Group *group)
{
  const gsize n = group->members->len, teach = MIN (n, LEARNERS_MAX);

  for (gsize i = 0; i < teach; i++)
    {
      const Learner learner = { .index = g_array_index (group->members, gsize, i * n / teach) };

      g_array_append_val (group->learners, learner);
    }

  for (guint i = 0; i < group->learners->len; i++)
    {
      Learner *learner = &g_array_index (group->learners, Learner, i);

      work->taught[learner->index] = learner;
      g_ptr_array_add (work->learners, learner);
    }
}

static void
sort_out (Work *work)
{
  work->groups = g_ptr_array_new_with_free_func (free_group);
  work->learners = g_ptr_array_new ();
  work->group_of = g_new0 (Group *, work->n + 1);
  work->taught = g_new0 (Learner *, work->n + 1);

  for (gsize i = 0; i < work->n; i++)
    {
      work->group_of[i] = find_group (work, work->inputs[i].group);
      g_array_append_val (work->group_of[i]->members, i);
    }

  for (guint i = 0; i < work->groups->len; i++)
    choose_learners (work, g_ptr_array_index (work->groups, i));
}

static void
prepare_learner (gsize    index,
                 gpointer data)
{
  Work *work = data;
  Learner *learner = g_ptr_array_index (work->learners, index);

  learner->ready = hw_prepared_take (&work->inputs[learner->index], work->horizon, &learner->series, &work->answers[learner->index].error);
}

/* What the group's products have in common, today and when they were first tested. */
static void
pool_group (Work  *work,
            Group *group)
{
  g_autofree HwSeriesView *views = g_new (HwSeriesView, group->learners->len + 1);
  g_autofree HwSeriesView *past = g_new (HwSeriesView, group->learners->len + 1);
  const gsize tested = MIN (work->horizon, HW_BACKTEST_HORIZON_MOST);
  gsize n = 0, n_past = 0;

  for (guint i = 0; i < group->learners->len; i++)
    {
      const Learner *learner = &g_array_index (group->learners, Learner, i);
      gsize first;

      if (!learner->ready)
        continue;
      views[n++] = learner->series.view;
      first = hw_backtest_plan (learner->series.view.n, learner->series.view.season, work->horizon).first;
      if (first == 0)
        continue;
      past[n_past] = learner->series.view;
      past[n_past++].n = first;
    }

  group->common->pool = hw_pool_build (views, n, tested);
  group->common->past_pool = hw_pool_build (past, n_past, tested);
}

static void
test_learner (gsize    index,
              gpointer data)
{
  Work *work = data;
  Learner *learner = g_ptr_array_index (work->learners, index);
  const HwCommon *common = work->group_of[learner->index]->common;

  if (learner->ready)
    hw_backtest_run (&learner->series, work->horizon, common->pool, common->past_pool, &learner->backtest);
}

typedef void (*LearnFunc) (HwCommon         *common,
                           const HwPrepared *series,
                           const HwBacktest *backtest);

static void
learn_from_all (Group     *group,
                LearnFunc  learn)
{
  for (guint i = 0; i < group->learners->len; i++)
    {
      const Learner *learner = &g_array_index (group->learners, Learner, i);

      if (learner->ready)
        learn (group->common, &learner->series, &learner->backtest);
    }
}

static void
answer_one (gsize    index,
            gpointer data)
{
  Work *work = data;
  const HwCommon *common = work->group_of[index]->common;
  const HwForecastInput *input = &work->inputs[index];
  HwForecastAnswer *answer = &work->answers[index];
  g_auto (HwPrepared) series = { 0 };
  g_auto (HwBacktest) backtest = { 0 };

  if (work->taught[index] != NULL)
    {
      const Learner *learner = work->taught[index];

      if (learner->ready)
        hw_common_answer (common, input, &learner->series, &learner->backtest, &answer->result);
      return;
    }

  if (!hw_prepared_take (input, work->horizon, &series, &answer->error))
    return;

  hw_backtest_run (&series, work->horizon, common->pool, common->past_pool, &backtest);
  hw_common_answer (common, input, &series, &backtest, &answer->result);
}

/* Cancelled: FALSE. */
static gboolean
learn (Work         *work,
       guint         threads,
       const HwTick *tick)
{
  const double share = work->n > 0 ? LEARNING_SHARE * (double) work->learners->len / (double) work->n : 0.0;
  HwTickPart part = { tick, 0.0, share };
  const HwTick learning = HW_TICK_PART (&part);

  if (!hw_parallel_run (work->learners->len, threads, prepare_learner, work, NULL))
    return FALSE;

  for (guint i = 0; i < work->groups->len; i++)
    pool_group (work, g_ptr_array_index (work->groups, i));

  if (!hw_parallel_run (work->learners->len, threads, test_learner, work, &learning))
    return FALSE;

  for (guint i = 0; i < work->groups->len; i++)
    {
      Group *group = g_ptr_array_index (work->groups, i);

      learn_from_all (group, hw_common_learn_means);
      learn_from_all (group, hw_common_learn_simple);
      learn_from_all (group, hw_common_learn_errors);
      hw_common_settle (group->common);
      learn_from_all (group, hw_common_learn_chances);
    }

  return TRUE;
}

/**
 * hw_catalogue_forecast:
 * @inputs: (array length=n): the series; see HwForecastInput. Those of one group end
 *   at the same time and have the same periods
 * @n: how many
 * @horizon: periods ahead, at least 1
 * @threads: how many may work; the answers do not depend on it
 * @tick: (nullable): progress out, stop in
 * @answers: (array length=n) (out caller-allocates): the forecasts, or why there is
 *   none; to be given to hw_catalogue_answers_clear(). All cleared on error
 * @error: return location
 *
 * At most 1024 series of each group teach the others; every series is weighed by its
 * own past as well.
 *
 * Errors: CANCELLED if @tick said stop. A series that cannot be forecast is no error
 * of the catalogue: its own answer says TOO_SHORT, NO_DEMAND or BAD_VALUE.
 *
 * Returns: %TRUE if every series has its answer
 */
gboolean
hw_catalogue_forecast (const HwForecastInput  *inputs,
                       gsize                   n,
                       gsize                   horizon,
                       guint                   threads,
                       const HwTick           *tick,
                       HwForecastAnswer       *answers,
                       GError                **error)
{
  g_auto (Work) work = { .inputs = inputs, .n = n, .horizon = horizon, .answers = answers };
  HwTickPart part = { tick, 0.0, 1.0 };
  const HwTick answering = HW_TICK_PART (&part);

  for (gsize i = 0; i < n; i++)
    answers[i] = (HwForecastAnswer) { 0 };

  sort_out (&work);
  part.from = n > 0 ? LEARNING_SHARE * (double) work.learners->len / (double) n : 0.0;
  if (learn (&work, threads, tick) && hw_parallel_run (n, threads, answer_one, &work, &answering))
    return TRUE;

  hw_catalogue_answers_clear (answers, n);
  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
  return FALSE;
}

/**
 * hw_catalogue_answers_clear:
 * @answers: (array length=n): their memory is given back
 * @n: how many
 */
void
hw_catalogue_answers_clear (HwForecastAnswer *answers,
                            gsize             n)
{
  for (gsize i = 0; i < n; i++)
    {
      hw_forecast_result_clear (&answers[i].result);
      g_clear_error (&answers[i].error);
    }
}
