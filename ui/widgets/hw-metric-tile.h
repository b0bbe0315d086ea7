/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-tile.h: one figure of the business: its name, its value, its way so far
 * as a tiny line, what changed or what is missing, and how it was worked out. The
 * whole tile can be a way in to its page.
 *
 * Shows text it is given; formats nothing and computes nothing.
 */
#pragma once

#include "widgets/hw-how-button.h"

G_BEGIN_DECLS

#define HW_TYPE_METRIC_TILE (hw_metric_tile_get_type ())

G_DECLARE_FINAL_TYPE (HwMetricTile, hw_metric_tile, HW, METRIC_TILE, AdwBin)

typedef enum
{
  HW_MOOD_PLAIN,
  HW_MOOD_GOOD,
  HW_MOOD_BAD,
} HwMood;

GtkWidget   *hw_metric_tile_new       (void);

const char  *hw_metric_tile_get_label (HwMetricTile *self);
void         hw_metric_tile_set_label (HwMetricTile *self, const char *label);
const char  *hw_metric_tile_get_value (HwMetricTile *self);
void         hw_metric_tile_set_value (HwMetricTile *self, const char *value);

/* A short line below: what changed, or what is missing. */
const char  *hw_metric_tile_get_note  (HwMetricTile *self);
void         hw_metric_tile_set_note  (HwMetricTile *self, const char *note, HwMood mood);

/* Oldest first, NAN for unknown; with 0 values its room is there, empty. Never
 * called, there is no room for it. */
void         hw_metric_tile_set_trend (HwMetricTile *self, const double *values, guint n);
/* What a click does: "win.page::stock"; NULL for nothing. */
void         hw_metric_tile_set_way   (HwMetricTile *self, const char *detailed_action);

HwHowButton *hw_metric_tile_get_how   (HwMetricTile *self);

G_END_DECLS
