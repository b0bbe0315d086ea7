/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-book-style.h"

#include <math.h>
#include <string.h>

#define INK        0x1A1A1A
#define INK_TYPED  0x1F4E9E
#define INK_NOTE   0x5E5C64
#define INK_BAD    0x9C0006
#define INK_GOOD   0x0B5C2B
#define FILL_HEAD  0xE3EAF3
#define FILL_INPUT 0xFFF2CC
#define FILL_BAD   0xFFC7CE
#define FILL_GOOD  0xD9F2DF
#define LINE       0x7A8CA5
#define LINE_INPUT 0xD9C48A

#define DATE_LETTERS 10
#define DECIMALS_MAX 4 /* of money and quantities as they are kept */

static const char *const decimal_codes[DECIMALS_MAX + 1] = {
  "#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000",
};

/* The decimals that @scaled needs, not below @least. */
static int
needed_decimals (gint64 scaled,
                 int    least)
{
  int n = least;

  if (scaled == HW_UNKNOWN)
    return n;
  while (n < DECIMALS_MAX && hw_scaled_round (scaled, n) != scaled)
    n++;

  return n;
}

static int
unit_decimals (const HwReport *report)
{
  int n = 0;

  for (guint i = 0; i < report->rows->len; i++)
    n = needed_decimals (g_array_index (report->rows, HwReportRow, i).quantity, n);

  for (guint i = 0; report->stock != NULL && i < report->stock->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (report->stock->lines, i);

      n = needed_decimals (line->on_hand, n);
      n = needed_decimals (line->order_now, n);
    }

  return n;
}

static int
price_decimals (const HwReport *report,
                int             least)
{
  int n = least;

  for (guint i = 0; i < report->products->len; i++)
    {
      const HwProduct *product = &g_array_index (report->products, HwProduct, i);

      n = needed_decimals (product->cost, n);
      n = needed_decimals (product->price, n);
    }

  return n;
}

/* The sign in quotes, so that no letter of it is taken for a code. */
static char *
sign_code (const char *text,
           gsize       length)
{
  g_autofree char *sign = g_strndup (text, length);
  g_autofree char *plain = g_utf8_normalize (sign, -1, G_NORMALIZE_ALL_COMPOSE); /* a wide sign is a sign, a hard space a space */

  if (plain == NULL)
    return NULL;

  g_strstrip (plain);
  if (plain[0] == '\0' || strchr (plain, '"') != NULL)
    return NULL;
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isgraph (g_utf8_get_char (p)) && *p != ' ')
      return NULL;

  return g_strdup_printf ("\"%s\"", plain);
}

/* The currency's sign where the business's country writes it: read off an example. */
static char *
money_code (HwBookStyle    *self,
            const HwFormat *format,
            int             decimals)
{
  g_autofree char *example = hw_format_money_exact (format, HW_MONEY_ONE);
  const gsize first = strcspn (example, "0123456789");
  gsize last = strlen (example);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *number = NULL;

  while (last > first && !g_ascii_isdigit (example[last - 1]))
    last--;

  if (first > 0)
    before = sign_code (example, first);
  if (example[last] != '\0')
    after = sign_code (example + last, strlen (example) - last);
  if ((before == NULL) == (after == NULL))
    {
      g_clear_pointer (&before, g_free);
      g_free (after);
      after = g_strdup_printf ("\"%s\"", hw_format_get_currency (format));
    }

  if (before != NULL)
    {
      const gboolean apart = first > 0 && (example[first - 1] == ' ' || g_str_has_suffix (before, ".\"")
                                           || (first > 1 && memcmp (example + first - 2, "\u00a0", 2) == 0));

      number = g_strdup_printf ("%s%s%s", before, apart ? "\\ " : "", decimal_codes[decimals]);
    }
  else
    {
      number = g_strdup_printf ("%s\\ %s", decimal_codes[decimals], after);
    }

  self->affix = (int) g_utf8_strlen (before != NULL ? before : after, -1) - 1; /* two quotes less, a space more */
  return g_strdup_printf ("%s;[Red]\\-%s", number, number);
}

