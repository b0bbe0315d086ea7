/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave against those that had not begun: who went first was drawn by lot within a
 * class, so what happened to the products or the shops of both, week for week the same,
 * tells them apart. */
#include "jobs/scale/hw-roll-out-load.h"

#include "engine/trial/hw-two-groups.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-shop-weeks.h"
#include "store/hw-loss-repo.h"
#include "store/hw-sale-repo.h"

#include <math.h>

#define BEFORE_DAYS (26 * 7)
#define WEEK 7
#define DRAWS 9999
#define LEVEL 0.9
#define P_LEAST 0.1       /* groups that cannot reach it tell nothing */
#define LITTLE 0.5        /* money or pieces a day added, so that nothing is no end of the scale */

/* What one product or shop sold or lost, before the first wave and in the weeks of this one. */
typedef struct
{
  guint  wave;
  double before, during;
  double n_before, n_during;  /* receipts, where it is a figure for each of them */
} Item;

typedef struct
{
  GHashTable *items;      /* (owned) product or shop id -> Item */
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
     gint64  id,
     HwDay   day,
     HwMoney money,
     gint64  n)
{
  Item *item = g_hash_table_lookup (window->items, &id);

  if (item == NULL)
    return;
  if (day >= window->before_from && day <= window->before_to)
    {
      item->before += (double) money / HW_MONEY_ONE;
      item->n_before += (double) n;
    }
  else if (day >= window->from && day <= window->to)
    {
      item->during += (double) money / HW_MONEY_ONE;
      item->n_during += (double) n;
    }
}

static gboolean
sold_cb (const HwDaySales *day,
         gpointer          data)
{
  add (data, day->product_id, day->day, day->amount, 0);
  return TRUE;
}

static gboolean
shop_sold_cb (const HwShopDay *day,
              gpointer         data)
{
  add (data, day->shop_id, day->day, day->amount, 0);
  return TRUE;
}

static gboolean
shop_orders_cb (const HwShopDay *day,
                gpointer         data)
{
  add (data, day->shop_id, day->day, day->order_amount, day->n_orders);
  return TRUE;
}

static gboolean
read_values (HwStore        *store,
             const HwMetric *metric,
             gboolean        shops,
             Window         *window,
             GError        **error)
{
  g_autoptr (GArray) waste = NULL;

  if (shops)
    return hw_shop_repo_each_day (store, window->before_from, window->to,
                                  g_str_equal (metric->id, "revenue") ? shop_sold_cb : shop_orders_cb, window, error);

  if (!g_str_equal (metric->id, "waste_rate"))
    return hw_sale_repo_each_day (store, window->before_from, window->to, sold_cb, window, error);

  waste = hw_loss_repo_waste (store, window->before_from, window->to, error);
  for (guint i = 0; waste != NULL && i < waste->len; i++)
    {
      const HwWaste *row = &g_array_index (waste, HwWaste, i);

      add (window, row->product_id, row->day, row->quantity, 0);
    }

  return waste != NULL;
}

static void
add_items (Window       *window,
           const HwWave *wave,
           const char   *question,
           guint         number)
{
  g_auto (GStrv) ids = g_strsplit (hw_answers_get_text (wave->entry->answers, question), " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      {
        const gint64 id = g_ascii_strtoll (ids[i], NULL, 10);
        const Item item = { .wave = number };

        g_hash_table_insert (window->items, g_memdup2 (&id, sizeof id), g_memdup2 (&item, sizeof item));
      }
}

/* The items of this wave and of those that begin after its weeks. */
static void
choose_items (const HwRollOut *self,
              guint            k,
              const char      *question,
              Window          *window)
{
  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);

      if (i == k || wave->from > window->to)
        add_items (window, wave, question, i);
    }
}

/* As logs, for each receipt or each day; NAN: not known before, or a shop that sold nothing. */
static double
change_of (const Item   *item,
           const Window *window,
           gboolean      shops)
{
  const double days = window->to - window->from + 1, days_before = window->before_to - window->before_from + 1;
  const double by = item->n_during > 0.0 ? item->n_during : days, by_before = item->n_before > 0.0 ? item->n_before : days_before;

  if (item->before <= 0.0 || (shops && item->during <= 0.0))
    return NAN;
  if (shops)
    return log (item->during / by) - log (item->before / by_before);

  return log (item->during / days + LITTLE) - log (item->before / days_before + LITTLE);
}

static void
compare (HwWave       *wave,
         guint         k,
         gboolean      shops,
         const Window *window)
{
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

      value[input.n] = change_of (of, window, shops);
      if (isnan (value[input.n]))
        continue;
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

  const gboolean shops = hw_answers_has (wave->entry->answers, "shops");
  const char *question = shops ? "shops" : "items";

  wave->n_weeks = window.to >= window.from ? (guint) (window.to - window.from + 1) / WEEK : 0;
  wave->judge = wave->n_weeks < HW_WAVE_WEEKS_LEAST ? HW_WAVE_NOT_OVER : HW_WAVE_NO_ITEMS;
  if (wave->judge == HW_WAVE_NOT_OVER || !hw_answers_has (wave->entry->answers, question) || (shops && !hw_shop_weeks_know (metric)))
    return TRUE;

  choose_items (self, k, question, &window);
  if (!read_values (store, metric, shops, &window, error))
    return FALSE;

  compare (wave, k, shops, &window);
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
