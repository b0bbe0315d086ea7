/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-verdict-view.h"

#include "jobs/trial/hw-say-pilot.h"
#include "jobs/trial/hw-say-verdict.h"
#include "jobs/trial/hw-verdict-job.h"
#include "pages/journey/hw-after-acts.h"
#include "pages/journey/hw-journey-acts.h"
#include "pages/journey/hw-verdict-charts.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *decision;  /* of the form's choices */
  HwState     to;
  const char *follows;   /* N_() */
} Way;

static const Way ways[] = {
  [HW_VERDICT_GO] = { "go", HW_STATE_GO, N_("You plan the steps to using it everywhere, one at a time.") },
  [HW_VERDICT_EXTEND] = { "extend", HW_STATE_EXTEND, N_("You choose a later end, and the trial goes on as it is.") },
  [HW_VERDICT_CHANGE] = { "change", HW_STATE_CHANGE, N_("You change the plan, and a new trial begins.") },
  [HW_VERDICT_STOP] = { "stop", HW_STATE_STOP, N_("You write down what you learned, and it is closed.") },
};

struct _HwVerdictView
{
  AdwBin               parent_instance;

  HwStatePage         *state_page;
  GtkScrolledWindow   *scroller;
  GtkWidget           *back_button;
  GtkLabel            *name_label;
  GtkLabel            *sentence_label;
  HwHowButton         *how;
  GtkWidget           *but_box;
  GtkLabel            *but_label;
  GtkBox              *facts_box;
  AdwPreferencesGroup *decide_group;
  GtkWidget           *compare_card;
  HwChartView         *compare_view;
  GtkWidget           *quiet_card;
  HwChartView         *quiet_view;
  GtkWidget           *fan_card;
  HwChartView         *fan_view;
  GtkWidget           *money_card;
  HwChartView         *money_view;
  GtkWidget           *limits_group;
  GtkBox              *limits_box;
  GtkWidget           *beside_group;
  GtkBox              *beside_box;
  GtkWidget           *found_group;
  GtkBox              *found_box;
  AdwPreferencesGroup *after_group;

  GtkWidget           *rows[G_N_ELEMENTS (ways)];
  GtkLabel            *advised[G_N_ELEMENTS (ways)];
  const HwJourneyBook *book;
  gint64               id;
};

#define AFTER_KEY "hw-after"

G_DEFINE_FINAL_TYPE (HwVerdictView, hw_verdict_view, ADW_TYPE_BIN)

static HwTrial *
find_trial (HwVerdictView *self)
{
  return self->book != NULL && self->book->journey != NULL && self->id != 0
           ? hw_journey_find (self->book->journey, self->id) : NULL;
}

