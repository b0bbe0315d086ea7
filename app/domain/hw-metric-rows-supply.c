/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the metric table about suppliers and deliveries. */
#include "domain/hw-metric-rows.h"

#include "domain/hw-metric-compute.h"

#include <glib/gi18n-lib.h>

static const HwBenchmark supplier_otif[] = {
  { HW_BENCHMARK_PRACTICE, N_("What Walmart has asked since February 2024: on time 90, in full 95"),
    HW_UNIT_SHARE, 90, 95, "otif", HW_STRENGTH_STRONG, N_("What one large buyer asks.") },
};

static const HwBenchmark customer_otif[] = {
  { HW_BENCHMARK_PRACTICE, N_("What Walmart has asked since February 2024: on time 90, in full 95"),
    HW_UNIT_SHARE, 90, 95, "otif", HW_STRENGTH_STRONG, N_("What one large buyer asks.") },
};

static const HwMetric rows[] = {
  { .id = "supplier_otif", .name = N_("Deliveries that came as ordered"), .technical = N_("On time and in full"),
    .about = N_("How often suppliers brought all of it by the day they named."),
    .formula = N_("Order lines that came on time and complete, as a share of all that came and had an agreed day"),
    .pitfall = N_("It needs the day each delivery was promised."),
    .source = N_("Your orders and deliveries"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_SHARE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all", .compute = hw_metric_supplier_otif, HW_BENCHMARKS (supplier_otif) },
  { .id = "customer_otif", .name = N_("Orders you delivered as promised"), .technical = N_("Your on time and in full"),
    .about = N_("How often you brought all of it by the day you named."),
    .formula = N_("Orders that went out complete and by their day, as a share of all orders"),
    .source = N_("Your list of customers’ orders"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_SHARE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_WEEK,
    .sectors = "all", HW_BENCHMARKS (customer_otif) },
  { .id = "lead_time_mean", .name = N_("Days from order to delivery"), .technical = N_("Mean waiting time"),
    .about = N_("How long goods usually take from your order to your door."),
    .formula = N_("Days between order and delivery, added up and shared by the number of deliveries"),
    .pitfall = N_("Orders still on their way are not in it."),
    .source = N_("Your orders and deliveries"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_DAYS, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all", .compute = hw_metric_lead_time_mean },
  { .id = "lead_time_cv", .name = N_("How much the waiting time jumps"), .technical = N_("Spread of waiting times"),
    .about = N_("If a supplier is as fast each time."),
    .formula = N_("Usual distance from the mean waiting time, divided by that mean"),
    .pitfall = N_("A few deliveries are too few to tell; look again after ten."),
    .source = N_("Your orders and deliveries"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_RATIO, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all", .compute = hw_metric_lead_time_cv },
  { .id = "supplier_concentration", .name = N_("How much hangs on one supplier"), .technical = N_("Supplier concentration (Herfindahl)"),
    .about = N_("If your buying is spread over many or rests on one."),
    .formula = N_("Each supplier's share of what you buy, times itself, added up: 1 is one supplier for all"),
    .pitfall = N_("Two names can be the same company."),
    .source = N_("Your orders and deliveries"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_RATIO, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all", .compute = hw_metric_supplier_concentration },
  { .id = "single_source_share", .name = N_("Sales that hang on one supplier"), .technical = N_("Items with one supplier"),
    .about = N_("How much you sell of goods that you only ever bought from one supplier."),
    .formula = N_("Sales of products ordered from one supplier only, as a share of the sales of all products ordered"),
    .pitfall = N_("Others could perhaps deliver it and were never asked."),
    .source = N_("Your orders and deliveries"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_SHARE, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "time_to_survive", .name = N_("Days you could go on without a supplier"), .technical = N_("Time to survive"),
    .about = N_("How soon the first product runs out if a supplier stops."),
    .formula = N_("The fewest days that any product of a supplier lasts"),
    .pitfall = N_("Ask each supplier how long it would take them to come back."),
    .source = N_("Stock files and sales files"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_DAYS, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all" },
  { .id = "supplier_collab_score", .name = N_("How well you work together"), .technical = N_("Supplier cooperation"),
    .about = N_("Your marks from 0 to 4 for plans, answers, changes, notice and claims."),
    .formula = N_("The five marks added up and shared by five"),
    .pitfall = N_("Let two people give marks and talk about it."),
    .source = N_("You and your team, four times a year"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_GRADE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "purchase_price_variance", .name = N_("Paid more or less than listed"), .technical = N_("Purchase price change"),
    .about = N_("What your orders cost beside the costs in your product list."),
    .formula = N_("Cost on the order less cost on the list, times the amount, added up over a year"),
    .pitfall = N_("A list that is out of date shows here as well."),
    .source = N_("Your orders and deliveries"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_MONEY, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all" },
  { .id = "perfect_order_rate", .name = N_("Orders with nothing wrong"), .technical = N_("Perfect orders"),
    .about = N_("Orders that were on time, complete, whole and with the right papers."),
    .formula = N_("The four shares times each other"),
    .pitfall = N_("One weak share pulls all of it down."),
    .source = N_("Your list of customers’ orders"),
    .category = HW_CATEGORY_SUPPLY, .unit = HW_UNIT_SHARE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all" },
};

const HwMetricRows hw_metric_rows_supply = { rows, G_N_ELEMENTS (rows) };
