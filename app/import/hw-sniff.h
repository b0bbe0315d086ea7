/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sniff.h: what a file's bytes say before anything is read from them.
 *
 * In: a path. Out: its SHA-256, and the encoding of its text; refused if it is
 * no text. One pass over all bytes.
 * Thread: any.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

typedef struct
{
  char     *sha256;      /* (owned) hexadecimal */
  char     *encoding;    /* (owned) as iconv names it */
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
