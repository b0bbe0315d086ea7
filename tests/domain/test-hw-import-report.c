/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-import-report.h"

#include <string.h>

/* Ids are kept in files and typed on command lines: each must come back as itself. */
static void
test_ids_come_back (void)
{
  for (HwImportKind kind = HW_IMPORT_SALES; kind < HW_IMPORT_N_KINDS; kind++)
    {
      HwImportKind back = HW_IMPORT_AUTO;

      g_assert_true (hw_import_kind_from_id (hw_import_kind_id (kind), &back));
      g_assert_cmpint (back, ==, kind);
      g_assert_cmpstr (hw_import_kind_name (kind), !=, "");
    }

  for (HwField field = HW_FIELD_DATE; field < HW_N_FIELDS; field++)
    {
      HwField back = HW_N_FIELDS;

      g_assert_true (hw_field_from_id (hw_field_id (field), &back));
      g_assert_cmpint (back, ==, field);
      g_assert_cmpstr (hw_field_name (field), !=, "");
    }
}

static void
test_unknown_ids_are_refused (void)
{
  static const char *const bad[] = { "", "Sales", "sales ", "nothing", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HwImportKind kind = HW_IMPORT_STOCK;
      HwField field = HW_FIELD_PACK;

      g_assert_false (hw_import_kind_from_id (bad[i], &kind));
      g_assert_false (hw_field_from_id (bad[i], &field));
      g_assert_cmpint (kind, ==, HW_IMPORT_STOCK);
      g_assert_cmpint (field, ==, HW_FIELD_PACK);
    }

  g_assert_cmpstr (hw_import_kind_id (HW_IMPORT_AUTO), ==, "auto");
}

static void
test_ids_differ_and_have_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (HwIssueKind kind = HW_ISSUE_NO_DATE; kind < HW_ISSUE_N_KINDS; kind++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) hw_issue_kind_id (kind)));
      g_assert_cmpstr (hw_issue_kind_text (kind), !=, "");
    }

  for (HwLeftOut why = HW_LEFT_OUT_CANCELLED; why < HW_LEFT_OUT_N; why++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) hw_left_out_id (why)));
      g_assert_cmpstr (hw_left_out_text (why), !=, "");
    }
}

static void
test_lists_the_first_and_counts_all (void)
{
  g_autoptr (HwImportReport) report = hw_import_report_new ();

  g_assert_cmpint (report->first_day, ==, HW_DAY_NONE);
  g_assert_cmpint (report->last_day, ==, HW_DAY_NONE);

  for (int i = 0; i < HW_ISSUES_KEPT + 7; i++)
    hw_import_report_add_issue (report, HW_ISSUE_BAD_NUMBER, i + 1, 3, "twelve", TRUE);

  g_assert_cmpuint (report->issues->len, ==, HW_ISSUES_KEPT);
  g_assert_cmpint (report->issue_counts[HW_ISSUE_BAD_NUMBER], ==, HW_ISSUES_KEPT + 7);
  g_assert_cmpint (g_array_index (report->issues, HwIssue, 0).row, ==, 1);
  g_assert_cmpstr (g_array_index (report->issues, HwIssue, 0).value, ==, "twelve");
}

/* A cell of another encoding, or a very long one, is kept short and readable. */
static void
test_keeps_cells_short_and_readable (void)
{
  g_autoptr (HwImportReport) report = hw_import_report_new ();
  g_autofree char *long_text = g_strnfill (500, 'x');

  hw_import_report_add_issue (report, HW_ISSUE_BAD_TEXT, 1, 0, "caf\xe9", FALSE);
  hw_import_report_add_issue (report, HW_ISSUE_BAD_TEXT, 2, 0, long_text, FALSE);
  hw_import_report_add_issue (report, HW_ISSUE_RAGGED, 3, -1, NULL, FALSE);

  g_assert_true (g_utf8_validate (g_array_index (report->issues, HwIssue, 0).value, -1, NULL));
  g_assert_cmpuint (strlen (g_array_index (report->issues, HwIssue, 1).value), <=, 80);
  g_assert_null (g_array_index (report->issues, HwIssue, 2).value);
}

static void
test_questions_know_their_choices (void)
{
  g_autoptr (HwImportQuestion) question = hw_import_question_new ("date-order", "Which comes first, day or month?");

  hw_import_question_add_choice (question, "dmy", "Day");
  hw_import_question_add_choice (question, "mdy", "Month");

  g_assert_true (hw_import_question_has_choice (question, "mdy"));
  g_assert_false (hw_import_question_has_choice (question, "ymd"));
  g_assert_cmpuint (question->choices->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/import-report/ids-come-back", test_ids_come_back);
  g_test_add_func ("/domain/import-report/unknown-ids-are-refused", test_unknown_ids_are_refused);
  g_test_add_func ("/domain/import-report/ids-differ-and-have-words", test_ids_differ_and_have_words);
  g_test_add_func ("/domain/import-report/lists-the-first-and-counts-all", test_lists_the_first_and_counts_all);
  g_test_add_func ("/domain/import-report/keeps-cells-short-and-readable", test_keeps_cells_short_and_readable);
  g_test_add_func ("/domain/import-report/questions-know-their-choices", test_questions_know_their_choices);

  return g_test_run ();
}
