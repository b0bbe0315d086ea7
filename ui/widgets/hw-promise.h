/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-promise.h: how often the owner wants a product not to run out: one slider from
 * 90 to 99.9 %, with what that costs a year, the same wish wherever it stands.
 *
 * In: a desk. Out: the desk's service, once the slider rests; it makes the stock plan
 * stale.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_PROMISE (hw_promise_get_type ())

G_DECLARE_FINAL_TYPE (HwPromise, hw_promise, HW, PROMISE, AdwBin)

/* Shows what the desk has now; NULL lets it go. */
void hw_promise_set_desk (HwPromise *self, HwDesk *desk);

G_END_DECLS
