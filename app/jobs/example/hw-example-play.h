/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-example-play.h: lets the owner of an example live through it: on each day on which
 * something is entered the records up to the day before are there, and the very jobs that
 * a real owner uses keep what is entered, check it and date it.
 *
 * In:  the session of an empty business, the example, its records.
 * Out: all of it kept. The session's today is left where the last row of the tables was.
 */
#pragma once

#include "jobs/example/hw-example.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

gboolean hw_example_play (HwSession              *session,
                          const HwExample        *example,
                          const HwSampleRecords  *records,
                          const HwTick           *tick,
                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
