/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stop-scale.h: a slider that goes from stop to stop, each said in words beside it.
 *
 * In:  a name and the texts of the stops. Out: "moved" when the owner starts to move it,
 *      "rested" once it is let stand at another stop. Thread: the window's.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_STOP_SCALE (hw_stop_scale_get_type ())

G_DECLARE_FINAL_TYPE (HwStopScale, hw_stop_scale, HW, STOP_SCALE, AdwBin)

GtkWidget *hw_stop_scale_new       (const char *name, const char *tooltip);

/* Stands at @stop then, without a signal. */
void       hw_stop_scale_set_stops (HwStopScale *self, const char *const *texts, guint stop);
guint      hw_stop_scale_get_stop  (HwStopScale *self);

G_END_DECLS
