#!/usr/bin/env python3
"""Run cases against a Concord binary: run_cases.py CONCORD DIR [NN …] [-v] [--renew]

A case is a source NN-name.md with its facts in NN-name.expect, or a folder NN-name/ with several
sources and a file `expect`. README.md beside the cases says how facts are written. One line is
printed for each fact that does not hold, and a last line that counts. -v prints those that hold too.

open.txt in the folder lists the facts that are known not to hold yet. A fact that is listed and
holds fails the run as one does that is not listed and does not hold; --renew writes the list anew.
Exit status: 0 where all is as the list says, 1 where not, 2 where a case cannot be understood.
"""
import concurrent.futures
import fnmatch
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

PROFILES = ("transcription", "draft", "adopt")
EFFECTS = ("negation", "duty", "actor", "recipient", "condition", "exception", "deadline", "amount", "class")
# Names that kinds of difference had before, as the facts' kinds are looked up.
FORMERLY = {"modality": "duty", "threshold": "deadline or amount", "scope": "class"}
RELATIONS = ("identical", "vocabulary", "reworded", "contains", "contained", "overlaps")
# What `some finding` passes over: it speaks of style, titles, terms and registers, not of a case's fault.
NO_FAULT = ["STY001", "STY002", "STY003", "STY004", "ROL001", "ROL002", "ROL003", "DEF001", "DEF002", "EXT001", "MET007"]


class Unreadable(Exception):
    """A fact that is not written as README.md says, or that speaks of words that are not there."""


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()


class NotChecked(Exception):
    """A fact that this machine cannot check."""


class Words(html.parser.HTMLParser):
    """The words of a page, without what is not shown."""

    INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "mark",
              "q", "s", "span", "strong", "sub", "sup", "u", "wbr"}

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style", "template")
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "template")
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def words_of(form, raw):
    if form == "html":
        page = Words()
        page.feed(raw)
        return plain("".join(page.parts))
    if form == "json":
        clauses = json.loads(raw)["clauses"]
        return plain(" ".join((c["heading"] or "") + " " + c["text"] for c in clauses))
    if form == "xml":
        inline = {"ref", "rref", "mref", "b", "i", "u", "sup", "sub", "span", "term", "def", "role", "del", "ins"}
        parts = []

        def walk(node):
            gap = "" if node.tag.rsplit("}", 1)[-1] in inline else " "
            parts.append(gap + (node.text or ""))
            for child in node:
                walk(child)
                parts.append(child.tail or "")
            parts.append(gap)

        walk(xml.etree.ElementTree.fromstring(raw.encode()))
        return plain("".join(parts))
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", raw)
    return plain(re.sub(r"\*\*|(?<!\w)\*|\*(?!\w)", "", text))


