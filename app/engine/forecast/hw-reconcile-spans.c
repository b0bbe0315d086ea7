/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that add up to weeks and months. Weeks and months do not lie in each other, so
 * there is no tree; but only neighbours overlap, and what must be solved is a narrow
 * band as long as there are spans. */
#include "engine/forecast/hw-reconcile.h"

#include <math.h>
#include <string.h>

#define ROUNDS_MOST 40

typedef struct
{
  gsize         n;         /* periods */
  gsize         m;         /* spans */
  const double *x;         /* forecasts of periods */
  HwTimeSpan   *spans;     /* (owned) by their ends */
  double       *v;         /* (owned) variances now: 0 where held at 0 */
  guint8       *held;      /* (owned) */
  double       *v_upto;    /* (owned) n + 1: running sum of v */
  gsize        *first;     /* (owned) m: the lowest span that overlaps, in the band */
  double      **row;       /* (owned) m: from first to the span itself */
  double       *band;      /* (owned) what rows point into */
  double       *pull;      /* (owned) m: what each span asks of a unit of variance */
  double       *pull_at;   /* (owned) n + 1: of all spans that hold the period */
} Spans;

static void
spans_clear (Spans *s)
{
  g_free (s->spans);
  g_free (s->v);
  g_free (s->held);
  g_free (s->v_upto);
  g_free (s->first);
  g_free (s->row);
  g_free (s->band);
  g_free (s->pull);
  g_free (s->pull_at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spans, spans_clear)

static int
compare_end (gconstpointer a,
             gconstpointer b)
{
  const HwTimeSpan *x = a, *y = b;

  return x->to != y->to ? (x->to > y->to) - (x->to < y->to) : (x->from > y->from) - (x->from < y->from);
}

static void
lay_out_band (Spans *s)
{
  gsize size = 0;

  for (gsize i = 0; i < s->m; i++)
    {
      gsize first = i;

      while (first > 0 && s->spans[first - 1].to > s->spans[i].from)
        first--;

      s->first[i] = first;
      size += i - first + 1;
    }

  s->band = g_new (double, size + 1);
  for (gsize i = 0, at = 0; i < s->m; at += i - s->first[i] + 1, i++)
    s->row[i] = s->band + at;
}

/* Variance of the periods that both spans hold. */
static double
overlap (const Spans *s,
         gsize        i,
         gsize        k)
{
  const gsize from = MAX (s->spans[i].from, s->spans[k].from);
  const gsize to = MIN (s->spans[i].to, s->spans[k].to);

  return to > from ? s->v_upto[to] - s->v_upto[from] : 0.0;
}

/* Cholesky in the band, then both substitutions. Positive definite, since every span
 * has a variance of its own. */
static void
solve_band (Spans *s)
{
  for (gsize i = 0; i < s->m; i++)
    {
      double *row = s->row[i] - s->first[i];

      for (gsize k = s->first[i]; k <= i; k++)
        {
          const double *other = s->row[k] - s->first[k];
          double sum = overlap (s, i, k) + (k == i ? s->spans[i].variance : 0.0);

          for (gsize j = MAX (s->first[i], s->first[k]); j < k; j++)
            sum -= row[j] * other[j];

          row[k] = k == i ? sqrt (MAX (sum, s->spans[i].variance * 1e-12)) : sum / other[k];
        }
    }

  for (gsize i = 0; i < s->m; i++)
    {
      const double *row = s->row[i] - s->first[i];

      for (gsize k = s->first[i]; k < i; k++)
        s->pull[i] -= row[k] * s->pull[k];

      s->pull[i] /= row[i];
    }

  for (gsize i = s->m; i-- > 0;)
    {
      const double *row = s->row[i] - s->first[i];

      s->pull[i] /= row[i];
      for (gsize k = s->first[i]; k < i; k++)
        s->pull[k] -= row[k] * s->pull[i];
    }
}

static void
find_pull (Spans *s)
{
  g_autofree double *x_upto = g_new (double, s->n + 1);

  x_upto[0] = s->v_upto[0] = 0.0;
  for (gsize t = 0; t < s->n; t++)
    {
      x_upto[t + 1] = x_upto[t] + (s->held[t] ? 0.0 : s->x[t]);
      s->v_upto[t + 1] = s->v_upto[t] + s->v[t];
    }

  for (gsize i = 0; i < s->m; i++)
    s->pull[i] = s->spans[i].value - (x_upto[s->spans[i].to] - x_upto[s->spans[i].from]);

  solve_band (s);
  memset (s->pull_at, 0, (s->n + 1) * sizeof *s->pull_at);
  for (gsize i = 0; i < s->m; i++)
    for (gsize t = s->spans[i].from; t < s->spans[i].to; t++)
      s->pull_at[t] += s->pull[i];
}

/* Holds at 0 what would fall below, lets go what would rise above; FALSE if nothing
 * of that is left to do. After some rounds nothing is let go, so that it ends. */
static gboolean
hold (Spans        *s,
      const double *variance,
      int           round)
{
  gboolean changed = FALSE;

  for (gsize t = 0; t < s->n; t++)
    {
      const gboolean below = s->x[t] + variance[t] * s->pull_at[t] < 0.0;

      if (below == s->held[t] || (!below && round >= ROUNDS_MOST / 2))
        continue;

      s->held[t] = (guint8) below;
      s->v[t] = below ? 0.0 : variance[t];
      changed = TRUE;
    }

  return changed;
}

static gboolean
is_usable (const double     *values,
           const double     *variance,
           gsize             n,
           const HwTimeSpan *spans,
           gsize             n_spans)
{
  for (gsize t = 0; t < n; t++)
    if (!isfinite (values[t]) || !isfinite (variance[t]) || variance[t] < 0.0)
      return FALSE;

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].from >= spans[i].to || spans[i].to > n || !isfinite (spans[i].value) ||
        !isfinite (spans[i].variance) || !(spans[i].variance > 0.0))
      return FALSE;

  return TRUE;
}

