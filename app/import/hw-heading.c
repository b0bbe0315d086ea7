/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-heading.h"

#include "import/hw-heading-words.h"
#include "import/hw-number-text.h"

#include "core/hw-country.h"

#include <string.h>

#define MAX_WORDS 6

/* Words that mean too little alone to recognise a longer heading by. */
static const char vague[] =
  "|name|nr|no|id|code|number|type|title|line|unit|state|count|note|notes|text|group|family|value|base|net|sum|rate|each|day|time|"
  "style|model|class|hour|position|voce|art|ort|land|plan|cap|region|country|city|account|order|item|items|product|reference|ref|"
  "shop|store|branch|outlet|site|restaurant|filiale|standort|laden|magasin|boutique|tienda|local|winkel|loja|price|cost|shipping|sold|volume|products|customer|client|service|week|month|period|units|available|location|url|link|weight|tax|"
  "vat|tva|iva|mwst|ust|balance|fee|status|estado|stato|gross|company|brand|vendor|details|";

/* Words that turn an amount into something else: "Refunded amount", "Tax rate". */
static const char turning[] =
  "|refund|refunded|discount|discounted|shipping|freight|tip|fee|fees|commission|due|outstanding|deposit|paid|rate|code|cost|profit|margin|"
  "income|tax|vat|compare|previous|old|min|max|minimum|maximum|points|loyalty|cash|change|rounding|target|budget|forecast|average|avg|cumulative|running|"
  "rabatt|versand|trinkgeld|steuer|pourboire|remise|livraison|envio|descuento|propina|sconto|spedizione|mancia|korting|verzending|fooi|desconto|frete|gorjeta|"
  "marge|gewinn|rohertrag|db|deckungsbeitrag|benefice|beneficio|utile|winst|lucro|";

static void
add_word_char (GString *out,
               gunichar c)
{
  if (c == 0xDF)
    g_string_append (out, "ss");
  else if (c == 0xF8)
    g_string_append_c (out, 'o');
  else if (c == 0x142)
    g_string_append_c (out, 'l');
  else if (c == 0xE6)
    g_string_append (out, "ae");
  else if (c == 0x153)
    g_string_append (out, "oe");
  else
    g_string_append_unichar (out, c);
}

/* CamelCase told apart: "unitPrice" is two words, "SKUName" too. */
static gboolean
starts_word (gunichar before,
             gunichar c,
             gunichar after)
{
  return g_unichar_isupper (c) && (g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after)));
}

