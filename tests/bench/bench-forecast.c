/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-forecast: forecasts a file of series with the engine as it is and writes
 * the forecasts; one engine, one setting for every file. Reads the train part only.
 *
 * usage: bench-forecast DATA.csv[.gz] [--quantiles] [--threads N] [--plan PANEL.csv[.gz]] > OUT.csv
 *
 * DATA:  id,freq,period,h,train(;),test(;)   NA: not observed. Series whose ids end
 *        alike after an @ end at the same time and are forecast together.
 * PANEL: id,date,y,... its columns promo and holiday are known ahead
 * OUT:   id,h,mean,lo95,hi95 or, with --quantiles, id,h,q10..q90,q2.5,q97.5
 * Standard error: series per second and peak memory.
 */
#include "bench-lift.h"
#include "bench-series.h"
#include "engine/forecast/hw-catalogue.h"

#include <stdio.h>
#include <sys/resource.h>

typedef struct
{
  const char *data;
  const char *plan;
  gboolean    quantiles;
  guint       threads;
} Wish;

static gboolean
read_wish (int    argc,
           char **argv,
           Wish  *wish)
{
  *wish = (Wish) { .threads = 1 };

  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--quantiles"))
        wish->quantiles = TRUE;
      else if (g_str_equal (argv[i], "--threads") && i + 1 < argc)
        wish->threads = (guint) g_ascii_strtoull (argv[++i], NULL, 10);
      else if (g_str_equal (argv[i], "--plan") && i + 1 < argc)
        wish->plan = argv[++i];
      else if (argv[i][0] != '-' && wish->data == NULL)
        wish->data = argv[i];
      else
        return FALSE;
    }

  return wish->data != NULL;
}

/* Sales are never negative, and a series without a value below 0 counts as such. */
static gboolean
is_non_negative (const BenchSeries *series)
{
  for (gsize t = 0; t < series->n; t++)
    if (series->y[t] < 0.0)
      return FALSE;

  return TRUE;
}

static HwForecastInput *
make_inputs (GPtrArray *all)
{
  HwForecastInput *inputs = g_new0 (HwForecastInput, all->len + 1);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    {
      const BenchSeries *series = g_ptr_array_index (all, i);
      g_autofree char *kind = g_strdup_printf ("%s %d", series->group, series->season);

      if (!g_hash_table_contains (groups, kind))
        g_hash_table_insert (groups, (gpointer) g_intern_string (kind), GUINT_TO_POINTER (g_hash_table_size (groups)));
      inputs[i] = (HwForecastInput) {
        .y = series->y, .n = series->n, .season = series->season, .long_season = series->long_season,
        .non_negative = is_non_negative (series), .group = (int) GPOINTER_TO_UINT (g_hash_table_lookup (groups, kind)),
      };
    }

  return inputs;
}

/* A series without an answer, where nothing was ever sold, is forecast as nothing. */
static void
write_one (const BenchSeries      *series,
           const HwForecastAnswer *answer,
           gboolean                quantiles)
{
  static const gsize columns[] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 13 };
  const HwForecastResult *r = &answer->result;

  for (gsize h = 0; h < series->horizon; h++)
    {
      printf ("%s,%zu", series->id, h + 1);
      if (answer->error != NULL)
        printf ("%s\n", quantiles ? ",0,0,0,0,0,0,0,0,0,0,0" : ",0,0,0");
      else if (quantiles)
        {
          for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
            printf (",%.10g", r->quantiles[h * HW_LEVELS + columns[k]]);
          printf ("\n");
        }
      else
        printf (",%.10g,%.10g,%.10g\n", r->mean[h], r->lo95[h], r->hi95[h]);
    }
}

static gsize
longest_horizon (GPtrArray *all)
{
  gsize horizon = 1;

  for (guint i = 0; i < all->len; i++)
    horizon = MAX (horizon, ((const BenchSeries *) g_ptr_array_index (all, i))->horizon);

  return horizon;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree HwForecastInput *inputs = NULL;
  g_autofree HwForecastAnswer *answers = NULL;
  struct rusage usage;
  double seconds;
  gint64 start;
  Wish wish;

  if (!read_wish (argc, argv, &wish))
    {
      g_printerr ("usage: bench-forecast DATA.csv[.gz] [--quantiles] [--threads N] [--plan PANEL.csv[.gz]]\n");
      return 2;
    }

  all = bench_series_read (wish.data, &error);
  if (all == NULL || (wish.plan != NULL && !bench_series_read_plan (all, wish.plan, &error)))
    {
      g_printerr ("bench-forecast: %s\n", error->message);
      return 1;
    }

  start = g_get_monotonic_time ();
  inputs = make_inputs (all);
  if (wish.plan != NULL)
    bench_lift_add (all, inputs);
  answers = g_new0 (HwForecastAnswer, all->len + 1);
  if (!hw_catalogue_forecast (inputs, all->len, longest_horizon (all), wish.threads, NULL, answers, &error))
    {
      g_printerr ("bench-forecast: %s\n", error->message);
      return 1;
    }
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  puts (wish.quantiles ? "id,h,q10,q20,q30,q40,q50,q60,q70,q80,q90,q2.5,q97.5" : "id,h,mean,lo95,hi95");
  for (guint i = 0; i < all->len; i++)
    write_one (g_ptr_array_index (all, i), &answers[i], wish.quantiles);

  getrusage (RUSAGE_SELF, &usage);
  g_printerr ("%u series in %.2f s: %.0f series/s, %.2f ms each, peak %.0f MB\n", all->len, seconds,
              all->len / seconds, 1000.0 * seconds / MAX (all->len, 1), (double) usage.ru_maxrss / 1024.0);
  hw_catalogue_answers_clear (answers, all->len);
  return 0;
}
