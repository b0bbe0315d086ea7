/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-goal.h"

#include "core/hw-sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FAIR_STEP 0.05  /* of the figure: what a step is at least */
#define FAIR_LEAST 8   /* points of the past that a quarter of them says something */
#define SHORT_MONTHS 6
#define MID_MONTHS 18

/* "start" and "target" stand there once for each kind of figure: the metric's unit
 * says which one is asked. */
static const HwQuestion questions[] = {
  { .id = "name", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What do you want to reach?"), .label = N_("Goal"),
    .hint = N_("A few words that you will know it by.") },
  { .id = "metric", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which figure shows it?"),
    .label = N_("Figure"), .hint = N_("We work it out from your records every four weeks.") },
  { .id = "start", .kind = HW_ASK_MONEY, .text = N_("Where is it today?"), .label = N_("Today"),
    .hint = N_("Filled in from your last four weeks; change it if they were unusual.") },
  { .id = "start", .kind = HW_ASK_SHARE, .text = N_("Where is it today?"), .label = N_("Today"),
    .hint = N_("Filled in from your last four weeks; change it if they were unusual.") },
  { .id = "start", .kind = HW_ASK_NUMBER, .text = N_("Where is it today?"), .label = N_("Today"),
    .hint = N_("Filled in from your last four weeks; change it if they were unusual.") },
  { .id = "start_day", .kind = HW_ASK_DAY, .text = N_("On which day was it there?"), .label = N_("Counted from"),
    .hint = N_("The way to the goal is measured from this day.") },
  { .id = "target", .kind = HW_ASK_MONEY, .required = TRUE, .text = N_("What should it reach?"),
    .label = N_("Target"), .hint = N_("Counted over four weeks, like the figure of today.") },
  { .id = "target", .kind = HW_ASK_SHARE, .required = TRUE, .text = N_("What should it reach?"),
    .label = N_("Target"), .hint = N_("Counted over four weeks, like the figure of today.") },
  { .id = "target", .kind = HW_ASK_NUMBER, .required = TRUE, .text = N_("What should it reach?"),
    .label = N_("Target"), .hint = N_("Counted over four weeks, like the figure of today.") },
  { .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("By which day?"), .label = N_("By"),
    .hint = N_("Three to twelve months ahead can be seen best.") },
  { .id = "reason", .kind = HW_ASK_WORDS, .text = N_("Why does it matter to you?"), .label = N_("Reason"),
    .hint = N_("It helps you to go on when it gets hard.") },
};

static const HwMetric *
find_metric (const HwAnswers *answers)
{
  return hw_metric_find_computed (hw_answers_get_text (answers, "metric"));
}

static HwAskKind
kind_of (const HwMetric *metric)
{
  if (metric == NULL)
    return HW_ASK_NUMBER;

  return hw_unit_is_money (metric->unit) ? HW_ASK_MONEY : hw_unit_is_share (metric->unit) ? HW_ASK_SHARE : HW_ASK_NUMBER;
}

static gboolean
is_figure (guint i)
{
  return g_str_equal (questions[i].id, "start") || g_str_equal (questions[i].id, "target");
}

static gboolean
applies (const HwAnswers *answers,
         guint            i)
{
  return !is_figure (i) || questions[i].kind == kind_of (find_metric (answers));
}

/* +1: up is good; -1: down; 0 if it cannot be said. */
static int
find_way (const HwMetric *metric,
          double          start,
          double          target)
{
  switch (metric->direction)
    {
    case HW_HIGHER_IS_BETTER:
      return 1;

    case HW_LOWER_IS_BETTER:
      return -1;

    case HW_NEITHER_IS_BETTER:
    default:
      return isnan (start) ? 0 : (target > start) - (target < start);
    }
}

