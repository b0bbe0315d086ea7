/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-mapping-list.h: the file's columns, each with its first values and what it
 * means, which the owner can change.
 *
 * In:  a look at the file. Out: "changed" with the column (from 0) and the field
 *      (-1: not used).
 */
#pragma once

#include "jobs/import/hw-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_MAPPING_LIST (hw_mapping_list_get_type ())

G_DECLARE_FINAL_TYPE (HwMappingList, hw_mapping_list, HW, MAPPING_LIST, AdwBin)

GtkWidget *hw_mapping_list_new  (void);
void       hw_mapping_list_fill (HwMappingList *self, const HwImportLook *look);

G_END_DECLS
