#!/usr/bin/python3
"""Checks the data files of a build against their JSON Schemas and against one another.

usage: validate.py OUTPUT_FOLDER

The schemas say what each file looks like. What they cannot say is checked here: that identifiers are
unique and lead somewhere, that orders are places, and that protocol.json is what corpus.json has.
Needs python3-jsonschema. Exit status 1 where anything is wrong, with a line for each.
"""
import json
import pathlib
import sys

import jsonschema

HOME = pathlib.Path(__file__).resolve().parents[2] / "templates/schema"
OPTIONAL = {"comparison", "versions"}  # a build of one protocol compares nothing; most have one version each
PRINTED = {"redline", "manifest"}  # by a command; no build writes it


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


SCHEMAS = {path.name.split(".")[0]: read(path) for path in sorted(HOME.glob("*.schema.json"))}
STORE = {schema["$id"]: schema for schema in SCHEMAS.values()}


def schema_faults(name, document):
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver.from_schema(schema, store=STORE)
    validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
    for error in validator.iter_errors(document):
        place = "/".join(str(step) for step in error.absolute_path)
        yield f"{place or 'the whole'}: {error.message[:300]}"


def protocol_faults(protocol):
    ids = [clause["id"] for clause in protocol["clauses"]]
    known = set(ids)
    if len(known) < len(ids):
        yield f"{protocol['id']}: an identifier is used twice"
    for place, clause in enumerate(protocol["clauses"]):
        if clause["order"] != place:
            yield f"{clause['id']}: order {clause['order']} at place {place}"
        if not clause["id"].startswith(protocol["id"] + "#"):
            yield f"{clause['id']}: not named after {protocol['id']}"
        if clause["parent"] is not None and clause["parent"] not in known:
            yield f"{clause['id']}: parent {clause['parent']} is no clause"
        if clause["span"]["end_line"] < clause["span"]["line"]:
            yield f"{clause['id']}: ends before it begins"
    for reference in protocol["references"]:
        for end in (reference["from"], reference["to"]):
            if end is not None and end not in known:
                yield f"reference {reference['text']!r}: {end} is no clause"


def graph_faults(graph):
    known = {vertex["id"] for vertex in graph["vertices"]}
    if len(known) < len(graph["vertices"]):
        yield "a vertex stands twice"
    for edge in graph["edges"]:
        for end in (edge["from"], edge["to"]):
            if end not in known:
                yield f"edge to or from {end}, which is no vertex"


def comparison_faults(comparison, clauses):
    councils = set(comparison["councils"])
    named = [entry["clause"] for row in comparison["rows"] for cell in row["cells"].values() for entry in cell]
    named += [link[end] for kind in ("links", "divergences") for link in comparison[kind] for end in "ab"]
    named += [clause for council in comparison["unmatched"].values() for clause in council]
    for clause in sorted(set(named) - clauses):
        yield f"{clause} is no clause of the corpus"
    for row in comparison["rows"]:
        for council, entries in row["cells"].items():
            if council not in councils:
                yield f"row {row['id']}: {council} was not compared"
            for entry in entries:
                if not entry["clause"].startswith(council + "#"):
                    yield f"row {row['id']}: {entry['clause']} in the cell of {council}"
    linked = {link[end] for link in comparison["links"] for end in "ab"}
    for council, unmatched in comparison["unmatched"].items():
        for clause in linked & set(unmatched):
            yield f"{clause} is linked and unmatched"
    yield from rows_against_links(comparison)


def rows_against_links(comparison):
    """Rows, links and gaps say the same."""
    rows = {row["id"]: row for row in comparison["rows"]}
    if len(rows) < len(comparison["rows"]):
        yield "two rows have one id"
    rows_of, beside, counterparts = {}, {}, {}
    for row in comparison["rows"]:
        for entries in row["cells"].values():
            for entry in entries:
                rows_of.setdefault(entry["clause"], set()).add(row["id"])
        for clauses in row["other_points"].values():
            for clause in clauses:
                beside.setdefault(clause, set()).add(row["id"])
    for link in comparison["links"]:
        counterparts.setdefault(link["a"], set()).add(link["b"])
        counterparts.setdefault(link["b"], set()).add(link["a"])
        a, b = (rows_of.get(link[end], set()) for end in "ab")
        near_a, near_b = (beside.get(link[end], set()) for end in "ab")
        if (a or b) and not (a & b or a & near_b or near_a & b):  # what states no provision stands in no row
            yield f"{link['a']} and {link['b']} are linked and share no row"
    for council, gaps in comparison.get("gaps", {}).items():
        for gap in gaps:
            cells = rows[gap["row"]]["cells"]
            if council in cells:
                yield f"row {gap['row']}: a gap of {council}, which stands in it"
            if rows[gap["row"]]["states"][council] != "none":
                yield f"row {gap['row']}: a gap of {council}, whose state is another"
            # What deals with the matter elsewhere says so, and may be linked for another point.
            stating = [e["clause"] for entries in cells.values() for e in entries
                       if not e["lead_in"] and e["state"] != "elsewhere"]
            linked = {other for clause in stating for other in counterparts.get(clause, ())}
            for other in sorted(linked):
                if other.startswith(council + "#"):
                    yield f"row {gap['row']}: a gap of {council}, whose {other} is linked into it"


def shipped_faults(data):
    """The schemas and the page on the keys come with the data, and the data package leads there."""
    for path in sorted(HOME.iterdir()):
        shipped = data / "schema" / path.name
        if not shipped.is_file() or shipped.read_bytes() != path.read_bytes():
            yield f"schema/{path.name}: not as it is kept in templates/schema"
    documentation = read(data / "datapackage.json")["documentation"]
    if not (data / documentation).is_file():
        yield f"datapackage.json: no {documentation}"


# What a file says of itself; each is made of other texts.
STAMP = {"schema", "made_of", "licence", "cite"}


def faults(output):
    data = output / "data"
    corpus = read(data / "corpus.json")
    for name in sorted(SCHEMAS.keys() - PRINTED):
        path = data / f"{name}.json"
        if name == "protocol" or (name in OPTIONAL and not path.exists()):
            continue
        for fault in schema_faults(name, read(path)):
            yield f"{path.name}: {fault}"
    for protocol in corpus["protocols"]:
        own = read(output / protocol["id"] / "protocol.json")
        for fault in schema_faults("protocol", own):
            yield f"{protocol['id']}/protocol.json: {fault}"
        if {key: value for key, value in own.items() if key not in STAMP} != protocol:
            yield f"{protocol['id']}/protocol.json: differs from corpus.json"
        yield from protocol_faults(protocol)
    yield from graph_faults(read(data / "graph.json"))
    yield from shipped_faults(data)
    if (data / "comparison.json").exists():
        clauses = {clause["id"] for protocol in corpus["protocols"] for clause in protocol["clauses"]}
        yield from comparison_faults(read(data / "comparison.json"), clauses)


def main(output):
    found = list(faults(pathlib.Path(output)))
    for fault in found:
        print(fault)
    print(f"data files: {len(found)} faults" if found else "data files: as their schemas say")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
