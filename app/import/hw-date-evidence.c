/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-date-evidence.h"

#include <string.h>

static void
note_open (HwDateEvidence    *self,
           const HwDateParts *parts,
           const char        *text,
           gsize              length,
           int                year_now)
{
  HwMarkEvidence *mark = &self->marks[parts->mark];
  int fitting = 0, last = 0;

  for (int o = 0; o < HW_ORDER_N; o++)
    if (hw_date_join (parts, (HwDateOrder) o, year_now) != HW_DAY_NONE)
      {
        mark->fits[o]++;
        fitting++;
        last = o;
      }

  if (fitting == 0)
    return;

  self->dates++;
  if (fitting == 1)
    mark->only[last]++;
  else if (self->example[0] == '\0' && parts->part[0] != parts->part[1])
    {
      const gsize n = MIN (length, sizeof self->example - 1);

      memcpy (self->example, text, n);
      self->example[n] = '\0';
    }

  for (int i = 0; i < 3; i++)
    {
      mark->low[i] = mark->open == 0 ? parts->part[i] : MIN (mark->low[i], parts->part[i]);
      mark->high[i] = mark->open == 0 ? parts->part[i] : MAX (mark->high[i], parts->part[i]);
    }
  mark->open++;
}

void
hw_date_evidence_add (HwDateEvidence *self,
                      const char     *text,
                      gsize           length,
                      int             year_now)
{
  HwDateParts parts;
  int month, day;

  if (length == 0)
    return;

  self->filled++;
  if (!hw_date_split (text, length, &parts))
    {
      const gboolean yearless = hw_date_split_yearless (text, length, &month, &day);

      self->dates += yearless;
      self->yearless += yearless;
      self->serials += !yearless && hw_date_split_serial (text, length, &parts);
    }
  else if (parts.clear)
    self->dates++;
  else
    note_open (self, &parts, text, length, year_now);
}

/* Year first with two digits is believed only where the first part hardly moves
 * and the last one does, or nothing else fits. */
static gboolean
year_may_lead (const HwMarkEvidence *mark)
{
  const int first = mark->high[0] - mark->low[0];
  const int last = mark->high[2] - mark->low[2];

  return first <= 3 && last > first && mark->low[0] >= 13;
}

static HwDateOrder
judge_mark (const HwMarkEvidence *mark,
            HwDateMark            which)
{
  HwDateOrder best = HW_ORDER_UNKNOWN;
  int whole = 0;
  gint64 misfit[HW_ORDER_N];

  for (int o = 0; o < HW_ORDER_N; o++)
    {
      misfit[o] = mark->open - mark->fits[o];
      if (misfit[o] > 0 || (o == HW_ORDER_YMD && !year_may_lead (mark) && (misfit[HW_ORDER_DMY] == 0 || misfit[HW_ORDER_MDY] == 0)))
        continue;
      whole++;
      best = (HwDateOrder) o;
    }

  if (whole == 1)
    return best;
  if (whole > 1 && misfit[HW_ORDER_YMD] == 0 && year_may_lead (mark) && mark->high[2] - mark->low[2] > 5)
    return HW_ORDER_YMD;
  if (whole > 1)
    return which == HW_MARK_DOT && misfit[HW_ORDER_DMY] == 0 && !year_may_lead (mark) ? HW_ORDER_DMY : HW_ORDER_UNKNOWN;

  /* No order fits all: one that fits nearly all, where no other comes near. */
  for (int o = 0; o < HW_ORDER_N; o++)
    {
      gboolean clear = TRUE;

      for (int other = 0; other < HW_ORDER_N; other++)
        clear &= other == o || misfit[o] * 9 <= misfit[other];
      if (clear)
        return (HwDateOrder) o;
    }

  return HW_ORDER_UNKNOWN;
}

gboolean
hw_date_evidence_judge (const HwDateEvidence *self,
                        HwDateOrder           orders[HW_MARK_N])
{
  gboolean known = TRUE;

  for (int m = 0; m < HW_MARK_N; m++)
    orders[m] = self->marks[m].open > 0 ? judge_mark (&self->marks[m], (HwDateMark) m) : HW_ORDER_UNKNOWN;

  /* What another mark of the same column proves, where it fits. */
  for (int m = 0; m < HW_MARK_N; m++)
    for (int other = 0; other < HW_MARK_N && self->marks[m].open > 0 && orders[m] == HW_ORDER_UNKNOWN; other++)
      if (other != m && self->marks[other].open > 0 && orders[other] != HW_ORDER_UNKNOWN
          && (self->marks[m].open - self->marks[m].fits[orders[other]]) * 20 <= self->marks[m].open)
        orders[m] = orders[other];

  for (int m = 0; m < HW_MARK_N; m++)
    known &= self->marks[m].open == 0 || orders[m] != HW_ORDER_UNKNOWN;

  return known;
}
