/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-families.h: the families that are mixed, in one table. README.md beside it
 * says what each brings and costs.
 *
 * Pure.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

#define HW_FAMILIES 19
#define HW_FAMILIES_SIMPLE 0  /* the simple rule */
#define HW_FAMILIES_LONG 6    /* from here on: they know a long season beside the main one */
#define HW_FAMILIES_LUMPY 15  /* from here on: also for sales in small numbers */
#define HW_FAMILIES_RARE 17   /* from here on: only for sales now and then */

extern const HwFamily *const hw_families[HW_FAMILIES];

G_END_DECLS
