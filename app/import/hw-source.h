/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-source.h: programs whose exports are known by their headings, in any order and
 * with some of them missing.
 *
 * In: the headings of a table. Out: which program's export it is, what sort of rows it
 * has, and what its headings mean there where they are not what they say elsewhere.
 * Thread: any.
 */
#pragma once

#include "domain/hw-import-report.h"
#include "import/hw-table.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *id;        /* "shopify-orders" */
  const char   *name;      /* as people know it; not translated */
  HwImportKind  kind;
  guint         least;     /* headings of @marks that must be there */
  const char   *marks;     /* words of headings, '|' between them */
  const char   *meanings;  /* "words=role;...": what these headings mean here */
  gboolean      turned;    /* sales stand with a minus */
} HwSource;

/* NULL if it is none of them. */
const HwSource *hw_source_find  (const HwTable  *table);
/* Gives the headings the meaning they have in this export. */
void            hw_source_apply (const HwSource *self,
                                 HwTable        *table);

G_END_DECLS