class Case:
    def __init__(self, concord, path):
        self.concord, self.memory, self.why = concord, {}, ""
        if os.path.isdir(path):
            self.name, self.expect = os.path.basename(path), os.path.join(path, "expect")
            self.sources = {f[:-3]: os.path.join(path, f) for f in sorted(os.listdir(path)) if f.endswith(".md")}
        else:
            self.name, self.expect = os.path.basename(path)[:-3], path[:-3] + ".expect"
            self.sources = {self.name: path}
        self.main = "new" if "new" in self.sources else next(iter(self.sources))
        with open(self.sources[self.main], encoding="utf-8") as file:
            self.lines = file.read().split("\n")
        self.folder = tempfile.mkdtemp(prefix="case-")

    def close(self):
        shutil.rmtree(self.folder)

    def once(self, key, make):
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]

    def call(self, *arguments):
        return subprocess.run([self.concord, *arguments], capture_output=True, text=True, timeout=300,
                              errors="replace", stdin=subprocess.DEVNULL)

    # What was made ------------------------------------------------------------------------------

    def named(self, stem):
        """The copy of a source that is compiled: under its own name, in a folder of its own."""
        target = os.path.join(self.folder, "in", stem, stem + ".md")
        if not os.path.exists(target):
            os.makedirs(os.path.dirname(target))
            shutil.copyfile(self.sources[stem], target)
        return target

    def built(self, stems=None, formats="html,json,xml,md"):
        stems = tuple(stems or [s for s in self.sources if s != "old"])

        def make():
            out = os.path.join(self.folder, "out-" + "-".join(stems) + "-" + formats.replace(",", ""))
            files = [self.named(s) for s in stems]
            own = self.call("build", *files, "-o", out, "--formats", formats)
            again = own
            if own.returncode != 0 and "pdf" not in formats:
                again = self.call("build", *files, "-o", out, "--formats", formats, "--profile", "transcription")
            return out, own, again

        return self.once(("built", stems, formats), make)

    def corpus(self, stem=None):
        def make():
            out, _, done = self.built()
            path = os.path.join(out, "data", "corpus.json")
            if not os.path.exists(path):
                raise LookupError("nothing was built: " + first_line(done))
            with open(path, encoding="utf-8") as file:
                return {p["id"]: p for p in json.load(file)["protocols"]}

        protocols = self.once("corpus", make)
        if stem in protocols:
            return protocols[stem]
        for protocol in protocols.values():
            if os.path.basename(protocol["clauses"][0]["span"]["file"]) == (stem or self.main) + ".md":
                return protocol
        raise LookupError("no protocol " + (stem or self.main) + " was built")

    def findings(self, profile=None, off=None, against=None):
        def make():
            arguments = ["check", "--format", "json"]
            arguments += ["--profile", profile] if profile else []
            arguments += ["--off", off] if off else []
            arguments += ["--adopted", self.named(against)] if against else []
            done = self.call(*arguments, *[self.named(s) for s in self.sources if s != "old"])
            try:
                every = json.loads(done.stdout)["diagnostics"]
                return [d for d in every if not d["span"] or os.path.basename(d["span"]["file"]) == self.main + ".md"], done
            except ValueError:
                raise LookupError("check said nothing: " + first_line(done))

        return self.once(("check", profile, off, against), make)

    def repaired(self):
        def make():
            path = os.path.join(self.folder, "fixed", self.main + ".md")
            os.makedirs(os.path.dirname(path))
            shutil.copyfile(self.sources[self.main], path)
            self.call("check", "--fix", path)
            with open(path, encoding="utf-8") as file:
                return file.read()

        return self.once("repaired", make)

    # Finding what a fact speaks of --------------------------------------------------------------

    def clauses(self, key, stem=None):
        """The clauses that a key names: 2.3A, 2.3A@18 (the one on line 18), @18 (what stands there)."""
        number, _, line = key.partition("@")
        every = self.corpus(stem)["clauses"]
        if line:
            line = int(line)
            every = [c for c in every if c["span"]["line"] <= line <= c["span"]["end_line"]]
            last = max((c["span"]["line"] for c in every), default=None)
            every = [c for c in every if number or c["span"]["line"] == last]
        if number:
            every = [c for c in every if c["full_number"] == number] or [
                c for c in every if c["id"].partition("#")[2] == number]
        return every

    def place(self, key, words, nth=1):
        """Where words stand in the source: line, first column, column behind the last."""
        number, _, line = key.partition("@")
        if line:
            lines = range(int(line), len(self.lines) + 1 if not number else int(line) + 1)
        else:
            found = self.clauses(key)
            if not found:
                raise LookupError("there is no clause " + key)
            lines = range(found[0]["span"]["line"], found[0]["span"]["end_line"] + 1)
        for at in lines:
            column = -1
            for _ in range(nth):
                column = self.lines[at - 1].find(words, column + 1)
                if column < 0:
                    break
            if column >= 0:
                return at, column + 1, column + 1 + len(words)
            if line:
                break
        raise Unreadable(f"the words \"{words}\" do not stand in {key}")

    def references(self, key, words, nth):
        line, begin, end = self.place(key, words, nth)

        def covers(span, length):
            if span["line"] < line:
                return line <= span["end_line"]  # begun on a line before; where it ends is not said
            return span["line"] == line and span["column"] < end and span["column"] + max(1, length) > begin

        return [r for r in self.corpus()["references"] if covers(r["span"], len(r["text"]))]

    # Facts --------------------------------------------------------------------------------------

    def holds(self, fact):
        """None where the fact holds, or what was got instead."""
        if fact.startswith("either:"):
            got = []
            for part in fact[7:].split(" | "):
                missed = self.holds(part.strip())
                if missed is None:
                    return None
                got.append(missed)
            return "; nor: ".join(got)
        for pattern, method in FORMS:
            match = re.fullmatch(pattern, fact)
            if match:
                try:
                    return method(self, *match.groups())
                except LookupError as error:
                    return error.args[0]
        raise Unreadable("not a fact: " + fact)

    def clause(self, key, rest):
        found = self.clauses(key)
        if not found:
            return "there is no such clause"
        problems = []
        for one in found:
            problem = self.clause_is(one, rest)
            if problem is None:
                return None
            problems.append(problem)
        return " / ".join(problems[:3])

    def clause_is(self, one, rest):
        by_id = {c["id"]: c for c in self.corpus()["clauses"]}
        said = plain((one["heading"] or "") + " " + one["text"])
        while rest:
            rest = rest.strip()
            match = re.match(r'(no number|number "([^"]*)"|parent (\S+)|under (\S+)|kind (\w+)|(text|ends|whole) "((?:[^"\\]|\\.)*)")\s*', rest)
            if not match:
                raise Unreadable("not understood: " + rest)
            rest = rest[match.end():]
            _, number, parent, under, kind, how, text = match.groups()
            if match.group(1) == "no number" and one["number"] is not None:
                return "its number is " + one["number"]
            if number is not None and (one["number"] or "") != number:
                return f"the clause on line {one['span']['line']} has " + (f"number \"{one['number']}\"" if one["number"] else "no number")
            if parent:
                wanted = [c["id"] for c in self.clauses(parent)]
                if one["parent"] not in wanted:
                    return "its parent is " + (self.say(by_id.get(one["parent"])) if one["parent"] else "none")
            if under:
                wanted, above, chain = {c["id"] for c in self.clauses(under)}, one["parent"], []
                while above and above not in wanted:
                    chain.append(self.say(by_id[above]))
                    above = by_id[above]["parent"]
                if not above:
                    return "it stands under " + (", ".join(chain) or "nothing")
            if kind and one["kind"] != kind:
                return "its kind is " + one["kind"]
            if how:
                text = plain(re.sub(r"\\(.)", r"\1", text))
                if not {"text": said.startswith(text), "ends": said.endswith(text), "whole": said == text}[how]:
                    return f"its words are \"{shorten(said)}\""
        return None

    @staticmethod
    def say(clause):
        return (clause["full_number"] or "the clause") + f" on line {clause['span']['line']}" if clause else "unknown"

    def no_clause(self, key):
        found = self.clauses(key)
        return f"it is on line {found[0]['span']['line']}" if found else None

    def order(self, keys):
        places = []
        for key in keys.split():
            found = self.clauses(key)
            if not found:
                return f"there is no clause {key}"
            places.append(found[0]["order"])
        return None if places == sorted(places) else "their places are " + ", ".join(map(str, places))

    def reference(self, nth, key, words, goal):
        words = re.sub(r"\\(.)", r"\1", words)
        found = self.references(key, words, int(nth or 1))
        clauses = {c["id"]: c for c in self.corpus()["clauses"]}
        inner = [r for r in found if r["kind"] == "internal" and r["to"]]
        got = "; ".join(
            f"\"{r['text']}\" " + ("-> " + (self.say(clauses.get(r["to"])) if r["to"] else "nowhere") if r["kind"] == "internal"
                                   else f"{r['kind']} {r['uri'] or r['target'] or ''}") for r in found) or "no reference at all"
        if goal == "none":
            return got if inner else None
        if goal == "whole":
            return None if all(words in r["text"] for r in found) else got
        if goal == "external":
            return None if not inner and any(r["kind"] == "external" for r in found) else got
        if goal.startswith("instrument"):
            wanted = goal.split()[1].lower()
            acts = [(r["uri"] or "").lower() for r in found if r["kind"] == "instrument"]
            act = "/".join(wanted.split("/")[:6])
            good = wanted in acts and all(a.startswith(act) for a in acts)
            return None if good and not inner else got
        wanted = []
        for one in goal.split(","):
            targets = self.clauses(one.strip())
            if not targets:
                return f"there is no clause {one.strip()}; {got}"
            wanted.append({t["id"] for t in targets})
        led, around = {r["to"] for r in inner}, set()
        for one in set().union(*wanted):  # "Appendix B, paragraph 1" may lead to the appendix too
            while one in clauses and clauses[one]["parent"]:
                one = clauses[one]["parent"]
                around.add(one)
        good = all(led & ids for ids in wanted) and led <= set().union(around, *wanted)
        return None if good else got

    def matching(self, code, line, options):
        profile = option(options, r"under (\w+)")
        off, against = option(options, r"with --off (\S+)"), option(options, r"against (\w+)")
        says, but = option(options, r'says "((?:[^"\\]|\\.)*)"'), option(options, r"but (\S+)")
        left = re.sub(r'under \w+|with --off \S+|against \w+|says "(?:[^"\\]|\\.)*"|but \S+', "", options or "").strip()
        if left or (profile and profile not in PROFILES):
            raise Unreadable("not understood: " + (left or profile))
        found, _ = self.findings(profile, off, against)
        if line:
            first, _, last = line.partition("-")
            found = [d for d in found if d["span"] and d["span"]["line"] <= int(last or first)
                     and d["span"].get("end_line", d["span"]["line"]) >= int(first)
                     and (d["span"]["line"] >= int(first))]
        codes = code.split(",") if code != "some" else ["*"]
        spared = (but or "").split(",") + (NO_FAULT if code == "some" else [])
        chosen = [d for d in found if any(fnmatch.fnmatch(d["code"], c) for c in codes)
                  and not any(fnmatch.fnmatch(d["code"], c) for c in spared)
                  and (not says or re.sub(r"\\(.)", r"\1", says) in d["message"])]
        return chosen, found

    def finding(self, code, line, options):
        chosen, found = self.matching(code, line, options)
        self.why = tell(chosen)
        return None if chosen else "found there: " + (tell(found) or "nothing")

    def no_finding(self, code, line, options):
        chosen, _ = self.matching(code, line, options)
        return tell(chosen) if chosen else None

    def changed_target(self, key, words, was, now):
        """A finding against the version before at these words that names what they led to then and now."""
        line, _, _ = self.place(key, words)
        found = [d for d in self.findings(None, None, "old")[0] if d["span"] and d["span"]["line"] == line]
        good = any(f'"{was}' in d["message"].partition(" leads to ")[0] and
                   f'"{now}' in d["message"].partition(" leads to ")[2] for d in found)
        return None if good else "found there: " + (tell(found) or "nothing")

    def changes(self):
        """What became of the clauses of old.md, as `concord redline` tells it."""
        def make():
            done = self.call("redline", "--format", "json", self.named("old"), self.named("new"))
            try:
                return json.loads(done.stdout)["changes"]
            except ValueError:
                raise LookupError("redline said nothing: " + first_line(done))

        return self.once("redline", make)

    def change_of(self, key):
        for change in self.changes():
            if key in [c.partition("#")[2] for c in change["before"]]:
                return change
        raise LookupError("the version before has no clause " + key)

    def left_out(self, key, words):
        change = self.change_of(key)
        said = plain("".join(piece["text"] for piece in change["pieces"]))
        return None if not change["after"] and words in said else f"{change['fate']}: {said}"

    def renumbered(self, key, now):
        change = self.change_of(key)
        good = change["renumbered"] and [c.partition("#")[2] for c in change["after"]] == [now]
        return None if good else f"{change['fate']}, {change['after']}"

    def apart(self):
        every = [(r["span"]["line"], r["span"]["column"], r["span"]["column"] + len(r["text"]), r["text"])
                 for r in self.corpus()["references"]]
        for n, (line, begin, end, text) in enumerate(every):
            for other, first, last, words in every[n + 1:]:
                if line == other and begin < last and first < end:
                    return f"\"{text}\" and \"{words}\" on line {line}"
        return None

    def term(self, none, name, key):
        path = os.path.join(self.built()[0], "data", "graph.json")
        if not os.path.exists(path):
            raise LookupError("nothing was built")
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        terms = {v["id"]: v["label"] for v in graph["vertices"] if v["kind"] == "definition"}
        places = {e["from"] for e in graph["edges"] if e["kind"] == "defines" and singular(terms.get(e["to"], "")) == singular(name)}
        good = any(c["id"] in places for c in self.clauses(key))
        if good != bool(none):
            return None
        return "it is a term" if none else "terms: " + (", ".join(sorted(terms.values())) or "none")

    def errors(self, none, profile, against):
        found, _ = self.findings(profile, None, against)
        bad = [d for d in found if d["severity"] == "error"]
        if none:
            return tell(bad) if bad else None
        return None if bad else "no errors; " + (tell(found) or "nothing found")

    def compiles(self):
        _, own, _ = self.built()
        return None if own.returncode == 0 else first_line(own)

    def words(self, none, text, forms):
        text = plain(re.sub(r"\\(.)", r"\1", text))
        protocol = self.corpus()["id"]
        names = {"html": "index.html", "json": "protocol.json", "xml": "protocol.xml", "markdown": "protocol.md"}
        missed = []
        for form in re.split(r",\s*", forms):
            if form not in names:
                raise Unreadable("no such form: " + form)
            with open(os.path.join(self.built()[0], protocol, names[form]), encoding="utf-8") as file:
                raw = file.read()
            there = text in words_of(form, raw)
            if none and (there or text in plain(raw)) or not none and not there:
                missed.append(form)
        return None if not missed else ("they are in " if none else "not in ") + ", ".join(missed)

    def fixed(self, how, text):
        there = plain(re.sub(r"\\(.)", r"\1", text)) in plain(self.repaired())
        if there == (how == "has"):
            return None
        at = [n for n, (a, b) in enumerate(zip(self.repaired().split("\n"), self.lines)) if a != b]
        return "after the repair " + ("; ".join(self.repaired().split("\n")[n] for n in at[:3]) if at else "the source is as it was")

    # Comparison ---------------------------------------------------------------------------------

    def comparison(self, stems=None):
        def make():
            out, _, done = self.built(stems)
            path = os.path.join(out, "data", "comparison.json")
            if not os.path.exists(path):
                raise LookupError("nothing was compared: " + first_line(done))
            with open(path, encoding="utf-8") as file:
                return json.load(file)

        return self.once(("comparison", stems), make)

    def relation(self, one, first, other, second, verdict):
        one, other = (one or "a").strip(), (other or "b").strip()
        found = [self.clauses(first, one), self.clauses(second, other)]
        for key, clauses, stem in ((first, found[0], one), (second, found[1], other)):
            if not clauses:
                return f"there is no clause {key} in {stem}"
        ids = [{c["id"] for c in clauses} for clauses in found]
        turned = {"contains": "contained", "contained": "contains"}
        links, effects = [], []
        for link in self.comparison()["links"]:
            if link["a"] in ids[0] and link["b"] in ids[1]:
                links.append(link["relation"])
            elif link["b"] in ids[0] and link["a"] in ids[1]:
                links.append(turned.get(link["relation"], link["relation"]))
        for effect in self.comparison()["divergences"]:
            if (effect["a"] in ids[0] and effect["b"] in ids[1]) or (effect["b"] in ids[0] and effect["a"] in ids[1]):
                effects.append((effect["type"], effect["a_words"], effect["b_words"]))
        got = ("linked: " + ", ".join(links) if links else "not linked") + "".join(
            f"; divergence {kind} \"{here}\" / \"{there}\"" for kind, here, there in effects)
        if verdict == "not linked":
            return None if not links else got
        if verdict == "linked":
            return None if links else got
        if verdict == "no divergence":
            return None if links and not effects else got
        if verdict == "some divergence":
            return None if effects else got
        if verdict.startswith("divergence "):
            match = re.fullmatch(r'divergence ([a-z ]+?)(?: "([^"]*)" / "([^"]*)")?', verdict)
            wanted = match.group(1).split(" or ") if match else [verdict]
            if not all(w in EFFECTS for w in wanted):
                raise Unreadable("no such effect: " + verdict)
            for kind, here, there in effects:
                kinds = FORMERLY.get(kind, kind).split(" or ")
                if any(k in wanted for k in kinds) and (not match.group(2) or match.group(2) in here and match.group(3) in there):
                    return None
            return got
        wanted = verdict.split(" or ")
        if not all(w in RELATIONS for w in wanted):
            raise Unreadable("no such relation: " + verdict)
        return None if any(w in links for w in wanted) else got

    def unchanged(self, one, other, third):
        def pairs(stems):
            compared = self.comparison(stems)
            inside = lambda x: x.partition("#")[0] in (one, other)
            links = {(x["a"], x["b"], x["relation"]) for x in compared["links"] if inside(x["a"]) and inside(x["b"])}
            return links | {(x["a"], x["b"], x["type"]) for x in compared["divergences"] if inside(x["a"]) and inside(x["b"])}

        alone, beside = pairs((one, other)), pairs(tuple(self.sources))
        if alone == beside and alone:
            return None
        told = [f"gone: {a} ~ {b} {k}" for a, b, k in sorted(alone - beside)] + [f"new: {a} ~ {b} {k}" for a, b, k in sorted(beside - alone)]
        return "; ".join(told[:5]) or "there are no links"

    # PDF ----------------------------------------------------------------------------------------

    def pdf(self):
        def make():
            out, own, _ = self.built((self.main,), "html,pdf")
            for folder, _, files in os.walk(out):
                if "protocol.pdf" in files:
                    return os.path.join(folder, "protocol.pdf")
            raise LookupError("no PDF: " + first_line(own))

        return self.once("pdf", make)

    def pdf_is(self, said):
        path = self.pdf()
        if said == "made":
            return None
        if not shutil.which("pdftotext"):
            raise NotChecked("pdftotext is missing")
        match = re.fullmatch(r'words "((?:[^"\\]|\\.)*)"', said)
        if match:
            done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True)
            there = plain(match.group(1)).replace(" ", "") in re.sub(r"\s", "", done.stdout)
            return None if there else "not in the PDF"
        match = re.fullmatch(r'lacks "((?:[^"\\]|\\.)*)"', said)
        if match:
            done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True)
            return "it is in the PDF" if plain(match.group(1)) in plain(done.stdout) else None
        pages = pages_of(path)
        if said == "no words overlap":
            for page, _, _, words in pages:
                for n, (text, x0, y0, x1, y1) in enumerate(words):
                    for other, a0, b0, a1, b1 in words[n + 1:]:
                        high = min(y1 - y0, b1 - b0)
                        if min(x1, a1) - max(x0, a0) > 1 and min(y1, b1) - max(y0, b0) > high / 2:
                            return f"page {page}: \"{text}\" and \"{other}\""
            return None
        if said == "words are apart":
            for page, _, _, words in pages:
                for n, (text, x0, y0, x1, y1) in enumerate(words):
                    for other, a0, b0, a1, b1 in words[n + 1:]:
                        if abs(y0 - b0) < 1 and -3 < a0 - x1 < 0.8 and len(text) > 1 and len(other) > 1:
                            return f"page {page}: \"{text}\" touches \"{other}\""
            return None
        if said == "all words on the page":
            for page, width, height, words in pages:
                for text, x0, y0, x1, y1 in words:
                    if x0 < 0 or x1 > width or y0 < 0 or y1 > height:
                        return f"page {page}: \"{text}\" runs off"
            return None
        raise Unreadable("not a fact about the PDF: " + said)


