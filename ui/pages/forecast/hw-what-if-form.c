/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-what-if-form.h"

#include "widgets/hw-names.h"
#include "wizard/hw-field.h"

#include <glib/gi18n.h>

#define GAP 12

enum { FROM, TO, CHANGE, N_FIELDS };

static const HwQuestion questions[N_FIELDS] = {
  [FROM] = { .id = "from", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("From which day on?"), .label = N_("From") },
  [TO] = { .id = "to", .kind = HW_ASK_DAY, .text = N_("Up to which day?"), .label = N_("To, if it is more than a day") },
  [CHANGE] = { .id = "change", .kind = HW_ASK_SHARE, .required = TRUE, .low = -0.95, .high = 5.0,
    .text = N_("By how much does the price change?"), .label = N_("Price change, cheaper with a minus sign") },
};

static const HwKnownEventKind kinds[] = { HW_KNOWN_EVENT_PROMOTION, HW_KNOWN_EVENT_PRICE, HW_KNOWN_EVENT_CLOSED };

struct _HwWhatIfForm
{
  AdwBin          parent_instance;

  GtkDropDown    *kind_drop;
  GtkWidget      *boxes[N_FIELDS];
  HwField        *fields[N_FIELDS]; /* of the format; NULL without one */
  GtkLabel       *problem_label;
  const HwFormat *format;           /* borrowed (nullable) */
};

G_DEFINE_FINAL_TYPE (HwWhatIfForm, hw_what_if_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static HwKnownEventKind
get_kind (HwWhatIfForm *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kind_drop);

  return kinds[selected < G_N_ELEMENTS (kinds) ? selected : 0];
}

void
hw_what_if_form_say (HwWhatIfForm *self,
                     const char   *problem)
{
  g_return_if_fail (HW_IS_WHAT_IF_FORM (self));

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (HwWhatIfForm *self)
{
  gtk_widget_set_visible (self->boxes[CHANGE], get_kind (self) == HW_KNOWN_EVENT_PRICE);
  hw_what_if_form_say (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
asked_cb (HwWhatIfForm *self)
{
  g_signal_emit (self, signals[ASKED], 0);
}

void
hw_what_if_form_start (HwWhatIfForm   *self,
                       const HwFormat *format,
                       HwDay           today)
{
  g_return_if_fail (HW_IS_WHAT_IF_FORM (self));

  if (self->format == format)
    return;

  self->format = format;
  for (int i = 0; i < N_FIELDS; i++)
    {
      const HwFieldSpec spec = {
        .question = &questions[i], .text = _(questions[i].label), .format = format, .today = today,
        .unit = questions[i].kind == HW_ASK_SHARE ? "%" : NULL,
        .first_day = format != NULL ? hw_format_first_weekday (format) - 1 : 0,
      };

      if (self->fields[i] != NULL)
        gtk_box_remove (GTK_BOX (self->boxes[i]), GTK_WIDGET (self->fields[i]));
      self->fields[i] = format != NULL ? hw_field_new (&spec) : NULL;
      if (format == NULL)
        continue;

      g_signal_connect_object (self->fields[i], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->boxes[i]), GTK_WIDGET (self->fields[i]));
    }
}

/* What stands in a field as an answer; FALSE if it is wrong, which is said. */
static gboolean
read_field (HwWhatIfForm *self,
            int           i,
            HwAnswers    *answers)
{
  g_autofree char *answer = NULL;
  HwFault fault = hw_field_read (self->fields[i], &answer);

  hw_answers_set (answers, questions[i].id, answer);
  if (fault == HW_FAULT_NONE && questions[i].required && answer == NULL)
    fault = HW_FAULT_MISSING;
  if (fault == HW_FAULT_NONE && i == CHANGE && hw_answers_get_number (answers, "change", 0.0) == 0.0)
    fault = HW_FAULT_NO_CHANGE;

  hw_field_set_wrong (self->fields[i], fault != HW_FAULT_NONE ? hw_fault_text (fault) : NULL);
  if (fault == HW_FAULT_NONE)
    return TRUE;

  hw_what_if_form_say (self, hw_fault_text (fault));
  hw_field_take_focus (self->fields[i]);
  return FALSE;
}

gboolean
hw_what_if_form_read (HwWhatIfForm    *self,
                      HwWhatIfRequest *wish)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  g_return_val_if_fail (HW_IS_WHAT_IF_FORM (self) && self->format != NULL, FALSE);

  hw_what_if_form_say (self, NULL);
  for (int i = 0; i < N_FIELDS; i++)
    if ((i != CHANGE || get_kind (self) == HW_KNOWN_EVENT_PRICE) && !read_field (self, i, answers))
      return FALSE;

  wish->kind = get_kind (self);
  wish->from = hw_answers_get_day (answers, "from");
  wish->to = hw_answers_has (answers, "to") ? hw_answers_get_day (answers, "to") : wish->from;
  wish->change = hw_answers_get_number (answers, "change", 0.0);
  if (wish->to >= wish->from)
    return TRUE;

  hw_what_if_form_say (self, hw_fault_text (HW_FAULT_BEFORE_START));
  return FALSE;
}

static void
hw_what_if_form_class_init (HwWhatIfFormClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_kinds (HwWhatIfForm *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  self->kind_drop = GTK_DROP_DOWN (drop);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, hw_known_event_kind_name (kinds[i]));
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
  g_object_unref (names);
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  hw_drop_down_name (self->kind_drop, _("What to try out"));
  return drop;
}

static void
hw_what_if_form_init (HwWhatIfForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *button = gtk_button_new_with_label (_("See what it would do"));
  GtkWidget *problem = make_label (NULL, "error");

  gtk_box_append (GTK_BOX (box), make_kinds (self));
  for (int i = 0; i < N_FIELDS; i++)
    {
      self->boxes[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);
      gtk_box_append (GTK_BOX (self->boxes[i]), make_label (_(questions[i].label), "caption-heading"));
      gtk_box_append (GTK_BOX (box), self->boxes[i]);
    }

  self->problem_label = GTK_LABEL (problem);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), problem);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  changed_cb (self);
  g_signal_connect_object (self->kind_drop, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hw_what_if_form_new (void)
{
  return g_object_new (HW_TYPE_WHAT_IF_FORM, NULL);
}
