/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cli-idea.h: the ideas as they stand, told by one command and part of another. */
#pragma once

#include "cli/hw-cli-run.h"
#include "jobs/assess/hw-idea-job.h"

G_BEGIN_DECLS

/* The first ideas with their reasons, the verdict, and each idea with its score. */
void hw_cli_tell_ideas (HwCli *cli, const HwIdeaBoard *board);

G_END_DECLS
