/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-menu.h"

#include <glib/gi18n.h>

char *
hw_chart_menu_series_action (guint series)
{
  return g_strdup_printf ("series-%u", series);
}

/* Names are data: an underscore in them is no mnemonic. */
static void
append_series (GMenu      *menu,
               const char *name,
               guint       series)
{
  g_autofree char *action = hw_chart_menu_series_action (series);
  g_autofree char *detailed = g_strconcat (HW_CHART_ACTIONS, ".", action, NULL);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_append (menu, label, detailed);
}

static GMenu *
series_menu (const HwChart *chart)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < hw_chart_n_series (chart); i++)
    append_series (menu, hw_chart_series_name (chart, i), i);

  return menu;
}

GMenuModel *
hw_chart_menu_new (const HwChart *chart)
{
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (hw_chart_n_series (chart) > 0)
    {
      g_autoptr (GMenu) series = series_menu (chart);

      /* Translators: in a chart's menu, the list of lines and bars that can be shown or not. */
      g_menu_append_submenu (look, _("Shown"), G_MENU_MODEL (series));
    }
  if (hw_chart_can_zoom (chart))
    /* Translators: in a chart's menu: all of it again, after looking at a part. */
    g_menu_append (look, _("Whole chart"), HW_CHART_ACTIONS ".whole");
  g_menu_append (look, _("Show as table"), HW_CHART_ACTIONS ".table");

  g_menu_append (copies, _("Copy picture"), HW_CHART_ACTIONS ".copy-picture");
  g_menu_append (copies, _("Copy figures"), HW_CHART_ACTIONS ".copy-figures");

  g_menu_append (files, _("Save as picture (PNG)"), HW_CHART_ACTIONS ".save-png");
  g_menu_append (files, _("Save as drawing (SVG)"), HW_CHART_ACTIONS ".save-svg");
  g_menu_append (files, _("Save as PDF"), HW_CHART_ACTIONS ".save-pdf");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}
