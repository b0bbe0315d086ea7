/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-stock-what-if-job.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>

static gpointer
refuse (HwSession      *session,
        gconstpointer   request,
        const HwTick   *tick,
        GError        **error)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NOT_ENOUGH, _("no product has a forecast, a count and a cost"));
  return NULL;
}

const HwJob hw_stock_what_if_job = {
  "stock-what-if", N_("Trying other terms"), refuse, g_free, (GDestroyNotify) hw_stock_what_if_free, FALSE
};

const HwJob hw_small_orders_job = {
  "small-orders", N_("Trying smaller orders"), refuse, g_free, (GDestroyNotify) hw_small_orders_free, FALSE
};
