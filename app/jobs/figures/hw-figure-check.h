/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-check.h: may this value, survey, own metric or watch be kept?
 *
 * Out: BAD_INPUT, whose message says what is in the way in the owner's words.
 * Thread: that of the store. Private to hw-entry-check.c.
 */
#pragma once

#include "domain/hw-figure.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Fills in the unit of an own metric, as kept with its values and limits. */
gboolean hw_figure_check      (HwStore *store, HwEntry *entry, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a watch may stand beside those kept: one a metric, at most HW_PINS_MOST pinned. */
gboolean hw_figure_check_room (HwStore *store, const HwEntry *entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
