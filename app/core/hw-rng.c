/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"

#include <math.h>

static guint64
splitmix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint64
rotate (guint64 x,
        int     k)
{
  return (x << k) | (x >> (64 - k));
}

void
hw_rng_init (HwRng   *rng,
             guint64  seed)
{
  for (int i = 0; i < 4; i++)
    rng->s[i] = splitmix (&seed);

  rng->spare = 0.0;
  rng->has_spare = FALSE;
}

guint64
hw_rng_next (HwRng *rng)
{
  guint64 *s = rng->s;
  const guint64 result = rotate (s[1] * 5, 7) * 9;
  const guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate (s[3], 45);
  return result;
}

double
hw_rng_unit (HwRng *rng)
{
  return (double) (hw_rng_next (rng) >> 11) * 0x1.0p-53;
}

guint32
hw_rng_below (HwRng   *rng,
              guint32  bound)
{
  g_return_val_if_fail (bound > 0, 0);

  return (guint32) (((hw_rng_next (rng) >> 32) * bound) >> 32);
}

/* Marsaglia's polar method: no trigonometry, so the same bits everywhere that
 * log and sqrt are. */
double
hw_rng_normal (HwRng *rng)
{
  double u, v, s, f;

  if (rng->has_spare)
    {
      rng->has_spare = FALSE;
      return rng->spare;
    }

  do
    {
      u = 2.0 * hw_rng_unit (rng) - 1.0;
      v = 2.0 * hw_rng_unit (rng) - 1.0;
      s = u * u + v * v;
    }
  while (s >= 1.0 || s <= 0.0);

  f = sqrt (-2.0 * log (s) / s);
  rng->spare = v * f;
  rng->has_spare = TRUE;
  return u * f;
}

/* Source: Marsaglia and Tsang (2000), ACM TOMS 26(3); below 1 by the power trick. */
double
hw_rng_gamma (HwRng  *rng,
              double  shape)
{
  double boost = 1.0;
  double d, c;

  g_return_val_if_fail (shape > 0.0, 0.0);

  if (shape < 1.0)
    {
      boost = pow (1.0 - hw_rng_unit (rng), 1.0 / shape);
      shape += 1.0;
    }

  d = shape - 1.0 / 3.0;
  c = 1.0 / sqrt (9.0 * d);

  for (;;)
    {
      const double x = hw_rng_normal (rng);
      const double v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
      const double u = 1.0 - hw_rng_unit (rng);

      if (v > 0.0 && log (u) < 0.5 * x * x + d - d * v + d * log (v))
        return boost * d * v;
    }
}

/* Knuth's product for small means; a sum of parts for large ones, since the sum
 * of Poissons is Poisson. */
guint32
hw_rng_poisson (HwRng  *rng,
                double  mean)
{
  guint32 n = 0;

  while (mean > 0.0)
    {
      const double part = MIN (mean, 16.0);
      const double limit = exp (-part);
      double product = 1.0 - hw_rng_unit (rng);

      while (product > limit)
        {
          n++;
          product *= 1.0 - hw_rng_unit (rng);
        }

      mean -= part;
    }

  return n;
}
