/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_store_check(): what SQLite can tell of the file, and what the chain of
 * events can tell of the history. A part that cannot be read is a finding too. */
#include "store/hw-store.h"

#include "core/hw-error.h"
#include "store/hw-event-repo.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#define SQL_INTEGRITY "PRAGMA integrity_check (20)" /* findings: enough to see that it is broken */
#define SQL_REFERENCES "PRAGMA foreign_key_check"

/* SQLite puts all findings of a file under one heading into one answer. */
static void
add_lines (GPtrArray  *problems,
           const char *answer)
{
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "***"))
      g_ptr_array_add (problems, g_strdup_printf ("file: %s", lines[i]));
}

static gboolean
check_pages (HwStore    *self,
             GPtrArray  *problems,
             GError    **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (self, SQL_INTEGRITY, error);

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    if (g_strcmp0 (hw_statement_get_text (stmt, 0), "ok") != 0)
      add_lines (problems, hw_statement_get_text (stmt, 0));

  return hw_statement_done (stmt);
}

static gboolean
check_references (HwStore    *self,
                  GPtrArray  *problems,
                  GError    **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (self, SQL_REFERENCES, error);

  if (stmt == NULL)
    return FALSE;

  while (hw_statement_next (stmt, error))
    g_ptr_array_add (problems, g_strdup_printf ("%s: row %" G_GINT64_FORMAT " refers to a %s that is not there",
                                                hw_statement_get_text (stmt, 0), hw_statement_get_int (stmt, 1),
                                                hw_statement_get_text (stmt, 2)));

  return hw_statement_done (stmt);
}

static gboolean
check_schema (HwStore    *self,
              GPtrArray  *problems,
              GError    **error)
{
  gboolean matches;

  if (!hw_schema_matches (hw_store_get_schema (self), hw_store_get_db (self),
                          hw_store_schema_version (self), &matches, error))
    return FALSE;

  if (!matches)
    g_ptr_array_add (problems, g_strdup ("file: its tables are not those of its version"));

  return TRUE;
}

typedef gboolean (*CheckFunc) (HwStore *self, GPtrArray *problems, GError **error);

GPtrArray *
hw_store_check (HwStore       *self,
                const HwTick  *tick,
                GError       **error)
{
  static const CheckFunc checks[] = { check_pages, check_schema, check_references, hw_event_repo_verify };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  const HwTick *watch = hw_store_get_watch (self);
  g_autoptr (GError) local = NULL;

  hw_store_watch (self, tick);
  for (guint i = 0; i < G_N_ELEMENTS (checks) && !hw_error_is_cancelled (local); i++)
    {
      g_clear_error (&local);
      if (!checks[i] (self, problems, &local) && !hw_error_is_cancelled (local))
        g_ptr_array_add (problems, g_strdup_printf ("file: %s", local->message));
    }

  hw_store_watch (self, watch);
  if (!hw_error_is_cancelled (local))
    return g_steal_pointer (&problems);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
