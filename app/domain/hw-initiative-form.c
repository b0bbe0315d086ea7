/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked at each step of an initiative's life: the tables of questions. */
#include "domain/hw-initiative.h"

#include "domain/hw-metric.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONEY_MOST 1e9
#define HOURS_MOST 10000.0
#define PEOPLE_MOST 1e6

#define FORM(form_id, form_title, table, form_applies, form_check) \
  { .id = form_id, .title = form_title, .questions = table, .n = G_N_ELEMENTS (table), \
    .applies = form_applies, .check = form_check }

static const HwQuestion idea_questions[] = {
  { .id = "name", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What do you want to try?"), .label = N_("Name"),
    .hint = N_("A few words that you will know it by.") },
  { .id = "change", .kind = HW_ASK_WORDS, .required = TRUE, .text = N_("What will you do differently?"),
    .label = N_("What changes"), .hint = N_("One sentence that everybody in the team understands.") },
  { .id = "goal", .kind = HW_ASK_CHOICE, .text = N_("Which goal should it help?"), .label = N_("Goal"),
    .hint = N_("Choose the one that it helps most.") },
  { .id = "owner", .kind = HW_ASK_TEXT, .text = N_("Who looks after it?"), .label = N_("Looked after by"),
    .hint = N_("One person, so that it does not get lost. The trial needs a name before it starts.") },
  { .id = "reason", .kind = HW_ASK_WORDS, .text = N_("Why should it work?"), .label = N_("Reason"),
    .hint = N_("Say what you have seen that makes you think so.") },
};

/* In the order of HwDesign. */
static const HwChoice designs[] = {
  { "auto", N_("Choose for me") },
  { "items", N_("Change some products, leave others as they are") },
  { "customers", N_("Change it for some customers first") },
  { "switchback", N_("Do it every second week or so, by lot") },
  { "sites", N_("Begin in some shops") },
  { "control", N_("Compare with other sales") },
  { "own_forecast", N_("Compare with the past alone") },
  { NULL }
};

static const HwQuestion plan_questions[] = {
  { .id = "metric", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which figure will show that it works?"),
    .label = N_("Figure"), .hint = N_("Only this one decides, so choose the one closest to the change.") },
  { .id = "product", .kind = HW_ASK_CHOICE, .text = N_("Is it about one product?"), .label = N_("Product"),
    .hint = N_("Leave it empty if it is about all of them.") },
  { .id = "effect", .kind = HW_ASK_SHARE, .required = TRUE, .low = 0.001, .high = 5.0,
    .text = N_("How much better must it get to be worth it?"), .label = N_("Worth having"),
    .hint = N_("A small change is hard to see among the ups and downs of every week.") },
  { .id = "baseline_from", .kind = HW_ASK_DAY, .text = N_("From which day on do we compare?"),
    .label = N_("Compare from"), .hint = N_("Half a year before the start is good, and two years are better.") },
  { .id = "start", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("On which day does it start?"),
    .label = N_("Start"), .hint = N_("The first day on which you do it the new way.") },
  { .id = "end", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("On which day does the trial end?"),
    .label = N_("End"), .hint = N_("Eight weeks show more than four.") },
  { .id = "design", .kind = HW_ASK_CHOICE, .choices = designs, .text = N_("What do you compare with?"),
    .label = N_("Compared with"), .hint = N_("Lots show the most, if you can do it for some and not for others.") },
  { .id = "control", .kind = HW_ASK_CHOICE, .text = N_("Which product is not touched by it?"), .label = N_("Not touched"),
    .hint = N_("Its sales should move up and down like those you change. Leave it empty if you are not sure.") },
  { .id = "together", .kind = HW_ASK_WORDS, .text = N_("Which products replace each other?"), .label = N_("Belong together"),
    .hint = N_("One line for each group, with a semicolon between the names: “White rice; Brown rice”.") },
  { .id = "learn", .kind = HW_ASK_YES_NO, .text = N_("Do you want to go on if it can prove nothing?"),
    .label = N_("Learn without proof"), .hint = N_("You still learn by doing. There will be no verdict to trust.") },
  { .id = "cost", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .text = N_("What does it cost to set up?"),
    .label = N_("Cost to set up"), .hint = N_("What you pay once, before it starts.") },
  { .id = "month_cost", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .unit = N_("a month"),
    .text = N_("What does it cost each month?"), .label = N_("Cost each month"),
    .hint = N_("What you pay again and again, without your own hours.") },
  { .id = "hours", .kind = HW_ASK_NUMBER, .high = HOURS_MOST, .unit = N_("hours a week"),
    .text = N_("How many hours a week does it take?"), .label = N_("Hours"),
    .hint = N_("Your own hours and those of your team.") },
  { .id = "wage", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .unit = N_("an hour"),
    .text = N_("What does an hour of work cost you?"), .label = N_("Cost of an hour"),
    .hint = N_("The pay and what you pay on top of it.") },
  { .id = "lost", .kind = HW_ASK_SHARE, .high = 0.9,
    .text = N_("How much of the effect gets lost when you do it everywhere?"), .label = N_("Lost on the way"),
    .hint = N_("A trial has the best people and the best days. Leave it empty for 20 of 100.") },
  { .id = "people", .kind = HW_ASK_YES_NO, .required = TRUE, .text = N_("Does it decide about people?"),
    .label = N_("Decides about people"),
    .hint = N_("Most ideas do not. It would if it said who gets a job, who works when, or who may pay later.") },
  { .id = "banned", .kind = HW_ASK_YES_NO, .required = TRUE,
    .text = N_("Does it do something that the law forbids?"), .label = N_("Forbidden by law"),
    .hint = N_("Most ideas do not. The law forbids, for example, reading people’s feelings at work, or tricking them.") },
  { .id = "exit", .kind = HW_ASK_WORDS, .text = N_("What would make you stop early?"),
    .label = N_("Stop early if"), .hint = N_("For example more complaints, or more left over than today.") },
};

