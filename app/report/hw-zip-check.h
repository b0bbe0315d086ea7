/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-zip-check.h: whether a workbook's archive is whole.
 *
 * The library that writes it does not notice when its own temporary files run out
 * of room: the parts are then cut off inside an archive that looks right.
 *
 * In:  the path of a zip file whose members are XML.
 * Out: TRUE if each member opens and ends with the tag it began with.
 * Any thread. Private to report/.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hw_zip_check (const char *path);

G_END_DECLS
