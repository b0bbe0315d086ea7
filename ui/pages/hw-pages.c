/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/hw-pages.h"

#include "domain/hw-stock-pile.h"
#include "pages/assess/hw-assess-page.h"
#include "pages/data/hw-data-page.h"
#include "pages/figures/hw-figures-page.h"
#include "pages/forecast/hw-forecast-page.h"
#include "pages/goals/hw-goals-page.h"
#include "pages/journey/hw-journey-page.h"
#include "pages/orders/hw-orders-page.h"
#include "pages/overview/hw-overview-page.h"
#include "pages/reports/hw-reports-page.h"
#include "pages/stock/hw-stock-page.h"

#include <glib/gi18n.h>

/* What the desk knows already: nothing is worked out for a number beside a name. */
static guint
due_orders (HwDesk *desk)
{
  const HwStockPlan *plan = hw_desk_get_stock (desk);

  return plan != NULL ? hw_stock_plan_count_due (plan) : 0;
}

/* Check-ins, verdicts, decisions and reviews whose day has come. */
static guint
due_journey (HwDesk *desk)
{
  const HwJourney *journey = hw_desk_get_journey (desk);
  guint n = 0;

  for (guint i = 0; journey != NULL && i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);

      n += hw_trial_is_due (trial, journey->as_of);
    }

  return n;
}

static guint
due_goals (HwDesk *desk)
{
  const GPtrArray *goals = hw_desk_get_goals (desk);
  guint n = 0;

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    n += ((const HwGoalOutlook *) g_ptr_array_index (goals, i))->reach == HW_REACH_OVER;

  return n;
}

static guint
due_figures (HwDesk *desk)
{
  const HwLibrary *library = hw_desk_get_library (desk);

  return library != NULL ? library->n_due : 0;
}

static const HwPageKind kinds[] = {
  { "overview", N_("Overview"), N_("How is it going?"), "go-home-symbolic",
    { "<Alt>1", "<Control>1" }, hw_overview_page_get_type },
  { "journey", N_("Journey"), N_("What is the next step?"), "hw-journey-symbolic",
    { "<Alt>2", "<Control>2" }, hw_journey_page_get_type, due_journey },
  { "assess", N_("Assess"), N_("Where do we stand, and what to try first?"), "hw-assess-symbolic",
    { "<Alt>3", "<Control>3" }, hw_assess_page_get_type },
  { "forecast", N_("Forecast"), N_("What will sell?"), "hw-forecast-symbolic",
    { "<Alt>4", "<Control>4" }, hw_forecast_page_get_type },
  { "stock", N_("Stock"), N_("What is on the shelves?"), "package-x-generic-symbolic",
    { "<Alt>5", "<Control>5" }, hw_stock_page_get_type },
  { "orders", N_("Orders"), N_("What to order?"), "hw-orders-symbolic",
    { "<Alt>6", "<Control>6" }, hw_orders_page_get_type, due_orders },
  { "goals", N_("Goals"), N_("Where do we want to be?"), "hw-goals-symbolic",
    { "<Alt>7", "<Control>7" }, hw_goals_page_get_type, due_goals },
  { "figures", N_("Figures"), N_("What do the numbers say?"), "hw-figures-symbolic",
    { "<Alt>8", "<Control>8" }, hw_figures_page_get_type, due_figures },
  { "data", N_("Data"), N_("What do we know?"), "hw-table-symbolic",
    { "<Alt>9", "<Control>9" }, hw_data_page_get_type },
  { "reports", N_("Reports"), N_("What goes to the accountant?"), "x-office-document-symbolic",
    { "<Alt>0", "<Control>0" }, hw_reports_page_get_type },
};

const HwPageKind *
hw_pages (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const HwPageKind *
hw_page_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}
