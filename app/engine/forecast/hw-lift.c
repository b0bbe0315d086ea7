/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lift.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-lift-trial.h"

#include <math.h>
#include <string.h>

#define REACH_DAYS 90.0     /* periods over which a level is followed */
#define REACH_WEEKS 13.0
#define REACH_MONTHS 6.0
#define TRIAL_PRODUCTS 500  /* spread over the catalogue: enough to tell what is of use */
#define FIRST_PRECISION 1.0
#define TRIAL_SHARE 0.6     /* of the work, for progress */

struct _HwLift
{
  HwKnown *known;        /* (owned) n_known */
  gsize    n_known;
  gsize    n, horizon;
  gsize    n_products;
  gsize    columns;      /* of the things kept */
  gboolean *keep;        /* (owned) n_known */
  double  *beta;         /* (owned) n_products x columns */
  double  *usual;        /* (owned) columns: of the catalogue */
  HwLiftScatter *scatter; /* (owned) n_products */
};

/* Days on which a shop is never open are no periods: five a week reach as far in fewer. */
static double
reach_of (int season,
          int long_season)
{
  if (season > 1 && season < 7 && long_season > 0)
    return REACH_DAYS * season / 7.0;
  if (season == 7 || season == 24)
    return REACH_DAYS;

  return season == 12 || season == 4 ? REACH_MONTHS : REACH_WEEKS;
}

static gsize
count_columns (const HwKnown  *known,
               gsize           n_known,
               const gboolean *keep)
{
  gsize columns = 0;

  for (gsize k = 0; k < n_known; k++)
    columns += keep == NULL || keep[k] ? hw_known_columns (&known[k]) : 0;

  return columns;
}

/* Columns and open shares of one product, n + horizon long. */
static void
encode (const HwKnown        *known,
        gsize                 n_known,
        const gboolean       *keep,
        const double *const  *value,
        gsize                 n,
        gsize                 total,
        double               *x,
        double               *share)
{
  for (gsize t = 0; t < total; t++)
    share[t] = 1.0;

  for (gsize k = 0; k < n_known; k++)
    {
      const double *here = value != NULL ? value[k] : NULL;

      for (gsize t = 0; t < total; t++)
        share[t] *= hw_known_share (&known[k], here, t);
      if (keep != NULL && !keep[k])
        continue;
      hw_known_encode (&known[k], here, n, total, x);
      x += total * hw_known_columns (&known[k]);
    }
}

static void
set_series (const HwLiftInput *input,
            gsize              product,
            const gboolean    *keep,
            gsize              columns,
            double            *memory,
            HwLiftSeries      *series)
{
  const gsize total = input->n + input->horizon;

  encode (input->known, input->n_known, keep, input->products[product].value, input->n, total, memory, memory + columns * total);
  *series = (HwLiftSeries) {
    .y = input->products[product].y, .x = memory, .share = memory + columns * total,
    .n = input->n, .stride = total, .columns = columns, .season = input->season, .reach = reach_of (input->season, input->long_season),
  };
}

/* Chooses what is of use. FALSE if told to stop. */
static gboolean
choose (HwLift            *self,
        const HwLiftInput *input,
        const HwTick      *tick)
{
  const gsize columns = count_columns (input->known, input->n_known, NULL);
  const gsize size = (columns + 1) * (input->n + input->horizon);
  const gsize n = MIN (input->n_products, TRIAL_PRODUCTS);
  HwTickPart part = { tick, 0.0, TRIAL_SHARE };
  const HwTick part_tick = HW_TICK_PART (&part);
  g_autofree double *memory = g_new (double, n * size + 1);
  g_autofree HwLiftSeries *series = g_new0 (HwLiftSeries, n + 1);
  g_autofree int *category = g_new0 (int, n + 1);
  gsize thing[HW_LIFT_COLUMNS_MAX], c = 0;

  if (n == 0 || columns == 0)
    return TRUE;

  for (gsize k = 0; k < input->n_known; k++)
    for (gsize i = 0; i < hw_known_columns (&input->known[k]); i++)
      thing[c++] = k;
  for (gsize i = 0; i < n; i++)
    {
      const gsize product = i * input->n_products / n;

      set_series (input, product, NULL, columns, memory + i * size, &series[i]);
      category[i] = input->products[product].category;
    }

  return hw_lift_trial_run (&(HwLiftTrial) { series, category, n, thing, input->n_known }, &part_tick, self->keep);
}

