/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-stock-job.h"

#include "core/hw-error.h"
#include "engine/stock/hw-abc.h"
#include "engine/stock/hw-reorder.h"
#include "jobs/hw-session-private.h"
#include "jobs/hw-shelf.h"
#include "jobs/hw-waiting.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-stock-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define XYZ_WEEKS 26
#define LOOK_BEYOND 28       /* days after the next order could come: to say when a product runs out */
#define STALE_MOST 28        /* days that a forecast is believed without new sales */

/* All that the lines are made from. */
typedef struct
{
  const HwDemand *demand;
  HwDay           today;
  double          service;
  GArray         *suppliers;  /* (owned) of HwSupplier */
  GArray         *leads;      /* (owned) of HwLeadTime */
  GArray         *on_hand;    /* (owned) of HwOnHand */
} Kit;

static void
kit_clear (Kit *kit)
{
  g_clear_pointer (&kit->suppliers, g_array_unref);
  g_clear_pointer (&kit->leads, g_array_unref);
  g_clear_pointer (&kit->on_hand, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kit, kit_clear)

static gboolean
kit_load (Kit        *kit,
          HwStore    *store,
          GError    **error)
{
  return (kit->suppliers = hw_supplier_repo_list (store, error)) != NULL &&
         (kit->leads = hw_stock_repo_lead_times (store, error)) != NULL;
}

static const HwOnHand *
find_on_hand (const Kit *kit,
              gint64     product_id)
{
  for (guint i = 0; i < kit->on_hand->len; i++)
    if (g_array_index (kit->on_hand, HwOnHand, i).product_id == product_id)
      return &g_array_index (kit->on_hand, HwOnHand, i);

  return NULL;
}

static double
set_waiting_time (const Kit       *kit,
                  const HwProduct *product,
                  HwStockLine     *line)
{
  const HwSupplier *supplier = hw_waiting_find_supplier (kit->suppliers, product->supplier_id);
  const HwWaiting waiting = hw_waiting_find (product, supplier, kit->leads);

  line->supplier = g_strdup (supplier != NULL ? supplier->name : "");
  line->review_days = supplier != NULL ? MAX (supplier->review_days, 1) : 1;
  line->lead_days = waiting.days;
  line->lead_assumed = waiting.assumed;
  return waiting.sd;
}

/* Days between the first forecast day and today. Where the sales end long ago the
 * weekday is kept right and no more can be known. */
static gsize
days_stale (const HwDemand *demand,
            HwDay           today)
{
  const int gap = MAX (today - demand->ahead_start, 0);

  return (gsize) (gap <= STALE_MOST ? gap : gap % 7);
}

/* Expected total of the next h+1 days from today, and its standard deviation. */
static void
sum_days (const Kit            *kit,
          const HwDemandSeries *series,
          gsize                 n,
          double               *mean,
          double               *sd)
{
  const HwForecastResult *r = &series->result;
  const gsize skip = days_stale (kit->demand, kit->today);
  gssize past = -1, last = -1;

  for (gsize i = 0; i < skip; i++)
    past = MAX (past, hw_demand_step_ahead (kit->demand, i));

  last = past;
  for (gsize i = 0; i < n; i++)
    {
      const double before_mean = past >= 0 ? r->sum_mean[past] : 0.0;
      const double before_sd = past >= 0 ? r->sum_sd[past] : 0.0;

      last = MAX (last, hw_demand_step_ahead (kit->demand, skip + i));
      mean[i] = last >= 0 ? MAX (r->sum_mean[last] - before_mean, 0.0) : 0.0;
      sd[i] = last > past ? sqrt (MAX (r->sum_sd[last] * r->sum_sd[last] - before_sd * before_sd, 0.0)) : 0.0;
    }
}

static gboolean
has_parts (const HwDemandSeries *series)
{
  for (guint i = 0; i < series->past->len; i++)
    {
      const double units = g_array_index (series->past, HwDemandPoint, i).units;

      if (fabs (units - round (units)) > 1e-9)
        return TRUE;
    }

  return FALSE;
}

static HwXyz
classify_evenness (const HwDemand       *demand,
                   const HwDemandSeries *series)
{
  double weekly[XYZ_WEEKS] = { 0 };
  gsize n = 0;

  for (guint i = series->past->len; i-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);
      const int week = (demand->last_day - point->day) / 7;

      if (week >= XYZ_WEEKS)
        break;

      weekly[week] += point->units;
      n = (gsize) week + 1;
    }

  return (HwXyz) hw_xyz_classify (weekly, n);
}

