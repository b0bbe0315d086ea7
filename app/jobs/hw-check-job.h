/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-check-job.h: is the file whole, and is its history as it was written? */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_check_job; /* NULL -> GPtrArray of char *: problems, empty if all is well */

G_END_DECLS