static const HwQuestion check_in_questions[] = {
  { .id = "week", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("Which week is this about?"), .label = N_("Week"),
    .hint = N_("Any day of that week will do.") },
  { .id = "used", .kind = HW_ASK_SHARE, .required = TRUE, .low = 0.0, .high = 1.0,
    .text = N_("How often did you do it the new way?"), .label = N_("Done the new way"),
    .hint = N_("Always is 100, and every second time is 50.") },
  { .id = "trouble", .kind = HW_ASK_WORDS, .text = N_("Did anything get in the way?"), .label = N_("Trouble"),
    .hint = N_("For example a closed day, a broken till or a street that was shut.") },
  { .id = "cost", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .text = N_("What did it cost this week?"),
    .label = N_("Cost"), .hint = N_("Leave it empty if it was as planned.") },
  { .id = "hours", .kind = HW_ASK_NUMBER, .high = HOURS_MOST, .unit = N_("hours"),
    .text = N_("How many hours did it take this week?"), .label = N_("Hours"),
    .hint = N_("Leave it empty if it was as planned.") },
  { .id = "note", .kind = HW_ASK_WORDS, .text = N_("What else do you want to remember?"), .label = N_("Note") },
};

static const HwChoice decisions[] = {
  { "go", N_("Keep it and use it everywhere") },
  { "extend", N_("Try it for longer") },
  { "change", N_("Change it and try again") },
  { "stop", N_("Stop it") },
  { NULL }
};

static const HwQuestion decision_questions[] = {
  { .id = "decision", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = decisions, .text = N_("What do you decide?"),
    .label = N_("Decision"), .hint = N_("The figures advise, and you decide.") },
  { .id = "decision_why", .kind = HW_ASK_WORDS, .required = TRUE, .text = N_("Why do you decide so?"),
    .label = N_("Why"), .hint = N_("One sentence that you will still understand in a year.") },
  { .id = "lesson", .kind = HW_ASK_WORDS, .text = N_("What did you learn?"), .label = N_("Lesson"),
    .hint = N_("It helps you with the next thing you try.") },
};

static const HwChoice liked[] = {
  { "yes", N_("Yes, they would") },
  { "partly", N_("Some would, some would not") },
  { "no", N_("No, they would not") },
  { NULL }
};

