/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waves as entries: what comes one after the other is put in classes by what it brings
 * for its effort, drawn by lot within a class, and as many begin at once as the answers
 * allow. Each wave keeps its products, so that it can be held against those that wait. */
#include "jobs/scale/hw-roll-out-job.h"

#include "core/hw-error.h"
#include "engine/plan/hw-wave-plan.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-pilot-job.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "store/hw-shop-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR 364
#define CLASSES 3
#define WEEKS_A_MONTH (365.25 / 12.0 / 7.0)
#define MOST 200          /* categories, or what was counted */
#define NAMES_MOST 4      /* in the name of a wave */

/* What changes over as one: a category, a shop. */
typedef struct
{
  char    *name;          /* (owned) */
  GString *items;         /* (owned) product ids, or that of a shop */
  guint    n;             /* products */
  double   weight;        /* money a year */
} Unit;

static void
unit_free (gpointer data)
{
  Unit *self = data;

  g_free (self->name);
  g_string_free (self->items, TRUE);
  g_free (self);
}

static Unit *
unit_new (const char *name)
{
  Unit *self = g_new0 (Unit, 1);

  self->name = g_strdup (name);
  self->items = g_string_new (NULL);
  return self;
}

HwWavesRequest *
hw_waves_request_new (gint64           id,
                      const HwAnswers *answers)
{
  HwWavesRequest *self = g_new0 (HwWavesRequest, 1);

  self->id = id;
  self->answers = hw_answers_copy (answers);
  return self;
}

void
hw_waves_request_free (HwWavesRequest *self)
{
  if (self == NULL)
    return;

  hw_answers_free (self->answers);
  g_free (self);
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, what);
  return FALSE;
}

static gboolean
sold_cb (const HwDaySales *day,
         gpointer          data)
{
  double *sum = g_hash_table_lookup (data, &day->product_id);

  if (sum == NULL)
    {
      const gint64 id = day->product_id;

      sum = g_new0 (double, 1);
      g_hash_table_insert (data, g_memdup2 (&id, sizeof id), sum);
    }

  *sum += (double) day->amount / HW_MONEY_ONE;
  return TRUE;
}

/* One unit a category, with what its products sold in a year. */
static GPtrArray *
find_categories (HwSession  *session,
                 GError    **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (GHashTable) sold = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (unit_free);
  g_autoptr (GArray) products = hw_product_repo_list (store, error);

  if (products == NULL || !hw_sale_repo_each_day (store, today - YEAR, today - 1, sold_cb, sold, error))
    return NULL;

  for (guint i = 0; i < products->len; i++)
    {
      const HwProduct *product = &g_array_index (products, HwProduct, i);
      const double *sum = g_hash_table_lookup (sold, &product->id);
      const char *name = *product->category != '\0' ? product->category : _("Without a category");
      Unit *unit = g_hash_table_lookup (by_name, name);

      if (sum == NULL || *sum <= 0.0)
        continue;
      if (unit == NULL)
        {
          unit = unit_new (name);
          g_ptr_array_add (units, unit);
          g_hash_table_insert (by_name, unit->name, unit);
        }
      g_string_append_printf (unit->items, "%s%" G_GINT64_FORMAT, unit->n > 0 ? " " : "", product->id);
      unit->n++;
      unit->weight += *sum;
    }

  return g_steal_pointer (&units);
}

static gboolean
shop_sold_cb (const HwShopDay *day,
              gpointer         data)
{
  return sold_cb (&(HwDaySales) { .product_id = day->shop_id, .amount = day->amount }, data);
}

static gboolean
has_it (const HwLock *lock,
        gint64        shop)
{
  for (guint i = 0; lock != NULL && lock->design == HW_DESIGN_SITES && i < lock->changed->len; i++)
    if (g_array_index (lock->changed, gint64, i) == shop)
      return TRUE;

  return FALSE;
}

