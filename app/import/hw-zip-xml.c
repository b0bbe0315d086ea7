/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-zip-xml.h"

#include "core/hw-error.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define TELL_EVERY 64 /* blocks */

typedef struct
{
  HwZipPart          *part;       /* (owned) */
  const HwXmlHandler *handler;
  gpointer            data;
  HwXmlShareFunc      share;
  gpointer            share_data;
  xmlParserCtxtPtr    parser;
  GError             *failed;
  gboolean            stopped;    /* whether or not something failed */
  int                 depth;
  guint               blocks;
} Run;

static void
stop (Run *run)
{
  run->stopped = TRUE;
  xmlStopParser (run->parser);
}

static void
fail (Run        *run,
      const char *why)
{
  if (run->failed == NULL)
    g_set_error_literal (&run->failed, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, why);
  stop (run);
}

static void
start_cb (gpointer        ctx,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  Run *run = ctx;
  const HwXmlAttributes all = { attributes, n_attributes };

  if (run->stopped)
    return;
  if (++run->depth > HW_XML_MAX_DEPTH)
    fail (run, "nested too deep");
  else if (!run->handler->start (run->data, (const char *) name, &all, &run->failed))
    stop (run);
}

static void
end_cb (gpointer       ctx,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  Run *run = ctx;

  if (run->stopped)
    return;
  run->depth--;
  if (!run->handler->end (run->data, (const char *) name, &run->failed))
    stop (run);
}

static void
text_cb (gpointer       ctx,
         const xmlChar *text,
         int            length)
{
  Run *run = ctx;

  if (!run->stopped && !run->handler->text (run->data, (const char *) text, (gsize) length, &run->failed))
    stop (run);
}

static void
dtd_cb (gpointer       ctx,
        const xmlChar *name,
        const xmlChar *public_id,
        const xmlChar *system_id)
{
  fail (ctx, "it declares its own entities");
}

static void
error_cb (gpointer       ctx,
          const xmlError *said)
{
  Run *run = ctx;

  if (said->level == XML_ERR_FATAL && run->failed == NULL)
    g_set_error (&run->failed, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "no sound XML (%d, line %d)", said->code, said->line);
}

/* UTF-8, or UTF-16 with its mark; nothing that needs tables from the disk. */
static gboolean
is_plain_encoding (const char *head,
                   gsize       n)
{
  static const char *const fine[] = { "utf-8", "utf8", "utf-16", "us-ascii", "iso-8859-1" };
  g_autofree char *line = NULL;
  const char *from, *end;

  if (n >= 2 && (memcmp (head, "\377\376", 2) == 0 || memcmp (head, "\376\377", 2) == 0))
    return TRUE;
  if (n >= 3 && memcmp (head, "\357\273\277", 3) == 0)
    {
      head += 3;
      n -= 3;
    }
  if (n == 0 || !(*head == '<' || g_ascii_isspace (*head)))
    return FALSE;
  if (n < 5 || strncmp (head, "<?xml", 5) != 0)
    return TRUE;

  end = g_strstr_len (head, (gssize) MIN (n, 1024), "?>");
  if (end == NULL)
    return FALSE;
  line = g_ascii_strdown (head, end - head);
  from = strstr (line, "encoding");
  if (from == NULL)
    return TRUE;

  from += strcspn (from, "\"'");
  for (gsize i = 0; *from != '\0' && i < G_N_ELEMENTS (fine); i++)
    if (g_str_has_prefix (from + 1, fine[i]) && from[1 + strlen (fine[i])] == *from)
      return TRUE;

  return FALSE;
}

static int
read_cb (gpointer  ctx,
         char     *out,
         int       room)
{
  Run *run = ctx;
  gssize n;

  if (run->stopped || run->failed != NULL)
    return -1;

  n = hw_zip_part_read (run->part, out, (gsize) room, &run->failed);
  if (n > 0 && run->share != NULL && ++run->blocks % TELL_EVERY == 0
      && !run->share (hw_zip_part_get_share (run->part), run->share_data))
    {
      g_set_error_literal (&run->failed, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED, "stopped while unpacking");
      return -1;
    }

  return (int) n;
}

static void
parse (Run *run)
{
  static const xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC, .startElementNs = start_cb, .endElementNs = end_cb, .characters = text_cb,
    .ignorableWhitespace = text_cb, .cdataBlock = text_cb, .internalSubset = dtd_cb,
    .serror = (xmlStructuredErrorFunc) error_cb,
  };
  xmlSAXHandler own = sax;
  char head[1024];
  char block[32 * 1024];
  gssize n = hw_zip_part_read (run->part, head, sizeof head, &run->failed);

  if (n < 0)
    return;
  if (!is_plain_encoding (head, (gsize) n))
    {
      g_set_error_literal (&run->failed, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "in a strange encoding");
      return;
    }

  run->parser = xmlCreatePushParserCtxt (&own, run, head, n >= 4 ? 4 : 0, NULL);
  xmlCtxtUseOptions (run->parser, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_COMPACT);
  xmlParseChunk (run->parser, head + (n >= 4 ? 4 : 0), (int) (n >= 4 ? n - 4 : n), 0);
  while (!run->stopped && run->failed == NULL && (n = read_cb (run, block, sizeof block)) > 0)
    if (xmlParseChunk (run->parser, block, (int) n, 0) != XML_ERR_OK && run->failed == NULL && !run->parser->wellFormed)
      fail (run, "no sound XML");
  if (!run->stopped && run->failed == NULL)
    xmlParseChunk (run->parser, block, 0, 1);
  if (!run->stopped && run->failed == NULL && !run->parser->wellFormed)
    fail (run, "no sound XML");

  xmlFreeDoc (run->parser->myDoc);
  run->parser->myDoc = NULL;
  xmlFreeParserCtxt (run->parser);
}

gboolean
hw_zip_xml_read (HwZip               *zip,
                 const char          *name,
                 const HwXmlHandler  *handler,
                 gpointer             data,
                 HwXmlShareFunc       share,
                 gpointer             share_data,
                 GError             **error)
{
  g_autoptr(HwZipPart) part = hw_zip_part_open (zip, name, error);
  Run run = { .part = part, .handler = handler, .data = data, .share = share, .share_data = share_data };

  if (part == NULL)
    return FALSE;

  parse (&run);
  if (run.failed == NULL)
    return TRUE;

  g_propagate_error (error, run.failed);
  return FALSE;
}

gboolean
hw_xml_attribute (const HwXmlAttributes *attributes,
                  const char            *name,
                  HwXmlText             *value)
{
  for (int i = 0; i < attributes->n; i++)
    {
      const guchar **field = attributes->fields + (gsize) i * 5;

      if (strcmp ((const char *) field[0], name) == 0)
        {
          value->text = (const char *) field[3];
          value->length = (gsize) (field[4] - field[3]);
          return TRUE;
        }
    }

  value->text = "";
  value->length = 0;
  return FALSE;
}

gboolean
hw_xml_text_is (const HwXmlText *text,
                const char      *what)
{
  return strlen (what) == text->length && memcmp (text->text, what, text->length) == 0;
}

gint64
hw_xml_text_int (const HwXmlText *text)
{
  gint64 value = 0;

  if (text->length == 0 || text->length > 15)
    return -1;

  for (gsize i = 0; i < text->length; i++)
    {
      if (!g_ascii_isdigit (text->text[i]))
        return -1;
      value = value * 10 + (text->text[i] - '0');
    }

  return value;
}
