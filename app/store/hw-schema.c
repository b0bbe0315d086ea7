/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-schema.h"

#include "core/hw-error.h"
#include "store/hw-open-files.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-resources.h"

#define FOLDER "/io/github/headway_app/Headway/migrations/"

#define SQL_BROKEN_REFERENCES "SELECT count(*) FROM pragma_foreign_key_check"

#define SQL_OBJECTS \
  "SELECT group_concat (line, char (10)) FROM (" \
  " SELECT type || ' ' || name || ' on ' || tbl_name AS line FROM sqlite_schema" \
  " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY line)"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

HwSchema *
hw_schema_new_built_in (GError **error)
{
  GResource *resource = hw_store_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (HwSchema) self = NULL;

  if (names == NULL)
    return NULL;

  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  self = hw_schema_new (NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL)
        return NULL;

      g_ptr_array_add (self->steps, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }

  return g_steal_pointer (&self);
}

HwSchema *
hw_schema_new (const char *const *steps)
{
  HwSchema *self = g_new0 (HwSchema, 1);

  self->steps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    g_ptr_array_add (self->steps, g_strdup (steps[i]));

  return self;
}

void
hw_schema_free (HwSchema *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_free (self);
}

int
hw_schema_newest (const HwSchema *self)
{
  return (int) self->steps->len;
}

/* Steps from..to, and nothing else. */
static gboolean
run_steps (const HwSchema  *self,
           sqlite3         *db,
           int              from,
           int              to,
           GError         **error)
{
  for (int i = from; i < to; i++)
    if (!hw_sqlite_run (db, g_ptr_array_index (self->steps, i), error))
      return FALSE;

  return TRUE;
}

gboolean
hw_schema_apply (const HwSchema  *self,
                 sqlite3         *db,
                 int              from,
                 GError         **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            HW_APPLICATION_ID, hw_schema_newest (self));
  gint64 n_broken;

  if (!run_steps (self, db, from, hw_schema_newest (self), error) ||
      !hw_sqlite_int (db, SQL_BROKEN_REFERENCES, &n_broken, error))
    return FALSE;

  if (n_broken > 0)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED,
                   "%" G_GINT64_FORMAT " rows refer to rows that are not there", n_broken);
      return FALSE;
    }

  return hw_sqlite_run (db, stamp, error);
}

gboolean
hw_schema_matches (const HwSchema  *self,
                   sqlite3         *db,
                   int              version,
                   gboolean        *matches,
                   GError         **error)
{
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  sqlite3 *model = NULL;
  gboolean ok;

  if (sqlite3_open (":memory:", &model) != SQLITE_OK)
    ok = hw_sqlite_fail (model, error);
  else
    ok = run_steps (self, model, 0, version, error) &&
         hw_sqlite_text (model, SQL_OBJECTS, &expected, error);

  sqlite3_close (model);
  if (!ok || !hw_sqlite_text (db, SQL_OBJECTS, &found, error))
    return FALSE;

  *matches = g_strcmp0 (expected, found) == 0;
  return TRUE;
}
