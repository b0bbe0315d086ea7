/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bakery that threw away too much, baked by a list for eight weeks, and kept it. */
#include "jobs/example/hw-example.h"

#include "jobs/sample/hw-sample-year.h"

#include <glib/gi18n-lib.h>

#define EUR(x) ((HwMoney) ((x) * 10000.0 + 0.5))

static const HwSampleSupplier suppliers[] = {
  { "S01", "Own bakehouse", "", 0, 0, 0.0, 0, 0.0, 0, 0 },
  { "S02", "Cloverfield Dairy", "orders@cloverfield.example", 2, 2, 0.10, 2, 0.04, 4, EUR (30) },
  { "S03", "Old Quay Coffee", "trade@oldquay.example", 4, 4, 0.15, 3, 0.03, 14, EUR (60) },
};

#define BAKED(no, called, group, asks, costs, packs, keeps, a_day, a_line, when, grows, promo) \
  { .sku = no, .name = called, .category = group, .unit = "piece", .source = HW_SAMPLE_BAKED, .supplier = 0, \
    .price = EUR (asks), .cost = EUR (costs), .pack = packs, .shelf_days = keeps, .daily_units = a_day, .spread = 0.015, \
    .line_units = a_line, .season = HW_SAMPLE_##when, .growth_share = grows, .promo_share = promo }
#define BOUGHT(no, called, from, asks, costs, packs, keeps, a_day, when) \
  { .sku = no, .name = called, .category = "Shelf", .unit = "piece", .source = HW_SAMPLE_BOUGHT, .supplier = from, \
    .price = EUR (asks), .cost = EUR (costs), .pack = packs, .shelf_days = keeps, .daily_units = a_day, .spread = 0.03, \
    .line_units = 1.3, .season = HW_SAMPLE_##when, .growth_share = 0.02 }

static const HwSampleProduct products[] = {
  BAKED ("101", "Country loaf", "Bread", 4.60, 1.70, 1, 2, 21, 1.4, ALL_YEAR, 0.02, 0.3),
  BAKED ("102", "Rye bread", "Bread", 4.40, 1.60, 1, 2, 15, 1.3, ALL_YEAR, 0.0, 0.3),
  BAKED ("103", "Walnut bread", "Bread", 5.20, 2.20, 1, 2, 9, 1.2, WINTER, 0.03, 0.4),
  BAKED ("104", "Baguette", "Bread", 2.60, 0.85, 1, 1, 24, 1.8, SUMMER, 0.02, 0.4),
  BAKED ("201", "Breakfast roll", "Rolls", 0.55, 0.18, 5, 1, 150, 7, ALL_YEAR, 0.01, 0.3),
  BAKED ("202", "Seeded roll", "Rolls", 0.85, 0.28, 5, 1, 70, 4, ALL_YEAR, 0.04, 0.3),
  BAKED ("203", "Pretzel", "Rolls", 0.95, 0.28, 5, 1, 44, 3, SUMMER, 0.02, 0.4),
  BAKED ("301", "Butter croissant", "Pastry", 1.80, 0.65, 2, 1, 34, 2.4, ALL_YEAR, 0.03, 0.4),
  BAKED ("302", "Plum slice", "Pastry", 2.60, 0.95, 2, 1, 16, 1.8, SUMMER, 0.0, 0.4),
  BAKED ("303", "Cinnamon bun", "Pastry", 2.30, 0.75, 2, 1, 18, 2, WINTER, 0.05, 0.4),
  BAKED ("401", "Cheese sandwich", "Lunch", 3.90, 1.40, 1, 1, 20, 1.3, ALL_YEAR, 0.05, 0.0),
  BOUGHT ("501", "Butter, 250 g", 1, 3.20, 2.10, 10, 30, 5, ALL_YEAR),
  BOUGHT ("502", "Whole milk, 1 l", 1, 1.70, 1.10, 12, 8, 9, ALL_YEAR),
  BOUGHT ("503", "Ground coffee, 500 g", 2, 8.90, 5.60, 6, 0, 2.4, WINTER),
};

static const HwExampleAct acts[] = {
  HW_SAVE (336, HW_ENTRY_CARD, NULL, NULL, HW_NUMBER ("people", 7), HW_ID ("tax", "without"), HW_ID ("week_start", "1")),
  HW_ANSWER (333, "1110111201120110122021111121111?010"),
  HW_SAVE (330, HW_ENTRY_PAINS, NULL, NULL, HW_ID ("uc_daily_bake", "yes"), HW_ID ("uc_lost_sales", "yes"), HW_NUMBER ("budget", 1200)),
  HW_SAVE (330, HW_ENTRY_IDEA, NULL, NULL, HW_ID ("idea", "uc_promo"), HW_NUMBER ("benefit", 900), HW_NUMBER ("cost", 150),
           HW_WORDS ("why", N_("A special offer fills the shop, but I do not know what it earns."))),
  HW_RISK (329, "uc_daily_bake", "yes", "no"),
  HW_DUTIES (328, "G01 G03 G04 G06 G08 G10 G17 G18 G20 G22 G23 G28"),
  HW_SAVE (327, HW_ENTRY_GOAL, "waste", NULL, HW_WORDS ("name", N_("Throw away less")), HW_ID ("metric", "waste_rate"),
           HW_TIMES ("target", 0.75), HW_DAY ("day", -40),
           HW_WORDS ("reason", N_("It hurts to throw away good bread each night."))),
  HW_SAVE (327, HW_ENTRY_GOAL, "sales", NULL, HW_WORDS ("name", N_("A little more in the till")), HW_ID ("metric", "revenue"),
           HW_TIMES ("target", 1.03), HW_DAY ("day", -120),
           HW_WORDS ("reason", N_("The new oven must be paid."))),
  HW_SAVE (326, HW_ENTRY_MILESTONE, "note", "waste", HW_WORDS ("what", N_("Each evening we write down what is left")),
           HW_DAY ("day", 315), HW_ID ("quick", "yes"), HW_DAY ("done", 326)),
  HW_SAVE (326, HW_ENTRY_MILESTONE, "list", "waste", HW_WORDS ("what", N_("The baking list hangs next to the oven")),
           HW_DAY ("day", 240), HW_ENTRY ("after", "note")),
  HW_SAVE (326, HW_ENTRY_MILESTONE, "rolls", "waste", HW_WORDS ("what", N_("All fresh goods are baked by the list")),
           HW_DAY ("day", 120), HW_ENTRY ("after", "list")),
  HW_CHOOSE (320, "uc_daily_bake", "trial", HW_ENTRY ("goal", "waste"), HW_ID ("owner", "Lena Hartwig"),
             HW_WORDS ("reason", N_("On some nights a fifth of what we baked is left."))),
  HW_MOVE (318, "trial", HW_STATE_SCORED, HW_NUMBER ("cost", 120)),
  HW_MOVE (300, "trial", HW_STATE_PLANNED, HW_ID ("metric", "waste_rate"), HW_NUMBER ("effect", 0.2), HW_DAY ("baseline_from", 700),
           HW_DAY ("start", 245), HW_DAY ("end", 190), HW_NUMBER ("month_cost", 0), HW_NUMBER ("hours", 2), HW_NUMBER ("wage", 18),
           HW_ID ("people", "no"), HW_ID ("banned", "no"),
           HW_WORDS ("exit", N_("We stop if more than five people a day find an empty shelf."))),
  HW_MOVE (298, "trial", HW_STATE_BASELINE, { 0 }),
  HW_SAVE (246, HW_ENTRY_MILESTONE, "list", "waste", HW_DAY ("done", 246)),
  HW_MOVE (245, "trial", HW_STATE_RUNNING, { 0 }),
  HW_CHECK_IN (238, "trial", 0.8),
  HW_CHECK_IN (231, "trial", 0.9),
  HW_CHECK_IN (224, "trial", 1.0),
  HW_CHECK_IN (217, "trial", 0.7),
  HW_CHECK_IN (210, "trial", 0.9),
  HW_CHECK_IN (203, "trial", 1.0),
  HW_CHECK_IN (196, "trial", 1.0),
  HW_CHECK_IN (189, "trial", 0.9),
  HW_MOVE (188, "trial", HW_STATE_EVALUATING, { 0 }),
  HW_MOVE (186, "trial", HW_STATE_GO, HW_ID ("decision", "go"), HW_NUMBER ("budget", 1500),
           HW_WORDS ("decision_why", N_("Much less is left at night. Some shelves are empty a little sooner, and nobody minds."))),
  HW_MOVE (184, "trial", HW_STATE_SCALING, { 0 }),
  HW_SAVE (184, HW_ENTRY_ROLL_OUT, "bread", "trial", HW_WORDS ("what", N_("All bread by the list")), HW_ID ("who", "Lena Hartwig"),
           HW_DAY ("from", 183), HW_DAY ("to", 162), HW_NUMBER ("money", 80), HW_NUMBER ("people", 3), HW_NUMBER ("trained", 2)),
  HW_SAVE (184, HW_ENTRY_ROLL_OUT, "pastry", "trial", HW_WORDS ("what", N_("Rolls and pastry by the list")), HW_ID ("who", "Jonas Feld"),
           HW_DAY ("from", 161), HW_DAY ("to", 126), HW_NUMBER ("money", 140), HW_NUMBER ("people", 4), HW_NUMBER ("trained", 0)),
  HW_SAVE (162, HW_ENTRY_ROLL_OUT, "bread", "trial", HW_NUMBER ("trained", 3), HW_ID ("done", "yes")),
  HW_ANSWER (150, "33322223222232322332322222322222122"),
  HW_SAVE (127, HW_ENTRY_ROLL_OUT, "pastry", "trial", HW_NUMBER ("trained", 4), HW_ID ("done", "yes")),
  HW_SAVE (126, HW_ENTRY_MILESTONE, "rolls", "waste", HW_DAY ("done", 126)),
  HW_MOVE (125, "trial", HW_STATE_LIVE,
           HW_WORDS ("lesson", N_("One list, read by one person each evening, was enough. On feast days we bake more than it says."))),
  HW_SAVE (124, HW_ENTRY_REVIEW, "look", "trial", HW_DAY ("day", 33), HW_WORDS ("about", N_("Does the team still use the list?"))),
  HW_SAVE (60, HW_ENTRY_FIGURE, NULL, NULL, HW_ID ("metric", "process_hours_saved"), HW_NUMBER ("value", 3), HW_DAY ("to", 61)),
  HW_SAVE (45, HW_ENTRY_SURVEY, NULL, NULL, HW_ID ("metric", "csat"), HW_DAY ("day", 46), HW_NUMBER ("n1", 1), HW_NUMBER ("n2", 2),
           HW_NUMBER ("n3", 6), HW_NUMBER ("n4", 24), HW_NUMBER ("n5", 31)),
  HW_SAVE (33, HW_ENTRY_REVIEW, "look", "trial", HW_ID ("done", "yes"),
           HW_WORDS ("note", N_("Yes. It hangs by the oven, and it is read each evening."))),
  HW_SAVE (33, HW_ENTRY_REVIEW, NULL, "trial", HW_DAY ("day", -58), HW_WORDS ("about", N_("Does it still pay?"))),
  HW_PIN (2, "revenue"),
  HW_PIN (2, "waste_rate"),
  HW_PIN (2, "gross_margin_pct"),
  HW_PIN (2, "csat"),
  HW_DUTIES (2, "G03 G05 G06 G07 G09 G22 G23 G25 G29 G30"),
};

const HwExample hw_example_bakery = {
  .id = "bakery",
  .name = "Example: Mill Lane Bakery",
  .sector = "bakery",
  .country = "DE",
  .currency = "EUR",
  .catalogue = { suppliers, G_N_ELEMENTS (suppliers), products, G_N_ELEMENTS (products), 120, hw_sample_first_name, hw_sample_is_holiday },
  .trade = {
    .weekdays = { 0.88, 0.86, 0.90, 0.96, 1.06, 1.28, 1.06 },
    .eve = 1.2, .opens = 390, .closes = 1080, .spare = 1.8, .more_lines = 1.3, .known = 0.3,
    .effect = HW_EXAMPLE_BAKES_LESS, .size = 0.2, .from = 245, .to = 0,
  },
  .acts = acts,
  .n_acts = G_N_ELEMENTS (acts),
};
