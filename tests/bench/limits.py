#!/usr/bin/python3
"""Texts that make compilers slow, at two sizes: what concord takes for them grows no faster than they do.

usage: limits.py CONCORD [NAME…]

Each text is built at size n and at 4n into HTML, XML, JSON and Markdown (`concord build`, one protocol). What
the start of the program costs is taken off. The exponent is that of processor time over bytes: 1 is linear,
2 quadratic. The pathological Markdown is of the kinds that cmark's own test list has. A text may also be
refused, with a diagnostic and status 1: that is said. The status is 1 where a text that takes more than a
tenth of a second grows faster than MOST_EXPONENT allows.
"""
import math
import os
import pathlib
import subprocess
import sys
import tempfile

MOST_EXPONENT = 1.3
HEAD = "---\nid: x\ncouncil: X\ntitle: T\n---\n\n# T\n\n"


def paragraphs(count, text):
    return "## 1. H\n\n" + "".join(f"1.{i} {text(i)}\n\n" for i in range(1, count + 1))


def after(prefix):
    return "## 1. H\n\n1.1 Text. " + prefix + "\n"


# What, how large at n, and the text of a size.
TEXTS = [
    ("clauses", 4000, lambda n: paragraphs(n, lambda i: f"The officer must answer request {i} of a member.")),
    ("the same clause", 4000, lambda n: paragraphs(n, lambda _: "Officers must answer members.")),
    ("sections", 3000, lambda n: "".join(f"## {i}. Heading\n\n{i}.1 Text.\n\n" for i in range(1, n + 1))),
    ("sections of one name", 3000, lambda n: "## Heading\n\nText.\n\n" * n),
    ("one long paragraph", 20000, lambda n: after("the officer must advise members " * n)),
    ("references back", 3000, lambda n: paragraphs(n, lambda i: f"See paragraph 1.{max(1, i // 2)} above.")),
    ("references to one clause", 3000, lambda n: paragraphs(n, lambda _: "See paragraph 1.1 above.")),
    ("references in one clause", 3000, lambda n: after("See paragraph 1.1. " * n)),
    ("references that lead nowhere", 3000, lambda n: paragraphs(n, lambda i: f"See paragraph 9.{i} above.")),
    ("a range of references", 3000, lambda n: paragraphs(n, lambda _: "Text.") + f"1.{n + 1} See 1.1 to 1.{n}.\n"),
    ("instruments", 3000, lambda n: paragraphs(n, lambda i: f"See the Localism Act 2011, section {i}.")),
    ("short names of instruments", 3000, lambda n: paragraphs(n, lambda i:
        f"The Localism Act 2011 (“the Act”): section {i} of the Act, section 2 of the 2011 Act and section 3 thereof.")),
    ("one Act, named again and again", 3000, lambda n: after("The Localism Act 2011: section 3 of that Act. " * n)),
    ("places in places", 3000, lambda n: after("See " + "paragraph 1 of section 1 of " * n + "it.")),
    ("owners", 3000, lambda n: after("See paragraph 1.1 of the former Code of Conduct (paragraph 1.2), its section 3. " * n)),
    ("one number in many parts", 2000, lambda n: "".join(
        f"## Part {i}\n\n### 1. S\n\n1.1 See paragraph 1.1 and paragraph 1.1 of Part {i}.\n\n" for i in range(1, n + 1))),
    ("letters that a sentence counts", 3000, lambda n: after("(a) one, (b) two. " + "See paragraph 1.1(b). " * n)),
    ("definitions", 1500, lambda n: paragraphs(n, lambda i: f"“Term{i}x” means thing {i} as in Term{i // 2}x.")),
    ("terms that begin with one word", 3000, lambda n: paragraphs(n, lambda i: f"A panel (“the A{i}b Panel”) meets.")),
    ("footnotes", 3000, lambda n: paragraphs(n, lambda i: f"Text[^{i}].") +
     "".join(f"[^{i}]: Note {i}.\n\n" for i in range(1, n + 1))),
    ("one footnote, many marks", 3000, lambda n: after("a[^1] " * n) + "\n[^1]: Note.\n"),
    ("items in one list", 4000, lambda n: "## 1. H\n\n1.1 Text:\n\n" + "- (a) item\n" * n),
    ("a list in a list in a list", 60, lambda n: "## 1. H\n\n1.1 Text:\n\n" +
     "".join("  " * i + "- item\n" for i in range(n))),
    ("quotations in quotations", 60, lambda n: after("") + "\n" + "> " * n + "a\n"),
    ("rows of a table", 4000, lambda n: after("") + "\n| a | b |\n|---|---|\n" + "| c | d |\n" * n),
    ("columns of a table", 2000, lambda n: after("") + "\n" + "| a " * n + "|\n" + "|---" * n + "|\n" +
     "| c " * n + "|\n"),
    ("findings", 3000, lambda n: "## 1. H\n\n" + "1.1 Twice the same number.\n\n" * n),
    ("repairs", 2000, lambda n: None),
    ("strong in emphasis", 10000, lambda n: after("*a **a " * n + "b" + " a** a*" * n)),
    ("closers of emphasis", 20000, lambda n: after("a_ " * n)),
    ("openers of emphasis", 20000, lambda n: after("_a " * n)),
    ("closers of links", 20000, lambda n: after("a]" * n)),
    ("openers of links", 20000, lambda n: after("[a" * n)),
    ("openers and closers that do not match", 15000, lambda n: after("*a_ " * n)),
    ("openers of links and emphasis", 15000, lambda n: after("[ a_" * n)),
    ("brackets in brackets", 20000, lambda n: after("[" * n + "a" + "]" * n)),
    ("links in links", 5000, lambda n: after("[a](b" * n)),
    ("addresses in angle brackets", 15000, lambda n: after("[a](<b" * n)),
    ("backticks of every length", 500, lambda n: after("".join("e" + "`" * i for i in range(1, n)))),
    ("comments not closed", 15000, lambda n: after("</" + "<!--" * n)),
    ("drafting notes", 4000, lambda n: paragraphs(n, lambda i: f"Text. <!-- Note {i} -->")),
    ("a drafting note behind a long text", 20000, lambda n: paragraphs(n, lambda _: "Text.") + "<!-- Note -->\n"),
    ("drafting notes in drafting notes", 4000, lambda n: after("<!-- <!-- --> " * n)),
    ("declarations not closed", 15000, lambda n: after("a <![CDATA[ <?b <!A " * n)),
    ("link definitions", 4000, lambda n: after("") + "\n" + "".join(f"[d{i}]: https://a.uk/\n" for i in range(n)) + "\n" +
     "".join(f"[d{i}] " for i in range(n)) + "\n"),
    ("entities", 20000, lambda n: after("&amp;&lt" * n)),
    ("tildes", 20000, lambda n: after("~a~~ " * n)),
    ("web addresses", 8000, lambda n: after("www.a.uk " * n)),
    ("attributes", 3000, lambda n: paragraphs(n, lambda i: f"Text. {{#id{i}}}")),
    ("braces", 20000, lambda n: after("{#" * n)),
    ("empty lines", 50000, lambda n: after("") + "\n" * n + "Text.\n"),
    ("one word", 200000, lambda n: after("a" * n)),
    ("numbers", 15000, lambda n: after("1.2(a)(i) " * n)),
    ("clauses on lines of one paragraph", 4000, lambda n: "## 1. H\n\n" +
     "".join(f"1.{i} Text.\n" for i in range(1, n + 1))),
    ("lines that open with 1.", 20000, lambda n: after("") + "1. The text is\n" * n),
    ("lines that open with nothing's next", 20000, lambda n: after("") + "Words\n7.1 Text\n" * n),
    ("numbers of next clauses in a line", 10000, lambda n: after("Text. 1.2 Text. " * n)),
    ("bullets of a word processor", 10000, lambda n: after("") + "\n" + "• item\n" * n),
    ("lines that end as items", 20000, lambda n: after("") + "\nDo it;\n" * 2 + "Do it;\n" * n),
    ("lines in capitals", 5000, lambda n: "1. ROLES\n\nText.\n\n" * n),
    ("letters put in between", 4000, lambda n: "## 1. H\n\n1.1 Text:\n\n" + "- (a) item\n- (aa) item\n" * n),
    ("divisions that begin again", 2000, lambda n: "".join(
        f"## Part {i % 900 + 1}\n\n1. Text.\n\n2. See paragraph 1.\n\n" for i in range(n))),
    ("rows wider than the head", 3000, lambda n: after("") + "\n| a | b |\n|---|---|\n" + "| c | d | e |\n" * n),
    ("strokes in code and addresses", 3000, lambda n: after("") + "\n| a |\n|---|\n| " + "`a|b` https://a.uk/a|b " * n + "|\n"),
    ("strokes without spaces", 50000, lambda n: after("") + "\n| a |\n|---|\n" + "a|" * n + "\n"),
    ("no-break spaces", 50000, lambda n: after("") + "\u00a0" * n + "\n" + "\u00a0\n" * n),
]


