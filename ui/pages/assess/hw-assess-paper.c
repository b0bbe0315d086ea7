/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-paper.h"

#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-print.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

#define MOMENT_MS 300 /* what is over sooner needs no word */

/* The owner of the choice and the errand: a GObject, so that it lives as long as they. */
#define HW_TYPE_ASSESS_PAPER (hw_assess_paper_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessPaper, hw_assess_paper, HW, ASSESS_PAPER, GObject)

struct _HwAssessPaper
{
  GObject      parent_instance;

  GtkWidget         *from;   /* (owned) the button */
  HwDesk            *desk;   /* (owned) */
  const HwJob       *job;
  HwAssessPaperFunc  saved;  /* (nullable) also once printed */
  char              *path;   /* (owned) (nullable) of a PDF */
  char              *title;  /* (owned) (nullable) of what is printed */
  char              *label;  /* (owned) (nullable) the button's, while it is off */
  guint              moment_id; /* timeout; 0 if none */
};

G_DEFINE_FINAL_TYPE (HwAssessPaper, hw_assess_paper, G_TYPE_OBJECT)

static void
hw_assess_paper_finalize (GObject *object)
{
  HwAssessPaper *self = HW_ASSESS_PAPER (object);

  g_clear_handle_id (&self->moment_id, g_source_remove);
  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  g_free (self->label);
  g_free (self->path);
  g_free (self->title);

  G_OBJECT_CLASS (hw_assess_paper_parent_class)->finalize (object);
}

static void
hw_assess_paper_class_init (HwAssessPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_assess_paper_finalize;
}

static void
hw_assess_paper_init (HwAssessPaper *self)
{
}

static gboolean
moment_over_cb (gpointer data)
{
  HwAssessPaper *self = data;

  self->moment_id = 0;
  gtk_button_set_label (GTK_BUTTON (self->from), _("Writing …"));
  return G_SOURCE_REMOVE;
}

static void
begin_writing (HwAssessPaper *self)
{
  self->label = g_strdup (gtk_button_get_label (GTK_BUTTON (self->from)));
  gtk_widget_set_sensitive (self->from, FALSE);
  self->moment_id = g_timeout_add (MOMENT_MS, moment_over_cb, self);
}

static void
end_writing (HwAssessPaper *self)
{
  g_clear_handle_id (&self->moment_id, g_source_remove);
  gtk_button_set_label (GTK_BUTTON (self->from), self->label);
  gtk_widget_set_sensitive (self->from, TRUE);
}

static HwAssessPaper *
paper_new (GtkButton   *from,
           HwDesk      *desk,
           const HwJob *job)
{
  HwAssessPaper *self = g_object_new (HW_TYPE_ASSESS_PAPER, NULL);

  self->from = g_object_ref (GTK_WIDGET (from));
  self->desk = g_object_ref (desk);
  self->job = job;
  return self;
}

static void
tell (HwAssessPaper *self,
      const char    *heading,
      const char    *text)
{
  GtkRoot *root = gtk_widget_get_root (self->from);

  if (GTK_IS_WINDOW (root))
    hw_tell (GTK_WINDOW (root), heading, text);
}

static gboolean
check_written (HwAssessPaper *self,
               const GError  *error)
{
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;

  if (error == NULL)
    return TRUE;

  if (hw_errand_was_stopped (error))
    return FALSE;

  where = g_path_get_basename (self->path);
  text = hw_say_error (error, where);
  tell (self, _("The file was not written"), text);
  return FALSE;
}

static void
saved_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwAssessPaper *self = owner;
  g_autofree char *text = NULL;

  g_clear_pointer (&result, self->job->free_result);
  end_writing (self);
  if (!check_written (self, error))
    return;

  if (self->saved != NULL)
    {
      self->saved (self->from, self->desk, self->path);
      return;
    }

  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_("The page is saved as %s"), self->path);
  hw_undo_offer (self->from, text, NULL, NULL, NULL);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwAssessPaper *self = owner;

  if (path == NULL || hw_desk_get_session (self->desk) == NULL)
    return;

  self->path = g_strdup (path);
  begin_writing (self);
  hw_errand_run (self->desk, self->job, g_strdup (path), NULL, saved_cb, self);
}

void
hw_assess_paper_save (GtkButton         *button,
                      HwDesk            *desk,
                      const HwJob       *job,
                      const char        *title,
                      const char        *name,
                      HwAssessPaperFunc  saved)
{
  g_autoptr (HwAssessPaper) self = paper_new (button, desk, job);

  self->saved = saved;
  hw_file_choice_save (GTK_WINDOW (gtk_widget_get_root (self->from)), title, HW_FILE_PDF, name, path_chosen_cb, self);
}

static void
printed_cb (gpointer      owner,
            gboolean      printed,
            const GError *error)
{
  HwAssessPaper *self = owner;

  if (error != NULL)
    tell (self, _("It was not printed"), error->message);
  else if (printed && self->saved != NULL && hw_desk_get_session (self->desk) != NULL)
    self->saved (self->from, self->desk, NULL);
  else if (printed)
    hw_undo_offer (self->from, _("The page is with the printer."), NULL, NULL, NULL);
}

static void
sheets_made_cb (gpointer      owner,
                gpointer      result,
                const GError *error)
{
  HwAssessPaper *self = owner;
  g_autoptr (GPtrArray) sheets = result;
  GtkRoot *root = gtk_widget_get_root (self->from);

  end_writing (self);
  if (error != NULL && !hw_errand_was_stopped (error))
    {
      g_autofree char *text = hw_say_error (error, NULL);

      tell (self, _("The page could not be made"), text);
    }
  else if (error == NULL && GTK_IS_WINDOW (root))
    {
      hw_print_sheets (GTK_WINDOW (root), self->title, sheets, printed_cb, self);
    }
}

void
hw_assess_paper_print (GtkButton         *button,
                       HwDesk            *desk,
                       const HwJob       *job,
                       const char        *title,
                       HwAssessPaperFunc  printed)
{
  g_autoptr (HwAssessPaper) self = paper_new (button, desk, job);

  self->title = g_strdup (title);
  self->saved = printed;
  begin_writing (self);
  hw_errand_run (desk, job, NULL, NULL, sheets_made_cb, self);
}
