/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-memory.h: how a table was left, kept under its name: which columns were
 * hidden, by which it was sorted. Thread: the window's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint    n_columns;
  guint64  hidden;      /* bit i: column i */
  guint    sorted_by;   /* n_columns if by none */
  gboolean descending;
} HwTableMemory;

/* @n_columns is set on entry. FALSE, and untouched, where nothing is kept or the
 * table had other columns then. */
gboolean hw_table_memory_recall (HwTableMemory *self, const char *name);
void     hw_table_memory_keep   (const HwTableMemory *self, const char *name);

G_END_DECLS
