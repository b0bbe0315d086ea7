/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-questions.h: the questionnaire, read once from the resource. */
#pragma once

#include "domain/hw-readiness.h"

G_BEGIN_DECLS

const HwQuestionnaire *hw_content_questions (void);

G_END_DECLS
