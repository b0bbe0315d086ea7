/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-catalogue.h"

#include "domain/hw-records.h"
#include "jobs/sample/hw-sample-year.h"

#define EUR(x) ((HwMoney) ((x) * 10000.0 + 0.5))
#define WEEKDAYS 0x1f
#define MON_TO_SAT 0x3f

enum { BAKEHOUSE, DAIRY, HONEY, MILL, COFFEE, DRINKS, FINE, FARM };

static const HwSampleSupplier suppliers[] = {
  /* code  name                     e-mail                        told usual late late short review  min */
  { "S01", "Own bakehouse",         "",                             0, 0, 0.00, 0, 0.00,  0, 0 },
  { "S02", "Alderbrook Dairy",      "orders@alderbrook.example",    2, 2, 0.10, 2, 0.04,  4, EUR (30) },
  { "S03", "Linden Honey and Jam",  "hello@lindenhoney.example",    5, 5, 0.20, 4, 0.05, 14, EUR (60) },
  { "S04", "Mill at the Weir",      "sales@weirmill.example",       4, 4, 0.12, 3, 0.06, 14, EUR (40) },
  { "S05", "Harbour Coffee",        "orders@harbourcoffee.example", 3, 3, 0.08, 2, 0.02,  7, EUR (45) },
  { "S06", "Spring Drinks",         "service@springdrinks.example", 2, 2, 0.15, 2, 0.08,  7, EUR (40) },
  { "S07", "Marwick Fine Foods",    "trade@marwick.example",       10, 10, 0.45, 8, 0.10, 21, EUR (75) },
  { "S08", "Hollow Farm",           "",                            -1, 2, 0.25, 3, 0.08,  4, 0 },
};

static const HwSampleTerms terms[] = {
  { HONEY,  EUR (4.50), EUR (90), TRUE },
  { COFFEE, EUR (6.90), EUR (80), FALSE },
  { FINE,   EUR (12),   EUR (150), TRUE },
};

static const HwSamplePriceBreak price_breaks[] = {
  { "G709", 24, EUR (4.35) },
  { "G709", 48, EUR (4.10) },
  { "G713", 48, EUR (0.41) },
};

#define BAKED(pack, shelf, bakes) HW_SAMPLE_BAKED, BAKEHOUSE, pack, 0, shelf, bakes
#define MADE                      HW_SAMPLE_MADE, BAKEHOUSE, 0, 0, 0, 0
#define BOUGHT(from, pack, min, shelf) HW_SAMPLE_BOUGHT, from, pack, min, shelf, 0

/* One row: number, name, category, unit; source, supplier, pack, minimum, shelf
 * days, bakes; price, cost; a day, spread, a line; habit, season, life, growth, promotion.
 * Twice, so that BAKED, MADE and BOUGHT come apart first. */
#define ROW(sku, name, category, unit, way, price, cost, daily, spread, line, habit, season, life, growth, promo) \
  ROW_ (sku, name, category, unit, way, price, cost, daily, spread, line, habit, season, life, growth, promo)
