/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "domain/hw-card.h"
#include "domain/hw-figure.h"
#include "domain/hw-milestone.h"
#include "jobs/assess/hw-safety-load.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-journey-load.h"
#include "jobs/watch/hw-watch-job.h"
#include "report/hw-out-file.h"
#include "store/hw-entry-repo.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define AHEAD_DAYS 91
#define LINE_MOST 74      /* bytes of a line of an .ics file before it is folded */

/* "Goal is due: twice the bread". */
static char *
join (const char *label,
      const char *text)
{
  /* Translators: %1$s is a name or a few words, %2$s what is to be looked at. */
  return g_strdup_printf (_("%1$s: %2$s"), label, text);
}

static gboolean
add_entries (HwAgenda    *agenda,
             HwStore     *store,
             HwEntryKind  kind,
             const char  *day_question,
             const char  *text_question,
             const char  *label,
             GError     **error)
{
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, kind, HW_ENTRY_ANY_PARENT, FALSE, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (entries, i))->answers;
      const HwDay day = hw_answers_get_day (answers, day_question);
      g_autofree char *point = join (label, hw_answers_get_text (answers, text_question));

      if (day != HW_DAY_NONE && hw_answers_get_day (answers, "done") == HW_DAY_NONE)
        hw_agenda_add_point (agenda, day, point);
    }

  return entries != NULL;
}

static void
add_trial_point (HwAgenda      *agenda,
                 const HwTrial *trial,
                 HwNextStep     step,
                 HwDay          day)
{
  g_autofree char *point = join (hw_answers_get_text (trial->initiative->answers, "name"), hw_next_step_text (step));

  hw_agenda_add_point (agenda, day, point);
}

/* Of one that runs: each week that will be asked about, the planned look and its end. */
static void
add_running (HwAgenda      *agenda,
             const HwTrial *trial,
             HwDay          today)
{
  const HwDay start = hw_answers_get_day (trial->initiative->answers, "start");
  const HwDay end = hw_answers_get_day (trial->initiative->answers, "end");

  for (HwDay day = start + 7; start != HW_DAY_NONE && end != HW_DAY_NONE && day <= end + 1; day += 7)
    if (day > today)
      add_trial_point (agenda, trial, HW_NEXT_CHECK_IN, day);
  if (trial->look != HW_DAY_NONE && trial->look + HW_LOOK_DAYS > today)
    add_trial_point (agenda, trial, HW_NEXT_LOOK, MAX (trial->look, today));
  if (end != HW_DAY_NONE && end + 1 > today)
    add_trial_point (agenda, trial, HW_NEXT_VERDICT, end + 1);
}

static void
add_trials (HwAgenda        *agenda,
            const HwJourney *journey)
{
  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);
      const HwState state = hw_initiative_state (trial->initiative);

      if (hw_state_is_final (state) || state == HW_STATE_PAUSED)
        continue;
      if (state == HW_STATE_RUNNING)
        add_running (agenda, trial, journey->as_of);
      else if (trial->next_day != HW_DAY_NONE)
        add_trial_point (agenda, trial, trial->next, trial->next_day);
    }
}

static void
add_duties (HwAgenda           *agenda,
            const HwSafetyBook *book)
{
  for (guint i = 0; i < book->safety->duties->len; i++)
    {
      const HwDutyState *state = &g_array_index (book->safety->duties, HwDutyState, i);
      g_autofree char *point = NULL;

      if (!state->applies || state->out || state->done || state->due == HW_DAY_NONE)
        continue;

      point = join (_("Safety list"), state->duty->title);
      hw_agenda_add_point (agenda, state->due, point);
    }
}

static gboolean
find_year_starts (HwStore  *store,
                  int      *month,
                  GError  **error)
{
  g_autoptr (GPtrArray) cards = hw_entry_repo_list (store, HW_ENTRY_CARD, 0, FALSE, error);

  if (cards == NULL)
    return FALSE;

  *month = cards->len > 0
             ? CLAMP ((int) hw_answers_get_number (((const HwEntry *) g_ptr_array_index (cards, 0))->answers, "fiscal_month", 1.0), 1, 12)
             : 1;
  return TRUE;
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const HwEntry *one = *(const HwEntry *const *) a, *other = *(const HwEntry *const *) b;
  const HwDay x = hw_answers_get_day (one->answers, "day"), y = hw_answers_get_day (other->answers, "day");

  return x != y ? (y > x) - (y < x) : (other->id > one->id) - (other->id < one->id);
}

/* Those not held yet. */
static void
add_reviews (HwAgenda  *agenda,
             GPtrArray *reviews)
{
  for (guint i = 0; i < reviews->len; i++)
    if (!hw_answers_get_yes (((const HwEntry *) g_ptr_array_index (reviews, i))->answers, "done"))
      hw_agenda_add_review (agenda, g_ptr_array_index (reviews, i));
}

