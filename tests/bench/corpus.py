#!/usr/bin/python3
"""A corpus of invented councils, made from the five protocols, with the links that are known.

usage: corpus.py COUNT FOLDER [--seed N] [--copies]

Council n takes one of the five as its original, as councils take a model text, and edits it with a
hand of its own: light or heavy. It drops clauses, moves them, rewords them, swaps role words, splits
a clause in two, merges it with the next, and adds clauses that no other council has. Titles of its
own stand in its front matter, and it numbers in one of three ways. Council n is the same however
many are made, so that corpora of two sizes differ in size alone.

FOLDER gets c00000.md … and origins.tsv: council, clause's key, original clause, and what was done to it.
Two clauses are known to be linked where they have an original clause in common. A merged clause has
two lines; the halves of a split one have "a" and "b" after the number of the original, and are both
linked with the whole, but not with one another. --copies makes every council a copy of the first
original: all ties.
"""
import argparse
import pathlib
import random
import re

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
ORIGINALS = ["leeds", "north-herts", "pitstone", "ware", "york"]

# Titles of a council of its own: what it says, and what the originals say.
TITLES = {
    "member": (["Member", "Councillor", "Elected Member"], r"Elected Member|Councillor|Member"),
    "employee": (["employee", "member of staff"], r"employee"),
    "chief-executive": (["Chief Executive", "Managing Director", "Chief Officer to the Council"],
                        r"Chief Executive|Chief Operating Officer|Managing Director"),
    "chair": (["Chair", "Chairman", "Chairperson"], r"Chairperson|Chairman|Chair"),
    "executive": (["Executive", "Cabinet"], r"Executive(?! (?:Member|Director|Officer))|Cabinet(?! Member)"),
}

# Plain words for plain words, whole words only. Not the thesaurus of the register: a search that is
# measured by its own list of synonyms finds what it put in.
SYNONYMS = {
    "must": "shall", "should": "ought to", "ensure": "make sure", "assist": "help", "regarding": "about",
    "concerning": "about", "provide": "give", "obtain": "get", "request": "ask for", "require": "need",
    "inform": "tell", "appropriate": "suitable", "sufficient": "enough", "commence": "begin",
    "undertake": "carry out", "in relation to": "on", "in accordance with": "following",
    "prior to": "before", "however": "but", "therefore": "so", "purpose": "aim", "matter": "subject",
    "issue": "question", "respond": "reply", "advise": "counsel", "individual": "single", "respect": "regard",
    "relationship": "relation", "information": "facts", "promptly": "without delay", "essential": "vital",
    "important": "significant", "conduct": "behaviour", "at all times": "always", "any": "each",
}
FILLERS = re.compile(r"\b(?:normally|generally|also|always|fully|properly|clearly|any|all|such|own|where "
                     r"appropriate|where possible|as appropriate|at all times|in particular),? ")
SYNONYM = re.compile(r"\b(" + "|".join(sorted(SYNONYMS, key=len, reverse=True)) + r")\b")

SUBJECTS = ["The {town} {body}", "Each party to the {plan}", "The {body} for {town}", "A visitor to the {place}",
            "Holders of the {plan} grant", "The keeper of the {place}"]
VERBS = ["publishes", "reviews", "records", "audits", "displays", "archives", "rehearses", "insures", "leases"]
OBJECTS = ["the {noun} register for {town}", "every {noun} bought under the {plan}", "the {place} {noun}",
           "a yearly {noun} of the {body}", "the keys and {noun} of the {place}"]
ENDS = ["before the {season} fair", "within {number} working days", "at the {place}", "in the {season} bulletin",
        "once the {body} has met {number} times", "on the anniversary of the {plan}"]
WORDS = {
    "town": ["Ashby", "Brinkley", "Corston", "Dunmere", "Elswick", "Farleigh", "Gorton", "Hexley", "Ilford",
             "Kelby", "Lydgate", "Marsham", "Norbury", "Oakham", "Penrose", "Quorn", "Ruswarp", "Selby"],
    "body": ["panel", "forum", "twinning association", "harbour board", "allotment society", "youth parliament",
             "heritage trust", "flood group", "market court", "pensions board"],
    "plan": ["waterfront", "orchard", "canal", "moorland", "tramway", "lighthouse", "quarry", "windmill"],
    "place": ["guildhall", "pavilion", "bandstand", "depot", "museum", "crematorium", "boathouse", "ice rink"],
    "noun": ["inventory", "ledger", "banner", "rota", "trophy", "archive", "timetable", "catalogue", "mace", "map"],
    "season": ["spring", "summer", "harvest", "winter", "Easter", "Whitsun"],
    "number": ["two", "three", "seven", "12", "15", "28", "40"],
}


