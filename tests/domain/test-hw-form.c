/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers are kept in one canonical form; forms say what is wrong with them. */
#include "domain/hw-card.h"
#include "domain/hw-initiative.h"

#include <math.h>
#include <string.h>

#define TODAY 20000

static void
test_answers_round_trip (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  gint64 scaled = 7;

  hw_answers_set (answers, "name", " Bread, “dark” ");
  hw_answers_set_scaled (answers, "money", G_MININT64 + 1);
  hw_answers_set_number (answers, "share", 0.125);
  hw_answers_set_day (answers, "day", -719162);
  hw_answers_set_yes (answers, "yes", TRUE);
  hw_answers_set_yes (answers, "no", FALSE);

  g_assert_cmpstr (hw_answers_get (answers, "name"), ==, " Bread, “dark” ");
  g_assert_true (hw_answers_get_scaled (answers, "money", &scaled));
  g_assert_cmpint (scaled, ==, G_MININT64 + 1);
  g_assert_cmpstr (hw_answers_get (answers, "share"), ==, "1250");
  g_assert_cmpfloat (hw_answers_get_number (answers, "share", NAN), ==, 0.125);
  g_assert_cmpint (hw_answers_get_day (answers, "day"), ==, HW_DAY_MIN);
  g_assert_cmpstr (hw_answers_get (answers, "yes"), ==, "yes");
  g_assert_true (hw_answers_get_yes (answers, "yes"));
  g_assert_cmpstr (hw_answers_get (answers, "no"), ==, "no");
  g_assert_false (hw_answers_get_yes (answers, "no"));
}

static void
test_answers_that_are_none (void)
{
  static const char *const no_numbers[] = { "12.5", " 1", "+1", "1 ", "abc", "9223372036854775808", "0x1", "?", "-" };
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  gint64 scaled = 7;

  g_assert_null (hw_answers_get (answers, "x"));
  g_assert_cmpstr (hw_answers_get_text (answers, "x"), ==, "");
  g_assert_cmpint (hw_answers_get_day (answers, "x"), ==, HW_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (no_numbers); i++)
    {
      hw_answers_set (answers, "x", no_numbers[i]);
      g_assert_false (hw_answers_get_scaled (answers, "x", &scaled));
      g_assert_cmpfloat (hw_answers_get_number (answers, "x", -3.5), ==, -3.5);
      g_assert_cmpint (hw_answers_get_day (answers, "x"), ==, HW_DAY_NONE);
    }
  g_assert_cmpint (scaled, ==, 7);

  hw_answers_set (answers, "x", "2932897");
  g_assert_cmpint (hw_answers_get_day (answers, "x"), ==, HW_DAY_NONE);
  for (int i = 0; i < 2; i++)
    {
      hw_answers_set (answers, "x", i == 0 ? HW_ANSWER_NOT_SURE : HW_ANSWER_NOT_MINE);
      g_assert_nonnull (hw_answers_get (answers, "x"));
      g_assert_false (hw_answers_has (answers, "x"));
      g_assert_cmpstr (hw_answers_get_text (answers, "x"), ==, "");
    }

  hw_answers_set (answers, "x", "");
  g_assert_null (hw_answers_get (answers, "x"));
  hw_answers_set_day (answers, "x", HW_DAY_NONE);
  hw_answers_set_number (answers, "y", NAN);
  g_assert_null (hw_answers_get (answers, "x"));
  g_assert_null (hw_answers_get (answers, "y"));
}

static void
join (const char *question,
      const char *answer,
      gpointer    text)
{
  g_string_append_printf (text, "%s=%s;", question, answer);
}

static void
test_answers_in_order_and_equal (void)
{
  static const char *const names[] = { "m", "a", "z", "b" };
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  g_autoptr (HwAnswers) copy = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    hw_answers_set_scaled (answers, names[i], (gint64) i);

  hw_answers_each (answers, join, text);
  g_assert_cmpstr (text->str, ==, "a=1;b=3;m=0;z=2;");

  copy = hw_answers_copy (answers);
  g_assert_true (hw_answers_equal (answers, copy));
  hw_answers_set (copy, "a", "2");
  g_assert_false (hw_answers_equal (answers, copy));
  hw_answers_set (copy, "a", NULL);
  g_assert_false (hw_answers_equal (answers, copy));
  hw_answers_set (copy, "c", "1");
  g_assert_false (hw_answers_equal (answers, copy));
  g_assert_cmpstr (hw_answers_get (answers, "a"), ==, "1");
}

