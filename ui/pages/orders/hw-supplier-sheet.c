/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-supplier-sheet.h"

#include "pages/orders/hw-order-keep.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAYS_MOST 100000.0 /* what a slip of the pen is, the job says */

enum { LEAD, REVIEW, MIN_ORDER, FREIGHT, FREIGHT_FREE, TAKES_BACK, EMAIL, N_QUESTIONS };

static const HwQuestion questions[N_QUESTIONS] = {
  [LEAD] = { .id = "lead", .kind = HW_ASK_NUMBER, .low = 0.0, .high = DAYS_MOST, .unit = N_("days"),
    .label = N_("Waiting time"),
    .hint = N_("From the order to the shelf, as the supplier says. Left empty, it is taken from what came.") },
  [REVIEW] = { .id = "review", .kind = HW_ASK_NUMBER, .low = 0.0, .high = DAYS_MOST, .unit = N_("days"),
    .label = N_("Days between two orders"),
    .hint = N_("7 for once a week. Left empty, any day will do.") },
  [MIN_ORDER] = { .id = "min-order", .kind = HW_ASK_MONEY, .low = 0.0, .high = 1e12,
    .label = N_("Smallest order") },
  [FREIGHT] = { .id = "freight", .kind = HW_ASK_MONEY, .low = 0.0, .high = 1e12,
    .label = N_("Freight of one order") },
  [FREIGHT_FREE] = { .id = "freight-free", .kind = HW_ASK_MONEY, .low = 0.0, .high = 1e12,
    .label = N_("No freight from this order value on") },
  [TAKES_BACK] = { .id = "takes-back", .kind = HW_ASK_YES_NO,
    .label = N_("Takes unsold goods back") },
  [EMAIL] = { .id = "email", .kind = HW_ASK_TEXT,
    .label = N_("E-mail for orders") },
};

static HwSupplierCard *
copy_card (const HwSupplierCard *card)
{
  HwSupplierCard *copy = g_memdup2 (card, sizeof *card);

  copy->supplier.code = g_strdup (card->supplier.code);
  copy->supplier.name = g_strdup (card->supplier.name);
  copy->supplier.email = g_strdup (card->supplier.email);
  return copy;
}

static int
read_days (const HwAnswers *answers,
           int              i,
           int              otherwise)
{
  return (int) lround (hw_answers_get_number (answers, questions[i].id, otherwise));
}

static HwMoney
read_money (const HwAnswers *answers,
            int              i)
{
  HwMoney money = 0;

  hw_answers_get_scaled (answers, questions[i].id, &money);
  return money;
}

static void
done_cb (HwOrderSheet    *sheet,
         const HwAnswers *answers,
         gpointer         data)
{
  const HwSupplierCard *before = data;
  HwSupplierCard *after = copy_card (before);
  /* Translators: %s is a supplier. */
  g_autofree char *said = g_strdup_printf (_("Kept: what %s asks"), before->supplier.name);

  after->supplier.lead_days = read_days (answers, LEAD, -1);
  after->supplier.review_days = read_days (answers, REVIEW, 0);
  after->supplier.min_order = read_money (answers, MIN_ORDER);
  after->terms.freight = read_money (answers, FREIGHT);
  after->terms.freight_free = read_money (answers, FREIGHT_FREE);
  after->terms.takes_back = hw_answers_get_yes (answers, questions[TAKES_BACK].id);
  g_free (after->supplier.email);
  after->supplier.email = g_strdup (hw_answers_get_text (answers, questions[EMAIL].id));
  hw_order_keep (sheet, &hw_supplier_keep_job, after, copy_card (before), said);
}

static HwAnswers *
make_answers (const HwSupplierCard *card)
{
  HwAnswers *answers = hw_answers_new ();
  const HwMoney money[] = { card->supplier.min_order, card->terms.freight, card->terms.freight_free };

  if (card->supplier.lead_days >= 0)
    hw_answers_set_number (answers, questions[LEAD].id, card->supplier.lead_days);
  if (card->supplier.review_days > 0)
    hw_answers_set_number (answers, questions[REVIEW].id, card->supplier.review_days);
  for (int i = 0; i < (int) G_N_ELEMENTS (money); i++)
    if (money[i] > 0)
      hw_answers_set_scaled (answers, questions[MIN_ORDER + i].id, money[i]);
  hw_answers_set_yes (answers, questions[TAKES_BACK].id, card->terms.takes_back);
  hw_answers_set (answers, questions[EMAIL].id, card->supplier.email);
  return answers;
}

void
hw_supplier_sheet_open (GtkWidget            *from,
                        HwDesk               *desk,
                        const HwSupplierCard *card)
{
  g_autoptr (HwAnswers) answers = make_answers (card);
  GtkWidget *sheet;

  g_return_if_fail (GTK_IS_WIDGET (from) && HW_IS_DESK (desk) && card != NULL);

  sheet = hw_order_keep_sheet_new (from, desk, card->supplier.name, NULL, _("Keep"));
  for (int i = 0; i < N_QUESTIONS; i++)
    hw_order_sheet_add (HW_ORDER_SHEET (sheet), &questions[i], NULL, NULL, hw_answers_get (answers, questions[i].id));
  hw_order_sheet_on_done (HW_ORDER_SHEET (sheet), done_cb, copy_card (card), (GDestroyNotify) hw_supplier_card_free);
  gtk_window_present (GTK_WINDOW (sheet));
}
