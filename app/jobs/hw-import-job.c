/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-import-job.h"

#include "core/hw-error.h"
#include "import/hw-importer.h"
#include "jobs/hw-import-sink.h"
#include "jobs/hw-session-private.h"
#include "store/hw-import-repo.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-sale-repo.h"

#include <glib/gi18n-lib.h>

/* Finding out what a file is takes about as long as reading it. */
#define SCAN_SHARE 0.45

HwImportRequest *
hw_import_request_new (const char *path)
{
  HwImportRequest *self = g_new0 (HwImportRequest, 1);

  self->path = g_strdup (path);
  self->kind = HW_IMPORT_AUTO;
  return self;
}

void
hw_import_request_free (HwImportRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_clear_pointer (&self->map, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self);
}

static void
put (GHashTable **table,
     const char  *key,
     const char  *value)
{
  if (*table == NULL)
    *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (*table, g_strdup (key), g_strdup (value));
}

void
hw_import_request_map (HwImportRequest *self,
                       const char      *field,
                       const char      *column)
{
  put (&self->map, field, column);
}

void
hw_import_request_answer (HwImportRequest *self,
                          const char      *question,
                          const char      *value)
{
  put (&self->answers, question, value);
}

void
hw_import_look_free (HwImportLook *self)
{
  if (self == NULL)
    return;

  g_free (self->currency);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->preview);
  hw_import_report_free (self->report);
  g_free (self);
}

/* "date-order=dmy;currency=EUR": what was answered, to be remembered. */
static char *
join_answers (GHashTable *answers)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GList) keys = answers != NULL ? g_hash_table_get_keys (answers) : NULL;

  keys = g_list_sort (keys, (GCompareFunc) g_strcmp0);
  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? ";" : "", (const char *) l->data,
                            (const char *) g_hash_table_lookup (answers, l->data));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A file of a shape the owner has explained before is read the way they said. */
static HwImportPlan *
scan_as_remembered (HwStore                *store,
                    HwImportPlan           *plan, /* (owned) */
                    const HwImportRequest  *wish,
                    const HwImportOptions  *options,
                    const HwTick           *tick)
{
  g_autofree char *mapping = NULL;
  g_autofree char *answers = NULL;
  g_autoptr (GHashTable) map = NULL;
  g_autoptr (GHashTable) said = NULL;
  HwImportOptions again = *options;
  HwImportPlan *better;

  if (wish->map != NULL || wish->answers != NULL ||
      !hw_import_repo_recall (store, hw_import_plan_get_shape (plan), &mapping, &answers, NULL) ||
      mapping == NULL)
    return plan;

  again.map = map = hw_import_mapping_parse (mapping);
  again.answers = said = answers != NULL ? hw_import_mapping_parse (answers) : NULL;
  better = hw_import_scan (wish->path, &again, tick, NULL);
  if (better == NULL)
    return plan;

  hw_import_plan_free (plan);
  return better;
}

static HwImportPlan *
scan (HwSession              *session,
      HwStore                *store,
      const HwImportRequest  *wish,
      const HwTick           *tick,
      GError                **error)
{
  HwTickPart part = { tick, 0.0, SCAN_SHARE };
  const HwTick scan_tick = HW_TICK_PART (&part);
  HwImportOptions options = {
    .kind = wish->kind, .currency = hw_session_get_business (session)->currency,
    .today = hw_session_get_today (session), .map = wish->map, .answers = wish->answers,
  };
  gboolean has_money = TRUE;
  HwImportPlan *plan;

  if (!hw_sale_repo_has_money (store, &has_money, error))
    return NULL;

  options.currency_open = !has_money;
  plan = hw_import_scan (wish->path, &options, &scan_tick, error);
  return plan != NULL ? scan_as_remembered (store, plan, wish, &options, &scan_tick) : NULL;
}

static HwImportLook *
look_from (const HwImportPlan *plan)
{
  HwImportLook *look = g_new0 (HwImportLook, 1);
  const guint n = hw_import_plan_get_n_columns (plan);

  look->kind = hw_import_plan_get_kind (plan);
  look->currency = g_strdup (hw_import_plan_get_currency (plan));
  look->headings = g_ptr_array_new_with_free_func (g_free);
  look->fields = g_array_new (FALSE, FALSE, sizeof (int));
  look->preview = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint column = 0; column < n; column++)
    {
      HwField field;
      const int as = hw_import_plan_get_field (plan, column, &field) ? (int) field : -1;

      g_ptr_array_add (look->headings, g_strdup (hw_import_plan_get_heading (plan, column)));
      g_array_append_val (look->fields, as);
    }

  for (guint row = 0; row < hw_import_plan_get_n_preview (plan); row++)
    {
      GStrv cells = g_new0 (char *, n + 1);

      for (guint column = 0; column < n; column++)
        cells[column] = g_strdup (hw_import_plan_get_preview (plan, row, column));
      g_ptr_array_add (look->preview, cells);
    }

  return look;
}

static gpointer
run_look (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  HwStore *store = hw_session_get_reader (session);
  HwTickPart part = { tick, SCAN_SHARE, 1.0 };
  const HwTick read_tick = HW_TICK_PART (&part);
  g_autoptr (HwImportPlan) plan = scan (session, store, request, tick, error);
  g_autoptr (HwImportLook) look = NULL;

  if (plan == NULL)
    return NULL;

  /* Dry: counts and totals, nothing kept. */
  look = look_from (plan);
  look->report = hw_import_read (plan, NULL, &read_tick, error);
  if (look->report == NULL ||
      !hw_import_repo_find (store, hw_import_plan_get_sha256 (plan), &look->again, error))
    return NULL;

  return g_steal_pointer (&look);
}

