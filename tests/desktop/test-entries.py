#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-entries.py ROOT BUILT VERSION: what desktops and stores read about Headway is
valid, complete and of one mind. BUILT: the folder of the merged files."""
import configparser
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ET

import tap

ROOT, BUILT, VERSION = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
ID = "io.github.headway_app.Headway"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
REACHES_OUT = ("network", "filesystem", "bluetooth", "usb", "--socket=session-bus", "--socket=system-bus", "=all")


def clean(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    said = (result.stdout + result.stderr).strip()
    if result.returncode:
        raise AssertionError(said)
    return said


def desktop_entry():
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str
    parser.read(BUILT / f"{ID}.desktop")
    return parser["Desktop Entry"]


def metainfo():
    return ET.parse(BUILT / f"{ID}.metainfo.xml").getroot()


def test_desktop_file_is_valid():
    tap.need("desktop-file-validate")
    tap.same(clean("desktop-file-validate", str(BUILT / f"{ID}.desktop")), "", "what desktop-file-validate says")


def test_metainfo_is_valid():
    tap.need("appstreamcli")
    clean("appstreamcli", "validate", "--no-net", "--no-color", str(BUILT / f"{ID}.metainfo.xml"))


def test_newest_release_is_this_version():
    tap.same(metainfo().find("releases/release").get("version"), VERSION, "the first release of the metainfo")


def test_all_name_the_same_program():
    entry, info = desktop_entry(), metainfo()
    tap.same(info.findtext("id"), ID)
    tap.same(info.findtext("launchable"), f"{ID}.desktop")
    tap.same(entry["Icon"], ID)
    tap.same(entry["Name"], info.findtext("name"))
    assert entry["Exec"].split()[0] in [binary.text for binary in info.findall("provides/binary")], entry["Exec"]


def test_all_name_the_same_file_type():
    kind = ET.parse(BUILT / f"{ID}.xml").getroot().find(f"{MIME}mime-type").get("type")
    tap.same(desktop_entry()["MimeType"], f"{kind};")
    tap.same([kind], [media.text for media in metainfo().findall("provides/mediatype")])
    assert desktop_entry()["Exec"].endswith(("%f", "%F", "%u", "%U")), "a double click brings no file"


def test_file_type_has_the_id_of_the_store():
    header = (ROOT / "app/store/hw-open-files.h").read_text()
    in_store = header.split("#define HW_APPLICATION_ID", 1)[1].split()[0]
    numbers = [m.get("value") for m in ET.parse(BUILT / f"{ID}.xml").getroot().iter(f"{MIME}match") if m.get("type") == "big32"]
    tap.same(numbers, [in_store], "the application id in the file type")


def test_screenshots_are_kept_here():
    for image in metainfo().findall("screenshots/screenshot/image"):
        assert image.text.startswith("https://"), image.text
        path = ROOT / "resources/screenshots" / image.text.rpartition("/")[2]
        assert path.is_file(), f"{path} is missing"


def test_icons_of_every_entry_are_kept_here():
    icons = ROOT / "resources/icons"
    assert (icons / "scalable/apps" / f"{ID}.svg").is_file()
    assert (icons / "symbolic/apps" / f"{ID}-symbolic.svg").is_file()
    icon = ET.parse(BUILT / f"{ID}.xml").getroot().find(f"{MIME}mime-type/{MIME}icon").get("name")
    assert (icons / "scalable/mimetypes" / f"{icon}.svg").is_file(), icon


def test_flatpak_reaches_neither_network_nor_files():
    manifest = json.loads((ROOT / f"resources/packaging/{ID}.json").read_text())
    tap.same(manifest["id"], ID)
    tap.same(manifest["command"], desktop_entry()["Exec"].split()[0])
    tap.same(manifest["modules"][-1]["name"], "headway")
    for permission in manifest["finish-args"]:
        assert not any(word in permission for word in REACHES_OUT), permission


tap.run([test_desktop_file_is_valid, test_metainfo_is_valid, test_newest_release_is_this_version,
         test_all_name_the_same_program, test_all_name_the_same_file_type, test_file_type_has_the_id_of_the_store,
         test_screenshots_are_kept_here, test_icons_of_every_entry_are_kept_here,
         test_flatpak_reaches_neither_network_nor_files])
