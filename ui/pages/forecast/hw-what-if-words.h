/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-what-if-words.h: what something would do, in sentences for the owner. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-what-if.h"

G_BEGIN_DECLS

char *hw_what_if_say_units (const HwWhatIf *answer, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* NULL where no price is known, or nothing can be said. */
char *hw_what_if_say_money (const HwWhatIf *answer, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* Where the effect comes from. */
char *hw_what_if_say_basis (const HwWhatIf *answer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
