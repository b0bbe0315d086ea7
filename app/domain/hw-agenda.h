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

HwAgenda *hw_agenda_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void      hw_agenda_free (HwAgenda *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAgenda, hw_agenda_free)

G_END_DECLS
