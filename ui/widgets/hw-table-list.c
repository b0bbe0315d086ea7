/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-list.h"

#include <math.h>
#include <string.h>

/* Rows whose texts are folded in one turn of the main loop: about 2 ms. */
#define FOLD_AT_ONCE 1500

/* A list view makes widgets for some 200 places at once, of which a screen shows few:
 * it gets them in such steps, the first at once, so that nobody waits for the rest. */
#define GROW_AT_ONCE 48
#define GROW_UP_TO 240

typedef struct
{
  guint    column;
  gboolean descending;
} SortKey;

struct _HwTableList
{
  GObject     parent_instance;

  guint       n_columns;
  GPtrArray  *given;    /* (owned) of HwRow, owned: as they came */
  GPtrArray  *sorted;   /* (owned) the same, borrowed */
  GPtrArray  *shown;    /* (owned) those that match, borrowed */
  GArray     *keys;     /* (owned) of SortKey: the latest first */
  char       *needle;   /* (owned) folded; "" for everything */
  char      **filters;  /* (owned) one for each column, %NULL for any */
  GPtrArray  *places;   /* (owned) of GObject: the items, made when asked for */
  gboolean    changing;
  guint       n_folded;
  guint       fold_id;
  guint       grow_id;
};

enum
{
  CHANGED,
  GROWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HwTableList, hw_table_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return HW_TABLE_LIST (model)->places->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  HwTableList *self = HW_TABLE_LIST (model);

  if (position >= self->places->len)
    return NULL;

  if (self->places->pdata[position] == NULL)
    self->places->pdata[position] = g_object_new (G_TYPE_OBJECT, NULL);
  return g_object_ref (self->places->pdata[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Texts are made ready while nobody waits, so that the first letter of a search
 * finds them so. */
static gboolean
fold_cb (gpointer data)
{
  HwTableList *self = data;
  const guint end = MIN (self->n_folded + FOLD_AT_ONCE, self->given->len);

  for (; self->n_folded < end; self->n_folded++)
    hw_row_get_folded (g_ptr_array_index (self->given, self->n_folded));

  if (end < self->given->len)
    return G_SOURCE_CONTINUE;

  self->fold_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
row_passes (HwTableList *self,
            HwRow       *row)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->filters[i] != NULL && strcmp (self->filters[i], hw_row_get_text (row, i)) != 0)
      return FALSE;

  return *self->needle == '\0' || strstr (hw_row_get_folded (row), self->needle) != NULL;
}

/* Places come and go at the end only. */
static void
set_places (HwTableList *self,
            guint        n)
{
  const guint before = self->places->len;

  g_ptr_array_set_size (self->places, (int) n);
  if (before != n)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, n), before - MIN (before, n), n - MIN (before, n));
}

/* How many places there are after the next step. */
static guint
next_size (HwTableList *self)
{
  const guint n = self->shown->len, next = self->places->len + GROW_AT_ONCE;

  return n <= next || next > GROW_UP_TO ? n : next;
}

static gboolean
grow_cb (gpointer data)
{
  HwTableList *self = data;

  self->changing = TRUE;
  set_places (self, next_size (self));
  self->changing = FALSE;
  if (self->places->len < self->shown->len)
    return G_SOURCE_CONTINUE;

  self->grow_id = 0;
  g_signal_emit (self, signals[GROWN], 0);
  return G_SOURCE_REMOVE;
}

static void
take_shown (HwTableList *self,
            GPtrArray   *shown)
{
  g_autoptr (GPtrArray) old = self->shown;

  self->shown = shown;
  if (old->len == shown->len && (old->len == 0 || memcmp (old->pdata, shown->pdata, old->len * sizeof (gpointer)) == 0))
    return;

  self->changing = TRUE;
  set_places (self, next_size (self));
  if (self->places->len < shown->len && self->grow_id == 0)
    self->grow_id = g_idle_add (grow_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
  self->changing = FALSE;
}

/* @among: the rows of which some can be shown. */
static void
show_again (HwTableList     *self,
            const GPtrArray *among)
{
  GPtrArray *shown = g_ptr_array_sized_new (among->len);

  for (guint i = 0; i < among->len; i++)
    if (row_passes (self, g_ptr_array_index (among, i)))
      g_ptr_array_add (shown, g_ptr_array_index (among, i));

  take_shown (self, shown);
}

/* A row with what it is sorted by first, so that comparing looks at one place. */
typedef struct
{
  HwRow      *row;
  const char *key;    /* %NULL: sorted by number */
  double      number;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Entry *x = a, *y = b;
  const int turn = GPOINTER_TO_INT (data);

  /* What is not known stands last in both orders. */
  if (x->key == NULL && y->key == NULL)
    return turn * ((x->number > y->number) - (x->number < y->number));
  if (x->key == NULL || y->key == NULL)
    return x->key == NULL ? -1 : 1;

  return turn * strcmp (x->key, y->key);
}

/* Stable, so that sorting by the oldest key first and the latest last obeys all. */
static void
sort_by (GPtrArray *rows,
         SortKey    by)
{
  g_autofree Entry *entries = g_new (Entry, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      HwRow *row = g_ptr_array_index (rows, i);
      const double number = hw_row_get_number (row, by.column);

      entries[i] = (Entry) { row, isnan (number) ? hw_row_get_key (row, by.column) : NULL, number };
    }

  g_qsort_with_data (entries, (int) rows->len, sizeof *entries, compare_entries,
                     GINT_TO_POINTER (by.descending ? -1 : 1));
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = entries[i].row;
}

static void
hw_table_list_finalize (GObject *object)
{
  HwTableList *self = HW_TABLE_LIST (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->sorted);
  g_ptr_array_unref (self->given);
  g_array_unref (self->keys);
  g_free (self->needle);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->filters[i]);
  g_free (self->filters);

  G_OBJECT_CLASS (hw_table_list_parent_class)->finalize (object);
}

