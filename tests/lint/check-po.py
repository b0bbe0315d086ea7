#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a translation is broken, or leaves a text of today's sources out."""
import pathlib
import subprocess
import sys
import tempfile

import texts

ROOT = pathlib.Path(sys.argv[1])
bad = []
languages = (ROOT / "po/LINGUAS").read_text().split()
names = [line for line in (ROOT / "po/POTFILES.in").read_text().splitlines() if line and not line.startswith("#")]
with tempfile.NamedTemporaryFile("w", suffix=".pot") as template:
    template.write(texts.extract(ROOT, names))
    template.flush()
    for language in languages:
        catalogue = ROOT / f"po/{language}.po"
        for command in (["msgfmt", "--check", "--output-file=/dev/null", catalogue],
                        ["msgcmp", catalogue, template.name]):
            run = subprocess.run(command, capture_output=True, text=True)
            if run.returncode:
                bad.append(f"po/{language}.po:\n{run.stderr}")
print("\n".join(bad) or f"po: {', '.join(languages)} complete")
sys.exit(bool(bad))
