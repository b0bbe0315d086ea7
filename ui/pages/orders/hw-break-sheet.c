/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-break-sheet.h"

#include "jobs/stock/hw-price-break-job.h"
#include "pages/orders/hw-order-keep.h"

#include <glib/gi18n.h>

#define STEPS_LEAST 3 /* that there is room for */

static const HwQuestion from = {
  .id = "from", .kind = HW_ASK_NUMBER, .low = 0.0, .high = 1e9,
};

static const HwQuestion each = {
  .id = "each", .kind = HW_ASK_MONEY, .low = 0.0, .high = 1e9,
};

static char *
key_of (const HwQuestion *question,
        guint             i)
{
  return g_strdup_printf ("%s-%u", question->id, i);
}

/* FALSE: of one step only half is said. */
static gboolean
read_steps (const HwAnswers *answers,
            GArray          *breaks)
{
  for (guint i = 0;; i++)
    {
      HwPriceBreak step = { 0 };
      g_autofree char *from_key = key_of (&from, i);
      g_autofree char *each_key = key_of (&each, i);
      const gboolean has_from = hw_answers_get_scaled (answers, from_key, &step.quantity);
      const gboolean has_each = hw_answers_get_scaled (answers, each_key, &step.unit_cost);

      if (has_from != has_each)
        return FALSE;
      if (has_from)
        g_array_append_val (breaks, step);
      else if (i >= STEPS_LEAST)
        return TRUE;
    }
}

static void
done_cb (HwOrderSheet    *sheet,
         const HwAnswers *answers,
         gpointer         data)
{
  const HwPriceBreaks *before = data;
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));

  if (!read_steps (answers, breaks))
    {
      hw_order_sheet_say (sheet, _("A step needs both: from how many on, and what one then costs."));
      return;
    }

  hw_order_keep (sheet, &hw_price_break_keep_job, hw_price_breaks_new (before->product_id, breaks),
                 hw_price_breaks_new (before->product_id, before->breaks), _("Kept: what more at once costs"));
}

static void
add_step (HwOrderSheet       *sheet,
          guint               i,
          const HwPriceBreak *step)
{
  g_autofree char *from_key = key_of (&from, i);
  g_autofree char *each_key = key_of (&each, i);
  g_autofree char *from_label = NULL;
  g_autofree char *each_label = NULL;
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  if (step != NULL)
    {
      hw_answers_set_scaled (answers, from_key, step->quantity);
      hw_answers_set_scaled (answers, each_key, step->unit_cost);
    }
  /* Translators: %u is 1, 2, 3: the first, second, third price. */
  from_label = g_strdup_printf (_("Price %u: from how many at once"), i + 1);
  /* Translators: %u is 1, 2, 3: the first, second, third price. */
  each_label = g_strdup_printf (_("Price %u: what one then costs"), i + 1);
  hw_order_sheet_add (sheet, &from, from_key, from_label, hw_answers_get (answers, from_key));
  hw_order_sheet_add (sheet, &each, each_key, each_label, hw_answers_get (answers, each_key));
}

void
hw_break_sheet_open (GtkWidget         *widget,
                     HwDesk            *desk,
                     const HwStockLine *line)
{
  const guint n = line->breaks != NULL ? line->breaks->len : 0;
  g_autofree char *cost = NULL;
  g_autofree char *text = NULL;
  GtkWidget *sheet;

  g_return_if_fail (GTK_IS_WIDGET (widget) && HW_IS_DESK (desk));

  cost = line->unit_cost != HW_UNKNOWN ? hw_format_money (hw_desk_get_format (desk), line->unit_cost) : NULL;
  /* Translators: %s is money. */
  text = cost != NULL ? g_strdup_printf (_("One costs %s. If more at once costs less each, say from how many on. "
                                           "Left empty, it always costs the same."), cost)
                      : g_strdup (_("If more at once costs less each, say from how many on. "
                                    "Left empty, it always costs the same."));
  sheet = hw_order_keep_sheet_new (widget, desk, line->name, text, _("Keep"));
  for (guint i = 0; i < MAX (n, STEPS_LEAST); i++)
    add_step (HW_ORDER_SHEET (sheet), i, i < n ? &g_array_index (line->breaks, HwPriceBreak, i) : NULL);
  hw_order_sheet_on_done (HW_ORDER_SHEET (sheet), done_cb, hw_price_breaks_new (line->product_id, line->breaks),
                          (GDestroyNotify) hw_price_breaks_free);
  gtk_window_present (GTK_WINDOW (sheet));
}
