/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-journey-page.h"

#include "jobs/journey/hw-entry-job.h"
#include "jobs/trial/hw-verdict-job.h"
#include "pages/journey/hw-journey-acts.h"
#include "pages/journey/hw-keep-view.h"
#include "pages/journey/hw-pilot-view.h"
#include "pages/journey/hw-return-section.h"
#include "pages/journey/hw-roll-out-view.h"
#include "pages/journey/hw-station-path.h"
#include "pages/journey/hw-step-card.h"
#include "pages/journey/hw-trial-view.h"
#include "pages/journey/hw-verdict-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"

#include <glib/gi18n.h>

#define WHEN_KEY "hw-when"
#define ID_KEY "hw-id"

struct _HwJourneyPage
{
  HwPage               parent_instance;

  HwStatePage         *state_page;
  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  HwStationPath       *path;
  HwStepCard          *step_card;
  GtkLabel            *found_label;
  AdwPreferencesGroup *trials_group;
  GtkButton           *idea_button;
  AdwPreferencesGroup *business_group;
  AdwActionRow        *keep_row;
  AdwActionRow        *card_row;
  HwTrialView         *trial_view;
  HwPilotView         *pilot_view;
  HwVerdictView       *verdict_view;
  HwReturnSection     *return_section;
  HwRollOutView       *roll_out_view;
  HwKeepView          *keep_view;

  HwJourneyBook        book;
  GPtrArray           *rows;      /* (owned) of GtkWidget, borrowed: in trials_group */
  guint                look_ups;  /* lists still to come */
  GArray              *buts;      /* (owned) (nullable) of gint64: trials that other figures speak against */
  GPtrArray           *coming;    /* (owned) (nullable) drafts as they come */
  gboolean             deciding;  /* the verdict was opened to decide by it */
  gint64               wanted;    /* to be opened once the journey is known; 0 if none */
  guint                serial;    /* of the journey the views were worked out for; 0 if none */
  const HwFormat      *format;    /* (unowned) they were written in */
};

G_DEFINE_FINAL_TYPE (HwJourneyPage, hw_journey_page, HW_TYPE_PAGE)

/* The focus is let go first: the window would move it on from wherever it is put next,
 * since what had it is hidden. */
static void
set_view (HwJourneyPage *self,
          const char    *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (self->stack)) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0)
    gtk_root_set_focus (root, NULL);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static gboolean
is_shown (HwJourneyPage *self,
          const char    *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static HwTrial *
find_next (HwJourneyPage *self)
{
  const HwJourney *journey = self->book.journey;

  return journey->next_id != 0 ? hw_journey_find (journey, journey->next_id) : NULL;
}

static void
row_cb (HwJourneyPage *self,
        GtkWidget     *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ID_KEY);

  hw_journey_page_open (self, *id);
}

static GtkWidget *
make_row (HwJourneyPage *self,
          gint64         id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", "go-next-symbolic", NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), WHEN_KEY, when);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill_row (HwJourneyPage *self,
          GtkWidget     *row,
          const HwTrial *trial)
{
  const HwState state = hw_initiative_state (trial->initiative);
  g_autofree char *due = hw_journey_say_due (&self->book, trial->next, trial->next_day);
  const char *next = hw_state_is_final (state) || state == HW_STATE_PAUSED ? NULL : hw_next_step_text (trial->next);
  g_autofree char *text = g_strjoin (" · ", hw_station_name (trial->station), hw_state_name (state), next, NULL);

  for (guint i = 0; self->buts != NULL && i < self->buts->len; i++)
    if (g_array_index (self->buts, gint64, i) == trial->initiative->id)
      {
        /* Translators: %s is how a trial stands. */
        char *warned = g_strdup_printf (_("%s\nOther figures got worse: look at its verdict"), text);

        g_free (text);
        text = warned;
      }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hw_answers_get_text (trial->initiative->answers, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), WHEN_KEY), next != NULL ? due : "");
}

static void
buts_cb (gpointer      owner,
         gpointer      result,
         const GError *error)
{
  HwJourneyPage *self = owner;

  g_clear_pointer (&self->buts, g_array_unref);
  self->buts = result;
  for (guint i = 0; self->book.journey != NULL && i < self->book.journey->trials->len && i < self->rows->len; i++)
    fill_row (self, g_ptr_array_index (self->rows, i), g_ptr_array_index (self->book.journey->trials, i));
}

