/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-house-rules.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char        *dir;
  char        *path;
  HwBusiness   business;
  HwHouseRules rules;
} Desk;

static const char *const none[] = { NULL };

static void
desk_set_up (Desk         *desk,
             gconstpointer data)
{
  desk->dir = g_dir_make_tmp ("hw-rules-XXXXXX", NULL);
  g_assert_nonnull (desk->dir);
  desk->path = g_build_filename (desk->dir, "rules.pdf", NULL);
  desk->business = (HwBusiness) { (char *) "Café Müller", (char *) "bakery", (char *) "DE", "EUR", 0 };
  desk->rules = (HwHouseRules) {
    .business = &desk->business, .today = "2 March 2026", .again = "2 March 2027", .day = hw_day_from_ymd (2026, 3, 2),
    .uses = none, .checkers = none, .ask = "",
  };
}

static void
desk_tear_down (Desk         *desk,
                gconstpointer data)
{
  g_unlink (desk->path);
  g_assert_cmpint (g_rmdir (desk->dir), ==, 0); /* nothing else is left in it */
  g_free (desk->dir);
  g_free (desk->path);
}

static char *
write_rules (Desk  *desk,
             gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_assert_true (hw_house_rules_write (&desk->rules, desk->path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (desk->path, &bytes, size, NULL));
  return bytes;
}

/* PDF holds zeros, so no string function will do. */
static gboolean
holds (const char *bytes,
       gsize       size,
       const char *what)
{
  const gsize length = strlen (what);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, what, length) == 0)
      return TRUE;

  return FALSE;
}

/* One page in the paper of the country. */
static void
test_paper (Desk         *desk,
            gconstpointer data)
{
  static const struct { const char *country, *box; } cases[] = {
    { "DE", "/MediaBox [ 0 0 595.2" }, { "US", "/MediaBox [ 0 0 612 792 ]" }, { "CA", "/MediaBox [ 0 0 612 792 ]" },
    { "GB", "/MediaBox [ 0 0 595.2" }, { "", "/MediaBox [ 0 0 595.2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = NULL;
      gsize size;

      desk->business.country = (char *) cases[i].country;
      bytes = write_rules (desk, &size);
      g_assert_true (holds (bytes, size, "%PDF-"));
      g_assert_true (holds (bytes, size, cases[i].box));
      g_assert_true (holds (bytes, size, "/Count 1"));
      g_assert_true (holds (bytes, size, "/Title "));
    }
}

/* The same rules on the same day: the same bytes. */
static void
test_same_bytes (Desk         *desk,
                 gconstpointer data)
{
  gsize n_first, n_second;
  g_autofree char *first = write_rules (desk, &n_first);
  g_autofree char *second = write_rules (desk, &n_second);

  g_assert_cmpmem (first, n_first, second, n_second);
}

/* However much is in use, it stays one page. */
static void
test_one_page (Desk         *desk,
               gconstpointer data)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new ();
  g_autofree char *words = g_strnfill (500, 'w');
  g_autofree char *bytes = NULL;
  gsize size;

  for (guint i = 0; i < 12; i++)
    g_ptr_array_add (uses, words);
  g_ptr_array_add (uses, NULL);
  desk->rules.uses = desk->rules.checkers = (const char *const *) uses->pdata;
  desk->rules.people = desk->rules.data = desk->rules.children = TRUE;
  bytes = write_rules (desk, &size);
  g_assert_true (holds (bytes, size, "/Count 1"));
}

static void
assert_text (const HwHouseRules *rules,
             const char         *what,
             gboolean            is_there)
{
  g_autofree char *text = hw_house_rules_dup_text (rules);

  g_assert_cmpint (strstr (text, what) != NULL, ==, is_there);
}

/* What is known is filled in; the rest is a line to write on. */
static void
test_words (Desk         *desk,
            gconstpointer data)
{
  static const char *const uses[] = { "Order by the list", "Bake by the forecast", NULL };
  static const char *const checkers[] = { "Anna", "", NULL };

  assert_text (&desk->rules, "House rules of Café Müller", TRUE);
  assert_text (&desk->rules, "2 March 2027", TRUE);
  assert_text (&desk->rules, "To foresee what will sell", TRUE);
  assert_text (&desk->rules, "Name: ____", TRUE);
  assert_text (&desk->rules, "Passwords", TRUE);
  assert_text (&desk->rules, "with no names", FALSE);
  assert_text (&desk->rules, "decide about somebody", FALSE);
  assert_text (&desk->rules, "about children", FALSE);

  desk->rules.uses = uses;
  desk->rules.checkers = checkers;
  desk->rules.ask = "Anna";
  desk->rules.people = desk->rules.data = desk->rules.children = TRUE;
  assert_text (&desk->rules, "To foresee what will sell", FALSE);
  assert_text (&desk->rules, "• Bake by the forecast\n", TRUE);
  assert_text (&desk->rules, "• Order by the list: Anna\n", TRUE);
  assert_text (&desk->rules, "Bake by the forecast:", FALSE);
  assert_text (&desk->rules, "Name: ____", FALSE);
  assert_text (&desk->rules, "with no names", TRUE);
  assert_text (&desk->rules, "decide about somebody", TRUE);
  assert_text (&desk->rules, "about children", TRUE);
}

static void
test_no_place (Desk         *desk,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->dir, "nowhere", "rules.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_house_rules_write (&desk->rules, path, &error));
  g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
}

#define ADD(name, func) g_test_add ("/report/house-rules/" name, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("paper", test_paper);
  ADD ("same-bytes", test_same_bytes);
  ADD ("one-page", test_one_page);
  ADD ("words", test_words);
  ADD ("no-place", test_no_place);

  return g_test_run ();
}
