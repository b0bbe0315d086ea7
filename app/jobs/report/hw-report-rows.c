/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-rows.h"

#include "core/hw-error.h"
#include "store/hw-shop-repo.h"
#include "store/hw-source-repo.h"

#define DAY_ROWS_MOST 100000 /* above it the Data sheet is by month */

/* Rows stand by product, then shop, then day while they are loaded: as the store tells them. */
typedef struct
{
  GArray     *rows;     /* (owned) of HwReportRow */
  GHashTable *products; /* (owned) id -> index + 1 */
  GHashTable *imports;  /* (owned) id -> index + 1 */
  GHashTable *shops;    /* (owned) likewise; empty: not told apart */
  GHashTable *files;    /* (owned) ids of imports, of the row the sources have come to */
  guint       at;       /* that row */
  HwBy        by;
} Loader;

static void
loader_clear (Loader *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->products, g_hash_table_unref);
  g_clear_pointer (&self->imports, g_hash_table_unref);
  g_clear_pointer (&self->shops, g_hash_table_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static guint
find (GHashTable *table,
      gint64      id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, &id));
}

static gboolean
take_shop_day (gint64            shop_id,
               const HwDaySales *day,
               gpointer          data)
{
  Loader *self = data;
  const guint at = find (self->products, day->product_id);
  const HwReportRow row = {
    .product = at - 1, .day = day->day, .shop = (int) find (self->shops, shop_id) - 1, .quantity = day->quantity, .amount = day->amount, .n_lines = day->n_lines, .file = -1,
  };

  if (at > 0)
    g_array_append_val (self->rows, row);

  return self->rows->len <= DAY_ROWS_MOST || g_hash_table_size (self->shops) == 0;
}

static gboolean
take_day (const HwDaySales *day,
          gpointer          data)
{
  return take_shop_day (0, day, data);
}

/* Rows of the same product and month become one. */
static gboolean
fold_months (GArray  *rows,
             GError **error)
{
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      HwReportRow *to = &g_array_index (rows, HwReportRow, kept);
      HwReportRow *from = &g_array_index (rows, HwReportRow, i);

      from->day = hw_by_start (HW_BY_MONTH, from->day);
      if (i == 0)
        continue;
      if (from->day != to->day || from->product != to->product)
        g_array_index (rows, HwReportRow, ++kept) = *from;
      else if (hw_scaled_add (&to->quantity, from->quantity) && hw_scaled_add (&to->amount, from->amount))
        to->n_lines += from->n_lines;
      else
        {
          g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL, "a month's sum overflows");
          return FALSE;
        }
    }

  g_array_set_size (rows, MIN (kept + 1, rows->len));
  return TRUE;
}

static gboolean
is_at (const Loader *self,
       guint         product,
       int           shop,
       HwDay         day)
{
  const HwReportRow *row = &g_array_index (self->rows, HwReportRow, self->at);

  return row->product == product && row->shop == shop && row->day == day;
}

static void
take_source (const HwSourceRows *source,
             gpointer            data)
{
  Loader *self = data;
  const guint product = find (self->products, source->product_id), file = find (self->imports, source->import_id);
  const HwDay day = hw_by_start (self->by, source->day);
  const int shop = (int) find (self->shops, source->shop_id) - 1;
  HwReportRow *row;

  if (product == 0 || file == 0)
    return;

  while (self->at < self->rows->len && !is_at (self, product - 1, shop, day))
    {
      self->at++;
      g_hash_table_remove_all (self->files);
    }
  if (self->at >= self->rows->len)
    return;

  row = &g_array_index (self->rows, HwReportRow, self->at);
  if (g_hash_table_add (self->files, GUINT_TO_POINTER (file)))
    row->n_files++;
  if (row->n_files > 1 && row->file != (int) file - 1)
    return;

  row->first_row = row->file < 0 ? source->first_row : MIN (row->first_row, source->first_row);
  row->last_row = MAX (row->last_row, source->last_row);
  row->file = (int) file - 1;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const HwReportRow *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;

  return x->product != y->product ? (x->product > y->product) - (x->product < y->product) : (x->shop > y->shop) - (x->shop < y->shop);
}

static void
prepare (Loader       *self,
         const GArray *products,
         const GArray *imports,
         const GArray *shops)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (HwReportRow));
  self->products = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->imports = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->shops = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->files = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < products->len; i++)
    g_hash_table_insert (self->products, &g_array_index (products, HwProduct, i).id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < imports->len; i++)
    g_hash_table_insert (self->imports, &g_array_index (imports, HwImport, i).id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < shops->len; i++)
    g_hash_table_insert (self->shops, &g_array_index (shops, HwShop, i).id, GUINT_TO_POINTER (i + 1));
}

static gboolean
load_days (Loader   *self,
           HwStore  *store,
           GArray   *shops,
           HwDay     first,
           HwDay     last,
           GError  **error)
{
  if (shops->len > 0 && !hw_shop_repo_each_product_day (store, first, last, take_shop_day, self, error))
    return FALSE;

  if (self->rows->len <= DAY_ROWS_MOST && shops->len > 0)
    return TRUE;

  g_hash_table_remove_all (self->shops);
  g_array_set_size (shops, 0);
  g_array_set_size (self->rows, 0);
  return hw_sale_repo_each_day (store, first, last, take_day, self, error);
}

GArray *
hw_report_rows_load (HwStore       *store,
                     const GArray  *products,
                     const GArray  *imports,
                     GArray        *shops,
                     HwDay          first,
                     HwDay          last,
                     HwBy          *by,
                     GError       **error)
{
  g_auto (Loader) self = { .by = HW_BY_DAY };

  prepare (&self, products, imports, shops);
  if (!load_days (&self, store, shops, first, last, error))
    return NULL;

  if (self.rows->len > DAY_ROWS_MOST)
    {
      self.by = HW_BY_MONTH;
      if (!fold_months (self.rows, error))
        return NULL;
    }

  if (imports->len > 0 && !hw_source_repo_each (store, first, last, shops->len > 0, take_source, &self, error))
    return NULL;

  *by = self.by;
  g_array_sort (self.rows, compare_rows);
  return g_steal_pointer (&self.rows);
}
