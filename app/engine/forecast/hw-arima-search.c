/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-search.h"

#include "engine/forecast/hw-arima-stage.h"
#include "engine/forecast/hw-differences.h"

#include <math.h>
#include <string.h>

#define SEASON_MAX    24     /* longer ones are described by waves */
#define WAVES_MAX     8
#define MODELS_MAX    24     /* looked at in one search */
#define SEARCH_ROUNDS 4      /* of improvement for each of them */
#define FINAL_ROUNDS  15
#define SEARCH_MAX    400    /* latest periods that decide on scale and order: the rest would say the same, slowly */
#define LOG_LEAD      2.0    /* what ln y must be better by */
#define FAR_BEHIND    6.0    /* a model whose AICc is larger than the best by this does not speak */

typedef struct
{
  HwArimaEstimate best;      /* the order to go on from */
  gboolean        constant;  /* of it */
  HwArimaChoice   kept[HW_ARIMA_MODELS_MAX]; /* best first */
  gsize           n_kept;
  int             tried;
  guint32         seen[MODELS_MAX];
} Hunt;

/* Roots far enough from the unit circle to look ahead safely, each part by
 * itself: a season that hardly changes is no danger. */
static gboolean
is_sound (const HwArimaEstimate *estimate)
{
  static const double margin[4] = { 1.01, 1.03, 1.01, 1.01 };
  const HwArimaOrder *order = &estimate->order;
  const int size[4] = { order->p, order->q, order->P, order->Q };
  const double *at = estimate->coef.at;

  for (int part = 0; part < 4; part++)
    {
      double c[HW_ARIMA_PART_MAX];

      for (int i = 0; i < size[part]; i++)
        c[i] = part % 2 == 0 ? at[i] : -at[i];

      if (!hw_arima_stationary (c, size[part], margin[part]))
        return FALSE;

      at += size[part];
    }

  return TRUE;
}

static gboolean
is_new (Hunt               *hunt,
        const HwArimaOrder *order,
        gboolean            constant)
{
  const guint32 key = (guint32) (order->p + 8 * order->q + 64 * order->P + 256 * order->Q + (constant ? 1024 : 0));

  for (int i = 0; i < hunt->tried; i++)
    if (hunt->seen[i] == key)
      return FALSE;

  if (hunt->tried == MODELS_MAX)
    return FALSE;

  hunt->seen[hunt->tried++] = key;
  return TRUE;
}

/* Starts from the best so far where the parts are the same, at 0 where they are new. */
static void
start_from (const HwArimaEstimate *known,
            HwArimaEstimate       *estimate)
{
  const int have[4] = { known->order.p, known->order.q, known->order.P, known->order.Q };
  const int want[4] = { estimate->order.p, estimate->order.q, estimate->order.P, estimate->order.Q };
  int from = 0, to = 0;

  memset (estimate->free, 0, sizeof estimate->free);
  for (int part = 0; part < 4; part++)
    {
      for (int i = 0; i < MIN (have[part], want[part]); i++)
        estimate->free[to + i] = CLAMP (known->free[from + i], -3.0, 3.0);
      from += have[part];
      to += want[part];
    }
}

/* Among the best so far, in its place. */
static void
keep (Hunt                  *hunt,
      const HwArimaEstimate *estimate,
      gboolean               constant)
{
  gsize at = MIN (hunt->n_kept, HW_ARIMA_MODELS_MAX - 1);

  if (hunt->n_kept == HW_ARIMA_MODELS_MAX && !(estimate->aicc < hunt->kept[at].estimate.aicc))
    return;

  for (; at > 0 && estimate->aicc < hunt->kept[at - 1].estimate.aicc; at--)
    hunt->kept[at] = hunt->kept[at - 1];

  hunt->kept[at] = (HwArimaChoice) { .estimate = *estimate, .constant = constant };
  hunt->n_kept = MIN (hunt->n_kept + 1, HW_ARIMA_MODELS_MAX);
}

static gboolean
try_order (const HwArimaStage *stage,
           Hunt        *hunt,
           int          p,
           int          q,
           int          P,
           int          Q,
           gboolean     constant)
{
  HwArimaEstimate estimate = { .order = hunt->best.order };
  const int most = stage->n < 40 ? 2 : 3;

  estimate.order.p = p;
  estimate.order.q = q;
  estimate.order.P = P;
  estimate.order.Q = Q;

  if (p < 0 || q < 0 || P < 0 || Q < 0 || p > most || q > most || P > 1 || Q > 1 || p + q + P + Q > 5
      || !is_new (hunt, &estimate.order, constant))
    return FALSE;

  start_from (&hunt->best, &estimate);
  if (!hw_arima_stage_estimate (stage, constant, SEARCH_ROUNDS, &estimate) || !is_sound (&estimate))
    return FALSE;

  keep (hunt, &estimate, constant);
  if (hunt->n_kept > 1 && !(estimate.aicc < hunt->best.aicc))
    return FALSE;

  hunt->best = estimate;
  hunt->constant = constant;
  return TRUE;
}

