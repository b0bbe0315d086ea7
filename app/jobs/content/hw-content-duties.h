/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-duties.h: the safety list, read once from the resource. */
#pragma once

#include "domain/hw-safety.h"

G_BEGIN_DECLS

GPtrArray    *hw_content_duties    (void);           /* of HwDuty */
const HwDuty *hw_content_find_duty (const char *id); /* (nullable) */

G_END_DECLS
