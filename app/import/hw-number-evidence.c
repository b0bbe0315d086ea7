/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-number-private.h"

#include <string.h>

static void
copy_sign (const HwNumberBody *body,
           char        sign[12])
{
  const gsize n = MIN (body->n_sign, 11);

  memcpy (sign, body->sign, n);
  sign[n] = '\0';
}

static void
note_sign (HwNumberEvidence *self,
           const HwNumberBody       *body)
{
  char sign[12];
  guint i = 0;

  copy_sign (body, sign);
  while (i < self->n_signs && strcmp (self->signs[i].sign, sign) != 0)
    i++;
  if (i == HW_SIGNS)
    return;

  if (i == self->n_signs)
    {
      memcpy (self->signs[i].sign, sign, sizeof sign);
      self->n_signs++;
    }
  self->signs[i].cells++;
}

gboolean
hw_number_sign (const char *text,
                gsize       length,
                char        sign[12])
{
  HwNumberBody body;

  if (length == 0 || hw_text_is_nothing (text, length) || !hw_number_peel (&body, text, length) || body.sign == NULL)
    return FALSE;

  copy_sign (&body, sign);
  return TRUE;
}

static void
note_marks (HwNumberEvidence *self,
            const char       *p,
            const char       *end)
{
  char mark;
  const char sure = hw_number_judge_marks (p, end, &mark);
  const gsize n = MIN ((gsize) (end - p), sizeof self->example - 1);

  if (sure == '!')
    {
      self->numbers--;
      return;
    }

  if (sure == 'o')
    {
      if (self->open[mark == ',']++ == 0 || self->example[0] == '\0')
        {
          memcpy (self->example, p, n);
          self->example[n] = '\0';
        }
    }
  else if (sure != 0)
    self->sure[sure == ',']++;
  else if (end - p > 3 && end - p < 9 && *p != '0' && hw_number_gap (p + 1, end) == 0)
    self->plain++;
}

void
hw_number_evidence_add (HwNumberEvidence *self,
                        const char       *text,
                        gsize             length)
{
  const char *p = text;
  const char *const end = text + length;
  HwNumberBody body;

  if (length == 0)
    return;

  while (p < end && g_ascii_isdigit (*p))
    p++;
  if (p == end && length <= 3)
    {
      self->filled++;
      self->numbers++;
      self->bare++;
      return;
    }

  if (hw_text_is_nothing (text, length))
    return;
  self->filled++;
  if (!hw_number_peel (&body, text, length))
    return;

  self->numbers++;
  self->negative += body.negative;
  self->percent += body.percent;
  if (body.sign != NULL)
    note_sign (self, &body);
  note_marks (self, body.p, body.end);
}

void
hw_number_evidence_add_cell (HwNumberEvidence *self,
                             const char       *text,
                             gsize             length,
                             gboolean          exact)
{
  HwNumberBody body;

  if (!exact)
    {
      hw_number_evidence_add (self, text, length);
      return;
    }
  if (length == 0)
    return;

  self->filled++;
  self->numbers++;
  if (g_ascii_isdigit (*text))
    return;

  if (!hw_number_peel (&body, text, length))
    {
      self->numbers--;
      return;
    }
  self->negative += body.negative;
  if (body.sign != NULL)
    note_sign (self, &body);
}