static void
compute_order (const Kit            *kit,
               const HwDemandSeries *series,
               const HwProduct      *product,
               double                lead_sd,
               HwStockLine          *line,
               GError              **error)
{
  const gsize n = (gsize) (line->lead_days + line->review_days + LOOK_BEYOND + 2);
  g_autofree double *mean = g_new (double, n);
  g_autofree double *sd = g_new (double, n);
  const gboolean known = line->on_hand != HW_UNKNOWN;
  HwReorder out;
  const HwReorderInput input = {
    .sum_mean = mean, .sum_sd = sd, .n_days = n,
    .lead_days = line->lead_days, .lead_sd = lead_sd, .review_days = line->review_days,
    .service = kit->service,
    .on_hand = known ? hw_scaled_to_double (line->on_hand) : 0.0,
    .on_order = hw_scaled_to_double (line->on_order),
    .pack = hw_scaled_to_double (product->pack), .min_order = hw_scaled_to_double (product->min_order),
    .shelf_days = product->shelf_days, .whole_units = !has_parts (series),
  };

  sum_days (kit, series, n, mean, sd);
  if (!hw_reorder_compute (&input, &out, error))
    return;

  line->daily_units = out.expected / (line->lead_days + line->review_days);
  line->safety_stock = hw_scaled_from_double (out.safety_stock);
  line->reorder_point = hw_scaled_from_double (out.reorder_point);
  line->order_up_to = hw_scaled_from_double (out.order_up_to);

  if (!known)
    {
      line->reason = HW_STOCK_NO_COUNT;
      return;
    }

  line->order_now = hw_scaled_from_double (out.order_now);
  line->runs_out = out.days_left >= 0 ? kit->today + out.days_left : HW_DAY_NONE;
  line->reason = line->order_now <= 0 ? HW_STOCK_ENOUGH
                 : line->on_hand <= 0 ? HW_STOCK_ORDER_SOLD_OUT : HW_STOCK_ORDER;
  if (line->order_now > 0 && line->price != HW_UNKNOWN)
    line->at_risk = hw_scaled_from_double (out.short_units * hw_scaled_to_double (line->price));
}

static void
set_money (const HwProduct      *product,
           const HwDemandSeries *series,
           HwStockLine          *line)
{
  line->unit_cost = product->cost;
  line->price = product->price;

  if (line->price == HW_UNKNOWN && series != NULL && series->year_units > 0.0)
    line->price = hw_scaled_from_double (series->year_revenue / series->year_units);
}

static gboolean
set_value (HwStockLine  *line,
           GError      **error)
{
  const HwMoney each = line->unit_cost != HW_UNKNOWN ? line->unit_cost : line->price;

  if (each == HW_UNKNOWN || hw_money_times (each, line->order_now, &line->value))
    return TRUE;

  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s: the order's value overflows", line->key);
  return FALSE;
}

