/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-window HEADWAY-CLI [PRODUCTS]: the window beside a bare one of libadwaita in
 * the same run: time to the first painted window, what it costs to do nothing, memory,
 * and how long a switch of pages takes with two years of PRODUCTS products.
 *
 * Each window is a process of its own, told when it was started: bench-window
 * --bare|--window STARTED [FILE].
 */
#include "hw-application.h"
#include "hw-window.h"
#include "pages/hw-pages.h"

#include "core/hw-rng.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define TODAY "2026-03-01"
#define LOOK_MS 500
#define QUIET_LOOKS 3      /* looks without work: all figures are there */
#define IDLE_MS 5000
#define RUNS 3
#define SEED 20260301

typedef struct
{
  gint64        started_us;
  GApplication *app;
  GtkWidget    *window;
  gboolean      is_bare;
  double        painted_ms, idle_ms, memory_mb, slowest_ms;
  const char   *slowest;
  double        cpu_ms;       /* at the last look */
  guint         quiet;
  guint         page;         /* the one switched to */
  gboolean      second;       /* every page was there once */
  gint64        switched_us;  /* 0: no switch is being measured */
} Child;

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static double
memory_mb (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  parts = g_strsplit (text, " ", 3);
  return (double) (g_ascii_strtoll (parts[1], NULL, 10) * sysconf (_SC_PAGESIZE)) / 1e6;
}

static void
finish (Child *self)
{
  g_print ("%.1f %.1f %.1f %.1f %s\n", self->painted_ms, self->idle_ms, self->memory_mb, self->slowest_ms,
           self->slowest != NULL ? self->slowest : "-");
  fflush (stdout);
  _exit (0);
}

static gboolean look_cb (gpointer data);

static void
switch_page (Child *self)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  if (self->page == n && self->second)
    finish (self);
  if (self->page == n)
    {
      self->second = TRUE;
      self->page = 0;
    }

  self->switched_us = self->second ? g_get_monotonic_time () : 0;
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "page", g_variant_new_string (kinds[self->page].id));
  self->page++;
  self->quiet = 0;
  gtk_widget_queue_draw (self->window);
  g_timeout_add (LOOK_MS, look_cb, self);
}

static gboolean
idle_over_cb (gpointer data)
{
  Child *self = data;

  self->idle_ms = cpu_ms () - self->cpu_ms;
  self->memory_mb = memory_mb ();
  if (self->is_bare || g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "page") == FALSE)
    finish (self);

  switch_page (self);
  return G_SOURCE_REMOVE;
}

/* Waits until nothing is being worked out any more. */
static gboolean
look_cb (gpointer data)
{
  Child *self = data;
  const double now = cpu_ms ();

  self->quiet = now - self->cpu_ms < 25 ? self->quiet + 1 : 0;
  self->cpu_ms = now;
  if (self->quiet < QUIET_LOOKS)
    return G_SOURCE_CONTINUE;

  if (self->memory_mb > 0)
    switch_page (self);
  else
    g_timeout_add (IDLE_MS, idle_over_cb, self);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (Child *self)
{
  const gint64 now = g_get_monotonic_time ();
  const HwPageKind *kinds;
  guint n;

  if (self->painted_ms <= 0)
    {
      self->painted_ms = (double) (now - self->started_us) / 1000;
      g_timeout_add (LOOK_MS, look_cb, self);
    }

  if (self->switched_us == 0)
    return;

  kinds = hw_pages (&n);
  if ((double) (now - self->switched_us) / 1000 > self->slowest_ms)
    {
      self->slowest_ms = (double) (now - self->switched_us) / 1000;
      self->slowest = kinds[self->page - 1].id;
    }
  self->switched_us = 0;
}

static void
realized_cb (Child *self)
{
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (painted_cb), self);
}

static void
added_cb (GtkApplication *app,
          GtkWindow      *window,
          Child          *self)
{
  if (self->window != NULL)
    return;

  self->window = GTK_WIDGET (window);
  g_signal_connect_swapped (window, "realize", G_CALLBACK (realized_cb), self);
}

static void
bare_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), adw_status_page_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (gboolean    is_bare,
           const char *started,
           const char *file)
{
  Child self = { .started_us = g_ascii_strtoll (started, NULL, 10), .is_bare = is_bare };
  char *argv[] = { (char *) "bench-window", (char *) file, NULL };
  g_autoptr (AdwApplication) bare = NULL;
  g_autoptr (HwApplication) app = NULL;

  gtk_disable_setlocale ();
  if (is_bare)
    {
      bare = adw_application_new ("io.github.headway_app.Bare", G_APPLICATION_DEFAULT_FLAGS);
      g_signal_connect (bare, "activate", G_CALLBACK (bare_cb), NULL);
      self.app = G_APPLICATION (bare);
    }
  else
    {
      app = hw_application_new (hw_preferences_load ());
      hw_application_set_today (app, hw_day_from_iso (TODAY));
      self.app = G_APPLICATION (app);
    }

  g_signal_connect (self.app, "window-added", G_CALLBACK (added_cb), &self);
  return g_application_run (self.app, file != NULL ? 2 : 1, argv);
}

