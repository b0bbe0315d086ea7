#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-file-type.py TYPE.xml HEADWAY-CLI: a desktop knows a business file by its name
and by what is inside, and takes nothing else for one."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import tap

TYPE, CLI = pathlib.Path(sys.argv[1]), sys.argv[2]
OURS = "application/x-headway"
folder = tempfile.TemporaryDirectory(prefix="headway-type-")
HOME = pathlib.Path(folder.name)


def env():
    return {**os.environ, "XDG_DATA_HOME": str(HOME / "share"), "GIO_USE_VFS": "local"}


def install():
    tap.need("update-mime-database", "gio")
    mime = HOME / "share/mime"
    if not mime.exists():
        (mime / "packages").mkdir(parents=True)
        shutil.copy(TYPE, mime / "packages")
        subprocess.run(["update-mime-database", str(mime)], check=True, env=env())


def kind_of(path):
    said = subprocess.run(["gio", "info", "-a", "standard::content-type", str(path)], check=True, env=env(),
                          capture_output=True, text=True).stdout
    return said.rpartition("standard::content-type: ")[2].split()[0]


def business():
    path = HOME / "shop.headway"
    if not path.exists():
        subprocess.run([CLI, "new", str(path), "--name", "Corner Shop", "--sector", "retail", "--currency", "EUR"],
                       check=True, stdout=subprocess.DEVNULL)
    return path


def test_known_by_its_name():
    install()
    tap.same(kind_of(business()), OURS)


def test_known_by_what_is_inside():
    install()
    bare = HOME / "no-name-at-all"
    shutil.copy(business(), bare)
    tap.same(kind_of(bare), OURS)


def test_other_databases_are_not_ours():
    install()
    other = HOME / "somebody-else"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE t (x)")
    tap.same(kind_of(other), "application/vnd.sqlite3")


def test_is_a_kind_of_sqlite():
    install()
    lines = (HOME / "share/mime/subclasses").read_text().split("\n")
    assert f"{OURS} application/vnd.sqlite3" in lines, lines


tap.run([test_known_by_its_name, test_known_by_what_is_inside, test_other_databases_are_not_ours,
         test_is_a_kind_of_sqlite])