static char *
split_words (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr(GString) out = g_string_new (NULL);
  const gboolean camel = strchr (text, ' ') == NULL;
  gunichar before = 0;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (g_unichar_ismark (c))
        continue;
      if (camel && starts_word (before, c, after))
        g_string_append_c (out, ' ');
      before = c;
      if (g_unichar_isalnum (c))
        add_word_char (out, g_unichar_tolower (c));
      else if ((c == 0xB0 || c == 0xBA) && out->len > 0 && out->str[out->len - 1] == 'n')
        g_string_append_c (out, 'r');
      else if (c == '#' || c == 0x2116)
        g_string_append (out, " nr ");
      else if (c == '%')
        g_string_append (out, " percent ");
      else if (c != '\'' || !camel)
        g_string_append_c (out, ' ');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A currency named in a heading: a sign that is no letter, or three capitals. */
static char *
take_currency (const char *text,
               char       *currency,
               gsize       room)
{
  static const char *const plain_signs[] = { "US$", "R$", "C$", "A$", "\342\202\254", "$", "\302\243", "\302\245", "\342\202\271", "\342\202\272", "z\305\202", "K\304\215", "\342\202\275", "\342\202\264" };
  g_auto(GStrv) parts = g_strsplit_set (text, " ()[]/-_,:;.\n\t", -1);
  char *rest = g_strdup (text);

  currency[0] = '\0';
  for (gsize i = 0; parts[i] != NULL && currency[0] == '\0'; i++)
    if (strlen (parts[i]) == 3 && parts[1] != NULL && g_ascii_isupper (parts[i][0]) && g_ascii_isupper (parts[i][1])
        && g_ascii_isupper (parts[i][2]) && hw_currency_exists (parts[i]))
      g_strlcpy (currency, parts[i], room);

  for (gsize i = 0; i < G_N_ELEMENTS (plain_signs) && currency[0] == '\0'; i++)
    if (strstr (text, plain_signs[i]) != NULL)
      g_strlcpy (currency, plain_signs[i], room);

  if (currency[0] != '\0')
    {
      char *at = strstr (rest, currency);

      memset (at, ' ', strlen (currency));
    }

  return rest;
}

void
hw_heading_words (const char *text,
                  char       *words,
                  gsize       room,
                  char       *currency,
                  gsize       currency_room)
{
  char ignored[8];
  g_autofree char *rest = take_currency (text, currency != NULL ? currency : ignored, currency != NULL ? currency_room : sizeof ignored);
  g_autofree char *split = split_words (rest);
  g_auto(GStrv) parts = g_strsplit (split, " ", -1);
  gsize n = 0;

  words[0] = '\0';
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const gsize size = strlen (parts[i]);

      if (size == 0 || n + size + 2 > room)
        continue;
      if (n > 0)
        words[n++] = ' ';
      memcpy (words + n, parts[i], size + 1);
      n += size;
    }

  /* "Betrag in (EUR)", but not "Paid in" or "Money in (£)". */
  if (g_str_has_suffix (words, " in") && *(currency != NULL ? currency : ignored) != '\0'
      && !g_str_equal (words, "paid in") && !g_str_equal (words, "money in"))
    words[n - 3] = '\0';
}

/* Whether @phrase stands between bars in @list. */
static gboolean
list_has (const char *list,
          const char *phrase)
{
  const gsize n = strlen (phrase);

  for (const char *p = list; (p = strstr (p, phrase)) != NULL; p++)
    if ((p == list || p[-1] == '|') && (p[n] == '|' || p[n] == '\0'))
      return TRUE;

  return FALSE;
}

static gboolean
find_roles (HwHeading  *self,
            const char *phrase,
            int         sureness)
{
  int n = 0;

  if (*phrase == '\0')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (heading_words) && n < HW_HEADING_ROLES; i++)
    if (list_has (heading_words[i].phrases, phrase))
      self->roles[n++] = heading_words[i].role;

  if (n > 0)
    self->sureness = sureness;
  return n > 0;
}

/* The same for words that stand without a space between: "invoicedate". */
static gboolean
list_has_glued (const char *list,
                const char *phrase)
{
  const char *p = list;

  while (*p != '\0')
    {
      const char *q = phrase;

      while (*p != '\0' && *p != '|' && (*p == ' ' || *p == *q))
        q += *p++ != ' ';
      if (*q == '\0' && (*p == '\0' || *p == '|'))
        return TRUE;
      while (*p != '\0' && *p != '|')
        p++;
      p += *p == '|';
    }

  return FALSE;
}

#define GLUED_LEAST 6

static gboolean
find_glued (HwHeading  *self,
            const char *phrase)
{
  int n = 0;

  if (strlen (phrase) < GLUED_LEAST || strchr (phrase, ' ') != NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (heading_words) && n < HW_HEADING_ROLES; i++)
    if (list_has_glued (heading_words[i].phrases, phrase))
      self->roles[n++] = heading_words[i].role;

  if (n > 0)
    self->sureness = 2;
  return n > 0;
}

/* "order no" and "order number" are "order nr"; words about nothing go. */
static char *
canonical (char **parts)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *word = parts[i];

      if (list_has ("no|number|num|nummer|numero|nro", word) && i > 0)
        word = "nr";
      else if (list_has ("the|my|your|a|in|per|of|de|du|des|der|die|das|del|di|da|do|percent|variant|lineitem", word))
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", word);
    }

  return g_string_free (out, FALSE);
}

