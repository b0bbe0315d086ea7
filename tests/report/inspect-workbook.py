#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook as an accountant's checker would, knowing nothing of the writer.

  inspect-workbook.py rules FILE [--empty|--monthly]   keeps every rule, or says which not
  inspect-workbook.py strip FILE OUT          the same without any formula's value
  inspect-workbook.py compare FILE RECALCULATED
  inspect-workbook.py format FILE CODE        some cell has this number format
  inspect-workbook.py translated FILE OTHER CATALOGUE  the same in another language: the stock
                                              sheets' words are others, their figures the same
"""
import gettext
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'

TABS = ['About', 'Summary', 'Inputs', 'Business year', 'Forecast', 'Stock and orders', 'Stock list', 'What to keep', 'On its way', 'KPIs',
        'Readiness', 'Money at stake', 'Opportunities', 'Goals', 'Pilot plan', 'Pilot data', 'Verdict', 'Roll-out', 'Return',
        'Data', 'Forecast rows', 'How close', 'Monitoring', 'Changes', 'Checks']
ASSESS = ('Readiness', 'Money at stake', 'Opportunities', 'Goals', 'Pilot plan', 'Pilot data')
FUNCTIONS = set('ABS AND AVERAGE COUNT COUNTIF COUNTIFS DATE EDATE EXACT IF IFERROR IRR ISNUMBER LOOKUP MAX MIN MONTH NPV OR ROUND ROW ROWS SUBTOTAL SUM '
                'SQRT SUMIFS SUMPRODUCT SUMSQ YEAR'.split())
PLAIN_NUMBERS = {'0', '1', '7', '9'}   # nothing, one, a week, "sum" for SUBTOTAL
LONGEST = 140
CELL = re.compile(r"(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?")


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        assert self.zip.testzip() is None
        shared = []
        if 'xl/sharedStrings.xml' in self.zip.namelist():
            root = ET.fromstring(self.zip.read('xl/sharedStrings.xml'))
            shared = [''.join(t.text or '' for t in si.iter(M + 't')) for si in root]
        book = ET.fromstring(self.zip.read('xl/workbook.xml'))
        rels = {r.get('Id'): r.get('Target') for r in ET.fromstring(self.zip.read('xl/_rels/workbook.xml.rels'))}
        self.names = {}
        self.local_names = []
        for n in book.iter(M + 'definedName'):
            if n.get('localSheetId') is None:
                self.names[n.get('name')] = n.text
            else:
                self.local_names.append((n.get('name'), n.text))
        self.tabs = []
        self.cells = {}
        self.xml = {}
        for s in book.iter(M + 'sheet'):
            tab = s.get('name')
            xml = self.zip.read('xl/' + rels[s.get(R + 'id')].removeprefix('/xl/'))
            self.tabs.append(tab)
            self.xml[tab] = xml.decode()
            self.cells[tab] = {c.get('r'): self.cell(c, shared) for c in ET.fromstring(xml).iter(M + 'c')}

    @staticmethod
    def cell(c, shared):
        f, v, kind = c.find(M + 'f'), c.find(M + 'v'), c.get('t')
        text = v.text if v is not None else None
        if kind == 's':
            value = shared[int(text)]
        elif kind in ('str', 'e', 'inlineStr') or text is None:
            value = text
        else:
            value = float(text)
        return {'formula': f.text if f is not None else None, 'value': value, 'kind': kind}


def column_number(letters):
    n = 0
    for letter in letters:
        n = n * 26 + ord(letter) - 64
    return n


def without_texts(formula):
    return re.sub(r'"[^"]*"', '""', formula)


def references(book, tab, formula):
    """The cells and ranges a formula looks at: (tab, first column, first row, last column, last row)."""
    bare = without_texts(formula)
    for name, place in book.names.items():
        bare = re.sub(r'\b%s\b' % name, lambda _: place, bare)
    for m in CELL.finditer(bare):
        sheet, a, b, c, d = m.groups()
        yield ((sheet or tab).replace("''", "'"), column_number(a), int(b), column_number(c or a), int(d or b))


def reach(book, tab, formula, seen=None):
    """The tabs whose typed figures a formula rests on."""
    seen = seen if seen is not None else set()
    out = set()
    for sheet, a, b, c, d in references(book, tab, formula):
        if (sheet, a, b, c, d) in seen:
            continue
        seen.add((sheet, a, b, c, d))
        if sheet in ('Data', 'Forecast rows'):
            out.add(sheet)
            continue
        for at, cell in book.cells[sheet].items():
            m = re.match(r'([A-Z]+)(\d+)$', at)
            if not (a <= column_number(m.group(1)) <= c and b <= int(m.group(2)) <= d):
                continue
            if cell['formula'] is not None:
                out |= reach(book, sheet, cell['formula'], seen)
            elif isinstance(cell['value'], float):
                out.add(sheet)
    return out


def check_formula(tab, at, formula, problems):
    where = '%s!%s =%s' % (tab, at, formula)
    bare = without_texts(formula)
    for function in re.findall(r'([A-Z][A-Z0-9.]*)\(', bare):
        if function not in FUNCTIONS:
            problems.append('%s: function %s' % (where, function))
    for number in re.findall(r'(?<![\w$.])\d+(?:\.\d+)?', bare):
        if number not in PLAIN_NUMBERS:
            problems.append('%s: the number %s' % (where, number))
    if len(formula) > LONGEST:
        problems.append('%s: %d letters' % (where, len(formula)))
    if '[' in bare or '#REF' in bare:
        problems.append(where)


def check_figures(book, problems, monthly):
    """No figure of the sheets people read first is typed in, and all rest on rows."""
    summary, kpis = book.cells['Summary'], book.cells['KPIs']
    for name in ('period_from', 'period_to', 'year_days', 'decimals_compared'):
        if not book.names[name].strip("='").startswith('Inputs'):
            problems.append('%s is no input' % name)
    heads = {c['value']: int(at[1:]) for at, c in kpis.items() if at[0] == 'A' and isinstance(c['value'], str)}
    first_input = heads['What goes in']
    next_up = [int(at[1:]) for at, c in summary.items() if c['value'] == 'What comes next'][0]
    months = [int(at[1:]) for at, c in summary.items() if c['value'] == 'Month by month']
    for at, cell in summary.items():
        row = int(re.sub('[A-Z]', '', at))
        if isinstance(cell['value'], float) and cell['formula'] is None and at[0] != 'F':
            problems.append('Summary!%s is typed in' % at)
        if cell['formula'] is None:
            continue
        found = reach(book, 'Summary', cell['formula'])
        ahead = next_up < row < (months[0] if months else 10 ** 6)
        is_date = at in ('B5', 'B6', 'C5', 'C6', 'B15') or (at[0] == 'A')
        if not found or (not ahead and not is_date and 'Data' not in found):
            problems.append('Summary!%s =%s rests on %s' % (at, cell['formula'], sorted(found)))
    for at, cell in kpis.items():
        row = int(at[1:])
        if 6 < row < first_input and isinstance(cell['value'], float) and cell['formula'] is None:
            problems.append('KPIs!%s is typed in' % at)
    typed = heads['Other figures']
    said = [kpis[at].get('value') for at in ('A%d' % (typed + 1), 'B%d' % (typed + 1), 'C%d' % (typed + 2), 'D%d' % (typed + 2))]
    if said != ['Profit as a share of sales', 0.045, 37.2, 70.8]:
        problems.append('KPIs: what was typed in and asked is told as %s' % said)
    if not any('A study of hotels and shops (a weak source)' in str(c['value']) for at, c in kpis.items() if at[0] == 'G'):
        problems.append('KPIs: no source of what others have')
    revenue = [c for at, c in kpis.items() if at == 'B7'][0]
    if not monthly and revenue['formula'] is not None and 'Data' not in reach(book, 'KPIs', revenue['formula']):
        problems.append('KPIs: sales do not reach Data')


def check_kpis(book, problems):
    """Each KPI's formula over what goes in gives the figure that Headway works out."""
    kpis = book.cells['KPIs']
    rows = {}   # the first with that name
    for at, cell in kpis.items():
        if at[0] == 'A' and isinstance(cell['value'], str):
            rows.setdefault(cell['value'], int(at[1:]))
    n_checked = 0
    for at, cell in kpis.items():
        if at[0] not in 'BC' or not 6 < int(at[1:]) < rows['What goes in'] or cell['formula'] is None:
            continue
        if not re.fullmatch(r'[-+*/()\d.A-Z]+', cell['formula']) or re.search(r'[A-Z]{2}', cell['formula']):
            continue   # with a function: for a program that works out sheets
        n_checked += 1
        worked = eval(re.sub(r'[A-Z]\d+', lambda m: repr(kpis[m.group(0)]['value']), cell['formula']))
        if abs(worked - cell['value']) > 1e-9 * max(1.0, abs(worked)):
            problems.append('KPIs!%s =%s is %s, not %s' % (at, cell['formula'], worked, cell['value']))
    names = ('Of these, on time and complete', 'Order lines with an agreed day that came', 'Deliveries that came as ordered')
    on_time, agreed, share = (kpis['B%d' % rows[name]]['value'] for name in names)
    if (on_time, agreed, share) != (26.0, 28.0, 26.0 / 28.0):
        problems.append('KPIs: %s of %s came as ordered: %s' % (on_time, agreed, share))
    if n_checked < 20:
        problems.append('KPIs: only %d are worked out' % n_checked)


