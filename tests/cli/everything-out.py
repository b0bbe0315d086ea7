#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""everything-out.py HEADWAY-CLI: all data out as open files and back in: the same
content; nothing a spreadsheet would run; what was changed on the way is refused."""
import csv
import email
import email.policy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
checks = []


def check(name, good, detail=''):
    checks.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f'# {detail}')


def run(*words):
    done = subprocess.run([CLI, *map(str, words), '--json', '--today', '2026-03-02'], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else {}, done.stderr


def make(folder):
    business, till = folder / 'Café.headway', folder / 'till.csv'
    names = ['=1+1', "'quoted", '+49 30', '-5 °C', '@SUM', 'line\nend', 'comma, "quote"', 'Brötchen', '']
    with open(till, 'w', newline='', encoding='utf-8') as file:
        out = csv.writer(file)
        out.writerow(['Date', 'SKU', 'Product', 'Qty', 'Amount'])
        for day in range(1, 29):
            for number, name in enumerate(names[:-1]):
                out.writerow([f'2026-02-{day:02}', f'K{number}', name, 1 + (day + number) % 5, f'{2.5 + number:.2f}'])
    run('new', business, '--name', 'Café Müller', '--sector', 'bakery', '--currency', 'EUR', '--country', 'DE')
    run('import', business, till)
    return business, names


def test_round_trip(folder, business, names):
    code, out, said = run('export', business, folder / 'all')
    check('all data are written', code == 0 and out['files'] > 20, said)
    data = folder / 'all' / 'data'
    code, back, said = run('restore', folder / 'all', folder / 'back.headway')
    check('reading them back gives the same content', code == 0 and back['hash'] == out['hash'], (said, back, out))
    code, _, said = run('check', folder / 'back.headway')
    check('the new file is in good order', code == 0, said)
    code, again, said = run('export', folder / 'back.headway', folder / 'again')
    same = [p.name for p in data.iterdir() if p.read_bytes() != (folder / 'again' / 'data' / p.name).read_bytes()]
    check('and is written the same again', again['hash'] == out['hash'] and not same, (same, again))
    with open(data / 'product.csv', newline='', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    found = {row['name'].removeprefix("'") if row['name'][:1] == "'" else row['name'] for row in rows}
    check('every name is there whole', set(names[:-1]) <= found, found)
    risky = [cell for path in data.iterdir() for row in csv.reader(open(path, newline='', encoding='utf-8')) for cell in row
             if cell[:1] in tuple('=+@\t\r') or (cell[:1] == '-' and not cell[1:].replace('.', '').isdigit())]
    check('no cell is a formula', not risky, risky[:5])
    check('the workbook and the summary lie beside them', sorted(p.suffix for p in (folder / 'all').iterdir() if p.is_file())
          == ['.pdf', '.txt', '.xlsx'])


def test_refusals(folder, business):
    code, _, said = run('export', business, folder / 'all')
    check('a folder with something in it is left alone', code != 0 and said, said)
    for name, change in (('a changed cell', lambda t: t.replace('Brötchen', 'Brot')), ('a missing row', lambda t: t[:t.rindex('\n', 0, -1) + 1]),
                         ('a column too many', lambda t: t.replace('\n', ',1\n')), ('half a file', lambda t: t[:len(t) // 2])):
        spoiled = folder / 'spoiled'
        shutil.rmtree(spoiled, ignore_errors=True)
        shutil.copytree(folder / 'all', spoiled)
        path = spoiled / 'data' / 'product.csv'
        path.write_text(change(path.read_text(encoding='utf-8')), encoding='utf-8')
        code, _, said = run('restore', spoiled, folder / 'spoiled.headway')
        check(f'{name} is refused, and no file is left', code != 0 and not (folder / 'spoiled.headway').exists() and 'Traceback' not in said, said)
    code, _, said = run('restore', folder / 'nowhere', folder / 'x.headway')
    check('a folder that is none is refused', code != 0 and not (folder / 'x.headway').exists(), said)
    code, _, said = run('restore', folder / 'all', business)
    check('a business that is there is not overwritten', code != 0, said)


def test_mail(folder, business):
    draft = folder / 'mail.eml'
    code, _, said = run('report', business, draft, '--to', 'steuer@example.de')
    check('the mail is written', code == 0, said)
    mail = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    files = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    check('it is not sent yet, and says to whom', mail['X-Unsent'] == '1' and mail['To'] == 'steuer@example.de' and 'Café Müller' in mail['Subject'],
          mail.items())
    kinds = sorted(name.rsplit('.', 1)[1] for name in files)
    check('workbook and summary are in it whole', kinds == ['pdf', 'xlsx'] and any(f.startswith(b'%PDF') and b'%%EOF' in f[-10:] for f in files.values())
          and any(f.startswith(b'PK\x03\x04') for f in files.values()), kinds)
    text = mail.get_body().get_content()
    told = [line for line in text.splitlines() if ': ' in line and any(c.isdigit() for c in line)]
    check('it names both files and at most three figures, and never says sent',
          all(name in text for name in files) and 1 <= len([t for t in told if not t.startswith('- ')]) <= 3 and 'sent' not in text.lower(), text)


def add_up(folder):
    """What each shop sold of each product, as the open files say."""
    tables = {}
    for name in ('sale', 'shop', 'product'):
        with open(folder / 'data' / f'{name}.csv', newline='', encoding='utf-8') as file:
            tables[name] = list(csv.DictReader(file))
    names = {row['id']: row['name'] for row in tables['shop'] + [{'id': '', 'name': ''}]}
    products = {row['id']: row['name'] for row in tables['product']}
    sums = {}
    for row in tables['sale']:
        key = names[row['shop_id']], products[row['product_id']], row['day']
        units, money = sums.get(key, (0, 0))
        sums[key] = units + int(row['quantity']), money + int(row['amount'])
    return sums


def test_shops(folder):
    """Shops come out with the workbook too, and in again with it."""
    till = folder / 'shops.csv'
    with open(till, 'w', newline='', encoding='utf-8') as file:
        out = csv.writer(file)
        out.writerow(['Date', 'Filiale', 'Product', 'Qty', 'Amount'])
        for n in range(240):
            out.writerow([f'2026-02-{1 + n % 28:02}', ('Mitte', 'Nord', 'Süd', '')[n // 3 % 4], ('Brot', 'Kuchen')[n % 2], 1 + n % 3, f'{2 + n % 7}.50'])
    for name, source in (('many', till), ('again', folder / 'many.xlsx')):
        run('new', folder / f'{name}.headway', '--name', 'Viele', '--sector', 'bakery', '--currency', 'EUR', '--country', 'DE')
        code, out, said = run('import', folder / f'{name}.headway', source)
        check(f'{source.name}: sales of shops are read', code == 0 and out['rows_imported'] > 0, (out, said))
        run('report', folder / f'{name}.headway', folder / f'{name}.xlsx')
        run('export', folder / f'{name}.headway', folder / f'{name}-all')
    sums, again = add_up(folder / 'many-all'), add_up(folder / 'again-all')
    check('the shops of the file are known', {key[0] for key in sums} == {'Mitte', 'Nord', 'Süd', ''}, sums.keys())
    check('the workbook tells them apart, day by day', again == sums, {k: (v, again.get(k)) for k, v in sums.items() if again.get(k) != v})


def main():
    with tempfile.TemporaryDirectory() as temp:
        folder = pathlib.Path(temp)
        business, names = make(folder)
        test_round_trip(folder, business, names)
        test_refusals(folder, business)
        test_mail(folder, business)
        test_shops(folder)
    print(f'1..{len(checks)}')
    return 0 if all(checks) else 1


sys.exit(main())
