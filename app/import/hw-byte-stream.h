/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-byte-stream.h: a file of any encoding as a stream of UTF-8.
 *
 * In: a path and the encoding its bytes are in. Out: blocks of UTF-8 without
 * byte order mark. A clean UTF-8 file is read straight into the caller's buffer.
 * Thread: any, one at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands where bytes were no text. A NUL becomes the one-byte mark. */
#define HW_BAD_TEXT     "\357\277\275"
#define HW_BAD_TEXT_NUL '\032'

typedef struct _HwByteStream HwByteStream;

/* @repair: the file holds bytes that are no text in @encoding, or NULs: each
 * becomes one of the marks above. */
HwByteStream *hw_byte_stream_new       (const char    *path,
                                        const char    *encoding,
                                        gboolean       repair,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          hw_byte_stream_free      (HwByteStream  *self);

/* Fills up to @room bytes (at least 1,024): how many, 0 at the end, -1 on error. */
gssize        hw_byte_stream_read      (HwByteStream  *self,
                                        char          *out,
                                        gsize          room,
                                        GError       **error);

/* How much of the file was read, 0 to 1. */
double        hw_byte_stream_get_share (const HwByteStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwByteStream, hw_byte_stream_free)

G_END_DECLS
