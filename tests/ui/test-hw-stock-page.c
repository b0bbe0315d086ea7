/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Stock page's own rows, figures, curves and sentences. */
#include "pages/stock/hw-stock-charts.h"
#include "pages/stock/hw-stock-rows.h"
#include "pages/stock/hw-stock-tiles.h"
#include "pages/stock/hw-stock-what-if-form.h"
#include "pages/stock/hw-stop-scale.h"

#include "jobs/stock/hw-say-stock.h"

#define UNITS(n) ((n) * HW_QUANTITY_ONE)
#define MONEY(n) ((n) * HW_MONEY_ONE)

static HwFormat *
english (void)
{
  return hw_format_new ("en", "GB", "EUR");
}

static void
check (char       *text, /* takes it */
       const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static HwStockLine *
add_line (HwStockPlan *plan,
          const char  *name,
          HwQuantity   on_hand)
{
  HwStockLine *line = hw_stock_line_new ();

  line->product_id = plan->lines->len + 1;
  line->name = g_strdup (name);
  line->supplier = g_strdup ("Miller");
  line->on_hand = on_hand;
  line->cover_days = on_hand != HW_UNKNOWN ? 12.0 : -1.0;
  g_ptr_array_add (plan->lines, line);
  return line;
}

/* Rye runs out before an order comes, jam is too much, candles do not sell, tea was
 * never counted. */
static HwStockPlan *
plan_of_four (void)
{
  const HwDay today = hw_day_from_ymd (2026, 1, 2);
  HwStockPlan *plan = hw_stock_plan_new ();
  HwStockLine *rye = add_line (plan, "Rye", UNITS (5)), *jam = add_line (plan, "Jam", UNITS (90));
  HwStockLine *candle = add_line (plan, "Candle", UNITS (4)), *tea = add_line (plan, "Tea", HW_UNKNOWN);

  plan->as_of = today;
  plan->n_unknown = 1;
  plan->stock_value = MONEY (300);
  plan->excess_value = MONEY (120);
  plan->year_cost = MONEY (900);
  plan->year_cost_now = MONEY (1100);

  rye->reason = HW_STOCK_ORDER;
  rye->runs_out_early = today + 1;
  rye->runs_out_late = today + 4;
  rye->arrives = today + 3;
  rye->reorder_point = UNITS (12) + 7000;
  rye->order_up_to = UNITS (40);
  rye->lot = UNITS (24);
  rye->served = 0.975;

  jam->excess = UNITS (60);
  jam->excess_value = MONEY (100);
  jam->way_out = HW_WAY_OUT_RETURN;
  jam->way_out_money = MONEY (80);
  candle->reason = HW_STOCK_NO_SALES;
  candle->cover_days = -1.0;
  candle->excess = UNITS (4);
  candle->excess_value = MONEY (20);
  candle->way_out = HW_WAY_OUT_MARK_DOWN;
  candle->way_out_money = MONEY (10);
  tea->reason = HW_STOCK_NO_COUNT;
  return plan;
}

static void
test_piles (void)
{
  g_autoptr (HwStockPlan) plan = plan_of_four ();
  HwStockLine *rye = g_ptr_array_index (plan->lines, 0);

  g_assert_cmpuint (hw_stock_plan_count_in (plan, HW_PILE_ALL), ==, 4);
  g_assert_cmpuint (hw_stock_plan_count_in (plan, HW_PILE_MAY_RUN_OUT), ==, 1);
  g_assert_cmpuint (hw_stock_plan_count_in (plan, HW_PILE_TOO_MUCH), ==, 2);
  g_assert_cmpuint (hw_stock_plan_count_in (plan, HW_PILE_DEAD), ==, 1);
  g_assert_cmpuint (hw_stock_plan_count_in (plan, HW_PILE_NOT_COUNTED), ==, 1);
  g_assert_cmpint (hw_stock_plan_way_out_money (plan), ==, MONEY (90));

  /* An order that comes on the day it may be gone is in time. */
  rye->arrives = rye->runs_out_early;
  g_assert_false (hw_stock_line_is_in (rye, HW_PILE_MAY_RUN_OUT));
  rye->arrives = HW_DAY_NONE;
  rye->arrives_late = HW_DAY_NONE;
  g_assert_false (hw_stock_line_is_in (rye, HW_PILE_MAY_RUN_OUT));
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = plan_of_four ();
  HwStockLine *rye = g_ptr_array_index (plan->lines, 0), *jam = g_ptr_array_index (plan->lines, 1);

  check (hw_say_runs_out (rye, en), "3 Jan to 6 Jan");
  check (hw_say_keep (rye, en), "Order when 12 are left, up to 40");
  check (hw_say_way_out (jam), "Send it back to Miller");
  check (hw_say_excess (plan, en), "Of 2 products there is too much: €120.00 at cost. The ways out bring back about €90.");
  check (hw_say_year_cost (plan->year_cost, plan->year_cost_now, en), "about €200 less than as you order today");
  g_assert_null (hw_say_year_cost (plan->year_cost, HW_UNKNOWN, en));
  g_assert_null (hw_say_keep (jam, en));
  g_assert_null (hw_say_way_out (rye));
  g_assert_null (hw_say_runs_out (g_ptr_array_index (plan->lines, 3), en));

  rye->runs_out_late = HW_DAY_NONE;
  check (hw_say_runs_out (rye, en), "from 3 Jan");
  check (hw_say_promise (0.95, en), "95 of 100");
  check (hw_say_promise (0.995, en), "995 of 1,000");
}

static void
test_rows (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = plan_of_four ();
  g_autoptr (GPtrArray) all = hw_stock_levels_rows (plan, HW_PILE_ALL, en);
  g_autoptr (GPtrArray) uncounted = hw_stock_levels_rows (plan, HW_PILE_NOT_COUNTED, en);
  g_autoptr (GPtrArray) excess = hw_stock_excess_rows (plan, en);

  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (all, 0), 2), ==, "3 Jan to 6 Jan");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (all, 0), 3), ==, "12 to 40");
  g_assert_cmpuint (uncounted->len, ==, 1);
  for (guint column = 1; column < 4; column++) /* nobody knows: no number is shown */
    g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (uncounted, 0), column), ==, "–");

  /* By value. */
  g_assert_cmpuint (excess->len, ==, 2);
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (excess, 0), 0), ==, "Jam");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (excess, 0), 4), ==, "Send it back to Miller");
  g_assert_cmpstr (hw_row_get_text (g_ptr_array_index (excess, 1), 5), ==, "€10.00");
}

