/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-what-if-job.h"

#include "core/hw-error.h"
#include "jobs/demand/hw-demand-lift.h"
#include "jobs/demand/hw-demand-money.h"
#include "jobs/demand/hw-demand-work.h"
#include "jobs/hw-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SHOWN_AFTER 7        /* days after the last one, to see it go back */
#define SHOWN_LEAST 28

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, what);
  return FALSE;
}

static gboolean
check (const HwWhatIfRequest *wish,
       const HwDemand        *day,
       HwDay                  today,
       GError               **error)
{
  const HwDemandSeries *series = hw_demand_find (day, wish->product_id);

  if (wish->kind != HW_KNOWN_EVENT_PROMOTION && wish->kind != HW_KNOWN_EVENT_PRICE && wish->kind != HW_KNOWN_EVENT_CLOSED)
    return refuse (error, _("ask about an offer, a price or a closed day"));

  if (series == NULL || series->missing != HW_NO_FORECAST_NONE)
    return refuse (error, _("there is no forecast of it"));

  if (wish->from < today || wish->to < wish->from || wish->to > today + HW_WHAT_IF_DAYS_MOST ||
      !hw_demand_is_told_by_day (day, wish->to + 1))
    return refuse (error, _("choose days from today on, at most half a year ahead"));

  if (wish->kind == HW_KNOWN_EVENT_PRICE && !(wish->change > -1.0 && wish->change <= 10.0 && wish->change != 0.0))
    return refuse (error, _("say by how much the price changes"));

  return TRUE;
}

static gboolean
is_on (const HwWhatIfRequest *wish,
       HwDay                  day)
{
  return day >= wish->from && day <= wish->to;
}

/* How many times as much sells on each day ahead; FALSE if nothing like it is known. */
static gboolean
find_factor (const HwDemand        *day,
             const HwDemandSeries  *product,
             const HwWhatIfRequest *wish,
             double                *factor)
{
  if (wish->kind != HW_KNOWN_EVENT_CLOSED)
    return hw_demand_lift_if (day->lift, day, product, wish->kind, wish->from, wish->to, wish->change, factor);

  for (gsize t = 0; t < day->n_ahead; t++)
    factor[t] = is_on (wish, day->ahead_day[t]) ? 0.0 : 1.0;

  return TRUE;
}

/* Units and money of one product; a sum is its products' added up. */
static gboolean
add_product (const HwDemand        *day,
             const HwDemandSeries  *product,
             const HwWhatIfRequest *wish,
             HwWhatIf              *answer)
{
  g_autofree double *factor = g_new (double, day->n_ahead + 1);
  const gboolean known = find_factor (day, product, wish, factor);
  const double price = hw_demand_price (product);
  const double new_price = price * (1.0 + (wish->kind == HW_KNOWN_EVENT_PRICE ? wish->change : 0.0));
  const double cost = product->product != NULL && product->product->cost != HW_UNKNOWN
                      ? hw_scaled_to_double (product->product->cost) : NAN;
  double without = 0.0, with = 0.0;

  for (guint i = 0; i < answer->points->len; i++)
    {
      HwWhatIfPoint *point = &g_array_index (answer->points, HwWhatIfPoint, i);

      point->without += product->mean[i];
      point->with += product->mean[i] * factor[i];
    }

  for (gsize t = 0; t < day->n_ahead; t++)
    if (is_on (wish, day->ahead_day[t]))
      {
        without += product->mean[t];
        with += product->mean[t] * factor[t];
      }

  answer->units_without += without;
  answer->units_with += with;
  if (without > 0.0 || with > 0.0)
    {
      answer->money_without += without * price;
      answer->money_with += with * new_price;
      answer->margin_without += without * (price - cost);
      answer->margin_with += with * (new_price - cost);
    }

  return known;
}

static void
lay_out (const HwDemand        *day,
         const HwWhatIfRequest *wish,
         HwWhatIf              *answer)
{
  const HwDay end = MAX (wish->to + SHOWN_AFTER, day->ahead_start + SHOWN_LEAST - 1);

  for (gsize t = 0; t < day->n_ahead && day->ahead_day[t] <= end; t++)
    {
      const HwWhatIfPoint point = { .day = day->ahead_day[t] };

      g_array_append_val (answer->points, point);
    }
}

static HwBasis
find_basis (const HwDemand        *day,
            const HwDemandSeries  *series,
            const HwWhatIfRequest *wish,
            gboolean               known,
            guint                 *n_seen)
{
  const HwDemandSeries *product = series->product_id != 0 ? series : NULL;

  *n_seen = 0;
  if (wish->kind == HW_KNOWN_EVENT_CLOSED)
    return HW_BASIS_PLAIN;

  if (!known)
    return HW_BASIS_NONE;

  *n_seen = hw_demand_lift_seen (day->lift, product, wish->kind);
  if (*n_seen > 0 || product == NULL)
    return HW_BASIS_OWN;

  *n_seen = hw_demand_lift_seen (day->lift, NULL, wish->kind);
  return HW_BASIS_SHARED;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwWhatIfRequest *wish = request;
  const HwDemand *day = hw_demand_get (session, HW_BY_DAY, 1, tick, error);
  g_autoptr (HwWhatIf) answer = hw_what_if_new ();
  const HwDemandSeries *series;
  gboolean known = FALSE;

  if (day == NULL || !check (wish, day, hw_session_get_today (session), error))
    return NULL;

  series = hw_demand_find (day, wish->product_id);
  answer->product_id = wish->product_id;
  answer->name = g_strdup (series->product != NULL ? series->product->name : _("All products"));
  answer->kind = wish->kind;
  answer->from = wish->from;
  answer->to = wish->to;
  answer->change = wish->kind == HW_KNOWN_EVENT_PRICE ? wish->change : 0.0;
  lay_out (day, wish, answer);

  for (guint i = 1; i < day->series->len; i++)
    {
      const HwDemandSeries *product = g_ptr_array_index (day->series, i);

      if (wish->product_id == 0 || product == series)
        known |= add_product (day, product, wish, answer);
    }

  answer->basis = find_basis (day, series, wish, known, &answer->n_seen);
  return g_steal_pointer (&answer);
}

const HwJob hw_what_if_job = {
  "what-if", N_("Working out what would happen"), run, g_free, (GDestroyNotify) hw_what_if_free, FALSE
};
