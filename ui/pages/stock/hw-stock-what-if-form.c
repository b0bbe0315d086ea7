/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-what-if-form.h"

#include "jobs/stock/hw-say-stock.h"
#include "pages/stock/hw-stop-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 12

enum { PROMISE, WAITING, ORDER_COST, BUDGET, N_SCALES };

static const double promises[] = { 0.90, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999 };
static const double factors[] = { 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0 };
static const double costs[] = { 0.25, 0.5, 1.0, 2.0, 5.0, 10.0 };   /* of what one line costs now */
static const double budgets[] = { 0.25, 0.5, 0.75, 1.0, 1.5 };      /* of today's orders; the last stop is as it is */

#define FACTOR_AS_IS 2
#define COST_AS_IS 2
#define BUDGET_AS_IS G_N_ELEMENTS (budgets)

struct _HwStockWhatIfForm
{
  AdwBin       parent_instance;

  HwStopScale *scales[N_SCALES];
  HwMoney      order_cost;   /* as it is */
  HwMoney      order_value;  /* of today's orders */
};

G_DEFINE_FINAL_TYPE (HwStockWhatIfForm, hw_stock_what_if_form, ADW_TYPE_BIN)

enum
{
  MOVED,
  RESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static HwMoney
share_of (HwMoney money,
          double  share)
{
  return hw_scaled_from_double (hw_scaled_to_double (money) * share);
}

static void
start_promise (HwStockWhatIfForm *self,
               double             service,
               const HwFormat    *format)
{
  g_auto (GStrv) texts = g_new0 (char *, G_N_ELEMENTS (promises) + 1);
  guint nearest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      texts[i] = hw_say_promise (promises[i], format);
      nearest = fabs (promises[i] - service) < fabs (promises[nearest] - service) ? i : nearest;
    }
  hw_stop_scale_set_stops (self->scales[PROMISE], (const char *const *) texts, nearest);
}

static void
start_waiting (HwStockWhatIfForm *self,
               const HwFormat    *format)
{
  g_auto (GStrv) texts = g_new0 (char *, G_N_ELEMENTS (factors) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      g_autofree char *times = hw_format_number (format, factors[i], 2);

      /* Translators: %s is a number: the waiting time is so many times as long. */
      texts[i] = i == FACTOR_AS_IS ? g_strdup (_("as it is")) : g_strdup_printf (_("%s times"), times);
    }
  hw_stop_scale_set_stops (self->scales[WAITING], (const char *const *) texts, FACTOR_AS_IS);
}

static void
start_money (HwStockWhatIfForm *self,
             const HwFormat    *format)
{
  g_auto (GStrv) cost_texts = g_new0 (char *, G_N_ELEMENTS (costs) + 1);
  g_auto (GStrv) budget_texts = g_new0 (char *, G_N_ELEMENTS (budgets) + 2);

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    cost_texts[i] = hw_format_money (format, share_of (self->order_cost, costs[i]));
  for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
    budget_texts[i] = hw_format_money (format, share_of (self->order_value, budgets[i]));
  budget_texts[BUDGET_AS_IS] = g_strdup (_("as it is"));

  hw_stop_scale_set_stops (self->scales[ORDER_COST], (const char *const *) cost_texts, COST_AS_IS);
  hw_stop_scale_set_stops (self->scales[BUDGET], (const char *const *) budget_texts, BUDGET_AS_IS);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scales[BUDGET]), self->order_value > 0);
}

void
hw_stock_what_if_form_start (HwStockWhatIfForm *self,
                             const HwStockPlan *plan,
                             double             service,
                             const HwFormat    *format)
{
  g_return_if_fail (HW_IS_STOCK_WHAT_IF_FORM (self));

  self->order_cost = plan->terms.order_cost > 0 ? plan->terms.order_cost : HW_ORDER_COST_DEFAULT;
  self->order_value = MAX (plan->order_value, 0);
  start_promise (self, service, format);
  start_waiting (self, format);
  start_money (self, format);
}

void
hw_stock_what_if_form_read (HwStockWhatIfForm    *self,
                            HwStockWhatIfRequest *wish)
{
  guint stops[N_SCALES];

  g_return_if_fail (HW_IS_STOCK_WHAT_IF_FORM (self));

  for (int i = 0; i < N_SCALES; i++)
    stops[i] = hw_stop_scale_get_stop (self->scales[i]);

  wish->service = promises[MIN (stops[PROMISE], G_N_ELEMENTS (promises) - 1)];
  wish->lead_factor = factors[MIN (stops[WAITING], G_N_ELEMENTS (factors) - 1)];
  wish->order_cost = stops[ORDER_COST] == COST_AS_IS
                     ? HW_UNKNOWN : share_of (self->order_cost, costs[MIN (stops[ORDER_COST], G_N_ELEMENTS (costs) - 1)]);
  wish->budget = stops[BUDGET] >= BUDGET_AS_IS ? HW_UNKNOWN : share_of (self->order_value, budgets[stops[BUDGET]]);
}

static void
moved_cb (HwStockWhatIfForm *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

static void
rested_cb (HwStockWhatIfForm *self)
{
  g_signal_emit (self, signals[RESTED], 0);
}

static void
hw_stock_what_if_form_class_init (HwStockWhatIfFormClass *klass)
{
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTED] = g_signal_new ("rested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_stock_what_if_form_init (HwStockWhatIfForm *self)
{
  static const struct { const char *name, *about; } scales[N_SCALES] = {
    [PROMISE] = { N_("Promise to try"), N_("Of 100 units asked for, so many are on the shelf.") },
    [WAITING] = { N_("Waiting time"), N_("How long deliveries take, against now.") },
    [ORDER_COST] = { N_("One line of an order costs"), N_("Your time to order it, take it in and put it away.") },
    [BUDGET] = { N_("Most to spend on today’s orders"), N_("What brings most for its money is ordered first.") },
  };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * GAP);
  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP);
  for (int i = 0; i < N_SCALES; i++)
    {
      GtkWidget *scale = hw_stop_scale_new (_(scales[i].name), _(scales[i].about));

      self->scales[i] = HW_STOP_SCALE (scale);
      gtk_grid_attach (GTK_GRID (grid), scale, i % 2, i / 2, 1, 1);
      g_signal_connect_object (scale, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (scale, "rested", G_CALLBACK (rested_cb), self, G_CONNECT_SWAPPED);
    }
  adw_bin_set_child (ADW_BIN (self), grid);
}

GtkWidget *
hw_stock_what_if_form_new (void)
{
  return g_object_new (HW_TYPE_STOCK_WHAT_IF_FORM, NULL);
}