/* Whether the rows stand for these trials, in this order. */
static gboolean
has_rows_of (HwJourneyPage   *self,
             const GPtrArray *trials)
{
  if (self->rows->len != trials->len)
    return FALSE;

  for (guint i = 0; i < trials->len; i++)
    {
      const gint64 *id = g_object_get_data (g_ptr_array_index (self->rows, i), ID_KEY);

      if (*id != ((const HwTrial *) g_ptr_array_index (trials, i))->initiative->id)
        return FALSE;
    }

  return TRUE;
}

/* Rows stay where they are while what they say is new: nobody clicks on one that goes. */
static void
fill_trials (HwJourneyPage *self)
{
  const GPtrArray *trials = self->book.journey->trials;

  if (!has_rows_of (self, trials))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->trials_group, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);

      for (guint i = 0; i < trials->len; i++)
        {
          GtkWidget *row = make_row (self, ((const HwTrial *) g_ptr_array_index (trials, i))->initiative->id);

          adw_preferences_group_add (self->trials_group, row);
          g_ptr_array_add (self->rows, row);
        }
    }

  for (guint i = 0; i < trials->len; i++)
    fill_row (self, g_ptr_array_index (self->rows, i), g_ptr_array_index (trials, i));

  gtk_widget_set_visible (GTK_WIDGET (self->trials_group), trials->len > 0);
}

static void
fill_card (HwJourneyPage *self)
{
  const HwJourney *journey = self->book.journey;
  const HwBusiness *business = hw_session_get_business (hw_desk_get_session (self->book.desk));

  hw_step_card_fill (self->step_card, &self->book, journey->next, journey->next_day, find_next (self), TRUE);
  adw_action_row_set_subtitle (self->card_row, journey->card != NULL
                                                 ? hw_answers_get_text (journey->card->answers, "name") : business->name);
}

/* What a view works out itself is not worked out again for lists beside the journey. */
static gboolean
is_other (HwJourneyPage *self)
{
  return self->serial != hw_desk_get_serial (self->book.desk, HW_TOPIC_JOURNEY) ||
         self->format != hw_desk_get_format (self->book.desk);
}

static void
fill_views (HwJourneyPage *self,
            gboolean       other)
{
  if (self->wanted != 0)
    {
      const gint64 id = self->wanted;

      self->wanted = 0;
      hw_journey_page_open (self, id);
      return;
    }

  if (is_shown (self, "trial") && !hw_trial_view_show (self->trial_view, hw_trial_view_get_id (self->trial_view)))
    set_view (self, "path");
  if (!other)
    return;

  if (is_shown (self, "keep"))
    hw_keep_view_show (self->keep_view);
  if (is_shown (self, "roll-out") &&
      !hw_roll_out_view_show (self->roll_out_view, hw_roll_out_view_get_id (self->roll_out_view)))
    set_view (self, "path");
  if (is_shown (self, "plan") && !hw_pilot_view_show (self->pilot_view, hw_pilot_view_get_id (self->pilot_view)))
    set_view (self, "path");
  if (is_shown (self, "verdict"))
    {
      const gint64 id = hw_verdict_view_get_id (self->verdict_view);
      HwTrial *trial = hw_journey_find (self->book.journey, id);

      /* What was decided leads back to what is tried. */
      if (trial != NULL && self->deciding && hw_initiative_state (trial->initiative) != HW_STATE_EVALUATING)
        hw_journey_page_open (self, id);
      else if (!hw_verdict_view_show (self->verdict_view, id))
        set_view (self, "path");
    }
}

/* The journey, and the goals and drafts that came with it. */
static void
fill_all (HwJourneyPage *self)
{
  g_autofree char *found = hw_journey_say_found (&self->book);

  hw_station_path_set_here (self->path, self->book.journey->station);
  gtk_label_set_text (self->found_label, found);
  if (hw_section_get_desk (HW_SECTION (self->return_section)) != self->book.desk)
    hw_section_show (HW_SECTION (self->return_section), self->book.desk);
  gtk_widget_set_visible (GTK_WIDGET (self->return_section), self->book.journey->trials->len > 0);
  fill_trials (self);
  fill_card (self);
  fill_views (self, is_other (self));
  self->serial = hw_desk_get_serial (self->book.desk, HW_TOPIC_JOURNEY);
  self->format = hw_desk_get_format (self->book.desk);
}