static void
test_tiles (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = plan_of_four ();
  HwMetricTile *tiles[HW_N_STOCK_TILES];

  for (int i = 0; i < HW_N_STOCK_TILES; i++)
    tiles[i] = g_object_ref_sink (HW_METRIC_TILE (hw_metric_tile_new ()));

  hw_stock_tiles_fill (tiles, plan, "0", en);
  g_assert_cmpstr (hw_metric_tile_get_value (tiles[0]), ==, "€300.00");
  g_assert_cmpstr (hw_metric_tile_get_value (tiles[1]), ==, "€120.00");
  g_assert_cmpstr (hw_metric_tile_get_value (tiles[2]), ==, "€900");
  g_assert_cmpstr (hw_metric_tile_get_note (tiles[2]), ==, "about €200 less than as you order today");
  g_assert_cmpstr (hw_metric_tile_get_value (tiles[3]), ==, "1");

  /* Nothing counted: no figure, not a zero. */
  for (guint i = 0; i < plan->lines->len; i++)
    ((HwStockLine *) g_ptr_array_index (plan->lines, i))->on_hand = HW_UNKNOWN;
  plan->year_cost = HW_UNKNOWN;
  hw_stock_tiles_fill (tiles, plan, "0", en);
  for (int i = 0; i < HW_N_STOCK_TILES; i++)
    {
      g_assert_cmpstr (hw_metric_tile_get_value (tiles[i]), ==, "–");
      g_assert_cmpstr (hw_metric_tile_get_note (tiles[i]), ==, "Not known yet");
      g_object_unref (tiles[i]);
    }
}