/* One unit a shop that sold in the last year. Those in which it was tried have it. */
static GPtrArray *
find_shops (HwSession  *session,
            gint64      id,
            GError    **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (GHashTable) sold = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (unit_free);
  g_autoptr (GArray) shops = hw_shop_repo_list (store, error);
  g_autoptr (HwLock) lock = NULL;

  if (shops == NULL || !hw_shop_repo_each_day (store, today - YEAR, today - 1, shop_sold_cb, sold, error) ||
      !hw_pilot_load_lock (session, id, &lock, error))
    return NULL;

  for (guint i = 0; i < shops->len; i++)
    {
      const HwShop *shop = &g_array_index (shops, HwShop, i);
      const double *sum = g_hash_table_lookup (sold, &shop->id);
      Unit *unit;

      if (sum == NULL || *sum <= 0.0 || has_it (lock, shop->id))
        continue;

      unit = unit_new (shop->name);
      g_string_append_printf (unit->items, "%" G_GINT64_FORMAT, shop->id);
      unit->n = 1;
      unit->weight = *sum;
      g_ptr_array_add (units, unit);
    }

  return g_steal_pointer (&units);
}

static GPtrArray *
count_units (guint n)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (unit_free);

  for (guint i = 1; i <= n; i++)
    {
      /* Translators: %u is a number: the second of the shops, shelves or teams. */
      g_autofree char *name = g_strdup_printf (_("No. %u"), i);

      g_ptr_array_add (units, unit_new (name));
    }

  return units;
}

static gboolean
plan (const HwWavesRequest *wish,
      GPtrArray            *units,
      HwWavePlan           *found,
      GError              **error)
{
  const HwAnswers *answers = wish->answers;
  const double money = hw_answers_get_number (answers, "money", 0.0);
  const double weeks = hw_answers_get_number (answers, "weeks", 4.0);
  const double cash = hw_answers_get_number (answers, "cash", 0.0) * weeks / WEEKS_A_MONTH;
  g_autofree HwWaveItem *items = g_new0 (HwWaveItem, units->len + 1);
  const HwWavePlanInput input = {
    items, units->len, CLASSES, (guint) fmax (1.0, hw_answers_get_number (answers, "per_wave", 1.0)), 0.0,
    money > 0.0 ? fmax (cash, cash > 0.0 ? money : 0.0) : 0.0, (guint64) wish->id,
  };

  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = g_ptr_array_index (units, i);

      items[i] = (HwWaveItem) { unit->n > 0 ? unit->weight : 1.0, MAX (unit->n, 1), hw_answers_get_number (answers, "people", 0.0), money };
    }

  return hw_wave_plan_run (&input, found, error);
}

/* The names of a wave's units; of many, the first few and how many more. */
static char *
name_wave (GPtrArray        *units,
           const HwWavePlan *found,
           guint             wave)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (gsize i = 0; i < found->n; i++)
    if (found->wave_of[found->order[i]] == wave && n++ < NAMES_MOST)
      g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", ((const Unit *) g_ptr_array_index (units, found->order[i]))->name);

  if (n > NAMES_MOST)
    /* Translators: after a few names. */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - NAMES_MOST), n - NAMES_MOST);

  /* Translators: 1 the number of a wave, 2 what begins with it. */
  return g_strdup_printf (_("Wave %u: %s"), wave + 1, names->str);
}

