/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-agenda.h"

#define DAY(y, m, d) (hw_day_from_ymd (y, m, d))

static const HwMeeting *
on (const HwAgenda *agenda,
    HwDay           day)
{
  for (guint i = 0; i < agenda->meetings->len; i++)
    {
      const HwMeeting *meeting = g_ptr_array_index (agenda->meetings, i);

      if (meeting->day == day)
        return meeting;
    }

  g_assert_not_reached ();
}

static gboolean
has_point (const HwMeeting *meeting,
           const char      *point)
{
  return g_ptr_array_find_with_equal_func (meeting->points, point, g_str_equal, NULL);
}

/* One a week, the first of a month being the month's. */
static void
test_year (void)
{
  g_autoptr (HwAgenda) agenda = hw_agenda_new ();

  hw_agenda_fill (agenda, DAY (2026, 1, 1), DAY (2026, 12, 31), 1);
  g_assert_cmpuint (agenda->meetings->len, ==, 52);
  g_assert_cmpint (on (agenda, DAY (2026, 1, 5))->kind, ==, HW_MEETING_YEAR);
  g_assert_cmpint (on (agenda, DAY (2026, 2, 2))->kind, ==, HW_MEETING_MONTH);
  g_assert_cmpint (on (agenda, DAY (2026, 2, 9))->kind, ==, HW_MEETING_WEEK);
  g_assert_cmpint (on (agenda, DAY (2026, 4, 6))->kind, ==, HW_MEETING_QUARTER);
  g_assert_cmpint (on (agenda, DAY (2026, 7, 6))->kind, ==, HW_MEETING_HALF_YEAR);
  g_assert_cmpuint (on (agenda, DAY (2026, 2, 9))->minutes, ==, 15);
  g_assert_cmpuint (on (agenda, DAY (2026, 2, 2))->minutes, ==, 30);
}

static void
test_business_year (void)
{
  g_autoptr (HwAgenda) agenda = hw_agenda_new ();

  hw_agenda_fill (agenda, DAY (2026, 1, 1), DAY (2026, 12, 31), 4);
  g_assert_cmpint (on (agenda, DAY (2026, 4, 6))->kind, ==, HW_MEETING_YEAR);
  g_assert_cmpint (on (agenda, DAY (2026, 10, 5))->kind, ==, HW_MEETING_HALF_YEAR);
  g_assert_cmpint (on (agenda, DAY (2026, 1, 5))->kind, ==, HW_MEETING_QUARTER);
}

static void
test_points (void)
{
  g_autoptr (HwAgenda) agenda = hw_agenda_new ();

  hw_agenda_fill (agenda, DAY (2026, 2, 2), DAY (2026, 2, 28), 1);
  hw_agenda_add_point (agenda, DAY (2026, 2, 13), "in the week");
  hw_agenda_add_point (agenda, DAY (2025, 12, 1), "long due");
  hw_agenda_add_point (agenda, DAY (2026, 3, 1), "last day");
  hw_agenda_add_point (agenda, DAY (2026, 3, 2), "too late");
  g_assert_true (has_point (on (agenda, DAY (2026, 2, 9)), "in the week"));
  g_assert_true (has_point (on (agenda, DAY (2026, 2, 2)), "long due"));
  g_assert_true (has_point (on (agenda, DAY (2026, 2, 23)), "last day"));
  for (guint i = 0; i < agenda->meetings->len; i++)
    g_assert_false (has_point (g_ptr_array_index (agenda->meetings, i), "too late"));
}

/* A meeting is held once something was decided in its week. */
static void
test_held (void)
{
  g_autoptr (HwAgenda) agenda = hw_agenda_new ();
  HwEntry *decision = hw_entry_new (HW_ENTRY_DECISION, 0);
  g_autoptr (HwEntry) review = hw_entry_new (HW_ENTRY_REVIEW, 0);

  hw_answers_set_day (decision->answers, "day", DAY (2026, 2, 11));
  g_ptr_array_add (agenda->decisions, decision);
  hw_agenda_fill (agenda, DAY (2026, 2, 2), DAY (2026, 2, 28), 1);
  g_assert_false (on (agenda, DAY (2026, 2, 2))->held);
  g_assert_true (on (agenda, DAY (2026, 2, 9))->held);

  review->id = 7;
  hw_answers_set_day (review->answers, "day", DAY (2026, 2, 12));
  hw_answers_set (review->answers, "about", "Oven");
  hw_agenda_add_review (agenda, review);
  g_assert_cmpint (on (agenda, DAY (2026, 2, 12))->review, ==, 7);
  g_assert_true (has_point (on (agenda, DAY (2026, 2, 12)), "Oven"));
  for (guint i = 1; i < agenda->meetings->len; i++)
    g_assert_cmpint (((const HwMeeting *) g_ptr_array_index (agenda->meetings, i - 1))->day, <=,
                     ((const HwMeeting *) g_ptr_array_index (agenda->meetings, i))->day);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/year", test_year);
  g_test_add_func ("/agenda/business-year", test_business_year);
  g_test_add_func ("/agenda/points", test_points);
  g_test_add_func ("/agenda/held", test_held);
  return g_test_run ();
}
