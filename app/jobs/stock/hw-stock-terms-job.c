/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-terms-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "store/hw-event-repo.h"
#include "store/hw-terms-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CARRYING_MOST 10.0 /* of the cost a year: more is a slip of the pen */

static gpointer
run_load (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  g_autofree HwStockTerms *terms = g_new0 (HwStockTerms, 1);

  return hw_terms_repo_load (hw_session_get_reader (session), terms, error) ? g_steal_pointer (&terms) : NULL;
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, why);
  return FALSE;
}

/* Infinities and what is not a number fail every comparison. */
static gboolean
is_between (double value,
            double least,
            double most)
{
  return value >= least && value <= most;
}

static gboolean
check (const HwStockTerms  *terms,
       GError             **error)
{
  if ((terms->said & HW_SAID_CARRYING) != 0 && !is_between (terms->carrying, 0.0, CARRYING_MOST))
    return refuse (error, _("what keeping stock costs a year is a share of its cost, 0 or more"));
  if ((terms->said & HW_SAID_ORDER_COST) != 0 && terms->order_cost < 0)
    return refuse (error, _("what an order costs is 0 or more"));
  if ((terms->said & HW_SAID_LOST_SHARE) != 0 && !is_between (terms->lost_share, 0.0, 1.0))
    return refuse (error, _("the share of sales that is lost for good is from 0 to 100 %"));
  if ((terms->said & HW_SAID_BUDGET) != 0 && terms->budget < 0)
    return refuse (error, _("the most to spend is 0 or more"));

  return TRUE;
}

static gpointer
run_keep (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwEvent event = { .at = hw_session_get_now (session), .kind = "stock-terms", .subject = "" };
  g_autofree HwStockTerms *kept = g_new0 (HwStockTerms, 1);
  const gint64 version = hw_store_data_version (store);

  if (!check (request, error) || !hw_store_begin (store, error))
    return NULL;

  if (!hw_terms_repo_save (store, request, error) ||
      !hw_event_repo_add (store, &event, error) ||
      !hw_terms_repo_load (store, kept, error) ||
      !hw_store_commit (store, error))
    {
      hw_store_rollback (store);
      return NULL;
    }

  hw_session_keep_demand_since (session, version);
  return g_steal_pointer (&kept);
}

const HwJob hw_stock_terms_job = {
  "stock-terms", N_("Looking up what stock costs"), run_load, NULL, g_free, TRUE
};

const HwJob hw_stock_terms_keep_job = {
  "stock-terms-keep", N_("Keeping what stock costs"), run_keep, g_free, g_free, FALSE
};
