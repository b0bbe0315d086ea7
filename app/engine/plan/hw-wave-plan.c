/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/plan/hw-wave-plan.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

static gboolean
is_amount (double value)
{
  return isfinite (value) && value >= 0.0;
}

static gboolean
check (const HwWavePlanInput  *input,
       GError                **error)
{
  gboolean good = input->n > 0 && input->n_classes > 0 && input->most > 0 && is_amount (input->people_most) &&
                  is_amount (input->cash_most);

  for (gsize i = 0; good && i < input->n; i++)
    {
      const HwWaveItem *item = &input->items[i];

      good = is_amount (item->benefit) && is_amount (item->effort) && item->effort > 0.0 && is_amount (item->people) &&
             is_amount (item->cash);
    }

  if (!good)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "an item or a limit is no amount");
      return FALSE;
    }

  for (gsize i = 0; i < input->n; i++)
    if ((input->people_most > 0.0 && input->items[i].people > input->people_most) ||
        (input->cash_most > 0.0 && input->items[i].cash > input->cash_most))
      {
        g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE,
                     "item %" G_GSIZE_FORMAT " needs more than a wave may have", i);
        return FALSE;
      }

  return TRUE;
}

static double
ratio (const HwWaveItem *item)
{
  return item->benefit / item->effort;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const HwWaveItem *items = data;
  const guint i = *(const guint *) a, k = *(const guint *) b;
  const double x = ratio (&items[i]), y = ratio (&items[k]);

  return x != y ? (x < y) - (x > y) : (i > k) - (i < k);
}

/* As many in each class as there can be; those that are alike are of one class, that of
 * the first. */
static void
classify (const HwWavePlanInput *input,
          HwWavePlan            *plan)
{
  guint current = 0;

  for (gsize rank = 0; rank < plan->n; rank++)
    {
      const guint item = plan->order[rank];

      if (rank == 0 || ratio (&input->items[item]) < ratio (&input->items[plan->order[rank - 1]]))
        current = (guint) (rank * input->n_classes / plan->n);
      plan->class_of[item] = current;
    }
}

static void
shuffle (HwWavePlan *plan,
         HwRng      *rng)
{
  for (gsize from = 0, end; from < plan->n; from = end)
    {
      for (end = from + 1; end < plan->n && plan->class_of[plan->order[end]] == plan->class_of[plan->order[from]]; end++)
        ;
      for (gsize i = end - 1; i > from; i--)
        {
          const gsize k = from + hw_rng_below (rng, (guint32) (i - from + 1));
          const guint kept = plan->order[i];

          plan->order[i] = plan->order[k];
          plan->order[k] = kept;
        }
    }
}

/* In this order, each wave as full as it may be before the next begins. */
static void
fill (const HwWavePlanInput *input,
      HwWavePlan            *plan)
{
  double people = 0.0, cash = 0.0;
  guint n = 0;

  plan->n_waves = 1;
  for (gsize i = 0; i < plan->n; i++)
    {
      const HwWaveItem *item = &input->items[plan->order[i]];

      if (n == input->most || (n > 0 && input->people_most > 0.0 && people + item->people > input->people_most) ||
          (n > 0 && input->cash_most > 0.0 && cash + item->cash > input->cash_most))
        {
          plan->n_waves++;
          people = cash = 0.0;
          n = 0;
        }

      people += item->people;
      cash += item->cash;
      n++;
      plan->wave_of[plan->order[i]] = plan->n_waves - 1;
    }
}

gboolean
hw_wave_plan_run (const HwWavePlanInput  *input,
                  HwWavePlan             *plan,
                  GError                **error)
{
  HwRng rng;

  if (!check (input, error))
    return FALSE;

  plan->n = input->n;
  plan->order = g_new (guint, input->n);
  plan->wave_of = g_new0 (guint, input->n);
  plan->class_of = g_new0 (guint, input->n);
  for (gsize i = 0; i < input->n; i++)
    plan->order[i] = (guint) i;

  g_qsort_with_data (plan->order, (gint) input->n, sizeof *plan->order, compare, (gpointer) input->items);
  classify (input, plan);
  hw_rng_init (&rng, input->seed);
  shuffle (plan, &rng);
  fill (input, plan);
  return TRUE;
}

void
hw_wave_plan_clear (HwWavePlan *self)
{
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->wave_of, g_free);
  g_clear_pointer (&self->class_of, g_free);
  self->n = 0;
}
