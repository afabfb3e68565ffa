# SPDX-License-Identifier: Apache-2.0
"""For tests/formats.t: what is wrong with a report is printed, a line each; nothing when it is good.

check.py schema SCHEMA FILE     whether JSON is as its JSON Schema says; needs jsonschema
check.py regions BANK SARIF     whether lines, columns and bytes of each region name the same place
check.py apply BANK SARIF       carry out the fixes, by bytes, in the bank's files
check.py messages FORMAT FILE   print what is said of each finding, as JSON, a line each
"""
import collections
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def schema(schema_path, path):
    import jsonschema

    rules = load(schema_path)
    cls = jsonschema.validators.validator_for(rules)
    cls.check_schema(rules)
    for error in cls(rules).iter_errors(load(path)):
        print("/".join(map(str, error.absolute_path)), error.message[:300])


def file_of(bank, location):
    return os.path.join(os.fsencode(bank), urllib.parse.unquote_to_bytes(location["uri"]))


def offset(data, line, column):
    """Where a line and column are, in bytes: columns are characters, or bytes that are none; a BOM is none."""
    lines = data.split(b"\n")
    start = sum(len(one) + 1 for one in lines[: line - 1])
    if start == 0 and data.startswith(b"\xef\xbb\xbf"):
        start = 3
    rest = data[start:].split(b"\n")[0] + b"\n"
    return start + len(rest.decode("utf-8", "surrogateescape")[: column - 1].encode("utf-8", "surrogateescape"))


def each_region(results):
    """Each region of a log, with the location of its file."""
    for result in results:
        for place in result["locations"] + result.get("relatedLocations", []):
            physical = place["physicalLocation"]
            if "region" in physical:
                yield physical["artifactLocation"], physical["region"]
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    yield change["artifactLocation"], replacement["deletedRegion"]


def regions(bank, path):
    run = load(path)["runs"][0]
    for location, region in each_region(run["results"]):
        with open(file_of(bank, location), "rb") as file:
            data = file.read()
        start = offset(data, region["startLine"], region["startColumn"])
        end = offset(data, region["endLine"], region["endColumn"])
        if (start, end - start) != (region["byteOffset"], region["byteLength"]):
            print(location["uri"], region, "is at", start, end - start)
        if run["artifacts"][location["index"]]["location"]["uri"] != location["uri"]:
            print(location["uri"], "is another artifact")


def apply(bank, path):
    changes = collections.defaultdict(list)
    for result in load(path)["runs"][0]["results"]:
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                changes[file_of(bank, change["artifactLocation"])] += change["replacements"]
    for name, replacements in changes.items():
        with open(name, "rb") as file:
            data = file.read()
        for one in sorted(replacements, key=lambda r: r["deletedRegion"]["byteOffset"], reverse=True):
            start, length = one["deletedRegion"]["byteOffset"], one["deletedRegion"]["byteLength"]
            data = data[:start] + one["insertedContent"]["text"].encode() + data[start + length :]
        with open(name, "wb") as file:
            file.write(data)


def from_github(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            data = re.match(r"::[a-z]+ (?:[^:]*)::(.*)\n", line)
            if data:
                text = data.group(1).replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
                yield text[: text.rindex("\n")]


def from_sarif(path):
    for result in load(path)["runs"][0]["results"]:
        if not result["suppressions"] and "relatedLocations" not in result:
            text = result["message"]["text"].replace("{{", "{").replace("}}", "}")
            yield text.replace("] (", "](")


READERS = {
    "json": lambda path: (one["message"] for one in load(path)["findings"] if "related" not in one),
    "gitlab": lambda path: (one["description"] for one in load(path)),
    "sarif": from_sarif,
    "github": from_github,
    "checkstyle": lambda path: (one.get("message") for one in ElementTree.parse(path).iter("error")),
    "junit": lambda path: (one.get("message") for one in ElementTree.parse(path).iter("failure")),
}


def messages(kind, path):
    for message in READERS[kind](path):
        print(json.dumps(message))


if __name__ == "__main__":
    {"schema": schema, "regions": regions, "apply": apply, "messages": messages}[sys.argv[1]](*sys.argv[2:])
