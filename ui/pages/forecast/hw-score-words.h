/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-score-words.h: how close the forecast came, in sentences for the owner. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-forecast-accuracy.h"

G_BEGIN_DECLS

/* NULL where nothing is known. In money where the line knows what a unit is worth. */
char *hw_score_say_off    (const HwForecastScore *score, const HwAccuracyLine *line, HwBy by, const HwFormat *format);
/* What the simple rule would have been off by, and who is closer by how much. */
char *hw_score_say_simple (const HwForecastScore *score, const HwAccuracyLine *line, HwBy by, const HwFormat *format);
char *hw_score_say_units  (const HwForecastScore *score, HwBy by, const HwFormat *format);
/* "Of 100 ranges that should hold 80, 81 did." */
char *hw_score_say_held   (const HwForecastScore *score, const HwFormat *format);

G_END_DECLS
