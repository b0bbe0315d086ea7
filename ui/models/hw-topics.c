/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-topics.h"

#include "jobs/assess/hw-health-job.h"
#include "jobs/assess/hw-idea-job.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/assess/hw-safety-job.h"
#include "jobs/assess/hw-stake-job.h"
#include "jobs/demand/hw-accuracy-job.h"
#include "jobs/demand/hw-forecast-job.h"
#include "jobs/demand/hw-override-job.h"
#include "jobs/figures/hw-goal-job.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/figures/hw-trend-job.h"
#include "jobs/import/hw-import-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/journey/hw-journey-job.h"
#include "jobs/library/hw-library-job.h"
#include "jobs/stock/hw-order-job.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "jobs/today/hw-exception-job.h"

#define TREND_PERIODS 26

static gpointer
make_forecast (const HwTopicWishes *wishes)
{
  HwForecastRequest *request = g_new0 (HwForecastRequest, 1);

  request->has_by = wishes->has_by;
  request->by = wishes->by;
  return request;
}

static gpointer
make_accuracy (const HwTopicWishes *wishes)
{
  HwAccuracyRequest *request = g_new0 (HwAccuracyRequest, 1);

  request->has_by = wishes->has_by;
  request->by = wishes->by;
  return request;
}

static gpointer
list_entries (HwEntryKind kind)
{
  HwEntryListRequest *request = g_new0 (HwEntryListRequest, 1);

  request->kind = kind;
  request->parent_id = -1;
  return request;
}

static gpointer
make_events (const HwTopicWishes *wishes)
{
  return list_entries (HW_ENTRY_EVENT);
}

static gpointer
make_figures (const HwTopicWishes *wishes)
{
  return list_entries (HW_ENTRY_OVERRIDE);
}

static gpointer
make_stock (const HwTopicWishes *wishes)
{
  HwStockRequest *request = g_new0 (HwStockRequest, 1);

  request->service = wishes->service;
  return request;
}

static gpointer
make_trends (const HwTopicWishes *wishes)
{
  static const char *const metrics[] = {
    "revenue", "revenue_growth_yoy", "gross_margin_pct", "days_inventory", "waste_rate", "stockout_rate",
  };
  HwTrendRequest *request = g_new0 (HwTrendRequest, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    request->metrics[i] = metrics[i];
  request->step = HW_TREND_FOUR_WEEKS;
  request->most = TREND_PERIODS;
  return request;
}

static const HwTopicKind kinds[HW_N_TOPICS] = {
  [HW_TOPIC_METRICS]  = { &hw_metric_job },
  [HW_TOPIC_FORECAST] = { &hw_forecast_job, make_forecast },
  [HW_TOPIC_STOCK]    = { &hw_stock_job, make_stock },
  [HW_TOPIC_IMPORTS]  = { &hw_import_list_job },
  [HW_TOPIC_TRENDS]   = { &hw_trend_job, make_trends },
  [HW_TOPIC_GOALS]    = { &hw_goal_job },
  [HW_TOPIC_JOURNEY]  = { &hw_journey_job },
  [HW_TOPIC_ORDERS]   = { &hw_order_list_job },
  [HW_TOPIC_EXCEPTIONS] = { &hw_exception_job },
  [HW_TOPIC_ACCURACY] = { &hw_accuracy_job, make_accuracy },
  [HW_TOPIC_EVENTS]   = { &hw_entry_list_job, make_events },
  [HW_TOPIC_FIGURES]  = { &hw_entry_list_job, make_figures },
  [HW_TOPIC_OWN]      = { &hw_override_review_job },
  [HW_TOPIC_SUPPLIERS] = { &hw_supplier_list_job },
  [HW_TOPIC_HEALTH]   = { &hw_health_job },
  [HW_TOPIC_READINESS] = { &hw_readiness_job },
  [HW_TOPIC_STAKES]   = { &hw_stake_job },
  [HW_TOPIC_IDEAS]    = { &hw_idea_job },
  [HW_TOPIC_SAFETY]   = { &hw_safety_job },
  [HW_TOPIC_LIBRARY] = { &hw_library_job },
};

const HwTopicKind *
hw_topic_kind (HwTopic topic)
{
  g_return_val_if_fail (topic < HW_N_TOPICS, NULL);

  return &kinds[topic];
}
