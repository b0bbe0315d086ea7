/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the metric table about rules and safety. */
#include "domain/hw-metric-rows.h"

#include <glib/gi18n-lib.h>

static const HwMetric rows[] = {
  { .id = "policy_ack_rate", .name = N_("House rules read"), .technical = N_("House rules read and signed"),
    .about = N_("How many of your people have said yes to the rules for new tools."),
    .formula = N_("People who signed, as a share of all people"),
    .source = N_("The signed house rules"),
    .category = HW_CATEGORY_SAFETY, .unit = HW_UNIT_SHARE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "governance_completion", .name = N_("Safety list done"), .technical = N_("Safety list completion"),
    .about = N_("How much of what must be in place is there."),
    .formula = N_("What is done, as a share of all that applies to you; what must be done counts double"),
    .source = N_("Your safety list"),
    .category = HW_CATEGORY_SAFETY, .unit = HW_UNIT_SHARE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all" },
  { .id = "ai_incidents", .name = N_("Mishaps with tools"), .technical = N_("AI incidents"),
    .about = N_("How often a tool gave a wrong or harmful result in a month."),
    .formula = N_("Mishaps written down, counted"),
    .pitfall = N_("None at all can mean that nobody writes them down."),
    .source = N_("A list you keep, one line for each case"),
    .category = HW_CATEGORY_SAFETY, .unit = HW_UNIT_COUNT, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all" },
  { .id = "override_rate", .name = N_("Proposals you changed"), .technical = N_("Suggestions changed by people"),
    .about = N_("How often you ordered something else than was proposed."),
    .formula = N_("Order lines that were changed or refused, as a share of all that were proposed"),
    .pitfall = N_("Never can mean that nobody looks at it any more."),
    .source = N_("Headway works it out"),
    .category = HW_CATEGORY_SAFETY, .unit = HW_UNIT_SHARE, .direction = HW_NEITHER_IS_BETTER, .cadence = HW_CADENCE_WEEK,
    .sectors = "all" },
  { .id = "group_disparity_ratio", .name = N_("Fair to all groups"), .technical = N_("Fairness check"),
    .about = N_("If a rule treats two groups of people alike."),
    .formula = N_("The lowest share of a group divided by the highest"),
    .pitfall = N_("Few cases say little, and the law must let you keep the group."),
    .source = N_("A list you keep, one line for each case"),
    .category = HW_CATEGORY_SAFETY, .unit = HW_UNIT_RATIO, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "backup_age", .name = N_("Days since your last copy"), .technical = N_("Age of last verified copy"),
    .about = N_("How old the last copy of your data is that you could open again."),
    .formula = N_("Days since a copy was opened and found whole"),
    .pitfall = N_("A copy that was never opened is a hope."),
    .source = N_("A list you keep, one line for each case"),
    .category = HW_CATEGORY_SAFETY, .unit = HW_UNIT_DAYS, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_WEEK,
    .sectors = "all" },
};

const HwMetricRows hw_metric_rows_safety = { rows, G_N_ELEMENTS (rows) };
