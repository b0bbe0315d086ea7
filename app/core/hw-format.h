/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-format.h: numbers, money and dates as the business writes them.
 *
 * The one place where a figure becomes text for eyes. Made for a locale (words
 * of the program's language, habits of the business's country) and a currency.
 * Immutable, but ICU's formatters are not shared between threads: make one for
 * each thread. All texts returned are UTF-8 and the caller's.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef struct _HwFormat HwFormat;

typedef enum
{
  HW_DAY_SHORT,    /* "Sat 3 Jan" */
  HW_DAY_LONG,     /* "3 January 2026" */
  HW_DAY_NUMERIC,  /* "03/01/2026" */
  HW_DAY_AXIS,     /* "3 Jan" */
  HW_DAY_MONTH,    /* "Jan 2026" */
  HW_DAY_MONTH_NAME, /* "Jan" */
  HW_DAY_YEAR,     /* "2026" */
  HW_DAY_FULL,     /* "Sat 3 Jan 2026" */
  HW_DAY_WEEKDAY,      /* "Sat" */
  HW_DAY_WEEKDAY_NAME, /* "Saturday" */
  HW_DAY_N_STYLES,
} HwDayStyle;

/* @language: as in "de" or "de_AT" or "de_DE.UTF-8"; NULL for the running one.
 * @country: two letters, or NULL to let the language decide.
 * @currency: three letters. Never fails: what ICU does not know is written plain. */
HwFormat   *hw_format_new            (const char     *language,
                                      const char     *country,
                                      const char     *currency) G_GNUC_WARN_UNUSED_RESULT;
void        hw_format_free           (HwFormat       *self);
/* Before the first text, for an owner who wants it: "EUR 12.00" instead of "€12.00",
 * and weeks that begin elsewhere than the country's. */
void        hw_format_set_letters    (HwFormat       *self);
void        hw_format_set_first_weekday (HwFormat    *self, int weekday); /* 1 Monday .. 7 Sunday */

const char *hw_format_get_currency   (const HwFormat *self);
int         hw_format_get_decimals   (const HwFormat *self); /* the currency's: 2, 0, 3 */
const char *hw_format_get_locale     (const HwFormat *self);
const char *hw_format_get_point      (const HwFormat *self); /* "." or "," */

/* Money for the screen: whole above 1,000, else with the currency's decimals. */
char       *hw_format_money          (const HwFormat *self, HwMoney money);
char       *hw_format_money_exact    (const HwFormat *self, HwMoney money);
char       *hw_format_money_whole    (const HwFormat *self, double money); /* no decimals */
/* For what is worked out, not counted: two figures and no decimals. */
char       *hw_format_money_about    (const HwFormat *self, double money);
/* The same, as fine as @beside: what is left of two sums is no finer than they are. */
char       *hw_format_money_near     (const HwFormat *self, double money, double beside);
/* To what a sum with a range is rounded, its ends too: as above, and finer until all three
 * differ, unless the range is below a hundredth of the sum; no finer than the currency. */
double      hw_format_money_step     (const HwFormat *self, double money, double low, double high);
/* The three so rounded; FALSE, and no ends, if there is no range worth saying. */
gboolean    hw_format_money_range    (const HwFormat *self, double money, double low, double high,
                                      char **middle, char **from, char **to);
char       *hw_format_quantity       (const HwFormat *self, HwQuantity quantity);
char       *hw_format_number         (const HwFormat *self, double value, int decimals);
char       *hw_format_percent        (const HwFormat *self, double share, int decimals);
/* With a sign always: "+4 %", for what changed. */
char       *hw_format_change         (const HwFormat *self, double share);
char       *hw_format_day            (const HwFormat *self, HwDay day, HwDayStyle style);
char       *hw_format_days           (const HwFormat *self, HwDay from, HwDay to); /* "3–9 January 2026" */

char       *hw_format_time           (const HwFormat *self, int minute); /* of the day: "07:40" */
int         hw_format_first_weekday  (const HwFormat *self); /* of a calendar's row: 1 Monday .. 7 Sunday */

/* A number as the owner types it; FALSE if it is none. */
gboolean    hw_format_parse          (const HwFormat *self, const char *text, gint64 *scaled);
/* A date in figures, in the order of HW_DAY_NUMERIC or the year first; two figures
 * of a year are of this century. FALSE if it is none. */
gboolean    hw_format_parse_day      (const HwFormat *self, const char *text, HwDay *day);

/* Order of names as the language has it: like strcmp. */
int         hw_format_compare        (const HwFormat *self, const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwFormat, hw_format_free)

G_END_DECLS
