/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/today/hw-say-today.h"

#include <math.h>

#define DAY (hw_day_from_ymd (2026, 2, 3))

static void
assert_says (char       *said,
             const char *sentence)
{
  g_autofree char *text = said;

  g_assert_cmpstr (text, ==, sentence);
}

static HwException *
make (HwExceptionKind  kind,
      const char      *name,
      double           money,
      double           number,
      HwDay            day)
{
  HwException *e = hw_exception_new (kind);

  g_free (e->name);
  e->name = g_strdup (name);
  e->money = money;
  e->number = number;
  e->day = day;
  return e;
}

/* One plain sentence each, with its money where there is any. */
static void
test_exceptions (void)
{
  static const struct { HwExceptionKind kind; const char *name; double money, stands, number; gboolean dated; const char *text; } cases[] = {
    { HW_EXCEPTION_SOLD_OUT, "Rye bread", 123.0, 0, 4, TRUE, "Rye bread runs out on @, before an order can come; about €120 of sales are missed until an order of today comes" },
    { HW_EXCEPTION_SOLD_OUT, "Rye bread", 0.0, 0, 4, TRUE, "Rye bread runs out on @, before an order can come" },
    { HW_EXCEPTION_ORDER, "", 1234.0, 0, 1, FALSE, "1 product is to be ordered today; if you do not, about €1,200 of sales a week are missed" },
    { HW_EXCEPTION_ORDER, "", 0.0, 0, 12, FALSE, "12 products are to be ordered today" },
    { HW_EXCEPTION_DEAD_STOCK, "", 0.0, 847.0, 3, FALSE, "€850 is tied up in 3 products that have not sold for half a year" },
    { HW_EXCEPTION_UNUSUAL, "", 87.0, 0, -0.7, TRUE, "Sales on @ were 70% (about €87) below what was expected" },
    { HW_EXCEPTION_UNUSUAL, "", 0.0, 0, 1.25, TRUE, "Sales on @ were 125% above what was expected" },
    { HW_EXCEPTION_OLD_SALES, "", 0.0, 0, 9, TRUE, "The last sales on record are of @, 9 days ago; import the newest ones" },
    { HW_EXCEPTION_OLD_COUNTS, "", 0.0, 0, 15, TRUE, "The stock was last counted on @, 15 days ago; count it again" },
    { HW_EXCEPTION_GOAL, "More", 0.0, 0, 0.31, TRUE, "A chance of about 3 in 10 that you reach “More” by 3 February 2026" },
    { HW_EXCEPTION_GOAL, "More", 0.0, 0, -1.0, TRUE, "“More” was to be reached by 3 February 2026, and was not" },
    { HW_EXCEPTION_GOAL, "More", 280.0, 0, 0.02, TRUE, "A chance of less than 1 in 10 that you reach “More” by 3 February 2026; it is about €280 a week away" },
    { HW_EXCEPTION_REVIEW, "Prices", 0.0, 0, 0, FALSE, "Prices: say how the week went" },
    { HW_EXCEPTION_REVIEW, "Prices", 0.0, 0, 2, TRUE, "Prices: you wanted to look again on @" },
    { HW_EXCEPTION_ALARM, "The forecast is too high", 40.0, 0, 0, TRUE, "The forecast is too high" },
  };
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");
  g_autofree char *day = hw_format_day (format, DAY, HW_DAY_SHORT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].text, "@", 2); /* the day stands there */
      g_autofree char *text = g_strjoinv (day, parts);
      g_autoptr (HwException) e = make (cases[i].kind, cases[i].name, cases[i].money, cases[i].number,
                                        cases[i].dated ? DAY : HW_DAY_NONE);

      e->stands = cases[i].stands;
      e->missed = cases[i].kind == HW_EXCEPTION_SOLD_OUT ? cases[i].money : 0.0;
      assert_says (hw_say_exception (e, format), text);
    }
}

/* Never a certainty. */
static void
test_chance (void)
{
  assert_says (hw_say_chance (0.0), "A chance of less than 1 in 10");
  assert_says (hw_say_chance (0.04), "A chance of less than 1 in 10");
  assert_says (hw_say_chance (0.07), "A chance of about 1 in 10");
  assert_says (hw_say_chance (0.68), "A chance of about 7 in 10");
  assert_says (hw_say_chance (0.94), "A chance of about 9 in 10");
  assert_says (hw_say_chance (1.0), "A chance of more than 9 in 10");
}

static void
test_goal (void)
{
  static const struct { HwReachState reach; const char *text; } cases[] = {
    { HW_REACH_KNOWN, "A chance of about 7 in 10 that you get there" },
    { HW_REACH_REACHED, "You are there already" },
    { HW_REACH_NO_FIGURE, "This figure is not known yet" },
  };
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HwGoalOutlook outlook = { .reach = cases[i].reach, .chance = 0.7 };

      assert_says (hw_say_goal (&outlook, format), cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/say-today/exceptions", test_exceptions);
  g_test_add_func ("/say-today/chance", test_chance);
  g_test_add_func ("/say-today/goal", test_goal);
  return g_test_run ();
}
