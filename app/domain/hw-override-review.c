/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was right: the owner's figures and the forecast's, beside what sold. */
#include "domain/hw-override.h"

#include <math.h>

HwOverrideLine *
hw_override_line_new (HwOverride *override)
{
  HwOverrideLine *self = g_new0 (HwOverrideLine, 1);

  self->override = override;
  self->name = g_strdup ("");
  self->each = NAN;
  self->own_off = NAN;
  self->model_off = NAN;
  return self;
}

static void
line_free (HwOverrideLine *self)
{
  hw_override_free (self->override);
  g_free (self->name);
  g_free (self);
}

static void
sum_clear (HwOverrideSum *self)
{
  g_free (self->category);
  g_free (self->name);
}

static void
sum_free (HwOverrideSum *self)
{
  sum_clear (self);
  g_free (self);
}

HwOverrideReview *
hw_override_review_new (void)
{
  HwOverrideReview *self = g_new0 (HwOverrideReview, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) sum_free);
  self->all.name = g_strdup ("");
  return self;
}

void
hw_override_review_free (HwOverrideReview *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->sums);
  sum_clear (&self->all);
  g_free (self);
}

static HwOverrideSum *
find_sum (HwOverrideReview     *self,
          const HwOverrideLine *line)
{
  const HwOverride *override = line->override;
  HwOverrideSum *sum;

  for (guint i = 0; i < self->sums->len; i++)
    {
      sum = g_ptr_array_index (self->sums, i);
      if (sum->product_id == override->product_id && g_strcmp0 (sum->category, override->category) == 0)
        return sum;
    }

  sum = g_new0 (HwOverrideSum, 1);
  sum->product_id = override->product_id;
  sum->category = g_strdup (override->category);
  sum->name = g_strdup (line->name);
  g_ptr_array_add (self->sums, sum);
  return sum;
}

static void
add_up (HwOverrideSum        *sum,
        const HwOverrideLine *line)
{
  const double each = isnan (line->each) ? 0.0 : line->each;

  sum->n++;
  sum->n_own += line->own_off < line->model_off;
  sum->n_model += line->model_off < line->own_off;
  sum->own_off += line->own_off;
  sum->model_off += line->model_off;
  sum->own_off_money += line->own_off * each;
  sum->model_off_money += line->model_off * each;
}

void
hw_override_review_take (HwOverrideReview *self,
                         HwOverrideLine   *line,
                         HwDay             known_to,
                         HwDay             today)
{
  const HwOverride *override = line->override;

  if (override->to > known_to)
    line->state = override->from >= today ? HW_OVERRIDE_AHEAD : HW_OVERRIDE_RUNNING;
  else if (isnan (override->model_units))
    line->state = HW_OVERRIDE_NO_MODEL;
  else
    {
      line->state = HW_OVERRIDE_PAST;
      line->own_off = fabs (override->units - line->sold);
      line->model_off = fabs (override->model_units - line->sold);
      add_up (find_sum (self, line), line);
      add_up (&self->all, line);
    }

  g_ptr_array_add (self->lines, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const HwOverride *x = (*(HwOverrideLine *const *) a)->override;
  const HwOverride *y = (*(HwOverrideLine *const *) b)->override;

  return x->from != y->from ? (x->from < y->from) - (x->from > y->from) : (x->id < y->id) - (x->id > y->id);
}

static int
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const HwOverrideSum *x = *(HwOverrideSum *const *) a;
  const HwOverrideSum *y = *(HwOverrideSum *const *) b;
  const double of_x = fabs (x->model_off_money - x->own_off_money);
  const double of_y = fabs (y->model_off_money - y->own_off_money);

  return of_x != of_y ? (of_x < of_y) - (of_x > of_y) : g_strcmp0 (x->name, y->name);
}

void
hw_override_review_sort (HwOverrideReview *self)
{
  g_ptr_array_sort (self->lines, compare_lines);
  g_ptr_array_sort (self->sums, compare_sums);
}
