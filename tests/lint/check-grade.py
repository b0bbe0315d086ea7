#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-grade.py ROOT [FILE...]: fails on texts for the owner that take more than eight
years of school to read (Flesch-Kincaid grade, Kincaid et al. 1975, by a simple count of
syllables). Only sentences of four words or more say anything about reading; a text is
as hard as all of these together. With FILEs it looks at these alone."""
import pathlib
import re
import sys

import texts

ROOT = pathlib.Path(sys.argv[1])
HIGHEST = 8.0
LEAST_WORDS = 4

# Texts that may be harder, by reason.
MAY_BE_HARD = {
    "the name of a method as the books have it, one click away from the owner's words": {
        "Censored demand by the EM algorithm (Tobit, negative binomial), supply as a regressor",
        "Expected margin between running out and the next arrival",
        "Exponential smoothing on four-week values, normal range from the forecast's error",
        "Mean absolute error from rolling origins, against the seasonal naive forecast; coverage of the 80 % and 95 % intervals",
        "Order-up-to policy by simulation on forecast scenarios",
        "Receivables beyond their term, times interest",
        "Robust distance of unit prices (MAD of logarithms)",
        "Weighted geometric mean; rank acceptability under random weights",
        "pilot, before-and-after comparison with a counterfactual",
        "point forecast, expected demand",
        "weighted combination of methods",
    },
    "a formula in words: each word is short, the sentence cannot be": {
        "Limits that others use for misses added up, divided by the usual miss",
        "Misses of the forecast divided by the misses of repeating the last season",
    },
    "a handful of known words, too few to judge by": {
        "An offer or advertising",
        "One sentence that everybody in the team understands.",
        "The last season, repeated",
        "Units expected, product by product",
        "Units, without weekday, season and events",
        "What if: another promise, waiting time or budget",
        "better later: below the supplier's minimum",
    },
    "a name": {
        "Truth and Reconciliation Day",
    },
}
# Words that the count of letters gets wrong.
SPOKEN = {"business": 2, "businesses": 3, "every": 2, "everything": 3, "everybody": 4, "different": 2, "several": 2,
          "idea": 3, "ideas": 3, "area": 3, "being": 2, "doing": 2, "going": 2, "people": 2, "once": 1,
          "somebody": 3, "something": 2, "someone": 2, "sometimes": 2, "somewhere": 2, "whole": 1, "used": 1,
          "evening": 2, "average": 2, "forecast": 2, "forecasts": 2, "likely": 2, "safety": 2, "usual": 3}
# Long words of the trade, which an owner says ten times a day: no harder than short ones.
TRADE = {"wholesaler", "supplier", "suppliers", "customer", "customers", "delivery", "deliveries", "deliver",
         "category", "categories", "bakery", "accountant", "restaurant", "restaurants"}

PLACE = re.compile(r"%(?:\d+\$)?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:ll|l|h|z|j)?[a-zA-Z]")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
END = re.compile(r"(?<=[.?:;…])\s+|\n+")


def syllables(word):
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in TRADE:
        return 2
    if word in SPOKEN:
        return SPOKEN[word]
    if not word.isalpha() and "'" not in word:
        return 1
    word = re.sub(r"(?<=[^aeiouydt])ed$", "d", word)               # asked, but not wanted
    word = re.sub(r"(?<=[^aeiouyscgxzhl])es$|(?<=[aeiouy]l)es$", "s", word)  # times, but not prices
    count = len(re.findall(r"[aeiouyäöüéè]+", word))
    count -= bool(re.search(r"[^aeiouyl]e$|[aeiouy]le$", word))     # late, while, but not table
    count += len(re.findall(r"i[au]|io(?!n)|uou|ea(?=te)", word))   # trial, period, create
    return max(count, 1)


def grade(message):
    """None where there is nothing to go by."""
    n_words = n_syllables = n_sentences = 0
    for sentence in END.split(PLACE.sub("x", re.sub(r"<[^>]*>", "", message)).replace("_", "")):
        words = WORD.findall(sentence)
        if len(words) >= LEAST_WORDS:
            n_words += len(words)
            n_syllables += sum(syllables(word) for word in words)
            n_sentences += 1
    if n_sentences == 0:
        return None
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


if __name__ == "__main__":
    names = sys.argv[2:] or texts.files_with_texts(ROOT)
    seen, hard = 0, []
    for name in names:
        for message in texts.messages(ROOT, [name]):
            found = grade(message)
            if found is not None and not any(message in hard_ones for hard_ones in MAY_BE_HARD.values()):
                seen += 1
                if found > HIGHEST:
                    hard.append(f'{name}: {found:.1f}: "{message}"')
    print("\n".join(hard + [f"grade: {seen} texts, {len(hard)} of them above {HIGHEST:.0f}"]))
    sys.exit(bool(hard))
