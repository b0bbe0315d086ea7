/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lift-pool.h: coefficients of many products, each as far its own as its past can say.
 *
 * In:  what each product's past says (hw-lift-learn.h), its category.
 * Out: what is common to the catalogue and to each category, how much they differ, and
 *      each product's own coefficients.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-lift-learn.h"

G_BEGIN_DECLS

typedef struct
{
  gsize    columns;
  gsize    n_categories;
  double  *catalogue;     /* (owned) columns */
  double  *category;      /* (owned) n_categories x columns */
  double   between[HW_LIFT_COLUMNS_MAX];  /* variance of products around their category */
  double   among[HW_LIFT_COLUMNS_MAX];    /* of categories around the catalogue */
} HwLiftPool;

void          hw_lift_pool_init     (HwLiftPool              *pool,
                                     const HwLiftNews *const *news,
                                     const int               *category,
                                     gsize                    n,
                                     gsize                    columns);
void          hw_lift_pool_resolve  (HwLiftPool              *pool,
                                     const HwLiftNews *const *news,
                                     const int               *category,
                                     gsize                    n,
                                     const gboolean          *used);
void          hw_lift_pool_clear    (HwLiftPool              *pool);

const double *hw_lift_pool_expected (const HwLiftPool        *pool,
                                     int                      category);
void          hw_lift_pool_own      (const HwLiftPool        *pool,
                                     const HwLiftNews        *news,
                                     int                      category,
                                     const gboolean          *used,
                                     double                  *beta,
                                     double                  *variance);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwLiftPool, hw_lift_pool_clear)

G_END_DECLS
