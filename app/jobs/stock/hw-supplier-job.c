/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suppliers as the owner knows them. */
#include "jobs/stock/hw-stock-terms-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-waiting.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-terms-repo.h"

#include <glib/gi18n-lib.h>

void
hw_supplier_card_free (HwSupplierCard *self)
{
  if (self == NULL)
    return;

  hw_supplier_clear (&self->supplier);
  g_free (self);
}

/* All that cards are made from. */
typedef struct
{
  GArray *suppliers;    /* (owned) of HwSupplier */
  GArray *products;     /* (owned) of HwProduct */
  GArray *terms;        /* (owned) of HwSupplierTerms */
  GArray *leads;        /* (owned) of HwLeadTime */
  GArray *punctuality;  /* (owned) of HwPunctuality */
} Box;

static void
box_clear (Box *box)
{
  g_clear_pointer (&box->suppliers, g_array_unref);
  g_clear_pointer (&box->products, g_array_unref);
  g_clear_pointer (&box->terms, g_array_unref);
  g_clear_pointer (&box->leads, g_array_unref);
  g_clear_pointer (&box->punctuality, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Box, box_clear)

static gboolean
box_load (Box      *box,
          HwStore  *store,
          HwDay     today,
          GError  **error)
{
  return (box->suppliers = hw_supplier_repo_list (store, error)) != NULL &&
         (box->products = hw_product_repo_list (store, error)) != NULL &&
         (box->terms = hw_terms_repo_suppliers (store, error)) != NULL &&
         (box->leads = hw_stock_repo_lead_times (store, error)) != NULL &&
         (box->punctuality = hw_order_repo_punctuality (store, today, error)) != NULL;
}

static void
fill_shown (const Box      *box,
            HwSupplierCard *card)
{
  const gint64 id = card->supplier.id;

  for (guint i = 0; i < box->products->len; i++)
    card->n_products += g_array_index (box->products, HwProduct, i).supplier_id == id;

  for (guint i = 0; i < box->leads->len; i++)
    {
      const HwLeadTime *lead = &g_array_index (box->leads, HwLeadTime, i);

      if (lead->supplier_id != id)
        continue;

      card->n_received = lead->n;
      card->lead_mean = lead->mean;
      card->lead_sd = lead->sd;
    }

  card->on_time = -1.0;
  for (guint i = 0; i < box->punctuality->len; i++)
    {
      const HwPunctuality *lines = &g_array_index (box->punctuality, HwPunctuality, i);

      if (lines->supplier_id == id)
        card->on_time = (double) lines->on_time / (double) lines->n;
    }
}

/* Takes @supplier's parts. */
static HwSupplierCard *
make_card (const Box  *box,
           HwSupplier *supplier)
{
  HwSupplierCard *card = g_new0 (HwSupplierCard, 1);

  card->supplier = *supplier;
  *supplier = (HwSupplier) { 0 };
  card->terms.supplier_id = card->supplier.id;
  for (guint i = 0; i < box->terms->len; i++)
    if (g_array_index (box->terms, HwSupplierTerms, i).supplier_id == card->supplier.id)
      card->terms = g_array_index (box->terms, HwSupplierTerms, i);

  fill_shown (box, card);
  return card;
}

/* Whoever stands for what has no supplier is none. */
static gpointer
run_list (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_supplier_card_free);
  g_auto (Box) box = { 0 };

  if (!box_load (&box, hw_session_get_reader (session), hw_session_get_today (session), error))
    return NULL;

  for (guint i = 0; i < box.suppliers->len; i++)
    {
      HwSupplier *supplier = &g_array_index (box.suppliers, HwSupplier, i);

      if (*supplier->code != '\0')
        g_ptr_array_add (cards, make_card (&box, supplier));
    }

  return g_steal_pointer (&cards);
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, why);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Whoever asks nothing of an order may be the house itself: what is made there is
 * there the same day. */
static gboolean
may_be_the_house (const HwSupplierCard *card)
{
  return is_blank (card->supplier.email) && card->supplier.min_order == 0 && card->terms.freight == 0;
}

static gboolean
check (const HwSupplierCard  *card,
       GError               **error)
{
  const HwSupplier *supplier = &card->supplier;

  if (is_blank (supplier->name))
    return refuse (error, _("the supplier needs a name"));
  if (supplier->lead_days > HW_WAITING_MOST)
    return refuse (error, _("a waiting time of more than a year"));
  if (supplier->lead_days == 0 && !may_be_the_house (card))
    return refuse (error, _("a waiting time of 0 days is only for what you make yourself"));
  if (supplier->lead_days < -1)
    return refuse (error, _("the waiting time is a number of days from 1 to 365"));
  if (supplier->review_days < 0 || supplier->review_days > HW_WAITING_MOST)
    return refuse (error, _("the days between two orders are from 0 to 365"));
  if (supplier->min_order < 0)
    return refuse (error, _("the smallest order is worth 0 or more"));
  if (card->terms.freight < 0 || card->terms.freight_free < 0)
    return refuse (error, _("the freight is 0 or more"));

  return TRUE;
}

static HwSupplier *
find (Box    *box,
      gint64  id)
{
  for (guint i = 0; i < box->suppliers->len; i++)
    if (g_array_index (box->suppliers, HwSupplier, i).id == id)
      return &g_array_index (box->suppliers, HwSupplier, i);

  return NULL;
}

/* The code stays: files know the supplier by it. */
static gboolean
keep (HwStore               *store,
      const HwSupplierCard  *card,
      const HwSupplier      *before,
      gint64                 now,
      GError               **error)
{
  const HwEvent event = { .at = now, .kind = "supplier-changed", .subject = "supplier", .subject_id = before->id };
  HwSupplierTerms terms = card->terms;
  HwSupplier after = card->supplier;

  terms.supplier_id = after.id = before->id;
  after.code = before->code;
  return hw_supplier_repo_update (store, &after, 0, error) &&
         hw_terms_repo_save_supplier (store, &terms, error) &&
         hw_event_repo_add (store, &event, error);
}

static gpointer
run_keep (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwSupplierCard *card = request;
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  const gint64 version = hw_store_data_version (store);
  g_auto (Box) before = { 0 };
  g_auto (Box) after = { 0 };
  const HwSupplier *supplier;

  if (!check (card, error) || !box_load (&before, store, today, error))
    return NULL;

  supplier = find (&before, card->supplier.id);
  if (supplier == NULL)
    {
      g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such supplier");
      return NULL;
    }

  if (!hw_store_begin (store, error))
    return NULL;

  if (!keep (store, card, supplier, hw_session_get_now (session), error) ||
      !box_load (&after, store, today, error) ||
      !hw_store_commit (store, error))
    {
      hw_store_rollback (store);
      return NULL;
    }

  hw_session_keep_demand_since (session, version);
  return make_card (&after, find (&after, card->supplier.id));
}

const HwJob hw_supplier_list_job = {
  "suppliers", N_("Looking up the suppliers"), run_list, NULL, (GDestroyNotify) g_ptr_array_unref, TRUE
};

const HwJob hw_supplier_keep_job = {
  "supplier-keep", N_("Keeping the supplier"), run_keep,
  (GDestroyNotify) hw_supplier_card_free, (GDestroyNotify) hw_supplier_card_free, FALSE
};
