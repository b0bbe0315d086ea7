/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain: hash(i) = SHA-256 (hash(i-1), id, at, kind, subject, subject_id,
 * text hash), each part on a line of its own behind its length, so that no two
 * contents give the same bytes. The business's card holds the number of events
 * and the last hash: a tail cut off shows. */
#include "store/hw-event-repo.h"

#include "core/hw-error.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#include <string.h>

#define SALT_SIZE 16 /* bytes: texts cannot be guessed from their hashes */

#define SQL_HEAD "SELECT event_count, event_hash FROM business WHERE id = 1"
#define SQL_SET_HEAD "UPDATE business SET event_count = ?, event_hash = ? WHERE id = 1"

#define SQL_ADD \
  "INSERT INTO event (id, at, kind, subject, subject_id, text_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"

#define SQL_ADD_TEXT "INSERT INTO event_text (event_id, salt, text) VALUES (?, ?, ?)"
#define SQL_ERASE_TEXT "DELETE FROM event_text WHERE event_id = ?"
#define SQL_HAS_EVENT "SELECT 1 FROM event WHERE id = ?"

#define SQL_CHAIN \
  "SELECT event.id, at, kind, subject, subject_id, text_hash, hash, salt, text" \
  " FROM event LEFT JOIN event_text ON event_id = event.id ORDER BY event.id"

#define SQL_COUNT "SELECT count(*) FROM event"

static void
update_part (GChecksum  *sum,
             const char *part)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (part));

  g_checksum_update (sum, (const guchar *) length, -1);
  g_checksum_update (sum, (const guchar *) part, -1);
  g_checksum_update (sum, (const guchar *) "\n", 1);
}

static void
update_number (GChecksum *sum,
               gint64     number)
{
  g_autofree char *part = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  update_part (sum, part);
}

static char *
hash_event (const HwEvent *event,
            const char    *before,
            const char    *text_hash)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  update_part (sum, before);
  update_number (sum, event->id);
  update_number (sum, event->at);
  update_part (sum, event->kind);
  update_part (sum, event->subject);
  update_number (sum, event->subject_id);
  update_part (sum, text_hash);
  return g_strdup (g_checksum_get_string (sum));
}

static char *
hash_text (const guint8 *salt,
           gsize         salt_size,
           const char   *text)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, salt, (gssize) salt_size);
  g_checksum_update (sum, (const guchar *) text, -1);
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
load_head (HwStore  *store,
           gint64   *count,
           char    **hash,
           GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_HEAD, error);

  if (stmt == NULL)
    return FALSE;

  if (!hw_statement_next (stmt, error))
    {
      if (hw_statement_done (stmt))
        g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED, "the business's card is missing");

      return FALSE;
    }

  *count = hw_statement_get_int (stmt, 0);
  *hash = hw_statement_dup_text (stmt, 1);
  return TRUE;
}

static gboolean
save_head (HwStore     *store,
           gint64       count,
           const char  *hash,
           GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SET_HEAD, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, count);
  hw_statement_set_text (stmt, 2, hash);
  return hw_statement_run_one (stmt, error);
}

static gboolean
add_row (HwStore        *store,
         const HwEvent  *event,
         const char     *text_hash,
         const char     *hash,
         GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, event->id);
  hw_statement_set_int (stmt, 2, event->at);
  hw_statement_set_text (stmt, 3, event->kind);
  hw_statement_set_text (stmt, 4, event->subject);
  hw_statement_set_int (stmt, 5, event->subject_id);
  hw_statement_set_text (stmt, 6, text_hash);
  hw_statement_set_text (stmt, 7, hash);
  return hw_statement_run (stmt, error);
}

static gboolean
add_text (HwStore        *store,
          const HwEvent  *event,
          const guint8   *salt,
          GError        **error)
{
  g_autoptr (HwStatement) stmt = NULL;

  if (event->text == NULL)
    return TRUE;

  stmt = hw_statement_new (store, SQL_ADD_TEXT, error);
  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, event->id);
  hw_statement_set_bytes (stmt, 2, salt, SALT_SIZE);
  hw_statement_set_text (stmt, 3, event->text);
  return hw_statement_run (stmt, error);
}

/* SQLite's generator is seeded by the system's and stands in no result. */
static gboolean
add_to_chain (HwStore        *store,
              const HwEvent  *given,
              GError        **error)
{
  HwEvent event = *given;
  guint8 salt[SALT_SIZE];
  g_autofree char *before = NULL;
  g_autofree char *text_hash = NULL;
  g_autofree char *hash = NULL;
  gint64 count;

  if (!load_head (store, &count, &before, error))
    return FALSE;

  sqlite3_randomness (SALT_SIZE, salt);
  event.id = count + 1;
  event.subject = event.subject != NULL ? event.subject : "";
  text_hash = event.text != NULL ? hash_text (salt, SALT_SIZE, event.text) : g_strdup ("");
  hash = hash_event (&event, before, text_hash);

  return add_row (store, &event, text_hash, hash, error) &&
         add_text (store, &event, salt, error) &&
         save_head (store, event.id, hash, error);
}

