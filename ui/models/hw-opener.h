/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-opener.h: opens, makes or fills a business's file without making the window
 * wait.
 *
 * In:  a path and what to do. Out: @done once, with an open session (taken) or an
 *      error. Thread: called and answered on the window's; the work runs on its own.
 */
#pragma once

#include "jobs/example/hw-example-job.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* @session is the callee's now; NULL on error. */
typedef void (*HwOpenedFunc) (gpointer      owner,
                              HwSession    *session,
                              const GError *error);

/* @owner, a GObject, is kept alive until @done has run. */
void hw_opener_open   (const char       *path,
                       HwDay             today,
                       HwOpenedFunc      done,
                       gpointer          owner);
void hw_opener_create (const char       *path,
                       const HwBusiness *business,
                       HwDay             today,
                       HwOpenedFunc      done,
                       gpointer          owner);

/* Opens the sample, or @example (nullable), at @path, made first if it is not there; a
 * half-made one is never left. An example that was made on another day is made anew, so
 * that its journey ends today. @progress with @owner. */
void hw_opener_sample (const char       *path,
                       const HwExampleKind *example,
                       HwDay             today,
                       HwProgressFunc    progress,
                       GCancellable     *cancellable,
                       HwOpenedFunc      done,
                       gpointer          owner);

G_END_DECLS
