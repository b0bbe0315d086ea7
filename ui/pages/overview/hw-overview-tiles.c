/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/overview/hw-overview-tiles.h"

#include "jobs/hw-say.h"
#include "jobs/hw-say-figure.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  const char *metric; /* id of domain/hw-metric */
  const char *label;
  const char *button;
  const char *page;   /* where it leads */
  const char *still;  /* (nullable) what it is of, where it is held against nothing */
} TileKind;

static const TileKind kinds[] = {
  { "revenue",            N_("Sales"),            N_("See the forecast"), "win.page::forecast", NULL },
  { "revenue_growth_yoy", N_("Growth since last year"), N_("See the forecast"), "win.page::forecast",
    N_("sales of these days and those 52 weeks before") },
  { "gross_margin_pct",   N_("Margin"),           N_("See your products"), "win.page::stock", NULL },
  { "days_inventory",     N_("Stock lasts"),      N_("See the stock"),    "win.page::stock",
    N_("from what is on the shelves today") },
  { "waste_rate",         N_("Share thrown away"), N_("See your data"),    "win.page::data", NULL },
  { "stockout_rate",      N_("Sold out"),         N_("See the stock"),    "win.page::stock", NULL },
};

/* A word or two for a tile; the "?" says more. */
static const char *const missing[HW_METRIC_N_STATES] = {
  [HW_METRIC_OK]              = "",
  [HW_METRIC_NO_SALES]        = N_("No sales yet"),
  [HW_METRIC_NO_HISTORY]      = N_("History too short"),
  [HW_METRIC_NO_COSTS]        = N_("No costs yet"),
  [HW_METRIC_NO_STOCK]        = N_("No stock count yet"),
  [HW_METRIC_NO_STOCK_BY_DAY] = N_("No daily counts yet"),
  [HW_METRIC_NO_ORDERS]       = N_("No receipt numbers"),
  [HW_METRIC_NO_CUSTOMERS]    = N_("No customers yet"),
  [HW_METRIC_NO_WASTE]        = N_("Nothing noted yet"),
  [HW_METRIC_NO_RECEIPTS]     = N_("No deliveries yet"),
  [HW_METRIC_NO_FORECAST]     = N_("No forecast yet"),
  [HW_METRIC_NO_AMOUNTS]      = N_("No amounts yet"),
  [HW_METRIC_NOT_TYPED]       = N_("Not typed in yet"),
  [HW_METRIC_NOT_ASKED]       = N_("Nobody asked yet"),
  [HW_METRIC_FEW_ANSWERS]     = N_("Too few answers"),
  [HW_METRIC_NO_SUPPLIERS]    = N_("No suppliers yet"),
  [HW_METRIC_NO_TRIAL]        = N_("No trial yet"),
  [HW_METRIC_NO_CHECK_IN]     = N_("No weekly answers yet"),
  [HW_METRIC_NO_ROLL_OUT]     = N_("Nobody noted yet"),
  [HW_METRIC_NO_OWN_FIGURES]  = N_("No changes yet"),
  [HW_METRIC_NO_PROPOSALS]    = N_("No orders yet"),
  [HW_METRIC_NO_DUTIES]       = N_("Nothing noted yet"),
  [HW_METRIC_NO_SAVING]       = N_("It does not pay back"),
  [HW_METRIC_CANNOT_TELL]     = N_("The trials cannot tell yet"),
  [HW_METRIC_OTHER_FIGURE]    = N_("Judged by another figure"),
};

const char *
hw_overview_missing (HwMetricState state)
{
  return missing[state] != NULL ? _(missing[state]) : "";
}

guint
hw_overview_n_tiles (void)
{
  return G_N_ELEMENTS (kinds);
}

const char *
hw_overview_tile_metric (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (kinds), NULL);

  return kinds[i].metric;
}

static const HwMetricValue *
find_before (const HwMetricSheet *sheet,
             const HwMetric      *metric)
{
  for (guint i = 0; i < sheet->values_before->len; i++)
    {
      const HwMetricValue *value = &g_array_index (sheet->values_before, HwMetricValue, i);

      if (value->metric == metric)
        return value->state == HW_METRIC_OK ? value : NULL;
    }

  return NULL;
}

/* Between the figures as they are shown, so that it adds up: points of shares. */
static double
shown_change (const HwMetricValue *now,
              const HwMetricValue *before)
{
  const double tenths = hw_unit_is_share (now->metric->unit) ? 1000 : 10;

  return (round (tenths * now->value) - round (tenths * before->value)) / 10;
}

/* "+4 %" of money and counts, "+1.2 points" of shares, "-1.1 days" of days; and
 * what it was. */
