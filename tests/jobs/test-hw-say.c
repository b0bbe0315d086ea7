/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "jobs/content/hw-content.h"
#include "jobs/hw-preferences.h"
#include "jobs/hw-say.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GQuark (*domain) (void);
  int      n;
} Codes;

/* Every code of every layer has a sentence of its own and a name, or means that
 * the owner stopped it, or never leaves the jobs. */
static void
test_every_error_has_words (void)
{
  static const Codes all[] = {
    { hw_store_error_quark, HW_STORE_ERROR_CANCELLED + 1 },
    { hw_import_error_quark, HW_IMPORT_ERROR_CANCELLED + 1 },
    { hw_report_error_quark, HW_REPORT_ERROR_CANCELLED + 1 },
    { hw_jobs_error_quark, HW_JOBS_ERROR_CANCELLED + 1 },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize d = 0; d < G_N_ELEMENTS (all); d++)
    for (int code = 0; code < all[d].n; code++)
      {
        g_autoptr (GError) error = g_error_new_literal (all[d].domain (), code, "detail");
        char *text = hw_say_error (error, "shop.headway");
        const gboolean own = g_str_equal (text, "detail"); /* the message is the sentence */

        g_assert_null (strstr (text, "That did not work"));
        g_assert_null (strchr (text, '!'));
        g_assert_cmpstr (hw_say_code (error), !=, "failed");
        g_assert_true (g_hash_table_add (seen, text) || own || hw_error_is_cancelled (error));
      }
}

static void
check_why (HwStockLine *line,
           const char  *expected)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "GBP");
  g_autofree char *why = hw_say_stock_reason (line, format);

  g_assert_cmpstr (why, ==, expected);
}

/* What is left, when it is gone, when an order comes, what not ordering costs. */
static void
test_why_order (void)
{
  g_autoptr (HwStockLine) line = hw_stock_line_new ();

  line->reason = HW_STOCK_ORDER;
  line->on_hand = 5 * HW_QUANTITY_ONE;
  line->daily_units = 2.5;
  line->lead_days = 4;
  check_why (line, "5 left; about 2.5 sell each day");
  line->runs_out = hw_day_from_ymd (2026, 3, 4);
  line->arrives = hw_day_from_ymd (2026, 3, 6);
  check_why (line, "5 left; about 2.5 sell each day, so they last until about Wed, 4 Mar; ordered today it comes about Fri, 6 Mar");
  line->order_now = 9 * HW_QUANTITY_ONE;
  line->at_risk = 45 * HW_MONEY_ONE; /* within a week */
  line->lead_assumed = TRUE;
  check_why (line, "5 left; about 2.5 sell each day, so they last until about Wed, 4 Mar; a delivery may come about Fri, 6 Mar "
                   "(its waiting time is not known); not ordered, about £45 of sales a week are missed");
  line->reason = HW_STOCK_ORDER_SOLD_OUT;
  line->on_hand = 0;
  line->lead_assumed = FALSE;
  check_why (line, "Sold out; about 2.5 sell each day; ordered today it comes about Fri, 6 Mar; not ordered, about £45 of sales a week are missed");
  line->lead_days = 0;
  check_why (line, "Make fresh today; about 2.5 are expected to sell; not ordered, about £45 of sales a week are missed");
  line->made_here = TRUE;
  check_why (line, "Make fresh today; about 2.5 are expected to sell; not made, about £45 of sales a week are missed");
  line->at_risk = 0;
  line->for_promise = TRUE;
  check_why (line, "Make fresh today; about 2.5 are expected to sell; only the promise asks for it today");
}

/* What is on the way is enough, but no stock yet. */
static void
test_why_on_the_way (void)
{
  g_autoptr (HwStockLine) line = hw_stock_line_new ();

  line->reason = HW_STOCK_ENOUGH;
  line->on_order = 36 * HW_QUANTITY_ONE;
  line->on_hand = 4 * HW_QUANTITY_ONE;
  check_why (line, "Enough, with 36 on the way");
  line->on_hand = 0;
  check_why (line, "Sold out; the 36 on the way are enough once they are here");
}

/* Every reason has a sentence of its own. */
static void
test_every_reason (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "GBP");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int reason = HW_STOCK_ENOUGH; reason <= HW_STOCK_OVER_BUDGET; reason++)
    {
      g_autoptr (HwStockLine) line = hw_stock_line_new ();

      line->reason = (HwStockReason) reason;
      line->lead_days = 3;
      g_assert_true (g_hash_table_add (seen, hw_say_stock_reason (line, format)));
    }
}

static void
test_sectors (void)
{
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  g_assert_cmpuint (n, >=, 5);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (hw_content_find_sector (sectors[i].id), ==, sectors[i].id);
      g_assert_cmpint (*sectors[i].name, !=, '\0');
    }

  g_assert_cmpstr (hw_content_find_sector ("shop"), ==, "retail");
  g_assert_null (hw_content_find_sector ("moon base"));
  g_assert_null (hw_content_find_sector (NULL));
}

/* What was set is there the next time; files that are gone are not offered. */
static void
test_preferences_are_kept (void)
{
  g_autofree char *there = g_build_filename (g_get_user_config_dir (), "there.headway", NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *no_name = NULL;
  g_autofree char *last = NULL;
  int width, height;
  gboolean maximized;

  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_assert_true (g_file_set_contents (there, "", 0, NULL));
  {
    g_autoptr (HwPreferences) first = hw_preferences_load ();

    hw_preferences_add_recent (first, "/gone.headway", "Gone");
    hw_preferences_add_recent (first, there, "Old name");
    hw_preferences_add_recent (first, there, "Corner = Shop; [Ltd]");
    hw_preferences_set_last (first, there);
    hw_preferences_set_window (first, 900, 700, TRUE);
    hw_preferences_set_text (first, "accountant", "books@example.com");
  }

  g_autoptr (HwPreferences) second = hw_preferences_load ();
  g_auto (GStrv) recent = hw_preferences_dup_recent (second);

  g_assert_cmpuint (g_strv_length (recent), ==, 1);
  g_assert_cmpstr (recent[0], ==, there);
  hw_preferences_get_window (second, &width, &height, &maximized);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 700);
  g_assert_true (maximized);
  text = hw_preferences_dup_text (second, "accountant");
  g_assert_cmpstr (text, ==, "books@example.com");
  name = hw_preferences_dup_name (second, there);
  g_assert_cmpstr (name, ==, "Corner = Shop; [Ltd]");
  no_name = hw_preferences_dup_name (second, "/gone.headway");
  g_assert_cmpstr (no_name, ==, "gone");
  last = hw_preferences_dup_last (second);
  g_assert_cmpstr (last, ==, there);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/jobs/say/every-error-has-words", test_every_error_has_words);
  g_test_add_func ("/jobs/say/why-order", test_why_order);
  g_test_add_func ("/jobs/say/why-on-the-way", test_why_on_the_way);
  g_test_add_func ("/jobs/say/every-reason", test_every_reason);
  g_test_add_func ("/jobs/content/sectors", test_sectors);
  g_test_add_func ("/jobs/preferences/are-kept", test_preferences_are_kept);

  return g_test_run ();
}
