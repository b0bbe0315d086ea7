#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py ROOT [--write]: fails when po/POTFILES.in is not exactly the list
of files with texts for the owner. --write writes it."""
import pathlib
import sys

import texts

ROOT = pathlib.Path(sys.argv[1])
POTFILES = ROOT / "po/POTFILES.in"

have = [line for line in POTFILES.read_text().splitlines() if line and not line.startswith("#")]
want = texts.files_with_texts(ROOT)
if "--write" in sys.argv:
    POTFILES.write_text("".join(f"{name}\n" for name in want))
    sys.exit()
bad = [f"po/POTFILES.in lacks {name}" for name in want if name not in have]
bad += [f"po/POTFILES.in names {name}, which has no texts" for name in have if name not in want]
print("\n".join(bad) or f"potfiles: {len(have)} files clean")
sys.exit(bool(bad))
