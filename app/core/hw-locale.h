/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-locale.h: which of ICU's locales writes words, numbers and dates.
 *
 * Private to hw-format.c. All texts returned are the caller's.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The program's language with the business's country: "en_FR". */
char *hw_locale_make    (const char *language,   /* (nullable) */
                         const char *country) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

/* The one whose figures are read in that country: "en_FR" is unknown to ICU, which
 * would write a point, so that France's own habits are taken, in our digits. */
char *hw_locale_numbers (const char *locale) G_GNUC_WARN_UNUSED_RESULT;

/* The same words with the one calendar of records and files: ICU would count
 * years from Buddha in Thailand. */
char *hw_locale_dates   (const char *locale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
