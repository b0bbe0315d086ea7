/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-cases CASES.json: what the engine answers to worked stock cases, as
 * {"case": {"key": value}} with the keys that each case asks for in "keys" or names
 * in "expected", whose values are never read. Cases left out are told on stderr. */
#include "bench-stock-cases.h"

#include <locale.h>
#include <stdlib.h>

static const BenchCase *const tables[] = { bench_cases_of_laws, bench_cases_of_lots, bench_cases_of_policies,
                                           bench_cases_of_chains, bench_cases_of_nets, bench_cases_of_periods };

static BenchCaseFunc
find (const char *family)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const BenchCase *c = tables[i]; c->family != NULL; c++)
      if (g_strcmp0 (c->family, family) == 0)
        return c->run;

  return NULL;
}

/* (transfer container): the keys a case asks for. */
static GPtrArray *
wanted_keys (JsonObject *one)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  JsonArray *list = bench_array (one, "keys");
  JsonObject *expected = bench_object (one, "expected");

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    g_ptr_array_add (keys, g_strdup (json_array_get_string_element (list, i)));

  if (list == NULL && expected != NULL)
    {
      g_autoptr (GList) names = json_object_get_members (expected);

      for (GList *l = names; l != NULL; l = l->next)
        g_ptr_array_add (keys, g_strdup (l->data));
    }

  return keys;
}

static void
answer (JsonObject *one,
        JsonObject *all)
{
  const char *id = bench_text (one, "id"), *family = bench_text (one, "family");
  JsonObject *inputs = bench_object (one, "inputs");
  BenchCaseFunc run = find (family);
  g_autoptr (JsonObject) result = json_object_new ();
  g_autoptr (GPtrArray) keys = wanted_keys (one);
  g_autoptr (GError) error = NULL;
  JsonObject *kept;

  if (id == NULL || inputs == NULL || run == NULL)
    {
      g_printerr ("%s: nothing answers the family %s\n", id != NULL ? id : "?", family != NULL ? family : "?");
      return;
    }
  if (!run (family, inputs, result, &error))
    {
      g_printerr ("%s: %s\n", id, error != NULL ? error->message : "refused");
      return;
    }

  kept = json_object_new ();
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      JsonNode *node = json_object_get_member (result, key);

      if (node != NULL)
        json_object_set_member (kept, key, json_node_copy (node));
      else
        g_printerr ("%s: no %s\n", id, key);
    }
  json_object_set_object_member (all, id, kept);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonObject *all = json_object_new ();
  JsonArray *cases = NULL;

  setlocale (LC_ALL, "C");
  json_node_take_object (root, all);
  if (argc != 2 || !json_parser_load_from_file (parser, argv[1], &error))
    {
      g_printerr ("bench-stock-cases CASES.json%s%s\n", error != NULL ? ": " : "", error != NULL ? error->message : "");
      return EXIT_FAILURE;
    }

  if (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    cases = bench_array (json_node_get_object (json_parser_get_root (parser)), "cases");
  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (cases, i)))
      answer (json_array_get_object_element (cases, i), all);

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
  return EXIT_SUCCESS;
}
