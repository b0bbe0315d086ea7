/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-print.h"

typedef struct
{
  GPtrArray   *sheets; /* (owned) */
  HwPrintFunc  done;
  gpointer     owner;  /* (owned) */
} Printing;

static void
sheet_size (cairo_surface_t *sheet,
            double          *width,
            double          *height)
{
  cairo_rectangle_t extents = { 0 };

  cairo_recording_surface_get_extents (sheet, &extents);
  *width = extents.width;
  *height = extents.height;
}

/* As large as the paper takes it, whatever its size. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  cairo_surface_t *sheet = g_ptr_array_index (self->sheets, page);
  double width, height, scale;

  sheet_size (sheet, &width, &height);
  if (!(width > 0.0 && height > 0.0))
    return;

  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, sheet, 0.0, 0.0);
  cairo_paint (cr);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Printing                *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  self->done (self->owner, result == GTK_PRINT_OPERATION_RESULT_APPLY, error);
  g_object_unref (self->owner);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

void
hw_print_sheets (GtkWindow   *parent,
                 const char  *title,
                 GPtrArray   *sheets,
                 HwPrintFunc  done,
                 gpointer     owner)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *self = g_new0 (Printing, 1);

  self->sheets = g_ptr_array_ref (sheets);
  self->done = done;
  self->owner = g_object_ref (owner);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) sheets->len);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), self);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
