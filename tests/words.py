#!/usr/bin/env python3
"""Checks that the words of pages stand in templates/words.json, in English and in Welsh, and nowhere else.

Reads the templates of pages and papers, the scripts of pages, and the C++ that fills them: between tags, in the
attributes that are read out, in the content of a paper and in strings there is no word but names of formats and keys. Every word that
is asked for is there, once in each language and with the same {fields}, and each is used. Prints one line for each
that is not so, and ends with status 1.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMPILER, TEMPLATES = ROOT / "compiler", ROOT / "templates"
# Names, which are the same in each language, and what the Latin of the printers is.
NAMES = {"Akoma Ntoso", "Alt", "Concord", "CSV", "GraphML", "Graphviz", "JSON", "Markdown", "PDF", "SHA", "sic", "Word",
         "XLSX", "XML"}

# What is asked for: {{word_contents}} in a page, said.contents in a paper, words["contents"] in C++.
IN_PAGE = re.compile(r"\{\{word_(\w+)")
IN_PAPER = re.compile(r"\bsaid\.(?!at\()(\w+)|\)\.(draft_stamp|page_mark)\b")
IN_CPP = re.compile(r'\b(?:words_?(?:\(\))?|Words\([^()]*\))(?:\[|\.say\()"(\w+)"[],)]|\b(?:said|gap)\("(\w+)"[,)]')
AS_IT_STANDS = re.compile(r'\bwords_?\["(\w+)"\]|\{\{word_(\w+)\}\}')
FIELD = re.compile(r"\{(?!phrase\})\w+\}")  # {phrase} is filled by what makes the paper
COUNTED = re.compile(r'\b[wW]ords_?(?:\([^()]*\))?\s*\.count\((?:[^()"]|\([^()]*\))*"(\w+)"\)')

# Pages.
UNREAD = re.compile(r"\{\{!.*?\}\}|<(script|style|code)\b.*?</\1>", re.DOTALL)
MARKER = re.compile(r"\{\{[^}]*\}\}")
ATTRIBUTE = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")

# Papers: what stands in [brackets] is printed, but for #code; so is a "string" of several words.
TYPST_COMMENT = re.compile(r"//[^\n]*")
TYPST_CONTENT = re.compile(r"\[([^\[\]]*)\]")
TYPST_ARGUMENTS = re.compile(r"\([^()]*\)|\{[^{}]*\}")
TYPST_CODE = re.compile(r"#if\b[^#]*|#[\w.-]+|<\w+>|\\\S")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
PROSE = re.compile(r"[^\W\d_]{2,}[,:;]? [^\W\d_]{2,}|^[A-Z][a-z]+[.:]? ?$")

# Scripts: a string of several words, or of one that begins a sentence, is shown; so is a word beside what a template
# string fills in. `say` and the lists that it takes from have the names.
SCRIPT_STRING = re.compile(r"""//[^\n]*
    | [(,=:\[!&|?{};>]\s*/(?![/*]) (?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+ /[a-z]*
    | "(?P<double>(?:\\.|[^"\\\n])*)"
    | '(?P<single>(?:\\.|[^'\\\n])*)'
    | `(?P<template>(?:\\.|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}|[^`\\])*)`""", re.VERBOSE)
FILLED_IN = re.compile(r"\$\{((?:[^{}`]|`[^`]*`|\{[^{}]*\})*)\}")
BESIDE_FILLED = re.compile(r"[^\W\d_]{2,}[.,:;]? \$|\$[.,:;]? [^\W\d_]{2,}")
SCRIPT_NAME = re.compile(r"script_\w+")
# Keys of the keyboard, how a script is to be read, selectors; names of classes, and words that the search passes over.
TO_BROWSERS = re.compile(r"Escape|use strict|\..*|.*[\[\]{}<>=].*")
PASSED_OVER = re.compile(r'\bclass: (?:"[^"\n]*"|`[^`]*`)|"[^"\n]*"\.split\(" "\)')

# C++ that makes pages and papers: all of view, and what of render writes for people. What these say to programs
# (names of elements and styles) has no space in it, but for the few below.
SPEAKERS = ("view/*.cpp", "render/html*.cpp", "render/docx*.cpp", "render/paper*.cpp", "render/matrix*.cpp",
            "render/matrix*.h", "render/state_words.cpp", "render/model_json.cpp")
TO_PROGRAMS = {" PAGE ", " NUMPAGES ", "Table of Contents"}
SKIPPED = re.compile(r"//[^\n]*|^\s*#[^\n]*|\bthrow\b[^;]*;|\bstatic_assert\b[^;]*;", re.MULTILINE)


def without_names(piece):
    for name in NAMES:
        piece = re.sub(rf"\b{name}\b", "", piece)
    return piece


def literals(page):
    """The pieces of the template that a reader sees and that no variable stands for."""
    text = MARKER.sub("\n", UNREAD.sub("\n", page))
    yield from (piece for value in ATTRIBUTE.findall(text) for piece in value.split("\n"))
    yield from (piece for run in TAG.split(text) for piece in run.split("\n"))


def own_words_of_page(text):
    yield from (piece for piece in map(str.strip, literals(text)) if WORD.search(without_names(piece)))


def own_words_of_paper(text):
    text = TYPST_COMMENT.sub("", text)
    yield from (string for string in STRING.findall(text) if PROSE.search(without_names(string)))
    printed = TYPST_CONTENT.findall(STRING.sub("", text))
    yield from (piece for piece in printed if WORD.search(without_names(without_code(piece))))


def without_code(content):
    """Typst's content without what begins with # and the arguments of it."""
    while (shorter := TYPST_ARGUMENTS.sub("", content)) != content:
        content = shorter
    return TYPST_CODE.sub("", content)


def own_words_of_cpp(text):
    for string in STRING.findall(SKIPPED.sub("", text)):
        if string not in TO_PROGRAMS and PROSE.search(without_names(string).strip()) and " " in string:
            yield string


def strings_of_script(text):
    """The strings, those within what a template string fills in too; what is filled in is told as "$"."""
    for match in SCRIPT_STRING.finditer(PASSED_OVER.sub("", text)):
        if (template := match["template"]) is not None:
            yield FILLED_IN.sub("$", template)
            for inside in FILLED_IN.findall(template):
                yield from strings_of_script(inside)
        elif (string := match["double"] or match["single"]) is not None:
            yield string


def own_words_of_script(text):
    for string in strings_of_script(text):
        shown = PROSE.search(string) or BESIDE_FILLED.search(string)
        if shown and not TO_BROWSERS.fullmatch(string):
            yield string


def names_of_script(text):
    yield from (string for string in strings_of_script(text) if SCRIPT_NAME.fullmatch(string))


def asked_names(pages, papers, sources):
    """Every name that is asked for as such, with who asks."""
    for path, text in (pages | papers | sources).items():
        pattern = {".tpl": IN_PAGE, ".typ": IN_PAPER}.get(path.suffix, IN_CPP)
        text = SKIPPED.sub("", text) if pattern is IN_CPP else text
        for names in pattern.findall(text):
            yield path.name, "".join(names)
        if pattern is IN_CPP:
            for name in COUNTED.findall(text):
                yield from ((path.name, f"{name}_{ending}") for ending in ("one", "many"))


def is_used(name, strings):
    """Whether C++ can ask for the name: as it stands, or made of a part that ends or begins with "_"."""
    parts = name.split("_")
    pieces = {"_".join(parts[:i]) + "_" for i in range(1, len(parts))}
    pieces |= {"_" + "_".join(parts[i:]) for i in range(1, len(parts))}
    return name in strings or any(piece in strings for piece in pieces)


def unequal(languages):
    """What one language has and another lacks, and what one has twice."""
    words = {language: dict(pairs) for language, pairs in languages.items()}
    everywhere = {name for known in words.values() for name in known}
    for language, pairs in languages.items():
        names = [name for name, _ in pairs]
        yield from (f'words.json: "{language}" has {name} twice' for name in sorted(words[language])
                    if names.count(name) > 1)
        yield from (f'words.json: "{language}" lacks {name}' for name in sorted(everywhere - set(names)))
    for name in sorted(everywhere):
        fields = {tuple(sorted(re.findall(r"\{\w+\}", known.get(name, "")))) for known in words.values()}
        if len(fields) > 1:
            yield f"words.json: {name} has other {{fields}} in one language than in another"


def read(folder, *patterns):
    return {path: path.read_text(encoding="utf-8") for pattern in patterns for path in sorted(folder.glob(pattern))}


def main():
    file = (TEMPLATES / "words.json").read_text(encoding="utf-8")
    languages = dict(json.loads(file, object_pairs_hook=lambda pairs: pairs))
    known = dict(languages["en"])
    pages, papers = read(TEMPLATES, "html/*.tpl", "live/*.html"), read(TEMPLATES, "pdf/*.typ")
    scripts = read(TEMPLATES, "**/*.js")
    scripts = {path: text for path, text in scripts.items() if "node_modules" not in path.parts}
    sources, speakers = read(COMPILER, "**/*.cpp", "**/*.h"), read(COMPILER, *SPEAKERS)
    found = list(unequal(languages))
    for texts, own_words in ((pages, own_words_of_page), (papers, own_words_of_paper), (scripts, own_words_of_script),
                             (speakers, own_words_of_cpp)):
        found += [f'{path.name}: "{piece}" belongs in words.json' for path, text in texts.items()
                  for piece in own_words(text)]
    strings = {string for text in sources.values() for string in STRING.findall(text)}
    asked = list(asked_names(pages, papers, sources))
    asked += [(path.name, name) for path, text in scripts.items() for name in names_of_script(text)]
    found += [f"{user}: words.json has no {name}" for user, name in asked
              if name not in known and f"word_{name}" not in strings]
    found += [f"{path.name}: {name} has {{fields}} to be filled in" for path, text in (pages | sources).items()
              for name in map("".join, AS_IT_STANDS.findall(text)) if FIELD.search(known.get(name, ""))]
    strings |= {string[: string.index("{")] for string in strings if "{" in string}
    used = {name for _, name in asked}
    found += [f"words.json: nothing uses {name}" for name in sorted(known)
              if name not in used and (SCRIPT_NAME.fullmatch(name) or not is_used(name, strings))]
    print("\n".join(found) or f"{len(known)} words, each in {len(languages)} languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