static HwStockWhatIf *
answer_of (double chosen)
{
  static const HwStockPoint points[] = {
    { 0.90, 0.93, MONEY (400), MONEY (100), MONEY (100), MONEY (300), 0 },
    { 0.95, 0.97, MONEY (500), MONEY (125), MONEY (100), MONEY (150), 0 },
    { 0.98, 0.99, MONEY (710), MONEY (180), MONEY (100), MONEY (60), 0 },
  };
  HwStockWhatIf *answer = hw_stock_what_if_new ();

  g_array_append_vals (answer->curve, points, G_N_ELEMENTS (points));
  answer->kept = points[1];
  answer->chosen = chosen > 0.95 ? points[2] : points[1];
  answer->rule = (HwStockPoint) { 0.0, 0.94, MONEY (800), MONEY (200), MONEY (150), MONEY (250), 0 };
  answer->has_rule = TRUE;
  answer->cheapest = 0.98;
  return answer;
}

static void
test_what_if (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockWhatIf) same = answer_of (0.95), more = answer_of (0.98);
  g_autoptr (HwChart) cost = hw_frontier_chart_new (more, HW_FRONTIER_COST, en);
  g_autoptr (HwChart) stock = hw_frontier_chart_new (more, HW_FRONTIER_STOCK, en);

  check (hw_say_stock_what_if (same, en), "A promise of 95 of 100: this is how it is now.");
  check (hw_say_stock_what_if (more, en),
         "Promising 98 of 100 instead of 95 of 100 needs about €210 more stock and costs about €35 less a year. "
         "In it, about €90 a year of lost sales are saved.");
  check (hw_say_stock_rule (more, en),
         "The cheapest promise is 98 of 100: about €340.00 a year. As you order today, 94.0% of what is asked for is there, "
         "for about €600.00 a year.");
  more->has_rule = FALSE;
  check (hw_say_stock_rule (more, en),
         "The cheapest promise is 98 of 100: about €340.00 a year. How you order today is not known yet.");

  /* The curve, and four marks on it or beside it, each with its word. */
  g_assert_cmpuint (hw_chart_n_points (cost), ==, 7);
  check (hw_chart_point_text (cost, 1), "As you order today: Served of 100 asked for 94, Money a year €600.00, As you order today");
  check (hw_chart_point_text (stock, 0), "Promise 90 of 100: Served of 100 asked for 93, Stock, at cost €400.00");
  check (hw_chart_cell (cost, -1, 3), "Marked");
}

