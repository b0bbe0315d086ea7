/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cash-flow.h: what money in and out over time is worth today, when it is back, and
 * how deep the purse must be.
 *
 * In:  net[0..n-1], money in less money out at the end of period 0, 1, ...; net[0] is
 *      today's and not discounted. A rate is a share per period.
 * Source: Brealey, Myers and Allen (2020), "Principles of Corporate Finance", 13th ed.,
 *      chapters 2 and 5; one rate above 0: Norstrom (1972), J. Financial and Quantitative
 *      Analysis 7(3); root: Brent (1973), "Algorithms for Minimization without
 *      Derivatives", chapter 4.
 * Checked against: NPV() and IRR() of LibreOffice 7.4.
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hw_cash_flow_npv     (const double *net, gsize n, double rate);

/* The rate at which the value today is nothing; NAN unless the sign of the flows changes
 * once (else there is none, or more than one), or that of what is in and out so far does:
 * then it is the only one above 0; or if it lies outside (-0.99, 100). */
double hw_cash_flow_irr     (const double *net, gsize n);

/* Periods until what came in, discounted at @rate (0: not), has covered what went out for
 * good; within a period money comes evenly. NAN if it does not; 0 if nothing went out. */
double hw_cash_flow_payback (const double *net, gsize n, double rate);

/* The most that is out at any time, as a number not below 0; @at: (out) (nullable) the period. */
double hw_cash_flow_trough  (const double *net, gsize n, gsize *at);

G_END_DECLS
