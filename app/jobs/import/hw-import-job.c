/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/import/hw-import-job.h"

#include "core/hw-error.h"
#include "import/hw-importer.h"
#include "jobs/hw-session-private.h"
#include "jobs/import/hw-import-scan.h"
#include "jobs/import/hw-import-sink.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-import-repo.h"
#include "store/hw-sale-repo.h"

#include <glib/gi18n-lib.h>

/* Finding out what a file is takes about as long as reading it. */
#define SCAN_SHARE 0.45
#define KNOWN_SHARE 0.55

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
  g_free (self->beside);
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

  g_free (self->origin);
  g_free (self->currency);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->preview);
  hw_import_report_free (self->report);
  g_free (self);
}

/* "date-order=dmy;currency=EUR": what was answered, to be remembered; what is true of one
 * file alone is not. */
static char *
join_answers (GHashTable *answers)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GList) keys = answers != NULL ? g_hash_table_get_keys (answers) : NULL;

  keys = g_list_sort (keys, (GCompareFunc) g_strcmp0);
  for (GList *l = keys; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "again"))
      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? ";" : "", (const char *) l->data,
                              (const char *) g_hash_table_lookup (answers, l->data));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static HwImportLook *
look_from (const HwImportPlan *plan)
{
  HwImportLook *look = g_new0 (HwImportLook, 1);
  const guint n = hw_import_plan_get_n_columns (plan);

  look->kind = hw_import_plan_get_kind (plan);
  look->origin = g_strdup (hw_import_plan_get_origin (plan));
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

/* Rows that came with an earlier file are found by what they say, not by the file's
 * name. @skip: leave them out, as the owner said or as is plain; @question: (nullable)
 * only the owner can tell. */
typedef struct
{
  gboolean          skip;
  HwImportQuestion *question; /* (owned) (nullable) */
  char             *twice;    /* (owned) (nullable) a sentence: what would count twice */
} Overlap;

static void
overlap_clear (Overlap *self)
{
  g_clear_pointer (&self->question, hw_import_question_free);
  g_clear_pointer (&self->twice, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Overlap, overlap_clear)

/* Before the rows are kept and after, where they may be taken back. */
static void
note_twice (HwImportReport *report,
            const Overlap  *overlap)
{
  if (overlap->twice != NULL)
    hw_import_report_add_note (report, g_strdup (overlap->twice));
}

static HwImportQuestion *
ask_overlap (const HwKnownSum *sum)
{
  g_autofree char *text = NULL;
  HwImportQuestion *question;

  /* Translators: %lu rows. */
  text = g_strdup_printf (ngettext ("%lu row of this file is like one you have already. Is it the same?",
                                    "%lu rows of this file are like some you have already. Are they the same?",
                                    (gulong) sum->known), (gulong) sum->known);
  question = hw_import_question_new ("again", text);
  hw_import_question_add_choice (question, "leave-out", _("The same: leave them out"));
  hw_import_question_add_choice (question, "keep", _("Others that only look like them: import them"));
  return question;
}

/* A dry reading with an eye on what is here. Rows with a number or a time of their own
 * are sure, and so is a file that holds all there is of its days. */
static HwImportReport *
look_for_known (HwSession              *session,
                HwStore                *store,
                HwImportPlan           *plan,
                const HwImportRequest  *wish,
                const HwTick           *tick,
                Overlap                *overlap,
                GError                **error)
{
  const char *said = wish->answers != NULL ? g_hash_table_lookup (wish->answers, "again") : NULL;
  g_autoptr (HwImportSink) sink = hw_import_sink_new (store, hw_import_plan_get_kind (plan), 0, hw_session_get_today (session), error);
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_autoptr (HwImportReport) report = NULL;
  HwKnownSum sum;

  if (sink == NULL)
    return NULL;

  overlap->skip = g_strcmp0 (said, "keep") != 0 && hw_import_sink_skip_known (sink, hw_import_plan_is_own (plan));
  report = hw_import_read (plan, hw_import_sink_get (sink), tick, error);
  if (report == NULL || !hw_import_sink_sum_known (sink, &sum, error) || !hw_import_sink_say_twice (sink, format, &overlap->twice, error))
    return NULL;


  if (overlap->skip && said == NULL && sum.unsure > 0 && sum.known < sum.here)
    overlap->question = ask_overlap (&sum);
  return g_steal_pointer (&report);
}

static gpointer
run_look (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  HwStore *store = hw_session_get_reader (session);
  HwTickPart first = { tick, 0.0, SCAN_SHARE };
  HwTickPart part = { tick, SCAN_SHARE, 1.0 };
  const HwTick scan_tick = HW_TICK_PART (&first);
  const HwTick read_tick = HW_TICK_PART (&part);
  g_autoptr (HwImportPlan) plan = hw_import_scan_wish (session, store, request, &scan_tick, error);
  g_autoptr (HwImportLook) look = NULL;
  g_auto (Overlap) overlap = { 0 };

  if (plan == NULL)
    return NULL;

  /* Dry: counts and totals, nothing kept. */
  look = look_from (plan);
  look->report = look_for_known (session, store, plan, request, &read_tick, &overlap, error);
  if (look->report == NULL)
    return NULL;

  note_twice (look->report, &overlap);
  if (overlap.question != NULL)
    g_ptr_array_add (look->report->questions, g_steal_pointer (&overlap.question));
  if (!hw_import_repo_find (store, hw_import_plan_get_sha256 (plan), &look->again, error))
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

static char *
name_files (const HwImportRequest *wish)
{
  g_autofree char *name = g_path_get_basename (wish->path);
  g_autofree char *beside = wish->beside != NULL ? g_path_get_basename (wish->beside) : NULL;

  return beside != NULL ? g_strdup_printf ("%s + %s", name, beside) : g_steal_pointer (&name);
}

static HwImportReport *
keep_rows (HwSession              *session,
           HwStore                *store,
           HwImportPlan           *plan,
           const HwImportRequest  *wish,
           gboolean                skip_known,
           const HwTick           *tick,
           GError                **error)
{
  HwTickPart part = { tick, KNOWN_SHARE, 1.0 };
  const HwTick read_tick = HW_TICK_PART (&part);
  g_autofree char *name = name_files (wish);
  g_autoptr (HwImportSink) sink = NULL;
  g_autoptr (HwImportReport) report = NULL;
  gint64 id;

  if (!hw_import_repo_begin (store, hw_import_plan_get_kind (plan), name, hw_import_plan_get_sha256 (plan),
                             wish->at > 0 ? wish->at : hw_session_get_now (session), &id, error))
    return NULL;

  sink = hw_import_sink_new (store, hw_import_plan_get_kind (plan), id, hw_session_get_today (session), error);
  if (sink == NULL)
    return NULL;

  if (skip_known)
    hw_import_sink_skip_known (sink, hw_import_plan_is_own (plan));
  report = hw_import_read (plan, hw_import_sink_get (sink), &read_tick, error);
  if (report == NULL || !hw_import_sink_finish (sink, error))
    return NULL;

  report->import_id = id;
  report->new_products = hw_import_sink_get_n_new_products (sink);
  return hw_import_repo_finish (store, id, report, error) ? g_steal_pointer (&report) : NULL;
}

/* FALSE if a question is open or there is nothing new in it. */
static gboolean
check_known (HwSession              *session,
             HwStore                *store,
             HwImportPlan           *plan,
             const HwImportRequest  *wish,
             const HwTick           *tick,
             Overlap                *overlap,
             GError                **error)
{
  HwTickPart part = { tick, SCAN_SHARE, KNOWN_SHARE };
  const HwTick known_tick = HW_TICK_PART (&part);
  g_autoptr (HwImportReport) report = NULL;
  gboolean ok = FALSE;

  if (!hw_import_sink_can_know (store, hw_import_plan_get_kind (plan), &overlap->skip, error))
    return FALSE;
  if (!overlap->skip)
    return TRUE;

  report = look_for_known (session, store, plan, wish, &known_tick, overlap, error);
  if (report == NULL)
    return FALSE;

  if (overlap->question != NULL)
    g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION, overlap->question->id);
  else if (report->rows_imported == 0 && report->left_out[HW_LEFT_OUT_KNOWN] > 0)
    g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN, "all rows came with earlier files");
  else
    ok = TRUE;

  return ok;
}

static gboolean
remember (HwStore                *store,
          const HwImportPlan     *plan,
          const HwImportRequest  *wish,
          GError                **error)
{
  g_autofree char *before_map = NULL;
  g_autofree char *before = NULL;
  g_autofree char *mapping = NULL;
  g_autofree char *answers = NULL;
  g_autoptr (GHashTable) said = NULL;

  if (!hw_import_repo_recall (store, hw_import_plan_get_shape (plan), &before_map, &before, error))
    return FALSE;

  /* That such a file was imported is worth knowing, too. */
  if (wish->map == NULL && wish->answers == NULL)
    return before_map != NULL || hw_import_repo_remember (store, hw_import_plan_get_shape (plan), NULL, before, error);

  said = hw_import_scan_merge (before, wish->answers);
  mapping = hw_import_plan_dup_mapping (plan);
  answers = join_answers (said);
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
  HwTickPart first = { tick, 0.0, SCAN_SHARE };
  const HwTick scan_tick = HW_TICK_PART (&first);
  g_autoptr (HwImportPlan) plan = hw_import_scan_wish (session, store, wish, &scan_tick, error);
  g_autoptr (HwImportReport) report = NULL;
  g_auto (HwBusiness) business = { 0 };
  g_auto (Overlap) overlap = { 0 };
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

  if (!check_known (session, store, plan, wish, tick, &overlap, error) || !hw_store_begin (store, error))
    return NULL;

  if (adopt_currency (session, store, plan, &business, error))
    report = keep_rows (session, store, plan, wish, overlap.skip, tick, error);

  if (report != NULL && remember (store, plan, wish, error) && hw_store_commit (store, error))
    {
      hw_session_set_business (session, &business);
      note_twice (report, &overlap);
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
