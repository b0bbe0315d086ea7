/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-entry-check.h: may this be kept? By its form, by what it belongs to, and by
 * what the business holds already.
 *
 * Out: BAD_INPUT, whose message names the question in the owner's words.
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-entry.h"
#include "jobs/hw-session.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* @before: the version that holds, NULL for a new entry. Fills in what only moves
 * may set: an initiative's state. */
gboolean hw_entry_check (HwSession      *session,
                         HwStore        *store,
                         HwEntry        *entry,
                         const HwEntry  *before, /* (nullable) */
                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @entry may stand beside what is kept: also for what is brought back. */
gboolean hw_entry_check_room (HwStore        *store,
                              const HwEntry  *entry,
                              const HwEntry  *before, /* (nullable) */
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* The card's money against the amounts that are kept. */
gboolean hw_entry_check_currency (HwSession      *session,
                                  HwStore        *store,
                                  const HwEntry  *card,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
