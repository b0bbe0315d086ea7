/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out-rows.h: the lists of a roll-out: its steps, its costs, who should know what,
 * what should be in place, what to do if something fails. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-roll-out.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_ROLL_OUT_PART_KEY "hw-part"

/* Groups, or NULL where there is nothing to list. A step's row has its entry under the
 * key and calls @activated with @owner. */
GtkWidget *hw_roll_out_rows_steps    (const HwRollOut *scale, const HwFormat *format, GCallback activated, gpointer owner);
GtkWidget *hw_roll_out_rows_costs    (const HwRollOut *scale, const HwFormat *format);
GtkWidget *hw_roll_out_rows_training (const HwRollOut *scale, const char *said, const HwFormat *format);
GtkWidget *hw_roll_out_rows_gate     (HwGate gate, const GArray *lines);
/* A list of all, each folded. @playbooks: of HwPlaybook. */
GtkWidget *hw_roll_out_rows_fails    (GPtrArray *playbooks);

G_END_DECLS
