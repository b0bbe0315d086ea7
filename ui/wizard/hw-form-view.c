/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers are kept as they are typed; a text that is no answer yet ("12x" where a
 * number is asked) waits beside them, so that nothing typed is lost on the way. */
#include "wizard/hw-form-view.h"

#include "widgets/hw-scroll.h"
#include "wizard/hw-field.h"
#include "wizard/hw-form-words.h"
#include "wizard/hw-step-bar.h"

#include <glib/gi18n.h>

struct _HwFormView
{
  GtkWidget          parent_instance;

  GtkWidget         *box;
  HwStepBar         *step_bar;
  GtkScrolledWindow *scroller;
  GtkLabel          *question_label;
  GtkLabel          *hint_label;
  AdwBin            *field_bin;
  GtkWidget         *fault_box;
  GtkLabel          *fault_label;
  GtkCheckButton    *unsure_check;
  GtkLabel          *leave_label;
  GtkButton         *way_button;
  GtkWidget         *note_box;
  GtkLabel          *note_label;
  GtkWidget         *later_button;
  GtkButton         *continue_button;

  const HwForm      *form;
  HwAnswers         *answers;  /* (owned) */
  GHashTable        *typed;    /* (owned) question to what was typed and is no answer yet */
  HwFormWords       *words;    /* (owned) choices, units, notes and ways by question */
  const HwFormat    *format;   /* borrowed of keeper */
  GObject           *keeper;   /* (owned) (nullable) */
  HwDay              today;
  int                first_day; /* -1: as the format has it */
  GHashTable        *skipped;  /* (owned) questions not asked while their answer is right */
  char              *last;     /* (owned) of the button on the last question */
  guint              at;       /* the question shown */
  HwField           *field;    /* borrowed: in field_bin */
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (HwFormView, hw_form_view, GTK_TYPE_WIDGET)

enum
{
  DONE,
  LATER,
  LEFT,
  CHANGED,
  SHOWN,
  WAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const HwQuestion *
get_question (HwFormView *self)
{
  return &self->form->questions[self->at];
}

static HwFault check (HwFormView *self, guint i);

static gboolean
is_asked (HwFormView *self,
          guint       i)
{
  return hw_form_applies (self->form, self->answers, i) &&
         (!g_hash_table_contains (self->skipped, self->form->questions[i].id) || check (self, i) != HW_FAULT_NONE);
}

/* The next question asked after @i, or before it; -1 if there is none. */
static int
find_asked (HwFormView *self,
            int         i,
            int         step)
{
  for (i += step; i >= 0 && i < (int) self->form->n; i += step)
    if (is_asked (self, (guint) i))
      return i;

  return -1;
}

/* A table may hold a question once for each kind of answer: the one asked now. */
static int
find_question (HwFormView *self,
               const char *question)
{
  for (guint i = 0; i < self->form->n; i++)
    if (g_str_equal (self->form->questions[i].id, question) && hw_form_applies (self->form, self->answers, i))
      return (int) i;

  return hw_form_find (self->form, question);
}

static void
update_steps (HwFormView *self)
{
  guint step = 0, n = 0;

  for (guint i = 0; i < self->form->n; i++)
    if (i == self->at || is_asked (self, i))
      {
        n++;
        if (i <= self->at)
          step++;
      }

  hw_step_bar_set_step (self->step_bar, step, n);
  gtk_button_set_label (self->continue_button,
                        find_asked (self, (int) self->at, 1) < 0 ? self->last : _("Continue"));
}

static void
show_fault (HwFormView *self,
            HwFault     fault)
{
  const char *why = fault != HW_FAULT_NONE ? hw_fault_text (fault) : NULL;

  gtk_label_set_text (self->fault_label, why != NULL ? why : "");
  gtk_widget_set_visible (self->fault_box, why != NULL);
  hw_field_set_wrong (self->field, why);
}

/* Takes what stands in the field into the answers; what is no answer is kept as typed. */
static HwFault
collect (HwFormView *self)
{
  const char *id = get_question (self)->id;
  g_autofree char *answer = NULL;
  HwFault fault = HW_FAULT_NONE;

  if (gtk_check_button_get_active (self->unsure_check))
    answer = g_strdup (HW_ANSWER_NOT_SURE);
  else
    fault = hw_field_read (self->field, &answer);

  hw_answers_set (self->answers, id, answer);
  if (fault != HW_FAULT_NONE)
    g_hash_table_insert (self->typed, g_strdup (id), hw_field_dup_typed (self->field));
  else
    g_hash_table_remove (self->typed, id);

  return fault;
}

static HwFault
check (HwFormView *self,
       guint       i)
{
  const HwQuestion *question = &self->form->questions[i];
  const char *answer = hw_answers_get_text (self->answers, question->id);

  if (g_hash_table_contains (self->typed, question->id))
    return question->kind == HW_ASK_DAY ? HW_FAULT_NOT_A_DAY : HW_FAULT_NOT_A_NUMBER;

  if (*answer != '\0' && !hw_form_words_may_choose (self->words, question, answer))
    return HW_FAULT_NOT_A_CHOICE;

  return hw_form_check (self->form, self->answers, i, self->today);
}

/* The first question asked that has a fault; -1 if none has. */
static int
find_fault (HwFormView *self)
{
  for (guint i = 0; i < self->form->n; i++)
    if (hw_form_applies (self->form, self->answers, i) && check (self, i) != HW_FAULT_NONE)
      return (int) i;

  return -1;
}

static void
field_changed_cb (HwFormView *self)
{
  if (self->filling)
    return;

  collect (self);
  show_fault (self, HW_FAULT_NONE);
  update_steps (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_field (HwFormView *self)
{
  const char *id = get_question (self)->id;
  const char *answer = hw_answers_get (self->answers, id);
  const char *typed = g_hash_table_lookup (self->typed, id);
  const gboolean unsure = g_strcmp0 (answer, HW_ANSWER_NOT_SURE) == 0;

  self->filling = TRUE;
  gtk_check_button_set_active (self->unsure_check, unsure);
  gtk_widget_set_sensitive (GTK_WIDGET (self->field), !unsure);
  if (typed != NULL)
    hw_field_show_typed (self->field, typed);
  else
    hw_field_show (self->field, unsure ? NULL : answer);
  self->filling = FALSE;
}

static void
make_field (HwFormView *self)
{
  const HwQuestion *question = get_question (self);
  HwFieldSpec spec = {
    .question = question,
    .text = _(question->text),
    .unit = hw_form_words_get_unit (self->words, question),
    .format = self->format,
    .today = self->today,
    .first_day = self->first_day >= 0 ? self->first_day : hw_format_first_weekday (self->format) - 1,
  };

  spec.choices = hw_form_words_get_choices (self->words, question, &spec.n_choices);
  self->field = hw_field_new (&spec);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->field_bin, GTK_WIDGET (self->field));
}

static void
fill_note (HwFormView *self)
{
  const char *note = hw_form_words_get_note (self->words, get_question (self)->id);

  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, note != NULL);
}

static void
fill_way (HwFormView *self)
{
  const char *way = hw_form_words_get_way (self->words, get_question (self)->id);

  gtk_button_set_label (self->way_button, way != NULL ? way : "");
  gtk_widget_set_visible (GTK_WIDGET (self->way_button), way != NULL);
}

/* One of none is no question. */
static gboolean
has_no_choices (HwFormView       *self,
                const HwQuestion *question)
{
  guint n = 1;

  if (question->kind == HW_ASK_CHOICE)
    (void) hw_form_words_get_choices (self->words, question, &n);

  return n == 0;
}

static void
show_question (HwFormView *self,
               guint       i)
{
  const HwQuestion *question = &self->form->questions[i];
  const gboolean words = question->kind == HW_ASK_WORDS;
  const gboolean text = words || question->kind == HW_ASK_TEXT;
  const gboolean empty = text || has_no_choices (self, question);
  const char *leave = !question->required && empty ? _("You can leave this empty.")
                                                  : "";

  self->at = i;
  gtk_label_set_text (self->question_label, _(question->text));
  gtk_label_set_text (self->hint_label, question->hint != NULL ? _(question->hint) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), question->hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->unsure_check), !question->required && !empty);
  gtk_label_set_text (self->leave_label, leave);
  gtk_widget_set_visible (GTK_WIDGET (self->leave_label), *leave != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->continue_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words ? _("Control and Enter") : _("Enter"), -1);
  make_field (self);
  fill_field (self);
  fill_note (self);
  fill_way (self);
  show_fault (self, HW_FAULT_NONE);
  update_steps (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  hw_field_take_focus (self->field);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
refuse (HwFormView *self,
        guint       i)
{
  if (i != self->at)
    show_question (self, i);

  show_fault (self, check (self, i));
  hw_field_take_focus (self->field);
}

static void
go_on (HwFormView *self)
{
  int next, wrong;

  collect (self);
  if (check (self, self->at) != HW_FAULT_NONE)
    {
      refuse (self, self->at);
      return;
    }

  next = find_asked (self, (int) self->at, 1);
  if (next >= 0)
    {
      show_question (self, (guint) next);
      return;
    }

  /* A later answer may have made an earlier one wrong. */
  wrong = find_fault (self);
  if (wrong >= 0)
    refuse (self, (guint) wrong);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
go_back (HwFormView *self)
{
  int before;

  collect (self);
  before = find_asked (self, (int) self->at, -1);
  if (before >= 0)
    show_question (self, (guint) before);
  else
    g_signal_emit (self, signals[LEFT], 0);
}

static void
unsure_toggled_cb (HwFormView *self)
{
  if (self->filling)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->field), !gtk_check_button_get_active (self->unsure_check));
  field_changed_cb (self);
}

static void
continue_clicked_cb (HwFormView *self)
{
  go_on (self);
}

static void
back_clicked_cb (HwFormView *self)
{
  go_back (self);
}

static void
way_clicked_cb (HwFormView *self)
{
  g_signal_emit (self, signals[WAY], 0);
}

static void
later_clicked_cb (HwFormView *self)
{
  collect (self);
  g_signal_emit (self, signals[LATER], 0);
}

/* Enter anywhere in the field goes on, unless the field has a use for it. */
static gboolean
key_pressed_cb (HwFormView      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  if (self->field == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->field)) ||
      gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)) ||
      hw_field_wants_enter (self->field, state))
    return GDK_EVENT_PROPAGATE;

  go_on (self);
  return GDK_EVENT_STOP;
}

