/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-pilot.h: the plan of a trial as plain sentences. Translated; the caller's. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-pilot.h"

G_BEGIN_DECLS

/* Of HwPilotLine, from the sentence of the plan to its fingerprint. A plan without a
 * figure, an effect or days has its sentence and what is missing. */
GPtrArray *hw_say_pilot          (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* "If we bake by the list, ... will move by 20 % or more, because ..." */
char      *hw_say_pilot_sentence (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "In 8 weeks it can see a change of 17 % or more. 20 % is worth having, so it can tell." */
char      *hw_say_pilot_sees     (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "We tried our method on 36 dates when nothing happened; it raised a false alarm twice." */
char      *hw_say_pilot_quiet    (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "112 weeks are known before the start. ..." */
char      *hw_say_pilot_before   (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* How alike both sides of the lot are; NULL where there is no lot of products. */
char      *hw_say_pilot_balance  (const HwPilot *pilot, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* A guard: "Sales: at least 1,200 € a week". */
char      *hw_say_guard          (const HwEntry *guard, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
