/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-form.h"

#include <math.h>

#define PRODUCT_MAX 1e150 /* a product of means is turned into its logarithm beyond */
#define DIVISOR_MIN 1e-10 /* a factor is not followed below this */

typedef struct
{
  const HwEtsForm    *form;
  HwEtsWeights        weights;
  const double       *y;
  const guint8       *filled;
  gsize               from;
  gsize               to;
  double             *state;
  double             *errors;
  HwEtsLoss           loss;
  gboolean            fine;
} Walk;

/**
 * hw_ets_form_states:
 * @form: a form
 *
 * Returns: length of the array of its state
 */
gsize
hw_ets_form_states (const HwEtsForm *form)
{
  return HW_ETS_SEASON + (gsize) form->season;
}

/**
 * hw_ets_form_count:
 * @form: a form
 *
 * Returns: how many numbers are estimated: weights, first states (a season's places
 *   but one), and the spread
 */
gsize
hw_ets_form_count (const HwEtsForm *form)
{
  gsize count = 3;

  if (form->trend != HW_ETS_NONE)
    count += form->damped ? 3 : 2;
  if (form->kind != HW_ETS_NONE)
    count += (gsize) form->season;

  return count;
}

/* The recursion. Every argument but the last is known where it is called, so that
 * each of the eighteen forms becomes a loop without questions. */
static inline __attribute__ ((always_inline)) void
run (const HwEtsPart error,
     const HwEtsPart trend,
     const HwEtsPart kind,
     Walk           *walk)
{
  const HwEtsWeights w = walk->weights;
  const gsize m = (gsize) walk->form->season;
  double *season = walk->state + HW_ETS_SEASON;
  double level = walk->state[HW_ETS_LEVEL], slope = walk->state[HW_ETS_TREND];
  double squares = 0.0, product = 1.0, logs = 0.0;
  gboolean fine = TRUE;
  gsize observed = 0;

  for (gsize t = walk->from, at = walk->from % m; t < walk->to; t++, at = at + 1 == m ? 0 : at + 1)
    {
      const double s = kind == HW_ETS_NONE ? 0.0 : season[at];
      const double carried = trend == HW_ETS_NONE ? 0.0 : trend == HW_ETS_ADD ? w.phi * slope
                                                        : walk->form->damped ? pow (slope, w.phi) : slope;
      const double reached = trend == HW_ETS_NONE ? level : trend == HW_ETS_ADD ? level + carried : level * carried;
      const double base = kind == HW_ETS_TIMES && !(reached > DIVISOR_MIN) ? DIVISOR_MIN : reached;
      const double mean = kind == HW_ETS_NONE ? base : kind == HW_ETS_ADD ? base + s : base * s;
      const gboolean seen = !isnan (walk->y[t]) && (walk->filled == NULL || walk->filled[t] == 0);
      const double y = seen ? walk->y[t] : mean;
      const double plain = kind == HW_ETS_NONE ? y : kind == HW_ETS_ADD ? y - s : y / s;
      const double e = error == HW_ETS_TIMES ? (y - mean) / mean : y - mean;

      if (error == HW_ETS_TIMES || kind == HW_ETS_TIMES || trend == HW_ETS_TIMES)
        fine &= mean > 0.0 && reached > 0.0;
      squares += e * e;
      observed += seen ? 1 : 0;
      if (error == HW_ETS_TIMES && seen)
        {
          product *= fabs (mean);
          if (!(product < PRODUCT_MAX && product > 1.0 / PRODUCT_MAX))
            {
              logs += log (product);
              product = 1.0;
            }
        }
      if (walk->errors != NULL)
        walk->errors[t] = e;

      if (trend == HW_ETS_ADD)
        slope = carried + w.beta * (plain - base);
      else if (trend == HW_ETS_TIMES)
        slope = carried + w.beta * (plain - base) / level;
      if (kind == HW_ETS_ADD)
        season[at] = s + w.gamma * (y - base - s);
      else if (kind == HW_ETS_TIMES)
        season[at] = MAX (s + w.gamma * (y / base - s), DIVISOR_MIN);
      level = base + w.alpha * (plain - base);
    }

  walk->state[HW_ETS_LEVEL] = level;
  walk->state[HW_ETS_TREND] = slope;
  walk->loss = (HwEtsLoss) { squares, error == HW_ETS_TIMES ? logs + log (product) : 0.0, observed };
  walk->fine = fine && isfinite (level) && isfinite (slope);
}