/* The neighbours of the best so far, until none is better. */
static void
hunt_down (const HwArimaStage *stage,
           gboolean     may_constant,
           gboolean     seasonal,
           Hunt        *hunt)
{
  static const gint8 moves[][4] = {
    { 0, 0, 0, -1 }, { 0, 0, 0, 1 }, { 0, 0, -1, 0 }, { 0, 0, 1, 0 }, { -1, 0, 0, 0 }, { 0, -1, 0, 0 },
    { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 1, 1, 0, 0 }, { -1, -1, 0, 0 },
  };
  gboolean better = TRUE;

  while (better)
    {
      better = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (moves) && !better; i++)
        {
          const HwArimaOrder *at = &hunt->best.order;

          if (!seasonal && (moves[i][2] != 0 || moves[i][3] != 0))
            continue;

          better = try_order (stage, hunt, at->p + moves[i][0], at->q + moves[i][1], at->P + moves[i][2],
                              at->Q + moves[i][3], hunt->constant);
        }

      if (!better && may_constant)
        better = try_order (stage, hunt, hunt->best.order.p, hunt->best.order.q, hunt->best.order.P,
                            hunt->best.order.Q, !hunt->constant);
    }
}

static void
search_orders (const HwArimaStage        *stage,
               const HwArimaOrder *differences,
               gboolean            may_constant,
               Hunt               *hunt)
{
  const gboolean seasonal = differences->season > 1 && differences->season <= SEASON_MAX;
  const int s = seasonal ? 1 : 0;
  const gboolean c = may_constant;

  *hunt = (Hunt) { .best = { .order = *differences }, .constant = c };

  try_order (stage, hunt, 0, 1, 0, differences->D > 0 ? s : 0, c);
  try_order (stage, hunt, 1, 0, s, 0, c);
  try_order (stage, hunt, 1, 1, 0, differences->D > 0 ? s : 0, c);
  try_order (stage, hunt, 0, 0, 0, 0, c);
  if (hunt->n_kept > 0)
    hunt_down (stage, may_constant, seasonal, hunt);
}

/* Which scale a plain model explains better. Without a season the log would do
 * little but turn a slope into growth. */
static gboolean
wants_log (const HwSeriesView *series,
           const HwArimaOrder *differences,
           HwArimaWork        *work)
{
  double aicc[2];

  if (!series->positive || series->season == 1)
    return FALSE;

  for (int logs = 0; logs < 2; logs++)
    {
      g_auto (HwArimaStage) stage = { .work = work };
      HwArimaEstimate estimate = { .order = *differences };

      estimate.order.p = 1;
      estimate.order.q = 1;
      estimate.order.Q = differences->D;
      if (!hw_arima_stage_init (&stage, series, differences, logs, differences->d + differences->D < 2, 0)
          || !hw_arima_stage_estimate (&stage, TRUE, SEARCH_ROUNDS, &estimate))
        return FALSE;

      aicc[logs] = estimate.aicc;
    }

  return aicc[1] + LOG_LEAD < aicc[0];
}

static void
choose_differences (const HwSeriesView *series,
                    gboolean            logs,
                    HwArimaOrder       *order)
{
  g_autofree double *w = g_new (double, series->n);
  gsize n;

  for (gsize t = 0; t < series->n; t++)
    w[t] = logs ? log (series->y[t]) : series->y[t];

  *order = (HwArimaOrder) { .season = series->season <= SEASON_MAX ? series->season : 1 };
  order->D = hw_season_differences (w, series->n, order->season);
  n = hw_arima_difference (w, series->n, 1, order);
  order->d = hw_differences (w, n, 1); /* a second one only carries chance slopes on */
}