def check_data(book, problems):
    for tab in ('Data', 'Forecast rows'):
        first = int(book.names['rows_date' if tab == 'Data' else 'expected_date'].split('$')[2].split(':')[0])
        for at, cell in book.cells[tab].items():
            sold = tab == 'Forecast rows' and at[0] == 'J'
            if int(re.sub('[A-Z]', '', at)) >= first and cell['formula'] is not None and not sold:
                problems.append('%s!%s: a formula among the rows' % (tab, at))
    data = book.cells['Data']
    for at in data:
        row = int(re.sub('[A-Z]', '', at))
        if at[0] == 'A' and row >= int(book.names['rows_date'].split('$')[2].split(':')[0]):
            source = data.get('J%d' % row, {'value': None})['value']
            if not source or (source != 'not from a file' and not isinstance(data['K%d' % row]['value'], float)):
                problems.append('Data, row %d: no source file and row' % row)


def check_forecast(book, problems):
    """Categories and all are their products added up; errors are worked out from what stands beside them."""
    cells = book.cells['Forecast']
    total = book.names['products_total'].split('!')[1].replace('$', '')
    heads = [int(at[1:]) for at, c in cells.items() if c['value'] == 'Product' and at[0] == 'A']
    rows = range(heads[0] + 1, 1 + max(int(re.sub('[A-Z]', '', at)) for at in cells))
    products = [row for row in rows if (cells.get(f'G{row}') or {}).get('value')]
    each = {row: (cells.get(f'B{row}') or {}).get('value') or 0.0 for row in products}
    if abs(sum(each.values()) - cells[total]['value']) > 1e-6:
        problems.append('Forecast: the products do not add up to all')
    for row in rows:
        group = (cells.get(f'H{row}') or {}).get('value')
        if group and row not in products:
            expected = sum(units for at, units in each.items() if cells[f'H{at}']['value'] == group)
            if abs(expected - cells[f'B{row}']['value']) > 1e-6 or cells[f'B{row}']['formula'] is None:
                problems.append('Forecast: %s is not its products added up' % group)
    if not any('1a2b3c4d' in str(c['value']) for c in cells.values()):
        problems.append('Forecast: no run')
    close = book.cells['How close']
    for at, cell in close.items():
        row = int(re.sub('[A-Z]', '', at))
        if row > 4 and at[0] in 'EFGIJ' and isinstance(cell['value'], float) and cell['formula'] is None and \
                isinstance((close.get(f'N{row}') or {}).get('value'), float):
            problems.append('How close!%s is typed in' % at)