typedef struct
{
  const char  *name;
  HwAskKind    kind;
  gboolean     required;
  double       low, high;
  const char  *answer;
  HwFault      fault;
} Case;

static const Case cases[] = {
  { "needed", HW_ASK_TEXT, TRUE, 0, 0, NULL, HW_FAULT_MISSING },
  { "needed-blank", HW_ASK_TEXT, TRUE, 0, 0, " \t\u00a0", HW_FAULT_MISSING },
  { "needed-not-sure", HW_ASK_YES_NO, TRUE, 0, 0, "?", HW_FAULT_MISSING },
  { "needed-not-mine", HW_ASK_NUMBER, TRUE, 0, 0, "-", HW_FAULT_MISSING },
  { "not-needed", HW_ASK_NUMBER, FALSE, 0, 0, NULL, HW_FAULT_NONE },
  { "not-needed-not-sure", HW_ASK_DAY, FALSE, 0, 0, "?", HW_FAULT_NONE },
  { "text", HW_ASK_TEXT, TRUE, 0, 0, "x", HW_FAULT_NONE },
  { "number", HW_ASK_NUMBER, TRUE, 0, 0, "-125000", HW_FAULT_NONE },
  { "no-number", HW_ASK_NUMBER, TRUE, 0, 0, "12.5", HW_FAULT_NOT_A_NUMBER },
  { "lowest", HW_ASK_MONEY, TRUE, 1, 5, "10000", HW_FAULT_NONE },
  { "too-low", HW_ASK_MONEY, TRUE, 1, 5, "9999", HW_FAULT_TOO_LOW },
  { "highest", HW_ASK_SHARE, TRUE, 0, 1, "10000", HW_FAULT_NONE },
  { "too-high", HW_ASK_SHARE, TRUE, 0, 1, "10001", HW_FAULT_TOO_HIGH },
  { "day", HW_ASK_DAY, TRUE, 0, 0, "20000", HW_FAULT_NONE },
  { "no-day", HW_ASK_DAY, TRUE, 0, 0, "tomorrow", HW_FAULT_NOT_A_DAY },
  { "no-such-day", HW_ASK_DAY, TRUE, 0, 0, "99999999", HW_FAULT_NOT_A_DAY },
  { "choice", HW_ASK_CHOICE, TRUE, 0, 0, "b", HW_FAULT_NONE },
  { "no-choice", HW_ASK_CHOICE, TRUE, 0, 0, "c", HW_FAULT_NOT_A_CHOICE },
  { "yes", HW_ASK_YES_NO, TRUE, 0, 0, "no", HW_FAULT_NONE },
  { "neither-yes-nor-no", HW_ASK_YES_NO, TRUE, 0, 0, "maybe", HW_FAULT_NOT_A_CHOICE },
  { "weekdays", HW_ASK_WEEKDAYS, TRUE, 0, 0, "1111100", HW_FAULT_NONE },
  { "weekdays-none", HW_ASK_WEEKDAYS, TRUE, 0, 0, "0000000", HW_FAULT_MISSING },
  { "weekdays-none-not-needed", HW_ASK_WEEKDAYS, FALSE, 0, 0, "0000000", HW_FAULT_NONE },
  { "weekdays-six", HW_ASK_WEEKDAYS, TRUE, 0, 0, "111110", HW_FAULT_NOT_A_CHOICE },
  { "weekdays-wrong", HW_ASK_WEEKDAYS, TRUE, 0, 0, "11111x0", HW_FAULT_NOT_A_CHOICE },
};

