/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-after-job.h"

#include "domain/hw-initiative.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-nameless.h"
#include "jobs/trial/hw-say-verdict.h"
#include "jobs/trial/hw-verdict-job.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const HwEntry    *entry;
  const HwAnswers  *answers;   /* of the entry */
  GPtrArray        *check_ins; /* (owned) */
  const HwVerdict  *verdict;
  const HwNameless *nameless;  /* (nullable) */
  const HwFormat   *format;
  GPtrArray        *lines;
} Pen;

/* Takes both. */
static void
take_line (const Pen *pen,
           char      *label,
           char      *text)
{
  HwAfterLine *line = g_new0 (HwAfterLine, 1);

  line->label = label;
  line->text = text;
  g_ptr_array_add (pen->lines, line);
}

static void
add_section (const Pen  *pen,
             const char *title)
{
  take_line (pen, g_strdup (title), NULL);
}

/* What a program made up; takes it, NULL adds nothing. */
static void
take_text (const Pen *pen,
           char      *text)
{
  if (text != NULL)
    take_line (pen, NULL, text);
}

/* What a person wrote. */
static char *
dup_words (const Pen  *pen,
           const char *words)
{
  return pen->nameless != NULL ? hw_nameless_text (pen->nameless, words) : g_strdup (words);
}

static void
add_answer (const Pen  *pen,
            const char *label,
            const char *question)
{
  if (hw_answers_has (pen->answers, question))
    take_line (pen, g_strdup (label), dup_words (pen, hw_answers_get_text (pen->answers, question)));
}

static void
add_choice (const Pen    *pen,
            const HwForm *form,
            const char   *question)
{
  const int at = hw_form_find (form, question);
  const HwChoice *choice = form->questions[at].choices;
  const char *answer = hw_answers_get_text (pen->answers, question);

  while (choice->id != NULL && !g_str_equal (choice->id, answer))
    choice++;

  if (choice->id != NULL)
    take_line (pen, g_strdup (_(form->questions[at].label)), g_strdup (_(choice->label)));
}

static void
add_expected (const Pen *pen)
{
  const HwMetric *metric = hw_metric_find (hw_answers_get_text (pen->answers, "metric"));
  const double effect = hw_answers_get_number (pen->answers, "effect", NAN);

  add_section (pen, _("What we expected"));
  add_answer (pen, _("What changes"), "change");
  add_answer (pen, _("Reason"), "reason");
  if (metric != NULL)
    take_line (pen, g_strdup (_("Figure")), g_strdup (_(metric->name)));
  if (!isnan (effect))
    take_line (pen, g_strdup (_("Worth having")), hw_format_percent (pen->format, effect, 0));
}

static void
add_happened (const Pen *pen)
{
  const HwVerdict *v = pen->verdict;

  add_section (pen, _("What happened"));
  if (v->start != HW_DAY_NONE && v->end != HW_DAY_NONE)
    take_line (pen, g_strdup (_("Days")), hw_format_days (pen->format, v->start, v->end));
  take_text (pen, hw_say_verdict (v, pen->format));
  take_text (pen, hw_say_verdict_but (v, pen->format));
  take_text (pen, hw_say_verdict_share (v, pen->format));
  take_text (pen, hw_say_verdict_pays (v, pen->format));
  take_text (pen, hw_say_verdict_used (v, pen->format));
  take_text (pen, hw_say_verdict_naive (v, pen->format));
  take_text (pen, hw_say_verdict_trials (v, pen->format));
}

static void
add_why (const Pen *pen)
{
  add_section (pen, _("Why"));
  add_answer (pen, _("Why it came so"), "after_why");
  for (guint i = 0; i < pen->check_ins->len; i++)
    {
      const HwEntry *week = g_ptr_array_index (pen->check_ins, i);

      if (hw_answers_has (week->answers, "trouble"))
        take_line (pen, hw_format_day (pen->format, hw_answers_get_day (week->answers, "week"), HW_DAY_SHORT),
                   dup_words (pen, hw_answers_get_text (week->answers, "trouble")));
    }

  add_choice (pen, &hw_decision_form, "decision");
  add_answer (pen, _("Why we decided so"), "decision_why");
}

static double
sum_of (const Pen  *pen,
        const char *question,
        guint      *n)
{
  double sum = 0.0;

  *n = 0;
  for (guint i = 0; i < pen->check_ins->len; i++)
    {
      const double value = hw_answers_get_number (((const HwEntry *) g_ptr_array_index (pen->check_ins, i))->answers, question, NAN);

      if (isnan (value))
        continue;

      sum += value;
      (*n)++;
    }

  return sum;
}

