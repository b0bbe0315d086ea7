/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet of a workbook is meant: the one that holds sales, or the only one
 * that holds anything we know; where several could be it, the owner says. */
#include "import/hw-plan.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CHOICES 24
#define ALL_SHEETS  "all-sheets"

typedef struct
{
  guint        sheet;
  gboolean     known;  /* its kind is */
  gboolean     origin; /* and the program it comes from */
  gboolean     across; /* its table runs across */
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
  if (plan->tabs != NULL && sheet != g_array_index (plan->tabs, guint, 0))
    {
      probe.source.tabs = NULL;
      probe.source.aside = probe.aside = NULL;
    }
  probe.spread = NULL;
  probe.questions = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_import_question_free);
  probe.table = hw_table_sample (&probe.source, plan->year_now, NULL);
  if (probe.table != NULL && hw_plan_join (&probe, NULL) && probe.table->recognised && probe.table->rows->len > 0 && hw_plan_find_columns (&probe, NULL))
    {
      candidate.known = TRUE;
      candidate.kind = probe.kind;
      candidate.origin = probe.origin != NULL;
      candidate.across = hw_plan_is_spread (&probe);
    }
  if (probe.join.by != NULL)
    {
      hw_join_clear (&probe.join);
      hw_aside_free (probe.aside);
    }

  g_ptr_array_unref (probe.questions);
  g_clear_pointer (&probe.spread, g_array_unref);
  hw_table_free (probe.table);
  return candidate;
}

/* Whether the first of some tabs stands for it. */
static gboolean
is_further_tab (const HwImportPlan *plan,
                guint               sheet)
{
  for (guint i = 1; plan->tabs != NULL && i < plan->tabs->len; i++)
    if (g_array_index (plan->tabs, guint, i) == sheet)
      return TRUE;

  return FALSE;
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

        if (sheet->n_rows > 0 && sheet->hidden == hidden && !is_further_tab (plan, i))
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
is_tabs (const HwImportPlan *plan,
         guint               sheet)
{
  return plan->tabs != NULL && g_array_index (plan->tabs, guint, 0) == sheet;
}

/* Tables of one heading can be read as one; those that run across tell their year by
 * their own name. */
static gboolean
are_one (const HwImportPlan *plan,
         const GArray       *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *it = &g_array_index (candidates, Candidate, i);

      if (!it->known || it->across || plan->tabs != NULL
          || (i > 0 && !hw_plan_are_alike (plan, g_array_index (candidates, Candidate, 0).sheet, it->sheet)))
        return FALSE;
    }

  return candidates->len > 1;
}

static gboolean
take_all (HwImportPlan *plan,
          const GArray *candidates)
{
  g_autoptr(GArray) sheets = g_array_new (FALSE, FALSE, sizeof (guint));

  if (plan->tabs != NULL)
    {
      plan->source.sheet = g_array_index (plan->tabs, guint, 0);
      return TRUE;
    }

  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (sheets, g_array_index (candidates, Candidate, i).sheet);

  return hw_plan_take_tabs (plan, sheets);
}

/* "Jan, Feb, Mar" of tabs, which are one table. */
static char *
label_of (const HwImportPlan *plan,
          guint               sheet)
{
  GString *text = g_string_new (NULL);

  if (!is_tabs (plan, sheet))
    g_string_append (text, hw_sheets_get (plan->book, sheet)->name);
  else
    for (guint i = 0; i < plan->tabs->len; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", hw_sheets_get (plan->book, g_array_index (plan->tabs, guint, i))->name);

  return g_string_free (text, FALSE);
}

static gboolean
ask (HwImportPlan  *plan,
     const GArray  *candidates,
     GError       **error)
{
  HwImportQuestion *question = hw_import_question_new ("sheet", _("Which sheet of this workbook do you want to import?"));
  const char *value;

  if (are_one (plan, candidates))
    hw_import_question_add_choice (question, ALL_SHEETS, _("All of them, as one list"));
  for (guint i = 0; i < candidates->len; i++)
    {
      const guint sheet = g_array_index (candidates, Candidate, i).sheet;
      g_autofree char *choice = is_tabs (plan, sheet) ? g_strdup (ALL_SHEETS) : value_of (plan, sheet);
      g_autofree char *label = label_of (plan, sheet);

      hw_import_question_add_choice (question, choice, label);
    }

  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;

  return g_strcmp0 (value, ALL_SHEETS) != 0 || take_all (plan, candidates);
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

  if (plan->book == NULL)
    plan->book = hw_sheets_open (plan->path, plan->sniff->form, tick, error);
  if (plan->book == NULL)
    return FALSE;

  plan->source.book = plan->book;
  if (answer != NULL && take_answer (plan, answer))
    return TRUE;

  if (!hw_plan_find_tabs (plan, error))
    return FALSE;
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
  if ((answer != NULL || candidates->len > 1) && !ask (plan, candidates, error))
    return FALSE;
  if (plan->tabs != NULL && !is_tabs (plan, plan->source.sheet))
    hw_plan_drop_tabs (plan);
  return TRUE;
}
