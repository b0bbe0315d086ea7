/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-say-stock.h"

#include "domain/hw-stock-pile.h"
#include "jobs/stock/hw-stock-case.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MISSED_NAMED 3 /* products; the others are counted */

const char *
hw_say_pattern (HwPattern pattern)
{
  static const char *const words[] = {
    [HW_PATTERN_STEADY] = N_("steady"),
    [HW_PATTERN_SEASONAL] = N_("by season"),
    [HW_PATTERN_NOW_AND_THEN] = N_("now and then"),
    [HW_PATTERN_LUMPY] = N_("seldom, then a lot"),
    [HW_PATTERN_NEW] = N_("new"),
    [HW_PATTERN_DYING] = N_("less and less"),
  };

  return _(words[pattern]);
}

char *
hw_say_classes (const HwStockLine *line)
{
  static const char *const money[] = {
    [HW_ABC_A] = N_("A: brings most of the money"),
    [HW_ABC_B] = N_("B: brings some of the money"),
    [HW_ABC_C] = N_("C: brings little of the money"),
  };
  static const char *const sure[] = {
    [HW_XYZ_X] = N_("X: easy to foretell"),
    [HW_XYZ_Y] = N_("Y: can be foretold roughly"),
    [HW_XYZ_Z] = N_("Z: hard to foretell"),
  };

  return g_strjoin (". ", _(money[line->abc]), _(sure[line->xyz]), NULL);
}

char *
hw_say_runs_out (const HwStockLine *line,
                 const HwFormat    *format)
{
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;

  if (line->on_hand != HW_UNKNOWN && line->on_hand <= 0 && line->runs_out != HW_DAY_NONE)
    return g_strdup (_("sold out"));

  if (line->on_hand == HW_UNKNOWN || line->runs_out_early == HW_DAY_NONE)
    return line->runs_out != HW_DAY_NONE ? hw_format_day (format, line->runs_out, HW_DAY_SHORT) : NULL;

  if (line->runs_out_early == line->runs_out_late)
    return hw_format_day (format, line->runs_out_early, HW_DAY_SHORT);

  early = hw_format_day (format, line->runs_out_early, HW_DAY_AXIS);
  if (line->runs_out_late == HW_DAY_NONE)
    /* Translators: %s is a date: it runs out on that day or later. */
    return g_strdup_printf (_("from %s"), early);

  late = hw_format_day (format, line->runs_out_late, HW_DAY_AXIS);
  /* Translators: two short dates: "3 Jan to 9 Jan". */
  return g_strdup_printf (_("%1$s to %2$s"), early, late);
}

char *
hw_say_level (const HwStockLine *line,
              HwQuantity         level,
              const HwFormat    *format)
{
  const gboolean whole = line->on_hand == HW_UNKNOWN || line->on_hand % HW_QUANTITY_ONE == 0;

  /* So many or fewer: of 12.7 pieces, 12. */
  return hw_format_quantity (format, whole ? level - level % HW_QUANTITY_ONE : hw_scaled_round (level, 1));
}

/* Never as much as was promised: cut off, not rounded up to it. */
static char *
say_served (double          served,
            const HwFormat *format)
{
  const int decimals = served >= 0.985 ? 1 : 0;
  const double parts = decimals > 0 ? 1000.0 : 100.0;

  return hw_format_percent (format, floor (served * parts + 1e-9) / parts, decimals);
}

char *
hw_say_promises_missed (const HwStockPlan *plan,
                        const HwFormat    *format)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->promise_missed && n++ < MISSED_NAMED)
        g_string_append_printf (names, "%s%s", n > 1 ? " · " : "", line->name);
    }

  if (n == 0)
    return NULL;

  g_string_append (names, n > MISSED_NAMED ? " …" : "");
  count = hw_format_number (format, n, 0);
  /* Translators: 1 how many products, 2 names of some of them. */
  return g_strdup_printf (ngettext ("The promise cannot be kept for %1$s product, whatever is ordered: %2$s",
                                    "The promise cannot be kept for %1$s products, whatever is ordered: %2$s", n), count, names->str);
}

char *
hw_say_promise_missed (const HwStockLine *line,
                       const HwFormat    *format)
{
  g_autofree char *promise = NULL;
  g_autofree char *served = NULL;

  if (!line->promise_missed)
    return NULL;

  promise = hw_say_promise (line->service, format);
  served = say_served (line->served, format);
  /* Translators: 1 "99 of 100", 2 a share of what customers ask for. */
  return g_strdup_printf (_("%1$s cannot be promised, whatever is ordered: at most about %2$s of what is asked for is there"),
                          promise, served);
}