static void
test_limits (gconstpointer data)
{
  static const HwChoice choices[] = { { "a", "A" }, { "b", "B" }, { NULL } };
  const Case *c = data;
  const HwQuestion question = {
    .id = "q", .text = "Q?", .label = "Q", .kind = c->kind, .required = c->required, .low = c->low, .high = c->high,
    .choices = c->kind == HW_ASK_CHOICE ? choices : NULL,
  };
  const HwForm form = { .id = "f", .title = "F", .questions = &question, .n = 1 };
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  HwFault fault = HW_FAULT_NONE;
  guint i = 99;

  hw_answers_set (answers, "q", c->answer);
  g_assert_cmpint (hw_form_check (&form, answers, 0, TODAY), ==, c->fault);
  g_assert_true (hw_form_find_fault (&form, answers, TODAY, &i, &fault) == (c->fault != HW_FAULT_NONE));
  g_assert_cmpint (fault, ==, c->fault);
}

static void
test_too_long (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const int change = hw_form_find (&hw_initiative_form, "change");

  for (int i = 0; i < HW_TEXT_MOST; i++)
    g_string_append (text, "ü");

  hw_answers_set (answers, "change", text->str);
  g_assert_cmpint (hw_form_check (&hw_initiative_form, answers, (guint) change, TODAY), ==, HW_FAULT_NONE);
  g_string_append_c (text, 'x');
  hw_answers_set (answers, "change", text->str);
  g_assert_cmpint (hw_form_check (&hw_initiative_form, answers, (guint) change, TODAY), ==, HW_FAULT_TOO_LONG);
}

static HwFault
check (const HwForm    *form,
       const HwAnswers *answers,
       const char      *question)
{
  const int i = hw_form_find (form, question);

  g_assert_cmpint (i, >=, 0);
  return hw_form_check (form, answers, (guint) i, TODAY);
}

static gboolean
applies (const HwForm    *form,
         const HwAnswers *answers,
         const char      *question)
{
  return hw_form_applies (form, answers, (guint) hw_form_find (form, question));
}

static void
test_plan_days (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_answers_set_day (answers, "baseline_from", TODAY - 100);
  hw_answers_set_day (answers, "start", TODAY + 7);
  hw_answers_set_day (answers, "end", TODAY + 7);
  g_assert_cmpint (check (&hw_plan_form, answers, "end"), ==, HW_FAULT_BEFORE_START);
  hw_answers_set_day (answers, "end", TODAY + 8);
  g_assert_cmpint (check (&hw_plan_form, answers, "end"), ==, HW_FAULT_NONE);
  g_assert_cmpint (check (&hw_plan_form, answers, "start"), ==, HW_FAULT_NONE);
  hw_answers_set_day (answers, "baseline_from", TODAY + 7);
  g_assert_cmpint (check (&hw_plan_form, answers, "start"), ==, HW_FAULT_BEFORE_START);

  /* An end that is past is wrong only while the trial is to come. */
  hw_answers_set_day (answers, "start", TODAY - 50);
  hw_answers_set_day (answers, "end", TODAY);
  g_assert_cmpint (check (&hw_plan_form, answers, "end"), ==, HW_FAULT_PAST);
  hw_answers_set (answers, "state", "extend");
  g_assert_cmpint (check (&hw_plan_form, answers, "end"), ==, HW_FAULT_PAST);
  hw_answers_set (answers, "state", "running");
  g_assert_cmpint (check (&hw_plan_form, answers, "end"), ==, HW_FAULT_NONE);
}

static void
test_plan_other (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_answers_set (answers, "metric", "no-such-figure");
  g_assert_cmpint (check (&hw_plan_form, answers, "metric"), ==, HW_FAULT_NOT_A_CHOICE);
  hw_answers_set (answers, "metric", "revenue");
  g_assert_cmpint (check (&hw_plan_form, answers, "metric"), ==, HW_FAULT_NONE);
  hw_answers_set_number (answers, "effect", 0.0);
  g_assert_cmpint (check (&hw_plan_form, answers, "effect"), ==, HW_FAULT_TOO_LOW);

  g_assert_false (applies (&hw_plan_form, answers, "wage"));
  hw_answers_set_number (answers, "hours", 0.5);
  g_assert_true (applies (&hw_plan_form, answers, "wage"));
  hw_answers_set_number (answers, "cost", -1.0);
  g_assert_cmpint (check (&hw_plan_form, answers, "cost"), ==, HW_FAULT_TOO_LOW);
}