static HwStockLine *
make_line (const Kit        *kit,
           const HwProduct  *product,
           GError          **error)
{
  g_autoptr (HwStockLine) line = hw_stock_line_new ();
  const HwDemandSeries *series = hw_demand_find (kit->demand, product->id);
  const HwOnHand *on_hand = find_on_hand (kit, product->id);
  g_autoptr (GError) local = NULL;
  double lead_sd;

  line->product_id = product->id;
  line->key = g_strdup (product->sku);
  line->name = g_strdup (product->name);
  line->service = kit->service;
  line->xyz = series != NULL ? classify_evenness (kit->demand, series) : HW_XYZ_Z;
  line->counted = on_hand != NULL ? on_hand->counted : HW_DAY_NONE;
  line->on_hand = on_hand != NULL ? on_hand->on_hand : HW_UNKNOWN;
  line->on_order = on_hand != NULL ? on_hand->on_order : 0;
  lead_sd = set_waiting_time (kit, product, line);
  set_money (product, series, line);

  if (product->retired)
    line->reason = HW_STOCK_RETIRED;
  else if (series == NULL || series->missing == HW_NO_FORECAST_NO_DEMAND || series->year_units <= 0.0)
    line->reason = HW_STOCK_NO_SALES;
  else if (series->missing == HW_NO_FORECAST_TOO_SHORT)
    line->reason = HW_STOCK_NEW;
  else
    compute_order (kit, series, product, lead_sd, line, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return set_value (line, error) ? g_steal_pointer (&line) : NULL;
}

static void
classify_value (const HwDemand *demand,
                HwStockPlan    *plan)
{
  const gsize n = plan->lines->len;
  g_autofree double *value = g_new0 (double, n + 1);
  g_autofree guint8 *classes = g_new0 (guint8, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const HwDemandSeries *series = hw_demand_find (demand, line->product_id);

      value[i] = series != NULL ? series->year_revenue : 0.0;
    }

  hw_abc_classify (value, n, classes);
  for (gsize i = 0; i < n; i++)
    ((HwStockLine *) g_ptr_array_index (plan->lines, i))->abc = (HwAbc) classes[i];
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const HwStockLine *x = *(HwStockLine *const *) a;
  const HwStockLine *y = *(HwStockLine *const *) b;

  if (x->at_risk != y->at_risk)
    return x->at_risk > y->at_risk ? -1 : 1;
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;

  return g_strcmp0 (x->name, y->name);
}

static gboolean
add_up (HwStockPlan  *plan,
        GError      **error)
{
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      plan->n_orders += line->order_now > 0;
      plan->n_unknown += line->reason == HW_STOCK_NO_COUNT;
      if (!hw_scaled_add (&plan->order_value, line->value))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "the orders' value overflows");
          return FALSE;
        }
    }

  return TRUE;
}

/* How far ahead the slowest supplier makes us look, from the first forecast day. */
static gsize
needed_horizon (const Kit *kit)
{
  int lead = HW_LEAD_DAYS_ASSUMED, review = 1;

  for (guint i = 0; i < kit->suppliers->len; i++)
    {
      const HwSupplier *supplier = &g_array_index (kit->suppliers, HwSupplier, i);

      lead = MAX (lead, MIN (supplier->lead_days, HW_WAITING_MOST));
      review = MAX (review, supplier->review_days);
    }

  for (guint i = 0; i < kit->leads->len; i++)
    lead = MAX (lead, (int) ceil (MIN (g_array_index (kit->leads, HwLeadTime, i).mean, HW_WAITING_MOST)));

  return (gsize) (lead + review + LOOK_BEYOND + STALE_MOST + 2);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwStockRequest *wish = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  g_auto (Kit) kit = { 0 };

  kit.today = hw_session_get_today (session);
  kit.service = wish != NULL && wish->service > 0.0 ? CLAMP (wish->service, 0.5, 0.999) : HW_SERVICE_DEFAULT;
  if (!kit_load (&kit, store, error))
    return NULL;

  kit.demand = hw_demand_get (session, HW_BY_DAY, needed_horizon (&kit), tick, error);
  if (kit.demand == NULL)
    return NULL;

  kit.on_hand = hw_shelf_load (store, kit.demand->products, kit.today, error);
  if (kit.on_hand == NULL)
    return NULL;

  plan->as_of = kit.today;
  plan->service = kit.service;
  for (guint i = 0; i < kit.demand->products->len; i++)
    {
      HwStockLine *line = make_line (&kit, &g_array_index (kit.demand->products, HwProduct, i), error);

      if (line == NULL)
        return NULL;

      g_ptr_array_add (plan->lines, line);
    }

  classify_value (kit.demand, plan);
  g_ptr_array_sort (plan->lines, compare_lines);
  if (!add_up (plan, error))
    return NULL;

  if (hw_session_is_read_only (session))
    return g_steal_pointer (&plan);

  if (!hw_stock_repo_save_policy (store, plan, error))
    return NULL;

  hw_session_keep_demand (session);
  return g_steal_pointer (&plan);
}

const HwJob hw_stock_job = {
  "stock", N_("Working out what to order"), run, g_free, (GDestroyNotify) hw_stock_plan_free, FALSE
};
