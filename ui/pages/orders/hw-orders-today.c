/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-orders-today.h"

#include "domain/hw-records.h"
#include "jobs/stock/hw-say-stock.h"
#include "pages/orders/hw-order-acts.h"
#include "pages/orders/hw-order-rows.h"
#include "pages/orders/hw-order-tick.h"
#include "pages/orders/hw-order-why.h"
#include "pages/orders/hw-order-words.h"
#include "pages/orders/hw-supplier-sums.h"
#include "widgets/hw-cells.h"
#include "widgets/hw-names.h"
#include "widgets/hw-promise.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>

#define CHANGED_WIDTH 1240  /* pixels of the table; narrower ones say it below */
#define SUPPLIER_WIDTH 1120 /* the same; and what goes to whom stands at the foot */
#define REASON_WIDTH 860    /* what is left is cut off within its first words: below the table it is whole */
#define TABLE_LEAST 345    /* pixels of its height: seven rows of one line */
#define BESIDE_TABLE 280

struct _HwOrdersToday
{
  AdwBin          parent_instance;

  GtkScrolledWindow *scrolled;
  GtkLabel       *total_label;
  GtkLabel       *note_label;
  GtkLabel       *cost_label;
  HwPromise      *promise;
  GtkButton      *order_button;
  GtkStack       *lines_stack;
  AdwStatusPage  *none_page;
  GtkButton      *none_button;
  HwDataTable    *table;
  GtkLabel       *least_label;
  GtkStack       *why_stack;
  GtkLabel       *hint_label;
  HwOrderWhy     *why;
  HwSupplierSums *sums;

  HwDesk         *desk;        /* (owned) (nullable) */
  HwOrderDraft   *draft;       /* (owned) */
  gint64          asked;       /* of which supplier orders are being made */
  gboolean        ordering;    /* until the plan knows of them */
  gboolean        has_changes; /* since the plan before: the column is there */
};

G_DEFINE_FINAL_TYPE (HwOrdersToday, hw_orders_today, ADW_TYPE_BIN)

enum
{
  ORDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const HwStockPlan *
get_plan (HwOrdersToday *self)
{
  return self->desk != NULL && hw_desk_get_session (self->desk) != NULL ? hw_desk_get_stock (self->desk) : NULL;
}

static const HwStockLine *
find_line (const HwStockPlan *plan,
           gint64             product_id)
{
  for (guint i = 0; plan != NULL && i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->product_id == product_id)
        return line;
    }

  return NULL;
}

/* What hangs on the owner's changes. */
static void
fill_sums (HwOrdersToday *self)
{
  const HwStockPlan *plan = get_plan (self);
  const HwFormat *format = plan != NULL ? hw_desk_get_format (self->desk) : NULL;
  g_autofree char *total = NULL;
  g_autofree char *note = NULL;
  HwOrderSum sum;

  if (plan == NULL)
    return;

  sum = hw_order_draft_sum (self->draft, plan, HW_SUPPLIER_ANY);
  total = hw_order_say_total (plan, &sum, format);
  note = hw_order_say_note (plan, &sum, format);
  gtk_label_set_text (self->total_label, total);
  gtk_label_set_text (self->note_label, note);
  gtk_button_set_label (self->order_button, sum.n == 0 && sum.n_refused > 0 ? _("Keep “not now”") : _("Order all"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_button), sum.n + sum.n_refused > 0 && !self->ordering);
  gtk_widget_set_visible (GTK_WIDGET (self->sums),
                          hw_supplier_sums_fill (self->sums, plan, self->draft, hw_desk_get_suppliers (self->desk), format));
}

/* All that a cell is too small for, of the chosen line; above it, what the supplier does not take. */
static void
fill_hint (HwOrdersToday *self)
{
  HwRow *row = hw_data_table_get_chosen (self->table);
  const HwStockLine *line = row != NULL ? find_line (get_plan (self), hw_row_get_id (row)) : NULL;
  const HwFormat *format = line != NULL ? hw_desk_get_format (self->desk) : NULL;
  g_autofree char *hint = line != NULL ? hw_order_line_say (self->draft, line, format) : NULL;
  g_autofree char *least = line != NULL ? hw_order_line_say_least (self->draft, line, format) : NULL;

  gtk_label_set_text (self->least_label, least != NULL ? least : "");
  gtk_widget_set_visible (GTK_WIDGET (self->least_label), least != NULL);
  gtk_label_set_text (self->hint_label,
                      hint != NULL ? hint : _("Space or a click on the tick leaves a line out. Enter or a double-click changes how many. "
                                        "Choose a line to read why."));
}

