/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order as a file; the owner sends it. */
#include "jobs/stock/hw-order-desk.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "report/hw-mail-draft.h"
#include "report/hw-order-books.h"
#include "report/hw-order-paper.h"
#include "store/hw-event-repo.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

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

/* A mail to the supplier with the workbook in it. */
static gboolean
write_mail (const HwOrderPaper  *paper,
            HwDay                today,
            const char          *path,
            GError             **error)
{
  g_autofree char *folder = g_dir_make_tmp ("headway-XXXXXX", error);
  /* Translators: a file's name without its ending; %d is the number of an order. */
  g_autofree char *stem = g_strdup_printf (_("order-%d"), (int) paper->number);
  g_autofree char *name = g_strconcat (stem, ".xlsx", NULL);
  g_autofree char *book = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  gboolean ok;

  if (folder == NULL)
    return FALSE;

  /* Translators: subject of a mail; 1 the number of an order, 2 the name of the business. */
  subject = g_strdup_printf (_("Order %1$d of %2$s"), (int) paper->number, paper->business->name);
  /* Translators: text of a mail to a supplier; 1 the number of an order, 2 the name of the business. */
  body = g_strdup_printf (_("Hello,\n\nplease find our order %1$d attached. Please tell us the day it will come.\n\n"
                            "Kind regards\n%2$s\n"), (int) paper->number, paper->business->name);

  const HwMailDraft draft = { paper->email, subject, body, book, name, today };

  ok = hw_order_paper_write_book (paper, book, error) && hw_mail_draft_write (&draft, path, error);
  g_unlink (book);
  g_rmdir (folder);
  return ok;
}

static gboolean
write_paper (const HwOrderPaper  *paper,
             HwDay                today,
             const char          *path,
             GError             **error)
{
  if (g_str_has_suffix (path, ".eml"))
    return write_mail (paper, today, path, error);

  if (g_str_has_suffix (path, ".pdf"))
    return hw_order_books_write_pdf (paper, path, error);
  if (g_str_has_suffix (path, ".xero.csv"))
    return hw_order_books_write_xero (paper, path, error);
  if (g_str_has_suffix (path, ".quickbooks.csv"))
    return hw_order_books_write_quickbooks (paper, path, error);

  return g_str_has_suffix (path, ".csv") ? hw_order_paper_write_csv (paper, path, error)
                                         : hw_order_paper_write_book (paper, path, error);
}

static gpointer
run_file (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwOrderFile *wish = request;
  g_autoptr (HwOrderRow) row = NULL;
  g_autoptr (GArray) lines = NULL;
  HwOrderPaper paper;

  if (!g_str_has_suffix (wish->path, ".csv") && !g_str_has_suffix (wish->path, ".xlsx") &&
      !g_str_has_suffix (wish->path, ".eml") && !g_str_has_suffix (wish->path, ".pdf"))
    {
      hw_order_desk_refuse (error, _("an order is written as an .xlsx, a .pdf or a .csv file"));
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
  if (!write_paper (&paper, hw_session_get_today (session), wish->path, error) ||
      !log_file (session, wish->id, error))
    return NULL;

  return g_strdup (wish->path);
}

const HwJob hw_order_file_job = {
  "order-file", N_("Writing the order"), run_file, (GDestroyNotify) hw_order_file_free, g_free, FALSE
};
