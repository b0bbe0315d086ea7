/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-sold-out.h"

#include "engine/forecast/hw-sold-out-law.h"
#include "engine/forecast/hw-sold-out-supply.h"

#include <math.h>
#include <string.h>

#define SEEN_MIN 6        /* periods that did not sell out: below it nothing is claimed */
#define ROUNDS 40         /* of guessing demand and its mean in turn, at most */
#define AGREED 1e-3       /* change of the loss in one round, relative */
#define AROUND_LEAST 12   /* periods to either side that shape a mean */
#define AROUND_MOST 28
#define POOLED 0.2        /* of a level is that of all periods: always sold out is no level of its own */
#define VARIATION_MAX 1.0 /* with half of the periods cut off more cannot be told from less */
#define CAUTION 2.0       /* places of the season begin with so many ordinary periods */
#define COUNT_MAX 1000.0  /* means above it are taken for continuous */
#define NORMAL_MAX 0.06   /* squared variation above which a normal would go below 0 */
#define STILL 0.05        /* of Poisson's variance */
#define STEADY 1e-3       /* squared variation: of what hardly varies */

typedef struct
{
  const double *y;
  const guint8 *sold_out;
  const double *share;     /* (nullable) */
  gsize         n;
  gsize         season;    /* 1: none */
  gsize         around;
  gboolean      whole;
  double       *mean;      /* by period */
  double       *level;     /* by period, without season */
  double       *profile;   /* by place in the season */
  double       *variance;  /* by period: of demand given what is known */
  double       *stocked;   /* by period: log of what was there beside what usually is; 0 if not known */
  double       *pull;      /* by period: what that multiplies the mean by */
  double        follows;   /* how far demand goes along with what was there: mean * (supply / usual) ^ follows */
  double        variation; /* squared: beyond Poisson's if whole, else all of it */
} Work;

static inline gboolean
is_open (const Work *work,
         gsize       t)
{
  return work->sold_out[t] && !isnan (work->y[t]);
}

static inline double
share_of (const Work *work,
          gsize       t)
{
  return work->share != NULL ? CLAMP (work->share[t], 0.0, 1.0) : 0.0;
}

/* The level of all periods together. */
static double
overall (const Work   *work,
         const double *demand)
{
  double sum = 0.0, usual = 0.0;

  for (gsize t = 0; t < work->n; t++)
    if (!isnan (demand[t]))
      {
        sum += demand[t];
        usual += work->profile[t % work->season] * work->pull[t];
      }

  return usual > 0.0 ? sum / usual : 0.0;
}

/* Means: a centred average of demand without its season, and the season in turn. */
static void
follow (Work         *work,
        const double *demand)
{
  const gssize n = (gssize) work->n, h = (gssize) work->around;
  const gsize m = work->season;
  const double all = overall (work, demand);

  for (gssize t = 0; t < n; t++)
    {
      double sum = 0.0, usual = 0.0;

      for (gssize i = MAX (t - h + 1, 0); i < MIN (t + h, n); i++)
        if (!isnan (demand[i]))
          {
            const double w = (double) (h - ABS (i - t));

            sum += w * demand[i];
            usual += w * work->profile[(gsize) i % m] * work->pull[i];
          }
      work->level[t] = POOLED * all + (1.0 - POOLED) * (usual > 0.0 ? sum / usual : all);
    }

  for (gsize place = 0; m > 1 && place < m; place++)
    {
      double sum = 0.0, usual = 0.0, k = 0.0;

      for (gsize t = place; t < work->n; t += m)
        if (!isnan (demand[t]))
          {
            sum += demand[t];
            usual += work->level[t] * work->pull[t];
            k += 1.0;
          }
      work->profile[place] = usual > 0.0 ? (sum + CAUTION * usual / k) / (usual + CAUTION * usual / k) : 1.0;
    }

  for (gsize t = 0; t < work->n; t++)
    work->mean[t] = work->level[t] * work->profile[t % m] * work->pull[t];
}

