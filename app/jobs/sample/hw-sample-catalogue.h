/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-catalogue.h: what the sample bakery sells, from whom it buys, and who
 * its customers are. Constant tables; all names are made up.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

#include <glib.h>

G_BEGIN_DECLS

#define HW_SAMPLE_DAYS 730

typedef enum
{
  HW_SAMPLE_BAKED,     /* in the morning and through the day; counted every evening */
  HW_SAMPLE_MADE,      /* when somebody asks for it: no stock */
  HW_SAMPLE_BOUGHT,    /* ordered from suppliers */
} HwSampleSource;

/* How sales lie over the week and over the day. */
typedef enum
{
  HW_SAMPLE_BREAD,
  HW_SAMPLE_ROLLS,
  HW_SAMPLE_SWEET,
  HW_SAMPLE_LUNCH,
  HW_SAMPLE_DRINKS,
  HW_SAMPLE_PANTRY,
  HW_SAMPLE_N_HABITS,
} HwSampleHabit;

typedef enum
{
  HW_SAMPLE_ALL_YEAR,
  HW_SAMPLE_SUMMER,
  HW_SAMPLE_WINTER,
  HW_SAMPLE_DOUGHNUT,  /* carnival and New Year's Eve */
  HW_SAMPLE_STOLLEN,   /* autumn to Christmas only */
  HW_SAMPLE_N_SEASONS,
} HwSampleSeason;

typedef enum
{
  HW_SAMPLE_STEADY,
  HW_SAMPLE_NEW,       /* first sold some weeks ago */
  HW_SAMPLE_DYING,     /* sells less each month */
  HW_SAMPLE_DEAD,      /* on the shelf, but no longer bought by anyone */
  HW_SAMPLE_RETIRED,   /* taken off the list */
} HwSampleLife;

typedef struct
{
  const char     *sku;
  const char     *name;
  const char     *category;
  const char     *unit;
  HwSampleSource  source;
  guint           supplier;     /* row of the suppliers' table */
  HwMoney         price;        /* today's, without tax */
  HwMoney         cost;         /* or HW_UNKNOWN */
  int             pack;         /* baked or ordered in multiples of it [units] */
  int             min_order;    /* [units]; 0 if none */
  int             shelf_days;   /* 0 if it keeps */
  int             bakes;        /* times a day; 0 if not baked */
  double          daily_units;  /* asked for on a mean open day at the end of the history */
  double          spread;       /* squared coefficient of variation beyond Poisson's */
  double          line_units;   /* mean units on one line of a receipt */
  HwSampleHabit   habit;
  HwSampleSeason  season;
  HwSampleLife    life;
  double          growth_share; /* per year */
  double          promo_share;  /* how much more is asked for in a promotion; 0: never in one */
} HwSampleProduct;

typedef struct
{
  const char *code;
  const char *name;
  const char *email;
  int         lead_days;        /* as told; -1 if not told */
  int         usual_days;       /* as it is */
  double      late_share;       /* deliveries that come late */
  int         late_days;        /* by up to so many days */
  double      short_share;      /* lines that come short */
  int         review_days;      /* the owner orders every so many days; 0: it is made here */
  HwMoney     min_order;
} HwSampleSupplier;

typedef struct
{
  const char *name;
  int         joins;            /* day of the history, counting from 0 */
  int         leaves;
} HwSampleRegular;

/* What a business customer has delivered before opening. */
typedef struct
{
  guint       regular;          /* row of the regulars' table */
  const char *sku;
  int         units;
  guint       weekdays;         /* bit 0 is Monday */
} HwSampleDelivery;

/* What suppliers ask beside. */
typedef struct
{
  guint    supplier;      /* row of the suppliers' table */
  HwMoney  freight;
  HwMoney  freight_free;  /* from this order value on */
  gboolean takes_back;
} HwSampleTerms;

/* More at once costs less. */
typedef struct
{
  const char *sku;
  int         units;
  HwMoney     unit_cost;
} HwSamplePriceBreak;

/* Rows of constant tables. */
typedef struct
{
  const HwSampleSupplier *suppliers;
  guint                   n_suppliers;
  const HwSampleProduct  *products;
  guint                   n_products;
  guint                   n_customers;
  const char           *(*customer_name) (guint customer);
  gboolean                (*no_delivery) (HwDay day); /* nobody drives; never on a Sunday; NULL: on all others */
} HwSampleCatalogue;

#define HW_SAMPLE_N_CUSTOMERS 160

/* All of the sample bakery. */
const HwSampleCatalogue *hw_sample_catalogue (void);

const HwSampleProduct  *hw_sample_products   (guint *n);
const HwSampleSupplier *hw_sample_suppliers  (guint *n);
const HwSampleRegular  *hw_sample_regulars   (guint *n); /* customers 0 .. n - 1 */
const HwSampleDelivery *hw_sample_deliveries (guint *n);
const HwSampleTerms    *hw_sample_terms      (guint *n);
const HwSamplePriceBreak *hw_sample_price_breaks (guint *n); /* those of a product stand together */

/* Row of the product with @sku, which must exist. */
guint       hw_sample_product_row   (const char *sku);

/* Of somebody; some more than once. */
const char *hw_sample_first_name    (guint person);

/* Firms, then first names. */
const char *hw_sample_customer_name (guint customer);

/* The price of @product @lists_ago price lists back; the shop has a new list each
 * year, some per cent higher. */
HwMoney     hw_sample_price         (const HwSampleProduct *product,
                                     int                    lists_ago);

G_END_DECLS
