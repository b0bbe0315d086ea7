/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-safety.h"

#include <math.h>

#define TODAY 20500

static HwEntry *
make_risk (const char *about,
           const char *six) /* people money safety children data undo: "yynnyn" */
{
  static const char *const questions[] = { "people", "money", "safety", "children", "data", "undo" };
  HwEntry *entry = hw_entry_new (HW_ENTRY_RISK, 0);

  hw_answers_set (entry->answers, "about", about);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    hw_answers_set (entry->answers, questions[i], six[i] == 'y' ? "yes" : six[i] == 'n' ? "no" : six[i] == '?' ? "?" : NULL);

  return entry;
}

static HwRisk
risk_of (const char *six)
{
  g_autoptr (HwEntry) entry = make_risk ("x", six);

  return hw_risk_of (entry->answers);
}

static void
test_levels (void)
{
  static const struct { const char *six; HwRisk risk; } cases[] = {
    { "nnnnny", HW_RISK_LOW },    { "ynnnny", HW_RISK_LOW },    { "nynnny", HW_RISK_LOW },    { "nnnnnn", HW_RISK_MIDDLE },
    { "yynnny", HW_RISK_MIDDLE }, { "ynnnyn", HW_RISK_MIDDLE }, { "nynnnn", HW_RISK_MIDDLE }, { "yynnyy", HW_RISK_MIDDLE },
    { "yynnyn", HW_RISK_HIGH },   { "nnynny", HW_RISK_HIGH },   { "nnnyny", HW_RISK_HIGH },
    { "nnnnn.", HW_RISK_UNKNOWN }, { "?nnnny", HW_RISK_UNKNOWN }, { "......", HW_RISK_UNKNOWN }, { "nny.ny", HW_RISK_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (risk_of (cases[i].six), ==, cases[i].risk);

  g_assert_cmpfloat (hw_risk_share (HW_RISK_LOW), ==, 0.1);
  g_assert_cmpfloat (hw_risk_share (HW_RISK_MIDDLE), ==, 0.4);
  g_assert_cmpfloat (hw_risk_share (HW_RISK_HIGH), ==, 0.8);
  g_assert_cmpfloat (hw_risk_share (HW_RISK_UNKNOWN), ==, 0.4);
  g_assert_cmpstr (hw_risk_id (HW_RISK_MIDDLE), ==, "middle");
}

/* One more worry never makes an idea look safer: all 64 ways to answer. */
static void
test_levels_rise (void)
{
  for (guint ways = 0; ways < 64; ways++)
    for (guint more = 0; more < 6; more++)
      if ((ways & 1u << more) == 0)
        {
          char less[] = "nnnnny", worse[] = "nnnnny";

          for (guint i = 0; i < 6; i++)
            {
              if ((ways & 1u << i) != 0)
                less[i] = i == 5 ? 'n' : 'y';
              if (((ways | 1u << more) & 1u << i) != 0)
                worse[i] = i == 5 ? 'n' : 'y';
            }

          g_assert_cmpint (risk_of (worse), >=, risk_of (less));
        }
}

/* The form asks for all six. */
static void
test_form (void)
{
  g_autoptr (HwEntry) entry = make_risk ("uc_reorder", "nnnnny");
  HwFault fault;
  guint i;

  g_assert_cmpuint (hw_risk_form.n, ==, 7);
  g_assert_false (hw_form_find_fault (&hw_risk_form, entry->answers, TODAY, &i, &fault));
  hw_answers_set (entry->answers, "data", NULL);
  g_assert_true (hw_form_find_fault (&hw_risk_form, entry->answers, TODAY, &i, &fault));
  g_assert_cmpint (fault, ==, HW_FAULT_MISSING);
  g_assert_cmpint ((int) i, ==, hw_form_find (&hw_risk_form, "data"));
}

/* What was answered about the trial itself counts more than what was about its idea. */
static void
test_of_trial (void)
{
  g_autoptr (GPtrArray) risks = hw_entries_new ();
  g_autoptr (HwEntry) trial = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  trial->id = 12;
  g_ptr_array_add (risks, make_risk ("uc_reorder", "yynnyn"));
  g_assert_cmpint (hw_risk_of_trial (risks, trial), ==, HW_RISK_UNKNOWN);
  hw_answers_set (trial->answers, "idea", "uc_reorder");
  g_assert_cmpint (hw_risk_of_trial (risks, trial), ==, HW_RISK_HIGH);
  g_ptr_array_add (risks, make_risk ("12", "nnnn.y"));
  g_assert_cmpint (hw_risk_of_trial (risks, trial), ==, HW_RISK_HIGH);
  g_ptr_array_add (risks, make_risk ("12", "nnnnny"));
  g_ptr_array_remove_index (risks, 1);
  g_assert_cmpint (hw_risk_of_trial (risks, trial), ==, HW_RISK_LOW);
  g_assert_null (hw_risk_find (risks, "uc_waste"));
}

static void
add_duty (GPtrArray    *duties,
          const char   *id,
          HwDutyWeight  weight,
          HwRisk        from,
          const char   *when,
          int           days)
{
  HwDuty *duty = g_new0 (HwDuty, 1);

  duty->id = g_strdup (id);
  duty->weight = weight;
  duty->from = from;
  duty->when = g_strsplit (when, " ", -1);
  duty->days = days;
  g_ptr_array_add (duties, duty);
}

static GPtrArray *
make_duties (void)
{
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_duty_free);

  add_duty (duties, "always", HW_DUTY_MUST, HW_RISK_UNKNOWN, "", 365);
  add_duty (duties, "nice", HW_DUTY_COULD, HW_RISK_UNKNOWN, "", 0);
  add_duty (duties, "data", HW_DUTY_MUST, HW_RISK_UNKNOWN, "data", 0);
  add_duty (duties, "people", HW_DUTY_SHOULD, HW_RISK_UNKNOWN, "people children", 0);
  add_duty (duties, "high-data", HW_DUTY_MUST, HW_RISK_HIGH, "data", 0);
  add_duty (duties, "low", HW_DUTY_SHOULD, HW_RISK_LOW, "", 0);
  return duties;
}

static void
do_duty (GPtrArray  *entries,
         const char *duty,
         HwDay       day,
         gboolean    out)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_DUTY, 0);

  hw_answers_set (entry->answers, "duty", duty);
  hw_answers_set_day (entry->answers, "day", day);
  if (out)
    hw_answers_set_yes (entry->answers, "out", TRUE);
  g_ptr_array_add (entries, entry);
}

