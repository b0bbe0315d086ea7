/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-supplier-sums.h"

#include "domain/hw-records.h"
#include "jobs/hw-say.h"

#include <glib/gi18n.h>

#define GAP 12
#define BAR_WIDTH 130

typedef struct
{
  gint64     supplier_id;
  GtkLabel  *name_label;
  GtkLabel  *sum_label;
  GtkLabel  *advice_label;
  GtkWidget *goal_box;
  GtkWidget *bar;
  GtkLabel  *goal_label;
  GtkWidget *draft_button;
  GtkWidget *order_button;
} Row;

struct _HwSupplierSums
{
  AdwBin  parent_instance;

  GtkBox *box;
  GArray *rows;   /* (owned) of Row */
};

G_DEFINE_FINAL_TYPE (HwSupplierSums, hw_supplier_sums, ADW_TYPE_BIN)

enum
{
  ORDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define SUPPLIER_KEY "hw-supplier"

static void
emit (GtkWidget      *button,
      HwSupplierSums *self,
      gboolean        draft)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), SUPPLIER_KEY);

  g_signal_emit (self, signals[ORDERED], 0, *id, draft);
}

static void
draft_clicked_cb (GtkWidget      *button,
                  HwSupplierSums *self)
{
  emit (button, self, TRUE);
}

static void
order_clicked_cb (GtkWidget      *button,
                  HwSupplierSums *self)
{
  emit (button, self, FALSE);
}

static void
hw_supplier_sums_finalize (GObject *object)
{
  g_array_unref (HW_SUPPLIER_SUMS (object)->rows);

  G_OBJECT_CLASS (hw_supplier_sums_parent_class)->finalize (object);
}

static void
hw_supplier_sums_class_init (HwSupplierSumsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_supplier_sums_finalize;
  signals[ORDERED] = g_signal_new ("ordered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
hw_supplier_sums_init (HwSupplierSums *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);

  self->box = GTK_BOX (box);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  adw_bin_set_child (ADW_BIN (self), box);
}

static GtkWidget *
add_label (GtkWidget  *box,
           GtkLabel  **label,
           const char *style)
{
  GtkWidget *widget = gtk_label_new (NULL);

  *label = GTK_LABEL (widget);
  gtk_label_set_xalign (*label, 0);
  gtk_label_set_ellipsize (*label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (widget, style);
  gtk_box_append (GTK_BOX (box), widget);
  return widget;
}

static GtkWidget *
add_button (HwSupplierSums *self,
            GtkWidget      *box,
            const char     *label,
            gint64          supplier_id,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), SUPPLIER_KEY, g_memdup2 (&supplier_id, sizeof supplier_id), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_row (HwSupplierSums *self,
         gint64          supplier_id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *goal = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 4);
  Row row = { .supplier_id = supplier_id, .goal_box = goal };

  add_label (words, &row.name_label, "heading");
  gtk_widget_add_css_class (add_label (words, &row.sum_label, "caption"), "numeric");
  gtk_widget_add_css_class (add_label (words, &row.advice_label, "caption"), "dim-label");
  gtk_label_set_wrap (row.advice_label, TRUE);
  gtk_label_set_lines (row.advice_label, 2);
  gtk_widget_set_hexpand (words, TRUE);

  row.bar = gtk_level_bar_new ();
  gtk_level_bar_add_offset_value (GTK_LEVEL_BAR (row.bar), GTK_LEVEL_BAR_OFFSET_FULL, 1.0);
  gtk_widget_set_size_request (row.bar, BAR_WIDTH, -1);
  gtk_widget_set_valign (goal, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (goal), row.bar);
  gtk_widget_add_css_class (add_label (goal, &row.goal_label, "caption"), "numeric");

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), goal);
  row.draft_button = add_button (self, box, _("Make draft"), supplier_id, G_CALLBACK (draft_clicked_cb));
  row.order_button = add_button (self, box, _("Ordered today"), supplier_id, G_CALLBACK (order_clicked_cb));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "hw-old");
  gtk_box_append (self->box, box);
  g_array_append_val (self->rows, row);
}

