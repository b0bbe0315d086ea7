/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/help/hw-help-window.h"

#include "pages/help/hw-help-book.h"
#include "pages/help/hw-help-text.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwHelpWindow
{
  AdwWindow           parent_instance;

  AdwLeaflet         *leaflet;
  AdwHeaderBar       *list_bar;
  AdwHeaderBar       *text_bar;
  AdwWindowTitle     *text_title;
  GtkButton          *back_button;
  GtkSearchEntry     *search_entry;
  GtkListBox         *topic_list;
  GtkScrolledWindow  *text_scroller;
  GtkBox             *text_box;

  GPtrArray          *past;  /* of const HwHelpTopic: where Back leads, the last one first to go */
  const HwHelpTopic  *topic; /* what is shown */
};

G_DEFINE_FINAL_TYPE (HwHelpWindow, hw_help_window, ADW_TYPE_WINDOW)

static void
update_back (HwHelpWindow *self)
{
  const gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (GTK_WIDGET (self->back_button), folded || self->past->len > 0);
  adw_header_bar_set_show_start_title_buttons (self->text_bar, folded);
  adw_header_bar_set_show_end_title_buttons (self->list_bar, folded);
}

static void
set_topic (HwHelpWindow      *self,
           const HwHelpTopic *topic)
{
  g_autofree char *text = hw_help_text_dup (topic);
  const HwHelpTopic *topics;
  GtkWidget *child;
  guint n;

  self->topic = topic;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->text_box))) != NULL)
    gtk_box_remove (self->text_box, child);
  hw_help_text_fill (self->text_box, topic);
  adw_window_title_set_title (self->text_title, topic->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, topic->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->text_scroller), 0);

  topics = hw_help_topics (&n);
  gtk_list_box_select_row (self->topic_list, gtk_list_box_get_row_at_index (self->topic_list, (int) (topic - topics)));
  update_back (self);
}

static void
turn_to (HwHelpWindow      *self,
         const HwHelpTopic *topic)
{
  if (self->topic != topic)
    {
      g_ptr_array_add (self->past, (gpointer) self->topic);
      set_topic (self, topic);
    }
  adw_leaflet_set_visible_child_name (self->leaflet, "text");
  gtk_widget_grab_focus (GTK_WIDGET (self->text_scroller));
}

static void
topic_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const HwHelpTopic *topic = hw_help_find_topic (g_variant_get_string (parameter, NULL));

  if (topic != NULL)
    turn_to (HW_HELP_WINDOW (widget), topic);
}

/* Where one came from; in a narrow window at last the list. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HwHelpWindow *self = HW_HELP_WINDOW (widget);

  if (self->past->len > 0)
    {
      set_topic (self, g_ptr_array_steal_index (self->past, self->past->len - 1));
      gtk_widget_grab_focus (GTK_WIDGET (self->text_scroller));
    }
  else if (adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_visible_child_name (self->leaflet, "list");
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->topic_list)));
    }
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HwHelpWindow *self = HW_HELP_WINDOW (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
row_activated_cb (HwHelpWindow  *self,
                  GtkListBoxRow *row)
{
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  turn_to (self, &topics[gtk_list_box_row_get_index (row)]);
}

static gboolean
row_is_found (GtkListBoxRow *row,
              gpointer       data)
{
  HwHelpWindow *self = data;
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  return hw_help_topic_matches (&topics[gtk_list_box_row_get_index (row)],
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (HwHelpWindow *self)
{
  gtk_list_box_invalidate_filter (self->topic_list);
}

/* The first topic that has the words. */
static void
search_activated_cb (HwHelpWindow *self)
{
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  for (guint i = 0; i < n; i++)
    if (hw_help_topic_matches (&topics[i], gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
      {
        turn_to (self, &topics[i]);
        return;
      }
}

static void
search_stopped_cb (HwHelpWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
add_rows (HwHelpWindow *self)
{
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (topics[i].title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, topics[i].title, -1);
      gtk_list_box_append (self->topic_list, row);
    }
  gtk_list_box_set_filter_func (self->topic_list, row_is_found, self, NULL);
}

/* From the words one looks for to what was found. */
static gboolean
down_cb (GtkWidget *entry,
         GVariant  *args,
         gpointer   data)
{
  HwHelpWindow *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->topic_list);

  for (int i = 0; row == NULL || !gtk_widget_get_child_visible (GTK_WIDGET (row)); i++)
    if ((row = gtk_list_box_get_row_at_index (self->topic_list, i)) == NULL)
      return TRUE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

/* A text scrolls with the arrow keys too, not only by pages. */
static void
add_arrow_keys (HwHelpWindow *self)
{
  GtkEventController *down = gtk_shortcut_controller_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (down),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0), gtk_callback_action_new (down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), down);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Down, 0), gtk_signal_action_new ("scroll-child"),
                                     "(ib)", GTK_SCROLL_STEP_FORWARD, FALSE));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Up, 0), gtk_signal_action_new ("scroll-child"),
                                     "(ib)", GTK_SCROLL_STEP_BACKWARD, FALSE));
  gtk_widget_add_controller (GTK_WIDGET (self->text_scroller), keys);
}

