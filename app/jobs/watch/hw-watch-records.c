/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files, orders, typed figures and the safety list say. */
#include "jobs/watch/hw-watch-lines.h"

#include "domain/hw-safety.h"
#include "engine/watch/hw-input-shift.h"
#include "jobs/assess/hw-safety-load.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-journey-load.h"
#include "store/hw-entry-repo.h"
#include "store/hw-input-repo.h"
#include "store/hw-order-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NOW_DAYS 28
#define THEN_DAYS 364
#define NEW_MOST 0.2      /* share of lines of products never sold before */
#define USE_DAYS 56
#define USE_LEAST 10      /* proposals, below which nothing is said */
#define TAKEN_LEAST 0.4
#define TAKEN_MOST 0.98
#define ORDERS_MOST 2000
#define FAIR_LEAST 0.8    /* the custom of four fifths */
#define FAIR_METRIC "group_disparity_ratio"

static HwWatchLine *
add_line (HwWatch   *watch,
          HwMonitor  monitor)
{
  HwWatchLine *line = hw_watch_line_new (monitor);

  g_ptr_array_add (watch->lines, line);
  return line;
}

/* The shift that is furthest beyond its limit. */
static void
take_worse (HwWatchLine        *line,
            const HwInputShift *shift)
{
  if (isnan (line->value) || shift->index / shift->limit > line->value / line->limit)
    {
      line->value = shift->index;
      line->limit = shift->limit;
    }
}

static char *
say_shift (const HwInputShift *days,
           const HwInputShift *sizes,
           const HwFormat     *format)
{
  const HwInputShift *worse = days->index / days->limit >= sizes->index / sizes->limit ? days : sizes;
  g_autofree char *then = hw_format_percent (format, worse->then, 0);
  g_autofree char *now = hw_format_percent (format, worse->now, 0);

  if (worse == days)
    {
      g_autofree char *name = hw_format_day (format, hw_day_from_ymd (2024, 1, 1) + (int) worse->most, HW_DAY_WEEKDAY_NAME);

      /* Translators: %1$s is a weekday, %2$s and %3$s are shares. */
      return g_strdup_printf (_("The last four weeks look unlike the year before: %1$s has %2$s of the lines, it had %3$s"),
                              name, now, then);
    }

  /* Translators: two shares. */
  return g_strdup_printf (_("The last four weeks look unlike the year before: lines of one size are %1$s of all, they were %2$s"),
                          now, then);
}

gboolean
hw_watch_add_input (HwWatch         *watch,
                    HwSession       *session,
                    HwDay            last,
                    const HwFormat  *format,
                    GError         **error)
{
  HwWatchLine *line = add_line (watch, HW_MONITOR_INPUT);
  HwStore *store = hw_session_get_store (session);
  HwInputShift days = { 0 }, sizes = { 0 };
  HwInputCounts now, then;
  gboolean many_new;

  if (!hw_input_repo_count (store, last - NOW_DAYS + 1, last, &now, error) ||
      !hw_input_repo_count (store, last - NOW_DAYS - THEN_DAYS + 1, last - NOW_DAYS, &then, error))
    return FALSE;

  if (!hw_input_shift_run (then.weekday, now.weekday, G_N_ELEMENTS (now.weekday), &days))
    {
      line->said = g_strdup (_("Can be said once there are two months of sales"));
      return TRUE;
    }

  take_worse (line, &days);
  if (hw_input_shift_run (then.size, now.size, HW_INPUT_SIZES, &sizes))
    take_worse (line, &sizes);
  else
    sizes.limit = 1.0;

  many_new = now.n_new > NEW_MOST * now.n;
  line->light = line->value > line->limit || many_new ? HW_LIGHT_RED : HW_LIGHT_GREEN;
  if (line->value > line->limit)
    line->said = say_shift (&days, &sizes, format);
  else if (many_new)
    {
      g_autofree char *share = hw_format_percent (format, now.n_new / now.n, 0);

      /* Translators: %s is a share. */
      line->said = g_strdup_printf (_("%s of the lines of the last four weeks are of products never sold before: new names in the file?"),
                                    share);
    }
  else
    line->said = g_strdup (_("The files of the last four weeks look like those before"));

  return TRUE;
}

typedef struct
{
  guint n, taken, changed, refused;
} Use;

static gboolean
count_use (HwStore  *store,
           HwDay     today,
           Use      *use,
           GError  **error)
{
  g_autoptr (GPtrArray) orders = hw_order_repo_list (store, today, ORDERS_MOST, error);
  g_autoptr (GArray) refusals = orders != NULL ? hw_order_repo_refusals (store, today - USE_DAYS, error) : NULL;

  if (refusals == NULL)
    return FALSE;

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderRow *row = g_ptr_array_index (orders, i);

      if (row->order.state == HW_ORDER_CANCELLED || row->order.ordered == HW_DAY_NONE || row->order.ordered < today - USE_DAYS)
        continue;

      for (guint k = 0; k < row->lines->len; k++)
        {
          const HwOrderLineRow *line = g_ptr_array_index (row->lines, k);

          if (line->proposed == HW_UNKNOWN)
            continue;
          if (line->proposed == line->line.quantity)
            use->taken++;
          else
            use->changed++;
        }
    }

  use->refused = refusals->len;
  use->n = use->taken + use->changed + use->refused;
  return TRUE;
}

