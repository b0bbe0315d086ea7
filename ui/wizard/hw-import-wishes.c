/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-import-wishes.h"

typedef struct
{
  HwImportKind  kind;
  GHashTable   *map;      /* (owned) field id -> column from 1 */
  GHashTable   *answers;  /* (owned) question id -> value */
} Said;

struct _HwImportWishes
{
  Said now;
  Said good;  /* when a look last worked */
};

static GHashTable *
texts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
texts_copy (GHashTable *to,
            GHashTable *from)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to, g_strdup (key), g_strdup (value));
}

static void
said_copy (Said       *to,
           const Said *from)
{
  to->kind = from->kind;
  texts_copy (to->map, from->map);
  texts_copy (to->answers, from->answers);
}

static void
said_init (Said *said)
{
  said->kind = HW_IMPORT_AUTO;
  said->map = texts_new ();
  said->answers = texts_new ();
}

static void
said_clear (Said *said)
{
  g_hash_table_unref (said->map);
  g_hash_table_unref (said->answers);
}

HwImportWishes *
hw_import_wishes_new (void)
{
  HwImportWishes *self = g_new0 (HwImportWishes, 1);

  said_init (&self->now);
  said_init (&self->good);
  return self;
}

void
hw_import_wishes_free (HwImportWishes *self)
{
  if (self == NULL)
    return;

  said_clear (&self->now);
  said_clear (&self->good);
  g_free (self);
}

void
hw_import_wishes_forget (HwImportWishes *self)
{
  self->now.kind = HW_IMPORT_AUTO;
  g_hash_table_remove_all (self->now.map);
  g_hash_table_remove_all (self->now.answers);
  said_copy (&self->good, &self->now);
}

void
hw_import_wishes_settle (HwImportWishes *self,
                         gboolean        worked)
{
  if (worked)
    said_copy (&self->good, &self->now);
  else
    said_copy (&self->now, &self->good);
}

void
hw_import_wishes_set_kind (HwImportWishes *self,
                           HwImportKind    kind)
{
  self->now.kind = kind;
  g_hash_table_remove_all (self->now.map);
}

/* The whole mapping as it stands is said, with the one change: what was found by
 * itself must not move because something else was corrected. A column the owner
 * does not want is named as such, or it would be found again. */
void
hw_import_wishes_map (HwImportWishes     *self,
                      const HwImportLook *look,
                      guint               column,
                      int                 field)
{
  g_autofree char *number = g_strdup_printf ("%u", column + 1);
  g_autofree char *unused = g_strdup_printf ("not-used-%u", column + 1);

  for (guint i = 0; i < look->fields->len; i++)
    {
      const int had = g_array_index (look->fields, int, i);

      if (had >= 0 && i == column)
        g_hash_table_remove (self->now.map, hw_field_id (had));
      else if (had >= 0)
        g_hash_table_insert (self->now.map, g_strdup (hw_field_id (had)), g_strdup_printf ("%u", i + 1));
    }

  if (field >= 0)
    g_hash_table_remove (self->now.map, unused);
  g_hash_table_insert (self->now.map, g_strdup (field >= 0 ? hw_field_id (field) : unused),
                       g_steal_pointer (&number));
  self->now.kind = look->kind;
}

gboolean
hw_import_wishes_answer (HwImportWishes *self,
                         const char     *question,
                         const char     *value)
{
  if (g_strcmp0 (hw_import_wishes_get_answer (self, question), value) == 0)
    return FALSE;

  g_hash_table_insert (self->now.answers, g_strdup (question), g_strdup (value));
  return TRUE;
}

const char *
hw_import_wishes_get_answer (HwImportWishes *self,
                             const char     *question)
{
  return g_hash_table_lookup (self->now.answers, question);
}

HwImportRequest *
hw_import_wishes_new_request (HwImportWishes *self,
                              const char     *path,
                              gint64          at)
{
  HwImportRequest *request = hw_import_request_new (path);
  GHashTableIter iter;
  gpointer key, value;

  request->kind = self->now.kind;
  request->at = at;
  g_hash_table_iter_init (&iter, self->now.map);
  while (g_hash_table_iter_next (&iter, &key, &value))
    hw_import_request_map (request, key, value);
  g_hash_table_iter_init (&iter, self->now.answers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    hw_import_request_answer (request, key, value);

  return request;
}