/**
 * hw_reconcile_spans:
 * @values: (inout) (array length=n): forecast of each period, in; out, the figures
 *   that fit the spans best, none below 0
 * @variance: (array length=n): of each, 0 or more; 0 holds it fast
 * @n: periods
 * @spans: (array length=n_spans): what was forecast of several periods together, in
 *   any order; they may overlap
 * @n_spans: how many
 *
 * The figures with the least sum of squared changes, of periods and of their sums over
 * the spans, each divided by its variance: temporal reconciliation by weighted least
 * squares. Sums of the figures given back are the figures of weeks and months. Where
 * some would fall below 0 they are held there and the rest solved again.
 *
 * Cost: linear in @n, and in @n_spans times the square of how many overlap.
 *
 * Source: Athanasopoulos, Hyndman, Kourentzes and Petropoulos 2017 (temporal
 * hierarchies). Checked against: a dense least-squares solution in
 * tests/engine/test-hw-reconcile.c.
 *
 * Returns: %FALSE and @values untouched if anything is not a number it can use
 */
gboolean
hw_reconcile_spans (double           *values,
                    const double     *variance,
                    gsize             n,
                    const HwTimeSpan *spans,
                    gsize             n_spans)
{
  g_auto (Spans) s = { .n = n, .m = n_spans, .x = values };

  if (!is_usable (values, variance, n, spans, n_spans))
    return FALSE;

  s.spans = g_new (HwTimeSpan, n_spans + 1);
  if (n_spans > 0)
    memcpy (s.spans, spans, n_spans * sizeof *spans);
  qsort (s.spans, n_spans, sizeof *s.spans, compare_end);
  s.v = g_new (double, n + 1);
  if (n > 0)
    memcpy (s.v, variance, n * sizeof *variance);
  s.held = g_new0 (guint8, n + 1);
  s.v_upto = g_new (double, n + 1);
  s.first = g_new (gsize, n_spans + 1);
  s.row = g_new (double *, n_spans + 1);
  s.pull = g_new0 (double, n_spans + 1);
  s.pull_at = g_new0 (double, n + 1);
  lay_out_band (&s);

  for (int round = 0; round < ROUNDS_MOST; round++)
    {
      find_pull (&s);
      if (!hold (&s, variance, round))
        break;
    }

  for (gsize t = 0; t < n; t++)
    values[t] = s.held[t] ? 0.0 : MAX (values[t] + variance[t] * s.pull_at[t], 0.0);

  return TRUE;
}
