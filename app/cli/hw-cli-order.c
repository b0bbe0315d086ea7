/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/stock/hw-order-job.h"
#include "jobs/stock/hw-say-stock.h"

#include <glib/gi18n-lib.h>

static GString *
make_csv (const GPtrArray *orders)
{
  GString *csv = g_string_new ("order,supplier,state,late,ordered,expected,confirmed,received,product,quantity,came,unit_cost\n");

  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);

      for (guint l = 0; l < order->lines->len; l++)
        {
          const HwOrderLineView *line = g_ptr_array_index (order->lines, l);
          const HwDay days[] = { order->ordered, order->expected, order->confirmed, order->received };
          g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, order->id);
          g_autofree char *quantity = hw_scaled_to_text (line->quantity, 0);
          g_autofree char *came = hw_scaled_to_text (line->received, 0);
          g_autofree char *cost = line->unit_cost != HW_UNKNOWN ? hw_scaled_to_text (line->unit_cost, 2) : g_strdup ("");
          char iso[HW_DAY_ISO_SIZE];

          hw_cli_csv_add (csv, id, FALSE);
          hw_cli_csv_add (csv, order->supplier, FALSE);
          hw_cli_csv_add (csv, hw_order_state_id (order->state), FALSE);
          hw_cli_csv_add (csv, order->late ? "1" : "0", FALSE);
          for (guint d = 0; d < G_N_ELEMENTS (days); d++)
            hw_cli_csv_add (csv, days[d] != HW_DAY_NONE ? hw_day_write_iso (days[d], iso) : "", FALSE);
          hw_cli_csv_add (csv, line->name, FALSE);
          hw_cli_csv_add (csv, quantity, FALSE);
          hw_cli_csv_add (csv, came, FALSE);
          hw_cli_csv_add (csv, cost, TRUE);
        }
    }

  return csv;
}

static void
set_line (HwCli                 *cli,
          const HwOrderSummary  *order,
          const HwOrderLineView *line)
{
  g_autofree char *least = hw_say_order_least (line->quantity, line->pack, line->min_order, order->made_here, cli->format);

  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "product", line->name);
  hw_cli_set_text (cli, "least", least);
  hw_cli_set_text (cli, "unit", *line->unit != '\0' ? line->unit : NULL);
  hw_cli_set_scaled (cli, "quantity", line->quantity, 0);
  hw_cli_set_scaled (cli, "proposed", line->proposed, 0);
  hw_cli_set_scaled (cli, "came", line->received, 0);
  hw_cli_set_scaled (cli, "unit_cost", line->unit_cost, 2);
  hw_cli_set_text (cli, "why", *line->why != '\0' ? line->why : NULL);
  json_builder_end_object (cli->answer);
}

static void
set_order (HwCli                *cli,
           const HwOrderSummary *order)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "order", order->id);
  hw_cli_set_text (cli, "supplier", *order->supplier != '\0' ? order->supplier : NULL);
  hw_cli_set_text (cli, "state", hw_order_state_id (order->state));
  hw_cli_set_bool (cli, "late", order->late);
  hw_cli_set_bool (cli, "taken_as_arrived", order->presumed);
  hw_cli_set_day (cli, "ordered", order->ordered);
  hw_cli_set_day (cli, "expected", order->expected);
  hw_cli_set_day (cli, "confirmed", order->confirmed);
  hw_cli_set_day (cli, "arrives_early", order->arrives_early);
  hw_cli_set_day (cli, "arrives_late", order->arrives_late);
  hw_cli_set_day (cli, "received", order->received);
  hw_cli_set_count (cli, "changed", order->n_changed);
  hw_cli_set_scaled (cli, "value", order->value, 2);
  json_builder_set_member_name (cli->answer, "lines");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < order->lines->len; i++)
    set_line (cli, order, g_ptr_array_index (order->lines, i));
  json_builder_end_array (cli->answer);
  json_builder_end_object (cli->answer);
}

