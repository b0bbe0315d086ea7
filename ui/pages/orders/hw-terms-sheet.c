/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-terms-sheet.h"

#include "compat/hw-ask.h"
#include "jobs/hw-say.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "pages/orders/hw-order-keep.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

enum { CARRYING, ORDER_COST, LOST_SHARE, BUDGET, N_QUESTIONS };

/* What is left empty is assumed; the hints say how much that is. */
static const HwQuestion questions[N_QUESTIONS] = {
  [CARRYING] = { .id = "carrying", .kind = HW_ASK_SHARE, .low = 0.0, .high = 10.0,
    .label = N_("Keeping goods for a year"),
    .hint = N_("Interest, room, what breaks or gets old: as a share of what the goods cost. "
               "Left empty, a quarter of it is assumed.") },
  [ORDER_COST] = { .id = "order-cost", .kind = HW_ASK_MONEY, .low = 0.0, .high = 1e9,
    .label = N_("One line of an order"),
    .hint = N_("Your time to order it, take it in and put it away. Left empty, 2 is assumed.") },
  [LOST_SHARE] = { .id = "lost-share", .kind = HW_ASK_SHARE, .low = 0.0, .high = 1.0,
    .label = N_("Sales lost when something is sold out"),
    .hint = N_("How many of the customers do not come back for it or take something else. "
               "Left empty, all are assumed lost.") },
  [BUDGET] = { .id = "budget", .kind = HW_ASK_MONEY, .low = 0.0, .high = 1e12,
    .label = N_("Most to spend on a day’s orders"),
    .hint = N_("What brings most for its money is ordered first. Left empty, there is no limit.") },
};

static HwStockTerms *
read_terms (const HwAnswers *answers)
{
  HwStockTerms *terms = g_new0 (HwStockTerms, 1);

  hw_stock_terms_init (terms);
  terms->carrying = hw_answers_get_number (answers, "carrying", terms->carrying);
  hw_answers_get_scaled (answers, "order-cost", &terms->order_cost);
  terms->lost_share = hw_answers_get_number (answers, "lost-share", terms->lost_share);
  hw_answers_get_scaled (answers, "budget", &terms->budget);
  for (int i = 0; i < N_QUESTIONS; i++)
    if (hw_answers_has (answers, questions[i].id))
      terms->said |= 1u << i;

  return terms;
}

static void
done_cb (HwOrderSheet    *sheet,
         const HwAnswers *answers,
         gpointer         before)
{
  hw_order_keep (sheet, &hw_stock_terms_keep_job, read_terms (answers), g_memdup2 (before, sizeof (HwStockTerms)),
                 _("Kept: what keeping and ordering cost"));
}

static void
fill (HwOrderSheet       *sheet,
      const HwStockTerms *terms)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_answers_set_number (answers, "carrying", terms->carrying);
  hw_answers_set_scaled (answers, "order-cost", terms->order_cost);
  hw_answers_set_number (answers, "lost-share", terms->lost_share);
  hw_answers_set_scaled (answers, "budget", terms->budget);
  for (guint i = 0; i < N_QUESTIONS; i++)
    hw_order_sheet_add (sheet, &questions[i], NULL, NULL,
                        (terms->said & 1u << i) != 0 ? hw_answers_get (answers, questions[i].id) : NULL);
}

static void
loaded_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwOrderSheet *sheet = owner;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (sheet));
  HwStockTerms *terms = result;

  if (terms == NULL || parent == NULL)
    {
      g_autofree char *why = error != NULL ? hw_say_error (error, NULL) : NULL;

      if (why != NULL && parent != NULL)
        hw_tell (parent, _("This did not work"), why);
      g_free (terms);
      gtk_window_destroy (GTK_WINDOW (sheet));
      return;
    }

  fill (sheet, terms);
  hw_order_sheet_on_done (sheet, done_cb, terms, g_free);
  gtk_window_present (GTK_WINDOW (sheet));
}

void
hw_terms_sheet_open (GtkWidget *from,
                     HwDesk    *desk)
{
  GtkWidget *sheet;

  g_return_if_fail (GTK_IS_WIDGET (from) && HW_IS_DESK (desk));

  sheet = hw_order_keep_sheet_new (from, desk, _("What keeping and ordering cost"),
                              _("How much to order is worked out from these four. A rough figure is good enough."),
                              _("Keep"));
  hw_errand_run (desk, &hw_stock_terms_job, NULL, NULL, loaded_cb, sheet);
}
