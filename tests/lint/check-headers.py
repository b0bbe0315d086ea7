#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a header cannot stand alone, first in a file, or twice.

Twice is what #pragma once is for. Alone is proved by the build where NAME.c includes
NAME.h before anything else, so only the other headers are compiled here.
"""
import concurrent.futures
import pathlib
import re
import shlex
import subprocess
import sys

ROOT, CC, PACKAGES = pathlib.Path(sys.argv[1]), shlex.split(sys.argv[2]), sys.argv[3:]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">]', re.M)


def compile_alone(header):
    folder = header.parts[0]
    name = header.relative_to(folder)
    flags = subprocess.run(["pkg-config", "--cflags", *PACKAGES],
                           capture_output=True, text=True, check=True).stdout.split()
    run = subprocess.run([*CC, "-fsyntax-only", "-Wall", "-Werror", "-std=gnu17", "-x", "c", "-",
                          f"-I{ROOT}/app", f"-I{ROOT}/ui", *flags],
                         input=f'#include "{name}"\n#include "{name}"\n', capture_output=True, text=True)
    return f"{header}: cannot stand alone\n{run.stderr}" if run.returncode else None


bad, alone, n_headers = [], [], 0
for folder in ("app", "ui") if "libadwaita-1" in PACKAGES else ("app",):
    for path in sorted(ROOT.glob(f"{folder}/**/*.h")):
        header, n_headers = path.relative_to(ROOT), n_headers + 1
        if not re.search(r"^#pragma once$", path.read_text(), re.M):
            bad.append(f"{header}: #pragma once is missing")
        source = path.with_suffix(".c")
        first = INCLUDE.search(source.read_text()) if source.exists() else None
        if not first or first.group(1) != str(header.relative_to(folder)):
            alone.append(header)
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    bad += filter(None, pool.map(compile_alone, alone))
print("\n".join(bad) or f"headers: {n_headers} clean, {len(alone)} of them compiled alone")
sys.exit(bool(bad))
