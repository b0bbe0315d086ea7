/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-playbooks.h: what to do when something fails, read once from the resource. */
#pragma once

#include "domain/hw-training.h"

G_BEGIN_DECLS

GPtrArray *hw_content_playbooks (void); /* of HwPlaybook */

G_END_DECLS
