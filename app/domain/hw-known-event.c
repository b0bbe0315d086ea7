/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-known-event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHANGE_LEAST (-0.95)
#define CHANGE_MOST 5.0

static const HwChoice kinds[] = {
  [HW_KNOWN_EVENT_HOLIDAY] = { "holiday", N_("A feast or holiday") },
  [HW_KNOWN_EVENT_PROMOTION] = { "promotion", N_("An offer or advertising") },
  [HW_KNOWN_EVENT_PRICE] = { "price", N_("A new price") },
  [HW_KNOWN_EVENT_CLOSED] = { "closed", N_("Closed day") },
  [HW_KNOWN_EVENT_OTHER] = { "other", N_("Something else") },
  [HW_KNOWN_EVENT_N] = { NULL }
};

enum { NAME, KIND, FROM, TO, PRODUCTS, CHANGE, NOTE };

static const HwQuestion questions[] = {
  [NAME] = { .id = "name", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What is it called?"), .label = N_("Name"),
    .hint = N_("Give what comes back the same name each time, so that the last one tells about the next.") },
  [KIND] = { .id = "kind", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = kinds, .text = N_("What kind of thing is it?"),
    .label = N_("Kind of thing") },
  [FROM] = { .id = "from", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("On which day does it begin?"),
    .label = N_("From"), .hint = N_("It may be past: then the forecast learns from it.") },
  [TO] = { .id = "to", .kind = HW_ASK_DAY, .text = N_("On which day does it end?"), .label = N_("To"),
    .hint = N_("Leave it empty if it is one day, or a price that stays.") },
  [PRODUCTS] = { .id = "products", .kind = HW_ASK_CHOICE, .text = N_("Which products is it about?"), .label = N_("Products"),
    .hint = N_("Leave it empty if it is about all of them.") },
  [CHANGE] = { .id = "change", .kind = HW_ASK_SHARE, .required = TRUE, .low = CHANGE_LEAST, .high = CHANGE_MOST,
    .text = N_("By how much does the price change?"), .label = N_("Price change"),
    .hint = N_("A minus sign makes it cheaper: -10 is a tenth less.") },
  [NOTE] = { .id = "note", .kind = HW_ASK_WORDS, .text = N_("What else do you want to remember?"), .label = N_("Note") },
};

static int
compare_id (gconstpointer a,
            gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* "12,15" as rising ids, each once; NULL for anything else. */
static GArray *
read_products (const char *text)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 id = 0;

      if (!g_ascii_string_to_signed (parts[i], 10, 1, G_MAXINT64, &id, NULL))
        return NULL;

      g_array_append_val (ids, id);
    }

  g_array_sort (ids, compare_id);
  for (guint i = ids->len; i-- > 1;)
    if (g_array_index (ids, gint64, i) == g_array_index (ids, gint64, i - 1))
      g_array_remove_index (ids, i);

  return g_steal_pointer (&ids);
}

static gboolean
applies (const HwAnswers *answers,
         guint            i)
{
  const char *kind = hw_answers_get_text (answers, "kind");

  if (i == PRODUCTS)
    return strcmp (kind, "promotion") == 0 || strcmp (kind, "price") == 0 || strcmp (kind, "other") == 0;

  return i != CHANGE || strcmp (kind, "price") == 0;
}

static HwFault
check_products (const char *text)
{
  g_autoptr (GArray) ids = read_products (text);

  if (ids == NULL)
    return HW_FAULT_NOT_A_CHOICE;

  return ids->len > HW_KNOWN_EVENT_PRODUCTS_MOST ? HW_FAULT_TOO_LONG : HW_FAULT_NONE;
}

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const HwDay from = hw_answers_get_day (answers, "from");

  if (i == TO && from != HW_DAY_NONE && hw_answers_get_day (answers, "to") < from)
    return HW_FAULT_BEFORE_START;

  if (i == CHANGE && hw_answers_get_number (answers, "change", 0.0) == 0.0)
    return HW_FAULT_NO_CHANGE;

  return i == PRODUCTS ? check_products (hw_answers_get_text (answers, "products")) : HW_FAULT_NONE;
}

const HwForm hw_known_event_form = {
  .id = "event", .title = N_("Something you know"), .questions = questions, .n = G_N_ELEMENTS (questions),
  .applies = applies, .check = check
};

const char *
hw_known_event_kind_id (HwKnownEventKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_KNOWN_EVENT_N, NULL);

  return kinds[kind].id;
}

const char *
hw_known_event_kind_name (HwKnownEventKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_KNOWN_EVENT_N, "");

  return _(kinds[kind].label);
}

gboolean
hw_known_event_kind_find (const char       *id,
                          HwKnownEventKind *kind)
{
  for (guint i = 0; i < HW_KNOWN_EVENT_N; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = (HwKnownEventKind) i;
        return TRUE;
      }

  return FALSE;
}

HwKnownEvent *
hw_known_event_new (const HwEntry *entry)
{
  const HwAnswers *answers = entry->answers;
  const HwDay from = hw_answers_get_day (answers, "from");
  g_autoptr (HwKnownEvent) self = NULL;
  HwKnownEventKind kind;

  if (!hw_known_event_kind_find (hw_answers_get_text (answers, "kind"), &kind) || from == HW_DAY_NONE)
    return NULL;

  self = g_new0 (HwKnownEvent, 1);
  self->id = entry->id;
  self->kind = kind;
  self->name = g_strdup (hw_answers_get_text (answers, "name"));
  self->from = from;
  self->to = hw_answers_get_day (answers, "to");
  if (self->to == HW_DAY_NONE)
    self->to = kind == HW_KNOWN_EVENT_PRICE ? HW_DAY_MAX : from;
  if (kind == HW_KNOWN_EVENT_PRICE)
    self->change = hw_answers_get_number (answers, "change", 0.0);
  if (applies (answers, PRODUCTS) && hw_answers_has (answers, "products"))
    self->products = read_products (hw_answers_get_text (answers, "products"));
  else
    self->products = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self->products != NULL && self->to >= from ? g_steal_pointer (&self) : NULL;
}

HwKnownEvent *
hw_known_event_copy (const HwKnownEvent *self)
{
  HwKnownEvent *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->products = g_array_copy (self->products);
  return copy;
}

void
hw_known_event_free (HwKnownEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_clear_pointer (&self->products, g_array_unref);
  g_free (self);
}

static int
compare_first_day (gconstpointer a,
                   gconstpointer b)
{
  const HwKnownEvent *x = *(HwKnownEvent *const *) a, *y = *(HwKnownEvent *const *) b;

  return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : (x->id > y->id) - (x->id < y->id);
}

GPtrArray *
hw_known_events_new (GPtrArray *entries)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_known_event_free);

  for (guint i = 0; i < entries->len; i++)
    {
      HwKnownEvent *event = hw_known_event_new (g_ptr_array_index (entries, i));

      if (event != NULL)
        g_ptr_array_add (events, event);
    }

  g_ptr_array_sort (events, compare_first_day);
  return events;
}

gboolean
hw_known_event_is_about (const HwKnownEvent *self,
                         gint64              product_id)
{
  return product_id == 0 || self->products->len == 0 ||
         g_array_binary_search (self->products, &product_id, compare_id, NULL);
}

gboolean
hw_known_event_is_on (const HwKnownEvent *self,
                      HwDay               day)
{
  return day >= self->from && day <= self->to;
}