static void
hw_help_window_dispose (GObject *object)
{
  HwHelpWindow *self = HW_HELP_WINDOW (object);

  if (self->topic_list != NULL)
    gtk_list_box_set_filter_func (self->topic_list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (hw_help_window_parent_class)->dispose (object);
}

static void
hw_help_window_finalize (GObject *object)
{
  g_ptr_array_unref (HW_HELP_WINDOW (object)->past);

  G_OBJECT_CLASS (hw_help_window_parent_class)->finalize (object);
}

static void
hw_help_window_class_init (HwHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_help_window_finalize;

  gtk_widget_class_install_action (widget_class, "help.topic", "s", topic_action);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "help.search", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/help/hw-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, list_bar);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, text_bar);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, text_title);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, topic_list);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, text_scroller);
  gtk_widget_class_bind_template_child (widget_class, HwHelpWindow, text_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
hw_help_window_init (HwHelpWindow *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();
  const HwHelpTopic *topics;
  guint n;

  /* A dialog keeps its own group waiting: the manual is read, and the dialog filled
   * in, side by side. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  self->past = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->topic_list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Topics"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the help"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  add_rows (self);
  add_arrow_keys (self);
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (update_back), self);

  topics = hw_help_topics (&n);
  set_topic (self, &topics[0]);
}

/* The manual that is open, if one is. */
static HwHelpWindow *
find_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (HW_IS_HELP_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return HW_HELP_WINDOW (window);
    }

  return NULL;
}

static gboolean
f1_cb (GtkWidget *widget,
       GVariant  *topic,
       gpointer   data)
{
  hw_help_show (GTK_WINDOW (gtk_widget_get_root (widget)), g_variant_get_string (topic, NULL));
  return TRUE;
}

const char *
hw_help_window_get_topic (HwHelpWindow *self)
{
  g_return_val_if_fail (HW_IS_HELP_WINDOW (self), NULL);

  return self->topic->id;
}

void
hw_help_show (GtkWindow  *parent,
              const char *topic)
{
  const HwHelpTopic *found = hw_help_find_topic (topic);
  HwHelpWindow *self = find_open ();

  if (self == NULL)
    {
      self = g_object_new (HW_TYPE_HELP_WINDOW, NULL);
      if (found != NULL)
        set_topic (self, found);
    }
  else if (found != NULL)
    {
      turn_to (self, found);
    }

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  adw_leaflet_set_visible_child_name (self->leaflet, "text");
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_scroller));
}

void
hw_help_add_key (GtkWidgetClass *klass,
                 const char     *topic)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_F1, 0, f1_cb, "s", topic);
}
