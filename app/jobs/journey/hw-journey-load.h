/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-load.h: the journey from a connection: that of the look-ups or that of
 * the worker.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-journey.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

HwJourney *hw_journey_load (HwStore  *store,
                            HwDay     today,
                            GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
