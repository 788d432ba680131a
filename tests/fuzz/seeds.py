#!/usr/bin/env python3
"""Cuts seeds for the fuzz programs out of the protocols: seeds.py CORPUS_FOLDER"""

import itertools
import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LABELS = ["1. x", "1.0 x", "4.5.1. x", "(a) x", "(iv) x", "a) x", "A. x", "(aa) x", "3.1(e) x", "#. x", "(#) x",
          "2024 was", "24 hours", "1,000 members", "(i) x", "IV. x", "s114 Local Government Finance Act 1988",
          "sections 4 to 6, 2.1(a) and (b) above", "footnote 1 to paragraph 13 below", "Article 12",
          "Appendix 14 of this Constitution", "paragraphs 5.3, 5.7 and 9",
          "2.3A X", "2A. X", "2A.1 X", "2.3ZA X", "(ab) x", "(iA) x", "(iia) x", "(1A) x", "A1.1 x", "B.1 x",
          "II.1 x", "§ 3.1 x", "1   X", "1.3Text", "(1)Text", "2.Roles", "Article 13 – Review", "Schedule 2 Fees"]
# Texts as they are pasted, and tables whose lines differ: for what is mended before Markdown reads it.
PASTED = ["Protocol\n1 Purpose\n1.1 The purpose.\n1.2 It is not complete.\n2 Roles\n2.1 Councillors lead.\n",
          "1.1 Officers must:\n(a) advise; and\n(b) report.\n\n1.2 The Mayor:\ni. presides;\nii. attends.\n",
          "1. INTRODUCTION\n\n1.1 Text.\n\n2. ROLES\n\n2.1 Text.\n\n3. REVIEW\n\nEach May.\n",
          "Roles:\n\n  • one;\n    ◦ below\n  • two.\n\n· three\n\n– four;\n– five.\n",
          "1.1 Their number is\n14. The number of clerks is\n1. The number of mayors is one.\n",
          "- (a) attend;\n- (b) listen;\nand report.\n\nTo act;\nTo see; and\nTo tell.\n",
          "| A | B |\n|---|---|\n| c | d | e |\n| `f|g` | https://h.uk/?i=1|2 |\n\n| A | B |\n|---|\n| c | d |\n",
          "\u00a0\n\u00a0\u00a01.1 Text.\n\u00a0\n8.63\n\nText.\n\n1.\n\nText.\n",
          "1.  **ONE**\n\n    1.  Text.\n\n        1.  text;\n\n2.  **TWO**\n\n    1.  Text.\n"]


def main() -> None:
    folder = Path(sys.argv[1])

    def write(program: str, name: str, text: str) -> None:
        (folder / program).mkdir(parents=True, exist_ok=True)
        (folder / program / f"seed-{name}").write_text(text)

    texts = {path.stem: path.read_text() for path in sorted((ROOT / "protocols").glob("*.md"))}
    bodies = {}
    for name, text in texts.items():
        _, front, bodies[name] = text.split("---\n", 2)
        write("front_matter", name, front)
        for number, sentence in enumerate(re.findall(r"[^.\n]*\b(?:paragraph|section|Act|Article|Appendix)\b[^\n]*", bodies[name])):
            write("words", f"{name}-{number}", sentence)
    for number, label in enumerate(LABELS):
        write("words", f"label-{number}", label)
    for number, text in enumerate(PASTED):
        for program in ("round_trip", "whole_way"):
            write(program, f"pasted-{number}", "---\ncouncil: C\ntitle: T\n---\n\n" + text)
    for file in sorted((ROOT / "tests/documents").glob("*.docx")):
        with zipfile.ZipFile(file) as archive:
            for part, root in (("document", "body"), ("numbering", "numbering"), ("styles", "styles")):
                xml = archive.read(f"word/{part}.xml").decode()
                write("word_files", f"{file.stem}-{part}", re.search(rf"<w:{root}\b[^>]*>(.*)</w:{root}>", xml, re.S)[1])
    for (a, text_a), (b, text_b) in itertools.combinations(bodies.items(), 2):
        # sections of the two side by side: a whole protocol is too much for one input
        for number, (part_a, part_b) in enumerate(zip(text_a.split("\n## ")[1:], text_b.split("\n## ")[1:])):
            write("comparison", f"{a}-{b}-{number}", f"## {part_a}\n-------\n## {part_b}")


if __name__ == "__main__":
    main()
