/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-what-if-job.h"

#include "core/hw-error.h"
#include "engine/math/hw-parallel.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-stock-buy.h"
#include "jobs/stock/hw-stock-limits.h"
#include "jobs/stock/hw-stock-trial.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AS_CHEAP 1.005 /* times the least cost: as good as the same */
#define CURVE_PATHS 24 /* ways that each point of the curve is tried on */

static const double promises[] = { 0.80, 0.85, 0.90, 0.93, 0.95, 0.97, 0.99, 0.995 };

/* Sums over products, money and units a year. */
typedef struct
{
  double stock, keeping, ordering, lost, waste;
  double asked, served; /* at price */
} Sum;

/* What the threads see of the curve: each product writes its own row. */
typedef struct
{
  const HwStockKit  *kit;
  const HwStockWish *wish;
  const HwStockWork *works;  /* which products count at all */
  Sum               *sums;   /* (owned) one row a product, one column a promise */
} Bench;

static Sum
sum_of (const HwReplenishCost *cost,
        double                 unit_cost,
        double                 price,
        double                 demand,
        double                 year_periods)
{
  return (Sum) {
    .stock = cost->on_hand * unit_cost, .keeping = cost->holding * year_periods,
    .ordering = cost->ordering * year_periods, .lost = cost->shortage * year_periods,
    .waste = cost->waste * year_periods, .asked = demand * price, .served = cost->served * demand * price,
  };
}

static void
add (Sum       *to,
     const Sum *part)
{
  to->stock += part->stock;
  to->keeping += part->keeping;
  to->ordering += part->ordering;
  to->lost += part->lost;
  to->waste += part->waste;
  to->asked += part->asked;
  to->served += part->served;
}

static HwStockPoint
point_of (const Sum *sum,
          double     promise)
{
  return (HwStockPoint) {
    .promise = promise, .served = sum->asked > 0.0 ? CLAMP (sum->served / sum->asked, 0.0, 1.0) : 0.0,
    .stock = hw_scaled_from_double (sum->stock), .keeping = hw_scaled_from_double (sum->keeping),
    .ordering = hw_scaled_from_double (sum->ordering), .lost = hw_scaled_from_double (sum->lost),
    .waste = hw_scaled_from_double (sum->waste),
  };
}

/* Whether a product goes in: it has a forecast, a count and a cost or price. */
static gboolean
counts (const HwStockWork *work)
{
  return work->year_periods > 0.0 && work->line->reason != HW_STOCK_NO_COUNT;
}

/* --- the curve --- */

static void
curve_of_one (gsize    index,
              gpointer data)
{
  Bench *bench = data;
  const HwProduct *product = &g_array_index (bench->kit->demand->products, HwProduct, (guint) index);
  Sum *row = bench->sums + index * G_N_ELEMENTS (promises);
  HwStockWish wish = *bench->wish;
  g_auto (HwStockCase) c = { 0 };

  wish.n_paths = CURVE_PATHS;
  if (!counts (&bench->works[index]) || hw_stock_case_make (&c, bench->kit, product, &wish, NULL) != HW_STOCK_ENOUGH)
    return;

  for (gsize k = 0; k < G_N_ELEMENTS (promises); k++)
    {
      g_auto (HwReplenish) plan = { 0 };

      c.input.promise = promises[k];
      if (hw_replenish_plan (&c.input, &plan, NULL))
        row[k] = sum_of (&plan.cost, c.cost, c.price, bench->works[index].demand, bench->works[index].year_periods);
    }
}

static gboolean
draw_curve (HwStockWhatIf      *what_if,
            const HwStockKit   *kit,
            const HwStockWish  *wish,
            const HwStockWork  *works,
            const HwTick       *tick,
            GError            **error)
{
  const gsize n = kit->demand->products->len, m = G_N_ELEMENTS (promises);
  g_autofree Sum *sums = g_new0 (Sum, n * m + 1);
  Bench bench = { kit, wish, works, sums };

  if (!hw_parallel_run (n, hw_stock_threads (), curve_of_one, &bench, tick))
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  for (gsize k = 0; k < m; k++)
    {
      Sum sum = { 0 };
      HwStockPoint point;

      for (gsize i = 0; i < n; i++)
        add (&sum, &sums[i * m + k]);

      point = point_of (&sum, promises[k]);
      g_array_append_val (what_if->curve, point);
    }

  return TRUE;
}

