/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-watch-job.h: what is watched, worked out on the records, and the agenda. */
#pragma once

#include "domain/hw-agenda.h"
#include "domain/hw-watch.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_watch_job;        /* NULL -> HwWatch */
extern const HwJob hw_agenda_job;       /* NULL -> HwAgenda */
extern const HwJob hw_agenda_file_job;  /* char *path (.ics) -> char *path */

G_END_DECLS
