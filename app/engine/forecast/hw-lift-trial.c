/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lift-trial.h"

#include <math.h>
#include <string.h>

#define ORIGINS 4          /* stretches of the later half: each forecast from all before it */
#define TESTED_LEAST 12    /* periods in the later half */
#define SHIFTS_MOST 63
#define CHANCE 0.04        /* of keeping what is of no use */
#define REACH_SHARE 0.5    /* of the learning reach: how far back the level is looked for */
#define REACHES 8.0        /* before a stretch: what lies further back weighs under a thousandth */
#define OUTLIER 4.0
#define FIRST_PRECISION 1.0

/* What each product had said by the beginning of each stretch. */
typedef struct
{
  const HwLiftTrial *trial;
  gsize       columns;
  gsize       n;                       /* periods behind */
  gsize       start;                   /* of the later half */
  gsize       step, shifts;            /* false dates: multiples of step */
  HwLiftNews *news[ORIGINS];           /* (owned) n_products */
  const HwLiftNews **pointers;         /* (owned) */
  HwLiftPool  pool[ORIGINS];
  double     *gains;                   /* (owned) n_things x (shifts + 1) */
} Bench;

static gsize
origin_at (const Bench *bench,
           gsize        origin)
{
  return bench->start + origin * (bench->n - bench->start) / ORIGINS;
}

static void
point_at (Bench *bench,
          gsize  origin)
{
  for (gsize i = 0; i < bench->trial->n_products; i++)
    bench->pointers[i] = &bench->news[origin][i];
}

static gboolean
learn_all (Bench        *bench,
           const HwTick *tick)
{
  const HwLiftTrial *trial = bench->trial;
  double expected[HW_LIFT_COLUMNS_MAX] = { 0 }, precision[HW_LIFT_COLUMNS_MAX];

  for (gsize c = 0; c < bench->columns; c++)
    precision[c] = FIRST_PRECISION;

  for (gsize o = 0; o < ORIGINS; o++)
    {
      bench->news[o] = g_new (HwLiftNews, trial->n_products);
      for (gsize i = 0; i < trial->n_products; i++)
        {
          HwLiftSeries before = trial->series[i];

          before.n = origin_at (bench, o);
          hw_lift_learn (&before, expected, precision, &bench->news[o][i]);
          if (!hw_tick (tick, 0.8 * (double) (o * trial->n_products + i) / (double) (ORIGINS * trial->n_products)))
            return FALSE;
        }
      point_at (bench, o);
      hw_lift_pool_init (&bench->pool[o], bench->pointers, trial->category, trial->n_products, bench->columns);
    }

  return TRUE;
}

/* Means one period ahead over the later half, the level followed up to the period
 * before, with coefficients learned before the stretch. */
static void
forecast_one (Bench          *bench,
              gsize           product,
              const double  (*beta)[HW_LIFT_COLUMNS_MAX],
              double         *mean)
{
  const HwLiftSeries *series = &bench->trial->series[product];
  const double reach = REACH_SHARE * series->reach, keep = exp (-1.0 / reach);
  const gsize length = series->season > 1 && series->season <= HW_LIFT_PROFILE_MAX ? (gsize) series->season : 1;

  for (gsize o = 0; o < ORIGINS; o++)
    {
      const HwLiftNews *news = &bench->news[o][product];
      const gsize from = origin_at (bench, o), to = o + 1 < ORIGINS ? origin_at (bench, o + 1) : bench->n;
      const gsize begin = from - MIN (from, (gsize) (REACHES * reach));
      double sold = news->mean, below = 1.0;

      for (gsize t = begin, phase = begin % length; t < to; t++)
        {
          const double eta = hw_lift_eta (series, beta[o], t);
          const double exposed = (fabs (eta) > 0.0 ? exp (eta) : 1.0) * series->share[t] * news->profile[phase];

          if (t >= from)
            mean[t - bench->start] = exposed * sold / below;
          if (isfinite (series->y[t]) && series->share[t] > 0.0)
            {
              sold = keep * sold + MAX (series->y[t], 0.0);
              below = keep * below + exposed;
            }
          phase = phase + 1 < length ? phase + 1 : 0;
        }
    }
}

