/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-tiles.h"

#include "domain/hw-stock-pile.h"
#include "jobs/stock/hw-say-stock.h"

#include <glib/gi18n.h>

#define DASH "–"

typedef struct
{
  const char *label;
  const char *value;
  const char *note;     /* (nullable) */
  HwMood      mood;
  const char *method;
} Figure;

static void
show (HwMetricTile      *tile,
      const Figure      *figure,
      const HwStockPlan *plan,
      const char        *run_id,
      const HwFormat    *format)
{
  g_autofree char *day = hw_format_day (format, plan->as_of, HW_DAY_LONG);
  /* Translators: %s is a date. */
  g_autofree char *inputs = g_strdup_printf (_("Counts, sales and orders up to %s"), day);
  const HwHowFacts facts = {
    .about = figure->label, .inputs = inputs, .method = figure->method, .run_id = run_id,
    .way = _("See your data"), .way_action = "win.page::data",
  };

  hw_metric_tile_set_label (tile, figure->label);
  hw_metric_tile_set_value (tile, figure->value);
  hw_metric_tile_set_note (tile, figure->note != NULL ? figure->note : "", figure->mood);
  hw_how_button_set_facts (hw_metric_tile_get_how (tile), &facts);
}

static void
fill_shelves (HwMetricTile      *tile,
              const HwStockPlan *plan,
              const char        *run_id,
              const HwFormat    *format)
{
  const guint n = plan->lines->len - hw_stock_plan_count_in (plan, HW_PILE_NOT_COUNTED);
  g_autofree char *value = n > 0 ? hw_format_money (format, plan->stock_value) : g_strdup (DASH);
  g_autofree char *count = hw_format_number (format, n, 0);
  g_autofree char *all = hw_format_number (format, plan->lines->len, 0);
  /* Translators: two numbers: so many of all products. */
  g_autofree char *note = n > 0 ? g_strdup_printf (ngettext ("%1$s of %2$s product counted", "%1$s of %2$s products counted",
                                                             plan->lines->len), count, all)
                                : g_strdup (_("Not known yet"));
  const Figure figure = {
    _("On the shelves, at cost"), value, note, HW_MOOD_PLAIN,
    _("What is left of each product times what it costs you. What is left: the last count, less what sold since, "
      "plus what came in."),
  };

  show (tile, &figure, plan, run_id, format);
}

static void
fill_excess (HwMetricTile      *tile,
             const HwStockPlan *plan,
             const char        *run_id,
             const HwFormat    *format)
{
  const gboolean known = hw_stock_plan_count_in (plan, HW_PILE_NOT_COUNTED) < plan->lines->len;
  const guint n = hw_stock_plan_count_in (plan, HW_PILE_TOO_MUCH);
  g_autofree char *value = known ? hw_format_money (format, plan->excess_value) : g_strdup (DASH);
  g_autofree char *count = hw_format_number (format, n, 0);
  g_autofree char *note = !known ? g_strdup (_("Not known yet"))
                          : n > 0 ? g_strdup_printf (ngettext ("of %s product", "of %s products", n), count)
                                  : g_strdup (_("nothing to clear"));
  const Figure figure = {
    _("Of it too much"), value, note, n > 0 && known ? HW_MOOD_BAD : HW_MOOD_PLAIN,
    _("What stands there beyond what can sell in a year, or before it spoils, in nine of ten cases; at cost. It is money "
      "once. Assess counts what keeping it costs each year, and goods that do not sell apart from it."),
  };

  show (tile, &figure, plan, run_id, format);
}

static void
fill_year (HwMetricTile      *tile,
           const HwStockPlan *plan,
           const char        *run_id,
           const HwFormat    *format)
{
  const gboolean known = plan->year_cost != HW_UNKNOWN;
  g_autofree char *value = known ? hw_format_money_about (format, hw_scaled_to_double (plan->year_cost)) : g_strdup (DASH);
  g_autofree char *note = hw_say_year_cost (plan->year_cost, plan->year_cost_now, format);
  const Figure figure = {
    _("Keeping, ordering, lost sales and waste, a year"), value,
    note != NULL ? note : known ? _("how you order today is not known yet") : _("Not known yet"),
    note != NULL && plan->year_cost_now > plan->year_cost ? HW_MOOD_GOOD : HW_MOOD_PLAIN,
    _("Keeping, ordering, sales lost and waste added up, with the amounts of this page, on many ways the year may go. "
      "Compared with the amounts you order today, on the same ways.\n\nOther sums count other things. Under Figures, the "
      "cost to keep the stock is keeping alone. Under Assess, money at stake is what is lost today; what guessing costs "
      "there compares two forecasts, not two ways to order."),
  };

  show (tile, &figure, plan, run_id, format);
}

static void
fill_run_out (HwMetricTile      *tile,
              const HwStockPlan *plan,
              const char        *run_id,
              const HwFormat    *format)
{
  const gboolean known = hw_stock_plan_count_in (plan, HW_PILE_NOT_COUNTED) < plan->lines->len;
  const guint n = hw_stock_plan_count_in (plan, HW_PILE_MAY_RUN_OUT);
  g_autofree char *value = known ? hw_format_number (format, n, 0) : g_strdup (DASH);
  g_autofree char *likely = hw_format_number (format, hw_stock_plan_count_without (plan), 0);
  /* Translators: %s is how many of the products that may run out. */
  g_autofree char *note = g_strdup_printf (_("before an order of today is there; %s likely"), likely);
  const Figure figure = {
    _("Products that may run out"), value,
    !known ? _("Not known yet") : n > 0 ? note : _("nothing before the next delivery"),
    n > 0 && known ? HW_MOOD_BAD : HW_MOOD_PLAIN,
    _("Products that in one of ten cases are gone before an order placed today is likely to come. Likely are those that "
      "are gone in five of ten cases, with an order to place and nothing on the way: Assess and the workbook count "
      "these alone."),
  };

  show (tile, &figure, plan, run_id, format);
}

void
hw_stock_tiles_fill (HwMetricTile *const  tiles[HW_N_STOCK_TILES],
                     const HwStockPlan   *plan,
                     const char          *run_id,
                     const HwFormat      *format)
{
  fill_shelves (tiles[0], plan, run_id, format);
  fill_excess (tiles[1], plan, run_id, format);
  fill_year (tiles[2], plan, run_id, format);
  fill_run_out (tiles[3], plan, run_id, format);
}
