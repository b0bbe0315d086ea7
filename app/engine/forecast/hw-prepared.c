/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-prepared.h"

#include "core/hw-sort.h"
#include "engine/forecast/hw-spike.h"
#include "engine/forecast/hw-stand-in.h"

#include <math.h>

#define MANY_ZEROS 0.1   /* share of empty periods from which a product sells now and then */
#define ALWAYS 0.95      /* share of empty periods from which a place in the season is always empty, */
#define OPEN_SEEN 8      /* if it was observed so often */
#define LUMPY_UNITS 30.0 /* whole units a period up to which sales are lumpy */

/* Marks what no family should learn from: gaps and lone spikes. */
static void
mark (HwPrepared            *out,
      const HwForecastInput *input)
{
  const HwHistory *s = &out->history;
  g_autofree guint8 *spikes = g_new0 (guint8, s->n);

  out->n_spikes = hw_spike_find (s->y, s->n, input->season, input->long_season, spikes);
  out->spikes = g_new (double, out->n_spikes + 1);
  out->n_spikes = 0;
  for (gsize t = 0; t < s->n; t++)
    {
      if (spikes[t])
        out->spikes[out->n_spikes++] = s->y[t];
      out->filled[t] = spikes[t] || isnan (s->y[t]);
      out->y[t] = out->filled[t] ? (double) NAN : s->y[t];
      out->actual[t] = spikes[t] ? (double) NAN : s->actual[t];
    }
  hw_sort_doubles (out->spikes, out->n_spikes);
}

static gboolean
is_whole (const HwForecastInput *input)
{
  for (gsize t = 0; t < input->n; t++)
    if (!isnan (input->y[t]) && (input->y[t] < 0.0 || input->y[t] != floor (input->y[t])))
      return FALSE;

  return TRUE;
}

static gboolean
is_positive (const double *y,
             gsize         n)
{
  for (gsize t = 0; t < n; t++)
    if (y[t] <= 0.0)
      return FALSE;

  return TRUE;
}

/* Share of the observed periods without demand, at those places in the season that are
 * not always empty: closed on Sundays is no product that sells now and then. */
static double
empty_when_open (const double *y,
                 gsize         n,
                 int           season)
{
  const gsize m = (gsize) MAX (season, 1);
  double empty = 0.0, open = 0.0;

  for (gsize place = 0; place < m; place++)
    {
      double none = 0.0, seen = 0.0;

      for (gsize t = place; t < n; t += m)
        {
          none += y[t] <= 0.0;
          seen += !isnan (y[t]);
        }

      if (seen >= OPEN_SEEN && none >= ALWAYS * seen)
        continue;
      empty += none;
      open += seen;
    }

  return open > 0.0 ? empty / open : 1.0;
}

/**
 * hw_prepared_take:
 * @input: the series; see HwForecastInput
 * @horizon: periods ahead that @input->lift reaches
 * @prepared: (out caller-allocates): the series made ready; untouched on error
 * @error: return location
 *
 * Cost: O(n), and that of filling up what sold out.
 *
 * Errors: those of hw_history_take().
 *
 * Returns: %TRUE if @prepared was filled in
 */
gboolean
hw_prepared_take (const HwForecastInput  *input,
                  gsize                   horizon,
                  HwPrepared             *prepared,
                  GError                **error)
{
  g_autofree double *plain = input->lift != NULL ? g_new (double, input->n + 1) : NULL;
  HwForecastInput bare = *input;
  HwPrepared out = { .non_negative = input->non_negative };
  g_autofree double *gappy = NULL;
  gsize n;

  if (plain != NULL)
    {
      out.thinned = hw_lift_take_out (input->y, input->lift, input->n, horizon, plain);
      bare.y = plain;
    }
  if (!hw_history_take (&bare, &out.history, error))
    return FALSE;

  n = out.history.n;
  out.y = g_new (double, n);
  out.filled = g_new0 (guint8, n);
  out.actual = g_new (double, n);
  mark (&out, input);

  gappy = g_memdup2 (out.y, n * sizeof (double));
  hw_stand_in_fill (gappy, n, input->season, out.y);

  for (gsize t = 0; t < n; t++)
    {
      out.y[t] = input->non_negative ? MAX (out.y[t], 0.0) : out.y[t];
      out.zeros += gappy[t] <= 0.0 ? 1.0 / (double) out.history.observed : 0.0;
    }

  out.whole = is_whole (input);
  out.view = (HwSeriesView) {
    .y = out.y, .filled = out.filled, .n = n, .season = input->season, .long_season = input->long_season,
    .unit = out.history.scale, .positive = is_positive (out.y, n), .whole = input->lift == NULL && out.whole,
  };
  out.now_and_then = input->non_negative && empty_when_open (gappy, n, input->season) > MANY_ZEROS;
  out.lumpy = (input->non_negative && out.zeros > MANY_ZEROS)
              || (out.whole && out.history.level * out.history.scale < LUMPY_UNITS);
  *prepared = out;
  return TRUE;
}

/**
 * hw_prepared_clear:
 * @prepared: its memory is given back
 */
void
hw_prepared_clear (HwPrepared *prepared)
{
  hw_history_clear (&prepared->history);
  g_clear_pointer (&prepared->y, g_free);
  g_clear_pointer (&prepared->filled, g_free);
  g_clear_pointer (&prepared->spikes, g_free);
  g_clear_pointer (&prepared->actual, g_free);
}
