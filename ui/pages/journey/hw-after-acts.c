/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-after-acts.h"

#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "jobs/hw-say.h"
#include "jobs/trial/hw-after-job.h"
#include "pages/journey/hw-journey-acts.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

#define SAVING_KEY "hw-after-saving"

static const struct
{
  const char *name;
  const char *hint;
} acts[HW_AFTER_N] = {
  [HW_AFTER_WRITE] = { N_("Write down what you learned"), N_("Why it came so, what you keep, what you change, and up to three lessons.") },
  [HW_AFTER_PAPER] = { N_("Save it on paper"), N_("One page with what you expected, what happened, hours and money.") },
  [HW_AFTER_CASE] = { N_("Save it as a case to show"), N_("The same without the names of your business, people, products and customers.") },
};

typedef struct
{
  HwDesk  *desk;   /* (owned) */
  gint64   id;
  gboolean nameless;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->desk);
  g_free (saving);
}

const char *
hw_after_name (HwAfterAct act)
{
  g_return_val_if_fail ((guint) act < HW_AFTER_N, "");

  return _(acts[act].name);
}

const char *
hw_after_hint (HwAfterAct act)
{
  g_return_val_if_fail ((guint) act < HW_AFTER_N, "");

  return _(acts[act].hint);
}

static void
saved_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  GtkWidget *from = owner;
  g_autofree char *path = result;
  g_autofree char *text = NULL;
  GtkRoot *root = gtk_widget_get_root (from);

  if (path != NULL)
    {
      /* Translators: %s is the path of a file. */
      text = g_strdup_printf (_("Saved as %s"), path);
      hw_undo_offer (from, text, NULL, NULL, NULL);
      return;
    }

  if (hw_errand_was_stopped (error) || !GTK_IS_WINDOW (root))
    return;

  text = hw_say_error (error, NULL);
  hw_tell (GTK_WINDOW (root), _("The file was not written"), text);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  const Saving *saving = g_object_get_data (owner, SAVING_KEY);
  HwAfterRequest *request;

  if (path == NULL || saving == NULL || hw_desk_get_session (saving->desk) == NULL)
    return;

  request = g_new0 (HwAfterRequest, 1);
  request->id = saving->id;
  request->nameless = saving->nameless;
  request->path = g_strdup (path);
  hw_errand_run (saving->desk, &hw_after_paper_job, request, NULL, saved_cb, owner);
}

static void
save (GtkWidget           *from,
      const HwJourneyBook *book,
      const HwTrial       *trial,
      gboolean             nameless)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Saving *saving = g_new0 (Saving, 1);

  saving->desk = g_object_ref (book->desk);
  saving->id = trial->initiative->id;
  saving->nameless = nameless;
  g_object_set_data_full (G_OBJECT (from), SAVING_KEY, saving, saving_free);
  if (GTK_IS_WINDOW (root))
    /* Translators: the last two are names of files. */
    hw_file_choice_save (GTK_WINDOW (root), nameless ? _("Save the case") : _("Save what was learned"), HW_FILE_PDF,
                         nameless ? _("case.pdf") : _("lessons.pdf"), path_chosen_cb, from);
}

void
hw_after_do (HwAfterAct           act,
             GtkWidget           *from,
             const HwJourneyBook *book,
             const HwTrial       *trial)
{
  if (act == HW_AFTER_WRITE)
    hw_journey_open_after (from, book, trial);
  else
    save (from, book, trial, act == HW_AFTER_CASE);
}
