/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/today/hw-exceptions.h"

#include "core/hw-error.h"
#include "domain/hw-stock-pile.h"
#include "engine/forecast/hw-forecast.h"
#include "jobs/demand/hw-demand-engine.h"
#include "jobs/stock/hw-shelf.h"

#include <math.h>

#define FOUR_WEEKS 4.0
#define UNUSUAL_LOOK 3      /* days */
#define UNUSUAL_SD 3.0
#define UNUSUAL_KNOWN 56    /* days of past that it takes to say what is usual */
#define SALES_FRESH 7       /* days; older ones are said to be old instead */
#define BAND_95 3.919927969 /* its width in standard deviations */
#define COUNTS_OLD 14
#define MISSED_BELOW 0.5    /* chance */

static HwException *
add (GPtrArray       *list,
     HwExceptionKind  kind,
     const char      *name)
{
  HwException *exception = hw_exception_new (kind);

  g_free (exception->name);
  exception->name = g_strdup (name);
  g_ptr_array_add (list, exception);
  return exception;
}

/* Days from running out until an order of today is there; 0 if it comes in time, or
 * if one is on its way, and nobody knows when. */
static int
count_days_without (const HwStockPlan *plan,
                    const HwStockLine *line)
{
  if (line->order_now <= 0 || line->on_order > 0 || line->runs_out == HW_DAY_NONE)
    return 0;

  return MAX (plan->as_of + line->lead_days - MAX (line->runs_out, plan->as_of), 0);
}

void
hw_exceptions_add_stock (GPtrArray         *list,
                         const HwStockPlan *plan)
{
  const guint n_due = hw_stock_plan_count_due (plan);
  HwDay counted = HW_DAY_NONE;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const int days = count_days_without (plan, line);

      counted = MAX (counted, line->counted);
      if (days > 0)
        {
          HwException *exception = add (list, HW_EXCEPTION_SOLD_OUT, line->name);

          exception->subject_id = line->product_id;
          exception->money = hw_scaled_to_double (hw_stock_line_lost_week (line));
          exception->missed = hw_scaled_to_double (line->lost_anyway);
          exception->number = days;
          exception->day = MAX (line->runs_out, plan->as_of);
        }
    }

  if (n_due > 0)
    {
      HwException *exception = add (list, HW_EXCEPTION_ORDER, "");

      exception->money = hw_scaled_to_double (hw_stock_plan_risk_week (plan));
      exception->number = n_due;
    }

  if (counted != HW_DAY_NONE && plan->as_of - counted > COUNTS_OLD)
    {
      HwException *exception = add (list, HW_EXCEPTION_OLD_COUNTS, "");

      exception->number = plan->as_of - counted;
      exception->day = counted;
    }
}

void
hw_exceptions_add_dead (GPtrArray      *list,
                        const HwDemand *demand,
                        const GArray   *shelf)
{
  double stands = 0.0;
  int n = 0;

  for (guint i = 0; i < shelf->len; i++)
    {
      const HwOnHand *on_hand = &g_array_index (shelf, HwOnHand, i);
      const HwProduct *product = hw_shelf_find_product (demand->products, on_hand->product_id);

      if (product == NULL || product->cost == HW_UNKNOWN || on_hand->on_hand == HW_UNKNOWN || on_hand->on_hand <= 0 ||
          hw_demand_sold_since (hw_demand_find (demand, product->id), demand->last_sale - HW_DEAD_DAYS + 1))
        continue;

      stands += hw_scaled_to_double (product->cost) * hw_scaled_to_double (on_hand->on_hand);
      n++;
    }

  /* What has been sold for less than half a year could not stand for longer. */
  if (stands > 0.0 && demand->last_sale - demand->first_day >= HW_DEAD_DAYS)
    {
      HwException *exception = add (list, HW_EXCEPTION_DEAD_STOCK, "");

      exception->stands = stands;
      exception->number = n;
    }
}

/* Money a day, or units where the files hold no amounts. */
static double *
take_total (const HwDemandSeries *total)
{
  double *y = g_new (double, total->past->len + 1);

  for (guint i = 0; i < total->past->len; i++)
    {
      const HwDemandPoint *point = &g_array_index (total->past, HwDemandPoint, i);
      const double value = total->year_revenue > 0.0 ? hw_scaled_to_double (point->amount) : point->units;

      y[i] = point->state == HW_PAST_CLOSED ? NAN : MAX (value, 0.0);
    }

  return y;
}

static void
add_off_day (GPtrArray             *list,
             const HwDemandSeries  *total,
             HwDay                  day,
             double                 actual,
             double                 expected)
{
  HwException *exception = add (list, HW_EXCEPTION_UNUSUAL, "");

  exception->day = day;
  exception->number = expected > 0.0 ? actual / expected - 1.0 : 1.0;
  if (total->year_revenue > 0.0)
    exception->money = MAX (expected - actual, 0.0);
}

