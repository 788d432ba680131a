#!/usr/bin/env python3
"""Cuts seeds for the fuzz programs out of the protocols: seeds.py CORPUS_FOLDER"""

import itertools
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LABELS = ["1. x", "1.0 x", "4.5.1. x", "(a) x", "(iv) x", "a) x", "A. x", "(aa) x", "3.1(e) x", "#. x", "(#) x",
          "2024 was", "24 hours", "1,000 members", "(i) x", "IV. x", "s114 Local Government Finance Act 1988",
          "sections 4 to 6, 2.1(a) and (b) above", "footnote 1 to paragraph 13 below", "Article 12",
          "Appendix 14 of this Constitution", "paragraphs 5.3, 5.7 and 9"]


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
    for (a, text_a), (b, text_b) in itertools.combinations(bodies.items(), 2):
        # sections of the two side by side: a whole protocol is too much for one input
        for number, (part_a, part_b) in enumerate(zip(text_a.split("\n## ")[1:], text_b.split("\n## ")[1:])):
            write("comparison", f"{a}-{b}-{number}", f"## {part_a}\n-------\n## {part_b}")


if __name__ == "__main__":
    main()
