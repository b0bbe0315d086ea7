/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-uses.h: what the records are good enough for: each thing this program can work
 * out, judged by the worst of the checks it needs.
 */
#pragma once

#include "domain/hw-health.h"

G_BEGIN_DECLS

typedef struct
{
  const char    *id;     /* "forecast" */
  const char    *name;   /* translated: "What will sell" */
  HwHealthGrade  grade;  /* the worst of what it needs */
  const char    *by;     /* translated: the name of that check; "" if all is good */
} HwHealthUse;

GArray     *hw_health_uses          (const HwHealth *health) G_GNUC_WARN_UNUSED_RESULT; /* of HwHealthUse */
const char *hw_health_use_word      (HwHealthGrade grade); /* translated: "Good enough", "Only roughly", "Not yet" */

G_END_DECLS
