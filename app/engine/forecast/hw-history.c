/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-history.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-sold-out.h"

#include <math.h>

#define OBSERVED_MIN 3
#define LARGEST 1e12   /* beyond it a number is a mistake, not a sale */
#define LONGEST 1095   /* periods */

static gboolean
refuse (GError        **error,
        HwEngineError   code,
        const char     *why)
{
  g_set_error_literal (error, HW_ENGINE_ERROR, (int) code, why);
  return FALSE;
}

/* Finds the first period that counts, how many are observed and their mean size. */
static gboolean
survey (const HwForecastInput  *input,
        HwHistory              *s,
        GError                **error)
{
  double size = 0.0;

  for (gsize t = 0; t < input->n; t++)
    {
      const double v = input->y[t];

      if (isnan (v))
        continue;
      if (fabs (v) > LARGEST)
        return refuse (error, HW_ENGINE_ERROR_BAD_VALUE, "a value beyond 1e12");

      if (s->observed == 0)
        s->start = t;
      s->observed++;
      size += fabs (v);
    }

  if (s->observed == 0)
    return refuse (error, HW_ENGINE_ERROR_TOO_SHORT, "no period was observed");
  if (size / (double) s->observed < 1e-12)
    return refuse (error, HW_ENGINE_ERROR_NO_DEMAND, "every period is zero");
  if (s->observed < OBSERVED_MIN)
    return refuse (error, HW_ENGINE_ERROR_TOO_SHORT, "fewer than 3 observed periods");

  s->scale = size / (double) s->observed;
  return TRUE;
}

/* Fills up what sold out; the lost demand is remembered. In pieces, so that counts
 * are known as such. */
static void
complete (HwHistory             *s,
          const HwForecastInput *input,
          const guint8          *sold_out,
          gsize                  n)
{
  g_autofree double *sold = g_new (double, 2 * n);
  double *demand = sold + n;

  for (gsize t = 0; t < n; t++)
    sold[t] = input->non_negative && input->y[s->start + t] < 0.0 ? 0.0 : input->y[s->start + t];

  s->lost = hw_sold_out_complete (sold, sold_out, NULL, n, input->season, demand) / s->scale;
  for (gsize t = 0; t < n; t++)
    if (sold_out[t])
      s->demand[t] = demand[t] / s->scale;
}

/**
 * hw_history_take:
 * @input: the series; see HwForecastInput
 * @history: (out caller-allocates): the history; untouched on error
 * @error: return location
 *
 * Periods before the first observed one are left out. The methods get the last 1095
 * periods at most: what lies further back says little about next month.
 *
 * Cost: O(n), and that of hw_sold_out_complete() if anything sold out.
 *
 * Errors: TOO_SHORT with fewer than 3 observed periods;
 * BAD_VALUE for infinity and beyond 1e12; NO_DEMAND if every period is zero.
 *
 * Returns: %TRUE if @history was filled in
 */
gboolean
hw_history_take (const HwForecastInput  *input,
                 HwHistory              *history,
                 GError                **error)
{
  g_autofree guint8 *sold_out = NULL;
  HwHistory s = { 0 };
  gboolean any = FALSE;
  gsize n, cut;

  if (!survey (input, &s, error))
    return FALSE;

  n = input->n - s.start;
  cut = n > LONGEST ? n - LONGEST : 0;
  s.demand = g_new (double, n);
  s.seen = g_new (double, n);
  sold_out = g_new0 (guint8, n);

  for (gsize t = 0; t < n; t++)
    {
      const double v = input->y[s.start + t] / s.scale;

      sold_out[t] = input->sold_out != NULL && input->sold_out[s.start + t] && !isnan (v);
      any = any || sold_out[t];
      s.demand[t] = isnan (v) || !input->non_negative ? v : MAX (v, 0.0);
      s.seen[t] = sold_out[t] ? NAN : s.demand[t];
    }

  if (any)
    complete (&s, input, sold_out, n);

  for (gsize t = 0; t < n; t++)
    {
      s.level += isnan (s.demand[t]) ? 0.0 : s.demand[t] / (double) s.observed;
      s.nothing += s.demand[t] <= 0.0 ? 1.0 / (double) s.observed : 0.0;
    }

  s.y = s.demand + cut;
  s.actual = s.seen + cut;
  s.n = n - cut;
  *history = s;
  return TRUE;
}

/**
 * hw_history_clear:
 * @history: its memory is given back
 */
void
hw_history_clear (HwHistory *history)
{
  g_clear_pointer (&history->demand, g_free);
  g_clear_pointer (&history->seen, g_free);
}

/**
 * hw_history_lost:
 * @history: taken from @input
 * @input: the series
 *
 * Returns: (transfer full): for each period of @input what was likely asked for and
 *   not served [units]; 0 where it did not sell out
 */
double *
hw_history_lost (const HwHistory       *history,
                 const HwForecastInput *input)
{
  double *lost = g_new0 (double, input->n + 1);

  for (gsize t = history->start; t < input->n; t++)
    if (input->sold_out != NULL && input->sold_out[t] && !isnan (input->y[t]))
      lost[t] = MAX (history->demand[t - history->start] * history->scale - MAX (input->y[t], 0.0), 0.0);

  return lost;
}
