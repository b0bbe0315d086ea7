/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-topics.h"

#include "jobs/hw-forecast-job.h"
#include "jobs/hw-import-job.h"
#include "jobs/hw-metric-job.h"
#include "jobs/hw-stock-job.h"

static gpointer
make_forecast (const HwTopicWishes *wishes)
{
  HwForecastRequest *request = g_new0 (HwForecastRequest, 1);

  request->has_by = wishes->has_by;
  request->by = wishes->by;
  return request;
}

static gpointer
make_stock (const HwTopicWishes *wishes)
{
  HwStockRequest *request = g_new0 (HwStockRequest, 1);

  request->service = wishes->service;
  return request;
}

static const HwTopicKind kinds[HW_N_TOPICS] = {
  [HW_TOPIC_METRICS]  = { &hw_metric_job },
  [HW_TOPIC_FORECAST] = { &hw_forecast_job, make_forecast },
  [HW_TOPIC_STOCK]    = { &hw_stock_job, make_stock },
  [HW_TOPIC_IMPORTS]  = { &hw_import_list_job },
};

const HwTopicKind *
hw_topic_kind (HwTopic topic)
{
  g_return_val_if_fail (topic < HW_N_TOPICS, NULL);

  return &kinds[topic];
}
