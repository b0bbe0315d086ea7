/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-watch.h"

#include <math.h>

static HwWatchLine *
add (HwWatch   *watch,
     HwMonitor  monitor,
     HwLight    light,
     double     money)
{
  HwWatchLine *line = hw_watch_line_new (monitor);

  line->light = light;
  line->money_week = money;
  g_ptr_array_add (watch->lines, line);
  return line;
}

static HwEntry *
add_quiet (GPtrArray  *quiet,
           const char *monitor,
           HwDay       until)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_QUIET, 0);

  hw_answers_set (entry->answers, "monitor", monitor);
  hw_answers_set_day (entry->answers, "until", until);
  g_ptr_array_add (quiet, entry);
  return entry;
}

/* Five at the most, by money; what has none comes last; what is well or silenced, never. */
static void
test_ranked (void)
{
  g_autoptr (HwWatch) watch = hw_watch_new ();
  g_autoptr (GPtrArray) quiet = hw_entries_new ();
  g_autoptr (GPtrArray) loud = NULL;

  watch->as_of = 1000;
  add (watch, HW_MONITOR_BIAS, HW_LIGHT_RED, 20.0);
  add (watch, HW_MONITOR_DRIFT, HW_LIGHT_RED, 80.0);
  add (watch, HW_MONITOR_SIMPLE, HW_LIGHT_AMBER, 500.0);
  add (watch, HW_MONITOR_BAND, HW_LIGHT_RED, NAN);
  add (watch, HW_MONITOR_INPUT, HW_LIGHT_RED, 900.0);
  add (watch, HW_MONITOR_USE, HW_LIGHT_NONE, NAN);
  add (watch, HW_MONITOR_BENEFIT, HW_LIGHT_RED, 50.0);
  add (watch, HW_MONITOR_BENEFIT, HW_LIGHT_RED, 60.0)->initiative = 4;
  add (watch, HW_MONITOR_FAIR, HW_LIGHT_RED, NAN);
  add (watch, HW_MONITOR_SAFETY, HW_LIGHT_RED, NAN);
  add_quiet (quiet, "input", 1000);
  add_quiet (quiet, "drift", 999);
  add_quiet (quiet, "nonsense", 2000);
  hw_watch_hush (watch, quiet);

  loud = hw_watch_rank (watch);
  g_assert_cmpuint (loud->len, ==, HW_ALERTS_MOST);
  g_assert_cmpuint (watch->n_more, ==, 2);
  g_assert_cmpint (((HwWatchLine *) loud->pdata[0])->monitor, ==, HW_MONITOR_DRIFT);
  g_assert_cmpint (((HwWatchLine *) loud->pdata[1])->initiative, ==, 4);
  g_assert_cmpint (((HwWatchLine *) loud->pdata[3])->monitor, ==, HW_MONITOR_BIAS);
  g_assert_cmpint (((HwWatchLine *) loud->pdata[4])->monitor, ==, HW_MONITOR_BAND);
}

static void
test_ids (void)
{
  for (int i = 0; i < HW_MONITOR_N; i++)
    {
      HwMonitor found = HW_MONITOR_N;

      g_assert_true (hw_monitor_find (hw_monitor_id ((HwMonitor) i), &found));
      g_assert_cmpint ((int) found, ==, i);
      g_assert_cmpstr (hw_monitor_name ((HwMonitor) i), !=, "");
    }
}

/* Quiet needs a day to come and a reason. */
static void
test_quiet_form (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  HwFault fault;
  guint i;

  hw_answers_set (answers, "monitor", "bias");
  hw_answers_set_day (answers, "until", 1000);
  hw_answers_set (answers, "why", "known");
  g_assert_true (hw_form_find_fault (&hw_quiet_form, answers, 1000, &i, &fault));
  g_assert_cmpint (fault, ==, HW_FAULT_PAST);
  g_assert_false (hw_form_find_fault (&hw_quiet_form, answers, 999, &i, &fault));
  hw_answers_set (answers, "why", NULL);
  g_assert_true (hw_form_find_fault (&hw_quiet_form, answers, 999, &i, &fault));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch/ranked", test_ranked);
  g_test_add_func ("/watch/ids", test_ids);
  g_test_add_func ("/watch/quiet-form", test_quiet_form);
  return g_test_run ();
}
