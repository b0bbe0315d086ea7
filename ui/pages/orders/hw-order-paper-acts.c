/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-paper-acts.h"

#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

/* The owner of the choice and the errand: a GObject, so that it lives as long as they. */
#define HW_TYPE_ORDER_PAPER_ACT (hw_order_paper_act_get_type ())

G_DECLARE_FINAL_TYPE (HwOrderPaperAct, hw_order_paper_act, HW, ORDER_PAPER_ACT, GObject)

struct _HwOrderPaperAct
{
  GObject    parent_instance;

  GtkWidget *from;  /* (owned) */
  HwDesk    *desk;  /* (owned) */
  gint64     id;
  char      *path;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwOrderPaperAct, hw_order_paper_act, G_TYPE_OBJECT)

static void
hw_order_paper_act_finalize (GObject *object)
{
  HwOrderPaperAct *self = HW_ORDER_PAPER_ACT (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  g_free (self->path);

  G_OBJECT_CLASS (hw_order_paper_act_parent_class)->finalize (object);
}

static void
hw_order_paper_act_class_init (HwOrderPaperActClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_order_paper_act_finalize;
}

static void
hw_order_paper_act_init (HwOrderPaperAct *self)
{
}

static HwOrderPaperAct *
act_new (GtkWidget            *from,
         HwDesk               *desk,
         const HwOrderSummary *order)
{
  HwOrderPaperAct *self = g_object_new (HW_TYPE_ORDER_PAPER_ACT, NULL);

  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->id = order->id;
  return self;
}

static void
write_file (HwOrderPaperAct *self,
            HwErrandFunc     done)
{
  HwOrderFile *request = g_new0 (HwOrderFile, 1);

  request->id = self->id;
  request->path = g_strdup (self->path);
  hw_errand_run (self->desk, &hw_order_file_job, request, NULL, done, self);
}

static gboolean
check_written (HwOrderPaperAct *self,
               const GError    *error)
{
  GtkRoot *root = gtk_widget_get_root (self->from);
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;

  if (error == NULL)
    return TRUE;

  where = g_path_get_basename (self->path);
  text = hw_say_error (error, where);
  if (GTK_IS_WINDOW (root))
    hw_tell (GTK_WINDOW (root), _("The file was not written"), text);
  return FALSE;
}

static char *
propose_name (const HwOrderPaperAct *self,
              const char            *ending)
{
  /* Translators: a file's name without its ending; %d is the number of an order. */
  g_autofree char *stem = g_strdup_printf (_("order-%d"), (int) self->id);

  return g_strconcat (stem, ending, NULL);
}

static void
saved_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwOrderPaperAct *self = owner;
  g_autofree char *path = result;
  g_autofree char *text = NULL;

  if (!check_written (self, error))
    return;

  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_("The order is saved as %s"), path);
  hw_undo_offer (self->from, text, NULL, NULL, NULL);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwOrderPaperAct *self = owner;

  if (path == NULL || hw_desk_get_session (self->desk) == NULL)
    return;

  self->path = g_strdup (path);
  write_file (self, saved_cb);
}

void
hw_order_paper_save (GtkWidget            *from,
                     HwDesk               *desk,
                     const HwOrderSummary *order)
{
  g_autoptr (HwOrderPaperAct) self = act_new (from, desk, order);
  g_autofree char *name = propose_name (self, ".xlsx");

  hw_file_choice_save (GTK_WINDOW (gtk_widget_get_root (from)), _("Save the order"), HW_FILE_ORDER, name, path_chosen_cb,
                       self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HwOrderPaperAct) self = data;
  GtkRoot *root = gtk_widget_get_root (self->from);
  g_autofree char *text = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, NULL))
    {
      hw_undo_offer (self->from, _("The mail is ready in your mail program. Nothing has been sent."), NULL, NULL, NULL);
      return;
    }

  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_("No mail program is set up on this computer. The mail is kept here: %s. "
                            "Nothing has been sent."), self->path);
  if (GTK_IS_WINDOW (root))
    hw_tell (GTK_WINDOW (root), _("The mail is ready"), text);
}

static void
mail_written_cb (gpointer      owner,
                 gpointer      result,
                 const GError *error)
{
  HwOrderPaperAct *self = owner;
  g_autofree char *path = result;
  g_autofree char *uri = NULL;

  if (!check_written (self, error))
    return;

  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, opened_cb, g_object_ref (self));
}

void
hw_order_paper_mail (GtkWidget            *from,
                     HwDesk               *desk,
                     const HwOrderSummary *order)
{
  g_autoptr (HwOrderPaperAct) self = act_new (from, desk, order);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "headway", "Outbox", NULL);
  g_autofree char *name = propose_name (self, ".eml");

  /* If it cannot be made, writing into it fails and says so. */
  g_mkdir_with_parents (folder, 0700);
  self->path = g_build_filename (folder, name, NULL);
  write_file (self, mail_written_cb);
}
