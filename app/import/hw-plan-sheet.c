/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet of a workbook is meant: the one that holds sales, or the only one
 * that holds anything we know; where several could be it, the owner says. */
#include "import/hw-plan.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CHOICES 24

typedef struct
{
  guint        sheet;
  gboolean     known;  /* its kind is */
  gboolean     origin; /* and the program it comes from */
  HwImportKind kind;
} Candidate;

/* As far as a sheet's meaning can be seen from its first rows. */
static Candidate
look_at (const HwImportPlan *plan,
         guint               sheet)
{
  HwImportPlan probe = *plan;
  Candidate candidate = { .sheet = sheet, .kind = HW_IMPORT_AUTO };

  probe.source.sheet = sheet;
  probe.spread = NULL;
  probe.questions = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_import_question_free);
  probe.table = hw_table_sample (&probe.source, plan->year_now, NULL);
  if (probe.table != NULL && probe.table->recognised && probe.table->rows->len > 0 && hw_plan_find_columns (&probe, NULL))
    {
      candidate.known = TRUE;
      candidate.kind = probe.kind;
      candidate.origin = probe.origin != NULL;
    }

  g_ptr_array_unref (probe.questions);
  g_clear_pointer (&probe.spread, g_array_unref);
  hw_table_free (probe.table);
  return candidate;
}

/* Sheets that hold something and are shown; all of them where none is. */
static GArray *
find_candidates (const HwImportPlan *plan)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const guint n = hw_sheets_get_n (plan->book);

  for (int hidden = 0; hidden < 2 && candidates->len == 0; hidden++)
    for (guint i = 0; i < n && candidates->len < MAX_CHOICES; i++)
      {
        const HwSheetRows *sheet = hw_sheets_get (plan->book, i);

        if (sheet->n_rows > 0 && sheet->hidden == hidden)
          {
            const Candidate candidate = look_at (plan, i);

            g_array_append_val (candidates, candidate);
          }
      }

  return candidates;
}

/* Leaves those that could be meant: sales before lists, lists before the unknown. */
static void
keep_likely (GArray       *candidates,
             HwImportKind  asked)
{
  guint best = 0;

  for (int round = 0; round < 2; round++)
    for (guint i = candidates->len; i > 0; i--)
      {
        const Candidate *it = &g_array_index (candidates, Candidate, i - 1);
        const guint rank = !it->known ? 1 : it->origin && asked == HW_IMPORT_AUTO ? 4 : it->kind == (asked == HW_IMPORT_AUTO ? HW_IMPORT_SALES : asked) ? 3 : 2;

        if (round == 0)
          best = MAX (best, rank);
        else if (rank < best)
          g_array_remove_index (candidates, i - 1);
      }
}

/* A name that can stand in a remembered answer; else the sheet's number. */
static char *
value_of (const HwImportPlan *plan,
          guint               sheet)
{
  const char *name = hw_sheets_get (plan->book, sheet)->name;

  return *name != '\0' && strpbrk (name, ";=\n") == NULL ? g_strdup (name) : g_strdup_printf ("%u", sheet + 1);
}

static gboolean
take_answer (HwImportPlan *plan,
             const char   *answer)
{
  for (guint i = 0; i < hw_sheets_get_n (plan->book); i++)
    {
      g_autofree char *value = value_of (plan, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (g_str_equal (answer, value) || g_str_equal (answer, hw_sheets_get (plan->book, i)->name)
          || g_str_equal (answer, number))
        {
          plan->source.sheet = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
ask (HwImportPlan  *plan,
     const GArray  *candidates,
     GError       **error)
{
  HwImportQuestion *question = hw_import_question_new ("sheet", _("Which sheet of this workbook do you want to import?"));
  const char *value;

  for (guint i = 0; i < candidates->len; i++)
    {
      const guint sheet = g_array_index (candidates, Candidate, i).sheet;
      g_autofree char *choice = value_of (plan, sheet);

      hw_import_question_add_choice (question, choice, hw_sheets_get (plan->book, sheet)->name);
    }

  return hw_plan_ask (plan, question, &value, error);
}

static gint64
rows_of (const HwImportPlan *plan,
         const GArray       *candidates,
         guint               i)
{
  return hw_sheets_get (plan->book, g_array_index (candidates, Candidate, i).sheet)->n_rows;
}

gboolean
hw_plan_open_book (HwImportPlan  *plan,
                   const HwTick  *tick,
                   GError       **error)
{
  const char *answer = hw_plan_answer (plan, "sheet");
  g_autoptr(GArray) candidates = NULL;
  guint best = 0;

  plan->book = hw_sheets_open (plan->path, plan->sniff->form, tick, error);
  if (plan->book == NULL)
    return FALSE;

  plan->source.book = plan->book;
  if (answer != NULL && take_answer (plan, answer))
    return TRUE;

  candidates = find_candidates (plan);
  if (candidates->len == 0)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_EMPTY, "no sheet holds anything");
      return FALSE;
    }
  keep_likely (candidates, plan->asked_kind);
  for (guint i = 1; i < candidates->len; i++)
    if (rows_of (plan, candidates, i) > rows_of (plan, candidates, best))
      best = i;

  plan->source.sheet = g_array_index (candidates, Candidate, best).sheet;
  return answer != NULL || candidates->len > 1 ? ask (plan, candidates, error) : TRUE;
}
