/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-page.h"

#include "core/hw-error.h"
#include "report/hw-out-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* In points, 72 to an inch. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define MARGIN 56.7          /* 2 cm */
#define FOOT 28.0            /* from the lower edge */
#define BODY 10.0
#define TITLE 20.0
#define SECTION 13.0
#define SMALL 8.5
#define SIGN_WIDTH 18.0      /* of the room for a point's sign */
#define LABEL_SHARE 0.30     /* of the width, for a pair's label */
#define FIRST_SHARE 0.40     /* of the width, for the first cell of a row */
#define KEEP_WITH 60.0       /* a section needs so much room below it */
#define GREY 0.40
#define HAIR 0.6
#define FONT "Cantarell, Inter, DejaVu Sans, Sans"

struct _HwPage
{
  GByteArray      *bytes;    /* (owned) */
  cairo_surface_t *surface;  /* (owned) */
  cairo_t         *cr;       /* (owned) */
  PangoLayout     *layout;   /* (owned) */
  char            *foot;     /* (owned) */
  double           width, height, y;
  int              number;
};

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_font (HwPage   *self,
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
static double
set_text (HwPage         *self,
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

static void
show (HwPage *self,
      double  x,
      double  y,
      double  grey)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

static void
draw_foot (HwPage *self)
{
  const double width = self->width - 2.0 * MARGIN, y = self->height - FOOT - SMALL;
  g_autofree char *number = g_strdup_printf ("%d", self->number);

  set_font (self, SMALL, FALSE);
  set_text (self, self->foot, 0.9 * width, PANGO_ALIGN_LEFT);
  show (self, MARGIN, y, GREY);
  set_text (self, number, width, PANGO_ALIGN_RIGHT);
  show (self, MARGIN, y, GREY);
}

static void
turn (HwPage *self)
{
  draw_foot (self);
  cairo_show_page (self->cr);
  self->number++;
  self->y = MARGIN;
}

static void
need (HwPage *self,
      double  height)
{
  if (self->y > MARGIN && self->y + height > self->height - MARGIN)
    turn (self);
}

HwPage *
hw_page_new (gboolean    letter,
             const char *title,
             const char *foot,
             HwDay       made)
{
  HwPage *self = g_new0 (HwPage, 1);
  char day[HW_DAY_ISO_SIZE];
  g_autofree char *stamp = g_strdup_printf ("%sT00:00:00Z", hw_day_write_iso (made, day));

  self->bytes = g_byte_array_new ();
  self->width = letter ? LETTER_WIDTH : A4_WIDTH;
  self->height = letter ? LETTER_HEIGHT : A4_HEIGHT;
  self->surface = cairo_pdf_surface_create_for_stream (take_bytes, self->bytes, self->width, self->height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Headway");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
  self->cr = cairo_create (self->surface);
  self->layout = pango_cairo_create_layout (self->cr);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->foot = g_strdup (foot);
  self->number = 1;
  self->y = MARGIN;
  return self;
}

void
hw_page_free (HwPage *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->layout);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_free (self->foot);
  g_free (self);
}

static void
add (HwPage     *self,
     const char *text,
     double      size,
     gboolean    bold,
     double      before,
     double      after,
     double      keep,
     double      grey)
{
  double height;

  set_font (self, size, bold);
  height = set_text (self, text, self->width - 2.0 * MARGIN, PANGO_ALIGN_LEFT);
  if (self->y > MARGIN)
    self->y += before;
  if (self->y + height + keep > self->height - MARGIN && self->y > MARGIN)
    {
      turn (self);
      set_font (self, size, bold);
      set_text (self, text, self->width - 2.0 * MARGIN, PANGO_ALIGN_LEFT);
    }

  show (self, MARGIN, self->y, grey);
  self->y += height + after;
}

void
hw_page_title (HwPage     *self,
               const char *text)
{
  add (self, text, TITLE, TRUE, 0.0, 4.0, 0.0, 0.0);
}

void
hw_page_section (HwPage     *self,
                 const char *text)
{
  add (self, text, SECTION, TRUE, 11.0, 4.0, KEEP_WITH, 0.0);
}

void
hw_page_text (HwPage     *self,
              const char *text)
{
  add (self, text, BODY, FALSE, 2.0, 4.0, 0.0, 0.0);
}

void
hw_page_strong (HwPage     *self,
                const char *text)
{
  add (self, text, BODY, TRUE, 3.0, 2.0, 2.0 * BODY, 0.0);
}

void
hw_page_note (HwPage     *self,
              const char *text)
{
  add (self, text, SMALL, FALSE, 0.0, 4.0, 0.0, GREY);
}

/* Words at the left, words beside them; the taller one counts. */
static void
add_beside (HwPage     *self,
            const char *left,
            gboolean    bold,
            double      room,
            const char *right)
{
  const double width = self->width - 2.0 * MARGIN;
  double height, other;

  set_font (self, BODY, bold);
  height = set_text (self, left, room - 6.0, PANGO_ALIGN_LEFT);
  set_font (self, BODY, FALSE);
  other = set_text (self, right, width - room, PANGO_ALIGN_LEFT);
  height = MAX (height, other);
  need (self, height);

  set_font (self, BODY, bold);
  set_text (self, left, room - 6.0, PANGO_ALIGN_LEFT);
  show (self, MARGIN, self->y, 0.0);
  set_font (self, BODY, FALSE);
  set_text (self, right, width - room, PANGO_ALIGN_LEFT);
  show (self, MARGIN + room, self->y, 0.0);
  self->y += height + 3.0;
}

void
hw_page_point (HwPage     *self,
               const char *sign,
               const char *text)
{
  add_beside (self, sign, FALSE, SIGN_WIDTH, text);
}

void
hw_page_pair (HwPage     *self,
              const char *label,
              const char *value)
{
  add_beside (self, label, TRUE, LABEL_SHARE * (self->width - 2.0 * MARGIN), value);
}

void
hw_page_row (HwPage            *self,
             gboolean           bold,
             const char *const *cells)
{
  const double width = self->width - 2.0 * MARGIN;
  const double rest = width * (1.0 - FIRST_SHARE) / (HW_PAGE_COLUMNS - 1);
  double height = 0.0;

  set_font (self, BODY, bold);
  for (int c = 0; c < HW_PAGE_COLUMNS && cells[c] != NULL; c++)
    {
      const double own = set_text (self, cells[c], c == 0 ? FIRST_SHARE * width - 6.0 : rest - 6.0,
                                   c == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

      height = MAX (height, own);
    }

  need (self, height);
  set_font (self, BODY, bold);
  for (int c = 0; c < HW_PAGE_COLUMNS && cells[c] != NULL; c++)
    {
      set_text (self, cells[c], c == 0 ? FIRST_SHARE * width - 6.0 : rest - 6.0, c == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      show (self, MARGIN + (c == 0 ? 0.0 : FIRST_SHARE * width + (c - 1) * rest), self->y, 0.0);
    }

  self->y += height + 2.0;
  cairo_set_line_width (self->cr, HAIR);
  cairo_set_source_rgb (self->cr, 1.0 - GREY / 2.0, 1.0 - GREY / 2.0, 1.0 - GREY / 2.0);
  cairo_move_to (self->cr, MARGIN, self->y);
  cairo_line_to (self->cr, MARGIN + width, self->y);
  cairo_stroke (self->cr);
  self->y += 3.0;
}

void
hw_page_sign (HwPage     *self,
              const char *left,
              const char *right)
{
  const double width = self->width - 2.0 * MARGIN, half = 0.46 * width;

  need (self, 60.0);
  self->y += 38.0;
  cairo_set_line_width (self->cr, HAIR);
  cairo_set_source_rgb (self->cr, 0.0, 0.0, 0.0);
  cairo_move_to (self->cr, MARGIN, self->y);
  cairo_line_to (self->cr, MARGIN + half, self->y);
  cairo_move_to (self->cr, MARGIN + width - half, self->y);
  cairo_line_to (self->cr, MARGIN + width, self->y);
  cairo_stroke (self->cr);
  set_font (self, SMALL, FALSE);
  set_text (self, left, half, PANGO_ALIGN_LEFT);
  show (self, MARGIN, self->y + 3.0, GREY);
  set_text (self, right, half, PANGO_ALIGN_LEFT);
  show (self, MARGIN + width - half, self->y + 3.0, GREY);
  self->y += 3.0 + 2.0 * SMALL;
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
