/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form is gone through as its owner does: by typing and by keys. */
#include "wizard/hw-form-view.h"

#include "wizard/hw-step-bar.h"

#include <glib/gi18n.h>

static const HwChoice sides[] = { { "left", N_("Left") }, { "right", N_("Right") }, { NULL, NULL } };

enum
{
  ASK_NAME,
  ASK_AMOUNT,
  ASK_SHARE,
  ASK_DAY,
  ASK_SIDE,
  ASK_WHY_RIGHT,
  ASK_OPEN,
  ASK_SURE,
  ASK_NOTE,
  N_ASKS,
};

static const HwQuestion questions[N_ASKS] = {
  [ASK_NAME] = { "name", N_("What is it called?"), N_("Name"), NULL, HW_ASK_TEXT, TRUE },
  [ASK_AMOUNT] = { "amount", N_("What may it cost?"), N_("Cost"), N_("All of it."), HW_ASK_MONEY, TRUE, NULL, 0.0, 5000.0 },
  [ASK_SHARE] = { "share", N_("How much better?"), N_("Better"), NULL, HW_ASK_SHARE, FALSE, NULL, 0.0, 1.0 },
  [ASK_DAY] = { "day", N_("When does it start?"), N_("Start"), NULL, HW_ASK_DAY, TRUE },
  [ASK_SIDE] = { "side", N_("Which side?"), N_("Side"), NULL, HW_ASK_CHOICE, TRUE, NULL, 0.0, 0.0, sides },
  [ASK_WHY_RIGHT] = { "why-right", N_("Why the right one?"), N_("Why"), NULL, HW_ASK_TEXT, TRUE },
  [ASK_OPEN] = { "open", N_("On which days?"), N_("Days"), NULL, HW_ASK_WEEKDAYS, TRUE },
  [ASK_SURE] = { "people", N_("Does it decide about people?"), N_("People"), NULL, HW_ASK_YES_NO, FALSE },
  [ASK_NOTE] = { "note", N_("Anything else?"), N_("Note"), NULL, HW_ASK_WORDS, FALSE },
};

static gboolean
applies (const HwAnswers *answers,
         guint            i)
{
  return i != ASK_WHY_RIGHT || g_str_equal (hw_answers_get_text (answers, "side"), "right");
}

static HwFault
check_form (const HwAnswers *answers,
            guint            i,
            HwDay            today)
{
  return i == ASK_DAY && hw_answers_get_day (answers, "day") < today ? HW_FAULT_PAST : HW_FAULT_NONE;
}

static const HwForm form = { "test", N_("A test"), questions, N_ASKS, applies, check_form };

typedef struct
{
  GtkWindow  *window;
  HwFormView *view;
  HwFormat   *format;
  guint       done, later, left, changed;
} Fixture;

static void
count_cb (guint *seen)
{
  (*seen)++;
}

static void
set_up (Fixture       *f,
        gconstpointer  country)
{
  GObject *keeper = g_object_new (GTK_TYPE_STRING_LIST, NULL);

  f->format = hw_format_new ("en", country, "EUR");
  f->window = GTK_WINDOW (gtk_window_new ());
  f->view = HW_FORM_VIEW (hw_form_view_new ());
  gtk_window_set_child (f->window, GTK_WIDGET (f->view));
  g_signal_connect_swapped (f->view, "done", G_CALLBACK (count_cb), &f->done);
  g_signal_connect_swapped (f->view, "later", G_CALLBACK (count_cb), &f->later);
  g_signal_connect_swapped (f->view, "left", G_CALLBACK (count_cb), &f->left);
  g_signal_connect_swapped (f->view, "changed", G_CALLBACK (count_cb), &f->changed);
  hw_form_view_start (f->view, &form, NULL, f->format, keeper, hw_day_from_ymd (2026, 3, 2), "Save it");
  gtk_window_present (f->window);
  g_object_unref (keeper);
}

static void
tear_down (Fixture       *f,
           gconstpointer  country)
{
  HwFormView *view = g_object_ref (f->view);

  gtk_window_destroy (f->window);
  g_assert_finalize_object (view);
  hw_format_free (f->format);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *buildable)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)), buildable) == 0
                           ? child : find_named (child, buildable);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
part (Fixture    *f,
      const char *id)
{
  GtkWidget *found = find_named (GTK_WIDGET (f->view), id);

  g_assert_nonnull (found);
  return found;
}

static void
press (Fixture    *f,
       const char *button)
{
  g_signal_emit_by_name (part (f, button), "clicked");
}

/* As the owner presses it, wherever the focus is: FALSE if nobody took it. */
static gboolean
press_key (Fixture         *f,
           guint            keyval,
           GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
      if (taken)
        return TRUE;
    }

  return FALSE;
}