NAMES = ('order_total order_count order_freight order_budget budget_left open_value stock_value excess_value year_cost missed_week '
         'year_cost_now stock_promise carrying_rate order_line_cost lost_share list_value list_excess keep_cost keep_saved '
         'way_value').split()
# What is worked out in its row, and from which columns; it is empty where one of them is.
WORKED = {
    'Stock and orders': {'Value': ('Order', 'Cost each'), 'Gain per coin': ('Gain', 'Value')},
    'Stock list': {'Stock value': ('In stock', 'Cost each'), 'Lasts, days': ('In stock', 'Sells a day')},
    'What to keep': {'Saved a year': ('Cost a year', 'As you order today')},
    'On its way': {'To come': ('Ordered', 'Came'), 'Value': ('To come', 'Cost each')},
}


def table(book, tab):
    """The rows under the head of the longest table: each a dict of head -> cell."""
    cells = book.cells[tab]
    head = max(int(at[1:]) for at, c in cells.items() if re.match(r'A\d+$', at) and c['value'] == 'Product')
    heads = {re.sub(r'\d', '', at): c['value'] for at, c in cells.items() if at.endswith(str(head)) and at[1:] == str(head)}
    rows = []
    while (cells.get('A%d' % (head + 1 + len(rows))) or {}).get('value') not in (None, 'All products', 'All on its way'):
        row = head + 1 + len(rows)
        rows.append({text: cells.get('%s%d' % (column, row), {'value': None, 'formula': None}) for column, text in heads.items()})
    return rows


