/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-aa.h"

#include "core/hw-error.h"
#include "engine/math/hw-beta.h"

#include <math.h>

/**
 * hw_aa_run:
 * @input: dates and how to judge a trial there; see HwAaInput
 * @tick: (nullable): whether to go on
 * @result: (out caller-allocates): shares 0..1
 * @error: return location
 *
 * Runs the judgement at @first, @first + @step and so on up to @last; dates that cannot be
 * judged are passed over. Trials at neighbouring dates look at the same periods, so of n
 * dates about n step / length count.
 *
 * Checked against: made-up judgements and R's pbinom (tests/engine/test-hw-aa.c).
 *
 * Returns: %FALSE with @error: TOO_SHORT where no date can be judged, BAD_VALUE, CANCELLED
 */
gboolean
hw_aa_run (const HwAaInput *input,
           const HwTick    *tick,
           HwAa            *result,
           GError         **error)
{
  double alarms;

  *result = (HwAa) { 0 };
  if (input->step == 0 || input->length == 0 || input->first > input->last || !(input->alpha > 0.0 && input->alpha < 1.0))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "no dates, or no level");
      return FALSE;
    }

  for (gsize start = input->first; start <= input->last; start += input->step)
    {
      double p;

      if (!hw_tick (tick, (double) (start - input->first) / (double) (input->last - input->first + 1)))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
          return FALSE;
        }

      if (!input->judge (start, input->data, &p))
        continue;

      result->n++;
      result->n_alarms += p <= input->alpha;
    }

  if (result->n == 0)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "no date could be judged");
      return FALSE;
    }

  result->share = (double) result->n_alarms / (double) result->n;
  result->apart = MAX (1.0, (double) result->n * MIN (1.0, (double) input->step / (double) input->length));
  alarms = round (result->share * result->apart);
  result->chance = alarms < 1.0 ? 1.0 : 1.0 - hw_binomial_below (alarms - 1.0, floor (result->apart), input->alpha);
  return TRUE;
}
