/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the errors of the forecast say, and alerts in words. */
#include "jobs/watch/hw-watch-job.h"
#include "jobs/watch/hw-watch-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CLOSE_TO 0.7      /* of the limit */
#define BAND_CLOSE 0.05
#define SIMPLE_CLOSE 1.05 /* as good as the week before is no worry */
#define SIMPLE_LESS 0.995 /* closer than that is 0 % less */
#define YEAR_WEEKS 52.0

static HwWatchLine *
add_line (HwWatch   *watch,
          HwMonitor  monitor)
{
  HwWatchLine *line = hw_watch_line_new (monitor);

  g_ptr_array_add (watch->lines, line);
  return line;
}

static HwLight
find_light (gboolean alarm,
            gboolean close)
{
  return alarm ? HW_LIGHT_RED : close ? HW_LIGHT_AMBER : HW_LIGHT_GREEN;
}

/* What the season does every year is to be watched, but no alarm. */
static void
allow_season (HwWatchLine           *line,
              const HwWatchForecast *forecast,
              gsize                  since)
{
  g_autofree char *said = line->said;

  if (line->light == HW_LIGHT_RED && hw_watch_forecast_is_season (forecast, since))
    {
      line->light = HW_LIGHT_AMBER;
      /* Translators: %s is a sentence without its full stop. */
      line->said = g_strdup_printf (_("%s; a year ago it went the same way at this time"), said);
    }
  else
    line->said = g_steal_pointer (&said);
}

/* Nothing can be said before there are so many weeks. */
static gboolean
is_missing (HwWatchLine           *line,
            const HwWatchForecast *forecast,
            gboolean               known)
{
  if (forecast->missing > 0)
    /* Translators: %u is a number of weeks. */
    line->said = g_strdup_printf (ngettext ("Can be said in %u week", "Can be said in %u weeks", forecast->missing),
                                  forecast->missing);
  else if (!known)
    line->said = g_strdup (_("Sales are too few or all alike, so nothing can be said"));

  return line->said != NULL;
}

/* A monitor that watches the weeks' errors for leaning to one side. */
typedef struct
{
  const double *path;    /* of the weeks since the forecast was last frozen */
  double        limit;
  gssize        alarm;   /* -1: none */
  gsize         since;
  double        by;      /* money a week, above 0: too high */
  const char   *calm, *maybe;
  char       *(*say) (gboolean high, const char *money, const char *day);
} Lean;

static void
add_lean (HwWatch               *watch,
          HwMonitor              monitor,
          const Lean            *lean,
          const HwWatchForecast *forecast,
          const HwFormat        *format)
{
  HwWatchLine *line = add_line (watch, monitor);
  g_autofree char *money = NULL, *day = NULL;

  if (is_missing (line, forecast, forecast->found.known))
    return;

  line->value = fabs (lean->path[forecast->n - forecast->from - 1]);
  line->limit = lean->limit;
  line->light = find_light (lean->alarm >= 0, line->value > CLOSE_TO * lean->limit);
  if (line->light != HW_LIGHT_RED)
    {
      line->said = g_strdup (line->light == HW_LIGHT_AMBER ? lean->maybe : lean->calm);
      return;
    }

  line->money_week = fabs (lean->by);
  line->since = hw_watch_forecast_day (forecast, forecast->from + lean->since);
  line->chance = 1.0 / HW_MONITORS_SELDOM;
  money = hw_format_money_about (format, line->money_week);
  day = hw_format_day (format, line->since, HW_DAY_LONG);
  line->said = lean->say (lean->by > 0.0, money, day);
  allow_season (line, forecast, forecast->from + lean->since);
}

static char *
say_bias (gboolean    high,
          const char *money,
          const char *day)
{
  /* Translators: %1$s is money, %2$s a day. */
  return g_strdup_printf (high ? _("The forecast is too high: by about %1$s a week since %2$s")
                               : _("The forecast is too low: by about %1$s a week since %2$s"), money, day);
}

