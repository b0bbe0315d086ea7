/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-import: a sales file of a million rows through "headway-cli import" and
 * through "sqlite3 .import" into a table with the file's columns and the same
 * indexes as ours: seconds, rows per second, peak memory, and their ratios.
 *
 * usage: bench-import HEADWAY-CLI [ROWS]
 */
#include "core/hw-day.h"
#include "core/hw-rng.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define ROWS 1000000
#define PRODUCTS 400

typedef struct
{
  double seconds;
  double peak_mb;
} Cost;

static void
write_sales (const char *path,
             gsize       rows)
{
  FILE *file = g_fopen (path, "w");
  HwRng rng;
  char iso[HW_DAY_ISO_SIZE];

  hw_rng_init (&rng, 1);
  fputs ("Date,Time,Receipt,SKU,Product,Category,Quantity,Amount\n", file);
  for (gsize i = 0; i < rows; i++)
    {
      const guint product = hw_rng_below (&rng, PRODUCTS);
      const guint quantity = 1 + hw_rng_below (&rng, 4);
      const guint cents = quantity * (95 + 7 * product);
      const HwDay day = 19000 + (HwDay) (i * 1000 / rows);

      fprintf (file, "%s,%02u:%02u,%zu,P%04u,\"Product, number %u\",Group %u,%u,%u.%02u\n",
               hw_day_write_iso (day, iso), 7 + hw_rng_below (&rng, 11), hw_rng_below (&rng, 60),
               i / 3, product, product, product % 12, quantity, cents / 100, cents % 100);
    }

  fclose (file);
}

/* Runs a program to its end; the cost of that one child alone. */
static Cost
run (char **argv)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  int status = -1;
  GPid pid;

  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);

  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("%s failed", argv[0]);

  return (Cost) { (double) (g_get_monotonic_time () - start) / 1e6, (double) usage.ru_maxrss / 1024.0 };
}

static void
print (const char *name,
       Cost        cost,
       gsize       rows)
{
  g_print ("%-22s %6.2f s %10.0f rows/s %7.0f MB peak\n", name, cost.seconds, (double) rows / cost.seconds, cost.peak_mb);
}

int
main (int   argc,
      char *argv[])
{
  const gsize rows = argc > 2 ? (gsize) g_ascii_strtoull (argv[2], NULL, 10) : ROWS;
  g_autofree char *folder = g_dir_make_tmp ("headway-bench-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (folder, "sales.csv", NULL);
  g_autofree char *business = g_build_filename (folder, "shop.headway", NULL);
  g_autofree char *peer = g_build_filename (folder, "peer.db", NULL);
  g_autofree char *script = NULL;
  Cost ours, theirs;

  if (argc < 2)
    {
      g_printerr ("usage: bench-import HEADWAY-CLI [ROWS]\n");
      return 2;
    }

  write_sales (data, rows);
  script = g_strdup_printf (".import --csv --skip 1 \"%s\" sale", data);

  run ((char *[]) { argv[1], (char *) "new", business, (char *) "--name", (char *) "Bench", (char *) "--sector",
                    (char *) "retail", (char *) "--currency", (char *) "EUR", NULL });
  ours = run ((char *[]) { argv[1], (char *) "import", business, data, (char *) "--json", NULL });

  theirs = run ((char *[]) { (char *) "sqlite3", peer,
                             (char *) "CREATE TABLE sale (date TEXT, time TEXT, receipt TEXT, sku TEXT, product TEXT,"
                                      " category TEXT, quantity NUMERIC, amount NUMERIC);"
                                      "CREATE INDEX sale_by_product ON sale (sku, date, quantity, amount);"
                                      "CREATE INDEX sale_by_day ON sale (date);",
                             script, NULL });

  print ("headway-cli import", ours, rows);
  print ("sqlite3 .import", theirs, rows);
  g_print ("ratio of time %.2f, of peak memory %.2f\n", ours.seconds / theirs.seconds, ours.peak_mb / theirs.peak_mb);

  g_unlink (data);
  g_unlink (business);
  g_unlink (peer);
  g_rmdir (folder);
  return 0;
}