static HwEntry *
make_wave (const HwWavesRequest *wish,
           GPtrArray            *units,
           const HwWavePlan     *found,
           guint                 wave)
{
  const HwAnswers *answers = wish->answers;
  const int days = 7 * (int) hw_answers_get_number (answers, "weeks", 4.0);
  const HwDay from = hw_answers_get_day (answers, "from") + (HwDay) wave * days;
  g_autofree char *name = name_wave (units, found, wave);
  g_autoptr (GString) items = g_string_new (NULL);
  HwEntry *entry = hw_entry_new (HW_ENTRY_ROLL_OUT, wish->id);
  double weight = 0.0;
  guint n = 0, class_of = CLASSES;

  for (gsize i = 0; i < found->n; i++)
    if (found->wave_of[found->order[i]] == wave)
      {
        const Unit *unit = g_ptr_array_index (units, found->order[i]);

        g_string_append_printf (items, "%s%s", items->len > 0 && unit->items->len > 0 ? " " : "", unit->items->str);
        class_of = MIN (class_of, found->class_of[found->order[i]]);
        weight += unit->weight;
        n++;
      }

  hw_answers_set (entry->answers, "what", name);
  hw_answers_set_day (entry->answers, "from", from);
  hw_answers_set_day (entry->answers, "to", from + days - 1);
  hw_answers_set_number (entry->answers, "money", n * hw_answers_get_number (answers, "money", 0.0));
  if (hw_answers_has (answers, "people"))
    {
      hw_answers_set_number (entry->answers, "people", n * hw_answers_get_number (answers, "people", 0.0));
      hw_answers_set_number (entry->answers, "trained", 0.0);
    }
  hw_answers_set_number (entry->answers, "class", class_of);
  if (items->len > 0)
    hw_answers_set (entry->answers, g_str_equal (hw_answers_get_text (answers, "kind"), "shop") ? "shops" : "items", items->str);
  if (weight > 0.0)
    hw_answers_set_number (entry->answers, "weight", weight);
  return entry;
}

static gboolean
keep (HwSession   *session,
      HwEntry     *entry,
      HwEntryAct   act,
      GArray      *changes,
      GError     **error)
{
  HwEntryChange change = { entry->id, entry->version, 0 };

  entry->changed = hw_session_get_today (session);
  if (!hw_entry_repo_keep (hw_session_get_store (session), entry, act, hw_session_get_now (session), error))
    return FALSE;

  change.id = entry->id;
  change.after = entry->version;
  g_array_append_val (changes, change);
  return TRUE;
}

/* Waves made before that nobody has done go, as the new ones stand in their place. */
static gboolean
drop_before (HwSession  *session,
             gint64      id,
             GArray     *changes,
             GError    **error)
{
  g_autoptr (GPtrArray) before = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_ROLL_OUT, id, FALSE, error);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      HwEntry *entry = g_ptr_array_index (before, i);

      if (!hw_answers_has (entry->answers, "class") || hw_answers_get_yes (entry->answers, "done"))
        continue;
      entry->removed = TRUE;
      if (!keep (session, entry, HW_ENTRY_REMOVED, changes, error))
        return FALSE;
    }

  return before != NULL;
}

/* What was said beside the waves belongs to the initiative. */
static gboolean
keep_said (HwSession             *session,
           const HwWavesRequest  *wish,
           HwEntry               *initiative,
           GArray                *changes,
           GError               **error)
{
  static const char *const said[] = { "budget", "support", "exit_cost" };
  gboolean differs = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      const char *answer = hw_answers_get (wish->answers, said[i]);

      differs |= g_strcmp0 (answer, hw_answers_get (initiative->answers, said[i])) != 0;
      hw_answers_set (initiative->answers, said[i], answer);
    }

  return !differs || keep (session, initiative, HW_ENTRY_SAVED, changes, error);
}

static gboolean
keep_all (HwSession             *session,
          const HwWavesRequest  *wish,
          HwEntry               *initiative,
          GPtrArray             *units,
          GArray                *changes,
          GError               **error)
{
  g_auto (HwWavePlan) found = { 0 };

  if (!plan (wish, units, &found, error) || !drop_before (session, wish->id, changes, error))
    return FALSE;

  for (guint wave = 0; wave < found.n_waves; wave++)
    {
      g_autoptr (HwEntry) entry = make_wave (wish, units, &found, wave);

      if (!keep (session, entry, HW_ENTRY_SAVED, changes, error))
        return FALSE;
    }

  return keep_said (session, wish, initiative, changes, error);
}

