/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-safety.h"

#include "jobs/assess/hw-idea-job.h"
#include "jobs/assess/hw-safety-job.h"
#include "jobs/content/hw-content-duties.h"
#include "pages/assess/hw-assess-paper.h"
#include "pages/assess/hw-duty-rows.h"
#include "widgets/hw-keep.h"
#include "widgets/hw-names.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

#define N_WEIGHTS (HW_DUTY_COULD + 1)

struct _HwAssessSafety
{
  HwAssessPart         parent_instance;

  GtkDropDown         *about_drop;
  GtkLabel            *level_label;
  GtkLabel            *all_label;
  AdwPreferencesGroup *answers_group;
  GtkLabel            *count_label;
  AdwPreferencesGroup *groups[N_WEIGHTS];

  GPtrArray           *abouts;   /* (owned) of char: what the drop-down lists, ids of trials and ideas */
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (HwAssessSafety, hw_assess_safety, HW_TYPE_ASSESS_PART)

static const HwSafetyBook *
get_book (HwAssessSafety *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  return desk != NULL ? hw_desk_get_safety (desk) : NULL;
}

/* NULL while nothing is tried and no idea is known. */
static const char *
get_about (HwAssessSafety *self)
{
  const guint selected = gtk_drop_down_get_selected (self->about_drop);

  return selected < self->abouts->len ? g_ptr_array_index (self->abouts, selected) : NULL;
}

static const HwEntry *
find_risk (HwAssessSafety *self)
{
  const HwSafetyBook *book = get_book (self);

  return book != NULL && get_about (self) != NULL ? hw_risk_find (book->risks, get_about (self)) : NULL;
}

static void
add_about (HwAssessSafety *self,
           GtkStringList  *names,
           char           *id,    /* takes it */
           const char     *name)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (self->abouts, id);
}

/* What is tried, then the first three ideas; what was chosen stays. */
static void
fill_abouts (HwAssessSafety *self,
             HwDesk         *desk)
{
  const HwJourney *journey = hw_desk_get_journey (desk);
  const HwIdeaBoard *board = hw_desk_get_ideas (desk);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_about (self));
  guint selected = 0;

  self->filling = TRUE;
  g_ptr_array_set_size (self->abouts, 0);
  for (guint i = 0; journey != NULL && i < journey->trials->len; i++)
    {
      const HwEntry *trial = ((const HwTrial *) g_ptr_array_index (journey->trials, i))->initiative;

      if (!hw_state_is_final (hw_initiative_state (trial)))
        add_about (self, names, g_strdup_printf ("%" G_GINT64_FORMAT, trial->id), hw_answers_get_text (trial->answers, "name"));
    }
  for (guint i = 0; board != NULL && i < board->first->len; i++)
    {
      const HwIdea *idea = ((const HwIdeaReason *) g_ptr_array_index (board->first, i))->idea;

      add_about (self, names, g_strdup (idea->id), idea->name);
    }
  for (guint i = 0; i < self->abouts->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->abouts, i), chosen) == 0)
      selected = i;
  gtk_drop_down_set_model (self->about_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->about_drop, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->about_drop), self->abouts->len > 0);
  self->filling = FALSE;
}

static void
fill_answers (HwAssessSafety *self)
{
  const HwEntry *risk = find_risk (self);
  const HwRisk level = risk != NULL ? hw_risk_of (risk->answers) : HW_RISK_UNKNOWN;

  hw_assess_group_clear (self->answers_group);
  for (guint i = 1; risk != NULL && i < hw_risk_form.n; i++)
    {
      const HwQuestion *question = &hw_risk_form.questions[i];
      GtkWidget *row = hw_assess_row (_(question->label), hw_answers_get_yes (risk->answers, question->id) ? _("Yes") : _("No"));

      gtk_widget_add_css_class (row, "property");
      hw_assess_group_add (self->answers_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->answers_group), risk != NULL);
  gtk_label_set_text (self->level_label, level != HW_RISK_UNKNOWN ? hw_risk_name (level)
                                         : get_about (self) != NULL
                                           ? _("Six short questions say how careful to be with it.")
                                           : _("Once there is an idea, six short questions say how careful to be with it."));
}

/* By weight, then as listed: a line that is ticked stays where it is. */
static int
compare_duties (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 ((*(const HwDutyState *const *) a)->duty->id, (*(const HwDutyState *const *) b)->duty->id);
}

static const char *
find_focus (HwAssessSafety *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  return row != NULL ? g_object_get_data (G_OBJECT (row), HW_DUTY_KEY) : NULL;
}

