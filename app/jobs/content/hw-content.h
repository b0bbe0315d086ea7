/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content.h: what the program knows that is not code: sectors today, more
 * later. Read once from the resource; texts translated by gettext.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* "bakery" */
  const char *name;  /* translated */
} HwSector;

/* The table, in the file's order. */
const HwSector *hw_content_sectors     (gsize *n);
/* The sector's own id for an id or another word that means it; NULL if none does. */
const char     *hw_content_find_sector (const char *word);

G_END_DECLS
