/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-open-form-private.h"

#include "core/hw-error.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define SQL_TABLES \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR name = 'sqlite_sequence')" \
  " ORDER BY name"
#define SQL_COLUMNS "SELECT name, type, pk FROM pragma_table_info (?) ORDER BY cid"
#define ROOM 65536   /* bytes gathered before they are written */

void
hw_open_table_free (HwOpenTable *self)
{
  g_free (self->name);
  g_free (self->order);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->types);
  g_free (self);
}

/* Names come from the schema; quoted they are safe inside SQL. */
static char *
quote_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

static HwOpenTable *
load_table (sqlite3     *db,
            const char  *name,
            GError     **error)
{
  HwOpenTable *self = g_new0 (HwOpenTable, 1);
  GString *order = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;
  int step = SQLITE_ERROR;

  self->name = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->types = g_ptr_array_new_with_free_func (g_free);
  if (sqlite3_prepare_v2 (db, SQL_COLUMNS, -1, &stmt, NULL) == SQLITE_OK)
    sqlite3_bind_text (stmt, 1, name, -1, SQLITE_STATIC);
  while (stmt != NULL && (step = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (stmt, 0);
      g_autofree char *quoted = quote_name (column);

      g_ptr_array_add (self->columns, g_strdup (column));
      g_ptr_array_add (self->types, g_strdup ((const char *) sqlite3_column_text (stmt, 1)));
      if (sqlite3_column_int (stmt, 2) > 0)
        g_string_append_printf (order, "%s%s", order->len > 0 ? ", " : "", quoted);
    }
  sqlite3_finalize (stmt);

  self->order = order->len > 0 ? g_string_free (order, FALSE) : (g_string_free (order, TRUE), g_strdup ("1, 2"));
  if (step == SQLITE_DONE)
    return self;

  hw_sqlite_fail (db, error);
  hw_open_table_free (self);
  return NULL;
}

GPtrArray *
hw_open_tables_list (sqlite3  *db,
                     GError  **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_open_table_free);
  sqlite3_stmt *stmt = NULL;
  int step = SQLITE_ERROR;
  gboolean ok = TRUE;

  if (sqlite3_prepare_v2 (db, SQL_TABLES, -1, &stmt, NULL) != SQLITE_OK)
    {
      hw_sqlite_fail (db, error);
      return NULL;
    }

  while (ok && (step = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      HwOpenTable *table = load_table (db, (const char *) sqlite3_column_text (stmt, 0), error);

      ok = table != NULL;
      if (ok)
        g_ptr_array_add (tables, table);
    }

  sqlite3_finalize (stmt);
  if (!ok || (step != SQLITE_DONE && !hw_sqlite_fail (db, error)))
    return NULL;

  return g_steal_pointer (&tables);
}

static void
add_text (GString    *out,
          const char *text)
{
  g_string_append_c (out, '"');
  if (*text != '\0' && strchr (HW_OPEN_MARKS, *text) != NULL)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
add_value (GString      *out,
           sqlite3_stmt *stmt,
           int           column)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (sqlite3_column_type (stmt, column))
    {
    case SQLITE_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (stmt, column));
      break;

    case SQLITE_FLOAT:
      g_string_append (out, g_ascii_dtostr (number, sizeof number, sqlite3_column_double (stmt, column)));
      break;

    case SQLITE_TEXT:
      add_text (out, (const char *) sqlite3_column_text (stmt, column));
      break;

    case SQLITE_BLOB:
      {
        const guchar *bytes = sqlite3_column_blob (stmt, column);

        for (int i = 0; i < sqlite3_column_bytes (stmt, column); i++)
          g_string_append_printf (out, "%02x", bytes[i]);
      }
      break;

    default: /* not known */
      break;
    }
}

/* To the file and into the hash at once. */
typedef struct
{
  FILE      *file;   /* (nullable) */
  GChecksum *sum;
  GString   *text;
  gboolean   failed;
} Writer;

static void
flush (Writer *self)
{
  g_checksum_update (self->sum, (const guchar *) self->text->str, (gssize) self->text->len);
  if (self->file != NULL && fwrite (self->text->str, 1, self->text->len, self->file) != self->text->len)
    self->failed = TRUE;
  g_string_truncate (self->text, 0);
}

static gboolean
write_rows (Writer             *self,
            sqlite3            *db,
            const HwOpenTable  *table,
            GError            **error)
{
  g_autofree char *name = quote_name (table->name);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", name, table->order);
  sqlite3_stmt *stmt = NULL;
  int step = SQLITE_ERROR;

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (self->text, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (table->columns, i));
  g_string_append_c (self->text, '\n');

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    return hw_sqlite_fail (db, error);

  while ((step = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      for (int c = 0; c < sqlite3_column_count (stmt); c++)
        {
          if (c > 0)
            g_string_append_c (self->text, ',');
          add_value (self->text, stmt, c);
        }
      g_string_append_c (self->text, '\n');
      if (self->text->len > ROOM)
        flush (self);
    }

  sqlite3_finalize (stmt);
  flush (self);
  return step == SQLITE_DONE || hw_sqlite_fail (db, error);
}

static gboolean
fail_to_write (const char  *path,
               GError     **error)
{
  g_set_error (error, HW_STORE_ERROR, errno == ENOSPC ? HW_STORE_ERROR_FULL : HW_STORE_ERROR_READ_ONLY, "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

static gboolean
write_table (Writer             *self,
             sqlite3            *db,
             const HwOpenTable  *table,
             const char         *folder, /* (nullable) */
             GError            **error)
{
  g_autofree char *file = g_strconcat (table->name, ".csv", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  gboolean ok;

  g_checksum_update (self->sum, (const guchar *) table->name, (gssize) strlen (table->name) + 1);
  self->file = path != NULL ? fopen (path, "wbe") : NULL;
  if (path != NULL && self->file == NULL)
    return fail_to_write (path, error);

  ok = write_rows (self, db, table, error);
  if (self->file != NULL && fclose (g_steal_pointer (&self->file)) != 0)
    self->failed = TRUE;
  if (ok && self->failed)
    return fail_to_write (path, error);

  return ok;
}

/* @folder: NULL for the hash alone. */
static char *
write_all (HwStore     *store,
           const char  *folder,
           GError     **error)
{
  sqlite3 *db = hw_store_get_db (store);
  g_autoptr (GPtrArray) tables = hw_open_tables_list (db, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Writer writer = { NULL, sum, NULL, FALSE };
  gboolean ok = tables != NULL;

  writer.text = g_string_new (NULL);
  for (guint i = 0; ok && i < tables->len; i++)
    ok = write_table (&writer, db, g_ptr_array_index (tables, i), folder, error);

  g_string_free (writer.text, TRUE);
  return ok ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

char *
hw_open_form_dup_hash (HwStore  *store,
                       GError  **error)
{
  return write_all (store, NULL, error);
}

gboolean
hw_open_form_write (HwStore     *store,
                    const char  *folder,
                    char       **hash,
                    GError     **error)
{
  g_autofree char *own = write_all (store, folder, error);
  g_autofree char *path = g_build_filename (folder, HW_OPEN_MANIFEST, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  if (own == NULL)
    return FALSE;

  text = g_strdup_printf ("schema,hash\n%d,%s\n", hw_store_schema_version (store), own);
  if (!g_file_set_contents (path, text, -1, &local))
    {
      g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY, local->message);
      return FALSE;
    }

  if (hash != NULL)
    *hash = g_steal_pointer (&own);
  return TRUE;
}
