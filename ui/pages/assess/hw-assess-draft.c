/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-draft.h"

#include "widgets/hw-keep.h"

typedef enum
{
  END_NONE,
  END_CLOSE,
  END_DROP,
} End;

struct _HwAssessDraft
{
  GObject    parent_instance;

  GtkWidget *from;    /* (weak) */
  HwDesk    *desk;    /* (owned) */
  HwEntry   *entry;   /* (owned) */
  char      *said;    /* (owned) (nullable) */
  End        end;     /* wished */
  gboolean   saving;
  gboolean   again;   /* something was answered meanwhile */
};

G_DEFINE_FINAL_TYPE (HwAssessDraft, hw_assess_draft, G_TYPE_OBJECT)

enum
{
  CLOSED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void save (HwAssessDraft *self);

static void
saved_cb (gpointer             owner,
          const HwEntryChange *change,
          const GError        *error)
{
  HwAssessDraft *self = owner;

  self->saving = FALSE;
  if (change == NULL)
    {
      self->end = END_NONE;
      self->again = FALSE;
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  self->entry->id = change->id;
  if (self->again)
    save (self);
  else if (self->end != END_NONE)
    g_signal_emit (self, signals[CLOSED], 0);
}

/* One at a time: the second needs the id that the first one gets. */
static void
save (HwAssessDraft *self)
{
  HwEntrySave *request;

  self->again = self->saving;
  if (self->saving || self->from == NULL || hw_desk_get_session (self->desk) == NULL)
    return;

  self->saving = TRUE;
  request = hw_entry_save_new (self->entry);
  request->draft = self->end == END_NONE;
  request->remove = self->end == END_DROP;
  hw_keep_entry (self->from, self->desk, request, self->said, saved_cb, self);
}

static void
hw_assess_draft_finalize (GObject *object)
{
  HwAssessDraft *self = HW_ASSESS_DRAFT (object);

  g_clear_weak_pointer (&self->from);
  g_object_unref (self->desk);
  hw_entry_free (self->entry);
  g_free (self->said);

  G_OBJECT_CLASS (hw_assess_draft_parent_class)->finalize (object);
}

static void
hw_assess_draft_class_init (HwAssessDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_assess_draft_finalize;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hw_assess_draft_init (HwAssessDraft *self)
{
}

HwAssessDraft *
hw_assess_draft_new (GtkWidget     *from,
                     HwDesk        *desk,
                     const HwEntry *entry)
{
  HwAssessDraft *self = g_object_new (HW_TYPE_ASSESS_DRAFT, NULL);

  g_set_weak_pointer (&self->from, from);
  self->desk = g_object_ref (desk);
  self->entry = entry != NULL ? hw_entry_copy (entry) : hw_entry_new (HW_ENTRY_READINESS, 0);
  return self;
}

const HwAnswers *
hw_assess_draft_get_answers (HwAssessDraft *self)
{
  g_return_val_if_fail (HW_IS_ASSESS_DRAFT (self), NULL);

  return self->entry->answers;
}

void
hw_assess_draft_answer (HwAssessDraft *self,
                        const char    *question,
                        const char    *answer)
{
  g_return_if_fail (HW_IS_ASSESS_DRAFT (self));

  if (self->end != END_NONE || g_strcmp0 (hw_answers_get (self->entry->answers, question), answer) == 0)
    return;

  hw_answers_set (self->entry->answers, question, answer);
  save (self);
}

void
hw_assess_draft_close (HwAssessDraft *self,
                       const char    *said)
{
  g_return_if_fail (HW_IS_ASSESS_DRAFT (self));

  if (self->end != END_NONE)
    return;

  g_free (self->said);
  self->said = g_strdup (said);
  self->end = END_CLOSE;
  save (self);
}

void
hw_assess_draft_drop (HwAssessDraft *self)
{
  g_return_if_fail (HW_IS_ASSESS_DRAFT (self));

  if (self->end != END_NONE)
    return;

  self->end = END_DROP;
  save (self);
}
