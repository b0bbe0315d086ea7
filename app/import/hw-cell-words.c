/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in cells that say what a row is: a total, a cancelled sale, a fee. In the
 * languages of hw-heading-words.h. */
#include "import/hw-cell-words.h"

#include "import/hw-heading.h"

#include <string.h>

/* The parts a totals row starts with. */
static const char *const total_words[] = {
  "total", "totals", "grand total", "subtotal", "sub total", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme", "endsumme",
  "gesamtbetrag", "insgesamt", "somme", "total general", "sous total", "totale", "totali", "totale generale", "subtotale", "totaal", "eindtotaal", "subtotaal",
  "totales", "suma", "razem", "celkem", "summa", "i alt", "totalt", "totais", "soma", "ubertrag", "carry forward", "carried forward", "brought forward", "opening balance", "closing balance", "net total", "report total", "grand totals", "all", "overall",
};

/* Of a day, a week, a page. */
static const char *const part_words[] = {
  "tagessumme", "tagestotal", "wochensumme", "monatssumme", "seitensumme", "daily total", "day total", "weekly total", "week total", "monthly total",
  "month total", "page total", "total du jour", "total journalier", "total dia", "total diario", "total giornaliero", "totale giornaliero", "dagtotaal", "weektotaal",
};

static const char *const total_leads[] = {
  "total for ", "total of ", "total ", "subtotal for ", "subtotal ", "sub total ", "summe ", "zwischensumme ", "gesamt ", "total de ", "sous total ",
  "totale ", "subtotale ", "totaal ", "subtotaal ",
};

/* "Week 1 subtotal" */
static const char *const total_ends[] = { " total", " totals", " subtotal", " sub total", " summe", " gesamt", " zwischensumme" };

static const struct
{
  HwMeaning   meaning;
  const char *words;
} meanings[] = {
  { HW_MEANS_CANCELLED,
    "|cancelled|canceled|cancel|void|voided|voids|failed|failure|declined|rejected|refused|expired|abandoned|deleted|trash|trashed|removed|aborted|reversed|reverted|"
    "cancelled by seller|cancelled by customer|cancelled by buyer|payment failed|payment declined|"
    "storniert|storno|annulliert|abgebrochen|fehlgeschlagen|abgelehnt|verweigert|zuruckgewiesen|denied|geloscht|ungultig|annule|annulee|annulees|annules|echoue|echouee|refuse|refusee|anulado|anulada|cancelado|cancelada|fallido|fallida|rechazado|rechazada|"
    "annullato|annullata|fallito|fallita|rifiutato|rifiutata|stornato|geannuleerd|mislukt|vervallen|geweigerd|estornado|estornada|falhou|recusado|recusada|falhado|" },
  { HW_MEANS_REFUND,
    "|refund|refunded|refunds|return|returned|returns|credit memo|credit note|credit|chargeback|exchange refund|erstattet|erstattung|ruckerstattung|ruckerstattet|gutschrift|retoure|ruckgabe|rembourse|remboursee|remboursement|avoir|retour|reembolso|reembolsado|reembolsada|devolucion|devuelto|nota de credito|abono|"
    "rimborso|rimborsato|rimborsata|reso|nota di credito|terugbetaald|terugbetaling|creditnota|retourgezonden|devolucao|devolvido|" },
  { HW_MEANS_PRINCIPAL, "|principal|sale line|sales line|line item|" },
  { HW_MEANS_NO_SALE,
    "|fee|fees|itemfees|item fees|item withheld tax|commission|referral fee|shipping|shipping charge|shipping tax|giftwrap|gift wrap|gift wrap tax|postage|delivery fee|freight|tax|taxes|vat|sales tax|transfer|payout|deposit|withdrawal|disbursement|tip|tips|gratuity|surcharge|adjustment|service fee|fba fees|service fees|subscription|subscription fee|selling fees|other transaction|previous reserve amount balance|current reserve amount|"
    "estimate|quote|quotation|draft|checkout draft|proposal|purchase order|expense|payment received|journal entry|check|gift card|gift card sale|gift card load|donation tip|cash in|cash out|pay in|pay out|paid in|paid out|no sale|float|promotion|promotions|"
    "gebuhr|gebuhren|provision|versand|versandkosten|porto|steuer|auszahlung|einzahlung|einlage|entnahme|trinkgeld|pfand|angebot|entwurf|frais|frais de port|livraison|pourboire|devis|brouillon|virement|taxe|comision|envio|propina|impuesto|presupuesto|borrador|transferencia|"
    "commissione|spedizione|mancia|imposta|preventivo|bozza|bonifico|kosten|verzendkosten|verzending|fooi|belasting|offerte|concept|overboeking|taxa|frete|gorjeta|orcamento|rascunho|" },
  { HW_MEANS_SALE,
    "|sale|sales|order|orders|charge|item|itemprice|item price|product|paid|completed|complete|closed|shipped|delivered|fulfilled|verkauf|bestellung|vente|venta|vendita|verkoop|venda|" },
  { HW_MEANS_INVOICE, "|invoice|invoices|bill to customer|rechnung|facture|factura|fattura|factuur|fatura|faktura|" },
  { HW_MEANS_PAYMENT, "|payment|payments|customer payment|zahlung|paiement|pago|pagamento|betaling|platba|" },
};

