/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Up to today, initiative by initiative: what was to go out and went out in each part of
 * its way, and what came in because of it. The days on which it moved on are those of its
 * versions. */
#include "jobs/scale/hw-return-job.h"

#include "jobs/content/hw-content-training.h"
#include "jobs/hw-session-private.h"
#include "jobs/scale/hw-gain.h"
#include "jobs/scale/hw-roll-out-load.h"
#include "jobs/trial/hw-verdict-job.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEK 7.0
#define YEAR 365.25
#define MONTHS_MOST 240
#define MONTHS_A_YEAR 12.0

/* When an initiative came to each part of its way; HW_DAY_NONE: not. */
typedef struct
{
  HwDay started, judged, went, live, left;
} Way;

typedef struct
{
  HwSession     *session;
  HwReturnLine  *line;
  HwRollOut     *scale;   /* waves, people */
  const HwEntry *entry;
  Way            way;
  HwDay          today;
  double         week;    /* money a week as planned: what is paid, and hours */
  double         paid;    /* of it, as it was */
  double         hours;
  HwVerdict     *verdict; /* (owned) (nullable) until it was decided to keep it */
  HwGain         gain;
  HwGainState    gain_state;
} Case;

static void
first (HwDay *day,
       HwDay  when)
{
  if (*day == HW_DAY_NONE)
    *day = when;
}

static gboolean
find_way (HwStore  *store,
          gint64    id,
          Way      *way,
          GError  **error)
{
  g_autoptr (GPtrArray) versions = hw_entry_repo_history (store, id, error);

  *way = (Way) { HW_DAY_NONE, HW_DAY_NONE, HW_DAY_NONE, HW_DAY_NONE, HW_DAY_NONE };
  for (guint i = versions != NULL ? versions->len : 0; i-- > 0;)
    {
      const HwEntry *version = g_ptr_array_index (versions, i);
      const HwState state = hw_initiative_state (version);

      if (state == HW_STATE_RUNNING)
        {
          first (&way->started, version->changed);
          way->judged = HW_DAY_NONE; /* it went on */
        }
      else if (state == HW_STATE_EVALUATING)
        first (&way->judged, version->changed);
      else if (state == HW_STATE_GO || state == HW_STATE_SCALING)
        first (&way->went, version->changed);
      else if (state == HW_STATE_LIVE)
        first (&way->live, version->changed);
      else if (hw_state_is_final (state) || state == HW_STATE_STOP)
        first (&way->left, version->changed);
    }

  return versions != NULL;
}

static double
number (const Case *c,
        const char *question)
{
  return hw_answers_get_number (c->entry->answers, question, 0.0);
}

/* Money of one kind in one part of the way, as it came. */
static void
spend (Case       *c,
       HwStation   station,
       HwCostKind  kind,
       double      money)
{
  c->line->out[station] += money;
  c->line->owned[kind] += money;
}

static void
run_for (Case      *c,
         HwStation  station,
         double     weeks)
{
  spend (c, station, HW_COST_SUBSCRIPTION, weeks * c->paid);
  spend (c, station, HW_COST_HOURS, weeks * c->hours);
}

static double
weeks_between (HwDay from,
               HwDay to)
{
  return from != HW_DAY_NONE && to != HW_DAY_NONE && to > from ? (to - from) / WEEK : 0.0;
}

/* The weeks of which somebody said what they took, and the others as planned. */
static gboolean
add_pilot (Case     *c,
           GError  **error)
{
  g_autoptr (GPtrArray) check_ins = hw_entry_repo_list (hw_session_get_store (c->session), HW_ENTRY_CHECK_IN, c->entry->id, FALSE, error);
  const HwDay start = hw_answers_get_day (c->entry->answers, "start");
  const HwDay end = c->way.judged != HW_DAY_NONE ? c->way.judged : c->way.left != HW_DAY_NONE ? c->way.left : c->today;
  const double planned = weeks_between (start, hw_answers_get_day (c->entry->answers, "end") + 1);
  double weeks;

  if (check_ins == NULL)
    return FALSE;
  if (c->way.started == HW_DAY_NONE)
    return TRUE;

  c->line->out_plan[HW_STATION_PILOT] = number (c, "cost") + planned * c->week;
  spend (c, HW_STATION_PILOT, HW_COST_SET_UP, number (c, "cost"));
  weeks = weeks_between (c->way.started, end);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (check_ins, i))->answers;

      spend (c, HW_STATION_PILOT, HW_COST_SUBSCRIPTION, hw_answers_get_number (answers, "cost", c->paid));
      spend (c, HW_STATION_PILOT, HW_COST_HOURS,
             hw_answers_has (answers, "hours") ? hw_answers_get_number (answers, "hours", 0.0) * number (c, "wage") : c->hours);
      weeks -= 1.0;
    }
  run_for (c, HW_STATION_PILOT, fmax (0.0, weeks));
  return TRUE;
}