static void
fill_none (HwOrdersToday     *self,
           const HwStockPlan *plan)
{
  const gboolean unknown = plan->n_unknown == plan->lines->len;

  gtk_widget_set_visible (GTK_WIDGET (self->none_button), unknown);
  adw_status_page_set_icon_name (self->none_page, unknown ? "package-x-generic-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->none_page, unknown ? _("How much is left is not known")
                                                      : _("Nothing to order today"));
  adw_status_page_set_description (self->none_page,
                                   unknown ? _("Import a stock list with what is on your shelves. "
                                               "Then this page says what to order.")
                                           : _("Everything needed until the next delivery is on the shelves or on its way."));
}

/* What stands in drafts, what cannot be promised, and what is taken where a cost is missing. */
static void
fill_cost (HwOrdersToday     *self,
           const HwStockPlan *plan)
{
  g_autofree char *drafts = hw_say_stock_drafts (plan);
  g_autofree char *no_cost = hw_say_no_cost (plan, hw_desk_get_format (self->desk));
  g_autofree char *missed = hw_say_promises_missed (plan, hw_desk_get_format (self->desk));
  const char *const all[] = { drafts, missed, no_cost };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", all[i]);

  gtk_label_set_text (self->cost_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->cost_label), text->len > 0);
}

/* The column is there while there is something in it. */
static void
show_changes (HwOrdersToday *self,
              GPtrArray     *rows)
{
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len && !any; i++)
    any = *hw_row_get_text (g_ptr_array_index (rows, i), HW_ORDER_CHANGED) != '\0';

  if (any != self->has_changes)
    hw_data_table_show_column (self->table, HW_ORDER_CHANGED, any);
  self->has_changes = any;
}

void
hw_orders_today_fill (HwOrdersToday *self)
{
  const HwStockPlan *plan;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (HW_IS_ORDERS_TODAY (self));

  plan = get_plan (self);
  if (plan == NULL)
    return;

  self->ordering &= hw_desk_is_stale (self->desk, HW_TOPIC_STOCK);
  hw_order_draft_settle (self->draft, plan);
  rows = hw_order_lines_rows (self->draft, plan, hw_desk_get_format (self->desk));
  hw_data_table_set_rows (self->table, rows);
  show_changes (self, rows);
  gtk_stack_set_visible_child_name (self->lines_stack, rows->len > 0 ? "some" : "none");
  if (!hw_order_draft_is_changed (self->draft, hw_order_why_get_product (self->why)))
    gtk_stack_set_visible_child_name (self->why_stack, "hint");
  fill_none (self, plan);
  fill_cost (self, plan);
  fill_hint (self);
  fill_sums (self);
}

/* --- changes --- */

/* @line was changed: its row says so, and why is asked, without getting in the way. */
static void
line_changed (HwOrdersToday     *self,
              HwRow             *row,
              const HwStockLine *line)
{
  const HwFormat *format = hw_desk_get_format (self->desk);

  hw_order_lines_fill_own (row, self->draft, line, format);
  if (hw_order_draft_is_changed (self->draft, line->product_id))
    {
      g_autofree char *now = hw_format_quantity (format, hw_order_draft_quantity (self->draft, line));
      g_autofree char *before = hw_format_quantity (format, line->order_now);
      /* Translators: 1 a product, 2 and 3 how many of it: the owner's figure and the suggested one. */
      g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s instead of %3$s. Why?"), line->name, now, before);

      hw_order_why_ask (self->why, line->product_id, sentence, hw_order_draft_get_why (self->draft, line->product_id));
      gtk_stack_set_visible_child_name (self->why_stack, "why");
    }
  else if (hw_order_why_get_product (self->why) == line->product_id)
    gtk_stack_set_visible_child_name (self->why_stack, "hint");

  fill_hint (self);
  fill_sums (self);
}

