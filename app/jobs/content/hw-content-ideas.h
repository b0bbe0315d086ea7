/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-ideas.h: the catalogue of ideas, read once from the resource. */
#pragma once

#include "domain/hw-idea.h"

G_BEGIN_DECLS

GPtrArray    *hw_content_ideas     (void);           /* of HwIdea */
const HwIdea *hw_content_find_idea (const char *id); /* (nullable) */

G_END_DECLS