/* What was noted week by week, and what was paid once. */
static void
add_costs (const Pen *pen)
{
  const double once = hw_answers_get_number (pen->answers, "cost", NAN);
  guint n_hours, n_money;
  const double hours = sum_of (pen, "hours", &n_hours), money = sum_of (pen, "cost", &n_money);

  if (n_hours == 0 && n_money == 0 && isnan (once))
    return;

  add_section (pen, _("Hours and money"));
  if (n_hours > 0)
    take_line (pen, g_strdup (_("Hours that were noted")), hw_format_number (pen->format, hours, 1));
  if (n_money > 0)
    take_line (pen, g_strdup (_("Money that was noted")), hw_format_money_about (pen->format, money));
  if (!isnan (once))
    take_line (pen, g_strdup (_("Cost to set up the trial")), hw_format_money_about (pen->format, once));
}

static void
add_lessons (const Pen *pen)
{
  add_section (pen, _("What we take with us"));
  add_answer (pen, _("We keep"), "after_keep");
  add_answer (pen, _("We change"), "after_change");
  add_answer (pen, _("Lesson"), "lesson");
  add_answer (pen, _("Second lesson"), "lesson_2");
  add_answer (pen, _("Third lesson"), "lesson_3");
  add_choice (pen, &hw_after_form, "after_liked");
}

static gint
by_week (gconstpointer a,
         gconstpointer b)
{
  const HwDay x = hw_answers_get_day ((*(const HwEntry *const *) a)->answers, "week");
  const HwDay y = hw_answers_get_day ((*(const HwEntry *const *) b)->answers, "week");

  return x < y ? -1 : x > y;
}

static gpointer
run (HwSession      *session,
     gconstpointer   data,
     const HwTick   *tick,
     GError        **error)
{
  const HwAfterRequest *request = data;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) entry = hw_entry_repo_load (store, request->id, HW_ENTRY_LAST, error);
  g_autoptr (HwVerdict) verdict = entry != NULL ? hw_verdict_job.run (session, &request->id, tick, error) : NULL;
  g_autoptr (GPtrArray) check_ins = verdict != NULL ? hw_entry_repo_list (store, HW_ENTRY_CHECK_IN, request->id, FALSE, error) : NULL;
  g_autoptr (HwNameless) nameless = check_ins != NULL && request->nameless ? hw_nameless_new (store, error) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_after_line_free);
  g_autoptr (HwFormat) format = NULL;
  Pen pen = { .entry = entry, .check_ins = check_ins, .verdict = verdict, .nameless = nameless, .lines = lines };

  if (check_ins == NULL || (request->nameless && nameless == NULL))
    return NULL;

  g_ptr_array_sort (check_ins, by_week);
  format = hw_session_new_format (session);
  pen.format = format;
  pen.answers = entry->answers;
  take_line (&pen, dup_words (&pen, hw_answers_get_text (entry->answers, "name")), NULL);
  add_expected (&pen);
  add_happened (&pen);
  add_why (&pen);
  add_costs (&pen);
  add_lessons (&pen);
  return g_steal_pointer (&lines);
}

static gpointer
run_paper (HwSession      *session,
           gconstpointer   data,
           const HwTick   *tick,
           GError        **error)
{
  const HwAfterRequest *request = data;
  g_autoptr (GPtrArray) lines = run (session, data, tick, error);
  g_autofree char *title = NULL;
  HwAfterPaper paper = { .business = hw_session_get_business (session), .as_of = hw_session_get_today (session), .lines = lines };

  if (lines == NULL)
    return NULL;

  title = g_steal_pointer (&((HwAfterLine *) g_ptr_array_index (lines, 0))->label);
  g_ptr_array_remove_index (lines, 0);
  paper.title = *title != '\0' ? title : _("Looking back");
  paper.foot = request->nameless ? _("A trial in a small business") : paper.business->name;
  return hw_after_paper_write (&paper, request->path, error) ? g_strdup (request->path) : NULL;
}

static void
free_request (gpointer data)
{
  HwAfterRequest *request = data;

  g_free (request->path);
  g_free (request);
}

const HwJob hw_after_job = {
  "after", N_("Looking back"), run, free_request, (GDestroyNotify) g_ptr_array_unref, FALSE
};

const HwJob hw_after_paper_job = {
  "after-paper", N_("Writing down what was learned"), run_paper, free_request, g_free, FALSE
};
