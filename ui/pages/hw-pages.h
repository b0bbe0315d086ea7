/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pages.h: the table of pages, in the order of the side bar. */
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
} HwPageKind;

const HwPageKind *hw_pages (guint *n);

G_END_DECLS