/* "Value ex VAT", "Total inc. tax": the words before, and which side of the tax. */
static gboolean
find_taxed (HwHeading  *self,
            char      **parts)
{
  g_autoptr(GString) base = g_string_new (NULL);
  gboolean without = FALSE, with = FALSE;

  for (gsize i = 0; parts[i] != NULL; i++)
    if (list_has ("ex|exc|excl|exclusive|excluding|without|before|hors|ohne|exkl|zzgl|sin|senza|zonder|sem", parts[i]))
      without = TRUE;
    else if (list_has ("inc|incl|inclusive|including|with|after|inkl|con|avec|met|com", parts[i]))
      with = TRUE;
    else if (!list_has ("vat|tax|taxes|gst|hst|mwst|ust|tva|iva|btw|moms|of|taxe", parts[i]))
      g_string_append_printf (base, "%s%s", base->len > 0 ? " " : "", parts[i]);

  if (without == with || !find_roles (self, base->str, 2))
    return FALSE;

  for (int i = 0; i < HW_HEADING_ROLES; i++)
    if (self->roles[i] == HW_ROLE_LINE || self->roles[i] == HW_ROLE_TOTAL)
      self->roles[i] = without ? HW_ROLE_NET : HW_ROLE_GROSS;
  return TRUE;
}

/* A shorter phrase inside: one word less at either end. */
static gboolean
find_part (HwHeading  *self,
           const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, " ", -1);
  const guint n = g_strv_length (parts);

  if (n < 2 || n > MAX_WORDS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (list_has (turning, parts[i]))
      return FALSE;

  for (guint drop = 0; drop < 2; drop++)
    {
      g_autofree char *last = g_strdup (parts[n - 1]);
      g_autofree char *joined = NULL;

      if (drop == 0)
        {
          g_autofree char *rest = g_strjoinv (" ", parts + 1);

          joined = g_steal_pointer (&rest);
        }
      else
        {
          g_clear_pointer (&parts[n - 1], g_free);
          joined = g_strjoinv (" ", parts);
        }
      if (!list_has (vague, joined) && find_roles (self, joined, 1))
        return TRUE;
    }

  return FALSE;
}

/* A whole question of a survey over its marks. */
static gboolean
find_asked (HwHeading *self)
{
  static const char *const starts[] = { "how likely ", "how satisfied ", "how happy ", "would you recommend ", "wie wahrscheinlich ", "wie zufrieden ",
                                        "quelle est la probabilite ", "recommanderiez ", "que probabilidad ", "recomendarias ", "quanto e probabile ",
                                        "consiglieresti ", "hoe waarschijnlijk ", "hoe tevreden ", "qual a probabilidade " };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (self->words, starts[i]))
      {
        self->roles[0] = HW_ROLE_MARK;
        self->sureness = 2;
        return TRUE;
      }

  return FALSE;
}

/* "Current quantity Main Street": how much lies at one place. */
static gboolean
find_placed (HwHeading *self)
{
  static const char *const starts[] = { "current quantity ", "quantity on hand ", "on hand ", "in stock ", "stock on hand ", "lagerbestand ", "en stock " };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (self->words, starts[i]))
      {
        self->roles[0] = HW_ROLE_STOCK;
        self->sureness = 1;
        return TRUE;
      }

  return FALSE;
}

void
hw_heading_read (HwHeading  *self,
                 const char *text)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *short_words = NULL;

  memset (self, 0, sizeof *self);
  hw_heading_words (text, self->words, sizeof self->words, self->currency, sizeof self->currency);
  if (find_roles (self, self->words, 3))
    return;

  parts = g_strsplit (self->words, " ", -1);
  short_words = canonical (parts);
  if (find_roles (self, short_words, 2) || find_taxed (self, parts))
    return;

  if (!find_asked (self) && !find_placed (self) && !find_glued (self, self->words) && !find_part (self, self->words))
    find_part (self, short_words);
}
