/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-currency-sign.h: "$", "kr", "zl" and the currencies they can stand for.
 *
 * In: the text of a sign or code. Out: what it can mean; constant.
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The currencies a sign can stand for, blanks between; NULL if it is no sign. */
const char *hw_sign_find     (const char *text,
                              gsize       length);
/* Three capitals. */
gboolean    hw_sign_is_code  (const char *text,
                              gsize       length);
/* Whether an amount marked @sign ("$", "kr", "USD") can be in @currency. */
gboolean    hw_sign_fits     (const char *sign,
                              const char *currency);
/* The currency @sign stands for most often; NULL if it is no sign. */
const char *hw_sign_currency (const char *sign);

G_END_DECLS