def repairs(n):
    listed = "".join(f"  - {{at: \"1.1\", from: \"a{i}\", to: \"b\"}}\n" for i in range(n))
    return HEAD.replace("---\n\n#", f"repairs:\n{listed}---\n\n#") + after("")


class Run:
    """One build: processor time in seconds, peak memory in MB, exit status."""

    def __init__(self, concord, text, folder):
        source = folder / "x.md"
        source.write_text(text, encoding="utf-8")
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen(
                [concord, "build", source, "-o", folder / "out", "--formats", "html,xml,json,md"],
                stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        self.seconds = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        self.status = os.waitstatus_to_exitcode(status)


def best(concord, text):
    """The faster of two, each into a folder of its own: nothing may be left from an earlier build."""
    runs = []
    for _ in range(2):
        with tempfile.TemporaryDirectory(prefix="concord-limits-") as name:
            runs.append(Run(concord, text, pathlib.Path(name)))
    return min(runs, key=lambda run: run.seconds)


def main():
    concord = pathlib.Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:]
    start = best(concord, HEAD + after(""))
    print(f"{'':40}{'n':>8}{'s at n':>9}{'s at 4n':>9}{'exponent':>9}{'MB at 4n':>9}")
    failed = False
    for what, size, make in TEXTS:
        if wanted and what not in wanted:
            continue
        write = repairs if what == "repairs" else lambda n, make=make: HEAD + make(n)
        small, large = (best(concord, write(n)) for n in (size, 4 * size))
        taken = [max(run.seconds - start.seconds, 0.001) for run in (small, large)]
        exponent = math.log(taken[1] / taken[0], len(write(4 * size)) / len(write(size)))
        # What takes a moment at 4n tells nothing by its exponent.
        shown = f"{exponent:9.2f}" if taken[1] > 0.1 else f"{'-':>9}"
        grows = taken[1] > 0.1 and exponent > MOST_EXPONENT
        failed = failed or grows
        remark = "  BROKEN: grows faster than its size" if grows else "" if large.status == 0 else f"  status {large.status}" if large.status else ""
        print(f"{what:40}{size:8}{taken[0]:9.3f}{taken[1]:9.3f}{shown}{large.megabytes:9.0f}{remark}", flush=True)
    print(f"floor {'BROKEN' if failed else 'holds'}: processor time grows as the bytes to the power of at most {MOST_EXPONENT}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
