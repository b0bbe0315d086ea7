/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-importer.h"

#include "import/hw-plan.h"
#include "import/hw-reader.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TICK_EVERY 4096 /* records */

/* The bytes are gone through for their sum and encoding, then for their cells;
 * a workbook is taken apart in between. */
#define SNIFF_SHARE 0.25
#define OPEN_SHARE  0.85

static GHashTable *
copy_texts (GHashTable *from)
{
  GHashTable *to = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;

  if (from == NULL)
    return to;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to, g_strdup (key), g_strdup (value));

  return to;
}

static HwImportPlan *
plan_new (const char            *path,
          const char            *beside,
          const HwImportOptions *options)
{
  HwImportPlan *plan = g_new0 (HwImportPlan, 1);
  int month, mday;

  plan->path = g_strdup (path);
  plan->beside = g_strdup (beside);
  plan->asked_kind = options->kind;
  g_strlcpy (plan->business, options->currency != NULL ? options->currency : "", sizeof plan->business);
  g_strlcpy (plan->currency, plan->business, sizeof plan->currency);
  plan->currency_open = options->currency_open;
  plan->today = options->today;
  hw_day_to_ymd (options->today, &plan->year_now, &month, &mday);
  plan->map = copy_texts (options->map);
  plan->answers = copy_texts (options->answers);
  plan->own = options->own != NULL ? g_ptr_array_ref (options->own) : NULL;
  plan->kind = HW_IMPORT_AUTO;
  plan->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_import_question_free);
  return plan;
}

void
hw_import_plan_free (HwImportPlan *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->beside);
  g_hash_table_unref (self->map);
  g_hash_table_unref (self->answers);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  hw_sniff_free (self->sniff);
  hw_sheets_free (self->book);
  hw_table_free (self->table);
  g_ptr_array_unref (self->questions);
  g_free (self->shape);
  g_free (self->sum);
  g_free (self->styles);
  g_free (self->numbers);
  g_free (self->dates);
  g_clear_pointer (&self->spread, g_array_unref);
  g_clear_pointer (&self->tabs, g_array_unref);
  hw_aside_free (self->aside);
  hw_join_clear (&self->join);
  g_free (self);
}

/* The headings as they stand, so that the same export is known again. */
static char *
make_shape (const HwTable *table)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint c = 0; c < table->n_columns; c++)
    {
      const char *heading = table->columns[c].heading;

      g_checksum_update (sum, (const guchar *) heading, (gssize) strlen (heading) + 1);
    }

  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
answered_separator (HwImportPlan  *plan,
                    char          *separator,
                    GError       **error)
{
  static const char *const ids[] = { "comma", "semicolon", "tab", "pipe" };
  static const char marks[] = { ',', ';', '\t', '|' };
  const char *answer = hw_plan_answer (plan, "separator");

  *separator = 0;
  if (answer == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (answer, ids[i]) || (answer[0] == marks[i] && answer[1] == '\0'))
      *separator = marks[i];

  if (*separator == 0)
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "“%s” is no separator", answer);
  return *separator != 0;
}

static gboolean
answered_encoding (HwImportPlan  *plan,
                   GError       **error)
{
  const char *answer = hw_plan_answer (plan, "encoding");
  GIConv test;

  if (answer == NULL)
    return TRUE;

  test = g_iconv_open ("UTF-8", answer);
  if (test == (GIConv) -1)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "“%s” is no encoding", answer);
      return FALSE;
    }

  g_iconv_close (test);
  /* Where the question was open its choices stay open to the check that follows. */
  if (plan->sniff->rival == NULL || g_str_equal (answer, plan->sniff->rival))
    {
      g_clear_pointer (&plan->sniff->rival, g_free);
      g_free (plan->sniff->encoding);
      plan->sniff->encoding = g_strdup (answer);
      plan->sniff->repair = TRUE;
    }
  return TRUE;
}

static guint
count_known (const HwTable *table)
{
  guint known = 0;

  for (guint c = 0; c < table->n_columns; c++)
    known += table->columns[c].words.roles[0] != HW_ROLE_NONE;

  return known;
}

/* Of two ways to read the letters, the one in which more headings are words. */
static gboolean
settle_encoding (HwImportPlan  *plan,
                 GError       **error)
{
  HwRowSource other = plan->source;
  g_autoptr(HwTable) table = NULL;
  guint here, there;

  if (plan->sniff->rival == NULL || plan->book != NULL || hw_plan_answer (plan, "encoding") != NULL)
    return TRUE;

  other.encoding = plan->sniff->rival;
  other.repair = TRUE;
  table = hw_table_sample (&other, plan->year_now, error);
  if (table == NULL)
    return FALSE;

  here = count_known (plan->table);
  there = count_known (table);
  if (here == there)
    return TRUE;
  if (there > here)
    {
      g_free (plan->sniff->encoding);
      plan->sniff->encoding = g_steal_pointer (&plan->sniff->rival);
      plan->sniff->repair = TRUE;
      plan->source = other;
      plan->source.encoding = plan->sniff->encoding;
      hw_table_free (plan->table);
      plan->table = g_steal_pointer (&table);
    }
  g_clear_pointer (&plan->sniff->rival, g_free);
  return TRUE;
}

