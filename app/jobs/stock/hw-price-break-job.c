/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-price-break-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-terms-repo.h"

#include <glib/gi18n-lib.h>

HwPriceBreaks *
hw_price_breaks_new (gint64        product_id,
                     const GArray *breaks)
{
  HwPriceBreaks *self = g_new0 (HwPriceBreaks, 1);

  self->product_id = product_id;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));
  if (breaks != NULL)
    g_array_append_vals (self->breaks, breaks->data, breaks->len);
  return self;
}

void
hw_price_breaks_free (HwPriceBreaks *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->breaks);
  g_free (self);
}

static int
compare_quantities (gconstpointer a,
                    gconstpointer b)
{
  const HwPriceBreak *x = a, *y = b;

  return (x->quantity > y->quantity) - (x->quantity < y->quantity);
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, why);
  return FALSE;
}

/* @breaks: by quantity; @cost: of one alone, or HW_UNKNOWN. */
static gboolean
check (const GArray  *breaks,
       HwMoney        cost,
       GError       **error)
{
  HwMoney before = cost;

  for (guint i = 0; i < breaks->len; i++)
    {
      const HwPriceBreak *step = &g_array_index (breaks, HwPriceBreak, i);

      if (step->quantity <= 0)
        return refuse (error, _("from how many on a price holds is more than 0"));
      if (step->unit_cost <= 0)
        return refuse (error, _("what one costs is more than 0"));
      if (i > 0 && step->quantity == g_array_index (breaks, HwPriceBreak, i - 1).quantity)
        return refuse (error, _("two prices for the same amount"));
      if (before != HW_UNKNOWN && step->unit_cost >= before)
        return refuse (error, _("more at once must cost less each than fewer"));

      before = step->unit_cost;
    }

  return TRUE;
}

static gboolean
keep (HwStore              *store,
      const HwPriceBreaks  *wish,
      gint64                now,
      GError              **error)
{
  const HwEvent event = { .at = now, .kind = "price-breaks", .subject = "product", .subject_id = wish->product_id };

  return hw_terms_repo_set_price_breaks (store, wish->product_id, wish->breaks, error) &&
         hw_event_repo_add (store, &event, error);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwPriceBreaks *wish = request;
  HwStore *store = hw_session_get_store (session);
  const gint64 version = hw_store_data_version (store);
  g_autoptr (HwPriceBreaks) kept = hw_price_breaks_new (wish->product_id, wish->breaks);
  g_autoptr (GArray) products = hw_product_repo_list (store, error);
  const HwProduct *product = products != NULL ? hw_shelf_find_product (products, wish->product_id) : NULL;

  if (product == NULL)
    {
      if (products != NULL)
        g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such product");
      return NULL;
    }

  for (guint i = 0; i < kept->breaks->len; i++)
    g_array_index (kept->breaks, HwPriceBreak, i).product_id = wish->product_id;
  g_array_sort (kept->breaks, compare_quantities);
  if (!check (kept->breaks, product->cost, error) || !hw_store_begin (store, error))
    return NULL;

  if (!keep (store, kept, hw_session_get_now (session), error) || !hw_store_commit (store, error))
    {
      hw_store_rollback (store);
      return NULL;
    }

  hw_session_keep_demand_since (session, version);
  return g_steal_pointer (&kept);
}

const HwJob hw_price_break_keep_job = {
  "price-breaks-keep", N_("Keeping the prices"), run,
  (GDestroyNotify) hw_price_breaks_free, (GDestroyNotify) hw_price_breaks_free, FALSE
};
