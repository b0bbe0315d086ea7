/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others may see of a plan: what the file is, its columns and first rows, and the
 * mapping by which it is remembered. */
#include "import/hw-plan.h"

#include <string.h>

HwImportKind
hw_import_plan_get_kind (const HwImportPlan *self)
{
  return self->kind;
}

GPtrArray *
hw_import_plan_get_questions (const HwImportPlan *self)
{
  return self->questions;
}

const char *
hw_import_plan_get_sha256 (const HwImportPlan *self)
{
  return self->sum != NULL ? self->sum : self->sniff->sha256;
}

const char *
hw_import_plan_get_shape (const HwImportPlan *self)
{
  return self->shape;
}

const char *
hw_import_plan_get_origin (const HwImportPlan *self)
{
  return self->origin != NULL ? self->origin->name : NULL;
}

gboolean
hw_import_plan_is_own (const HwImportPlan *self)
{
  return self->origin != NULL && g_str_equal (self->origin->id, "headway");
}

const char *
hw_import_plan_get_currency (const HwImportPlan *self)
{
  return self->currency;
}

guint
hw_import_plan_get_n_columns (const HwImportPlan *self)
{
  return self->table->n_columns;
}

const char *
hw_import_plan_get_heading (const HwImportPlan *self,
                            guint               column)
{
  g_return_val_if_fail (column < self->table->n_columns, "");

  return self->table->columns[column].heading;
}

gboolean
hw_import_plan_get_field (const HwImportPlan *self,
                          guint               column,
                          HwField            *field)
{
  const int c = (int) column;

  for (int f = 0; f < HW_N_FIELDS; f++)
    if (self->column[f] == c)
      {
        *field = (HwField) f;
        return TRUE;
      }

  for (guint i = 0; self->spread != NULL && i < self->spread->len; i++)
    if (g_array_index (self->spread, HwSpread, i).column == c)
      {
        *field = self->spread_field;
        return TRUE;
      }

  *field = HW_FIELD_TYPE;
  for (guint t = 0; t < self->n_types; t++)
    if (self->types[t] == c)
      return TRUE;

  *field = HW_FIELD_STATUS;
  if (c == self->void_column || c == self->cancelled_column)
    return TRUE;

  *field = HW_FIELD_ITEM;
  if (c == self->group_column)
    return TRUE;
  for (guint v = 0; v < self->n_variants; v++)
    if (self->variants[v] == c)
      return TRUE;

  *field = HW_FIELD_CUSTOMER_NAME;
  return c == self->first_name;
}

guint
hw_import_plan_get_n_preview (const HwImportPlan *self)
{
  return MIN (self->table->rows->len, HW_PLAN_PREVIEW);
}

const char *
hw_import_plan_get_preview (const HwImportPlan *self,
                            guint               row,
                            guint               column)
{
  g_return_val_if_fail (row < hw_import_plan_get_n_preview (self), "");

  return hw_sample_cell (g_ptr_array_index (self->table->rows, row), (int) column);
}

char *
hw_import_plan_dup_mapping (const HwImportPlan *self)
{
  GString *text = g_string_new (NULL);

  for (int f = 0; f < HW_N_FIELDS; f++)
    if (self->column[f] >= 0)
      g_string_append_printf (text, "%s%s=%d", text->len > 0 ? ";" : "", hw_field_id ((HwField) f), self->column[f] + 1);

  for (guint c = 1; self->map != NULL && c <= self->table->n_columns; c++)
    {
      g_autofree char *unused = g_strdup_printf (HW_IMPORT_NOT_USED "%u", c);

      if (g_hash_table_contains (self->map, unused))
        g_string_append_printf (text, "%s%s=%u", text->len > 0 ? ";" : "", unused, c);
    }

  return g_string_free (text, FALSE);
}

GHashTable *
hw_import_mapping_parse (const char *mapping)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) parts = g_strsplit (mapping, ";", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *is = strchr (parts[i], '=');

      if (is != NULL)
        g_hash_table_insert (map, g_strndup (parts[i], (gsize) (is - parts[i])), g_strdup (is + 1));
    }

  return map;
}