static gboolean
has_journey (HwJourneyPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  self->book.desk = desk;
  self->book.journey = desk != NULL && hw_desk_get_session (desk) != NULL ? hw_desk_get_journey (desk) : NULL;
  return self->book.journey != NULL;
}

static void
look_up_done (HwJourneyPage *self)
{
  if (--self->look_ups > 0)
    return;

  g_clear_pointer (&self->book.drafts, g_ptr_array_unref);
  self->book.drafts = g_steal_pointer (&self->coming);
  if (has_journey (self))
    {
      fill_card (self);
      fill_views (self, FALSE);
    }
}

static void
goals_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwJourneyPage *self = owner;

  g_clear_pointer (&self->book.goals, g_ptr_array_unref);
  self->book.goals = result;
  look_up_done (self);
}

static void
drafts_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwJourneyPage *self = owner;
  g_autoptr (GPtrArray) drafts = result;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    g_ptr_array_add (self->coming, hw_entry_copy (g_ptr_array_index (drafts, i)));
  look_up_done (self);
}

static void
look_up (HwJourneyPage *self,
         HwEntryKind    kind,
         gboolean       drafts)
{
  const HwEntryListRequest wish = { kind, -1, drafts };

  self->look_ups++;
  hw_errand_run (self->book.desk, &hw_entry_list_job, g_memdup2 (&wish, sizeof wish), NULL,
                 drafts ? drafts_cb : goals_cb, self);
}

static void
look_up_all (HwJourneyPage *self)
{
  if (self->look_ups > 0)
    return;

  self->coming = hw_entries_new ();
  look_up (self, HW_ENTRY_GOAL, FALSE);
  for (int kind = 0; kind < HW_ENTRY_N; kind++)
    if (kind != HW_ENTRY_GATE)
      look_up (self, (HwEntryKind) kind, TRUE);
}

static void
hw_journey_page_fill (HwPage *page)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (page);

  if (!has_journey (self))
    return;

  fill_all (self);
  look_up_all (self);
  hw_errand_run (self->book.desk, &hw_verdict_buts_job, NULL, NULL, buts_cb, self);
}

static void
hw_journey_page_forget (HwPage *page)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (page);

  self->book.desk = NULL;
  self->book.journey = NULL;
  self->wanted = 0;
  self->serial = 0;
  hw_section_show (HW_SECTION (self->return_section), NULL);
  g_clear_pointer (&self->book.goals, g_ptr_array_unref);
  g_ptr_array_set_size (self->book.drafts, 0);
  g_clear_pointer (&self->buts, g_array_unref);
  set_view (self, "path");
}

static void
hw_journey_page_home (HwPage *page)
{
  set_view (HW_JOURNEY_PAGE (page), "path");
}

static void
do_cb (HwJourneyPage *self)
{
  if (has_journey (self))
    hw_journey_do_step (GTK_WIDGET (self), &self->book, self->book.journey->next, find_next (self));
}

static void
idea_cb (HwJourneyPage *self)
{
  if (has_journey (self))
    hw_journey_open_idea (GTK_WIDGET (self), &self->book, NULL);
}

static void
card_cb (HwJourneyPage *self)
{
  if (has_journey (self))
    hw_journey_open_card (GTK_WIDGET (self), &self->book);
}

static void
keep_cb (HwJourneyPage *self)
{
  if (!has_journey (self))
    return;

  hw_keep_view_show (self->keep_view);
  set_view (self, "keep");
  gtk_widget_child_focus (GTK_WIDGET (self->keep_view), GTK_DIR_TAB_FORWARD);
}

static void
path_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (widget);

  set_view (self, "path");
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  hw_journey_page_open (HW_JOURNEY_PAGE (widget), g_variant_get_int64 (target));
}

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (widget);

  if (has_journey (self) && hw_pilot_view_show (self->pilot_view, g_variant_get_int64 (target)))
    {
      set_view (self, "plan");
      gtk_widget_child_focus (GTK_WIDGET (self->pilot_view), GTK_DIR_TAB_FORWARD);
    }
}

