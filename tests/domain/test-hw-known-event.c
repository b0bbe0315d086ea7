/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-known-event.h"

#define TODAY 20500

static HwEntry *
make (gint64      id,
      const char *kind,
      HwDay       from)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_EVENT, 0);

  entry->id = id;
  hw_answers_set (entry->answers, "name", "Village fair");
  hw_answers_set (entry->answers, "kind", kind);
  hw_answers_set_day (entry->answers, "from", from);
  return entry;
}

static gboolean
is_right (const HwEntry *entry)
{
  HwFault fault;
  guint i;

  return !hw_form_find_fault (&hw_known_event_form, entry->answers, TODAY, &i, &fault);
}

static void
test_form (void)
{
  g_autoptr (HwEntry) fair = make (1, "holiday", TODAY - 700);
  g_autoptr (HwEntry) price = make (2, "price", TODAY);
  g_autoptr (HwEntry) offer = make (3, "promotion", TODAY);

  g_assert_true (is_right (fair));
  hw_answers_set_day (fair->answers, "to", TODAY - 701);
  g_assert_false (is_right (fair));

  g_assert_false (is_right (price)); /* by how much? */
  hw_answers_set_number (price->answers, "change", -0.1);
  g_assert_true (is_right (price));
  hw_answers_set_number (price->answers, "change", -1.0);
  g_assert_false (is_right (price));
  hw_answers_set_number (price->answers, "change", 0.0);
  g_assert_false (is_right (price));

  hw_answers_set (offer->answers, "products", "15,3,15");
  g_assert_true (is_right (offer));
  hw_answers_set (offer->answers, "products", "15,,3");
  g_assert_false (is_right (offer));
  hw_answers_set (offer->answers, "products", "Rye");
  g_assert_false (is_right (offer));
}

static void
test_kinds (void)
{
  HwKnownEventKind kind;

  for (int i = 0; i < HW_KNOWN_EVENT_N; i++)
    {
      g_assert_true (hw_known_event_kind_find (hw_known_event_kind_id ((HwKnownEventKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  g_assert_false (hw_known_event_kind_find ("flood", &kind));
}

static void
test_from_entry (void)
{
  g_autoptr (HwEntry) offer = make (3, "promotion", TODAY);
  g_autoptr (HwEntry) price = make (4, "price", TODAY);
  g_autoptr (HwKnownEvent) event = NULL;
  g_autoptr (HwKnownEvent) stays = NULL;

  hw_answers_set (offer->answers, "products", "15,3,15");
  event = hw_known_event_new (offer);
  g_assert_cmpint (event->to, ==, TODAY);
  g_assert_cmpuint (event->products->len, ==, 2);
  g_assert_true (hw_known_event_is_about (event, 3));
  g_assert_false (hw_known_event_is_about (event, 4));
  g_assert_true (hw_known_event_is_about (event, 0));
  g_assert_true (hw_known_event_is_on (event, TODAY));
  g_assert_false (hw_known_event_is_on (event, TODAY + 1));

  hw_answers_set_number (price->answers, "change", 0.2);
  stays = hw_known_event_new (price);
  g_assert_cmpint (stays->to, ==, HW_DAY_MAX);
  g_assert_cmpfloat (stays->change, ==, 0.2);

  hw_answers_set (offer->answers, "kind", "flood");
  g_assert_null (hw_known_event_new (offer));
}

static void
test_list_is_by_day (void)
{
  g_autoptr (GPtrArray) entries = hw_entries_new ();
  g_autoptr (GPtrArray) events = NULL;

  g_ptr_array_add (entries, make (1, "holiday", TODAY + 5));
  g_ptr_array_add (entries, make (2, "flood", TODAY));
  g_ptr_array_add (entries, make (3, "closed", TODAY));
  events = hw_known_events_new (entries);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpint (((HwKnownEvent *) g_ptr_array_index (events, 0))->id, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/known-event/form", test_form);
  g_test_add_func ("/domain/known-event/kinds", test_kinds);
  g_test_add_func ("/domain/known-event/from-entry", test_from_entry);
  g_test_add_func ("/domain/known-event/list-is-by-day", test_list_is_by_day);

  return g_test_run ();
}
