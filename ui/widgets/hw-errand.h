/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-errand.h: one job run for one window or page, shown on its state page with
 * what is running, how far it is, and Cancel.
 *
 * In:  an open desk, a job, its request (taken).
 * Out: @done once, with the result (its own now) or an error; not at all if the
 *      business was closed meanwhile. What the state page shows next is up to @done.
 * Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"
#include "widgets/hw-state-page.h"

G_BEGIN_DECLS

typedef void (*HwErrandFunc) (gpointer      owner,
                              gpointer      result,  /* NULL on error */
                              const GError *error);  /* (nullable) */

/* @owner, a GObject, is kept alive until @done has run. */
void     hw_errand_run          (HwDesk       *desk,
                                 const HwJob  *job,
                                 gpointer      request,
                                 HwStatePage  *page,   /* (nullable) */
                                 HwErrandFunc  done,
                                 gpointer      owner);

/* The same beside what is shown, which stays: a thin bar above it with progress and
 * Cancel, gone when it is done. The work, to be stopped when it is no longer wanted. */
HwWork  *hw_errand_run_beside   (HwDesk       *desk,
                                 const HwJob  *job,
                                 gpointer      request,
                                 HwStatePage  *page,
                                 HwErrandFunc  done,
                                 gpointer      owner) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */

/* The problem state for @error: @title says what did not happen, @where is the file
 * it is about (nullable). Work that was stopped is said as such. */
void     hw_errand_show_error   (HwStatePage  *page,
                                 const char   *title,
                                 const GError *error,
                                 const char   *where);

/* Whether the owner stopped the work, whoever noticed first. */
gboolean hw_errand_was_stopped  (const GError *error);

G_END_DECLS
