/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-job.h"

#include "core/hw-error.h"
#include "domain/hw-stock-pile.h"
#include "engine/stock/hw-abc.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-stock-buy.h"
#include "jobs/stock/hw-stock-change.h"
#include "jobs/stock/hw-stock-limits.h"
#include "jobs/stock/hw-stock-refused.h"

#include <glib/gi18n-lib.h>

#define FORECAST_SHARE 0.8 /* of the time, where the forecast is not there yet */

/* By margin: what a year brings above what it cost. */
static void
classify_value (const HwStockKit  *kit,
                const HwStockWork *works,
                gsize              n)
{
  g_autofree double *value = g_new0 (double, n + 1);
  g_autofree guint8 *classes = g_new0 (guint8, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      const HwDemandSeries *series = hw_stock_kit_series (kit, works[i].line->product_id);

      value[i] = series != NULL ? MAX (series->year_revenue - series->year_units * works[i].cost, 0.0) : 0.0;
    }

  hw_abc_classify (value, n, classes);
  for (gsize i = 0; i < n; i++)
    works[i].line->abc = (HwAbc) classes[i];
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
  HwMoney year_cost = 0, year_cost_now = 0;
  gboolean has_policy = FALSE, has_rule = FALSE, fits = TRUE;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const gboolean known = line->year_cost_now != HW_UNKNOWN;

      plan->n_orders += line->order_now > 0;
      plan->n_unknown += hw_stock_line_is_in (line, HW_PILE_NOT_COUNTED);
      has_policy = has_policy || line->year_cost != HW_UNKNOWN;
      has_rule = has_rule || known;
      fits = fits && hw_scaled_add (&plan->order_value, line->value) &&
             hw_scaled_add (&plan->stock_value, line->stock_value) &&
             hw_scaled_add (&plan->excess_value, line->excess_value) &&
             hw_scaled_add (&year_cost, MAX (line->year_cost, 0)) &&
             hw_scaled_add (&year_cost_now, known ? line->year_cost_now : MAX (line->year_cost, 0));
    }

  plan->year_cost = has_policy ? year_cost : HW_UNKNOWN;
  plan->year_cost_now = has_rule ? year_cost_now : HW_UNKNOWN;
  if (!fits)
    g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "the value of all stock overflows");
  return fits;
}

static gboolean
fill_plan (HwStockPlan       *plan,
           HwStockWork       *works,
           gsize              n,
           const HwStockKit  *kit,
           GHashTable        *before,
           GError           **error)
{
  classify_value (kit, works, n);
  if (!hw_stock_buy (works, n, kit, plan, error))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (plan->lines, g_steal_pointer (&works[i].line));

  hw_stock_change_tell (plan, kit, before);
  g_ptr_array_sort (plan->lines, compare_lines);
  return add_up (plan, error);
}

static gboolean
make_plan (HwStockPlan       *plan,
           const HwStockKit  *kit,
           GHashTable        *before,
           const HwTick      *tick,
           GError           **error)
{
  const HwStockWish wish = {
    .promise = plan->service, .lead_factor = 1.0, .order_cost = HW_UNKNOWN, .budget = HW_UNKNOWN, .n_paths = HW_STOCK_PATHS,
  };
  const gsize n = kit->demand->products->len;
  HwStockWork *works = hw_stock_works_run (kit, &wish, tick, error);
  const gboolean made = works != NULL && fill_plan (plan, works, n, kit, before, error);

  hw_stock_works_free (works, n);
  return made;
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
  g_autoptr (GHashTable) before = NULL;
  g_auto (HwStockKit) kit = { 0 };
  HwTickPart first = { tick, 0.0, FORECAST_SHARE }, second = { tick, FORECAST_SHARE, 1.0 };
  const HwTick forecasting = HW_TICK_PART (&first), planning = HW_TICK_PART (&second);

  if (!hw_stock_kit_load (&kit, session, &forecasting, error))
    return NULL;

  before = hw_stock_repo_policy_before (store, kit.today, error);
  if (before == NULL)
    return NULL;

  plan->as_of = kit.today;
  plan->service = hw_stock_promise (wish != NULL ? wish->service : 0.0);
  plan->terms = kit.terms;
  if (!make_plan (plan, &kit, before, &planning, error) || !hw_stock_refused_tell (plan, store, error))
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