def pages_of(path):
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True)
    pages = []
    for number, page in enumerate(re.findall(r"<page ([^>]*)>(.*?)</page>", done.stdout, re.S), 1):
        size = dict(re.findall(r'(\w+)="([^"]*)"', page[0]))
        words = [(t, *map(float, b)) for *b, t in re.findall(
            r'<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">(.*?)</word>', page[1])]
        pages.append((number, float(size["width"]), float(size["height"]), words))
    return pages


def singular(name):
    return re.sub(r"(\(s\)|/s|s)$", "", name.lower())


def option(options, pattern):
    match = re.search(pattern, options or "")
    return match.group(1) if match else None


def first_line(done):
    lines = [line for line in (done.stderr + done.stdout).split("\n") if "error" in line] or (done.stderr or done.stdout).split("\n")
    return shorten(lines[0]) or f"exit status {done.returncode}"


def shorten(text, most=110):
    return text if len(text) <= most else text[:most - 1] + "…"


def tell(found):
    return "; ".join(f"{d['code']} at {d['span']['line'] if d['span'] else '-'} ({shorten(d['message'], 70)})" for d in found[:4]) + (
        f" and {len(found) - 4} more" if len(found) > 4 else "")


QUOTED = r'"((?:[^"\\]|\\.)*)"'
KEY = r"(\S+)"
FORMS = [
    (r"clause " + KEY + r"((?: .*)?)", Case.clause),
    (r"no clause " + KEY, Case.no_clause),
    (r"order (.+)", Case.order),
    (r"(?:(\d)(?:nd|rd|th) )?reference in " + KEY + " " + QUOTED + r" -> (.+)", Case.reference),
    (r"(some) finding(?: at (\d+(?:-\d+)?))?((?: .*)?)", Case.finding),
    (r"finding ([A-Z0-9*,]+)(?: at (\d+(?:-\d+)?))?((?: .*)?)", Case.finding),
    (r"no finding ([A-Z0-9*,]+)(?: at (\d+(?:-\d+)?))?((?: .*)?)", Case.no_finding),
    (r"(no )?errors under (\w+)(?: against (\w+))?", Case.errors),
    (r"change in " + KEY + " " + QUOTED + " was " + QUOTED + ", is " + QUOTED, Case.changed_target),
    (r"change " + KEY + " " + QUOTED + " left out", Case.left_out),
    (r"change " + KEY + r" renumbered (\S+)", Case.renumbered),
    (r"compiles", Case.compiles),
    (r"no references overlap", Case.apart),
    (r"(no )?term " + QUOTED + r" (?:is )?defined in " + KEY, Case.term),
    (r"(no )?words " + QUOTED + r" in ([a-z, ]+)", Case.words),
    (r"repair (has|lacks) " + QUOTED, Case.fixed),
    (r"relation (?:([a-z]+) )?" + KEY + r" ~ (?:([a-z]+) )?" + KEY + r" (.+)", Case.relation),
    (r"links of (\w+) and (\w+) do not change with (\w+)", Case.unchanged),
    (r"pdf: (.+)", Case.pdf_is),
]


