/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's name, taken out of everything the owner entered, and of why an order
 * differs from what was proposed. The triggers let who, why and answer of an entry be
 * rewritten, and nothing else. */
#include "store/hw-entry-repo.h"

#include "core/hw-error.h"
#include "store/hw-event-repo.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

/* Where words stand. */
typedef enum
{
  PLACE_VERSION,
  PLACE_ANSWER,
  PLACE_ORDER_LINE,
  PLACE_REFUSAL,
} Place;

#define SQL_WORDS \
  "SELECT 0, entry_id, version, '', who, why FROM entry_version WHERE who <> '' OR why <> ''" \
  " UNION ALL SELECT 1, entry_id, version, question, answer, '' FROM entry_answer" \
  " UNION ALL SELECT 2, id, 0, '', why, '' FROM order_line WHERE why <> ''" \
  " UNION ALL SELECT 3, id, 0, '', why, '' FROM order_refusal WHERE why <> ''"

#define SQL_SET_WORDS "UPDATE entry_version SET who = ?3, why = ?4 WHERE entry_id = ?1 AND version = ?2"
#define SQL_SET_ANSWER "UPDATE entry_answer SET answer = ?3 WHERE entry_id = ?1 AND version = ?2 AND question = ?4"
#define SQL_SET_LINE "UPDATE order_line SET why = ?3 WHERE id = ?1 AND ?2 = 0 AND ?4 = ''"
#define SQL_SET_REFUSAL "UPDATE order_refusal SET why = ?3 WHERE id = ?1 AND ?2 = 0 AND ?4 = ''"

typedef struct
{
  Place   place;
  gint64  id;             /* of the entry, the order line or the refusal */
  gint64  version;        /* of the entry; 0 elsewhere */
  char   *question;       /* (owned) of an answer; "" elsewhere */
  char   *first, *second; /* (owned) without the name */
} Words;

static void
words_free (Words *words)
{
  g_free (words->question);
  g_free (words->first);
  g_free (words->second);
  g_free (words);
}

static char *
without (GRegex     *name,
         const char *text)
{
  return g_regex_replace_literal (name, text, -1, 0, HW_ENTRY_ERASED, 0, NULL);
}

/* What is to be written, gathered before anything is. */
static GPtrArray *
find_words (HwStore  *store,
            GRegex   *name,
            GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_WORDS, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) words_free);

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      const char *first = hw_statement_get_text (stmt, 4);
      const char *second = hw_statement_get_text (stmt, 5);
      Words *words;

      if (!g_regex_match (name, first, 0, NULL) && !g_regex_match (name, second, 0, NULL))
        continue;

      words = g_new0 (Words, 1);
      words->place = (Place) hw_statement_get_int (stmt, 0);
      words->id = hw_statement_get_int (stmt, 1);
      words->version = hw_statement_get_int (stmt, 2);
      words->question = hw_statement_dup_text (stmt, 3);
      words->first = without (name, first);
      words->second = without (name, second);
      g_ptr_array_add (found, words);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&found) : NULL;
}

static gboolean
write_words (HwStore      *store,
             const Words  *words,
             GError      **error)
{
  static const char *const sql[] = {
    [PLACE_VERSION] = SQL_SET_WORDS, [PLACE_ANSWER] = SQL_SET_ANSWER,
    [PLACE_ORDER_LINE] = SQL_SET_LINE, [PLACE_REFUSAL] = SQL_SET_REFUSAL,
  };
  g_autoptr (HwStatement) stmt = hw_statement_new (store, sql[words->place], error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, words->id);
  hw_statement_set_int (stmt, 2, words->version);
  hw_statement_set_text (stmt, 3, words->first);
  hw_statement_set_text (stmt, 4, words->place == PLACE_VERSION ? words->second : words->question);
  return hw_statement_run_one (stmt, error);
}

static gboolean
erase (HwStore  *store,
       GRegex   *name,
       gint64    at,
       gint64   *n,
       GError  **error)
{
  const HwEvent event = { .at = at, .kind = "name-erased", .subject = "entry" };
  g_autoptr (GPtrArray) found = find_words (store, name, error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    if (!write_words (store, g_ptr_array_index (found, i), error))
      return FALSE;

  *n = found->len;
  return found->len == 0 || hw_event_repo_add (store, &event, error);
}

gboolean
hw_entry_repo_erase_name (HwStore     *store,
                          const char  *name,
                          gint64       at,
                          gint64      *n,
                          GError     **error)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<!\\w)%s(?!\\w)", escaped);
  g_autoptr (GRegex) regex = NULL;

  g_return_val_if_fail (*name != '\0', FALSE);

  regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, error);

  return regex != NULL &&
         hw_sqlite_run (hw_store_get_db (store), "PRAGMA secure_delete = ON", error) &&
         hw_store_enter (store, error) &&
         hw_store_leave (store, erase (store, regex, at, n, error), error);
}
