#!/usr/bin/env python3
"""Checks that the words of pages stand in templates/words.json, in English and in Welsh, and nowhere else.

Reads the templates: between their tags, and in the attributes that are read out, there is no word but names of
formats and keys. Every word that a template asks for is there, in each language, and each is used. Prints one
line for each that is not so, and ends with status 1.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Names, which are the same in each language, and what the Latin of the printers is.
NAMES = {"Akoma Ntoso", "Alt", "Concord", "CSV", "GraphML", "Graphviz", "JSON", "Markdown", "PDF", "sic", "Word",
         "XLSX", "XML"}
# The comparison and the report of an import speak English alone, whatever the language of the texts.
ENGLISH = {"council.tpl", "import.tpl",
           "overview.tpl", "peers.tpl"}

UNREAD = re.compile(r"\{\{!.*?\}\}|<(script|style)\b.*?</\1>", re.DOTALL)
MARKER = re.compile(r"\{\{[^}]*\}\}")
ATTRIBUTE = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
ASKED = re.compile(r"\{\{word_(\w+)")


def literals(template):
    """The pieces of the template that a reader sees and that no variable stands for."""
    text = MARKER.sub("\n", UNREAD.sub("\n", template))
    yield from (piece for value in ATTRIBUTE.findall(text) for piece in value.split("\n"))
    yield from (piece for run in TAG.split(text) for piece in run.split("\n"))


def own_words(template):
    for piece in map(str.strip, literals(template)):
        rest = piece
        for name in NAMES:
            rest = re.sub(rf"\b{name}\b", "", rest)
        if WORD.search(rest):
            yield piece


def unequal(words):
    """Names that one language has and another lacks."""
    everywhere = {name for language in words.values() for name in language}
    for language, known in words.items():
        yield from (f"words.json: \"{language}\" lacks {name}" for name in sorted(everywhere - set(known)))


def main():
    words = json.loads((ROOT / "templates/words.json").read_text(encoding="utf-8"))
    users = [path.read_text(encoding="utf-8")
             for folder, end in (("compiler", "*.cpp"), ("templates/pdf", "*.typ"))
             for path in sorted((ROOT / folder).rglob(end)) if "node_modules" not in path.parts]
    found = list(unequal(words))
    asked = set()
    for path in sorted((ROOT / "templates/html").glob("*.tpl")):
        template = path.read_text(encoding="utf-8")
        names = set(ASKED.findall(template))
        asked |= names
        found += [f"{path.name}: words.json has no {name}" for name in sorted(names - set(words["en"]))
                  if f'"word_{name}"_name' not in "".join(users)]
        if path.name not in ENGLISH:
            found += [f"{path.name}: \"{piece}\" belongs in words.json" for piece in own_words(template)]
    for name in sorted(set(words["en"]) - asked):
        # "state_same" is asked for as "state_" and the state's name
        family = f'"{name.split("_")[0]}_"'
        if not any(family in text or re.search(rf"\b{name}\b", text) for text in users):
            found.append(f"words.json: nothing uses {name}")
    print("\n".join(found) or f"{len(words['en'])} words, each in {len(words)} languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