static void
test_other_forms (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  g_assert_false (applies (&hw_decision_form, answers, "lesson"));
  hw_answers_set (answers, "decision", "stop");
  g_assert_true (applies (&hw_decision_form, answers, "lesson"));
  hw_answers_set (answers, "decision", "pause");
  g_assert_cmpint (check (&hw_decision_form, answers, "decision"), ==, HW_FAULT_NOT_A_CHOICE);

  hw_answers_set_day (answers, "from", TODAY);
  hw_answers_set_day (answers, "to", TODAY);
  g_assert_cmpint (check (&hw_roll_out_form, answers, "to"), ==, HW_FAULT_NONE);
  hw_answers_set_day (answers, "to", TODAY - 1);
  g_assert_cmpint (check (&hw_roll_out_form, answers, "to"), ==, HW_FAULT_BEFORE_START);
  hw_answers_set_number (answers, "people", 3.0);
  hw_answers_set_number (answers, "trained", 4.0);
  g_assert_cmpint (check (&hw_roll_out_form, answers, "trained"), ==, HW_FAULT_TOO_HIGH);

  hw_answers_set_day (answers, "day", TODAY - 1);
  g_assert_cmpint (check (&hw_review_form, answers, "day"), ==, HW_FAULT_PAST);
  hw_answers_set_yes (answers, "done", TRUE);
  g_assert_cmpint (check (&hw_review_form, answers, "day"), ==, HW_FAULT_NONE);

  hw_answers_set_number (answers, "used", 1.01);
  g_assert_cmpint (check (&hw_check_in_form, answers, "used"), ==, HW_FAULT_TOO_HIGH);
}

/* Every question has its words, one id of its own, and limits that make sense. */
static void
test_tables (void)
{
  static const HwForm *const forms[] = {
    &hw_card_form, &hw_initiative_form, &hw_plan_form, &hw_check_in_form, &hw_decision_form, &hw_roll_out_form,
    &hw_review_form, &hw_gate_form,
  };

  for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (forms[f]->n, >, 0);
      for (guint i = 0; i < forms[f]->n; i++)
        {
          const HwQuestion *q = &forms[f]->questions[i];

          g_assert_true (g_hash_table_add (seen, (gpointer) q->id));
          g_assert_true (g_str_has_suffix (q->text, "?"));
          g_assert_cmpint (*q->label, !=, '\0');
          g_assert_true (q->hint == NULL || g_str_has_suffix (q->hint, "."));
          g_assert_cmpfloat (q->low, <=, q->high);
          g_assert_cmpint (hw_form_find (forms[f], q->id), ==, (int) i);
        }
      g_assert_cmpint (hw_form_find (forms[f], "nothing"), ==, -1);
    }

  for (int fault = HW_FAULT_NONE + 1; fault < HW_FAULT_N; fault++)
    g_assert_cmpint (*hw_fault_text ((HwFault) fault), !=, '\0');
}

static void
test_card (void)
{
  g_auto (HwBusiness) business = {
    g_strdup ("Corner"), g_strdup ("bakery"), g_strdup (""), "EUR", 19000,
  };
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_card_fill (answers, &business);
  g_assert_cmpstr (hw_answers_get (answers, "name"), ==, "Corner");
  g_assert_cmpstr (hw_answers_get (answers, "sector"), ==, "bakery");
  g_assert_cmpstr (hw_answers_get (answers, "currency"), ==, "EUR");
  g_assert_null (hw_answers_get (answers, "country"));

  hw_answers_set (answers, "name", "Corner Shop");
  hw_answers_set (answers, "country", "CH");
  hw_answers_set (answers, "currency", "CHF");
  hw_card_apply (&business, answers);
  g_assert_cmpstr (business.name, ==, "Corner Shop");
  g_assert_cmpstr (business.sector, ==, "bakery");
  g_assert_cmpstr (business.country, ==, "CH");
  g_assert_cmpstr (business.currency, ==, "CHF");
  g_assert_cmpint (business.founded, ==, 19000);

  hw_answers_set (answers, "country", NULL);
  hw_card_apply (&business, answers);
  g_assert_cmpstr (business.country, ==, "");

  hw_answers_set (answers, "currency", "XYZ");
  hw_answers_set (answers, "country", "QQ");
  hw_answers_set (answers, "fiscal_month", "13");
  hw_answers_set (answers, "fiscal_kind", "4-4-4");
  hw_answers_set (answers, "week_start", "0");
  hw_answers_set (answers, "tax", "some");
  hw_answers_set_number (answers, "people", 0.0);
  g_assert_cmpint (check (&hw_card_form, answers, "currency"), ==, HW_FAULT_NOT_A_CHOICE);
  g_assert_cmpint (check (&hw_card_form, answers, "country"), ==, HW_FAULT_NOT_A_CHOICE);
  g_assert_cmpint (check (&hw_card_form, answers, "fiscal_month"), ==, HW_FAULT_NOT_A_CHOICE);
  g_assert_cmpint (check (&hw_card_form, answers, "fiscal_kind"), ==, HW_FAULT_NOT_A_CHOICE);
  g_assert_cmpint (check (&hw_card_form, answers, "week_start"), ==, HW_FAULT_NOT_A_CHOICE);
  g_assert_cmpint (check (&hw_card_form, answers, "tax"), ==, HW_FAULT_NOT_A_CHOICE);
  g_assert_cmpint (check (&hw_card_form, answers, "people"), ==, HW_FAULT_TOO_LOW);
}

