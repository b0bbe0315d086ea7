/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-holidays.h"

#include "core/hw-holiday.h"
#include "domain/hw-known-event.h"

#define AHEAD (2 * 366)

/* What the owner said about a day goes before what the calendar says. */
static gboolean
is_spoken_for (const HwDemandLedger *ledger,
               guint                 n_own,
               HwDay                 day)
{
  for (guint i = 0; i < n_own; i++)
    {
      const HwKnownEvent *event = g_ptr_array_index (ledger->events, i);

      if (event->products->len == 0 && hw_known_event_is_on (event, day) &&
          (event->kind == HW_KNOWN_EVENT_HOLIDAY || event->kind == HW_KNOWN_EVENT_CLOSED))
        return TRUE;
    }

  return FALSE;
}

/* Nothing sold on any holiday of that name that fell on a day that is usually open. */
static gboolean
is_kept (const HwDemandLedger *ledger,
         const GArray         *holidays,
         const char           *name)
{
  gboolean seen = FALSE;

  for (guint i = 0; ledger->regular && i < holidays->len; i++)
    {
      const HwHoliday *holiday = &g_array_index (holidays, HwHoliday, i);

      if (holiday->day > ledger->end || holiday->name != name || !ledger->open_weekday[hw_day_weekday (holiday->day)])
        continue;

      if (ledger->any[holiday->day - ledger->first])
        return FALSE;
      seen = TRUE;
    }

  return seen;
}

static void
add (HwDemandLedger   *ledger,
     HwKnownEventKind  kind,
     const HwHoliday  *holiday)
{
  HwKnownEvent *event = g_new0 (HwKnownEvent, 1);

  event->kind = kind;
  event->is_public = TRUE;
  event->name = g_strdup (holiday->name);
  event->from = event->to = holiday->day;
  event->products = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (ledger->events, event);
}

void
hw_demand_holidays_add (HwDemandLedger *ledger,
                        const char     *country)
{
  g_autoptr (GArray) holidays = hw_holidays_new (country, ledger->first, ledger->end + AHEAD);
  const guint n_own = ledger->events->len;

  for (guint i = 0; i < holidays->len; i++)
    {
      const HwHoliday *holiday = &g_array_index (holidays, HwHoliday, i);

      if (is_spoken_for (ledger, n_own, holiday->day))
        continue;

      add (ledger, HW_KNOWN_EVENT_HOLIDAY, holiday);
      if (holiday->day > ledger->end && is_kept (ledger, holidays, holiday->name))
        add (ledger, HW_KNOWN_EVENT_CLOSED, holiday);
    }
}
