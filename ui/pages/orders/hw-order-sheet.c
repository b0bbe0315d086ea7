/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-sheet.h"

#include "wizard/hw-field.h"

#include <glib/gi18n.h>

#define GAP 12
#define WIDTH 500
#define TALLEST 460

typedef struct
{
  const HwQuestion *question; /* borrowed */
  char             *id;       /* (owned) */
  HwField          *field;    /* borrowed */
} Entry;

struct _HwOrderSheet
{
  AdwWindow       parent_instance;

  GtkWidget      *scroller;
  GtkBox         *fields_box;
  GtkLabel       *problem_label;
  GtkWidget      *yes_button;
  GObject        *keeper;     /* (owned) (nullable) of the format */
  const HwFormat *format;     /* borrowed */
  HwDay           today;
  GArray         *entries;    /* (owned) of Entry */
  HwSheetFunc     done;
  gpointer        data;       /* (owned) by free_data */
  GDestroyNotify  free_data;
};

G_DEFINE_FINAL_TYPE (HwOrderSheet, hw_order_sheet, ADW_TYPE_WINDOW)

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->id);
}

void
hw_order_sheet_say (HwOrderSheet *self,
                    const char   *problem)
{
  g_return_if_fail (HW_IS_ORDER_SHEET (self));

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

void
hw_order_sheet_set_busy (HwOrderSheet *self,
                         gboolean      busy)
{
  g_return_if_fail (HW_IS_ORDER_SHEET (self));

  gtk_widget_set_sensitive (self->yes_button, !busy);
}

GObject *
hw_order_sheet_get_keeper (HwOrderSheet *self)
{
  g_return_val_if_fail (HW_IS_ORDER_SHEET (self), NULL);

  return self->keeper;
}

static HwFault
find_fault (const HwQuestion *question,
            const HwAnswers  *answers,
            const char       *id)
{
  const double number = hw_answers_get_number (answers, id, question->low);

  if (question->required && !hw_answers_has (answers, id))
    return HW_FAULT_MISSING;
  if (question->kind == HW_ASK_TEXT || question->kind == HW_ASK_YES_NO || question->kind == HW_ASK_DAY)
    return HW_FAULT_NONE;
  if (question->low < question->high && number < question->low)
    return HW_FAULT_TOO_LOW;
  if (question->low < question->high && number > question->high)
    return HW_FAULT_TOO_HIGH;

  return HW_FAULT_NONE;
}

/* FALSE: something is wrong, and said. */
static gboolean
read_entry (HwOrderSheet *self,
            const Entry  *entry,
            HwAnswers    *answers)
{
  g_autofree char *answer = NULL;
  HwFault fault = hw_field_read (entry->field, &answer);

  hw_answers_set (answers, entry->id, answer);
  if (fault == HW_FAULT_NONE)
    fault = find_fault (entry->question, answers, entry->id);

  hw_field_set_wrong (entry->field, fault != HW_FAULT_NONE ? hw_fault_text (fault) : NULL);
  if (fault == HW_FAULT_NONE)
    return TRUE;

  hw_order_sheet_say (self, hw_fault_text (fault));
  hw_field_take_focus (entry->field);
  return FALSE;
}

static void
yes_cb (HwOrderSheet *self)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  if (self->done == NULL || !gtk_widget_get_sensitive (self->yes_button))
    return;

  hw_order_sheet_say (self, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    if (!read_entry (self, &g_array_index (self->entries, Entry, i), answers))
      return;

  self->done (self, answers, self->data);
}

/* Enter in a field is the button, unless the field has a use for it. */
static gboolean
key_cb (HwOrderSheet    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; focus != NULL && i < self->entries->len; i++)
    {
      HwField *field = g_array_index (self->entries, Entry, i).field;

      if (!gtk_widget_is_ancestor (focus, GTK_WIDGET (field)) || hw_field_wants_enter (field, state) ||
          gtk_widget_get_native (focus) != GTK_NATIVE (self) || GTK_IS_BUTTON (focus))
        continue;

      yes_cb (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
hw_order_sheet_dispose (GObject *object)
{
  HwOrderSheet *self = HW_ORDER_SHEET (object);

  g_clear_object (&self->keeper);
  if (self->free_data != NULL && self->data != NULL)
    self->free_data (g_steal_pointer (&self->data));
  self->done = NULL;

  G_OBJECT_CLASS (hw_order_sheet_parent_class)->dispose (object);
}

static void
hw_order_sheet_finalize (GObject *object)
{
  g_array_unref (HW_ORDER_SHEET (object)->entries);

  G_OBJECT_CLASS (hw_order_sheet_parent_class)->finalize (object);
}

static void
hw_order_sheet_class_init (HwOrderSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_order_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_order_sheet_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
hw_order_sheet_init (HwOrderSheet *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->fields_box = GTK_BOX (box);
  gtk_widget_set_margin_top (box, GAP);
  gtk_widget_set_margin_bottom (box, 2 * GAP);
  gtk_widget_set_margin_start (box, 2 * GAP);
  gtk_widget_set_margin_end (box, 2 * GAP);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TALLEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  self->scroller = scroller;
}

/* Cancel and the verb above, the fields, and what is wrong below them, always in sight. */
static void
fill (HwOrderSheet *self,
      const char   *title,
      const char   *text,
      const char   *yes)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));
  GtkWidget *problem = make_label (NULL, "error");

  self->yes_button = gtk_button_new_with_label (yes);
  self->problem_label = GTK_LABEL (problem);
  gtk_widget_add_css_class (self->yes_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->yes_button, "clicked", G_CALLBACK (yes_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->yes_button);

  gtk_widget_set_margin_start (problem, 2 * GAP);
  gtk_widget_set_margin_end (problem, 2 * GAP);
  gtk_widget_set_margin_bottom (problem, GAP);
  gtk_widget_set_visible (problem, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), self->scroller);
  gtk_box_append (GTK_BOX (content), problem);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (text != NULL)
    gtk_box_append (self->fields_box, make_label (text, NULL));
}

GtkWidget *
hw_order_sheet_new (GtkWidget      *from,
                    GObject        *keeper,
                    const HwFormat *format,
                    HwDay           today,
                    const char     *title,
                    const char     *text,
                    const char     *yes)
{
  HwOrderSheet *self = g_object_new (HW_TYPE_ORDER_SHEET, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->keeper = g_object_ref (keeper);
  self->format = format;
  self->today = today;
  fill (self, title, text, yes);
  return GTK_WIDGET (self);
}

void
hw_order_sheet_add (HwOrderSheet     *self,
                    const HwQuestion *question,
                    const char       *id,
                    const char       *label,
                    const char       *answer)
{
  const char *text = label != NULL ? label : _(question->label);
  const HwFieldSpec spec = {
    .question = question, .text = text, .format = self->format, .today = self->today,
    .unit = question->unit != NULL ? _(question->unit) : NULL,
    .first_day = hw_format_first_weekday (self->format) - 1,
  };
  const Entry entry = { question, g_strdup (id != NULL ? id : question->id), hw_field_new (&spec) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 4);

  gtk_box_append (GTK_BOX (box), make_label (text, "heading"));
  if (question->hint != NULL)
    {
      GtkWidget *hint = make_label (_(question->hint), "caption");

      gtk_widget_add_css_class (hint, "dim-label");
      gtk_box_append (GTK_BOX (box), hint);
    }
  hw_field_show (entry.field, answer);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry.field));
  gtk_box_append (self->fields_box, box);
  g_array_append_val (self->entries, entry);
}

void
hw_order_sheet_on_done (HwOrderSheet   *self,
                        HwSheetFunc     done,
                        gpointer        data,
                        GDestroyNotify  free_data)
{
  g_return_if_fail (HW_IS_ORDER_SHEET (self) && self->done == NULL && done != NULL);

  self->done = done;
  self->data = data;
  self->free_data = free_data;
  if (self->entries->len > 0)
    hw_field_take_focus (g_array_index (self->entries, Entry, 0).field);
}
