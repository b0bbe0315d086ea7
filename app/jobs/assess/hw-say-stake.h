/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-stake.h: money at stake in words, for window and command line alike. Each kind is
 * rounded by its own range; the whole is told so that the kinds as told, less what two of
 * them count, add up to it. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-stake.h"

G_BEGIN_DECLS

typedef struct
{
  double total;  /* as told */
  double twice;  /* as told; 0: nothing to tell */
} HwStakesTold;

HwStakesTold hw_stakes_told      (const HwStakes *stakes, const HwFormat *format);

/* "€11,215", and the ends of its range, NULL where it has none worth telling. */
char        *hw_say_stake_total  (const HwStakes *stakes, const HwFormat *format, char **from, char **to) G_GNUC_WARN_UNUSED_RESULT;
/* "about €3,100 a year, between €2,500 and €3,700". */
char        *hw_say_stake        (double year, double low, double high, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "−€3,133"; (nullable) nothing is counted twice. */
char        *hw_say_stakes_twice (const HwStakes *stakes, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