static void
fill_duties (HwAssessSafety     *self,
             HwDesk             *desk,
             const HwSafetyBook *book)
{
  const char *focus = find_focus (self);
  g_autoptr (GPtrArray) states = g_ptr_array_new ();
  guint n[N_WEIGHTS] = { 0 };

  for (guint i = 0; i < N_WEIGHTS; i++)
    hw_assess_group_clear (self->groups[i]);
  for (guint i = 0; i < book->safety->duties->len; i++)
    if (g_array_index (book->safety->duties, HwDutyState, i).applies)
      g_ptr_array_add (states, &g_array_index (book->safety->duties, HwDutyState, i));
  g_ptr_array_sort (states, compare_duties);

  for (guint i = 0; i < states->len; i++)
    {
      const HwDutyState *state = g_ptr_array_index (states, i);
      GtkWidget *row = hw_duty_row_new (desk, state, book);

      hw_assess_group_add (self->groups[state->duty->weight], row);
      n[state->duty->weight]++;
      if (focus == state->duty->id)
        gtk_widget_grab_focus (row);
    }
  for (guint i = 0; i < N_WEIGHTS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), n[i] > 0);
}

static void
hw_assess_safety_fill (HwPage *page)
{
  HwAssessSafety *self = HW_ASSESS_SAFETY (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwSafetyBook *book = hw_desk_get_safety (desk);
  g_autofree char *count = NULL;
  g_autofree char *all = NULL;

  fill_abouts (self, desk);
  fill_answers (self);
  fill_duties (self, desk, book);
  /* Translators: 1 how many are done, 2 how many there are. */
  count = g_strdup_printf (ngettext ("%1$u of %2$u thing that must be in place is.", "%1$u of %2$u things that must be in place are.",
                                     book->safety->n_must), book->safety->n_must_done, book->safety->n_must);
  /* Translators: %s is "Low risk", "Middle risk", "High risk". */
  all = g_strdup_printf (_("Counting all that you try: %s"), hw_risk_name (book->safety->risk));
  hw_assess_set_text (self->count_label, book->safety->n_must > 0 ? count : NULL);
  hw_assess_set_text (self->all_label, book->safety->risk != HW_RISK_UNKNOWN ? all : NULL);
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static void
hw_assess_safety_forget (HwPage *page)
{
  g_ptr_array_set_size (HW_ASSESS_SAFETY (page)->abouts, 0);
}

static void
about_cb (HwAssessSafety *self)
{
  if (self->filling)
    return;

  fill_answers (self);
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static void
ask_cb (HwAssessSafety *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));
  const HwEntry *risk = find_risk (self);
  g_autoptr (HwEntry) entry = NULL;
  GtkWidget *window;

  if (desk == NULL || get_about (self) == NULL)
    return;

  entry = risk != NULL ? hw_entry_copy (risk) : hw_entry_new (HW_ENTRY_RISK, 0);
  hw_answers_set (entry->answers, "about", get_about (self));
  window = hw_form_window_new (GTK_WIDGET (self), desk, &hw_risk_form, entry, _("Save the answers"), _("Answers kept"));
  hw_form_window_set_short (HW_FORM_WINDOW (window), NULL);
  hw_form_window_begin_at (HW_FORM_WINDOW (window), hw_risk_form.questions[1].id);
  hw_form_view_set_skipped (hw_form_window_get_view (HW_FORM_WINDOW (window)), "about", TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

/* The page is what its line of the list asks for. */
static void
rules_kept_cb (GtkWidget  *from,
               HwDesk     *desk,
               const char *path)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_DUTY, 0);
  const HwDuty *duty = hw_content_find_duty (HW_DUTY_HOUSE_RULES);
  /* Translators: 1 the path of a file, 2 a line of the safety list. */
  g_autofree char *said = path != NULL ? g_strdup_printf (_("Saved as %1$s. “%2$s” is ticked: now print it and sign it"), path, duty->title)
                                       /* Translators: a line of the safety list. */
                                       : g_strdup_printf (_("With the printer. “%s” is ticked: now sign it"), duty->title);

  hw_answers_set (entry->answers, "duty", duty->id);
  hw_answers_set_day (entry->answers, "day", hw_session_get_today (hw_desk_get_session (desk)));
  if (path != NULL)
    hw_answers_set (entry->answers, "note", path);
  hw_keep_entry (from, desk, hw_entry_save_new (entry), said, NULL, NULL);
}

static void
rules_cb (HwAssessSafety *self,
          GtkButton      *button)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk != NULL)
    /* Translators: the second is a file's name. */
    hw_assess_paper_save (button, desk, &hw_house_rules_job, _("Save the house rules"), _("house-rules.pdf"), rules_kept_cb);
}

