/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-missed.h"

#include <math.h>

#define YEAR_DAYS 364        /* whole weeks, as for all figures of a year */
#define YEAR 365.0
#define AWAY_DAYS 28         /* open days in a row without goods or a sale: not on offer */
#define MARKS_SHARE 0.6      /* of counts that say nothing is left: only that is noted ... */
#define MARKS_COUNTED 0.5    /* ... if fewer of the days were counted */

/* One product as the engine wants it. */
typedef struct
{
  double *sold;      /* length n */
  double *left;      /* length n */
  guint8 *counted;   /* length n */
  guint8 *sold_out;  /* length n */
} Days;

static void
days_clear (Days *self)
{
  g_free (self->sold);
  g_free (self->left);
  g_free (self->counted);
  g_free (self->sold_out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Days, days_clear)

static const HwDemandPoint *
point_at (const HwDemandSeries *series,
          guint                 t)
{
  return &g_array_index (series->past, HwDemandPoint, t);
}

/* Gone for weeks without a sale or goods: it was not on offer, so nobody asked for it. */
static void
leave_out_away (const HwDemandSeries *series,
                Days                 *days)
{
  guint start = 0;

  for (guint t = 0; t <= series->past->len; t++)
    {
      const gboolean away = t < series->past->len && point_at (series, t)->units <= 0.0 &&
                            (isnan (point_at (series, t)->left) || point_at (series, t)->left <= 0.0);

      if (away)
        continue;

      for (guint i = start; t - start >= AWAY_DAYS && i < t; i++)
        {
          days->sold[i] = NAN;
          days->counted[i] = days->sold_out[i] = 0;
        }

      start = t + 1;
    }
}

static void
days_fill (Days                 *days,
           const HwDemandSeries *series)
{
  const guint n = series->past->len;

  days->sold = g_new (double, n + 1);
  days->left = g_new (double, n + 1);
  days->counted = g_new0 (guint8, n + 1);
  days->sold_out = g_new0 (guint8, n + 1);
  for (guint t = 0; t < n; t++)
    {
      const HwDemandPoint *point = point_at (series, t);
      const gboolean open = point->state != HW_PAST_CLOSED;

      days->sold[t] = open ? MAX (point->units, 0.0) : NAN;
      days->left[t] = point->left;
      days->counted[t] = open && !isnan (point->left);
      days->sold_out[t] = point->state == HW_PAST_SOLD_OUT;
    }

  leave_out_away (series, days);
}

static gsize
count_last (const HwDemand       *demand,
            const HwDemandSeries *series)
{
  gsize n = 0;

  while (n < series->past->len && point_at (series, series->past->len - 1 - (guint) n)->day > demand->last_day - YEAR_DAYS)
    n++;

  return n;
}

/* Who writes down only that nothing is left says by silence that something is. */
static gboolean
are_only_marks (const HwDemand *demand)
{
  double open = 0.0, counted = 0.0, sold_out = 0.0;

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);

      for (guint t = 0; t < series->past->len; t++)
        {
          open += point_at (series, t)->state != HW_PAST_CLOSED;
          counted += !isnan (point_at (series, t)->left);
          sold_out += point_at (series, t)->state == HW_PAST_SOLD_OUT;
        }
    }

  return sold_out >= MARKS_SHARE * counted && counted < MARKS_COUNTED * open;
}

static void
find_of (const HwDemand      *demand,
         HwDemandSeries      *series,
         const HwMissedTerms *business)
{
  g_auto (Days) days = { 0 };
  HwMissedTerms terms = *business;

  days_fill (&days, series);
  terms.n = series->past->len;
  terms.last = count_last (demand, series);
  g_free (series->result.lost_at);
  series->result.lost_at = g_new0 (double, terms.n + 1);
  hw_missed_product (&terms, &(HwMissedProduct) { days.sold, days.counted, days.sold_out, days.left, 1.0 },
                     series->result.lost_at, &series->missed);
}

void
hw_demand_missed_find (HwDemand *demand)
{
  const int days = MIN (demand->last_day - demand->first_day + 1, YEAR_DAYS);
  const HwMissedTerms business = { 0, demand->season, MAX (YEAR / MAX (days, 1), 1.0), 0, are_only_marks (demand) };

  for (guint i = 1; i < demand->series->len; i++)
    find_of (demand, g_ptr_array_index (demand->series, i), &business);
}
