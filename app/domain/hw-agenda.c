/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-agenda.h"

#include <glib/gi18n-lib.h>

static const HwQuestion questions[] = {
  { .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("On which day was it decided?"), .label = N_("Day") },
  { .id = "about", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What was it about?"), .label = N_("About") },
  { .id = "decision", .kind = HW_ASK_WORDS, .required = TRUE, .text = N_("What did you decide?"),
    .label = N_("Decision"), .hint = N_("Also write it down when you decided to leave things as they are.") },
  { .id = "who", .kind = HW_ASK_TEXT, .text = N_("Who does it?"), .label = N_("Who") },
  { .id = "why", .kind = HW_ASK_WORDS, .text = N_("Why?"), .label = N_("Why"),
    .hint = N_("One sentence that you will still understand in a year.") },
  { .id = "look_again", .kind = HW_ASK_DAY, .text = N_("When do you look whether it worked?"), .label = N_("Look again") },
};

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const HwDay day = hw_answers_get_day (answers, questions[i].id);

  if (g_str_equal (questions[i].id, "day") && day > today)
    return HW_FAULT_AHEAD;

  if (g_str_equal (questions[i].id, "look_again") && day != HW_DAY_NONE && day <= hw_answers_get_day (answers, "day"))
    return HW_FAULT_BEFORE_START;

  return HW_FAULT_NONE;
}

const HwForm hw_log_form = {
  .id = "decision-log", .title = N_("What was decided"), .questions = questions, .n = G_N_ELEMENTS (questions), .check = check,
};

typedef struct
{
  const char *title;  /* N_() */
  guint       minutes;
  int         months; /* from one to the next; 0: by weeks */
  const char *points[5]; /* N_() */
} Kind;

static const Kind kinds[HW_MEETING_N] = {
  [HW_MEETING_WEEK] = { N_("A look at the week"), 15, 0,
                        { N_("What needs you this week, and the alarms"), N_("Trials that run: say how the week went") } },
  [HW_MEETING_MONTH] = { N_("A look at the month"), 30, 1,
                         { N_("Your figures and goals"), N_("What was unusual, and why"), N_("One thing to change"),
                           N_("What was decided last time: was it done?") } },
  [HW_MEETING_QUARTER] = { N_("A look at the quarter"), 60, 3,
                           { N_("Goals: keep, change or drop them"), N_("What runs everywhere: does it still pay?"),
                             N_("Ideas: what to try next"), N_("Is it fair to all groups?"),
                             N_("Also all that belongs to the month") } },
  [HW_MEETING_HALF_YEAR] = { N_("The questions again"), 30, 6,
                             { N_("Answer the questions of Assess again and see what has moved"),
                               N_("Also all that belongs to the month and the quarter") } },
  [HW_MEETING_YEAR] = { N_("A look from outside"), 90, 12,
                        { N_("Ask somebody from outside to go through it with you"),
                          N_("Bring back a copy of your data once, to see that it works"),
                          N_("Also all that belongs to the month and the quarter") } },
  [HW_MEETING_ONCE] = { N_("Look again"), 15, 0, { NULL } },
};

static HwMeeting *
meeting_new (HwMeetingKind kind,
             HwDay         day)
{
  HwMeeting *self = g_new0 (HwMeeting, 1);

  self->kind = kind;
  self->day = day;
  self->minutes = kinds[kind].minutes;
  self->title = g_strdup (_(kinds[kind].title));
  self->points = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds[kind].points) && kinds[kind].points[i] != NULL; i++)
    g_ptr_array_add (self->points, g_strdup (_(kinds[kind].points[i])));
  return self;
}

static void
meeting_free (gpointer data)
{
  HwMeeting *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->points);
  g_free (self);
}

HwAgenda *
hw_agenda_new (void)
{
  HwAgenda *self = g_new0 (HwAgenda, 1);

  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  self->decisions = hw_entries_new ();
  return self;
}

void
hw_agenda_free (HwAgenda *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

/* The first Monday of a month. */
static HwDay
find_monday (int year,
             int month)
{
  const HwDay first = hw_day_from_ymd (year, month, 1);

  return first + (7 - hw_day_weekday (first)) % 7;
}

static HwMeetingKind
find_kind (int month,
           int year_starts)
{
  const int into = (month - year_starts + 12) % 12;

  return into == 0 ? HW_MEETING_YEAR : into == 6 ? HW_MEETING_HALF_YEAR : into % 3 == 0 ? HW_MEETING_QUARTER : HW_MEETING_MONTH;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const HwMeeting *one = *(const HwMeeting *const *) a, *other = *(const HwMeeting *const *) b;

  return one->day != other->day ? (one->day > other->day) - (one->day < other->day) : (int) other->kind - (int) one->kind;
}

/* Whether something was decided in the days that belong to a meeting. */
static gboolean
is_held (const HwAgenda *self,
         const HwMeeting *meeting)
{
  for (guint i = 0; i < self->decisions->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (self->decisions, i);
      const HwDay day = hw_answers_get_day (entry->answers, "day");

      if (day >= meeting->day && day < meeting->day + 7)
        return TRUE;
    }

  return FALSE;
}

void
hw_agenda_fill (HwAgenda *self,
                HwDay     from,
                HwDay     to,
                int       year_starts)
{
  for (HwDay monday = from + (7 - hw_day_weekday (from)) % 7; monday <= to; monday += 7)
    {
      int year, month, day;
      HwMeeting *meeting;

      hw_day_to_ymd (monday, &year, &month, &day);
      meeting = meeting_new (monday == find_monday (year, month) ? find_kind (month, year_starts) : HW_MEETING_WEEK, monday);
      meeting->held = is_held (self, meeting);
      g_ptr_array_add (self->meetings, meeting);
    }

  g_ptr_array_sort (self->meetings, compare);
}

void
hw_agenda_add_point (HwAgenda   *self,
                     HwDay       day,
                     const char *point)
{
  HwMeeting *last = NULL;

  for (guint i = 0; i < self->meetings->len; i++)
    {
      HwMeeting *meeting = g_ptr_array_index (self->meetings, i);

      if (meeting->review != 0)
        continue;
      if (last == NULL || meeting->day <= day)
        last = meeting;
    }

  if (last != NULL && day < last->day + 7)
    g_ptr_array_add (last->points, g_strdup (point));
}

void
hw_agenda_add_review (HwAgenda      *self,
                      const HwEntry *review)
{
  HwMeeting *meeting = meeting_new (HW_MEETING_ONCE, hw_answers_get_day (review->answers, "day"));
  const char *about = hw_answers_get_text (review->answers, "about");

  meeting->review = review->id;
  meeting->held = hw_answers_get_yes (review->answers, "done");
  if (*about != '\0')
    g_ptr_array_add (meeting->points, g_strdup (about));
  g_ptr_array_add (self->meetings, meeting);
  g_ptr_array_sort (self->meetings, compare);
}
