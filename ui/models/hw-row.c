/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-row.h"

#include <math.h>
#include <string.h>

/* Stands between two texts in the folded one: no search can run across it. */
#define BETWEEN '\x1f'

typedef struct
{
  char   *text;      /* (owned) (nullable) */
  double  number;
  char   *key;       /* (owned) (nullable) made when first asked for */
  double *values;    /* (owned) (nullable) */
  gsize   n_values;
} Cell;

struct _HwRow
{
  GObject parent_instance;

  gint64  id;
  guint   n;
  Cell   *cells;  /* (owned) */
  char   *folded; /* (owned) (nullable) made when first asked for */
};

G_DEFINE_FINAL_TYPE (HwRow, hw_row, G_TYPE_OBJECT)

static void
hw_row_finalize (GObject *object)
{
  HwRow *self = HW_ROW (object);

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->cells[i].text);
      g_free (self->cells[i].key);
      g_free (self->cells[i].values);
    }
  g_free (self->cells);
  g_free (self->folded);

  G_OBJECT_CLASS (hw_row_parent_class)->finalize (object);
}

static void
hw_row_class_init (HwRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_row_finalize;
}

static void
hw_row_init (HwRow *self)
{
}

HwRow *
hw_row_new (guint  n_columns,
            gint64 id)
{
  HwRow *self = g_object_new (HW_TYPE_ROW, NULL);

  self->id = id;
  self->n = n_columns;
  self->cells = g_new0 (Cell, n_columns);
  return self;
}

void
hw_row_set_text (HwRow *self,
                 guint  column,
                 char  *text)
{
  hw_row_set_number (self, column, text, NAN);
}

void
hw_row_set_number (HwRow *self,
                   guint  column,
                   char  *text,
                   double number)
{
  Cell *cell;

  g_return_if_fail (HW_IS_ROW (self) && column < self->n);

  cell = &self->cells[column];
  if (text != cell->text)
    g_free (cell->text);
  cell->text = text;
  cell->number = number;
  g_clear_pointer (&cell->key, g_free);
  g_clear_pointer (&self->folded, g_free);
}

void
hw_row_set_values (HwRow        *self,
                   guint         column,
                   const double *values,
                   gsize         n)
{
  Cell *cell;

  g_return_if_fail (HW_IS_ROW (self) && column < self->n);

  cell = &self->cells[column];
  g_free (cell->values);
  cell->values = g_memdup2 (values, n * sizeof *values);
  cell->n_values = n;
}

gint64
hw_row_get_id (HwRow *self)
{
  g_return_val_if_fail (HW_IS_ROW (self), 0);

  return self->id;
}

const char *
hw_row_get_text (HwRow *self,
                 guint  column)
{
  g_return_val_if_fail (HW_IS_ROW (self) && column < self->n, "");

  return self->cells[column].text != NULL ? self->cells[column].text : "";
}

double
hw_row_get_number (HwRow *self,
                   guint  column)
{
  g_return_val_if_fail (HW_IS_ROW (self) && column < self->n, NAN);

  return self->cells[column].number;
}

const double *
hw_row_get_values (HwRow *self,
                   guint  column,
                   gsize *n)
{
  g_return_val_if_fail (HW_IS_ROW (self) && column < self->n && n != NULL, NULL);

  *n = self->cells[column].n_values;
  return self->cells[column].values;
}

const char *
hw_row_get_key (HwRow *self,
                guint  column)
{
  Cell *cell;

  g_return_val_if_fail (HW_IS_ROW (self) && column < self->n, "");

  cell = &self->cells[column];
  if (cell->key == NULL)
    cell->key = g_utf8_collate_key (cell->text != NULL ? cell->text : "", -1);

  return cell->key;
}

/* Plain letters are folded where they stand; any other asks Unicode. */
static void
append_folded (GString    *out,
               const char *text)
{
  const gsize before = out->len;
  g_autofree char *folded = NULL;
  const char *p = text;

  for (; *p != '\0' && (guchar) *p < 0x80; p++)
    g_string_append_c (out, g_ascii_tolower (*p));

  if (*p == '\0')
    return;

  folded = g_utf8_casefold (text, -1);
  g_string_truncate (out, before);
  g_string_append (out, folded);
}

const char *
hw_row_get_folded (HwRow *self)
{
  GString *out;

  g_return_val_if_fail (HW_IS_ROW (self), "");

  if (self->folded != NULL)
    return self->folded;

  out = g_string_sized_new (64);
  for (guint i = 0; i < self->n; i++)
    {
      append_folded (out, hw_row_get_text (self, i));
      g_string_append_c (out, BETWEEN);
    }

  self->folded = g_string_free (out, FALSE);
  return self->folded;
}

char *
hw_row_dup_speech (HwRow             *self,
                   const char *const *titles)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (HW_IS_ROW (self), g_string_free (out, FALSE));

  for (guint i = 0; i < self->n; i++)
    {
      if (titles[i] == NULL || *hw_row_get_text (self, i) == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, ", ");
      if (i > 0 && *titles[i] != '\0')
        g_string_append_printf (out, "%s: ", titles[i]);
      g_string_append (out, hw_row_get_text (self, i));
    }

  return g_string_free (out, FALSE);
}
