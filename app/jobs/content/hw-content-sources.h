/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-sources.h: where facts come from, read once from the resource. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *id;       /* "oos" */
  char *title;    /* as published; not translated */
  char *address;  /* of the page */
  char *kind;     /* "journal": an id */
} HwSource;

GPtrArray      *hw_content_sources     (void);           /* of HwSource */
const HwSource *hw_content_find_source (const char *id); /* (nullable) */

G_END_DECLS