/* --- the terms wished for, those kept, and the rule of today --- */

static HwStockPoint
policy_point (const HwStockWork *works,
              gsize              n,
              double             promise)
{
  Sum sum = { 0 };

  for (gsize i = 0; i < n; i++)
    if (counts (&works[i]))
      {
        const Sum part = sum_of (&works[i].policy, works[i].cost, works[i].price, works[i].demand, works[i].year_periods);

        add (&sum, &part);
      }

  return point_of (&sum, promise);
}

/* Products whose orders show no rule are taken as they are planned, so that both hold
 * the same products. */
static HwStockPoint
rule_point (const HwStockWork *works,
            gsize              n,
            gboolean          *has_rule)
{
  Sum sum = { 0 };

  *has_rule = FALSE;
  for (gsize i = 0; i < n; i++)
    if (counts (&works[i]))
      {
        const HwReplenishCost *cost = works[i].has_rule ? &works[i].rule : &works[i].policy;
        const Sum part = sum_of (cost, works[i].cost, works[i].price, works[i].demand, works[i].year_periods);

        *has_rule = *has_rule || works[i].has_rule;
        add (&sum, &part);
      }

  return point_of (&sum, 0.0);
}

/* What today's orders come to with suppliers' terms and the budget kept. */
static gboolean
value_orders (HwStockWork        *works,
              gsize               n,
              const HwStockKit   *kit,
              HwMoney             budget,
              HwMoney            *value,
              GError            **error)
{
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();

  plan->terms = kit->terms;
  plan->terms.budget = budget;
  if (!hw_stock_buy (works, n, kit, plan, error))
    return FALSE;

  *value = 0;
  for (gsize i = 0; i < n; i++)
    if (!hw_scaled_add (value, works[i].line->value))
      {
        g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "the orders' value overflows");
        return FALSE;
      }

  return TRUE;
}

static gboolean
count_products (HwStockWhatIf      *what_if,
                const HwStockWork  *works,
                gsize               n,
                GError            **error)
{
  for (gsize i = 0; i < n; i++)
    {
      const HwStockReason reason = works[i].line->reason;

      if (counts (&works[i]))
        what_if->n_products++;
      else if (reason != HW_STOCK_RETIRED && reason != HW_STOCK_NO_SALES)
        what_if->n_left_out++;
    }

  if (what_if->n_products > 0)
    return TRUE;

  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NOT_ENOUGH, _("no product has a forecast, a count and a cost"));
  return FALSE;
}

/* How much of the curve's figure at the wished promise the wished point has. */
static double
share_at (const GArray *curve,
          double        promise,
          double        point,
          gsize         offset)
{
  const HwStockPoint *at = (const HwStockPoint *) (gconstpointer) curve->data;
  guint k = 1;
  double part, between;

  while (k + 1 < curve->len && at[k].promise < promise)
    k++;

  part = CLAMP ((promise - at[k - 1].promise) / (at[k].promise - at[k - 1].promise), 0.0, 1.0);
  between = (1.0 - part) * (double) G_STRUCT_MEMBER (HwMoney, &at[k - 1], offset) +
            part * (double) G_STRUCT_MEMBER (HwMoney, &at[k], offset);
  return between > 0.0 && point > 0.0 ? point / between : 1.0;
}

