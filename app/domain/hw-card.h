/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-card.h: the business card: who the business is, and how it counts.
 *
 * Questions: name, sector, country, currency (fixed once there are amounts), people
 * (how many work there), fiscal_month (1..12), fiscal_kind
 * (an id of hw-fiscal.h), tax ("without", "with": how prices in
 * its files are meant), open_days, week_start ("1" Monday .. "7" Sunday).
 */
#pragma once

#include "core/hw-fiscal.h"
#include "domain/hw-form.h"
#include "domain/hw-records.h"

G_BEGIN_DECLS

extern const HwForm hw_card_form;

/* The card as kept today: what the business's own record says, for a first form. */
void      hw_card_fill       (HwAnswers *answers, const HwBusiness *business);
/* The part of the answers that the business's record holds. */
void      hw_card_apply      (HwBusiness *business, const HwAnswers *answers);

/* The year it counts by; the calendar's where the card (nullable) does not say. */
HwFiscal  hw_card_fiscal     (const HwAnswers *answers);

G_END_DECLS
