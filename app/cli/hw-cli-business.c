/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "core/hw-country.h"
#include "core/hw-error.h"
#include "jobs/content/hw-content.h"
#include "jobs/example/hw-example-job.h"
#include "jobs/hw-check-job.h"
#include "jobs/sample/hw-sample-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
describe (HwCli            *cli,
          const HwBusiness *business)
{
  hw_cli_set_text (cli, "file", cli->rest[0]);
  hw_cli_set_text (cli, "name", business->name);
  hw_cli_set_text (cli, "sector", business->sector);
  hw_cli_set_text (cli, "currency", business->currency);
  hw_cli_set_text (cli, "country", *business->country != '\0' ? business->country : NULL);
}

/* "bakery, retail, ...": what --sector takes. */
static char *
list_sectors (void)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", sectors[i].id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
find_fault (const char *name,
            const char *sector,
            const char *currency,
            const char *country)
{
  g_autofree char *sectors = NULL;

  if (name == NULL || *name == '\0' || sector == NULL || currency == NULL)
    return g_strdup (_("--name, --sector and --currency are needed."));

  if (hw_content_find_sector (sector) == NULL)
    {
      sectors = list_sectors ();
      return g_strdup_printf (_("There is no sector “%s”. Take one of: %s."), sector, sectors);
    }

  if (!hw_currency_exists (currency))
    return g_strdup_printf (_("There is no currency “%s”. Take three letters such as EUR."), currency);

  if (*country != '\0' && !hw_country_exists (country))
    return g_strdup_printf (_("There is no country “%s”. Take two letters such as DE."), country);

  return NULL;
}

int
hw_cli_new (HwCli *cli,
            int    argc,
            char  *argv[])
{
  g_autofree char *name = NULL;
  g_autofree char *sector = NULL;
  g_autofree char *currency = NULL;
  g_autofree char *country = NULL;
  const GOptionEntry own[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector, NULL, NULL },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &currency, NULL, NULL },
    { "country", 0, 0, G_OPTION_ARG_STRING, &country, NULL, NULL },
    { NULL }
  };
  g_autofree char *fault = NULL;
  g_autoptr (GError) error = NULL;
  HwBusiness business = { 0 };

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (country == NULL)
    country = g_strdup ("");

  fault = find_fault (name, sector, currency, country);
  if (fault != NULL)
    return hw_cli_misused (cli, fault);

  business.name = name;
  business.sector = (char *) hw_content_find_sector (sector);
  business.country = country;
  business.founded = cli->today;
  g_strlcpy (business.currency, currency, sizeof business.currency);

  cli->session = hw_session_create (cli->rest[0], &business, cli->today, &error);
  if (cli->session == NULL)
    return hw_cli_fail (cli, error, cli->rest[0]);

  describe (cli, &business);
  hw_cli_say (cli, _("%s is ready in %s."), business.name, cli->rest[0]);
  return hw_cli_done (cli);
}

/* "bakery, web-shop, ...": what --example takes. */
static char *
list_examples (void)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gsize n;
  const HwExampleKind *kinds = hw_example_kinds (&n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", kinds[i].id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* (nullable) */
static char *
find_sample_fault (const char          *id,
                   const HwExampleKind *example,
                   const char          *till)
{
  g_autofree char *list = NULL;

  if (id != NULL && example == NULL)
    {
      list = list_examples ();
      return g_strdup_printf (_("There is no example “%s”. Take one of: %s."), id, list);
    }

  return id != NULL && till != NULL ? g_strdup (_("--till goes with the sample, not with --example.")) : NULL;
}

/* The number of sales made; NULL if it failed, which was said. */
static gint64 *
make_sample (HwCli               *cli,
             const HwExampleKind *example,
             guint64              seed)
{
  const HwExampleRequest request = { example, seed };
  gint64 *made = example != NULL ? hw_cli_run (cli, &hw_example_job, &request, cli->rest[0])
                                 : hw_cli_run (cli, &hw_sample_job, &seed, cli->rest[0]);

  if (made != NULL)
    return made;

  /* An empty business is not what was asked for. */
  g_clear_pointer (&cli->session, hw_session_close);
  g_unlink (cli->rest[0]);
  return NULL;
}

int
hw_cli_sample (HwCli *cli,
               int    argc,
               char  *argv[])
{
  gint64 seed = -1;
  g_autofree char *till = NULL;
  g_autofree char *id = NULL;
  const GOptionEntry own[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, NULL, NULL },
    { "example", 0, 0, G_OPTION_ARG_STRING, &id, NULL, NULL },
    { "till", 0, 0, G_OPTION_ARG_FILENAME, &till, NULL, NULL },
    { NULL }
  };
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *made = NULL;
  g_autofree char *count = NULL;
  g_autofree char *fault = NULL;
  const HwExampleKind *example;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  example = hw_example_find (id);
  fault = find_sample_fault (id, example, till);
  if (fault != NULL)
    return hw_cli_misused (cli, fault);

  if (seed < 0)
    seed = example != NULL ? HW_EXAMPLE_SEED : HW_SAMPLE_SEED;
  if (example != NULL)
    hw_example_business (example, &business, cli->today);
  else
    hw_sample_business (&business, cli->today);
  cli->session = hw_session_create (cli->rest[0], &business, cli->today, &error);
  if (cli->session == NULL)
    return hw_cli_fail (cli, error, cli->rest[0]);

  made = make_sample (cli, example, (guint64) seed);
  if (made == NULL)
    return HW_CLI_FAIL;

  if (till != NULL && !hw_sample_write_till (till, (guint64) seed, cli->today, &error))
    return hw_cli_fail (cli, error, till);

  describe (cli, &business);
  hw_cli_set_text (cli, "example", id);
  hw_cli_set_text (cli, "till", till);
  hw_cli_set_count (cli, "seed", seed);
  hw_cli_set_count (cli, "sales", *made);
  cli->format = hw_session_new_format (cli->session);
  count = hw_format_number (cli->format, (double) *made, 0);
  hw_cli_say (cli, _("%1$s is ready in %2$s, with %3$s sales."), business.name, cli->rest[0], count);
  return hw_cli_done (cli);
}

int
hw_cli_check (HwCli *cli,
              int    argc,
              char  *argv[])
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  problems = hw_cli_run (cli, &hw_check_job, NULL, cli->rest[0]);
  if (problems == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_bool (cli, "ok", problems->len == 0);
  json_builder_set_member_name (cli->answer, "problems");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < problems->len; i++)
    {
      json_builder_add_string_value (cli->answer, g_ptr_array_index (problems, i));
      hw_cli_say (cli, "%s", (const char *) g_ptr_array_index (problems, i));
    }
  json_builder_end_array (cli->answer);

  if (problems->len > 0)
    {
      g_autoptr (GError) error = g_error_new_literal (HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED, "");

      return hw_cli_fail (cli, error, cli->rest[0]);
    }

  hw_cli_say (cli, _("%s is in good order."), cli->rest[0]);
  return hw_cli_done (cli);
}
