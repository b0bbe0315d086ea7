/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real exports of tills, shops and books, with what each comes to, where the
 * folder HEADWAY_DATA holds them; and hostile files, which may be refused but
 * must not break anything. */
#include "import/hw-importer.h"

#include "core/hw-error.h"
#include "support/hw-test-manifest.h"

#include <string.h>

#define TODAY "2026-11-21"

static gboolean
in_table (GHashTable *row)
{
  static const char *const kinds[] = { "sales", "products", "stock", "suppliers", "customers" };
  const char *file = hw_manifest_get (row, "file");

  if (g_str_has_suffix (file, ".xlsx") || g_str_has_suffix (file, ".ods") || g_str_has_suffix (file, ".xls"))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (hw_manifest_get (row, "data_kind"), kinds[i]))
      return TRUE;

  return FALSE;
}

static gboolean
agrees (GHashTable           *row,
        const HwImportReport *report)
{
  return g_ascii_strtoll (hw_manifest_get (row, "data_rows"), NULL, 10) == report->rows_read && hw_manifest_agrees (row, report);
}

typedef struct
{
  gboolean agrees;
  gboolean asked;
  char     said[200];
} Outcome;

static void
run (const char *folder,
     GHashTable *row,
     const char *currency,
     Outcome    *outcome)
{
  g_autofree char *path = g_build_filename (folder, hw_manifest_get (row, "file"), NULL);
  g_autoptr(HwImportReport) report = NULL;
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  HwImportOptions options = { .kind = HW_IMPORT_AUTO, .currency = currency, .currency_open = TRUE, .today = hw_day_from_iso (TODAY), .answers = answers };
  const char *asked = "";
  g_autofree char *quantity = NULL;
  g_autofree char *amount = NULL;

  *outcome = (Outcome) { 0 };
  plan = hw_import_scan (path, &options, NULL, &error);
  if (plan != NULL && hw_import_plan_get_questions (plan)->len > 0)
    {
      const HwImportQuestion *question = g_ptr_array_index (hw_import_plan_get_questions (plan), 0);
      const HwImportChoice *choice = &g_array_index (question->choices, HwImportChoice, 0);

      outcome->asked = TRUE;
      asked = g_intern_string (question->id);
      g_hash_table_insert (answers, (gpointer) asked, (gpointer) g_intern_string (choice->value));
      g_clear_pointer (&plan, hw_import_plan_free);
      plan = hw_import_scan (path, &options, NULL, &error);
    }
  if (plan != NULL)
    report = hw_import_read (plan, NULL, NULL, &error);
  if (report == NULL)
    {
      g_assert_nonnull (error);
      g_snprintf (outcome->said, sizeof outcome->said, "refused: %s", error->message);
      return;
    }

  quantity = hw_scaled_to_text (report->quantity_total, 0);
  amount = hw_scaled_to_text (report->amount_total, 2);
  outcome->agrees = agrees (row, report);
  g_snprintf (outcome->said, sizeof outcome->said,
              "%s, %" G_GINT64_FORMAT " rows, %" G_GINT64_FORMAT " imported, quantity %s, amount %s%s%s", hw_import_kind_id (report->kind),
              report->rows_read, report->rows_imported, quantity, amount, *asked != '\0' ? ", asked " : "", asked);
}

static void
test_real (void)
{
  g_autofree char *folder = hw_manifest_find ("files");
  g_autoptr(GPtrArray) rows = NULL;
  guint files = 0, right = 0, asked = 0;

  if (folder == NULL)
    return;

  rows = hw_manifest_read (folder);
  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);
      const gboolean counts = in_table (row);
      Outcome outcome;
      char currency[4];

      hw_manifest_currency (row, currency);
      run (folder, row, currency, &outcome);
      g_test_message ("%-8s %s: %s", !counts ? "other" : outcome.agrees ? "right" : "WRONG", hw_manifest_get (row, "file"), outcome.said);
      if (!counts)
        continue;
      files++;
      right += outcome.agrees;
      asked += outcome.asked;
      g_assert_true (!outcome.asked || *hw_manifest_get (row, "expected_question") != 0);
    }

  g_test_message ("%u of %u right, %u asked", right, files, asked);
  g_assert_cmpuint (right, >=, 20);
  g_assert_cmpuint (asked * 3, <=, files);
}

/* A business in another currency may ask for the currency, and is right after. */
static void
test_other_currency (void)
{
  g_autofree char *folder = hw_manifest_find ("files");
  g_autoptr(GPtrArray) rows = NULL;
  guint right = 0;

  if (folder == NULL)
    return;

  rows = hw_manifest_read (folder);
  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);
      Outcome outcome;

      if (!in_table (row))
        continue;
      run (folder, row, "EUR", &outcome);
      right += outcome.agrees;
    }

  g_assert_cmpuint (right, >=, 20);
}

static gboolean
take_row (const HwImportRow  *row,
          gpointer            data,
          GError            **error)
{
  g_assert_true (g_utf8_validate (row->item, -1, NULL));
  return TRUE;
}

static void
test_hostile (void)
{
  g_autofree char *folder = hw_manifest_find ("hostile");
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const HwRowSink sink = { take_row, NULL };
  const char *name;

  if (folder == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const HwImportOptions options = { .kind = HW_IMPORT_AUTO, .currency = "EUR", .currency_open = TRUE, .today = hw_day_from_iso (TODAY) };
      g_autoptr(HwImportReport) report = NULL;
      g_autoptr(HwImportPlan) plan = NULL;
      g_autoptr(GError) error = NULL;

      plan = hw_import_scan (path, &options, NULL, &error);
      if (plan != NULL)
        report = hw_import_read (plan, hw_import_plan_get_questions (plan)->len == 0 ? &sink : NULL, NULL, &error);
      g_assert_true ((report != NULL) != (error != NULL));
      g_test_message ("%s: %s", name, error != NULL ? error->message : "read");
      if (error != NULL)
        g_assert_true (error->domain == HW_IMPORT_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/corpus/real", test_real);
  g_test_add_func ("/import/corpus/other-currency", test_other_currency);
  g_test_add_func ("/import/corpus/hostile", test_hostile);
  return g_test_run ();
}
