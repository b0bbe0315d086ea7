#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-seeds.py FOLDER: writes the files that fuzzing starts from, one folder for
each target: small tables of every sort we read, made here, the same ones each time."""
import io
import pathlib
import sys
import zipfile

TABLES = {
    "sales": "Date,Receipt,Item,Qty,Unit price,Amount\n2026-01-05,1,Bread,2,3.50,7.00\n2026-01-06,2,\"Roll, dark\",1,0.80,0.80\n",
    "german": "Datum;Beleg;Artikel;Menge;Einzelpreis;Betrag\n05.01.2026;1;Brötchen;2;1.234,50;2.469,00\n06.01.2026;2;Brot;1;3,80 €;3,80 €\nSumme;;;;;2.472,80\n",
    "american": "Date\tItem\tQuantity\tTotal\n1/27/2026\tTea\t3\t$1,234.50\n01-05-2026\tCoffee\t-1\t(4.00)\n",
    "products": "SKU,Product,Price,Cost,Stock\nA1,Bread,3.50,1.20,12\n0007,Roll,0.80,,-\n",
    "suppliers": "Supplier,Name,Email,Lead time\nS1,Mill,a@b.example,3\n",
    "customers": "Customer ID,First name,Last name,Email\nC1,Ann,Lee,ann@b.example\n",
    "bank": "Booking date;Text;Amount;Balance\n2026-01-05;Rent;-800,00;1.200,00\n2026-01-06;Takings;350,00;1.550,00\n",
    "shop": "Name,Email,Financial Status,Paid at,Currency,Lineitem quantity,Lineitem name,Lineitem price,Total\n"
            "#1001,a@b.example,paid,2026-01-05 10:00:00 +0100,EUR,2,Mug,9.00,18.00\n#1001,,,,,1,Pot,20.00,\n#1002,c@d.example,voided,2026-01-06,USD,1,Mug,9.00,9.00\n",
    "hours": "Day,Name,Hours\n2026-01-05,Ann,7:30\n2026-01-06,Bob,8.25\n",
    "quotes": "a,\"b\nc\"\"d\",e\r\n\"open,1,2\r3,4\n",
    "titled": "Sales report\nprinted on Monday\n\nDate,Item,Qty,Amount\n,,,\n2026-01-05,Bread,1,3.00\nTotal,,1,3.00\n",
}

CELLS = """<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Qty</t></is></c></row>
<row r="2"><c r="A2" s="1"><v>46053.5</v></c><c r="B2"><v>12.5</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row>
<row><c t="str"><f>A1</f><v>x_x000A_</v></c><c><f>1</f></c><c t="d"><v>2026-01-31T00:00:00</v></c><c s="2"><v>42</v></c></row></sheetData>
<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"""
STRINGS = "<sst><si><t>Date</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>"
STYLES = """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$EUR] #,##0.00;[Red]-0"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"""
BOOK = '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="One" r:id="a"/></sheets></workbook>'
LINKS = ('<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
         '<Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>')
TOP = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
XLSX = {"xl/worksheets/sheet1.xml": CELLS, "xl/sharedStrings.xml": STRINGS, "xl/styles.xml": STYLES, "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": LINKS, "_rels/.rels": TOP, "[Content_Types].xml": "<Types/>"}

CONTENT = """<d xmlns:table="t" xmlns:text="x" xmlns:office="o" xmlns:style="s"><style:style style:name="h"><style:table-properties table:display="false"/></style:style>
<table:table table:name="One" table:style-name="h"><table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell>
<table:table-cell table:number-rows-spanned="2" office:value-type="float" office:value="12.5"/></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="2026-01-31T10:00:00"/>
<table:covered-table-cell/><table:table-cell office:value-type="time" office:time-value="PT07H30M00S"/><table:table-cell table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table></d>"""
ODS = {"content.xml": CONTENT, "META-INF/manifest.xml": "<m><e/></m>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, text in parts.items():
            zip_file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def write(folder, seeds):
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds.items():
        (folder / name).write_bytes(data)


top = pathlib.Path(sys.argv[1])
texts = {name: text.encode() for name, text in TABLES.items()}
texts["latin"] = TABLES["german"].encode("cp1252")
texts["wide"] = TABLES["sales"].encode("utf-16")
texts["nul"] = TABLES["sales"].replace("Bread", "Br\0ad").encode()
write(top / "csv", texts)
mapped = {f"{name}-{kind}": bytes([kind]) + text for name, text in texts.items() for kind in (5, 160)}
mapped["map"] = b"\0map date=1;item=3;quantity=4;amount=6;not-used-2=2\n" + texts["sales"]
write(top / "mapping", mapped)
write(top / "xlsx", {"parts": "\0".join(XLSX.values()).encode(), "archive": archive(XLSX)})
write(top / "ods", {"parts": "\0".join(ODS.values()).encode(), "archive": archive(ODS)})
