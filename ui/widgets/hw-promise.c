/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-promise.h"

#include "domain/hw-records.h"
#include "widgets/hw-calm-range.h"

#include <glib/gi18n.h>
#include <math.h>

#define SCALE_WIDTH 150
#define REST_MS 600 /* the slider stands still: it is meant */

struct _HwPromise
{
  AdwBin    parent_instance;

  GtkRange *range;      /* by the number of the stop */
  GtkLabel *share_label;
  GtkLabel *price_label;
  HwDesk   *desk;       /* (owned) (nullable) */
  guint     rest_id;
  gboolean  filling;
};

G_DEFINE_FINAL_TYPE (HwPromise, hw_promise, ADW_TYPE_BIN)

static const double stops[] = { 0.90, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999 };

#define LAST_STOP (G_N_ELEMENTS (stops) - 1)

static double
get_wish (HwPromise *self)
{
  const int stop = (int) lround (gtk_range_get_value (self->range));

  return stops[CLAMP (stop, 0, (int) LAST_STOP)];
}

static guint
find_stop (double service)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (stops); i++)
    if (fabs (stops[i] - service) < fabs (stops[nearest] - service))
      nearest = i;

  return nearest;
}

/* The price belongs to the plan: while another is worked out, none is said. */
static void
show_price (HwPromise *self)
{
  const HwStockPlan *plan = hw_desk_get_stock (self->desk);
  g_autofree char *money = NULL;
  g_autofree char *text = NULL;

  if (plan != NULL && plan->year_cost != HW_UNKNOWN && plan->year_cost > 0 && !hw_desk_is_stale (self->desk, HW_TOPIC_STOCK) &&
      fabs (plan->service - get_wish (self)) < 1e-6)
    {
      money = hw_format_money_about (hw_desk_get_format (self->desk), hw_scaled_to_double (plan->year_cost));
      /* Translators: %s is money: keeping, ordering, missed sales and waste under this promise. */
      text = g_strdup_printf (_("all costs of stock: about %s a year"), money);
    }

  gtk_label_set_text (self->price_label, text != NULL ? text : "");
}

static void
show (HwPromise *self)
{
  const double wish = get_wish (self);
  g_autofree char *share = NULL;

  if (self->desk == NULL)
    return;

  share = hw_format_percent (hw_desk_get_format (self->desk), wish, wish > 0.99 ? 1 : 0);
  gtk_label_set_text (self->share_label, share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->range), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, share, -1);
  show_price (self);
}

static gboolean
rests_cb (gpointer data)
{
  HwPromise *self = data;

  self->rest_id = 0;
  if (self->desk != NULL && hw_desk_get_session (self->desk) != NULL)
    hw_desk_set_service (self->desk, get_wish (self));
  return G_SOURCE_REMOVE;
}

static void
moved_cb (HwPromise *self)
{
  const double whole = round (gtk_range_get_value (self->range));

  if (self->filling || self->desk == NULL)
    return;

  self->filling = TRUE;
  gtk_range_set_value (self->range, whole); /* from stop to stop */
  self->filling = FALSE;
  show (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rests_cb, self);
}

static void
show_wish (HwPromise *self)
{
  self->filling = TRUE;
  gtk_range_set_value (self->range, find_stop (hw_desk_get_service (self->desk)));
  self->filling = FALSE;
  show (self);
}

/* Wherever else the promise was moved, the plan tells. */
static void
changed_cb (HwPromise *self,
            guint      topic)
{
  if (topic == HW_TOPIC_STOCK && self->rest_id == 0 && hw_desk_get_session (self->desk) != NULL)
    show_wish (self);
}

static void
let_go (HwPromise *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_func (self->desk, changed_cb, self);
  g_clear_object (&self->desk);
}

static void
hw_promise_dispose (GObject *object)
{
  let_go (HW_PROMISE (object));
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (hw_promise_parent_class)->dispose (object);
}

static void
hw_promise_class_init (HwPromiseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_promise_dispose;
}

static GtkWidget *
make_range (HwPromise *self)
{
  GtkWidget *range = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0.0, LAST_STOP, 1.0);

  self->range = GTK_RANGE (range);
  hw_calm_range (range);
  gtk_scale_set_draw_value (GTK_SCALE (range), FALSE);
  gtk_widget_set_size_request (range, SCALE_WIDTH, -1);
  gtk_widget_set_hexpand (range, TRUE);
  gtk_widget_set_tooltip_text (range, _("Of 100 units asked for, so many are on the shelf. "
                                        "A higher promise needs more stock."));
  g_signal_connect_object (range, "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return range;
}

static void
hw_promise_init (HwPromise *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Promise"));
  GtkWidget *share = gtk_label_new (NULL);
  GtkWidget *price = gtk_label_new (NULL);
  GtkWidget *range = make_range (self);

  self->share_label = GTK_LABEL (share);
  self->price_label = GTK_LABEL (price);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), range);
  gtk_label_set_width_chars (self->share_label, 7); /* what stands beside does not move */
  gtk_label_set_xalign (self->share_label, 1.0f);
  gtk_widget_add_css_class (share, "numeric");
  gtk_label_set_xalign (self->price_label, 1.0f);
  gtk_widget_add_css_class (price, "caption");
  gtk_widget_add_css_class (price, "dim-label");
  gtk_widget_add_css_class (price, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), range);
  gtk_box_append (GTK_BOX (line), share);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), price);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
hw_promise_set_desk (HwPromise *self,
                     HwDesk    *desk)
{
  g_return_if_fail (HW_IS_PROMISE (self));

  let_go (self);
  if (desk == NULL)
    return;

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_wish (self);
}
