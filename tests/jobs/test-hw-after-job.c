/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking back: all that was said stands in it; and as a case no name of the records does. */
#include "domain/hw-initiative.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-after-job.h"
#include "jobs/trial/hw-nameless.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "support/hw-test-business.h"

#include <string.h>

/* A Monday. */
#define START (hw_day_from_ymd (2026, 1, 5))
#define WEEKS 8
#define PAST 110

static void
open_shop (HwTestBusiness *self)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount,Customer\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportReport) goods = NULL;
  g_autoptr (GError) error = NULL;
  char iso[HW_DAY_ISO_SIZE];

  for (int d = -7 * PAST; d < 7 * WEEKS; d++)
    g_string_append_printf (text, "%s,%s,1,%d.00,Maria Lopez\n", hw_day_write_iso (START + d, iso), d % 2 == 0 ? "Rye bread" : "Rye",
                            100 + (d * 7919) % 23 + (d >= 0 ? 30 : 0));
  hw_test_business_open (self, START + 7 * WEEKS);
  report = hw_test_business_import (self, "sales.csv", text->str, &error);
  g_assert_no_error (error);
  goods = hw_test_business_import (self, "products.csv", "Product,Price,Cost,Supplier\nRye bread,1.00,0.50,Mill & Sons\nRye,1.00,0.50,Mill & Sons\n", &error);
  g_assert_no_error (error);
}

static void
keep (HwTestBusiness *self,
      HwEntry        *entry)
{
  g_autoptr (GError) error = NULL;

  entry->changed = START;
  g_assert_true (hw_entry_repo_keep (hw_session_get_store (self->session), entry, HW_ENTRY_SAVED, 1, &error));
  g_assert_no_error (error);
}

static gint64
keep_trial (HwTestBusiness *self)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  g_autoptr (HwEntry) week = NULL;

  g_free (entry->who);
  entry->who = g_strdup ("Anna");
  hw_answers_set (entry->answers, "name", "Rye bread at noon");
  hw_answers_set (entry->answers, "change", "At CORNER, Anna bakes rye bread and rye twice a day.");
  hw_answers_set (entry->answers, "reason", "Maria Lopez and Tom asked for it; Mill & Sons can bring more. Ryegrass stays.");
  hw_answers_set (entry->answers, "owner", "Tom");
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "effect", 0.1);
  hw_answers_set_number (entry->answers, "cost", 250.0);
  hw_answers_set_day (entry->answers, "start", START);
  hw_answers_set_day (entry->answers, "end", START + 7 * WEEKS - 1);
  hw_answers_set (entry->answers, "state", "live");
  hw_answers_set (entry->answers, "decision", "go");
  hw_answers_set (entry->answers, "decision_why", "Tom likes it.");
  hw_answers_set (entry->answers, "after_why", "People come at noon.");
  hw_answers_set (entry->answers, "after_keep", "Two bakes a day, says Anna.");
  hw_answers_set (entry->answers, "lesson", "Ask Maria Lopez first.");
  hw_answers_set (entry->answers, "lesson_3", "Begin small.");
  hw_answers_set (entry->answers, "after_liked", "partly");
  keep (self, entry);

  week = hw_entry_new (HW_ENTRY_CHECK_IN, entry->id);
  hw_answers_set_day (week->answers, "week", START);
  hw_answers_set_number (week->answers, "used", 0.9);
  hw_answers_set_number (week->answers, "hours", 3.5);
  hw_answers_set (week->answers, "trouble", "Tom was ill.");
  keep (self, week);
  return entry->id;
}

static char *
read_all (HwTestBusiness *self,
          gint64          id,
          gboolean        nameless)
{
  const HwAfterRequest request = { id, nameless, NULL };
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = hw_session_run (self->session, &hw_after_job, &request, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const HwAfterLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s|%s\n", line->label != NULL ? line->label : "", line->text != NULL ? line->text : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not stand in:\n%s", part, text);
}

static void
test_all_of_it (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autofree char *text = NULL;

  open_shop (&shop);
  text = read_all (&shop, keep_trial (&shop), FALSE);
  assert_has (text, "Rye bread at noon|\n");
  assert_has (text, "What we expected|\n");
  assert_has (text, "Worth having|10");
  assert_has (text, "|Keep it: once everything runs, it is worth about ");
  assert_has (text, "|It was done the new way 90");
  assert_has (text, "Why it came so|People come at noon.\n");
  assert_has (text, "|Tom was ill.\n");
  assert_has (text, "Decision|Keep it and use it everywhere\n");
  assert_has (text, "Hours that were noted|3,5\n");
  assert_has (text, "Cost to set up the trial|");
  assert_has (text, "We keep|Two bakes a day, says Anna.\n");
  assert_has (text, "Lesson|Ask Maria Lopez first.\n");
  assert_has (text, "Third lesson|Begin small.\n");
  assert_has (text, "The people would keep it|Some would, some would not\n");
}

static gboolean
has_name (const char *text,
          const char *name)
{
  g_autofree char *quoted = g_regex_escape_string (name, -1);
  g_autofree char *words = g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", quoted);

  return g_regex_match_simple (words, text, G_REGEX_CASELESS, 0);
}

static void
test_no_names (void)
{
  static const char *const people[] = { "Corner", "Anna", "Tom", "Maria", "Lopez", "Mill", "Sons" };
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (GArray) products = NULL;
  g_autoptr (GArray) suppliers = NULL;
  g_autoptr (GArray) customers = NULL;
  g_autofree char *text = NULL;
  HwStore *store;

  open_shop (&shop);
  store = hw_session_get_store (shop.session);
  text = read_all (&shop, keep_trial (&shop), TRUE);
  products = hw_product_repo_list (store, NULL);
  suppliers = hw_supplier_repo_list (store, NULL);
  customers = hw_customer_repo_list (store, NULL);
  g_assert_cmpuint (products->len, ==, 2);
  g_assert_cmpuint (suppliers->len, ==, 1);
  g_assert_cmpuint (customers->len, ==, 1);
  for (guint i = 0; i < products->len; i++)
    g_assert_false (has_name (text, g_array_index (products, HwProduct, i).name));
  g_assert_false (has_name (text, g_array_index (suppliers, HwSupplier, 0).name));
  g_assert_false (has_name (text, g_array_index (customers, HwCustomer, 0).name));
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_false (has_name (text, people[i]));

  assert_has (text, "a product at noon|\n");
  assert_has (text, "At the business, someone bakes a product and a product twice a day.");
  assert_has (text, "a customer and someone asked for it; a supplier can bring more. Ryegrass stays.");
}

/* The paper is a PDF in which the names do not stand as file facts either. */
static void
test_paper (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  HwAfterRequest request = { 0, TRUE, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *got = NULL, *bytes = NULL;
  gsize n;

  open_shop (&shop);
  path = g_build_filename (shop.folder, "case.pdf", NULL);
  request.id = keep_trial (&shop);
  request.path = path;
  got = hw_session_run (shop.session, &hw_after_paper_job, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, path);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_true (n > 1000 && memcmp (bytes, "%PDF", 4) == 0);
  g_assert_null (g_strstr_len (bytes, (gssize) n, "Corner"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/after-job/all-of-it", test_all_of_it);
  g_test_add_func ("/after-job/no-names", test_no_names);
  g_test_add_func ("/after-job/paper", test_paper);
  return g_test_run ();
}
