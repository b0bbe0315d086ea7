/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: under their title, drawn the same way as on the screen. The
 * file is made in memory and put in its place whole. */
#include "chart/hw-chart-kind.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

/* Cairo's own limit of a picture's side. */
#define LARGEST_SIDE 32767

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The title in bold, the chart in what is left. */
static void
draw_page (HwChart       *self,
           cairo_t       *cr,
           double         width,
           double         height,
           const HwTheme *theme)
{
  double title_height = 0.0;
  HwInk ink;

  hw_ink_init (&ink, cr, theme);

  if (!theme->transparent)
    {
      hw_ink_colour (&ink, &theme->paper, 1.0);
      cairo_paint (cr);
    }

  if (self->title[0] != '\0' && height > 10.0 * ink.line && width > 4.0 * ink.em)
    {
      hw_ink_set_text (&ink, self->title, TRUE, width - 1.4 * ink.em, 2);
      hw_ink_text_size (&ink, NULL, &title_height);
      hw_ink_show (&ink, 0.7 * ink.em, 0.7 * ink.em, &theme->text);
      title_height = ceil (title_height + 0.7 * ink.em);
    }

  hw_ink_clear (&ink);
  cairo_translate (cr, 0.0, title_height);
  hw_chart_draw (self, cr, width, height - title_height, theme, -1);
}

static gboolean
write_whole (const char     *path,
             GByteArray     *bytes,
             cairo_status_t  status,
             GError        **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "no picture could be made for %s: %s", path,
                   cairo_status_to_string (status));
      return FALSE;
    }

  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}

/* Draws on @surface, whose bytes go to @bytes, and is done with it. */
static gboolean
write_drawing (HwChart          *self,
               cairo_surface_t  *surface,
               GByteArray       *bytes,
               const char       *path,
               double            width,
               double            height,
               const HwTheme    *theme,
               GError          **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw_page (self, cr, width, height, theme);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return write_whole (path, bytes, status, error);
}

static gboolean
check_size (double   width,
            double   height,
            GError **error)
{
  if (width >= 1.0 && height >= 1.0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "a picture of %g by %g cannot be made", width, height);
  return FALSE;
}

cairo_surface_t *
hw_chart_picture (HwChart       *self,
                  int            width,
                  int            height,
                  const HwTheme *theme)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && theme != NULL, NULL);

  if (!check_size (width, height, NULL))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  draw_page (self, cr, width, height, theme);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  else
    cairo_surface_flush (surface);

  return surface;
}

gboolean
hw_chart_write_png (HwChart        *self,
                    const char     *path,
                    int             width,
                    int             height,
                    const HwTheme  *theme,
                    GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status = CAIRO_STATUS_NO_MEMORY;

  g_return_val_if_fail (self != NULL && path != NULL && theme != NULL, FALSE);

  if (!check_size (width, height, error))
    return FALSE;

  surface = hw_chart_picture (self, width, height, theme);
  if (surface != NULL)
    {
      status = cairo_surface_write_to_png_stream (surface, take_bytes, bytes);
      cairo_surface_destroy (surface);
    }

  return write_whole (path, bytes, status, error);
}

gboolean
hw_chart_write_svg (HwChart        *self,
                    const char     *path,
                    double          width_pt,
                    double          height_pt,
                    const HwTheme  *theme,
                    GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL && path != NULL && theme != NULL, FALSE);

  if (!check_size (width_pt, height_pt, error))
    return FALSE;

  surface = cairo_svg_surface_create_for_stream (take_bytes, bytes, width_pt, height_pt);
  return write_drawing (self, surface, bytes, path, width_pt, height_pt, theme, error);
}

gboolean
hw_chart_write_pdf (HwChart        *self,
                    const char     *path,
                    double          width_pt,
                    double          height_pt,
                    const HwTheme  *theme,
                    GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL && path != NULL && theme != NULL, FALSE);

  if (!check_size (width_pt, height_pt, error))
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, width_pt, height_pt);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Headway");
  /* No date of making: the same chart gives the same bytes. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");

  return write_drawing (self, surface, bytes, path, width_pt, height_pt, theme, error);
}

char *
hw_chart_to_tsv (const HwChart *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (int row = -1; row < (int) hw_chart_n_rows (self); row++)
    {
      for (guint column = 0; column < hw_chart_n_columns (self); column++)
        {
          g_autofree char *cell = hw_chart_cell (self, row, column);

          /* Whatever a name holds, the table keeps its shape. */
          g_strdelimit (cell, "\t\r\n", ' ');
          if (column > 0)
            g_string_append_c (text, '\t');
          g_string_append (text, cell);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