/* Waves of the year beside the order already found, as far as they pay. */
static void
add_waves (const HwSeriesView *series,
           HwArimaWork        *work,
           HwArimaChoice      *choice)
{
  static const gint8 numbers[] = { 1, 2, 3, 5, WAVES_MAX };
  int worse = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers) && worse < 2; i++)
    {
      g_auto (HwArimaStage) stage = { .work = work };
      HwArimaEstimate estimate = { .order = choice->estimate.order };

      start_from (&choice->estimate, &estimate);
      if (hw_arima_stage_init (&stage, series, &estimate.order, choice->log, choice->constant, numbers[i])
          && hw_arima_stage_estimate (&stage, TRUE, 2, &estimate) && is_sound (&estimate)
          && estimate.aicc < choice->estimate.aicc)
        {
          choice->estimate = estimate;
          choice->waves = numbers[i];
          worse = 0;
        }
      else
        worse++;
    }
}

/* Over the whole series; where that leads astray the start stays, with its criterion. */
static gboolean
refine (const HwSeriesView *series,
        HwArimaWork        *work,
        HwArimaChoice      *choice)
{
  g_auto (HwArimaStage) stage = { .work = work };
  HwArimaEstimate estimate = choice->estimate;

  if (!hw_arima_stage_init (&stage, series, &estimate.order, choice->log, choice->constant, choice->waves)
      || !hw_arima_stage_estimate (&stage, TRUE, FINAL_ROUNDS, &estimate))
    return FALSE;

  if (is_sound (&estimate))
    choice->estimate = estimate;
  else if (!hw_arima_stage_estimate (&stage, TRUE, 0, &choice->estimate))
    return FALSE;

  return TRUE;
}

/* The latest part of a long series. */
static HwSeriesView
latest (const HwSeriesView *series)
{
  const gsize skip = series->n > SEARCH_MAX ? series->n - SEARCH_MAX : 0;
  HwSeriesView part = *series;

  part.y += skip;
  part.n -= skip;
  if (part.filled != NULL)
    part.filled += skip;

  return part;
}

/* Akaike's weights; models far behind the best are left out. */
static gsize
weigh (HwArimaChoice *choices,
       gsize          n)
{
  double best = INFINITY, sum = 0.0;
  gsize kept = 0;

  for (gsize i = 0; i < n; i++)
    best = MIN (best, choices[i].estimate.aicc);

  for (gsize i = 0; i < n; i++)
    {
      const double behind = choices[i].estimate.aicc - best;

      if (!(behind < FAR_BEHIND) && best < INFINITY)
        continue;

      choices[kept] = choices[i];
      choices[kept].weight = best < INFINITY ? exp (-0.5 * behind) : 1.0;
      sum += choices[kept++].weight;
    }

  for (gsize i = 0; i < kept; i++)
    choices[i].weight /= sum;

  return kept;
}

/**
 * hw_arima_search:
 * @series: the series
 * @choices: (out): length HW_ARIMA_MODELS_MAX: the models found, with weights
 *
 * Differences by tests (season strength, KPSS), scale by likelihood, orders
 * step by step from four simple ones by AICc, each by its exact likelihood;
 * for a season longer than 24 periods waves instead of seasonal terms. All
 * models share differences and scale.
 *
 * Source: Hyndman and Khandakar (2008), Journal of Statistical Software 27(3);
 * weights: Burnham and Anderson (2002), section 2.9.
 * Checked against: R's auto.arima by forecast errors.
 *
 * Returns: how many models; 0 where no sound one was found
 */
gsize
hw_arima_search (const HwSeriesView *series,
                 HwArimaChoice      *choices)
{
  const gboolean waves = series->season > SEASON_MAX && series->n >= 2 * (gsize) series->season;
  g_autoptr (HwArimaWork) work = hw_arima_work_new (series->n, 1 + (waves ? 2 * WAVES_MAX : 0));
  const HwSeriesView part = latest (series);
  g_auto (HwArimaStage) stage = { .work = work };
  HwArimaOrder order;
  Hunt hunt;
  gboolean constant, logs;
  gsize n = 0;

  choose_differences (series, FALSE, &order);
  logs = wants_log (&part, &order, work);
  if (logs)
    choose_differences (series, TRUE, &order);

  constant = order.d + order.D < (logs ? 1 : 2); /* no growth by a fixed share for ever */
  if (!hw_arima_stage_init (&stage, &part, &order, logs, constant, 0))
    return 0;

  search_orders (&stage, &order, constant, &hunt);
  for (gsize i = 0; i < (waves ? MIN (hunt.n_kept, 1) : hunt.n_kept); i++) /* beside waves one is as good as four */
    {
      choices[n] = hunt.kept[i];
      choices[n].log = logs;
      if (!refine (series, work, &choices[n]))
        continue;

      if (waves)
        {
          add_waves (series, work, &choices[n]);
          if (choices[n].waves > 0 && !refine (series, work, &choices[n]))
            continue;
        }

      n++;
    }

  return weigh (choices, n);
}
