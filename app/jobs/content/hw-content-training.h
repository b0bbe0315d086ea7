/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-training.h: what each role should know, read once from the resource. */
#pragma once

#include "domain/hw-training.h"

G_BEGIN_DECLS

GPtrArray        *hw_content_roles         (void);           /* of HwRole */
GPtrArray        *hw_content_training      (void);           /* of HwTraining */
const HwTraining *hw_content_find_training (const char *id); /* (nullable) */

G_END_DECLS
