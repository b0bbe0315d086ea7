/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure for the same thing, however it is looked at. */
#include "core/hw-error.h"
#include "jobs/hw-demand-fixture.h"

#include <math.h>

#define CLOSE 1e-6

static void
assert_adds_up (const HwForecastPlan *plan)
{
  const HwForecastSeries *total = shop_series (plan, "*");

  for (guint i = 0; i < total->ahead->len; i++)
    {
      double mean[3] = { 0 }, shown[3] = { 0 }; /* all, bread, rolls */

      for (guint s = 1; s < plan->series->len; s++)
        {
          const HwForecastSeries *series = g_ptr_array_index (plan->series, s);
          const int group = g_str_equal (series->product_category, "Bread") ? 1 : g_str_equal (series->product_category, "Rolls") ? 2 : 0;

          g_assert_cmpfloat (shop_ahead (series, i)->mean, >=, 0.0);
          g_assert_cmpfloat (shop_ahead (series, i)->shown, ==, floor (shop_ahead (series, i)->shown));
          mean[0] += shop_ahead (series, i)->mean;
          shown[0] += shop_ahead (series, i)->shown;
          if (group > 0)
            {
              mean[group] += shop_ahead (series, i)->mean;
              shown[group] += shop_ahead (series, i)->shown;
            }
        }

      g_assert_cmpfloat_with_epsilon (shop_ahead (total, i)->mean, mean[0], CLOSE);
      g_assert_cmpfloat (shop_ahead (total, i)->lo95, <=, shop_ahead (total, i)->model + CLOSE);
      g_assert_cmpfloat (shop_ahead (total, i)->hi95, >=, shop_ahead (total, i)->model - CLOSE);
      g_assert_cmpfloat (shop_ahead (total, i)->shown, ==, shown[0]);
      g_assert_cmpfloat_with_epsilon (shop_ahead (shop_series (plan, "Bread"), i)->mean, mean[1], CLOSE);
      g_assert_cmpfloat (shop_ahead (shop_series (plan, "Bread"), i)->shown, ==, shown[1]);
      g_assert_cmpfloat_with_epsilon (shop_ahead (shop_series (plan, "Rolls"), i)->mean, mean[2], CLOSE);
      g_assert_cmpfloat (shop_ahead (shop_series (plan, "Rolls"), i)->shown, ==, shown[2]);
    }
}

/* A period is what sold of it already and what its days ahead come to. */
static void
assert_like_days (const HwForecastPlan *days,
                  const HwForecastPlan *plan,
                  guint                 n)
{
  static const char *const keys[] = { "*", "Bread", "Rye", "Bun", "Jam" };

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    for (guint i = 0; i < n; i++)
      {
        const HwForecastPoint *point = shop_ahead (shop_series (plan, keys[k]), i);
        const HwDay end = hw_by_add (plan->by, point->day, 1) - 1;
        const HwForecastPoint sum = shop_sum (shop_series (days, keys[k]), point->day, end);
        const double sold = shop_sold (shop_series (days, keys[k]), point->day, end);

        g_assert_cmpfloat_with_epsilon (point->mean, sum.mean + sold, CLOSE);
        g_assert_cmpfloat_with_epsilon (point->shown, sum.shown + sold, CLOSE);
        g_assert_cmpfloat (point->lo80, <=, point->mean);
        g_assert_cmpfloat (point->hi80, >=, point->mean);
      }
}

static void
test_adds_up (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) days = NULL;
  g_autoptr (HwForecastPlan) weeks = NULL;
  g_autoptr (HwForecastPlan) months = NULL;

  shop_open (&business, NULL);
  days = shop_plan (&business, HW_BY_DAY);
  weeks = shop_plan (&business, HW_BY_WEEK);
  months = shop_plan (&business, HW_BY_MONTH);

  g_assert_cmpuint (days->categories->len, ==, 2);
  g_assert_nonnull (shop_series (days, "Bread")->category);
  assert_adds_up (days);
  assert_adds_up (weeks);
  assert_adds_up (months);
  assert_like_days (days, weeks, 8);
  assert_like_days (days, months, 1);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Bun"), TODAY, TODAY + 41).mean / 42.0, 60.0, 6.0);
}

