/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-roll-out.h: a roll-out and the return on everything, as a few plain sentences.
 * Translated; the caller's.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-return.h"
#include "domain/hw-roll-out.h"

G_BEGIN_DECLS

/* Sentences with spaces between. */
char *hw_say_roll_out_days  (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_say_roll_out_money (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_say_roll_out_people (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What went in, how, and what was taken for granted. */
char *hw_say_roll_out_how   (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* Whether one wave helped. */
char *hw_say_wave           (const HwWave *wave, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

char *hw_say_return         (const HwReturn *result, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* One initiative: money out and in, planned and as it came, and whether it counts. */
char *hw_say_return_line    (const HwReturnLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
const char *hw_say_return_how (void);

G_END_DECLS
