/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-ledger.h"

#include "core/hw-error.h"
#include "domain/hw-known-event.h"
#include "jobs/demand/hw-demand-holidays.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "store/hw-loss-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#include <string.h>

#define WEEKDAY_LOOK 8       /* weeks looked back to see on which weekdays the business is open */
#define REGULAR_SHARE 0.5    /* sells on at least this share of days: a day without is closed */
#define WASTE_BACK 7         /* days that what is thrown away may have been counted before */
#define STALE_DAYS 3         /* a file this fresh has days without sales, not missing ones */

static gboolean
take_row (const HwDaySales *row,
          gpointer          data)
{
  HwDemandLedger *ledger = data;

  g_array_append_vals (ledger->rows, row, 1);
  ledger->any[row->day - ledger->first] = 1;
  return TRUE;
}

static gint64 *
left_key (gint64 product_id,
              int    offset)
{
  gint64 *key = g_new (gint64, 1);

  *key = product_id * (1 << 24) + offset;
  return key;
}

static gboolean
load_counts (HwDemandLedger  *ledger,
             HwStore         *store,
             GError         **error)
{
  g_autoptr (GArray) counts = hw_stock_repo_counts (store, ledger->first, ledger->end, error);

  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const HwStockCount *count = &g_array_index (counts, HwStockCount, i);

      g_hash_table_insert (ledger->left, left_key (count->product_id, count->day - ledger->first),
                           g_memdup2 (&count->quantity, sizeof count->quantity));
    }

  return TRUE;
}

/* The last count of a few days before @day; HW_UNKNOWN if there is none. */
static HwQuantity
left_before (const HwDemandLedger *ledger,
             gint64                product_id,
             HwDay                 day)
{
  HwQuantity left = HW_UNKNOWN;

  for (HwDay d = day - 1; d >= MAX (day - WASTE_BACK, ledger->first) && left == HW_UNKNOWN; d--)
    left = hw_demand_ledger_get_left (ledger, product_id, d);

  return left;
}

/* Who throws the rest away and then counts, counts nothing: what was thrown away was
 * left. Unless it lay there the evening before: then it was thrown away in the morning,
 * and the evening's nothing is what it says. */
static gboolean
put_waste_back (HwDemandLedger  *ledger,
                HwStore         *store,
                GError         **error)
{
  g_autoptr (GArray) waste = hw_loss_repo_waste (store, ledger->first, ledger->end, error);

  /* The last first: what is put back says nothing of the next morning. */
  for (guint i = waste != NULL ? waste->len : 0; i > 0; i--)
    {
      const HwWaste *row = &g_array_index (waste, HwWaste, i - 1);
      const HwQuantity left = hw_demand_ledger_get_left (ledger, row->product_id, row->day);

      if (left == HW_UNKNOWN || left > 0 || row->quantity <= 0 || left_before (ledger, row->product_id, row->day) >= row->quantity)
        continue;

      g_hash_table_insert (ledger->left, left_key (row->product_id, row->day - ledger->first),
                           g_memdup2 (&row->quantity, sizeof row->quantity));
    }

  return waste != NULL;
}

HwQuantity
hw_demand_ledger_get_left (const HwDemandLedger *ledger,
                           gint64                product_id,
                           HwDay                 day)
{
  const gint64 key = product_id * (1 << 24) + (day - ledger->first);
  const HwQuantity *left = g_hash_table_lookup (ledger->left, &key);

  return left != NULL ? *left : HW_UNKNOWN;
}

gboolean
hw_demand_ledger_is_open (const HwDemandLedger *ledger,
                          HwDay                 day)
{
  return !ledger->closed[day - ledger->first] && (!ledger->regular || ledger->any[day - ledger->first]);
}

/* Feasts and the like count in the forecast; here it is only what was closed. */
static void
mark_closed (HwDemandLedger *ledger)
{
  for (guint i = 0; i < ledger->events->len; i++)
    {
      const HwKnownEvent *event = g_ptr_array_index (ledger->events, i);

      if (event->kind == HW_KNOWN_EVENT_CLOSED)
        for (HwDay day = MAX (event->from, ledger->first); day <= MIN (event->to, ledger->end); day++)
          ledger->closed[day - ledger->first] = 1;
    }
}

/* A weekday is closed if at most one of its last eight had sales, or if the card says
 * so. */
