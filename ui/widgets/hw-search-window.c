/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-search-window.h"

#include "widgets/hw-search-hits.h"

#include <glib/gi18n.h>

#define HIT_KEY "hw-hit"

struct _HwSearchWindow
{
  AdwWindow          parent_instance;

  GtkEditable       *entry;
  GtkListBox        *list;
  GtkScrolledWindow *scroller;
  GtkStack          *stack;

  HwDesk            *desk;        /* (owned) (nullable) */
  GPtrArray         *found;       /* (owned) of HwHit: what the file holds, for the words typed before */
  GCancellable      *looking;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwSearchWindow, hw_search_window, ADW_TYPE_WINDOW)

/* One question to the file. */
typedef struct
{
  HwSearchWindow *window;  /* (owned) */
  GCancellable   *looking; /* (owned) whether it is still the last one */
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->window);
  g_object_unref (look->looking);
  g_free (look);
}

static void
say_selected (HwSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const HwHit *hit = row != NULL ? g_object_get_data (G_OBJECT (row), HIT_KEY) : NULL;
  g_autofree char *text = hit == NULL ? g_strdup (_("Nothing found"))
                                      : g_strdup_printf ("%s: %s", hw_hits_group_name (hit->group), hit->title);

  /* The focus stays in the entry: it says what Enter would do. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
scroll_to (HwSearchWindow *self,
           GtkListBoxRow  *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &box))
    gtk_adjustment_clamp_page (adjustment, box.origin.y, (double) box.origin.y + (double) box.size.height);
}

static void
move (HwSearchWindow *self,
      int             by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, row != NULL ? gtk_list_box_row_get_index (row) + by : 0);

  if (next == NULL)
    return;

  gtk_list_box_select_row (self->list, next);
  scroll_to (self, next);
  say_selected (self);
}

static void
choose (HwSearchWindow *self,
        GtkListBoxRow  *row)
{
  const HwHit *hit = row != NULL ? g_object_get_data (G_OBJECT (row), HIT_KEY) : NULL;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (hit == NULL || !g_action_parse_detailed_name (hit->action, &name, &target, NULL))
    return;

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (parent, name, target);
}

static void
add_row (HwSearchWindow *self,
         HwHit          *hit) /* (transfer full) */
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", hit->title, "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *note = g_object_new (GTK_TYPE_LABEL, "label", hit->note, "xalign", 0.0, "hexpand", TRUE,
                                  "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *keys = gtk_label_new (hit->keys);
  g_autofree char *name = g_strdup_printf ("%s: %s", hw_hits_group_name (hit->group), hit->title);

  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (keys, "dim-label");
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), keys);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), HIT_KEY, hit, (GDestroyNotify) hw_hit_free);
  gtk_list_box_append (self->list, row);
}

static HwHit *
copy_hit (const HwHit *hit)
{
  HwHit *copy = g_memdup2 (hit, sizeof *hit);

  copy->title = g_strdup (hit->title);
  copy->note = g_strdup (hit->note);
  copy->keys = g_strdup (hit->keys);
  copy->action = g_strdup (hit->action);
  return copy;
}

static void
fill (HwSearchWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GPtrArray) hits = hw_search_hits (gtk_window_get_transient_for (GTK_WINDOW (self)), words);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; *words != '\0' && i < self->found->len; i++)
    add_row (self, copy_hit (g_ptr_array_index (self->found, i)));
  for (guint i = 0; i < hits->len; i++)
    add_row (self, copy_hit (g_ptr_array_index (hits, i)));

  gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "hits" : "none");
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  say_selected (self);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const HwHit *left = *(HwHit *const *) a;
  const HwHit *right = *(HwHit *const *) b;

  return (int) left->group - (int) right->group;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Look *look = data;
  HwSearchWindow *self = look->window;
  g_autoptr (GPtrArray) found = hw_session_run_finish (result, NULL);

  if (found != NULL && self->looking == look->looking)
    {
      g_ptr_array_set_size (self->found, 0);
      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (self->found, hw_hit_new_found (g_ptr_array_index (found, i)));
      g_ptr_array_sort (self->found, compare_groups); /* stable: the best stays first in each */
      fill (self);
    }

  look_free (look);
}

static void
stop_looking (HwSearchWindow *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* The list answers to every letter; what the file holds follows when it is there. */
static void
typed_cb (HwSearchWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  Look *look;

  stop_looking (self);
  if (*words == '\0')
    g_ptr_array_set_size (self->found, 0);
  fill (self);
  if (*words == '\0' || self->desk == NULL || hw_desk_get_session (self->desk) == NULL)
    return;

  self->looking = g_cancellable_new ();
  look = g_new0 (Look, 1);
  look->window = g_object_ref (self);
  look->looking = g_object_ref (self->looking);
  hw_session_run_async (hw_desk_get_session (self->desk), &hw_find_job, g_steal_pointer (&words),
                        NULL, NULL, self->looking, looked_cb, look);
}

static void
activated_cb (HwSearchWindow *self,
              GtkListBoxRow  *row)
{
  choose (self, row);
}

static gboolean
key_cb (HwSearchWindow  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      choose (self, gtk_list_box_get_selected_row (self->list));
      return TRUE;

    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;

    default:
      return FALSE;
    }
}

static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       data)
{
  const HwHit *hit = g_object_get_data (G_OBJECT (row), HIT_KEY);
  const HwHit *other = before != NULL ? g_object_get_data (G_OBJECT (before), HIT_KEY) : NULL;
  GtkWidget *label;

  if (other != NULL && other->group == hit->group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_object_new (GTK_TYPE_LABEL, "label", hw_hits_group_name (hit->group), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_header (row, label);
}

static void
hw_search_window_dispose (GObject *object)
{
  HwSearchWindow *self = HW_SEARCH_WINDOW (object);

  stop_looking (self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_SEARCH_WINDOW);

  G_OBJECT_CLASS (hw_search_window_parent_class)->dispose (object);
}

static void
hw_search_window_class_init (HwSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_search_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, HwSearchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HwSearchWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwSearchWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hw_search_window_init (HwSearchWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_hit_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search everything"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found"), -1);
  gtk_list_box_set_header_func (self->list, head_cb, NULL, NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
hw_search_window_new (GtkWindow *parent,
                      HwDesk    *desk)
{
  HwSearchWindow *self = g_object_new (HW_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);

  g_set_object (&self->desk, desk);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}
