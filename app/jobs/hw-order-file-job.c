/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order as a file; the owner sends it. */
#include "jobs/hw-order-desk.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "report/hw-order-paper.h"
#include "store/hw-event-repo.h"

#include <glib/gi18n-lib.h>

void
hw_order_file_free (HwOrderFile *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

/* Lines whose words are @row's. */
static GArray *
make_lines (const HwOrderRow *row)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (HwOrderPaperLine));

  for (guint i = 0; i < row->lines->len; i++)
    {
      const HwOrderLineRow *from = g_ptr_array_index (row->lines, i);
      const HwOrderPaperLine line = {
        .key = from->sku, .name = from->name, .unit = from->unit,
        .quantity = from->line.quantity, .pack = from->pack, .unit_cost = from->line.unit_cost,
      };

      g_array_append_val (lines, line);
    }

  return lines;
}

static gboolean
log_file (HwSession  *session,
          gint64      id,
          GError    **error)
{
  HwStore *store = hw_session_get_store (session);
  const gint64 version = hw_store_data_version (store);
  const HwEvent event = {
    .at = hw_session_get_now (session), .kind = "order-file", .subject = "order", .subject_id = id,
  };

  if (hw_session_is_read_only (session))
    return TRUE;
  if (!hw_event_repo_add (store, &event, error))
    return FALSE;

  hw_session_keep_demand_since (session, version);
  return TRUE;
}

static gpointer
run_file (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwOrderFile *wish = request;
  const gboolean csv = g_str_has_suffix (wish->path, ".csv");
  g_autoptr (HwOrderRow) row = NULL;
  g_autoptr (GArray) lines = NULL;
  HwOrderPaper paper;

  if (!csv && !g_str_has_suffix (wish->path, ".xlsx"))
    {
      hw_order_desk_refuse (error, _("an order is written as an .xlsx or a .csv file"));
      return NULL;
    }

  row = hw_order_repo_find (hw_session_get_store (session), hw_session_get_today (session), wish->id, error);
  if (row == NULL)
    return NULL;

  lines = make_lines (row);
  paper = (HwOrderPaper) {
    .business = hw_session_get_business (session),
    .supplier = row->supplier, .email = row->email,
    .number = row->order.id, .ordered = row->order.ordered,
    .expected = row->confirmed != HW_DAY_NONE ? row->confirmed : row->order.expected,
    .lines = lines,
  };
  if (!(csv ? hw_order_paper_write_csv (&paper, wish->path, error) : hw_order_paper_write_book (&paper, wish->path, error)) ||
      !log_file (session, wish->id, error))
    return NULL;

  return g_strdup (wish->path);
}

const HwJob hw_order_file_job = {
  "order-file", N_("Writing the order"), run_file, (GDestroyNotify) hw_order_file_free, g_free, FALSE
};
