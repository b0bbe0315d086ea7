/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-undo-board.h"

#include <glib/gi18n.h>

#define BOARD_KEY "hw-undo-board"

/* One change; its toast and the board hold it. */
typedef struct
{
  char           *done;      /* (owned) */
  HwUndoFunc      undo;      /* (nullable) NULL once it was taken back */
  gpointer        data;      /* (owned) (nullable) */
  GDestroyNotify  free_data; /* (nullable) */
  AdwToast       *toast;     /* (unowned) (nullable) */
} Change;

struct _HwUndoBoard
{
  GObject          parent_instance;

  AdwToastOverlay *overlay;  /* (unowned) owns us through its data */
  GListModel      *toasts;   /* (owned) what the overlay shows */
  GtkRoot         *root;     /* (unowned) (nullable) */
  gboolean         active;
  Change          *last;     /* (owned) (nullable) */
  char            *text;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (HwUndoBoard, hw_undo_board, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Change *
change_new (const char     *done,
            HwUndoFunc      undo,
            gpointer        data,
            GDestroyNotify  free_data)
{
  Change *self = g_rc_box_new0 (Change);

  self->done = g_strdup (done);
  self->undo = undo;
  self->data = data;
  self->free_data = free_data;
  return self;
}

static void
change_clear (gpointer data)
{
  Change *self = data;

  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  g_free (self->done);
}

static void
change_unref (gpointer data)
{
  g_rc_box_release_full (data, change_clear);
}

static void
set_last (HwUndoBoard *self,
          Change      *change) /* (transfer full) (nullable) */
{
  g_clear_pointer (&self->last, change_unref);
  self->last = change;
}

static void
set_text (HwUndoBoard *self,
          char        *text) /* (transfer full) */
{
  g_free (self->text);
  self->text = text;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_back (HwUndoBoard *self,
           Change      *change)
{
  const HwUndoFunc undo = g_steal_pointer (&change->undo);

  if (undo == NULL || !self->active)
    return;

  g_rc_box_acquire (change);
  undo (change->data);
  if (change->toast != NULL)
    adw_toast_dismiss (change->toast);
  if (self->last == change)
    set_last (self, NULL);
  /* Translators: %s is what was done, such as "Goal saved". */
  set_text (self, g_strdup_printf (_("Taken back: %s"), change->done));
  change_unref (change);
}

static void
undo_clicked_cb (AdwToast    *toast,
                 HwUndoBoard *self)
{
  take_back (self, g_object_get_data (G_OBJECT (toast), BOARD_KEY));
}

static void
toast_gone_cb (gpointer  data,
               GObject  *toast)
{
  Change *change = data;

  change->toast = NULL;
  change_unref (change);
}

static void
show_toast (HwUndoBoard *self,
            Change      *change)
{
  g_autofree char *safe = g_markup_escape_text (change->done, -1);
  AdwToast *toast = adw_toast_new (safe);

  change->toast = toast;
  g_object_set_data (G_OBJECT (toast), BOARD_KEY, change);
  g_object_weak_ref (G_OBJECT (toast), toast_gone_cb, g_rc_box_acquire (change));
  if (change->undo != NULL)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
    }
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* The window finds its board by its own data. */
static void
root_changed_cb (HwUndoBoard *self)
{
  if (self->root != NULL)
    g_object_set_data (G_OBJECT (self->root), BOARD_KEY, NULL);

  self->root = gtk_widget_get_root (GTK_WIDGET (self->overlay));
  if (self->root != NULL)
    g_object_set_data (G_OBJECT (self->root), BOARD_KEY, self);
}

static void
hw_undo_board_finalize (GObject *object)
{
  HwUndoBoard *self = HW_UNDO_BOARD (object);

  set_last (self, NULL);
  g_clear_object (&self->toasts);
  g_free (self->text);

  G_OBJECT_CLASS (hw_undo_board_parent_class)->finalize (object);
}

static void
hw_undo_board_class_init (HwUndoBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_undo_board_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_undo_board_init (HwUndoBoard *self)
{
  self->text = g_strdup ("");
}

/* The button that libadwaita gives no name. */
static void
name_close_button (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

/* A toast becomes a widget when its turn comes. */
static void
toasts_changed_cb (HwUndoBoard *self,
                   guint        at,
                   guint        removed,
                   guint        added,
                   GListModel  *children)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (child != adw_toast_overlay_get_child (self->overlay))
        name_close_button (child);
    }
}

HwUndoBoard *
hw_undo_board_new (AdwToastOverlay *overlay)
{
  HwUndoBoard *self = g_object_new (HW_TYPE_UNDO_BOARD, NULL);

  self->overlay = overlay;
  self->toasts = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect_object (self->toasts, "items-changed", G_CALLBACK (toasts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (overlay, "notify::root", G_CALLBACK (root_changed_cb), self, G_CONNECT_SWAPPED);
  root_changed_cb (self);
  return self;
}

void
hw_undo_board_set_active (HwUndoBoard *self,
                          gboolean     active)
{
  g_return_if_fail (HW_IS_UNDO_BOARD (self));

  self->active = active;
  if (self->last != NULL && self->last->toast != NULL)
    adw_toast_dismiss (self->last->toast);
  set_last (self, NULL);
  set_text (self, g_strdup (""));
}

const char *
hw_undo_board_get_text (HwUndoBoard *self)
{
  g_return_val_if_fail (HW_IS_UNDO_BOARD (self), "");

  return self->text;
}

gboolean
hw_undo_board_can_undo (HwUndoBoard *self)
{
  g_return_val_if_fail (HW_IS_UNDO_BOARD (self), FALSE);

  return self->active && self->last != NULL && self->last->undo != NULL;
}

void
hw_undo_board_undo (HwUndoBoard *self)
{
  g_return_if_fail (HW_IS_UNDO_BOARD (self));

  if (self->last != NULL)
    take_back (self, self->last);
}

static HwUndoBoard *
find_board (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  for (; window != NULL; window = gtk_window_get_transient_for (window))
    {
      HwUndoBoard *board = g_object_get_data (G_OBJECT (window), BOARD_KEY);

      if (board != NULL)
        return board->active ? board : NULL;
    }

  return NULL;
}

void
hw_undo_offer (GtkWidget      *widget,
               const char     *done,
               HwUndoFunc      undo,
               gpointer        data,
               GDestroyNotify  free_data)
{
  HwUndoBoard *board;
  Change *change;

  g_return_if_fail (GTK_IS_WIDGET (widget) && done != NULL);

  change = change_new (done, undo, data, free_data);
  board = find_board (widget);
  if (board != NULL)
    {
      show_toast (board, change);
      set_last (board, g_rc_box_acquire (change));
      set_text (board, g_strdup (done));
    }
  change_unref (change);
}