char *
hw_say_keep (const HwStockLine *line,
             const HwFormat    *format)
{
  g_autofree char *missed = hw_say_promise_missed (line, format);
  g_autofree char *point = NULL;
  g_autofree char *up_to = NULL;

  if (line->order_up_to == HW_UNKNOWN || line->order_up_to <= 0)
    return NULL;

  point = hw_say_level (line, line->reorder_point, format);
  up_to = hw_say_level (line, line->order_up_to, format);
  if (missed != NULL)
    /* Translators: 1 and 2 numbers of units, 3 a sentence without its end. */
    return g_strdup_printf (_("Order when %1$s are left, up to %2$s. %3$s"), point, up_to, missed);

  /* Translators: two numbers of units. */
  return g_strdup_printf (_("Order when %1$s are left, up to %2$s"), point, up_to);
}

char *
hw_say_cover (const HwStockLine *line,
              const HwFormat    *format)
{
  g_autofree char *days = NULL;
  g_autofree char *turns = NULL;

  if (line->on_hand == HW_UNKNOWN || line->on_hand <= 0 || line->cover_days < 0.0)
    return NULL;

  days = hw_format_number (format, line->cover_days, line->cover_days < 10.0 ? 1 : 0);
  if (line->turns < 0.0)
    /* Translators: %s is a number of days. */
    return g_strdup_printf (_("Lasts about %s days"), days);

  turns = hw_format_number (format, line->turns, line->turns < 10.0 ? 1 : 0);
  /* Translators: 1 a number of days, 2 how many times a year the shelf is sold. */
  return g_strdup_printf (_("Lasts about %1$s days; sold %2$s times a year"), days, turns);
}

char *
hw_say_refused (const HwStockLine *line,
                const HwFormat    *format)
{
  g_autofree char *day = line->refused != HW_DAY_NONE ? hw_format_day (format, line->refused, HW_DAY_AXIS) : NULL;

  if (day == NULL)
    return NULL;
  if (line->refused_why == NULL)
    /* Translators: %s is a short date. */
    return g_strdup_printf (_("You left this out on %s"), day);

  /* Translators: 1 a short date, 2 the owner's reason. */
  return g_strdup_printf (_("You left this out on %1$s: %2$s"), day, line->refused_why);
}

char *
hw_say_breaks (const HwStockLine *line,
               const HwFormat    *format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; line->breaks != NULL && i < line->breaks->len; i++)
    {
      const HwPriceBreak *step = &g_array_index (line->breaks, HwPriceBreak, i);
      g_autofree char *from = hw_format_quantity (format, step->quantity);
      g_autofree char *each = hw_format_money (format, step->unit_cost);

      g_string_append (text, i > 0 ? " · " : "");
      /* Translators: 1 how many are ordered at once, 2 what one then costs. */
      g_string_append_printf (text, _("from %1$s: %2$s each"), from, each);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
hw_say_no_cost (const HwStockPlan *plan,
                const HwFormat    *format)
{
  const guint n = hw_stock_plan_count_no_cost (plan);
  g_autofree char *count = hw_format_number (format, n, 0);
  g_autofree char *share = hw_format_percent (format, HW_STOCK_COST_SHARE, 0);

  if (n == 0)
    return NULL;

  /* Translators: 1 how many products, 2 a percentage. */
  return g_strdup_printf (ngettext ("What %1$s product costs is not known: %2$s of its price is assumed. "
                                    "Import a product list with costs to mend it.",
                                    "What %1$s products cost is not known: %2$s of their price is assumed. "
                                    "Import a product list with costs to mend it.", n), count, share);
}

static char *
about (HwMoney         money,
       const HwFormat *format)
{
  return hw_format_money_about (format, hw_scaled_to_double (money));
}

char *
hw_say_year_cost (HwMoney         cost,
                  HwMoney         rule,
                  const HwFormat *format)
{
  g_autofree char *now = NULL;

  if (cost == HW_UNKNOWN || rule == HW_UNKNOWN)
    return NULL;

  now = about (ABS (rule - cost), format);
  if (rule > cost)
    /* Translators: %s is money a year. */
    return g_strdup_printf (_("about %s less than as you order today"), now);
  if (rule < cost)
    /* Translators: %s is money a year. */
    return g_strdup_printf (_("about %s more than as you order today"), now);

  return g_strdup (_("the same as you order today"));
}

char *
hw_say_order_least (HwQuantity      quantity,
                    HwQuantity      pack,
                    HwQuantity      min_order,
                    gboolean        made_here,
                    const HwFormat *format)
{
  const HwQuantity least = MAX (pack > 0 ? (min_order + pack - 1) / pack * pack : min_order, pack);
  g_autofree char *at_least = NULL;
  g_autofree char *size = NULL;

  if (quantity <= 0 || (quantity >= least && (pack <= 0 || quantity % pack == 0)))
    return NULL;

  at_least = hw_format_quantity (format, least);
  if (quantity < least)
    /* Translators: %s is a number of units. */
    return g_strdup_printf (made_here ? _("Make at least %s: you make no fewer at once")
                                      : _("Order at least %s: the supplier takes no less"), at_least);

  size = hw_format_quantity (format, pack);
  /* Translators: %s is a number of units. */
  return g_strdup_printf (made_here ? _("You make it %s at a time") : _("It comes in packs of %s"), size);
}

char *
hw_say_stock_drafts (const HwStockPlan *plan)
{
  const guint n = hw_stock_plan_count_drafted (plan);

  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u product stands in a draft that is not sent yet: what is in it is not asked for again",
                                    "%u products stand in drafts that are not sent yet: what is in them is not asked for again", n), n);
}

