/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-nameless.h"

#include "domain/hw-entry.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGITS_LEAST 4 /* a shorter number is as likely a figure */

typedef struct
{
  gunichar   *letters;   /* (owned) small ones */
  glong       n;
  const char *instead;   /* translated */
} Name;

struct _HwNameless
{
  GArray *names;         /* (owned) of Name, the longest first */
};

static gunichar *
small_letters (const char *text,
               glong      *n)
{
  gunichar *letters = g_utf8_to_ucs4_fast (text, -1, n);

  for (glong i = 0; i < *n; i++)
    letters[i] = g_unichar_tolower (letters[i]);

  return letters;
}

static gboolean
is_worth_it (const char *name)
{
  const gsize n = strlen (name);

  return n > 0 && (strspn (name, "0123456789") < n ? g_utf8_strlen (name, -1) > 1 : n >= DIGITS_LEAST);
}

static void
add (HwNameless *self,
     const char *text,
     const char *instead)
{
  g_autofree char *name = g_strstrip (g_strdup (text != NULL ? text : ""));
  Name one = { NULL, 0, instead };

  if (!is_worth_it (name))
    return;

  one.letters = small_letters (name, &one.n);
  g_array_append_val (self->names, one);
}

static void
clear_name (gpointer name)
{
  g_free (((Name *) name)->letters);
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  const glong x = ((const Name *) a)->n, y = ((const Name *) b)->n;

  return (x < y) - (x > y);
}

static gboolean
add_records (HwNameless  *self,
             HwStore     *store,
             GError     **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);
  g_autoptr (GArray) suppliers = products != NULL ? hw_supplier_repo_list (store, error) : NULL;
  g_autoptr (GArray) customers = suppliers != NULL ? hw_customer_repo_list (store, error) : NULL;
  g_auto (HwBusiness) business = { 0 };

  if (customers == NULL || !hw_business_repo_load (store, &business, error))
    return FALSE;

  add (self, business.name, _("the business"));
  for (guint i = 0; i < products->len; i++)
    {
      const HwProduct *product = &g_array_index (products, HwProduct, i);

      add (self, product->name, _("a product"));
      add (self, product->sku, _("a product"));
      add (self, product->category, _("a group of products"));
    }

  for (guint i = 0; i < suppliers->len; i++)
    {
      const HwSupplier *supplier = &g_array_index (suppliers, HwSupplier, i);

      add (self, supplier->name, _("a supplier"));
      add (self, supplier->code, _("a supplier"));
      add (self, supplier->email, _("an address"));
    }

  for (guint i = 0; i < customers->len; i++)
    {
      const HwCustomer *customer = &g_array_index (customers, HwCustomer, i);

      add (self, customer->name, _("a customer"));
      add (self, customer->code, _("a customer"));
    }

  return TRUE;
}

/* Who looks after things, did them or was asked. */
static gboolean
add_people (HwNameless  *self,
            HwStore     *store,
            GError     **error)
{
  static const HwEntryKind kinds[] = {
    HW_ENTRY_CARD, HW_ENTRY_GOAL, HW_ENTRY_INITIATIVE, HW_ENTRY_CHECK_IN, HW_ENTRY_GATE, HW_ENTRY_ROLL_OUT, HW_ENTRY_REVIEW,
    HW_ENTRY_DUTY, HW_ENTRY_MILESTONE, HW_ENTRY_GUARD, HW_ENTRY_DECISION,
  };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, kinds[k], HW_ENTRY_ANY_PARENT, FALSE, error);

      if (entries == NULL)
        return FALSE;

      for (guint i = 0; i < entries->len; i++)
        {
          const HwEntry *entry = g_ptr_array_index (entries, i);

          add (self, entry->who, _("someone"));
          add (self, hw_answers_get_text (entry->answers, "owner"), _("someone"));
          add (self, hw_answers_get_text (entry->answers, "who"), _("someone"));
        }
    }

  return TRUE;
}

HwNameless *
hw_nameless_new (HwStore  *store,
                 GError  **error)
{
  g_autoptr (HwNameless) self = g_new0 (HwNameless, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  if (!add_records (self, store, error) || !add_people (self, store, error))
    return NULL;

  g_array_sort (self->names, compare_names);
  return g_steal_pointer (&self);
}

void
hw_nameless_free (HwNameless *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->names);
  g_free (self);
}

static gboolean
stands_alone (const gunichar *text,
              glong           n,
              glong           from,
              glong           to)
{
  return (from == 0 || !g_unichar_isalnum (text[from - 1])) && (to == n || !g_unichar_isalnum (text[to]));
}

/* Where @name stands in @text and nothing was found before, @by is set to it. */
static void
mark (const Name     *name,
      const gunichar *text,
      glong           n,
      const Name    **by)
{
  for (glong i = 0; i + name->n <= n; i++)
    {
      gboolean is_free = text[i] == name->letters[0] && memcmp (text + i, name->letters, (gsize) name->n * sizeof *text) == 0 &&
                         stands_alone (text, n, i, i + name->n);

      for (glong k = i; is_free && k < i + name->n; k++)
        is_free = by[k] == NULL;
      for (glong k = i; is_free && k < i + name->n; k++)
        by[k] = name;
    }
}

char *
hw_nameless_text (const HwNameless *self,
                  const char       *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree gunichar *small = NULL;
  g_autofree const Name **by = NULL;
  const char *at = text;
  glong n;

  small = small_letters (text, &n);
  by = g_new0 (const Name *, n + 1);
  for (guint i = 0; i < self->names->len; i++)
    mark (&g_array_index (self->names, Name, i), small, n, by);

  for (glong i = 0; i < n;)
    {
      const glong long_is = by[i] != NULL ? by[i]->n : 1;
      const char *end = g_utf8_offset_to_pointer (at, long_is);

      if (by[i] != NULL)
        g_string_append (out, by[i]->instead);
      else
        g_string_append_len (out, at, end - at);

      at = end;
      i += long_is;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
