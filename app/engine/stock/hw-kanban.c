/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-kanban.h"

#include "core/hw-error.h"

#include <math.h>

#define DAYS_MOST 366.0
#define CARDS_MOST 1e6  /* above it the pack is a slip of the pen */
#define HAIR 1e-9       /* a share of a card that only rounding makes */

/**
 * hw_kanban_cards:
 * @input: demand, waiting time, what to spare, pack
 * @cards: (out): number of cards, at least 1
 * @error: return location
 *
 * Cards = demand a day * waiting days * (1 + extra) / pack, rounded up: so much
 * must be on its way or on the shelf that it lasts until what was asked for at
 * the taking of the first card is there.
 *
 * Source: Monden (1983), Toyota Production System, the number of kanban of a
 * constant-quantity withdrawal.
 * Checked against: cases worked by hand in tests/engine/test-hw-kanban.c; cards
 * for a pack hold the demand, one less does not.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE, or HW_ENGINE_ERROR_NO_DEMAND
 *   where nothing is asked for
 */
gboolean
hw_kanban_cards (const HwKanbanInput  *input,
                 guint                *cards,
                 GError              **error)
{
  double need, count;

  if (!(input->daily >= 0.0 && isfinite (input->daily)) || !(input->days > 0.0 && input->days <= DAYS_MOST)
      || !(input->extra >= 0.0 && isfinite (input->extra)) || !(input->pack > 0.0 && isfinite (input->pack)))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE,
                           "demand, waiting time, extra or pack that cannot be");
      return FALSE;
    }
  if (input->daily <= 0.0)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is asked for");
      return FALSE;
    }

  need = input->daily * input->days * (1.0 + input->extra) / input->pack;
  count = MAX (ceil (need * (1.0 - HAIR)), 1.0);
  if (!(count <= CARDS_MOST))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a pack too small for the demand");
      return FALSE;
    }

  *cards = (guint) count;
  return TRUE;
}
