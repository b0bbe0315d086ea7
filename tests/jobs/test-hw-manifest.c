/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file of a list of real ones, through the whole import: what is understood, what
 * is asked, and whether days, quantity and amount are what the list says, by one rule for
 * all. Reads the folder HEADWAY_DATA where there is one, and prints a table. */
#include "core/hw-error.h"
#include "jobs/hw-say.h"
#include "support/hw-test-business.h"
#include "support/hw-test-manifest.h"

#define TODAY (hw_day_from_ymd (2026, 11, 21))

/* What a sensible owner says where the file leaves something open. */
static const struct
{
  const char *question;
  const char *kind;    /* of the list; NULL: of any */
  const char *value;
} sensible[] = {
  { "kind", "bank", "bank" },
  { "kind", "sales", "sales" },
  { "kind", "products", "products" },
  { "figures", NULL, "amount" },
  { "no-date", NULL, "above" },
};

typedef enum
{
  RIGHT,      /* all agrees */
  SENTENCE,   /* nothing in it for us, and it is said */
  OTHER,      /* an old workbook, and no program here that converts it */
  WRONG,
} Outcome;

typedef struct
{
  Outcome outcome;
  guint   asked;
  char    questions[80];
  char    said[240];
} Result;

static const char *
answer_to (const HwImportQuestion *question,
           GHashTable             *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sensible); i++)
    if (g_str_equal (question->id, sensible[i].question)
        && (sensible[i].kind == NULL || g_str_equal (hw_manifest_get (row, "data_kind"), sensible[i].kind))
        && hw_import_question_has_choice (question, sensible[i].value))
      return sensible[i].value;

  return g_array_index (question->choices, HwImportChoice, 0).value;
}

/* Looks, answers what is asked, and looks again, until nothing is open. */
static HwImportLook *
look (const HwTestBusiness  *business,
      HwImportRequest       *request,
      GHashTable            *row,
      Result                *result,
      GError               **error)
{
  for (;;)
    {
      g_autoptr (HwImportRequest) wish = hw_import_request_new (request->path);
      g_autoptr (HwImportLook) seen = NULL;
      GHashTableIter iter;
      gpointer id, value;

      if (request->answers != NULL)
        {
          g_hash_table_iter_init (&iter, request->answers);
          while (g_hash_table_iter_next (&iter, &id, &value))
            hw_import_request_answer (wish, id, value);
        }
      seen = hw_session_run (business->session, &hw_import_look_job, wish, NULL, error);
      if (seen == NULL || seen->report->questions->len == 0)
        return g_steal_pointer (&seen);

      const HwImportQuestion *question = g_ptr_array_index (seen->report->questions, 0);
      const gsize n = strlen (result->questions);

      g_assert_cmpuint (++result->asked, <, 8);
      g_snprintf (result->questions + n, sizeof result->questions - n, "%s%s", n > 0 ? ", " : "", question->id);
      hw_import_request_answer (request, question->id, answer_to (question, row));
    }
}

/* A file with nothing for us: groups, a journal, lines without a day, a heading alone. */
static gboolean
holds_nothing (GHashTable *row)
{
  static const char *const kinds[] = { "none", "journal", "lines", "orders" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (hw_manifest_get (row, "data_kind"), kinds[i]))
      return TRUE;

  return g_str_equal (hw_manifest_get (row, "data_rows"), "0");
}

