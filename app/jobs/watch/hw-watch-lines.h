/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-watch-lines.h: each monitor's finding as a line with its words.
 *
 * Private to hw-watch-*.c. Thread: the worker's.
 */
#pragma once

#include "domain/hw-watch.h"
#include "jobs/watch/hw-watch-forecast.h"

G_BEGIN_DECLS

/* Four lines. */
void     hw_watch_add_forecast (HwWatch *watch, const HwWatchForecast *forecast, const HwFormat *format);
gboolean hw_watch_add_input    (HwWatch *watch, HwSession *session, HwDay last, const HwFormat *format, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_watch_add_use      (HwWatch *watch, HwSession *session, const HwFormat *format, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* One line for each that is in daily use. */
gboolean hw_watch_add_benefit  (HwWatch *watch, HwSession *session, const HwFormat *format, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_watch_add_fair     (HwWatch *watch, HwSession *session, const HwFormat *format, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_watch_add_safety   (HwWatch *watch, HwSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How sure, what it costs, what to do: of a line in red. */
HwAlert *hw_watch_say_alert    (const HwWatchLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