gboolean
hw_watch_add_use (HwWatch         *watch,
                  HwSession       *session,
                  const HwFormat  *format,
                  GError         **error)
{
  HwWatchLine *line = add_line (watch, HW_MONITOR_USE);
  g_autofree char *share = NULL;
  Use use = { 0 };

  if (!count_use (hw_session_get_store (session), hw_session_get_today (session), &use, error))
    return FALSE;

  if (use.n < USE_LEAST)
    {
      /* Translators: %d is a number of proposals. */
      line->said = g_strdup_printf (_("Can be said from %d proposals on in eight weeks"), USE_LEAST);
      return TRUE;
    }

  line->value = (double) use.taken / use.n;
  line->limit = line->value > TAKEN_MOST ? TAKEN_MOST : TAKEN_LEAST;
  line->light = line->value < TAKEN_LEAST || line->value > TAKEN_MOST ? HW_LIGHT_RED : HW_LIGHT_GREEN;
  share = hw_format_percent (format, line->value, 0);
  if (line->value > TAKEN_MOST)
    /* Translators: %s is a share. */
    line->said = g_strdup_printf (_("%s of the orders proposed were taken as they are: does anybody still look at them?"), share);
  else
    /* Translators: %1$s is a share, %2$u and %3$u are numbers. */
    line->said = g_strdup_printf (_("%1$s of the orders proposed were taken as they are, %2$u changed, %3$u left out"), share,
                                  use.changed, use.refused);
  return TRUE;
}

/* The value typed in last. */
static double
find_typed (GPtrArray  *figures,
            const char *metric)
{
  HwDay newest = HW_DAY_NONE;
  double value = NAN;

  for (guint i = 0; i < figures->len; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (figures, i))->answers;
      const HwDay to = hw_answers_get_day (answers, "to");

      if (g_str_equal (hw_answers_get_text (answers, "metric"), metric) && to != HW_DAY_NONE &&
          (newest == HW_DAY_NONE || to >= newest))
        {
          newest = to;
          value = hw_answers_get_number (answers, "value", NAN);
        }
    }

  return value;
}

static gboolean
decides_about_people (const HwJourney *journey)
{
  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwEntry *initiative = ((const HwTrial *) g_ptr_array_index (journey->trials, i))->initiative;

      if (!hw_state_is_final (hw_initiative_state (initiative)) && hw_answers_get_yes (initiative->answers, "people"))
        return TRUE;
    }

  return FALSE;
}

gboolean
hw_watch_add_fair (HwWatch         *watch,
                   HwSession       *session,
                   const HwFormat  *format,
                   GError         **error)
{
  HwWatchLine *line = add_line (watch, HW_MONITOR_FAIR);
  g_autoptr (GPtrArray) figures = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_FIGURE, 0, FALSE, error);
  g_autofree char *value = NULL;

  g_autoptr (HwJourney) journey = NULL;

  if (figures == NULL)
    return FALSE;

  journey = hw_journey_load (hw_session_get_store (session), hw_session_get_today (session), error);
  if (journey == NULL)
    return FALSE;

  if (!decides_about_people (journey))
    {
      line->light = HW_LIGHT_GREEN;
      line->said = g_strdup (_("Nothing you use decides about people"));
      return TRUE;
    }

  line->value = find_typed (figures, FAIR_METRIC);
  line->limit = FAIR_LEAST;
  if (isnan (line->value))
    {
      line->said = g_strdup (_("Can be said once you type in “Fair to all groups” under Figures"));
      return TRUE;
    }

  line->light = line->value < FAIR_LEAST ? HW_LIGHT_RED : HW_LIGHT_GREEN;
  value = hw_format_number (format, line->value, 2);
  /* Translators: %s is a number such as 0.72. */
  line->said = g_strdup_printf (line->light == HW_LIGHT_RED ? _("One group fares much worse than another: %s, and it should be 0.8 or more")
                                                            : _("No group fares much worse than another: %s"), value);
  return TRUE;
}

/* Whether anything is in use, or being tried. */
static gboolean
is_in_use (const HwJourney *journey)
{
  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwState state = hw_initiative_state (((const HwTrial *) g_ptr_array_index (journey->trials, i))->initiative);

      if (state == HW_STATE_RUNNING || state == HW_STATE_SCALING || state == HW_STATE_LIVE || state == HW_STATE_CHANGED)
        return TRUE;
    }

  return FALSE;
}

gboolean
hw_watch_add_safety (HwWatch    *watch,
                     HwSession  *session,
                     GError    **error)
{
  HwWatchLine *line = add_line (watch, HW_MONITOR_SAFETY);
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (HwSafetyBook) book = hw_safety_load (store, today, error);
  g_autoptr (HwJourney) journey = book != NULL ? hw_journey_load (store, today, error) : NULL;
  guint open;

  if (journey == NULL)
    return FALSE;

  open = book->safety->n_must - book->safety->n_must_done;
  line->value = open;
  line->limit = 0.0;
  line->light = open == 0 ? HW_LIGHT_GREEN : is_in_use (journey) ? HW_LIGHT_RED : HW_LIGHT_AMBER;
  if (open == 0)
    line->said = g_strdup (_("All that must be done on the safety list is done; what you answered on care counts on its own"));
  else
    /* Translators: %u is a number. */
    line->said = g_strdup_printf (ngettext ("%u thing that must be done on the safety list is open",
                                            "%u things that must be done on the safety list are open", open), open);
  return TRUE;
}
