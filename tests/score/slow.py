#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""slow.py FORM.json RESPONSES.csv FOLDER: results.csv, unscored.csv and skipped.txt, by the rules alone.

Written apart from the program, with nothing in mind but to be plain: docs/responses.md, docs/score.md and the recipe
of the scale. RESPONSES.csv is in commas, UTF-8, with all columns in the order of the form, and may have bad lines;
skipped.txt names these: line, rule, and the column where a bad letter or prompt stands in a line without quotation
marks.
"""
import csv
import json
import re
import sys


class Bad(Exception):
    def __init__(self, rule, at=None):
        super().__init__(rule)
        self.rule = rule
        self.at = at  # characters before it in the cell


def tokens(text):
    """The parts of a response with the place of each."""
    return [(m.group(), m.start()) for m in re.finditer(r'[^ ]+', text)]


def read_letter(question, token, at):
    if not re.fullmatch(r'[A-Za-z0-9]', token):
        raise Bad('response', at)
    if token not in question['options']:
        raise Bad('letter', at)
    return token


def read_choices(question, text):
    given = []
    for token, at in tokens(text):
        letter = read_letter(question, token, at)
        if letter in given:
            raise Bad('letter-twice', at)
        given.append(letter)
    return given


def read_pairs(question, text):
    given = {}
    for token, at in tokens(text):
        m = re.match(r'([0-9]{1,3})-(?=.)', token, re.DOTALL)
        if not m:
            raise Bad('response', at)
        if m.group(1) not in question['prompts']:
            raise Bad('prompt', at)
        letter = read_letter(question, token[m.end():], at + m.end())
        if m.group(1) in given:
            raise Bad('prompt-twice', at)
        given[m.group(1)] = letter
    return given


def mark(question, text):
    """Whether it is right, and how it is written when it is written well."""
    if question['type'] == 'matching':
        pairs = read_pairs(question, text)
        normal = ' '.join(f'{p}-{pairs[p]}' for p in sorted(pairs, key=int))
    else:
        letters = read_choices(question, text)
        normal = ' '.join(letters if question['type'] == 'ordering' else sorted(letters))
    return normal == ' '.join(question['key']), normal


def harmful(c):
    n = ord(c)
    return n < 0x20 or 0x7f <= n < 0xa0 or n in (0x61c, 0x200e, 0x200f, 0xfeff) or 0x2028 <= n <= 0x202e or \
        0x2066 <= n <= 0x2069


def read_name(cell):
    name = cell.strip(' ')
    if name.startswith("'"):
        name = name[1:].strip(' ')
    if not name:
        raise Bad('candidate')
    if any(harmful(c) for c in name) or len(name.encode()) > 1000:
        raise Bad('candidate')
    return name


def split(line):
    """The cells of a line, each with its first character; quotation marks by hand, to refuse what csv would forgive."""
    cells, at = [], 0
    while True:
        if line[at:at + 1] == '"':
            m = re.compile(r'"((?:[^"]|"")*)"(?=,|$)').match(line, at)
            if not m:
                raise Bad('quotes')
            cells.append((m.group(1).replace('""', '"'), at))
        else:
            m = re.compile(r'[^,"]*(?=,|$)').match(line, at)
            if not m:
                raise Bad('quotes')
            cells.append((m.group(), at))
        if m.end() == len(line):
            return cells
        at = m.end() + 1


def cell(text):
    """For a CSV file that a spreadsheet may open."""
    if text and text[0] in "=+-@'\uff1d\uff0b\uff0d\uff20":
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if re.search('[",;\t\r\n]', text) else text


def score_line(form, line, width):
    cells = split(line)
    if len(cells) != width:
        raise Bad('columns')
    name = read_name(cells[0][0])
    marks = []
    for (text, at), question in zip(cells[1:], form['questions']):
        try:
            marks.append(mark(question, text))
        except Bad as bad:
            plain = '"' not in line
            raise Bad(bad.rule, at + bad.at + 1 if plain else None) from None
    return name, marks


def result(form, name, marks):
    right = {d['id']: 0 for d in form['domains']}
    for question, (is_right, _) in zip(form['questions'], marks):
        if question['scored'] and is_right:
            right[question['domain']] += 1
    raw = sum(right.values())
    row = [cell(name), str(raw)]
    scoring = form.get('scoring', {})
    if 'table' in scoring:
        entry = next(r for r in scoring['table'] if r['raw'] == raw)
        row += [str(entry['reported']), 'pass' if entry['pass'] else 'fail']
    needed = {s['domain']: s['needed'] for s in scoring.get('sections', []) if s['needed'] is not None}
    for domain in domains(form):
        row.append(str(right[domain]))
        if needed:
            level = '' if domain not in needed else \
                'Meets competencies' if right[domain] >= needed[domain] else 'Needs improvement'
            row.append(level)
    return ','.join(row)


def domains(form):
    scored = {q['domain'] for q in form['questions'] if q['scored']}
    return [d['id'] for d in form['domains'] if d['id'] in scored]


def head(form):
    scoring = form.get('scoring', {})
    row = ['candidate', 'raw'] + (['scaled', 'result'] if 'table' in scoring else [])
    levels = any(s['needed'] is not None for s in scoring.get('sections', []))
    for domain in domains(form):
        row += [domain, domain + '.level'] if levels else [domain]
    return ','.join(row)


def main(form_path, responses_path, folder):
    form = json.load(open(form_path, encoding='utf-8'))
    lines = open(responses_path, encoding='utf-8-sig', newline='').read().split('\n')
    width = len(next(csv.reader([lines[0].rstrip('\r')])))
    unscored = [q for q in form['questions'] if not q['scored']]
    results, pretest, skipped, seen = [head(form)], [], [], set()
    pretest.append(','.join(['candidate'] + [x for q in unscored for x in (q['id'], q['id'] + '.right')]))
    for number, line in enumerate(lines[1:], 2):
        line = line[:-1] if line.endswith('\r') else line
        if not line.strip(' '):
            continue
        try:
            name, marks = score_line(form, line, width)
            if name in seen:
                raise Bad('candidate-twice')
        except Bad as bad:
            skipped.append(f'{number} responses/{bad.rule}' + ('' if bad.at is None else f' {bad.at}'))
            continue
        seen.add(name)
        results.append(result(form, name, marks))
        row = [cell(name)]
        for question, (is_right, normal) in zip(form['questions'], marks):
            if not question['scored']:
                row += [normal, '1' if is_right else '0']
        pretest.append(','.join(row))
    for name, content in (('results.csv', results), ('unscored.csv', pretest)):
        with open(f'{folder}/{name}', 'w', encoding='utf-8', newline='') as f:
            f.write(''.join(row + '\r\n' for row in content))
    with open(f'{folder}/skipped.txt', 'w', encoding='utf-8') as f:
        f.write(''.join(row + '\n' for row in skipped))


main(*sys.argv[1:])
