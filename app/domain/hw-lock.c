/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares are kept with all their digits: what is read back has the same fingerprint. */
#include "domain/hw-lock.h"

#include "domain/hw-initiative.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define WEEK 7

static const struct
{
  const char *id;
  const char *name; /* N_() */
} designs[HW_DESIGN_N] = {
  [HW_DESIGN_ITEMS] = { "items", N_("Pairs of products, by lot") },
  [HW_DESIGN_CUSTOMERS] = { "customers", N_("Some customers held out, by lot") },
  [HW_DESIGN_SWITCHBACK] = { "switchback", N_("On and off week by week, by lot") },
  [HW_DESIGN_SITES] = { "sites", N_("Half of the shops, by lot") },
  [HW_DESIGN_CONTROL] = { "control", N_("Beside sales that the change does not touch") },
  [HW_DESIGN_OWN_FORECAST] = { "own_forecast", N_("Beside what the past lets you expect") },
};

static const struct
{
  double z, p;
} limits[] = { { 2.80, 0.0051 }, { 1.98, 0.0477 } };

const char *
hw_design_id (HwDesign design)
{
  g_return_val_if_fail ((guint) design < HW_DESIGN_N, NULL);

  return designs[design].id;
}

const char *
hw_design_name (HwDesign design)
{
  g_return_val_if_fail ((guint) design < HW_DESIGN_N, "");

  return _(designs[design].name);
}

gboolean
hw_design_find (const char *id,
                HwDesign   *design)
{
  for (guint i = 0; i < HW_DESIGN_N; i++)
    if (g_strcmp0 (designs[i].id, id) == 0)
      {
        *design = (HwDesign) i;
        return TRUE;
      }

  return FALSE;
}

HwLock *
hw_lock_new (void)
{
  HwLock *self = g_new0 (HwLock, 1);

  self->design = HW_DESIGN_OWN_FORECAST;
  self->metric = g_strdup ("");
  self->start = self->end = HW_DAY_NONE;
  self->worth = self->smallest = self->prior_sd = NAN;
  self->kept_least = 0.6;
  self->go = 0.8;
  self->stop = 0.2;
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->partner = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->plan = g_strdup ("");
  return self;
}

void
hw_lock_free (HwLock *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->changed);
  g_array_unref (self->partner);
  g_array_unref (self->groups);
  g_free (self->metric);
  g_free (self->plan);
  g_free (self);
}

static void
set_share (HwAnswers  *answers,
           const char *question,
           double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  hw_answers_set (answers, question, isfinite (value) ? g_ascii_dtostr (text, sizeof text, value) : NULL);
}

static void
set_list (HwAnswers    *answers,
          const char   *question,
          const GArray *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (list, gint64, i));

  hw_answers_set (answers, question, text->str);
}

void
hw_lock_keep (const HwLock *self,
              HwAnswers    *answers)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed);

  hw_answers_set (answers, "design", hw_design_id (self->design));
  hw_answers_set (answers, "metric", self->metric);
  hw_answers_set_scaled (answers, "product", self->product);
  hw_answers_set_day (answers, "start", self->start);
  hw_answers_set_day (answers, "end", self->end);
  set_share (answers, "worth", self->worth);
  set_share (answers, "smallest", self->smallest);
  set_share (answers, "prior_sd", self->prior_sd);
  set_share (answers, "kept_least", self->kept_least);
  set_share (answers, "go", self->go);
  set_share (answers, "stop", self->stop);
  hw_answers_set (answers, "seed", seed);
  set_list (answers, "changed", self->changed);
  set_list (answers, "partner", self->partner);
  set_list (answers, "groups", self->groups);
  hw_answers_set_scaled (answers, "control", self->control);
  hw_answers_set (answers, "plan", self->plan);
}

/* FALSE if it says something that is no number; NAN where nothing is said. */
static gboolean
get_share (const HwAnswers *answers,
           const char      *question,
           double          *value)
{
  const char *text = hw_answers_get (answers, question);
  char *end;

  *value = NAN;
  if (text == NULL)
    return TRUE;

  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*value);
}

static gboolean
get_list (const HwAnswers *answers,
          const char      *question,
          GArray          *list)
{
  const char *text = hw_answers_get (answers, question);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 value;

      if (!g_ascii_string_to_signed (parts[i], 10, G_MININT64, G_MAXINT64, &value, NULL))
        return FALSE;

      g_array_append_val (list, value);
    }

  return TRUE;
}

/* Written again it is the same, to the last digit: nothing was altered that means the same. */
static gboolean
is_as_kept (const HwLock    *self,
            const HwAnswers *answers)
{
  g_autoptr (HwAnswers) again = hw_answers_new ();

  hw_lock_keep (self, again);
  return hw_answers_equal (again, answers);
}

/* What must be there, and lists that fit together. */
static gboolean
is_whole (const HwLock *self)
{
  const guint n = self->changed->len, beside = self->partner->len;
  const gboolean apart = (self->design == HW_DESIGN_CUSTOMERS || self->design == HW_DESIGN_SITES) && n + 1 >= beside && beside + 1 >= n;

  return *self->metric != '\0' && self->start != HW_DAY_NONE && self->end > self->start && self->worth > 0.0 &&
         self->prior_sd > 0.0 && self->go > 0.0 && self->stop > 0.0 && !isnan (self->kept_least) &&
         (n == beside || apart) && self->groups->len % 2 == 0;
}

