/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-pilot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const ways[HW_PILOT_WAY_N] = {
  [HW_PILOT_WAY_CLOSER_METRIC] = N_("Take a figure that is closer to the change, such as what is thrown away or sold out."),
  [HW_PILOT_WAY_BY_LOT] = N_("Draw lots: change some products or some customers, and leave the others as they are."),
  [HW_PILOT_WAY_LONGER] = N_("Let the trial run for more weeks."),
  [HW_PILOT_WAY_BETTER_CONTROL] = N_("Name sales that move along but are not touched, to compare with."),
  [HW_PILOT_WAY_LEARN] = N_("Learn by doing, and expect no proof of it."),
};

const char *
hw_pilot_way_text (HwPilotWay way)
{
  g_return_val_if_fail ((guint) way < HW_PILOT_WAY_N, "");

  return _(ways[way]);
}

static void
pair_free (gpointer data)
{
  HwPilotPair *pair = data;

  g_free (pair->changed);
  g_free (pair->partner);
  g_free (pair);
}

HwPilot *
hw_pilot_new (void)
{
  HwPilot *self = g_new0 (HwPilot, 1);

  self->lock = hw_lock_new ();
  self->locked_on = self->shifted = HW_DAY_NONE;
  self->amended = g_ptr_array_new ();
  self->choices = g_array_new (FALSE, TRUE, sizeof (HwDesignChoice));
  self->lengths = g_array_new (FALSE, TRUE, sizeof (HwPilotLength));
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->guards = hw_entries_new ();
  self->mean = self->sd = self->carry = self->formula = self->useless_kept = self->apart = NAN;
  self->harm_stop = self->harm_alone = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (self->balance); i++)
    self->balance[i] = NAN;

  return self;
}

void
hw_pilot_free (HwPilot *self)
{
  if (self == NULL)
    return;

  hw_lock_free (self->lock);
  hw_entry_free (self->initiative);
  g_ptr_array_unref (self->amended);
  g_array_unref (self->choices);
  g_array_unref (self->lengths);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->guards);
  g_free (self->fingerprint);
  g_free (self->control_name);
  g_free (self);
}

HwPilotLine *
hw_pilot_line_new (const char *head,
                   char       *text)
{
  HwPilotLine *self = g_new (HwPilotLine, 1);

  self->head = g_strdup (head);
  self->text = text;
  return self;
}

void
hw_pilot_line_free (HwPilotLine *self)
{
  if (self == NULL)
    return;

  g_free (self->head);
  g_free (self->text);
  g_free (self);
}
