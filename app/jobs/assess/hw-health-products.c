/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about the products: costs, prices, categories, suppliers, codes. */
#include "jobs/assess/hw-health-case.h"

#include <glib/gi18n-lib.h>

#define COSTED_ENOUGH 0.8 /* of the sales' value: margins can be told */

static gint64
count_live (const HwHealthCase *self)
{
  gint64 n = 0;

  for (guint i = 0; i < self->products->len; i++)
    n += !g_array_index (self->products, HwProduct, i).retired;

  return n;
}

static void
check_costs (HwHealthCase *self)
{
  const double share = hw_health_share (self->costed, self->rows->revenue);
  const HwHealthGrade grade = share < 0.1 ? HW_HEALTH_STOPS : share < COSTED_ENOUGH ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *text = hw_health_say_share (self, share);
  g_autofree char *without = NULL;
  gint64 n = 0;

  for (guint i = 0; i < self->products->len; i++)
    n += !g_array_index (self->products, HwProduct, i).retired && g_array_index (self->products, HwProduct, i).cost == HW_UNKNOWN;

  if (!(self->rows->revenue > 0.0))
    return;

  without = hw_format_number (self->format, (double) n, 0);
  hw_health_case_mend (hw_health_case_add (self, "costs", grade, _("What your products cost you"), n,
                                           n > 0
                                           /* Translators: 1 a percentage, 2 how many products. */
                                           ? g_strdup_printf (ngettext ("%1$s of your sales are of products with a known cost; "
                                                                        "%2$s product has none",
                                                                        "%1$s of your sales are of products with a known cost; "
                                                                        "%2$s products have none", (gulong) n), text, without)
                                           /* Translators: %s is a percentage. */
                                           : g_strdup_printf (_("%s of your sales are of products with a known cost"), text)),
                       _("Margins, and what waste and stock cost you"), _("Import your list of products with a column of unit costs"),
                       _("Import a file"), "win.import");
}

static void
check_below_cost (HwHealthCase *self)
{
  const double share = hw_health_share (self->negative_margin, self->costed);
  g_autofree char *text = hw_format_percent (self->format, share, 1);

  if (!(self->costed > 0.0))
    return;

  hw_health_case_mend (hw_health_case_add (self, "below-cost", share > 0.02 ? HW_HEALTH_HURTS : HW_HEALTH_GOOD,
                                           _("Sold for less than it cost"), 0,
                                           share > 0.0
                                           /* Translators: %s is a percentage. */
                                           ? g_strdup_printf (_("%s of the sales of products with a cost"), text)
                                           : g_strdup (_("Every product brings more than it costs"))),
                       _("A cost that is wrong makes every figure in money wrong"),
                       _("Look whether a pack's cost stands where the cost of one piece belongs"), _("Import a file"), "win.import");
}

static void
check_categories (HwHealthCase *self)
{
  const gint64 n_live = count_live (self);
  gint64 n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->products->len; i++)
    {
      const HwProduct *product = &g_array_index (self->products, HwProduct, i);

      n += !product->retired && *product->category == '\0';
    }

  text = hw_format_number (self->format, (double) n, 0);
  hw_health_case_mend (hw_health_case_add (self, "categories", 2 * n > n_live ? HW_HEALTH_HURTS : HW_HEALTH_GOOD,
                                           _("Products without a category"), n,
                                           /* Translators: %s is a number. */
                                           n > 0 ? g_strdup_printf (ngettext ("%s product has none", "%s products have none", (gulong) n), text)
                                           : g_strdup (_("Every product has one"))),
                       _("New products borrow their forecast from their category"),
                       _("Import your list of products with a column of categories"), _("Import a file"), "win.import");
}

/* Spaces and capitals apart. */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr (GString) out = g_string_new ("");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_twins (HwHealthCase *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *example = NULL;
  gint64 n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->products->len; i++)
    {
      const HwProduct *product = &g_array_index (self->products, HwProduct, i);
      char *name = fold_name (product->name);

      if (*name == '\0' || g_hash_table_add (seen, name))
        {
          if (*name == '\0')
            g_free (name);
          continue;
        }

      n++;
      example = example != NULL ? example : product->name;
    }

  text = hw_format_number (self->format, (double) n, 0);
  hw_health_case_mend (hw_health_case_add (self, "twins", n > 0 ? HW_HEALTH_HURTS : HW_HEALTH_GOOD, _("One product under two codes"), n,
                                           /* Translators: 1 a number, 2 a product's name. */
                                           n > 0 ? g_strdup_printf (ngettext ("%1$s product has the name of another: “%2$s”",
                                                                              "%1$s products have the name of another: “%2$s” is one of them",
                                                                              (gulong) n), text, example)
                                           : g_strdup (_("Every product has a name of its own"))),
                       _("The forecast sees two products that each sell half"),
                       _("Give both the same code in your till and import the sales again"), _("See the products"), "win.page::data");
}

static void
check_suppliers (HwHealthCase *self)
{
  const gint64 n_live = count_live (self);
  gint64 n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->products->len; i++)
    {
      const HwProduct *product = &g_array_index (self->products, HwProduct, i);

      n += !product->retired && product->supplier_id == 0;
    }

  text = hw_format_number (self->format, (double) n, 0);
  hw_health_case_mend (hw_health_case_add (self, "suppliers", 2 * n > n_live ? HW_HEALTH_HURTS : HW_HEALTH_GOOD,
                                           _("Products without a supplier"), n,
                                           /* Translators: %s is a number. */
                                           n > 0 ? g_strdup_printf (ngettext ("%s product has none", "%s products have none", (gulong) n), text)
                                           : g_strdup (_("Every product has one"))),
                       _("Orders cannot be put together by supplier, and waiting times are guessed"),
                       _("Import your list of products with a column of suppliers"), _("Import a file"), "win.import");
}

void
hw_health_check_products (HwHealthCase *self)
{
  if (self->products->len == 0)
    return;

  check_costs (self);
  check_below_cost (self);
  check_twins (self);
  check_suppliers (self);
  check_categories (self);
}
