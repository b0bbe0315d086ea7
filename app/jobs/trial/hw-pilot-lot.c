/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gets the change, by lot: products in pairs that sold alike, customers, weeks. */
#include "jobs/trial/hw-pilot-case.h"

#include "core/hw-rng.h"
#include "engine/trial/hw-item-trial.h"
#include "engine/trial/hw-pairing.h"
#include "engine/trial/hw-switchback.h"

#include <math.h>
#include <string.h>

#define LATE_WEEKS 26     /* in half of which a product must have moved */
#define STEM_LEAST 4      /* letters that two names must share to be of one kind */
#define TOSSES 64         /* lots drawn until both sides are alike */
#define WEEK 7

/* --- things that replace each other --- */

/* A name up to its first digit, comma or bracket: "Rice, 1 kg" and "Rice, 5 kg" are one. */
static char *
stem_of (const HwProduct *product)
{
  const gsize length = strcspn (product->name, "0123456789,(;/");
  g_autofree char *start = g_strndup (product->name, length);
  g_autofree char *folded = NULL;

  g_strstrip (start);
  if (product->name[length] == '\0' || g_utf8_strlen (start, -1) < STEM_LEAST)
    return NULL;

  folded = g_utf8_casefold (start, -1);
  return g_strconcat (product->category, "\n", folded, NULL);
}

static gboolean
is_called (const HwProduct *product,
           const char      *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autofree char *called = g_utf8_casefold (product->name, -1);
  g_autofree char *number = g_utf8_casefold (product->sku, -1);

  return g_str_equal (wanted, called) || g_str_equal (wanted, number);
}

/* The line of the owner's answer that names it; -1. */
static int
line_of (const HwProduct  *product,
         char      *const *lines)
{
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (lines[i], ";", -1);

      for (guint k = 0; names[k] != NULL; k++)
        if (is_called (product, g_strstrip (names[k])))
          return i;
    }

  return -1;
}

/* Of each product the number of its group, -1 alone. */
static int *
find_together (const HwPilotCase *self)
{
  const GArray *products = self->past->products;
  g_auto (GStrv) lines = g_strsplit (hw_answers_get_text (self->plan, "together"), "\n", -1);
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int *together = g_new (int, products->len + 1);
  int n_lines = (int) g_strv_length (lines), n_stems = 0;

  for (guint i = 0; i < products->len; i++)
    {
      const HwProduct *product = &g_array_index (products, HwProduct, i);
      g_autofree char *stem = stem_of (product);

      together[i] = line_of (product, lines);
      if (together[i] >= 0 || stem == NULL)
        continue;

      if (!g_hash_table_contains (stems, stem))
        g_hash_table_insert (stems, g_strdup (stem), GINT_TO_POINTER (n_stems++));
      together[i] = n_lines + GPOINTER_TO_INT (g_hash_table_lookup (stems, stem));
    }

  return together;
}

/* --- units --- */

static gboolean
takes_part (const HwPilotPast *past,
            guint              row)
{
  const guint from = past->before > LATE_WEEKS ? past->before - LATE_WEEKS : 0;
  guint n = 0;

  if (g_array_index (past->products, HwProduct, row).retired)
    return FALSE;

  for (guint t = from; t < past->before; t++)
    n += past->pieces[(gsize) row * past->n + t] > 0.0;

  return past->before > 0 && 2 * n >= past->before - from;
}

/* A product that is not there yet adds nothing; a week that no part of a unit saw is unknown. */
static void
add_pieces (const double *of,
            double       *to,
            guint         n)
{
  for (guint t = 0; t < n; t++)
    if (!isnan (of[t]))
      to[t] = isnan (to[t]) ? of[t] : to[t] + of[t];
}

typedef struct
{
  double money, pieces, cost;
  gboolean costed;
} Worth;