static void
type_text (Fixture    *f,
           const char *text)
{
  GtkWidget *entry = find (part (f, "field_bin"), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static const char *
typed_text (Fixture *f)
{
  return gtk_editable_get_text (GTK_EDITABLE (find (part (f, "field_bin"), GTK_TYPE_ENTRY)));
}

static void
assert_at (Fixture    *f,
           const char *question,
           const char *step)
{
  g_assert_cmpstr (hw_form_view_get_question (f->view), ==, question);
  g_assert_cmpstr (hw_step_bar_get_text (HW_STEP_BAR (part (f, "step_bar"))), ==, step);
}

static void
assert_fault (Fixture *f,
              HwFault  fault)
{
  GtkWidget *box = part (f, "fault_box");

  g_assert_cmpint (gtk_widget_get_visible (box), ==, fault != HW_FAULT_NONE);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (f, "fault_label"))), ==, hw_fault_text (fault));
}

static void
assert_kept (Fixture    *f,
             const char *question,
             const char *answer)
{
  g_assert_cmpstr (hw_answers_get (hw_form_view_get_answers (f->view), question), ==, answer);
}

static void
choose_row (Fixture *f,
            int      i)
{
  GtkWidget *list = find (part (f, "field_bin"), GTK_TYPE_LIST_BOX);

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)));
}

static void
test_whole_way (Fixture       *f,
                gconstpointer  country)
{
  assert_at (f, "name", "1 of 8");
  type_text (f, "  Bake later ");
  press (f, "continue_button");

  assert_at (f, "amount", "2 of 8");
  type_text (f, "€ 1.250,50");
  press (f, "continue_button");
  assert_kept (f, "amount", "12505000");

  assert_at (f, "share", "3 of 8");
  type_text (f, "12,5 %");
  press (f, "continue_button");
  assert_kept (f, "share", "1250");

  assert_at (f, "day", "4 of 8");
  type_text (f, "9.3.2026");
  press (f, "continue_button");

  assert_at (f, "side", "5 of 8");
  choose_row (f, 1);
  assert_at (f, "side", "5 of 9"); /* the right side has one more question */
  press (f, "continue_button");
  type_text (f, "It is nearer");
  press (f, "continue_button");

  assert_at (f, "open", "7 of 9");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (part (f, "field_bin"), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  press (f, "continue_button");
  assert_kept (f, "open", "1000000");

  assert_at (f, "people", "8 of 9");
  choose_row (f, 0);
  press (f, "continue_button");
  assert_kept (f, "people", "no");

  assert_at (f, "note", "9 of 9");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (part (f, "continue_button"))), ==, "Save it");
  g_assert_cmpuint (f->done, ==, 0);
  press (f, "continue_button");
  g_assert_cmpuint (f->done, ==, 1);

  assert_kept (f, "name", "Bake later");
  g_assert_cmpint (hw_answers_get_day (hw_form_view_get_answers (f->view), "day"), ==, hw_day_from_ymd (2026, 3, 9));
  assert_kept (f, "note", NULL);
}

