/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-chart-save.h"

#include <glib/gi18n.h>
#include <string.h>

/* On paper, in points; a picture has so many pixels for each. */
#define WIDTH 720
#define HEIGHT 400
#define PIXELS 2

static HwTheme
picture_theme (void)
{
  HwTheme theme = hw_theme_print;

  theme.text_size *= PIXELS;
  return theme;
}

gboolean
hw_chart_save_as (HwChart     *chart,
                  HwFileKind   kind,
                  const char  *path,
                  GError     **error)
{
  const HwTheme theme = picture_theme ();

  switch (kind)
    {
    case HW_FILE_SVG:
      return hw_chart_write_svg (chart, path, WIDTH, HEIGHT, &hw_theme_print, error);

    case HW_FILE_PDF:
      return hw_chart_write_pdf (chart, path, WIDTH, HEIGHT, &hw_theme_print, error);

    case HW_FILE_PNG:
    case HW_FILE_BUSINESS:
    case HW_FILE_CALENDAR:
    case HW_FILE_DATA:
    case HW_FILE_ORDER:
    case HW_FILE_TABLE:
    case HW_FILE_WORKBOOK:
      break;
    }

  return hw_chart_write_png (chart, path, WIDTH * PIXELS, HEIGHT * PIXELS, &theme, error);
}

char *
hw_chart_save_name (HwChart *chart)
{
  const char *title = hw_chart_get_title (chart);
  char *name = g_strdup (*title != '\0' ? title : _("Chart"));

  /* What some file systems do not take. */
  g_strdelimit (name, "/\\:*?\"<>|\n\t", ' ');
  return g_strstrip (name);
}

void
hw_chart_copy_picture (HwChart   *chart,
                       GtkWidget *widget)
{
  const HwTheme theme = picture_theme ();
  cairo_surface_t *surface = hw_chart_picture (chart, WIDTH * PIXELS, HEIGHT * PIXELS, &theme);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  if (surface == NULL)
    return;

  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * HEIGHT * PIXELS,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (WIDTH * PIXELS, HEIGHT * PIXELS, GDK_MEMORY_DEFAULT, bytes, stride);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

void
hw_chart_copy_figures (HwChart   *chart,
                       GtkWidget *widget)
{
  g_autofree char *text = hw_chart_to_tsv (chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}