char *
hw_say_way_out (const HwStockLine *line)
{
  if (line->excess <= 0)
    return NULL;

  switch (line->way_out)
    {
    case HW_WAY_OUT_WAIT:
      return g_strdup (_("Order none: it sells off by itself"));

    case HW_WAY_OUT_RETURN:
      /* Translators: %s is the supplier's name. */
      return *line->supplier != '\0' ? g_strdup_printf (_("Send it back to %s"), line->supplier)
                                     : g_strdup (_("Send it back to the supplier"));

    case HW_WAY_OUT_BUNDLE:
      return g_strdup (_("Sell it together with something that sells well"));

    case HW_WAY_OUT_MARK_DOWN:
      return g_strdup (_("Sell it for less until it is gone"));

    case HW_WAY_OUT_NONE:
    default:
      return g_strdup (_("No way out is known"));
    }
}

char *
hw_say_excess (const HwStockPlan *plan,
               const HwFormat    *format)
{
  const guint n = hw_stock_plan_count_in (plan, HW_PILE_TOO_MUCH);
  const HwMoney back = hw_stock_plan_way_out_money (plan);
  g_autofree char *value = hw_format_money (format, plan->excess_value);
  g_autofree char *brings = NULL;

  if (hw_stock_plan_count_in (plan, HW_PILE_NOT_COUNTED) == plan->lines->len)
    return g_strdup (_("How much is left is not known, so nothing can be said of what is too much."));
  if (n == 0)
    return g_strdup (_("Nothing on the shelves is more than can sell in good time."));
  if (back == HW_UNKNOWN || back <= 0)
    /* Translators: 1 how many products, 2 money. */
    return g_strdup_printf (ngettext ("Of %1$u product there is too much: %2$s at cost.",
                                      "Of %1$u products there is too much: %2$s at cost.", n), n, value);

  brings = about (back, format);
  /* Translators: 1 how many products, 2 and 3 money. */
  return g_strdup_printf (ngettext ("Of %1$u product there is too much: %2$s at cost. The way out brings back about %3$s.",
                                    "Of %1$u products there is too much: %2$s at cost. The ways out bring back about %3$s.", n),
                          n, value, brings);
}

char *
hw_say_promise (double          promise,
                const HwFormat *format)
{
  const double hundreds = promise * 100.0;
  const gboolean whole = fabs (hundreds - round (hundreds)) < 1e-6;
  g_autofree char *so_many = hw_format_number (format, whole ? hundreds : promise * 1000.0, 0);
  g_autofree char *of = hw_format_number (format, whole ? 100.0 : 1000.0, 0);

  /* Translators: two numbers: "95 of 100" times. */
  return g_strdup_printf (_("%1$s of %2$s"), so_many, of);
}

#define NOTHING (HW_MONEY_ONE / 2)

