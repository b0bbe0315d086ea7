/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-money.h: amounts and quantities as whole numbers of ten-thousandths.
 *
 * Money, unit prices and quantities are gint64 counts of 1/10,000 of the
 * currency unit or of the unit of measure. Sums are exact; what does not fit is
 * reported, never wrapped; nothing is rounded to the currency's decimals before
 * it is shown or paid.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint64 HwMoney;
typedef gint64 HwQuantity;

#define HW_MONEY_ONE    G_GINT64_CONSTANT (10000)
#define HW_QUANTITY_ONE G_GINT64_CONSTANT (10000)

/* Adds @b to @sum; FALSE and @sum unchanged if it would not fit. */
gboolean hw_scaled_add          (gint64     *sum,
                                 gint64      b) G_GNUC_WARN_UNUSED_RESULT;

/* Unit price times quantity, to the nearest ten-thousandth, halves away from 0. */
gboolean hw_money_times         (HwMoney     unit_price,
                                 HwQuantity  quantity,
                                 HwMoney    *amount) G_GNUC_WARN_UNUSED_RESULT;

/* @amount shared over @quantity: the unit price; FALSE if @quantity is 0. */
gboolean hw_money_per           (HwMoney     amount,
                                 HwQuantity  quantity,
                                 HwMoney    *unit_price) G_GNUC_WARN_UNUSED_RESULT;

/* The same scale as a fraction: for engines and charts, never to be summed up. */
double   hw_scaled_to_double    (gint64      scaled);
gint64   hw_scaled_from_double  (double      value);   /* nearest; clamped to what fits */

/* Rounds to @decimals (0 to 4), halves away from zero: for showing and paying. */
gint64   hw_scaled_round        (gint64      scaled,
                                 int         decimals);

/* Plain text for files: "966854.20", "-0.0001", "12". Point, no grouping, at
 * least @decimals_min decimals and as many more as the value has. */
char    *hw_scaled_to_text      (gint64      scaled,
                                 int         decimals_min) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  HW_DECIMAL_OK,
  HW_DECIMAL_BAD,        /* not a number of this shape */
  HW_DECIMAL_TOO_FINE,   /* more than four decimals that are not zero; @out is the nearest */
  HW_DECIMAL_TOO_LARGE,  /* beyond what can be kept */
} HwDecimalStatus;

/* Reads "[+-]digits[point digits]" with @group between thousands (0: none).
 * Groups must be of three, or of two above the lowest three (1,23,456).
 * @length: bytes of @text, or -1 for all of it. Space around is not allowed. */
HwDecimalStatus hw_decimal_parse (const char *text,
                                  gssize      length,
                                  char        point,
                                  char        group,
                                  gint64     *out);

G_END_DECLS
