/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-safety-load.h: how careful to be, from a connection: that of the look-ups or that
 * of the worker.
 *
 * Thread: that of the store.
 */
#pragma once

#include "jobs/assess/hw-safety-job.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

HwSafetyBook *hw_safety_load (HwStore  *store,
                              HwDay     today,
                              GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
