#!/usr/bin/env python3
"""Checks that data flows one way through the compiler, by every #include under compiler/.

A room sees the rooms before it, never one after it; a library is seen in the rooms that LIBRARIES lists,
and in headers only where IN_HEADERS allows it; only source/, cli/ and the process of render/pdf see the machine.
README.md says why.
Prints one line for each arrow that runs the wrong way, and ends with status 1.
"""
import pathlib
import re
import sys

ROOMS = ["source", "diag", "syntax", "language", "intake", "graph", "passes", "compare", "draft", "view", "render", "cli"]

# Rooms with folders, in the order in which data flows through these. What stands in the room itself
# comes after them, but for its main header, which all may see.
FOLDERS = {"compare": ["match", "effects", "rows"]}
MAIN_HEADERS = {"compare/comparison.h"}

# What an include begins with: the files, by the beginning of their path below compiler/, that may
# have it.
LIBRARIES = {
    "CLI/": ["cli/"],
    "boost/": ["graph/", "compare/"],
    "cmark-gfm": ["syntax/"],
    "ctemplate/": ["render/html"],
    "fmt/": [""],
    "hb.h": ["render/pdf_letters"],
    "httplib.h": ["cli/server"],
    "libstemmer": ["compare/"],
    "libxml/": ["render/xml", "intake/page_tree", "intake/xml_tree"],
    "nettle/": ["source/sha256"],
    "minizip/": ["intake/archive", "render/docx_package"],
    "nlohmann/": ["diag/json", "compare/match/kept_pairs", "render/"],
    "qpdf/": ["render/pdf_stamp"],
    "sqlite3.h": ["render/database"],
    "tbb/": ["compare/", "cli/"],
    "xlsxwriter": ["render/workbook"],
    "xxhash": ["source/"],
    "yaml.h": ["syntax/"],
}
# The Debian package of each, by which the table of README.md says in which rooms it is.
PACKAGES = {
    "CLI/": "libcli11-dev",
    "boost/": "libboost-graph-dev",
    "cmark-gfm": "libcmark-gfm-dev",
    "ctemplate/": "libctemplate-dev",
    "hb.h": "libharfbuzz-dev",
    "httplib.h": "libcpp-httplib-dev",
    "libstemmer": "libstemmer-dev",
    "libxml/": "libxml2-dev",
    "nettle/": "nettle-dev",
    "minizip/": "libminizip-dev",
    "nlohmann/": "nlohmann-json3-dev",
    "qpdf/": "libqpdf-dev",
    "sqlite3.h": "libsqlite3-dev",
    "tbb/": "libtbb-dev",
    "xlsxwriter": "libxlsxwriter-dev",
    "xxhash": "libxxhash-dev",
    "yaml.h": "libyaml-dev",
}
MACHINE = ["source/", "cli/", "render/pdf"]
MACHINE_HEADERS = {"filesystem", "fstream", "iostream", "cstdio", "ctime"}
MACHINE_CALLS = re.compile(r"\b(getenv|system_clock::now|fopen|std::time)\s*\(")
# Headers of libraries that may be included by headers, and where.
IN_HEADERS = {
    "boost/container/flat_set.hpp": ["compare/effects/terms"],
    "fmt/format.h": [""],
    "nlohmann/json_fwd.hpp": ["render/data_file"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def own_fault(path, included):
    room, wanted = path.split("/")[0], included.split("/")[0]
    if wanted not in ROOMS:
        return f'"{included}" is not in a room'
    if ROOMS.index(wanted) > ROOMS.index(room):
        return f'{room}/ comes before {wanted}/ and may not include "{included}"'
    if wanted == room and included not in MAIN_HEADERS and place_in_room(included) > place_in_room(path):
        return f'"{included}" comes after the folder that includes it'
    return None


def place_in_room(path):
    room, *rest = path.split("/")
    folders = FOLDERS.get(room, [])
    return folders.index(rest[0]) if rest[0] in folders else len(folders)


def allowed(path, beginnings):
    return any(path.startswith(beginning) for beginning in beginnings)


def foreign_fault(path, included):
    library = next((name for name in LIBRARIES if included.startswith(name)), None)
    if library is not None:
        if not allowed(path, LIBRARIES[library]):
            return f"<{included}> is for {', '.join(LIBRARIES[library])} only"
        if path.endswith(".h") and not allowed(path, IN_HEADERS.get(included, [])):
            return f"<{included}> in a header shows a library's types to others"
        return None
    of_system = included.endswith(".h") or included in MACHINE_HEADERS
    if of_system and not allowed(path, MACHINE):
        return f"<{included}> is the machine's; only {', '.join(MACHINE)} may see it"
    if not of_system and not re.fullmatch(r"[a-z0-9_]+", included):
        return f"<{included}> belongs to no library of the table"
    return None


def faults(path, text):
    """What is wrong with one file; `path` is relative to compiler/."""
    for mark, included in INCLUDE.findall(text):
        fault = own_fault(path, included) if mark == '"' else foreign_fault(path, included)
        if fault:
            yield f"compiler/{path}: {fault}"
    for call in MACHINE_CALLS.findall(text):
        if not allowed(path, MACHINE):
            yield f"compiler/{path}: {call}() asks the machine"


def table_faults(readme):
    """Libraries whose rooms in the table of README.md are others than those in which they may be included."""
    rows = dict(re.findall(r"^\| (\S[^|]*?),? [^|]*\|[^|]*\| ([^|]*?) \|$", readme, re.MULTILINE))
    rooms = {name: set(re.split(r"[,;] ", told)) for row, told in rows.items() for name in row.split(", ")}
    for library, package in PACKAGES.items():
        here = {beginning.split("/")[0] for beginning in LIBRARIES[library]}
        told = rooms.get(package, set()) - {"everywhere"}
        if told != here:
            yield f"README.md: {package} is in {', '.join(sorted(told)) or 'no room'}; expected {', '.join(sorted(here))}"


def main():
    compiler = pathlib.Path(__file__).resolve().parent.parent / "compiler"
    files = sorted(path for end in ("h", "cpp", "def") for path in compiler.rglob(f"*.{end}"))
    found = [
        fault
        for file in files
        for fault in faults(file.relative_to(compiler).as_posix(), file.read_text(encoding="utf-8"))
    ]
    found += table_faults((compiler.parent / "README.md").read_text(encoding="utf-8"))
    print("\n".join(found) or f"{len(files)} files, every arrow runs forward")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
