/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-card.h"

#include "core/hw-country.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define PEOPLE_MOST 100000.0

static const HwChoice months[] = {
  { "1", N_("January") },   { "2", N_("February") },  { "3", N_("March") },
  { "4", N_("April") },     { "5", N_("May") },       { "6", N_("June") },
  { "7", N_("July") },      { "8", N_("August") },    { "9", N_("September") },
  { "10", N_("October") },  { "11", N_("November") }, { "12", N_("December") },
  { NULL }
};

static const HwChoice weekdays[] = {
  { "1", N_("Monday") }, { "2", N_("Tuesday") },  { "3", N_("Wednesday") }, { "4", N_("Thursday") },
  { "5", N_("Friday") }, { "6", N_("Saturday") }, { "7", N_("Sunday") },    { NULL }
};

static const HwChoice fiscal_kinds[] = {
  { "months", N_("Calendar months") },
  { "4-4-5", N_("Whole weeks: 4, 4 and 5") },
  { "4-5-4", N_("Whole weeks: 4, 5 and 4") },
  { "5-4-4", N_("Whole weeks: 5, 4 and 4") },
  { "13", N_("Thirteen times four weeks") },
  { NULL }
};

static const HwChoice taxes[] = {
  { "without", N_("Without tax") },
  { "with", N_("With tax in them") },
  { NULL }
};

static const HwQuestion questions[] = {
  { .id = "name", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What is your business called?"),
    .label = N_("Name"), .hint = N_("As it stands on your door.") },
  { .id = "sector", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("What kind of business is it?"),
    .label = N_("Kind"), .hint = N_("Choose the one that comes closest.") },
  { .id = "country", .kind = HW_ASK_CHOICE, .text = N_("In which country is it?"), .label = N_("Country"),
    .hint = N_("Numbers, days and holidays follow its habits.") },
  { .id = "currency", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which money do you count in?"),
    .label = N_("Currency"), .hint = N_("It stays the same once there are amounts.") },
  { .id = "people", .kind = HW_ASK_NUMBER, .low = 1.0, .high = PEOPLE_MOST, .unit = N_("people"),
    .text = N_("How many people work there?"), .label = N_("People"), .hint = N_("Count yourself, too.") },
  { .id = "fiscal_month", .kind = HW_ASK_CHOICE, .choices = months,
    .text = N_("In which month does your business year begin?"), .label = N_("Year begins in"),
    .hint = N_("Your accountant knows; most begin in January.") },
  { .id = "fiscal_kind", .kind = HW_ASK_CHOICE, .choices = fiscal_kinds,
    .text = N_("How do you split your business year?"), .label = N_("The year is split into"),
    .hint = N_("Most use months. Whole weeks make every year 52 or 53 weeks long.") },
  { .id = "tax", .kind = HW_ASK_CHOICE, .choices = taxes,
    .text = N_("Are the prices in your files with tax or without?"), .label = N_("Prices in files"),
    .hint = N_("Sales tax, as on a receipt. Amounts stay as your files have them.") },
  { .id = "open_days", .kind = HW_ASK_WEEKDAYS, .required = TRUE, .text = N_("On which days are you open?"),
    .label = N_("Open on"), .hint = N_("In a normal week. The days are kept on this card.") },
  { .id = "week_start", .kind = HW_ASK_CHOICE, .choices = weekdays,
    .text = N_("On which day does your week begin?"), .label = N_("Week begins on"),
    .hint = N_("The days of a week are listed from this one on.") },
};

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const char *answer = hw_answers_get_text (answers, questions[i].id);

  if ((strcmp (questions[i].id, "currency") == 0 && !hw_currency_exists (answer)) ||
      (strcmp (questions[i].id, "country") == 0 && !hw_country_exists (answer)))
    return HW_FAULT_NOT_A_CHOICE;

  return HW_FAULT_NONE;
}

const HwForm hw_card_form = {
  .id = "card", .title = N_("Your business"), .questions = questions, .n = G_N_ELEMENTS (questions), .check = check
};

void
hw_card_fill (HwAnswers        *answers,
              const HwBusiness *business)
{
  hw_answers_set (answers, "name", business->name);
  hw_answers_set (answers, "sector", business->sector);
  hw_answers_set (answers, "country", business->country);
  hw_answers_set (answers, "currency", business->currency);
}

void
hw_card_apply (HwBusiness      *business,
               const HwAnswers *answers)
{
  const char *currency = hw_answers_get_text (answers, "currency");

  if (hw_answers_has (answers, "name"))
    {
      g_free (business->name);
      business->name = g_strdup (hw_answers_get_text (answers, "name"));
    }

  if (hw_answers_has (answers, "sector"))
    {
      g_free (business->sector);
      business->sector = g_strdup (hw_answers_get_text (answers, "sector"));
    }

  g_free (business->country);
  business->country = g_strdup (hw_answers_get_text (answers, "country"));
  if (strlen (currency) == 3)
    g_strlcpy (business->currency, currency, sizeof business->currency);
}

HwFiscal
hw_card_fiscal (const HwAnswers *answers)
{
  HwFiscal fiscal = { HW_FISCAL_MONTHS, 1, 0 };
  const char *start = answers != NULL ? hw_answers_get_text (answers, "week_start") : "";
  const int month = answers != NULL ? atoi (hw_answers_get_text (answers, "fiscal_month")) : 0;

  if (month >= 1 && month <= 12)
    fiscal.month = month;
  if (*start >= '1' && *start <= '7')
    fiscal.week_start = *start - '1';
  if (answers != NULL)
    (void) hw_fiscal_kind_find (hw_answers_get_text (answers, "fiscal_kind"), &fiscal.kind);

  return fiscal;
}