static void
set_scatter (const HwLiftNews *news,
             HwLiftScatter    *scatter)
{
  scatter->counts = MIN (news->noise, 1.0);
  scatter->own = news->mean > 0.0 ? (news->noise - scatter->counts) / news->mean : 0.0;
}

/* Coefficients of all products: each alone, pooled, and once more around the pool's. */
static gboolean
learn (HwLift            *self,
       const HwLiftInput *input,
       const HwTick      *tick)
{
  const gsize columns = self->columns, n = input->n_products;
  g_autofree double *memory = g_new (double, (columns + 1) * (input->n + input->horizon) + 1);
  g_autofree HwLiftNews *news = g_new0 (HwLiftNews, n);
  g_autofree const HwLiftNews **pointers = g_new0 (const HwLiftNews *, n);
  g_autofree int *category = g_new (int, n);
  double expected[HW_LIFT_COLUMNS_MAX] = { 0 }, precision[HW_LIFT_COLUMNS_MAX];
  g_auto (HwLiftPool) pool = { 0 };
  HwLiftSeries series;

  for (gsize c = 0; c < columns; c++)
    precision[c] = FIRST_PRECISION;
  for (gsize i = 0; i < n; i++)
    {
      set_series (input, i, self->keep, columns, memory, &series);
      hw_lift_learn (&series, expected, precision, &news[i]);
      pointers[i] = &news[i];
      category[i] = input->products[i].category;
      if (!hw_tick (tick, TRIAL_SHARE + 0.2 * (double) i / (double) n))
        return FALSE;
    }

  hw_lift_pool_init (&pool, pointers, category, n, columns);
  memcpy (self->usual, pool.catalogue, columns * sizeof *self->usual);
  for (gsize c = 0; c < columns; c++)
    precision[c] = 1.0 / pool.between[c];
  for (gsize i = 0; i < n; i++)
    {
      set_series (input, i, self->keep, columns, memory, &series);
      hw_lift_learn (&series, hw_lift_pool_expected (&pool, category[i]), precision, &news[i]);
      memcpy (self->beta + i * columns, news[i].beta, columns * sizeof *self->beta);
      set_scatter (&news[i], &self->scatter[i]);
      if (!hw_tick (tick, TRIAL_SHARE + 0.2 + 0.2 * (double) i / (double) n))
        return FALSE;
    }

  return TRUE;
}

/**
 * hw_lift_new:
 * @input: sales and what is known, of a whole catalogue
 * @tick: (nullable): progress and cancel
 * @error: return location
 *
 * Keeps the things known that are of use (hw_lift_trial_run()), then estimates how many
 * times as much each product sells with them (hw_lift_learn()), near to what is usual in
 * its category where its own past says little (hw_lift_pool_init()). A catalogue of one
 * product is one too. With too short a past nothing is kept: all factors are 1 but
 * for open hours.
 *
 * Cost: about six passes of hw_lift_learn() over all products, in proportion to
 * periods times squared columns.
 *
 * Errors: BAD_VALUE with more than %HW_LIFT_COLUMNS_MAX columns; CANCELLED.
 *
 * Source: partial pooling as in Gelman and Hill (2007), Data Analysis Using Regression
 * and Multilevel/Hierarchical Models, ch. 12 and 15; the effect of promotions as
 * a multiple of a baseline: Abraham and Lodish (1993), Marketing Science 12(3).
 * Checked against: simulated catalogues, tests/engine/test-hw-lift.c.
 *
 * Returns: (transfer full): the factors of the catalogue, or NULL
 */
