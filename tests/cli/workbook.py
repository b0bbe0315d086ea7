#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""workbook.py HEADWAY-CLI: an accountant's twelve rules, on the workbooks of the sample
and of each example business; and LibreOffice and Gnumeric, given the formulas without
their values, must find the same figures, every check to 0.00 and no error anywhere."""
import hashlib
import importlib.util
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

CLI = sys.argv[1]
TODAY = '2026-11-22'
HERE = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location('inspect_workbook', HERE.parent / 'report' / 'inspect-workbook.py')
inspect = importlib.util.module_from_spec(spec)
spec.loader.exec_module(inspect)
M = inspect.M
checks = []


def check(name, problems):
    checks.append(not problems)
    print(f"{'ok' if not problems else 'not ok'} {len(checks)} - {name}", flush=True)
    for problem in list(problems)[:10]:
        print(f'# {problem}')


def skip(name, why):
    checks.append(True)
    print(f'ok {len(checks)} - {name} # SKIP {why}', flush=True)


def run(*words):
    done = subprocess.run([CLI, *map(str, words), '--today', TODAY], capture_output=True, text=True)
    assert done.returncode == 0, f'{words}: {done.stderr}'


def about(book):
    """1: a sheet About comes first and leads to every other sheet."""
    links = set(re.findall(r"location=\"'((?:[^']|'')+)'!", book.xml[book.tabs[0]]))
    return [f'no link to {tab}' for tab in book.tabs[1:] if tab not in links]


def inputs(book):
    """2: what may be changed for all sheets stands on one of its own."""
    cells = book.cells['Inputs']
    problems = [f'Inputs!{at}: a formula' for at, c in cells.items() if c['formula'] is not None]
    for at, cell in cells.items():
        if at[0] == 'C' and at != 'C4' and isinstance(cell['value'], str) and cell['value'] not in book.names:
            problems.append(f"Inputs!{at}: {cell['value']} is no name")
    return problems


def formulas(book):
    """3, 5: no figures in formulas, short ones, known functions, nothing that changes by itself."""
    problems = []
    for tab in book.tabs:
        for at, cell in book.cells[tab].items():
            if cell['formula'] is not None:
                inspect.check_formula(tab, at, cell['formula'], problems)
    return problems + [n for n in book.zip.namelist() if 'vba' in n.lower() or 'external' in n.lower()]


def relative(formula, row):
    """The same formula one row further down looks the same."""
    return re.sub(r'(?<![\w$])(\$?[A-Z]{1,2})(\d+)(?!\w)', lambda m: f'{m.group(1)}[{int(m.group(2)) - row}]', formula)


def columns(book):
    """4: one formula a column, in tables whose rows are alike."""
    problems = []
    for tab in ('Stock list', 'What to keep', 'On its way', 'How close', 'Business year'):
        rows = {}
        for at, cell in book.cells[tab].items():
            letter, row = re.match(r'([A-Z]+)(\d+)', at).groups()
            rows.setdefault(int(row), {})[letter] = cell
        head = next((r for r, c in sorted(rows.items()) if sum(isinstance(x['value'], str) for x in c.values()) >= 6), None)
        for letter in {x for r in rows.values() for x in r}:
            seen = {}
            row = (head or 0) + 1
            while row in rows and rows[row].get('A', {}).get('value') not in (None, ''):
                cell = rows[row].get(letter)
                total = isinstance(rows[row]['A']['value'], str) and not (rows.get(row + 1, {}).get('A', {}).get('value'))
                if cell and cell['formula'] and not total:
                    seen.setdefault(relative(cell['formula'], row).replace(f'${head + 2}', '$top'), row)
                row += 1
            if len(seen) > 1 and tab != 'How close':
                problems.append(f'{tab}, column {letter}: {sorted(seen.items(), key=lambda x: x[1])[:3]}')
    return problems


def calls(formula):
    """Each function of a formula with all that stands in its brackets."""
    for m in re.finditer(r'[A-Z]+\(', formula):
        depth, quoted = 0, False
        for k in range(m.end() - 1, len(formula)):
            quoted ^= formula[k] == '"'
            depth += 0 if quoted else (formula[k] == '(') - (formula[k] == ')')
            if depth == 0:
                yield formula[m.start():k + 1]
                break


def absolute(tab, row, formula):
    """The same wherever it stands: each cell with its sheet."""
    return re.sub(r"('(?:[^']|'')+'!)?(?<![\w!])([A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?)(?![\w(])",
                  lambda m: (m.group(1) or f"'{tab}'!") + m.group(2), formula.replace('$', '').replace('ROW()', f'ROW({row})'))


def once(book):
    """6: each calculation stands in one cell, and others refer to it."""
    seen = {}
    for tab in book.tabs:
        for at, cell in book.cells[tab].items():
            if cell['formula'] is None:
                continue
            formula = absolute(tab, re.sub('[A-Z]', '', at), cell['formula'])
            if not re.fullmatch(r"('(?:[^']|'')+'!)?[A-Z]{1,2}\d+|\w+", formula):  # no mere reference
                for part in {formula, *(c for c in calls(formula) if c.split('(')[0] in SUMS)}:
                    seen.setdefault(part, []).append(f'{tab}!{at}')
    return [f'{formula}: {cells[:4]}' for formula, cells in seen.items() if len(cells) > 1]


def agree(book):
    """7: every check agrees to 0.00."""
    cells = book.cells['Checks']
    lines = [at for at, c in cells.items() if at[0] == 'E' and c['value'] in ('agrees', 'differs')]
    problems = [f"Checks!{at}: {cells['A' + at[1:]]['value']}" for at in lines
                if cells[at]['value'] != 'agrees' or cells['D' + at[1:]]['value'] != 0.0]
    return problems if len(lines) >= 10 else [*problems, f'only {len(lines)} checks']


def cells_of(ranges):
    for one in ranges.split():
        m = re.fullmatch(r'([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?', one)
        a, b, c, d = m.groups()
        for row in range(int(b), int(d or b) + 1):
            for column in range(inspect.column_number(a), inspect.column_number(c or a) + 1):
                yield column, row


def locked(book):
    """8: locked without a password; what is not locked takes only what fits."""
    styles = ET.fromstring(book.zip.read('xl/styles.xml'))
    open_styles = {i for i, xf in enumerate(styles.find(M + 'cellXfs'))
                   if xf.find(M + 'protection') is not None and xf.find(M + 'protection').get('locked') == '0'}
    problems = []
    for tab in book.tabs:
        root = ET.fromstring(book.xml[tab])
        protection = root.find(M + 'sheetProtection')
        if protection is None or protection.get('password') or protection.get('hashValue'):
            problems.append(f'{tab}: open, or a password')
        checked = {at for rule in root.iter(M + 'dataValidation') for at in cells_of(rule.get('sqref'))}
        for cell in root.iter(M + 'c'):
            letters, row = re.match(r'([A-Z]+)(\d+)', cell.get('r')).groups()
            if int(cell.get('s', 0)) in open_styles and (inspect.column_number(letters), int(row)) not in checked:
                if not (tab == 'About'):
                    problems.append(f"{tab}!{cell.get('r')}: takes anything")
    return problems


def sources(book):
    """9, 12: each row names file and row; no formula among the rows; words are words."""
    problems = []
    data = book.cells['Data']
    first = int(book.names['rows_date'].split('$')[2].split(':')[0])
    for at, cell in data.items():
        row = int(re.sub('[A-Z]', '', at))
        if row >= first and cell['formula'] is not None:
            problems.append(f'Data!{at}: a formula')
        if at[0] == 'A' and row >= first and not data.get(f'J{row}', {}).get('value'):
            problems.append(f'Data!J{row}: from nowhere')
    return problems


def paper(book):
    """10: heads that stay, heads on each page, page numbers, one page wide, properties."""
    problems = []
    titles = [t.lstrip("='") for n, t in book.local_names if n == '_xlnm.Print_Titles']
    for tab in book.tabs:
        xml = book.xml[tab]
        for needed in ('<pageSetup', 'fitToPage="1"', '&amp;P', '&amp;N'):
            if needed not in xml:
                problems.append(f'{tab}: no {needed}')
        empty = len(book.cells[tab]) <= 3
        if tab not in ('About', 'Summary') and not empty and not any(t.startswith(tab) for t in titles):
            problems.append(f'{tab}: heads on the first page only')
    core = book.zip.read('docProps/core.xml').decode()
    for needed in ('<dc:title>', '<dc:creator>Headway', '2026-11-22T00:00:00Z'):
        if needed not in core:
            problems.append(f'properties: no {needed}')
    big = [tab for tab in ('Data', 'Forecast rows') if not any(n == '_xlnm.Print_Area' and t.lstrip("='").startswith(tab)
                                                               for n, t in book.local_names)]
    return problems + [f'{tab}: all its rows print' for tab in big]


def charts(book):
    n = sum('charts/chart' in name for name in book.zip.namelist())
    return [] if n >= 3 else [f'only {n} charts']


def recalculated(path, other):
    problems = inspect.compare(str(path), str(other))
    theirs = inspect.Book(str(other))
    for tab in theirs.tabs:
        problems += [f'{tab}!{at}: error' for at, cell in theirs.cells[tab].items() if cell['kind'] == 'e']
    return problems + agree(theirs)


SUMS = {'SUM', 'SUMIFS', 'SUMPRODUCT', 'SUMSQ', 'COUNTIF', 'COUNTIFS', 'AVERAGE', 'SUBTOTAL', 'NPV', 'IRR'}   # over many cells
RULES = (about, inputs, formulas, columns, once, agree, locked, sources, paper, charts)


def look_at(name, folder, words):
    business, path, again = folder / f'{name}.headway', folder / f'{name}.xlsx', folder / 'again.xlsx'
    run('sample', business, *words)
    run('report', business, path)
    run('report', business, again)
    same = [hashlib.sha256(p.read_bytes()).hexdigest() for p in (path, again)]
    check(f'{name}: two runs give the same bytes', [] if same[0] == same[1] else same)
    book = inspect.Book(str(path))
    for rule in RULES:
        check(f"{name}: {rule.__name__}: {(rule.__doc__ or 'native charts').strip()}", rule(book))
    bare = folder / f'bare-{name}.xlsx'
    inspect.strip(str(path), str(bare))
    return path, bare


def main():
    books = {}
    with tempfile.TemporaryDirectory() as temp:
        folder = pathlib.Path(temp)
        for name, words in (('sample', ()), ('bakery', ('--example', 'bakery')), ('web-shop', ('--example', 'web-shop')),
                            ('wholesaler', ('--example', 'wholesaler'))):
            books[name] = look_at(name, folder, words)

        title = '{}: 11: {} finds the same figures, and no error'
        if shutil.which('soffice'):
            out = folder / 'out'
            subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx',
                            '--outdir', str(out), *(str(bare) for _, bare in books.values())],
                           capture_output=True, check=True)
            for name, (path, bare) in books.items():
                check(title.format(name, 'LibreOffice'), recalculated(path, out / bare.name))
        else:
            skip(title.format('all', 'LibreOffice'), 'LibreOffice is not installed')
        if shutil.which('ssconvert'):
            for name, (path, bare) in books.items():
                other = folder / f'gnumeric-{name}.xlsx'
                subprocess.run(['ssconvert', '--recalc', str(bare), str(other)], capture_output=True, check=True)
                check(title.format(name, 'Gnumeric'), recalculated(path, other))
        else:
            skip(title.format('all', 'Gnumeric'), 'ssconvert is not installed')
    print(f'1..{len(checks)}')
    return 0 if all(checks) else 1


sys.exit(main())