def letters(ordinal):
    first, last = divmod(ordinal - 1, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


def roman(ordinal):
    text = ""
    for value, digits in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, ordinal = divmod(ordinal, value)
        text += digits * count
    return text


class Clause:
    """A paragraph with its list, or an item of one. `origins`: the clauses that it comes from."""

    def __init__(self, text, origins, how="verbatim", items=()):
        self.text, self.origins, self.how, self.items = text, tuple(origins), how, list(items)

    def copy(self):
        return Clause(self.text, self.origins, self.how, [item.copy() for item in self.items])


def plain(text):
    """Words only: numbers of other clauses, links and footnotes would be wrong in another protocol."""
    text = re.sub(r"\[\^[^]]*\]|\{[^}]*\}", "", text)
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\b(?:paragraph|section|clause|rule)s? [\d.]+\d?(?:\([a-z]+\))*", "this Protocol", text)
    return re.sub(r"[*_`\\<>#\[\]]", "", text).strip()


def read_original(name):
    """Sections of one of the five: heading, clauses. Quotations, tables and footnotes are left out."""
    body = (REPOSITORY / "protocols" / f"{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    sections, count = [], 0
    for block in re.split(r"\n\s*\n", body):
        lines = block.strip().split("\n")
        if lines[0].startswith("#"):
            title = plain(re.sub(r"^[\d.]+ ", "", lines[0].lstrip("# ")))
            sections.append((title, []))
            continue
        if not sections or not lines[0] or lines[0][0] in ">|[":
            continue
        for item in re.split(r"\n(?=\s*- )", block.strip()):
            text = plain(re.sub(r"\s+", " ", item))
            is_item = text.startswith("- ")
            text = re.sub(r"^(?:- )?(?:\(?[\dA-Za-z]{1,4}[.)]|[\d.]+)? ?(?=\S)", "", text, count=1) if is_item \
                else re.sub(r"^[\d.]+ ", "", text)
            if len(text) < 4:
                continue
            clause = Clause(text, [f"{name}/{count}"])
            count += 1
            clauses = sections[-1][1]
            if is_item and clauses:
                clauses[-1].items.append(clause)
            else:
                clauses.append(clause)
    return [section for section in sections if section[1]]


class Council:
    """One council's text, and the hand that edits it."""

    def __init__(self, number, seed, originals, copies):
        self.dice = random.Random(f"{seed}/{number}")
        self.number = number
        self.original = originals[0] if copies else self.dice.choice(originals)
        # Most councils edit lightly: the rate is the share of clauses that are touched.
        self.rate = 0 if copies else 0.03 + 0.5 * self.dice.random() ** 2
        self.numbering = "dotted" if copies else self.dice.choice(["dotted", "roman", "auto"])
        self.titles = {}
        if not copies:
            for role, (words, _) in TITLES.items():
                if self.dice.random() < 0.5:
                    self.titles[role] = self.dice.choice(words)
        self.lines, self.origins = [], []

    def one_in(self, share):
        return self.dice.random() < share * self.rate

    def roles(self, text):
        for role, title in self.titles.items():
            def said(found, title=title):
                return (title.lower() if found[0].islower() else title) + found[1]
            text = re.sub(rf"(?i)\b(?:{TITLES[role][1]})(s?)\b", said, text)
        return text

    def reword(self, text):
        changed = SYNONYM.sub(lambda found: SYNONYMS[found[1]] if self.dice.random() < 0.7 else found[1], text)
        changed = FILLERS.sub(lambda found: found[0] if self.dice.random() < 0.5 else "", changed)
        if self.dice.random() < 0.4:  # the condition first
            found = re.fullmatch(r"([A-Z][^,;:.]{20,}) ((?:if|where|when|unless) [^,;:.]{10,})\.", changed)
            if found:
                changed = f"{found[2][0].upper()}{found[2][1:]}, {found[1][0].lower()}{found[1][1:]}."
        sentences = re.split(r"(?<=[a-z]\.) (?=[A-Z])", changed)
        if len(sentences) > 2 and self.dice.random() < 0.3:
            del sentences[self.dice.randrange(len(sentences))]
        words = " ".join(sentences).split(" ")
        for _ in range(self.dice.randrange(1 + len(words) // 8)):
            del words[self.dice.randrange(1, len(words) - 1)]
        return " ".join(words)

    def noise(self):
        def fill(pattern):
            return re.sub(r"\{(\w+)\}", lambda found: self.dice.choice(WORDS[found[1]]), pattern)
        return Clause(" ".join(fill(self.dice.choice(part)) for part in (SUBJECTS, VERBS, OBJECTS, ENDS)) + ".",
                      [], "noise")

    def edited(self, clauses, paragraphs):
        made = []
        for clause in clauses:
            if self.one_in(0.35):
                continue
            clause = clause.copy()
            clause.items = self.edited(clause.items, False)
            if self.one_in(0.5):
                clause.text, clause.how = self.reword(clause.text), "reworded"
            sentences = re.split(r"(?<=[a-z]\.) (?=[A-Z])", clause.text)
            longest = min(map(len, sentences))
            if paragraphs and not clause.items and len(sentences) > 1 and longest > 40 and self.one_in(0.3):
                half = len(sentences) // 2
                [origin] = clause.origins
                made.append(Clause(" ".join(sentences[:half]), [origin + "a"], "part"))
                clause = Clause(" ".join(sentences[half:]), [origin + "b"], "part")
            elif paragraphs and made and not made[-1].items and self.one_in(0.2):
                clause.text = f"{made[-1].text} {clause.text}"
                clause.origins, clause.how = made.pop().origins + clause.origins, "part"
            made.append(clause)
            if paragraphs and self.one_in(0.25):
                made.append(self.noise())
        if len(made) > 1 and self.one_in(1.0):
            made.insert(self.dice.randrange(len(made)), made.pop(self.dice.randrange(len(made))))
        return made

    def write(self):
        name = f"c{self.number:05}"
        self.lines = ["---", f"id: {name}", f"council: Council {self.number}", "title: Protocol",
                      f"numbering: {'auto' if self.numbering == 'auto' else 'explicit'}"]
        if self.titles:
            self.lines.append("roles:")
            self.lines += [f"  {role}: [{title}]" for role, title in self.titles.items()]
        self.lines += ["---", "", "# Protocol", ""]
        automatic = self.numbering == "auto"
        sections = [(title, self.edited(clauses, True)) for title, clauses in self.original]
        if len(sections) > 2 and self.one_in(1.0):
            sections.insert(1, sections.pop(self.dice.randrange(len(sections))))
        for section, (title, clauses) in enumerate(sections, 1):
            self.lines += [f"## {'#' if automatic else section}. {self.roles(title)}", ""]
            for place, clause in enumerate(clauses, 1):
                number = f"{section}.{place}"
                self.say("#. " if automatic else f"{number} ", name, number, clause)
                for ordinal, item in enumerate(clause.items, 1):
                    label = (roman if self.numbering == "roman" else letters)(ordinal)
                    self.say("- (#) " if automatic else f"- ({label}) ", name, f"{number}.{label}", item)
        return name, "\n".join(self.lines) + "\n"

    def say(self, mark, name, number, clause):
        text = self.roles(clause.text)
        how = "vocabulary" if clause.how == "verbatim" and text != clause.text else clause.how
        self.lines += [mark + text, ""]
        self.origins += [f"{name}\t{number}\t{origin}\t{how}" for origin in clause.origins]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("count", type=int)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--copies", action="store_true")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    originals = [read_original(name) for name in ORIGINALS]
    with open(given.folder / "origins.tsv", "w", encoding="utf-8") as origins:
        for number in range(given.count):
            council = Council(number, given.seed, originals, given.copies)
            name, text = council.write()
            (given.folder / f"{name}.md").write_text(text, encoding="utf-8")
            origins.write("".join(line + "\n" for line in council.origins))


if __name__ == "__main__":
    main()
