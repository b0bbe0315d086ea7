#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mail_program.py FOLDER MAIL: a mail program for tests. Takes the mail apart into FOLDER:
subject, text, and each file under its name; "opened" is there once all of it is."""
import email
import email.policy
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
mail = email.message_from_bytes(pathlib.Path(sys.argv[2]).read_bytes(), policy=email.policy.default)
(folder / "subject").write_text(mail["Subject"], encoding="utf-8")
(folder / "text").write_text(mail.get_body(("plain",)).get_content(), encoding="utf-8")
for part in mail.iter_attachments():
    (folder / part.get_filename()).write_bytes(part.get_payload(decode=True))
(folder / "opened").touch()