def check_stock(book, problems, empty):
    """What is worked out has a formula, what is not known an empty cell; the run is named."""
    if empty:
        return
    for name in NAMES:
        if name not in book.names:
            problems.append('no name %s' % name)
    for tab, worked in WORKED.items():
        rows = table(book, tab)
        if not rows:
            problems.append('%s: no rows' % tab)
        for n, row in enumerate(rows):
            for head, sources in worked.items():
                known = all(isinstance(row[s]['value'], float) for s in sources)
                if row[head]['formula'] is None or isinstance(row[head]['value'], float) != known:
                    problems.append('%s, line %d: %s is %r' % (tab, n, head, row[head]))
            zeros = [h for h in ('In stock', 'Cost each', 'Runs out from', 'Runs out by', 'Cost a year', 'As you order today')
                     if h in row and row[h]['value'] == 0.0 and (h != 'In stock' or n != 0)]
            if zeros:
                problems.append('%s, line %d: nothing known, but %s is 0' % (tab, n, zeros))
        if tab != 'On its way' and not any('on 48 ways' in str(c['value']) and 'run 5e6f7a8b' in str(c['value'])
                                           for c in book.cells[tab].values()):
            problems.append('%s: no run' % tab)
    products = {row['Product']['value']: row for row in table(book, 'Stock list')}
    if all(row['In stock']['value'] is not None for row in products.values()) and len(products) > 5:
        problems.append('Stock list: every product is counted')
    where = {name: book.names[name].replace('$', '').replace("'", '').lstrip('=').split('!') for name in NAMES}
    top = {name: book.cells[tab][at] for name, (tab, at) in where.items() if ':' not in at and name != 'way_value'}
    for name in ('order_budget', 'carrying_rate', 'order_line_cost', 'lost_share'):
        if where[name][0] != 'Inputs':
            problems.append('%s is no input' % name)
    for name in ('order_total', 'order_freight', 'budget_left', 'open_value', 'stock_value', 'excess_value', 'year_cost', 'year_cost_now'):
        if top[name]['formula'] is None or not isinstance(top[name]['value'], float):
            problems.append('%s is %r' % (name, top[name]))
    for name in ('order_budget', 'carrying_rate', 'order_line_cost', 'lost_share', 'stock_promise'):
        if top[name]['formula'] is not None or not isinstance(top[name]['value'], float):
            problems.append('%s is %r' % (name, top[name]))
    missed = sum(row['Missed a week if not']['value'] or 0.0 for row in table(book, 'Stock and orders'))
    if abs(missed - top['missed_week']['value']) > 1e-6:
        problems.append('missed a week: %r, not %r' % (top['missed_week']['value'], missed))
    left = top['order_budget']['value'] - top['order_total']['value'] - top['order_freight']['value']
    if abs(left - top['budget_left']['value']) > 1e-6:
        problems.append('budget: %r is left, not %r' % (top['budget_left']['value'], left))
    checks = {c['value']: at for at, c in book.cells['Checks'].items() if at[0] == 'A'}
    for label in ('Value to order today', 'Value of the stock, at cost', 'Stock that is too much, at cost', 'Cost a year by this plan',
                  'Cost a year as you order today', 'Left of the budget'):
        if label not in checks or book.cells['Checks']['E' + checks[label][1:]]['value'] != 'agrees':
            problems.append('Checks: %s' % label)