/* The country's date, read off an example whose parts cannot be mixed up. */
static char *
date_code (const HwFormat *format)
{
  g_autofree char *example = hw_format_day (format, hw_day_from_ymd (2033, 11, 22), HW_DAY_NUMERIC);
  GString *code = g_string_new (NULL);
  gboolean day = FALSE, month = FALSE, year = FALSE;

  for (const char *p = example; *p != '\0';)
    {
      if (g_str_has_prefix (p, "2033"))
        year = g_string_append (code, "yyyy") != NULL, p += 4;
      else if (g_str_has_prefix (p, "33"))
        year = g_string_append (code, "yyyy") != NULL, p += 2;
      else if (g_str_has_prefix (p, "11"))
        month = g_string_append (code, "mm") != NULL, p += 2;
      else if (g_str_has_prefix (p, "22"))
        day = g_string_append (code, "dd") != NULL, p += 2;
      else if (*p == '/')
        g_string_append_c (code, *p++);
      else if (strchr (".- ", *p) != NULL)
        g_string_append_printf (code, "\\%c", *p++);
      else
        break;
    }

  if (!day || !month || !year)
    g_string_assign (code, "yyyy\\-mm\\-dd");

  return g_string_free (code, FALSE);
}

void
hw_book_style_init (HwBookStyle    *self,
                    lxw_workbook   *book,
                    const HwFormat *format,
                    const HwReport *report)
{
  const int money = CLAMP (hw_format_get_decimals (format), 0, DECIMALS_MAX);
  const int price = price_decimals (report, money);
  const int units = unit_decimals (report);
  const int expected = MAX (1, units);

  memset (self, 0, sizeof *self);
  self->book = book;
  self->decimals[HW_CELL_MONEY] = money;
  self->decimals[HW_CELL_PRICE] = price;
  self->decimals[HW_CELL_UNITS] = units;
  self->decimals[HW_CELL_EXPECTED] = expected;
  self->decimals[HW_CELL_SHARE] = 1;
  self->decimals[HW_CELL_DAYS] = 1;
  self->decimals[HW_CELL_RATIO] = 2;

  self->codes[HW_CELL_DATE] = date_code (format);
  self->codes[HW_CELL_DAY] = g_strdup (self->codes[HW_CELL_DATE]);
  self->codes[HW_CELL_MONTH] = g_strdup ("mmm\\ yyyy");
  self->codes[HW_CELL_MONEY] = money_code (self, format, money);
  self->codes[HW_CELL_PRICE] = money_code (self, format, price);
  self->codes[HW_CELL_UNITS] = g_strdup_printf ("%s;[Red]\\-%s", decimal_codes[units], decimal_codes[units]);
  self->codes[HW_CELL_EXPECTED] = g_strdup_printf ("%s;[Red]\\-%s", decimal_codes[expected], decimal_codes[expected]);
  self->codes[HW_CELL_COUNT] = g_strdup ("#,##0;[Red]\\-#,##0");
  self->codes[HW_CELL_SHARE] = g_strdup ("0.0%;[Red]\\-0.0%");
  self->codes[HW_CELL_DAYS] = g_strdup ("#,##0.0;[Red]\\-#,##0.0");
  self->codes[HW_CELL_RATIO] = g_strdup ("#,##0.00;[Red]\\-#,##0.00");
}

void
hw_book_style_clear (HwBookStyle *self)
{
  for (guint i = 0; i < HW_CELL_N; i++)
    g_clear_pointer (&self->codes[i], g_free);
}

static lxw_format *
new_format (HwBookStyle *self)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_font_color (format, INK);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

/* To the left, a little off the figures in the column before. */
static void
dress_words (lxw_format *format)
{
  format_set_align (format, LXW_ALIGN_LEFT);
  format_set_indent (format, 1);
}