/* What knowing gains in one product, at the true dates and at false ones. */
static void
add_gains (const Bench  *bench,
           gsize         product,
           const double *with,
           const double *without,
           double       *ratio,
           double       *gains)
{
  const HwLiftSeries *series = &bench->trial->series[product];
  const double noise = bench->news[ORIGINS - 1][product].noise;
  const gsize tested = bench->n - bench->start;
  double *log_ratio = ratio + tested;

  for (gsize t = 0; t < tested; t++)
    {
      ratio[t] = with[t] > 0.0 && without[t] > 0.0 ? with[t] / without[t] : 1.0;
      log_ratio[t] = log (ratio[t]);
    }

  for (gsize t = 0; t < tested; t++)
    {
      const double value = series->y[bench->start + t], mean = without[t];
      const double most = OUTLIER * sqrt (noise * mean) + OUTLIER * noise;
      double y;

      if (!isfinite (value) || !(series->share[bench->start + t] > 0.0) || !(mean > 0.0))
        continue;
      y = MIN (MAX (value, 0.0), MAX (mean, with[t]) + most);
      for (gsize s = 0; s <= bench->shifts; s++)
        {
          const gsize at = (t + s * bench->step) % tested;

          gains[s] += (y * log_ratio[at] - mean * (ratio[at] - 1.0)) / noise;
        }
    }
}

static void
find_betas (Bench          *bench,
            const gboolean *used,
            double        (*beta)[ORIGINS][HW_LIFT_COLUMNS_MAX])
{
  const HwLiftTrial *trial = bench->trial;

  for (gsize o = 0; o < ORIGINS; o++)
    {
      point_at (bench, o);
      hw_lift_pool_resolve (&bench->pool[o], bench->pointers, trial->category, trial->n_products, used);
      for (gsize i = 0; i < trial->n_products; i++)
        hw_lift_pool_own (&bench->pool[o], &bench->news[o][i], trial->category[i], used, beta[i][o], NULL);
    }
}

static void
columns_used (const HwLiftTrial *trial,
              gsize              columns,
              const gboolean    *keep,
              gsize              but,
              gboolean          *used)
{
  for (gsize c = 0; c < columns; c++)
    used[c] = keep[trial->thing[c]] && trial->thing[c] != but;
}

/* Fills the gains of all things still kept. */
static void
compare (Bench          *bench,
         const gboolean *keep)
{
  const HwLiftTrial *trial = bench->trial;
  const gsize tested = bench->n - bench->start;
  g_autofree double (*all)[ORIGINS][HW_LIFT_COLUMNS_MAX] = g_malloc0 (trial->n_products * sizeof *all);
  g_autofree double (*part)[ORIGINS][HW_LIFT_COLUMNS_MAX] = g_malloc0 (trial->n_products * sizeof *part);
  g_autofree double *memory = g_new (double, 4 * tested);
  gboolean used[HW_LIFT_COLUMNS_MAX];

  columns_used (trial, bench->columns, keep, G_MAXSIZE, used);
  find_betas (bench, used, all);
  memset (bench->gains, 0, trial->n_things * (bench->shifts + 1) * sizeof (double));
  for (gsize k = 0; k < trial->n_things; k++)
    {
      if (!keep[k])
        continue;
      columns_used (trial, bench->columns, keep, k, used);
      find_betas (bench, used, part);
      for (gsize i = 0; i < trial->n_products; i++)
        {
          if (!(bench->news[0][i].mean > 0.0))
            continue;
          forecast_one (bench, i, all[i], memory);
          forecast_one (bench, i, part[i], memory + tested);
          add_gains (bench, i, memory, memory + tested, memory + 2 * tested, bench->gains + k * (bench->shifts + 1));
        }
    }
}

/* Share of dates, the true one among them, that gain as much as the true one. */
static double
chance_of (const Bench *bench,
           gsize        k)
{
  const double *gains = bench->gains + k * (bench->shifts + 1);
  gsize as_good = 0;

  if (!(gains[0] > 0.0))
    return 1.0;
  for (gsize s = 1; s <= bench->shifts; s++)
    as_good += gains[s] >= gains[0];
  if (as_good == 0)
    return 0.0;

  return (double) (1 + as_good) / (double) (1 + bench->shifts);
}

static double
gain_of (const Bench *bench,
         gsize        k)
{
  return bench->gains[k * (bench->shifts + 1)];
}

/* Whether in some product some period is touched by both. */
static gboolean
overlap (const HwLiftTrial *trial,
         gsize              columns,
         gsize              a,
         gsize              b)
{
  for (gsize c = 0; c < columns; c++)
    for (gsize d = 0; d < columns && trial->thing[c] == a; d++)
      for (gsize i = 0; i < trial->n_products && trial->thing[d] == b; i++)
        if (hw_lift_touch (&trial->series[i], c, d))
          return TRUE;

  return FALSE;
}