/* "always- nice+": those that apply, in order, done or open. */
static char *
list (const HwSafety *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->duties->len; i++)
    {
      const HwDutyState *state = &g_array_index (self->duties, HwDutyState, i);

      if (state->applies)
        g_string_append_printf (text, "%s%s%c", text->len > 0 ? " " : "", state->duty->id, state->done ? '+' : '-');
    }

  return g_string_free (text, FALSE);
}

static void
assert_list (GPtrArray  *duties,
             GPtrArray  *risks,
             GPtrArray  *entries,
             const char *wanted)
{
  g_autoptr (HwSafety) safety = hw_safety_new (duties, risks, entries, TODAY);
  g_autofree char *found = list (safety);

  g_assert_cmpstr (found, ==, wanted);
}

/* The list grows with what is at stake. */
static void
test_what_applies (void)
{
  g_autoptr (GPtrArray) duties = make_duties ();
  g_autoptr (GPtrArray) risks = hw_entries_new ();
  g_autoptr (GPtrArray) entries = hw_entries_new ();

  assert_list (duties, risks, entries, "always- nice-");
  g_ptr_array_add (risks, make_risk ("a", "nnnnny"));
  assert_list (duties, risks, entries, "always- low- nice-");
  g_ptr_array_add (risks, make_risk ("b", "nnnnyy"));
  assert_list (duties, risks, entries, "always- data- low- nice-");
  g_ptr_array_add (risks, make_risk ("c", "nnynny")); /* high, but with no data */
  assert_list (duties, risks, entries, "always- data- low- nice-");
  g_ptr_array_add (risks, make_risk ("d", "nnnyyy"));
  assert_list (duties, risks, entries, "always- data- high-data- low- people- nice-");
}

