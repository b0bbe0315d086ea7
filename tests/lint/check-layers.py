#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a file includes a header that layers.txt does not allow to its layer.

A layer is the first folder under app/ (core, engine, ...), all of ui/, and cli for
main-cli.c. A test has the rights of the layer it tests. Headers of the project are
named from the root of app/ or ui/, so that the line shows the layer; a header named
-private.h stays in its folder and that folder's tests.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^">]+)[">]', re.M)
SHARED_BY_TESTS = ("gio/", "cairo", "json-glib/")  # temporary folders, pictures to look at, reference values


def read_rules():
    layers, libraries = {}, {}
    for line in (pathlib.Path(__file__).parent / "layers.txt").read_text().splitlines():
        name, colon, allowed = line.split("#")[0].partition(":")
        if not colon:
            continue
        if name.startswith("<"):
            libraries[name[1:].strip()] = set(allowed.split())
        else:
            layers[name.strip()] = set(allowed.split()) | {name.strip()}
    return layers, libraries


def layer_of(path):
    first, second = path.parts[:2]
    if first == "ui":
        return "ui"
    return "cli" if second == "main-cli.c" else second


def check_own(path, header, layers):
    layer, folder = layer_of(path), header.rpartition("/")[0]
    if path.parts[0] == "tests" and ((ROOT / path.parent / header).is_file() or (ROOT / "tests" / header).is_file()):
        return None  # what tests share
    if not folder and path.parts[0] == "ui" and (ROOT / "ui" / header).is_file():
        return None
    if not folder:
        return f'"{header}" hides its layer; name it from the root'
    owner = folder.split("/")[0]
    if (ROOT / "ui" / header).is_file() and owner not in layers:
        owner = "ui"
    if owner not in layers:
        return f'"{header}" belongs to no layer'
    if owner not in layers[layer]:
        return f"{layer}/ must not include {header}"
    if header.endswith("-private.h") and not f"{path.parent}/".startswith((f"app/{folder}/", f"ui/{folder}/", f"tests/{owner}/")):
        return f"{header} is private to {folder}/"
    return None


def check(path, layers, libraries):
    layer = layer_of(path)
    for kind, header in INCLUDE.findall((ROOT / path).read_text(errors="replace")):
        if kind == '"':
            yield check_own(path, header, layers)
            continue
        for prefix, homes in libraries.items():
            free = path.parts[0] == "tests" and prefix in SHARED_BY_TESTS
            if header.startswith(prefix) and layer not in homes and not free:
                yield f"<{header}> belongs in {', '.join(sorted(homes))}"


layers, libraries = read_rules()
found = [*ROOT.glob("app/**/*.[ch]"), *ROOT.glob("ui/**/*.[ch]")]
for layer in layers:
    found += ROOT.glob(f"tests/{layer}/**/*.[ch]")
bad = [f"{path}: {what}" for path in sorted(p.relative_to(ROOT) for p in found)
       for what in check(path, layers, libraries) if what]
print("\n".join(bad) or f"layers: {len(found)} files clean")
sys.exit(bool(bad))
