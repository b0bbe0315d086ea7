/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-station-path.h: the way of five stations, with where one is: a shape and a word
 * for each that is done, here, or still ahead.
 */
#pragma once

#include "domain/hw-initiative.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_STATION_PATH (hw_station_path_get_type ())

G_DECLARE_FINAL_TYPE (HwStationPath, hw_station_path, HW, STATION_PATH, AdwBin)

GtkWidget  *hw_station_path_new       (void);
void        hw_station_path_set_here  (HwStationPath *self, HwStation here);
/* "Done", "Here" or "Ahead". */
const char *hw_station_path_get_word  (HwStationPath *self, HwStation station);

G_END_DECLS