static void
add_worth (const HwPilotPast *past,
           guint              row,
           Worth             *worth)
{
  const HwProduct *product = &g_array_index (past->products, HwProduct, row);
  const double price = past->price[row];

  worth->costed &= product->cost != HW_UNKNOWN;
  for (guint t = 0; t < past->before; t++)
    {
      const double money = past->money[(gsize) row * past->n + t];

      if (isnan (money) || isnan (price) || money <= 0.0)
        continue;

      worth->money += money;
      worth->pieces += money / price;
      if (product->cost != HW_UNKNOWN)
        worth->cost += money / price * hw_scaled_to_double (product->cost);
    }
}

/* Sales, price and margin of each unit; margin only where all costs are known. */
static void
fill_features (HwPilotCase *self,
               const Worth *worth)
{
  HwPilotUnits *units = &self->units;
  const HwItemSales sales = { units->pieces, units->n, self->past->n };
  const guint from = self->past->before > LATE_WEEKS ? self->past->before - LATE_WEEKS : 0;
  gboolean costed = TRUE;

  for (guint i = 0; i < units->n; i++)
    costed &= worth[i].costed;

  units->n_features = costed ? 3 : 2;
  units->features = g_new (double, 3 * (gsize) units->n + 1);
  for (guint i = 0; i < units->n; i++)
    {
      double *x = units->features + (gsize) i * units->n_features;

      x[0] = hw_item_trial_rate (&sales, i, from, self->past->before - from);
      x[1] = worth[i].pieces > 0.0 ? log (worth[i].money / worth[i].pieces) : 0.0;
      if (costed)
        x[2] = worth[i].money > 0.0 ? 1.0 - worth[i].cost / worth[i].money : 0.0;
    }
}

void
hw_pilot_units_load (HwPilotCase *self)
{
  const HwPilotPast *past = self->past;
  HwPilotUnits *units = &self->units;
  g_autofree int *together = NULL;
  g_autofree guint *of = NULL;
  g_autofree Worth *worth = NULL;
  g_autofree guint *number = NULL;
  gsize n_all;

  if (!past->by_product || past->before == 0)
    return;

  together = find_together (self);
  of = g_new (guint, past->products->len + 1);
  n_all = hw_pairing_merge (together, past->products->len, of);
  number = g_new (guint, n_all + 1);
  memset (number, 0xff, (n_all + 1) * sizeof *number);
  units->of = g_new (guint, past->products->len + 1);
  units->id = g_new (gint64, past->products->len + 1);
  units->pieces = g_new (double, (gsize) past->products->len * past->n + 1);
  worth = g_new0 (Worth, past->products->len + 1);
  for (guint row = 0; row < past->products->len; row++)
    {
      units->of[row] = G_MAXUINT;
      if (!takes_part (past, row))
        continue;

      if (number[of[row]] == G_MAXUINT)
        {
          number[of[row]] = units->n;
          worth[units->n].costed = TRUE;
          units->id[units->n] = g_array_index (past->products, HwProduct, row).id;
          for (guint t = 0; t < past->n; t++)
            units->pieces[(gsize) units->n * past->n + t] = NAN;
          units->n++;
        }

      units->of[row] = number[of[row]];
      add_pieces (past->pieces + (gsize) row * past->n, units->pieces + (gsize) units->of[row] * past->n, past->n);
      add_worth (past, row, &worth[units->of[row]]);
    }

  fill_features (self, worth);
}

void
hw_pilot_units_clear (HwPilotUnits *units)
{
  g_free (units->id);
  g_free (units->pieces);
  g_free (units->features);
  g_free (units->of);
}

/* --- the lot --- */

static double
worst_of (const HwPairing *pairs,
          guint            n_features)
{
  double worst = 0.0;

  for (guint i = 0; i < n_features; i++)
    worst = MAX (worst, fabs (pairs->balance[i]));

  return worst;
}

