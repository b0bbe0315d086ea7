/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many choices: a list that opens and is searched by typing: Down goes to what was
 * found, Enter takes the first of it, Escape closes the list. */
#include "wizard/hw-field.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define HW_TYPE_LIST_FIELD (hw_list_field_get_type ())

G_DECLARE_FINAL_TYPE (HwListField, hw_list_field, HW, LIST_FIELD, HwField)

struct _HwListField
{
  HwField      parent_instance;

  GtkDropDown *drop;
  GtkWidget   *popover;  /* (unowned) the drop-down's own */
  GtkWidget   *search;   /* (unowned) in it */
  GtkWidget   *found;    /* (unowned) the list in it */
  GPtrArray   *ids;     /* (owned) of char; the first, "", is no choice */
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (HwListField, hw_list_field, HW_TYPE_FIELD)

static void
hw_list_field_show (HwField    *field,
                    const char *answer)
{
  HwListField *self = HW_LIST_FIELD (field);
  guint found = 0;

  for (guint i = 1; i < self->ids->len && answer != NULL; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), answer))
      found = i;

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drop, found);
  self->filling = FALSE;
}

static HwFault
hw_list_field_read (HwField  *field,
                    char    **answer)
{
  HwListField *self = HW_LIST_FIELD (field);
  const guint selected = gtk_drop_down_get_selected (self->drop);

  if (selected > 0 && selected < self->ids->len)
    *answer = g_strdup (g_ptr_array_index (self->ids, selected));

  return HW_FAULT_NONE;
}

/* Enter opens the list; with a choice made it goes on. */
static gboolean
hw_list_field_wants_enter (HwField         *field,
                           GdkModifierType  state)
{
  return gtk_drop_down_get_selected (HW_LIST_FIELD (field)->drop) == 0;
}

static void
selected_cb (HwListField *self)
{
  if (!self->filling)
    hw_field_changed (HW_FIELD (self));
}

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_inside (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
focus_search (gpointer data)
{
  HwListField *self = data;

  if (gtk_widget_get_mapped (self->popover))
    gtk_widget_grab_focus (self->search);
  return G_SOURCE_REMOVE;
}

/* After the drop-down has put the focus on its list. */
static void
opened_cb (HwListField *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_search, g_object_ref (self), g_object_unref);
}

static void
closed_cb (HwListField *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
escape_cb (HwListField *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Enter takes the first that was found; with nothing typed all stays as it is. */
static void
enter_cb (HwListField *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->found));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
    {
      gtk_selection_model_select_item (model, 0, TRUE);
      g_signal_emit_by_name (self->found, "activate", 0u);
    }
}

static gboolean
search_key_cb (HwListField     *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (self->found, "list.scroll-to-item", "u", 0u);
  gtk_widget_child_focus (self->found, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
watch_search (HwListField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->popover = find_inside (GTK_WIDGET (self->drop), GTK_TYPE_POPOVER);
  self->search = find_inside (self->popover, GTK_TYPE_SEARCH_ENTRY);
  self->found = find_inside (self->popover, GTK_TYPE_LIST_VIEW);
  g_signal_connect_object (self->popover, "map", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
}

static void
hw_list_field_finalize (GObject *object)
{
  g_ptr_array_unref (HW_LIST_FIELD (object)->ids);

  G_OBJECT_CLASS (hw_list_field_parent_class)->finalize (object);
}

static void
hw_list_field_class_init (HwListFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_list_field_finalize;
  field_class->show = hw_list_field_show;
  field_class->read = hw_list_field_read;
  field_class->wants_enter = hw_list_field_wants_enter;
}

static void
hw_list_field_init (HwListField *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

HwField *
hw_list_field_new (const HwFieldSpec *spec)
{
  HwListField *self = g_object_new (HW_TYPE_LIST_FIELD, NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  self->drop = GTK_DROP_DOWN (drop);
  gtk_string_list_append (names, _("Choose…"));
  g_ptr_array_add (self->ids, g_strdup (""));
  for (guint i = 0; i < spec->n_choices; i++)
    {
      gtk_string_list_append (names, spec->choices[i].label);
      g_ptr_array_add (self->ids, g_strdup (spec->choices[i].id));
    }

  gtk_drop_down_set_expression (self->drop, text);
  gtk_drop_down_set_enable_search (self->drop, TRUE);
  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (names));
  g_object_unref (names);
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  hw_field_set_target (HW_FIELD (self), drop, spec->text);
  hw_drop_down_name (self->drop, spec->text);
  watch_search (self);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), drop);
  return HW_FIELD (self);
}
