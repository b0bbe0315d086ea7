/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-date-evidence.h"

#include <string.h>

#define YEAR 2026

typedef struct
{
  const char *text;
  const char *iso;    /* NULL: no date */
  int         minute;
} Case;

/* Clear by themselves. */
static const Case clear_cases[] = {
  { "2026-01-05", "2026-01-05", -1 },
  { "2026-1-5", "2026-01-05", -1 },
  { "2026-W10", "2026-03-02", -1 },
  { "2026-W01-3", "2025-12-31", -1 },
  { "2026-W54", NULL, -1 },
  { "Summe 05.01.2026", NULL, -1 },
  { "2026/01/05", "2026-01-05", -1 },
  { "2026.01.05", "2026-01-05", -1 },
  { "20260105", "2026-01-05", -1 },
  { "2026-01-05 14:30", "2026-01-05", 870 },
  { "2026-01-05T14:30:15Z", "2026-01-05", 870 },
  { "2026-01-05 14:30:15.123", "2026-01-05", 870 },
  { "2026-01-05 23:59:59 +0500", "2026-01-05", 1439 },
  { "2026-01-05 00:00:00 UTC", "2026-01-05", 0 },
  { "2026-01-05T14:30:15+02:00", "2026-01-05", 870 },
  { "5 Jan 2026", "2026-01-05", -1 },
  { "Jan 5, 2026", "2026-01-05", -1 },
  { "January 5th, 2026 2:05 PM", "2026-01-05", 845 },
  { "05-Jan-26", "2026-01-05", -1 },
  { "Mon, 5 Jan 2026 09:00:00 GMT", "2026-01-05", 540 },
  { "Monday, January 5, 2026", "2026-01-05", -1 },
  { "5. M\303\244rz 2026", "2026-03-05", -1 },
  { "5. Dez. 2026", "2026-12-05", -1 },
  { "14 f\303\251vr. 2026", "2026-02-14", -1 },
  { "1 ao\303\273t 2026", "2026-08-01", -1 },
  { "31 d\303\251cembre 2026", "2026-12-31", -1 },
  { "5 de enero de 2026", "2026-01-05", -1 },
  { "15 gennaio 2026", "2026-01-15", -1 },
  { "3 mrt 2026", "2026-03-03", -1 },
  { "7 juil. 2026", "2026-07-07", -1 },
  { "2026-02-30", NULL, 0 },
  { "0000-00-00", NULL, 0 },
  { "99999-01-01", NULL, 0 },
  { "2026W05", NULL, 0 },
  { "Total", NULL, 0 },
  { "12:30", NULL, 0 },
  { "3.50", NULL, 0 },
  { "2026-01", "2026-01-01", -1 },
  { "12/2025", "2025-12-01", -1 },
  { "2026-13", NULL, 0 },
  { "3026-01", NULL, 0 },
  { "1.2026", NULL, 0 },
  { "", NULL, 0 },
  { "\357\274\222\357\274\220\357\274\222\357\274\226-01-01", NULL, 0 },
};

static void
test_clear (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clear_cases); i++)
    {
      const Case *c = &clear_cases[i];
      HwDateParts parts;
      const gboolean is_date = hw_date_split (c->text, strlen (c->text), &parts);

      g_test_message ("“%s”", c->text);
      g_assert_cmpint (is_date && parts.clear, ==, c->iso != NULL);
      if (c->iso == NULL)
        continue;
      g_assert_cmpint (parts.day, ==, hw_day_from_iso (c->iso));
      g_assert_cmpint (parts.minute, ==, c->minute);
    }
}

static HwDay
join (const char  *text,
      HwDateOrder  order)
{
  HwDateParts parts;

  g_assert_true (hw_date_split (text, strlen (text), &parts));
  return hw_date_join (&parts, order, YEAR);
}

static void
test_orders (void)
{
  g_assert_cmpint (join ("03/04/2026", HW_ORDER_DMY), ==, hw_day_from_iso ("2026-04-03"));
  g_assert_cmpint (join ("03/04/2026", HW_ORDER_MDY), ==, hw_day_from_iso ("2026-03-04"));
  g_assert_cmpint (join ("3.4.26", HW_ORDER_DMY), ==, hw_day_from_iso ("2026-04-03"));
  g_assert_cmpint (join ("26-01-05", HW_ORDER_YMD), ==, hw_day_from_iso ("2026-01-05"));
  g_assert_cmpint (join ("31/12/2026", HW_ORDER_MDY), ==, HW_DAY_NONE);
  g_assert_cmpint (join ("29/02/2024", HW_ORDER_DMY), ==, hw_day_from_iso ("2024-02-29"));
  /* Two digits of a year: this century up to next year. */
  g_assert_cmpint (join ("01/02/27", HW_ORDER_DMY), ==, hw_day_from_iso ("2027-02-01"));
  g_assert_cmpint (join ("01/02/98", HW_ORDER_DMY), ==, hw_day_from_iso ("1998-02-01"));
}