static char *
say_drift (gboolean    high,
           const char *money,
           const char *day)
{
  /* Translators: %1$s is money, %2$s a day. */
  return g_strdup_printf (high ? _("You take about %1$s a week less than before would let us expect, since %2$s")
                               : _("You take about %1$s a week more than before would let us expect, since %2$s"), money, day);
}

static void
add_leans (HwWatch               *watch,
           const HwWatchForecast *forecast,
           const HwFormat        *format)
{
  const HwTracking *bias = &forecast->found.bias;
  const HwDrift *drift = &forecast->found.drift;
  const Lean biased = {
    bias->path, bias->limit, bias->alarm, bias->since, bias->leans,
    .calm = _("The forecast is as often too high as too low"),
    .maybe = _("The forecast leans to one side of late; it may be chance"),
    .say = say_bias,
  };
  const Lean moved = {
    drift->path, drift->limit, drift->alarm, drift->since, drift->moved,
    .calm = _("What you take in a week moves as it used to"),
    .maybe = _("What you take in a week may be moving; it may be chance"),
    .say = say_drift,
  };

  add_lean (watch, HW_MONITOR_BIAS, &biased, forecast, format);
  add_lean (watch, HW_MONITOR_DRIFT, &moved, forecast, format);
}

static void
add_simple (HwWatch               *watch,
            const HwWatchForecast *forecast,
            const HwFormat        *format)
{
  HwWatchLine *line = add_line (watch, HW_MONITOR_SIMPLE);
  const HwSimpleWatch *simple = &forecast->found.simple;
  g_autofree char *share = NULL;
  gboolean further;

  if (is_missing (line, forecast, forecast->found.knows_simple && isfinite (simple->ratio)))
    return;

  line->value = simple->ratio;
  line->limit = 1.0;
  line->chance = simple->chance;
  further = simple->ratio > SIMPLE_CLOSE;
  line->light = find_light (forecast->found.simple_alarm, further);
  share = hw_format_percent (format, fabs (simple->ratio - 1.0), 0);
  if (further)
    /* Translators: %1$s is a share such as "12 %", %2$u a number of weeks. */
    line->said = g_strdup_printf (_("The week before was the better guess: the forecast was off by %1$s more in the last %2$u weeks"),
                                  share, (guint) simple->n);
  else if (simple->ratio > SIMPLE_LESS)
    /* Translators: %u is a number of weeks. */
    line->said = g_strdup_printf (ngettext ("The forecast was as close as the week before as a guess, in the last %u week",
                                            "The forecast was as close as the week before as a guess, in the last %u weeks",
                                            (guint) simple->n), (guint) simple->n);
  else
    /* Translators: %1$s is a share such as "12 %", %2$u a number of weeks. */
    line->said = g_strdup_printf (_("The forecast was off by %1$s less than the week before as a guess, in the last %2$u weeks"),
                                  share, (guint) simple->n);
  if (line->light == HW_LIGHT_RED)
    line->money_week = simple->mean_more;
}

static void
add_band (HwWatch               *watch,
          const HwWatchForecast *forecast)
{
  HwWatchLine *line = add_line (watch, HW_MONITOR_BAND);
  const HwBandWatch *band = &forecast->found.band;

  if (is_missing (line, forecast, forecast->found.knows_band))
    return;

  line->value = band->share;
  line->limit = 0.8;
  line->chance = band->chance;
  line->light = find_light (forecast->found.band_alarm, band->chance < BAND_CLOSE);
  /* Translators: three numbers of weeks. */
  line->said = g_strdup_printf (_("%1$u of %2$u weeks were inside the range; about %3$u should be"), (guint) band->inside,
                                (guint) band->n, (guint) lround (0.8 * (double) band->n));
  allow_season (line, forecast, forecast->n - MIN (forecast->n, HW_MONITORS_BAND));
}

void
hw_watch_add_forecast (HwWatch               *watch,
                       const HwWatchForecast *forecast,
                       const HwFormat        *format)
{
  add_leans (watch, forecast, format);
  add_simple (watch, forecast, format);
  add_band (watch, forecast);
}

