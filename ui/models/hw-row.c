/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-row.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char  *text;   /* (owned) */
  double number;
} Cell;

struct _HwRow
{
  GObject parent_instance;

  gint64  id;
  guint   n;
  Cell   *cells; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HwRow, hw_row, G_TYPE_OBJECT)

static void
hw_row_finalize (GObject *object)
{
  HwRow *self = HW_ROW (object);

  for (guint i = 0; i < self->n; i++)
    g_free (self->cells[i].text);
  g_free (self->cells);

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
  g_return_if_fail (HW_IS_ROW (self) && column < self->n);

  g_free (self->cells[column].text);
  self->cells[column].text = text;
  self->cells[column].number = number;
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

gboolean
hw_row_matches (HwRow      *self,
                const char *words)
{
  g_autofree char *needle = g_utf8_casefold (words, -1);

  g_return_val_if_fail (HW_IS_ROW (self), FALSE);

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *text = g_utf8_casefold (hw_row_get_text (self, i), -1);

      if (strstr (text, needle) != NULL)
        return TRUE;
    }

  return FALSE;
}

char *
hw_row_dup_speech (HwRow             *self,
                   const char *const *titles)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (HW_IS_ROW (self), g_string_free (out, FALSE));

  for (guint i = 0; i < self->n; i++)
    {
      if (*hw_row_get_text (self, i) == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, ", ");
      if (i > 0 && titles[i] != NULL && *titles[i] != '\0')
        g_string_append_printf (out, "%s: ", titles[i]);
      g_string_append (out, hw_row_get_text (self, i));
    }

  return g_string_free (out, FALSE);
}
