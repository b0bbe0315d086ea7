/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-analogue.h: what followed when the last weeks or hours looked as they do now.
 *
 * In:  a complete series, oldest first.
 * Out: a fit that takes new periods and gives means and their spread.
 * Pure, no chance. Safe to call from any thread; a fit belongs to one at a time.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef struct _HwAnalogue HwAnalogue;

HwAnalogue *hw_analogue_new    (const double     *y,
                                gsize             n,
                                gsize             window);
void        hw_analogue_free   (HwAnalogue       *fit);
void        hw_analogue_move   (HwAnalogue       *fit,
                                const double     *y,
                                gsize             n);
void        hw_analogue_mean   (const HwAnalogue *fit,
                                gsize             horizon,
                                double           *mean);
void        hw_analogue_spread (const HwAnalogue *fit,
                                gsize             horizon,
                                double           *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAnalogue, hw_analogue_free)

extern const HwFamily hw_family_analogue;

G_END_DECLS
