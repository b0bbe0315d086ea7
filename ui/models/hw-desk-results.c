/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's results by their types. */
#include "models/hw-desk.h"

HwMetricSheet *
hw_desk_get_metrics (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_METRICS);
}

HwForecastPlan *
hw_desk_get_forecast (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_FORECAST);
}

HwStockPlan *
hw_desk_get_stock (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_STOCK);
}

GArray *
hw_desk_get_imports (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_IMPORTS);
}

GPtrArray *
hw_desk_get_trends (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_TRENDS);
}

GPtrArray *
hw_desk_get_goals (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_GOALS);
}

HwJourney *
hw_desk_get_journey (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_JOURNEY);
}

GPtrArray *
hw_desk_get_orders (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_ORDERS);
}

GPtrArray *
hw_desk_get_exceptions (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_EXCEPTIONS);
}

HwForecastAccuracy *
hw_desk_get_accuracy (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_ACCURACY);
}

GPtrArray *
hw_desk_get_events (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_EVENTS);
}

GPtrArray *
hw_desk_get_figures (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_FIGURES);
}

HwOverrideReview *
hw_desk_get_own (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_OWN);
}

GPtrArray *
hw_desk_get_suppliers (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_SUPPLIERS);
}

HwHealth *
hw_desk_get_health (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_HEALTH);
}

HwReadinessBook *
hw_desk_get_readiness (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_READINESS);
}

HwLibrary *
hw_desk_get_library (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_LIBRARY);
}

HwStakes *
hw_desk_get_stakes (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_STAKES);
}

HwIdeaBoard *
hw_desk_get_ideas (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_IDEAS);
}

HwSafetyBook *
hw_desk_get_safety (HwDesk *self)
{
  return hw_desk_get_result (self, HW_TOPIC_SAFETY);
}
