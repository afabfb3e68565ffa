#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""flaws.py LABELLED.csv: how well the writing rules find labelled flaws, as a table for docs/lint.md.

The file has columns stem, options_json, keys_json and, for each flaw, 0 or 1 under the names below. Each row becomes
an item of a bank in a temporary folder, which is linted by $IW (itemwright by default).
"""
import csv
import html
import json
import os
import subprocess
import sys
import tempfile

RULES = {
    "NEG": "negative-stem", "NOTA": "none-of-the-above", "AOTA": "all-of-the-above", "COMBO": "combination-option",
    "FIB": "fill-in-blank", "ABS": "absolute-term", "VAG": "vague-term", "LONG": "longest-key",
    "SEQ": "option-order", "REP": "word-repeat", "UNF": "unfocused-stem",
}
EXAM = """<exam xmlns="urn:itemwright:1" id="flaws" version="1" xml:lang="en"><title>Flaws</title>
<blueprint scored="1"><domain id="d" weight="100"><title>All</title></domain></blueprint>
<item-types><multiple-choice keys="1" distractors="1.."/><multiple-response keys="1.." options="2.."/></item-types>
</exam>"""


def text(s):
    return html.escape("".join(c for c in s if c >= " " or c in "\n\t"), quote=False)


def item(number, row):
    keys = json.loads(row["keys_json"])
    kind = "multiple-choice" if len(keys) == 1 else "multiple-response"
    names = lambda i: "key" if i in keys else "distractor"
    options = "".join(f"<{names(i)}>{text(o)}</{names(i)}>" for i, o in enumerate(json.loads(row["options_json"])))
    return (f'<item xmlns="urn:itemwright:1" id="i{number}" domain="d"><stem><p>{text(row["stem"])}</p></stem>'
            f"<{kind}>{options}</{kind}></item>")


def lint(rows):
    """The items that each rule names."""
    found = {rule: set() for rule in RULES.values()}
    with tempfile.TemporaryDirectory() as bank:
        os.mkdir(os.path.join(bank, "items"))
        with open(os.path.join(bank, "exam.xml"), "w", encoding="utf-8") as f:
            f.write(EXAM)
        for i, row in enumerate(rows):
            with open(os.path.join(bank, "items", f"{i}.xml"), "w", encoding="utf-8") as f:
                f.write(item(i, row))
        out = subprocess.run([os.environ.get("IW", "itemwright"), "lint", "--format", "json"], cwd=bank,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    for f in json.loads(out)["findings"]:
        rule = f["rule"].split("/")[1]
        if rule in found and f["file"].startswith("items/"):
            found[rule].add(int(f["file"][6:-4]))
    return found


def line(name, tp, fp, fn):
    precision = tp / (tp + fp) if tp + fp else 1
    recall = tp / (tp + fn) if tp + fn else 1
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
    print(f"| {name} | {tp + fn} | {tp} | {fp} | {fn} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    found = lint(rows)
    total = [0, 0, 0]
    print("| rule | labelled | found | false | missed | precision | recall | F1 |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for flaw, rule in RULES.items():
        labelled = {i for i, row in enumerate(rows) if row[flaw] == "1"}
        counts = [len(labelled & found[rule]), len(found[rule] - labelled), len(labelled - found[rule])]
        total = [a + b for a, b in zip(total, counts)]
        line(f"writing/{rule}", *counts)
    line("together (micro)", *total)


if __name__ == "__main__":
    main()