/* The one day that says most: when it came, when it should come, when it was made. */
static char *
say_day (const HwCli          *cli,
         const HwOrderSummary *order)
{
  const HwDay due = order->confirmed != HW_DAY_NONE ? order->confirmed : order->expected;
  g_autofree char *ordered = hw_format_day (cli->format, order->ordered, HW_DAY_SHORT);
  g_autofree char *expected = hw_format_day (cli->format, due, HW_DAY_SHORT);
  g_autofree char *received = hw_format_day (cli->format, order->received, HW_DAY_SHORT);

  if (order->received != HW_DAY_NONE)
    /* Translators: both are dates. */
    return g_strdup_printf (_("ordered %1$s, here since %2$s"), ordered, received);
  if (due != HW_DAY_NONE && order->state != HW_ORDER_CANCELLED)
    /* Translators: both are dates. */
    return g_strdup_printf (_("ordered %1$s, expected %2$s"), ordered, expected);

  return g_strdup_printf (_("ordered %s"), ordered);
}

/* Of a draft: what cannot be ordered so; NULL if all can. */
static char *
say_least (const HwCli          *cli,
           const HwOrderSummary *order)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < order->lines->len; i++)
    {
      const HwOrderLineView *line = g_ptr_array_index (order->lines, i);
      g_autofree char *least = hw_say_order_least (line->quantity, line->pack, line->min_order, order->made_here, cli->format);

      if (least != NULL)
        g_string_append_printf (text, "\n    %s: %s", line->name, least);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
say_order (HwCli                *cli,
           const HwOrderSummary *order)
{
  g_autofree char *value = hw_format_money (cli->format, order->value);
  g_autofree char *day = say_day (cli, order);
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", order->n_lines), order->n_lines);

  g_autofree char *least = order->state == HW_ORDER_DRAFT ? say_least (cli, order) : NULL;

  hw_cli_say (cli, "%" G_GINT64_FORMAT "  %s  %s  %s  %s  (%s)%s", order->id, hw_order_state_words (order),
              *order->supplier != '\0' ? order->supplier : _("No supplier named"), items, value, day,
              least != NULL ? least : "");
}

/* Order rest[1] as the file rest[2]. */
static int
write_file (HwCli *cli)
{
  HwOrderFile request = { 0, cli->rest[2] };
  g_autofree char *path = NULL;

  if (!g_ascii_string_to_signed (cli->rest[1], 10, 1, G_MAXINT64, &request.id, NULL))
    return hw_cli_misused (cli, _("An order is named by its number."));

  if (!hw_cli_open (cli, FALSE))
    return HW_CLI_FAIL;

  path = hw_cli_run (cli, &hw_order_file_job, &request, cli->rest[2]);
  if (path == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_count (cli, "order", request.id);
  hw_cli_set_text (cli, "file", path);
  /* Translators: a file name. */
  hw_cli_say (cli, _("The order is in %s. Nothing was sent."), path);
  return hw_cli_done (cli);
}

int
hw_cli_orders (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_autofree char *out = NULL;
  const GOptionEntry own[] = { { "csv", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL }, { NULL } };
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GString) csv = NULL;
  guint n_late = 0, n_presumed = 0;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 3))
    return HW_CLI_USAGE;

  if (g_strv_length (cli->rest) == 2)
    return hw_cli_misused (cli, _("Something is missing."));
  if (g_strv_length (cli->rest) == 3)
    return write_file (cli);

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  orders = hw_cli_run (cli, &hw_order_list_job, NULL, cli->rest[0]);
  if (orders == NULL)
    return HW_CLI_FAIL;

  csv = make_csv (orders);
  if (out != NULL && !hw_cli_csv_write (cli, out, csv))
    return HW_CLI_FAIL;

  json_builder_set_member_name (cli->answer, "orders");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);

      n_late += order->late;
      n_presumed += order->presumed;
      set_order (cli, order);
      say_order (cli, order);
    }
  json_builder_end_array (cli->answer);
  hw_cli_set_count (cli, "late", n_late);
  hw_cli_set_count (cli, "taken_as_arrived", n_presumed);
  hw_cli_set_text (cli, "csv", out);

  if (orders->len == 0)
    hw_cli_say (cli, _("There are no orders to suppliers yet."));
  else
    hw_cli_say (cli, _("An order is here when the last of it came."));
  if (n_presumed > 0)
    hw_cli_say (cli, ngettext ("%u order counts as arrived: its day is over and no deliveries are noted.",
                               "%u orders count as arrived: their day is over and no deliveries are noted.", n_presumed),
                n_presumed);

  return hw_cli_done (cli);
}