/* Further ahead than days are told one by one, it still does. */
static void
test_adds_up_far_ahead (void)
{
  const HwForecastRequest request = { TRUE, HW_BY_MONTH, 40 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) months = NULL;

  shop_open (&business, NULL);
  months = shop_run (&business, &hw_forecast_job, &request);
  g_assert_cmpuint (shop_series (months, "*")->ahead->len, ==, 40);
  assert_adds_up (months);
  g_assert_cmpfloat (shop_ahead (shop_series (months, "*"), 39)->mean, >, 1000.0);
}

/* Pretzels run out every Friday with few sold: what was missed counts in the week. */
static double
short_fridays (const char *product,
               HwDay       day)
{
  return g_str_equal (product, "Pretzel") && hw_day_weekday (day) == 4 ? 0.2 : 1.0;
}

static void
test_weeks_hold_what_was_missed (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GString) stock = g_string_new ("Date,Product,Quantity on hand\n");
  g_autoptr (HwForecastPlan) days = NULL;
  g_autoptr (HwForecastPlan) weeks = NULL;
  char iso[HW_DAY_ISO_SIZE];
  double lost = 0.0, of_week = 0.0, of_all = 0.0;

  shop_open (&business, short_fridays);
  for (HwDay day = FIRST; day < TODAY; day++)
    if (hw_day_weekday (day) < 6)
      g_string_append_printf (stock, "%s,Pretzel,%d\n", hw_day_write_iso (day, iso), hw_day_weekday (day) == 4 && day % 2 == 0 ? 0 : 9);
  shop_import (&business, "stock.csv", stock->str);

  days = shop_plan (&business, HW_BY_DAY);
  weeks = shop_plan (&business, HW_BY_WEEK);
  for (guint i = 0; i < shop_series (days, "Pretzel")->past->len; i++)
    {
      const HwPastPoint *point = &g_array_index (shop_series (days, "Pretzel")->past, HwPastPoint, i);

      if (point->day < hw_day_from_ymd (2026, 3, 9))
        lost += point->lost;
    }
  for (guint i = 0; i < shop_series (weeks, "Pretzel")->past->len; i++)
    {
      of_week += g_array_index (shop_series (weeks, "Pretzel")->past, HwPastPoint, i).lost;
      of_all += g_array_index (shop_series (weeks, "*")->past, HwPastPoint, i).lost;
    }

  g_assert_cmpfloat (lost, >, 50.0);
  g_assert_cmpfloat_with_epsilon (of_week, lost, CLOSE);
  g_assert_cmpfloat_with_epsilon (of_all, lost, CLOSE);
  assert_like_days (days, weeks, 8);
}

/* --- closed days --- */

