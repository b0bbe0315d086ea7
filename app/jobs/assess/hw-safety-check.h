/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-safety-check.h: may these six answers, this line of the safety list, be kept?
 *
 * Out: BAD_INPUT that names the question.
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-entry.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Of kind RISK or DUTY; its form was looked at before. */
gboolean hw_safety_check (HwStore        *store,
                          const HwEntry  *entry,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