def facts_of(path):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            if line and not line.startswith("#"):
                yield number, line


def open_facts(folder):
    """The facts known not to hold yet: "NN-name: fact", one a line."""
    path = os.path.join(folder, "open.txt")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


def renew(folder, missed):
    with open(os.path.join(folder, "open.txt"), "w", encoding="utf-8") as file:
        file.write("# Facts that do not hold yet: run_cases.py --renew writes this list.\n")
        file.writelines(name + "\n" for name in missed)


class Run:
    """What became of the facts of one case."""

    def __init__(self, name):
        self.name, self.held, self.missed = name, [], []
        self.later, self.unchecked, self.broken, self.lines = 0, 0, False, []

    def add(self, case, fact, loud):
        name = f"{self.name}: {fact}"
        try:
            case.why = ""
            got = case.holds(fact)
        except NotChecked as reason:
            self.unchecked += 1
            self.lines.append(f"{name}  NOT CHECKED: {reason}")
            return
        except Unreadable as error:
            got, self.broken = "CANNOT BE READ: " + str(error), True
        if got is not None:
            self.missed.append((name, got))
            return
        self.held.append(name)
        if loud:
            self.lines.append(f"{self.name}: holds: {fact}" + (f"  BY {case.why}" if case.why else ""))


def run_case(concord, path, loud):
    case = Case(concord, path)
    run = Run(case.name)
    try:
        for _, fact in facts_of(case.expect):
            if fact.startswith("later:"):
                run.later += 1
            else:
                run.add(case, fact, loud)
    finally:
        case.close()
    return run