static void
test_closed_days (void)
{
  const HwDay behind = hw_day_from_ymd (2026, 2, 3), ahead = hw_day_from_ymd (2026, 3, 19);
  g_autoptr (HwEntry) holiday = shop_event ("closed", "Holidays", ahead, ahead + 1);
  g_autoptr (HwEntry) flood = shop_event ("closed", "Flood", behind, behind);
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) before = NULL;
  g_autoptr (HwForecastPlan) days = NULL;
  g_autoptr (HwForecastPlan) weeks = NULL;
  guint n_own = 0;

  shop_open (&business, NULL);
  before = shop_plan (&business, HW_BY_WEEK);
  shop_keep (&business, holiday);
  shop_keep (&business, flood);
  days = shop_plan (&business, HW_BY_DAY);
  weeks = shop_plan (&business, HW_BY_WEEK);

  for (int i = 0; i < 2; i++)
    {
      const HwForecastPoint point = shop_on (shop_series (days, "*"), ahead + i);

      g_assert_cmpfloat (point.mean, ==, 0.0);
      g_assert_cmpfloat (point.hi95, ==, 0.0);
      g_assert_cmpfloat (point.shown, ==, 0.0);
    }
  g_assert_cmpfloat (shop_on (shop_series (days, "*"), ahead + 2).mean, >, 100.0);
  assert_adds_up (days);
  assert_like_days (days, weeks, 8);
  /* Two of eight shares of the week (Saturdays count twice) fall away. */
  g_assert_cmpfloat_with_epsilon (shop_on (shop_series (weeks, "*"), hw_day_from_ymd (2026, 3, 16)).mean,
                                  5.0 / 7.0 * shop_on (shop_series (before, "*"), hw_day_from_ymd (2026, 3, 16)).mean, 25.0);

  for (guint i = 0; i < shop_series (days, "*")->past->len; i++)
    {
      const HwPastPoint *point = &g_array_index (shop_series (days, "*")->past, HwPastPoint, i);

      g_assert_true ((point->state == HW_PAST_CLOSED) == (point->day == behind));
    }

  for (guint i = 0; i < days->events->len; i++)
    n_own += !((const HwKnownEvent *) g_ptr_array_index (days->events, i))->is_public;
  g_assert_cmpuint (n_own, ==, 2);
}

/* The card says Saturdays are closed from now on. */
static void
test_card_closes (void)
{
  g_autoptr (HwEntry) card = hw_entry_new (HW_ENTRY_CARD, 0);
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) days = NULL;

  shop_open (&business, NULL);
  hw_answers_set (card->answers, "name", "Corner");
  hw_answers_set (card->answers, "sector", "bakery");
  hw_answers_set (card->answers, "currency", "EUR");
  hw_answers_set (card->answers, "open_days", "1111100");
  shop_keep (&business, card);
  days = shop_plan (&business, HW_BY_DAY);
  g_assert_cmpint (days->season, ==, 5);
  for (guint i = 0; i < 30; i++)
    {
      const HwForecastPoint *point = shop_ahead (shop_series (days, "Bun"), i);

      g_assert_true ((point->mean > 0.0) == (hw_day_weekday (point->day) < 5));
    }
}

/* --- beginnings and ends --- */

#define OAT_BEGINS (hw_day_from_ymd (2025, 10, 6))
#define RYE_ENDS (hw_day_from_ymd (2025, 12, 15))

/* Oat came later; pretzels came two days ago; no rye since December. */
static double
come_and_go (const char *product,
             HwDay       day)
{
  if (g_str_equal (product, "Oat"))
    return day >= OAT_BEGINS;
  if (g_str_equal (product, "Rye"))
    return day < RYE_ENDS;

  return 1.0;
}

static void
test_new_and_fading (void)
{
  static const char product[] = "SKU,Product,Category,Price,Unit cost\nSpelt,Spelt,Bread,5.00,2.00\n";
  static const char sales[] = "Date,Product,Qty,Amount\n2026-03-09,Spelt,5,25.00\n2026-03-10,Spelt,5,25.00\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) days = NULL;
  g_autoptr (HwForecastPlan) months = NULL;
  const HwForecastSeries *spelt, *rye;
  double week;

  shop_open (&business, come_and_go);
  shop_import (&business, "new.csv", product);
  shop_import (&business, "new-sales.csv", sales);
  days = shop_plan (&business, HW_BY_DAY);
  months = shop_plan (&business, HW_BY_MONTH);
  spelt = shop_series (days, "Spelt");
  rye = shop_series (days, "Rye");

  g_assert_cmpint (spelt->missing, ==, HW_NO_FORECAST_NONE);
  g_assert_cmpint (spelt->ground, ==, HW_GROUND_LAUNCH);
  week = shop_sum (spelt, hw_day_from_ymd (2026, 3, 16), hw_day_from_ymd (2026, 3, 22)).mean;
  g_assert_cmpfloat_with_epsilon (week, 7.0 * 4.2, 9.0); /* as oat began: 4 a day, twice on Saturdays */
  g_assert_cmpfloat (shop_on (spelt, hw_day_from_ymd (2026, 3, 21)).mean, >, 1.4 * shop_on (spelt, hw_day_from_ymd (2026, 3, 19)).mean);
  g_assert_cmpfloat (shop_on (spelt, hw_day_from_ymd (2026, 3, 19)).hi95, >, shop_on (spelt, hw_day_from_ymd (2026, 3, 19)).mean * 1.5);

  g_assert_cmpint (rye->ground, ==, HW_GROUND_FADING);
  for (guint i = 0; i < rye->ahead->len; i++)
    g_assert_cmpfloat (shop_ahead (rye, i)->hi95, ==, 0.0);
  g_assert_cmpint (shop_series (months, "Rye")->ground, ==, HW_GROUND_FADING);
  g_assert_cmpint (shop_series (days, "Jam")->ground, ==, HW_GROUND_PAST);
  assert_adds_up (days);
  assert_adds_up (months);
}

