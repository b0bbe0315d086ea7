/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-number-private.h: a number's text taken apart. Only for hw-number-text.c and
 * hw-number-evidence.c.
 * Thread: any.
 */
#pragma once

#include "import/hw-number-text.h"

G_BEGIN_DECLS

/* What is left of a cell when signs, currency and blanks are off. */
typedef struct
{
  const char *p;
  const char *end;
  const char *sign;    /* (nullable) not terminated */
  gsize       n_sign;
  gboolean    negative;
  gboolean    percent;
} HwNumberBody;

gboolean hw_number_peel        (HwNumberBody *body,
                                const char   *text,
                                gsize         length);
/* The decimal mark if it is certain, 'o' if it is open, 0 if there are no marks,
 * '!' if it is no number. @mark: the last mark. */
char     hw_number_judge_marks (const char   *p,
                                const char   *end,
                                char         *mark);
/* Bytes of the blank or apostrophe that stands at @p. */
gsize    hw_number_gap         (const char   *p,
                                const char   *end);

G_END_DECLS
