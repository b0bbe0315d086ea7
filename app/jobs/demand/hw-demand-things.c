/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-things.h"

#include "engine/forecast/hw-lift.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
thing_free (HwDemandThing *thing)
{
  g_free (thing->name);
  g_free (thing->of_all);
  g_clear_pointer (&thing->of_one, g_hash_table_unref);
  g_free (thing);
}

static gboolean
is_named (HwKnownEventKind kind)
{
  return kind == HW_KNOWN_EVENT_HOLIDAY || kind == HW_KNOWN_EVENT_OTHER;
}

static HwKnown
known_of (HwKnownEventKind kind)
{
  switch (kind)
    {
    case HW_KNOWN_EVENT_PROMOTION:
      return (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
    case HW_KNOWN_EVENT_PRICE:
      return (HwKnown) { HW_KNOWN_PRICE, 0, 0 };
    case HW_KNOWN_EVENT_HOLIDAY:
      return (HwKnown) { HW_KNOWN_HOLIDAY, 1, 1 };
    case HW_KNOWN_EVENT_CLOSED:
    case HW_KNOWN_EVENT_OTHER:
    case HW_KNOWN_EVENT_N:
    default:
      return (HwKnown) { HW_KNOWN_HOLIDAY, 0, 0 };
    }
}

/* The same in other letters is the same. */
static gboolean
is_same (const HwDemandThing *thing,
         const HwKnownEvent  *event)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (thing->kind != event->kind || thing->is_public || event->is_public || !is_named (event->kind))
    return thing->kind == event->kind && thing->is_public == event->is_public;

  a = g_utf8_casefold (thing->name, -1);
  b = g_utf8_casefold (event->name, -1);
  g_strstrip (a);
  g_strstrip (b);
  return strcmp (a, b) == 0;
}

static double *
new_values (const HwDemandThing *thing,
            gsize                total)
{
  double *values = g_new (double, total + 1);

  for (gsize t = 0; t < total; t++)
    values[t] = thing->of_all != NULL ? thing->of_all[t] : thing->usual;

  return values;
}

/* Steps behind, then ahead: the day of step @t. */
static HwDay
day_of (const HwDemand *day,
        gsize           t)
{
  const GArray *past = ((const HwDemandSeries *) g_ptr_array_index (day->series, 0))->past;

  return t < past->len ? g_array_index (past, HwDemandPoint, t).day : day->ahead_day[t - past->len];
}

static void
mark (const HwDemand     *day,
      const HwKnownEvent *event,
      double             *values,
      gsize               total)
{
  for (gsize t = 0; t < total; t++)
    if (hw_known_event_is_on (event, day_of (day, t)))
      values[t] = event->kind == HW_KNOWN_EVENT_PRICE ? values[t] * (1.0 + event->change) : 1.0;
}

static HwDemandThing *
find_thing (GPtrArray          *things,
            const HwKnownEvent *event)
{
  HwDemandThing *thing;

  for (guint i = 0; i < things->len; i++)
    if (is_same (g_ptr_array_index (things, i), event))
      return g_ptr_array_index (things, i);

  thing = g_new0 (HwDemandThing, 1);
  thing->kind = event->kind;
  thing->known = known_of (event->kind);
  thing->is_public = event->is_public;
  thing->name = g_strdup (event->is_public         ? _("Public holiday")
                          : is_named (event->kind) ? event->name
                                                   : hw_known_event_kind_name (event->kind));
  thing->usual = event->kind == HW_KNOWN_EVENT_PRICE ? 1.0 : 0.0;
  thing->of_one = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_ptr_array_add (things, thing);
  return thing;
}

/* What is about all products first, so that it is in what single ones begin with. */
static void
add_event (const HwDemand     *day,
           GPtrArray          *things,
           const HwKnownEvent *event,
           gboolean            of_all,
           gsize               total)
{
  HwDemandThing *thing;

  if (event->kind == HW_KNOWN_EVENT_CLOSED || (event->products->len == 0) != of_all)
    return;

  thing = find_thing (things, event);
  if (of_all)
    {
      if (thing->of_all == NULL)
        thing->of_all = new_values (thing, total);
      mark (day, event, thing->of_all, total);
    }

  for (guint i = 0; i < event->products->len; i++)
    {
      const gint64 id = g_array_index (event->products, gint64, i);
      double *values = g_hash_table_lookup (thing->of_one, &id);

      if (values == NULL)
        {
          values = new_values (thing, total);
          g_hash_table_insert (thing->of_one, g_memdup2 (&id, sizeof id), values);
        }
      mark (day, event, values, total);
    }
}

/* The engine takes so many columns; what is about offers and prices goes first, then
 * what the owner named, in the order it came up. */
static void
drop_too_many (GPtrArray *things)
{
  gsize columns = 0;

  for (guint i = 0; i < things->len; i++)
    {
      const HwDemandThing *thing = g_ptr_array_index (things, i);

      if (columns + hw_known_columns (&thing->known) > HW_LIFT_COLUMNS_MAX)
        g_ptr_array_remove_index (things, i--);
      else
        columns += hw_known_columns (&thing->known);
    }
}

static int
compare_kind (gconstpointer a,
              gconstpointer b)
{
  const HwDemandThing *x = *(HwDemandThing *const *) a, *y = *(HwDemandThing *const *) b;

  return (int) is_named (x->kind) + x->is_public - (int) is_named (y->kind) - y->is_public;
}

GPtrArray *
hw_demand_things_new (const HwDemand *day)
{
  GPtrArray *things = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);
  const gsize total = ((const HwDemandSeries *) g_ptr_array_index (day->series, 0))->past->len + day->n_ahead;

  for (int of_all = 1; of_all >= 0; of_all--)
    for (guint i = 0; i < day->events->len; i++)
      add_event (day, things, g_ptr_array_index (day->events, i), of_all, total);

  g_ptr_array_sort (things, compare_kind);
  drop_too_many (things);
  return things;
}

const double *
hw_demand_thing_value (const HwDemandThing *self,
                       gint64               product_id)
{
  const double *values = g_hash_table_lookup (self->of_one, &product_id);

  return values != NULL ? values : self->of_all;
}
