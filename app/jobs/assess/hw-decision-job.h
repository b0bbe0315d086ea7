/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-decision-job.h: the decision as a page to print: where the business stands, what it
 * loses, what to try first and why, what was chosen, who does it and by when. */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* Path (char *) -> gboolean * : a PDF; replaces the file. Also without any sales. */
extern const HwJob hw_decision_job;
/* NULL -> GPtrArray of cairo_surface_t: the same pages for a printer. */
extern const HwJob hw_decision_print_job;

G_END_DECLS
