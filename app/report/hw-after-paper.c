/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-after-paper.h"

#include "report/hw-page.h"
#include "report/hw-sheet.h"

void
hw_after_line_free (HwAfterLine *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

gboolean
hw_after_paper_write (const HwAfterPaper *paper,
                      const char         *path,
                      GError            **error)
{
  g_autoptr (HwPage) page = hw_page_new (hw_sheet_is_letter (paper->business->country), paper->title, paper->foot, paper->as_of);

  hw_page_title (page, paper->title);
  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwAfterLine *line = g_ptr_array_index (paper->lines, i);

      if (line->text == NULL)
        hw_page_section (page, line->label);
      else if (line->label == NULL)
        hw_page_text (page, line->text);
      else
        hw_page_pair (page, line->label, line->text);
    }

  return hw_page_write (page, path, error);
}
