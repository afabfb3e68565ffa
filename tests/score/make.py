#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make.py FORM.json SEED N FOLDER [--junk]: responses of N candidates, in all formats that score reads.

plain.csv, styled.csv (as a spreadsheet might save it), lines.jsonl, and qti/ with a document for each; all with the
same answers: right, wrong, partial, reordered, extra, empty. With --junk only junk.csv, of which many lines are bad.
"""
import json
import os
import random
import sys
from xml.sax.saxutils import quoteattr

NAMES = ['Jane Doe', 'Doe, Jane', 'Zoë "Z" Ångström', "O'Neil", '=SUM(A1)', "'quoted", '-1', '@home', '\uff1dwide', '山田 太郎',
         'a;b', 'back\\slash', 'tab;semi', '+49 30', 'محمد', '1001', "''", 'x' * 300]


def letters(question):
    return sorted(question['options'])


def answer(rng, question):
    """Tokens: letters, or (prompt, letter)."""
    key, kind, options = question['key'], question['type'], letters(question)
    how = rng.random()
    if kind == 'matching':
        right = [tuple(k.split('-')) for k in key]
        if how < 0.5:
            pairs = right
        elif how < 0.6:
            return []
        else:
            pairs = [(p, rng.choice(options)) for p, _ in right if rng.random() < 0.8]
        return rng.sample(pairs, len(pairs))
    if how < 0.5:
        given = list(key)
    elif how < 0.6:
        return []
    elif how < 0.7:
        given = rng.sample(key, len(key))
    elif how < 0.8:
        given = rng.sample(key, max(1, len(key) - 1))
    elif how < 0.9:
        given = list(key) + [x for x in options if x not in key][:1]
    else:
        given = rng.sample(options, rng.randint(1, len(options)))
    if kind == 'multiple-choice' and rng.random() < 0.9:
        given = given[:1]
    return given


def text(question, given):
    if question['type'] == 'matching':
        return ' '.join(f'{p}-{x}' for p, x in given)
    return ' '.join(given)


def cell(value, delimiter=','):
    if any(c in value for c in '",;\t' + delimiter):
        return '"' + value.replace('"', '""') + '"'
    return value


def guarded(name):
    return "'" + name if name[0] in "=+-@'\uff1d\uff0b\uff0d\uff20" else name


def styled(rng, form, people, path):
    """Tabs or semicolons, columns in any order, quotation marks, spaces, a byte order mark, CR LF or LF."""
    delimiter, end = rng.choice(';\t,'), rng.choice(['\r\n', '\n'])
    columns = list(range(-1, len(form['questions'])))
    rng.shuffle(columns)
    rows = [['candidate' if c < 0 else form['questions'][c]['id'] for c in columns]]
    for name, given in people:
        row = []
        for c in columns:
            value = guarded(name) if c < 0 else text(form['questions'][c], given[c])
            if c >= 0 and value and rng.random() < 0.1:
                value = ' ' * rng.randint(0, 2) + value.replace(' ', ' ' * rng.randint(1, 3)) + ' ' * rng.randint(0, 2)
            row.append(value)
        rows.append(row)
    with open(path, 'w', encoding='utf-8-sig', newline='') as f:
        for row in rows:
            cells = [cell(v, delimiter) if rng.random() < 0.8 else '"' + v.replace('"', '""') + '"' for v in row]
            f.write(delimiter.join(cells) + end)
            if rng.random() < 0.05:
                f.write(end)


def plain(form, people, path):
    with open(path, 'w', encoding='utf-8', newline='') as f:
        f.write(','.join(['candidate'] + [q['id'] for q in form['questions']]) + '\r\n')
        for name, given in people:
            row = [guarded(name)] + [text(q, g) for q, g in zip(form['questions'], given)]
            f.write(','.join(cell(v) for v in row) + '\r\n')


def json_lines(rng, form, people, path):
    with open(path, 'w', encoding='utf-8') as f:
        for name, given in people:
            responses = {}
            for q, g in zip(form['questions'], given):
                value = text(q, g)
                style = rng.random()
                if not value and style < 0.5:
                    if style < 0.2:
                        responses[q['id']] = None
                    continue
                responses[q['id']] = value.split(' ') if style < 0.5 and value else value
            members = [('candidate', name), ('responses', dict(rng.sample(list(responses.items()), len(responses))))]
            if rng.random() < 0.5:
                members.append(('form', form['name']))
            if rng.random() < 0.3:
                members.append(('duration', {'seconds': [1.5e3, -2, True, None, 'x\u00e9"\\']}))
            rng.shuffle(members)
            f.write(json.dumps(dict(members), ensure_ascii=rng.random() < 0.5) + '\n')


def values(question, given):
    if question['type'] == 'matching':
        return 'multiple', 'directedPair', [f'P{p} {x}' for p, x in given]
    # Places are as many as the key has; more can only come from an engine that asks for an order.
    if question['type'] == 'ordering' and (len(question['options']) == len(question['key']) or len(given) > len(question['key'])):
        return 'ordered', 'identifier', given
    if question['type'] == 'ordering':
        return 'multiple', 'directedPair', [f'{x} P{n}' for n, x in enumerate(given, 1)][::-1]
    return ('single' if question['type'] == 'multiple-choice' else 'multiple'), 'identifier', given


def document(rng, form, name, given):
    hyphens = rng.random() < 0.2

    def spelt(word):
        return 'qti-' + ''.join('-' + c.lower() if c.isupper() else c for c in word) if hyphens else word
    e = {w: spelt(w) for w in ('assessmentResult', 'context', 'itemResult', 'responseVariable', 'candidateResponse',
                               'value', 'outcomeVariable', 'testResult')}
    a = {w: spelt(w)[4:] if hyphens else w for w in ('baseType', 'sessionStatus')}
    ns = 'http://www.imsglobal.org/xsd/imsqti_result_v' + rng.choice(['2p1', '2p2', '3p0'])
    out = [f'<?xml version="1.0" encoding="UTF-8"?>\n<{e["assessmentResult"]} xmlns="{ns}">',
           f'<{e["context"]} sourcedId={quoteattr(name)}/>',
           f'<{e["testResult"]} identifier="form-{form["name"]}" datestamp="2026-05-01T10:00:00Z"/>']
    questions = list(zip(form['questions'], given))
    rng.shuffle(questions)
    for q, g in questions:
        if not g and rng.random() < 0.5:
            continue
        cardinality, base, vs = values(q, g)
        if cardinality == 'multiple':
            rng.shuffle(vs)
        inner = ''.join(f'\n      <{e["value"]}>{v}</{e["value"]}>' for v in vs) or \
            rng.choice(['', f'<{e["value"]}/>', f'<{e["value"]}><![CDATA[]]></{e["value"]}>'])
        out.append(f'  <{e["itemResult"]} identifier="{q["id"]}" datestamp="2026-05-01T10:00:00Z" '
                   f'{a["sessionStatus"]}="final">\n    <{e["responseVariable"]} identifier="duration" cardinality="single" '
                   f'{a["baseType"]}="duration"><{e["candidateResponse"]}><{e["value"]}>12</{e["value"]}></{e["candidateResponse"]}>'
                   f'</{e["responseVariable"]}>\n    <{e["responseVariable"]} identifier="RESPONSE" cardinality="{cardinality}" '
                   f'{a["baseType"]}="{base}"><{e["candidateResponse"]}>{inner}</{e["candidateResponse"]}></{e["responseVariable"]}>'
                   f'\n    <{e["outcomeVariable"]} identifier="SCORE" cardinality="single"><{e["value"]}>0</{e["value"]}>'
                   f'</{e["outcomeVariable"]}>\n  </{e["itemResult"]}>')
    return '\n'.join(out + [f'</{e["assessmentResult"]}>\n'])


JUNK = ['a', 'A A', 'Z', 'A,', 'AB', 'A  B', ' A', 'A ', '1-A 1-A', '1-A 1-B', '9-A', '0-A', '01-A', '1-Z', '1-', '-A', '1A', '1-a', '1-AB',
        '1-A2-B', '1000-A', '7', 'A B C D E F', '"A"', 'A\tB', 'é', '1-é', '"', 'A"', '"A" ', '1-A  2-B', ' ', '--', '1--A', '"A ""B"', '12-A']


def junk(rng, form, people, path):
    with open(path, 'w', encoding='utf-8', newline='') as f:
        f.write(','.join(['candidate'] + [q['id'] for q in form['questions']]) + '\n')
        for name, given in people:
            row = [cell(guarded(name))] + [text(q, g) for q, g in zip(form['questions'], given)]
            if rng.random() < 0.5:
                row[rng.randrange(1, len(row))] = rng.choice(JUNK)
            if rng.random() < 0.05:
                row[0] = rng.choice(['', '  ', "'", 'a\u202eb', 'a\x01b', 'x' * 1001, '"a', 'a"b', 'Jane'])
            if rng.random() < 0.03:
                row = row[:-1] if rng.random() < 0.5 else row + ['']
            f.write(','.join(row) + rng.choice(['\n', '\r\n', '\n\n', '\n  \n']))


def main(form_path, seed, count, folder, *options):
    form = json.load(open(form_path, encoding='utf-8'))
    rng = random.Random(int(seed))
    names = NAMES + [f'C{n:06d}' for n in range(int(count))]
    people = [(name, [answer(rng, q) for q in form['questions']]) for name in names[:int(count)]]
    os.makedirs(folder, exist_ok=True)
    if options:
        junk(rng, form, people, f'{folder}/junk.csv')
        return
    plain(form, people, f'{folder}/plain.csv')
    styled(rng, form, people, f'{folder}/styled.csv')
    json_lines(rng, form, people, f'{folder}/lines.jsonl')
    os.makedirs(f'{folder}/qti', exist_ok=True)
    for n, (name, given) in enumerate(people):
        with open(f'{folder}/qti/{n:06d}.xml', 'w', encoding='utf-8') as f:
            f.write(document(rng, form, name, given))


main(*sys.argv[1:])