/* The least useful thing that is not @gone and touches no period of one that is. */
static gsize
find_worst (const Bench    *bench,
            const gboolean *keep,
            const gboolean *gone)
{
  const HwLiftTrial *trial = bench->trial;
  gsize worst = G_MAXSIZE;
  double worst_chance = CHANCE, worst_gain = 0.0;

  for (gsize k = 0; k < trial->n_things; k++)
    {
      const double chance = keep[k] && !gone[k] ? chance_of (bench, k) : -1.0;
      gboolean apart = TRUE;

      if (!(chance > worst_chance || (chance >= worst_chance && worst < G_MAXSIZE && gain_of (bench, k) < worst_gain)))
        continue;
      for (gsize j = 0; j < trial->n_things && apart; j++)
        apart = !gone[j] || !overlap (trial, bench->columns, j, k);
      if (!apart)
        continue;
      worst = k;
      worst_chance = chance;
      worst_gain = gain_of (bench, k);
    }

  return worst;
}

/* Gives up the least useful thing, and those after it that have nothing to do with it: two
 * of one kind are never given up at once. Returns FALSE if all are of use. */
static gboolean
drop_worst (const Bench *bench,
            gboolean    *keep)
{
  const gsize n = bench->trial->n_things;
  g_autofree gboolean *gone = g_new0 (gboolean, n);
  gboolean any = FALSE;

  for (gsize worst; (worst = find_worst (bench, keep, gone)) != G_MAXSIZE; any = TRUE)
    gone[worst] = TRUE;
  for (gsize k = 0; k < n; k++)
    keep[k] = keep[k] && !gone[k];

  return any;
}

static gsize
tested_from (const HwLiftTrial *trial)
{
  const gsize n = trial->series[0].n;
  gsize first = n;

  for (gsize i = 0; i < trial->n_products; i++)
    for (gsize t = 0; t < first; t++)
      if (isfinite (trial->series[i].y[t]))
        first = t;

  return first + (n - first) / 2;
}

static void
bench_clear (Bench *bench)
{
  for (gsize o = 0; o < ORIGINS; o++)
    {
      g_free (bench->news[o]);
      hw_lift_pool_clear (&bench->pool[o]);
    }
  g_free (bench->pointers);
  g_free (bench->gains);
}

/**
 * hw_lift_trial_run:
 * @trial: products and columns
 * @tick: (nullable): asked now and then whether to go on
 * @keep: (array length=n_things) (out): whether the thing is of use
 *
 * The later half of the past is forecast in four stretches, each period by the level
 * up to the period before, with coefficients learned before the stretch, with and without each thing. A
 * thing is kept if that made the quasi-likelihood larger, and larger than at all but a
 * few false dates: the same factors moved along the half in whole seasons, so that what
 * products have in common, and what goes on from day to day, is in both. The least
 * useful goes first, and the others are tried again without it.
 *
 * Source: rolling origins, Tashman (2000), Int. J. Forecasting 16(4); a permutation test by
 * cyclic shifts, Romano and Tirlea (2022), J. Time Series Analysis 43(5).
 * Checked against: simulated catalogues with things of no use, tests/engine/test-hw-lift.c.
 *
 * Returns: FALSE if it was told to stop
 */
gboolean
hw_lift_trial_run (const HwLiftTrial *trial,
                   const HwTick      *tick,
                   gboolean          *keep)
{
  const HwLiftSeries *first = trial->series;
  Bench bench = { .trial = trial, .columns = first->columns, .n = first->n };
  gsize tested;
  gboolean done;

  memset (keep, 0, trial->n_things * sizeof *keep);
  bench.start = tested_from (trial);
  tested = bench.n - bench.start;
  if (tested < TESTED_LEAST || bench.columns == 0)
    return TRUE;

  bench.step = first->season > 1 && first->season <= HW_LIFT_PROFILE_MAX && tested / (gsize) first->season > 20
                 ? (gsize) first->season : 1;
  bench.shifts = tested / bench.step - 1;
  if (bench.shifts > SHIFTS_MOST)
    {
      bench.step *= bench.shifts / SHIFTS_MOST;
      bench.shifts = MIN (tested / bench.step - 1, SHIFTS_MOST);
    }
  bench.pointers = g_new0 (const HwLiftNews *, trial->n_products);
  bench.gains = g_new0 (double, trial->n_things * (bench.shifts + 1));

  done = learn_all (&bench, tick);
  for (gsize c = 0; c < bench.columns; c++)
    keep[trial->thing[c]] = TRUE;
  while (done)
    {
      compare (&bench, keep);
      if (!drop_worst (&bench, keep))
        break;
      done = hw_tick (tick, 0.9);
    }

  bench_clear (&bench);
  return done;
}
