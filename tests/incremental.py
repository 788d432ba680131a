#!/usr/bin/env python3
"""A build over an earlier one makes what a clean build makes: incremental.py CONCORD [EDITS]

Edits protocols, registers and templates at random, one after another, each time building over the
last output and into an empty folder, and compares every file of the two. Most builds leave the PDFs
out, which take the typesetter's time; each tenth makes them, and each third compares nothing. Prints what was edited and how many
files were used again; the status is 1 where a file differs.
"""

import hashlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONCORD = str(Path(sys.argv[1]).resolve())
EDITS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
SEED = 20261122
PROTOCOLS = ("leeds", "ware", "pitstone")
PAGES_ONLY = ("--formats", "html,xml,json,md")
EVERYTHING = ("--formats", "html,xml,json,md,pdf")


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Place:
    def __init__(self, home: Path):
        self.home = home
        shutil.copytree(ROOT / "protocols/register", home / "protocols/register")
        for name in PROTOCOLS:
            shutil.copy(ROOT / f"protocols/{name}.md", home / "protocols")
        shutil.copytree(ROOT / "templates", home / "templates", ignore=shutil.ignore_patterns("node_modules"))
        for modules in ROOT.glob("templates/*/node_modules"):
            (home / "templates" / modules.parent.name / "node_modules").symlink_to(modules)

    def build(self, output: str, options: tuple[str, ...]) -> tuple[int, int]:
        """Status, and how many files were used again."""
        result = subprocess.run([CONCORD, "build", "protocols", "-o", output, "--templates", "templates", *options],
                                cwd=self.home, capture_output=True, text=True)
        if result.returncode not in (0, 1):
            sys.exit(f"no build: {result.stderr[-500:]}")
        reused = re.search(r"(\d+) of them as they were", result.stdout)
        everything = re.search(r"in (\d+) files.*all as they were", result.stdout)
        return result.returncode, int((reused or everything or [0, 0])[1])

    def texts(self) -> list[Path]:
        return [self.home / f"protocols/{name}.md" for name in PROTOCOLS]


def body_lines(lines: list[str]) -> list[int]:
    """Where plain lines of text stand, below the front matter."""
    end = lines.index("---", 1)
    return [i for i in range(end + 1, len(lines)) if re.match(r"[A-Z0-9][^|{\[]{40,}$", lines[i])]


def edit_line(path: Path, chance: random.Random, change) -> str:
    lines = path.read_text().split("\n")
    at = chance.choice(body_lines(lines))
    lines[at:at + 1] = change(lines[at])
    path.write_text("\n".join(lines))
    return f"{path.name}:{at + 1}"


def replace_word(line: str, chance: random.Random) -> list[str]:
    words = line.split(" ")
    words[chance.randrange(len(words))] = chance.choice(["must", "may", "councillors", "officers", "promptly", "Ŵyr"])
    return [" ".join(words)]


def edit(place: Place, chance: random.Random) -> str:
    """Makes one edit and says what it was."""
    text = chance.choice(place.texts())
    kind = chance.choices(["word", "clause", "repeat", "delete", "title", "register", "template", "style", "nothing"],
                          [40, 10, 5, 10, 5, 8, 6, 4, 6])[0]
    if kind == "word":
        return "a word of " + edit_line(text, chance, lambda line: replace_word(line, chance))
    if kind == "clause":
        return "a new clause at " + edit_line(text, chance, lambda line: [line, "", "Members must tell the Clerk at once.", ""])
    if kind == "repeat":
        return "a clause said twice at " + edit_line(text, chance, lambda line: [line, "", line, ""])
    if kind == "delete":
        return "a line less at " + edit_line(text, chance, lambda line: [""])
    if kind == "title":
        text.write_text(re.sub(r"^part: .*|^title: .*", f"title: Protocol number {chance.randrange(1000)}", text.read_text(),
                               count=1, flags=re.MULTILINE))
        return f"the title of {text.name}"
    if kind == "register":
        register = place.home / "protocols/register/topics.yaml"
        register.write_text(re.sub(r"title: .*", f"title: Topic {chance.randrange(1000)}", register.read_text(), count=1))
        return "a topic's title"
    if kind == "template":
        template = place.home / "templates/html" / chance.choice(["protocol.tpl", "footer.tpl", "matrix.tpl"])
        template.write_text(template.read_text() + "<!-- changed -->\n")
        return template.name
    if kind == "style":
        style = place.home / "templates/assets/concord.css"
        style.write_text(style.read_text() + "/* changed */\n")
        return style.name
    return "nothing"


def differences(place: Place) -> list[str]:
    over, clean = tree(place.home / "over"), tree(place.home / "clean")
    return sorted(path for path in over.keys() | clean.keys() if over.get(path) != clean.get(path))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="concord-incremental-") as name:
        place = Place(Path(name))
        chance = random.Random(SEED)
        place.build("over", EVERYTHING)
        failed = reused_in_all = refused = 0
        for number in range(EDITS):
            what = edit(place, chance)
            options = EVERYTHING if number % 10 == 9 else PAGES_ONLY
            if number % 3 == 2:
                options += ("--no-comparison",)
            shutil.rmtree(place.home / "clean", ignore_errors=True)
            status, reused = place.build("over", options)
            if place.build("clean", options)[0] != status:
                sys.exit(f"{what}: one build succeeds, the other does not")
            if status == 1:  # the edit broke the text: both refuse, and the last good output stays
                refused += 1
                continue
            wrong = differences(place)
            failed += bool(wrong)
            reused_in_all += reused
            print(f"{number + 1:>4}  {what:<40} {reused:>3} files used again{'; DIFFERENT: ' if wrong else ''}{' '.join(wrong)}", flush=True)
        if reused_in_all == 0:
            sys.exit("nothing was ever used again")
        print(f"\n{EDITS - failed - refused} passed, {failed} failed; {refused} edits were refused by both builds")
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
