/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From open files back to a business's file. */
#include "store/hw-open-form-private.h"

#include "core/hw-error.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-private.h"

#include <glib/gstdio.h>

#include <string.h>

/* One cell of a line; NULL in @text: not known. */
typedef struct
{
  GString *text;
  gboolean known;
} Cell;

static gboolean
fail (GError     **error,
      const char  *table,
      gsize        line,
      const char  *words)
{
  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED, "%s.csv, line %" G_GSIZE_FORMAT ": %s", table, line, words);
  return FALSE;
}

/* Takes one cell in and moves on to what ends it: ',' or '\n'. FALSE if it is none. */
static gboolean
read_cell (const char **at,
           const char  *end,
           Cell        *cell)
{
  const char *p = *at;
  gboolean quoted = p < end && *p == '"';

  g_string_truncate (cell->text, 0);
  cell->known = quoted;
  for (p += quoted; p < end && (quoted || (*p != ',' && *p != '\n')); p++)
    {
      if (quoted && *p == '"')
        {
          if (p + 1 >= end || p[1] != '"')
            {
              p++;
              break;
            }
          p++;
        }
      g_string_append_c (cell->text, *p);
      cell->known = TRUE;
    }

  if (quoted && cell->text->len > 0 && cell->text->str[0] == '\'')
    g_string_erase (cell->text, 0, 1);
  *at = p;
  return p < end && (*p == ',' || *p == '\n');
}