int
hw_words_are_total (const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (total_words); i++)
    if (g_str_equal (words, total_words[i]))
      return g_str_has_prefix (words, "sub") || g_str_has_prefix (words, "zwischen") || g_str_has_prefix (words, "sous") ? 2 : 1;

  for (gsize i = 0; i < G_N_ELEMENTS (part_words); i++)
    if (g_str_equal (words, part_words[i]))
      return 2;

  for (gsize i = 0; i < G_N_ELEMENTS (total_leads); i++)
    if (g_str_has_prefix (words, total_leads[i]))
      return 2;
  for (gsize i = 0; i < G_N_ELEMENTS (total_ends); i++)
    if (g_str_has_suffix (words, total_ends[i]))
      return 2;

  return 0;
}

int
hw_cell_is_total (const char *text,
                  gsize       length)
{
  g_autofree char *copy = NULL;
  char words[64];

  if (length < 3 || length > 120)
    return 0;

  copy = g_strndup (text, length);
  hw_heading_words (copy, words, sizeof words, NULL, 0);
  return hw_words_are_total (words);
}

/* The words of a total and nothing else: "Total cleaner" is none. */
static int
is_bare_total (const char *text,
               gsize       length)
{
  g_autofree char *copy = g_strndup (text, length);
  char words[64];

  hw_heading_words (copy, words, sizeof words, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (part_words); i++)
    if (g_str_equal (words, part_words[i]))
      return 2;
  for (gsize i = 0; i < G_N_ELEMENTS (total_words); i++)
    if (g_str_equal (words, total_words[i]))
      return hw_words_are_total (words);

  return 0;
}

int
hw_cell_is_only_total (const char *text,
                       gsize       length)
{
  static const char starts[] = "tot|sub|sum|ges|zwi|sou|som|gra|end|ins|ein|car|bro|ope|clo|net|rep|all|ove|***|** |* t|== |---|- t|cel|raz|suma|"
                               "tag|woc|mon|sei|dai|day|wee|pag|dag|";
  char start[4];

  if (length < 3 || length > 40)
    return 0;

  for (int i = 0; i < 3; i++)
    start[i] = g_ascii_tolower (text[i]);
  start[3] = '\0';
  return strstr (starts, start) != NULL ? is_bare_total (text, length) : 0;
}

static HwMeaning
meaning_of (const char *words)
{
  char padded[80];

  g_snprintf (padded, sizeof padded, "|%s|", words);
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strstr (meanings[i].words, padded) != NULL)
      return meanings[i].meaning;

  return HW_MEANS_NOTHING;
}

/* "Storage fee", "Andere Gebühr": whatever for. */
static gboolean
ends_in_fee (const char *words)
{
  static const char *const ends[] = { " fee", " fees", " gebuhr", " gebuhren", " commission", " payout" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (words, ends[i]))
      return TRUE;

  return FALSE;
}

