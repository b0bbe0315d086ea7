/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-zip-xml.h: an XML part of a zip archive as elements and text, as it streams by.
 *
 * Elements and attributes go by their local names: prefixes differ from program
 * to program. Any DTD, any deep nesting and any encoding that needs a table are
 * refused. The part counts as read only when its check sum was right.
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-zip.h"

G_BEGIN_DECLS

#define HW_XML_MAX_DEPTH 64

typedef struct _HwXml HwXml;

/* Not terminated; lives until the callback returns. */
typedef struct
{
  const char *text;
  gsize       length;
} HwXmlText;

typedef struct
{
  const guchar **fields; /* five for each: name, prefix, URI, value, its end */
  int            n;
} HwXmlAttributes;

typedef struct
{
  /* @name: interned for the run, NUL-terminated. Return FALSE, with @error set
   * if something is wrong, to stop reading. */
  gboolean (*start) (gpointer data, const char *name, const HwXmlAttributes *attributes, GError **error);
  gboolean (*end)   (gpointer data, const char *name, GError **error);
  gboolean (*text)  (gpointer data, const char *text, gsize length, GError **error);
} HwXmlHandler;

typedef gboolean (*HwXmlShareFunc) (double share, gpointer data);

/* @share: (nullable) told now and then how far it is; FALSE stops with _CANCELLED. */
gboolean hw_zip_xml_read  (HwZip                 *zip,
                           const char            *name,
                           const HwXmlHandler    *handler,
                           gpointer               data,
                           HwXmlShareFunc         share,
                           gpointer               share_data,
                           GError               **error);

gboolean hw_xml_attribute (const HwXmlAttributes *attributes,
                           const char            *name,
                           HwXmlText             *value);

gboolean hw_xml_text_is   (const HwXmlText       *text,
                           const char            *what);
/* -1 if it is no number or too large. */
gint64   hw_xml_text_int  (const HwXmlText       *text);

G_END_DECLS