static void
hw_table_list_class_init (HwTableListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_table_list_finalize;

  signals[GROWN] = g_signal_new ("grown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clear_place (gpointer place)
{
  g_clear_object (&place);
}

static void
hw_table_list_init (HwTableList *self)
{
  self->given = g_ptr_array_new_with_free_func (g_object_unref);
  self->sorted = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (clear_place);
  self->keys = g_array_new (FALSE, FALSE, sizeof (SortKey));
  self->needle = g_strdup ("");
}

HwTableList *
hw_table_list_new (guint n_columns)
{
  HwTableList *self = g_object_new (HW_TYPE_TABLE_LIST, NULL);

  self->n_columns = n_columns;
  self->filters = g_new0 (char *, n_columns + 1);
  return self;
}

void
hw_table_list_set_rows (HwTableList *self,
                        GPtrArray   *rows)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (HW_IS_TABLE_LIST (self) && rows != NULL);

  before = g_steal_pointer (&self->given); /* until nobody shows them */
  self->given = g_ptr_array_new_full (rows->len, g_object_unref);
  g_ptr_array_set_size (self->sorted, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      g_ptr_array_add (self->given, g_object_ref (g_ptr_array_index (rows, i)));
      g_ptr_array_add (self->sorted, g_ptr_array_index (rows, i));
    }

  for (guint i = self->keys->len; i > 0; i--)
    sort_by (self->sorted, g_array_index (self->keys, SortKey, i - 1));

  self->n_folded = 0;
  if (self->fold_id == 0 && rows->len > 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_LOW, fold_cb, self, NULL);

  show_again (self, self->sorted);
}

void
hw_table_list_search (HwTableList *self,
                      const char  *words)
{
  g_autofree char *before = NULL;

  g_return_if_fail (HW_IS_TABLE_LIST (self) && words != NULL);

  before = g_steal_pointer (&self->needle);
  self->needle = g_utf8_casefold (words, -1);
  if (strcmp (before, self->needle) == 0)
    return;

  /* What holds the longer words holds the shorter ones. */
  show_again (self, strstr (self->needle, before) != NULL ? self->shown : self->sorted);
}

void
hw_table_list_filter (HwTableList *self,
                      guint        column,
                      const char  *text)
{
  g_return_if_fail (HW_IS_TABLE_LIST (self) && column < self->n_columns);

  if (g_strcmp0 (self->filters[column], text) == 0)
    return;

  g_free (self->filters[column]);
  self->filters[column] = g_strdup (text);
  show_again (self, self->sorted);
}

void
hw_table_list_show_all (HwTableList *self)
{
  g_return_if_fail (HW_IS_TABLE_LIST (self));

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->filters[i], g_free);
  *self->needle = '\0';
  show_again (self, self->sorted);
}

void
hw_table_list_sort (HwTableList *self,
                    guint        column,
                    gboolean     descending)
{
  const SortKey key = { column, descending };

  g_return_if_fail (HW_IS_TABLE_LIST (self) && column < self->n_columns);

  for (guint i = 0; i < self->keys->len; i++)
    if (g_array_index (self->keys, SortKey, i).column == column)
      g_array_remove_index (self->keys, i--);
  g_array_prepend_val (self->keys, key);

  sort_by (self->sorted, key);
  show_again (self, self->sorted);
}

const char *
hw_table_list_get_filter (HwTableList *self,
                          guint        column)
{
  g_return_val_if_fail (HW_IS_TABLE_LIST (self) && column < self->n_columns, NULL);

  return self->filters[column];
}

const GPtrArray *
hw_table_list_get_all (HwTableList *self)
{
  g_return_val_if_fail (HW_IS_TABLE_LIST (self), NULL);

  return self->given;
}

const GPtrArray *
hw_table_list_get_shown (HwTableList *self)
{
  g_return_val_if_fail (HW_IS_TABLE_LIST (self), NULL);

  return self->shown;
}

gboolean
hw_table_list_is_changing (HwTableList *self)
{
  g_return_val_if_fail (HW_IS_TABLE_LIST (self), FALSE);

  return self->changing;
}

HwRow *
hw_table_list_get_row (HwTableList *self,
                       guint        position)
{
  g_return_val_if_fail (HW_IS_TABLE_LIST (self), NULL);

  return position < self->shown->len ? g_ptr_array_index (self->shown, position) : NULL;
}

void
hw_table_list_grow (HwTableList *self,
                    guint        position)
{
  g_return_if_fail (HW_IS_TABLE_LIST (self) && position < self->shown->len);

  if (position >= self->places->len)
    set_places (self, self->shown->len);
}

guint
hw_table_list_find (HwTableList *self,
                    gint64       id)
{
  g_return_val_if_fail (HW_IS_TABLE_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->shown->len; i++)
    if (hw_row_get_id (g_ptr_array_index (self->shown, i)) == id)
      return i;

  return G_MAXUINT;
}
