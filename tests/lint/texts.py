# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files hold texts for the owner, and xgettext over them."""
import os
import re
import subprocess

COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.S)
MARKED_IN_C = re.compile(r'(?<!\w)(?:_|N_|Q_|C_|NC_|n?gettext|g_dn?gettext)\s*\(\s*"')
MARKED_IN_UI = re.compile(r'\btranslatable="yes"')
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3")


def without_comments(text):
    """Strings may hold what looks like a comment, so both are read in one go."""
    return COMMENT.sub(lambda m: m.group() if m.group().startswith('"') else " ", text)


def has_texts(root, path):
    if path.suffix in (".c", ".h"):
        return MARKED_IN_C.search(without_comments(path.read_text())) is not None
    if path.suffix == ".ui":
        return MARKED_IN_UI.search(path.read_text()) is not None
    return path.name.endswith((".desktop.in", ".metainfo.xml.in", ".mime.xml.in")) or (
        path.suffix == ".xml" and path.parent in (root / "resources/content", root / "resources/help")
        and not path.name.endswith(".gresource.xml"))


def files_with_texts(root):
    found = [path for folder in ("app", "ui", "resources") for path in (root / folder).rglob("*.*")
             if path.is_file() and has_texts(root, path)]
    return sorted(str(path.relative_to(root)) for path in found)


def extract(root, names):
    """The template of these files, as xgettext writes it."""
    if not names:
        return ""
    return subprocess.run(["xgettext", "--from-code=UTF-8", "--output=-", *(f"--keyword={k}" for k in KEYWORDS), *names],
                          cwd=root, env={**os.environ, "GETTEXTDATADIRS": str(root.resolve() / "resources")},
                          stdout=subprocess.PIPE, text=True, check=True).stdout


def messages(root, names):
    """Every English text of these files as a plain string."""
    texts, current = [], None
    for line in extract(root, names).splitlines():
        field, quote, rest = line.partition('"')
        if field.strip() in ("msgid", "msgid_plural"):
            texts.append("")
            current = texts
        elif field.strip():
            current = None
        if quote and current is not None:
            texts[-1] += rest[:-1].replace('\\"', '"').replace("\\n", "\n")
    return [text for text in texts if text]