/* What needs another amount of stock, as a whole sentence's end. */
static char *
say_stock (HwMoney         difference,
           const HwFormat *format)
{
  g_autofree char *money = about (ABS (difference), format);

  if (ABS (difference) < NOTHING)
    return g_strdup (_("needs no other stock"));

  /* Translators: %s is money. */
  return g_strdup_printf (difference > 0 ? _("needs about %s more stock") : _("needs about %s less stock"), money);
}

static char *
say_cost (HwMoney         difference,
          const HwFormat *format)
{
  g_autofree char *money = about (ABS (difference), format);

  if (ABS (difference) < NOTHING)
    return g_strdup (_("costs the same a year"));

  /* Translators: %s is money. */
  return g_strdup_printf (difference > 0 ? _("costs about %s more a year") : _("costs about %s less a year"), money);
}

char *
hw_say_stock_what_if (const HwStockWhatIf *answer,
                      const HwFormat      *format)
{
  const HwStockPoint *chosen = &answer->chosen, *kept = &answer->kept;
  const HwMoney cost = hw_stock_point_cost (chosen) - hw_stock_point_cost (kept), lost = kept->lost - chosen->lost;
  const gboolean same_promise = fabs (chosen->promise - kept->promise) < 1e-9;
  g_autofree char *wished = hw_say_promise (chosen->promise, format);
  g_autofree char *as_is = hw_say_promise (kept->promise, format);
  g_autofree char *stock = say_stock (chosen->stock - kept->stock, format);
  g_autofree char *year = say_cost (cost, format);
  g_autofree char *sales = about (ABS (lost), format);
  g_autofree char *first = NULL;

  if (same_promise && ABS (cost) < NOTHING && ABS (chosen->stock - kept->stock) < NOTHING)
    /* Translators: %s is "95 of 100". */
    return g_strdup_printf (_("A promise of %s: this is how it is now."), as_is);

  if (same_promise)
    /* Translators: 1 "95 of 100", 2 "needs about 210 € more stock", 3 "costs about 80 € less a year". */
    first = g_strdup_printf (_("With the promise of %1$s kept, this %2$s and %3$s."), as_is, stock, year);
  else
    /* Translators: 1 and 2 "98 of 100", 3 "needs about 210 € more stock", 4 "costs about 80 € less a year". */
    first = g_strdup_printf (_("Promising %1$s instead of %2$s %3$s and %4$s."), wished, as_is, stock, year);

  if (ABS (lost) < NOTHING)
    return g_steal_pointer (&first);

  /* Translators: 1 the sentence before, 2 money a year. */
  return g_strdup_printf (lost > 0 ? _("%1$s In it, about %2$s a year of lost sales are saved.")
                                   : _("%1$s In it, about %2$s a year more of sales are lost."), first, sales);
}

static const HwStockPoint *
find_cheapest (const HwStockWhatIf *answer)
{
  const HwStockPoint *best = NULL;

  for (guint i = 0; i < answer->curve->len; i++)
    {
      const HwStockPoint *point = &g_array_index (answer->curve, HwStockPoint, i);

      if (best == NULL || fabs (point->promise - answer->cheapest) < fabs (best->promise - answer->cheapest))
        best = point;
    }

  return best;
}

char *
hw_say_stock_rule (const HwStockWhatIf *answer,
                   const HwFormat      *format)
{
  const HwStockPoint *best = find_cheapest (answer);
  g_autofree char *cheapest = hw_say_promise (answer->cheapest, format);
  g_autofree char *money = best != NULL ? hw_format_money (format, hw_stock_point_cost (best)) : NULL;
  g_autofree char *served = NULL;
  g_autofree char *rule = NULL;

  if (best == NULL)
    return g_strdup ("");
  if (!answer->has_rule)
    /* Translators: 1 "95 of 100", 2 money a year. */
    return g_strdup_printf (_("The cheapest promise is %1$s: about %2$s a year. How you order today is not known yet."),
                            cheapest, money);

  rule = hw_format_money (format, hw_stock_point_cost (&answer->rule));
  served = hw_format_percent (format, answer->rule.served, 1);
  /* Translators: 1 "95 of 100", 2 and 4 money a year, 3 a share of what customers ask for. */
  return g_strdup_printf (_("The cheapest promise is %1$s: about %2$s a year. As you order today, %3$s of what is asked for is there, "
                            "for about %4$s a year."), cheapest, money, served, rule);
}