static void
verdict_action (GtkWidget  *widget,
                const char *name,
                GVariant   *target)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (widget);

  if (has_journey (self) && hw_verdict_view_show (self->verdict_view, g_variant_get_int64 (target)))
    {
      HwTrial *trial = hw_journey_find (self->book.journey, g_variant_get_int64 (target));

      self->deciding = trial != NULL && hw_initiative_state (trial->initiative) == HW_STATE_EVALUATING;
      set_view (self, "verdict");
      gtk_widget_child_focus (GTK_WIDGET (self->verdict_view), GTK_DIR_TAB_FORWARD);
    }
}

static void
roll_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *target)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (widget);

  if (has_journey (self) && hw_roll_out_view_show (self->roll_out_view, g_variant_get_int64 (target)))
    {
      set_view (self, "roll-out");
      gtk_widget_child_focus (GTK_WIDGET (self->roll_out_view), GTK_DIR_TAB_FORWARD);
    }
}

static void
hw_journey_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_JOURNEY_PAGE);

  G_OBJECT_CLASS (hw_journey_page_parent_class)->dispose (object);
}

static void
hw_journey_page_finalize (GObject *object)
{
  HwJourneyPage *self = HW_JOURNEY_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->book.drafts);
  g_clear_pointer (&self->book.goals, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->buts, g_array_unref);

  G_OBJECT_CLASS (hw_journey_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, path);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, step_card);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, found_label);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, trials_group);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, idea_button);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, business_group);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, keep_row);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, card_row);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, trial_view);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, pilot_view);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, return_section);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, roll_out_view);
  gtk_widget_class_bind_template_child (widget_class, HwJourneyPage, keep_view);
  gtk_widget_class_bind_template_callback (widget_class, idea_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_cb);
}

static void
hw_journey_page_class_init (HwJourneyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  object_class->dispose = hw_journey_page_dispose;
  object_class->finalize = hw_journey_page_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_JOURNEY);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_METRICS) | HW_TOPIC_BIT (HW_TOPIC_STOCK); /* what forms choose from */
  page_class->fill = hw_journey_page_fill;
  page_class->forget = hw_journey_page_forget;
  page_class->home = hw_journey_page_home;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_STATION_PATH);
  g_type_ensure (HW_TYPE_STEP_CARD);
  g_type_ensure (HW_TYPE_TRIAL_VIEW);
  g_type_ensure (HW_TYPE_PILOT_VIEW);
  g_type_ensure (HW_TYPE_VERDICT_VIEW);
  g_type_ensure (HW_TYPE_KEEP_VIEW);
  g_type_ensure (HW_TYPE_RETURN_SECTION);
  g_type_ensure (HW_TYPE_ROLL_OUT_VIEW);
  gtk_widget_class_install_action (widget_class, "journey.path", NULL, path_action);
  gtk_widget_class_install_action (widget_class, "journey.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "journey.plan", "x", plan_action);
  gtk_widget_class_install_action (widget_class, "journey.verdict", "x", verdict_action);
  gtk_widget_class_install_action (widget_class, "journey.roll-out", "x", roll_out_action);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-journey-page.ui");
  bind_children (widget_class);
}

static void
hw_journey_page_init (HwJourneyPage *self)
{
  self->rows = g_ptr_array_new ();
  self->book.drafts = hw_entries_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
  hw_scroll_keep_steady (self->scroller);
  hw_trial_view_set_book (self->trial_view, &self->book);
  hw_pilot_view_set_book (self->pilot_view, &self->book);
  hw_verdict_view_set_book (self->verdict_view, &self->book);
  hw_roll_out_view_set_book (self->roll_out_view, &self->book);
  hw_keep_view_set_book (self->keep_view, &self->book);
  hw_inner_names (GTK_WIDGET (self->trials_group), _("What you try"));
  hw_inner_names (GTK_WIDGET (self->business_group), _("Your business"));
  g_signal_connect_object (self->step_card, "do", G_CALLBACK (do_cb), self, G_CONNECT_SWAPPED);
}

void
hw_journey_page_open (HwJourneyPage *self,
                      gint64         initiative_id)
{
  g_return_if_fail (HW_IS_JOURNEY_PAGE (self));

  if (!has_journey (self))
    {
      self->wanted = initiative_id;
      return;
    }

  if (hw_trial_view_show (self->trial_view, initiative_id))
    {
      set_view (self, "trial");
      gtk_widget_child_focus (GTK_WIDGET (self->trial_view), GTK_DIR_TAB_FORWARD);
    }
}
