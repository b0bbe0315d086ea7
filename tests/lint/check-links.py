#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the command-line program links a library of the desktop."""
import re
import subprocess
import sys

DESKTOP = re.compile(r"lib(gtk|gdk|adwaita|gsk|X11|wayland)[-.]")

libs = subprocess.run(["ldd", sys.argv[1]], capture_output=True, text=True, check=True).stdout
own = subprocess.run(["readelf", "-d", sys.argv[1]], capture_output=True, text=True, check=True).stdout
needed = re.findall(r"\(NEEDED\).*\[(.*)\]", own)
names = [line.split()[0] for line in libs.splitlines()]
bad = [name for name in needed if DESKTOP.match(name)]
bad += [name for name in names if re.match(r"lib(gtk|adwaita)-", name)]
print("\n".join(sorted(set(bad))) or f"links: {len(needed)} libraries, none of the desktop")
sys.exit(bool(bad) or not needed)
