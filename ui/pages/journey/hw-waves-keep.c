/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-waves-keep.h"

#include "jobs/scale/hw-roll-out-job.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-undo.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

#define HANGS (HW_TOPIC_BIT (HW_TOPIC_JOURNEY) | HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS) | HW_TOPIC_BIT (HW_TOPIC_LIBRARY))

/* The owner of the errand: a GObject, so that it lives as long as the work. */
#define HW_TYPE_WAVES_KEEP (hw_waves_keep_get_type ())

G_DECLARE_FINAL_TYPE (HwWavesKeep, hw_waves_keep, HW, WAVES_KEEP, GObject)

struct _HwWavesKeep
{
  GObject     parent_instance;

  GtkWidget  *from;   /* (owned) (nullable) */
  HwDesk     *desk;   /* (owned) */
  HwKeepFunc  done;   /* (nullable) */
  GObject    *owner;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwWavesKeep, hw_waves_keep, G_TYPE_OBJECT)

static void
hw_waves_keep_finalize (GObject *object)
{
  HwWavesKeep *self = HW_WAVES_KEEP (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (hw_waves_keep_parent_class)->finalize (object);
}

static void
hw_waves_keep_class_init (HwWavesKeepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_waves_keep_finalize;
}

static void
hw_waves_keep_init (HwWavesKeep *self)
{
}

typedef struct
{
  HwDesk *desk;    /* (owned) */
  GArray *changes; /* (owned) of HwEntryChange */
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->desk);
  g_array_unref (undo->changes);
  g_free (undo);
}

static void
undone_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwWavesKeep *self = owner;

  if (result != NULL)
    g_array_unref (result);
  hw_desk_renew_topics (self->desk, HANGS);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;
  g_autoptr (HwWavesKeep) self = NULL;

  if (hw_desk_get_session (undo->desk) == NULL)
    return;

  self = g_object_new (HW_TYPE_WAVES_KEEP, NULL);
  self->desk = g_object_ref (undo->desk);
  hw_errand_run (undo->desk, &hw_waves_undo_job, g_array_ref (undo->changes), NULL, undone_cb, self);
}

static void
made_cb (gpointer      owner,
         gpointer      result,
         const GError *error)
{
  HwWavesKeep *self = owner;
  GArray *changes = result;

  if (changes != NULL)
    {
      Undo *undo = g_new0 (Undo, 1);

      undo->desk = g_object_ref (self->desk);
      undo->changes = g_array_ref (changes);
      hw_undo_offer (self->from, _("Waves planned"), undo_cb, undo, undo_free);
    }

  if (self->done != NULL)
    self->done (self->owner, changes != NULL && changes->len > 0 ? &g_array_index (changes, HwEntryChange, 0) : NULL, error);
  if (changes != NULL)
    {
      hw_desk_renew_topics (self->desk, HANGS);
      g_array_unref (changes);
    }
}

static void
keep_cb (GtkWidget     *from,
         HwDesk        *desk,
         const HwEntry *entry,
         HwKeepFunc     done,
         gpointer       owner,
         gpointer       data)
{
  g_autoptr (HwWavesKeep) self = g_object_new (HW_TYPE_WAVES_KEEP, NULL);

  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->done = done;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  hw_errand_run (desk, &hw_waves_job, hw_waves_request_new (entry->parent_id, entry->answers), NULL, made_cb, self);
}

void
hw_waves_open (GtkWidget           *from,
               const HwJourneyBook *book,
               const HwTrial       *trial)
{
  static const char *const said[] = { "budget", "support", "exit_cost" };
  const HwAnswers *known = trial->initiative->answers;
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_ROLL_OUT, trial->initiative->id);
  GtkWidget *window;

  hw_answers_set_number (entry->answers, "weeks", 4.0);
  hw_answers_set_day (entry->answers, "from", hw_journey_book_today (book) + 7);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    hw_answers_set (entry->answers, said[i], hw_answers_get (known, said[i]));

  window = hw_form_window_new (from, book->desk, &hw_waves_form, entry, _("Plan the waves"), NULL);
  hw_form_window_set_short (HW_FORM_WINDOW (window), hw_answers_get_text (known, "name"));
  hw_form_window_set_keep (HW_FORM_WINDOW (window), keep_cb, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}
