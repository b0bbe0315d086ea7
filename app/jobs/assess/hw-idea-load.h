/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-load.h: the ideas as they stand, for jobs that have what is lost and what the
 * records show already. */
#pragma once

#include "domain/hw-health.h"
#include "jobs/assess/hw-idea-job.h"

G_BEGIN_DECLS

/* On the worker. */
HwIdeaBoard *hw_idea_board_load (HwSession       *session,
                                 const HwStakes  *stakes,
                                 const HwHealth  *health,
                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
