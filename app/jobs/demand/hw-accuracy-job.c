/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-accuracy-job.h"

#include "jobs/demand/hw-demand-money.h"
#include "jobs/demand/hw-demand-work.h"
#include "jobs/hw-session-private.h"
#include "store/hw-forecast-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define KEPT_LOOK 364        /* days of kept forecasts that are compared */

/* A line, and the days it is compared on. */
typedef struct
{
  HwAccuracyLine       *line;   /* of the result */
  const HwDemandSeries *day;    /* by day */
  double                price;
} Subject;

typedef struct
{
  HwForecastAccuracy *accuracy;
  GPtrArray          *subjects; /* (owned) of Subject: all, categories, products */
  GHashTable         *by_id;    /* (owned) product id to Subject */
  HwDay               last;     /* the day that was counted last */
  GHashTable         *days;     /* (owned) set of days compared */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->subjects, g_ptr_array_unref);
  g_clear_pointer (&work->by_id, g_hash_table_unref);
  g_clear_pointer (&work->days, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Stretches held back: what the engine found out while it weighed its methods. */
static void
take_tested (const HwForecastResult *r,
             const HwAccuracyLine   *line,
             double                  price,
             HwForecastScore        *score)
{
  const double n = (double) r->n_tested;

  *score = (HwForecastScore) {
    .n = (gint64) r->n_tested, .off = r->error * n, .simple_off = r->simple_error * n, .sold = r->tested_actual * n,
    .n_ranges = (gint64) r->n_tested,
    .n_in80 = (gint64) llround (r->inside80 * n), .n_in95 = (gint64) llround (r->inside95 * n),
  };
  score->off_money = score->off * line->each;
  score->simple_off_money = score->simple_off * line->each;
  score->sold_money = isnan (price) ? 0.0 : score->sold * price;
}

static Subject *
add_subject (Work                 *work,
             const HwDemand       *demand,
             const HwDemandSeries *series,
             const HwDemand       *day,
             const HwDemandSeries *day_series)
{
  Subject *subject = g_new0 (Subject, 1);
  HwAccuracyLine *line = hw_accuracy_line_new ();
  const double each = hw_demand_each (day, day_series, &line->each_margin);

  line->product_id = series->product_id;
  line->category = g_strdup (series->category);
  line->name = g_strdup (series->category != NULL ? series->category
                         : series->product != NULL ? series->product->name : _("All products"));
  line->each = isnan (each) ? 0.0 : each;
  subject->line = line;
  subject->day = day_series;
  subject->price = hw_demand_price (day_series);
  if (series->missing == HW_NO_FORECAST_NONE && series->ground == HW_GROUND_PAST)
    take_tested (&series->result, line, subject->price, &line->tested);

  g_ptr_array_add (work->subjects, subject);
  g_ptr_array_add (work->accuracy->lines, line);
  return subject;
}

static int
compare_day (gconstpointer a,
             gconstpointer b)
{
  return ((const HwDemandPoint *) a)->day - ((const HwDemandPoint *) b)->day;
}

static void
add_kept (const HwKeptForecast *kept,
          const Subject        *subject,
          double                sold,
          HwForecastScore      *score)
{
  const double off = fabs (kept->mean - sold), simple = fabs (kept->simple - sold);

  score->n_ranges++;
  score->n_in80 += sold >= kept->lo80 && sold <= kept->hi80;
  score->n_in95 += sold >= kept->lo95 && sold <= kept->hi95;
  if (isnan (kept->simple))
    return;

  score->n++;
  score->off += off;
  score->simple_off += simple;
  score->lean += kept->mean - sold;
  score->sold += sold;
  score->off_money += off * subject->line->each;
  score->simple_off_money += simple * subject->line->each;
  score->sold_money += isnan (subject->price) ? 0.0 : sold * subject->price;
}

static const Subject *
find_subject (const Work           *work,
              const HwKeptForecast *kept)
{
  if (kept->product_id != 0)
    return g_hash_table_lookup (work->by_id, &kept->product_id);

  for (guint i = 0; i < work->subjects->len; i++)
    {
      const Subject *subject = g_ptr_array_index (work->subjects, i);

      if (subject->line->product_id == 0 && g_strcmp0 (subject->line->category, kept->category) == 0)
        return subject;
    }

  return NULL;
}

static void
take_kept (const HwKeptForecast *kept,
           gpointer              data)
{
  Work *work = data;
  HwForecastAccuracy *accuracy = work->accuracy;
  const Subject *subject = find_subject (work, kept);
  const HwDemandPoint key = { .day = kept->day };
  const HwDemandPoint *point;
  guint at;

  if (subject == NULL || !g_array_binary_search (subject->day->past, &key, compare_day, &at))
    return;

  point = &g_array_index (subject->day->past, HwDemandPoint, at);
  if (point->state == HW_PAST_CLOSED)
    return;

  add_kept (kept, subject, MAX (point->units, 0.0) + point->lost, &subject->line->kept);
  g_hash_table_add (work->days, GINT_TO_POINTER (kept->day));
  accuracy->kept_from = accuracy->kept_from == HW_DAY_NONE ? kept->day : MIN (accuracy->kept_from, kept->day);
  accuracy->kept_to = accuracy->kept_to == HW_DAY_NONE ? kept->day : MAX (accuracy->kept_to, kept->day);
}

/* Every product's own misses, over the same time. */
static void
add_up (Work *work)
{
  HwForecastAccuracy *accuracy = work->accuracy;
  gint64 most = 0;

  for (guint i = 0; i < work->subjects->len; i++)
    {
      const HwAccuracyLine *line = ((const Subject *) g_ptr_array_index (work->subjects, i))->line;

      if (line->product_id != 0)
        most = MAX (most, line->tested.n);
    }

  for (guint i = 0; i < work->subjects->len; i++)
    {
      const HwAccuracyLine *line = ((const Subject *) g_ptr_array_index (work->subjects, i))->line;
      HwForecastScore tested = line->tested;
      const double factor = tested.n > 0 ? (double) most / (double) tested.n : 0.0;

      if (line->product_id == 0)
        continue;

      tested.off *= factor;
      tested.simple_off *= factor;
      tested.sold *= factor;
      tested.off_money *= factor;
      tested.simple_off_money *= factor;
      tested.sold_money *= factor;
      hw_forecast_score_add (&accuracy->tested, &tested);
      hw_forecast_score_add (&accuracy->kept, &line->kept);
    }

  accuracy->tested.n = most;
  accuracy->kept.n = accuracy->kept.n > 0 ? (gint64) g_hash_table_size (work->days) : 0;
}

static int
rank_of (const HwAccuracyLine *line)
{
  return line->product_id != 0 ? 2 : line->category != NULL ? 1 : 0;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const HwAccuracyLine *x = *(HwAccuracyLine *const *) a, *y = *(HwAccuracyLine *const *) b;

  if (rank_of (x) != rank_of (y))
    return rank_of (x) - rank_of (y);
  if (x->tested.sold_money != y->tested.sold_money)
    return x->tested.sold_money > y->tested.sold_money ? -1 : 1;

  return g_strcmp0 (x->name, y->name);
}

static gboolean
compare_kept (Work            *work,
              HwStore         *store,
              const HwDemand  *day,
              GError         **error)
{
  const HwDay from = MAX (day->first_day, day->last_day - KEPT_LOOK + 1);

  return hw_forecast_repo_each_kept (store, from, day->last_day, 1, take_kept, work, error) &&
         hw_forecast_repo_count_runs (store, from, day->last_day, &work->accuracy->n_runs, error);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwAccuracyRequest *wish = request;
  g_autoptr (HwForecastAccuracy) accuracy = hw_forecast_accuracy_new ();
  g_auto (Work) work = {
    .accuracy = accuracy, .subjects = g_ptr_array_new_with_free_func (g_free),
    .by_id = g_hash_table_new (g_int64_hash, g_int64_equal), .days = g_hash_table_new (NULL, NULL),
  };
  const HwDemand *day, *demand;

  accuracy->by = wish->by;
  if (!wish->has_by && !hw_demand_choose_by (session, &accuracy->by, error))
    return NULL;

  day = hw_demand_get (session, HW_BY_DAY, 1, tick, error);
  demand = day != NULL ? hw_demand_get (session, accuracy->by, 1, tick, error) : NULL;
  if (demand == NULL)
    return NULL;

  g_autoptr (GPtrArray) all = hw_demand_all_series (demand);
  g_autoptr (GPtrArray) days = hw_demand_all_series (day);

  accuracy->as_of = hw_session_get_today (session);
  for (guint i = 0; i < all->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (all, i);
      Subject *subject = add_subject (&work, demand, series, day, g_ptr_array_index (days, i));

      if (series->product_id != 0)
        g_hash_table_insert (work.by_id, (gpointer) &series->product_id, subject);
    }

  if (!compare_kept (&work, hw_session_get_store (session), day, error))
    return NULL;

  add_up (&work);
  g_ptr_array_sort (accuracy->lines, compare_lines);
  return g_steal_pointer (&accuracy);
}

const HwJob hw_accuracy_job = {
  "accuracy", N_("Looking up how close the forecast came"), run, g_free, (GDestroyNotify) hw_forecast_accuracy_free, FALSE
};
