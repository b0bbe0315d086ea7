/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-exception-card.h: one thing that needs the owner today: what it is, one
 * sentence with its money, and the way to where it is dealt with. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-exception.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_EXCEPTION_CARD (hw_exception_card_get_type ())

G_DECLARE_FINAL_TYPE (HwExceptionCard, hw_exception_card, HW, EXCEPTION_CARD, AdwBin)

GtkWidget *hw_exception_card_new  (void);
void       hw_exception_card_fill (HwExceptionCard   *self,
                                   const HwException *exception,
                                   const HwFormat    *format);

G_END_DECLS