static void
fill_charts (HwVerdictView   *self,
             const HwVerdict *verdict)
{
  const HwFormat *format = hw_journey_book_format (self->book);
  const gboolean weeks = verdict->metric != NULL && verdict->actual->len > 0;
  const gboolean quiet = verdict->state == HW_JUDGED && verdict->gaps->len > 0;
  HwChart *money, *fan;

  hw_chart_view_take_chart (self->compare_view, weeks ? hw_verdict_chart_compare (verdict, format) : NULL,
                            G_OBJECT (self->book->desk));
  gtk_widget_set_visible (self->compare_card, weeks);
  hw_chart_view_take_chart (self->quiet_view, quiet ? hw_verdict_chart_quiet (verdict, format) : NULL, G_OBJECT (self->book->desk));
  gtk_widget_set_visible (self->quiet_card, quiet);
  fan = verdict->state == HW_JUDGED && verdict->money.known ? hw_verdict_chart_money (verdict, format) : NULL;
  gtk_widget_set_visible (self->fan_card, fan != NULL);
  hw_chart_view_take_chart (self->fan_view, fan, G_OBJECT (self->book->desk));
  money = verdict->state == HW_JUDGED && verdict->money.known ? hw_verdict_chart_parts (verdict, format) : NULL;
  gtk_widget_set_visible (self->money_card, money != NULL);
  hw_chart_view_take_chart (self->money_view, money, G_OBJECT (self->book->desk));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Takes @text; NULL adds nothing. */
static void
take_fact (GtkBox *box,
           char   *text)
{
  g_autofree char *said = text;
  GtkWidget *label;

  if (said == NULL)
    return;

  label = gtk_label_new (said);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (box, label);
}

static void
fill_facts (HwVerdictView   *self,
            const HwVerdict *verdict)
{
  const HwFormat *format = hw_journey_book_format (self->book);

  clear_box (self->facts_box);
  take_fact (self->facts_box, hw_say_verdict_pays (verdict, format));
  take_fact (self->facts_box, hw_say_verdict_share (verdict, format));
  take_fact (self->facts_box, hw_say_verdict_counted (verdict, format));
  take_fact (self->facts_box, hw_say_verdict_even (verdict, format));
  take_fact (self->facts_box, verdict->state == HW_JUDGED ? hw_say_verdict_used (verdict, format) : NULL);

  clear_box (self->beside_box);
  take_fact (self->beside_box, hw_say_verdict_quiet (verdict, format));
  take_fact (self->beside_box, hw_say_verdict_cross (verdict, format));
  take_fact (self->beside_box, hw_say_verdict_knowing (verdict, format));
  take_fact (self->beside_box, hw_say_verdict_trials (verdict, format));
  take_fact (self->beside_box, hw_say_verdict_naive (verdict, format));
  gtk_widget_set_visible (self->beside_group, verdict->state == HW_JUDGED);

  clear_box (self->found_box);
  for (guint i = 0; i < verdict->found->len; i++)
    take_fact (self->found_box, hw_say_verdict_found (&g_array_index (verdict->found, HwVerdictFound, i), format));
  gtk_widget_set_visible (self->found_group, verdict->found->len > 0);
}

/* "Sales: at least 1,200 € a week: close to the limit" */
static void
fill_limits (HwVerdictView   *self,
             const HwVerdict *verdict)
{
  clear_box (self->limits_box);
  for (guint i = 0; i < verdict->guards->len; i++)
    {
      const HwGuardLight *light = g_ptr_array_index (verdict->guards, i);
      g_autofree char *limit = hw_say_guard (light->guard, hw_journey_book_format (self->book));

      /* Translators: 1 a limit, 2 how it stands: "Within the limit". */
      take_fact (self->limits_box, g_strdup_printf (_("%1$s. %2$s"), limit, hw_light_name (light->light)));
    }
  gtk_widget_set_visible (self->limits_group, verdict->guards->len > 0);
}

static void
fill_how (HwVerdictView   *self,
          const HwVerdict *verdict)
{
  g_autofree char *text = hw_say_verdict_how (verdict, hw_journey_book_format (self->book));

  if (text != NULL)
    hw_how_button_set_text (self->how, _("Verdict"), _("How was this worked out?"), text);
  gtk_widget_set_visible (GTK_WIDGET (self->how), text != NULL);
}

static void
fill_ways (HwVerdictView   *self,
           const HwTrial   *trial,
           const HwVerdict *verdict)
{
  const HwState state = hw_initiative_state (trial->initiative);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_set_visible (GTK_WIDGET (self->advised[i]),
                            verdict->state == HW_JUDGED && verdict->advice == (HwAdvice) i);

  gtk_widget_set_visible (GTK_WIDGET (self->decide_group), state == HW_STATE_EVALUATING);
  gtk_widget_set_visible (GTK_WIDGET (self->after_group), verdict->state == HW_JUDGED);
}

static void
judged_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwVerdictView *self = owner;
  HwTrial *trial = find_trial (self);
  g_autoptr (HwVerdict) verdict = result;
  g_autofree char *sentence = NULL;
  g_autofree char *but = NULL;

  if (trial == NULL)
    return;

  if (verdict == NULL)
    {
      hw_errand_show_error (self->state_page, _("This could not be judged"), error, NULL);
      return;
    }

  sentence = hw_say_verdict (verdict, hw_journey_book_format (self->book));
  gtk_label_set_text (self->name_label, hw_answers_get_text (trial->initiative->answers, "name"));
  gtk_label_set_text (self->sentence_label, sentence);
  but = hw_say_verdict_but (verdict, hw_journey_book_format (self->book));
  gtk_label_set_text (self->but_label, but != NULL ? but : "");
  gtk_widget_set_visible (self->but_box, but != NULL);
  fill_facts (self, verdict);
  fill_limits (self, verdict);
  fill_how (self, verdict);
  fill_ways (self, trial, verdict);
  fill_charts (self, verdict);
  hw_state_page_show_ready (self->state_page);
}