static const HwQuestion after_questions[] = {
  { .id = "after_why", .kind = HW_ASK_WORDS, .text = N_("Why did it come so?"), .label = N_("Why it came so"),
    .hint = N_("What you saw, and what you think was behind it.") },
  { .id = "after_keep", .kind = HW_ASK_WORDS, .text = N_("What do you keep of it?"), .label = N_("We keep") },
  { .id = "after_change", .kind = HW_ASK_WORDS, .text = N_("What would you do differently?"), .label = N_("We change") },
  { .id = "lesson", .kind = HW_ASK_WORDS, .text = N_("What did you learn?"), .label = N_("Lesson"),
    .hint = N_("It helps you with the next thing you try.") },
  { .id = "lesson_2", .kind = HW_ASK_WORDS, .text = N_("What else did you learn?"), .label = N_("Second lesson"),
    .hint = N_("Leave it empty if there is nothing more.") },
  { .id = "lesson_3", .kind = HW_ASK_WORDS, .text = N_("And a third thing?"), .label = N_("Third lesson"),
    .hint = N_("Three are enough.") },
  { .id = "after_liked", .kind = HW_ASK_CHOICE, .choices = liked, .text = N_("Would the people who used it keep it?"),
    .label = N_("The people would keep it"), .hint = N_("Ask them before you answer.") },
};

static const HwQuestion roll_out_questions[] = {
  { .id = "what", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What is done in this step?"), .label = N_("Step"),
    .hint = N_("For example one shop, one shelf or one team at a time.") },
  { .id = "who", .kind = HW_ASK_TEXT, .text = N_("Who does it?"), .label = N_("Who"),
    .hint = N_("One person who says when it is done.") },
  { .id = "from", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("When does it begin?"), .label = N_("From") },
  { .id = "to", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("When should it be done?"), .label = N_("To"),
    .hint = N_("Two to four weeks give you time to see how it goes.") },
  { .id = "money", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .text = N_("What does this step cost?"),
    .label = N_("Cost") },
  { .id = "people", .kind = HW_ASK_NUMBER, .high = PEOPLE_MOST, .unit = N_("people"),
    .text = N_("How many people will work the new way?"), .label = N_("People") },
  { .id = "trained", .kind = HW_ASK_NUMBER, .high = PEOPLE_MOST, .unit = N_("people"),
    .text = N_("How many of them have been shown how?"), .label = N_("Shown how"),
    .hint = N_("Count those with a day for it, too.") },
  { .id = "done", .kind = HW_ASK_YES_NO, .text = N_("Is it done?"), .label = N_("Done") },
};

static const HwQuestion review_questions[] = {
  { .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("When do you want to look again?"),
    .label = N_("Day"), .hint = N_("Once in three months is a good habit.") },
  { .id = "about", .kind = HW_ASK_TEXT, .text = N_("What will you look at?"), .label = N_("About"),
    .hint = N_("For example whether it still pays, or whether people still use it.") },
  { .id = "done", .kind = HW_ASK_YES_NO, .text = N_("Have you looked?"), .label = N_("Done") },
  { .id = "note", .kind = HW_ASK_WORDS, .text = N_("What did you find?"), .label = N_("Found") },
};

/* In the order of HwGate. */
static const HwChoice gates[] = {
  { "pilot", N_("Before you try it") },
  { "evaluate", N_("Before you judge it") },
  { "scale", N_("Before you use it everywhere") },
  { "live", N_("Before it counts as normal") },
  { "impact", N_("Because it decides about people") },
  { "lawful", N_("Because the law may forbid it") },
  { NULL }
};

static const HwQuestion gate_questions[] = {
  { .id = "gate", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = gates, .text = N_("What are you passing?"),
    .label = N_("Passed") },
  { .id = "who", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("Who decides to go on?"), .label = N_("Who"),
    .hint = N_("The name is kept with the day.") },
  { .id = "why", .kind = HW_ASK_WORDS, .required = TRUE, .text = N_("Why is it right to go on?"), .label = N_("Why"),
    .hint = N_("One sentence that you would show to others.") },
};

static gboolean
is_question (const HwQuestion *table,
             guint             i,
             const char       *id)
{
  return strcmp (table[i].id, id) == 0;
}

