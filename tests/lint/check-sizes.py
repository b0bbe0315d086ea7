#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists files and functions that outgrow their budget, and engine exports without a
comment. A place to look, not a gate: it never fails.

GNU style puts a function's braces in column 0, which is all this needs to know.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
FILE_MAX, FUNCTION_MAX, CLASS_INIT_MAX = 400, 60, 100
NAME = re.compile(r"^(\w+) ?\(")


def functions(lines):
    """Yields (name, length in lines, is static, has a comment above)."""
    for start, line in enumerate(lines):
        if line != "{":
            continue
        end = next((i for i in range(start, len(lines)) if lines[i].startswith("}")), start)
        head = next((i for i in range(start - 1, 1, -1) if NAME.match(lines[i])), None)
        if lines[end] != "}" or head is None:  # a struct or an enum
            continue
        yield (NAME.match(lines[head]).group(1), end - start,
               lines[head - 1].startswith("static"), lines[head - 2].endswith("*/"))


def check(path):
    lines = path.read_text().splitlines()
    engine = path.is_relative_to(ROOT / "app/engine")
    if len(lines) > FILE_MAX:
        yield f"{len(lines)} lines; the budget is {FILE_MAX}"
    for name, length, static, commented in functions(lines):
        budget = CLASS_INIT_MAX if name.endswith("_class_init") else FUNCTION_MAX
        if length > budget:
            yield f"{name}: {length} lines; the budget is {budget}"
        if engine and not static and not commented:
            yield f"{name}: an exported engine function needs its docstring"


files = [path for folder in ("app", "ui", "tests") for path in sorted((ROOT / folder).rglob("*.c"))]
found = [f"{path.relative_to(ROOT)}: {what}" for path in files for what in check(path)]
print("\n".join(found) or f"sizes: {len(files)} files clean")
