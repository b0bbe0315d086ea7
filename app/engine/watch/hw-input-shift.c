/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-input-shift.h"

#include "engine/math/hw-special.h"

#include <math.h>

#define LIMIT_LEAST 0.2
#define SURE 0.99
#define EMPTY 0.5

gboolean
hw_input_shift_run (const double *then,
                    const double *now,
                    gsize         bins,
                    HwInputShift *result)
{
  double n = 0.0, m = 0.0, most = -1.0;
  gsize left = 0;

  *result = (HwInputShift) { 0 };
  g_return_val_if_fail (bins >= 2 && bins <= HW_INPUT_SHIFT_BINS, FALSE);

  for (gsize i = 0; i < bins; i++)
    {
      n += then[i];
      m += now[i];
      left += then[i] > 0.0 || now[i] > 0.0;
    }

  if (!(n > 0.0) || !(m > 0.0) || left < 2)
    return FALSE;

  for (gsize i = 0; i < bins; i++)
    {
      const double a = (then[i] > 0.0 ? then[i] : EMPTY) / n, b = (now[i] > 0.0 ? now[i] : EMPTY) / m;
      const double part = then[i] > 0.0 || now[i] > 0.0 ? (b - a) * log (b / a) : 0.0;

      result->index += part;
      if (part > most)
        {
          most = part;
          result->most = i;
          result->then = then[i] / n;
          result->now = now[i] / m;
        }
    }

  result->limit = MAX (LIMIT_LEAST, 2.0 * hw_gamma_quantile (0.5 * (double) (left - 1), SURE) * (1.0 / n + 1.0 / m));
  return TRUE;
}