static gboolean
bind_bytes (sqlite3_stmt  *stmt,
            int            place,
            const GString *hex)
{
  const gsize n = hex->len / 2;
  g_autofree guchar *bytes = g_new0 (guchar, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      const int high = g_ascii_xdigit_value (hex->str[2 * i]), low = g_ascii_xdigit_value (hex->str[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guchar) (high * 16 + low);
    }

  return hex->len % 2 == 0 && sqlite3_bind_blob (stmt, place, bytes, (int) n, SQLITE_TRANSIENT) == SQLITE_OK;
}

static gboolean
bind_cell (sqlite3_stmt *stmt,
           int           place,
           const char   *type,
           const Cell   *cell)
{
  const char *text = cell->text->str;
  char *end = NULL;

  if (!cell->known)
    return sqlite3_bind_null (stmt, place) == SQLITE_OK;
  if (g_str_equal (type, "BLOB"))
    return bind_bytes (stmt, place, cell->text);
  if (g_str_equal (type, "INTEGER"))
    return sqlite3_bind_int64 (stmt, place, g_ascii_strtoll (text, &end, 10)) == SQLITE_OK && *end == '\0' && end != text;
  if (g_str_equal (type, "REAL"))
    return sqlite3_bind_double (stmt, place, g_ascii_strtod (text, &end)) == SQLITE_OK && *end == '\0' && end != text;

  return g_utf8_validate (text, (gssize) cell->text->len, NULL) &&
         sqlite3_bind_text (stmt, place, text, (int) cell->text->len, SQLITE_TRANSIENT) == SQLITE_OK;
}

/* The counters of new ids have no types of their own. */
static const char *
type_of (const HwOpenTable *table,
         guint              column)
{
  const char *type = g_ptr_array_index (table->types, column);

  if (*type != '\0')
    return type;

  return column == 0 ? "TEXT" : "INTEGER";
}

static char *
make_insert (const HwOpenTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" VALUES (?", table->name);
  for (guint i = 1; i < table->columns->len; i++)
    g_string_append (sql, ", ?");

  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static char *
make_head (const HwOpenTable *table)
{
  GString *head = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (head, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (table->columns, i));

  return g_string_free (g_string_append_c (head, '\n'), FALSE);
}

static gboolean
read_lines (sqlite3            *db,
            const HwOpenTable  *table,
            const char         *at,
            const char         *end,
            sqlite3_stmt       *stmt,
            Cell               *cell,
            GError            **error)
{
  for (gsize line = 2; at < end; line++)
    {
      for (guint c = 0; c < table->columns->len; c++)
        {
          const gboolean last = c + 1 == table->columns->len;

          if (!read_cell (&at, end, cell) || *at != (last ? '\n' : ','))
            return fail (error, table->name, line, "not as many cells as the first line");
          at++;
          if (!bind_cell (stmt, (int) c + 1, type_of (table, c), cell))
            return fail (error, table->name, line, "a cell that cannot stand there");
        }

      if (sqlite3_step (stmt) != SQLITE_DONE)
        return hw_sqlite_fail (db, error);
      sqlite3_reset (stmt);
    }

  return TRUE;
}

static gboolean
read_table (sqlite3            *db,
            const HwOpenTable  *table,
            const char         *folder,
            GError            **error)
{
  g_autofree char *file = g_strconcat (table->name, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *head = make_head (table);
  g_autofree char *insert = make_insert (table);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM \"%s\"", table->name);
  g_autofree char *bytes = NULL;
  Cell cell = { NULL, FALSE };
  sqlite3_stmt *stmt = NULL;
  gsize size;
  gboolean ok;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return fail (error, table->name, 0, "it is not there");
  if (!g_str_has_prefix (bytes, head))
    return fail (error, table->name, 1, "other columns than this program has");
  if (!hw_sqlite_run (db, clear, error))
    return FALSE;
  if (sqlite3_prepare_v2 (db, insert, -1, &stmt, NULL) != SQLITE_OK)
    return hw_sqlite_fail (db, error);

  cell.text = g_string_new (NULL);
  ok = read_lines (db, table, bytes + strlen (head), bytes + size, stmt, &cell, error);
  g_string_free (cell.text, TRUE);
  sqlite3_finalize (stmt);
  return ok;
}

/* Counters of ids last: filling the tables moves them. */
static gboolean
read_tables (HwStore     *store,
             const char  *folder,
             GError     **error)
{
  sqlite3 *db = hw_store_get_db (store);
  g_autoptr (GPtrArray) tables = hw_open_tables_list (db, error);
  gboolean ok = tables != NULL && hw_sqlite_run (db, "PRAGMA defer_foreign_keys = ON", error);

  for (int pass = 0; ok && pass < 2; pass++)
    for (guint i = 0; ok && i < tables->len; i++)
      {
        const HwOpenTable *table = g_ptr_array_index (tables, i);

        if (g_str_equal (table->name, "sqlite_sequence") == (pass == 1))
          ok = read_table (db, table, folder, error);
      }

  return ok;
}

/* "5" and the hash; FALSE if it is no manifest. */
static gboolean
read_manifest (const char  *folder,
               int         *schema,
               char       **hash,
               GError     **error)
{
  g_autofree char *path = g_build_filename (folder, HW_OPEN_MANIFEST, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *comma;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND, "%s: not there", path);
      return FALSE;
    }

  lines = g_strsplit (text, "\n", 3);
  comma = lines[0] != NULL && lines[1] != NULL && g_str_equal (lines[0], "schema,hash") ? strchr (lines[1], ',') : NULL;
  if (comma == NULL)
    return fail (error, "MANIFEST", 2, "it cannot be read");

  *schema = (int) g_ascii_strtoll (lines[1], NULL, 10);
  *hash = g_strdup (comma + 1);
  return TRUE;
}

static gboolean
fill (HwStore     *store,
      const char  *folder,
      const char  *hash,
      GError     **error)
{
  g_autofree char *own = NULL;

  if (!hw_store_begin (store, error))
    return FALSE;
  if (!read_tables (store, folder, error) || !hw_store_commit (store, error))
    {
      hw_store_rollback (store);
      return FALSE;
    }

  own = hw_open_form_dup_hash (store, error);
  if (own == NULL)
    return FALSE;
  if (!g_str_equal (own, hash))
    return fail (error, "MANIFEST", 2, "the files hold something else than was written");

  return TRUE;
}

gboolean
hw_open_form_read (const char  *folder,
                   const char  *path,
                   GError     **error)
{
  HwBusiness nobody = { .name = (char *) "-", .sector = (char *) "", .country = (char *) "", .currency = "EUR" };
  g_autofree char *hash = NULL;
  HwStore *store;
  int schema;
  gboolean ok;

  if (!read_manifest (folder, &schema, &hash, error))
    return FALSE;

  store = hw_store_create (path, &nobody, error);
  if (store == NULL)
    return FALSE;

  ok = schema == hw_store_schema_version (store);
  if (ok)
    ok = fill (store, folder, hash, error);
  else
    g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_TOO_NEW, "%s: of version %d", folder, schema);
  hw_store_close (store);
  if (!ok)
    g_unlink (path);

  return ok;
}
