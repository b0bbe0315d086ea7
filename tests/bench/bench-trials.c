/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-trials [--shops N] [--seed K] [--by-rho]: trials of every design in shops drawn as
 * SHOPS.md says: how often nothing is taken for something, how often the smallest visible
 * effect, as told from each shop's past, is found, and how often the range holds it; the
 * naive reading of the same weeks (before against after) beside each.
 */
#include "bench-trial.h"

#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  TrialRun    run;
} designs[] = {
  { "items", trial_items },
  { "customers", trial_customers },
  { "switchback", trial_switchback },
  { "sites", trial_sites },
  { "control", trial_control },
  { "own_forecast", trial_own_forecast },
};

typedef struct
{
  double alarm, found, held, attainable;
  guint  n;
} Tally;

static void
note (Tally              *tally,
      const TrialOutcome *outcome)
{
  tally->alarm += outcome->alarm;
  tally->found += outcome->found;
  tally->held += outcome->held;
  tally->attainable += outcome->attainable;
  tally->n++;
}

static void
print (const char  *prefix,
       const char  *name,
       const char  *suffix,
       const Tally *tally)
{
  const double n = MAX (tally->n, 1);

  g_print ("%s%s%s,%.4f,%.4f,%.4f,%.4f\n", prefix, name, suffix, tally->alarm / n, tally->found / n, tally->held / n, tally->attainable / n);
}

static void
run (gsize    design,
     guint    n_shops,
     guint64  seed,
     gboolean by_rho)
{
  static const char *const suffixes[] = { "/0", "/0.3", "/0.6" };
  Tally fair[4] = { 0 }, naive[4] = { 0 };

  for (guint k = 0; k < n_shops; k++)
    {
      TrialOutcome a = { 0 }, b = { 0 };
      ShopKind kind;
      HwRng rng;

      hw_rng_init (&rng, (seed * G_N_ELEMENTS (designs) + design) * 1000003 + k);
      kind = shop_kind (&rng, k);
      if (!designs[design].run (&rng, &kind, &a, &b))
        g_error ("%s: no trial in shop %u", designs[design].name, k);

      note (&fair[0], &a);
      note (&naive[0], &b);
      note (&fair[1 + k % 3], &a);
      note (&naive[1 + k % 3], &b);
    }

  print ("", designs[design].name, "", &fair[0]);
  for (gsize r = 0; by_rho && r < 3; r++)
    print ("", designs[design].name, suffixes[r], &fair[1 + r]);
  print ("naive_", designs[design].name, "", &naive[0]);
  for (gsize r = 0; by_rho && r < 3; r++)
    print ("naive_", designs[design].name, suffixes[r], &naive[1 + r]);
}

int
main (int    argc,
      char **argv)
{
  const char *only = NULL;
  guint n_shops = 2000;
  guint64 seed = 1;
  gboolean by_rho = FALSE;

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--by-rho") == 0)
      by_rho = TRUE;
    else if (i + 1 < argc && strcmp (argv[i], "--shops") == 0)
      n_shops = (guint) g_ascii_strtoull (argv[++i], NULL, 10);
    else if (i + 1 < argc && strcmp (argv[i], "--seed") == 0)
      seed = g_ascii_strtoull (argv[++i], NULL, 10);
    else if (i + 1 < argc && strcmp (argv[i], "--design") == 0)
      only = argv[++i];

  g_print ("design,false_alarm,power,coverage,attainable\n");
  for (gsize d = 0; d < G_N_ELEMENTS (designs); d++)
    if (only == NULL || strcmp (only, designs[d].name) == 0)
      run (d, n_shops, seed, by_rho);

  return EXIT_SUCCESS;
}
