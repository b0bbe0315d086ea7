/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-receipt.h"

#include "domain/hw-records.h"
#include "jobs/hw-say.h"
#include "pages/orders/hw-order-acts.h"
#include "pages/orders/hw-order-keep.h"

#include <glib/gi18n.h>

static const HwQuestion confirmed_for = {
  .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .label = N_("It will come on") };

static const HwQuestion came_on = {
  .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .label = N_("It came on") };

static const HwQuestion came = {
  .id = "came", .kind = HW_ASK_NUMBER, .low = 0.0, .high = 1e12, .label = N_("How many came") };

char *
hw_order_say_title (const HwOrderSummary *order)
{
  if (*order->supplier == '\0')
    /* Translators: %d is the number of an order. */
    return g_strdup_printf (_("Order %d, without a supplier"), (int) order->id);

  /* Translators: 1 the number of an order, 2 a supplier. */
  return g_strdup_printf (_("Order %1$d to %2$s"), (int) order->id, order->supplier);
}

/* The sheet is the owner: it closes, or says what is wrong. */
static gboolean
moved_cb (gpointer      owner,
          const GError *error)
{
  HwOrderSheet *sheet = owner;

  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (sheet));
  else
    {
      g_autofree char *why = hw_say_error (error, NULL);

      hw_order_sheet_set_busy (sheet, FALSE);
      hw_order_sheet_say (sheet, why);
    }

  return TRUE;
}

static void
move (HwOrderSheet *sheet,
      gint64        id,
      HwOrderState  to,
      HwDay         day,
      GArray       *arrivals,
      const char   *said)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (sheet));
  HwDesk *desk = hw_order_keep_get_desk (sheet);

  if (parent == NULL || desk == NULL)
    {
      g_clear_pointer (&arrivals, g_array_unref);
      return;
    }

  hw_order_sheet_set_busy (sheet, TRUE);
  hw_order_act_move (GTK_WIDGET (parent), desk, id, to, day, arrivals, said, moved_cb, sheet);
}

static void
confirmed_cb (HwOrderSheet    *sheet,
              const HwAnswers *answers,
              gpointer         id)
{
  move (sheet, *(const gint64 *) id, HW_ORDER_CONFIRMED, hw_answers_get_day (answers, "day"), NULL,
        _("Order noted as confirmed"));
}

void
hw_order_confirm_open (GtkWidget            *from,
                       HwDesk               *desk,
                       const HwOrderSummary *order)
{
  const HwDay day = order->confirmed != HW_DAY_NONE ? order->confirmed : order->expected;
  g_autofree char *title = hw_order_say_title (order);
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  GtkWidget *sheet = hw_order_keep_sheet_new (from, desk, title, _("Which day did the supplier name?"), _("Keep"));

  if (day != HW_DAY_NONE && day >= hw_session_get_today (hw_desk_get_session (desk)))
    hw_answers_set_day (answers, "day", day);
  hw_order_sheet_add (HW_ORDER_SHEET (sheet), &confirmed_for, NULL, NULL, hw_answers_get (answers, "day"));
  hw_order_sheet_on_done (HW_ORDER_SHEET (sheet), confirmed_cb, g_memdup2 (&order->id, sizeof order->id), g_free);
  gtk_window_present (GTK_WINDOW (sheet));
}

/* --- what came --- */

typedef struct
{
  gint64  order_id;
  GArray *lines;     /* (owned) of gint64 */
} Receipt;

static void
receipt_free (gpointer data)
{
  g_array_unref (((Receipt *) data)->lines);
  g_free (data);
}

static char *
line_key (gint64 id)
{
  return g_strdup_printf ("line-%" G_GINT64_FORMAT, id);
}

static void
received_cb (HwOrderSheet    *sheet,
             const HwAnswers *answers,
             gpointer         data)
{
  const Receipt *receipt = data;
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (HwOrderArrival));

  for (guint i = 0; i < receipt->lines->len; i++)
    {
      HwOrderArrival arrival = { .order_line_id = g_array_index (receipt->lines, gint64, i) };
      g_autofree char *key = line_key (arrival.order_line_id);

      if (hw_answers_get_scaled (answers, key, &arrival.quantity) && arrival.quantity > 0)
        g_array_append_val (arrivals, arrival);
    }

  if (arrivals->len == 0)
    {
      hw_order_sheet_say (sheet, _("Type how many came of at least one."));
      return;
    }

  move (sheet, receipt->order_id, HW_ORDER_RECEIVED, hw_answers_get_day (answers, "day"),
        g_steal_pointer (&arrivals), _("Noted what came"));
}

static void
add_line (HwOrderSheet          *sheet,
          const HwOrderLineView *line,
          const HwFormat        *format,
          GArray                *ids)
{
  const HwQuantity rest = line->quantity - line->received;
  g_autofree char *number = hw_format_quantity (format, rest);
  g_autofree char *key = line_key (line->id);
  g_autofree char *label = NULL;
  g_autoptr (HwAnswers) answer = hw_answers_new ();

  /* Translators: 1 a product, 2 how many of it are still to come. */
  label = g_strdup_printf (_("%1$s (%2$s to come)"), line->name, number);
  hw_answers_set_scaled (answer, key, rest);
  hw_order_sheet_add (sheet, &came, key, label, hw_answers_get (answer, key));
  g_array_append_val (ids, line->id);
}

void
hw_order_receipt_open (GtkWidget            *from,
                       HwDesk               *desk,
                       const HwOrderSummary *order)
{
  g_autofree char *title = hw_order_say_title (order);
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  GtkWidget *sheet = hw_order_keep_sheet_new (from, desk, title, _("How many came of each? 0 where it is still to come."), _("Keep"));
  Receipt *receipt = g_new0 (Receipt, 1);

  receipt->order_id = order->id;
  receipt->lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < order->lines->len; i++)
    {
      const HwOrderLineView *line = g_ptr_array_index (order->lines, i);

      if (line->received < line->quantity)
        add_line (HW_ORDER_SHEET (sheet), line, hw_desk_get_format (desk), receipt->lines);
    }

  hw_answers_set_day (answers, "day", hw_session_get_today (hw_desk_get_session (desk)));
  hw_order_sheet_add (HW_ORDER_SHEET (sheet), &came_on, NULL, NULL, hw_answers_get (answers, "day"));
  hw_order_sheet_on_done (HW_ORDER_SHEET (sheet), received_cb, receipt, receipt_free);
  gtk_window_present (GTK_WINDOW (sheet));
}