static gboolean
alt_left_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  HwFormView *self = HW_FORM_VIEW (widget);

  if (self->form == NULL)
    return FALSE;

  go_back (self);
  return TRUE;
}

static gboolean
hw_form_view_grab_focus (GtkWidget *widget)
{
  HwFormView *self = HW_FORM_VIEW (widget);

  if (self->field == NULL)
    return FALSE;

  hw_field_take_focus (self->field);
  return TRUE;
}

static void
hw_form_view_dispose (GObject *object)
{
  HwFormView *self = HW_FORM_VIEW (object);

  self->field = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_FORM_VIEW);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (hw_form_view_parent_class)->dispose (object);
}

static void
hw_form_view_finalize (GObject *object)
{
  HwFormView *self = HW_FORM_VIEW (object);

  hw_answers_free (self->answers);
  hw_form_words_free (self->words);
  g_hash_table_unref (self->typed);
  g_hash_table_unref (self->skipped);
  g_free (self->last);

  G_OBJECT_CLASS (hw_form_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "wizard/hw-form-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFormView, box);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, step_bar);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, question_label);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, field_bin);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, fault_box);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, fault_label);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, unsure_check);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, leave_label);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, way_button);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, note_box);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, later_button);
  gtk_widget_class_bind_template_child (widget_class, HwFormView, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, unsure_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, HW_TYPE_FORM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_form_view_class_init (HwFormViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_form_view_dispose;
  object_class->finalize = hw_form_view_finalize;
  widget_class->grab_focus = hw_form_view_grab_focus;

  signals[DONE] = new_signal ("done");
  signals[LATER] = new_signal ("later");
  signals[LEFT] = new_signal ("left");
  signals[CHANGED] = new_signal ("changed");
  signals[SHOWN] = new_signal ("shown");
  signals[WAY] = new_signal ("way");

  g_type_ensure (HW_TYPE_STEP_BAR);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, alt_left_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, GDK_ALT_MASK, alt_left_cb, NULL);
}

static void
hw_form_view_init (HwFormView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->first_day = -1;
  self->answers = hw_answers_new ();
  self->words = hw_form_words_new ();
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_scroll_keep_steady (self->scroller);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
hw_form_view_new (void)
{
  return g_object_new (HW_TYPE_FORM_VIEW, NULL);
}

void
hw_form_view_start (HwFormView      *self,
                    const HwForm    *form,
                    const HwAnswers *answers,
                    const HwFormat  *format,
                    GObject         *keeper,
                    HwDay            today,
                    const char      *last)
{
  int wrong;

  g_return_if_fail (HW_IS_FORM_VIEW (self));
  g_return_if_fail (form != NULL && form->n > 0);

  self->form = form;
  self->format = format;
  g_set_object (&self->keeper, keeper);
  self->today = today;
  g_free (self->last);
  self->last = g_strdup (last);
  g_hash_table_remove_all (self->typed);
  hw_answers_free (self->answers);
  self->answers = answers != NULL ? hw_answers_copy (answers) : hw_answers_new ();

  wrong = find_fault (self);
  if (wrong < 0)
    wrong = find_asked (self, -1, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _(form->title), -1);
  show_question (self, (guint) MAX (wrong, 0));
  if (hw_answers_has (self->answers, get_question (self)->id))
    show_fault (self, check (self, self->at)); /* answered, and wrong since then */
}

void
hw_form_view_set_choices (HwFormView     *self,
                          const char     *question,
                          const HwChoice *choices,
                          guint           n)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  hw_form_words_set_choices (self->words, question, choices, n);
  if (self->form != NULL && g_str_equal (get_question (self)->id, question))
    show_question (self, self->at);
}

void
hw_form_view_set_unit (HwFormView *self,
                       const char *question,
                       const char *unit)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  hw_form_words_set_unit (self->words, question, unit);
  if (self->form != NULL && g_str_equal (get_question (self)->id, question))
    show_question (self, self->at);
}

void
hw_form_view_set_note (HwFormView *self,
                       const char *question,
                       const char *note)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  hw_form_words_set_note (self->words, question, note);
  if (self->form != NULL)
    fill_note (self);
}