static HwFault
check_target (const HwAnswers *answers)
{
  const HwMetric *metric = find_metric (answers);
  const double start = hw_answers_get_number (answers, "start", NAN);
  const double target = hw_answers_get_number (answers, "target", NAN);
  int way;

  if (metric == NULL || isnan (target) || isnan (start))
    return HW_FAULT_NONE;
  if (target == start)
    return HW_FAULT_NO_CHANGE;

  way = find_way (metric, start, target);
  return way * (target - start) < 0.0 ? HW_FAULT_WRONG_WAY : HW_FAULT_NONE;
}

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const char *id = questions[i].id;
  const HwDay from = hw_answers_get_day (answers, "start_day");
  const HwDay day = hw_answers_get_day (answers, "day");

  if (!applies (answers, i))
    return HW_FAULT_NONE;
  if (g_str_equal (id, "metric") && find_metric (answers) == NULL)
    return HW_FAULT_NOT_A_CHOICE;
  if (g_str_equal (id, "target"))
    return check_target (answers);
  if (!g_str_equal (id, "day"))
    return HW_FAULT_NONE;
  if (day <= today)
    return HW_FAULT_PAST;

  return from != HW_DAY_NONE && day <= from ? HW_FAULT_BEFORE_START : HW_FAULT_NONE;
}

const HwForm hw_goal_form = {
  .id = "goal", .title = N_("A goal"), .questions = questions, .n = G_N_ELEMENTS (questions),
  .applies = applies, .check = check,
};

void
hw_goal_fill_start (HwAnswers     *answers,
                    const HwTrend *trend)
{
  const HwTrendPoint *last = hw_trend_last (trend);

  if (last == NULL || hw_answers_has (answers, "start"))
    return;

  hw_answers_set_number (answers, "start", last->value);
  hw_answers_set_day (answers, "start_day", last->to);
}

/* The value that one in four of the past was at least as good as. */
static double
best_quarter (const HwTrend *trend,
              gboolean       higher)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint quarter;

  for (guint i = 0; i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      if (point->state == HW_METRIC_OK && !isnan (point->value))
        g_array_append_val (values, point->value);
    }

  if (values->len < FAIR_LEAST)
    return NAN;

  hw_sort_doubles ((double *) values->data, values->len);
  quarter = values->len / 4;
  return g_array_index (values, double, higher ? values->len - 1 - quarter : quarter);
}

static double
to_three_figures (double value)
{
  const double step = value != 0.0 ? pow (10.0, floor (log10 (fabs (value))) - 2.0) : 1.0;

  return round (value / step) * step;
}

double
hw_goal_fair_target (const HwTrend *trend)
{
  const HwTrendPoint *last = trend != NULL ? hw_trend_last (trend) : NULL;
  const gboolean higher = last != NULL && trend->metric->direction == HW_HIGHER_IS_BETTER;
  double best, least;

  if (last == NULL || last->value == 0.0 || trend->metric->direction == HW_NEITHER_IS_BETTER)
    return NAN;

  best = best_quarter (trend, higher);
  least = last->value + (higher ? FAIR_STEP : -FAIR_STEP) * fabs (last->value);
  if (isnan (best) || (higher ? best < least : best > least))
    best = least;

  return to_three_figures (best);
}

HwHorizon
hw_goal_horizon (HwDay from,
                 HwDay target_day)
{
  if (target_day <= hw_day_add_months (from, SHORT_MONTHS))
    return HW_HORIZON_SHORT;

  return target_day <= hw_day_add_months (from, MID_MONTHS) ? HW_HORIZON_MID : HW_HORIZON_LONG;
}

const char *
hw_horizon_name (HwHorizon horizon)
{
  static const char *const names[] = { N_("Soon"), N_("Next year"), N_("Later") };

  g_return_val_if_fail ((guint) horizon < G_N_ELEMENTS (names), "");

  return _(names[horizon]);
}

void
hw_goal_outlook_free (HwGoalOutlook *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->entry);
  hw_trend_free (self->trend);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* Chance of staying below @x. The five points of a forecast are five points of its
 * distribution: the 2.5, 10, 90 and 97.5 % points and its middle. Between them the
 * normal score runs straight; beyond them it goes on as it came. */