/* --- figures of the owner's own --- */

static void
test_own_figure (void)
{
  const HwDay from = hw_day_from_ymd (2026, 3, 16), to = from + 6;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) before = NULL;
  g_autoptr (HwForecastPlan) days = NULL;
  g_autoptr (HwForecastPlan) weeks = NULL;
  g_autoptr (HwForecastPlan) after = NULL;
  g_autofree char *subject = NULL;
  g_autoptr (HwEntry) entry = NULL;
  g_autofree HwEntryChange *undone = NULL;
  HwEntryChange change;
  double gain;

  shop_open (&business, NULL);
  before = shop_plan (&business, HW_BY_DAY);
  subject = hw_override_subject (shop_product (&business, "Rye"), NULL);
  entry = shop_override (subject, from, to, 200.0);
  change = shop_keep (&business, entry);
  days = shop_plan (&business, HW_BY_DAY);
  weeks = shop_plan (&business, HW_BY_WEEK);

  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Rye"), from, to).mean, 200.0, CLOSE);
  g_assert_cmpfloat (shop_sum (shop_series (days, "Rye"), from, to).shown, ==, 200.0);
  g_assert_true (shop_sum (shop_series (days, "Rye"), from, to).own);
  g_assert_false (shop_sum (shop_series (days, "Oat"), from, to).own);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Rye"), from, to).model,
                                  shop_sum (shop_series (before, "Rye"), from, to).mean, CLOSE);
  gain = 200.0 - shop_sum (shop_series (before, "Rye"), from, to).mean;
  for (int i = 0; i < 2; i++)
    {
      const char *key = i == 0 ? "*" : "Bread";

      g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, key), from, to).mean,
                                      shop_sum (shop_series (before, key), from, to).mean + gain, 1e-5);
    }
  g_assert_cmpfloat_with_epsilon (shop_on (shop_series (weeks, "Rye"), from).mean, 200.0, CLOSE);
  g_assert_cmpfloat (shop_on (shop_series (weeks, "Rye"), from).shown, ==, 200.0);
  g_assert_true (shop_on (shop_series (weeks, "*"), from).own);
  assert_adds_up (days);
  assert_adds_up (weeks);
  g_assert_cmpuint (days->overrides->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (((HwOverride *) g_ptr_array_index (days->overrides, 0))->model_units, 200.0 - gain, 1e-3);

  /* Taken back, nothing of it is left. */
  undone = shop_run (&business, &hw_entry_undo_job, &change);
  after = shop_plan (&business, HW_BY_DAY);
  for (guint s = 0; s < before->series->len; s++)
    {
      const HwForecastSeries *x = g_ptr_array_index (before->series, s), *y = g_ptr_array_index (after->series, s);

      g_assert_cmpmem (x->ahead->data, x->ahead->len * sizeof (HwForecastPoint), y->ahead->data, y->ahead->len * sizeof (HwForecastPoint));
    }
}

