/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-aside.h"

#include "import/hw-cell-words.h"

#include <string.h>

struct _HwAside
{
  guint       width;
  gint64      heading;
  int         key;
  GPtrArray  *headings; /* (owned) of char * */
  GHashTable *rows;     /* (owned) key -> array of HwCell, one for each heading */
  char        nothing[2]; /* the text of a blank cell */
};

static void
cells_free (gpointer data)
{
  HwCell *cells = data;

  for (HwCell *cell = cells; cell->text != NULL; cell++)
    g_free (cell->text);
  g_free (cells);
}

HwAside *
hw_aside_new (guint  width,
              gint64 heading,
              int    key)
{
  HwAside *self = g_new0 (HwAside, 1);

  self->width = width;
  self->heading = heading;
  self->key = key;
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cells_free);
  return self;
}

void
hw_aside_free (HwAside *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headings);
  g_hash_table_unref (self->rows);
  g_free (self);
}

void
hw_aside_add_column (HwAside    *self,
                     const char *heading)
{
  g_ptr_array_add (self->headings, g_strdup (heading));
}

gboolean
hw_aside_add (HwAside      *self,
              const char   *key,
              const HwCell *cells)
{
  HwCell *kept;

  if (g_hash_table_contains (self->rows, key))
    return FALSE;

  kept = g_new0 (HwCell, self->headings->len + 1);
  for (guint i = 0; i < self->headings->len; i++)
    {
      kept[i] = cells[i];
      kept[i].text = g_strndup (cells[i].text, cells[i].length);
    }
  g_hash_table_insert (self->rows, g_strdup (key), kept);
  return TRUE;
}

guint
hw_aside_get_n_rows (const HwAside *self)
{
  return g_hash_table_size (self->rows);
}

static const HwCell *
find (const HwAside *self,
      guint          tab,
      HwRecord      *record)
{
  g_autofree char *number = NULL;

  if (self->key < 0)
    {
      number = g_strdup_printf ("%u", tab);
      return g_hash_table_lookup (self->rows, number);
    }
  if ((guint) self->key >= record->n_cells)
    return NULL;

  hw_cell_trim (&record->cells[self->key]);
  return g_hash_table_lookup (self->rows, hw_cell_text (&record->cells[self->key]));
}

gboolean
hw_aside_has (const HwAside *self,
              HwRecord      *record)
{
  return find (self, 0, record) != NULL;
}

/* A total, a title or a footnote is of no day, whatever its tab says. */
static gboolean
is_row (HwRecord *record)
{
  const HwCell *first = NULL;
  guint filled = 0;

  for (guint i = 0; i < record->n_cells; i++)
    {
      hw_cell_trim (&record->cells[i]);
      if (record->cells[i].length == 0)
        continue;
      first = first != NULL ? first : &record->cells[i];
      filled++;
    }

  return filled > 1 && hw_cell_is_total (first->text, first->length) == 0;
}

static HwCell
blank (HwAside *self)
{
  return (HwCell) { .text = self->nothing, .hint = HW_CELL_TEXT };
}

void
hw_aside_extend (HwAside  *self,
                 guint     tab,
                 GArray   *room,
                 HwRecord *record)
{
  const HwCell *found = NULL;

  if (record->number < self->heading)
    return;
  if (record->number > self->heading && (self->key >= 0 || is_row (record)))
    found = find (self, tab, record);

  g_array_set_size (room, 0);
  for (guint i = 0; i < record->n_cells; i++)
    if (i < self->width)
      g_array_append_val (room, record->cells[i]);
    else
      record->broken |= record->cells[i].length > 0;

  for (guint i = room->len; i < self->width; i++)
    {
      const HwCell cell = blank (self);

      g_array_append_val (room, cell);
    }

  for (guint i = 0; i < self->headings->len; i++)
    {
      HwCell cell = found != NULL ? found[i] : blank (self);

      if (record->number == self->heading)
        {
          cell.text = g_ptr_array_index (self->headings, i);
          cell.length = (guint32) strlen (cell.text);
        }
      g_array_append_val (room, cell);
    }

  record->cells = &g_array_index (room, HwCell, 0);
  record->n_cells = room->len;
}