/* Lots until both sides are alike in everything known; else the most alike of them. */
static void
draw_products (HwPilotCase *self)
{
  const HwPilotUnits *units = &self->units;
  HwPilot *pilot = self->pilot;
  HwLock *lock = pilot->lock;
  g_auto (HwPairing) best = { 0 };

  for (guint i = 0; i < TOSSES; i++)
    {
      g_auto (HwPairing) pairs = { 0 };
      const HwPairing none = { 0 };

      if (!hw_pairing_run (&(HwPairingInput) { units->features, units->n, units->n_features, lock->seed + i }, &pairs))
        return;

      if (best.n_pairs > 0 && worst_of (&pairs, units->n_features) >= worst_of (&best, units->n_features))
        continue;

      hw_pairing_clear (&best);
      best = pairs;
      pairs = none;
      if (worst_of (&best, units->n_features) < HW_PAIRING_ALIKE)
        break;
    }

  for (gsize i = 0; i < best.n_pairs; i++)
    {
      g_array_append_val (lock->changed, units->id[best.changed[i]]);
      g_array_append_val (lock->partner, units->id[best.partner[i]]);
    }

  pilot->balance[0] = best.balance[0];
  pilot->balance[2] = best.balance[1];
  pilot->balance[1] = units->n_features > 2 ? best.balance[2] : NAN;
  for (guint row = 0; row < self->past->products->len; row++)
    {
      const gint64 id = g_array_index (self->past->products, HwProduct, row).id;
      gint64 pair[2] = { id, 0 };
      guint n_with = 0;

      if (units->of[row] == G_MAXUINT)
        continue;

      pair[1] = units->id[units->of[row]];
      for (guint k = 0; k < self->past->products->len; k++)
        n_with += units->of[k] == units->of[row];
      if (n_with > 1)
        g_array_append_vals (lock->groups, pair, 2);
    }
}

void
hw_pilot_toss_half (HwRng  *rng,
                    guint8 *chosen,
                    guint   n)
{
  guint left = n / 2;

  for (guint i = 0; i < n; i++)
    {
      chosen[i] = hw_rng_below (rng, n - i) < left;
      left -= chosen[i];
    }
}

