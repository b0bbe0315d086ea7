/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-ods-value.h"

#include "import/hw-xlsx-value.h"

#include "core/hw-day.h"

#include <string.h>

static void
set (GByteArray      *to,
     const HwXmlText *text)
{
  g_byte_array_set_size (to, 0);
  if (text->length <= HW_CSV_MAX_RECORD)
    g_byte_array_append (to, (const guint8 *) text->text, (guint) text->length);
}

/* "-12.50", "1.2E5". */
static gboolean
make_number (GByteArray *text)
{
  static const HwNumberFormat plain = { HW_FORMAT_PLAIN, 0, "" };
  char out[HW_VALUE_TEXT];
  gsize n;

  if (hw_number_format_read (&plain, FALSE, (const char *) text->data, text->len, out, &n) != HW_CELL_NUMBER)
    return FALSE;

  set (text, &(HwXmlText) { out, n });
  return TRUE;
}

static gboolean
all_like (const GByteArray *text,
          const char       *like)
{
  const gsize n = strlen (like);

  if (text->len < n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (like[i] == '0' ? !g_ascii_isdigit (text->data[i]) : (char) text->data[i] != like[i])
      return FALSE;

  return TRUE;
}

/* "2026-01-31T13:45:00.000" becomes "2026-01-31 13:45:00". */
static gboolean
make_date (GByteArray *text)
{
  char day[HW_DAY_ISO_SIZE] = "";

  if (!all_like (text, "0000-00-00"))
    return FALSE;
  memcpy (day, text->data, sizeof day - 1);
  if (hw_day_from_iso (day) == HW_DAY_NONE || (text->len > 10 && !all_like (text, "0000-00-00T00:00:00")))
    return FALSE;
  if (text->len == 10)
    return TRUE;

  text->data[10] = ' ';
  g_byte_array_set_size (text, memcmp (text->data + 11, "00:00:00", 8) == 0 ? 10 : 19);
  return TRUE;
}

/* "PT13H45M00S" becomes "13:45:00". */
static gboolean
make_time (GByteArray *text)
{
  static const char marks[] = { 'H', 'M', 'S' };
  char out[32];
  int parts[3] = { 0, 0, 0 };
  guint at = 2;

  if (text->len < 4 || memcmp (text->data, "PT", 2) != 0)
    return FALSE;

  for (int i = 0; i < 3; i++)
    {
      guint p = at;
      int value = 0;

      for (; p < text->len && p < at + 6 && g_ascii_isdigit (text->data[p]); p++)
        value = value * 10 + (text->data[p] - '0');
      while (i == 2 && p < text->len && text->data[p] != 'S')
        p++;
      if (p == at || p == text->len || (char) text->data[p] != marks[i])
        continue;
      parts[i] = value;
      at = p + 1;
    }

  g_snprintf (out, sizeof out, "%02d:%02d:%02d", parts[0], parts[1], parts[2]);
  set (text, &(HwXmlText) { out, strlen (out) });
  return at > 2;
}

HwCellHint
hw_ods_value_read (const HwXmlAttributes *attributes,
                   GByteArray            *out)
{
  HwXmlText type, value;
  HwCellHint hint = HW_CELL_TEXT;
  gboolean fine = FALSE;

  g_byte_array_set_size (out, 0);
  if (!hw_xml_attribute (attributes, "value-type", &type))
    return HW_CELL_TEXT;

  if (hw_xml_text_is (&type, "float") || hw_xml_text_is (&type, "currency") || hw_xml_text_is (&type, "percentage"))
    {
      hw_xml_attribute (attributes, "value", &value);
      set (out, &value);
      hint = HW_CELL_NUMBER;
      fine = make_number (out);
    }
  else if (hw_xml_text_is (&type, "date"))
    {
      hw_xml_attribute (attributes, "date-value", &value);
      set (out, &value);
      hint = HW_CELL_DATE;
      fine = make_date (out);
    }
  else if (hw_xml_text_is (&type, "time"))
    {
      hw_xml_attribute (attributes, "time-value", &value);
      set (out, &value);
      hint = HW_CELL_DATE;
      fine = make_time (out);
    }
  else if (hw_xml_text_is (&type, "boolean"))
    {
      hw_xml_attribute (attributes, "boolean-value", &value);
      set (out, hw_xml_text_is (&value, "true") ? &(HwXmlText) { "TRUE", 4 } : &(HwXmlText) { "FALSE", 5 });
      hint = HW_CELL_BOOL;
      fine = TRUE;
    }
  else if (hw_xml_attribute (attributes, "string-value", &value))
    {
      set (out, &value);
      fine = TRUE;
    }

  return fine ? hint : HW_CELL_TEXT;
}