static gboolean
scan (HwImportPlan  *plan,
      const HwTick  *tick,
      GError       **error)
{
  HwTickPart first = { tick, 0, SNIFF_SHARE };
  HwTickPart middle = { tick, SNIFF_SHARE, OPEN_SHARE };
  HwTickPart second = { tick, SNIFF_SHARE, 1 };
  const HwTick sniff_tick = HW_TICK_PART (&first);
  const HwTick open_tick = HW_TICK_PART (&middle);
  const HwTick read_tick = HW_TICK_PART (&second);
  char separator;

  if (plan->sniff == NULL)
    plan->sniff = hw_sniff_file (plan->path, &sniff_tick, error);
  if (plan->sniff == NULL || !answered_encoding (plan, error) || !answered_separator (plan, &separator, error))
    return FALSE;

  plan->source = (HwRowSource) {
    .path = plan->path, .encoding = plan->sniff->encoding, .repair = plan->sniff->repair, .separator = separator,
  };
  if (plan->sniff->form == HW_FORM_BOOK)
    {
      second.from = OPEN_SHARE;
      if (!hw_plan_open_book (plan, &open_tick, error))
        return FALSE;
    }

  plan->table = hw_table_sample (&plan->source, plan->year_now, error);
  if (plan->table == NULL || !settle_encoding (plan, error))
    return FALSE;
  plan->source.separator = plan->table->separator;
  if (!hw_plan_join (plan, error))
    return FALSE;
  plan->shape = make_shape (plan->table);
  if (plan->table->rows->len == 0)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_EMPTY, "no rows below the heading");
      return FALSE;
    }

  return hw_plan_ask_text (plan, error)
         && hw_plan_find_columns (plan, error)
         && hw_plan_read_evidence (plan, &read_tick, error)
         && hw_plan_decide (plan, error);
}

static HwImportPlan *
scan_one (const char            *path,
          const char            *beside,
          const HwImportOptions *options,
          const HwTick          *tick,
          GError               **error)
{
  g_autoptr(HwImportPlan) plan = plan_new (path, beside, options);

  return scan (plan, tick, error) ? g_steal_pointer (&plan) : NULL;
}

/* Which of the two holds the lines and which the orders, they say themselves. */
static HwImportPlan *
scan_pair (const char            *path,
           const HwImportOptions *options,
           const HwTick          *tick,
           GError               **error)
{
  const char *const pair[] = { path, options->beside };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GError) failed = NULL;
      g_autoptr(HwImportPlan) plan = scan_one (pair[i], pair[1 - i], options, tick, &failed);

      if (plan != NULL && plan->join.by != NULL)
        return g_steal_pointer (&plan);
      if (failed != NULL && hw_error_is_cancelled (failed))
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return NULL;
        }
    }

  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NOT_USED,
                       _("These two files do not belong together. Import one, then the other."));
  return NULL;
}

HwImportPlan *
hw_import_scan (const char            *path,
                const HwImportOptions *options,
                const HwTick          *tick,
                GError               **error)
{
  g_return_val_if_fail (path != NULL && options != NULL, NULL);

  return options->beside != NULL ? scan_pair (path, options, tick, error) : scan_one (path, NULL, options, tick, error);
}

HwImportPlan *
hw_import_scan_again (HwImportPlan           *before,
                      const HwImportOptions  *options,
                      const HwTick           *tick,
                      GError                **error)
{
  g_autoptr(HwImportPlan) plan = NULL;

  g_return_val_if_fail (before != NULL && options != NULL, NULL);

  plan = plan_new (before->path, before->beside, options);
  if (before->book != NULL)
    {
      plan->book = g_steal_pointer (&before->book);
      plan->sniff = g_steal_pointer (&before->sniff);
    }
  if (scan (plan, tick, error))
    return g_steal_pointer (&plan);

  if (before->sniff == NULL)
    {
      before->book = g_steal_pointer (&plan->book);
      before->sniff = g_steal_pointer (&plan->sniff);
    }
  return NULL;
}

static void
copy_questions (const HwImportPlan *plan,
                HwImportReport     *report)
{
  for (guint i = 0; i < plan->questions->len; i++)
    {
      const HwImportQuestion *from = g_ptr_array_index (plan->questions, i);
      HwImportQuestion *to = hw_import_question_new (from->id, from->text);

      for (guint c = 0; c < from->choices->len; c++)
        {
          const HwImportChoice *choice = &g_array_index (from->choices, HwImportChoice, c);

          hw_import_question_add_choice (to, choice->value, choice->label);
        }
      g_ptr_array_add (report->questions, to);
    }
}

static gboolean
read_all (HwImportPlan    *plan,
          HwRows          *rows,
          HwReader        *reader,
          const HwTick    *tick,
          GError         **error)
{
  GError *failed = NULL;
  HwRecord record;

  for (gint64 n = 1; hw_rows_next (rows, &record, &failed); n++)
    {
      if (record.number <= plan->table->heading || !hw_table_has_record (plan->table, &record))
        continue;
      if (n % TICK_EVERY == 0 && !hw_tick (tick, hw_rows_get_share (rows)))
        {
          g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED, "stopped while reading");
          return FALSE;
        }
      if (!hw_reader_take (reader, &record, error))
        return FALSE;
    }

  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

HwImportReport *
hw_import_read (HwImportPlan    *plan,
                const HwRowSink *sink,
                const HwTick    *tick,
                GError         **error)
{
  g_autoptr(HwImportReport) report = hw_import_report_new ();
  g_autoptr(HwReader) reader = NULL;
  g_autoptr(HwRows) rows = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  if (sink != NULL && !sink->dry && plan->questions->len > 0)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION, "“%s” is not answered",
                   ((const HwImportQuestion *) g_ptr_array_index (plan->questions, 0))->id);
      return NULL;
    }

  rows = hw_rows_new (&plan->source, error);
  if (rows == NULL)
    return NULL;

  reader = hw_reader_new (plan, report, sink);
  copy_questions (plan, report);
  if (!read_all (plan, rows, reader, tick, error))
    return NULL;

  hw_plan_say (plan, report);
  return g_steal_pointer (&report);
}