/* How far demand varies around its means, with the freedom they took. Of what lies
 * beyond Poisson's as much as chance would show is left out; what hardly varies at all
 * (a standing order) is no count of many customers. */
static void
vary (Work         *work,
      const double *demand)
{
  const double taken = 1.0 / (double) work->around + (double) work->season / (double) work->n;
  double squares = 0.0, usual = 0.0, poisson = 0.0, chance = 0.0;

  for (gsize t = 0; t < work->n; t++)
    if (!isnan (demand[t]))
      {
        const double mean = work->mean[t], off = demand[t] - mean;

        squares += (off * off + work->variance[t]) / MAX (1.0 - taken, 0.5);
        usual += mean * mean;
        poisson += mean;
        chance += 2.0 * mean * mean + mean;
      }

  work->whole = work->whole && squares >= STILL * poisson;
  if (work->whole)
    squares -= poisson + sqrt (chance);
  work->variation = usual > 0.0 ? CLAMP (squares / usual, 0.0, VARIATION_MAX) : 0.0;
}

/* Demand of a period that sold out, from its mean and what sold. */
static double
guess (const Work *work,
       gsize       t,
       double      share,
       double     *variance)
{
  const double mean = work->mean[t], sold = MAX (work->y[t], 0.0), v = work->variation;

  *variance = 0.0;
  if (!(mean > 0.0))
    return sold;

  if (share > 0.0) /* known for how long: what sold tells how lively the period was */
    {
      const double lively = (1.0 + v * sold) / (1.0 + v * mean * (1.0 - share));
      const double lost = share * mean * (work->whole ? lively : 1.0);

      *variance = lost + v * lost * lost;
      return sold + lost;
    }

  if (work->whole && mean <= COUNT_MAX)
    return hw_sold_out_count_above (mean, v, sold, variance);
  if (v > NORMAL_MAX)
    return hw_sold_out_gamma_above (mean, v, sold, variance);
  if (v > 0.0)
    return hw_sold_out_normal_above (mean, sqrt (v) * mean, sold, variance);

  return MAX (mean, sold);
}

static double
guess_all (Work   *work,
           double *demand)
{
  double lost = 0.0;

  for (gsize t = 0; t < work->n; t++)
    if (is_open (work, t))
      {
        demand[t] = guess (work, t, share_of (work, t), &work->variance[t]);
        lost += demand[t] - work->y[t];
      }

  return lost;
}

/* Begins with what was seen. Returns how many periods say something about the mean. */
static gsize
begin (Work   *work,
       double *demand)
{
  gsize seen = 0;

  work->whole = TRUE;
  for (gsize t = 0; t < work->n; t++)
    {
      const double share = share_of (work, t);

      demand[t] = work->y[t];
      if (is_open (work, t))
        demand[t] = share > 0.0 && share < 1.0 ? work->y[t] / (1.0 - share) : NAN;
      seen += !isnan (demand[t]);
      work->whole = work->whole && (isnan (work->y[t]) || work->y[t] == floor (work->y[t]));
    }

  return seen;
}

static void
prepare (Work *work)
{
  const gsize n = work->n;

  work->mean = g_new0 (double, 5 * n + work->season);
  work->level = work->mean + n;
  work->variance = work->mean + 2 * n;
  work->stocked = work->mean + 3 * n;
  work->pull = work->mean + 4 * n;
  work->profile = work->mean + 5 * n;
  for (gsize place = 0; place < work->season; place++)
    work->profile[place] = 1.0;
  for (gsize t = 0; t < n; t++)
    work->pull[t] = 1.0;
}

/* What usually is there: the same averages, of supply. */
static void
look_at_supply (Work                 *work,
                const HwSoldOutInput *input)
{
  if (!hw_sold_out_supply_tells (input))
    return;

  follow (work, input->supply);
  hw_sold_out_supply_look (input, work->mean, work->stocked);
  for (gsize place = 0; place < work->season; place++)
    work->profile[place] = 1.0;
}

