/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shops by lot: half of them have the change. Each is held against itself before, and the
 * lot against the other lots there could have been. */
#include "jobs/trial/hw-pilot-case.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-two-groups.h"

#include <math.h>
#include <string.h>

#define LEVEL 0.95
#define POWER 0.8
#define DRAWS 399
#define QUIET_DRAWS 199
#define TRIES 100
#define STEP 2            /* weeks between two windows of the past */

void
hw_pilot_sites_clear (HwPilotSites *sites)
{
  g_clear_pointer (&sites->weeks, hw_shop_weeks_free);
  g_clear_pointer (&sites->ids, g_array_unref);
  g_clear_pointer (&sites->logs, g_free);
}

/* Open and selling in at least half of the weeks that shops are compared by. */
static gboolean
takes_part (const HwPilotCase *self,
            const double      *logs)
{
  const guint before = self->past->before, from = before > HW_PILOT_LOOK_BACK ? before - HW_PILOT_LOOK_BACK : 0;
  guint n = 0;

  for (guint t = from; t < before; t++)
    n += !isnan (logs[t]);

  return before > 0 && 2 * n >= before - from;
}

gboolean
hw_pilot_sites_load (HwPilotCase  *self,
                     HwStore      *store,
                     GError      **error)
{
  const HwPilotPast *past = self->past;
  HwPilotSites *sites = &self->sites;

  sites->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (past->product != 0 || past->n == 0 || !hw_shop_weeks_know (past->metric))
    return TRUE;

  sites->weeks = hw_shop_weeks_load (store, past->metric, past->first, past->n, error);
  if (sites->weeks == NULL)
    return FALSE;

  sites->logs = g_new (double, (gsize) sites->weeks->shops->len * past->n + 1);
  for (guint row = 0; row < sites->weeks->shops->len; row++)
    {
      const double *logs = sites->weeks->logs + (gsize) row * past->n;

      if (!takes_part (self, logs))
        continue;

      memcpy (sites->logs + (gsize) sites->ids->len * past->n, logs, past->n * sizeof *logs);
      g_array_append_val (sites->ids, g_array_index (sites->weeks->shops, HwShop, row).id);
    }

  return TRUE;
}

/* How each shop changed at @start. FALSE where one of them was not known. */
static gboolean
find_changes (const HwPilotCase *self,
              guint              start,
              guint              weeks,
              double            *change)
{
  const HwPilotSites *sites = &self->sites;
  const guint n = self->past->n, back = MIN (start, HW_PILOT_LOOK_BACK);

  if (back == 0 || start + weeks > n)
    return FALSE;

  for (guint i = 0; i < sites->ids->len; i++)
    {
      change[i] = hw_two_groups_change (sites->logs + (gsize) i * n, start, back, weeks);
      if (isnan (change[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
hw_pilot_sites_smallest (HwPilotCase   *self,
                         guint          weeks,
                         const HwTick  *tick,
                         double        *share,
                         GError       **error)
{
  const guint n = self->sites.ids->len, before = self->past->before;
  const guint back = MIN (HW_PILOT_LOOK_BACK, before - weeks);
  g_autofree double *changes = g_new (double, (gsize) n * (before / STEP + 1) + 1);
  double effect = NAN;
  gsize n_windows = 0;

  for (guint start = back; n > 0 && start + weeks <= before; start += STEP)
    n_windows += find_changes (self, start, weeks, changes + n_windows * n);

  if (n_windows == 0 || n < 2)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "no window of the past");
      return FALSE;
    }

  if (!hw_two_groups_smallest (&(HwTwoGroupsPast) { HW_EFFECT_AMOUNT, changes, NULL, n, n_windows, n / 2, TRIES, DRAWS, POWER,
                                                    self->pilot->lock->seed },
                               tick, &effect, error))
    return FALSE;

  *share = expm1 (effect);
  return TRUE;
}

gboolean
hw_pilot_sites_quiet (const HwPilotCase *self,
                      guint              start,
                      guint64            seed,
                      double            *p)
{
  const guint n = self->sites.ids->len;
  g_autofree double *change = g_new (double, n + 1);
  g_autofree guint8 *chosen = g_new (guint8, n + 1);
  HwTwoGroups r;
  HwRng rng;

  hw_rng_init (&rng, seed);
  hw_pilot_toss_half (&rng, chosen, n);
  if (!find_changes (self, start, self->weeks, change) ||
      !hw_two_groups_run (&(HwTwoGroupsInput) { change, NULL, chosen, n, QUIET_DRAWS, seed, LEVEL }, NULL, &r, NULL))
    return FALSE;

  *p = r.p;
  return TRUE;
}

static gboolean
has (const GArray *ids,
     gint64        id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* How far both sides are apart in what they sold before, in spreads of all. The lot is as
 * it fell: that of so few is judged by all that it could have been, and must be one of them. */
void
hw_pilot_sites_balance (HwPilotCase *self)
{
  const HwPilotSites *sites = &self->sites;
  const guint n = self->past->n, back = MIN (self->past->before, HW_PILOT_LOOK_BACK);
  double sum[2] = { 0.0 }, all = 0.0, squares = 0.0;
  guint count[2] = { 0 };

  for (guint i = 0; i < sites->ids->len; i++)
    {
      const gboolean changed = has (self->pilot->lock->changed, g_array_index (sites->ids, gint64, i));
      double mean = 0.0;
      guint known = 0;

      for (guint t = self->past->before - back; t < self->past->before; t++)
        if (!isnan (sites->logs[(gsize) i * n + t]))
          {
            mean += sites->logs[(gsize) i * n + t];
            known++;
          }

      mean /= MAX (known, 1);
      sum[changed] += mean;
      count[changed]++;
      all += mean;
      squares += mean * mean;
    }

  if (count[0] > 0 && count[1] > 0)
    {
      const guint both = count[0] + count[1];
      const double sd = sqrt (MAX (squares - all * all / both, 0.0) / MAX (both - 1, 1));

      self->pilot->balance[0] = sd > 0.0 ? (sum[1] / count[1] - sum[0] / count[0]) / sd : 0.0;
    }
}
