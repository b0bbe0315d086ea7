/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-xls-container.h: whether an old compound file holds a workbook that can be
 * handed to a converter: its chains of sectors are sound, no password locks it.
 *
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE for an .xls worth converting. Else HW_IMPORT_ERROR_LOCKED, _DAMAGED or _FORMAT. */
gboolean hw_xls_container_check (int      fd,
                                 GError **error);

G_END_DECLS