void
hw_supplier_sums_forget (HwSupplierSums *self)
{
  GtkWidget *child;

  g_return_if_fail (HW_IS_SUPPLIER_SUMS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_array_set_size (self->rows, 0);
}

static gboolean
is_same (HwSupplierSums    *self,
         const HwStockPlan *plan)
{
  if (self->rows->len != plan->suppliers->len)
    return FALSE;

  for (guint i = 0; i < plan->suppliers->len; i++)
    if (g_array_index (self->rows, Row, i).supplier_id !=
        ((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->supplier_id)
      return FALSE;

  return TRUE;
}

static const HwSupplierCard *
find_card (GPtrArray *cards,
           gint64     supplier_id)
{
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      const HwSupplierCard *card = g_ptr_array_index (cards, i);

      if (card->supplier.id == supplier_id)
        return card;
    }

  return NULL;
}

HwStockSupplier
hw_supplier_sums_now (const HwStockSupplier *supplier,
                      const HwOrderSum      *sum,
                      const HwSupplierCard  *card)
{
  const HwMoney freight = card != NULL ? card->terms.freight : supplier->freight;
  const HwMoney free_from = card != NULL ? card->terms.freight_free : 0;
  HwStockSupplier now = *supplier;

  now.n_lines = sum->n;
  now.value = sum->value != HW_UNKNOWN ? sum->value : supplier->value;
  now.freight = free_from > 0 && now.value >= free_from ? 0 : freight;
  if (now.value < now.min_order)
    now.missing = now.min_order - now.value;
  else
    now.missing = now.freight > 0 && free_from > 0 ? free_from - now.value : 0;
  now.wait = supplier->wait && now.missing > 0 && now.value <= supplier->value;
  return now;
}

static void
fill_goal (Row                   *row,
           const HwStockSupplier *now,
           const HwFormat        *format)
{
  const HwMoney goal = now->missing > 0 ? now->value + now->missing : now->min_order;
  g_autofree char *money = hw_format_money (format, goal);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (row->goal_box, goal > 0);
  if (goal <= 0)
    return;

  if (now->value < now->min_order)
    /* Translators: %s is money: the least an order must come to. */
    text = g_strdup_printf (_("Smallest order %s"), money);
  else if (now->missing > 0)
    /* Translators: %s is money: from there on there is no freight. */
    text = g_strdup_printf (_("No freight from %s"), money);
  else
    /* Translators: %s is money: the least an order must come to, and it does. */
    text = g_strdup_printf (_("✓ More than the smallest order of %s"), money);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (row->bar), MIN (hw_scaled_to_double (now->value) / hw_scaled_to_double (goal), 1.0));
  gtk_label_set_text (row->goal_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
say_sum (const HwStockSupplier *now,
         guint                  n_left_out,
         const HwFormat        *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = hw_format_money (format, now->value);
  g_autofree char *freight = hw_format_money (format, now->freight);

  /* Translators: 1 how many products, 2 money. */
  g_string_append_printf (text, ngettext ("%1$u item · %2$s", "%1$u items · %2$s", now->n_lines), now->n_lines, value);
  if (now->freight > 0 && now->n_lines > 0)
    /* Translators: after "3 items · 120 €"; %s is money. */
    g_string_append_printf (text, _(" · freight %s"), freight);
  if (n_left_out > 0)
    /* Translators: after "3 items · 120 €"; %u is how many suggested products are not ordered. */
    g_string_append_printf (text, ngettext (" · %u left out", " · %u left out", n_left_out), n_left_out);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
name_button (GtkWidget  *button,
             char       *name, /* takes it */
             guint       n)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, n > 0);
  g_free (name);
}

static void
fill_row (Row                   *row,
          const HwStockSupplier *now,
          guint                  n_left_out,
          const HwFormat        *format)
{
  const char *name = *now->name != '\0' ? now->name : _("Without a supplier");
  g_autofree char *sum = say_sum (now, n_left_out, format);
  g_autofree char *advice = now->n_lines > 0 ? hw_say_stock_supplier (now, format) : NULL;

  gtk_label_set_text (row->name_label, name);
  gtk_label_set_text (row->sum_label, sum);
  gtk_label_set_text (row->advice_label, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (row->advice_label), advice != NULL);
  fill_goal (row, now, format);
  /* Translators: the name of a button; %s is a supplier. */
  name_button (row->draft_button, g_strdup_printf (_("Make draft: %s"), name), now->n_lines);
  /* Translators: the name of a button; %s is a supplier. */
  name_button (row->order_button, g_strdup_printf (_("Ordered today: %s"), name), now->n_lines);
}

gboolean
hw_supplier_sums_fill (HwSupplierSums    *self,
                       const HwStockPlan *plan,
                       HwOrderDraft      *draft,
                       GPtrArray         *cards,
                       const HwFormat    *format)
{
  g_return_val_if_fail (HW_IS_SUPPLIER_SUMS (self), FALSE);

  if (!is_same (self, plan))
    {
      hw_supplier_sums_forget (self);
      for (guint i = 0; i < plan->suppliers->len; i++)
        add_row (self, ((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->supplier_id);
    }

  for (guint i = 0; i < plan->suppliers->len; i++)
    {
      const HwStockSupplier *supplier = g_ptr_array_index (plan->suppliers, i);
      const HwOrderSum sum = hw_order_draft_sum (draft, plan, supplier->supplier_id);
      const HwStockSupplier now = hw_supplier_sums_now (supplier, &sum, find_card (cards, supplier->supplier_id));

      fill_row (&g_array_index (self->rows, Row, i), &now, sum.n_left_out, format);
    }

  return plan->suppliers->len > 0;
}
