/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-nameless.h: words without the names of a business's records: a product's name becomes
 * "a product", and so on.
 *
 * In:  the records, the entries (who did what), a text.
 * Out: the text with each such name, standing as words of its own, replaced, whatever its
 *      case; the longest name first.
 * Thread: that of the store.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct _HwNameless HwNameless;

HwNameless *hw_nameless_new  (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        hw_nameless_free (HwNameless *self);
char       *hw_nameless_text (const HwNameless *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwNameless, hw_nameless_free)

G_END_DECLS
