/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/today/hw-find-job.h"

#include "jobs/hw-session-private.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char      **words;   /* (owned) folded */
  char       *query;   /* (owned) folded, all of them */
  GPtrArray  *hits;    /* (owned) of Hit */
} Search;

/* How well a name or number fits the words, the best first. */
typedef enum
{
  HW_FIT_EXACT,
  HW_FIT_BEGINS_WORD,  /* with the words, and then something else */
  HW_FIT_BEGINS,       /* in the middle of a word */
  HW_FIT_WITHIN,
} HwFit;

typedef struct
{
  HwFound *found;      /* (owned) */
  char    *key;        /* (owned) the folded name, to order by */
  HwFit    fit;
  glong    length;     /* of the name or number that fits */
} Hit;

void
hw_found_free (HwFound *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->note);
  g_free (self);
}

static void
hit_free (Hit *hit)
{
  hw_found_free (hit->found);
  g_free (hit->key);
  g_free (hit);
}

/* Small letters without accents, so that "cafe" finds "Café". */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = apart != NULL ? g_utf8_casefold (apart, -1) : g_strdup ("");
  GString *out = g_string_sized_new (strlen (lower));

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->words, g_strfreev);
  g_clear_pointer (&search->query, g_free);
  g_clear_pointer (&search->hits, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static HwFit
fit (const char *text,
     const char *query)
{
  const gsize n = strlen (query);

  if (strncmp (text, query, n) != 0)
    return HW_FIT_WITHIN;
  if (text[n] == '\0')
    return HW_FIT_EXACT;

  return g_unichar_isalnum (g_utf8_get_char (text + n)) ? HW_FIT_BEGINS : HW_FIT_BEGINS_WORD;
}

static void
set_fit (Hit        *hit,
         const char *name,
         const char *number,
         const char *query)
{
  const HwFit by_name = fit (name, query);
  const HwFit by_number = fit (number, query);

  hit->fit = MIN (by_name, by_number);
  hit->length = g_utf8_strlen (by_name <= by_number ? name : number, -1);
}

/* Takes @note. @number: also looked in; "" if there is none. */
static void
offer (Search      *search,
       HwFoundKind  kind,
       gint64       id,
       const char  *name,
       const char  *number,
       char        *note)
{
  g_autofree char *free_note = note;
  g_autofree char *key = fold (name);
  g_autofree char *other = fold (number);
  Hit *hit;

  for (guint i = 0; search->words[i] != NULL; i++)
    if (strstr (key, search->words[i]) == NULL && strstr (other, search->words[i]) == NULL)
      return;

  hit = g_new0 (Hit, 1);
  set_fit (hit, key, other, search->query);
  hit->key = g_steal_pointer (&key);
  hit->found = g_new0 (HwFound, 1);
  hit->found->kind = kind;
  hit->found->id = id;
  hit->found->name = g_strdup (name);
  hit->found->note = g_steal_pointer (&free_note);
  g_ptr_array_add (search->hits, hit);
}

static gboolean
find_products (Search   *search,
               HwStore  *store,
               GError  **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);

  for (guint i = 0; products != NULL && i < products->len; i++)
    {
      const HwProduct *product = &g_array_index (products, HwProduct, i);
      const gboolean numbered = !g_str_equal (product->sku, product->name);

      offer (search, HW_FOUND_PRODUCT, product->id, product->name, product->sku,
             g_strdup (numbered ? product->sku : product->category));
    }

  return products != NULL;
}

static gboolean
find_suppliers (Search   *search,
                HwStore  *store,
                GError  **error)
{
  g_autoptr (GArray) suppliers = hw_supplier_repo_list (store, error);

  for (guint i = 0; suppliers != NULL && i < suppliers->len; i++)
    {
      const HwSupplier *supplier = &g_array_index (suppliers, HwSupplier, i);
      const gboolean numbered = !g_str_equal (supplier->code, supplier->name);

      if (*supplier->name != '\0')
        offer (search, HW_FOUND_SUPPLIER, supplier->id, supplier->name, supplier->code,
               g_strdup (numbered ? supplier->code : ""));
    }

  return suppliers != NULL;
}

/* @day: the question whose answer tells one from another. */
static gboolean
find_entries (Search          *search,
              HwStore         *store,
              const HwFormat  *format,
              HwEntryKind      entry_kind,
              HwFoundKind      kind,
              const char      *day,
              GError         **error)
{
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, entry_kind, HW_ENTRY_ANY_PARENT, FALSE, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);
      const HwDay when = hw_answers_get_day (entry->answers, day);

      offer (search, kind, entry->id, hw_answers_get_text (entry->answers, "name"), "",
             when != HW_DAY_NONE ? hw_format_day (format, when, HW_DAY_LONG) : g_strdup (""));
    }

  return entries != NULL;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *x = *(Hit *const *) a;
  const Hit *y = *(Hit *const *) b;
  int order;

  if (x->fit != y->fit)
    return x->fit < y->fit ? -1 : 1;

  if (x->fit != HW_FIT_WITHIN && x->length != y->length)
    return x->length < y->length ? -1 : 1;

  order = strcmp (x->key, y->key);
  if (order == 0)
    order = (int) x->found->kind - (int) y->found->kind;

  return order != 0 ? order : (x->found->id > y->found->id) - (x->found->id < y->found->id);
}

/* The words, however many spaces stand between them. */
static void
split (Search     *search,
       const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);

  search->words = g_strv_builder_end (builder);
  search->query = g_strjoinv (" ", search->words);
  search->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hit_free);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_reader (session);
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_found_free);
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_auto (Search) search = { 0 };

  split (&search, request);
  if (search.words[0] == NULL)
    return g_steal_pointer (&out);

  if (!find_products (&search, store, error) || !find_suppliers (&search, store, error) ||
      !find_entries (&search, store, format, HW_ENTRY_GOAL, HW_FOUND_GOAL, "day", error) ||
      !find_entries (&search, store, format, HW_ENTRY_INITIATIVE, HW_FOUND_INITIATIVE, "start", error))
    return NULL;

  g_ptr_array_sort (search.hits, compare_hits);
  for (guint i = 0; i < MIN (search.hits->len, HW_FOUND_MOST); i++)
    {
      Hit *hit = g_ptr_array_index (search.hits, i);

      g_ptr_array_add (out, g_steal_pointer (&hit->found));
    }

  return g_steal_pointer (&out);
}

const HwJob hw_find_job = {
  "find", N_("Looking it up"), run, g_free, (GDestroyNotify) g_ptr_array_unref, TRUE
};
