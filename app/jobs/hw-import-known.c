/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-import-known.h"

#include "domain/hw-records.h"

#define FNV_START G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_STEP  G_GUINT64_CONSTANT (1099511628211)

struct _HwImportKnown
{
  HwStore      *store;
  HwImportKind  kind;
  HwDay         first, last;  /* the days of which the store has rows */
  GHashTable   *days;         /* (owned) day -> GHashTable of key -> how many are left */
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
  return hw_log_repo_span (store, kind, &self->first, &self->last, error) ? g_steal_pointer (&self) : NULL;
}

void
hw_import_known_free (HwImportKnown *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->days);
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
  return mix_number (hash, row->mark);
}

static gboolean
is_log (const HwImportKnown *self)
{
  return self->kind != HW_IMPORT_SALES && self->kind != HW_IMPORT_WASTE;
}

static void
count_row (const HwKeptRow *row,
           gpointer         data)
{
  HwImportKnown *self = data;
  const guint64 key = key_of (row);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->filling, &key));

  g_hash_table_insert (self->filling, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
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

gboolean
hw_import_known_meet (HwImportKnown     *self,
                      const HwImportRow *row,
                      gint64             product_id)
{
  const gboolean sale = self->kind == HW_IMPORT_SALES;
  const HwKeptRow kept = {
    .what = is_log (self) ? 0 : product_id, .text = sale ? row->order_ref : is_log (self) ? row->item : "",
    .quantity = sale ? hw_import_known_quantity (row) : row->quantity,
    .amount = sale && row->amount == 0 && row->unit_price == HW_UNKNOWN ? HW_UNKNOWN : row->amount,
    .mark = sale ? MAX (row->minute, -1) : is_log (self) ? hw_import_known_mark (row) : -1,
  };
  const guint64 key = key_of (&kept);
  GHashTable *rows;
  guint n;

  if (self->first == HW_DAY_NONE || row->day == HW_DAY_NONE || row->day < self->first || row->day > self->last)
    return FALSE;

  rows = rows_of (self, row->day);
  if (self->by_day)
    {
      const gboolean some = rows != NULL && g_hash_table_size (rows) > 0;

      self->sum.known += some;
      return some;
    }

  n = rows != NULL && (is_log (self) || product_id != 0) ? GPOINTER_TO_UINT (g_hash_table_lookup (rows, &key)) : 0;
  if (n == 0)
    return FALSE;

  g_hash_table_insert (rows, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n - 1));
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
