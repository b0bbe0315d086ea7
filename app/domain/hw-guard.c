/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-guard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define Z_90 1.6448536269514722 /* each side of the range of 90 % leaves 5 % out */

static const HwChoice sides[] = {
  { "least", N_("It must not fall below it") },
  { "most", N_("It must not rise above it") },
  { NULL }
};

/* "limit" stands there once for each kind of figure: the metric's unit says which. */
static const HwQuestion questions[] = {
  { .id = "metric", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which figure must not suffer?"),
    .label = N_("Figure"), .hint = N_("Choose one that the change could harm, not the one that it should help.") },
  { .id = "side", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = sides, .text = N_("Which way would be harm?"),
    .label = N_("Harm"), .hint = N_("Sales must not fall, and waste must not rise.") },
  { .id = "limit", .kind = HW_ASK_MONEY, .required = TRUE, .text = N_("Where is the limit for one week?"),
    .label = N_("Limit"), .hint = N_("Look at the last weeks, and leave room for the usual ups and downs.") },
  { .id = "limit", .kind = HW_ASK_SHARE, .required = TRUE, .text = N_("Where is the limit for one week?"),
    .label = N_("Limit"), .hint = N_("Look at the last weeks, and leave room for the usual ups and downs.") },
  { .id = "limit", .kind = HW_ASK_NUMBER, .required = TRUE, .text = N_("Where is the limit for one week?"),
    .label = N_("Limit"), .hint = N_("Look at the last weeks, and leave room for the usual ups and downs.") },
  { .id = "hard", .kind = HW_ASK_YES_NO, .required = TRUE, .text = N_("Is crossing it once enough to stop?"),
    .label = N_("Once is enough"), .hint = N_("Say yes where safety or the law is at stake.") },
  { .id = "who", .kind = HW_ASK_TEXT, .text = N_("Who keeps an eye on it?"), .label = N_("Watched by") },
  { .id = "action", .kind = HW_ASK_WORDS, .text = N_("What is done when the limit is crossed?"),
    .label = N_("Then"), .hint = N_("One sentence, for example: back to the old way on the next day.") },
};

static HwAskKind
kind_of (const HwMetric *metric)
{
  if (metric == NULL)
    return HW_ASK_NUMBER;

  return hw_unit_is_money (metric->unit) ? HW_ASK_MONEY : hw_unit_is_share (metric->unit) ? HW_ASK_SHARE : HW_ASK_NUMBER;
}

static gboolean
applies (const HwAnswers *answers,
         guint            i)
{
  return !g_str_equal (questions[i].id, "limit") ||
         questions[i].kind == kind_of (hw_metric_find_computed (hw_answers_get_text (answers, "metric")));
}

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  return g_str_equal (questions[i].id, "metric") &&
         hw_metric_find_computed (hw_answers_get_text (answers, "metric")) == NULL ? HW_FAULT_NOT_A_CHOICE : HW_FAULT_NONE;
}

const HwForm hw_guard_form = {
  .id = "guard", .title = N_("A limit that stops harm"), .questions = questions, .n = G_N_ELEMENTS (questions),
  .applies = applies, .check = check,
};

HwGuardLight *
hw_guard_light_new (const HwEntry *guard)
{
  HwGuardLight *self = g_new0 (HwGuardLight, 1);

  self->guard = hw_entry_copy (guard);
  self->light = HW_LIGHT_NOT_KNOWN;
  self->value = self->low = self->high = NAN;
  return self;
}

void
hw_guard_light_free (HwGuardLight *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->guard);
  g_free (self);
}

/* Student's quantile from the normal one: Cornish and Fisher's expansion to the third
 * order, within 0.5 % from three weeks on. */
static double
t_90 (guint freedom)
{
  const double z = Z_90, z2 = z * z, v = freedom;

  if (freedom == 1)
    return 6.313752;
  if (freedom == 2)
    return 2.919986;

  return z * (1.0 + (z2 + 1.0) / (4.0 * v) + ((5.0 * z2 + 16.0) * z2 + 3.0) / (96.0 * v * v) +
              (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / (384.0 * v * v * v));
}

/* Mean and range of the weeks that are known; returns whether one of them crosses @limit. */
static gboolean
add_up (HwGuardLight *self,
        const double *weeks,
        guint         n,
        double        limit,
        double        way)
{
  double sum = 0.0, squares = 0.0;
  gboolean crossed = FALSE;

  self->n_weeks = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (weeks[i]))
      {
        sum += weeks[i];
        crossed |= way * (weeks[i] - limit) > 0.0;
        self->n_weeks++;
      }

  if (self->n_weeks == 0)
    return FALSE;

  self->value = sum / self->n_weeks;
  for (guint i = 0; i < n; i++)
    if (!isnan (weeks[i]))
      squares += (weeks[i] - self->value) * (weeks[i] - self->value);

  if (self->n_weeks > 1)
    {
      const double half = t_90 (self->n_weeks - 1) * sqrt (squares / (self->n_weeks - 1) / self->n_weeks);

      self->low = self->value - half;
      self->high = self->value + half;
    }

  return crossed;
}

void
hw_guard_light_judge (HwGuardLight *self,
                      const double *weeks,
                      guint         n)
{
  const HwAnswers *answers = self->guard->answers;
  const double limit = hw_answers_get_number (answers, "limit", NAN);
  const double way = g_str_equal (hw_answers_get_text (answers, "side"), "most") ? 1.0 : -1.0; /* of harm */
  double near, far;
  gboolean crossed;

  self->light = HW_LIGHT_NOT_KNOWN;
  self->value = self->low = self->high = NAN;
  crossed = add_up (self, weeks, n, limit, way);
  if (self->n_weeks == 0 || isnan (limit))
    return;

  /* One week has no range: it can be close, and only a hard limit is crossed by it. */
  far = self->n_weeks == 1 ? self->value : way > 0.0 ? self->high : self->low;
  near = self->n_weeks == 1 ? limit : way > 0.0 ? self->low : self->high;
  if ((crossed && hw_answers_get_yes (answers, "hard")) || way * (near - limit) > 0.0)
    self->light = HW_LIGHT_RED;
  else
    self->light = way * (far - limit) > 0.0 ? HW_LIGHT_AMBER : HW_LIGHT_GREEN;
}

HwLight
hw_guard_lights_worst (const GPtrArray *lights)
{
  HwLight worst = HW_LIGHT_NOT_KNOWN;

  for (guint i = 0; i < lights->len; i++)
    worst = MAX (worst, ((const HwGuardLight *) g_ptr_array_index (lights, i))->light);

  return worst;
}
