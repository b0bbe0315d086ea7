/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-shelf.h"

static int *
ending (HwSampleShelf *self,
        HwDay          day)
{
  return &self->units[(guint) day % HW_SAMPLE_SHELF_MAX];
}

void
hw_sample_shelf_init (HwSampleShelf *self,
                      HwDay          today)
{
  *self = (HwSampleShelf) { .today = today };
}

void
hw_sample_shelf_add (HwSampleShelf *self,
                     int            units,
                     int            shelf_days)
{
  g_return_if_fail (units >= 0 && shelf_days >= 0 && shelf_days <= HW_SAMPLE_SHELF_MAX);

  if (shelf_days == 0)
    self->keeps += units;
  else
    *ending (self, self->today + shelf_days - 1) += units;

  self->total += units;
}

int
hw_sample_shelf_take (HwSampleShelf *self,
                      int            units)
{
  const int taken = MIN (units, self->total);
  int left = taken;

  for (int i = 0; i < HW_SAMPLE_SHELF_MAX && left > 0; i++)
    {
      int *batch = ending (self, self->today + i);
      const int n = MIN (*batch, left);

      *batch -= n;
      left -= n;
    }

  self->keeps -= left;
  self->total -= taken;
  return taken;
}

int
hw_sample_shelf_wake (HwSampleShelf *self,
                      HwDay          day)
{
  int old = 0;

  for (; self->today < day; self->today++)
    {
      int *batch = ending (self, self->today);

      old += *batch;
      *batch = 0;
    }

  self->total -= old;
  return old;
}