static void
find_open_weekdays (HwDemandLedger     *ledger,
                    const char *card_days)
{
  const gboolean has_card = strlen (card_days) == 7 && strchr (card_days, '1') != NULL;
  const int n = ledger->end - ledger->first + 1;
  int seen[7] = { 0 }, sold[7] = { 0 };
  gsize days_sold = 0;
  gboolean agrees = FALSE;

  for (int i = 0; i < n; i++)
    days_sold += ledger->any[i];

  ledger->regular = (double) days_sold >= REGULAR_SHARE * n;

  for (HwDay day = MAX (ledger->first, ledger->end - 7 * WEEKDAY_LOOK + 1); day <= ledger->end; day++)
    {
      seen[hw_day_weekday (day)]++;
      sold[hw_day_weekday (day)] += ledger->any[day - ledger->first];
    }

  for (int w = 0; w < 7; w++)
    {
      ledger->open_weekday[w] = !ledger->regular || n < 28 || sold[w] * WEEKDAY_LOOK > seen[w];
      agrees |= ledger->open_weekday[w] && has_card && card_days[w] == '1';
    }

  /* A card that rules out every day on which anything sells is no help. */
  for (int w = 0; agrees && w < 7; w++)
    ledger->open_weekday[w] &= card_days[w] == '1';
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Categories by name, each once. */
static void
find_names (HwDemandLedger *ledger)
{
  for (guint i = 0; i < ledger->products->len; i++)
    {
      char *name = g_array_index (ledger->products, HwProduct, i).category;

      if (*name != '\0')
        g_ptr_array_add (ledger->names, name);
    }

  g_ptr_array_sort (ledger->names, compare_names);
  for (guint i = ledger->names->len; i-- > 1;)
    if (strcmp (g_ptr_array_index (ledger->names, i), g_ptr_array_index (ledger->names, i - 1)) == 0)
      g_ptr_array_remove_index (ledger->names, i);
}

static void
index_products (HwDemandLedger *ledger)
{
  for (guint i = 0; i < ledger->products->len; i++)
    {
      HwProduct *product = &g_array_index (ledger->products, HwProduct, i);

      g_hash_table_insert (ledger->by_id, &product->id, product);
    }
}

void
hw_demand_ledger_clear (HwDemandLedger *ledger)
{
  g_clear_pointer (&ledger->rows, g_array_unref);
  g_clear_pointer (&ledger->any, g_free);
  g_clear_pointer (&ledger->closed, g_free);
  g_clear_pointer (&ledger->left, g_hash_table_unref);
  g_clear_pointer (&ledger->events, g_ptr_array_unref);
  g_clear_pointer (&ledger->by_id, g_hash_table_unref);
  g_clear_pointer (&ledger->names, g_ptr_array_unref);
  g_clear_pointer (&ledger->products, g_array_unref);
}

gboolean
hw_demand_span_find (HwStore  *store,
                     HwDay     today,
                     HwDay    *first,
                     HwDay    *last_sale,
                     HwDay    *end,
                     GError  **error)
{
  gint64 n;

  if (!hw_sale_repo_span (store, first, last_sale, &n, error))
    return FALSE;

  if (n == 0 || *first >= today)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES, "no sales before today");
      return FALSE;
    }

  /* A slip of the pen that lies in the future must not make old sales look fresh. */
  if (!hw_sale_repo_last_before (store, today, last_sale, error))
    return FALSE;

  *end = today - 1 - *last_sale <= STALE_DAYS ? today - 1 : *last_sale;
  return TRUE;
}

/* What the owner entered: events, and the card's open days ("" if nothing was said). */
static gboolean
load_entries (HwDemandLedger  *ledger,
              HwStore         *store,
              char           **card_days,
              GError         **error)
{
  g_autoptr (GPtrArray) events = hw_entry_repo_list (store, HW_ENTRY_EVENT, HW_ENTRY_ANY_PARENT, FALSE, error);
  g_autoptr (GPtrArray) cards = NULL;

  if (events == NULL)
    return FALSE;

  cards = hw_entry_repo_list (store, HW_ENTRY_CARD, HW_ENTRY_ANY_PARENT, FALSE, error);
  if (cards == NULL)
    return FALSE;

  ledger->events = hw_known_events_new (events);
  *card_days = g_strdup (cards->len > 0 ? hw_answers_get_text (((HwEntry *) g_ptr_array_index (cards, 0))->answers, "open_days")
                                        : "");
  return TRUE;
}

gboolean
hw_demand_ledger_load (HwDemandLedger  *ledger,
                       HwStore         *store,
                       HwDay            today,
                       GError         **error)
{
  g_auto (HwBusiness) business = { 0 };
  g_autofree char *card_days = NULL;

  if (!hw_demand_span_find (store, today, &ledger->first, &ledger->last_sale, &ledger->end, error))
    return FALSE;

  ledger->rows = g_array_new (FALSE, FALSE, sizeof (HwDaySales));
  ledger->any = g_new0 (guint8, (gsize) (ledger->end - ledger->first + 1));
  ledger->closed = g_new0 (guint8, (gsize) (ledger->end - ledger->first + 1));
  ledger->left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  ledger->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  ledger->names = g_ptr_array_new ();
  ledger->products = hw_product_repo_list (store, error);
  if (ledger->products == NULL || !hw_business_repo_load (store, &business, error) || !load_entries (ledger, store, &card_days, error) ||
      !hw_sale_repo_each_day (store, ledger->first, ledger->end, take_row, ledger, error) ||
      !load_counts (ledger, store, error) || !put_waste_back (ledger, store, error))
    return FALSE;

  index_products (ledger);
  find_names (ledger);
  mark_closed (ledger);
  find_open_weekdays (ledger, card_days);
  hw_demand_holidays_add (ledger, business.country);
  return TRUE;
}
