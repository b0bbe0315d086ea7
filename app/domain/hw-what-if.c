/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-what-if.h"

HwWhatIf *
hw_what_if_new (void)
{
  HwWhatIf *self = g_new0 (HwWhatIf, 1);

  self->points = g_array_new (FALSE, TRUE, sizeof (HwWhatIfPoint));
  return self;
}

void
hw_what_if_free (HwWhatIf *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_array_unref (self->points);
  g_free (self);
}