def report(runs, known):
    """Prints what is not as the list of open facts says; true where all is."""
    for run in runs:
        for line in run.lines:
            print(line)
        for name, got in run.missed:
            print(f"{name}  GOT {got}" + ("  (open)" if name in known else ""))
    missed = {name for run in runs for name, _ in run.missed}
    held = {name for run in runs for name in run.held}
    cases = {run.name for run in runs}
    surprises = [name for name in known if name in held]
    gone = [name for name in known if name.split(":")[0] in cases and name not in held and name not in missed]
    for name in surprises:
        print(f"{name}  HOLDS NOW: take it off open.txt")
    for name in gone:
        print(f"{name}  IS NO FACT OF THE CASE: take it off open.txt")
    total = len(held) + len(missed)
    later, unchecked = sum(run.later for run in runs), sum(run.unchecked for run in runs)
    print(f"{len(held)} of {total} facts hold in {len(runs)} cases ({sum(not run.missed for run in runs)} cases whole)" +
          (f"; {len(missed & set(known))} known to be open" if known else "") +
          (f"; {later} for later" if later else "") + (f"; {unchecked} not checked" if unchecked else ""))
    return missed <= set(known) and not surprises and not (gone and not unchecked)


def main():
    options = [a for a in sys.argv[1:] if a.startswith("-")]
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    if len(arguments) < 2 or not set(options) <= {"-v", "--renew"}:
        sys.exit(__doc__)
    concord, folder, wanted = os.path.abspath(arguments[0]), arguments[1], arguments[2:]
    if not os.access(concord, os.X_OK) or not os.path.isdir(folder):
        print(f"there is no program {concord}, or no folder {folder}", file=sys.stderr)
        sys.exit(2)
    names = sorted(n for n in os.listdir(folder) if re.match(r"\d+-", n) and not n.endswith(".expect"))
    names = [n for n in names if not wanted or n.split("-")[0] in wanted]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = list(pool.map(lambda n: run_case(concord, os.path.join(folder, n), "-v" in options), names))
    good = report(runs, open_facts(folder))
    if "--renew" in options and not wanted:
        renew(folder, [name for run in runs for name, _ in run.missed])
    sys.exit(2 if any(run.broken for run in runs) else 0 if good else 1)


if __name__ == "__main__":
    main()
