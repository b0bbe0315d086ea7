/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-xlsx-parts.h: what the sheets of an .xlsx refer to: the table of texts, the
 * formats of cells, and which part is which.
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-xlsx-value.h"
#include "import/hw-zip-xml.h"

G_BEGIN_DECLS

#define HW_XLSX_MAX_TEXT    (96 * 1024 * 1024) /* bytes of all shared texts */
#define HW_XLSX_MAX_STRINGS (8 * 1024 * 1024)

typedef struct
{
  GByteArray *text;  /* (owned) */
  GArray     *ends;  /* (owned) of guint32: where each ends in text */
} HwXlsxStrings;

/* NULL @name: a workbook without. */
gboolean    hw_xlsx_strings_read (HwXlsxStrings  *self,
                                  HwZip          *zip,
                                  const char     *name,
                                  HwXmlShareFunc  share,
                                  gpointer        share_data,
                                  GError        **error);
void        hw_xlsx_strings_clear (HwXlsxStrings *self);
gboolean    hw_xlsx_strings_get  (const HwXlsxStrings *self,
                                  gint64          index,
                                  const char    **text,
                                  gsize          *length);

/* (transfer full): of HwNumberFormat, one for each cell style. */
GArray     *hw_xlsx_styles_read  (HwZip          *zip,
                                  const char     *name,
                                  GError        **error);

typedef struct
{
  char *id;      /* (owned) */
  char *type;    /* (owned) the last word of its URI: "worksheet" */
  char *target;  /* (owned) a part of the archive */
} HwXlsxLink;

/* (transfer full): of HwXlsxLink, what @part refers to inside the archive. */
GArray     *hw_xlsx_links_read   (HwZip          *zip,
                                  const char     *part,
                                  GError        **error);
/* The first of @type, or with @id: (nullable). */
const HwXlsxLink *hw_xlsx_links_find (const GArray *links,
                                      const char   *type,
                                      const HwXmlText *id);

G_END_DECLS
