/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-undo-board.h"

#include <glib/gi18n.h>
#include <math.h>

#define BOARD_KEY "hw-undo-board"
#define STEPS_MOST 20     /* that are remembered */
#define SAID_SECONDS 3    /* what needs no answer */
#define LIFT_MOST 0.5     /* of the height */

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
  GPtrArray       *changes;  /* (owned) of Change that can be taken back, the last one last */
  AdwToast        *said;     /* (unowned) (nullable) what was taken back last */
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
set_text (HwUndoBoard *self,
          char        *text) /* (transfer full) */
{
  g_free (self->text);
  self->text = text;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
said_gone_cb (gpointer  data,
              GObject  *toast)
{
  HwUndoBoard *self = data;

  if ((GObject *) self->said == toast)
    self->said = NULL;
  g_object_unref (self);
}

/* One after the other is taken back faster than toasts go by: only the last is said. */
static void
say_taken_back (HwUndoBoard *self,
                const char  *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (self->said != NULL)
    {
      adw_toast_set_title (self->said, safe);
      return;
    }

  toast = adw_toast_new (safe);
  self->said = toast;
  g_object_weak_ref (G_OBJECT (toast), said_gone_cb, g_object_ref (self));
  adw_toast_set_timeout (toast, SAID_SECONDS);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
take_back (HwUndoBoard *self,
           Change      *change)
{
  const HwUndoFunc undo = g_steal_pointer (&change->undo);
  char *text;

  if (undo == NULL || !self->active)
    return;

  g_rc_box_acquire (change);
  undo (change->data);
  if (change->toast != NULL)
    adw_toast_dismiss (change->toast);
  g_ptr_array_remove (self->changes, change);
  /* Translators: %s is what was done, such as "Goal saved". */
  text = g_strdup_printf (_("Taken back: %s"), change->done);
  say_taken_back (self, text);
  set_text (self, text);
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

  g_ptr_array_unref (self->changes);
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
  self->changes = g_ptr_array_new_with_free_func (change_unref);
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

/* How much of the overlay's foot is taken by buttons that wait to be pressed. */
static double
find_foot (HwUndoBoard *self,
           GtkWidget   *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  double foot = 0.0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (child))
        continue;
      if (!gtk_widget_has_css_class (child, HW_UNDO_FOOT))
        foot = fmax (foot, find_foot (self, child));
      else if (gtk_widget_compute_bounds (child, GTK_WIDGET (self->overlay), &bounds))
        foot = fmax (foot, gtk_widget_get_height (GTK_WIDGET (self->overlay)) - (double) bounds.origin.y);
    }

  return foot;
}

/* Once the page has its size: what was done may have changed what is shown. */
static gboolean
lift_cb (GtkWidget     *toast,
         GdkFrameClock *clock,
         gpointer       board)
{
  HwUndoBoard *self = board;
  const int height = gtk_widget_get_height (GTK_WIDGET (self->overlay));
  GtkWidget *child = adw_toast_overlay_get_child (self->overlay);

  if (height > 0 && child != NULL)
    gtk_widget_set_margin_bottom (toast, (int) CLAMP (find_foot (self, child), 0.0, height * LIFT_MOST));
  return G_SOURCE_REMOVE;
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

      if (child == adw_toast_overlay_get_child (self->overlay))
        continue;

      name_close_button (child);
      gtk_widget_add_tick_callback (child, lift_cb, g_object_ref (self), g_object_unref);
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
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (self->changes, i);

      if (change->toast != NULL)
        adw_toast_dismiss (change->toast);
    }
  g_ptr_array_set_size (self->changes, 0);
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

  return self->active && self->changes->len > 0;
}

static Change *
last_change (HwUndoBoard *self)
{
  return self->changes->len > 0 ? g_ptr_array_index (self->changes, self->changes->len - 1) : NULL;
}

const char *
hw_undo_board_get_next (HwUndoBoard *self)
{
  const Change *last;

  g_return_val_if_fail (HW_IS_UNDO_BOARD (self), NULL);

  last = self->active ? last_change (self) : NULL;
  return last != NULL ? last->done : NULL;
}

void
hw_undo_board_undo (HwUndoBoard *self)
{
  Change *last;

  g_return_if_fail (HW_IS_UNDO_BOARD (self));

  last = last_change (self);
  if (last != NULL)
    take_back (self, last);
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
      if (undo != NULL)
        g_ptr_array_add (board->changes, g_rc_box_acquire (change));
      if (board->changes->len > STEPS_MOST)
        g_ptr_array_remove_index (board->changes, 0);
      set_text (board, g_strdup (done));
    }
  change_unref (change);
}
