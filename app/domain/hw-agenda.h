/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-agenda.h: when to look at what again, and what was decided then. Built by itself
 * from the calendar, goals, trials, figures that are due and duties; weekly (15 minutes),
 * monthly (30), quarterly, half-yearly, yearly.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

typedef enum
{
  HW_MEETING_WEEK,
  HW_MEETING_MONTH,
  HW_MEETING_QUARTER,
  HW_MEETING_HALF_YEAR,
  HW_MEETING_YEAR,
  HW_MEETING_ONCE,        /* a review of the owner's own */
  HW_MEETING_N,
} HwMeetingKind;

extern const HwForm hw_log_form;  /* kind DECISION: day, about, decision, who, why, look_again */

typedef struct
{
  HwMeetingKind kind;
  HwDay         day;
  guint         minutes;
  char         *title;    /* (owned) */
  GPtrArray    *points;   /* (owned) of char: what to look at, each a sentence */
  gint64        review;   /* id of the owner's own review; 0 */
  gboolean      held;     /* something was decided or noted at it */
} HwMeeting;

typedef struct
{
  GPtrArray *meetings;    /* (owned) of HwMeeting, by day: 90 days ahead */
  GPtrArray *decisions;   /* (owned) of HwEntry, newest first */
} HwAgenda;

HwAgenda *hw_agenda_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void      hw_agenda_free       (HwAgenda *self);
/* Meetings on Mondays of from..to: the first of a month is the month's, and that of a
 * quarter, half-year or year of a business year that starts in month @year_starts (1..12).
 * `decisions` are there before. */
void      hw_agenda_fill       (HwAgenda *self, HwDay from, HwDay to, int year_starts);
/* Something with its day, put to the last meeting on or before it; what is due earlier, to
 * the first; what is beyond all meetings, nowhere. */
void      hw_agenda_add_point  (HwAgenda *self, HwDay day, const char *point);
void      hw_agenda_add_review (HwAgenda *self, const HwEntry *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAgenda, hw_agenda_free)

G_END_DECLS
