/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-overview-pins.h: the figures the owner put on the first page, as tiles in the place
 * of the six fixed ones. */
#pragma once

#include "jobs/library/hw-library-job.h"
#include "widgets/hw-metric-tile.h"

G_BEGIN_DECLS

/* How many are to be shown; 0: the fixed ones are. @library: (nullable) */
guint hw_overview_n_pins   (const HwLibrary *library);
/* The @i-th of them. */
void  hw_overview_pin_fill (HwMetricTile *tile, const HwLibrary *library, guint i, const HwFormat *format);

G_END_DECLS
