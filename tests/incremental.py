#!/usr/bin/env python3
"""A build over an earlier one makes what a clean build makes, and no PDF twice: incremental.py CONCORD [EDITS]

Edits protocols, registers and templates at random, one after another, each time building over the
last output and into an empty folder, and compares every file of the two; each third build compares
nothing. The PDFs of the texts that were not edited must have been kept, and a file whose bytes are
those of the build before must not have been written again. At the end the typesetter
is taken away: a build where nothing changed does without it. Prints what was edited and how many
PDFs were kept; the status is 1 where a file differs or a PDF was made again.
"""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONCORD = str(Path(sys.argv[1]).resolve())
EDITS = int(sys.argv[2]) if len(sys.argv) > 2 else 40
SEED = 20261122
PROTOCOLS = ("leeds", "ware", "pitstone")
FORMATS = ("--formats", "html,xml,json,md,pdf")


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
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

    def build(self, output: str, *options: str, path: str = os.environ["PATH"]) -> tuple[int, int]:
        """Status, and how many PDFs were kept of the build before."""
        command = [CONCORD, "build", "protocols", "-o", output, "--templates", "templates", *FORMATS, *options]
        result = subprocess.run(command, cwd=self.home, capture_output=True, text=True, env={**os.environ, "PATH": path})
        if result.returncode not in (0, 1):
            sys.exit(f"no build: {result.stderr[-500:]}")
        unchanged = re.search(r"(\d+) PDFs? unchanged", result.stdout)
        return result.returncode, int(unchanged[1]) if unchanged else 0

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


def edit(place: Place, chance: random.Random) -> tuple[str, set[Path]]:
    """Makes one edit; says what it was, and which text it changed."""
    text = chance.choice(place.texts())
    kind = chance.choices(["word", "clause", "repeat", "delete", "title", "register", "template", "style", "nothing"],
                          [40, 10, 5, 10, 5, 8, 6, 4, 6])[0]
    if kind == "word":
        return "a word of " + edit_line(text, chance, lambda line: replace_word(line, chance)), {text}
    if kind == "clause":
        return "a new clause at " + edit_line(text, chance, lambda line: [line, "", "Members must tell the Clerk at once.", ""]), {text}
    if kind == "repeat":
        return "a clause said twice at " + edit_line(text, chance, lambda line: [line, "", line, ""]), {text}
    if kind == "delete":
        return "a line less at " + edit_line(text, chance, lambda line: [""]), {text}
    if kind == "title":
        text.write_text(re.sub(r"^part: .*|^title: .*", f"title: Protocol number {chance.randrange(1000)}", text.read_text(),
                               count=1, flags=re.MULTILINE))
        return f"the title of {text.name}", {text}
    if kind == "register":
        register = place.home / "protocols/register/topics.yaml"
        register.write_text(re.sub(r"title: .*", f"title: Topic {chance.randrange(1000)}", register.read_text(), count=1))
        return "a topic's title", set()
    if kind == "template":
        template = place.home / "templates/html" / chance.choice(["protocol.tpl", "footer.tpl", "matrix.tpl"])
        template.write_text(template.read_text() + "<!-- changed -->\n")
        return template.name, set()
    if kind == "style":
        style = place.home / "templates/assets/concord.css"
        style.write_text(style.read_text() + "/* changed */\n")
        return style.name, set()
    return "nothing", set()


def differences(place: Place) -> list[str]:
    over, clean = tree(place.home / "over"), tree(place.home / "clean")
    return sorted(path for path in over.keys() | clean.keys() if over.get(path) != clean.get(path))


class Edits:
    def __init__(self, place: Place):
        self.place = place
        self.chance = random.Random(SEED)
        self.failed = self.refused = 0
        self.changed: set[Path] = set()  # texts, since the last build that succeeded

    def check(self, number: int) -> None:
        what, changed = edit(self.place, self.chance)
        self.changed |= changed
        options = ["--no-comparison"] if number % 3 == 0 else []
        shutil.rmtree(self.place.home / "clean", ignore_errors=True)
        before, written = tree(self.place.home / "over"), times(self.place.home / "over")
        status, kept = self.place.build("over", *options)
        if self.place.build("clean", *options)[0] != status:
            sys.exit(f"{what}: one build succeeds, the other does not")
        if status == 1:  # the edit broke the text: both refuse, and the last good output stays
            self.refused += 1
            return
        wrong = differences(self.place)
        after, rewritten = tree(self.place.home / "over"), times(self.place.home / "over")
        wrong += [f"{path} WRITTEN AGAIN" for path, bytes_of in after.items()
                  if before.get(path) == bytes_of and written[path] != rewritten[path]]
        if kept < len(PROTOCOLS) - len(self.changed):
            wrong.append("PDFs MADE AGAIN")
        self.failed += bool(wrong)
        self.changed.clear()
        print(f"{number:>4}  {what:<40} {kept} PDFs kept{'; DIFFERENT: ' if wrong else ''}{' '.join(wrong)}", flush=True)


def check_without_typesetter(place: Place) -> bool:
    """Nothing changed: the same files again, though there is no Node to make a PDF with."""
    place.build("over")
    before = tree(place.home / "over")
    status, kept = place.build("over", path="/nowhere")
    same = status == 0 and kept == len(PROTOCOLS) + 1 and tree(place.home / "over") == before
    print(f"      nothing, and no typesetter{'' if same else ': DIFFERENT'}")
    return same


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="concord-incremental-") as name:
        place = Place(Path(name))
        place.build("over")
        if not (place.home / "over/leeds/protocol.pdf").exists():
            print("skipped: no typesetter here, and so no PDF to keep")
            sys.exit(77)
        edits = Edits(place)
        for number in range(1, EDITS + 1):
            edits.check(number)
        edits.failed += not check_without_typesetter(place)
        print(f"\n{EDITS + 1 - edits.failed - edits.refused} passed, {edits.failed} failed; {edits.refused} edits were refused by both builds")
        sys.exit(1 if edits.failed else 0)


if __name__ == "__main__":
    main()
