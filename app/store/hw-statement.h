/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-statement.h: one prepared statement: bind, step, read.
 *
 * In:  SQL as a constant, values by place from 1.
 * Out: rows, columns from 0; HW_UNKNOWN, 0 ids and HW_DAY_NONE are NULL in the file.
 * Freed statements go back to their store and are prepared once only.
 * Thread: that of the store.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct _HwStatement HwStatement;

/* @sql must be a constant: the store keeps statements by its address. */
HwStatement *hw_statement_new       (HwStore      *store,
                                     const char   *sql,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void         hw_statement_free      (HwStatement  *self);

/* Texts are not copied: they must live until the statement is done or freed. */
void         hw_statement_set_int    (HwStatement *self, int place, gint64 value);
void         hw_statement_set_known  (HwStatement *self, int place, gint64 value);
void         hw_statement_set_id     (HwStatement *self, int place, gint64 value);
void         hw_statement_set_day    (HwStatement *self, int place, HwDay value);
void         hw_statement_set_double (HwStatement *self, int place, double value);
void         hw_statement_set_text   (HwStatement *self, int place, const char *value);
void         hw_statement_set_bytes  (HwStatement *self, int place, const void *value, gsize size);

gint64       hw_statement_get_int    (HwStatement *self, int column);
gint64       hw_statement_get_known  (HwStatement *self, int column);
HwDay        hw_statement_get_day    (HwStatement *self, int column);
double       hw_statement_get_double (HwStatement *self, int column);
const char  *hw_statement_get_text   (HwStatement *self, int column); /* (nullable) until the next row */
char        *hw_statement_dup_text   (HwStatement *self, int column) G_GNUC_WARN_UNUSED_RESULT; /* "" for NULL */
const void  *hw_statement_get_bytes  (HwStatement *self, int column, gsize *size);

/* TRUE while there are rows. FALSE at the end and on error: ask _done then. */
gboolean     hw_statement_next       (HwStatement *self, GError **error);
gboolean     hw_statement_done       (const HwStatement *self);

/* To the end and ready for the next values. */
gboolean     hw_statement_run        (HwStatement *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same; NO_SUCH_ROW if nothing was changed by it. */
gboolean     hw_statement_run_one    (HwStatement *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStatement, hw_statement_free)

G_END_DECLS
