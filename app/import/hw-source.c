/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ANY HW_IMPORT_AUTO /* by its columns */

static const HwSource sources[] = {
  { "shopify-orders", "Shopify orders", HW_IMPORT_SALES, 5,
    "name|financial status|fulfillment status|lineitem quantity|lineitem name|lineitem price|lineitem sku|created at|paid at|accepts marketing|"
    "lineitem compare at price|lineitem requires shipping|lineitem taxable|discount code|shipping method|billing name|cancelled at",
    "name=order;created at=date;lineitem quantity=quantity;lineitem name=item;lineitem price=price;lineitem sku=sku;lineitem discount=discount;"
    "cancelled at=cancelled-at;financial status=status;subtotal=order-total;total=order-total;billing name=customer-name;taxes=none;discount amount=none", FALSE },
  { "shopify-products", "Shopify products", HW_IMPORT_PRODUCTS, 5,
    "handle|title|body html|vendor|variant sku|variant price|option1 name|option1 value|variant inventory qty|variant grams|variant inventory policy|image src|published|tags",
    "handle=handle;title=item;variant sku=sku;variant price=price;cost per item=cost;vendor=supplier-name", FALSE },
  { "square-items", "Square items", HW_IMPORT_SALES, 7,
    "date|time|time zone|category|item|qty|price point name|modifiers applied|gross sales|discounts|net sales|tax|transaction id|payment id|device name|event type|dining option",
    "item=item;qty=quantity;net sales=net;gross sales=gross;transaction id=order;category=category;event type=type", FALSE },
  { "square-transactions", "Square transactions", HW_IMPORT_SALES, 7,
    "date|time|time zone|gross sales|net sales|gift card sales|tip|partial refunds|total collected|card brand|pan suffix|payment id|transaction id|staff name|deposit id|net total",
    "net sales=net;gross sales=gross;total collected=order-total;net total=none;transaction id=order;description=none;fees=none;event type=type", FALSE },
  { "woocommerce", "WooCommerce orders", HW_IMPORT_SALES, 4,
    "order number|order status|order date|item name|item cost|order total amount|order subtotal amount|customer note|payment method title|cart discount amount|first name billing",
    "order number=order;order status=status;order date=date;item name=item;quantity=quantity;item cost=price;order total amount=order-total;order subtotal amount=order-total", FALSE },
  { "amazon-orders", "Amazon orders", HW_IMPORT_SALES, 6,
    "amazon order id|merchant order id|purchase date|last updated date|order status|fulfillment channel|sales channel|order channel|ship service level|product name|asin|item price|item tax|promotion ids",
    "amazon order id=order;purchase date=date;order status=status;item status=none;product name=item;sku=sku;quantity=quantity;item price=line;item tax=tax;item promotion discount=none", FALSE },
  { "ebay-orders", "eBay orders", HW_IMPORT_SALES, 6,
    "sales record number|order number|buyer username|buyer name|item number|item title|custom label|sold via promoted listings|quantity|sold for|"
    "shipping and handling|total price|sale date|paid on date|ship by date|tracking number|variation details",
    "order number=order;sale date=date;item title=item;custom label=sku;quantity=quantity;sold for=price;total price=order-total;"
    "shipping and handling=none;buyer name=customer-name;sales record number=none;item number=none;transaction id=none;ebay collected tax=none;"
    "seller collected tax=none", FALSE },
  { "amazon-settlement", "Amazon settlement", HW_IMPORT_SALES, 6,
    "settlement id|settlement start date|settlement end date|deposit date|total amount|transaction type|order id|merchant order id|amount type|amount description|quantity purchased|posted date",
    "posted date=date;order id=order;amount=line;total amount=none;quantity purchased=quantity;amount type=type;amount description=type;transaction type=type", FALSE },
  { "toast-items", "Toast item details", HW_IMPORT_SALES, 6,
    "location|order id|order nr|sent date|order date|check id|server|table|dining area|menu item|menu subgroup s|menu group|sales category|gross price|net price|qty|void|deferred",
    "order id=order;order date=date;menu item=item;qty=quantity;net price=net;gross price=gross;void=void;sales category=category", FALSE },
  { "vend-sales", "Lightspeed (Vend) sales", HW_IMPORT_SALES, 6,
    "date|receipt number|line type|customer code|customer name|quantity|subtotal|sales tax|discount|loyalty|paid|details|register|user|status|sku|account code sale",
    "receipt number=order;line type=type;details=item;subtotal=net;total=gross;sales tax=tax;paid=none;status=status;discount=none", FALSE },
  { "vend-products", "Lightspeed (Vend) products", ANY, 5,
    "handle|sku|composite name|supply price|retail price|loyalty value|supplier code|supplier name|brand name|product category|active|track inventory|tax name",
    "supply price=cost;retail price=price;supplier name=supplier-name;composite name=item;name=item;product category=category;handle=handle", FALSE },
  { "xero-invoices", "Xero invoices", HW_IMPORT_SALES, 5,
    "contact name|invoice number|invoice date|due date|inventory item code|description|quantity|unit amount|account code|tax type|tracking name1|poaddress line1|email address",
    "contact name=customer-name;invoice number=order;invoice date=date;description=note;quantity=quantity;unit amount=price;inventory item code=sku", FALSE },
  { "quickbooks-sales", "QuickBooks sales by product", HW_IMPORT_SALES, 5,
    "date|transaction type|num|memo description|customer|qty|quantity|sales price|amount|balance|product service|product service full name",
    "transaction type=type;num=order;qty=quantity;quantity=quantity;sales price=price;amount=line;balance=none;customer=customer-name", FALSE },
  { "quickbooks-iif", "QuickBooks (IIF)", HW_IMPORT_SALES, 4,
    "spl|splid|trnstype|accnt|docnum|invitem|qnty|clear|memo|extra|taxable|reimbexp",
    "date=date;docnum=order;invitem=item;qnty=quantity;price=price;amount=line;name=customer-name;trnstype=type;memo=none;accnt=none;splid=none", TRUE },
  { "quickbooks-iif-items", "QuickBooks items (IIF)", HW_IMPORT_PRODUCTS, 4,
    "invitem|invitemtype|desc|purchasedesc|accnt|assetaccnt|cogsaccnt|price|cost|taxable|paymeth|prefvend|reorderpoint",
    "name=item;desc=none;purchasedesc=none;price=price;cost=cost;prefvend=supplier-name;qnty=stock", FALSE },
  { "paypal", "PayPal", HW_IMPORT_BANK, 7,
    "date|time|time zone|name|type|status|currency|gross|fee|net|from email address|to email address|transaction id|balance|balance impact|receipt id|invoice number",
    "net=net;gross=none;fee=none;name=note;item title=none;item id=none;quantity=none;sales tax=none;invoice number=none;shipping and handling amount=none;option 1 value=none", FALSE },
  { "stripe", "Stripe", HW_IMPORT_BANK, 6,
    "id|type|source|amount|fee|net|currency|created utc|available on utc|description|customer facing amount|transfer|reporting category",
    "net=net;amount=none;fee=none;created utc=date;created=date;description=note", FALSE },
  { "revolut", "Revolut", HW_IMPORT_BANK, 6,
    "type|product|started date|completed date|date started utc|date completed utc|description|amount|fee|currency|state|balance|payer|orig currency",
    "product=none;completed date=date;date completed utc=date;amount=line;state=status;description=note;fee=none", FALSE },
  { "xero-bank", "Xero bank list", HW_IMPORT_BANK, 5,
    "date|amount|payee|description|reference|check number|cheque number|analysis code", "amount=line;payee=name;description=note;reference=none", FALSE },
};

