/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-shelf.h: the units of one product on the shelf, oldest sold first. */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

#define HW_SAMPLE_SHELF_MAX 128 /* longest shelf life told apart [days] */

typedef struct
{
  int   units[HW_SAMPLE_SHELF_MAX]; /* by last day on sale, modulo the length */
  int   keeps;                      /* without an end */
  int   total;
  HwDay today;
} HwSampleShelf;

/* From an empty shelf on @today. */
void hw_sample_shelf_init (HwSampleShelf *self, HwDay today);

/* @shelf_days: 0 if it keeps; 1 if it must be sold today. */
void hw_sample_shelf_add  (HwSampleShelf *self, int units, int shelf_days);

/* Returns how many of @units there were. */
int  hw_sample_shelf_take (HwSampleShelf *self, int units);

/* It is the morning of @day: returns what is too old and was thrown away. */
int  hw_sample_shelf_wake (HwSampleShelf *self, HwDay day);

G_END_DECLS
