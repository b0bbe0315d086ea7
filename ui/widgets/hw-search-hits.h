/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-search-hits.h: what a search finds without asking the business's file: pages,
 * actions and the manual's topics; and what it found there, as the same kind of row.
 *
 * In:  words. Out: hits, in the order to show them. Thread: the window's.
 */
#pragma once

#include "jobs/today/hw-find-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HW_HITS_PRODUCTS,
  HW_HITS_SUPPLIERS,
  HW_HITS_GOALS,
  HW_HITS_INITIATIVES,
  HW_HITS_PAGES,
  HW_HITS_ACTIONS,
  HW_HITS_HELP,
  HW_HITS_N_GROUPS,
} HwHitGroup;

typedef struct
{
  HwHitGroup group;
  char      *title;  /* (owned) */
  char      *note;   /* (owned) "" if none */
  char      *keys;   /* (owned) the shortcut, "" if none */
  char      *action; /* (owned) detailed: "win.page::stock" */
} HwHit;

void        hw_hit_free        (HwHit *self);
const char *hw_hits_group_name (HwHitGroup group); /* translated */

/* Every word of @words is in the title, whatever its case and accents; nothing typed
 * finds all pages and actions. @window: whose actions can be done now. Of HwHit. */
GPtrArray  *hw_search_hits     (GtkWindow *window, const char *words) G_GNUC_WARN_UNUSED_RESULT;

HwHit      *hw_hit_new_found   (const HwFound *found) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
