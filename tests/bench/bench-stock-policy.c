/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-policy: reorder point and order-up-to level of every item for each of the
 * next 52 weeks, from what is known now.
 *
 * usage: bench-stock-policy --items F --history F --receipts F --state F --out F
 *                           [--threads N] [--period-limit N]
 *
 * items     sku,unit_cost,holding_cost,order_cost,shortage,shortage_cost,moq,pack,review_period,initial_on_hand
 * history   sku,period,demand: weeks -1 and before; with a further column sold_out the
 *           weeks with a 1 are completed by what was likely asked for
 * receipts  sku,ordered_period,received_period
 * state     sku,on_hand,backorders,on_order
 * out       sku,period,policy,reorder_point,order_up_to_or_qty, policy always sS; a last
 *           line of each item, without a period, holds beyond them
 *
 * --period-limit: weeks written, for who plans again soon. An item that cannot be planned
 * orders only what customers wait for; which and why, and the seconds of forecasting and
 * of planning, are told on standard error.
 */
#include "bench-policy.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct
{
  char *items, *history, *receipts, *state, *out;
  int   threads, weeks;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->items);
  g_free (self->history);
  g_free (self->receipts);
  g_free (self->state);
  g_free (self->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options   *self,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "items", 0, 0, G_OPTION_ARG_FILENAME, &self->items, "What is kept and what it costs", "FILE" },
    { "history", 0, 0, G_OPTION_ARG_FILENAME, &self->history, "Demand of past weeks", "FILE" },
    { "receipts", 0, 0, G_OPTION_ARG_FILENAME, &self->receipts, "Past orders", "FILE" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &self->state, "Stock now", "FILE" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &self->out, "Where the levels go", "FILE" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &self->threads, "How many; else one for each core", "N" },
    { "period-limit", 0, 0, G_OPTION_ARG_INT, &self->weeks, "Weeks written, 1 to 52", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  if (self->items == NULL || self->history == NULL || self->receipts == NULL || self->state == NULL || self->out == NULL
      || *argc > 1 || self->threads < 1 || self->weeks < 1 || self->weeks > BENCH_POLICY_PERIODS)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           "--items, --history, --receipts, --state and --out name one file each; "
                           "threads are 1 or more, weeks 1 to 52");
      return FALSE;
    }

  return TRUE;
}

static void
add_line (GString    *text,
          const char *sku,
          int         week, /* below 0: without */
          double      reorder_point,
          double      order_up_to)
{
  char point[G_ASCII_DTOSTR_BUF_SIZE], level[G_ASCII_DTOSTR_BUF_SIZE], when[16] = "";

  if (week >= 0)
    g_snprintf (when, sizeof when, "%d", week);
  g_string_append_printf (text, "%s,%s,sS,%s,%s\n", sku, when, g_ascii_dtostr (point, sizeof point, reorder_point),
                          g_ascii_dtostr (level, sizeof level, order_up_to));
}

/* How many items have no plan. */
static gsize
add_items (GString           *text,
           const BenchPolicy *policy,
           int                weeks)
{
  gsize without = 0;

  for (gsize i = 0; i < policy->n; i++)
    {
      const BenchPolicyItem *item = &policy->items[i];
      const gsize last = BENCH_POLICY_PERIODS - 1;

      if (item->trouble != NULL)
        {
          without++;
          g_printerr ("%s: nothing is ordered: %s\n", item->sku, item->trouble->message);
          add_line (text, item->sku, -1, -1.0, 0.0);
          continue;
        }

      for (int t = 0; t < weeks; t++)
        add_line (text, item->sku, t, item->plan.reorder_point[t], item->plan.order_up_to[t]);
      add_line (text, item->sku, -1, item->plan.reorder_point[last], item->plan.order_up_to[last]);
    }

  return without;
}

static double
seconds (gint64 from,
         gint64 to)
{
  return (double) (to - from) / G_USEC_PER_SEC;
}

static gboolean
run (const Options  *options,
     GError        **error)
{
  g_auto (BenchPolicy) policy = { 0 };
  g_autoptr (GString) text = g_string_new ("sku,period,policy,reorder_point,order_up_to_or_qty\n");
  gint64 start, forecast, planned;
  gsize without;

  if (!bench_policy_read (&policy, options->items, options->history, options->receipts, options->state, error))
    return FALSE;

  start = g_get_monotonic_time ();
  if (!bench_policy_forecast (&policy, (guint) options->threads, error))
    return FALSE;

  forecast = g_get_monotonic_time ();
  bench_policy_plan (&policy, (guint) options->threads);
  planned = g_get_monotonic_time ();

  without = add_items (text, &policy, options->weeks);
  g_printerr ("%" G_GSIZE_FORMAT " items (%" G_GSIZE_FORMAT " without a plan), %d threads: %.3f s forecasting, %.3f s planning\n",
              policy.n, without, options->threads, seconds (start, forecast), seconds (forecast, planned));
  return g_file_set_contents (options->out, text->str, (gssize) text->len, error);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (Options) options = { .threads = (int) g_get_num_processors (), .weeks = BENCH_POLICY_PERIODS };
  g_autoptr (GError) error = NULL;

  if (parse (&options, &argc, &argv, &error) && run (&options, &error))
    return EXIT_SUCCESS;

  g_printerr ("bench-stock-policy: %s\n", error->message);
  return EXIT_FAILURE;
}
