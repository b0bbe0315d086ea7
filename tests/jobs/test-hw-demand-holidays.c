/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-known-event.h"
#include "jobs/demand/hw-forecast-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "support/hw-test-business.h"

/* A Monday; Good Friday is on its fourth day, Easter Monday a week later. */
#define TODAY (hw_day_from_ymd (2026, 3, 30))
#define FIRST (hw_day_from_ymd (2024, 9, 2))
#define GOOD_FRIDAY (hw_day_from_ymd (2026, 4, 3))
#define EASTER_MONDAY (hw_day_from_ymd (2026, 4, 6))

static gboolean
is_good_friday (HwDay day)
{
  return day == hw_day_from_ymd (2025, 4, 18) || day == GOOD_FRIDAY;
}

/* Open from Monday to Saturday, closed on Good Friday alone; on the eve of it twice as much. */
static char *
make_sales (void)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = FIRST; day < TODAY; day++)
    {
      const int units = (is_good_friday (day + 1) ? 2 : 1) * (40 + (day * 7) % 5);

      if (hw_day_weekday (day) == 6 || is_good_friday (day))
        continue;

      g_string_append_printf (text, "%s,Rye,%d,%d.00\n", hw_day_write_iso (day, iso), units, units * 4);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
open_shop (HwTestBusiness *business,
           const char     *country)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sales = make_sales ();
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwEntry) card = hw_entry_new (HW_ENTRY_CARD, 0);
  g_autofree HwEntryChange *change = NULL;
  HwEntrySave *save;

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "sales.csv", sales, &error);
  g_assert_no_error (error);

  hw_answers_set (card->answers, "name", "Shop");
  hw_answers_set (card->answers, "sector", "bakery");
  hw_answers_set (card->answers, "country", country);
  hw_answers_set (card->answers, "currency", "EUR");
  hw_answers_set (card->answers, "open_days", "1111110");
  save = hw_entry_save_new (card);
  change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);
  hw_entry_save_free (save);
  g_assert_no_error (error);
}

static HwForecastPlan *
forecast (const HwTestBusiness *business)
{
  const HwForecastRequest request = { TRUE, HW_BY_DAY, 14 };
  g_autoptr (GError) error = NULL;
  HwForecastPlan *plan = hw_session_run (business->session, &hw_forecast_job, &request, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static double
expected (const HwForecastPlan *plan,
          HwDay                 day)
{
  const HwForecastSeries *total = g_ptr_array_index (plan->series, 0);

  for (guint i = 0; i < total->ahead->len; i++)
    if (g_array_index (total->ahead, HwForecastPoint, i).day == day)
      return g_array_index (total->ahead, HwForecastPoint, i).mean;

  g_assert_not_reached ();
}

static guint
count_flags (const HwForecastPlan *plan,
             HwKnownEventKind      kind,
             HwDay                 day)
{
  guint n = 0;

  for (guint i = 0; i < plan->events->len; i++)
    {
      const HwKnownEvent *event = g_ptr_array_index (plan->events, i);

      n += event->kind == kind && event->is_public && hw_known_event_is_on (event, day);
    }

  return n;
}

/* Nothing sold on the one holiday that was kept, as usual on the one that was not. */
static void
test_closed_as_before (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) plan = NULL;

  open_shop (&business, "DE");
  plan = forecast (&business);
  g_assert_cmpfloat (expected (plan, GOOD_FRIDAY), ==, 0.0);
  g_assert_cmpfloat (expected (plan, EASTER_MONDAY), >, 30.0);
  g_assert_cmpuint (count_flags (plan, HW_KNOWN_EVENT_CLOSED, GOOD_FRIDAY), ==, 1);
  g_assert_cmpuint (count_flags (plan, HW_KNOWN_EVENT_CLOSED, EASTER_MONDAY), ==, 0);
  g_assert_cmpuint (count_flags (plan, HW_KNOWN_EVENT_HOLIDAY, EASTER_MONDAY), ==, 1);
}

/* Without a country, or in one whose holidays are not known, every day is like the next. */
static void
test_no_country (void)
{
  static const char *const countries[] = { "", "JP" };

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_auto (HwTestBusiness) business = { 0 };
      g_autoptr (HwForecastPlan) plan = NULL;

      open_shop (&business, countries[i]);
      plan = forecast (&business);
      g_assert_cmpfloat (expected (plan, GOOD_FRIDAY), >, 30.0);
      g_assert_cmpuint (count_flags (plan, HW_KNOWN_EVENT_HOLIDAY, EASTER_MONDAY), ==, 0);
    }
}

/* The owner opens this year, and says so: what the calendar says is not heard. */
static void
test_owner_knows_better (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwForecastPlan) plan = NULL;
  g_autoptr (HwEntry) event = hw_entry_new (HW_ENTRY_EVENT, 0);
  g_autofree HwEntryChange *change = NULL;
  g_autoptr (GError) error = NULL;
  HwEntrySave *save;

  open_shop (&business, "DE");
  hw_answers_set (event->answers, "name", "Open on Good Friday");
  hw_answers_set (event->answers, "kind", "holiday");
  hw_answers_set_day (event->answers, "from", GOOD_FRIDAY);
  save = hw_entry_save_new (event);
  change = hw_session_run (business.session, &hw_entry_save_job, save, NULL, &error);
  hw_entry_save_free (save);
  g_assert_no_error (error);

  plan = forecast (&business);
  g_assert_cmpfloat (expected (plan, GOOD_FRIDAY), >, 30.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/demand-holidays/closed-as-before", test_closed_as_before);
  g_test_add_func ("/jobs/demand-holidays/no-country", test_no_country);
  g_test_add_func ("/jobs/demand-holidays/owner-knows-better", test_owner_knows_better);
  return g_test_run ();
}
