/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-keep.h"

#include "compat/hw-ask.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

/* What hangs on what the owner enters. The card can change everything, and so does what
 * is known of days and what is expected of them. */
#define SOME_THINGS (HW_TOPIC_BIT (HW_TOPIC_GOALS) | HW_TOPIC_BIT (HW_TOPIC_JOURNEY) | \
                     HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS) | HW_TOPIC_BIT (HW_TOPIC_LIBRARY))
#define EVERYTHING (~0u)

/* The owner of the errand: a GObject, so that it lives as long as the work. */
#define HW_TYPE_KEEPING (hw_keeping_get_type ())

G_DECLARE_FINAL_TYPE (HwKeeping, hw_keeping, HW, KEEPING, GObject)

struct _HwKeeping
{
  GObject     parent_instance;

  GtkWidget  *widget; /* (owned) */
  HwDesk     *desk;   /* (owned) */
  char       *said;   /* (owned) (nullable) */
  HwKeepFunc  done;   /* (nullable) */
  GObject    *owner;  /* (owned) (nullable) */
  guint       hangs;  /* HW_TOPIC_BITs of what is worked out anew */
};

G_DEFINE_FINAL_TYPE (HwKeeping, hw_keeping, G_TYPE_OBJECT)

static void
hw_keeping_finalize (GObject *object)
{
  HwKeeping *self = HW_KEEPING (object);

  g_clear_object (&self->widget);
  g_clear_object (&self->desk);
  g_clear_object (&self->owner);
  g_free (self->said);

  G_OBJECT_CLASS (hw_keeping_parent_class)->finalize (object);
}

static void
hw_keeping_class_init (HwKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_keeping_finalize;
}

static void
hw_keeping_init (HwKeeping *self)
{
}

typedef struct
{
  HwDesk        *desk;   /* (owned) */
  HwEntryChange  change;
  guint          hangs;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->desk);
  g_free (undo);
}

static void
renew (HwDesk *desk,
       guint   hangs)
{
  if (hangs == EVERYTHING)
    hw_desk_renew (desk);
  else
    hw_desk_renew_topics (desk, hangs);
}

static void
undone_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwKeeping *self = owner;

  g_free (result);
  renew (self->desk, self->hangs);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;
  g_autoptr (HwKeeping) self = NULL;

  if (hw_desk_get_session (undo->desk) == NULL)
    return;

  self = g_object_new (HW_TYPE_KEEPING, NULL);
  self->desk = g_object_ref (undo->desk);
  self->hangs = undo->hangs;
  hw_errand_run (undo->desk, &hw_entry_undo_job, g_memdup2 (&undo->change, sizeof undo->change), NULL, undone_cb, self);
}

static void
offer_undo (HwKeeping           *self,
            const HwEntryChange *change)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->desk = g_object_ref (self->desk);
  undo->change = *change;
  undo->hangs = self->hangs;
  hw_undo_offer (self->widget, self->said, undo_cb, undo, undo_free);
}

static void
tell_error (HwKeeping    *self,
            const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autofree char *text = hw_say_error (error, NULL);

  hw_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("This was not saved"), text);
}

static void
finished_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwKeeping *self = owner;
  g_autofree HwEntryChange *change = result;

  if (change != NULL && self->said != NULL)
    offer_undo (self, change);
  else if (change == NULL && self->done == NULL)
    tell_error (self, error);

  if (self->done != NULL)
    self->done (self->owner, change, error);
  if (change != NULL)
    renew (self->desk, self->hangs);
}

static void
run (GtkWidget   *widget,
     HwDesk      *desk,
     const HwJob *job,
     gpointer     request,
     guint        hangs,
     const char  *said,
     HwKeepFunc   done,
     gpointer     owner)
{
  g_autoptr (HwKeeping) self = g_object_new (HW_TYPE_KEEPING, NULL);

  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->hangs = hangs;
  self->said = g_strdup (said);
  self->done = done;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  hw_errand_run (desk, job, request, NULL, finished_cb, self);
}

/* Answers to the questions that are still being given change nothing. */
static guint
hangs_on (const HwEntrySave *save)
{
  const HwEntryKind kind = save->entry->kind;

  if (kind == HW_ENTRY_FIGURE || kind == HW_ENTRY_OWN_METRIC || kind == HW_ENTRY_SURVEY || kind == HW_ENTRY_WATCH)
    return HW_TOPIC_BIT (HW_TOPIC_LIBRARY);

  if (kind == HW_ENTRY_READINESS)
    return save->draft ? 0 : HW_TOPIC_BIT (HW_TOPIC_READINESS) | HW_TOPIC_BIT (HW_TOPIC_JOURNEY);
  if (kind == HW_ENTRY_PAINS || kind == HW_ENTRY_IDEA || kind == HW_ENTRY_RISK)
    return HW_TOPIC_BIT (HW_TOPIC_IDEAS) | HW_TOPIC_BIT (HW_TOPIC_SAFETY);
  if (kind == HW_ENTRY_DUTY)
    return HW_TOPIC_BIT (HW_TOPIC_SAFETY);
  if (kind == HW_ENTRY_INITIATIVE)
    return SOME_THINGS | HW_TOPIC_BIT (HW_TOPIC_SAFETY);

  return kind == HW_ENTRY_CARD || kind == HW_ENTRY_EVENT || kind == HW_ENTRY_OVERRIDE ? EVERYTHING : SOME_THINGS;
}

void
hw_keep_entry (GtkWidget   *widget,
               HwDesk      *desk,
               HwEntrySave *save,
               const char  *said,
               HwKeepFunc   done,
               gpointer     owner)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && HW_IS_DESK (desk) && save != NULL);

  run (widget, desk, &hw_entry_save_job, save, hangs_on (save), said, done, owner);
}

void
hw_keep_move (GtkWidget     *widget,
              HwDesk        *desk,
              HwMoveRequest *request,
              const char    *said,
              HwKeepFunc     done,
              gpointer       owner)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && HW_IS_DESK (desk) && request != NULL);

  run (widget, desk, &hw_move_job, request, SOME_THINGS, said, done, owner);
}
