/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/import/hw-import-scan.h"

#include "domain/hw-figure.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"
#include "store/hw-import-repo.h"
#include "store/hw-sale-repo.h"

/* What was said of such files before, and what is said now of this one. */
GHashTable *
hw_import_scan_merge (const char *before,
                      GHashTable *now)
{
  GHashTable *all = hw_import_mapping_parse (before != NULL ? before : "");
  GHashTableIter iter;
  gpointer question, value;

  if (now == NULL)
    return all;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &question, &value))
    g_hash_table_insert (all, g_strdup (question), g_strdup (value));

  return all;
}

/* A file of a shape the owner has explained before is read the way they said. */
static HwImportPlan *
scan_as_remembered (HwStore                *store,
                    HwImportPlan           *plan, /* (owned) */
                    const HwImportRequest  *wish,
                    const HwImportOptions  *options,
                    const HwTick           *tick)
{
  g_autofree char *mapping = NULL;
  g_autofree char *answers = NULL;
  g_autoptr (GHashTable) map = NULL;
  g_autoptr (GHashTable) said = NULL;
  HwImportOptions again = *options;
  HwImportPlan *better;

  if (wish->map != NULL ||
      !hw_import_repo_recall (store, hw_import_plan_get_shape (plan), &mapping, &answers, NULL) ||
      mapping == NULL)
    return plan;

  again.map = map = hw_import_mapping_parse (mapping);
  again.answers = said = hw_import_scan_merge (answers, wish->answers);
  better = hw_import_scan_again (plan, &again, tick, NULL);
  if (better == NULL)
    return plan;

  hw_import_plan_free (plan);
  return better;
}

/* Figures the owner made up, so that a file may name them. */
GPtrArray *
hw_import_scan_own (HwStore  *store,
                    GError  **error)
{
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, HW_ENTRY_OWN_METRIC, HW_ENTRY_ANY_PARENT, FALSE, error);
  GPtrArray *own;

  if (entries == NULL)
    return NULL;

  own = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_own_metric_free);
  for (guint i = 0; i < entries->len; i++)
    {
      HwMetric *metric = hw_own_metric_new (g_ptr_array_index (entries, i));

      if (metric != NULL)
        g_ptr_array_add (own, metric);
    }

  return own;
}

HwImportPlan *
hw_import_scan_wish (HwSession              *session,
                     HwStore                *store,
                     const HwImportRequest  *wish,
                     const HwTick           *tick,
                     GError                **error)
{
  g_autoptr (GPtrArray) own = hw_import_scan_own (store, error);
  HwImportOptions options = {
    .kind = wish->kind, .currency = hw_session_get_business (session)->currency,
    .today = hw_session_get_today (session), .map = wish->map, .answers = wish->answers, .beside = wish->beside, .own = own,
  };
  gboolean has_money = TRUE;
  HwImportPlan *plan;

  if (own == NULL || !hw_sale_repo_has_money (store, &has_money, error))
    return NULL;

  options.currency_open = !has_money;
  plan = hw_import_scan (wish->path, &options, tick, error);
  return plan != NULL ? scan_as_remembered (store, plan, wish, &options, tick) : NULL;
}