/* The best of some runs: other work on the machine only makes it slower. */
static gboolean
measure (const char *own,
         const char *mode,
         const char *file,
         guint       runs,
         double      best[4],
         char      **slowest)
{
  for (guint i = 0; i < runs; i++)
    {
      g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      const char *argv[] = { own, mode, started, file, NULL };
      g_autofree char *out = NULL;
      g_auto (GStrv) parts = NULL;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL))
        return FALSE;

      parts = g_strsplit (g_strstrip (out), " ", 5);
      if (g_strv_length (parts) != 5)
        return FALSE;

      for (int k = 0; k < 4; k++)
        {
          const double value = g_ascii_strtod (parts[k], NULL);

          best[k] = i == 0 ? value : MIN (best[k], value);
        }
      g_free (*slowest);
      *slowest = g_strdup (parts[4]);
    }

  return TRUE;
}

static gboolean
run_cli (const char *cli,
         const char *first,
         ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list args;
  int status = 1;

  g_ptr_array_add (argv, (gpointer) cli);
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  return g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                       NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

/* Two years of a shop with many products; the same each time. */
static gboolean
make_large (const char *cli,
            const char *path,
            const char *csv,
            guint       n_products)
{
  HwRng rng;
  FILE *out = g_fopen (csv, "w");
  const HwDay last = hw_day_from_iso ("2026-02-28");

  if (out == NULL)
    return FALSE;

  hw_rng_init (&rng, SEED);
  fputs ("Date,Product,Quantity,Amount\n", out);
  for (HwDay day = last - 729; day <= last; day++)
    {
      g_autofree char *iso = hw_day_to_iso (day);

      for (guint i = 0; i < n_products; i++)
        if (hw_rng_below (&rng, 10) < 4)
          {
            const guint units = 1 + hw_rng_below (&rng, 5 + i % 40);

            fprintf (out, "%s,Product %04u,%u,%u.%02u\n", iso, i, units, units * (1 + i % 9), 50u);
          }
    }
  fclose (out);

  return run_cli (cli, "new", path, "--name", "Large", "--sector", "retail", "--currency", "EUR", "--country", "DE",
                  "--today", TODAY, NULL) &&
         run_cli (cli, "import", path, csv, "--kind", "sales", "--today", TODAY, NULL);
}

static void
compare (const char *own,
         const char *name,
         const char *file,
         guint       runs,
         const double bare[4])
{
  double best[4];
  g_autofree char *slowest = NULL;

  if (!measure (own, "--window", file, runs, best, &slowest))
    {
      g_print ("%-28s did not run\n", name);
      return;
    }

  g_print ("%-28s %6.0f ms (%.2f times bare), idle %.1f ms in 5 s, memory %.0f MB (%+.0f over bare)",
           name, best[0], best[0] / bare[0], best[1], best[2], best[2] - bare[2]);
  if (best[3] > 0)
    g_print (", slowest switch %.0f ms (%s)", best[3], slowest);
  g_print ("\n");
}

static int
run_parent (const char *own,
            const char *cli,
            guint       n_products)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-window-XXXXXX", NULL);
  g_autofree char *sample = g_build_filename (folder, "sample.headway", NULL);
  g_autofree char *large = g_build_filename (folder, "large.headway", NULL);
  g_autofree char *csv = g_build_filename (folder, "large.csv", NULL);
  g_autofree char *none = NULL;
  double bare[4];
  gboolean good = measure (own, "--bare", NULL, RUNS, bare, &none);

  if (good)
    {
      g_print ("%-28s %6.0f ms, idle %.1f ms in 5 s, memory %.0f MB\n", "bare libadwaita window", bare[0], bare[1], bare[2]);
      compare (own, "Headway, welcome", NULL, RUNS, bare);
    }
  if (good && run_cli (cli, "sample", sample, "--today", TODAY, NULL))
    compare (own, "Headway, the sample", sample, RUNS, bare);
  if (good && n_products > 0 && make_large (cli, large, csv, n_products))
    compare (own, "Headway, many products", large, 1, bare);

  g_unlink (sample);
  g_unlink (large);
  g_unlink (csv);
  g_rmdir (folder);
  return good ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc >= 3 && (g_str_equal (argv[1], "--bare") || g_str_equal (argv[1], "--window")))
    return run_child (g_str_equal (argv[1], "--bare"), argv[2], argc > 3 ? argv[3] : NULL);

  if (argc < 2)
    {
      g_printerr ("usage: bench-window HEADWAY-CLI [PRODUCTS]\n");
      return 2;
    }
  return run_parent (argv[0], argv[1], argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 1000);
}
