/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-refuse.h: saying no to numbers that cannot be, by name.
 *
 * Out: FALSE with HW_ENGINE_ERROR_BAD_VALUE and a message that names the number.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Always FALSE. */
gboolean hw_refuse        (GError     **error,
                           const char  *why);

/* Whether @value is a number above 0; one that is at least 0; one between 0 and 1,
 * ends excluded. */
gboolean hw_check_above_0 (double       value,
                           const char  *name,
                           GError     **error);
gboolean hw_check_from_0  (double       value,
                           const char  *name,
                           GError     **error);
gboolean hw_check_chance  (double       value,
                           const char  *name,
                           GError     **error);

G_END_DECLS