HwMeaning
hw_cell_meaning (const char *text,
                 gsize       length)
{
  g_autofree char *copy = g_strndup (text, MIN (length, 60));
  char words[64];
  const char *p = words;
  HwMeaning meaning;

  if (length == 0 || !g_utf8_validate (copy, -1, NULL))
    return HW_MEANS_NOTHING;

  hw_heading_words (copy, words, sizeof words, NULL, 0);
  if (g_str_has_prefix (p, "wc "))
    p += 3;
  meaning = meaning_of (p);

  /* "Cancelled - customer changed mind": the first word says it. "Partially refunded" does not. */
  if (meaning == HW_MEANS_NOTHING && strchr (p, ' ') != NULL)
    {
      char first[64];

      g_strlcpy (first, p, sizeof first);
      *strchr (first, ' ') = '\0';
      meaning = meaning_of (first);
      if (meaning != HW_MEANS_CANCELLED)
        meaning = HW_MEANS_NOTHING;
    }

  if (meaning == HW_MEANS_NOTHING && ends_in_fee (p))
    meaning = HW_MEANS_NO_SALE;
  return meaning;
}

static gboolean
cell_is_in (const char *text,
            gsize       length,
            const char *list)
{
  char padded[24];

  if (length == 0 || length > sizeof padded - 3)
    return FALSE;

  padded[0] = '|';
  for (gsize i = 0; i < length; i++)
    padded[i + 1] = g_ascii_tolower (text[i]);
  padded[length + 1] = '|';
  padded[length + 2] = '\0';
  return strstr (list, padded) != NULL;
}

gboolean
hw_cell_is_yes (const char *text,
                gsize       length)
{
  return cell_is_in (text, length, "|true|yes|y|1|x|t|ja|j|oui|si|s\303\255|sim|wahr|vrai|verdadero|vero|waar|void|voided|cancelled|canceled|storniert|");
}

gboolean
hw_cell_is_no_item (const char *text,
                    gsize       length)
{
  return length == 0
         || cell_is_in (text, length, "|none|(none)|no product|no item|unknown|n/a|null|keine|keiner|kein artikel|aucun|ninguno|nessuno|geen|nenhum|(no product)|not specified|unspecified|");
}

int
hw_cell_direction (const char *text,
                   gsize       length)
{
  if (length == 0)
    return 0;
  if (cell_is_in (text, length, "|c|cr|crdt|credit|k|h|haben|+|in|bij|paid in|money in|incoming|income|deposit|einnahme|eingang|gutschrift|avere|abono|haber|entrada|recebido|inn|"))
    return 1;
  if (cell_is_in (text, length, "|d|dr|db|dbit|debit|s|soll|-|out|af|paid out|money out|outgoing|expense|withdrawal|ausgabe|ausgang|lastschrift|dare|cargo|debe|salida|saida|pago|ut|"))
    return -1;

  return 0;
}

static const char *const balance_words[] = {
  "opening balance", "closing balance", "balance brought forward", "balance carried forward", "brought forward", "carried forward",
  "start balance", "starting balance", "end balance", "ending balance", "beginning balance", "previous balance", "new balance", "final balance",
  "turnover", "total turnover", "debit turnover", "credit turnover", "balance",
  "anfangssaldo", "endsaldo", "alter kontostand", "neuer kontostand", "alter saldo", "neuer saldo", "kontostand", "saldovortrag", "schlusssaldo", "umsatze gesamt",
  "ancien solde", "nouveau solde", "solde initial", "solde final", "solde precedent", "solde",
  "saldo anterior", "saldo inicial", "saldo final", "saldo actual", "saldo atual", "saldo do dia", "saldo", "s a l d o",
  "saldo iniziale", "saldo finale", "saldo precedente", "beginsaldo", "eindsaldo", "oud saldo", "nieuw saldo",
  "saldo poczatkowe", "saldo koncowe", "ingaende saldo", "utgaende saldo", "primosaldo", "ultimosaldo", "inngaende saldo",
};

gboolean
hw_cell_is_balance (const char *text,
                    gsize       length)
{
  g_autofree char *copy = NULL;
  char words[64];

  if (length < 5 || length > 60)
    return FALSE;

  copy = g_strndup (text, length);
  hw_heading_words (copy, words, sizeof words, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (balance_words); i++)
    if (g_str_equal (words, balance_words[i]))
      return TRUE;

  return g_str_has_prefix (words, "opening balance ") || g_str_has_prefix (words, "closing balance ");
}
