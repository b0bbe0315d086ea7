/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two roll-outs, one that pays and one whose figure is no money, and what all of it has
 * brought; worked out here by hand, so that the formulas have something to agree with. */
#include "hw-report-fixture-private.h"

#include <math.h>

#define MONTHS 12
#define RATE 0.1

static void
add_wave (HwRollOut  *scale,
          const char *what,
          int         from,
          gboolean    done)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_ROLL_OUT, 1);
  HwWave *wave;

  hw_answers_set (entry->answers, "what", what);
  hw_answers_set_day (entry->answers, "from", scale->as_of + from);
  hw_answers_set_day (entry->answers, "to", scale->as_of + from + 27);
  hw_answers_set_number (entry->answers, "money", 300.0);
  hw_answers_set_number (entry->answers, "people", 3.0);
  hw_answers_set_yes (entry->answers, "done", done);
  wave = hw_wave_new (entry);
  wave->done_on = done ? wave->to : HW_DAY_NONE;
  wave->share = 0.5;
  wave->ends_50 = wave->to + 3;
  wave->ends_90 = wave->to + 12;
  g_ptr_array_add (scale->waves, wave);
}

static double
value_at (const HwRollOut *scale,
          double           month_rate)
{
  double sum = 0.0;

  for (guint t = 0; t < scale->months->len; t++)
    sum += g_array_index (scale->months, HwScaleMonth, t).plan / pow (1.0 + month_rate, t);

  return sum;
}

/* The value falls as the rate grows. */
static double
find_irr (const HwRollOut *scale)
{
  double low = 0.0, high = 10.0;

  for (int i = 0; i < 200; i++)
    {
      const double middle = (low + high) / 2.0;

      *(value_at (scale, middle) > 0.0 ? &low : &high) = middle;
    }

  return pow (1.0 + low, 12.0) - 1.0;
}

static void
add_months (HwRollOut *scale)
{
  double so_far = 0.0, before = 0.0;

  scale->payback = 0.0;
  for (guint t = 0; t <= MONTHS; t++)
    {
      HwScaleMonth month = {
        .from = hw_day_from_ymd (2026, 1, 1) + 28 * (HwDay) t, .actual = t > 0 && t < 3 ? 20.0 * t : (double) NAN,
        .gain = t > 1 ? 150.25 : 0.0, .running = t > 1 ? 20.1 : 0.0, .out = t < 2 ? 300.0 : 0.0,
      };

      month.plan = month.gain - month.running - month.out;
      before = so_far;
      so_far += month.plan;
      month.so_far = so_far;
      scale->trough = fmax (scale->trough, -so_far);
      if (so_far >= 0.0 && before < 0.0)
        scale->payback = t - so_far / month.plan;
      g_array_append_val (scale->months, month);
    }
}

static HwRollOut *
make_scale (HwDay        as_of,
            const char  *name,
            HwScaleState state)
{
  HwRollOut *scale = hw_roll_out_new ();
  const HwSwing swing = { "What the change does", 100.0, 900.0 };

  scale->as_of = as_of;
  scale->initiative = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  hw_answers_set (scale->initiative->answers, "name", name);
  scale->state = state;
  scale->rate = RATE;
  add_wave (scale, "=1+1 shelf", -30, TRUE);
  add_wave (scale, "The other shelves", 0, FALSE);
  add_months (scale);
  g_array_append_val (scale->swings, swing);
  scale->npv = value_at (scale, pow (1.0 + RATE, 1.0 / 12.0) - 1.0);
  scale->irr = find_irr (scale);
  scale->npvs = (HwMoneyRange) { scale->npv - 100.0, scale->npv, scale->npv + 100.0 };
  return scale;
}

static void
add_line (HwReturn    *result,
          const char  *name,
          HwGainState  gain,
          double       in)
{
  HwReturnLine *line = hw_return_line_new (1 + result->lines->len, name);

  line->state = gain == HW_GAIN_COUNTED ? HW_STATE_LIVE : HW_STATE_CLOSED;
  line->gain = gain;
  line->saves = in > 500.0;
  line->out_plan[HW_STATION_PILOT] = 400.0;
  line->out[HW_STATION_PILOT] = 412.5;
  line->owned[HW_COST_HOURS] = 412.5;
  line->in_plan = 300.0;
  line->in = in;
  line->in_sd = 0.2 * in;
  g_ptr_array_add (result->lines, line);
}

void
hw_report_fixture_add_scale (HwReportFixture *self)
{
  self->roll_outs = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_roll_out_free);
  g_ptr_array_add (self->roll_outs, make_scale (self->report.as_of, "Bake by the list", HW_SCALE_MONEY));
  g_ptr_array_add (self->roll_outs, make_scale (self->report.as_of, "Ask each guest", HW_SCALE_NOT_MONEY));
  self->result = hw_return_new ();
  self->result->as_of = self->report.as_of;
  add_line (self->result, "Bake by the list", HW_GAIN_COUNTED, 820.5);
  add_line (self->result, "+Pairs", HW_GAIN_COUNTED, 310.25);
  add_line (self->result, "Dearer", HW_GAIN_NOT_GO, 9999.0);
  hw_return_add_up (self->result);
  self->report.roll_outs = self->roll_outs;
  self->report.result = self->result;
}
