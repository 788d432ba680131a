"""Texts with numbers as no council has them in order: gaps, doubles, numbers put in, lists that begin in the
middle, kinds of number that change; one by hand and some by chance, the same ones each time."""
import random

HEAD = "---\nid: {}\ncouncil: Invented Council\ntitle: Numbers\nstatus: draft\nnumbering: explicit\n---\n\n# Numbers\n"

BY_HAND = """
## 1. First

1.1 One leads to:

(a) alpha;

(aa) put in between;

(b) beta;

(ba) put in after;

(c) gamma:

(i) one;

(ii) two;

(iv) four;

(v) five; and

(d) delta.

1.2 Two.

1.2 Two again.

1.3A Three A.

1.4 Four.

1.6 Six, see paragraph 1.1(c)(ii) and paragraph 1.4 and section 3.

1.7 Seven:

(h) eight;

(i) nine;

(j) ten.

## 3. Third

3.1 Text:

1) one;

2) two;

4) four.

3.1A Text:

(a) a;

(b) b.

3.2.1 Deep.

3.2.1.1 Deeper.

3.2.3 Deep.

4.1 Of another section.

## 5A. Put in

5A.1 Text.

5A.2 Text.

## Part B

## 1. Again

1.1 One.

1.2 Two.

## A. Letters

A1 One.

A2 Two.

A4 Four.

## Article 7 – Review

7.01 One.

§ 5 Sign.

IV. Roman.
"""


def roman(number):
    text = ""
    for step, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= step:
            text, number = text + sign, number - step
    return text


def label(kind, number):
    letter = chr(96 + number)
    return {"a": f"({letter})", "i": f"({roman(number)})", "r": f"{roman(number)}.", "1": f"({number})", "-": "-",
            "A": f"({letter.upper()})"}[kind]


def items(chance, place):
    kind, number = chance.choice("aair1-A"), chance.choice([0, 0, 0, 0, 1, 7])
    for i in range(chance.randint(1, 6)):
        number = max(1, number + chance.choice([1] * 8 + [2, 0]))
        yield f"{label(kind, number)} item {place} {i};"
        if chance.random() < 0.15:
            yield from (f"    ({roman(j + 1)}) nested {place} {i} {j};" for j in range(chance.randint(1, 3)))


def by_chance(seed):
    chance = random.Random(seed)
    section = chance.choice([0, 0, 2])
    for s in range(chance.randint(2, 6)):
        section += chance.choice([1, 1, 1, 1, 2, 0])
        names = [f"{section}.", f"{section}.", f"{section}", f"{section}A.", f"Article {section} –", ""]
        yield f"## {chance.choice(names)} Section words".replace("##  ", "## ")
        clause = 0
        for c in range(chance.randint(1, 7)):
            clause += chance.choice([1, 1, 1, 1, 1, 2, 0])
            number = chance.choice([f"{section}.{clause}"] * 8 + [f"{section}.{clause}A", f"{section + 1}.{clause}", ""])
            leads = chance.random() < 0.5
            yield f"{number} Words of the clause {s} {c}{':' if leads else '.'}".strip()
            if leads:
                yield from items(chance, f"{s} {c}")


def invented_texts(count=20):
    for seed in range(count):
        yield f"invented-{seed}.md", HEAD.format(f"invented-{seed}") + "\n" + "\n\n".join(by_chance(seed)) + "\n"
    yield "irregular.md", HEAD.format("irregular") + BY_HAND