/* What the card does not say, or says wrongly, is the calendar's. */
static void
test_card_fiscal (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  HwFiscal fiscal = hw_card_fiscal (NULL);

  g_assert_true (fiscal.kind == HW_FISCAL_MONTHS && fiscal.month == 1 && fiscal.week_start == 0);
  hw_answers_set (answers, "fiscal_month", "13");
  hw_answers_set (answers, "fiscal_kind", "weeks");
  fiscal = hw_card_fiscal (answers);
  g_assert_true (fiscal.kind == HW_FISCAL_MONTHS && fiscal.month == 1 && fiscal.week_start == 0);
  hw_answers_set (answers, "fiscal_month", "10");
  hw_answers_set (answers, "fiscal_kind", "4-4-5");
  hw_answers_set (answers, "week_start", "7");
  fiscal = hw_card_fiscal (answers);
  g_assert_true (fiscal.kind == HW_FISCAL_445 && fiscal.month == 10 && fiscal.week_start == 6);
}

static void
test_entry (void)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_REVIEW, 5);
  g_autoptr (HwEntry) copy = NULL;
  g_autoptr (GPtrArray) entries = hw_entries_new ();
  HwEntryKind kind;

  entry->id = 3;
  hw_answers_set (entry->answers, "about", "waste");
  copy = hw_entry_copy (entry);
  hw_answers_set (copy->answers, "about", "pay");
  g_assert_cmpstr (hw_answers_get (entry->answers, "about"), ==, "waste");
  g_assert_cmpint (copy->parent_id, ==, 5);

  g_ptr_array_add (entries, g_steal_pointer (&copy));
  g_assert_nonnull (hw_entries_find (entries, 3));
  g_assert_null (hw_entries_find (entries, 4));

  for (int i = 0; i < HW_ENTRY_N; i++)
    {
      g_assert_true (hw_entry_kind_find (hw_entry_kind_id ((HwEntryKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (hw_entry_kind_find ("wish", &kind));
  g_assert_false (hw_entry_kind_find (NULL, &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/answers/round-trip", test_answers_round_trip);
  g_test_add_func ("/domain/answers/that-are-none", test_answers_that_are_none);
  g_test_add_func ("/domain/answers/in-order-and-equal", test_answers_in_order_and_equal);
  g_test_add_func ("/domain/form/too-long", test_too_long);
  g_test_add_func ("/domain/form/plan-days", test_plan_days);
  g_test_add_func ("/domain/form/plan-other", test_plan_other);
  g_test_add_func ("/domain/form/other-forms", test_other_forms);
  g_test_add_func ("/domain/form/tables", test_tables);
  g_test_add_func ("/domain/card", test_card);
  g_test_add_func ("/domain/form/card-fiscal", test_card_fiscal);
  g_test_add_func ("/domain/entry", test_entry);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/domain/form/limits/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_limits);
    }

  return g_test_run ();
}
