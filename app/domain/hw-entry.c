/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-entry.h"

static const char *const kind_ids[HW_ENTRY_N] = {
  [HW_ENTRY_CARD] = "card",
  [HW_ENTRY_GOAL] = "goal",
  [HW_ENTRY_INITIATIVE] = "initiative",
  [HW_ENTRY_CHECK_IN] = "check-in",
  [HW_ENTRY_GATE] = "gate",
  [HW_ENTRY_ROLL_OUT] = "roll-out",
  [HW_ENTRY_REVIEW] = "review",
  [HW_ENTRY_EVENT] = "event",
  [HW_ENTRY_OVERRIDE] = "override",
  [HW_ENTRY_READINESS] = "readiness",
  [HW_ENTRY_PAINS] = "pains",
  [HW_ENTRY_IDEA] = "idea",
  [HW_ENTRY_RISK] = "risk",
  [HW_ENTRY_DUTY] = "duty",
  [HW_ENTRY_MILESTONE] = "milestone",
  [HW_ENTRY_FIGURE] = "figure",
  [HW_ENTRY_OWN_METRIC] = "own-metric",
  [HW_ENTRY_SURVEY] = "survey",
  [HW_ENTRY_WATCH] = "watch",
  [HW_ENTRY_LOCK] = "lock",
  [HW_ENTRY_GUARD] = "guard",
  [HW_ENTRY_QUIET] = "quiet",
  [HW_ENTRY_DECISION] = "decision",
};

const char *
hw_entry_kind_id (HwEntryKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_ENTRY_N, NULL);

  return kind_ids[kind];
}

gboolean
hw_entry_kind_find (const char  *id,
                    HwEntryKind *kind)
{
  for (guint i = 0; i < HW_ENTRY_N; i++)
    if (g_strcmp0 (kind_ids[i], id) == 0)
      {
        *kind = (HwEntryKind) i;
        return TRUE;
      }

  return FALSE;
}

HwEntry *
hw_entry_new (HwEntryKind kind,
              gint64      parent_id)
{
  HwEntry *self = g_new0 (HwEntry, 1);

  self->kind = kind;
  self->parent_id = parent_id;
  self->made = HW_DAY_NONE;
  self->changed = HW_DAY_NONE;
  self->who = g_strdup ("");
  self->why = g_strdup ("");
  self->answers = hw_answers_new ();
  return self;
}

HwEntry *
hw_entry_copy (const HwEntry *self)
{
  HwEntry *copy = g_memdup2 (self, sizeof *self);

  copy->who = g_strdup (self->who);
  copy->why = g_strdup (self->why);
  copy->answers = hw_answers_copy (self->answers);
  return copy;
}

void
hw_entry_free (HwEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->why);
  hw_answers_free (self->answers);
  g_free (self);
}

GPtrArray *
hw_entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hw_entry_free);
}

HwEntry *
hw_entries_find (GPtrArray *entries,
                 gint64     id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HwEntry *entry = g_ptr_array_index (entries, i);

      if (entry->id == id)
        return entry;
    }

  return NULL;
}