/* Between the terms that are and those wished, where only the promise differs. */
static double
share_between (const HwStockWhatIf *what_if,
               gboolean             both,
               double               promise,
               gsize                offset)
{
  const HwStockPoint *kept = &what_if->kept, *chosen = &what_if->chosen;
  const double to = share_at (what_if->curve, chosen->promise, (double) G_STRUCT_MEMBER (HwMoney, chosen, offset), offset);
  double from, part;

  if (!both || fabs (chosen->promise - kept->promise) < 1e-9)
    return to;

  from = share_at (what_if->curve, kept->promise, (double) G_STRUCT_MEMBER (HwMoney, kept, offset), offset);
  part = CLAMP ((promise - kept->promise) / (chosen->promise - kept->promise), 0.0, 1.0);
  return from + part * (to - from);
}

/* A point that was tried in full stands on the curve as it is. */
static void
put_on_curve (GArray             *curve,
              const HwStockPoint *point)
{
  guint at = 0;

  while (at < curve->len && g_array_index (curve, HwStockPoint, at).promise < point->promise - 1e-9)
    at++;

  if (at < curve->len && fabs (g_array_index (curve, HwStockPoint, at).promise - point->promise) < 1e-9)
    g_array_remove_index (curve, at);
  g_array_insert_val (curve, at, *point);
}

/* The highest promise that costs as good as nothing more than the cheapest, and never
 * more than the terms that are. */
static void
find_cheapest (HwStockWhatIf *what_if,
               gboolean       both)
{
  HwMoney least = G_MAXINT64, most;

  for (guint k = 0; k < what_if->curve->len; k++)
    least = MIN (least, hw_stock_point_cost (&g_array_index (what_if->curve, HwStockPoint, k)));

  most = hw_scaled_from_double (hw_scaled_to_double (least) * AS_CHEAP);
  if (both)
    most = MIN (most, MAX (least, hw_stock_point_cost (&what_if->kept)));
  for (guint k = 0; k < what_if->curve->len; k++)
    if (hw_stock_point_cost (&g_array_index (what_if->curve, HwStockPoint, k)) <= most)
      what_if->cheapest = g_array_index (what_if->curve, HwStockPoint, k).promise;
}

/* The curve is tried on fewer ways than the wished terms are; it is set to go through
 * their point, and where only the promise differs through that of the terms that are.
 * @both: whether it does. */
static void
lead_through (HwStockWhatIf *what_if,
              gboolean       both)
{
  static const gsize figures[] = {
    G_STRUCT_OFFSET (HwStockPoint, stock), G_STRUCT_OFFSET (HwStockPoint, keeping), G_STRUCT_OFFSET (HwStockPoint, ordering),
    G_STRUCT_OFFSET (HwStockPoint, lost), G_STRUCT_OFFSET (HwStockPoint, waste),
  };
  g_autofree double *shares = g_new (double, what_if->curve->len * G_N_ELEMENTS (figures));

  for (guint k = 0; k < what_if->curve->len; k++)
    for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
      shares[k * G_N_ELEMENTS (figures) + f] =
        share_between (what_if, both, g_array_index (what_if->curve, HwStockPoint, k).promise, figures[f]);

  for (guint k = 0; k < what_if->curve->len; k++)
    for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
      {
        HwMoney *money = &G_STRUCT_MEMBER (HwMoney, &g_array_index (what_if->curve, HwStockPoint, k), figures[f]);

        *money = hw_scaled_from_double (hw_scaled_to_double (*money) * shares[k * G_N_ELEMENTS (figures) + f]);
      }

  put_on_curve (what_if->curve, &what_if->chosen);
  if (both)
    put_on_curve (what_if->curve, &what_if->kept);
  find_cheapest (what_if, both);
}

static gboolean
is_same (const HwStockWish *a,
         const HwStockWish *b)
{
  return a->promise == b->promise && a->lead_factor == b->lead_factor &&
         a->order_cost == b->order_cost && a->budget == b->budget;
}

