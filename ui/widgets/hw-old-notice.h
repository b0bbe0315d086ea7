/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-old-notice.h: a line above figures that are worked out from old sales: since
 * when nothing is on record, and the way to bring the newest. Not there otherwise.
 */
#pragma once

#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_OLD_NOTICE (hw_old_notice_get_type ())

G_DECLARE_FINAL_TYPE (HwOldNotice, hw_old_notice, HW, OLD_NOTICE, AdwBin)

/* By the desk's exceptions: a page that has it likes HW_TOPIC_EXCEPTIONS. */
void hw_old_notice_fill (HwOldNotice *self, HwDesk *desk);

G_END_DECLS
