/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave against those that had not begun: who went first was drawn by lot within a
 * class, so what happened to the products of both, week for week the same, tells them
 * apart. */
#include "jobs/hw-roll-out-load.h"

#include "engine/trial/hw-two-groups.h"
#include "jobs/hw-session-private.h"
#include "store/hw-loss-repo.h"
#include "store/hw-sale-repo.h"

#include <math.h>

#define BEFORE_DAYS (26 * 7)
#define WEEK 7
#define DRAWS 9999
#define LEVEL 0.9
#define P_LEAST 0.1       /* groups that cannot reach it tell nothing */
#define LITTLE 0.5        /* money or pieces a day added, so that nothing is no end of the scale */

/* What one product sold or lost, before the first wave and in the weeks of this one. */
typedef struct
{
  guint  wave;
  double before, during;
} Item;

typedef struct
{
  GHashTable *items;      /* (owned) product id -> Item */
  HwDay       before_from, before_to, from, to;
} Window;

static void
window_clear (Window *self)
{
  g_clear_pointer (&self->items, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

static void
add (Window *window,
     gint64  product_id,
     HwDay   day,
     HwMoney money)
{
  Item *item = g_hash_table_lookup (window->items, &product_id);

  if (item == NULL)
    return;
  if (day >= window->before_from && day <= window->before_to)
    item->before += (double) money / HW_MONEY_ONE;
  else if (day >= window->from && day <= window->to)
    item->during += (double) money / HW_MONEY_ONE;
}

static gboolean
sold_cb (const HwDaySales *day,
         gpointer          data)
{
  add (data, day->product_id, day->day, day->amount);
  return TRUE;
}

static gboolean
read_values (HwStore        *store,
             const HwMetric *metric,
             Window         *window,
             GError        **error)
{
  g_autoptr (GArray) waste = NULL;

  if (!g_str_equal (metric->id, "waste_rate"))
    return hw_sale_repo_each_day (store, window->before_from, window->to, sold_cb, window, error);

  waste = hw_loss_repo_waste (store, window->before_from, window->to, error);
  for (guint i = 0; waste != NULL && i < waste->len; i++)
    {
      const HwWaste *row = &g_array_index (waste, HwWaste, i);

      add (window, row->product_id, row->day, row->quantity);
    }

  return waste != NULL;
}

static void
add_items (Window       *window,
           const HwWave *wave,
           guint         number)
{
  g_auto (GStrv) ids = g_strsplit (hw_answers_get_text (wave->entry->answers, "items"), " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      {
        const gint64 id = g_ascii_strtoll (ids[i], NULL, 10);
        const Item item = { number, 0.0, 0.0 };

        g_hash_table_insert (window->items, g_memdup2 (&id, sizeof id), g_memdup2 (&item, sizeof item));
      }
}

/* The items of this wave and of those that begin after its weeks. */
static void
choose_items (const HwRollOut *self,
              guint            k,
              Window          *window)
{
  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);

      if (i == k || wave->from > window->to)
        add_items (window, wave, i);
    }
}

static void
compare (HwWave       *wave,
         guint         k,
         const Window *window)
{
  const double days = window->to - window->from + 1, days_before = window->before_to - window->before_from + 1;
  const guint most = g_hash_table_size (window->items);
  g_autofree double *value = g_new (double, most + 1);
  g_autofree guint8 *chosen = g_new (guint8, most + 1);
  HwTwoGroupsInput input = { .value = value, .chosen = chosen, .n_draws = DRAWS, .seed = (guint64) wave->entry->id, .level = LEVEL };
  HwTwoGroups found;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, window->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const Item *of = item;

      if (of->before <= 0.0)
        continue;
      value[input.n] = log (of->during / days + LITTLE) - log (of->before / days_before + LITTLE);
      chosen[input.n++] = of->wave == k;
      wave->n_items += of->wave == k;
      wave->n_others += of->wave != k;
    }

  wave->judge = HW_WAVE_FEW;
  if (wave->n_items == 0 || wave->n_others == 0 || hw_two_groups_least_p (wave->n_items, wave->n_others) > P_LEAST ||
      !hw_two_groups_run (&input, NULL, &found, NULL) || !isfinite (found.low) || !isfinite (found.high))
    return;

  wave->judge = HW_WAVE_JUDGED;
  wave->effect = expm1 (found.effect);
  wave->low = expm1 (found.low);
  wave->high = expm1 (found.high);
  wave->p = found.p;
}

static gboolean
judge_wave (const HwRollOut *self,
            HwStore         *store,
            const HwMetric  *metric,
            guint            k,
            GError         **error)
{
  HwWave *wave = g_ptr_array_index (self->waves, k);
  const HwDay first = ((const HwWave *) g_ptr_array_index (self->waves, 0))->from;
  g_auto (Window) window = {
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free), first - BEFORE_DAYS, first - 1, wave->from,
    MIN (wave->to, self->as_of - 1),
  };

  wave->n_weeks = window.to >= window.from ? (guint) (window.to - window.from + 1) / WEEK : 0;
  wave->judge = wave->n_weeks < HW_WAVE_WEEKS_LEAST ? HW_WAVE_NOT_OVER : HW_WAVE_NO_ITEMS;
  if (wave->judge == HW_WAVE_NOT_OVER || !hw_answers_has (wave->entry->answers, "items"))
    return TRUE;

  choose_items (self, k, &window);
  if (!read_values (store, metric, &window, error))
    return FALSE;

  compare (wave, k, &window);
  return TRUE;
}

gboolean
hw_roll_out_judge (HwRollOut  *self,
                   HwSession  *session,
                   GError    **error)
{
  static const char *const by_product[] = { "revenue", "average_order_value", "waste_rate", NULL };
  const HwMetric *metric = hw_metric_find (hw_answers_get_text (self->initiative->answers, "metric"));

  if (metric == NULL || !g_strv_contains (by_product, metric->id))
    {
      for (guint i = 0; i < self->waves->len; i++)
        ((HwWave *) g_ptr_array_index (self->waves, i))->judge = HW_WAVE_NO_ITEMS;
      return TRUE;
    }

  for (guint k = 0; k < self->waves->len; k++)
    if (!judge_wave (self, hw_session_get_store (session), metric, k, error))
      return FALSE;

  return TRUE;
}
