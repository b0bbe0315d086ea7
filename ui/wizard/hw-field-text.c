/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as the owner says them: one line, or several in a box. */
#include "wizard/hw-field.h"

#define BOX_HEIGHT 120

#define HW_TYPE_TEXT_FIELD (hw_text_field_get_type ())

G_DECLARE_FINAL_TYPE (HwTextField, hw_text_field, HW, TEXT_FIELD, HwField)

struct _HwTextField
{
  HwField        parent_instance;

  GtkEntry      *entry;   /* one line, or NULL */
  GtkTextBuffer *buffer;  /* several, or NULL */
};

G_DEFINE_FINAL_TYPE (HwTextField, hw_text_field, HW_TYPE_FIELD)

static char *
dup_text (HwTextField *self)
{
  GtkTextIter start, end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
hw_text_field_show (HwField    *field,
                    const char *answer)
{
  HwTextField *self = HW_TEXT_FIELD (field);
  const char *text = answer != NULL ? answer : "";

  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    gtk_text_buffer_set_text (self->buffer, text, -1);
}

static HwFault
hw_text_field_read (HwField  *field,
                    char    **answer)
{
  g_autofree char *text = g_strstrip (dup_text (HW_TEXT_FIELD (field)));

  if (*text != '\0')
    *answer = g_steal_pointer (&text);

  return HW_FAULT_NONE;
}

/* A new line in the box; Control and Enter go on. */
static gboolean
hw_text_field_wants_enter (HwField         *field,
                           GdkModifierType  state)
{
  return HW_TEXT_FIELD (field)->buffer != NULL && (state & GDK_CONTROL_MASK) == 0;
}

static void
hw_text_field_class_init (HwTextFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  field_class->show = hw_text_field_show;
  field_class->read = hw_text_field_read;
  field_class->wants_enter = hw_text_field_wants_enter;
}

static void
hw_text_field_init (HwTextField *self)
{
}

static GtkWidget *
make_box (HwTextField       *self,
          const HwFieldSpec *spec)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "hw-words");
  gtk_widget_add_css_class (scroller, "card");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), BOX_HEIGHT);
  gtk_widget_set_focusable (scroller, FALSE);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (hw_field_changed), self);
  hw_field_set_target (HW_FIELD (self), view, spec->text);
  return scroller;
}

static GtkWidget *
make_line (HwTextField       *self,
           const HwFieldSpec *spec)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_ENTRY (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (hw_field_changed), self);
  hw_field_set_target (HW_FIELD (self), entry, spec->text);
  return entry;
}

HwField *
hw_text_field_new (const HwFieldSpec *spec)
{
  HwTextField *self = g_object_new (HW_TYPE_TEXT_FIELD, NULL);
  const gboolean words = spec->question->kind == HW_ASK_WORDS;

  adw_bin_set_child (ADW_BIN (self), words ? make_box (self, spec) : make_line (self, spec));
  return HW_FIELD (self);
}
