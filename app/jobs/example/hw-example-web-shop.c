/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web shop for sailors that showed what goes together, saw fuller baskets, and kept it. */
#include "jobs/example/hw-example.h"

#include <glib/gi18n-lib.h>

#define GBP(x) ((HwMoney) ((x) * 10000.0 + 0.5))

static const HwSampleSupplier suppliers[] = {
  { "S01", "Tidewater Ropes", "orders@tidewater.example", 6, 6, 0.20, 5, 0.05, 7, GBP (120) },
  { "S02", "Gull and Sons Knitwear", "trade@gullandsons.example", 14, 14, 0.15, 5, 0.04, 14, GBP (250) },
  { "S03", "Beacon Lamps", "sales@beaconlamps.example", 9, 9, 0.15, 6, 0.04, 14, GBP (150) },
  { "S04", "Fairlead Outdoor", "orders@fairlead.example", 5, 5, 0.10, 3, 0.03, 7, GBP (90) },
};

#define ROW(no, called, group, from, asks, costs, packs, a_day, when, grows, promo) \
  { .sku = no, .name = called, .category = group, .unit = "piece", .source = HW_SAMPLE_BOUGHT, .supplier = from, \
    .price = GBP (asks), .cost = GBP (costs), .pack = packs, .daily_units = a_day, .spread = 0.05, .line_units = 1.15, \
    .season = HW_SAMPLE_##when, .growth_share = grows, .promo_share = promo }

static const HwSampleProduct products[] = {
  ROW ("W-101", "Mooring line, 10 m", "On deck", 0, 24.00, 13.50, 4, 6.7, ALL_YEAR, 0.10, 0.5),
  ROW ("W-102", "Fender, medium", "On deck", 0, 19.50, 10.80, 4, 5.8, WINTER, 0.08, 0.5),
  ROW ("W-103", "Shackle set", "On deck", 0, 12.90, 6.20, 10, 4.8, WINTER, 0.05, 0.4),
  ROW ("W-104", "Sailing gloves", "Wear", 3, 22.00, 11.00, 5, 5.4, ALL_YEAR, 0.12, 0.6),
  ROW ("W-201", "Wool cap", "Wear", 1, 18.00, 8.40, 6, 7, WINTER, 0.15, 0.6),
  ROW ("W-202", "Fisherman’s jumper", "Wear", 1, 49.00, 27.00, 2, 3.2, WINTER, 0.10, 0.0),
  ROW ("W-203", "Striped shirt", "Wear", 1, 29.00, 14.00, 4, 5.1, WINTER, 0.12, 0.6),
  ROW ("W-204", "Rain jacket", "Wear", 3, 59.00, 34.00, 2, 2.9, WINTER, 0.10, 0.0),
  ROW ("W-301", "Storm lamp", "At home", 2, 34.00, 18.00, 4, 3.8, WINTER, 0.08, 0.5),
  ROW ("W-302", "Brass ship’s bell", "At home", 2, 42.00, 24.00, 2, 1.4, WINTER, 0.0, 0.4),
  ROW ("W-303", "Tide clock", "At home", 2, 38.00, 21.00, 2, 1.8, WINTER, 0.05, 0.4),
  ROW ("W-304", "Enamel mug", "At home", 3, 9.50, 4.10, 12, 10.4, WINTER, 0.15, 0.5),
  ROW ("W-401", "Dry bag, 20 l", "On the way", 3, 21.00, 11.50, 5, 5.4, WINTER, 0.12, 0.5),
  ROW ("W-402", "Sea chart of the bay", "On the way", 3, 16.00, 8.00, 5, 2.6, ALL_YEAR, 0.0, 0.3),
};

static const HwExampleAct acts[] = {
  HW_SAVE (340, HW_ENTRY_CARD, NULL, NULL, HW_NUMBER ("people", 4), HW_ID ("tax", "without"), HW_ID ("week_start", "1")),
  HW_ANSWER (338, "2111022122110121132111211112111?000"),
  HW_SAVE (336, HW_ENTRY_PAINS, NULL, NULL, HW_ID ("uc_basket", "yes"), HW_ID ("uc_reorder", "yes"), HW_NUMBER ("budget", 1500)),
  HW_SAVE (336, HW_ENTRY_IDEA, NULL, NULL, HW_ID ("idea", "uc_basket"), HW_NUMBER ("benefit", 6000), HW_NUMBER ("cost", 240),
           HW_WORDS ("why", N_("One piece more in every tenth basket would bring this much."))),
  HW_RISK (335, "uc_basket", "no", "yes"),
  HW_DUTIES (334, "G01 G03 G04 G06 G08 G10 G15 G16 G17 G18 G19 G20 G22 G23 G28"),
  HW_SAVE (332, HW_ENTRY_GOAL, "basket", NULL, HW_WORDS ("name", N_("Fuller baskets")), HW_ID ("metric", "average_order_value"),
           HW_TIMES ("target", 1.08), HW_DAY ("day", -30),
           HW_WORDS ("reason", N_("A parcel costs the same, however much is in it."))),
  HW_SAVE (332, HW_ENTRY_GOAL, "sales", NULL, HW_WORDS ("name", N_("A good year")), HW_ID ("metric", "revenue"),
           HW_TIMES ("target", 1.40), HW_DAY ("day", -150),
           HW_WORDS ("reason", N_("Then there is work for two all year."))),
  HW_SAVE (331, HW_ENTRY_MILESTONE, "pairs", "basket", HW_WORDS ("what", N_("We know ten pairs that are bought together")),
           HW_DAY ("day", 310), HW_ID ("quick", "yes")),
  HW_SAVE (331, HW_ENTRY_MILESTONE, "shown", "basket", HW_WORDS ("what", N_("The shop shows the pairs next to the basket")),
           HW_DAY ("day", 240), HW_ENTRY ("after", "pairs")),
  HW_SAVE (331, HW_ENTRY_MILESTONE, "all", "basket", HW_WORDS ("what", N_("Each product has its pair")),
           HW_DAY ("day", 110), HW_ENTRY ("after", "shown")),
  HW_CHOOSE (325, "uc_basket", "trial", HW_ENTRY ("goal", "basket"), HW_ID ("owner", "Maya Thorne"),
             HW_WORDS ("change", N_("Next to the basket the shop shows one thing that goes with it.")),
             HW_WORDS ("reason", N_("Who buys a jumper often asks for a cap a week later."))),
  HW_MOVE (324, "trial", HW_STATE_SCORED, HW_NUMBER ("cost", 300)),
  HW_SAVE (312, HW_ENTRY_MILESTONE, "pairs", "basket", HW_DAY ("done", 312)),
  HW_MOVE (305, "trial", HW_STATE_PLANNED, HW_ID ("metric", "average_order_value"), HW_NUMBER ("effect", 0.05),
           HW_DAY ("baseline_from", 700), HW_DAY ("start", 252), HW_DAY ("end", 183), HW_NUMBER ("month_cost", 20),
           HW_NUMBER ("hours", 1), HW_NUMBER ("wage", 16), HW_ID ("people", "no"), HW_ID ("banned", "no"),
           HW_WORDS ("exit", N_("We stop if more comes back than today."))),
  HW_MOVE (304, "trial", HW_STATE_BASELINE, { 0 }),
  HW_SAVE (253, HW_ENTRY_MILESTONE, "shown", "basket", HW_DAY ("done", 253)),
  HW_MOVE (252, "trial", HW_STATE_RUNNING, { 0 }),
  HW_CHECK_IN (245, "trial", 0.9),
  HW_CHECK_IN (238, "trial", 1.0),
  HW_CHECK_IN (231, "trial", 1.0),
  HW_CHECK_IN (224, "trial", 0.8),
  HW_CHECK_IN (217, "trial", 1.0),
  HW_CHECK_IN (210, "trial", 1.0),
  HW_CHECK_IN (203, "trial", 0.9),
  HW_CHECK_IN (196, "trial", 1.0),
  HW_CHECK_IN (189, "trial", 1.0),
  HW_CHECK_IN (182, "trial", 1.0),
  HW_MOVE (182, "trial", HW_STATE_EVALUATING, { 0 }),
  HW_MOVE (180, "trial", HW_STATE_GO, HW_ID ("decision", "go"), HW_NUMBER ("budget", 1500),
           HW_WORDS ("decision_why", N_("Each order is worth more than before, by more than chance can do."))),
  HW_MOVE (179, "trial", HW_STATE_SCALING, { 0 }),
  HW_SAVE (179, HW_ENTRY_ROLL_OUT, "deck", "trial", HW_WORDS ("what", N_("Pairs for all things on deck")), HW_ID ("who", "Maya Thorne"),
           HW_DAY ("from", 178), HW_DAY ("to", 157), HW_NUMBER ("money", 120), HW_NUMBER ("people", 2), HW_NUMBER ("trained", 1)),
  HW_SAVE (179, HW_ENTRY_ROLL_OUT, "wear", "trial", HW_WORDS ("what", N_("Pairs for all that is worn")), HW_ID ("who", "Owen Pike"),
           HW_DAY ("from", 156), HW_DAY ("to", 121), HW_NUMBER ("money", 180), HW_NUMBER ("people", 4), HW_NUMBER ("trained", 0)),
  HW_SAVE (158, HW_ENTRY_ROLL_OUT, "deck", "trial", HW_NUMBER ("trained", 2), HW_ID ("done", "yes")),
  HW_ANSWER (151, "33332333332332332432333332233222222"),
  HW_SAVE (122, HW_ENTRY_ROLL_OUT, "wear", "trial", HW_NUMBER ("trained", 4), HW_ID ("done", "yes")),
  HW_SAVE (121, HW_ENTRY_MILESTONE, "all", "basket", HW_DAY ("done", 121)),
  HW_MOVE (120, "trial", HW_STATE_LIVE,
           HW_WORDS ("lesson", N_("Two things that go together sell better than five. We look at the pairs four times a year."))),
  HW_SAVE (119, HW_ENTRY_REVIEW, "look", "trial", HW_DAY ("day", 29), HW_WORDS ("about", N_("Are the pairs still the right ones?"))),
  HW_SAVE (58, HW_ENTRY_FIGURE, NULL, NULL, HW_ID ("metric", "conversion_rate"), HW_NUMBER ("value", 0.024), HW_DAY ("to", 59)),
  HW_SAVE (40, HW_ENTRY_SURVEY, NULL, NULL, HW_ID ("metric", "nps"), HW_DAY ("day", 41), HW_NUMBER ("n4", 2), HW_NUMBER ("n6", 5),
           HW_NUMBER ("n7", 11), HW_NUMBER ("n8", 19), HW_NUMBER ("n9", 24), HW_NUMBER ("n10", 17)),
  HW_SAVE (29, HW_ENTRY_REVIEW, "look", "trial", HW_ID ("done", "yes"),
           HW_WORDS ("note", N_("Two pairs were dropped, because one half was sold out."))),
  HW_SAVE (29, HW_ENTRY_REVIEW, NULL, "trial", HW_DAY ("day", -62), HW_WORDS ("about", N_("Does it still pay?"))),
  HW_PIN (2, "revenue"),
  HW_PIN (2, "average_order_value"),
  HW_PIN (2, "lost_sales_value"),
  HW_PIN (2, "nps"),
  HW_DUTIES (2, "G03 G05 G06 G07 G09 G22 G23 G25 G29 G30"),
};

const HwExample hw_example_web_shop = {
  .id = "web-shop",
  .name = "Example: Harbour Web Shop",
  .sector = "e-commerce",
  .country = "GB",
  .currency = "GBP",
  .catalogue = { suppliers, G_N_ELEMENTS (suppliers), products, G_N_ELEMENTS (products), 420, hw_sample_first_name, NULL },
  .trade = {
    .weekdays = { 1.08, 1.00, 0.96, 0.94, 0.92, 0.94, 1.16 },
    .on_holidays = TRUE, .eve = 1.0, .opens = 360, .closes = 1430, .more_lines = 0.9, .known = 1.0, .returns = 0.05,
    .effect = HW_EXAMPLE_FULLER, .size = 1.3, .from = 252, .to = 0,
  },
  .acts = acts,
  .n_acts = G_N_ELEMENTS (acts),
};
