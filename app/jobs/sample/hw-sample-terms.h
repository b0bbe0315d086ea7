/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-terms.h: what the made-up owner has said of costs, what suppliers ask,
 * and what more at once costs; kept in the store.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

/* @suppliers, @products: the ids that rows of the catalogue's tables have in @store. */
gboolean hw_sample_keep_terms (HwStore       *store,
                               const gint64  *suppliers,
                               const gint64  *products,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