/* The reason of the line that is chosen now, or why another was changed. */
static void
chosen_cb (HwOrdersToday *self)
{
  HwRow *row = hw_data_table_get_chosen (self->table);

  fill_hint (self);
  if (row != NULL && hw_row_get_id (row) != hw_order_why_get_product (self->why))
    gtk_stack_set_visible_child_name (self->why_stack, "hint");
}

/* The owner's own figure for one line; an empty cell puts the suggestion back. */
static char *
quantity_typed_cb (HwRow      *row,
                   guint       column,
                   const char *text,
                   gpointer    data)
{
  HwOrdersToday *self = data;
  const HwStockLine *line = find_line (get_plan (self), hw_row_get_id (row));
  gint64 quantity;

  if (line == NULL)
    return NULL;

  if (*text == '\0')
    quantity = line->order_now;
  else if (!hw_format_parse (hw_desk_get_format (self->desk), text, &quantity) || quantity < 0)
    return g_strdup (_("Type how many to order, as a number. 0 leaves it out."));

  /* Sold by the piece so far: no half ones. */
  if (quantity % HW_QUANTITY_ONE != 0 && line->order_now % HW_QUANTITY_ONE == 0 && line->on_hand % HW_QUANTITY_ONE == 0)
    return g_strdup (_("This is sold whole: type a whole number."));

  hw_order_draft_set (self->draft, line, quantity);
  line_changed (self, row, line);
  return NULL;
}

static void
toggle (gpointer  data,
        HwRow    *row)
{
  HwOrdersToday *self = data;
  const HwStockLine *line = find_line (get_plan (self), hw_row_get_id (row));

  if (line == NULL)
    return;

  if (hw_order_draft_toggle (self->draft, line))
    {
      line_changed (self, row, line);
      hw_data_table_update_row (self->table, row);
    }
  else
    hw_data_table_edit (self->table, HW_ORDER_QUANTITY); /* how many is for the owner to say */
}

static void
why_answered_cb (HwOrdersToday *self,
                 gint64         product_id,
                 const char    *why)
{
  const HwStockLine *line = find_line (get_plan (self), product_id);

  hw_order_draft_set_why (self->draft, product_id, why);
  for (guint i = 0; line != NULL && i < hw_data_table_get_n_shown (self->table); i++)
    {
      HwRow *row = hw_data_table_get_shown (self->table, i);

      if (hw_row_get_id (row) != product_id)
        continue;

      hw_order_lines_fill_own (row, self->draft, line, hw_desk_get_format (self->desk));
      hw_data_table_update_row (self->table, row);
      return;
    }
}

static char *
total_cb (const GPtrArray *shown,
          guint            column,
          gpointer         data)
{
  HwOrdersToday *self = data;
  const HwStockPlan *plan = get_plan (self);

  return plan != NULL ? hw_order_lines_say_total (self->draft, plan, shown, column, hw_desk_get_format (self->desk)) : NULL;
}

/* --- ordering --- */

static gboolean
undone_cb (gpointer      owner,
           const GError *error)
{
  hw_order_draft_reopen (HW_ORDERS_TODAY (owner)->draft);
  return TRUE;
}

static gboolean
ordered_cb (gpointer      owner,
            const GError *error)
{
  HwOrdersToday *self = owner;
  const HwStockPlan *plan = get_plan (self);

  if (error == NULL && plan != NULL)
    {
      hw_order_draft_done (self->draft, plan, self->asked);
      if (self->asked == HW_SUPPLIER_ANY)
        g_signal_emit (self, signals[ORDERED], 0);
      return TRUE;
    }

  self->ordering = FALSE;
  fill_sums (self);
  return FALSE;
}

/* (nullable) Of all it is none. */
static const char *
supplier_name (const HwStockPlan *plan,
               gint64             supplier_id)
{
  for (guint i = 0; i < plan->suppliers->len; i++)
    {
      const HwStockSupplier *supplier = g_ptr_array_index (plan->suppliers, i);

      if (supplier->supplier_id == supplier_id)
        return supplier->name;
    }

  return NULL;
}