#define ROW_(sku, name, category, unit, source, supplier, pack, min, shelf, bakes, price, cost, daily, spread, line, habit, season, life, growth, promo) \
  { sku, name, category, unit, source, supplier, price, cost, pack, min, shelf, bakes, daily, spread, line, \
    HW_SAMPLE_##habit, HW_SAMPLE_##season, HW_SAMPLE_##life, growth, promo }

static const HwSampleProduct products[] = {
  ROW ("B101", "Farmhouse loaf, 1 kg", "Bread", "piece", BAKED (2, 3, 1), EUR (4.20), EUR (1.60), 11, 0.012, 1.8, BREAD, ALL_YEAR, STEADY, 0.01, 0.45),
  ROW ("B102", "Rye loaf, 750 g", "Bread", "piece", BAKED (2, 4, 1), EUR (3.90), EUR (1.45), 7, 0.012, 1.6, BREAD, ALL_YEAR, STEADY, -0.02, 0.40),
  ROW ("B103", "Sunflower seed bread", "Bread", "piece", BAKED (2, 3, 1), EUR (4.10), EUR (1.65), 6, 0.015, 1.6, BREAD, ALL_YEAR, STEADY, 0.03, 0.50),
  ROW ("B104", "Spelt bread", "Bread", "piece", BAKED (2, 3, 1), EUR (4.60), EUR (1.90), 5.5, 0.015, 1.6, BREAD, ALL_YEAR, STEADY, 0.06, 0.50),
  ROW ("B105", "Baguette", "Bread", "piece", BAKED (2, 1, 3), EUR (2.40), EUR (0.85), 7.5, 0.02, 2, BREAD, SUMMER, STEADY, 0.02, 0.45),
  ROW ("B106", "White tin loaf", "Bread", "piece", BAKED (1, 2, 1), EUR (2.90), EUR (1.10), 2, 0.02, 1.6, BREAD, ALL_YEAR, DYING, 0.0, 0.0),
  ROW ("B107", "Oat and walnut loaf", "Bread", "piece", BAKED (1, 3, 1), EUR (4.90), EUR (2.05), 4, 0.02, 1.6, BREAD, ALL_YEAR, NEW, 0.0, 0.0),
  ROW ("B108", "Carrot bread", "Bread", "piece", BAKED (1, 2, 1), EUR (4.00), EUR (1.70), 2.5, 0.02, 1.6, BREAD, ALL_YEAR, RETIRED, 0.0, 0.0),
  ROW ("R201", "Bread roll", "Rolls", "piece", BAKED (10, 1, 4), EUR (0.42), EUR (0.16), 110, 0.006, 8.2, ROLLS, ALL_YEAR, STEADY, 0.01, 0.35),
  ROW ("R202", "Poppy seed roll", "Rolls", "piece", BAKED (5, 1, 4), EUR (0.50), EUR (0.19), 31, 0.01, 4.8, ROLLS, ALL_YEAR, STEADY, 0.0, 0.40),
  ROW ("R203", "Multigrain roll", "Rolls", "piece", BAKED (5, 1, 4), EUR (0.65), EUR (0.25), 35, 0.01, 4.8, ROLLS, ALL_YEAR, STEADY, 0.05, 0.40),
  ROW ("R204", "Pretzel", "Rolls", "piece", BAKED (5, 1, 4), EUR (0.80), EUR (0.27), 24, 0.012, 3.5, ROLLS, ALL_YEAR, STEADY, 0.03, 0.50),
  ROW ("P301", "Butter croissant", "Pastry", "piece", BAKED (4, 1, 3), EUR (1.60), EUR (0.62), 16, 0.012, 3.4, SWEET, ALL_YEAR, STEADY, 0.03, 0.50),
  ROW ("P302", "Chocolate croissant", "Pastry", "piece", BAKED (4, 2, 2), EUR (1.90), EUR (0.72), 8.5, 0.015, 2.6, SWEET, ALL_YEAR, STEADY, 0.04, 0.50),
  ROW ("P303", "Cinnamon swirl", "Pastry", "piece", BAKED (2, 2, 1), EUR (2.10), EUR (0.75), 8.5, 0.02, 2.5, SWEET, WINTER, STEADY, 0.05, 0.55),
  ROW ("P304", "Apple turnover", "Pastry", "piece", BAKED (2, 2, 1), EUR (2.20), EUR (0.85), 5, 0.02, 2.4, SWEET, ALL_YEAR, STEADY, 0.0, 0.55),
  ROW ("P305", "Jam doughnut", "Pastry", "piece", BAKED (4, 2, 2), EUR (1.50), EUR (0.52), 7.5, 0.03, 3.5, SWEET, DOUGHNUT, STEADY, 0.01, 0.0),
  ROW ("K401", "Cheesecake, slice", "Cakes", "slice", BAKED (2, 3, 1), EUR (2.80), EUR (1.10), 6.5, 0.02, 2.6, SWEET, ALL_YEAR, STEADY, 0.03, 0.45),
  ROW ("K402", "Apple crumble cake, slice", "Cakes", "slice", BAKED (2, 3, 1), EUR (2.60), EUR (0.95), 6, 0.02, 2.6, SWEET, ALL_YEAR, STEADY, 0.02, 0.45),
  ROW ("K403", "Butter biscuits, 200 g", "Cakes", "bag", BAKED (6, 20, 1), EUR (3.60), EUR (1.40), 1.5, 0.03, 1.8, PANTRY, WINTER, STEADY, 0.04, 0.0),
  ROW ("K404", "Christmas stollen, 750 g", "Cakes", "piece", BAKED (2, 20, 1), EUR (11.50), EUR (4.80), 4, 0.04, 1.8, PANTRY, STOLLEN, STEADY, 0.03, 0.0),
  ROW ("K411", "Black Forest cake, to order", "Cakes", "piece", MADE, EUR (36.00), EUR (14.50), 0.45, 0.1, 1, SWEET, ALL_YEAR, STEADY, 0.03, 0.0),
  ROW ("K412", "Birthday cake, to order", "Cakes", "piece", MADE, EUR (44.00), EUR (17.00), 0.3, 0.1, 1, SWEET, ALL_YEAR, STEADY, 0.05, 0.0),
  ROW ("K413", "Party wreath of rolls, to order", "Rolls", "piece", MADE, EUR (18.50), EUR (6.80), 0.25, 0.2, 1.1, SWEET, SUMMER, STEADY, 0.0, 0.0),
  ROW ("S501", "Cheese roll", "Sandwiches", "piece", BAKED (1, 1, 5), EUR (3.30), EUR (1.35), 8.5, 0.015, 2, LUNCH, ALL_YEAR, STEADY, 0.04, 0.30),
  ROW ("S502", "Ham roll", "Sandwiches", "piece", BAKED (1, 1, 5), EUR (3.50), EUR (1.50), 7.5, 0.015, 2, LUNCH, ALL_YEAR, STEADY, -0.02, 0.30),
  ROW ("S503", "Tomato and mozzarella baguette", "Sandwiches", "piece", BAKED (1, 1, 5), EUR (4.10), EUR (1.75), 6, 0.02, 1.8, LUNCH, SUMMER, STEADY, 0.08, 0.35),
  ROW ("D601", "Coffee", "Hot drinks", "cup", MADE, EUR (2.30), EUR (0.48), 17, 0.01, 2.1, DRINKS, WINTER, STEADY, 0.03, 0.0),
  ROW ("D602", "Cappuccino", "Hot drinks", "cup", MADE, EUR (2.90), EUR (0.72), 8.5, 0.012, 2.1, DRINKS, WINTER, STEADY, 0.06, 0.0),
  ROW ("G701", "Butter, 250 g", "Groceries", "piece", BOUGHT (DAIRY, 5, 10, 30), EUR (2.60), EUR (1.95), 3.5, 0.04, 1.6, PANTRY, ALL_YEAR, STEADY, 0.02, 0.0),
  ROW ("G702", "Milk, 1 l", "Groceries", "bottle", BOUGHT (DAIRY, 6, 0, 10), EUR (1.35), EUR (0.92), 4, 0.04, 1.9, PANTRY, ALL_YEAR, STEADY, -0.02, 0.0),
  ROW ("G703", "Eggs, box of 6", "Groceries", "box", BOUGHT (FARM, 5, 0, 21), EUR (2.80), EUR (1.95), 2.48, 0.05, 1.6, PANTRY, ALL_YEAR, STEADY, 0.04, 0.0),
  ROW ("G704", "Blossom honey, 500 g", "Groceries", "jar", BOUGHT (HONEY, 6, 0, 0), EUR (6.40), EUR (4.10), 0.88, 0.08, 1.6, PANTRY, WINTER, STEADY, 0.02, 0.6),
  ROW ("G705", "Strawberry jam, 340 g", "Groceries", "jar", BOUGHT (HONEY, 6, 0, 0), EUR (3.90), EUR (2.40), 1.21, 0.08, 1.8, PANTRY, ALL_YEAR, STEADY, 0.03, 0.6),
  ROW ("G706", "Apricot jam, 340 g", "Groceries", "jar", BOUGHT (HONEY, 6, 0, 0), EUR (3.90), EUR (2.45), 0.66, 0.1, 1.6, PANTRY, ALL_YEAR, STEADY, 0.0, 0.6),
  ROW ("G707", "Wheat flour, 1 kg", "Groceries", "bag", BOUGHT (MILL, 5, 10, 0), EUR (1.90), EUR (1.05), 1.65, 0.06, 2, PANTRY, WINTER, STEADY, 0.0, 0.0),
  ROW ("G708", "Muesli, 500 g", "Groceries", "bag", BOUGHT (MILL, 8, 0, 90), EUR (4.80), EUR (2.90), 0.72, 0.1, 1.6, PANTRY, ALL_YEAR, STEADY, 0.05, 0.5),
  ROW ("G709", "Coffee beans, 250 g", "Groceries", "bag", BOUGHT (COFFEE, 6, 0, 120), EUR (7.50), EUR (4.60), 1.32, 0.06, 1.6, PANTRY, WINTER, STEADY, 0.05, 0.6),
  ROW ("G710", "Herbal tea, 20 bags", "Groceries", "box", BOUGHT (COFFEE, 6, 0, 0), EUR (4.20), EUR (2.50), 0.22, 0.3, 1.6, PANTRY, WINTER, STEADY, 0.0, 0.0),
  ROW ("G711", "Apple juice, 0.5 l", "Cold drinks", "bottle", BOUGHT (DRINKS, 12, 0, 0), EUR (1.90), EUR (0.95), 3.5, 0.05, 1.9, LUNCH, ALL_YEAR, STEADY, 0.02, 0.0),
  ROW ("G712", "Lemonade, 0.33 l", "Cold drinks", "bottle", BOUGHT (DRINKS, 12, 0, 0), EUR (2.00), EUR (0.98), 5, 0.06, 2, LUNCH, SUMMER, STEADY, 0.05, 0.0),
  ROW ("G713", "Mineral water, 0.5 l", "Cold drinks", "bottle", BOUGHT (DRINKS, 12, 0, 0), EUR (1.30), EUR (0.45), 6.5, 0.04, 1.9, LUNCH, SUMMER, STEADY, 0.01, 0.0),
  ROW ("G714", "Dark chocolate, 100 g", "Groceries", "bar", BOUGHT (FINE, 12, 0, 0), EUR (2.90), EUR (1.70), 0.83, 0.1, 1.8, PANTRY, WINTER, STEADY, 0.03, 0.6),
  ROW ("G715", "Oat biscuits, 200 g", "Groceries", "packet", BOUGHT (FINE, 10, 0, 0), EUR (3.20), HW_UNKNOWN, 0.72, 0.1, 1.6, PANTRY, ALL_YEAR, STEADY, 0.02, 0.0),
  ROW ("G716", "Panettone in a gift tin", "Groceries", "tin", BOUGHT (FINE, 6, 0, 0), EUR (16.80), EUR (10.20), 0.03, 0.3, 1, PANTRY, ALL_YEAR, DEAD, 0.0, 0.0),
};

#define LEAVES_NEVER HW_SAMPLE_DAYS

static const HwSampleRegular regulars[] = {
  { "Café Mira",         0,   LEAVES_NEVER },
  { "Guest house Jonas", 0,   LEAVES_NEVER },
  { "Kindergarten Nora", 0,   LEAVES_NEVER },
  { "Bistro Emil",       0,   640 },
  { "Care home Frieda",  0,   LEAVES_NEVER },
  { "Office Tarik",      0,   LEAVES_NEVER },
  { "School shop Lina",  210, LEAVES_NEVER },
  { "Snack bar Oskar",   400, LEAVES_NEVER },
};

static const HwSampleDelivery deliveries[] = {
  { 0, "P301", 16, 0x7f },       { 0, "K401", 8, 0x7f },       { 0, "B105", 6, MON_TO_SAT },
  { 1, "R201", 50, 0x7f },       { 1, "R203", 24, 0x7f },      { 1, "B101", 4, 0x7f },
  { 2, "R201", 36, WEEKDAYS },   { 2, "B102", 4, WEEKDAYS },
  { 3, "B105", 10, MON_TO_SAT }, { 3, "B104", 4, MON_TO_SAT },
  { 4, "B101", 9, MON_TO_SAT },  { 4, "R201", 48, 0x7f },      { 4, "K402", 16, 0x48 },
  { 5, "S501", 9, 0x15 },        { 5, "S502", 8, 0x15 },       { 5, "R204", 14, 0x1a },
  { 6, "R204", 30, WEEKDAYS },   { 6, "R203", 24, WEEKDAYS },
  { 7, "R201", 28, MON_TO_SAT }, { 7, "R202", 14, MON_TO_SAT },
};

static const char *const first_names[] = {
  "Mara", "Jonas", "Lina", "Emil", "Nora", "Tarik", "Frieda", "Oskar", "Ida", "Karim",
  "Greta", "Anton", "Selma", "Theo", "Alma", "Milan", "Rosa", "Henri", "Yara", "Bruno",
  "Leni", "Samir", "Klara", "Mattis", "Elif", "Johann", "Pia", "Viktor", "Amira", "Paul",
  "Hanna", "Ravi", "Edda", "Felix", "Dora", "Levin", "Zoe", "Arthur", "Nele", "Ben",
};

const HwSampleProduct *
hw_sample_products (guint *n)
{
  *n = G_N_ELEMENTS (products);
  return products;
}

const HwSampleCatalogue *
hw_sample_catalogue (void)
{
  static const HwSampleCatalogue catalogue = {
    suppliers, G_N_ELEMENTS (suppliers), products, G_N_ELEMENTS (products),
    HW_SAMPLE_N_CUSTOMERS, hw_sample_customer_name, hw_sample_is_holiday,
  };

  return &catalogue;
}

const HwSampleTerms *
hw_sample_terms (guint *n)
{
  *n = G_N_ELEMENTS (terms);
  return terms;
}

const HwSamplePriceBreak *
hw_sample_price_breaks (guint *n)
{
  *n = G_N_ELEMENTS (price_breaks);
  return price_breaks;
}

const HwSampleSupplier *
hw_sample_suppliers (guint *n)
{
  *n = G_N_ELEMENTS (suppliers);
  return suppliers;
}

const HwSampleRegular *
hw_sample_regulars (guint *n)
{
  *n = G_N_ELEMENTS (regulars);
  return regulars;
}

const HwSampleDelivery *
hw_sample_deliveries (guint *n)
{
  *n = G_N_ELEMENTS (deliveries);
  return deliveries;
}

guint
hw_sample_product_row (const char *sku)
{
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    if (g_str_equal (products[i].sku, sku))
      return i;

  g_return_val_if_reached (0);
}

const char *
hw_sample_first_name (guint person)
{
  return first_names[person % G_N_ELEMENTS (first_names)];
}

const char *
hw_sample_customer_name (guint customer)
{
  return customer < G_N_ELEMENTS (regulars)
         ? regulars[customer].name
         : hw_sample_first_name (customer - G_N_ELEMENTS (regulars));
}

HwMoney
hw_sample_price (const HwSampleProduct *product,
                 int                    lists_ago)
{
  HwMoney price = product->price;

  for (int i = 0; i < lists_ago; i++)
    {
      const HwMoney step = price >= HW_MONEY_ONE ? HW_MONEY_ONE / 20 : HW_MONEY_ONE / 100;

      price = (price * 98 / 100 + step / 2) / step * step;
    }

  return price;
}
