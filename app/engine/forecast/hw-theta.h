/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-theta.h: the Theta method: half a line, half exponential smoothing.
 *
 * In:  a series without a gap; a fixed season is found and taken out first.
 * Out: a fit that moves on and gives means and the spread of their errors.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-theta-season.h"

G_BEGIN_DECLS

typedef enum
{
  HW_THETA_STANDARD,     /* smoothing as if there were no line, then half its slope */
  HW_THETA_OPTIMISED,    /* the share of the line is fitted; the line is that of the whole series */
  HW_THETA_DYNAMIC,      /* so, and the line moves with every period */
} HwThetaForm;

typedef struct
{
  HwThetaForm   form;
  HwThetaSeason season;  /* (owned) */
  double        alpha;   /* of the level */
  double        share;   /* of the line: 1 - 1 / theta */
  double        sigma;   /* standard deviation of the one-step errors, season taken out */

  gsize         n;       /* periods seen */
  double        level;
  double        mean;    /* of all values seen */
  double        start;   /* the line: its value one period before the first ... */
  double        slope;   /* ... and what a period adds */
} HwThetaFit;

HwThetaFit *hw_theta_fit    (HwThetaForm         form,
                             HwThetaSeasonKind   kind,
                             const HwSeriesView *series);
void        hw_theta_free   (HwThetaFit         *fit);
void        hw_theta_move   (HwThetaFit         *fit,
                             const double       *y,
                             gsize               from,
                             gsize               to);
void        hw_theta_mean   (const HwThetaFit   *fit,
                             gsize               horizon,
                             double             *mean);
void        hw_theta_spread (const HwThetaFit   *fit,
                             gsize               horizon,
                             double             *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwThetaFit, hw_theta_free)

extern const HwFamily hw_family_theta;
extern const HwFamily hw_family_theta_optimised;
extern const HwFamily hw_family_theta_dynamic;

G_END_DECLS
