/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-keep-view.h"

#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "jobs/hw-say.h"
#include "jobs/watch/hw-watch-job.h"
#include "pages/journey/hw-journey-acts.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

#define MEETINGS_MOST 8
#define WEEKS_MOST 3     /* meetings, from which on one that is the week's alone is left out */
#define DECISIONS_MOST 12
#define QUIET_DAYS 28
#define MONITOR_KEY "hw-monitor"

struct _HwKeepView
{
  AdwBin               parent_instance;

  HwStatePage         *state_page;
  GtkScrolledWindow   *scroller;
  GtkWidget           *back_button;
  GtkLabel            *sentence_label;
  HwHowButton         *how;
  GtkBox              *body;

  const HwJourneyBook *book;
  HwWatch             *watch;     /* (owned) (nullable) */
  char                *path;      /* (owned) (nullable) of the calendar */
};

G_DEFINE_FINAL_TYPE (HwKeepView, hw_keep_view, ADW_TYPE_BIN)

static AdwPreferencesGroup *
add_group (HwKeepView *self,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->body, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_button (AdwPreferencesGroup *group,
            const char          *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_preferences_group_set_header_suffix (group, button);
  return button;
}

static void
quiet_cb (HwKeepView *self,
          GtkWidget  *button)
{
  const HwMonitor monitor = (HwMonitor) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), MONITOR_KEY));
  g_autoptr (HwEntry) quiet = hw_entry_new (HW_ENTRY_QUIET, 0);

  hw_answers_set (quiet->answers, "monitor", hw_monitor_id (monitor));
  hw_answers_set_day (quiet->answers, "until", hw_journey_book_today (self->book) + QUIET_DAYS);
  hw_journey_open_part (button, self->book, quiet);
}

