/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-say.h"

#include "core/hw-error.h"
#include "jobs/hw-say-figure.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* One row per code: its short name, and what happened and what to do now. %s is
 * the file. NULL: the error says it itself, in the owner's words. */
typedef struct
{
  GQuark    (*domain) (void);
  int         code;
  const char *id;
  const char *text;
} Saying;

static const Saying sayings[] = {
  { hw_store_error_quark, HW_STORE_ERROR_NOT_FOUND, "not-found",
    N_("There is no file %s. Check the name and the folder.") },
  { hw_store_error_quark, HW_STORE_ERROR_EXISTS, "exists",
    N_("There is already a file %s. It was left as it is; choose another name.") },
  { hw_store_error_quark, HW_STORE_ERROR_NOT_OURS, "not-headway",
    N_("%s is no Headway business. To use a sales file, open a business first and import the file into it.") },
  { hw_store_error_quark, HW_STORE_ERROR_TOO_NEW, "too-new",
    N_("%s was written by a newer version of Headway. It was left untouched; update the program to open it.") },
  { hw_store_error_quark, HW_STORE_ERROR_IN_USE, "in-use",
    N_("%s is open in another window or program. Close it there first.") },
  { hw_store_error_quark, HW_STORE_ERROR_DAMAGED, "damaged",
    N_("%s is damaged. Nothing was changed; go back to your last copy of it.") },
  { hw_store_error_quark, HW_STORE_ERROR_FULL, "disk-full",
    N_("The disk is full. Nothing was lost; make room and try again. (%s)") },
  { hw_store_error_quark, HW_STORE_ERROR_READ_ONLY, "read-only",
    N_("%s cannot be written. Choose a folder that is yours, or ask who looks after this computer.") },
  { hw_store_error_quark, HW_STORE_ERROR_NO_SUCH_ROW, "no-such-row",
    N_("This is not in %s, or not any more. Look at the list again.") },
  { hw_store_error_quark, HW_STORE_ERROR_SQL, "store-failed",
    N_("Something went wrong inside %s. Nothing was changed; try again, then go back to your last copy.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_OPEN, "cannot-read",
    N_("%s cannot be read. Check that it is there and that you may open it.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_FORMAT, "not-a-table", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_OLD_FORMAT, "old-format", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_DAMAGED, "damaged-file", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_LOCKED, "locked", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_TOO_BIG, "too-big", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_EMPTY, "empty",
    N_("%s has no rows to import. Export it again with the days you need.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_NO_KIND, "unknown-kind",
    N_("%s holds a table we do not know how to use. We can read sales, products, stock, suppliers, customers, bank lists, orders, waste, hours, meters, answers and figures.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_NO_READER, "no-reader", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_HALF, "half", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_NOT_USED, "not-used", NULL },
  { hw_import_error_quark, HW_IMPORT_ERROR_NO_COLUMN, "no-column",
    N_("%s lacks a column that is needed. Say which column is which and try again.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_QUESTION, "question",
    N_("%s leaves a question open that only you can answer. Nothing was kept yet.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_ANSWER, "bad-answer",
    N_("That is none of the answers we can use for %s.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_AGAIN, "already-imported",
    N_("%s was imported before and nothing was added. Undo that import first if you want it again.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_CURRENCY, "other-currency",
    N_("The amounts in %s are in another currency than this business. They cannot be added up; make a business of its own for them.") },
  { hw_import_error_quark, HW_IMPORT_ERROR_OVERFLOW, "too-large",
    N_("The amounts in %s add up to more than can be kept. Check that the amount column is right.") },
  { hw_report_error_quark, HW_REPORT_ERROR_WRITE, "cannot-write",
    N_("%s could not be written. Check the folder and the room on the disk.") },
  { hw_report_error_quark, HW_REPORT_ERROR_ADDRESS, "bad-address",
    N_("That is no e-mail address. It looks like name@example.com. (%s)") },
  { hw_jobs_error_quark, HW_JOBS_ERROR_NO_SALES, "no-sales",
    N_("There are no sales in %s yet. Import a sales file first.") },
  { hw_jobs_error_quark, HW_JOBS_ERROR_BAD_INPUT, "bad-input",
    N_("Something in what you typed cannot be right: %s.") },
  { hw_jobs_error_quark, HW_JOBS_ERROR_NOT_ENOUGH, "not-enough",
    N_("Too little is known for this: %s.") },
  { hw_engine_error_quark, HW_ENGINE_ERROR_BAD_VALUE, "bad-value",
    N_("A number in %s is too large to work with. Look for a slip in the files you imported.") },
};

static const Saying *
find (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (g_error_matches (error, sayings[i].domain (), sayings[i].code))
      return &sayings[i];

  return NULL;
}

char *
hw_say_error (const GError *error,
              const char   *where)
{
  const Saying *saying = find (error);

  if (hw_error_is_cancelled (error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Stopped. Nothing was changed."));

  if (saying == NULL)
    /* Translators: %s is a technical message in English. */
    return g_strdup_printf (_("That did not work: %s"), error->message);

  if (saying->text == NULL)
    return g_strdup (error->message);

  if (g_error_matches (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT) ||
      g_error_matches (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NOT_ENOUGH))
    where = error->message;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the texts stand in the table above */
  return g_strdup_printf (_(saying->text), where != NULL ? where : _("This file"));
#pragma GCC diagnostic pop
}

const char *
hw_say_code (const GError *error)
{
  const Saying *saying = find (error);

  if (hw_error_is_cancelled (error))
    return "cancelled";

  return saying != NULL ? saying->id : "failed";
}

/* What is there and when it is gone. */
static char *
say_left (const HwStockLine *line,
          const HwFormat    *format)
{
  g_autofree char *have = hw_format_quantity (format, line->on_hand);
  g_autofree char *daily = hw_format_number (format, line->daily_units, line->daily_units < 10.0 ? 1 : 0);
  g_autofree char *gone = line->runs_out != HW_DAY_NONE ? hw_format_day (format, line->runs_out, HW_DAY_SHORT) : NULL;

  if (line->lead_days == 0 && line->on_hand <= 0)
    /* Translators: what is made fresh in the house; %s units. */
    return g_strdup_printf (_("Make fresh today; about %s are expected to sell"), daily);

  if (line->reason == HW_STOCK_ORDER_SOLD_OUT)
    /* Translators: %1$s units a day. */
    return g_strdup_printf (_("Sold out; about %s sell each day"), daily);

  if (line->lead_days == 0)
    /* Translators: 1 units on hand, 2 units a day. */
    return g_strdup_printf (_("%s left; about %s sell each day; make more today"), have, daily);

  if (gone == NULL)
    /* Translators: 1 units on hand, 2 units a day. */
    return g_strdup_printf (_("%1$s left; about %2$s sell each day"), have, daily);

  /* Translators: 1 units on hand, 2 units a day, 3 a date. */
  return g_strdup_printf (_("%1$s left; about %2$s sell each day, so they last until about %3$s"), have, daily, gone);
}

/* When an order is here, and what it is for. */
static char *
say_need (const HwStockLine *line,
          const HwFormat    *format)
{
  g_autofree char *left = say_left (line, format);
  g_autofree char *arrives = line->arrives != HW_DAY_NONE ? hw_format_day (format, line->arrives, HW_DAY_SHORT) : NULL;
  g_autofree char *comes = NULL;
  g_autofree char *missed = NULL;

  if (line->lead_days == 0 || arrives == NULL)
    comes = g_steal_pointer (&left);
  else if (line->lead_assumed)
    /* Translators: 1 the sentence so far, 2 a date. */
    comes = g_strdup_printf (_("%1$s; a delivery may come about %2$s (its waiting time is not known)"), left, arrives);
  else
    /* Translators: 1 the sentence so far, 2 a date. */
    comes = g_strdup_printf (_("%1$s; ordered today it comes about %2$s"), left, arrives);

  if (hw_stock_line_risk_week (line) < HW_MONEY_ONE / 2)
    return g_steal_pointer (&comes);

  missed = hw_format_money_about (format, hw_scaled_to_double (hw_stock_line_risk_week (line)));
  /* Translators: 1 the sentence so far, 2 an amount of money. */
  return g_strdup_printf (line->made_here ? _("%1$s; not made, about %2$s of sales a week are missed")
                                          : _("%1$s; not ordered, about %2$s of sales a week are missed"), comes, missed);
}

static char *
say_order (const HwStockLine *line,
           const HwFormat    *format)
{
  g_autofree char *need = say_need (line, format);
  g_autofree char *why = NULL;
  g_autofree char *drafted = NULL;

  if (line->for_promise)
    /* Translators: the sentence so far; by money alone it could wait. */
    why = g_strdup_printf (_("%s; only the promise asks for it today"), need);
  else
    why = g_steal_pointer (&need);

  if (line->in_draft <= 0)
    return g_steal_pointer (&why);

  drafted = hw_format_quantity (format, line->in_draft);
  /* Translators: 1 the sentence so far, 2 units. */
  return g_strdup_printf (_("%1$s; %2$s are in a draft already, not sent yet"), why, drafted);
}

char *
hw_say_stock_reason (const HwStockLine *line,
                     const HwFormat    *format)
{
  g_autofree char *point = NULL;
  g_autofree char *coming = NULL;

  switch (line->reason)
    {
    case HW_STOCK_ORDER:
    case HW_STOCK_ORDER_SOLD_OUT:
      return say_order (line, format);

    case HW_STOCK_NO_COUNT:
      return g_strdup (_("How much is left is not known; import a stock list or count it"));

    case HW_STOCK_NO_SALES:
      return g_strdup (_("Nothing of it is expected to sell in the coming weeks"));

    case HW_STOCK_NEW:
      return g_strdup (_("Too new to say; needs a few more weeks of sales"));

    case HW_STOCK_RETIRED:
      return g_strdup (_("No longer sold"));

    case HW_STOCK_BAD_WAITING:
      return g_strdup (_("Its supplier's waiting time cannot be right: more than 0 and at most 365 days; mend it under Suppliers"));

    case HW_STOCK_NO_COST:
      return g_strdup (_("What it costs is not known; import a product list with costs or prices"));

    case HW_STOCK_OVER_BUDGET:
      return g_strdup (_("The budget brings more with other products"));

    case HW_STOCK_ENOUGH:
    default:
      if (line->in_draft > 0)
        {
          coming = hw_format_quantity (format, line->in_draft);
          /* Translators: %s is a number of units. */
          return g_strdup_printf (line->on_hand <= 0 ? _("Sold out; %s are in a draft that is not sent yet")
                                                     : _("Enough once the draft with %s of it is sent"), coming);
        }

      point = hw_format_quantity (format, line->reorder_point);
      if (line->on_order > 0)
        {
          coming = hw_format_quantity (format, line->on_order);
          if (line->on_hand <= 0)
            /* Translators: %s is a number of units. */
            return g_strdup_printf (_("Sold out; the %s on the way are enough once they are here"), coming);

          /* Translators: %s is a number of units. */
          return g_strdup_printf (_("Enough, with %s on the way"), coming);
        }
      /* Translators: %s is a number of units. */
      return g_strdup_printf (_("Enough; order when %s are left"), point);
    }
}

char *
hw_say_stock_change (const HwStockLine *line,
                     const HwFormat    *format)
{
  g_autofree char *before = NULL;

  if (line->order_before == HW_UNKNOWN)
    return NULL;

  before = hw_format_quantity (format, line->order_before);
  /* Translators: in each, %s is how many the plan before would have ordered. */
  switch (line->change)
    {
    case HW_CHANGE_SOLD_MORE:
      return g_strdup_printf (_("Was %s; more was sold than expected"), before);

    case HW_CHANGE_SOLD_LESS:
      return g_strdup_printf (_("Was %s; less was sold than expected"), before);

    case HW_CHANGE_COUNTED:
      return g_strdup_printf (_("Was %s; the shelf was counted"), before);

    case HW_CHANGE_CAME:
      return g_strdup_printf (_("Was %s; an order came"), before);

    case HW_CHANGE_LATE:
      return g_strdup_printf (_("Was %s; an order is late"), before);

    case HW_CHANGE_ORDERED:
      return g_strdup_printf (_("Was %s; it has been ordered since"), before);

    case HW_CHANGE_TERMS:
      return g_strdup_printf (_("Was %s; promise, costs or waiting time were changed"), before);

    case HW_CHANGE_TIME:
      return g_strdup_printf (_("Was %s; days went by"), before);

    case HW_CHANGE_NONE:
    case HW_CHANGE_FIRST:
      break;
    }

  return NULL;
}

char *
hw_say_stock_supplier (const HwStockSupplier *supplier,
                       const HwFormat        *format)
{
  g_autofree char *missing = NULL;
  g_autofree char *freight = NULL;

  if (supplier->missing <= 0)
    return NULL;

  missing = hw_format_money (format, supplier->missing);
  freight = hw_format_money (format, supplier->freight);
  if (supplier->wait)
    /* Translators: %s is money. */
    return g_strdup_printf (_("Nothing is urgent: better wait until %s more come together"), missing);
  if (supplier->value < supplier->min_order)
    /* Translators: %s is money. */
    return g_strdup_printf (_("Take %s more to reach the smallest order"), missing);
  if (supplier->freight > 0)
    /* Translators: 1 and 2 are money. */
    return g_strdup_printf (_("With %1$s more there is no freight of %2$s"), missing, freight);

  return NULL;
}

static const char *
simple_rule (HwBy by)
{
  switch (by)
    {
    case HW_BY_WEEK:
      return _("repeating the same week of last year");

    case HW_BY_MONTH:
      return _("repeating the same month of last year");

    case HW_BY_DAY:
    default:
      return _("repeating last week");
    }
}

char *
hw_say_accuracy (const HwForecastSeries *series,
                 HwBy                    by,
                 const HwFormat         *format)
{
  g_autofree char *share = NULL;
  double gain;

  if (series->missing != HW_NO_FORECAST_NONE)
    return hw_say_no_forecast (series->missing);

  if (series->ground == HW_GROUND_LAUNCH)
    return g_strdup (_("New: as earlier new products of its kind began"));

  if (series->ground == HW_GROUND_FADING)
    return g_strdup (_("Not sold for long; nothing is expected"));

  if (!(series->simple_error > 0.0))
    return g_strdup (_("Too few days yet to say how close it comes"));

  gain = 1.0 - series->error / series->simple_error;
  if (gain < 0.005)
    /* Translators: %s is "repeating last week". */
    return g_strdup_printf (_("As close as %s"), simple_rule (by));

  share = hw_format_percent (format, gain, 0);
  /* Translators: 1 a percentage, 2 "repeating last week". */
  return g_strdup_printf (_("%1$s closer than %2$s"), share, simple_rule (by));
}

char *
hw_say_no_forecast (HwNoForecast why)
{
  switch (why)
    {
    case HW_NO_FORECAST_TOO_SHORT:
      return g_strdup (_("Too few sales yet for a forecast"));

    case HW_NO_FORECAST_NO_DEMAND:
      return g_strdup (_("No pieces were sold, so none can be expected"));

    case HW_NO_FORECAST_NONE:
    default:
      return g_strdup ("");
    }
}

char *
hw_say_metric (const HwMetricValue *value,
               const HwFormat      *format)
{
  if (value->state != HW_METRIC_OK)
    return g_strdup (_("not known"));

  return hw_say_unit (value->metric->unit, value->value, format);
}
