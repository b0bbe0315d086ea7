/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-country.h: countries and currencies by name, for lists to choose from.
 *
 * Out: codes and names in the program's language. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two letters each, all there are, in the order of their names. */
char **hw_countries            (void) G_GNUC_WARN_UNUSED_RESULT;
char  *hw_country_name         (const char *country) G_GNUC_WARN_UNUSED_RESULT;  /* "Germany" */
/* Three letters, "" if ICU knows none. */
char  *hw_country_currency     (const char *country) G_GNUC_WARN_UNUSED_RESULT;
/* The country the computer is set up for, "" if it does not say. */
char  *hw_country_of_computer  (void) G_GNUC_WARN_UNUSED_RESULT;

/* Three letters each: what the countries of today pay with, in order. */
char **hw_currencies           (void) G_GNUC_WARN_UNUSED_RESULT;
char  *hw_currency_name        (const char *currency) G_GNUC_WARN_UNUSED_RESULT; /* "Euro" */

/* Whether ICU knows the two or three capital letters. */
gboolean hw_country_exists     (const char *country);
gboolean hw_currency_exists    (const char *currency);
/* The currency's own decimals: 2 for EUR, 0 for JPY. */
int    hw_currency_decimals    (const char *currency);

/* About how many of it were one euro in 2024: for orders of magnitude, never to change
 * money. 0 where it is not listed. */
double hw_currency_size        (const char *currency);

/* In its own words: "Deutsch". */
char  *hw_language_name         (const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