def heads_of(book, tab, first):
    """Row of the first head that begins with these words, and its columns by their words."""
    row = min(int(at[1:]) for at, c in book.cells[tab].items() if re.match(r'A\d+$', at) and c['value'] == first)
    return row, {c['value']: re.sub(r'\d', '', at) for at, c in book.cells[tab].items() if re.sub(r'\D', '', at) == str(row)}


def check_assess(book, problems, empty):
    """Scores, sums and shares are formulas over answers and figures beside them."""
    if empty:
        return
    worked = {('Readiness', 'Part', 5): ('Questions that apply', 'Answered', 'Score', 'Low', 'High', 'Level'),
              ('Opportunities', 'Idea', 5): ('Score', 'Worth', 'Ease'),
              ('Goals', 'Goal', 4): ('To go', 'Share of the way', 'Share of the time')}
    for (tab, first, n), columns in worked.items():
        head, where = heads_of(book, tab, first)
        for row in range(head + 1, head + 1 + n):
            for column in columns:
                if (book.cells[tab].get('%s%d' % (where[column], row)) or {}).get('formula') is None:
                    problems.append('%s, line %d: %s is typed in' % (tab, row, column))
    for name in ('ready_score', 'ready_level', 'stake_total'):
        tab, at = book.names[name].replace('$', '').replace("'", '').split('!')
        told = isinstance(book.cells[tab][at]['value'], float) or name == 'ready_level'  # empty while too early to say
        if book.cells[tab][at]['formula'] is None or not told:
            problems.append('%s is %r' % (name, book.cells[tab][at]))
    stakes = {c['value']: at[1:] for at, c in book.cells['Money at stake'].items() if re.match(r'A\d+$', at)}
    for label in ('All kinds added up', 'Lost in a year', 'Lost, as a share of sales'):
        if book.cells['Money at stake']['B' + stakes[label]]['formula'] is None:
            problems.append('Money at stake: %s is typed in' % label)
    if any(c['value'] == 0.0 and at[0] in 'BCD' for at, c in book.cells['Money at stake'].items() if c['formula'] is None):
        problems.append('Money at stake: a zero that nobody counted')
    checks = {c['value']: at[1:] for at, c in book.cells['Checks'].items() if at[0] == 'A'}
    for label in ('Readiness, all parts', 'Money lost in a year'):
        if label not in checks or book.cells['Checks']['E' + checks[label]]['value'] != 'agrees':
            problems.append('Checks: %s' % label)


def check_stake_days(book, problems):
    """A year of 365 days is not the time that Summary looks at: its days are said."""
    stakes = book.cells['Money at stake']
    said = [stakes['I' + at[1:]]['value'] for at, c in stakes.items() if at[0] == 'A' and c['value'] == 'Sales of a year of 365 days']
    if len(said) != 1 or not re.match(r'reckoned from the sales of 29 March 2025\W+27 March 2026$', str(said[0])):
        problems.append('Money at stake: the sales of a year are of %s' % said)


def check_year(book, problems, monthly):
    """Sales of each period are formulas over the rows; the log of changes is there as words."""
    cells = book.cells['Business year']
    begun = [row for row in range(5, 17) if isinstance((cells.get('D%d' % row) or {}).get('value'), float)]
    if not begun:
        problems.append('Business year: no period has begun')
    for row in begun:
        if not monthly and 'rows_sales' not in (cells['E%d' % row]['formula'] or ''):
            problems.append('Business year: period in row %d is typed in' % row)
    if [book.cells['Changes'].get('C%d' % row, {}).get('value') for row in (5, 6)] != ['goal: =1+1', 'till.csv']:
        problems.append('Changes: not as told')


def check_monitoring(book, problems):
    """What the forecast was off by is reckoned in each row; a week without sales has nothing."""
    cells = book.cells['Monitoring']
    weeks = [row for row in range(10, 60) if (cells.get('G%d' % row) or {}).get('formula')]
    empty = [row for row in weeks if not isinstance(cells['G%d' % row]['value'], float)]
    if len(weeks) != 30 or len(empty) != 1:
        problems.append('Monitoring: %d weeks, %d empty' % (len(weeks), len(empty)))


