/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the metric table about the team. */
#include "domain/hw-metric-rows.h"

#include <glib/gi18n-lib.h>

static const HwBenchmark schedule_notice_days[] = {
  { HW_BENCHMARK_PRACTICE, N_("Two weeks ahead, as in a study in the shops of Gap"),
    HW_UNIT_DAYS, 14, 14, "gap_sched", HW_STRENGTH_MEDIUM, N_("What they did, not where you should be.") },
};

static const HwMetric rows[] = {
  { .id = "enps", .name = N_("Would your team recommend you?"), .technical = N_("Staff recommendation score"),
    .about = N_("Your people answer from 0 to 10 if they would tell a friend to work here."),
    .formula = N_("Share who said 9 or 10 less share who said 0 to 6, in points"),
    .pitfall = N_("Ask without names, and only show it from five answers on."),
    .source = N_("A short survey of your team, without names"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_POINTS, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "engagement_index", .name = N_("Mood of the team"), .technical = N_("Engagement index"),
    .about = N_("How people feel about their work and the new tools, from 1 to 5."),
    .formula = N_("All marks added up, shared by the number of marks"),
    .pitfall = N_("Ask the same questions each time."),
    .source = N_("A short survey of your team, without names"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_GRADE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "staff_turnover", .name = N_("People who left"), .technical = N_("Staff turnover"),
    .about = N_("How much of your team left in the last twelve months."),
    .formula = N_("People who left in twelve months, as a share of the usual number of people"),
    .source = N_("Your list of people"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_SHARE, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_QUARTER,
    .sectors = "all" },
  { .id = "training_completion", .name = N_("People who were shown how"), .technical = N_("Training done"),
    .about = N_("How many of those who should work the new way know how."),
    .formula = N_("People who were shown how, as a share of those who work the new way"),
    .source = N_("Headway works it out from your trials"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_SHARE, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all" },
  { .id = "training_gain", .name = N_("What training changed"), .technical = N_("Training gain"),
    .about = N_("How much better people did in a small test after training."),
    .formula = N_("Points after less points before, over all who took part"),
    .pitfall = N_("Look again after a month: do they use it?"),
    .source = N_("A list of who was shown what"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_POINTS, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_EACH_TIME,
    .sectors = "all" },
  { .id = "ai_adoption_rate", .name = N_("How often the new way is used"), .technical = N_("Use of the new tool"),
    .about = N_("How often your team did it the new way in your trials."),
    .formula = N_("Your weekly answers, added up and shared by the number of weeks"),
    .pitfall = N_("Always can mean that nobody looks at it any more."),
    .source = N_("Headway works it out from your trials"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_SHARE, .direction = HW_NEITHER_IS_BETTER, .cadence = HW_CADENCE_WEEK,
    .sectors = "all" },
  { .id = "overtime_share", .name = N_("Hours on top"), .technical = N_("Overtime"),
    .about = N_("How much of the work was done in extra hours."),
    .formula = N_("Hours over contract, as a share of all hours worked"),
    .source = N_("Your roster"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_SHARE, .direction = HW_LOWER_IS_BETTER, .cadence = HW_CADENCE_WEEK,
    .sectors = "all" },
  { .id = "schedule_notice_days", .name = N_("Days people know their shifts ahead"), .technical = N_("Notice of shifts"),
    .about = N_("How early your roster is out."),
    .formula = N_("Half of all shifts were known earlier than this"),
    .source = N_("Your roster"),
    .category = HW_CATEGORY_TEAM, .unit = HW_UNIT_DAYS, .direction = HW_HIGHER_IS_BETTER, .cadence = HW_CADENCE_MONTH,
    .sectors = "all", HW_BENCHMARKS (schedule_notice_days) },
};

const HwMetricRows hw_metric_rows_team = { rows, G_N_ELEMENTS (rows) };
