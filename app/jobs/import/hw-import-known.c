/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/import/hw-import-known.h"

#include "domain/hw-records.h"

#define FNV_START G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_STEP  G_GUINT64_CONSTANT (1099511628211)

struct _HwImportKnown
{
  HwStore      *store;
  HwImportKind  kind;
  HwDay         first, last;  /* the days of which the store has rows */
  GHashTable   *days;         /* (owned) day -> GHashTable of key -> how many are left */
  GArray       *shops;        /* (owned) of gint64: those of the rows loaded, 0 where none is said */
  gboolean      by_day;
  GHashTable   *filling;      /* of the day being loaded */
  HwKnownSum    sum;
  GError       *error;        /* (owned) (nullable) the first */
};

HwImportKnown *
hw_import_known_new (HwStore       *store,
                     HwImportKind   kind,
                     GError       **error)
{
  g_autoptr (HwImportKnown) self = g_new0 (HwImportKnown, 1);

  self->store = store;
  self->kind = kind;
  self->first = self->last = HW_DAY_NONE;
  self->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->shops = g_array_new (FALSE, FALSE, sizeof (gint64));
  return hw_log_repo_span (store, kind, &self->first, &self->last, error) ? g_steal_pointer (&self) : NULL;
}

void
hw_import_known_free (HwImportKnown *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->days);
  g_array_unref (self->shops);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
hw_import_known_is_empty (const HwImportKnown *self)
{
  return self->first == HW_DAY_NONE;
}

void
hw_import_known_take_days (HwImportKnown *self)
{
  self->by_day = TRUE;
}

static guint64
mix_number (guint64 hash,
            gint64  value)
{
  for (int i = 0; i < 8; i++)
    hash = (hash ^ (((guint64) value >> (8 * i)) & 0xFF)) * FNV_STEP;

  return hash;
}

static guint64
mix_text (guint64     hash,
          const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * FNV_STEP;

  return (hash ^ 0xFF) * FNV_STEP;
}

gint64
hw_import_known_mark (const HwImportRow *row)
{
  guint64 hash = mix_text (FNV_START, row->note);

  hash = mix_text (hash, row->order_ref);
  hash = mix_number (hash, row->balance);
  return (gint64) (mix_number (hash, row->minute) >> 1);
}

HwQuantity
hw_import_known_quantity (const HwImportRow *row)
{
  return row->quantity != HW_UNKNOWN ? row->quantity : 0;
}

static guint64
key_of (const HwKeptRow *row)
{
  guint64 hash = mix_number (FNV_START, row->what);

  hash = mix_text (hash, row->text != NULL ? row->text : "");
  hash = mix_number (hash, row->quantity);
  hash = mix_number (hash, row->amount);
  hash = mix_number (hash, row->mark);
  return row->shop != 0 ? mix_number (hash, row->shop) : hash;
}

static gboolean
is_log (const HwImportKnown *self)
{
  return self->kind != HW_IMPORT_SALES && self->kind != HW_IMPORT_WASTE;
}

static void
see_shop (HwImportKnown *self,
          gint64         shop)
{
  for (guint i = 0; i < self->shops->len; i++)
    if (g_array_index (self->shops, gint64, i) == shop)
      return;

  g_array_append_val (self->shops, shop);
}

static void
count_row (const HwKeptRow *row,
           gpointer         data)
{
  HwImportKnown *self = data;
  const guint64 key = key_of (row);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->filling, &key));

  g_hash_table_insert (self->filling, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
  see_shop (self, row->shop);
  self->sum.here++;
}

static GHashTable *
rows_of (HwImportKnown *self,
         HwDay          day)
{
  GHashTable *rows = g_hash_table_lookup (self->days, GINT_TO_POINTER (day));

  if (rows != NULL || self->error != NULL)
    return rows;

  rows = self->filling = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (self->days, GINT_TO_POINTER (day), rows);
  return hw_log_repo_each_kept (self->store, self->kind, day, count_row, self, &self->error) ? rows : NULL;
}

/* Takes one of the rows that are like @row and not met yet. */
static gboolean
take_one (GHashTable      *rows,
          const HwKeptRow *row)
{
  const guint64 key = key_of (row);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &key));

  if (n > 0)
    g_hash_table_insert (rows, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n - 1));
  return n > 0;
}

/* The same in the same shop; or, where one of both does not say its shop, in any. */
static gboolean
take_in_shop (const HwImportKnown *self,
              GHashTable          *rows,
              HwKeptRow           *row)
{
  const gint64 shop = row->shop;

  if (take_one (rows, row))
    return TRUE;
  for (guint i = 0; i < self->shops->len; i++)
    {
      row->shop = g_array_index (self->shops, gint64, i);
      if ((shop == 0 || row->shop == 0) && take_one (rows, row))
        return TRUE;
    }

  return FALSE;
}

gboolean
hw_import_known_meet (HwImportKnown     *self,
                      const HwImportRow *row,
                      gint64             product_id,
                      gint64             shop_id)
{
  const gboolean sale = self->kind == HW_IMPORT_SALES;
  HwKeptRow kept = {
    .what = is_log (self) ? 0 : product_id, .text = sale ? row->order_ref : is_log (self) ? row->item : "",
    .quantity = sale ? hw_import_known_quantity (row) : row->quantity,
    .amount = sale && row->amount == 0 && row->unit_price == HW_UNKNOWN ? HW_UNKNOWN : row->amount,
    .mark = sale ? MAX (row->minute, -1) : is_log (self) ? hw_import_known_mark (row) : -1,
    .shop = shop_id,
  };
  GHashTable *rows;

  if (self->first == HW_DAY_NONE || row->day == HW_DAY_NONE || row->day < self->first || row->day > self->last)
    return FALSE;

  rows = rows_of (self, row->day);
  if (self->by_day)
    {
      const gboolean some = rows != NULL && g_hash_table_size (rows) > 0;

      self->sum.known += some;
      return some;
    }

  if (rows == NULL || (!is_log (self) && product_id == 0) || !take_in_shop (self, rows, &kept))
    return FALSE;

  self->sum.known++;
  /* A figure has one value a day: the same one again is the same. */
  self->sum.unsure += self->kind != HW_IMPORT_FIGURES && *row->order_ref == '\0' && row->minute < 0 && *row->note == '\0' && row->balance == HW_UNKNOWN;
  return TRUE;
}

gboolean
hw_import_known_sum (const HwImportKnown  *self,
                     HwKnownSum           *sum,
                     GError              **error)
{
  *sum = self->sum;
  if (self->error == NULL)
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}
