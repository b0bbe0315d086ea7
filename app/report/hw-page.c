/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-page-private.h"

#include "core/hw-error.h"
#include "report/hw-out-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* In points, 72 to an inch. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define FOOT 28.0            /* from the lower edge */
#define FONT "Cantarell, Inter, DejaVu Sans, Sans"

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

void
hw_page_set_font (HwPage   *self,
          double    size,
          gboolean  bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, FONT);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
}

/* Takes the text in; its height. */
double
hw_page_set_text (HwPage         *self,
          const char     *text,
          double          width,
          PangoAlignment  align)
{
  int height;

  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (self->layout, align);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
hw_page_show (HwPage *self,
      double  x,
      double  y,
      double  grey)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

/* What reading aids are told it is; printing needs none. */
void
hw_page_tag_begin (HwPage     *self,
           const char *name)
{
  if (self->sheets == NULL)
    cairo_tag_begin (self->cr, name, NULL);
}

void
hw_page_tag_end (HwPage     *self,
         const char *name)
{
  if (self->sheets == NULL)
    cairo_tag_end (self->cr, name);
}

/* A line of the bookmarks. */
void
hw_page_add_bookmark (HwPage     *self,
              const char *text)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place = NULL;

  if (self->sheets != NULL)
    return;

  place = g_strdup_printf ("page=%d pos=[0 %s]", self->number, g_ascii_formatd (number, sizeof number, "%.1f", MAX (self->y - HW_PAGE_BODY, 0.0)));
  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, text, place, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* Something to draw the sheet at hand on. */
static void
begin_sheet (HwPage *self)
{
  const cairo_rectangle_t extents = { 0.0, 0.0, self->width, self->height };

  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  self->cr = cairo_create (self->surface);
  self->layout = pango_cairo_create_layout (self->cr);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

static void
end_sheet (HwPage *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_ptr_array_add (self->sheets, g_steal_pointer (&self->surface));
}

static void
draw_foot (HwPage *self)
{
  const double width = self->width - 2.0 * HW_PAGE_MARGIN, y = self->height - FOOT - HW_PAGE_SMALL;
  g_autofree char *number = g_strdup_printf ("%d", self->number);

  hw_page_set_font (self, HW_PAGE_SMALL, FALSE);
  hw_page_set_text (self, self->foot, 0.9 * width, PANGO_ALIGN_LEFT);
  hw_page_show (self, HW_PAGE_MARGIN, y, HW_PAGE_GREY);
  hw_page_set_text (self, number, width, PANGO_ALIGN_RIGHT);
  hw_page_show (self, HW_PAGE_MARGIN, y, HW_PAGE_GREY);
}

void
hw_page_turn (HwPage *self)
{
  draw_foot (self);
  if (self->sheets != NULL)
    {
      end_sheet (self);
      begin_sheet (self);
    }
  else
    {
      cairo_show_page (self->cr);
    }
  self->number++;
  self->y = HW_PAGE_MARGIN;
}

void
hw_page_need (HwPage *self,
      double  height)
{
  if (self->y > HW_PAGE_MARGIN && self->y + height > self->height - HW_PAGE_MARGIN)
    hw_page_turn (self);
}

static HwPage *
new_page (gboolean    letter,
          const char *foot)
{
  HwPage *self = g_new0 (HwPage, 1);

  self->width = letter ? LETTER_WIDTH : A4_WIDTH;
  self->height = letter ? LETTER_HEIGHT : A4_HEIGHT;
  self->foot = g_strdup (foot);
  self->number = 1;
  self->y = HW_PAGE_MARGIN;
  return self;
}

HwPage *
hw_page_new (gboolean    letter,
             const char *title,
             const char *foot,
             HwDay       made)
{
  HwPage *self = new_page (letter, foot);
  char day[HW_DAY_ISO_SIZE];
  g_autofree char *stamp = g_strdup_printf ("%sT00:00:00Z", hw_day_write_iso (made, day));

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (take_bytes, self->bytes, self->width, self->height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Headway");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
  self->cr = cairo_create (self->surface);
  self->layout = pango_cairo_create_layout (self->cr);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  hw_page_tag_begin (self, "Document");
  return self;
}

HwPage *
hw_page_new_to_print (gboolean    letter,
                      const char *foot)
{
  HwPage *self = new_page (letter, foot);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  begin_sheet (self);
  return self;
}

void
hw_page_free (HwPage *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->layout);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->foot);
  g_free (self);
}

GPtrArray *
hw_page_take_sheets (HwPage *self)
{
  g_return_val_if_fail (self->sheets != NULL, NULL);

  draw_foot (self);
  end_sheet (self);
  return g_steal_pointer (&self->sheets);
}

gboolean
hw_page_write (HwPage      *self,
               const char  *path,
               GError     **error)
{
  g_auto (HwOutFile) out = { NULL, NULL };
  g_autoptr (GError) local = NULL;
  cairo_status_t status;

  draw_foot (self);
  hw_page_tag_end (self, "Document");
  cairo_show_page (self->cr);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "%s: %s", path, cairo_status_to_string (status));
      return FALSE;
    }

  if (!hw_out_file_begin (&out, path, error))
    return FALSE;

  if (g_file_set_contents (out.temp, (const char *) self->bytes->data, (gssize) self->bytes->len, &local))
    return hw_out_file_commit (&out, error);

  g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
  return FALSE;
}