/* All of it on the same ways demand may go: what is wished differs, they do not. */
static gboolean
fill (HwStockWhatIf      *what_if,
      const HwStockKit   *kit,
      HwStockWork        *as_is,
      HwStockWork        *wished,
      const HwStockWish  *kept,
      const HwStockWish  *wish,
      const HwTick       *tick,
      GError            **error)
{
  const gsize n = kit->demand->products->len;

  if (!count_products (what_if, as_is, n, error) || !draw_curve (what_if, kit, wish, as_is, tick, error))
    return FALSE;

  what_if->kept = policy_point (as_is, n, kept->promise);
  what_if->chosen = policy_point (wished, n, wish->promise);
  what_if->rule = rule_point (as_is, n, &what_if->has_rule);
  lead_through (what_if, kept->lead_factor == wish->lead_factor && kept->order_cost == wish->order_cost);
  if (!value_orders (as_is, n, kit, hw_stock_wish_budget (kept, kit), &what_if->order_value_kept, error))
    return FALSE;

  what_if->order_value = what_if->order_value_kept;
  return wished == as_is || value_orders (wished, n, kit, hw_stock_wish_budget (wish, kit), &what_if->order_value, error);
}

static gboolean
try_all (HwStockWhatIf      *what_if,
         const HwStockKit   *kit,
         const HwStockWish  *kept,
         const HwStockWish  *wish,
         const HwTick        ticks[3],
         GError            **error)
{
  const gsize n = kit->demand->products->len;
  HwStockWork *as_is = hw_stock_works_run (kit, kept, &ticks[0], error);
  HwStockWork *wished = as_is == NULL || is_same (kept, wish) ? as_is : hw_stock_works_run (kit, wish, &ticks[1], error);
  const gboolean done = wished != NULL && fill (what_if, kit, as_is, wished, kept, wish, &ticks[2], error);

  if (wished != as_is)
    hw_stock_works_free (wished, n);
  hw_stock_works_free (as_is, n);
  return done;
}

static gboolean
check (const HwStockWhatIfRequest  *wish,
       GError                     **error)
{
  if (wish->service >= 0.0 && wish->service < 1.0 && wish->kept >= 0.0 && wish->kept < 1.0 &&
      wish->lead_factor >= 0.0 && wish->lead_factor <= 10.0 &&
      (wish->order_cost == HW_UNKNOWN || wish->order_cost >= 0) && (wish->budget == HW_UNKNOWN || wish->budget >= 0))
    return TRUE;

  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT,
                       _("a promise is a share below 100 %, waiting times at most ten times as long, money 0 or more"));
  return FALSE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwStockWhatIfRequest *asked = request;
  g_autoptr (HwStockWhatIf) what_if = hw_stock_what_if_new ();
  g_auto (HwStockKit) kit = { 0 };
  HwTickPart parts[] = { { tick, 0.0, 0.5 }, { tick, 0.5, 0.6 }, { tick, 0.6, 0.7 }, { tick, 0.7, 1.0 } };
  const HwTick loading = HW_TICK_PART (&parts[0]);
  const HwTick ticks[] = { HW_TICK_PART (&parts[1]), HW_TICK_PART (&parts[2]), HW_TICK_PART (&parts[3]) };
  HwStockWish kept = {
    .lead_factor = 1.0, .order_cost = HW_UNKNOWN, .budget = HW_UNKNOWN, .n_paths = HW_STOCK_PATHS,
  };
  HwStockWish wish = kept;

  if (!check (asked, error) || !hw_stock_kit_load (&kit, session, &loading, error))
    return NULL;

  kept.promise = hw_stock_promise (asked->kept);
  wish.promise = hw_stock_promise (asked->service > 0.0 ? asked->service : asked->kept);
  wish.lead_factor = asked->lead_factor > 0.0 ? asked->lead_factor : 1.0;
  wish.order_cost = asked->order_cost;
  wish.budget = asked->budget;
  return try_all (what_if, &kit, &kept, &wish, ticks, error) ? g_steal_pointer (&what_if) : NULL;
}

const HwJob hw_stock_what_if_job = {
  "stock-what-if", N_("Trying other terms"), run, g_free, (GDestroyNotify) hw_stock_what_if_free, FALSE
};
