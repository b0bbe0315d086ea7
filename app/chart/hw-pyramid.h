/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pyramid.h: the least and the largest of any stretch of a long row of figures,
 * found in a few steps.
 *
 * Each level keeps the ends of sixteen of the level below; a stretch is put together
 * from the highest levels that fit into it. Private to chart/.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwPyramid HwPyramid;

/* @values: the first of @n figures that lie @stride bytes apart, borrowed; not a
 * number is a gap. */
HwPyramid *hw_pyramid_new    (const double    *values,
                              gsize            stride,
                              gsize            n) G_GNUC_WARN_UNUSED_RESULT;
void       hw_pyramid_free   (HwPyramid       *self);

/* The ends of @from to before @to; FALSE, and both not a number, if all are gaps. */
gboolean   hw_pyramid_range  (const HwPyramid *self,
                              gsize            from,
                              gsize            to,
                              double          *low,
                              double          *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPyramid, hw_pyramid_free)

G_END_DECLS
