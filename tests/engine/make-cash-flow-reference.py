#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hw-cash-flow-reference.h: flows of money from a seed, and what LibreOffice's NPV()
and IRR() give for them. usage: make-cash-flow-reference.py > hw-cash-flow-reference.h"""
import csv
import html
import pathlib
import random
import subprocess
import tempfile

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="S">"""
FOOT = "</table:table></office:spreadsheet></office:body></office:document>"

draw = random.Random(71)
flows = []
for _ in range(24):
    n = draw.randint(2, 9)
    out = -round(draw.uniform(200, 20000), 2)
    flows.append((round(draw.uniform(0, 0.25), 3), [out] + [round(draw.uniform(0.05, 1.2) * -out / n * 2, 2) for _ in range(n - 1)]))


def cell(value):
    if isinstance(value, str):
        return f'<table:table-cell table:formula="of:={html.escape(value)}"/>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


rows = []
for i, (rate, net) in enumerate(flows, 1):
    later = f"[.D{i}:.{chr(ord('C') + len(net) - 1)}{i}]"
    cells = [rate, 0.0] + net
    rows.append((cells, f"[.C{i}]+NPV([.A{i}];{later})", f"IRR([.C{i}:.{chr(ord('C') + len(net) - 1)}{i}])"))

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    body = "".join("<table:table-row>" + "".join(map(cell, cells)) +
                   f'<table:table-cell table:number-columns-repeated="{14 - len(cells)}"/>' +
                   cell(f"TEXT({npv};\"0.0000000000\")") + cell(f"TEXT({irr};\"0.0000000000\")") + "</table:table-row>"
                   for cells, npv, irr in rows)
    (folder / "flows.fods").write_text(HEAD + body + FOOT)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv", "--outdir",
                    name, str(folder / "flows.fods")], check=True, stdout=subprocess.DEVNULL)
    answers = [row[14:16] for row in csv.reader((folder / "flows.csv").open())]

print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
print("/* Made by make-cash-flow-reference.py: what LibreOffice gives. */")
print("static const struct { double rate; gsize n; double net[9]; double npv, irr; } references[] = {")
for (rate, net), (npv, irr) in zip(flows, answers):
    print(f"  {{ {rate}, {len(net)}, {{ {', '.join(map(str, net))} }},\n    {npv}, {irr} }},")
print("};")