static void
learn_supply (Work         *work,
              const double *demand)
{
  const HwSoldOutLaw law = { work->whole, MAX (work->variation, STEADY) };

  work->follows = hw_sold_out_supply_learn (&law, demand, work->mean, work->stocked, work->n, work->follows);
  for (gsize t = 0; t < work->n; t++)
    work->pull[t] = exp (work->follows * work->stocked[t]);
}

/**
 * hw_sold_out_tell:
 * @input: what was sold and what was there; see HwSoldOutInput
 * @demand: (array length=n) (out): what was sold, or the demand expected given that it
 *   was at least that
 * @variance: (array length=n) (out) (nullable): of the demand not served
 *
 * A period that sold out says only that demand was at least what was sold. With a
 * mean that follows level and season, its expected demand is the mean of a count, from
 * what was sold upward: negative binomial with the variance that the series shows, or
 * Poisson; of a normal, or a gamma if it varies much, where sales are no whole numbers.
 * Where it is known for how long nothing was left, demand went on at its mean for so
 * long. Guesses and means are found in turn until they agree. With fewer than six
 * periods that did not sell out the sales are taken as they are.
 *
 * Where it is known how much was there to sell, that counts too: an owner who foresees
 * a good day stocks for it, so demand goes along with supply, and of a day that sold
 * out in spite of a full shelf less was missed than the same sales would tell of a usual
 * shelf. The mean is multiplied by (supply / its usual)^b, b by the scoring method.
 *
 * Cost: O(n) for each round, and the sums over counts; 1 millisecond for a year of days.
 *
 * Source: the EM algorithm for censored data, Dempster, Laird and Rubin (1977),
 * J. Royal Statistical Society B 39(1); Nahmias (1994), Naval Research Logistics 41(6),
 * on demand in lost sales systems; Tobin (1958), Econometrica 26(1), on regressors of
 * what is cut off.
 * Checked against: simulated shops with known losses, tests/engine/test-hw-sold-out.c.
 *
 * Returns: demand that was not served in all periods together [units]
 */
double
hw_sold_out_tell (const HwSoldOutInput *input,
                  double               *demand,
                  double               *variance)
{
  const gboolean seasonal = input->season > 1 && input->n >= 2 * (gsize) input->season;
  Work work = {
    .y = input->y, .sold_out = input->sold_out, .share = input->share, .n = input->n,
    .season = seasonal ? (gsize) input->season : 1,
  };
  double lost = 0.0;

  if (variance != NULL)
    memset (variance, 0, input->n * sizeof *variance);

  if (begin (&work, demand) < SEEN_MIN)
    {
      memcpy (demand, input->y, input->n * sizeof *demand);
      return 0.0;
    }

  prepare (&work);
  work.around = CLAMP (4 * work.season, AROUND_LEAST, AROUND_MOST);
  look_at_supply (&work, input);
  for (int i = 0; i < ROUNDS; i++)
    {
      const double before = lost;

      follow (&work, demand);
      vary (&work, demand);
      lost = guess_all (&work, demand);
      learn_supply (&work, demand);
      if (fabs (lost - before) <= AGREED * lost)
        break;
    }

  if (variance != NULL)
    memcpy (variance, work.variance, input->n * sizeof *variance);
  g_free (work.mean);
  return lost;
}

/**
 * hw_sold_out_complete:
 * @y: (array length=n): what was sold, oldest first [units]; NAN where nothing was
 *   observed
 * @sold_out: (array length=n): 1 where nothing was left: demand was at least @y
 * @share: (array length=n) (nullable): where @sold_out, in what share of the period
 *   nothing was left, 0 to 1; 0: not known
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @demand: (array length=n) (out): @y, or the demand expected given that it was
 *   at least @y
 *
 * hw_sold_out_tell() where nothing is known of what was there to sell.
 *
 * Returns: demand that was not served in all periods together [units]
 */
double
hw_sold_out_complete (const double *y,
                      const guint8 *sold_out,
                      const double *share,
                      gsize         n,
                      int           season,
                      double       *demand)
{
  const HwSoldOutInput input = { y, sold_out, share, NULL, n, season };

  return hw_sold_out_tell (&input, demand, NULL);
}
