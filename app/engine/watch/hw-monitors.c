/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-monitors.h"

#include <math.h>
#include <string.h>

#define PROMISED 0.8

/* The last periods that know of a range. */
static void
watch_band (const HwMonitorsInput *input,
            HwMonitors            *result)
{
  guint8 inside[HW_MONITORS_BAND];
  gsize n = 0;

  for (gsize t = input->n; t-- > 0 && n < HW_MONITORS_BAND;)
    if (!isnan (input->promise[t]))
      inside[n++] = input->promise[t] > 0.0;

  result->knows_band = hw_close_watch_band (inside, n, PROMISED, &result->band);
  result->band_alarm = result->knows_band && result->band.chance <= HW_MONITORS_CHANCE;
}

static void
watch_simple (const HwMonitorsInput *input,
              HwMonitors            *result)
{
  const gsize n = MIN (input->n, HW_MONITORS_CLOSE), from = input->n - n;

  result->knows_simple = hw_close_watch_simple (input->error + from, input->simple + from, n, &result->simple);
  result->simple_alarm = result->knows_simple && result->simple.chance <= HW_MONITORS_CHANCE;
}

void
hw_monitors_run (const HwMonitorsInput *input,
                 HwMonitors            *result)
{
  const gsize now = input->n - input->from;
  const HwTrackingInput bias = { input->error, input->from, input->error + input->from, now, HW_MONITORS_SELDOM, input->seed };
  const HwDriftInput drift = { input->error, input->from, input->error + input->from, now, HW_MONITORS_SELDOM, input->seed };

  memset (result, 0, sizeof *result);
  result->bias.alarm = result->drift.alarm = -1;
  result->known = hw_tracking_run (&bias, &result->bias, NULL) && hw_drift_run (&drift, &result->drift, NULL);
  result->bias_alarm = result->known && result->bias.alarm >= 0;
  result->drift_alarm = result->known && result->drift.alarm >= 0;
  watch_simple (input, result);
  watch_band (input, result);
}

void
hw_monitors_clear (HwMonitors *result)
{
  hw_tracking_clear (&result->bias);
  hw_drift_clear (&result->drift);
}
