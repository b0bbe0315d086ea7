/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spark.h: a tiny line beside a figure. A decoration: what it shows is said in
 * words beside it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_SPARK (hw_spark_get_type ())

G_DECLARE_FINAL_TYPE (HwSpark, hw_spark, HW, SPARK, GtkWidget)

GtkWidget *hw_spark_new        (void);

/* Oldest first, NAN where nothing is known; copied. Fewer than two known values
 * draw nothing. */
void       hw_spark_set_values (HwSpark      *self,
                                const double *values,
                                guint         n);

G_END_DECLS
