/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/sample/hw-sample-catalogue.h"
#include "jobs/sample/hw-sample-export.h"
#include "jobs/sample/hw-sample-keep.h"
#include "jobs/sample/hw-sample-simulate.h"
#include "jobs/sample/hw-sample-terms.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"

#include <glib/gi18n-lib.h>

#define SIMULATED 0.15       /* share of the time that goes before the first row is kept */

static gboolean
keep_all (HwSampleKeeping  *self,
          gint64            now,
          const HwTick     *tick,
          GError          **error)
{
  const HwEvent event = { .at = now, .kind = "sample", .subject = "" };
  HwTickPart part = { tick, SIMULATED, 1.0 };
  const HwTick keeping = HW_TICK_PART (&part);

  return hw_sample_keep_rows (self, error)
         && hw_sample_keep_orders (self, self->today, error)
         && hw_sample_keep_terms (self->store, self->suppliers, self->products, error)
         && hw_sample_keep_shelf (self, self->today, error)
         && hw_sample_keep_sales (self, self->today, &keeping, error)
         && hw_event_repo_add (self->store, &event, error);
}

static gboolean
check_empty (HwStore  *store,
             GError  **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);

  if (products == NULL)
    return FALSE;
  if (products->len == 0)
    return TRUE;

  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, "not empty: %u products", products->len);
  return FALSE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const guint64 seed = request != NULL ? *(const guint64 *) request : HW_SAMPLE_SEED;
  HwTickPart part = { tick, 0.0, SIMULATED };
  const HwTick simulating = HW_TICK_PART (&part);
  g_autoptr (HwSampleRecords) records = NULL;
  g_auto (HwSampleKeeping) keeping = { .store = hw_session_get_store (session), .catalogue = hw_sample_catalogue () };
  gint64 *made;

  if (!check_empty (keeping.store, error))
    return NULL;

  keeping.today = hw_session_get_today (session);
  keeping.records = records
    = hw_sample_simulate (hw_session_get_today (session) - HW_SAMPLE_DAYS, seed, &simulating);
  if (records == NULL)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
      return NULL;
    }

  if (!hw_store_begin (keeping.store, error))
    return NULL;

  if (!keep_all (&keeping, hw_session_get_now (session), tick, error)
      || !hw_store_commit (keeping.store, error))
    {
      hw_store_rollback (keeping.store);
      return NULL;
    }

  made = g_new (gint64, 1);
  *made = records->sales->len;
  return made;
}

void
hw_sample_business (HwBusiness *business,
                    HwDay       today)
{
  *business = (HwBusiness) {
    .name = g_strdup ("Corner Bakery"),
    .sector = g_strdup ("bakery"),
    .country = g_strdup ("DE"),
    .currency = "EUR",
    .founded = today,
  };
}

gboolean
hw_sample_write_till (const char  *path,
                      guint64      seed,
                      HwDay        today,
                      GError     **error)
{
  g_autoptr (HwSampleRecords) records = hw_sample_simulate (today - HW_SAMPLE_DAYS, seed, NULL);
  g_autoptr (GString) csv = hw_sample_export (records);
  g_autoptr (GError) local = NULL;

  if (g_file_set_contents (path, csv->str, (gssize) csv->len, &local))
    return TRUE;

  g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
  return FALSE;
}

const HwJob hw_sample_job = {
  "sample", N_("Making the sample business"), run, g_free, g_free, FALSE
};
