/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-health-load.h"

#include "core/hw-error.h"
#include "jobs/assess/hw-health-case.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "store/hw-import-repo.h"

/* Lists that a case looks at and does not own. */
typedef struct
{
  HwHealthRows *rows;
  GArray       *products;
  GArray       *suppliers;
  GArray       *imports;
  GPtrArray    *entries[5];
} Lists;

static const HwEntryKind kinds[] = {
  HW_ENTRY_GOAL, HW_ENTRY_REVIEW, HW_ENTRY_OVERRIDE, HW_ENTRY_EVENT, HW_ENTRY_SURVEY,
};

static void
lists_clear (Lists *self)
{
  hw_health_rows_free (self->rows);
  g_clear_pointer (&self->products, g_array_unref);
  g_clear_pointer (&self->suppliers, g_array_unref);
  g_clear_pointer (&self->imports, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_pointer (&self->entries[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

static gboolean
load_lists (Lists    *self,
            HwStore  *store,
            HwDay     today,
            GError  **error)
{
  self->rows = hw_health_repo_rows (store, today, error);
  self->products = self->rows != NULL ? hw_product_repo_list (store, error) : NULL;
  self->suppliers = self->products != NULL ? hw_supplier_repo_list (store, error) : NULL;
  self->imports = self->suppliers != NULL ? hw_import_repo_list (store, error) : NULL;
  if (self->imports == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->entries[i] = hw_entry_repo_list (store, kinds[i], HW_ENTRY_ANY_PARENT, FALSE, error);
      if (self->entries[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

HwHealth *
hw_health_load (HwSession     *session,
                HwStore       *store,
                const HwTick  *tick,
                GError       **error)
{
  const HwDay today = hw_session_get_today (session);
  g_autoptr (GArray) shelf = NULL;
  g_autoptr (HwHealth) health = hw_health_new (today);
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_auto (Lists) lists = { 0 };
  HwHealthCase work;

  if (!hw_tick (tick, 0.0))
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
      return NULL;
    }

  if (!load_lists (&lists, store, today, error) || (shelf = hw_shelf_load (store, lists.products, today, error)) == NULL)
    return NULL;

  work = (HwHealthCase) {
    .today = today, .country = hw_session_get_business (session)->country, .format = format, .rows = lists.rows,
    .products = lists.products, .suppliers = lists.suppliers,
    .n_unknown = hw_shelf_count_unknown (shelf, lists.products), .imports = lists.imports,
    .goals = lists.entries[0], .reviews = lists.entries[1], .overrides = lists.entries[2],
    .events = lists.entries[3], .surveys = lists.entries[4], .health = health,
  };
  hw_health_case_work (&work);
  hw_health_check_sales (&work);
  hw_health_check_values (&work);
  hw_health_check_products (&work);
  hw_health_check_stock (&work);
  hw_health_check_buying (&work);
  hw_health_measure_records (&work);
  hw_health_measure_kept (&work);
  hw_health_settle (health);
  return g_steal_pointer (&health);
}