static void
test_small_orders (void)
{
  static const HwRhythmPoint points[] = {
    { 7, 10.0, MONEY (50), MONEY (20), MONEY (104), 0, 0, 0.99 },
    { 14, 20.0, MONEY (90), MONEY (35), MONEY (52), 0, 0, 0.99 },
  };
  HwStress late = { HW_STRESS_LATE, 14.0, 0.7, MONEY (42), -1.0 };
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwSmallOrders) small = hw_small_orders_new ();
  g_autoptr (HwChart) chart = NULL;

  g_assert_null (hw_say_rhythm (small, en));
  g_assert_null (hw_say_kanban (small, en));

  g_array_append_vals (small->points, points, G_N_ELEMENTS (points));
  small->days_best = 14;
  small->days_now = 7;
  small->kanban = 3;
  small->kanban_daily = 1.5;
  small->kanban_days = 9.0;
  small->kanban_extra = 0.1;
  small->kanban_pack = 6.0;
  check (hw_say_rhythm (small, en),
         "Cheapest is an order every 14 days, about 20 each time: €87 a year. Now it comes to one about every 7 days.");
  check (hw_say_kanban (small, en),
         "3 cards are enough: about 1.5 a day for 9 days until the next delivery, and 10% to spare, at 6.0 a card.");
  check (hw_say_stress (&late, en),
         "The supplier is 14 days late, once: 70% of what is asked for is served, and about €42 is lost. "
         "The shelf does not come back in the days that are looked at.");
  late.made_here = TRUE;
  check (hw_say_stress (&late, en),
         "Nothing of it can be made for 14 days, once: 70% of what is asked for is served, and about €42 is lost. "
         "The shelf does not come back in the days that are looked at.");
  small->days_now = 1;
  check (hw_say_rhythm (small, en), "Cheapest is an order every 14 days, about 20 each time: €87 a year. Now it comes to one a day.");
  small->days_best = 7;
  small->days_now = 7;
  check (hw_say_rhythm (small, en), "Cheapest is an order every 7 days, about 10 each time: €120 a year. That is as it is now.");
  small->days_best = 14;
  chart = hw_rhythm_chart_new (small, en);
  check (hw_chart_point_text (chart, 0), "Every 7 days: Days between two orders 7, Money a year €124.00, As now");

  /* Between two that were tried, today's stands on the line. */
  small->days_now = 10;
  g_clear_pointer (&chart, hw_chart_free);
  chart = hw_rhythm_chart_new (small, en);
  g_assert_cmpuint (hw_chart_n_points (chart), ==, 3);
  check (hw_chart_cell (chart, 1, 3), "As now");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static GtkWidget *
find_range (GtkWidget *widget)
{
  if (GTK_IS_RANGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *range = find_range (child);

      if (range != NULL)
        return range;
    }

  return NULL;
}

/* Started, everything is as it is; moved and let stand, it is told once. */
static void
test_form (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwStockPlan) plan = plan_of_four ();
  GtkWidget *form = g_object_ref_sink (hw_stock_what_if_form_new ());
  GtkRange *range = GTK_RANGE (find_range (form));
  HwStockWhatIfRequest wish = { 0 };
  guint n_moved = 0, n_rested = 0;

  g_signal_connect_swapped (form, "moved", G_CALLBACK (count_cb), &n_moved);
  g_signal_connect_swapped (form, "rested", G_CALLBACK (count_cb), &n_rested);
  plan->order_value = MONEY (400);
  hw_stock_what_if_form_start (HW_STOCK_WHAT_IF_FORM (form), plan, 0.95, en);
  hw_stock_what_if_form_read (HW_STOCK_WHAT_IF_FORM (form), &wish);
  g_assert_cmpfloat (wish.service, ==, 0.95);
  g_assert_cmpfloat (wish.lead_factor, ==, 1.0);
  g_assert_cmpint (wish.order_cost, ==, HW_UNKNOWN);
  g_assert_cmpint (wish.budget, ==, HW_UNKNOWN);
  g_assert_cmpuint (n_moved + n_rested, ==, 0);

  gtk_range_set_value (range, 7.0);
  gtk_range_set_value (range, 8.0);
  g_assert_cmpuint (n_moved, >, 0);
  g_assert_cmpuint (n_rested, ==, 0);
  while (n_rested == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_rested, ==, 1);
  hw_stock_what_if_form_read (HW_STOCK_WHAT_IF_FORM (form), &wish);
  g_assert_cmpfloat (wish.service, ==, 0.98);
  g_object_unref (form);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/stock-page/piles", test_piles);
  g_test_add_func ("/ui/stock-page/words", test_words);
  g_test_add_func ("/ui/stock-page/rows", test_rows);
  g_test_add_func ("/ui/stock-page/tiles", test_tiles);
  g_test_add_func ("/ui/stock-page/what-if", test_what_if);
  g_test_add_func ("/ui/stock-page/small-orders", test_small_orders);
  g_test_add_func ("/ui/stock-page/form", test_form);
  return g_test_run ();
}