/* A figure of a category goes to its products as they are, not to the one that has its
 * own; all others stay. */
static void
test_own_figure_of_category (void)
{
  const HwDay from = hw_day_from_ymd (2026, 3, 16), to = from + 6;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) before = NULL;
  g_autoptr (HwForecastPlan) days = NULL;
  g_autofree char *subject = NULL;
  g_autoptr (HwEntry) of_rye = NULL;
  g_autoptr (HwEntry) of_bread = shop_override ("category:Bread", from, to, 300.0);
  g_autoptr (GError) error = NULL;
  g_autoptr (HwEntry) of_nothing = shop_override ("category:Wine", from, to, 300.0);
  HwEntrySave *save = hw_entry_save_new (of_nothing);

  shop_open (&business, NULL);
  before = shop_plan (&business, HW_BY_DAY);
  subject = hw_override_subject (shop_product (&business, "Rye"), NULL);
  of_rye = shop_override (subject, from, to, 200.0);
  shop_keep (&business, of_bread);
  shop_keep (&business, of_rye);
  days = shop_plan (&business, HW_BY_DAY);

  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Bread"), from, to).mean, 300.0, CLOSE);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Rye"), from, to).mean, 200.0, CLOSE);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Oat"), from, to).mean, 100.0, CLOSE);
  g_assert_cmpfloat_with_epsilon (shop_sum (shop_series (days, "Bun"), from, to).mean,
                                  shop_sum (shop_series (before, "Bun"), from, to).mean, CLOSE);
  assert_adds_up (days);

  g_assert_null (hw_session_run (business.session, &hw_entry_save_job, save, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  hw_entry_save_free (save);
}

/* Figures that add up do so on every year's last week: 53 weeks, and no day is lost when
 * clocks change. */
static void
test_53_weeks (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GString) rows = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (HwForecastPlan) weeks = NULL;
  const HwForecastSeries *total;
  const HwForecastRequest request = { TRUE, HW_BY_WEEK, 12 };
  char iso[HW_DAY_ISO_SIZE];

  hw_test_business_open (&business, hw_day_from_ymd (2026, 12, 14));
  for (HwDay day = hw_day_from_ymd (2025, 3, 3); day < hw_day_from_ymd (2026, 12, 14); day++)
    g_string_append_printf (rows, "%s,Rye,%d,%d.00\n", hw_day_write_iso (day, iso), 10 + day % 3, 10);
  shop_import (&business, "sales.csv", rows->str);
  weeks = shop_run (&business, &hw_forecast_job, &request);
  total = shop_series (weeks, "*");
  for (guint i = 0; i < total->past->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (total->past, HwPastPoint, i).units, 77.0, 2.0);
  for (guint i = 0; i < total->ahead->len; i++)
    {
      g_assert_cmpint (hw_day_weekday (shop_ahead (total, i)->day), ==, 0);
      g_assert_cmpfloat_with_epsilon (shop_ahead (total, i)->mean, 77.0, 3.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/demand-sums/adds-up", test_adds_up);
  g_test_add_func ("/jobs/demand-sums/adds-up-far-ahead", test_adds_up_far_ahead);
  g_test_add_func ("/jobs/demand-sums/weeks-hold-what-was-missed", test_weeks_hold_what_was_missed);
  g_test_add_func ("/jobs/demand-sums/closed-days", test_closed_days);
  g_test_add_func ("/jobs/demand-sums/card-closes", test_card_closes);
  g_test_add_func ("/jobs/demand-sums/new-and-fading", test_new_and_fading);
  g_test_add_func ("/jobs/demand-sums/own-figure", test_own_figure);
  g_test_add_func ("/jobs/demand-sums/own-figure-of-category", test_own_figure_of_category);
  g_test_add_func ("/jobs/demand-sums/53-weeks", test_53_weeks);

  return g_test_run ();
}
