/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-money.h: what is lost today, in money a year, kind by kind, with its range and its working. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_MONEY (hw_assess_money_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessMoney, hw_assess_money, HW, ASSESS_MONEY, HwAssessPart)

G_END_DECLS
