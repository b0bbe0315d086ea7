/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked about figures: a value, a metric of one's own, how one is watched. */
#include "domain/hw-figure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "value", "good" and "bad" stand there once for each kind of number: the metric's unit
 * says which one is asked. */
#define THREE_KINDS(question, ...) \
  { .id = question, .kind = HW_ASK_MONEY, __VA_ARGS__ }, \
  { .id = question, .kind = HW_ASK_SHARE, __VA_ARGS__ }, \
  { .id = question, .kind = HW_ASK_NUMBER, __VA_ARGS__ }

static const HwChoice units[] = {
  { "money", N_("An amount of money") },
  { "share", N_("So many of a hundred") },
  { "count", N_("A number of things or people") },
  { "days", N_("Days") },
  { "hours", N_("Hours") },
  { "months", N_("Months") },
  { "km", N_("Kilometres") },
  { "stars", N_("Stars from 1 to 5") },
  { "points", N_("Points from -100 to 100") },
  { "ratio", N_("Another number") },
  { NULL }
};

static const HwChoice directions[] = {
  { "higher", N_("More is better") },
  { "lower", N_("Less is better") },
  { "neither", N_("Neither: it should stay in between") },
  { NULL }
};

/* In the order of HwCadence. */
static const HwChoice cadences[] = {
  { "day", N_("Each day") },
  { "week", N_("Each week") },
  { "month", N_("Each month") },
  { "quarter", N_("Four times a year") },
  { "year", N_("Each year") },
  { NULL }
};

