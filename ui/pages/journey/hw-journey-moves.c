/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-journey-moves.h"

#include "compat/hw-ask.h"
#include "jobs/hw-say.h"
#include "pages/journey/hw-gate-window.h"

#include <glib/gi18n.h>

/* The owner of the work: a GObject, so that it lives as long as that. */
#define HW_TYPE_MOVES (hw_moves_get_type ())

G_DECLARE_FINAL_TYPE (HwMoves, hw_moves, HW, MOVES, GObject)

struct _HwMoves
{
  GObject     parent_instance;

  GtkWidget  *from;    /* (owned) */
  HwDesk     *desk;    /* (owned) */
  HwEntry    *entry;   /* (owned) as it will be kept next */
  HwState     states[HW_MOVES_MOST];
  guint       n, at;
  char       *said;    /* (owned) (nullable) */
  HwKeepFunc  done;    /* (nullable) */
  GObject    *owner;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwMoves, hw_moves, G_TYPE_OBJECT)

static void
hw_moves_finalize (GObject *object)
{
  HwMoves *self = HW_MOVES (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  g_clear_object (&self->owner);
  hw_entry_free (self->entry);
  g_free (self->said);

  G_OBJECT_CLASS (hw_moves_parent_class)->finalize (object);
}

static void
hw_moves_class_init (HwMovesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_moves_finalize;
}

static void
hw_moves_init (HwMoves *self)
{
}

static HwMoves *
moves_new (GtkWidget     *from,
           HwDesk        *desk,
           const HwEntry *entry,
           const HwState *states,
           guint          n,
           const char    *said)
{
  HwMoves *self = g_object_new (HW_TYPE_MOVES, NULL);

  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->entry = hw_entry_copy (entry);
  self->n = MIN (n, HW_MOVES_MOST);
  for (guint i = 0; i < self->n; i++)
    self->states[i] = states[i];
  self->said = g_strdup (said);
  return self;
}

static void
tell (HwMoves      *self,
      const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (self->from);
  g_autofree char *text = hw_say_error (error, NULL);

  hw_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("This step was not taken"), text);
}

static void moved_cb (gpointer owner, const HwEntryChange *change, const GError *error);

static void
go_on (HwMoves *self)
{
  const gboolean last = self->at + 1 == self->n;

  hw_keep_move (self->from, self->desk, hw_move_request_new (self->entry, self->states[self->at]),
                last ? self->said : NULL, moved_cb, self);
}

static void
moved_cb (gpointer             owner,
          const HwEntryChange *change,
          const GError        *error)
{
  HwMoves *self = owner;

  if (change != NULL)
    {
      hw_answers_set (self->entry->answers, "state", hw_state_id (self->states[self->at]));
      self->at++;
      if (self->at < self->n && hw_desk_get_session (self->desk) != NULL)
        {
          go_on (self);
          return;
        }
    }

  if (self->done != NULL)
    self->done (self->owner, change, error);
  else if (error != NULL)
    tell (self, error);
}

void
hw_journey_move (GtkWidget     *from,
                 HwDesk        *desk,
                 const HwEntry *entry,
                 const HwState *states,
                 guint          n,
                 const char    *said,
                 HwKeepFunc     done,
                 gpointer       owner)
{
  g_autoptr (HwMoves) self = moves_new (from, desk, entry, states, n, said);

  self->done = done;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  go_on (self);
}

static void
passed_cb (GtkWidget *window,
           HwMoves   *self)
{
  go_on (self);
}

void
hw_journey_move_gated (GtkWidget     *from,
                       HwDesk        *desk,
                       const HwTrial *trial,
                       const HwState *states,
                       guint          n,
                       const char    *said)
{
  g_autoptr (HwMoves) self = moves_new (from, desk, trial->initiative, states, n, said);
  GtkWidget *window = hw_gate_window_new (from, desk, trial, states, n);

  if (window == NULL)
    {
      go_on (self);
      return;
    }

  g_signal_connect_data (window, "passed", G_CALLBACK (passed_cb), g_steal_pointer (&self),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (window));
}
