/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-figure-forms.h"

#include "jobs/hw-say-figure.h"
#include "widgets/hw-errand.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

static HwDay
get_today (HwDesk *desk)
{
  return hw_session_get_today (hw_desk_get_session (desk));
}

/* What stands in a number's field, where the kind of the question does not say it. */
static const char *
field_unit (const HwMetric *metric,
            HwDesk         *desk)
{
  return hw_unit_is_money (metric->unit) || hw_unit_is_share (metric->unit)
           ? NULL : hw_unit_words (metric->unit, hw_desk_get_format (desk));
}

/* One figure is meant: which one is not asked. */
static HwFormView *
open_window (GtkWidget      *from,
             HwDesk         *desk,
             const HwForm   *form,
             const HwEntry  *entry,
             const HwMetric *metric, /* (nullable) */
             const char     *last,
             const char     *said)
{
  GtkWidget *window = hw_form_window_new (from, desk, form, entry, last, said);
  HwFormView *view = hw_form_window_get_view (HW_FORM_WINDOW (window));

  hw_form_window_set_short (HW_FORM_WINDOW (window), metric != NULL ? _(metric->name) : NULL);
  if (metric != NULL)
    hw_form_view_set_skipped (view, "metric", TRUE);
  gtk_window_present (GTK_WINDOW (window));
  return view;
}

static HwEntry *
make_entry (HwEntryKind     kind,
            const HwMetric *metric)
{
  HwEntry *entry = hw_entry_new (kind, 0);

  hw_answers_set (entry->answers, "metric", metric->id);
  hw_answers_set (entry->answers, "unit", hw_unit_id (metric->unit));
  return entry;
}

void
hw_figure_type_in (GtkWidget      *from,
                   HwDesk         *desk,
                   const HwMetric *metric)
{
  g_autoptr (HwEntry) entry = make_entry (HW_ENTRY_FIGURE, metric);
  HwFormView *view;

  hw_answers_set_day (entry->answers, "to", get_today (desk));
  view = open_window (from, desk, &hw_figure_form, entry, metric, _("Keep the value"), _("Value kept"));
  hw_form_view_set_unit (view, "value", field_unit (metric, desk));
}

void
hw_figure_watch (GtkWidget       *from,
                 HwDesk          *desk,
                 const HwLibrary *library,
                 const HwMetric  *metric)
{
  g_autoptr (HwEntry) entry = hw_library_make_watch (library->watches, metric->id);
  HwFormView *view;

  hw_answers_set (entry->answers, "unit", hw_unit_id (metric->unit));
  if (!hw_answers_has (entry->answers, "cadence") && metric->cadence != HW_CADENCE_EACH_TIME)
    hw_answers_set (entry->answers, "cadence", hw_cadence_id (metric->cadence));
  view = open_window (from, desk, &hw_watch_form, entry, metric, _("Keep the limits"), _("Limits kept"));
  hw_form_view_set_skipped (view, "pinned", TRUE);
  hw_form_view_set_skipped (view, "looked", TRUE);
  hw_form_view_set_unit (view, "good", field_unit (metric, desk));
  hw_form_view_set_unit (view, "bad", field_unit (metric, desk));
}

static void
keep (GtkWidget     *from,
      HwDesk        *desk,
      const HwEntry *entry,
      gboolean       away,
      const char    *said,
      HwKeepFunc     done,  /* (nullable) */
      gpointer       owner)
{
  HwEntrySave *save = hw_entry_save_new (entry);

  save->remove = away;
  hw_keep_entry (from, desk, save, said, done, owner);
}

void
hw_figure_pin (GtkWidget       *from,
               HwDesk          *desk,
               const HwLibrary *library,
               const HwMetric  *metric,
               gboolean         pinned,
               HwKeepFunc       done,
               gpointer         owner)
{
  g_autoptr (HwEntry) entry = hw_library_make_watch (library->watches, metric->id);

  hw_answers_set_yes (entry->answers, "pinned", pinned);
  keep (from, desk, entry, FALSE, pinned ? _("Put on the Overview") : _("Taken off the Overview"), done, owner);
}

void
hw_figure_look (GtkWidget       *from,
                HwDesk          *desk,
                const HwLibrary *library,
                const HwMetric  *metric)
{
  g_autoptr (HwEntry) entry = hw_library_make_watch (library->watches, metric->id);

  hw_answers_set_day (entry->answers, "looked", get_today (desk));
  keep (from, desk, entry, FALSE, _("Noted: you have looked at it"), NULL, NULL);
}

/* What is done once the own figure as it is kept has been looked up. */
typedef enum { TO_CHANGE, TO_DROP } Wish;

#define WISH_KEY "hw-figure-wish"
#define DESK_KEY "hw-figure-desk"
#define OWN_KEY "hw-figure-own"

static void
own_cb (gpointer      owner,
        gpointer      result,
        const GError *error)
{
  GtkWidget *from = owner;
  g_autoptr (GPtrArray) entries = result;
  HwDesk *desk = g_object_get_data (G_OBJECT (from), DESK_KEY);
  const Wish wish = (Wish) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (from), WISH_KEY));
  const gint64 *id = g_object_get_data (G_OBJECT (from), OWN_KEY);
  const HwEntry *entry = entries != NULL ? hw_entries_find (entries, *id) : NULL;

  if (entry == NULL || hw_desk_get_session (desk) == NULL)
    return;

  if (wish == TO_DROP)
    hw_figure_remove (from, desk, entry);
  else
    open_window (from, desk, &hw_own_metric_form, entry, NULL, _("Keep the figure"), _("Figure kept"));
}

static void
find_own (GtkWidget      *from,
          HwDesk         *desk,
          const HwMetric *metric,
          Wish            wish)
{
  const HwEntryListRequest all = { .kind = HW_ENTRY_OWN_METRIC, .parent_id = -1 };
  gint64 id;

  if (!hw_own_metric_is (metric->id, &id))
    return;

  g_object_set_data_full (G_OBJECT (from), DESK_KEY, g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (from), OWN_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (from), WISH_KEY, GINT_TO_POINTER (wish));
  hw_errand_run (desk, &hw_entry_list_job, g_memdup2 (&all, sizeof all), NULL, own_cb, from);
}

void
hw_figure_make (GtkWidget      *from,
                HwDesk         *desk,
                const HwMetric *metric)
{
  if (metric != NULL)
    find_own (from, desk, metric, TO_CHANGE);
  else
    {
      g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_OWN_METRIC, 0);

      open_window (from, desk, &hw_own_metric_form, entry, NULL, _("Keep the figure"), _("Figure kept"));
    }
}

void
hw_figure_remove (GtkWidget     *from,
                  HwDesk        *desk,
                  const HwEntry *entry)
{
  keep (from, desk, entry, TRUE,
        entry->kind == HW_ENTRY_OWN_METRIC ? _("Figure taken off the list")
        : entry->kind == HW_ENTRY_SURVEY   ? _("Answers taken away")
                                           : _("Value taken away"),
        NULL, NULL);
}

void
hw_figure_drop (GtkWidget      *from,
                HwDesk         *desk,
                const HwMetric *metric)
{
  find_own (from, desk, metric, TO_DROP);
}