static double
chance_below (const HwTrendAhead *ahead,
              double              x)
{
  static const double scores[] = { -1.959963984540054, -1.2815515655446004, 0.0, 1.2815515655446004, 1.959963984540054 };
  const double at[] = { ahead->lo95, ahead->lo80, ahead->mean, ahead->hi80, ahead->hi95 };
  guint k = 0;
  double width;

  if (at[4] <= at[0]) /* no doubt at all */
    return x > ahead->mean ? 1.0 : 0.0;

  while (k < 3 && x > at[k + 1])
    k++;

  width = at[k + 1] - at[k];
  if (width <= 0.0) /* a range that stops at a limit */
    return x < at[k] ? 0.0 : x > at[k + 1] ? 1.0 : 0.5 * erfc (-scores[k] * M_SQRT1_2);

  return 0.5 * erfc (-(scores[k] + (scores[k + 1] - scores[k]) * (x - at[k]) / width) * M_SQRT1_2);
}

static const HwTrendAhead *
find_ahead (const HwTrend *trend,
            HwDay          day)
{
  for (guint i = 0; i < trend->ahead->len; i++)
    {
      const HwTrendAhead *ahead = &g_array_index (trend->ahead, HwTrendAhead, i);

      if (day <= ahead->to)
        return ahead;
    }

  return NULL;
}

/* What the figure was on @day: the last one known by then. */
static double
value_on (const HwTrend *trend,
          HwDay          day)
{
  double value = NAN;

  for (guint i = 0; i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      if (point->from <= day && point->state == HW_METRIC_OK)
        value = point->value;
    }

  return value;
}

static void
look_ahead (HwGoalOutlook *self,
            int            way,
            double         target,
            HwDay          day)
{
  const HwTrendAhead *ahead = find_ahead (self->trend, day);

  if (self->trend->ahead->len == 0)
    self->reach = HW_REACH_TOO_SHORT;
  else if (ahead == NULL)
    self->reach = HW_REACH_TOO_FAR;
  else
    {
      const double below = chance_below (ahead, target);

      self->reach = HW_REACH_KNOWN;
      self->chance = way > 0 ? 1.0 - below : below;
      self->expected = ahead->mean;
      self->low = ahead->lo80;
      self->high = ahead->hi80;
    }
}

HwGoalOutlook *
hw_goal_outlook_new (const HwEntry *entry,
                     HwTrend       *trend,
                     HwDay          today)
{
  HwGoalOutlook *self = g_new0 (HwGoalOutlook, 1);
  const HwTrendPoint *last = trend != NULL ? hw_trend_last (trend) : NULL;
  const double start = hw_answers_get_number (entry->answers, "start", NAN);
  const double target = hw_answers_get_number (entry->answers, "target", NAN);
  const HwDay day = hw_answers_get_day (entry->answers, "day");
  int way;

  self->entry = hw_entry_copy (entry);
  self->steps = hw_entries_new ();
  self->metric = find_metric (entry->answers);
  self->trend = trend;
  self->reach = HW_REACH_NO_FIGURE;
  self->now = last != NULL ? last->value : NAN;
  self->done_share = self->expected = self->low = self->high = NAN;
  if (self->metric == NULL || last == NULL || isnan (target) || day == HW_DAY_NONE)
    return self;

  if (!isnan (start) && target != start)
    self->done_share = (self->now - start) / (target - start);

  way = find_way (self->metric, isnan (start) ? self->now : start, target);
  if (day < today)
    self->reach = way * (value_on (trend, day) - target) >= 0.0 ? HW_REACH_REACHED : HW_REACH_OVER;
  else
    {
      look_ahead (self, way, target, day);
      if (way * (self->now - target) >= 0.0)
        self->reach = HW_REACH_REACHED;
    }

  return self;
}
