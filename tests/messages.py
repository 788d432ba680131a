#!/usr/bin/env python3
"""Checks that what a diagnostic says stands in compiler/diag/catalogue.def, and nowhere else.

Reads every statement below compiler/ that makes a diagnostic: it has no words of its own, and those that it
takes are of its code. Every message, note and fix of the catalogue is used. Prints one line for each that is
not so, and ends with status 1.
"""
import pathlib
import re
import sys

CATALOGUE = "diag/catalogue.def"
ENTRY = re.compile(r"\bCONCORD_(?:MESSAGE|NOTE|FIX)\(([A-Z][A-Z0-9]*\d{3}), (\w+), ")
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
SKIPPED = re.compile(r"//[^\n]*|^\s*#[^\n]*", re.MULTILINE)
CODE = re.compile(r"\bCode::([A-Z][A-Z0-9]*\d{3})\b")
USE = re.compile(r"\bdiag::([A-Z][A-Z0-9]*\d{3})::(\w+)")
MAKES = re.compile(r"\b(?:report|doubt|push_back|emplace_back|Unreadable|Refusal|Diagnostic|refuse)\b")
WORDS = re.compile(r"[A-Za-z]{2,}.* .*[A-Za-z]{2,}")


def statements(text):
    """Each statement with the line on which it begins; strings are kept whole, comments left out."""
    text = SKIPPED.sub(lambda match: " " * len(match.group()), text)
    hidden = STRING.sub(lambda match: "_" * len(match.group()), text)
    begin = 0
    for end in (match.end() for match in re.finditer(";", hidden)):
        yield text.count("\n", 0, begin) + 1, text[begin:end]
        begin = end


def faults(path, text):
    """What is wrong with one file; `path` is relative to compiler/."""
    for line, statement in statements(text):
        codes = set(CODE.findall(statement))
        if not codes or not MAKES.search(statement):
            continue
        for words in STRING.findall(statement, CODE.search(statement).end()):
            if WORDS.search(words):
                yield f"compiler/{path}:{line}: {words} belongs in compiler/{CATALOGUE}"
        for code, name in USE.findall(statement):
            if code not in codes:
                yield f"compiler/{path}:{line}: says {code}::{name} of {', '.join(sorted(codes))}"


def unused(catalogue, texts):
    used = {use for text in texts for use in USE.findall(text)}
    for code, name in ENTRY.findall(catalogue):
        if (code, name) not in used:
            yield f"compiler/{CATALOGUE}: nothing says {code}::{name}"


def main():
    compiler = pathlib.Path(__file__).resolve().parent.parent / "compiler"
    files = {
        path.relative_to(compiler).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(compiler.rglob("*.cpp"))
    }
    found = [fault for path, text in files.items() for fault in faults(path, text)]
    catalogue = (compiler / CATALOGUE).read_text(encoding="utf-8")
    found += unused(catalogue, files.values())
    print("\n".join(found) or f"{len(ENTRY.findall(catalogue))} messages, all in one place")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
