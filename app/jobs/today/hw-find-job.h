/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-find-job.h: things of the business by a few letters of their name. */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef enum
{
  HW_FOUND_PRODUCT,
  HW_FOUND_SUPPLIER,
  HW_FOUND_GOAL,
  HW_FOUND_INITIATIVE,
} HwFoundKind;

typedef struct
{
  HwFoundKind kind;
  gint64      id;
  char       *name;   /* (owned) */
  char       *note;   /* (owned) number, category or date; "" if none */
} HwFound;

#define HW_FOUND_MOST 20

void hw_found_free (HwFound *self);

/* char *words -> GPtrArray of HwFound: every word somewhere in name or number,
 * whatever its case; the very name first, then names that begin with the words, the
 * shorter first, then the others. A look-up. */
extern const HwJob hw_find_job;

G_END_DECLS