HwLock *
hw_lock_read (const HwAnswers *answers)
{
  g_autoptr (HwLock) self = hw_lock_new ();
  const char *seed = hw_answers_get (answers, "seed");

  if (!hw_design_find (hw_answers_get (answers, "design"), &self->design) || seed == NULL ||
      !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &self->seed, NULL) ||
      !hw_answers_get_scaled (answers, "product", &self->product) ||
      !hw_answers_get_scaled (answers, "control", &self->control) || !get_share (answers, "worth", &self->worth) ||
      !get_share (answers, "smallest", &self->smallest) || !get_share (answers, "prior_sd", &self->prior_sd) ||
      !get_share (answers, "kept_least", &self->kept_least) || !get_share (answers, "go", &self->go) ||
      !get_share (answers, "stop", &self->stop) || !get_list (answers, "changed", self->changed) ||
      !get_list (answers, "partner", self->partner) || !get_list (answers, "groups", self->groups))
    return NULL;

  g_free (self->metric);
  g_free (self->plan);
  self->metric = g_strdup (hw_answers_get_text (answers, "metric"));
  self->plan = g_strdup (hw_answers_get_text (answers, "plan"));
  self->start = hw_answers_get_day (answers, "start");
  self->end = hw_answers_get_day (answers, "end");
  return is_whole (self) && is_as_kept (self, answers) ? g_steal_pointer (&self) : NULL;
}

/* Both with their end, so that no answer can pass for the next question. */
static void
add_to_sum (const char *question,
            const char *answer,
            gpointer    sum)
{
  g_checksum_update (sum, (const guchar *) question, (gssize) strlen (question) + 1);
  g_checksum_update (sum, (const guchar *) answer, (gssize) strlen (answer) + 1);
}

char *
hw_lock_fingerprint (const HwLock *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_lock_keep (self, answers);
  hw_answers_each (answers, add_to_sum, sum);
  return g_strdup (g_checksum_get_string (sum));
}

/* The same question may stand in the table once for each kind of answer. */
static void
add_questions (const HwForm *form,
               GPtrArray    *questions)
{
  for (guint i = 0; i < form->n; i++)
    if (hw_form_find (form, form->questions[i].id) == (int) i)
      g_ptr_array_add (questions, (gpointer) &form->questions[i]);
}

static GPtrArray *
list_questions (void)
{
  GPtrArray *questions = g_ptr_array_new ();

  add_questions (&hw_initiative_form, questions);
  add_questions (&hw_plan_form, questions);
  return questions;
}

char *
hw_lock_plan_of (const HwAnswers *answers)
{
  g_autoptr (GPtrArray) questions = list_questions ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const HwQuestion *question = g_ptr_array_index (questions, i);
      const char *answer = hw_answers_get (answers, question->id);
      g_autofree char *line = answer != NULL ? g_strescape (answer, NULL) : NULL;

      if (line != NULL)
        g_string_append_printf (text, "%s=%s\n", question->id, line);
    }

  return g_string_free (text, FALSE);
}

static char *
find_answer (char *const *lines,
             const char  *question)
{
  const gsize length = strlen (question);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strncmp (lines[i], question, length) == 0 && lines[i][length] == '=')
      return g_strcompress (lines[i] + length + 1);

  return NULL;
}

GPtrArray *
hw_lock_amended (const HwLock    *self,
                 const HwAnswers *now)
{
  g_autoptr (GPtrArray) questions = list_questions ();
  g_auto (GStrv) lines = g_strsplit (self->plan, "\n", -1);
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      const HwQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *then = find_answer (lines, question->id);

      if (g_strcmp0 (then, hw_answers_get (now, question->id)) != 0)
        g_ptr_array_add (labels, (gpointer) _(question->label));
    }

  return labels;
}

guint
hw_lock_weeks (const HwLock *self)
{
  return self->end != HW_DAY_NONE && self->end > self->start ? (guint) (self->end - self->start + 1) / WEEK : 0;
}

static void
add_look (HwTrialLook  looks[HW_LOOKS_MOST],
          guint  *n,
          HwDay   start,
          guint   weeks,
          guint   limit)
{
  const HwTrialLook look = { start + (HwDay) (weeks * WEEK), weeks, limits[limit].z, limits[limit].p };

  looks[(*n)++] = look;
}

guint
hw_lock_looks (const HwLock *self,
               HwDay         end_now,
               HwTrialLook        looks[HW_LOOKS_MOST])
{
  const guint weeks = hw_lock_weeks (self);
  guint n = 0;

  if (weeks == 0)
    return 0;

  if (weeks >= HW_LOOK_WEEKS_LEAST)
    add_look (looks, &n, self->start, weeks / 2, 0);

  add_look (looks, &n, self->start, weeks, 1);
  if (end_now != HW_DAY_NONE && end_now >= looks[n - 1].day + WEEK - 1)
    add_look (looks, &n, self->start, (guint) (end_now - self->start + 1) / WEEK, 1);

  return n;
}
