/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-spike.h"

#include "engine/forecast/hw-outlier.h"
#include "engine/math/hw-rank.h"
#include "engine/forecast/hw-stl.h"

#include <math.h>
#include <string.h>

#define ROUNDS 2          /* enough to see a spike */
#define LOOKS 2           /* what the greatest spikes hid is seen without them */
#define OBSERVED_MIN 12
#define ZEROS_MAX 0.1     /* share: with more it is demand now and then, not a level */
#define LIFT 0.1          /* of the median, added where there are zeros */
#define TIMES 2.5         /* a spike is this many times what was expected */
#define TIMES_NEW 5.0     /* while the season is not known */
#define AROUND 12         /* periods on each side that are its neighbours; a whole season if that is more */
#define AROUND_SEEN 10    /* so many of them say what is usual */
#define SEASONS_SURE 4    /* with fewer, a season may have swallowed a spike */
#define RUN 3             /* so many in a row are an event, or a new level */
#define LAST 3            /* the last periods may be the start of one */
#define AGAIN 0.5         /* of the excess, seasons before or after: it comes back, */
#define AGAIN_SHARE 0.7   /* if it did so in this share of those that were seen, */
#define AGAIN_LUCK 0.05   /* and would not have done so by chance */
#define SHARE 0.06        /* of the series: with more spikes they are its nature */
#define SPARED 3          /* but so many always may be */

/* How sure it is that a period is a spike. */
enum { NO_SPIKE, WIDE, ALONE };

/* A series in logarithms, and what is known of it so far. */
typedef struct
{
  const double *logs;
  gsize         n;
  double        least;   /* a spike lies this far above what was expected */
  double       *excess;  /* how far off each period lay when it was last looked at */
  guint8       *spikes;
} Search;

/* Logarithms, so that a spike is so many times as much; FALSE where that makes no
 * sense: values below 0, or too many zeros. */
static gboolean
take_logarithms (const double *y,
                 gsize         n,
                 double       *x)
{
  gsize seen = 0, zeros = 0;
  double lift;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        if (y[t] < 0.0)
          return FALSE;
        x[seen++] = y[t];
        zeros += y[t] <= 0.0;
      }

  if (seen < OBSERVED_MIN || (double) zeros > ZEROS_MAX * (double) seen)
    return FALSE;

  lift = zeros > 0 ? LIFT * hw_rank_median (x, seen) : 0.0;
  for (gsize t = 0; t < n; t++)
    x[t] = log (y[t] + lift);

  return TRUE;
}

/* The second largest of the neighbours of @t; infinity if they are too few. One of them
 * may be a spike too. */
static double
neighbours (const double *x,
            const double *off,
            gsize         n,
            gsize         t,
            gsize         around)
{
  double most = -INFINITY, second = -INFINITY;
  gsize seen = 0;

  for (gsize u = t > around ? t - around : 0; u < MIN (n, t + around + 1); u++)
    {
      if (u == t || isnan (x[u]))
        continue;
      seen++;
      second = MAX (second, MIN (off[u], most));
      most = MAX (most, off[u]);
    }

  return seen >= AROUND_SEEN ? second : INFINITY;
}

/* Marks what lies far above, and either beyond the range of the series or beyond all its
 * neighbours, however wide the series scatters elsewhere. What was marked before is a gap. */
static gboolean
mark (Search *s,
      int     season)
{
  const gsize n = s->n, around = MAX (AROUND, (gsize) season);
  g_autofree double *room = g_new (double, 3 * n);
  double *x = room, *off = room + n, *plain = room + 2 * n, low, high, any_high;
  gboolean any = FALSE, wide;

  for (gsize t = 0; t < n; t++)
    x[t] = s->spikes[t] ? NAN : s->logs[t];
  wide = hw_outlier_look (x, n, season, ROUNDS, off, &low, &high);
  (void) hw_outlier_look (x, n, 1, ROUNDS, plain, &low, &any_high);

  for (gsize t = 0; t < n; t++)
    {
      if (isnan (x[t]))
        continue;
      s->excess[t] = off[t];
      if (t + LAST >= n || off[t] <= s->least)
        continue;
      s->spikes[t] = plain[t] > s->least + neighbours (x, plain, n, t, around) ? ALONE : wide && off[t] > high ? WIDE : NO_SPIKE;
      any = any || s->spikes[t];
    }

  return any;
}

/* Whether the series rose likewise at @t. */
static gboolean
rose_near (const Search *s,
           gssize        t,
           int           about,
           double        excess,
           gboolean     *seen)
{
  gboolean rose = FALSE;

  *seen = FALSE;
  for (gssize u = MAX (t - about, 0); u <= t + about && u < (gssize) s->n; u++)
    if (!isnan (s->logs[u]))
      {
        *seen = TRUE;
        rose = rose || s->excess[u] > AGAIN * excess;
      }

  return rose;
}

/* How many of the @alike spikes have a rise of their own a season later. */
static double
count_pairs (const Search *s,
             int           season,
             int           about,
             double        excess,
             const guint8 *candidates,
             double       *alike)
{
  g_autofree guint8 *taken = g_new0 (guint8, s->n);
  double pairs = 0.0;

  *alike = 0.0;
  for (gsize t = 0; t < s->n; t++)
    {
      const gsize last = MIN (t + (gsize) season + (gsize) about, s->n - 1);

      if (!candidates[t] || s->excess[t] <= AGAIN * excess)
        continue;
      *alike += 1.0;
      for (gsize u = t + (gsize) season - (gsize) about; u <= last; u++)
        if (!isnan (s->logs[u]) && !taken[u] && s->excess[u] > AGAIN * excess)
          {
            taken[u] = 1;
            pairs += 1.0;
            break;
          }
    }

  return pairs;
}

