/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-figures-page.h"

#include "pages/figures/hw-figure-detail.h"
#include "pages/figures/hw-figure-forms.h"
#include "pages/figures/hw-figure-rows.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwFiguresPage
{
  HwPage          parent_instance;

  HwStatePage    *state_page;
  GtkStack       *stack;
  GtkLabel       *summary_label;
  GtkDropDown    *choice_drop;
  HwDataTable    *table;
  GtkButton      *open_button;
  GtkButton      *type_button;
  HwFigureDetail *detail;

  char           *opened;   /* (owned) (nullable) id of the figure shown in full */
};

G_DEFINE_FINAL_TYPE (HwFiguresPage, hw_figures_page, HW_TYPE_PAGE)

static const HwLibrary *
get_library (HwFiguresPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  return desk != NULL ? hw_desk_get_library (desk) : NULL;
}

static const HwFigure *
get_chosen (HwFiguresPage *self)
{
  const HwLibrary *library = get_library (self);

  return library != NULL ? hw_figure_rows_find (library, hw_data_table_get_chosen (self->table)) : NULL;
}

static void
chosen_cb (HwFiguresPage *self)
{
  const HwFigure *figure = get_chosen (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button), figure != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->type_button),
                            figure != NULL && (figure->source != HW_FIGURE_WORKED_OUT || figure->state != HW_METRIC_OK));
}

static void
fill_summary (HwFiguresPage   *self,
              const HwLibrary *library)
{
  g_autofree char *known = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < library->figures->len; i++)
    n += g_array_index (library->figures, HwFigure, i).state == HW_METRIC_OK;

  /* Translators: 1 how many figures have a value, 2 how many there are. */
  known = g_strdup_printf (ngettext ("%1$u of %2$u figure has a value", "%1$u of %2$u figures have a value", library->figures->len),
                           n, library->figures->len);
  if (library->n_due > 0)
    /* Translators: 1 "41 of 88 figures have a value", 2 how many are due. */
    text = g_strdup_printf (ngettext ("%1$s, %2$u is due to be looked at", "%1$s, %2$u are due to be looked at", library->n_due),
                            known, library->n_due);

  gtk_label_set_text (self->summary_label, text != NULL ? text : known);
}

static void
fill_table (HwFiguresPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  const HwLibrary *library = get_library (self);
  g_autoptr (GPtrArray) rows = NULL;

  if (library == NULL)
    return;

  rows = hw_figure_rows_new (library, gtk_drop_down_get_selected (self->choice_drop),
                             hw_session_get_business (hw_desk_get_session (desk))->sector, hw_desk_get_format (desk));
  hw_data_table_set_rows (self->table, rows);
  chosen_cb (self);
}

/* A figure that is gone leaves the list. */
static void
fill_detail (HwFiguresPage *self)
{
  const gboolean shown = self->opened != NULL && get_library (self) != NULL &&
                         hw_figure_detail_show (self->detail, hw_page_get_desk (HW_PAGE (self)), get_library (self), self->opened);

  gtk_stack_set_visible_child_name (self->stack, shown ? "one" : "all");
}

static void
hw_figures_page_fill (HwPage *page)
{
  HwFiguresPage *self = HW_FIGURES_PAGE (page);
  const HwLibrary *library = get_library (self);

  if (library == NULL)
    return;

  fill_summary (self, library);
  fill_table (self);
  fill_detail (self);
}

static void
hw_figures_page_forget (HwPage *page)
{
  HwFiguresPage *self = HW_FIGURES_PAGE (page);

  g_clear_pointer (&self->opened, g_free);
  hw_figure_detail_forget (self->detail);
  hw_data_table_forget (self->table);
  gtk_stack_set_visible_child_name (self->stack, "all");
  chosen_cb (self);
}

static void
choice_cb (HwFiguresPage *self)
{
  fill_table (self);
}

static void
open_cb (HwFiguresPage *self)
{
  const HwFigure *figure = get_chosen (self);

  if (figure != NULL)
    hw_figures_page_open (self, figure->metric->id);
}

static void
type_cb (HwFiguresPage *self)
{
  const HwFigure *figure = get_chosen (self);

  if (figure != NULL)
    hw_figure_type_in (GTK_WIDGET (self), hw_page_get_desk (HW_PAGE (self)), figure->metric);
}

static void
own_cb (HwFiguresPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  if (desk != NULL && hw_desk_get_session (desk) != NULL)
    hw_figure_make (GTK_WIDGET (self), desk, NULL);
}

/* Back to the row it came from. */
static void
left_cb (HwFiguresPage *self)
{
  g_clear_pointer (&self->opened, g_free);
  gtk_stack_set_visible_child_name (self->stack, "all");
  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

static void
hw_figures_page_dispose (GObject *object)
{
  HwFiguresPage *self = HW_FIGURES_PAGE (object);

  g_clear_pointer (&self->opened, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_FIGURES_PAGE);

  G_OBJECT_CLASS (hw_figures_page_parent_class)->dispose (object);
}

static void
hw_figures_page_class_init (HwFiguresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_figures_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_LIBRARY);
  page_class->fill = hw_figures_page_fill;
  page_class->forget = hw_figures_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  g_type_ensure (HW_TYPE_FIGURE_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/figures/hw-figures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, choice_drop);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, table);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, type_button);
  gtk_widget_class_bind_template_child (widget_class, HwFiguresPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
hw_figures_page_init (HwFiguresPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  for (guint i = 0; i < HW_FIGURES_N; i++)
    gtk_string_list_append (names, hw_figure_choice_name (i));
  gtk_drop_down_set_model (self->choice_drop, G_LIST_MODEL (names));
  hw_drop_down_name (self->choice_drop, _("Which figures"));
  g_signal_connect_object (self->choice_drop, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  hw_figure_rows_set_up (self->table);
  chosen_cb (self);
}

void
hw_figures_page_open (HwFiguresPage *self,
                      const char    *metric)
{
  g_return_if_fail (HW_IS_FIGURES_PAGE (self));

  g_free (self->opened);
  self->opened = g_strdup (metric);
  fill_detail (self);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}
