/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-verdict.h: a verdict in plain words: the headline, and what stands beside it.
 * Translated; the caller's. Money and the effect in a figure's own unit hold 9 times in
 * 10, the effect as a share 19 times in 20, and the texts say so.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-verdict.h"

G_BEGIN_DECLS

/* "Keep it: once everything runs, it is worth about 310 EUR a month, between 120 and 480." */
char *hw_say_verdict         (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* One sentence each; NULL where there is nothing to say. */
char *hw_say_verdict_share   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* by how much, and how sure */
char *hw_say_verdict_counted (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* how much of that the money counts */
char *hw_say_verdict_but     (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* what speaks against keeping it: stands beside the headline */
char *hw_say_verdict_against (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* the same once it is kept: the figures alone; NULL if there are none */
char *hw_say_verdict_pays    (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* the chance that it pays */
char *hw_say_verdict_even    (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* from where on it pays, and when it has paid for itself */
char *hw_say_verdict_knowing (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* what more weeks are worth */
char *hw_say_verdict_used    (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_say_verdict_quiet   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_say_verdict_naive   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* plain before and after */
char *hw_say_verdict_cross   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_say_verdict_trials  (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* "This is trial number 4 ..." */
char *hw_say_verdict_found   (const HwVerdictFound *found, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* "Sales: 8 % lower than ..." */
/* How it was worked out, with the names of the methods. */
char *hw_say_verdict_how     (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