void
hw_form_view_set_way (HwFormView *self,
                      const char *question,
                      const char *label)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  hw_form_words_set_way (self->words, question, label);
  if (self->form != NULL)
    fill_way (self);
}

void
hw_form_view_set_skipped (HwFormView *self,
                          const char *question,
                          gboolean    skipped)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  if (skipped)
    g_hash_table_add (self->skipped, g_strdup (question));
  else
    g_hash_table_remove (self->skipped, question);
  if (self->form != NULL)
    update_steps (self);
}

void
hw_form_view_set_first_day (HwFormView *self,
                            int         first_day)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  self->first_day = first_day;
}

void
hw_form_view_set_later_shown (HwFormView *self,
                              gboolean    shown)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  gtk_widget_set_visible (self->later_button, shown);
}

const HwAnswers *
hw_form_view_get_answers (HwFormView *self)
{
  g_return_val_if_fail (HW_IS_FORM_VIEW (self), NULL);

  return self->answers;
}

void
hw_form_view_set_answer (HwFormView *self,
                         const char *question,
                         const char *answer)
{
  g_return_if_fail (HW_IS_FORM_VIEW (self));

  hw_answers_set (self->answers, question, answer);
  g_hash_table_remove (self->typed, question);
  if (self->form == NULL)
    return;

  if (g_str_equal (get_question (self)->id, question))
    fill_field (self);
  update_steps (self);
}

void
hw_form_view_show (HwFormView *self,
                   const char *question)
{
  int found;

  g_return_if_fail (HW_IS_FORM_VIEW (self));
  g_return_if_fail (self->form != NULL);

  found = find_question (self, question);
  g_return_if_fail (found >= 0);

  collect (self);
  show_question (self, (guint) found);
}

const char *
hw_form_view_get_question (HwFormView *self)
{
  g_return_val_if_fail (HW_IS_FORM_VIEW (self), NULL);

  return self->form != NULL ? get_question (self)->id : NULL;
}