static gboolean
check (const HwWavesRequest  *wish,
       const HwEntry         *initiative,
       HwDay                  today,
       GError               **error)
{
  const HwState state = hw_initiative_state (initiative);
  HwFault fault;
  guint i;

  if (initiative->kind != HW_ENTRY_INITIATIVE || initiative->removed || (state != HW_STATE_GO && state != HW_STATE_SCALING))
    return refuse (error, _("waves are planned once it was decided to use it everywhere"));
  if (!hw_form_find_fault (&hw_waves_form, wish->answers, today, &i, &fault))
    return TRUE;

  /* Translators: a question of a form, and what is wrong with its answer. */
  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("%s: %s"), _(hw_waves_form.questions[i].label), hw_fault_text (fault));
  return FALSE;
}

static GPtrArray *
find_units (HwSession             *session,
            const HwWavesRequest  *wish,
            GError               **error)
{
  const char *kind = hw_answers_get_text (wish->answers, "kind");
  g_autoptr (GPtrArray) units = g_str_equal (kind, "category") ? find_categories (session, error)
                                : g_str_equal (kind, "shop")   ? find_shops (session, wish->id, error)
                                  : count_units ((guint) hw_answers_get_number (wish->answers, "count", 1.0));

  if (units == NULL || (units->len > 0 && units->len <= MOST))
    return g_steal_pointer (&units);

  refuse (error, units->len > MOST               ? _("there are too many categories; count shops, shelves or teams")
                 : g_str_equal (kind, "category") ? _("no product has sold for a year, so there is nothing to put in waves")
                                                  : _("no sale of the last year names a shop that does not have it yet"));
  return NULL;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwWavesRequest *wish = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) initiative = hw_entry_repo_load (store, wish->id, HW_ENTRY_LAST, error);
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (HwEntryChange));
  g_autoptr (GPtrArray) units = NULL;
  const gint64 version = hw_store_data_version (store);

  if (initiative == NULL || !check (wish, initiative, hw_session_get_today (session), error))
    return NULL;

  units = find_units (session, wish, error);
  if (units == NULL)
    return NULL;

  if (!hw_store_begin (store, error))
    return NULL;
  if (keep_all (session, wish, initiative, units, changes, error) && hw_store_commit (store, error))
    {
      hw_session_keep_demand_since (session, version); /* waves say nothing of sales */
      return g_steal_pointer (&changes);
    }

  hw_store_rollback (store);
  return NULL;
}

static gboolean
take_back (HwSession            *session,
           const HwEntryChange  *change,
           GArray               *changes,
           GError              **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) last = hw_entry_repo_load (store, change->id, HW_ENTRY_LAST, error);
  g_autoptr (HwEntry) entry = NULL;
  int version;

  if (last == NULL)
    return FALSE;
  if (last->version != change->after)
    return refuse (error, _("it was changed again since; look at it first"));

  version = last->version;
  entry = change->before > 0 ? hw_entry_repo_load (store, change->id, change->before, error) : hw_entry_copy (last);
  if (entry == NULL)
    return FALSE;

  entry->removed |= change->before <= 0;
  entry->version = version;
  return keep (session, entry, HW_ENTRY_UNDONE, changes, error);
}

static gpointer
run_undo (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const GArray *done = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (HwEntryChange));
  const gint64 version = hw_store_data_version (store);
  gboolean ok = TRUE;

  if (!hw_store_begin (store, error))
    return NULL;

  for (guint i = done->len; ok && i-- > 0;)
    ok = take_back (session, &g_array_index (done, HwEntryChange, i), changes, error);
  if (ok && hw_store_commit (store, error))
    {
      hw_session_keep_demand_since (session, version);
      return g_steal_pointer (&changes);
    }

  hw_store_rollback (store);
  return NULL;
}

const HwJob hw_waves_job = {
  "waves", N_("Planning the waves"), run, (GDestroyNotify) hw_waves_request_free, (GDestroyNotify) g_array_unref, FALSE
};

const HwJob hw_waves_undo_job = {
  "waves-undo", N_("Taking the waves back"), run_undo, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_array_unref, FALSE
};