static void
order (HwOrdersToday *self,
       gint64         supplier_id,
       gboolean       draft)
{
  const HwStockPlan *plan = get_plan (self);
  HwOrderRequest *request;

  if (plan == NULL || self->ordering)
    return;

  self->ordering = TRUE;
  self->asked = supplier_id;
  request = g_new0 (HwOrderRequest, 1);
  request->wishes = hw_order_draft_wishes (self->draft, plan, supplier_id);
  request->draft = draft;
  hw_order_act_make (GTK_WIDGET (self), self->desk, request, supplier_name (plan, supplier_id), ordered_cb, undone_cb, self);
  fill_sums (self);
}

static void
order_all_cb (HwOrdersToday *self)
{
  order (self, HW_SUPPLIER_ANY, FALSE);
}

static void
hw_orders_today_dispose (GObject *object)
{
  HwOrdersToday *self = HW_ORDERS_TODAY (object);

  g_clear_object (&self->desk);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ORDERS_TODAY);

  G_OBJECT_CLASS (hw_orders_today_parent_class)->dispose (object);
}

static void
hw_orders_today_finalize (GObject *object)
{
  hw_order_draft_free (HW_ORDERS_TODAY (object)->draft);

  G_OBJECT_CLASS (hw_orders_today_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HW_TYPE_DATA_TABLE);
  g_type_ensure (HW_TYPE_PROMISE);
  g_type_ensure (HW_TYPE_ORDER_WHY);
  g_type_ensure (HW_TYPE_SUPPLIER_SUMS);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/orders/hw-orders-today.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, total_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, cost_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, promise);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, order_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, lines_stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, none_page);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, none_button);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, table);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, least_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, why_stack);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, why);
  gtk_widget_class_bind_template_child (widget_class, HwOrdersToday, sums);
  gtk_widget_class_bind_template_callback (widget_class, order_all_cb);
}

static void
hw_orders_today_class_init (HwOrdersTodayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_orders_today_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_orders_today_finalize;
  signals[ORDERED] = g_signal_new ("ordered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
listen (HwOrdersToday *self)
{
  hw_order_tick_listen (self->table, toggle, self);
  g_signal_connect_object (self->table, "row-chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why, "answered", G_CALLBACK (why_answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sums, "ordered", G_CALLBACK (order), self, G_CONNECT_SWAPPED);
}

static void
hw_orders_today_init (HwOrdersToday *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->draft = hw_order_draft_new ();

  hw_order_lines_set_up (self->table);
  hw_data_table_show_column (self->table, HW_ORDER_ON_HAND, FALSE); /* the reason says it too */
  hw_data_table_show_column (self->table, HW_ORDER_GAIN, FALSE);
  hw_data_table_show_column (self->table, HW_ORDER_ARRIVES, FALSE);
  hw_data_table_show_column (self->table, HW_ORDER_CHANGED, FALSE);
  hw_data_table_set_name (self->table, "order-lines");
  hw_data_table_spare_below (self->table, HW_ORDER_SUPPLIER, SUPPLIER_WIDTH);
  hw_data_table_spare_below (self->table, HW_ORDER_REASON, REASON_WIDTH);
  hw_data_table_spare_below (self->table, HW_ORDER_CHANGED, CHANGED_WIDTH);
  hw_data_table_set_totals (self->table, total_cb, self, NULL);
  hw_data_table_set_editable (self->table, HW_ORDER_QUANTITY, quantity_typed_cb, self, NULL);
  hw_inner_names (GTK_WIDGET (self->lines_stack), _("Order today"));
  hw_scroll_keep_steady (self->scrolled);
  hw_scroll_fit (self->scrolled, GTK_WIDGET (self->table), BESIDE_TABLE, TABLE_LEAST);
  listen (self);
}

void
hw_orders_today_forget (HwOrdersToday *self,
                        HwDesk        *desk)
{
  g_return_if_fail (HW_IS_ORDERS_TODAY (self));

  g_set_object (&self->desk, desk);
  self->ordering = FALSE;
  hw_order_draft_clear (self->draft);
  hw_data_table_forget (self->table);
  hw_supplier_sums_forget (self->sums);
  gtk_stack_set_visible_child_name (self->why_stack, "hint");
  hw_promise_set_desk (self->promise, desk);
}