static void
way_cb (HwVerdictView *self,
        GtkWidget     *row)
{
  HwTrial *trial = find_trial (self);

  for (gsize i = 0; i < G_N_ELEMENTS (ways) && trial != NULL; i++)
    if (self->rows[i] == row && hw_state_may_move (hw_initiative_state (trial->initiative), ways[i].to, HW_STATE_N))
      hw_journey_open_decision (GTK_WIDGET (self), self->book, trial, ways[i].decision);
}

static const char *
find_label (const char *decision)
{
  const HwChoice *choice = hw_decision_form.questions[0].choices;

  while (choice->id != NULL && !g_str_equal (choice->id, decision))
    choice++;

  return choice->id != NULL ? _(choice->label) : decision;
}

static void
make_ways (HwVerdictView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *advised = gtk_label_new (_("Advised"));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find_label (ways[i].decision));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(ways[i].follows));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_add_css_class (advised, "accent");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), advised);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic", NULL));
      g_signal_connect_object (row, "activated", G_CALLBACK (way_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->decide_group, row);
      self->rows[i] = row;
      self->advised[i] = GTK_LABEL (advised);
    }

  hw_inner_names (GTK_WIDGET (self->decide_group), _("Decide"));
}

static void
after_cb (HwVerdictView *self,
          GtkWidget     *row)
{
  HwTrial *trial = find_trial (self);

  if (trial != NULL)
    hw_after_do ((HwAfterAct) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), AFTER_KEY)), GTK_WIDGET (self), self->book, trial);
}

static void
make_after (HwVerdictView *self)
{
  for (HwAfterAct act = HW_AFTER_WRITE; act < HW_AFTER_N; act++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hw_after_name (act));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hw_after_hint (act));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic", NULL));
      g_object_set_data (G_OBJECT (row), AFTER_KEY, GINT_TO_POINTER (act));
      g_signal_connect_object (row, "activated", G_CALLBACK (after_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->after_group, row);
    }

  hw_inner_names (GTK_WIDGET (self->after_group), _("Look back"));
}

static void
judge (HwVerdictView *self)
{
  if (self->book != NULL && hw_desk_get_session (self->book->desk) != NULL)
    hw_errand_run (self->book->desk, &hw_verdict_job, g_memdup2 (&self->id, sizeof self->id), self->state_page,
                   judged_cb, self);
}

static void
back_cb (HwVerdictView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "x", self->id);
}

static void
hw_verdict_view_dispose (GObject *object)
{
  HwVerdictView *self = HW_VERDICT_VIEW (object);

  self->book = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_VERDICT_VIEW);

  G_OBJECT_CLASS (hw_verdict_view_parent_class)->dispose (object);
}

static void
hw_verdict_view_class_init (HwVerdictViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_verdict_view_dispose;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  g_type_ensure (HW_TYPE_HOW_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-verdict-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, how);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, but_box);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, but_label);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, facts_box);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, fan_card);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, fan_view);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, money_card);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, money_view);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, limits_group);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, limits_box);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, beside_group);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, beside_box);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, found_group);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, found_box);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, after_group);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, decide_group);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, compare_card);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, compare_view);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, quiet_card);
  gtk_widget_class_bind_template_child (widget_class, HwVerdictView, quiet_view);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
hw_verdict_view_init (HwVerdictView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_scroll_keep_steady (self->scroller);
  make_ways (self);
  make_after (self);
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (judge), self, G_CONNECT_SWAPPED);
}

void
hw_verdict_view_set_book (HwVerdictView       *self,
                          const HwJourneyBook *book)
{
  g_return_if_fail (HW_IS_VERDICT_VIEW (self));

  self->book = book;
}

gboolean
hw_verdict_view_show (HwVerdictView *self,
                      gint64         id)
{
  g_return_val_if_fail (HW_IS_VERDICT_VIEW (self), FALSE);

  if (id != self->id)
    hw_state_page_reset (self->state_page);
  self->id = id;
  if (find_trial (self) == NULL)
    {
      self->id = 0;
      return FALSE;
    }

  judge (self);
  return TRUE;
}

gint64
hw_verdict_view_get_id (HwVerdictView *self)
{
  g_return_val_if_fail (HW_IS_VERDICT_VIEW (self), 0);

  return self->id;
}
