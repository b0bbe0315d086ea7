#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the tree is not as the README draws it: its top level, the names of
files, every source and test listed in a meson.build, the licence line first."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
TOP = {"app", "ui", "resources", "po", "tests", "meson.build", "README.md", "LICENSE"}
BUILT = re.compile(r"_build.*|__pycache__")
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
NAME = {
    "app": re.compile(r"hw-[a-z0-9]+(-[a-z0-9]+)*\.[ch]|main-cli\.c"),
    "ui": re.compile(r"hw-[a-z0-9]+(-[a-z0-9]+)*\.([ch]|ui)|main\.c"),
}


def listed(path):
    """Whether a meson.build of this folder or one above names the file."""
    for folder in path.parents:
        build = folder / "meson.build"
        if build.exists():
            text, name = build.read_text(), str(path.relative_to(folder))
            test = re.fullmatch(r"test-(.*)\.c", path.name)
            if f"'{name}'" in text or test and f"'{test.group(1)}'" in text:
                return True
        if folder == ROOT:
            return False
    return False


def check_top():
    have = {p.name for p in ROOT.iterdir() if not p.name.startswith(".") and not BUILT.fullmatch(p.name)}
    yield from (f"{name}: does not belong at the top" for name in sorted(have - TOP))
    yield from (f"{name}: is missing at the top" for name in sorted(TOP - have))


def check_files():
    for path in sorted(p for folder in ("app", "ui", "tests") for p in (ROOT / folder).rglob("*.*")):
        name = path.relative_to(ROOT)
        top, kind = name.parts[0], path.suffix
        if top in NAME and kind in (".c", ".h", ".ui") and not NAME[top].fullmatch(path.name):
            yield f"{name}: a file is named after its noun, hw-noun.c"
        if kind == ".c" and name.parts[:2] != ("tests", "data") and not listed(path):
            yield f"{name}: no meson.build lists it"
        if kind in (".c", ".h", ".py", ".sh") and name.parts[:2] != ("tests", "data"):
            if LICENCE not in "".join(path.read_text().splitlines(keepends=True)[:3]):
                yield f"{name}: the licence line is missing"


bad = [*check_top(), *check_files()]
print("\n".join(bad) or "tree: clean")
sys.exit(bool(bad))
