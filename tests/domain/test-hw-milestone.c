/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-milestone.h"

#include <math.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static void
add (GPtrArray  *entries,
     gint64      id,
     HwDay       day,
     const char *after,
     HwDay       done)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_MILESTONE, 1);

  entry->id = id;
  hw_answers_set (entry->answers, "what", "Step");
  hw_answers_set_day (entry->answers, "day", day);
  hw_answers_set (entry->answers, "after", after);
  if (done != HW_DAY_NONE)
    hw_answers_set_day (entry->answers, "done", done);
  g_ptr_array_add (entries, entry);
}

static const HwMilestone *
at (const GArray *milestones,
    guint         i,
    gint64        id)
{
  const HwMilestone *milestone = &g_array_index (milestones, HwMilestone, i);

  g_assert_cmpint (milestone->entry->id, ==, id);
  return milestone;
}

/* By day, but never before the one it waits for; what waits for a later one moves. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) entries = hw_entries_new ();
  g_autoptr (GArray) milestones = NULL;

  add (entries, 11, TODAY + 10, "13", HW_DAY_NONE);
  add (entries, 12, TODAY - 5, NULL, TODAY - 6);
  add (entries, 13, TODAY + 20, "12", HW_DAY_NONE);
  add (entries, 14, TODAY - 1, NULL, HW_DAY_NONE);
  milestones = hw_milestones_new (entries, TODAY);

  g_assert_cmpuint (milestones->len, ==, 4);
  g_assert_cmpint (at (milestones, 0, 12)->state, ==, HW_MILESTONE_DONE);
  g_assert_cmpint (at (milestones, 0, 12)->earliest, ==, TODAY - 6);
  g_assert_cmpint (at (milestones, 1, 14)->state, ==, HW_MILESTONE_LATE);
  g_assert_cmpint (at (milestones, 2, 13)->state, ==, HW_MILESTONE_OPEN);
  g_assert_cmpint (at (milestones, 2, 13)->earliest, ==, TODAY + 20);
  g_assert_cmpint (at (milestones, 3, 11)->state, ==, HW_MILESTONE_WAITS);
  g_assert_cmpint (at (milestones, 3, 11)->earliest, ==, TODAY + 20);
}

/* What waits for a late step and cannot keep its own day any more is late, too. */
static void
test_late_runs_on (void)
{
  g_autoptr (GPtrArray) entries = hw_entries_new ();
  g_autoptr (GArray) milestones = NULL;

  add (entries, 1, TODAY - 3, NULL, HW_DAY_NONE);
  add (entries, 2, TODAY - 1, "1", HW_DAY_NONE);
  add (entries, 3, TODAY + 9, "1", HW_DAY_NONE);
  milestones = hw_milestones_new (entries, TODAY);
  g_assert_cmpint (at (milestones, 0, 1)->state, ==, HW_MILESTONE_LATE);
  g_assert_cmpint (at (milestones, 0, 1)->earliest, ==, TODAY);
  g_assert_cmpint (at (milestones, 1, 2)->state, ==, HW_MILESTONE_LATE);
  g_assert_cmpint (at (milestones, 2, 3)->state, ==, HW_MILESTONE_WAITS);
}

/* A ring is cut at its oldest entry; a step that is gone is waited for by nobody. */
static void
test_ring (void)
{
  g_autoptr (GPtrArray) entries = hw_entries_new ();
  g_autoptr (GArray) milestones = NULL;

  add (entries, 5, TODAY + 3, "7", HW_DAY_NONE);
  add (entries, 6, TODAY + 2, "5", HW_DAY_NONE);
  add (entries, 7, TODAY + 1, "6", HW_DAY_NONE);
  add (entries, 8, TODAY + 4, "99", HW_DAY_NONE);
  add (entries, 9, TODAY + 5, "9", HW_DAY_NONE);
  milestones = hw_milestones_new (entries, TODAY);
  g_assert_cmpuint (milestones->len, ==, 5);
  g_assert_cmpint (at (milestones, 0, 8)->state, ==, HW_MILESTONE_OPEN);
  g_assert_cmpint (at (milestones, 1, 5)->state, ==, HW_MILESTONE_OPEN);
  g_assert_cmpint (at (milestones, 2, 6)->state, ==, HW_MILESTONE_WAITS);
  g_assert_cmpint (at (milestones, 3, 7)->state, ==, HW_MILESTONE_WAITS);
  g_assert_cmpint (at (milestones, 4, 9)->state, ==, HW_MILESTONE_OPEN);
}

static HwGoalOutlook *
outlook_of (const char *question,
            const char *answer,
            double      chance)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_GOAL, 0);
  HwGoalOutlook *outlook;

  hw_answers_set (entry->answers, "name", "More bread");
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "start", 100.0);
  hw_answers_set_number (entry->answers, "target", 120.0);
  hw_answers_set_day (entry->answers, "day", TODAY + 90);
  hw_answers_set (entry->answers, "reason", "The oven is half empty");
  if (question != NULL)
    hw_answers_set (entry->answers, question, answer);

  outlook = hw_goal_outlook_new (entry, NULL, TODAY);
  outlook->reach = HW_REACH_KNOWN;
  outlook->chance = chance;
  return outlook;
}

static void
test_smart (void)
{
  static const struct { const char *question, *answer; double chance; HwSmart missing; } cases[] = {
    { NULL, NULL, 0.4, 0 },
    { "name", NULL, 0.4, HW_SMART_SPECIFIC },
    { "metric", "happiness", 0.4, HW_SMART_MEASURED },
    { "start", NULL, 0.4, HW_SMART_START },
    { "reason", NULL, 0.4, HW_SMART_REASON },
    { "day", "20000", 0.4, HW_SMART_DATED },
    { NULL, NULL, 0.04, HW_SMART_REACHABLE },
    { NULL, NULL, 0.05, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HwGoalOutlook) outlook = outlook_of (cases[i].question, cases[i].answer, cases[i].chance);

      g_assert_cmpint (hw_smart_missing (outlook, TODAY), ==, cases[i].missing);
    }

  for (int bit = 1; bit < HW_SMART_ALL; bit <<= 1)
    g_assert_cmpint (*hw_smart_text ((HwSmart) bit), !=, '\0');
}

static void
test_form (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  const guint done = (guint) hw_form_find (&hw_milestone_form, "done");

  hw_answers_set (answers, "what", "New oven is running");
  hw_answers_set_day (answers, "day", TODAY - 1);
  hw_answers_set_day (answers, "done", TODAY + 1);
  g_assert_cmpint (hw_form_check (&hw_milestone_form, answers, done, TODAY), ==, HW_FAULT_AHEAD);
  hw_answers_set_day (answers, "done", TODAY);
  g_assert_cmpint (hw_form_check (&hw_milestone_form, answers, done, TODAY), ==, HW_FAULT_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/milestone/order", test_order);
  g_test_add_func ("/domain/milestone/late-runs-on", test_late_runs_on);
  g_test_add_func ("/domain/milestone/ring", test_ring);
  g_test_add_func ("/domain/milestone/smart", test_smart);
  g_test_add_func ("/domain/milestone/form", test_form);
  return g_test_run ();
}
