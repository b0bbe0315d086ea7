/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wholesaler that changed prices, tried it for twice as long, could not tell whether it
 * helped, and stopped: an honest end. */
#include "jobs/example/hw-example.h"

#include <glib/gi18n-lib.h>

#define EUR(x) ((HwMoney) ((x) * 10000.0 + 0.5))

static const HwSampleSupplier suppliers[] = {
  { "S01", "Boltworks North", "orders@boltworks.example", 8, 8, 0.20, 6, 0.06, 7, EUR (300) },
  { "S02", "Pumpenhof", "sales@pumpenhof.example", 21, 21, 0.40, 14, 0.05, 14, EUR (600) },
  { "S03", "Low Country Tools", "trade@lowcountry.example", 12, 12, 0.15, 7, 0.04, 14, EUR (400) },
  { "S04", "Windmill Paints", "orders@windmillpaints.example", 6, 6, 0.10, 4, 0.04, 7, EUR (200) },
};

#define ROW(no, called, group, each, from, asks, costs, packs, a_day, a_line, when, alive) \
  { .sku = no, .name = called, .category = group, .unit = each, .source = HW_SAMPLE_BOUGHT, .supplier = from, \
    .price = EUR (asks), .cost = EUR (costs), .pack = packs, .daily_units = a_day, .spread = 0.6, .line_units = a_line, \
    .season = HW_SAMPLE_##when, .life = HW_SAMPLE_##alive, .growth_share = 0.01 }

static const HwSampleProduct products[] = {
  ROW ("10-01", "Hex bolts M8", "Fixings", "box", 0, 14.50, 9.20, 10, 18, 12, ALL_YEAR, STEADY),
  ROW ("10-02", "Hex bolts M10", "Fixings", "box", 0, 16.80, 10.90, 10, 12, 10, ALL_YEAR, STEADY),
  ROW ("10-03", "Wood screws 5 × 60", "Fixings", "box", 0, 11.20, 6.90, 10, 20, 14, ALL_YEAR, STEADY),
  ROW ("10-04", "Threaded rod, 1 m", "Fixings", "piece", 0, 4.20, 2.50, 25, 16, 20, ALL_YEAR, STEADY),
  ROW ("20-01", "Circulation pump", "Heating", "piece", 1, 148.00, 102.00, 1, 1.1, 1.6, ALL_YEAR, STEADY),
  ROW ("20-02", "Expansion tank", "Heating", "piece", 1, 86.00, 58.00, 1, 0.8, 1.5, ALL_YEAR, STEADY),
  ROW ("20-03", "Pump seal kit", "Heating", "piece", 1, 24.00, 14.00, 5, 0.35, 1.4, ALL_YEAR, STEADY),
  ROW ("20-04", "Valve, brass", "Heating", "piece", 1, 18.50, 11.40, 10, 4.5, 5, ALL_YEAR, STEADY),
  ROW ("20-05", "Old-type thermostat", "Heating", "piece", 1, 39.00, 27.00, 2, 0.02, 1.3, ALL_YEAR, DEAD),
  ROW ("30-01", "Cutting disc", "Tools", "piece", 2, 3.40, 1.80, 25, 24, 18, ALL_YEAR, STEADY),
  ROW ("30-02", "Drill bit set", "Tools", "piece", 2, 42.00, 27.00, 2, 1.4, 2, ALL_YEAR, STEADY),
  ROW ("30-03", "Core drill, 68 mm", "Tools", "piece", 2, 96.00, 64.00, 1, 0.2, 1.2, ALL_YEAR, STEADY),
  ROW ("30-04", "Work gloves", "Tools", "pair", 2, 4.90, 2.60, 12, 14, 12, WINTER, STEADY),
  ROW ("40-01", "Masonry paint, 10 l", "Paint", "tub", 3, 54.00, 35.00, 2, 5.5, 5, ALL_YEAR, STEADY),
  ROW ("40-02", "Primer, 5 l", "Paint", "tub", 3, 31.00, 19.00, 4, 3.5, 3, ALL_YEAR, STEADY),
  ROW ("40-03", "Marine varnish, 1 l", "Paint", "tin", 3, 27.00, 17.50, 6, 0.5, 2, SUMMER, STEADY),
};

static const char *
firm (guint customer)
{
  static const char *const firms[] = {
    "Dijk Builders",
    "Oakley Heating",
    "Vermolen Joinery",
    "Noord Painters",
    "Hanse Roofing",
    "Polder Services",
    "Linde Yachts",
    "Brugman Tiles",
    "Kade Bouw",
    "Zandstra Pipes",
    "Groenveld Gardens",
    "Molenaar Glass",
    "Eiland Electric",
    "Duinrand Homes",
    "Sluis Repairs",
    "Haven Cranes",
    "Terp Farm Works",
    "Ooster Kitchens",
    "Wester Stairs",
    "Singel Doors",
    "Fries Boats",
    "Maas Fences",
    "Kroon Ceilings",
    "Veld Sheds",
  };

  return firms[customer % G_N_ELEMENTS (firms)];
}

static const HwExampleAct acts[] = {
  HW_SAVE (345, HW_ENTRY_CARD, NULL, NULL, HW_NUMBER ("people", 11), HW_ID ("tax", "without"), HW_ID ("week_start", "1")),
  HW_ANSWER (342, "11110122111101211110211102121110?00"),
  HW_SAVE (338, HW_ENTRY_PAINS, NULL, NULL, HW_ID ("uc_pricing", "yes"), HW_ID ("uc_slow_movers", "yes"), HW_NUMBER ("budget", 3000)),
  HW_SAVE (338, HW_ENTRY_IDEA, NULL, NULL, HW_ID ("idea", "uc_pricing"), HW_NUMBER ("benefit", 15000), HW_NUMBER ("cost", 600),
           HW_WORDS ("why", N_("Two of a hundred more on what we sell would bring this much."))),
  HW_RISK (337, "uc_pricing", "yes", "no"),
  HW_DUTIES (335, "G01 G03 G04 G06 G08 G17 G20 G22 G23 G28"),
  HW_SAVE (333, HW_ENTRY_GOAL, "sales", NULL, HW_WORDS ("name", N_("More sales from the same goods")), HW_ID ("metric", "revenue"),
           HW_TIMES ("target", 1.12), HW_DAY ("day", -90),
           HW_WORDS ("reason", N_("Rent and vans cost more each year."))),
  HW_SAVE (333, HW_ENTRY_GOAL, "margin", NULL, HW_WORDS ("name", N_("Keep more of each euro")), HW_ID ("metric", "gross_margin_pct"),
           HW_TIMES ("target", 1.03), HW_DAY ("day", -45),
           HW_WORDS ("reason", N_("We sell much and keep little."))),
  HW_SAVE (332, HW_ENTRY_MILESTONE, "others", "sales", HW_WORDS ("what", N_("We know what others ask for our ten best goods")),
           HW_DAY ("day", 310), HW_ID ("quick", "yes"), HW_DAY ("done", 332)),
  HW_SAVE (332, HW_ENTRY_MILESTONE, "new", "sales", HW_WORDS ("what", N_("The new prices are in the list")),
           HW_DAY ("day", 255), HW_ENTRY ("after", "others")),
  HW_CHOOSE (326, "uc_pricing", "trial", HW_ENTRY ("goal", "sales"), HW_ID ("owner", "Pieter Anker"),
             HW_WORDS ("reason", N_("Some of our prices are three years old."))),
  HW_MOVE (325, "trial", HW_STATE_SCORED, HW_NUMBER ("cost", 500)),
  HW_MOVE (310, "trial", HW_STATE_PLANNED, HW_ID ("metric", "revenue"), HW_NUMBER ("effect", 0.03), HW_DAY ("baseline_from", 700),
           HW_DAY ("start", 259), HW_DAY ("end", 204), HW_NUMBER ("month_cost", 50), HW_NUMBER ("hours", 3), HW_NUMBER ("wage", 24),
           HW_ID ("people", "no"), HW_ID ("banned", "no"),
           HW_WORDS ("exit", N_("We stop if two good customers leave because of it."))),
  HW_MOVE (309, "trial", HW_STATE_BASELINE, { 0 }),
  HW_SAVE (260, HW_ENTRY_MILESTONE, "new", "sales", HW_DAY ("done", 260)),
  HW_MOVE (259, "trial", HW_STATE_RUNNING, { 0 }),
  HW_CHECK_IN (252, "trial", 0.7),
  HW_CHECK_IN (245, "trial", 0.8),
  HW_CHECK_IN (238, "trial", 0.9),
  HW_CHECK_IN (231, "trial", 0.9),
  HW_CHECK_IN (224, "trial", 0.8),
  HW_CHECK_IN (217, "trial", 0.9),
  HW_CHECK_IN (210, "trial", 0.9),
  HW_CHECK_IN (203, "trial", 0.9),
  HW_MOVE (202, "trial", HW_STATE_EVALUATING, { 0 }),
  HW_MOVE (201, "trial", HW_STATE_EXTEND, HW_ID ("decision", "extend"), HW_DAY ("end", 148),
           HW_WORDS ("decision_why", N_("A few large orders hide it all. Eight weeks more may show it."))),
  HW_MOVE (200, "trial", HW_STATE_RUNNING, { 0 }),
  HW_CHECK_IN (196, "trial", 0.9),
  HW_CHECK_IN (189, "trial", 0.8),
  HW_CHECK_IN (182, "trial", 0.9),
  HW_CHECK_IN (175, "trial", 0.8),
  HW_CHECK_IN (168, "trial", 0.9),
  HW_CHECK_IN (161, "trial", 0.7),
  HW_CHECK_IN (154, "trial", 0.8),
  HW_ANSWER (152, "2222233333223232222132223233222?110"),
  HW_CHECK_IN (147, "trial", 0.8),
  HW_MOVE (146, "trial", HW_STATE_EVALUATING, { 0 }),
  HW_MOVE (144, "trial", HW_STATE_STOP, HW_ID ("decision", "stop"),
           HW_WORDS ("decision_why", N_("After sixteen weeks nobody can tell whether it helped. So we do not go on.")),
           HW_WORDS ("lesson", N_("Our sales jump too much for a small change to show. Next time we try something whose effect we can count each day."))),
  HW_MOVE (143, "trial", HW_STATE_CLOSED, { 0 }),
  HW_SAVE (140, HW_ENTRY_REVIEW, "look", NULL, HW_DAY ("day", 31), HW_WORDS ("about", N_("What do we try next?"))),
  HW_SAVE (64, HW_ENTRY_FIGURE, NULL, NULL, HW_ID ("metric", "dso"), HW_NUMBER ("value", 38), HW_DAY ("to", 65)),
  HW_SAVE (50, HW_ENTRY_SURVEY, NULL, NULL, HW_ID ("metric", "csat"), HW_DAY ("day", 51), HW_NUMBER ("n2", 2), HW_NUMBER ("n3", 5),
           HW_NUMBER ("n4", 14), HW_NUMBER ("n5", 9)),
  HW_SAVE (31, HW_ENTRY_REVIEW, "look", NULL, HW_ID ("done", "yes"),
           HW_WORDS ("note", N_("The slow sellers: there we can count what lies on the shelf."))),
  HW_SAVE (31, HW_ENTRY_REVIEW, NULL, NULL, HW_DAY ("day", -60), HW_WORDS ("about", N_("How far are we with the slow sellers?"))),
  HW_PIN (2, "revenue"),
  HW_PIN (2, "gross_margin_pct"),
  HW_PIN (2, "dead_stock_share"),
  HW_PIN (2, "dso"),
  HW_DUTIES (2, "G03 G05 G06 G07 G09 G22 G23 G25 G29 G30"),
};

const HwExample hw_example_wholesaler = {
  .id = "wholesaler",
  .name = "Example: Northgate Wholesale",
  .sector = "wholesale",
  .country = "NL",
  .currency = "EUR",
  .catalogue = { suppliers, G_N_ELEMENTS (suppliers), products, G_N_ELEMENTS (products), 24, firm, NULL },
  .trade = {
    .weekdays = { 1.15, 1.05, 1.00, 1.00, 0.80, 0.0, 0.0 },
    .eve = 1.0, .opens = 420, .closes = 1020, .lumps = 2.5, .more_lines = 1.6, .known = 1.0,
  },
  .acts = acts,
  .n_acts = G_N_ELEMENTS (acts),
};
