/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pages.h: the table of pages, in the order of the side bar. A new page is a row
 * of it: side bar, keys, search and help follow. */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;        /* "forecast": the target of win.page */
  const char *title;     /* N_() */
  const char *question;  /* N_() the one it answers */
  const char *icon;
  const char *accels[3]; /* ends with NULL */
  GType     (*type) (void);
  guint     (*due)  (HwDesk *desk); /* (nullable) how much waits for the owner there */
} HwPageKind;

const HwPageKind *hw_pages     (guint *n);
/* (nullable) */
const HwPageKind *hw_page_find (const char *id);

G_END_DECLS
