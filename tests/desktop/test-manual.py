#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-manual.py ROOT: the manual has a topic for every page, leads nowhere that is
not there, carries small pictures only, and translators see every sentence of it as
the program looks it up."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

import tap

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "tests/lint"))
import texts  # noqa: E402

HELP = ROOT / "resources/help"
MANUAL = ET.parse(HELP / "manual.xml").getroot()
WITH_TEXT = ("title", "p", "h", "step", "picture", "key", "name", "also", "means")
PICTURE_MOST = 60_000


def ids():
    return [topic.get("id") for topic in MANUAL]


def test_every_page_has_its_topic():
    table = (ROOT / "ui/pages/hw-pages.c").read_text()
    pages = re.findall(r'^  \{ "([a-z-]+)", N_\(', table, re.M)
    assert pages, "hw-pages.c is not read as it was"
    tap.same([page for page in pages if page not in ids()], [], "pages without a topic of the manual")


def test_topics_have_names_of_their_own():
    tap.same(sorted(set(ids())), sorted(ids()))
    titles = [topic.findtext("title") for topic in MANUAL]
    tap.same(sorted(set(titles)), sorted(titles))


def test_topics_asked_for_are_there():
    called = re.compile(r'hw_help_(?:add_key|show) \((?:[^;"]*), "([a-z-]+)"\)')
    for path in sorted((ROOT / "ui").rglob("*.c")):
        for topic in called.findall(path.read_text()):
            assert topic in ids(), f"{path.name} asks for help about {topic}"


def test_ways_lead_to_other_topics():
    for topic in MANUAL:
        for see in topic.iter("see"):
            assert see.get("topic") in ids(), f"{topic.get('id')} leads to {see.get('topic')}"
            assert see.get("topic") != topic.get("id"), f"{topic.get('id')} leads to itself"


def test_pictures_are_there_and_small():
    listed = (HELP / "hw-help.gresource.xml").read_text()
    used = {picture.get("file") for picture in MANUAL.iter("picture")}
    tap.same({path.name for path in (HELP / "pictures").iterdir()}, used, "pictures kept and shown")
    for name in sorted(used):
        size = (HELP / "pictures" / name).stat().st_size
        assert size <= PICTURE_MOST, f"{name} has {size} bytes"
        assert f"<file>pictures/{name}</file>" in listed, f"{name} is not in the bundle"


def test_translators_see_what_the_program_looks_up():
    seen = set(texts.messages(ROOT, ["resources/help/manual.xml"]))
    for topic in MANUAL:
        for element in topic.iter():
            if element.tag in WITH_TEXT:
                text = " ".join(element.text.split())
                assert text in seen, f"{topic.get('id')}: {text}"


def test_buttons_it_names_are_there():
    """A name in quotes that begins with a capital is what a button or a menu says."""
    names = [name for name in texts.files_with_texts(ROOT) if name.startswith("ui/")]
    said = {message.replace("_", "").rstrip("…") for message in texts.messages(ROOT, names)}
    for name in re.findall("“([A-Z][^”]*)”", " ".join("".join(MANUAL.itertext()).split())):
        assert name in said, f"nothing says “{name}”"


tap.run([test_every_page_has_its_topic, test_topics_have_names_of_their_own, test_topics_asked_for_are_there,
         test_ways_lead_to_other_topics, test_pictures_are_there_and_small,
         test_translators_see_what_the_program_looks_up, test_buttons_it_names_are_there])
