/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-watch-job.h: what is watched, worked out on the records, and the agenda. */
#pragma once

#include "domain/hw-agenda.h"
#include "domain/hw-watch.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_watch_job;        /* NULL -> HwWatch */
/* The same without what verdicts warn of, which takes longer; on the worker. */
HwWatch *hw_watch_find (HwSession *session, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* In one sentence, warnings of verdicts and all. */
char *hw_watch_say_headline (const HwWatch *watch) G_GNUC_WARN_UNUSED_RESULT;

extern const HwJob hw_agenda_job;       /* NULL -> HwAgenda */
extern const HwJob hw_agenda_file_job;  /* char *path (.ics) -> char *path */

G_END_DECLS
