/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-acts.h"

#include "compat/hw-ask.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

/* The owner of the errand: a GObject, so that it lives as long as the work. */
#define HW_TYPE_ORDER_ACT (hw_order_act_get_type ())

G_DECLARE_FINAL_TYPE (HwOrderAct, hw_order_act, HW, ORDER_ACT, GObject)

struct _HwOrderAct
{
  GObject         parent_instance;

  GtkWidget      *widget;  /* (owned) */
  HwDesk         *desk;    /* (owned) */
  char           *said;    /* (owned) (nullable) NULL: counted from the change */
  gboolean        draft;
  char           *supplier; /* (owned) (nullable) of the one order that was asked for */
  gint64          step;
  HwOrderActFunc  done;    /* (nullable) */
  HwOrderActFunc  undone;  /* (nullable) */
  GObject        *owner;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwOrderAct, hw_order_act, G_TYPE_OBJECT)

static void
hw_order_act_finalize (GObject *object)
{
  HwOrderAct *self = HW_ORDER_ACT (object);

  g_clear_object (&self->widget);
  g_clear_object (&self->desk);
  g_clear_object (&self->owner);
  g_free (self->said);
  g_free (self->supplier);

  G_OBJECT_CLASS (hw_order_act_parent_class)->finalize (object);
}

static void
hw_order_act_class_init (HwOrderActClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_order_act_finalize;
}

static void
hw_order_act_init (HwOrderAct *self)
{
}

void
hw_order_act_renew (HwDesk *desk)
{
  hw_desk_renew_topics (desk, HW_TOPIC_BIT (HW_TOPIC_STOCK) | HW_TOPIC_BIT (HW_TOPIC_ORDERS) |
                                HW_TOPIC_BIT (HW_TOPIC_SUPPLIERS) | HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS));
}

static void
tell (HwOrderAct   *self,
      const char   *heading,
      const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autofree char *text = hw_say_error (error, NULL);

  if (!hw_errand_was_stopped (error))
    hw_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, text);
}

static void
taken_back_cb (gpointer      owner,
               gpointer      result,
               const GError *error)
{
  HwOrderAct *self = owner;

  if (result == NULL)
    {
      tell (self, _("It could not be taken back"), error);
      return;
    }

  hw_order_change_free (result);
  if (self->undone != NULL)
    self->undone (self->owner, NULL);
  hw_order_act_renew (self->desk);
}

static void
take_back (gpointer data)
{
  HwOrderAct *self = data;

  if (hw_desk_get_session (self->desk) != NULL)
    hw_errand_run (self->desk, &hw_order_undo_job, g_memdup2 (&self->step, sizeof self->step), NULL, taken_back_cb, self);
}

static char *
say_made (HwOrderAct          *self,
          const HwOrderChange *change)
{
  const guint n = change->ids->len;

  if (n == 0)
    return g_strdup_printf (ngettext ("%u item noted as not now", "%u items noted as not now", change->n_refused),
                            change->n_refused);
  if (n == 1 && self->supplier != NULL && *self->supplier != '\0')
    /* Translators: %s is a supplier. */
    return g_strdup_printf (self->draft ? _("Draft made for %s") : _("Order to %s noted as sent"), self->supplier);
  if (self->draft)
    return g_strdup_printf (ngettext ("%u draft made", "%u drafts made", n), n);

  return g_strdup_printf (ngettext ("%u order noted as sent", "%u orders noted as sent", n), n);
}

static void
finished_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwOrderAct *self = owner;
  g_autoptr (HwOrderChange) change = result;
  gboolean said_already;

  if (hw_desk_get_session (self->desk) == NULL)
    return;

  self->step = change != NULL ? change->step : 0;
  said_already = self->done != NULL && self->done (self->owner, error);
  if (self->undone == NULL)
    g_clear_object (&self->owner); /* a sheet that has closed is gone, though Undo is still offered */
  if (change == NULL && !said_already)
    tell (self, self->said != NULL ? _("The order was left as it is") : _("Nothing was ordered"), error);
  if (change != NULL)
    {
      g_autofree char *said = self->said != NULL ? g_strdup (self->said) : say_made (self, change);

      hw_undo_offer (self->widget, said, take_back, g_object_ref (self), g_object_unref);
      hw_order_act_renew (self->desk);
    }
}

void
hw_order_act_make (GtkWidget      *widget,
                   HwDesk         *desk,
                   HwOrderRequest *request,
                   const char     *supplier,
                   HwOrderActFunc  done,
                   HwOrderActFunc  undone,
                   gpointer        owner)
{
  g_autoptr (HwOrderAct) self = g_object_new (HW_TYPE_ORDER_ACT, NULL);

  g_return_if_fail (GTK_IS_WIDGET (widget) && HW_IS_DESK (desk) && request != NULL);

  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->supplier = g_strdup (supplier);
  self->draft = request->draft;
  self->done = done;
  self->undone = undone;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  hw_errand_run (desk, &hw_order_job, request, NULL, finished_cb, self);
}

void
hw_order_act_move (GtkWidget      *widget,
                   HwDesk         *desk,
                   gint64          id,
                   HwOrderState    to,
                   HwDay           day,
                   GArray         *arrivals,
                   const char     *said,
                   HwOrderActFunc  done,
                   gpointer        owner)
{
  g_autoptr (HwOrderAct) self = g_object_new (HW_TYPE_ORDER_ACT, NULL);
  HwOrderMove *move = g_new0 (HwOrderMove, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && HW_IS_DESK (desk) && said != NULL);

  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->said = g_strdup (said);
  self->done = done;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  move->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (move->ids, id);
  move->to = to;
  move->day = day;
  move->arrivals = arrivals;
  hw_errand_run (desk, &hw_order_move_job, move, NULL, finished_cb, self);
}