/* The rows of our own workbook, in English or in the language of today. */
static const HwSource own = { "headway", "Headway", HW_IMPORT_SALES, 6, "", "", FALSE };

static const struct
{
  const char *heading;
  HwRole      role;
} own_headings[] = {
  { N_("Date"), HW_ROLE_DATE }, { N_("No."), HW_ROLE_NONE }, { N_("Number or key"), HW_ROLE_SKU }, { N_("Product"), HW_ROLE_ITEM },
  { N_("Group"), HW_ROLE_CATEGORY }, { N_("Units"), HW_ROLE_QUANTITY }, { N_("Sales"), HW_ROLE_LINE }, { N_("Cost each"), HW_ROLE_COST },
  { N_("Sales lines"), HW_ROLE_NONE }, { N_("Shop"), HW_ROLE_SHOP },
};

static const struct
{
  const char *id;
  HwRole      role;
} roles[] = {
  { "none", HW_ROLE_NONE }, { "date", HW_ROLE_DATE }, { "order", HW_ROLE_ORDER }, { "sku", HW_ROLE_SKU }, { "item", HW_ROLE_ITEM },
  { "note", HW_ROLE_NOTE }, { "name", HW_ROLE_NAME }, { "handle", HW_ROLE_HANDLE }, { "category", HW_ROLE_CATEGORY }, { "quantity", HW_ROLE_QUANTITY },
  { "stock", HW_ROLE_STOCK }, { "price", HW_ROLE_PRICE }, { "cost", HW_ROLE_COST }, { "net", HW_ROLE_NET }, { "line", HW_ROLE_LINE },
  { "gross", HW_ROLE_GROSS }, { "order-total", HW_ROLE_ORDER_TOTAL }, { "discount", HW_ROLE_DISCOUNT }, { "tax", HW_ROLE_TAX },
  { "status", HW_ROLE_STATUS }, { "void", HW_ROLE_VOID }, { "cancelled-at", HW_ROLE_CANCELLED_AT }, { "type", HW_ROLE_TYPE },
  { "customer-name", HW_ROLE_CUSTOMER_NAME }, { "supplier-name", HW_ROLE_SUPPLIER_NAME },
};

