/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measured checks that look at sales, stock, costs and customers. Their limits are
 * those of the questionnaire: a score of 0 to 4, each with its words. */
#include "jobs/assess/hw-health-case.h"

#include <glib/gi18n-lib.h>

#define HALF_YEAR 183
#define TWO_YEARS 730

static gboolean
has_sales (const HwHealthCase *self)
{
  return self->rows->last != HW_DAY_NONE;
}

/* How many of the @n rising limits @share is above. */
static int
steps_above (double        share,
             const double *limits,
             int           n)
{
  int score = 0;

  while (score < n && share > limits[score])
    score++;

  return score;
}

/* How many of the limits @share reaches. */
static int
steps_reached (double        share,
               const double *limits,
               int           n)
{
  int score = 0;

  while (score < n && share >= limits[score])
    score++;

  return score;
}

static void
measure_nothing (HwHealthCase *self,
                 const char   *check)
{
  hw_health_case_measure (self, check, -1, TRUE, g_strdup (_("There are no sales to look at yet")));
}

static void
measure_span (HwHealthCase *self)
{
  const int days = self->rows->last - self->rows->first + 1;
  const gboolean by_product = self->rows->products->len > 1;
  const int score = !by_product ? 1 : days < HALF_YEAR ? 2 : days <= TWO_YEARS ? 3 : 4;
  g_autofree char *span = hw_format_days (self->format, self->rows->first, self->rows->last);
  g_autofree char *n = hw_format_number (self->format, self->rows->products->len, 0);

  hw_health_case_measure (self, "sales_history_span_and_granularity", score, TRUE,
                          /* Translators: 1 a number of products, 2 from day to day. */
                          g_strdup_printf (ngettext ("Your sales of %1$s product are here, %2$s", "Your sales of %1$s products are here, %2$s",
                                                     self->rows->products->len), n, span));
}

static void
measure_defects (HwHealthCase *self)
{
  static const double limits[] = { 0.01, 0.05, 0.1, 0.2 };
  const HwHealthRows *rows = self->rows;
  const double n = (double) (rows->n_lines - rows->n_ahead);
  const double share = hw_health_share ((double) self->n_missing, (double) self->n_expected) +
                       hw_health_share ((double) (self->n_doubles + rows->n_too_many_back), n);
  const int worse = steps_above (share, limits, G_N_ELEMENTS (limits));
  g_autofree char *text = hw_format_percent (self->format, share, 1);

  hw_health_case_measure (self, "missing_periods_duplicates_negative_qty_rate", worse > 0 ? 4 - worse : rows->n_rules > 0 ? 4 : 3, TRUE,
                          /* Translators: %s is a percentage. */
                          g_strdup_printf (_("%s of your sales are missing, there twice or brought back without a sale"), text));
}

static void
measure_counts (HwHealthCase *self)
{
  static const double limits[] = { 0.0, 0.1, 0.5, 0.9 };
  const double share = hw_health_share ((double) self->rows->n_weeks_counted, (double) self->rows->n_weeks);
  /* Above nothing, from a tenth, from a half, above nine tenths. */
  const int score = share > limits[3] ? 4 : share >= limits[2] ? 3 : share >= limits[1] ? 2 : share > limits[0] ? 1 : 0;
  g_autofree char *text = hw_format_percent (self->format, share, 0);

  hw_health_case_measure (self, "on_hand_coverage_and_stockout_flag_rate", score, TRUE,
                          /* Translators: %s is a percentage. */
                          g_strdup_printf (_("%s of the weeks in which a product sold have a count of its stock"), text));
}

static void
measure_costs (HwHealthCase *self)
{
  const double cost = hw_health_share (self->costed, self->rows->revenue);
  const double came = hw_health_share ((double) self->rows->n_received, (double) self->rows->n_order_lines);
  g_autofree char *cost_text = hw_format_percent (self->format, cost, 0);
  g_autofree char *came_text = hw_format_percent (self->format, came, 0);
  guint agreed = 0;
  int score;

  for (guint i = 0; i < self->suppliers->len; i++)
    agreed += g_array_index (self->suppliers, HwSupplier, i).lead_days >= 0;

  score = cost >= 0.95 && came >= 0.8 ? 4
          : cost >= 0.8 && agreed > 0 && 2 * agreed >= self->suppliers->len ? 3
          : cost >= 0.6 ? 2 : cost >= 0.1 ? 1 : 0;
  hw_health_case_measure (self, "unit_cost_coverage_and_leadtime_records", score, TRUE,
                          /* Translators: 1 and 2 are percentages. */
                          g_strdup_printf (_("%1$s of your sales are of products with a known cost; %2$s of what you ordered has the day it came"),
                                           cost_text, came_text));
}

/* Consent is not kept here: the highest score cannot be seen. */
static void
measure_customers (HwHealthCase *self)
{
  static const double limits[] = { 0.02, 0.1, 0.4 };
  const HwHealthRows *rows = self->rows;
  const double share = rows->revenue > 0.0 ? rows->customer_revenue / rows->revenue
                                           : hw_health_share ((double) rows->n_customers, (double) rows->n_lines);
  g_autofree char *text = hw_format_percent (self->format, share, 0);

  hw_health_case_measure (self, "customer_id_coverage", steps_reached (share, limits, G_N_ELEMENTS (limits)), TRUE,
                          /* Translators: %s is a percentage. */
                          g_strdup_printf (_("%s of your sales say who bought"), text));
}

static void
measure_margins (HwHealthCase *self)
{
  const double share = hw_health_share (self->costed, self->rows->revenue);
  const int score = share > 0.95 ? 4 : share >= 0.7 ? 3 : share >= 0.4 ? 2 : share >= 0.1 ? 1 : 0;
  g_autofree char *text = hw_format_percent (self->format, share, 0);

  hw_health_case_measure (self, "margin_coverage", score, TRUE,
                          /* Translators: %s is a percentage. */
                          g_strdup_printf (_("%s of your sales are of products with a price and a cost"), text));
}

void
hw_health_measure_records (HwHealthCase *self)
{
  static const struct
  {
    const char *check;
    gboolean    needs_money;
    void      (*measure) (HwHealthCase *self);
  } checks[] = {
    { "sales_history_span_and_granularity", FALSE, measure_span },
    { "missing_periods_duplicates_negative_qty_rate", FALSE, measure_defects },
    { "on_hand_coverage_and_stockout_flag_rate", FALSE, measure_counts },
    { "unit_cost_coverage_and_leadtime_records", TRUE, measure_costs },
    { "customer_id_coverage", FALSE, measure_customers },
    { "margin_coverage", TRUE, measure_margins },
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!has_sales (self))
      measure_nothing (self, checks[i].check);
    else if (checks[i].needs_money && !(self->rows->revenue > 0.0))
      hw_health_case_measure (self, checks[i].check, -1, TRUE, g_strdup (_("Your sales hold no amounts of money")));
    else
      checks[i].measure (self);
}
