/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/import/hw-import-twice.h"

#include "domain/hw-records.h"
#include "store/hw-brought-repo.h"
#include "store/hw-log-repo.h"

#include <glib/gi18n-lib.h>

#define CELLS_MOST  200000 /* looked at; a file of more is judged by them */
#define MONTHS_LEAST 3     /* days, all of which begin a month, that are sums of months */
#define MONTH_DAYS  31
#define DAYS_LEAST  2
#define NAMES_MOST  3

/* What new rows say of a product in a shop on a day, or from it on. */
typedef struct
{
  HwDay  day;
  gint64 product, shop;
  guint  rows;
  double quantity, amount;           /* in units of the records */
  double here_quantity, here_amount; /* of what the store has there */
  HwDay  from, to;                   /* of it; HW_DAY_NONE: nothing */
  gint64 import_id;                  /* that brought it */
  gboolean sums;                     /* one of both is of a month or week */
} Cell;

typedef struct
{
  HwDay day, until;
  guint known, fresh, met; /* rows of the file: that were met, new, of them with sales here */
} Span;

struct _HwImportTwice
{
  HwStore    *store;
  HwDay       first, last; /* the days of which the store has sales */
  GHashTable *cells;       /* (owned) set of Cell */
  GHashTable *spans;       /* (owned) day -> Span (owned) */
  GArray     *shops;       /* (owned) of gint64: those that the cells name */
  gboolean    months;      /* all days so far begin one */
  GHashTable *covers;      /* (owned) (nullable) each day of a span -> Span */
  GArray     *files;       /* (owned) (nullable) of HwBrought */
};

static guint
cell_hash (gconstpointer data)
{
  const Cell *cell = data;

  return ((guint) cell->day * 31u + (guint) cell->product) * 31u + (guint) cell->shop;
}

static gboolean
cell_equal (gconstpointer a,
            gconstpointer b)
{
  const Cell *x = a, *y = b;

  return x->day == y->day && x->product == y->product && x->shop == y->shop;
}

HwImportTwice *
hw_import_twice_new (HwStore  *store,
                     GError  **error)
{
  g_autoptr (HwImportTwice) self = g_new0 (HwImportTwice, 1);

  self->store = store;
  self->months = TRUE;
  self->cells = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  self->spans = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->shops = g_array_new (FALSE, FALSE, sizeof (gint64));
  return hw_log_repo_span (store, HW_IMPORT_SALES, &self->first, &self->last, error) ? g_steal_pointer (&self) : NULL;
}

void
hw_import_twice_free (HwImportTwice *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->covers, g_hash_table_unref);
  g_clear_pointer (&self->files, g_array_unref);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->spans);
  g_array_unref (self->shops);
  g_free (self);
}

static Span *
span_of (HwImportTwice     *self,
         const HwImportRow *row)
{
  Span *span = g_hash_table_lookup (self->spans, GINT_TO_POINTER (row->day));

  if (span == NULL)
    {
      span = g_new0 (Span, 1);
      span->day = span->until = row->day;
      self->months &= hw_by_start (HW_BY_MONTH, row->day) == row->day;
      g_hash_table_insert (self->spans, GINT_TO_POINTER (row->day), span);
    }

  span->until = MAX (span->until, row->until);
  return span;
}

static void
add_shop (GArray *shops,
          gint64  shop)
{
  for (guint i = 0; i < shops->len; i++)
    if (g_array_index (shops, gint64, i) == shop)
      return;

  g_array_append_val (shops, shop);
}

void
hw_import_twice_see (HwImportTwice     *self,
                     const HwImportRow *row,
                     gint64             product_id,
                     gint64             shop_id,
                     gboolean           known)
{
  const Cell key = { .day = row->day, .product = product_id, .shop = shop_id, .from = HW_DAY_NONE, .to = HW_DAY_NONE };
  Span *span;
  Cell *cell;

  if (self->first == HW_DAY_NONE || row->day == HW_DAY_NONE || row->day > self->last + MONTH_DAYS
      || MAX (row->until, row->day + MONTH_DAYS) < self->first)
    return;

  span = span_of (self, row);
  span->known += known;
  span->fresh += !known;
  cell = g_hash_table_lookup (self->cells, &key);
  if (known || product_id == 0 || (cell == NULL && g_hash_table_size (self->cells) >= CELLS_MOST))
    return;

  if (cell == NULL)
    {
      cell = g_memdup2 (&key, sizeof key);
      g_hash_table_add (self->cells, cell);
      add_shop (self->shops, shop_id);
    }
  cell->rows++;
  cell->quantity += row->quantity != HW_UNKNOWN ? (double) row->quantity : 0;
  cell->amount += row->amount != HW_UNKNOWN ? (double) row->amount : 0;
}

/* A list whose days all begin a month holds sums of months. */
static void
lay_out (HwImportTwice *self,
         HwDay         *from,
         HwDay         *to)
{
  const gboolean months = self->months && g_hash_table_size (self->spans) >= MONTHS_LEAST;
  GHashTableIter iter;
  gpointer value;

  *from = G_MAXINT32;
  *to = G_MININT32;
  self->covers = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Span *span = value;

      if (months && span->until == span->day)
        span->until = hw_by_add (HW_BY_MONTH, span->day, 1) - 1;
      for (HwDay day = span->day; day <= span->until; day++)
        g_hash_table_insert (self->covers, GINT_TO_POINTER (day), span);
      *from = MIN (*from, span->day);
      *to = MAX (*to, span->until);
    }
}