def check_paper(book, problems, empty):
    blank = ('Forecast', 'Stock and orders', 'Stock list', 'What to keep', *ASSESS) if empty else ()
    for tab in book.tabs:
        xml = book.xml[tab]
        for needed in ('<pageSetup', 'fitToPage="1"', '<oddFooter>'):
            if needed not in xml:
                problems.append('%s: no %s' % (tab, needed))
        if '&amp;P' not in xml or 'Corner Bakery &amp;&amp; Café' not in xml:
            problems.append('%s: footer' % tab)
        repeated = [t for n, t in book.local_names if n == '_xlnm.Print_Titles' and t.strip("'").startswith(tab)]
        if tab not in ('About', 'Summary', *blank) and not repeated and not empty:
            problems.append('%s: no repeated heads' % tab)
        if '<sheetProtection' not in xml or 'password' in xml:
            problems.append('%s: not locked, or by a password' % tab)
        if tab in ('Data', 'Forecast rows', 'KPIs', 'Checks') and 'state="frozen"' not in xml:
            problems.append('%s: heads not frozen' % tab)


def rules(path, empty, monthly):
    book = Book(path)
    problems = []
    if book.tabs != TABS:
        problems.append('tabs: %s' % book.tabs)
    for tab in book.tabs:
        for at, cell in book.cells[tab].items():
            if cell['kind'] == 'e':
                problems.append('%s!%s: error' % (tab, at))
            if cell['formula'] is not None:
                check_formula(tab, at, cell['formula'], problems)
                if cell['value'] is None and cell['kind'] != 'str':
                    problems.append('%s!%s: no value' % (tab, at))
    check_figures(book, problems, monthly)
    if not empty:
        check_kpis(book, problems)
    check_data(book, problems)
    check_paper(book, problems, empty)
    check_stock(book, problems, empty)
    check_assess(book, problems, empty)
    if not empty:
        check_forecast(book, problems)
        check_monitoring(book, problems)
        check_year(book, problems, monthly)
        check_stake_days(book, problems)
    core = book.zip.read('docProps/core.xml').decode()
    if '2026-03-28T00:00:00Z' not in core:
        problems.append('made at some other time')
    if any('external' in n.lower() or 'vba' in n.lower() for n in book.zip.namelist()):
        problems.append('outside links or macros')
    if not empty:
        texts = {c['value'] for c in book.cells['Data'].values() if c['kind'] == 's' and c['formula'] is None}
        for text in ('=1+1', '+49 30 123456', '@SUM', '007', '1E3', '2026-01-02', 'TRUE', "'quote", '~?', '*',
                     '-5 °C ice cream <b>&amp;', 'Крендель 面包'):
            if text not in texts:
                problems.append('%r is no text in Data' % text)
        if sum('<c:chart>' in book.zip.read(n).decode() for n in book.zip.namelist() if 'charts/chart' in n) != 4:
            problems.append('charts')
        if 'undone.csv' in ''.join(str(c['value']) for c in book.cells['About'].values()):
            problems.append('an import taken back is named as a source')
    return problems


# What nobody knows without a count of the stock and without costs.
UNKNOWN = {
    'Summary': ('Cost of these goods', 'Left after the cost of goods', 'Value to order today', 'Products to order today',
                'Value of the stock, at cost'),
    'Stock and orders': ('To order today', 'Products to order', 'Freight of these orders', 'Products that may run out',
                         'Value of the stock, at cost', 'Of it too much'),
    'Money at stake': ('Lost in a year',),
}


def unknown(path):
    """Says so in words, from a formula that would find the figure; and nothing differs."""
    book = Book(path)
    problems = []
    for tab, labels in UNKNOWN.items():
        cells = book.cells[tab]
        rows = {c['value']: at[1:] for at, c in reversed(cells.items()) if re.match(r'A\d+$', at)}
        for label in labels:
            said = cells['%s%s' % ('C' if tab == 'Stock and orders' else 'B', rows[label])]
            if said['value'] != 'Not known yet' or said['formula'] is None:
                problems.append('%s: %s is %r' % (tab, label, said))
    if any(c['value'] == 'differs' for c in book.cells['Checks'].values()):
        problems.append('Checks: something differs')
    return problems