static void
print_cb (HwAssessSafety *self,
          GtkButton      *button)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk != NULL)
    hw_assess_paper_print (button, desk, &hw_house_rules_print_job, _("House rules"), rules_kept_cb);
}

static const char *
hw_assess_safety_get_next (HwAssessPart *part)
{
  HwAssessSafety *self = HW_ASSESS_SAFETY (part);

  return get_about (self) != NULL && find_risk (self) == NULL ? _("Answer six questions") : NULL;
}

static gboolean
hw_assess_safety_go_on (HwAssessPart *part)
{
  HwAssessSafety *self = HW_ASSESS_SAFETY (part);

  if (get_about (self) == NULL || find_risk (self) != NULL)
    return FALSE;

  ask_cb (self);
  return TRUE;
}

static void
hw_assess_safety_finalize (GObject *object)
{
  g_ptr_array_unref (HW_ASSESS_SAFETY (object)->abouts);

  G_OBJECT_CLASS (hw_assess_safety_parent_class)->finalize (object);
}

static void
hw_assess_safety_class_init (HwAssessSafetyClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);
  HwAssessPartClass *part_class = HW_ASSESS_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_assess_safety_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_SAFETY);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_JOURNEY) | HW_TOPIC_BIT (HW_TOPIC_IDEAS);
  page_class->fill = hw_assess_safety_fill;
  page_class->forget = hw_assess_safety_forget;
  part_class->get_next = hw_assess_safety_get_next;
  part_class->go_on = hw_assess_safety_go_on;
}

static GtkWidget *
make_answers (HwAssessSafety *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *change = gtk_button_new_with_label (_("Change the answers"));

  gtk_widget_add_css_class (change, "flat");
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  g_signal_connect_object (change, "clicked", G_CALLBACK (ask_cb), self, G_CONNECT_SWAPPED);
  self->answers_group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->answers_group, _("What you answered"));
  adw_preferences_group_set_header_suffix (self->answers_group, change);
  return group;
}

static GtkWidget *
make_papers (HwAssessSafety *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *write = gtk_button_new_with_label (_("Write the house rules…"));
  GtkWidget *print = gtk_button_new_with_label (_("Print them…"));

  g_signal_connect_object (write, "clicked", G_CALLBACK (rules_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), write);
  gtk_box_append (GTK_BOX (line), print);
  return line;
}

static void
hw_assess_safety_init (HwAssessSafety *self)
{
  const char *const titles[N_WEIGHTS] = {
    [HW_DUTY_MUST] = _("Must be in place"), [HW_DUTY_SHOULD] = _("Should be in place"), [HW_DUTY_COULD] = _("Good to have"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  self->abouts = g_ptr_array_new_with_free_func (g_free);
  self->about_drop = GTK_DROP_DOWN (drop);
  self->level_label = GTK_LABEL (hw_assess_label ("title-4"));
  self->all_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->count_label = GTK_LABEL (hw_assess_label ("heading"));
  hw_drop_down_name (self->about_drop, _("What it is about"));
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (about_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->level_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->all_label));
  gtk_box_append (GTK_BOX (box), make_answers (self));
  gtk_box_append (GTK_BOX (box), make_papers (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_label));
  for (guint i = 0; i < N_WEIGHTS; i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      self->groups[i] = ADW_PREFERENCES_GROUP (group);
      adw_preferences_group_set_title (self->groups[i], titles[i]);
      gtk_box_append (GTK_BOX (box), group);
    }
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("How careful to be"),
                         _("Tick what is in place. Each line says why it is there and where it comes from."), box);
}

gboolean
hw_assess_safety_ask (HwAssessSafety *self,
                      const char     *idea)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));
  const HwSafetyBook *book = desk != NULL ? hw_desk_get_safety (desk) : NULL;

  if (book == NULL || hw_risk_find (book->risks, idea) != NULL)
    return FALSE;

  fill_abouts (self, desk);
  for (guint i = 0; i < self->abouts->len; i++)
    if (g_str_equal (g_ptr_array_index (self->abouts, i), idea))
      {
        gtk_drop_down_set_selected (self->about_drop, i);
        return TRUE;
      }

  return FALSE;
}