/* The last day that a sale of a file counts for: such files say so, or their days do. */
static HwDay
last_of (const HwBrought *file,
         HwDay            day)
{
  const gboolean said = file->said_last > file->last;

  if (file->months && (said || file->n_days >= MONTHS_LEAST))
    return hw_by_add (HW_BY_MONTH, day, 1) - 1;
  if (file->weeks && said)
    return hw_by_add (HW_BY_WEEK, day, 1) - 1;

  return day;
}

static const HwBrought *
find_file (const HwImportTwice *self,
           gint64               import_id)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_array_index (self->files, HwBrought, i).import_id == import_id)
      return &g_array_index (self->files, HwBrought, i);

  return NULL;
}

static void
meet_cell (Cell                *cell,
           const Span          *span,
           const HwBroughtSale *sale,
           HwDay                until,
           gboolean             first)
{
  cell->from = cell->from == HW_DAY_NONE ? sale->day : MIN (cell->from, sale->day);
  cell->to = MAX (cell->to, until);
  cell->import_id = sale->import_id;
  cell->sums |= span->until > span->day || until > sale->day;
  cell->here_quantity += first ? (double) sale->quantity : 0;
  cell->here_amount += first && sale->amount != HW_UNKNOWN ? (double) sale->amount : 0;
}

static void
meet_sale (const HwBroughtSale *sale,
           gpointer             data)
{
  HwImportTwice *self = data;
  const HwBrought *file = find_file (self, sale->import_id);
  const HwDay until = file != NULL ? last_of (file, sale->day) : sale->day;
  const Span *before = NULL;
  gboolean first = TRUE;

  for (HwDay day = sale->day; day <= until; day++)
    {
      const Span *span = g_hash_table_lookup (self->covers, GINT_TO_POINTER (day));

      for (guint i = 0; i < self->shops->len && span != NULL && span != before; i++)
        {
          const Cell key = { .day = span->day, .product = sale->product_id, .shop = g_array_index (self->shops, gint64, i) };
          Cell *cell = key.shop == 0 || sale->shop_id == 0 || key.shop == sale->shop_id ? g_hash_table_lookup (self->cells, &key) : NULL;

          if (cell == NULL)
            continue;
          meet_cell (cell, span, sale, until, first);
          first = FALSE;
        }
      before = span;
    }
}

/* Where both know it, it must come to about the same. */
static gboolean
is_alike (double file,
          double here)
{
  return file <= 0 || here <= 0 || (file <= 2 * here && here <= 2 * file);
}

static gboolean
is_told (const Span *span)
{
  return span->met > span->known && span->met * 2 >= span->fresh;
}

/* Whether single days say once more what is here. */
static gboolean
judge_days (HwImportTwice *self)
{
  double quantity = 0, amount = 0, here_quantity = 0, here_amount = 0;
  GHashTableIter iter;
  gpointer value;
  guint days = 0;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      const Cell *cell = value;
      Span *span = g_hash_table_lookup (self->spans, GINT_TO_POINTER (cell->day));

      span->met += cell->from != HW_DAY_NONE && !cell->sums ? cell->rows : 0;
      if (cell->from == HW_DAY_NONE || cell->sums)
        continue;
      quantity += cell->quantity;
      amount += cell->amount;
      here_quantity += cell->here_quantity;
      here_amount += cell->here_amount;
    }

  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    days += is_told (value);

  return days >= DAYS_LEAST && is_alike (quantity, here_quantity) && is_alike (amount, here_amount);
}

static void
add_name (HwImportTwice *self,
          GPtrArray     *names,
          gint64         import_id)
{
  const HwBrought *file = find_file (self, import_id);

  if (file != NULL && !g_ptr_array_find (names, file->name, NULL))
    g_ptr_array_add (names, file->name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static char *
make_sentence (HwImportTwice  *self,
               const HwFormat *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *from = NULL, *to = NULL;
  const gboolean by_day = judge_days (self);
  HwDay first = G_MAXINT32, last = G_MININT32, wide = G_MININT32;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      const Cell *cell = value;
      const Span *span = g_hash_table_lookup (self->spans, GINT_TO_POINTER (cell->day));

      if (cell->from == HW_DAY_NONE || (!cell->sums && !(by_day && is_told (span))))
        continue;
      first = MIN (first, cell->from);
      last = MAX (last, cell->to);
      wide = MAX (wide, span->until);
      add_name (self, names, cell->import_id);
    }
  if (names->len == 0)
    return NULL;
  if (first == last)
    last = wide;

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < MIN (names->len, NAMES_MOST); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > NAMES_MOST)
    g_string_append (text, ", …");

  from = hw_format_day (format, first, HW_DAY_LONG);
  to = hw_format_day (format, last, HW_DAY_LONG);
  /* Translators: 1 and 2 days, 3 names of files. */
  return g_strdup_printf (_("You already have sales from %1$s to %2$s (%3$s). If these are the same sales, they would count twice."), from, to, text->str);
}

gboolean
hw_import_twice_say (HwImportTwice   *self,
                     const HwFormat  *format,
                     char           **sentence,
                     GError         **error)
{
  HwDay from, to;

  *sentence = NULL;
  if (g_hash_table_size (self->cells) == 0)
    return TRUE;

  lay_out (self, &from, &to);
  self->files = hw_brought_repo_list (self->store, error);
  if (self->files == NULL || !hw_brought_repo_each (self->store, from - MONTH_DAYS, to, meet_sale, self, error))
    return FALSE;

  *sentence = make_sentence (self, format);
  return TRUE;
}