/* Whether the heading stands among the marks. */
static gboolean
is_mark (const HwSource *self,
         const char     *words)
{
  const gsize n = strlen (words);

  for (const char *p = self->marks; n > 0 && (p = strstr (p, words)) != NULL; p++)
    if ((p == self->marks || p[-1] == '|') && (p[n] == '|' || p[n] == '\0'))
      return TRUE;

  return FALSE;
}

static guint
count_marks (const HwSource *self,
             const HwTable  *table)
{
  guint found = 0;

  for (guint c = 0; c < table->n_columns; c++)
    found += is_mark (self, table->columns[c].words.words);

  return found;
}

static int
find_own (const char *heading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_headings); i++)
    if (g_str_equal (heading, own_headings[i].heading) || g_str_equal (heading, _(own_headings[i].heading)))
      return (int) i;

  return -1;
}

static gboolean
is_own (const HwTable *table)
{
  gboolean seen[G_N_ELEMENTS (own_headings)] = { FALSE };
  guint found = 0;

  for (guint c = 0; c < table->n_columns; c++)
    {
      const int i = find_own (table->columns[c].heading);

      found += i >= 0 && !seen[i];
      if (i >= 0)
        seen[i] = TRUE;
    }

  return found >= own.least && seen[2] && seen[7];
}

static void
apply_own (HwTable *table)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      HwHeading *words = &table->columns[c].words;
      const int i = find_own (table->columns[c].heading);

      memset (words->roles, 0, sizeof words->roles);
      words->roles[0] = i >= 0 ? own_headings[i].role : HW_ROLE_NONE;
      words->sureness = 3;
    }
}

const HwSource *
hw_source_find (const HwTable *table)
{
  const HwSource *best = NULL;
  guint most = 0;

  if (table->heading == 0)
    return NULL;
  if (is_own (table))
    return &own;

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const guint found = count_marks (&sources[i], table);

      /* Far beyond what it asks for is nearer than just enough. */
      if (found >= sources[i].least && found * 10 / sources[i].least > most)
        {
          most = found * 10 / sources[i].least;
          best = &sources[i];
        }
    }

  return best;
}

static HwRole
find_role (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].id, id))
      return roles[i].role;

  g_return_val_if_reached (HW_ROLE_NONE);
}

void
hw_source_apply (const HwSource *self,
                 HwTable        *table)
{
  g_auto(GStrv) meanings = g_strsplit (self->meanings, ";", -1);

  if (self == &own)
    apply_own (table);

  for (gsize i = 0; meanings[i] != NULL; i++)
    {
      char *role = strchr (meanings[i], '=');

      if (role == NULL)
        continue;
      *role++ = '\0';
      for (guint c = 0; c < table->n_columns; c++)
        {
          HwHeading *words = &table->columns[c].words;

          if (!g_str_equal (words->words, meanings[i]))
            continue;
          memset (words->roles, 0, sizeof words->roles);
          words->roles[0] = find_role (role);
          words->sureness = 3;
        }
    }
}
