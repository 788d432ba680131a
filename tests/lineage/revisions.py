"""Seeded revisions of a protocol, each edit known: what lineage is measured by.

A revision is made of a source text, line by line, so that the program under test has no part in it
but for telling which lines are a clause's. Words that are put in come from a list that no protocol
has anything of.
"""
import json
import pathlib
import random
import re
import subprocess
import tempfile

STRANGE = (
    "ledger harbour orchard lantern violet marble thicket canyon pebble saffron willow timber copper "
    "meadow beacon velvet anchor falcon glacier prairie walnut cobalt juniper quartz ember"
).split()
EDITS = [
    "insert", "insert and renumber", "delete", "reword", "move", "move and reword", "split", "merge",
    "swap", "retitle", "table row", "footnote", "definition",
]  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[a-z])\. (?=[A-Z])")
WORD = re.compile(r"[A-Za-z']+,?")
DECIMAL = re.compile(r"^(\d+(?:\.\d+)*)\.(\d+)$")


def words(text):
    """The words of a text without marks of Markdown, in lower case."""
    bare = re.sub(r"\[\^[^\]]*\]|\(#[^)]*\)|[*_`\[\]]", "", text)
    return re.findall(r"[a-z0-9']+", bare.lower().replace("\u2019", "'"))


def clauses_of(concord, path):
    """The clauses of a protocol, as data/corpus.json has them."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [concord, "build", str(path), "-o", folder, "--formats", "json", "--no-comparison",
             "--profile", "transcription"],
            capture_output=True, check=True,
        )  # fmt: skip
        corpus = json.loads(pathlib.Path(folder, "data/corpus.json").read_text(encoding="utf-8"))
    return corpus["protocols"][0]["clauses"]


class Revision:
    """One protocol under revision: edits are noted first, and written at once."""

    def __init__(self, concord, path, seed):
        self.random = random.Random(seed)
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.clauses = clauses_of(concord, path)
        self.by_id = {clause["id"]: clause for clause in self.clauses}
        self.children = {}
        for clause in self.clauses:
            self.children.setdefault(clause["parent"], []).append(clause["id"])
        self.replaced = {}  # by clause: the lines in its place
        self.behind = {}  # by clause: texts put behind it and all below it
        self.numbers = {}  # by clause: another number in place of its own
        self.used = set()
        self.edits = []  # (kind, what of the old text, words of the new)
        owners = {}
        for clause in self.clauses:
            for line in self.lines_of(clause):
                owners.setdefault(line, []).append(clause["id"])
        self.plain = [clause for clause in self.clauses if self.is_plain(clause, owners)]

    # ---- what may be edited ----

    @staticmethod
    def lines_of(clause):
        return range(clause["span"]["line"], clause["span"]["end_line"] + 1)

    def source(self, clause):
        return "\n".join(self.lines[line - 1] for line in self.lines_of(clause))

    def is_plain(self, clause, owners):
        """A clause of words that has its lines for itself and no attributes."""
        return (
            clause["kind"] in ("clause", "paragraph", "item")
            and len(clause["text"].split()) >= 4
            and all(owners[line] == [clause["id"]] for line in self.lines_of(clause))
            and not re.search(r"\{[^}]*\}\s*$", self.source(clause))
        )

    def is_free(self, clause):
        return clause["id"] not in self.used

    def take(self, accepts):
        """A plain clause without children that no edit has touched; its neighbours are kept as they are."""
        found = [
            clause
            for clause in self.plain
            if self.is_free(clause) and clause["id"] not in self.children and accepts(clause)
        ]
        if not found:
            return None
        clause = self.random.choice(found)
        at = self.clauses.index(clause)
        self.used |= {near["id"] for near in self.clauses[max(0, at - 1) : at + 2]}
        return clause

    def take_neighbours(self, accepts):
        """Two plain clauses, one behind the other under one parent."""
        plain = {clause["id"] for clause in self.plain}
        found = [
            (one, other)
            for one, other in zip(self.clauses, self.clauses[1:])
            if {one["id"], other["id"]} <= plain
            and one["parent"] == other["parent"]
            and one["kind"] == other["kind"] != "item"
            and bool(one["number"]) == bool(other["number"])
            and not {one["id"], other["id"]} & (self.used | self.children.keys())
            and accepts(one, other)
        ]
        if not found:
            return None
        one, other = self.random.choice(found)
        self.used |= {one["id"], other["id"]}
        return one, other

    def parts(self, clause):
        """What stands before the clause's words, and the words, on one line."""
        text = self.source(clause)
        if clause["number"]:
            end = text.index(clause["number"]) + len(clause["number"])
            return text[:end] + " ", re.sub(r"\s+", " ", text[end:].strip())
        mark = re.match(r"\s*(?:[-*]\s+)?", text).group()
        return mark, re.sub(r"\s+", " ", text[len(mark) :].strip())

    def sentence(self):
        return " ".join(self.random.choice(STRANGE) for _ in range(14)).capitalize() + "."

    def reworded(self, text, share):
        """The text with that share of its words, one at least, in place of others."""
        all_words = text.split(" ")
        plain = [i for i, word in enumerate(all_words) if WORD.fullmatch(word)]
        count = min(len(plain), max(1, round(len(all_words) * share)))
        for i in self.random.sample(plain, count):
            all_words[i] = self.random.choice(STRANGE)
        return " ".join(all_words)

    # ---- the edits ----

    def edit(self, kind):
        """Makes one edit of the kind where the text has room for it."""
        getattr(self, kind.replace(" ", "_"))()

    def insert(self):
        clause = self.take(lambda clause: clause["kind"] != "item")
        if clause:
            text = self.sentence()
            self.behind.setdefault(clause["id"], []).append(text)
            self.edits.append(("insert", None, text))

    def insert_and_renumber(self):
        clause = self.take(lambda clause: clause["number"] and DECIMAL.match(clause["number"]))
        if not clause or self.numbers:
            return
        prefix, number = DECIMAL.match(clause["number"]).groups()
        siblings = self.children[clause["parent"]]
        later = siblings[siblings.index(clause["id"]) + 1 :]
        if any(not self.by_id[each]["number"] for each in later):
            return
        below = [self.by_id[child] for each in later for child in self.children.get(each, [])]
        if any(DECIMAL.match(child["number"] or "") for child in below):
            return  # "4.5.1" would no longer be below what was 4.5
        for each in later:
            match = DECIMAL.match(self.by_id[each]["number"])
            if not match or match.group(1) != prefix or self.by_id[each]["kind"] == "section":
                return
        for each in later:
            old = self.by_id[each]["number"]
            self.numbers[each] = (old, f"{prefix}.{int(DECIMAL.match(old).group(2)) + 1}")
        text = self.sentence()
        self.behind.setdefault(clause["id"], []).append(f"{prefix}.{int(number) + 1} {text}")
        self.edits.append(("insert and renumber", None, text))

    def delete(self):
        clause = self.take(lambda clause: True)
        if clause:
            self.replaced[clause["id"]] = []
            self.edits.append(("delete", clause["id"], None))

    def reword(self):
        clause = self.take(lambda clause: len(clause["text"].split()) >= 6)
        if clause:
            before, text = self.parts(clause)
            text = self.reworded(text, self.random.choice([0, 0, 0.1, 0.2, 0.35, 0.5]))
            self.replaced[clause["id"]] = [before + text]
            self.edits.append(("reword", clause["id"], text))

    def definition(self):
        """A definition is one clause among others, and its term another word."""
        clause = self.take(lambda clause: re.search(r"\b(means|includes|called)\b", clause["text"]))
        if clause:
            before, text = self.parts(clause)
            text = self.reworded(text, 0)
            self.replaced[clause["id"]] = [before + text]
            self.edits.append(("definition", clause["id"], text))

    def move(self, kind="move", share=None):
        clause = self.take(lambda each: each["kind"] != "item" and len(each["text"].split()) >= 10)
        goal = clause and self.take(lambda each: each["kind"] != "item" and self.is_far(clause, each))
        if goal:
            _, text = self.parts(clause)
            if share:
                text = self.reworded(text, share)
            self.replaced[clause["id"]] = []
            self.behind.setdefault(goal["id"], []).append(text)
            self.edits.append((kind, clause["id"], text))

    def is_far(self, clause, goal):
        """Whether a clause put behind the goal passes two others: of two neighbours that change
        places nobody can say which one moved."""
        siblings = self.children[clause["parent"]]
        if goal["parent"] != clause["parent"]:
            return True
        return abs(siblings.index(clause["id"]) - siblings.index(goal["id"])) > 3

    def move_and_reword(self):
        self.move("move and reword", 0.2)

    def split(self):
        def cuts(clause):
            text = self.parts(clause)[1]
            ends = [match.end() - 1 for match in SENTENCE_END.finditer(text)]
            return [at for at in ends if min(len(text[:at].split()), len(text[at:].split())) >= 5]

        clause = self.take(lambda clause: clause["kind"] != "item" and cuts(clause))
        if clause:
            before, text = self.parts(clause)
            at = self.random.choice(cuts(clause))
            self.replaced[clause["id"]] = [before + text[:at], "", text[at + 1 :]]
            self.edits.append(("split", clause["id"], None))

    def merge(self):
        pair = self.take_neighbours(lambda one, other: True)
        if pair:
            before, text = self.parts(pair[0])
            self.replaced[pair[0]["id"]] = [before + text + " " + self.parts(pair[1])[1]]
            self.replaced[pair[1]["id"]] = []
            self.edits.append(("merge", tuple(clause["id"] for clause in pair), None))

    def swap(self):
        pair = self.take_neighbours(lambda one, other: one["text"] != other["text"])
        if pair:
            (before, text), (other_before, other_text) = map(self.parts, pair)
            self.replaced[pair[0]["id"]] = [before + other_text]
            self.replaced[pair[1]["id"]] = [other_before + text]
            self.edits.append(("swap", tuple(clause["id"] for clause in pair), None))

    def retitle(self):
        found = [
            clause
            for clause in self.clauses
            if clause["kind"] == "section"
            and self.is_free(clause)
            and self.source(clause).startswith("##")
            and "{" not in self.source(clause)
            and "\n" not in self.source(clause)
            and len(self.children.get(clause["id"], [])) >= 2
        ]
        if found:
            clause = self.random.choice(found)
            self.used.add(clause["id"])
            text = self.source(clause)
            last = clause["heading"].split()[-1]
            self.replaced[clause["id"]] = [
                text[: text.rindex(last)] + self.random.choice(STRANGE).capitalize()
            ]
            self.edits.append(("retitle", clause["id"], None))

    def table_row(self):
        found = [c for c in self.clauses if c["kind"] == "table" and self.is_free(c)]
        if found:
            clause = self.random.choice(found)
            self.used.add(clause["id"])
            rows = self.source(clause).split("\n")
            width = rows[0].count("|") - 1
            rows.append("| " + " | ".join(self.random.choice(STRANGE) for _ in range(width)) + " |")
            self.replaced[clause["id"]] = rows
            self.edits.append(("table row", clause["id"], None))

    def footnote(self):
        found = [
            clause
            for clause in self.clauses
            if clause["kind"] == "footnote" and self.is_free(clause) and len(clause["text"].split()) >= 4
            and "{" not in self.source(clause)
        ]
        if found:
            clause = self.random.choice(found)
            self.used.add(clause["id"])
            mark, text = re.match(r"(\[\^[^\]]*\]:\s*)(.*)", self.source(clause), re.DOTALL).groups()
            self.replaced[clause["id"]] = [mark + self.reworded(re.sub(r"\s+", " ", text), 0)]
            self.edits.append(("footnote", clause["id"], None))

    # ---- the new text ----

    def last_line(self, clause):
        """The last line of the clause and of all below it."""
        below = [self.by_id[each] for each in self.children.get(clause["id"], [])]
        return max([clause["span"]["end_line"], *map(self.last_line, below)])

    def text(self):
        begins = {self.by_id[each]["span"]["line"]: each for each in self.replaced}
        renumbered = {self.by_id[each]["span"]["line"]: each for each in self.numbers}
        behind = {}
        for each, texts in self.behind.items():
            behind.setdefault(self.last_line(self.by_id[each]), []).extend(texts)
        out, line = [], 1
        while line <= len(self.lines):
            last = line
            if line in begins:
                new = list(self.replaced[begins[line]])
                last = self.by_id[begins[line]]["span"]["end_line"]
            else:
                new = [self.lines[line - 1]]
            if line in renumbered and new:
                old, number = self.numbers[renumbered[line]]
                new[0] = new[0].replace(old, number, 1)
            out += new
            for at in range(line, last + 1):
                for text in behind.get(at, []):
                    out += ["", text]
            line = last + 1
        return "\n".join(out)