static void
add_alerts (HwKeepView *self)
{
  AdwPreferencesGroup *group;

  if (self->watch->alerts->len == 0)
    return;

  group = add_group (self, _("What needs you"));
  for (guint i = 0; i < self->watch->alerts->len; i++)
    {
      const HwAlert *alert = g_ptr_array_index (self->watch->alerts, i);
      g_autofree char *text = g_strdup_printf ("%s %s\n%s", alert->sure, alert->cost, alert->act);
      GtkWidget *row = add_row (group, alert->what, text);
      GtkWidget *button = gtk_button_new_with_label (_("Be quiet"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _("Be quiet about it for a while"));
      g_object_set_data (G_OBJECT (button), MONITOR_KEY, GINT_TO_POINTER (alert->line->monitor));
      g_signal_connect_object (button, "clicked", G_CALLBACK (quiet_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  hw_inner_names (GTK_WIDGET (group), _("What needs you"));
}

static void
add_cautions (HwKeepView *self)
{
  AdwPreferencesGroup *group;

  if (self->watch->cautions->len == 0)
    return;

  group = add_group (self, _("What verdicts warn of"));
  for (guint i = 0; i < self->watch->cautions->len; i++)
    {
      const HwWatchCaution *caution = g_ptr_array_index (self->watch->cautions, i);
      GtkWidget *row = add_row (group, caution->name, caution->said);
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", "dialog-warning-symbolic", NULL);

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
}

/* What a light says, in a shape and a word besides its colour. */
static void
add_light (GtkWidget         *row,
           const HwWatchLine *line,
           const HwFormat    *format)
{
  static const struct { const char *icon, *css; } looks[] = {
    [HW_LIGHT_NONE] = { "content-loading-symbolic", "dim-label" },
    [HW_LIGHT_GREEN] = { "emblem-ok-symbolic", "success" },
    [HW_LIGHT_AMBER] = { "dialog-information-symbolic", "warning" },
    [HW_LIGHT_RED] = { "dialog-warning-symbolic", "error" },
  };
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", looks[line->light].icon, NULL);
  GtkWidget *word;

  gtk_widget_add_css_class (icon, looks[line->light].css);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (line->quiet_until != HW_DAY_NONE)
    {
      g_autofree char *day = hw_format_day (format, line->quiet_until, HW_DAY_AXIS);
      /* Translators: %s is a day. */
      g_autofree char *text = g_strdup_printf (_("Quiet until %s"), day);

      word = gtk_label_new (text);
    }
  else
    word = gtk_label_new (line->light == HW_LIGHT_NONE ? _("Not yet") : hw_light_name (line->light));
  gtk_widget_add_css_class (word, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
}

static void
add_lines (HwKeepView *self)
{
  AdwPreferencesGroup *group = add_group (self, _("What is watched"));

  for (guint i = 0; i < self->watch->lines->len; i++)
    {
      const HwWatchLine *line = g_ptr_array_index (self->watch->lines, i);

      add_light (add_row (group, hw_monitor_name (line->monitor), line->said), line, hw_journey_book_format (self->book));
    }
}

static void
decide_cb (HwKeepView *self,
           GtkWidget  *button)
{
  g_autoptr (HwEntry) decision = hw_entry_new (HW_ENTRY_DECISION, 0);

  hw_answers_set_day (decision->answers, "day", hw_journey_book_today (self->book));
  hw_journey_open_part (button, self->book, decision);
}

static void
written_cb (gpointer      owner,
            gpointer      result,
            const GError *error)
{
  HwKeepView *self = owner;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *path = result;
  g_autofree char *text = NULL;

  if (path != NULL)
    {
      /* Translators: %s is the path of a file. */
      text = g_strdup_printf (_("The calendar file is saved as %s"), path);
      hw_undo_offer (GTK_WIDGET (self), text, NULL, NULL, NULL);
      return;
    }

  if (hw_errand_was_stopped (error) || !GTK_IS_WINDOW (root))
    return;

  text = hw_say_error (error, self->path);
  hw_tell (GTK_WINDOW (root), _("The file was not written"), text);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwKeepView *self = owner;

  if (path == NULL || self->book == NULL || hw_desk_get_session (self->book->desk) == NULL)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
  hw_errand_run (self->book->desk, &hw_agenda_file_job, g_strdup (path), NULL, written_cb, self);
}

static void
calendar_cb (HwKeepView *self)
{
  /* Translators: the proposed name of a calendar file; keep ".ics". */
  hw_file_choice_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save for your calendar"), HW_FILE_CALENDAR,
                       _("Headway agenda.ics"), path_chosen_cb, self);
}

static void
add_meetings (HwKeepView     *self,
              const HwAgenda *agenda)
{
  AdwPreferencesGroup *group = add_group (self, _("When you look at what again"));
  GtkWidget *button = add_button (group, _("Save for your calendar"));
  guint n = 0;

  g_signal_connect_object (button, "clicked", G_CALLBACK (calendar_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < agenda->meetings->len && n < MEETINGS_MOST; i++)
    {
      const HwMeeting *meeting = g_ptr_array_index (agenda->meetings, i);
      g_autoptr (GString) points = g_string_new (NULL);
      g_autofree char *day = NULL, *title = NULL;

      if (meeting->held || (meeting->kind == HW_MEETING_WEEK && n >= WEEKS_MOST))
        continue;

      n++;
      day = hw_format_day (hw_journey_book_format (self->book), meeting->day, HW_DAY_SHORT);
      /* Translators: %1$s is a day, %2$s what is done, %3$u how many minutes it takes. */
      title = g_strdup_printf (_("%1$s: %2$s, about %3$u minutes"), day, meeting->title, meeting->minutes);
      for (guint k = 0; k < meeting->points->len; k++)
        g_string_append_printf (points, "%s• %s", k > 0 ? "\n" : "", (const char *) g_ptr_array_index (meeting->points, k));
      add_row (group, title, points->str);
    }
}

static void
add_decisions (HwKeepView     *self,
               const HwAgenda *agenda)
{
  AdwPreferencesGroup *group = add_group (self, _("What was decided"));
  GtkWidget *button = add_button (group, _("Write down a decision"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (decide_cb), self, G_CONNECT_SWAPPED);
  if (agenda->decisions->len == 0)
    adw_preferences_group_set_description (group, _("Nothing yet. Whoever looks at this in a year will want to know why."));

  for (guint i = 0; i < agenda->decisions->len && i < DECISIONS_MOST; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (agenda->decisions, i))->answers;
      g_autofree char *day = hw_format_day (hw_journey_book_format (self->book), hw_answers_get_day (answers, "day"), HW_DAY_LONG);
      g_autofree char *text = g_strjoin (" · ", day, hw_answers_get_text (answers, "decision"), NULL);

      add_row (group, hw_answers_get_text (answers, "about"), text);
    }
}

static void
fill (HwKeepView     *self,
      const HwAgenda *agenda)
{
  g_autofree char *sentence = hw_watch_say_headline (self->watch);
  GtkWidget *child;

  gtk_label_set_text (self->sentence_label, sentence);
  hw_how_button_set_text (self->how, _("Keep working"), _("How was this worked out?"),
                          _("A forecast is frozen at the start of the quarter before this one, and its misses of each week since "
                            "are held against those of the year before. Each alarm has a limit found by trying it on thousands "
                            "of made-up quiet years: all of them together raise a false alarm in at most 1 of 100 quiet weeks. "
                            "The methods are called CUSUM, tracking signal, and population stability index."));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);

  add_alerts (self);
  add_cautions (self);
  add_lines (self);
  add_meetings (self, agenda);
  add_decisions (self, agenda);
  hw_state_page_show_ready (self->state_page);
}

static void
agenda_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwKeepView *self = owner;
  g_autoptr (HwAgenda) agenda = result;

  if (self->book == NULL || self->watch == NULL)
    return;

  if (agenda != NULL)
    fill (self, agenda);
  else
    hw_errand_show_error (self->state_page, _("The agenda could not be made"), error, NULL);
}

static void
watch_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwKeepView *self = owner;

  g_clear_pointer (&self->watch, hw_watch_free);
  self->watch = result;
  if (self->book == NULL)
    return;

  if (self->watch != NULL)
    hw_errand_run (self->book->desk, &hw_agenda_job, NULL, self->state_page, agenda_cb, self);
  else
    hw_errand_show_error (self->state_page, _("This could not be worked out"), error, NULL);
}

static void
work (HwKeepView *self)
{
  if (self->book != NULL && hw_desk_get_session (self->book->desk) != NULL)
    hw_errand_run (self->book->desk, &hw_watch_job, NULL, self->state_page, watch_cb, self);
}

static void
back_cb (HwKeepView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.path", NULL);
}

static void
hw_keep_view_dispose (GObject *object)
{
  HwKeepView *self = HW_KEEP_VIEW (object);

  self->book = NULL;
  g_clear_pointer (&self->watch, hw_watch_free);
  g_clear_pointer (&self->path, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_KEEP_VIEW);

  G_OBJECT_CLASS (hw_keep_view_parent_class)->dispose (object);
}

static void
hw_keep_view_class_init (HwKeepViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_keep_view_dispose;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_HOW_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-keep-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwKeepView, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwKeepView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwKeepView, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwKeepView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HwKeepView, how);
  gtk_widget_class_bind_template_child (widget_class, HwKeepView, body);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
hw_keep_view_init (HwKeepView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_scroll_keep_steady (self->scroller);
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (work), self, G_CONNECT_SWAPPED);
}

void
hw_keep_view_set_book (HwKeepView          *self,
                       const HwJourneyBook *book)
{
  g_return_if_fail (HW_IS_KEEP_VIEW (self));

  self->book = book;
}

void
hw_keep_view_show (HwKeepView *self)
{
  g_return_if_fail (HW_IS_KEEP_VIEW (self));

  work (self);
}
