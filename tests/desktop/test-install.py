#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install.py ROOT BUILD PREFIX: "meson install" puts all there is to install where
it belongs, and nothing else."""
import pathlib
import subprocess
import sys
import tempfile

import tap

ROOT, BUILD, PREFIX = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
ID = "io.github.headway_app.Headway"
WANTED = {
    "bin/headway",
    "bin/headway-cli",
    "libexec/headway-read",
    f"share/applications/{ID}.desktop",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/scalable/mimetypes/{ID}.document.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
}


def test_installed_tree_is_complete():
    tap.need("meson")
    catalogues = {f"share/locale/{language}/LC_MESSAGES/headway.mo"
                  for language in (ROOT / "po/LINGUAS").read_text().split()}
    with tempfile.TemporaryDirectory(prefix="headway-install-") as stage:
        result = subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", stage],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert result.returncode == 0, result.stdout
        top = pathlib.Path(stage + PREFIX)
        found = {str(path.relative_to(top)) for path in top.rglob("*") if path.is_file()}
        strays = [str(path) for path in pathlib.Path(stage).rglob("*") if path.is_file() and top not in path.parents]
    tap.same(found, WANTED | catalogues, f"below {PREFIX}")
    tap.same(strays, [], f"outside {PREFIX}")


tap.run([test_installed_tree_is_complete])