/* An empty business whose first file is in another currency takes that one. */
static gboolean
adopt_currency (HwSession           *session,
                HwStore             *store,
                const HwImportPlan  *plan,
                HwBusiness          *business,
                GError             **error)
{
  const char *currency = hw_import_plan_get_currency (plan);
  gboolean has_money = TRUE;

  hw_business_copy (business, hw_session_get_business (session));
  if (currency == NULL || *currency == '\0' || g_str_equal (business->currency, currency))
    return TRUE;

  if (!hw_sale_repo_has_money (store, &has_money, error))
    return FALSE;

  if (has_money)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CURRENCY, "%s in a business in %s", currency, business->currency);
      return FALSE;
    }

  g_strlcpy (business->currency, currency, sizeof business->currency);
  return hw_business_repo_save (store, business, error);
}

static HwImportReport *
keep_rows (HwSession              *session,
           HwStore                *store,
           HwImportPlan           *plan,
           const HwImportRequest  *wish,
           const HwTick           *tick,
           GError                **error)
{
  HwTickPart part = { tick, SCAN_SHARE, 1.0 };
  const HwTick read_tick = HW_TICK_PART (&part);
  g_autofree char *name = g_path_get_basename (wish->path);
  g_autoptr (HwImportSink) sink = NULL;
  g_autoptr (HwImportReport) report = NULL;
  gint64 id;

  if (!hw_import_repo_begin (store, hw_import_plan_get_kind (plan), name, hw_import_plan_get_sha256 (plan),
                             wish->at > 0 ? wish->at : hw_session_get_now (session), &id, error))
    return NULL;

  sink = hw_import_sink_new (store, hw_import_plan_get_kind (plan), id, hw_session_get_today (session), error);
  if (sink == NULL)
    return NULL;

  report = hw_import_read (plan, hw_import_sink_get (sink), &read_tick, error);
  if (report == NULL || !hw_import_sink_finish (sink, error))
    return NULL;

  report->import_id = id;
  report->new_products = hw_import_sink_get_n_new_products (sink);
  return hw_import_repo_finish (store, id, report, error) ? g_steal_pointer (&report) : NULL;
}

static gboolean
remember (HwStore                *store,
          const HwImportPlan     *plan,
          const HwImportRequest  *wish,
          GError                **error)
{
  g_autofree char *mapping = NULL;
  g_autofree char *answers = NULL;

  if (wish->map == NULL && wish->answers == NULL)
    return TRUE;

  mapping = hw_import_plan_dup_mapping (plan);
  answers = join_answers (wish->answers);
  return hw_import_repo_remember (store, hw_import_plan_get_shape (plan), mapping, answers, error);
}

static gpointer
run_keep (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwImportRequest *wish = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwImportPlan) plan = scan (session, store, wish, tick, error);
  g_autoptr (HwImportReport) report = NULL;
  g_auto (HwBusiness) business = { 0 };
  gint64 again = 0;

  if (plan == NULL || !hw_import_repo_find (store, hw_import_plan_get_sha256 (plan), &again, error))
    return NULL;

  if (again != 0)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN, "import %" G_GINT64_FORMAT, again);
      return NULL;
    }

  if (hw_import_plan_get_questions (plan)->len > 0)
    {
      const HwImportQuestion *question = g_ptr_array_index (hw_import_plan_get_questions (plan), 0);

      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION, "%s", question->id);
      return NULL;
    }

  if (!hw_store_begin (store, error))
    return NULL;

  if (adopt_currency (session, store, plan, &business, error))
    report = keep_rows (session, store, plan, wish, tick, error);

  if (report != NULL && remember (store, plan, wish, error) && hw_store_commit (store, error))
    {
      hw_session_set_business (session, &business);
      return g_steal_pointer (&report);
    }

  hw_store_rollback (store);
  return NULL;
}

static gpointer
run_undo (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const gint64 *id = request;

  if (!hw_import_repo_undo (hw_session_get_store (session), *id, hw_session_get_now (session), error))
    return NULL;

  return g_memdup2 (id, sizeof *id);
}

static gpointer
run_list (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  return hw_import_repo_list (hw_session_get_reader (session), error);
}

static gpointer
run_issues (HwSession      *session,
            gconstpointer   request,
            const HwTick   *tick,
            GError        **error)
{
  const gint64 *id = request;

  return hw_import_repo_issues (hw_session_get_reader (session), *id, error);
}

const HwJob hw_import_look_job = {
  "import-look", N_("Reading the file"), run_look,
  (GDestroyNotify) hw_import_request_free, (GDestroyNotify) hw_import_look_free, TRUE
};

const HwJob hw_import_keep_job = {
  "import", N_("Taking in the file"), run_keep,
  (GDestroyNotify) hw_import_request_free, (GDestroyNotify) hw_import_report_free, FALSE
};

const HwJob hw_import_undo_job = {
  "import-undo", N_("Taking the file back out"), run_undo, g_free, g_free, FALSE
};

const HwJob hw_import_list_job = {
  "import-list", N_("Looking up the files"), run_list, NULL, (GDestroyNotify) g_array_unref, TRUE
};

const HwJob hw_import_issues_job = {
  "import-issues", N_("Looking up the findings"), run_issues, g_free, (GDestroyNotify) g_array_unref, TRUE
};
