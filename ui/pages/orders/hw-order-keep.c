/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-keep.h"

#include "jobs/hw-say.h"
#include "pages/orders/hw-order-acts.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-undo.h"

/* The owner of the errand: a GObject, so that it lives as long as the work. */
#define HW_TYPE_ORDER_KEEPING (hw_order_keeping_get_type ())

G_DECLARE_FINAL_TYPE (HwOrderKeeping, hw_order_keeping, HW, ORDER_KEEPING, GObject)

struct _HwOrderKeeping
{
  GObject       parent_instance;

  HwOrderSheet *sheet;   /* (owned) */
  HwDesk       *desk;    /* (owned) */
  const HwJob  *job;
  gpointer      before;  /* (owned) (nullable) by the job's free_request */
  char         *said;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (HwOrderKeeping, hw_order_keeping, G_TYPE_OBJECT)

static void
hw_order_keeping_finalize (GObject *object)
{
  HwOrderKeeping *self = HW_ORDER_KEEPING (object);

  g_clear_object (&self->sheet);
  g_clear_object (&self->desk);
  if (self->before != NULL)
    self->job->free_request (self->before);
  g_free (self->said);

  G_OBJECT_CLASS (hw_order_keeping_parent_class)->finalize (object);
}

static void
hw_order_keeping_class_init (HwOrderKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_order_keeping_finalize;
}

static void
hw_order_keeping_init (HwOrderKeeping *self)
{
}

static void
undone_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwOrderKeeping *self = owner;

  if (result != NULL)
    self->job->free_result (result);
  hw_order_act_renew (self->desk);
}

static void
undo (gpointer data)
{
  HwOrderKeeping *self = data;

  if (hw_desk_get_session (self->desk) != NULL && self->before != NULL)
    hw_errand_run (self->desk, self->job, g_steal_pointer (&self->before), NULL, undone_cb, self);
}

static void
kept_cb (gpointer      owner,
         gpointer      result,
         const GError *error)
{
  HwOrderKeeping *self = owner;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->sheet));

  if (result == NULL)
    {
      g_autofree char *why = hw_say_error (error, NULL);

      hw_order_sheet_set_busy (self->sheet, FALSE);
      hw_order_sheet_say (self->sheet, why);
      return;
    }

  self->job->free_result (result);
  gtk_window_destroy (GTK_WINDOW (self->sheet));
  g_clear_object (&self->sheet);
  if (parent != NULL)
    hw_undo_offer (GTK_WIDGET (parent), self->said, undo, g_object_ref (self), g_object_unref);
  hw_order_act_renew (self->desk);
}

GtkWidget *
hw_order_keep_sheet_new (GtkWidget  *from,
                         HwDesk     *desk,
                         const char *title,
                         const char *text,
                         const char *yes)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from) && HW_IS_DESK (desk) && hw_desk_get_session (desk) != NULL, NULL);

  return hw_order_sheet_new (from, G_OBJECT (desk), hw_desk_get_format (desk),
                             hw_session_get_today (hw_desk_get_session (desk)), title, text, yes);
}

HwDesk *
hw_order_keep_get_desk (HwOrderSheet *sheet)
{
  HwDesk *desk = HW_DESK (hw_order_sheet_get_keeper (sheet));

  return desk != NULL && hw_desk_get_session (desk) != NULL ? desk : NULL;
}

void
hw_order_keep (HwOrderSheet *sheet,
               const HwJob  *job,
               gpointer      request,
               gpointer      before,
               const char   *said)
{
  g_autoptr (HwOrderKeeping) self = g_object_new (HW_TYPE_ORDER_KEEPING, NULL);
  HwDesk *desk = hw_order_keep_get_desk (sheet);

  g_return_if_fail (HW_IS_ORDER_SHEET (sheet) && desk != NULL && request != NULL);

  self->sheet = g_object_ref (sheet);
  self->desk = g_object_ref (desk);
  self->job = job;
  self->before = before;
  self->said = g_strdup (said);
  hw_order_sheet_set_busy (sheet, TRUE);
  hw_errand_run (self->desk, job, request, NULL, kept_cb, self);
}
