/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-kpi-more.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum { NAME, VALUE, LOW, HIGH, UNIT, HOW, FROM };

static const HwCellKind unit_kinds[] = {
  [HW_UNIT_MONEY] = HW_CELL_MONEY, [HW_UNIT_SHARE] = HW_CELL_SHARE, [HW_UNIT_COUNT] = HW_CELL_COUNT,
  [HW_UNIT_DAYS] = HW_CELL_DAYS, [HW_UNIT_TIMES] = HW_CELL_DAYS, [HW_UNIT_RATIO] = HW_CELL_RATIO,
  [HW_UNIT_MONEY_EACH] = HW_CELL_MONEY, [HW_UNIT_MONEY_HOUR] = HW_CELL_MONEY, [HW_UNIT_MONEY_YEAR] = HW_CELL_MONEY,
  [HW_UNIT_SHARE_POINTS] = HW_CELL_SHARE, [HW_UNIT_POINTS] = HW_CELL_DAYS, [HW_UNIT_HOURS] = HW_CELL_DAYS,
  [HW_UNIT_HOURS_WEEK] = HW_CELL_DAYS, [HW_UNIT_MONTHS] = HW_CELL_DAYS, [HW_UNIT_STARS] = HW_CELL_RATIO,
  [HW_UNIT_GRADE] = HW_CELL_RATIO, [HW_UNIT_PER_1000] = HW_CELL_DAYS, [HW_UNIT_KWH_EACH] = HW_CELL_RATIO,
  [HW_UNIT_KM] = HW_CELL_DAYS,
};

HwCellKind
hw_kpi_cell_kind (HwUnit unit)
{
  return unit_kinds[unit];
}

const char *
hw_kpi_unit_words (HwUnit      unit,
                   const char *currency)
{
  return hw_unit_is_money (unit) ? currency : hw_unit_name (unit);
}

/* Where a value comes from, and of which day it is. */
static char *
say_origin (const HwFigure *figure,
            const HwFormat *format)
{
  static const char *const origins[] = {
    [HW_FIGURE_WORKED_OUT] = N_("Headway's records"), [HW_FIGURE_TYPED_IN] = N_("Typed in"), [HW_FIGURE_SURVEY] = N_("Answers"),
  };
  const char *origin = _(origins[figure->source]);
  g_autofree char *day = figure->to != HW_DAY_NONE ? hw_format_day (format, figure->to, HW_DAY_NUMERIC) : NULL;

  if (day == NULL)
    return g_strdup (origin);
  if (figure->n > 0)
    /* Translators: 1 "Answers", 2 a date, 3 how many. */
    return g_strdup_printf (_("%1$s, %2$s, %3$u in all"), origin, day, (guint) figure->n);

  /* Translators: 1 "Typed in", 2 a date. */
  return g_strdup_printf (_("%1$s, %2$s"), origin, day);
}

static void
write_figure (HwBook         *book,
              int             row,
              const HwFigure *figure)
{
  HwSheet *sheet = book->sheets[HW_SHEET_KPIS];
  const HwMetric *metric = figure->metric;
  const HwCellKind kind = hw_kpi_cell_kind (metric->unit);
  g_autofree char *how = g_strdup_printf ("%s: %s", _(metric->technical), _(metric->formula));
  g_autofree char *origin = say_origin (figure, book->format);

  hw_sheet_words (sheet, row, NAME, HW_LOOK_WRAP, _(metric->name));
  hw_sheet_number (sheet, row, VALUE, kind, HW_ROLE_TYPED, figure->value);
  if (!isnan (figure->low) && !isnan (figure->high))
    {
      hw_sheet_number (sheet, row, LOW, kind, HW_ROLE_TYPED, figure->low);
      hw_sheet_number (sheet, row, HIGH, kind, HW_ROLE_TYPED, figure->high);
    }
  hw_sheet_text (sheet, row, UNIT, HW_ROLE_PLAIN, hw_kpi_unit_words (metric->unit, book->report->business->currency));
  hw_sheet_words (sheet, row, HOW, HW_LOOK_WRAP, how);
  hw_sheet_words (sheet, row, FROM, HW_LOOK_WRAP, origin);
}

