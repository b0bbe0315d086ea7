/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-zip.h: the parts of a zip archive, read one after another as streams.
 *
 * Names are compared without case and with / for \. Refused as a whole: two parts
 * of one name, names that lead out of the archive, and more parts than a workbook has.
 * What comes out is counted against what went in, whatever the archive says
 * about itself: a bomb ends as HW_IMPORT_ERROR_TOO_BIG.
 * Thread: any, one at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_ZIP_MAX_PARTS 4096

typedef struct _HwZip HwZip;
typedef struct _HwZipPart HwZipPart;

/* @fd stays the caller's. */
HwZip     *hw_zip_open       (int           fd,
                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void       hw_zip_free       (HwZip        *self);

gboolean   hw_zip_has        (const HwZip  *self,
                              const char   *name);

HwZipPart *hw_zip_part_open  (HwZip        *zip,
                              const char   *name,
                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void       hw_zip_part_free  (HwZipPart    *self);
/* How many bytes, 0 at the end and only if all of the part was sound, -1 on error. */
gssize     hw_zip_part_read  (HwZipPart    *self,
                              char         *out,
                              gsize         room,
                              GError      **error);

/* The size of the part as it is packed; and how much of it was read, by what the
 * archive says. */
gint64     hw_zip_get_packed (const HwZip  *self,
                              const char   *name);
double     hw_zip_part_get_share (const HwZipPart *self);

/* "xl/workbook.xml" + "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml" is
 * "xl/worksheets/sheet1.xml"; NULL if it leads anywhere else. */
char      *hw_zip_resolve    (const char   *from,
                              const char   *target,
                              gsize         length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwZip, hw_zip_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwZipPart, hw_zip_part_free)

G_END_DECLS