static void
test_faults_at_the_field (Fixture       *f,
                          gconstpointer  country)
{
  press (f, "continue_button");
  assert_at (f, "name", "1 of 8");
  assert_fault (f, HW_FAULT_MISSING);
  gtk_test_accessible_assert_state (find (part (f, "field_bin"), GTK_TYPE_ENTRY), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (find (part (f, "field_bin"), GTK_TYPE_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hw_fault_text (HW_FAULT_MISSING));
  g_assert_true (gtk_widget_has_css_class (find (part (f, "field_bin"), GTK_TYPE_ENTRY), "error"));

  type_text (f, "Bake"); /* the words go as soon as it changes */
  assert_fault (f, HW_FAULT_NONE);
  press (f, "continue_button");

  type_text (f, "a lot");
  press (f, "continue_button");
  assert_at (f, "amount", "2 of 8");
  assert_fault (f, HW_FAULT_NOT_A_NUMBER);
  g_assert_cmpstr (typed_text (f), ==, "a lot");

  type_text (f, "5001");
  press (f, "continue_button");
  assert_fault (f, HW_FAULT_TOO_HIGH);
  type_text (f, "5000");
  press (f, "continue_button");

  press (f, "continue_button"); /* the share is not required */
  type_text (f, "soon");
  press (f, "continue_button");
  assert_fault (f, HW_FAULT_NOT_A_DAY);
  type_text (f, "1.3.2026");
  press (f, "continue_button");
  assert_fault (f, HW_FAULT_PAST);
  type_text (f, "2.3.2026");
  press (f, "continue_button");
  assert_at (f, "side", "5 of 8");
  assert_fault (f, HW_FAULT_NONE);
}

/* Nothing typed is lost on the way back, not even what is no answer. */
static void
test_back_keeps (Fixture       *f,
                 gconstpointer  country)
{
  type_text (f, "Bake");
  press (f, "continue_button");
  type_text (f, "1.2x");
  press (f, "back_button");
  assert_at (f, "name", "1 of 8");
  g_assert_cmpstr (typed_text (f), ==, "Bake");

  press (f, "continue_button");
  g_assert_cmpstr (typed_text (f), ==, "1.2x");
  assert_fault (f, HW_FAULT_NONE);
  type_text (f, "1250,5");
  press (f, "continue_button");
  press (f, "back_button");
  g_assert_cmpstr (typed_text (f), ==, "1.250,5"); /* as the business writes it */

  press (f, "back_button");
  press (f, "back_button");
  g_assert_cmpuint (f->left, ==, 1);
  assert_at (f, "name", "1 of 8");
}

static void
test_keys (Fixture       *f,
           gconstpointer  country)
{
  type_text (f, "Bake");
  g_assert_true (press_key (f, GDK_KEY_Return, 0));
  assert_at (f, "amount", "2 of 8");
  g_assert_false (press_key (f, GDK_KEY_space, 0));

  hw_form_view_show (f->view, "side");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (
    GTK_LIST_BOX (find (part (f, "field_bin"), GTK_TYPE_LIST_BOX)), 0)));
  g_assert_false (press_key (f, GDK_KEY_Return, 0)); /* chooses the row */
  choose_row (f, 0);
  g_assert_true (press_key (f, GDK_KEY_Return, 0));  /* goes on */
  assert_at (f, "open", "6 of 8");

  hw_form_view_show (f->view, "note");
  g_assert_false (press_key (f, GDK_KEY_Return, 0)); /* a new line */
  g_assert_true (press_key (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  assert_at (f, "amount", "2 of 8"); /* the first that is still missing */
  assert_fault (f, HW_FAULT_MISSING);
}

static void
test_not_sure (Fixture       *f,
               gconstpointer  country)
{
  GtkCheckButton *unsure = GTK_CHECK_BUTTON (part (f, "unsure_check"));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (unsure))); /* a name is needed */
  hw_form_view_show (f->view, "people");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (unsure)));
  gtk_check_button_set_active (unsure, TRUE);
  assert_kept (f, "people", HW_ANSWER_NOT_SURE);
  g_assert_false (gtk_widget_is_sensitive (find (part (f, "field_bin"), GTK_TYPE_LIST_BOX)));

  press (f, "back_button");
  hw_form_view_show (f->view, "people");
  g_assert_true (gtk_check_button_get_active (unsure));
  gtk_check_button_set_active (unsure, FALSE);
  assert_kept (f, "people", NULL);
}

static void
test_draft (Fixture       *f,
            gconstpointer  country)
{
  g_autoptr (HwAnswers) draft = NULL;

  type_text (f, "Bake");
  press (f, "continue_button");
  type_text (f, "100");
  press (f, "later_button");
  g_assert_cmpuint (f->later, ==, 1);

  /* Gone on with later: at the first question still open, or the first of all. */
  draft = hw_answers_copy (hw_form_view_get_answers (f->view));
  hw_form_view_start (f->view, &form, draft, f->format, G_OBJECT (f->window), hw_day_from_ymd (2026, 3, 2), "Save it");
  assert_at (f, "day", "4 of 8");
  hw_answers_set_day (draft, "day", hw_day_from_ymd (2026, 3, 2));
  hw_answers_set (draft, "side", "left");
  hw_answers_set (draft, "open", "1111100");
  hw_form_view_start (f->view, &form, draft, f->format, G_OBJECT (f->window), hw_day_from_ymd (2026, 3, 2), "Save it");
  assert_at (f, "name", "1 of 8");
  hw_form_view_start (f->view, &form, NULL, f->format, NULL, 0, "Save it");
}

/* What cannot be answered otherwise is not asked, unless its answer is wrong. */
static void
test_skipped (Fixture       *f,
              gconstpointer  country)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_answers_set (answers, "name", "Bake");
  hw_answers_set_number (answers, "amount", 100.0);
  hw_form_view_set_skipped (f->view, "amount", TRUE);
  hw_form_view_start (f->view, &form, answers, f->format, NULL, 0, "Save it");
  hw_form_view_show (f->view, "name");
  assert_at (f, "name", "1 of 7");
  press (f, "continue_button");
  g_assert_cmpstr (hw_form_view_get_question (f->view), !=, "amount");
  assert_kept (f, "amount", "1000000");

  hw_answers_set (answers, "amount", NULL);
  hw_form_view_start (f->view, &form, answers, f->format, NULL, 0, "Save it");
  assert_at (f, "amount", "2 of 8");
}

