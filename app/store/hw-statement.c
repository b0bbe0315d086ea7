/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-statement.h"

#include "core/hw-error.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-private.h"

struct _HwStatement
{
  HwStore      *store;
  const char   *sql;
  sqlite3_stmt *stmt;   /* (owned) */
  int           rc;     /* of the last step */
};

HwStatement *
hw_statement_new (HwStore      *store,
                  const char   *sql,
                  GError      **error)
{
  g_autoptr (HwStatement) self = g_new0 (HwStatement, 1);

  self->store = store;
  self->sql = sql;
  self->rc = SQLITE_OK;
  self->stmt = hw_store_take_statement (store, sql);

  if (self->stmt == NULL &&
      sqlite3_prepare_v3 (hw_store_get_db (store), sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL) != SQLITE_OK)
    {
      hw_sqlite_fail (hw_store_get_db (store), error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
hw_statement_free (HwStatement *self)
{
  if (self == NULL)
    return;

  if (self->stmt != NULL)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
      hw_store_give_statement (self->store, self->sql, self->stmt);
    }

  g_free (self);
}

/* A bind fails only for a place that is not there: our mistake. */
static void
check_bound (int rc)
{
  g_return_if_fail (rc == SQLITE_OK);
}

void
hw_statement_set_int (HwStatement *self,
                      int          place,
                      gint64       value)
{
  check_bound (sqlite3_bind_int64 (self->stmt, place, value));
}

static void
set_or_null (HwStatement *self,
             int          place,
             gint64       value,
             gint64       null)
{
  check_bound (value == null ? sqlite3_bind_null (self->stmt, place)
                             : sqlite3_bind_int64 (self->stmt, place, value));
}

void
hw_statement_set_known (HwStatement *self,
                        int          place,
                        gint64       value)
{
  set_or_null (self, place, value, HW_UNKNOWN);
}

void
hw_statement_set_id (HwStatement *self,
                     int          place,
                     gint64       value)
{
  set_or_null (self, place, value, 0);
}

void
hw_statement_set_day (HwStatement *self,
                      int          place,
                      HwDay        value)
{
  set_or_null (self, place, value, HW_DAY_NONE);
}

void
hw_statement_set_double (HwStatement *self,
                         int          place,
                         double       value)
{
  check_bound (sqlite3_bind_double (self->stmt, place, value));
}

void
hw_statement_set_text (HwStatement *self,
                       int          place,
                       const char  *value)
{
  check_bound (sqlite3_bind_text (self->stmt, place, value, -1, SQLITE_STATIC));
}

void
hw_statement_set_bytes (HwStatement *self,
                        int          place,
                        const void  *value,
                        gsize        size)
{
  check_bound (sqlite3_bind_blob64 (self->stmt, place, value, size, SQLITE_STATIC));
}

gint64
hw_statement_get_int (HwStatement *self,
                      int          column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gint64
hw_statement_get_known (HwStatement *self,
                        int          column)
{
  if (sqlite3_column_type (self->stmt, column) == SQLITE_NULL)
    return HW_UNKNOWN;

  return sqlite3_column_int64 (self->stmt, column);
}

HwDay
hw_statement_get_day (HwStatement *self,
                      int          column)
{
  if (sqlite3_column_type (self->stmt, column) == SQLITE_NULL)
    return HW_DAY_NONE;

  return sqlite3_column_int (self->stmt, column);
}

double
hw_statement_get_double (HwStatement *self,
                         int          column)
{
  return sqlite3_column_double (self->stmt, column);
}

const char *
hw_statement_get_text (HwStatement *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

char *
hw_statement_dup_text (HwStatement *self,
                       int          column)
{
  const char *text = hw_statement_get_text (self, column);

  return g_strdup (text != NULL ? text : "");
}

const void *
hw_statement_get_bytes (HwStatement *self,
                        int          column,
                        gsize       *size)
{
  const void *bytes = sqlite3_column_blob (self->stmt, column);

  *size = (gsize) sqlite3_column_bytes (self->stmt, column);
  return bytes;
}

gboolean
hw_statement_next (HwStatement  *self,
                   GError      **error)
{
  self->rc = sqlite3_step (self->stmt);

  if (self->rc != SQLITE_ROW && self->rc != SQLITE_DONE)
    hw_sqlite_fail (hw_store_get_db (self->store), error);

  return self->rc == SQLITE_ROW;
}

gboolean
hw_statement_done (const HwStatement *self)
{
  return self->rc == SQLITE_DONE;
}

gboolean
hw_statement_run (HwStatement  *self,
                  GError      **error)
{
  do
    self->rc = sqlite3_step (self->stmt);
  while (self->rc == SQLITE_ROW);

  if (self->rc != SQLITE_DONE)
    hw_sqlite_fail (hw_store_get_db (self->store), error);

  sqlite3_reset (self->stmt);
  return self->rc == SQLITE_DONE;
}

gboolean
hw_statement_run_one (HwStatement  *self,
                      GError      **error)
{
  if (!hw_statement_run (self, error))
    return FALSE;

  if (sqlite3_changes64 (hw_store_get_db (self->store)) > 0)
    return TRUE;

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such row");
  return FALSE;
}