/* Weeks of full use between two days, where it works in a share by then. */
static double
used_weeks (const Case *c,
            HwDay       from,
            HwDay       to,
            gboolean    planned)
{
  return weeks_between (from, to) * (from != HW_DAY_NONE ? hw_roll_out_share_of (c->scale, from, to - 1, planned) : 0.0);
}

static void
add_scale (Case *c)
{
  const HwDay end = c->way.live != HW_DAY_NONE ? c->way.live : c->way.left != HW_DAY_NONE ? c->way.left : c->today;
  HwDay last = HW_DAY_NONE;

  for (guint i = 0; i < c->scale->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (c->scale->waves, i);

      if (wave->from <= c->today)
        c->line->out_plan[HW_STATION_SCALE] += wave->money + hw_roll_out_training_cost (c->scale, wave->people);
      last = MAX (last, wave->to);
      if (wave->done)
        spend (c, HW_STATION_SCALE, HW_COST_SET_UP, wave->money);
      spend (c, HW_STATION_SCALE, HW_COST_TRAINING, hw_roll_out_training_cost (c->scale, wave->trained));
    }

  if (c->way.went == HW_DAY_NONE || last == HW_DAY_NONE)
    return;

  c->line->out_plan[HW_STATION_SCALE] += used_weeks (c, c->way.went, MIN (last, c->today), TRUE) * c->week;
  run_for (c, HW_STATION_SCALE, used_weeks (c, c->way.went, end, FALSE));
  if (last < c->today)
    c->line->out_plan[HW_STATION_KEEP] += weeks_between (last, c->today) * (c->week + number (c, "support") * WEEK / YEAR);
}

static void
add_keep (Case *c)
{
  const HwDay end = c->way.left != HW_DAY_NONE ? c->way.left : c->today;

  if (c->way.live == HW_DAY_NONE)
    return;

  run_for (c, HW_STATION_KEEP, weeks_between (c->way.live, end));
  spend (c, HW_STATION_KEEP, HW_COST_SUPPORT, weeks_between (c->way.live, end) * number (c, "support") * WEEK / YEAR);
  if (c->way.left != HW_DAY_NONE)
    spend (c, HW_STATION_KEEP, HW_COST_EXIT, number (c, "exit_cost"));
}

/* What came in since the first step, month by month as the roll-out counts it, and of the
 * days of this month. */
static gboolean
add_gain (Case          *c,
          const HwGain  *gain,
          GError       **error)
{
  const gboolean has_waves = c->scale->waves->len > 0;
  const HwDay since = has_waves ? ((const HwWave *) g_ptr_array_index (c->scale->waves, 0))->from : c->way.live;
  const HwDay first_month = hw_by_start (HW_BY_MONTH, since);
  double by_more = 0.0;

  for (int t = 0; t < MONTHS_MOST; t++)
    {
      const HwDay begins = hw_by_add (HW_BY_MONTH, first_month, t), ends = hw_by_add (HW_BY_MONTH, begins, 1) - 1;
      const HwDay from = has_waves ? begins : MAX (since, begins), to = MIN (ends, c->today - 1);
      const double planned = has_waves ? hw_roll_out_share_of (c->scale, from, to, TRUE) : 1.0;
      double money, more;

      if (from > to)
        break;
      if (!hw_roll_out_gained (c->scale, c->session, gain, gain->effect, from, to, &money, error) ||
          !hw_roll_out_gained (c->scale, c->session, gain, gain->effect + gain->sd, from, to, &more, error))
        return FALSE;

      c->line->in_plan += planned * gain->effect * (1.0 - gain->lost) * gain->volume * gain->margin / MONTHS_A_YEAR *
                          (to - from + 1) / (ends - begins + 1);
      c->line->in += money;
      by_more += more;
    }

  c->line->in_sd = fabs (by_more - c->line->in);
  return TRUE;
}

