/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-parallel.h: the same work for many numbered things, on one or more threads.
 *
 * In:  how many things, and what to do with each; each writes only its own place.
 * Out: all done, or stopped. The order in which they are done is not promised, so
 *      nothing may depend on it: then one thread and two give the same bits.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

typedef void (*HwParallelFunc) (gsize    index,
                                gpointer data);

gboolean hw_parallel_run (gsize           n,
                          guint           threads,
                          HwParallelFunc  func,
                          gpointer        data,
                          const HwTick   *tick) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