static int
write_figures (HwBook *book,
               int     row)
{
  const char *const heads[] = { _("Other figures"), _("Value"), _("From"), _("To"), NULL };
  const GArray *figures = book->report->figures;
  HwSheet *sheet = book->sheets[HW_SHEET_KPIS];

  hw_sheet_heads (sheet, row, 1, heads);
  hw_sheet_words (sheet, row, UNIT, HW_LOOK_HEAD, _("Unit"));
  hw_sheet_words (sheet, row, HOW, HW_LOOK_HEAD, _("How it is worked out"));
  hw_sheet_words (sheet, row, FROM, HW_LOOK_HEAD, _("Comes from"));
  for (guint i = 0; i < figures->len; i++)
    write_figure (book, ++row, &g_array_index (figures, HwFigure, i));

  return row + 2;
}

static void
write_benchmark (HwBook            *book,
                 int                row,
                 const HwMetric    *metric,
                 const HwBenchmark *benchmark)
{
  HwSheet *sheet = book->sheets[HW_SHEET_KPIS];
  const HwCellKind kind = hw_kpi_cell_kind (benchmark->unit);
  const double scale = hw_unit_is_share (benchmark->unit) ? 0.01 : 1.0;
  const char *title = book->report->find_source != NULL ? book->report->find_source (benchmark->source) : NULL;
  g_autofree char *whose = benchmark->note != NULL ? g_strdup_printf ("%s. %s", _(benchmark->applies_to), _(benchmark->note))
                                                   : g_strdup (_(benchmark->applies_to));
  /* Translators: 1 "To compare with", 2 the title of a source, 3 "a weak source". */
  g_autofree char *from = g_strdup_printf (_("%1$s. From: %2$s (%3$s)."), hw_benchmark_kind_name (benchmark->kind),
                                           title != NULL ? title : benchmark->source, hw_strength_name (benchmark->strength));

  hw_sheet_words (sheet, row, NAME, HW_LOOK_WRAP, _(metric->name));
  if (!isnan (benchmark->low))
    hw_sheet_number (sheet, row, LOW, kind, HW_ROLE_TYPED, benchmark->low * scale);
  if (!isnan (benchmark->high))
    hw_sheet_number (sheet, row, HIGH, kind, HW_ROLE_TYPED, benchmark->high * scale);
  hw_sheet_text (sheet, row, UNIT, HW_ROLE_PLAIN, hw_kpi_unit_words (benchmark->unit, book->report->business->currency));
  hw_sheet_words (sheet, row, HOW, HW_LOOK_WRAP, whose);
  hw_sheet_words (sheet, row, FROM, HW_LOOK_WRAP, from);
}

/* Of the figures that have a value here, and suit the trade. */
static void
write_others (HwBook *book,
              int     row)
{
  const char *const heads[] = { _("What others have"), "", _("From"), _("To"), NULL };
  const HwMetricSheet *metrics = book->report->metrics;
  const GArray *figures = book->report->figures;
  HwSheet *sheet = book->sheets[HW_SHEET_KPIS];

  hw_sheet_heads (sheet, row, 1, heads);
  hw_sheet_words (sheet, row, UNIT, HW_LOOK_HEAD, _("Unit"));
  hw_sheet_words (sheet, row, HOW, HW_LOOK_HEAD, _("Whose"));
  hw_sheet_words (sheet, row, FROM, HW_LOOK_HEAD, _("Comes from"));
  for (guint i = 0; i < metrics->values->len + figures->len; i++)
    {
      const gboolean worked = i < metrics->values->len;
      const HwMetricValue *value = worked ? &g_array_index (metrics->values, HwMetricValue, i) : NULL;
      const HwMetric *metric = worked ? value->metric
                                      : g_array_index (figures, HwFigure, i - metrics->values->len).metric;

      for (gsize k = 0; (!worked || value->state == HW_METRIC_OK) && k < metric->n_benchmarks; k++)
        write_benchmark (book, ++row, metric, &metric->benchmarks[k]);
    }
}

int
hw_kpi_more_write (HwBook *book,
                   int     row)
{
  if (book->report->figures == NULL)
    return 0;

  row = write_figures (book, row);
  write_others (book, row);
  return row;
}
