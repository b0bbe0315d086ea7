/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-hatch.h: areas that are told apart without their colour. Private to chart/. */
#pragma once

#include "chart/hw-ink.h"

G_BEGIN_DECLS

/* Fills the path with the colour of a series and over it its own hatching, which hangs
 * on the picture and not on the path: parts of one series fit each other. Takes the
 * path. */
void   hw_hatch_fill        (HwInk *ink, guint series, const HwColour *colour);
/* Fills the path as what is not known: thin slanting lines on the paper. */
void   hw_hatch_fill_unknown (HwInk *ink);

G_END_DECLS