gboolean
hw_event_repo_add (HwStore        *store,
                   const HwEvent  *event,
                   GError        **error)
{
  g_return_val_if_fail (event->kind != NULL, FALSE);

  return hw_store_enter (store, error) &&
         hw_store_leave (store, add_to_chain (store, event, error), error);
}

static gboolean
check_exists (HwStore  *store,
              gint64    event_id,
              GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_HAS_EVENT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, event_id);
  if (hw_statement_next (stmt, error))
    return TRUE;

  if (hw_statement_done (stmt))
    g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such event");

  return FALSE;
}

/* Erased means that the bytes go too, not only their place in the table. */
gboolean
hw_event_repo_erase_text (HwStore  *store,
                          gint64    event_id,
                          GError  **error)
{
  g_autoptr (HwStatement) stmt = NULL;

  if (!check_exists (store, event_id, error) ||
      !hw_sqlite_run (hw_store_get_db (store), "PRAGMA secure_delete = ON", error))
    return FALSE;

  stmt = hw_statement_new (store, SQL_ERASE_TEXT, error);
  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, event_id);
  return hw_statement_run (stmt, error);
}

static void
verify_text (HwStatement *stmt,
             gint64       id,
             const char  *text_hash,
             GPtrArray   *problems)
{
  const char *text = hw_statement_get_text (stmt, 8);
  g_autofree char *found = NULL;
  gsize salt_size;
  const guint8 *salt;

  if (text == NULL)
    return;

  salt = hw_statement_get_bytes (stmt, 7, &salt_size);
  found = hash_text (salt, salt_size, text);
  if (strcmp (found, text_hash) != 0)
    g_ptr_array_add (problems, g_strdup_printf ("event %" G_GINT64_FORMAT ": its text was changed", id));
}

/* One row against the one before it. */
static void
verify_row (HwStatement *stmt,
            gint64       expected,
            char       **before,
            GPtrArray   *problems)
{
  const HwEvent event = {
    .id = hw_statement_get_int (stmt, 0),
    .at = hw_statement_get_int (stmt, 1),
    .kind = hw_statement_get_text (stmt, 2),
    .subject = hw_statement_get_text (stmt, 3),
    .subject_id = hw_statement_get_int (stmt, 4),
  };
  const char *text_hash = hw_statement_get_text (stmt, 5);
  const char *hash = hw_statement_get_text (stmt, 6);
  g_autofree char *found = NULL;

  if (event.kind == NULL || event.subject == NULL || text_hash == NULL || hash == NULL)
    {
      g_ptr_array_add (problems, g_strdup_printf ("event %" G_GINT64_FORMAT ": unreadable", event.id));
      return;
    }

  found = hash_event (&event, *before, text_hash);

  if (event.id != expected)
    g_ptr_array_add (problems, g_strdup_printf ("events %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " are missing",
                                                expected, event.id - 1));
  else if (strcmp (found, hash) != 0)
    g_ptr_array_add (problems, g_strdup_printf ("event %" G_GINT64_FORMAT ": it, or the one before, was changed",
                                                event.id));

  verify_text (stmt, event.id, text_hash, problems);
  g_free (*before);
  *before = g_strdup (hash);
}

gboolean
hw_event_repo_verify (HwStore    *store,
                      GPtrArray  *problems,
                      GError    **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_CHAIN, error);
  g_autofree char *before = g_strdup ("");
  g_autofree char *head = NULL;
  gint64 last = 0, count;

  if (stmt == NULL || !load_head (store, &count, &head, error))
    return FALSE;

  while (hw_statement_next (stmt, error))
    {
      verify_row (stmt, last + 1, &before, problems);
      last = hw_statement_get_int (stmt, 0);
    }

  if (!hw_statement_done (stmt))
    return FALSE;

  if (last != count)
    g_ptr_array_add (problems, g_strdup_printf ("the last event is %" G_GINT64_FORMAT ", the business knows of %" G_GINT64_FORMAT,
                                                last, count));
  else if (strcmp (before, head) != 0)
    g_ptr_array_add (problems, g_strdup ("the last event is not the one the business knows"));

  return TRUE;
}

gboolean
hw_event_repo_head (HwStore  *store,
                    char    **hash,
                    GError  **error)
{
  g_autoptr (HwStatement) head = hw_statement_new (store, SQL_HEAD, error);

  if (head == NULL || !hw_statement_next (head, error))
    return FALSE;

  *hash = hw_statement_dup_text (head, 1);
  return TRUE;
}

gboolean
hw_event_repo_count (HwStore  *store,
                     gint64   *n,
                     GError  **error)
{
  return hw_sqlite_int (hw_store_get_db (store), SQL_COUNT, n, error);
}
