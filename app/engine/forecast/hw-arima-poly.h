/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-arima-poly.h: the polynomials of a seasonal ARIMA model.
 *
 * In:  an order and its coefficients, signs as in
 *      w[t] = sum ar w[t-i] + e[t] + sum ma e[t-j].
 * Out: multiplied out, weights ahead, whether they are stationary.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_ARIMA_PART_MAX  5   /* of p and q */
#define HW_ARIMA_SEASON_MAX 2  /* of P and Q */
#define HW_ARIMA_TERMS_MAX 64  /* of each polynomial, multiplied out */
#define HW_ARIMA_COEF_MAX  (2 * (HW_ARIMA_PART_MAX + HW_ARIMA_SEASON_MAX))

typedef struct
{
  int p, d, q;            /* 0 to HW_ARIMA_PART_MAX; d 0 to 2 */
  int P, D, Q;            /* 0 to HW_ARIMA_SEASON_MAX; D 0 to 1 */
  int season;             /* periods; 1 for none */
} HwArimaOrder;

/* The coefficients in the order ar, ma, seasonal ar, seasonal ma. */
typedef struct
{
  double at[HW_ARIMA_COEF_MAX];
} HwArimaCoef;

typedef struct
{
  int    p, q;
  int    r;               /* states: the larger of p and q + 1 */
  double phi[HW_ARIMA_TERMS_MAX + 1];   /* 0 from p on */
  double theta[HW_ARIMA_TERMS_MAX + 1]; /* 0 from q on */
} HwArma;

int      hw_arima_coefs      (const HwArimaOrder *order);
gboolean hw_arima_order_ok   (const HwArimaOrder *order);
void     hw_arima_coef_from  (const HwArimaOrder *order,
                              const double       *partial,
                              HwArimaCoef        *coef);
void     hw_arima_expand     (const HwArimaOrder *order,
                              const HwArimaCoef  *coef,
                              HwArma             *arma);
int      hw_arima_delta      (const HwArimaOrder *order,
                              double             *delta);
gboolean hw_arima_stationary (const double       *phi,
                              int                 p,
                              double              margin);
void     hw_arma_psi         (const HwArma       *arma,
                              const double       *delta,
                              int                 nd,
                              gsize               horizon,
                              double             *psi);
gboolean hw_arma_start       (const HwArma       *arma,
                              double             *first_row);

G_END_DECLS