/* An answer that time has made wrong says so at once. */
static void
test_wrong_from_the_start (Fixture       *f,
                           gconstpointer  country)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_answers_set (answers, "name", "Bake");
  hw_answers_set_number (answers, "amount", 6000.0);
  hw_form_view_start (f->view, &form, answers, f->format, NULL, 0, "Save it");
  assert_at (f, "amount", "2 of 8");
  assert_fault (f, HW_FAULT_TOO_HIGH);
}

/* Choices, units and notes that hang on the business. */
static void
test_words_of_the_business (Fixture       *f,
                            gconstpointer  country)
{
  HwChoice many[9];

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = (HwChoice) { "abcdefghi" + i, "Somewhere" };
  many[7] = (HwChoice) { "right", "Right" };

  hw_form_view_set_unit (f->view, "amount", "a month");
  hw_form_view_set_note (f->view, "amount", "You spent 100 so far.");
  hw_form_view_show (f->view, "amount");
  g_assert_true (gtk_widget_get_visible (part (f, "note_box")));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (part (f, "field_bin"), GTK_TYPE_LABEL))), ==, "EUR a month");
  gtk_test_accessible_assert_property (find (part (f, "field_bin"), GTK_TYPE_ENTRY), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What may it cost? (EUR a month)");

  hw_form_view_set_choices (f->view, "side", many, 3);
  hw_form_view_set_answer (f->view, "side", "left");
  hw_form_view_show (f->view, "side");
  g_assert_false (gtk_widget_get_visible (part (f, "note_box")));
  press (f, "continue_button");
  assert_fault (f, HW_FAULT_MISSING); /* it is no longer to be chosen */

  hw_form_view_set_choices (f->view, "side", many, G_N_ELEMENTS (many));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (part (f, "field_bin"), GTK_TYPE_DROP_DOWN)), 8);
  assert_kept (f, "side", "right");
  hw_form_view_set_answer (f->view, "side", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find (part (f, "field_bin"), GTK_TYPE_DROP_DOWN))), ==, 0);
}

static void
test_week_begins_where_it_does (Fixture       *f,
                                gconstpointer  country)
{
  GtkWidget *first;

  hw_form_view_set_first_day (f->view, 6);
  hw_form_view_show (f->view, "open");
  first = find (part (f, "field_bin"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sunday");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  assert_kept (f, "open", "0000001");
}

/* Nothing to choose from is no line across the page: a button leads to what is missing. */
static void
test_way_out (Fixture       *f,
              gconstpointer  country)
{
  const HwChoice third = { "third", "Third" };
  guint pressed = 0;

  g_signal_connect_swapped (f->view, "way", G_CALLBACK (count_cb), &pressed);
  hw_form_view_set_choices (f->view, "side", NULL, 0);
  hw_form_view_set_way (f->view, "side", "Make a side");
  g_assert_false (gtk_widget_get_visible (part (f, "way_button"))); /* of another question */

  hw_form_view_show (f->view, "side");
  g_assert_false (gtk_widget_get_visible (find (part (f, "field_bin"), GTK_TYPE_LIST_BOX)));
  g_assert_true (gtk_widget_get_visible (part (f, "way_button")));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (part (f, "way_button"))), ==, "Make a side");
  g_signal_emit_by_name (part (f, "way_button"), "clicked");
  g_assert_cmpuint (pressed, ==, 1);

  hw_form_view_set_choices (f->view, "side", &third, 1);
  hw_form_view_set_way (f->view, "side", NULL);
  g_assert_true (gtk_widget_get_visible (find (part (f, "field_bin"), GTK_TYPE_LIST_BOX)));
  g_assert_false (gtk_widget_get_visible (part (f, "way_button")));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *f, gconstpointer country);
  } tests[] = {
    { "whole-way", test_whole_way },
    { "faults-at-the-field", test_faults_at_the_field },
    { "back-keeps", test_back_keeps },
    { "keys", test_keys },
    { "not-sure", test_not_sure },
    { "draft", test_draft },
    { "skipped", test_skipped },
    { "wrong-from-the-start", test_wrong_from_the_start },
    { "words-of-the-business", test_words_of_the_business },
    { "way-out", test_way_out },
    { "week-begins-where-it-does", test_week_begins_where_it_does },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/form-view/", tests[i].name, NULL);

      g_test_add (path, Fixture, "DE", set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
