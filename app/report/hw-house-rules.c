/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything is laid out in large letters first; if it is longer than the page, all of
 * them get smaller by the same share until it is not. */
#include "report/hw-house-rules.h"

#include "core/hw-error.h"
#include "report/hw-out-file.h"
#include "report/hw-sheet.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* Points. */
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define MARGIN 56.7
#define TITLE_SIZE 22.0
#define HEADING_SIZE 13.0
#define TEXT_SIZE 11.0
#define NOTE_SIZE 9.0
#define SIGN_HEIGHT 96.0     /* kept for date, name and signature */
#define LARGEST 1.24         /* of full size */
#define SMALLEST 0.5
#define STEP 0.04
#define USES_MOST 8
#define LINES_MOST 3         /* of one part */
#define FONT "Cantarell, Inter, DejaVu Sans, Sans"

typedef enum { PART_TITLE, PART_NOTE, PART_HEADING, PART_LINE } PartKind;

typedef struct
{
  PartKind  kind;
  char     *text; /* (owned) */
} Part;

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->text);
}

static void
add (GArray     *parts,
     PartKind    kind,
     const char *text)
{
  const Part part = { kind, g_strdup (text) };

  g_array_append_val (parts, part);
}

static void
add_uses (const HwHouseRules *self,
          GArray             *parts)
{
  add (parts, PART_HEADING, _("What we use them for"));
  for (guint i = 0; self->uses[i] != NULL && i < USES_MOST; i++)
    add (parts, PART_LINE, self->uses[i]);
  if (self->uses[0] == NULL)
    add (parts, PART_LINE, _("To foresee what will sell, and to plan orders"));

  add (parts, PART_LINE, _("For nothing else, until it stands on this page"));
}

static void
add_never (const HwHouseRules *self,
           GArray             *parts)
{
  add (parts, PART_HEADING, _("What never goes into a tool of another firm"));
  add (parts, PART_LINE, _("Names, phone numbers and addresses of customers"));
  add (parts, PART_LINE, _("Pay slips, sick notes and all about health"));
  add (parts, PART_LINE, _("Passwords, bank data and contracts"));
  if (self->data)
    add (parts, PART_LINE, _("Other data about people, unless the work cannot be done without; then with no names"));
  if (self->children)
    add (parts, PART_LINE, _("Anything about children"));
}

static void
add_checks (const HwHouseRules *self,
            GArray             *parts)
{
  gboolean any = FALSE;

  add (parts, PART_HEADING, _("Who looks at the results"));
  for (guint i = 0; self->uses[i] != NULL && i < USES_MOST; i++)
    if (*self->checkers[i] != '\0')
      {
        /* Translators: 1 what is tried, 2 who looks after it. */
        g_autofree char *line = g_strdup_printf (_("%1$s: %2$s"), self->uses[i], self->checkers[i]);

        add (parts, PART_LINE, line);
        any = TRUE;
      }

  if (!any)
    add (parts, PART_LINE, _("Name: ______________________________"));
  add (parts, PART_LINE, _("Nothing reaches a customer, the team or a supplier before one of us has looked at it. That person may change it or say no."));
}

static void
add_telling (const HwHouseRules *self,
             GArray             *parts)
{
  add (parts, PART_HEADING, _("When we tell people"));
  add (parts, PART_LINE, _("A machine that chats or takes calls says so first."));
  add (parts, PART_LINE, _("Pictures and voices made by a machine are marked."));
  if (self->people)
    add (parts, PART_LINE, _("If a tool helped to decide about somebody, we say so. They can ask one of us to look again."));
}

static void
add_asking (const HwHouseRules *self,
            GArray             *parts)
{
  add (parts, PART_HEADING, _("Whom to ask"));
  add (parts, PART_LINE, *self->ask != '\0' ? self->ask : _("Name: ______________________________"));
  add (parts, PART_LINE, _("If a result looks odd, stop and ask. Nobody gets into trouble for that."));
}

/* All words of the page, from the top. */
static GArray *
make_parts (const HwHouseRules *self)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  /* Translators: %s is the name of a business. */
  g_autofree char *title = g_strdup_printf (_("House rules of %s"), self->business->name);
  /* Translators: 1 and 2 are days, a year apart. */
  g_autofree char *note = g_strdup_printf (_("For tools that forecast, write, draw or choose. As of %1$s; we look at them again by %2$s."),
                                           self->today, self->again);

  g_array_set_clear_func (parts, clear_part);
  add (parts, PART_TITLE, title);
  add (parts, PART_NOTE, note);
  add_uses (self, parts);
  add_never (self, parts);
  add_checks (self, parts);
  add_telling (self, parts);
  add_asking (self, parts);
  return parts;
}

char *
hw_house_rules_dup_text (const HwHouseRules *self)
{
  g_autoptr (GArray) parts = make_parts (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      g_string_append_printf (text, "%s%s%s\n", part->kind == PART_HEADING ? "\n" : "", part->kind == PART_LINE ? "• " : "",
                              part->text);
    }

  return g_string_free (text, FALSE);
}

/* --- the page --- */

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
  double       width;  /* between the margins */
  double       scale;
  gboolean     show;   /* else only measured */
} Pen;

