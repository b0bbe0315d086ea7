/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sniff.h: what a file's bytes say before anything is read from them.
 *
 * In: a path. Out: its SHA-256, whether it is text or a workbook, whatever its name
 * says, and the encoding of its text; refused if it is neither. One pass over all
 * bytes.
 * Thread: any.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

typedef enum
{
  HW_FORM_TEXT,
  HW_FORM_BOOK,   /* a workbook, by its first bytes */
} HwFileForm;

typedef struct
{
  HwFileForm form;
  char     *sha256;      /* (owned) hexadecimal */
  char     *encoding;    /* (owned) (nullable) as iconv names it; a workbook has none */
  char     *rival;       /* (owned) (nullable) another encoding that fits better */
  char     *line;        /* (owned) (nullable) bytes of a line the two read differently */
  gboolean  repair;      /* some bytes are no text */
  gint64    size;
} HwSniff;

HwSniff *hw_sniff_file (const char    *path,
                        const HwTick  *tick,
                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_sniff_free (HwSniff       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSniff, hw_sniff_free)

G_END_DECLS
