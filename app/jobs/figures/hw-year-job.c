/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-year-job.h"

#include "core/hw-error.h"
#include "domain/hw-card.h"
#include "domain/hw-entry.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"
#include "store/hw-sale-repo.h"

#include <glib/gi18n-lib.h>

/* Sales up to and with each day. */
typedef struct
{
  HwDay    first;
  HwMoney *upto;   /* (owned) length n + 1: upto[i] is what sold before day first + i */
  int      n;
} Ledger;

static gboolean
take_day (const HwDaySales *day,
          gpointer          data)
{
  Ledger *ledger = data;

  ledger->upto[day->day - ledger->first + 1] += day->amount;
  return TRUE;
}

static HwMoney
sum (HwDay    from,
     HwDay    to,
     gpointer data)
{
  const Ledger *ledger = data;
  const int a = CLAMP (from - ledger->first, 0, ledger->n), b = CLAMP (to - ledger->first + 1, 0, ledger->n);

  return b > a ? ledger->upto[b] - ledger->upto[a] : 0;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree HwMoney *upto = NULL;
  Ledger ledger = { 0 };
  HwFiscal fiscal;
  HwDay last;
  gint64 n;

  if (!hw_sale_repo_span (store, &ledger.first, &last, &n, error))
    return NULL;

  if (n == 0 || ledger.first >= today)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES, "no sales before today");
      return NULL;
    }

  cards = hw_entry_repo_list (store, HW_ENTRY_CARD, HW_ENTRY_ANY_PARENT, FALSE, error);
  if (cards == NULL || !hw_sale_repo_last_before (store, today, &last, error))
    return NULL;

  fiscal = hw_card_fiscal (cards->len > 0 ? ((const HwEntry *) g_ptr_array_index (cards, 0))->answers : NULL);
  ledger.n = last - ledger.first + 1;
  ledger.upto = upto = g_new0 (HwMoney, (gsize) ledger.n + 1);
  if (!hw_sale_repo_each_day (store, ledger.first, last, take_day, &ledger, error))
    return NULL;

  for (int i = 1; i <= ledger.n; i++)
    upto[i] += upto[i - 1];

  return hw_year_new (&fiscal, today, ledger.first, last, sum, &ledger);
}

const HwJob hw_year_job = { "year", N_("Adding up the business year"), run, NULL, (GDestroyNotify) hw_year_free, TRUE };