/* In the order of HwMonitor. */
static const char *const acts[HW_MONITOR_N] = {
  N_("Think what has changed since then: prices, a neighbour, opening hours. Tell the forecast under “What you know”. It learns the rest in a few weeks."),
  N_("Think what has changed since then, and tell the forecast under “What you know”. If it stays, look at your goals and orders again."),
  N_("Go by the week before for now. Look at Forecast, “How close have we been?”, to see which products it is."),
  N_("Keep a little more in stock than proposed until the ranges hold again."),
  N_("Look at the last files under Data: were they exported as before, whole and from the same till?"),
  N_("Ask the people who order why, and change what does not suit them."),
  N_("Ask the team what is different from the trial. Change it, or end it with a lesson."),
  N_("Stop using it for decisions about people until you know why. Ask those whom it is about."),
  N_("First do what is open there. Then begin the next trial."),
};

static char *
say_sure (const HwWatchLine *line,
          const HwFormat    *format)
{
  g_autofree char *share = NULL;

  switch (line->monitor)
    {
    case HW_MONITOR_BIAS:
    case HW_MONITOR_DRIFT:
      share = hw_format_number (format, HW_MONITORS_SELDOM / YEAR_WEEKS, 0);
      /* Translators: %s is a number of years. */
      return g_strdup_printf (_("Fairly sure: by chance it looks like this once in about %s years."), share);

    case HW_MONITOR_SIMPLE:
    case HW_MONITOR_BAND:
      share = hw_format_percent (format, line->chance, 1);
      /* Translators: %s is a share such as "0.3 %". */
      return g_strdup_printf (_("Fairly sure: by chance this comes in %s of such stretches."), share);

    case HW_MONITOR_INPUT:
      return g_strdup (_("Sure about the files; what it means is for you to say."));

    case HW_MONITOR_USE:
    case HW_MONITOR_BENEFIT:
    case HW_MONITOR_FAIR:
    case HW_MONITOR_SAFETY:
    case HW_MONITOR_N:
    default:
      return g_strdup (_("It is counted, not estimated."));
    }
}

HwAlert *
hw_watch_say_alert (const HwWatchLine *line,
                    const HwFormat    *format)
{
  HwAlert *alert = g_new0 (HwAlert, 1);

  alert->line = line;
  alert->what = g_strdup (line->said);
  alert->sure = say_sure (line, format);
  alert->act = g_strdup (_(acts[line->monitor]));
  if (isnan (line->money_week))
    alert->cost = g_strdup (_("What it costs cannot be said."));
  else
    {
      g_autofree char *money = hw_format_money_about (format, line->money_week);

      /* Translators: %s is money. */
      alert->cost = g_strdup_printf (_("It is about %s of sales a week."), money);
    }

  return alert;
}

char *
hw_watch_say_headline (const HwWatch *watch)
{
  const guint n = watch->alerts->len, n_cautions = watch->cautions->len;
  g_autofree char *found = NULL;
  guint amber = 0;

  for (guint i = 0; i < watch->lines->len; i++)
    amber += ((const HwWatchLine *) g_ptr_array_index (watch->lines, i))->light == HW_LIGHT_AMBER;

  if (n == 0 && amber == 0)
    found = g_strdup (n_cautions == 0 ? _("All runs as it should") : _("No alarm today"));
  else if (n == 0)
    /* Translators: %u is a number of things in a list below. */
    found = g_strdup_printf (ngettext ("No alarm today; %u thing to watch", "No alarm today; %u things to watch", amber), amber);
  else
    /* Translators: %u is a number of alarms. */
    found = g_strdup_printf (ngettext ("%u thing has changed and needs you", "%u things have changed and need you", n), n);

  if (n_cautions == 0)
    return g_steal_pointer (&found);

  /* Translators: %1$s is "No alarm today", %2$u a number of trials. */
  return g_strdup_printf (ngettext ("%1$s, but the verdict of %2$u trial warns of something",
                                    "%1$s, but the verdicts of %2$u trials warn of something", n_cautions), found, n_cautions);
}