gboolean
hw_exceptions_add_unusual (GPtrArray       *list,
                           const HwDemand  *demand,
                           HwDay            today,
                           GError         **error)
{
  const HwDemandSeries *total = g_ptr_array_index (demand->series, 0);
  const gsize n = total->past->len;
  g_autofree double *y = take_total (total);
  g_auto (HwForecastResult) r = { 0 };
  g_autoptr (GError) local = NULL;
  HwForecastInput input = hw_demand_input (HW_BY_DAY, demand->season, y, NULL, NULL, n);
  double most = UNUSUAL_SD;
  gsize worst = 0;

  while (input.n > 0 && g_array_index (total->past, HwDemandPoint, input.n - 1).day > demand->last_day - UNUSUAL_LOOK)
    input.n--;

  if (today - demand->last_day > SALES_FRESH || input.n < UNUSUAL_KNOWN || input.n == n)
    return TRUE;

  if (!hw_forecast_run (&input, n - input.n, &r, &local))
    {
      if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT) ||
          g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (gsize i = input.n; i < n; i++)
    {
      const gsize h = i - input.n;
      const double sd = (r.hi95[h] - r.lo95[h]) / BAND_95;
      const double off = sd > 0.0 ? fabs (y[i] - r.mean[h]) / sd : 0.0;

      if (off > most && (y[i] < r.lo95[h] || y[i] > r.hi95[h]))
        {
          most = off;
          worst = i;
        }
    }

  if (worst > 0)
    add_off_day (list, total, g_array_index (total->past, HwDemandPoint, worst).day, y[worst], r.mean[worst - input.n]);

  return TRUE;
}

void
hw_exceptions_add_old (GPtrArray *list,
                       HwDay      last_sale,
                       HwBy       by,
                       HwDay      today)
{
  static const int old[] = { 7, 14, 45 }; /* days, by HwBy */

  if (today - last_sale > old[by])
    {
      HwException *exception = add (list, HW_EXCEPTION_OLD_SALES, "");

      exception->number = today - last_sale;
      exception->day = last_sale;
    }
}

/* Money over four weeks, so that a gap is money a week four times. */
static gboolean
is_period_money (const HwMetric *metric)
{
  return g_str_equal (metric->id, "revenue") || g_str_equal (metric->id, "lost_sales_value");
}

void
hw_exceptions_add_goals (GPtrArray *list,
                         GPtrArray *outlooks)
{
  for (guint i = 0; i < outlooks->len; i++)
    {
      const HwGoalOutlook *outlook = g_ptr_array_index (outlooks, i);
      const HwAnswers *answers = outlook->entry->answers;
      const gboolean likely_missed = outlook->reach == HW_REACH_KNOWN && outlook->chance < MISSED_BELOW;
      HwException *exception;

      if (!likely_missed && outlook->reach != HW_REACH_OVER)
        continue;

      exception = add (list, HW_EXCEPTION_GOAL, hw_answers_get_text (answers, "name"));
      exception->subject_id = outlook->entry->id;
      exception->number = likely_missed ? outlook->chance : -1.0;
      exception->day = hw_answers_get_day (answers, "day");
      if (likely_missed && is_period_money (outlook->metric))
        exception->money = fabs (hw_answers_get_number (answers, "target", 0.0) - outlook->expected) / FOUR_WEEKS;
    }
}

static void
add_review (GPtrArray     *list,
            const HwEntry *review,
            const char    *name,
            HwDay          today)
{
  const HwDay day = hw_answers_get_day (review->answers, "day");
  HwException *exception;

  if (day == HW_DAY_NONE || day > today || hw_answers_get_yes (review->answers, "done"))
    return;

  exception = add (list, HW_EXCEPTION_REVIEW, name);
  exception->subject_id = review->id;
  exception->day = day;
  exception->number = today - day;
}

void
hw_exceptions_add_reviews (GPtrArray       *list,
                           const HwJourney *journey)
{
  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);
      const char *name = hw_answers_get_text (trial->initiative->answers, "name");

      if (hw_state_is_final (hw_initiative_state (trial->initiative)))
        continue;

      if (trial->next == HW_NEXT_CHECK_IN)
        add (list, HW_EXCEPTION_REVIEW, name)->subject_id = trial->initiative->id;

      for (guint k = 0; k < trial->reviews->len; k++)
        add_review (list, g_ptr_array_index (trial->reviews, k), name, journey->as_of);
    }

  for (guint i = 0; i < journey->reviews->len; i++)
    {
      const HwEntry *review = g_ptr_array_index (journey->reviews, i);

      add_review (list, review, hw_answers_get_text (review->answers, "about"), journey->as_of);
    }
}

void
hw_exceptions_add_alarms (GPtrArray     *list,
                          const HwWatch *watch)
{
  for (guint i = 0; i < watch->alerts->len; i++)
    {
      const HwAlert *alert = g_ptr_array_index (watch->alerts, i);
      HwException *exception = add (list, HW_EXCEPTION_ALARM, alert->what);

      exception->subject_id = alert->line->initiative;
      exception->money = isnan (alert->line->money_week) ? 0.0 : alert->line->money_week;
      exception->day = alert->line->since;
    }
}
