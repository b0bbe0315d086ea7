/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-cell-words.h"
#include "import/hw-heading.h"

#include <string.h>

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    const char *currency;
  } cases[] = {
    { "Unit Price", "unit price", "" },
    { "unitsInStock", "units in stock", "" },
    { "SKUName", "sku name", "" },
    { "*InvoiceNumber", "invoice number", "" },
    { "Order #", "order nr", "" },
    { "Betrag (EUR)", "betrag", "EUR" },
    { "Betrag in EUR", "betrag", "EUR" },
    { "Total $", "total", "$" },
    { "Paid in", "paid in", "" },
    { "Money in (\302\243)", "money in", "\302\243" },
    { "St\303\274ckzahl", "stuckzahl", "" },
    { "N\302\260 commande", "nr commande", "" },
    { "Stra\303\237e", "strasse", "" },
    { "Tax 5%", "tax 5 percent", "" },
    { "SKU", "sku", "" },
    { "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HwHeading heading;

      hw_heading_read (&heading, cases[i].text);
      g_assert_cmpstr (heading.words, ==, cases[i].words);
      g_assert_cmpstr (heading.currency, ==, cases[i].currency);
    }
}

static void
test_roles (void)
{
  static const struct
  {
    const char *text;
    HwRole      role;
  } cases[] = {
    { "Date", HW_ROLE_DATE }, { "Rechnungsdatum", HW_ROLE_DATE }, { "Fecha de venta", HW_ROLE_DATE }, { "Data vendita", HW_ROLE_DATE },
    { "Verkoopdatum", HW_ROLE_DATE }, { "Date de vente", HW_ROLE_DATE }, { "Data da venda", HW_ROLE_DATE }, { "Due Date", HW_ROLE_DATE_OTHER },
    { "Lineitem name", HW_ROLE_ITEM }, { "Artikelbezeichnung", HW_ROLE_ITEM }, { "D\303\251signation", HW_ROLE_ITEM }, { "Prodotto", HW_ROLE_ITEM },
    { "Qty", HW_ROLE_QUANTITY }, { "Menge", HW_ROLE_QUANTITY }, { "Quantit\303\251", HW_ROLE_QUANTITY }, { "Quantit\303\240", HW_ROLE_QUANTITY },
    { "Cantidad", HW_ROLE_QUANTITY }, { "Aantal", HW_ROLE_QUANTITY }, { "Quantidade", HW_ROLE_QUANTITY },
    { "Einzelpreis", HW_ROLE_PRICE }, { "Prix unitaire HT", HW_ROLE_PRICE }, { "Precio unitario", HW_ROLE_PRICE }, { "UnitAmount", HW_ROLE_PRICE },
    { "Net Sales", HW_ROLE_NET }, { "Montant HT", HW_ROLE_NET }, { "Umsatz", HW_ROLE_LINE }, { "Importe", HW_ROLE_LINE }, { "Omzet", HW_ROLE_LINE },
    { "Order Total Amount", HW_ROLE_ORDER_TOTAL }, { "Gross Sales", HW_ROLE_GROSS }, { "Total", HW_ROLE_TOTAL },
    { "Receipt No.", HW_ROLE_ORDER }, { "Belegnummer", HW_ROLE_ORDER }, { "Void?", HW_ROLE_VOID }, { "Cancelled at", HW_ROLE_CANCELLED_AT },
    { "Variant Inventory Qty", HW_ROLE_STOCK }, { "Lagerbestand", HW_ROLE_STOCK }, { "Kundennummer", HW_ROLE_CUSTOMER },
    { "Lieferant", HW_ROLE_SUPPLIER_NAME }, { "Lieferzeit (Tage)", HW_ROLE_LEAD }, { "E-Mail", HW_ROLE_EMAIL }, { "IBAN", HW_ROLE_BANK },
    { "Value ex VAT", HW_ROLE_NET }, { "Value inc VAT", HW_ROLE_GROSS }, { "Importe sin IVA", HW_ROLE_NET }, { "Umsatz inkl. MwSt", HW_ROLE_GROSS },
    { "Refunded Amount", HW_ROLE_NONE }, { "Tax rate", HW_ROLE_NONE }, { "Weather", HW_ROLE_NONE }, { "", HW_ROLE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HwHeading heading;

      g_test_message ("“%s”", cases[i].text);
      hw_heading_read (&heading, cases[i].text);
      g_assert_cmpint (heading.roles[0], ==, cases[i].role);
    }
}

static void
test_totals (void)
{
  static const char *const totals[] = { "Total", "TOTAL", "Summe:", "Grand Total", "Total for Tea, green", "Subtotal", "Zwischensumme", "Totale", "Gesamtsumme", "Sous-total" };
  static const char *const others[] = { "Tea", "Totally fresh juice", "Summer salad", "Sugar", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_test_message ("%s", totals[i]);
      g_assert_cmpint (hw_cell_is_total (totals[i], strlen (totals[i])), !=, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpint (hw_cell_is_total (others[i], strlen (others[i])), ==, 0);
}

static void
test_meanings (void)
{
  static const struct
  {
    const char *text;
    HwMeaning   meaning;
  } cases[] = {
    { "Cancelled", HW_MEANS_CANCELLED }, { "wc-cancelled", HW_MEANS_CANCELLED }, { "VOIDED", HW_MEANS_CANCELLED }, { "storniert", HW_MEANS_CANCELLED },
    { "Annul\303\251e", HW_MEANS_CANCELLED }, { "Cancelled - by customer", HW_MEANS_CANCELLED }, { "failed", HW_MEANS_CANCELLED },
    { "wc-refunded", HW_MEANS_REFUND }, { "Credit Memo", HW_MEANS_REFUND }, { "Gutschrift", HW_MEANS_REFUND },
    { "ItemPrice", HW_MEANS_SALE }, { "Principal", HW_MEANS_PRINCIPAL }, { "Commission", HW_MEANS_NO_SALE }, { "Transfer", HW_MEANS_NO_SALE },
    { "Andere Geb\303\274hr", HW_MEANS_NO_SALE }, { "Invoice", HW_MEANS_INVOICE }, { "Payment", HW_MEANS_PAYMENT }, { "Verweigert", HW_MEANS_CANCELLED },
    { "partially_refunded", HW_MEANS_NOTHING }, { "not cancelled", HW_MEANS_NOTHING }, { "pending", HW_MEANS_NOTHING }, { "", HW_MEANS_NOTHING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (hw_cell_meaning (cases[i].text, strlen (cases[i].text)), ==, cases[i].meaning);
    }

  g_assert_true (hw_cell_is_yes ("TRUE", 4));
  g_assert_true (hw_cell_is_yes ("ja", 2));
  g_assert_false (hw_cell_is_yes ("false", 5));
  g_assert_false (hw_cell_is_yes ("0", 1));
  g_assert_true (hw_cell_is_no_item ("NONE", 4));
  g_assert_false (hw_cell_is_no_item ("Nonette", 7));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/heading/words", test_words);
  g_test_add_func ("/import/heading/roles", test_roles);
  g_test_add_func ("/import/heading/totals", test_totals);
  g_test_add_func ("/import/heading/meanings", test_meanings);
  return g_test_run ();
}
