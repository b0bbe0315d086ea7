/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-aside.h: cells of rows that stand elsewhere: the day and the customer of an order in
 * a list of its own, or the day that the name of a tab says. They are put behind a row's
 * own cells, so that all that follows sees one table.
 *
 * Thread: any, one reader at a time.
 */
#pragma once

#include "import/hw-csv.h"

G_BEGIN_DECLS

typedef struct _HwAside HwAside;

/* @width: cells of a row before them. @heading: the record that gets their headings.
 * @key: the column whose text finds them, or -1: the number of the tab does. */
HwAside *hw_aside_new        (guint           width,
                              gint64          heading,
                              int             key) G_GNUC_WARN_UNUSED_RESULT;
void     hw_aside_free       (HwAside        *self);

/* Takes a copy; all columns come before the first row. */
void     hw_aside_add_column (HwAside        *self,
                              const char     *heading);
/* @cells: one for each column, copied. FALSE if @key is there already; then nothing is
 * added. */
gboolean hw_aside_add        (HwAside        *self,
                              const char     *key,
                              const HwCell   *cells);
guint    hw_aside_get_n_rows (const HwAside  *self);
gboolean hw_aside_has        (const HwAside  *self,
                              HwRecord       *record);
/* Puts its cells behind those of the record, which @room holds from then on. */
void     hw_aside_extend     (HwAside        *self,
                              guint           tab,
                              GArray         *room,
                              HwRecord       *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAside, hw_aside_free)

G_END_DECLS