static inline __attribute__ ((always_inline)) void
run_with_error (const HwEtsPart error,
                Walk           *walk)
{
  switch (walk->form->trend * 3 + walk->form->kind)
    {
    case HW_ETS_NONE * 3 + HW_ETS_NONE: run (error, HW_ETS_NONE, HW_ETS_NONE, walk); break;
    case HW_ETS_NONE * 3 + HW_ETS_ADD: run (error, HW_ETS_NONE, HW_ETS_ADD, walk); break;
    case HW_ETS_NONE * 3 + HW_ETS_TIMES: run (error, HW_ETS_NONE, HW_ETS_TIMES, walk); break;
    case HW_ETS_ADD * 3 + HW_ETS_NONE: run (error, HW_ETS_ADD, HW_ETS_NONE, walk); break;
    case HW_ETS_ADD * 3 + HW_ETS_ADD: run (error, HW_ETS_ADD, HW_ETS_ADD, walk); break;
    case HW_ETS_ADD * 3 + HW_ETS_TIMES: run (error, HW_ETS_ADD, HW_ETS_TIMES, walk); break;
    case HW_ETS_TIMES * 3 + HW_ETS_NONE: run (error, HW_ETS_TIMES, HW_ETS_NONE, walk); break;
    case HW_ETS_TIMES * 3 + HW_ETS_ADD: run (error, HW_ETS_TIMES, HW_ETS_ADD, walk); break;
    case HW_ETS_TIMES * 3 + HW_ETS_TIMES:
    default: run (error, HW_ETS_TIMES, HW_ETS_TIMES, walk); break;
    }
}

/**
 * hw_ets_form_pass:
 * @form: which parts there are
 * @weights: smoothing weights
 * @y: the whole series [units]; NAN where nothing was observed
 * @filled: (nullable): 1 where @y is a stand-in that counts as not observed
 * @from: first index to run over
 * @to: one after the last
 * @state: (array) (inout): the state before @from; the state after @to
 * @errors: (array) (nullable) (out): one-step errors by the index of @y, 0 where not observed
 * @loss: (nullable) (out): of this stretch alone
 *
 * With l, b, s before the period, q = l + phi b (or l b^phi, or l), mean = q + s
 * (or q s, or q), p = y - s (or y / s, or y):
 *
 *     l = q + alpha (p - q)
 *     b = phi b + beta (p - q)        or  b^phi + beta (p - q) / l before
 *     s = s + gamma (y - q - s)       or  s + gamma (y / q - s)
 *
 * which is the error-correction form written out: the states are the same for
 * errors in units and relative ones, only the likelihood differs. A period that was
 * not observed moves the states on as if it had met its mean.
 *
 * Cost: O(to - from), no allocation.
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential
 * Smoothing, tables 2.1 to 2.3.
 * Checked against: states and residuals of R's forecast::ets in
 * tests/engine/test-hw-ets-reference.c.
 *
 * Returns: %FALSE if a form with a relative part left the positive numbers or
 *   anything overflowed
 */
gboolean
hw_ets_form_pass (const HwEtsForm    *form,
                  const HwEtsWeights *weights,
                  const double       *y,
                  const guint8       *filled,
                  gsize               from,
                  gsize               to,
                  double             *state,
                  double             *errors,
                  HwEtsLoss          *loss)
{
  Walk walk = { .form = form, .weights = *weights, .y = y, .filled = filled, .from = from, .to = to,
                .state = state, .errors = errors };

  if (form->error == HW_ETS_TIMES)
    run_with_error (HW_ETS_TIMES, &walk);
  else
    run_with_error (HW_ETS_ADD, &walk);

  if (loss != NULL)
    *loss = walk.loss;
  return walk.fine;
}

/**
 * hw_ets_form_minus_two_log_likelihood:
 * @form: which parts there are
 * @loss: of a pass
 *
 * Of normal errors with their own best spread, but for a constant.
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), section 5.1.
 */
double
hw_ets_form_minus_two_log_likelihood (const HwEtsForm *form,
                                      const HwEtsLoss *loss)
{
  return (double) loss->n * log (loss->squares) + (form->error == HW_ETS_TIMES ? 2.0 * loss->log_means : 0.0);
}

/**
 * hw_ets_form_path:
 * @form: which parts there are
 * @weights: smoothing weights
 * @state: after the last period seen
 * @next: the index of the first period ahead
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): [units] where no error comes from now on
 */
void
hw_ets_form_path (const HwEtsForm    *form,
                  const HwEtsWeights *weights,
                  const double       *state,
                  gsize               next,
                  gsize               horizon,
                  double             *mean)
{
  const gsize m = (gsize) form->season;
  double base = state[HW_ETS_LEVEL], slope = state[HW_ETS_TREND];

  for (gsize h = 0, at = next % m; h < horizon; h++, at = at + 1 == m ? 0 : at + 1)
    {
      const double s = state[HW_ETS_SEASON + at];

      if (form->trend == HW_ETS_ADD)
        base += slope *= weights->phi;
      else if (form->trend == HW_ETS_TIMES)
        base *= slope = form->damped ? pow (slope, weights->phi) : slope;
      mean[h] = form->kind == HW_ETS_NONE ? base : form->kind == HW_ETS_ADD ? base + s : base * s;
    }
}