static void
run (const char *folder,
     GHashTable *row,
     Result     *result)
{
  g_autofree char *path = g_build_filename (folder, hw_manifest_get (row, "file"), NULL);
  g_autoptr (HwImportRequest) request = hw_import_request_new (path);
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportLook) seen = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *amount = NULL;
  char currency[4], first[HW_DAY_ISO_SIZE] = "", last[HW_DAY_ISO_SIZE] = "";

  hw_manifest_currency (row, currency);
  hw_test_business_open_in (&business, TODAY, currency);
  *result = (Result) { .outcome = WRONG };
  seen = look (&business, request, row, result, &error);
  if (seen != NULL)
    report = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);

  if (report == NULL)
    {
      g_autofree char *sentence = hw_say_error (error, hw_manifest_get (row, "file"));

      result->outcome = g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OLD_FORMAT) ? OTHER : holds_nothing (row) && !g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_KIND) ? SENTENCE : WRONG;
      g_strlcpy (result->said, sentence, sizeof result->said);
      return;
    }

  /* What was shown before is what was kept. */
  g_assert_cmpint (seen->report->rows_imported, ==, report->rows_imported);
  g_assert_cmpint (seen->report->amount_total, ==, report->amount_total);

  result->outcome = hw_manifest_agrees (row, report) ? RIGHT : WRONG;
  quantity = hw_scaled_to_text (report->quantity_total, 0);
  amount = hw_scaled_to_text (report->amount_total, 2);
  if (report->first_day != HW_DAY_NONE)
    {
      hw_day_write_iso (report->first_day, first);
      hw_day_write_iso (report->last_day, last);
    }
  g_snprintf (result->said, sizeof result->said, "%s, %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " rows, %s %s, quantity %s, amount %s",
              hw_import_kind_id (report->kind), report->rows_imported, report->rows_read, first, last, quantity, amount);
}

static void
test_all (void)
{
  static const char *const words[] = { "right", "sentence", "other", "WRONG" };
  g_autofree char *folder = hw_manifest_find ("files");
  g_autoptr (GPtrArray) rows = NULL;
  guint wrong = 0, asked = 0, one = 0;

  if (folder == NULL)
    return;

  rows = hw_manifest_read (folder);
  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);
      Result result;

      run (folder, row, &result);
      g_test_message ("%-40s %-8s %s%s%s%s", hw_manifest_get (row, "file"), words[result.outcome],
                      result.asked > 0 ? "asked " : "", result.questions, result.asked > 0 ? "; " : "", result.said);
      wrong += result.outcome == WRONG && !hw_manifest_is_doubtful (row);
      asked += result.asked > 0;
      one += result.asked == 1;
    }

  g_test_message ("%u files, %u wrong, %u asked, %u of them once", rows->len, wrong, asked, one);
  g_assert_cmpuint (asked * 3, <=, rows->len);
  g_assert_cmpuint (one, ==, asked);
  g_assert_cmpuint (wrong, ==, 0);
}

/* Two files of the list that are one: lines of orders, and the orders with their days. What
 * they come to is worked out here by quantity x price less the share taken off. */
static void
test_orders_and_lines (void)
{
  g_autofree char *folder = hw_manifest_find ("files");
  g_autofree char *lines = folder != NULL ? g_build_filename (folder, "northwind_order-details.csv", NULL) : NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;
  double sum = 0.0;
  gint64 n = 0;

  if (folder == NULL)
    return;

  g_assert_true (g_file_get_contents (lines, &text, NULL, &error));
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      n++;
      sum += g_ascii_strtod (cells[2], NULL) * g_ascii_strtod (cells[3], NULL) * (1.0 - g_ascii_strtod (cells[4], NULL));
    }

  hw_test_business_open_in (&business, TODAY, "USD");
  request = hw_import_request_new (lines);
  request->beside = g_build_filename (folder, "northwind_orders.csv", NULL);
  report = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows_imported, ==, n);
  g_assert_cmpint (report->first_day, ==, hw_day_from_ymd (1996, 7, 4));
  g_assert_cmpint (report->last_day, ==, hw_day_from_ymd (1998, 5, 6));
  g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (report->amount_total), sum, 0.01);
  g_test_message ("%s", (const char *) g_ptr_array_index (report->notes, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/all", test_all);
  g_test_add_func ("/manifest/orders-and-lines", test_orders_and_lines);
  return g_test_run ();
}
