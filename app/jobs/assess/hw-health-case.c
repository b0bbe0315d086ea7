/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-health-case.h"

#include "core/hw-holiday.h"
#include "domain/hw-known-event.h"

#define OPEN_SHARE 0.5    /* of a weekday's dates with sales: it is an open day */
#define DAILY_SHARE 0.5   /* of all days with sales: the business sells by the day */
#define DAILY_LEAST 28
#define ONE_LINE_SHARE 0.05 /* product-days with more lines than one: fewer, and a file holds sums */

double
hw_health_share (double part,
                 double whole)
{
  return whole > 0.0 ? part / whole : 0.0;
}

char *
hw_health_say_share (const HwHealthCase *self,
                     double              share)
{
  const gboolean all = share > 1.0 - 1e-9, nothing = share < 1e-9;

  return hw_format_percent (self->format, all || nothing ? share : CLAMP (share, 0.01, 0.99), 0);
}

HwHealthFinding *
hw_health_case_add (HwHealthCase  *self,
                    const char    *id,
                    HwHealthGrade  grade,
                    const char    *name,
                    gint64         n_rows,
                    char          *found)
{
  HwHealthFinding *finding = hw_health_finding_new (id, grade);

  finding->name = name;
  finding->n_rows = n_rows;
  g_free (finding->found);
  finding->found = found;
  g_ptr_array_add (self->health->findings, finding);
  return finding;
}

void
hw_health_case_mend (HwHealthFinding *finding,
                     const char      *blocks,
                     const char      *mend,
                     const char      *way,
                     const char      *action)
{
  if (finding->grade == HW_HEALTH_GOOD)
    return;

  finding->blocks = blocks;
  finding->mend = mend;
  finding->way = way;
  finding->action = action;
}

void
hw_health_case_measure (HwHealthCase *self,
                        const char   *check,
                        int           score,
                        gboolean      replaces,
                        char         *evidence)
{
  g_ptr_array_add (self->health->measured, hw_measured_new (check, score, replaces, evidence));
  g_free (evidence);
}

/* 1 for each period from the first sale to the last in which anything was sold. */
static guint8 *
sold_by (const HwHealthRows *rows,
         HwBy                by,
         int                *n)
{
  guint8 *sold;

  *n = hw_by_between (by, rows->first, rows->last) + 1;
  sold = g_new0 (guint8, (gsize) *n);
  for (HwDay day = rows->first; day <= rows->last; day++)
    if (rows->sold_on[day - rows->first] != 0)
      sold[hw_by_between (by, rows->first, day)] = 1;

  return sold;
}

static gint64
count_set (const guint8 *set,
           int           n)
{
  gint64 sum = 0;

  for (int i = 0; i < n; i++)
    sum += set[i];

  return sum;
}

static gboolean
is_said_closed (GPtrArray    *events,
                const GArray *holidays,
                HwDay         day)
{
  for (guint i = 0; i < holidays->len; i++)
    if (g_array_index (holidays, HwHoliday, i).day == day)
      return TRUE;

  for (guint i = 0; i < events->len; i++)
    {
      const HwKnownEvent *event = g_ptr_array_index (events, i);

      if ((event->kind == HW_KNOWN_EVENT_CLOSED || event->kind == HW_KNOWN_EVENT_HOLIDAY) && hw_known_event_is_on (event, day))
        return TRUE;
    }

  return FALSE;
}

/* Days on which the business should have sold: weekdays that are mostly open, less
 * public holidays and what the owner said of them. */
static void
find_missing_days (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  g_autoptr (GPtrArray) events = hw_known_events_new (self->events);
  g_autoptr (GArray) holidays = hw_holidays_new (self->country, rows->first, rows->last);
  int n[7] = { 0 }, sold[7] = { 0 };

  for (HwDay day = rows->first; day <= rows->last; day++)
    {
      n[hw_day_weekday (day)]++;
      sold[hw_day_weekday (day)] += rows->sold_on[day - rows->first];
    }

  for (HwDay day = rows->first; day <= rows->last; day++)
    {
      const int w = hw_day_weekday (day);
      const gboolean missing = rows->sold_on[day - rows->first] == 0;

      if (sold[w] < OPEN_SHARE * n[w] || (missing && is_said_closed (events, holidays, day)))
        continue;

      self->n_expected++;
      self->n_missing += missing;
    }
}

static void
find_missing (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  int n;

  if (rows->last == HW_DAY_NONE)
    return;

  for (self->by = HW_BY_DAY; self->by < HW_BY_MONTH; self->by++)
    {
      g_autofree guint8 *sold = sold_by (rows, self->by, &n);

      if (count_set (sold, n) >= DAILY_SHARE * n || n < DAILY_LEAST)
        break;
    }

  if (self->by == HW_BY_DAY)
    find_missing_days (self);
  else
    {
      g_autofree guint8 *sold = sold_by (rows, self->by, &n);

      self->n_expected = n;
      self->n_missing = n - count_set (sold, n);
    }
}

static const HwProduct *
find_product (const GArray *products,
              gint64        id,
              GHashTable   *by_id)
{
  const guint i = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &id));

  return i > 0 ? &g_array_index (products, HwProduct, i - 1) : NULL;
}

/* How much of the sales is of products with a cost, and of those that cost too much. */
static void
add_costs (HwHealthCase *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->products->len; i++)
    g_hash_table_insert (by_id, &g_array_index (self->products, HwProduct, i).id, GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < self->rows->products->len; i++)
    {
      const HwHealthProduct *sold = &g_array_index (self->rows->products, HwHealthProduct, i);
      const HwProduct *product = find_product (self->products, sold->product_id, by_id);

      if (product == NULL || product->cost == HW_UNKNOWN)
        continue;

      self->costed += sold->revenue;
      if (sold->units > 0.0 && sold->revenue > 0.0 && sold->revenue / sold->units < hw_scaled_to_double (product->cost))
        self->negative_margin += sold->revenue;
    }
}

void
hw_health_case_work (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;

  find_missing (self);
  add_costs (self);

  /* Two buyers of the same thing are no mistake, but where a file holds one sum for each
   * product and day, a second one is. */
  self->n_doubles = rows->n_again;
  if ((double) rows->n_pairs_many <= ONE_LINE_SHARE * (double) rows->n_pairs)
    self->n_doubles += rows->n_twice;
}