static HwGainState
find_state (const Case *c)
{
  const HwState state = hw_initiative_state (c->entry);

  if (state != HW_STATE_LIVE && state != HW_STATE_CHANGED)
    return HW_GAIN_NOT_LIVE;
  if (c->verdict->state != HW_JUDGED || c->verdict->advice != HW_VERDICT_GO)
    return HW_GAIN_NOT_GO;

  return c->gain.known ? HW_GAIN_COUNTED : HW_GAIN_NOT_MONEY;
}

/* What it cost a week from the trial on is what it took in the trial. */
static gboolean
load_verdict (Case          *c,
              const HwTick  *tick,
              GError       **error)
{
  c->gain_state = HW_GAIN_NOT_LIVE;
  if (c->way.went == HW_DAY_NONE)
    return TRUE;

  c->verdict = hw_verdict_job.run (c->session, &c->entry->id, tick, error);
  if (c->verdict == NULL || !hw_gain_find (hw_session_get_store (c->session), c->entry, c->verdict, &c->gain, error))
    return FALSE;

  if (c->gain.known)
    hw_roll_out_widen (c->scale, &c->gain);
  c->gain_state = c->way.live != HW_DAY_NONE && c->way.left == HW_DAY_NONE ? find_state (c) : HW_GAIN_NOT_LIVE;
  return TRUE;
}

static gboolean
work_out (Case          *c,
          const HwTick  *tick,
          GError       **error)
{
  if (!hw_roll_out_waves (c->session, c->entry->id, c->scale->waves, error) ||
      !find_way (hw_session_get_store (c->session), c->entry->id, &c->way, error) || !add_pilot (c, error) ||
      !load_verdict (c, tick, error))
    return FALSE;

  if (c->verdict != NULL)
    {
      c->paid = c->gain.running * WEEK / YEAR;
      c->hours = c->gain.hours * c->gain.wage;
    }
  add_scale (c);
  add_keep (c);
  c->line->gain = c->gain_state;
  c->line->saves = c->gain.saves;
  c->line->but = c->verdict != NULL && hw_verdict_has_but (c->verdict);
  return c->line->gain != HW_GAIN_COUNTED || add_gain (c, &c->gain, error);
}

static gboolean
add_line (HwReturn       *self,
          HwSession      *session,
          const HwEntry  *entry,
          const HwTick   *tick,
          GError        **error)
{
  HwReturnLine *line = hw_return_line_new (entry->id, hw_answers_get_text (entry->answers, "name"));
  g_autoptr (HwRollOut) scale = hw_roll_out_new ();
  Case c = { .session = session, .line = line, .scale = scale, .entry = entry, .today = self->as_of };
  gboolean ok;

  g_ptr_array_add (self->lines, line);
  line->state = hw_initiative_state (entry);
  c.paid = number (&c, "month_cost") * 12.0 * WEEK / YEAR;
  c.hours = number (&c, "hours") * number (&c, "wage");
  c.week = c.paid + c.hours;
  scale->initiative = hw_entry_copy (entry);
  g_ptr_array_unref (scale->training);
  scale->training = hw_training_due (hw_content_roles (), hw_content_training (), hw_answers_get_text (entry->answers, "idea"),
                                     HW_STATION_SCALE);
  ok = work_out (&c, tick, error);
  hw_verdict_free (c.verdict);
  return ok;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  g_autoptr (GPtrArray) initiatives = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_INITIATIVE, 0, FALSE, error);
  g_autoptr (HwReturn) self = hw_return_new ();

  self->as_of = hw_session_get_today (session);
  for (guint i = 0; initiatives != NULL && i < initiatives->len; i++)
    {
      HwTickPart part = { tick, (double) i / initiatives->len, (i + 1.0) / initiatives->len };
      const HwTick own = HW_TICK_PART (&part);

      if (!add_line (self, session, g_ptr_array_index (initiatives, i), &own, error))
        return NULL;
    }

  if (initiatives == NULL)
    return NULL;

  hw_return_add_up (self);
  return g_steal_pointer (&self);
}

const HwJob hw_return_job = {
  "return", N_("Working out what it has brought"), run, NULL, (GDestroyNotify) hw_return_free, FALSE
};