lxw_format *
hw_book_style_cell (HwBookStyle *self,
                    HwCellKind   kind,
                    HwCellRole   role)
{
  lxw_format *format = self->cells[kind][role];

  if (format != NULL)
    return format;

  format = new_format (self);
  if (self->codes[kind] != NULL)
    format_set_num_format (format, self->codes[kind]);
  if (kind == HW_CELL_TEXT || kind == HW_CELL_DATE || kind == HW_CELL_MONTH)
    dress_words (format);
  else
    format_set_align (format, LXW_ALIGN_RIGHT);

  switch (role)
    {
    case HW_ROLE_TOTAL:
      format_set_bold (format);
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, LINE);
      break;
    case HW_ROLE_INPUT:
      format_set_bg_color (format, FILL_INPUT);
      format_set_unlocked (format);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, LINE_INPUT);
      G_GNUC_FALLTHROUGH;
    case HW_ROLE_TYPED:
      format_set_font_color (format, INK_TYPED);
      break;
    case HW_ROLE_PLAIN:
    case HW_ROLE_N:
      break;
    }

  self->cells[kind][role] = format;
  return format;
}

static void
dress_head (lxw_format *format)
{
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_bg_color (format, FILL_HEAD);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, LINE);
}

static void
dress_signal (lxw_format   *format,
              lxw_color_t   ink,
              lxw_color_t   fill)
{
  format_set_font_color (format, ink);
  format_set_bg_color (format, fill);
  format_set_bold (format);
}

lxw_format *
hw_book_style_look (HwBookStyle *self,
                    HwLook       look)
{
  lxw_format *format = self->looks[look];

  if (format != NULL)
    return format;

  format = new_format (self);
  switch (look)
    {
    case HW_LOOK_TITLE:
      format_set_bold (format);
      format_set_font_size (format, 16);
      break;
    case HW_LOOK_SECTION:
      format_set_bold (format);
      format_set_font_size (format, 12);
      break;
    case HW_LOOK_NOTE:
      format_set_font_color (format, INK_NOTE);
      format_set_italic (format);
      break;
    case HW_LOOK_UNKNOWN:
      format_set_font_color (format, INK_NOTE);
      format_set_italic (format);
      format_set_align (format, LXW_ALIGN_RIGHT);
      break;
    case HW_LOOK_WRAP:
      dress_words (format);
      format_set_text_wrap (format);
      break;
    case HW_LOOK_HEAD:
      dress_head (format);
      dress_words (format);
      break;
    case HW_LOOK_HEAD_NUMBER:
      dress_head (format);
      format_set_align (format, LXW_ALIGN_RIGHT);
      break;
    case HW_LOOK_LABEL:
      dress_words (format);
      format_set_bold (format);
      break;
    case HW_LOOK_LINK:
      dress_words (format);
      format_set_font_color (format, INK_TYPED);
      format_set_underline (format, LXW_UNDERLINE_SINGLE);
      break;
    case HW_LOOK_GOOD:
      dress_signal (format, INK_GOOD, FILL_GOOD);
      break;
    case HW_LOOK_BAD:
      dress_signal (format, INK_BAD, FILL_BAD);
      break;
    case HW_LOOK_N:
      break;
    }

  self->looks[look] = format;
  return format;
}

int
hw_book_style_width (HwBookStyle *self,
                     HwCellKind   kind,
                     double       value)
{
  const int decimals = self->decimals[kind];
  const double size = kind == HW_CELL_SHARE ? fabs (value) * 100.0 : fabs (value);
  const int digits = size >= 1.0 ? (int) floor (log10 (size)) + 1 : 1;
  int width = digits + (digits - 1) / 3 + (value < 0.0 ? 1 : 0);

  if (kind == HW_CELL_DATE || kind == HW_CELL_DAY || kind == HW_CELL_MONTH)
    return DATE_LETTERS;

  if (decimals > 0)
    width += decimals + 1;
  if (kind == HW_CELL_MONEY || kind == HW_CELL_PRICE)
    width += self->affix;
  if (kind == HW_CELL_SHARE)
    width += 1;

  return width;
}