static void
set_font (const Pen *pen,
          double     size,
          gboolean   bold)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, size * pen->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (pen->layout, font);
  pango_font_description_free (font);
}

/* Sets @text from @x on and gives the height it takes. */
static double
set_text (const Pen  *pen,
          const char *text,
          double      x,
          double      y)
{
  PangoRectangle box;

  pango_layout_set_width (pen->layout, (int) ((pen->width - x) * PANGO_SCALE));
  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_get_extents (pen->layout, NULL, &box);
  if (pen->show)
    {
      cairo_move_to (pen->cr, x, y);
      pango_cairo_show_layout (pen->cr, pen->layout);
    }

  return (double) box.height / PANGO_SCALE;
}

static double
set_part (const Pen  *pen,
          const Part *part,
          double      y)
{
  const double line = TEXT_SIZE * pen->scale;

  switch (part->kind)
    {
    case PART_TITLE:
      set_font (pen, TITLE_SIZE, TRUE);
      return set_text (pen, part->text, 0.0, y) + 0.3 * line;

    case PART_NOTE:
      set_font (pen, NOTE_SIZE, FALSE);
      return set_text (pen, part->text, 0.0, y) + 0.6 * line;

    case PART_HEADING:
      set_font (pen, HEADING_SIZE, TRUE);
      return 1.1 * line + set_text (pen, part->text, 0.0, y + 1.1 * line) + 0.3 * line;

    case PART_LINE:
    default:
      set_font (pen, TEXT_SIZE, FALSE);
      set_text (pen, "•", 0.0, y);
      return set_text (pen, part->text, 1.4 * line, y) + 0.35 * line;
    }
}

static double
set_parts (const Pen    *pen,
           const GArray *parts)
{
  double y = 0.0;

  for (guint i = 0; i < parts->len; i++)
    y += set_part (pen, &g_array_index (parts, Part, i), y);

  return y;
}

/* Date, name and signature, each under a line, at the foot of the page. */
static void
set_signature (Pen    *pen,
               double  y)
{
  const char *const words[] = { _("Date"), _("Name"), _("Signature") };
  const double gap = 18.0;
  const double width = (pen->width - 2.0 * gap) / 3.0;

  pen->scale = 1.0;
  set_font (pen, NOTE_SIZE, FALSE);
  cairo_set_line_width (pen->cr, 0.7);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const double x = i * (width + gap);

      cairo_move_to (pen->cr, x, y);
      cairo_line_to (pen->cr, x + width, y);
      cairo_stroke (pen->cr);
      set_text (pen, words[i], x, y + 4.0);
    }
}

static void
draw (cairo_t      *cr,
      const GArray *parts,
      double        width,
      double        height)
{
  Pen pen = { cr, pango_cairo_create_layout (cr), width - 2.0 * MARGIN, LARGEST, FALSE };
  const double room = height - 2.0 * MARGIN - SIGN_HEIGHT;

  pango_layout_set_wrap (pen.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (pen.layout, -LINES_MOST);
  pango_layout_set_ellipsize (pen.layout, PANGO_ELLIPSIZE_END);
  while (set_parts (&pen, parts) > room && pen.scale > SMALLEST)
    pen.scale -= STEP;

  pen.show = TRUE;
  cairo_translate (cr, MARGIN, MARGIN);
  set_parts (&pen, parts);
  set_signature (&pen, height - 2.0 * MARGIN - 24.0);
  g_object_unref (pen.layout);
}

static void
set_metadata (cairo_surface_t    *surface,
              const HwHouseRules *self,
              const GArray       *parts)
{
  g_autofree char *day = hw_day_to_iso (self->day);
  g_autofree char *created = g_strdup_printf ("%sT12:00:00Z", day);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, g_array_index (parts, Part, 0).text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->business->name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Headway");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static cairo_status_t
write_page (const HwHouseRules *self,
            const char         *path)
{
  const gboolean letter = hw_sheet_is_letter (self->business->country);
  const double width = letter ? LETTER_WIDTH : A4_WIDTH;
  const double height = letter ? LETTER_HEIGHT : A4_HEIGHT;
  g_autoptr (GArray) parts = make_parts (self);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, self, parts);
  draw (cr, parts, width, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
hw_house_rules_write (const HwHouseRules *self,
                      const char         *path,
                      GError            **error)
{
  g_auto (HwOutFile) file = { 0 };

  if (!hw_out_file_begin (&file, path, error))
    return FALSE;

  if (write_page (self, file.temp) != CAIRO_STATUS_SUCCESS)
    {
      hw_out_file_fail (path, EIO, error);
      return FALSE;
    }

  return hw_out_file_commit (&file, error);
}

GPtrArray *
hw_house_rules_sheets (const HwHouseRules *self)
{
  const gboolean letter = hw_sheet_is_letter (self->business->country);
  const cairo_rectangle_t paper = { 0.0, 0.0, letter ? LETTER_WIDTH : A4_WIDTH, letter ? LETTER_HEIGHT : A4_HEIGHT };
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  cairo_surface_t *sheet = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);
  cairo_t *cr = cairo_create (sheet);
  g_autoptr (GArray) parts = make_parts (self);

  draw (cr, parts, paper.width, paper.height);
  cairo_destroy (cr);
  g_ptr_array_add (sheets, sheet);
  return sheets;
}
