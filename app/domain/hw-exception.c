/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-exception.h"

static const char *const kind_ids[HW_EXCEPTION_N] = {
  "order", "sold-out", "dead-stock", "unusual", "old-sales", "old-counts", "goal", "review", "alarm",
};

/* Where each kind is dealt with. */
static const char *const pages[HW_EXCEPTION_N] = {
  "orders", "orders", "stock", "forecast", "data", "data", "goals", "journey", "journey",
};

HwException *
hw_exception_new (HwExceptionKind kind)
{
  HwException *self = g_new0 (HwException, 1);

  g_return_val_if_fail ((guint) kind < HW_EXCEPTION_N, self);

  self->kind = kind;
  self->name = g_strdup ("");
  self->day = HW_DAY_NONE;
  self->page = pages[kind];
  return self;
}

void
hw_exception_free (HwException *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

const char *
hw_exception_kind_id (HwExceptionKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_EXCEPTION_N, NULL);

  return kind_ids[kind];
}

int
hw_exception_compare (const HwException *a,
                      const HwException *b)
{
  const gboolean a_first = a->kind == HW_EXCEPTION_OLD_SALES, b_first = b->kind == HW_EXCEPTION_OLD_SALES;

  if (a_first != b_first)
    return a_first ? -1 : 1;
  if (a->money != b->money)
    return a->money > b->money ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;

  return g_strcmp0 (a->name, b->name);
}
