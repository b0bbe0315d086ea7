/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-catalogue.h"

#include <math.h>

static const double week[] = { 0.8, 0.7, 0.9, 1.0, 1.2, 1.6, 0.8 };

typedef struct
{
  const char *name;
  int         season;
  double      level, noise, shift;  /* shift: spread of the level's own steps */
  gboolean    counts;
} Kind;

static const Kind kinds[] = {
  { "steady", 7, 100.0, 0.15, 0.0, FALSE },
  { "drifting", 7, 200.0, 0.10, 4.0, FALSE },
  { "plain", 1, 80.0, 0.20, 3.0, FALSE },
  { "few", 7, 4.0, 0.0, 0.0, TRUE },
};

static void
simulate (const Kind *kind,
          guint64     seed,
          gsize       n,
          double     *y)
{
  double level = kind->level;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    {
      const double mean = level * (kind->season == 7 ? week[t % 7] : 1.0);

      y[t] = kind->counts ? hw_rng_poisson (&rng, mean)
                          : fmax (mean * (1.0 + kind->noise * hw_rng_normal (&rng)), 0.0);
      level = fmax (level + kind->shift * hw_rng_normal (&rng), 0.2 * kind->level);
    }
}

/* Shares of what came that the ranges held, in catalogues of one or of all series. */
static void
count_inside (const Kind *kind,
              gboolean    together,
              double     *in80,
              double     *in95,
              double     *sum80)
{
  enum { N = 280, AHEAD = 14, SERIES = 60 };
  g_autofree double *y = g_new (double, SERIES * (N + AHEAD));
  HwForecastInput inputs[SERIES];
  HwForecastAnswer out[SERIES];

  *in80 = *in95 = *sum80 = 0.0;
  for (gsize i = 0; i < SERIES; i++)
    {
      simulate (kind, i + 1, N + AHEAD, y + i * (N + AHEAD));
      inputs[i] = (HwForecastInput) { .y = y + i * (N + AHEAD), .n = N, .season = kind->season, .non_negative = TRUE,
                                      .group = together ? 0 : (int) i };
    }

  g_assert_true (hw_catalogue_forecast (inputs, SERIES, AHEAD, 2, NULL, out, NULL));
  for (gsize i = 0; i < SERIES; i++)
    {
      const HwForecastResult *r = &out[i].result;
      double total = 0.0;

      g_assert_no_error (out[i].error);
      for (gsize h = 0; h < AHEAD; h++)
        {
          const double came = inputs[i].y[N + h];

          total += came;
          *in80 += came >= r->lo80[h] && came <= r->hi80[h] ? 1.0 / (SERIES * AHEAD) : 0.0;
          *in95 += came >= r->lo95[h] && came <= r->hi95[h] ? 1.0 / (SERIES * AHEAD) : 0.0;
        }
      *sum80 += fabs (total - r->sum_mean[AHEAD - 1]) < 1.2816 * r->sum_sd[AHEAD - 1] ? 1.0 / SERIES : 0.0;
    }
  g_test_message ("%s, %s: 80 %%: %.3f, 95 %%: %.3f, total 80 %%: %.3f", kind->name, together ? "together" : "alone",
                  *in80, *in95, *sum80);
  hw_catalogue_answers_clear (out, SERIES);
}

/* Property: ranges hold what they promise, for periods and for totals; of a series
 * that stands alone less is known, and its ranges are wider. Few whole units cannot be cut at exactly one
 * tenth, so that their ranges hold more. */
static void
test_ranges_hold (gconstpointer data)
{
  const Kind *kind = data;
  const double upper80 = kind->counts ? 0.93 : 0.87;
  double in80, in95, sum80;

  count_inside (kind, TRUE, &in80, &in95, &sum80);
  g_assert_true (in80 > 0.75 && in80 < upper80);
  g_assert_true (in95 > 0.92 && in95 < 0.995);
  g_assert_true (sum80 > 0.70 && sum80 < 0.90);

  count_inside (kind, FALSE, &in80, &in95, &sum80);
  g_assert_true (in80 > 0.72 && in80 < 0.95);
  g_assert_true (in95 > 0.92);
  g_assert_true (sum80 > 0.70 && sum80 < 0.995);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/ranges/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_ranges_hold);
    }

  return g_test_run ();
}