static gboolean
plan_applies (const HwAnswers *answers,
              guint            i)
{
  const char *design = hw_answers_get_text (answers, "design");

  if (is_question (plan_questions, i, "wage"))
    return hw_answers_get_number (answers, "hours", 0.0) > 0.0;
  if (is_question (plan_questions, i, "control"))
    return g_str_equal (design, "control");
  if (is_question (plan_questions, i, "together"))
    return g_str_equal (design, "items");

  return TRUE;
}

static gboolean
decision_applies (const HwAnswers *answers,
                  guint            i)
{
  return !is_question (decision_questions, i, "lesson") ||
         g_str_equal (hw_answers_get_text (answers, "decision"), "stop");
}

static gboolean
review_applies (const HwAnswers *answers,
                guint            i)
{
  return !is_question (review_questions, i, "note") || hw_answers_get_yes (answers, "done");
}

/* Whether @later is said and not after @earlier, which is said too. */
static gboolean
comes_before (const HwAnswers *answers,
              const char      *earlier,
              const char      *later)
{
  const HwDay from = hw_answers_get_day (answers, earlier);
  const HwDay to = hw_answers_get_day (answers, later);

  return from != HW_DAY_NONE && to != HW_DAY_NONE && to <= from;
}

/* While the trial is still to come, its end must be, too. */
static gboolean
is_to_come (const HwAnswers *answers)
{
  HwState state = HW_STATE_IDEA;

  hw_state_find (hw_answers_get_text (answers, "state"), &state);
  return state == HW_STATE_IDEA || state == HW_STATE_SCORED || state == HW_STATE_PLANNED ||
         state == HW_STATE_BASELINE || state == HW_STATE_EXTEND || state == HW_STATE_CHANGE;
}

static HwFault
check_plan (const HwAnswers *answers,
            guint            i,
            HwDay            today)
{
  if (is_question (plan_questions, i, "metric") && hw_metric_find_computed (hw_answers_get_text (answers, "metric")) == NULL)
    return HW_FAULT_NOT_A_CHOICE;

  if (is_question (plan_questions, i, "start") && comes_before (answers, "baseline_from", "start"))
    return HW_FAULT_BEFORE_START;

  if (!is_question (plan_questions, i, "end"))
    return HW_FAULT_NONE;

  if (comes_before (answers, "start", "end"))
    return HW_FAULT_BEFORE_START;

  return is_to_come (answers) && hw_answers_get_day (answers, "end") <= today ? HW_FAULT_PAST : HW_FAULT_NONE;
}

static HwFault
check_roll_out (const HwAnswers *answers,
                guint            i,
                HwDay            today)
{
  const HwDay from = hw_answers_get_day (answers, "from");

  if (is_question (roll_out_questions, i, "to") && from != HW_DAY_NONE && hw_answers_get_day (answers, "to") < from)
    return HW_FAULT_BEFORE_START;

  if (is_question (roll_out_questions, i, "trained") &&
      hw_answers_get_number (answers, "trained", 0.0) > hw_answers_get_number (answers, "people", PEOPLE_MOST))
    return HW_FAULT_TOO_HIGH;

  return HW_FAULT_NONE;
}

static HwFault
check_review (const HwAnswers *answers,
              guint            i,
              HwDay            today)
{
  if (is_question (review_questions, i, "day") && !hw_answers_get_yes (answers, "done") &&
      hw_answers_get_day (answers, "day") < today)
    return HW_FAULT_PAST;

  return HW_FAULT_NONE;
}

const HwForm hw_initiative_form = FORM ("initiative", N_("One thing to try"), idea_questions, NULL, NULL);
const HwForm hw_plan_form = FORM ("plan", N_("Plan how to try it"), plan_questions, plan_applies, check_plan);
const HwForm hw_check_in_form = FORM ("check-in", N_("How the week went"), check_in_questions, NULL, NULL);
const HwForm hw_decision_form = FORM ("decision", N_("Your decision"), decision_questions, decision_applies, NULL);
const HwForm hw_after_form = FORM ("after", N_("Look back"), after_questions, NULL, NULL);
const HwForm hw_roll_out_form = FORM ("roll-out", N_("One step to using it everywhere"), roll_out_questions, NULL, check_roll_out);
const HwForm hw_review_form = FORM ("review", N_("A day to look again"), review_questions, review_applies, check_review);
const HwForm hw_gate_form = FORM ("gate", N_("Go on anyway"), gate_questions, NULL, NULL);
