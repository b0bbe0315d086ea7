#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on words that do not belong: calls that make results differ from run to run
or from country to country, notes to ourselves, paths of one machine, and, in texts
for the owner, jargon and shouting."""
import pathlib
import re
import sys

import texts

ROOT = pathlib.Path(sys.argv[1])

# where (regex on the path): pattern in code without comments, what to say
CALLS = [
    (r"^app/(core|domain|engine|chart)/", r"(?<!\w)(time|g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*)\s*\(",
     "the clock is a parameter"),
    (r"^app/(core|domain|engine|chart)/", r"(?<!\w)(s?rand(om)?|g_random_\w+|drand48)\s*\(", "chance comes from core/hw-rng, with a seed"),
    (r"^(app|ui)/", r"(?<!\w)(strtod|strtof|atof|g_strtod|v?sprintf|strcpy|strcat|gets|alloca|setlocale)\s*\(",
     "depends on the country or overruns; use GLib's"),
    (r"^app/(?!cli/|main-cli\.c)|^ui/(?!main\.c|hw-application\.c)", r"(?<!\w)(f?printf|puts|fputs|g_print|g_printerr|perror)\s*\(", "only cli/ and a program's start speak to the terminal"),
    (r"^app/(?!main-cli\.c)|^ui/(?!main\.c)", r"(?<!\w)(_?exit|abort|g_error|g_assert_not_reached)\s*\(", "what the world can cause is a GError"),
]
MAY_CALL = {"app/core/hw-text.c": {"setlocale"}}  # sets the language once, at start
NOTES = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b")
PATHS = re.compile(r"(?<![\w.$}~*])/(home|root|work|tmp|opt|mnt|srv|Users)/|\b[A-Z]:\\\\")
JARGON = re.compile(r"\b(lead[ -]times?|stock-?outs?|safety[ -]stocks?|intervals?|confidence|na[iï]ve|outliers?|"
                    r"MASE|MAPE|RMSE|p-values?|variance|standard deviation|parameters?|invalid|null)\b", re.I)
TECHNICAL = {  # names as the books have them, one click away from the owner's words
    "app/domain/hw-forecast-plan.c": {"seasonal naive"},
    "ui/pages/forecast/hw-forecast-close.c": {"Mean absolute error from rolling origins, against the seasonal naive forecast; coverage of the 80 % and 95 % intervals"},
    "app/domain/hw-stake.c": {"Safety stock for the spread and the mean of the delay, times the carrying rate"},
    "app/domain/hw-metric-rows-daily.c": {"Stock-out rate", "Scaled forecast error (MASE)"},
    "resources/help/manual.xml": {"lead time", "outlier", "prediction interval", "safety stock", "seasonal naive forecast", "stock-out"},
}
TEXT_KINDS = {".c", ".h", ".ui", ".py", ".sh", ".build", ".md", ".xml", ".its", ".in", ".sql", ".css", ".txt", ".po", ""}


def sources():
    for folder in ("app", "ui", "resources", "po", "tests", ".ci"):
        yield from sorted(p for p in (ROOT / folder).rglob("*")
                          if p.is_file() and p.suffix in TEXT_KINDS and "data" not in p.relative_to(ROOT).parts[:2]
                          and "__pycache__" not in p.parts and p.name != "check-words.py")
    yield from (ROOT / name for name in ("meson.build", "README.md") if (ROOT / name).exists())


def check(name, text):
    for note in NOTES.findall(text):
        yield f"a note to ourselves: {note}"
    for path in PATHS.finditer(text):
        yield f"a path of one machine: {path.group()}"
    if not name.endswith((".c", ".h")):
        return
    code = texts.without_comments(text)
    code_only = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', code)
    for where, pattern, why in CALLS:
        if re.search(where, name):
            for call in re.finditer(pattern, code_only):
                if call.group(1) not in MAY_CALL.get(name, ()):
                    yield f"{call.group(1)}: {why}"


def check_messages(name):
    for message in texts.messages(ROOT, [name]):
        if message in TECHNICAL.get(name, ()):
            continue
        for word in JARGON.findall(message):
            yield f'"{message}": the owner does not say "{word}"'
        if "!" in message:
            yield f'"{message}": no exclamation marks'


bad = []
for path in sources():
    name = str(path.relative_to(ROOT))
    bad += [f"{name}: {what}" for what in check(name, path.read_text(errors="replace"))]
with_texts = texts.files_with_texts(ROOT)
for name in with_texts:
    bad += [f"{name}: {what}" for what in check_messages(name)]
print("\n".join(bad) or f"words: texts of {len(with_texts)} files clean")
sys.exit(bool(bad))