HwLift *
hw_lift_new (const HwLiftInput *input,
             const HwTick      *tick,
             GError           **error)
{
  g_autoptr (HwLift) self = NULL;

  if (count_columns (input->known, input->n_known, NULL) > HW_LIFT_COLUMNS_MAX)
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE,
                   "more than %d columns of things known", HW_LIFT_COLUMNS_MAX);
      return NULL;
    }

  self = g_new0 (HwLift, 1);
  self->known = g_memdup2 (input->known, input->n_known * sizeof *input->known);
  self->n_known = input->n_known;
  self->n = input->n;
  self->horizon = input->horizon;
  self->n_products = input->n_products;
  self->keep = g_new0 (gboolean, input->n_known + 1);
  if (!choose (self, input, tick))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "cancelled");
      return NULL;
    }

  self->columns = count_columns (input->known, input->n_known, self->keep);
  self->beta = g_new0 (double, self->n_products * self->columns + 1);
  self->usual = g_new0 (double, self->columns + 1);
  self->scatter = g_new0 (HwLiftScatter, self->n_products + 1);
  if (self->columns > 0 && !learn (self, input, tick))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "cancelled");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * hw_lift_free:
 * @self: (transfer full): the factors of a catalogue
 */
void
hw_lift_free (HwLift *self)
{
  g_free (self->known);
  g_free (self->keep);
  g_free (self->beta);
  g_free (self->usual);
  g_free (self->scatter);
  g_free (self);
}

/**
 * hw_lift_factor:
 * @self: the factors of a catalogue
 * @product: one of its products
 * @value: (array) (nullable): what is known about it, as in #HwLiftProduct; other
 *   values ahead ask "what if"
 * @factor: (array length=n + horizon) (out): how many times as much sells in each period
 *   as without anything known, finite and at least 0; 0 where it is closed
 *
 * Values behind must be those that it was learned from.
 */
void
hw_lift_factor (const HwLift        *self,
                gsize                product,
                const double *const *value,
                double              *factor)
{
  const gsize total = self->n + self->horizon;
  g_autofree double *memory = g_new (double, (self->columns + 1) * total + 1);
  const double *share = memory + self->columns * total;
  const HwLiftSeries series = { .x = memory, .stride = total, .columns = self->columns };

  encode (self->known, self->n_known, self->keep, value, self->n, total, memory, memory + self->columns * total);
  for (gsize t = 0; t < total; t++)
    factor[t] = exp (hw_lift_eta (&series, self->beta + product * self->columns, t)) * share[t];
}

/**
 * hw_lift_scatter:
 * @self: the factors of a catalogue
 * @product: one of its products
 * @scatter: (out): how its sales scatter around their mean; nothing where nothing was learned
 */
void
hw_lift_scatter (const HwLift  *self,
                 gsize          product,
                 HwLiftScatter *scatter)
{
  *scatter = self->scatter[product];
}

/**
 * hw_lift_kept:
 * @self: the factors of a catalogue
 * @known: one of the things known
 *
 * Returns: whether knowing it made forecasts better; TRUE of open hours with nothing
 *   to estimate, which need no proof
 */
gboolean
hw_lift_kept (const HwLift *self,
              gsize         known)
{
  return self->keep[known] || hw_known_columns (&self->known[known]) == 0;
}

static double
effect_of (const HwLift *self,
           const double *beta,
           gsize         known)
{
  const gsize at = count_columns (self->known, known, self->keep);

  if (!self->keep[known] || self->known[known].kind == HW_KNOWN_OPEN)
    return 1.0;

  return exp (self->known[known].kind == HW_KNOWN_PRICE ? beta[at] * log (0.9) : beta[at]);
}

/**
 * hw_lift_effect:
 * @self: the factors of a catalogue
 * @product: one of its products
 * @known: one of the things known
 *
 * Returns: how many times as much sells with an offer or on a holiday, at a price a tenth
 *   lower, with the weather or a figure one standard deviation above usual; 1 of what
 *   is not kept
 */
double
hw_lift_effect (const HwLift *self,
                gsize         product,
                gsize         known)
{
  return effect_of (self, self->beta + product * self->columns, known);
}

/**
 * hw_lift_effect_usual:
 * @self: the factors of a catalogue
 * @known: one of the things known
 *
 * Returns: as hw_lift_effect(), of a product of the catalogue of which nothing is known
 */
double
hw_lift_effect_usual (const HwLift *self,
                      gsize         known)
{
  return effect_of (self, self->usual, known);
}
