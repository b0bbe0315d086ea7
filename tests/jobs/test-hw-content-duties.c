/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-duties.h"

/* Ids are kept in business files: none may go. */
static void
test_list (void)
{
  GPtrArray *duties = hw_content_duties ();
  guint n[HW_DUTY_COULD + 1] = { 0 };

  g_assert_cmpuint (duties->len, ==, 34);
  for (guint i = 0; i < duties->len; i++)
    {
      const HwDuty *duty = g_ptr_array_index (duties, i);
      g_autofree char *id = g_strdup_printf ("G%02u", i + 1);

      g_assert_cmpstr (duty->id, ==, id);
      g_assert_true (hw_content_find_duty (id) == duty);
      g_assert_cmpstr (duty->title, !=, "");
      g_assert_cmpstr (duty->text, !=, "");
      g_assert_cmpstr (duty->why, !=, "");
      g_assert_cmpstr (duty->keep, !=, "");
      g_assert_cmpstr (duty->cadence, !=, "");
      g_assert_cmpuint (g_strv_length (duty->laws), >, 0);
      n[duty->weight]++;
    }

  g_assert_cmpuint (n[HW_DUTY_MUST], ==, 25);
  g_assert_cmpuint (n[HW_DUTY_SHOULD], ==, 8);
  g_assert_cmpuint (n[HW_DUTY_COULD], ==, 1);
  g_assert_null (hw_content_find_duty ("G35"));
  g_assert_null (hw_content_find_duty (NULL));
}

/* What comes again comes again, and each condition is a question of the risk form. */
static void
test_when_and_again (void)
{
  static const struct { const char *cadence; int days; } again[] = {
    { "weekly", 7 }, { "monthly", 31 }, { "quarterly", 92 }, { "yearly", 366 },
  };
  GPtrArray *duties = hw_content_duties ();

  for (guint i = 0; i < duties->len; i++)
    {
      const HwDuty *duty = g_ptr_array_index (duties, i);
      int days = 0;

      for (gsize k = 0; k < G_N_ELEMENTS (again); k++)
        if (g_str_equal (duty->cadence, again[k].cadence))
          days = again[k].days;
      g_assert_cmpint (duty->days, ==, days);

      for (guint k = 0; duty->when[k] != NULL; k++)
        g_assert_cmpint (hw_form_find (&hw_risk_form, duty->when[k]), >, 0);
    }
}

static void
test_facts (void)
{
  const HwDuty *impact = hw_content_find_duty ("G21");
  const HwDuty *list = hw_content_find_duty ("G03");
  const HwDuty *seller = hw_content_find_duty ("G18");

  g_assert_cmpint (impact->from, ==, HW_RISK_HIGH);
  g_assert_cmpstr (impact->when[0], ==, "data");
  g_assert_true (g_strv_contains ((const char *const *) impact->laws, "GDPR Art. 35"));
  g_assert_true (g_strv_contains ((const char *const *) impact->laws, "EU AI Act Art. 27"));
  g_assert_cmpint (list->from, ==, HW_RISK_UNKNOWN);
  g_assert_null (list->when[0]);
  g_assert_true (g_strv_contains ((const char *const *) list->laws, "GDPR Art. 30"));
  g_assert_cmpint (seller->from, ==, HW_RISK_LOW);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/content-duties/list", test_list);
  g_test_add_func ("/jobs/content-duties/when-and-again", test_when_and_again);
  g_test_add_func ("/jobs/content-duties/facts", test_facts);

  return g_test_run ();
}