def strip(path, out):
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.startswith('xl/worksheets/sheet'):
                data = re.sub(rb'(</f>)<v>[^<]*</v>', rb'\1', data)
            target.writestr(item.filename, data)
    return []


def compare(path, recalculated):
    ours, theirs = Book(path), Book(recalculated)
    problems = []
    n = 0
    for tab in ours.tabs:
        for at, cell in ours.cells[tab].items():
            if cell['formula'] is None:
                continue
            n += 1
            other = theirs.cells[tab].get(at, {'value': None, 'kind': None})
            a, b = cell['value'], other['value']
            if isinstance(a, float) and isinstance(b, float):
                same = abs(a - b) <= max(0.005 if abs(a) > 1 else 0.00005, 1e-9 * abs(a))
            else:
                same = (a or '') == (b or '')
            if not same or other['kind'] == 'e':
                problems.append('%s!%s =%s: written %r, recalculated %r' % (tab, at, cell['formula'], a, b))
    print('# %s: %d formulas recalculated' % (path.rsplit('/', 1)[-1], n))
    return problems


STOCK = slice(TABS.index('Stock and orders'), TABS.index('On its way') + 1)
APP = pathlib.Path(__file__).resolve().parents[2] / 'app'


def waits_for_translator(text, catalogue, seen={}):
    """Marked to be translated, and not in the catalogue yet."""
    if not seen:
        seen['code'] = '\n'.join(path.read_text() for path in APP.rglob('*.c'))
    return text not in catalogue and '_("%s")' % text in seen['code']


def column(tab_cells, heading):
    """What stands below @heading, wherever it stands."""
    at = {re.sub(r'\d', '', at) for at, c in tab_cells.items() if c['value'] == heading}
    return {c['value'] for where, c in tab_cells.items() if re.sub(r'\d', '', where) in at}


def translated(path, other_path, catalogue_path):
    """Names, keys, classes and marks have no language; rows may stand in another order."""
    one, other = Book(path), Book(other_path)
    with open(catalogue_path, 'rb') as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    problems = []
    names = {c['value'] for c in one.cells['Data'].values() if isinstance(c['value'], str)}
    for tab in one.tabs[STOCK]:
        names |= column(one.cells[tab], 'Supplier') - {'Supplier', 'No supplier named'}
    names |= column(one.cells['On its way'], 'Stands') - {'Stands'}  # put into words before
    n = 0
    for tab, other_tab in zip(one.tabs[STOCK], other.tabs[STOCK]):
        if tab == other_tab:
            problems.append('%s: the tab keeps its name' % tab)
        ours, theirs = one.cells[tab], other.cells[other_tab]
        numbers = [sorted(c['value'] for c in cells.values() if isinstance(c['value'], float)) for cells in (ours, theirs)]
        if numbers[0] != numbers[1] or not numbers[0]:
            problems.append('%s: %d figures became %d, or others' % (tab, len(numbers[0]), len(numbers[1])))
        english = {c['value'] for c in ours.values()}
        for at, cell in theirs.items():
            text = cell['value']
            if not isinstance(text, str) or cell['formula'] or text in names or len(text) <= 2 or any(c.isdigit() for c in text):
                continue
            n += 1
            if text in english and not waits_for_translator(text, catalogue):
                problems.append('%s!%s: %r is not translated' % (other_tab, at, text))
    if n < 100:
        problems.append('only %d words were looked at' % n)
    return problems


def has_format(path, code):
    with zipfile.ZipFile(path) as z:
        root = ET.fromstring(z.read('xl/styles.xml'))
    codes = [n.get('formatCode') for n in root.iter(M + 'numFmt')]
    return [] if code in codes else ['no %s among %s' % (code, codes)]


def main(argv):
    if argv[1] == 'rules':
        problems = rules(argv[2], '--empty' in argv, '--monthly' in argv)
    elif argv[1] == 'strip':
        problems = strip(argv[2], argv[3])
    elif argv[1] == 'compare':
        problems = compare(argv[2], argv[3])
    elif argv[1] == 'unknown':
        problems = unknown(argv[2])
    elif argv[1] == 'translated':
        problems = translated(argv[2], argv[3], argv[4])
    else:
        problems = has_format(argv[2], argv[3])
    for problem in problems[:40]:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
