/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-laws.c: loss functions, and a single order against a law. */
#include "bench-stock-cases.h"

#include <string.h>

/* The law of a textbook's call: named by the family, parameters by name. */
static HwLaw
law_of (const char *name,
        JsonObject *in)
{
  if (g_str_has_prefix (name, "standard"))
    return hw_law_normal (0.0, 1.0);
  if (g_str_has_prefix (name, "normal"))
    return hw_law_normal (bench_number (in, "mean"), bench_number (in, "sd"));
  if (g_str_has_prefix (name, "lognormal"))
    return hw_law_lognormal (bench_number (in, "mu"), bench_number (in, "sigma"));
  if (g_str_has_prefix (name, "exponential"))
    return hw_law_exponential (bench_number (in, "mu"));
  if (g_str_has_prefix (name, "uniform"))
    return hw_law_uniform (bench_number (in, "a"), bench_number (in, "b"));
  if (g_str_has_prefix (name, "poisson"))
    return hw_law_poisson (bench_number (in, "mean"));
  if (g_str_has_prefix (name, "geometric"))
    return hw_law_geometric (bench_number (in, "p"));
  if (g_str_has_prefix (name, "gamma"))
    return bench_has (in, "shape") ? hw_law_gamma (bench_number (in, "shape"), bench_number (in, "scale"))
                                   : hw_law_gamma (bench_number (in, "a"), bench_number (in, "b"));

  return bench_has (in, "r") ? hw_law_negative (bench_number (in, "r"), bench_number (in, "p"))
                             : hw_law_negative_from (bench_number (in, "mean"), bench_number (in, "sd"));
}

static gboolean
put_losses (const HwLaw *law,
            JsonObject  *in,
            gboolean     second,
            JsonObject  *result,
            GError     **error)
{
  const double x = bench_has (in, "z") ? bench_number (in, "z") : bench_number (in, "x");
  HwTails t;

  if (!hw_law_check (law, error))
    return FALSE;

  t = hw_law_tails (law, x);
  bench_put (result, "loss", t.loss);
  bench_put (result, "complementary_loss", t.left);
  bench_return_list (result, second ? (double[]){ t.second_loss, t.second_left } : (double[]){ t.loss, t.left }, 2);
  return TRUE;
}

/* "loss_KIND" or "tb_KIND_loss", "tb_KIND_second_loss". */
static gboolean
named_loss (const char *family,
            JsonObject *in,
            JsonObject *result,
            GError    **error)
{
  const char *name = strchr (family, '_') + 1;
  const HwLaw law = law_of (name, in);

  return put_losses (&law, in, g_str_has_suffix (family, "_second_loss"), result, error);
}

/* A frozen distribution, or chances. */
static gboolean
read_law (BenchLaw   *law,
          JsonObject *in,
          const char *frozen,
          const char *chances,
          GError    **error)
{
  return bench_has (in, frozen) ? bench_law_read (law, in, frozen, error)
                                : bench_law_read_chances (law, in, chances, error);
}

static gboolean
any_loss (const char *family,
          JsonObject *in,
          JsonObject *result,
          GError    **error)
{
  g_auto (BenchLaw) law = { 0 };

  return read_law (&law, in, "distrib", "pmf", error)
         && put_losses (&law.law, in, g_str_has_suffix (family, "_second_loss"), result, error);
}

const BenchCase bench_cases_of_laws[] = {
  { "loss_normal", named_loss },
  { "loss_poisson", named_loss },
  { "loss_gamma", named_loss },
  { "loss_lognormal", named_loss },
  { "loss_nbinom", named_loss },
  { "tb_standard_normal_loss", named_loss },
  { "tb_standard_normal_second_loss", named_loss },
  { "tb_normal_loss", named_loss },
  { "tb_normal_second_loss", named_loss },
  { "tb_lognormal_loss", named_loss },
  { "tb_lognormal_second_loss", named_loss },
  { "tb_exponential_loss", named_loss },
  { "tb_exponential_second_loss", named_loss },
  { "tb_gamma_loss", named_loss },
  { "tb_gamma_second_loss", named_loss },
  { "tb_uniform_loss", named_loss },
  { "tb_uniform_second_loss", named_loss },
  { "tb_poisson_loss", named_loss },
  { "tb_poisson_second_loss", named_loss },
  { "tb_geometric_loss", named_loss },
  { "tb_geometric_second_loss", named_loss },
  { "tb_negative_binomial_loss", named_loss },
  { "tb_negative_binomial_second_loss", named_loss },
  { "tb_discrete_loss", any_loss },
  { "tb_discrete_second_loss", any_loss },
  { "tb_continuous_loss", any_loss },
  { "tb_continuous_second_loss", any_loss },
  { NULL, NULL },
};