static void
test_clock (void)
{
  const Case times[] = {
    { "9:05", NULL, 545 }, { "09:05:59", NULL, 545 }, { "12:00 AM", NULL, 0 }, { "12:30 PM", NULL, 750 }, { "4:30 pm", NULL, 990 },
    { "23.15", NULL, 1395 }, { "25:00", NULL, -1 }, { "9:75", NULL, -1 }, { "soon", NULL, -1 }, { "", NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_test_message ("“%s”", times[i].text);
      g_assert_cmpint (hw_time_read (times[i].text, strlen (times[i].text)), ==, times[i].minute);
    }
}

static gboolean
judge (const char  *const *texts,
       HwDateOrder         orders[HW_MARK_N])
{
  HwDateEvidence e = { 0 };

  for (; *texts != NULL; texts++)
    hw_date_evidence_add (&e, *texts, strlen (*texts), YEAR);

  return hw_date_evidence_judge (&e, orders);
}

static void
test_evidence (void)
{
  const char *const day_first[] = { "7/6/2026", "29/3/2026", "1/2/2026", NULL };
  const char *const month_first[] = { "04-30-22", "05-01-22", NULL };
  const char *const open[] = { "03/04/2026", "05/04/2026", NULL };
  const char *const dots[] = { "03.04.2026", "05.04.2026", NULL };
  const char *const mangled[] = { "1/27/2026", "02-03-2026", "2/15/2026", NULL };
  const char *const against[] = { "1/27/2026", "27-03-2026", NULL };
  const char *const both[] = { "13/01/2026", "01/13/2026", NULL };
  const char *const year_first[] = { "26-01-05", "26-01-17", "26-02-28", NULL };
  const char *const iso[] = { "2026-01-05", "2026-12-31 10:00", NULL };
  HwDateOrder orders[HW_MARK_N];

  g_assert_true (judge (day_first, orders));
  g_assert_cmpint (orders[HW_MARK_SLASH], ==, HW_ORDER_DMY);
  g_assert_true (judge (month_first, orders));
  g_assert_cmpint (orders[HW_MARK_DASH], ==, HW_ORDER_MDY);
  g_assert_false (judge (open, orders));
  g_assert_true (judge (dots, orders));
  g_assert_cmpint (orders[HW_MARK_DOT], ==, HW_ORDER_DMY);
  g_assert_true (judge (mangled, orders));
  g_assert_cmpint (orders[HW_MARK_DASH], ==, HW_ORDER_MDY);
  g_assert_true (judge (against, orders));
  g_assert_cmpint (orders[HW_MARK_SLASH], ==, HW_ORDER_MDY);
  g_assert_cmpint (orders[HW_MARK_DASH], ==, HW_ORDER_DMY);
  g_assert_false (judge (both, orders));
  g_assert_true (judge (year_first, orders));
  g_assert_cmpint (orders[HW_MARK_DASH], ==, HW_ORDER_YMD);
  g_assert_true (judge (iso, orders));
}

static void
test_serial (void)
{
  HwDateParts parts;

  g_assert_true (hw_date_split_serial ("45678.75", 8, &parts));
  g_assert_cmpint (parts.day, ==, hw_day_from_iso ("2025-01-21"));
  g_assert_cmpint (parts.minute, ==, 18 * 60);
  g_assert_true (hw_date_split_serial ("46027", 5, &parts));
  g_assert_cmpint (parts.day, ==, hw_day_from_iso ("2026-01-05"));
  g_assert_false (hw_date_split_serial ("123", 3, &parts));
  g_assert_false (hw_date_split_serial ("45678x", 6, &parts));
}

/* Every day of three years, written and read in each order. */
static void
test_round_trip (void)
{
  for (HwDay day = hw_day_from_iso ("2024-01-01"); day <= hw_day_from_iso ("2026-12-31"); day++)
    {
      char dmy[16], mdy[16];
      int y, m, d;

      hw_day_to_ymd (day, &y, &m, &d);
      g_snprintf (dmy, sizeof dmy, "%d.%d.%02d", d, m, y % 100);
      g_snprintf (mdy, sizeof mdy, "%02d/%02d/%d", m, d, y);
      g_assert_cmpint (join (dmy, HW_ORDER_DMY), ==, day);
      g_assert_cmpint (join (mdy, HW_ORDER_MDY), ==, day);
    }
}

/* A day and a month, named or with a point after each; a figure alone is none. */
static void
test_yearless (void)
{
  static const struct
  {
    const char *text;
    int         month;
    int         day;
  } cases[] = {
    { "Mar 2", 3, 2 }, { "2-Mar", 3, 2 }, { "12. Dezember", 12, 12 }, { "02.03.", 3, 2 }, { "29 Feb", 2, 29 },
    { "30 Feb", 0, 0 }, { "02.03", 0, 0 }, { "12.03.26", 0, 0 }, { "Mar 2026", 0, 0 }, { "1.250", 0, 0 }, { "Mars bar 2", 0, 0 }, { "3-4", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int month, day;
      const gboolean found = hw_date_split_yearless (cases[i].text, strlen (cases[i].text), &month, &day);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (found, ==, cases[i].month > 0);
      if (found)
        {
          g_assert_cmpint (month, ==, cases[i].month);
          g_assert_cmpint (day, ==, cases[i].day);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/date-text/clear", test_clear);
  g_test_add_func ("/import/date-text/orders", test_orders);
  g_test_add_func ("/import/date-text/clock", test_clock);
  g_test_add_func ("/import/date-text/evidence", test_evidence);
  g_test_add_func ("/import/date-text/serial", test_serial);
  g_test_add_func ("/import/date-text/round-trip", test_round_trip);
  g_test_add_func ("/import/date-text/yearless", test_yearless);
  return g_test_run ();
}