static gpointer
run (HwSession      *session,
     gconstpointer   request G_GNUC_UNUSED,
     const HwTick   *tick G_GNUC_UNUSED,
     GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (HwAgenda) agenda = hw_agenda_new ();
  g_autoptr (HwJourney) journey = hw_journey_load (store, today, error);
  g_autoptr (HwSafetyBook) book = journey != NULL ? hw_safety_load (store, today, error) : NULL;
  GPtrArray *decisions = book != NULL ? hw_entry_repo_list (store, HW_ENTRY_DECISION, 0, FALSE, error) : NULL;
  int month = 1;

  if (decisions == NULL || !find_year_starts (store, &month, error))
    {
      g_clear_pointer (&decisions, g_ptr_array_unref);
      return NULL;
    }

  g_ptr_array_unref (agenda->decisions);
  agenda->decisions = decisions;
  g_ptr_array_sort (agenda->decisions, newest_first);
  hw_agenda_fill (agenda, today, today + AHEAD_DAYS, month);
  add_trials (agenda, journey);
  add_duties (agenda, book);
  if (!add_entries (agenda, store, HW_ENTRY_GOAL, "day", "name", _("Goal is due"), error) ||
      !add_entries (agenda, store, HW_ENTRY_MILESTONE, "day", "what", _("Step is due"), error) ||
      !add_entries (agenda, store, HW_ENTRY_DECISION, "look_again", "about", _("Look whether it worked"), error))
    return NULL;

  add_reviews (agenda, journey->reviews);
  for (guint i = 0; i < journey->trials->len; i++)
    add_reviews (agenda, ((const HwTrial *) g_ptr_array_index (journey->trials, i))->reviews);

  return g_steal_pointer (&agenda);
}

static void
free_result (gpointer data)
{
  hw_agenda_free (data);
}

const HwJob hw_agenda_job = {
  .id = "agenda",
  .busy = N_("Making the agenda"),
  .run = run,
  .free_result = free_result,
};

/* A line of RFC 5545: folded after 74 bytes, between letters; text escaped. */
static void
add_ics (GString    *ics,
         const char *name,
         const char *text)
{
  g_autoptr (GString) line = g_string_new (name);
  gsize width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        {
          g_string_append (line, "\\n");
          continue;
        }
      if (strchr ("\\;,", *p) != NULL)
        g_string_append_c (line, '\\');
      g_string_append_len (line, p, g_utf8_next_char (p) - p);
    }

  for (const char *p = line->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gsize size = (gsize) (g_utf8_next_char (p) - p);

      if (width + size > LINE_MOST)
        {
          g_string_append (ics, "\r\n ");
          width = 1;
        }
      g_string_append_len (ics, p, (gssize) size);
      width += size;
    }

  g_string_append (ics, "\r\n");
}

static void
add_day (GString    *ics,
         const char *name,
         HwDay       day)
{
  int year, month, mday;

  hw_day_to_ymd (day, &year, &month, &mday);
  g_string_append_printf (ics, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, mday);
}

static void
add_meeting (GString         *ics,
             const HwMeeting *meeting,
             HwDay            today,
             const char      *business)
{
  g_autoptr (GString) points = g_string_new (NULL);
  int year, month, day;

  hw_day_to_ymd (today, &year, &month, &day);
  for (guint i = 0; i < meeting->points->len; i++)
    g_string_append_printf (points, "%s- %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (meeting->points, i));

  g_string_append (ics, "BEGIN:VEVENT\r\n");
  /* The same meeting has the same id, so that a calendar that reads it again keeps one. */
  g_string_append_printf (ics, "UID:%d-%" G_GINT64_FORMAT "-%08x@headway\r\n", meeting->day, meeting->review, g_str_hash (business));
  g_string_append_printf (ics, "DTSTAMP:%04d%02d%02dT000000Z\r\n", year, month, day);
  add_day (ics, "DTSTART", meeting->day);
  add_day (ics, "DTEND", meeting->day + 1);
  add_ics (ics, "SUMMARY:", meeting->title);
  add_ics (ics, "DESCRIPTION:", points->str);
  g_string_append (ics, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

static gpointer
run_file (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const char *path = request;
  g_autoptr (HwAgenda) agenda = run (session, NULL, tick, error);
  g_autoptr (GString) ics = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Headway//Agenda//EN\r\n");
  g_auto (HwOutFile) file = { 0 };

  if (agenda == NULL || !hw_out_file_begin (&file, path, error))
    return NULL;

  for (guint i = 0; i < agenda->meetings->len; i++)
    {
      const HwMeeting *meeting = g_ptr_array_index (agenda->meetings, i);

      if (!meeting->held)
        add_meeting (ics, meeting, hw_session_get_today (session), hw_session_get_business (session)->name);
    }

  g_string_append (ics, "END:VCALENDAR\r\n");
  if (!g_file_set_contents (file.temp, ics->str, (gssize) ics->len, NULL))
    {
      hw_out_file_fail (path, errno, error);
      return NULL;
    }

  return hw_out_file_commit (&file, error) ? g_strdup (path) : NULL;
}

const HwJob hw_agenda_file_job = {
  .id = "agenda-file",
  .busy = N_("Writing the agenda"),
  .run = run_file,
  .free_request = g_free,
  .free_result = g_free,
};
