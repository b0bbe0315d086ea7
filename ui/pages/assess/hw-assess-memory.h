/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-memory.h: where the owner was in Assess, and which steps were gone past, kept
 * among the program's own preferences for the business that was assessed last. */
#pragma once

#include "pages/assess/hw-assess-step.h"

G_BEGIN_DECLS

typedef struct
{
  HwAssessStep here;
  guint        passed;  /* bit i: step i was left by Continue */
} HwAssessPlace;

/* @business: the path of its file. The first step if nothing is known of it. */
HwAssessPlace hw_assess_memory_load (const char *business);
void          hw_assess_memory_save (const char *business, const HwAssessPlace *place);

G_END_DECLS
