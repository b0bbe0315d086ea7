/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-roll-out-load.h"

#include "engine/plan/hw-critical-path.h"
#include "jobs/content/hw-content-training.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <math.h>

#define DRAWS 4000
#define DAYS_LEAST 0.8   /* of the days planned for a step: least and most */
#define DAYS_MOST 2.0
#define MINUTES_AN_HOUR 60.0
#define OWNER "owner"     /* the role that is shown nothing by others */

static int
compare_waves (gconstpointer a,
               gconstpointer b)
{
  const HwWave *x = *(HwWave *const *) a, *y = *(HwWave *const *) b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;

  return x->entry->id < y->entry->id ? -1 : x->entry->id > y->entry->id;
}

static gboolean
find_done (HwStore  *store,
           HwWave   *wave,
           GError  **error)
{
  g_autoptr (GPtrArray) versions = wave->done ? hw_entry_repo_history (store, wave->entry->id, error) : NULL;

  if (!wave->done)
    return TRUE;
  if (versions == NULL)
    return FALSE;

  for (guint i = 0; i < versions->len; i++)
    {
      const HwEntry *version = g_ptr_array_index (versions, i);

      if (version->removed || !hw_answers_get_yes (version->answers, "done"))
        break;
      wave->done_on = version->changed;
    }

  return TRUE;
}

/* By what the products of each sold, where all of them say so; else alike. */
static void
share_out (GPtrArray *waves)
{
  double sum = 0.0;
  gboolean weighed = TRUE;

  for (guint i = 0; i < waves->len; i++)
    {
      HwWave *wave = g_ptr_array_index (waves, i);

      wave->share = hw_answers_get_number (wave->entry->answers, "weight", 0.0);
      weighed &= wave->share > 0.0;
      sum += wave->share;
    }

  for (guint i = 0; i < waves->len; i++)
    {
      HwWave *wave = g_ptr_array_index (waves, i);

      wave->share = weighed ? wave->share / sum : 1.0 / waves->len;
    }
}

gboolean
hw_roll_out_waves (HwSession  *session,
                   gint64      initiative_id,
                   GPtrArray  *waves,
                   GError    **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, HW_ENTRY_ROLL_OUT, initiative_id, FALSE, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      HwWave *wave = hw_wave_new (g_ptr_array_index (entries, i));

      g_ptr_array_add (waves, wave);
      if (!find_done (store, wave, error))
        return FALSE;
    }

  if (entries == NULL)
    return FALSE;

  g_ptr_array_sort (waves, compare_waves);
  share_out (waves);
  return TRUE;
}

/* A step waits for those that were to be over before it begins. */
static gsize
find_before (const HwRollOut *self,
             guint            i,
             guint           *after)
{
  const HwWave *wave = g_ptr_array_index (self->waves, i);
  gsize n = 0;

  for (guint k = 0; k < i; k++)
    if (((const HwWave *) g_ptr_array_index (self->waves, k))->to < wave->from)
      after[n++] = k;

  return n;
}

static HwDay
day_of (HwDay  first,
        double days)
{
  return first + (HwDay) ceil (days - 1e-6) - 1; /* a step of one day ends on the day it begins */
}

static void
fill_steps (const HwRollOut *self,
            HwDay            first,
            HwPathStep      *steps,
            guint           *after)
{
  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);
      const double planned = wave->to - wave->from + 1;
      const gboolean begun = wave->done || (wave->from <= self->as_of && find_before (self, i, after + i * self->waves->len) == 0);

      steps[i] = (HwPathStep) {
        .days = { DAYS_LEAST * planned, planned, DAYS_MOST * planned }, .from = wave->from - first,
        .after = after + i * self->waves->len, .n_after = find_before (self, i, after + i * self->waves->len),
        .done = wave->done, .began = begun ? MIN (wave->from, wave->done ? wave->done_on : self->as_of) - first : (double) NAN,
        .ended = wave->done ? wave->done_on - first + 1 : (double) NAN,
      };
    }
}

gboolean
hw_roll_out_days (HwRollOut     *self,
                  const HwTick  *tick,
                  GError       **error)
{
  const guint n = self->waves->len;
  g_autofree HwPathStep *steps = g_new0 (HwPathStep, n + 1);
  g_autofree guint *after = g_new0 (guint, (gsize) n * n + 1);
  g_auto (HwPath) path = { 0 };
  HwPathInput input = { steps, n, 0.0, DRAWS, (guint64) self->initiative->id };
  HwDay first;

  if (n == 0)
    return TRUE;

  first = ((const HwWave *) g_ptr_array_index (self->waves, 0))->from;
  fill_steps (self, first, steps, after);
  input.today = self->as_of - first;
  if (!hw_critical_path_run (&input, tick, &path, error))
    return FALSE;

  self->planned = day_of (first, path.planned);
  self->ends_50 = day_of (first, path.ends_50);
  self->ends_90 = day_of (first, path.ends_90);
  self->slip = path.slip;
  for (guint i = 0; i < n; i++)
    {
      HwWave *wave = g_ptr_array_index (self->waves, i);

      wave->slack = path.places[i].slack;
      wave->critical = path.places[i].critical;
      wave->ends_50 = day_of (first, path.places[i].ends_50);
      wave->ends_90 = day_of (first, path.places[i].ends_90);
      self->n_done += wave->done;
      self->n_in_time += wave->done && wave->done_on <= wave->to + 1; /* said so the day after */
    }

  return TRUE;
}

/* Nobody says which role each of them has: what the mean role takes, beside the owner's. */
static double
hours_each (const HwRollOut *self)
{
  double minutes = 0.0;
  guint n = 0;

  for (guint i = 0; i < self->training->len; i++)
    {
      const HwTrainingDue *due = g_ptr_array_index (self->training, i);

      if (g_str_equal (due->role->id, OWNER))
        continue;
      minutes += due->minutes;
      n++;
    }

  return n > 0 ? minutes / n / MINUTES_AN_HOUR : 0.0;
}

static void
fill_people (HwRollOut *self)
{
  self->training = hw_training_due (hw_content_roles (), hw_content_training (),
                                    hw_answers_get_text (self->initiative->answers, "idea"), HW_STATION_SCALE);
  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);

      self->people += wave->people;
      self->trained += MIN (wave->trained, wave->people);
    }

  self->train_hours = (self->people - self->trained) * hours_each (self);
}

double
hw_roll_out_training_cost (const HwRollOut *self,
                           double           people)
{
  return people * hours_each (self) * hw_answers_get_number (self->initiative->answers, "wage", 0.0);
}

HwRollOut *
hw_roll_out_load (HwSession        *session,
                  const HwEntry    *initiative,
                  const HwVerdict  *verdict,
                  const HwTick     *tick,
                  GError          **error)
{
  g_autoptr (HwRollOut) self = hw_roll_out_new ();

  self->initiative = hw_entry_copy (initiative);
  self->as_of = hw_session_get_today (session);
  g_clear_pointer (&self->training, g_ptr_array_unref);
  if (!hw_roll_out_waves (session, initiative->id, self->waves, error))
    {
      self->training = g_ptr_array_new ();
      return NULL;
    }

  fill_people (self);
  self->budget = hw_answers_get_number (initiative->answers, "budget", (double) NAN);
  if (!hw_roll_out_days (self, tick, error) || !hw_roll_out_judge (self, session, error) ||
      !hw_roll_out_money (self, session, verdict, tick, error))
    return NULL;

  return g_steal_pointer (&self);
}