/* Done stays done until it is due again; what is of no use here is left out. */
static void
test_done_and_due (void)
{
  g_autoptr (GPtrArray) duties = make_duties ();
  g_autoptr (GPtrArray) risks = hw_entries_new ();
  g_autoptr (GPtrArray) entries = hw_entries_new ();
  g_autoptr (HwSafety) none = hw_safety_new (duties, risks, entries, TODAY);
  g_autoptr (HwSafety) done = NULL;

  g_assert_cmpint (none->risk, ==, HW_RISK_UNKNOWN);
  g_assert_cmpuint (none->n_must, ==, 1);
  g_assert_cmpuint (none->n_must_done, ==, 0);
  g_assert_cmpfloat (none->score, ==, 0.0);

  do_duty (entries, "always", TODAY - 365, FALSE);
  assert_list (duties, risks, entries, "always- nice-");
  do_duty (entries, "always", TODAY + 1, FALSE); /* still to come */
  assert_list (duties, risks, entries, "always- nice-");
  do_duty (entries, "always", TODAY - 364, FALSE);
  assert_list (duties, risks, entries, "always+ nice-");
  done = hw_safety_new (duties, risks, entries, TODAY);
  g_assert_cmpuint (done->n_must_done, ==, 1);
  g_assert_cmpfloat_with_epsilon (done->score, 100.0 * 2.0 / 2.5, 1e-9);
  g_assert_cmpint (g_array_index (done->duties, HwDutyState, 0).day, ==, TODAY - 364);
  g_assert_cmpint (g_array_index (done->duties, HwDutyState, 0).due, ==, TODAY + 1);

  do_duty (entries, "nice", TODAY - 5000, FALSE); /* once is for good */
  assert_list (duties, risks, entries, "always+ nice+");
  do_duty (entries, "nice", TODAY - 1, TRUE);
  assert_list (duties, risks, entries, "always+");
  do_duty (entries, "nice", TODAY, FALSE);
  assert_list (duties, risks, entries, "always+ nice+");
  do_duty (entries, "nobody", TODAY, FALSE);
  assert_list (duties, risks, entries, "always+ nice+");
}

static void
test_open_first (void)
{
  g_autoptr (GPtrArray) duties = make_duties ();
  g_autoptr (GPtrArray) risks = hw_entries_new ();
  g_autoptr (GPtrArray) entries = hw_entries_new ();

  g_ptr_array_add (risks, make_risk ("d", "nnnyyy"));
  do_duty (entries, "always", TODAY, FALSE);
  do_duty (entries, "low", TODAY, FALSE);
  assert_list (duties, risks, entries, "data- high-data- always+ people- low+ nice-");
}

static void
test_nothing_applies (void)
{
  g_autoptr (GPtrArray) duties = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = hw_entries_new ();
  g_autoptr (HwSafety) safety = hw_safety_new (duties, none, none, TODAY);

  g_assert_true (isnan (safety->score));
  g_assert_cmpuint (safety->duties->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/safety/levels", test_levels);
  g_test_add_func ("/domain/safety/levels-rise", test_levels_rise);
  g_test_add_func ("/domain/safety/form", test_form);
  g_test_add_func ("/domain/safety/of-trial", test_of_trial);
  g_test_add_func ("/domain/safety/what-applies", test_what_applies);
  g_test_add_func ("/domain/safety/done-and-due", test_done_and_due);
  g_test_add_func ("/domain/safety/open-first", test_open_first);
  g_test_add_func ("/domain/safety/nothing-applies", test_nothing_applies);

  return g_test_run ();
}