static char *
say_change (const HwMetricValue *now,
            const HwMetricValue *before,
            const HwFormat      *format)
{
  const double difference = now->value - before->value;
  const double shown = shown_change (now, before);
  g_autofree char *number = hw_format_number (format, fabs (shown), 1);
  g_autofree char *was = hw_say_metric (before, format);
  const char *sign = difference < 0 ? "−" : "+";

  switch (now->metric->unit)
    {
    case HW_UNIT_SHARE:
    case HW_UNIT_SHARE_POINTS:
      /* Translators: 1 a sign, 2 a number: by so many of a hundred more or less; 3 the value before. */
      return g_strdup_printf (_("%s%s points, before: %s"), sign, number, was);

    case HW_UNIT_DAYS:
      /* Translators: 1 a sign, 2 a number of days, 3 the value before. */
      return g_strdup_printf (_("%s%s days, before: %s"), sign, number, was);

    case HW_UNIT_MONEY:
    case HW_UNIT_COUNT:
    case HW_UNIT_TIMES:
    case HW_UNIT_RATIO:
    case HW_UNIT_MONEY_EACH:
    case HW_UNIT_MONEY_HOUR:
    case HW_UNIT_MONEY_YEAR:
    case HW_UNIT_POINTS:
    case HW_UNIT_HOURS:
    case HW_UNIT_HOURS_WEEK:
    case HW_UNIT_MONTHS:
    case HW_UNIT_STARS:
    case HW_UNIT_GRADE:
    case HW_UNIT_PER_1000:
    case HW_UNIT_KWH_EACH:
    case HW_UNIT_KM:
    case HW_UNIT_N:
    default:
      break;
    }

  if (!(fabs (before->value) > 0))
    return g_strdup ("");

  g_free (number);
  number = hw_format_change (format, difference / fabs (before->value));
  /* Translators: 1 a change such as "+4 %", 2 the value before. */
  return g_strdup_printf (_("%s, before: %s"), number, was);
}

static HwMood
find_mood (const HwMetricValue *now,
           const HwMetricValue *before)
{
  const double difference = now->value - before->value;

  if (now->metric->direction == HW_NEITHER_IS_BETTER || !(fabs (shown_change (now, before)) > 0))
    return HW_MOOD_PLAIN;

  return (difference > 0) == (now->metric->direction == HW_HIGHER_IS_BETTER) ? HW_MOOD_GOOD : HW_MOOD_BAD;
}

/* Colour is never alone: the word says whether it is good. */
static char *
say_judged (HwMood      mood,
            const char *change)
{
  switch (mood)
    {
    case HW_MOOD_GOOD:
      /* Translators: %s is "+4 %, before: 12,000 €". */
      return g_strdup_printf (_("Better: %s"), change);

    case HW_MOOD_BAD:
      /* Translators: %s is "+4 %, before: 12,000 €". */
      return g_strdup_printf (_("Worse: %s"), change);

    case HW_MOOD_PLAIN:
    default:
      return g_strdup (change);
    }
}

static void
fill_how (HwMetricTile        *tile,
          const TileKind      *kind,
          const HwMetricSheet *sheet,
          const HwMetricValue *value,
          const char          *run_id,
          const HwFormat      *format)
{
  const HwMetric *metric = value->metric;
  const gboolean known = value->state == HW_METRIC_OK;
  g_autofree char *inputs = NULL;
  g_autofree char *method = NULL;
  HwHowFacts facts = { 0 };

  if (known)
    {
      g_autofree char *days = hw_format_days (format, value->from, value->to);
      g_autofree char *lines = hw_format_number (format, (double) sheet->sums.n_lines, 0);

      /* Translators: 1 how many lines of sales, 2 the days they are from. */
      inputs = g_strdup_printf (ngettext ("%1$s line of sales, %2$s", "%1$s lines of sales, %2$s",
                                          (gulong) sheet->sums.n_lines), lines, days);
    }
  else
    {
      inputs = g_strdup (hw_metric_state_text (value->state));
    }

  method = hw_say_method (metric);
  facts.about = _(metric->name);
  facts.inputs = inputs;
  facts.method = method;
  facts.technical = _(metric->technical);
  facts.run_id = known ? run_id : NULL;
  facts.way = known ? _(kind->button) : _("Import a file");
  facts.way_action = known ? kind->page : "win.import";
  hw_how_button_set_facts (hw_metric_tile_get_how (tile), &facts);
}

static void
fill_trend (HwMetricTile  *tile,
            const HwTrend *trend) /* (nullable) */
{
  const guint n = trend != NULL ? trend->past->len : 0;
  g_autofree double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = g_array_index (trend->past, HwTrendPoint, i).value;
  hw_metric_tile_set_trend (tile, values, n);
}

void
hw_overview_tile_fill (HwMetricTile        *tile,
                       guint                i,
                       const HwMetricSheet *sheet,
                       const HwTrend       *trend,
                       const char          *run_id,
                       const HwFormat      *format)
{
  const TileKind *kind = &kinds[i];
  const HwMetricValue *value = hw_metric_sheet_find (sheet, kind->metric);
  const HwMetricValue *before;
  g_autofree char *number = NULL;
  g_autofree char *change = NULL;
  g_autofree char *note = NULL;
  HwMood mood;

  g_return_if_fail (value != NULL);

  hw_metric_tile_set_label (tile, _(kind->label));
  hw_metric_tile_set_way (tile, value->state == HW_METRIC_OK ? kind->page : "win.import");
  fill_trend (tile, trend);
  fill_how (tile, kind, sheet, value, run_id, format);

  if (value->state != HW_METRIC_OK)
    {
      hw_metric_tile_set_value (tile, "–");
      hw_metric_tile_set_note (tile, hw_overview_missing (value->state), HW_MOOD_PLAIN);
      return;
    }

  number = hw_say_metric (value, format);
  before = find_before (sheet, value->metric);
  change = before != NULL ? say_change (value, before, format) : g_strdup ("");
  mood = before != NULL ? find_mood (value, before) : HW_MOOD_PLAIN;
  note = *change == '\0' ? g_strdup (kind->still != NULL ? _(kind->still) : "") : say_judged (mood, change);
  hw_metric_tile_set_value (tile, number);
  hw_metric_tile_set_note (tile, note, mood);
}
