#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a translation is broken, or leaves out a text of today's sources; lists
what is missing as it would stand in the catalogue."""
import pathlib
import subprocess
import sys
import tempfile

import texts

ROOT = pathlib.Path(sys.argv[1])


def run(*command, text=None):
    return subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True)


def check(language, template):
    catalogue = f"po/{language}.po"
    broken = run("msgfmt", "--check", "--output-file=/dev/null", catalogue)
    if broken.returncode:
        yield broken.stderr
    merged = run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=-", catalogue, template)
    if merged.returncode:
        yield merged.stderr
    for option, what in (("--untranslated", "not translated"), ("--only-fuzzy", "to be looked at again")):
        missing = run("msgattrib", option, "--no-obsolete", "--no-wrap", "-", text=merged.stdout).stdout
        _, _, entries = missing.partition("\n\n")
        if entries:
            yield f"{catalogue}: {what}:\n{entries}"


languages = (ROOT / "po/LINGUAS").read_text().split()
names = [line for line in (ROOT / "po/POTFILES.in").read_text().splitlines() if line and not line.startswith("#")]
bad = []
if names:
    with tempfile.NamedTemporaryFile("w", suffix=".pot") as template:
        template.write(texts.extract(ROOT, names))
        template.flush()
        bad = [what for language in languages for what in check(language, template.name)]
print("\n".join(bad) or f"po: {', '.join(languages)} complete")
sys.exit(bool(bad))
