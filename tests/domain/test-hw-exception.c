/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-exception.h"

static HwException *
make (HwExceptionKind  kind,
      double           money,
      const char      *name)
{
  HwException *exception = hw_exception_new (kind);

  exception->money = money;
  g_free (exception->name);
  exception->name = g_strdup (name);
  return exception;
}

/* Largest money first, then kind, then name; but first of all what all hangs on. */
static void
test_rank (void)
{
  g_autoptr (HwException) small = make (HW_EXCEPTION_ORDER, 10.0, "");
  g_autoptr (HwException) large = make (HW_EXCEPTION_REVIEW, 90.0, "");
  g_autoptr (HwException) old = make (HW_EXCEPTION_OLD_SALES, 0.0, "");
  g_autoptr (HwException) order = make (HW_EXCEPTION_SOLD_OUT, 10.0, "B");
  g_autoptr (HwException) other = make (HW_EXCEPTION_SOLD_OUT, 10.0, "C");

  g_assert_cmpint (hw_exception_compare (large, small), <, 0);
  g_assert_cmpint (hw_exception_compare (small, large), >, 0);
  g_assert_cmpint (hw_exception_compare (small, order), <, 0);
  g_assert_cmpint (hw_exception_compare (order, other), <, 0);
  g_assert_cmpint (hw_exception_compare (order, order), ==, 0);
  g_assert_cmpint (hw_exception_compare (old, large), <, 0);
  g_assert_cmpint (hw_exception_compare (large, old), >, 0);
}

/* Each kind has a name of its own and a page where it is dealt with. */
static void
test_every_kind (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < HW_EXCEPTION_N; i++)
    {
      g_autoptr (HwException) exception = hw_exception_new ((HwExceptionKind) i);

      g_assert_true (g_hash_table_add (ids, (gpointer) hw_exception_kind_id ((HwExceptionKind) i)));
      g_assert_nonnull (exception->page);
      g_assert_cmpstr (exception->name, ==, "");
      g_assert_cmpint (exception->day, ==, HW_DAY_NONE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exception/rank", test_rank);
  g_test_add_func ("/exception/every-kind", test_every_kind);
  return g_test_run ();
}