/* Customers or shops. */
static void
draw_half (HwLock       *lock,
           const GArray *ids)
{
  g_autofree guint8 *chosen = g_new (guint8, ids->len + 1);
  HwRng rng;

  hw_rng_init (&rng, lock->seed);
  hw_pilot_toss_half (&rng, chosen, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_array_append_val (chosen[i] ? lock->changed : lock->partner, g_array_index (ids, gint64, i));
}

static void
draw_weeks (HwPilotCase *self)
{
  HwLock *lock = self->pilot->lock;
  const guint n = self->weeks / HW_SWITCHBACK_BLOCK;
  g_autofree guint8 *first_on = g_new0 (guint8, n + 1);

  hw_switchback_toss (lock->seed, first_on, n);
  for (guint i = 0; i < n; i++)
    {
      const gint64 first = lock->start + (HwDay) (i * HW_SWITCHBACK_BLOCK * WEEK), second = first + WEEK;

      g_array_append_val (lock->changed, *(first_on[i] ? &first : &second));
      g_array_append_val (lock->partner, *(first_on[i] ? &second : &first));
    }
}

void
hw_pilot_draw (HwPilotCase *self)
{
  if (self->pilot->refused)
    return;

  if (self->pilot->lock->design == HW_DESIGN_ITEMS)
    draw_products (self);
  else if (self->pilot->lock->design == HW_DESIGN_CUSTOMERS)
    draw_half (self->pilot->lock, self->past->customers);
  else if (self->pilot->lock->design == HW_DESIGN_SITES)
    {
      draw_half (self->pilot->lock, self->sites.ids);
      hw_pilot_sites_balance (self);
    }
  else if (self->pilot->lock->design == HW_DESIGN_SWITCHBACK)
    draw_weeks (self);
}

/* --- words for it --- */

static const HwCustomer *
find_customer (GArray *customers,
               gint64  id)
{
  for (guint i = 0; i < customers->len; i++)
    if (g_array_index (customers, HwCustomer, i).id == id)
      return &g_array_index (customers, HwCustomer, i);

  return NULL;
}

static double
mean_week (const double *weeks,
           guint         n)
{
  const guint from = n > LATE_WEEKS ? n - LATE_WEEKS : 0;
  double sum = 0.0;

  for (guint t = from; t < n; t++)
    sum += isnan (weeks[t]) ? 0.0 : weeks[t];

  return n > from ? sum / (n - from) : NAN;
}

/* All products of the unit that @id stands for. */
static char *
name_products (const HwPilotCase *self,
               gint64             id,
               double            *week)
{
  const HwPilotPast *past = self->past;
  const GArray *groups = self->pilot->lock->groups;
  GString *name = g_string_new (NULL);

  *week = 0.0;
  for (guint row = 0; row < past->products->len; row++)
    {
      const HwProduct *product = &g_array_index (past->products, HwProduct, row);
      gboolean in = product->id == id;

      for (guint i = 0; i + 1 < groups->len; i += 2)
        in |= g_array_index (groups, gint64, i) == product->id && g_array_index (groups, gint64, i + 1) == id;

      if (!in)
        continue;

      g_string_append_printf (name, "%s%s", name->len > 0 ? " + " : "", product->name);
      *week += mean_week (past->money + (gsize) row * past->n, past->before);
    }

  return g_string_free (name, FALSE);
}

static char *
name_customer (const HwPilotCase *self,
               GArray            *customers,
               gint64             id,
               double            *week)
{
  const HwCustomer *customer = find_customer (customers, id);

  *week = NAN;
  for (guint i = 0; i < self->past->customers->len; i++)
    if (g_array_index (self->past->customers, gint64, i) == id)
      *week = mean_week (self->past->spent + (gsize) i * self->past->n, self->past->before);

  return g_strdup (customer == NULL ? "" : *customer->name != '\0' ? customer->name : customer->code);
}

static char *
name_shop (const HwPilotCase *self,
           gint64             id,
           double            *week)
{
  const HwShopWeeks *weeks = self->sites.weeks;
  const int row = weeks != NULL ? hw_shop_weeks_find (weeks, id) : -1;

  *week = row >= 0 ? mean_week (weeks->money + (gsize) row * weeks->n, self->past->before) : (double) NAN;
  return g_strdup (row >= 0 ? g_array_index (weeks->shops, HwShop, row).name : "");
}

static char *
name_unit (const HwPilotCase *self,
           GArray            *customers,
           gint64             id,
           double            *week)
{
  switch (self->pilot->lock->design)
    {
    case HW_DESIGN_ITEMS:
      return name_products (self, id, week);

    case HW_DESIGN_SITES:
      return name_shop (self, id, week);

    case HW_DESIGN_CUSTOMERS:
    case HW_DESIGN_SWITCHBACK:
    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return name_customer (self, customers, id, week);
    }
}

void
hw_pilot_say_pairs (HwPilotCase *self,
                    GArray      *customers)
{
  const HwLock *lock = self->pilot->lock;

  if (lock->design != HW_DESIGN_ITEMS && lock->design != HW_DESIGN_CUSTOMERS && lock->design != HW_DESIGN_SITES)
    return;

  for (guint i = 0; i < MAX (lock->changed->len, lock->partner->len); i++)
    {
      HwPilotPair *pair = g_new0 (HwPilotPair, 1);
      const gint64 one = i < lock->changed->len ? g_array_index (lock->changed, gint64, i) : 0;
      const gint64 other = i < lock->partner->len ? g_array_index (lock->partner, gint64, i) : 0;

      pair->changed = name_unit (self, customers, one, &pair->changed_week);
      pair->partner = name_unit (self, customers, other, &pair->partner_week);
      g_ptr_array_add (self->pilot->pairs, pair);
    }
}