/* Whether so many pairs of spikes a season apart would be found by chance, were spikes
 * like this one strewn anywhere: a Poisson count. */
static gboolean
is_luck (const Search *s,
         int           season,
         int           about,
         double        excess,
         const guint8 *candidates)
{
  const double n = (double) s->n, width = 2.0 * about + 1.0;
  double alike, below = 0.0;
  const double pairs = count_pairs (s, season, about, excess, candidates, &alike);
  const double expected = alike * (alike - 1.0) * width * (n - season) / (n * (n - 1.0));
  double chance = exp (-expected);

  for (double k = 0.0; k < pairs; chance *= expected / (k += 1.0))
    below += chance;

  return 1.0 - below > AGAIN_LUCK;
}

/* Whether the series rose likewise in most of the seasons in which that was to be seen. */
static gboolean
comes_back (const Search *s,
            gsize         at,
            int           season,
            int           about)
{
  double seen = 1.0, rose = 1.0;

  for (int way = -1; way <= 1; way += 2)
    for (gssize t = (gssize) at + way * season; t >= -about && t < (gssize) s->n + about; t += way * season)
      {
        gboolean any;

        rose += rose_near (s, t, about, s->excess[at], &any) ? 1.0 : 0.0;
        seen += any ? 1.0 : 0.0;
      }

  return rose > 1.5 && rose >= AGAIN_SHARE * seen;
}

static void
spare_what_comes_back (Search *s,
                       int     season)
{
  const int about = season > 300 ? 3 : season > 40 ? 1 : 0; /* holidays move */
  g_autofree guint8 *candidates = g_memdup2 (s->spikes, s->n);

  for (gsize t = 0; t < s->n; t++)
    if (candidates[t] && comes_back (s, t, season, about) && !is_luck (s, season, about, s->excess[t], candidates))
      s->spikes[t] = NO_SPIKE;
}

/* A run of spikes is none, but one that towers over the others of a run is. */
static void
spare_run (Search *s,
           gsize   from,
           gsize   to)
{
  double most = -INFINITY, second = -INFINITY;

  for (gsize t = from; t < to; t++)
    {
      second = MAX (second, MIN (s->excess[t], most));
      most = MAX (most, s->excess[t]);
    }

  for (gsize t = from; t < to; t++)
    if (s->excess[t] <= second + s->least)
      s->spikes[t] = NO_SPIKE;
}

static void
spare_runs (Search *s)
{
  gsize run = 0;

  for (gsize t = 0; t <= s->n; t++)
    {
      if (t < s->n && (s->spikes[t] || (!isnan (s->logs[t]) && s->excess[t] > s->least)))
        {
          run++;
          continue;
        }
      if (run >= RUN)
        spare_run (s, t - run, t);
      run = 0;
    }
}

static gsize
count (const Search *s,
       guint8        least)
{
  gsize n = 0;

  for (gsize t = 0; t < s->n; t++)
    n += s->spikes[t] >= least;

  return n;
}

/* Where there are too many only those count that stand alone, and where these are too
 * many, none. Returns how many are left. */
static gsize
spare_its_nature (Search *s)
{
  const double most = MAX (SHARE * (double) s->n, SPARED);
  const guint8 least = (double) count (s, WIDE) <= most ? WIDE : (double) count (s, ALONE) <= most ? ALONE : ALONE + 1;

  for (gsize t = 0; t < s->n; t++)
    s->spikes[t] = s->spikes[t] >= least;

  return count (s, 1);
}

/**
 * hw_spike_find:
 * @y: (array length=n): NAN where nothing was observed
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @long_season: a longer one beside it: 364 for days; 0 for none
 * @spikes: (array length=n) (out): 1 where a value stands out alone
 *
 * In logarithms, what is at least 2.5 times what was expected and either beyond the
 * range of hw_outlier_look(), or 2.5 times all but one of its neighbours a season to
 * each side, however wide the series scatters elsewhere. A rise that comes back in most
 * of the seasons that were seen is none, unless so many would come back by chance; nor
 * is a run of three, but for one that towers over the others; nor are the last three.
 * While the season is not known a spike must be five times. Series with values below 0
 * or many zeros have none, nor those that have too many.
 *
 * Cost: four decompositions with two rounds, and O(n season); about 0.1 milliseconds
 * for 115 months.
 *
 * Checked against: planted spikes and events, tests/engine/test-hw-spike.c.
 *
 * Returns: how many
 */
gsize
hw_spike_find (const double *y,
               gsize         n,
               int           season,
               int           long_season,
               guint8       *spikes)
{
  const gboolean known = season < 2 || hw_stl_suits (season, n);
  const gboolean sure = season < 2 || n >= SEASONS_SURE * (gsize) season;
  g_autofree double *room = g_new0 (double, 2 * n);
  Search s = { room, n, log (known ? TIMES : TIMES_NEW), room + n, spikes };

  memset (spikes, NO_SPIKE, n);
  if (!take_logarithms (y, n, room))
    return 0;

  if (!sure && mark (&s, 1))
    spare_what_comes_back (&s, season);
  for (int i = 0; i < LOOKS && mark (&s, season); i++)
    ;
  if (!sure)
    spare_what_comes_back (&s, season);
  if (long_season > 0)
    spare_what_comes_back (&s, long_season);

  spare_runs (&s);
  return spare_its_nature (&s);
}