static const HwQuestion figure_questions[] = {
  { .id = "metric", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which figure is it?"), .label = N_("Figure") },
  THREE_KINDS ("value", .required = TRUE, .text = N_("What is it?"), .label = N_("Value")),
  { .id = "to", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("Of which day is it?"), .label = N_("Day"),
    .hint = N_("If it is of a month, say the last day of it.") },
  { .id = "from", .kind = HW_ASK_DAY, .text = N_("From which day on does it count?"), .label = N_("From"),
    .hint = N_("Leave it empty if it is of one day.") },
  { .id = "note", .kind = HW_ASK_TEXT, .text = N_("Where does it come from?"), .label = N_("Comes from"),
    .hint = N_("For example the name of the report.") },
};

static const HwQuestion own_questions[] = {
  { .id = "name", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What do you want to count?"), .label = N_("Name"),
    .hint = N_("A few words that you will know it by.") },
  { .id = "about", .kind = HW_ASK_WORDS, .text = N_("What exactly is in it?"), .label = N_("About"),
    .hint = N_("So that it is counted the same way next time.") },
  { .id = "unit", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = units, .text = N_("What is it measured in?"),
    .label = N_("Unit") },
  { .id = "direction", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = directions, .text = N_("What is better?"),
    .label = N_("Better") },
  { .id = "cadence", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = cadences, .text = N_("How often do you look at it?"),
    .label = N_("Look at it") },
};

static const HwQuestion watch_questions[] = {
  { .id = "metric", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which figure is it?"), .label = N_("Figure") },
  { .id = "pinned", .kind = HW_ASK_YES_NO, .text = N_("Should it be on the first page?"), .label = N_("On the Overview"),
    .hint = N_("Three to seven are a good number.") },
  THREE_KINDS ("good", .text = N_("From where on is it good?"), .label = N_("Good from"),
               .hint = N_("It is shown in green from there.")),
  THREE_KINDS ("bad", .text = N_("From where on must something be done?"), .label = N_("Act from"),
               .hint = N_("It is shown in red from there.")),
  { .id = "cadence", .kind = HW_ASK_CHOICE, .choices = cadences, .text = N_("How often do you look at it?"),
    .label = N_("Look at it") },
  { .id = "looked", .kind = HW_ASK_DAY, .text = N_("When did you look at it last?"), .label = N_("Looked at") },
};

static gboolean
find_unit (const HwAnswers *answers,
           HwUnit          *unit)
{
  const HwMetric *metric = hw_metric_find (hw_answers_get_text (answers, "metric"));

  if (metric == NULL)
    return hw_unit_find (hw_answers_get_text (answers, "unit"), unit);

  *unit = metric->unit;
  return TRUE;
}

static HwAskKind
find_kind (const HwAnswers *answers)
{
  HwUnit unit;

  if (!find_unit (answers, &unit))
    return HW_ASK_NUMBER;

  return hw_unit_is_money (unit) ? HW_ASK_MONEY : hw_unit_is_share (unit) ? HW_ASK_SHARE : HW_ASK_NUMBER;
}

static gboolean
is_number (const HwQuestion *question)
{
  return question->kind == HW_ASK_MONEY || question->kind == HW_ASK_SHARE || question->kind == HW_ASK_NUMBER;
}

static gboolean
figure_applies (const HwAnswers *answers,
                guint            i)
{
  return !is_number (&figure_questions[i]) || figure_questions[i].kind == find_kind (answers);
}

static gboolean
watch_applies (const HwAnswers *answers,
               guint            i)
{
  return !is_number (&watch_questions[i]) || watch_questions[i].kind == find_kind (answers);
}

/* One of the table, or perhaps one of the owner's own: who keeps it knows. */
static HwFault
check_metric (const HwAnswers *answers)
{
  const char *id = hw_answers_get_text (answers, "metric");

  return hw_metric_find (id) != NULL || hw_own_metric_is (id, NULL) ? HW_FAULT_NONE : HW_FAULT_NOT_A_CHOICE;
}

static HwFault
check_value (const HwAnswers  *answers,
             const HwQuestion *question)
{
  double low, high, value;
  HwUnit unit;

  if (!find_unit (answers, &unit))
    return HW_FAULT_NONE;

  hw_unit_limits (unit, &low, &high);
  value = hw_answers_get_number (answers, question->id, low);
  return value < low ? HW_FAULT_TOO_LOW : value > high ? HW_FAULT_TOO_HIGH : HW_FAULT_NONE;
}

static HwFault
check_figure (const HwAnswers *answers,
              guint            i,
              HwDay            today)
{
  const HwQuestion *question = &figure_questions[i];
  const HwDay from = hw_answers_get_day (answers, "from");
  const HwDay to = hw_answers_get_day (answers, "to");

  if (strcmp (question->id, "metric") == 0)
    return check_metric (answers);
  if (is_number (question))
    return figure_applies (answers, i) ? check_value (answers, question) : HW_FAULT_NONE;
  if (strcmp (question->id, "to") == 0 && to > today)
    return HW_FAULT_TO_COME;
  if (strcmp (question->id, "from") == 0 && from != HW_DAY_NONE && to != HW_DAY_NONE && from > to)
    return HW_FAULT_BEFORE_START;

  return HW_FAULT_NONE;
}

static HwFault
check_watch (const HwAnswers *answers,
             guint            i,
             HwDay            today)
{
  const HwQuestion *question = &watch_questions[i];

  if (strcmp (question->id, "metric") == 0)
    return check_metric (answers);
  if (is_number (question))
    return watch_applies (answers, i) ? check_value (answers, question) : HW_FAULT_NONE;

  return strcmp (question->id, "looked") == 0 && hw_answers_get_day (answers, "looked") > today ? HW_FAULT_TO_COME
                                                                                                : HW_FAULT_NONE;
}

const HwForm hw_figure_form = {
  .id = "figure", .title = N_("A value of a figure"), .questions = figure_questions, .n = G_N_ELEMENTS (figure_questions),
  .applies = figure_applies, .check = check_figure,
};

const HwForm hw_own_metric_form = {
  .id = "own-metric", .title = N_("A figure of your own"), .questions = own_questions, .n = G_N_ELEMENTS (own_questions),
};

const HwForm hw_watch_form = {
  .id = "watch", .title = N_("How you watch it"), .questions = watch_questions, .n = G_N_ELEMENTS (watch_questions),
  .applies = watch_applies, .check = check_watch,
};
