#!/usr/bin/env python3
"""Makes protocols of attempts.tsv: make_protocols.py FOLDER

    FOLDER/kept/            protocols that must compile, with a register folder of their own:
      body.md               every attempt in words, headings, lists, tables, notes and links
      partner.md            the same provisions in other words, so that both are compared
      front-1.md ...        attempts in front matter, one of each key a file
    FOLDER/print/           of these what the typeface has letters for: for the PDFs
    FOLDER/refused/*.md     one attempt each, which the compiler must not take
    FOLDER/registers/NAME/  a small protocol beside a register that the compiler must not take
    FOLDER/manifest.json    for each attempt its name, verdict and file
"""

import html
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
SYLLABLES = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"]


def unescape(payload: str) -> bytes:
    """The payload's bytes."""

    def repeated(match: re.Match) -> bytes:
        return match[1] * int(match[2])

    def escaped(match: re.Match) -> bytes:
        sign = match[1]
        return bytes.fromhex(sign[1:].decode()) if sign[:1] == b"x" else {b"n": b"\n", b"r": b"\r", b"\\": b"\\"}[sign]

    plain = re.sub(rb"@repeat\((.),(\d+)\)", repeated, payload.encode())
    return re.sub(rb"\\(x[0-9a-f]{2}|n|r|\\)", escaped, plain)


def attempts() -> list[dict]:
    found = []
    for line in (HERE / "attempts.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            name, verdict, where, payload, harm = line.split("\t")
            found.append({"name": name, "verdict": verdict, "where": where, "payload": unescape(payload), "harm": harm})
    return found


def printable(attempt: dict) -> bool:
    """True where every sign, with character references decoded, is one of ASCII's letters and signs."""
    return all(0x20 <= ord(sign) < 0x7F for sign in html.unescape(attempt["payload"].decode("latin-1")))


def word(number: int) -> str:
    """A word that no other attempt has, so that clauses of one attempt find each other."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number + 100:04}")


def quoted(payload: bytes) -> bytes:
    """A YAML string in double quotes; control characters as YAML escapes, which a parser undoes."""
    escapes = {0x22: b'\\"', 0x5C: b"\\\\"}
    return b'"' + b"".join(escapes.get(b, b"\\x%02x" % b if b < 0x20 else bytes([b])) for b in payload) + b'"'


# Where a body attempt goes. {p} is the payload, {n} its number, {w} a word of its own.
# A payload opens a clause (a formula opens a cell), stands within one, and alone on its line (where
# Markdown takes it for a block of HTML).
BODY = {
    "text": b"{n}.1 {p} officers {w} shall tell members of it within 5 working days.\n\n"
            b"{n}.2 Members {w}ly may ask the {w} officer for {p} before the meeting on {w}ing.\n\n{p}\n\n",
    "raw-text": b"{n}.1 Members {w} shall not use {p} in the {w} office.\n\n",
    "end": b"{n}.1 Members {w} shall not use the {w} office.\n\n{p}\n\n",
    "heading": b"### {p}\n\n{n}.1 Officers {w} shall tell members of the {w} heading.\n\n",
    "item": b"{n}.1 Officers {w} shall tell members:\n\n- {p}\n- the {w} of {p}\n\n",
    "quote": b"> {p}\n>\n> Members {w} say {p} of {w} officers.\n\n",
    "code": b"{n}.1 Members {w} shall write ``{p}`` to the {w} officer.\n\n    {p}\n\n",
    "table": b"| Officer {w} | Member |\n|---|---|\n| {p} | {w} |\n| {w} | a {p} |\n\n",
    "table-header": b"| {p} | Member {w} |\n|---|---|\n| {w} | {w}ly |\n\n",
    "footnote": b"{n}.1 Members {w} shall read the note[^n{n}] on {w}.\n\n[^n{n}]: {p} {w}\n\n",
    "footnote-label": b"{n}.1 Members {w} shall read the note[^{p}] on {w}.\n\n[^{p}]: The note {w}.\n\n",
    "term": b"{n}.1 \"{w} {p}\" means an officer {w}ly.\n\n{n}.2 Members shall see the {w} {p} daily.\n\n",
    "reference": b"{n}.1 Members {w} shall follow {p} on {w}.\n\n",
    "link": b"{n}.1 Members {w} shall press [the {w} word]({p}) daily.\n\n",
    "link-text": b"{n}.1 Members {w} shall press [the {p} word](https://hostile.test/) daily.\n\n",
    "attribute-id": b"{n}.1 Members {w} shall keep the {w} name. {#{p}}\n\n",
    "attribute-sic": b"{n}.1 Members {w} shall keep the {w} slip. {sic=\"{p}\"}\n\n",
    "attribute-from": b"{n}.1 Members {w} shall keep the {w} loan. {from=\"{p}\"}\n\n",
    "attribute-topic": b"{n}.1 Members {w} shall keep the {w} topic. {topic=\"{p}\"}\n\n",
    "attribute-raw": b"{n}.1 Members {w} shall keep the {w} mark. {p}\n\n",
    "raw": b"{n}.1 Members {w} shall keep the {w} bytes {p} whole.\n\n",
}

# Where a front matter attempt goes. {q} is the payload as a YAML string. `council` and `title` are
# required: they are filled in where no attempt fills them.
FRONT = {
    "id": b"id: {q}",
    "name": b"name: {q}",
    "council": b"council: {q}",
    "title": b"title: {q}",
    "part": b"part: {q}",
    "status": b"status: {q}",
    "language": b"language: {q}",
    "governance": b"governance: {q}",
    "purpose": b"purpose: {q}",
    "minute": b"adopted.minute: {q}",
    "body": b"adopted.body: {q}",
    "date": b"adopted.date: {q}",
    "version": b"versions.version: {q}",
    "version-note": b"versions.note: {q}",
    "signoff-name": b"signoff.name: {q}",
    "signoff-role": b"signoff.role: {q}",
    "review-owner": b"review.owner: {q}",
    "review-note": b"review.note: {q}",
    "repair-at": b"repairs.at: {q}",
    "repair-from": b"repairs.from: {q}",
    "repair-to": b"repairs.to: {q}",
    "phone": b"contact.phone: {q}",
    "email": b"contact.email: {q}",
    "source-url": b"source.url: {q}",
    "sha256": b"source.sha256: {q}",
    "role-word": b"roles.member: {q}",
}
NESTED = {  # key -> its form around the members, and the members that it needs besides
    b"adopted": (b"{%s}", {b"date": b"2024-05-20", b"body": b"Council", b"minute": b'"1"'}),
    b"versions": (b"[{%s}]", {b"date": b"2024-05-20", b"version": b'"1"'}),
    b"signoff": (b"[{%s}]", {b"role": b"Chair", b"name": b"A Person", b"date": b"2024-05-20"}),
    b"review": (b"{%s}", {b"due": b"2030-01-01"}),
    b"repairs": (b"[{%s}]", {b"at": b'"1.1"', b"from": b"a", b"to": b"b"}),
    b"contact": (b"{%s}", {}),
    b"source": (b"{%s}", {b"retrieved": b"2024-05-20"}),
    b"roles": (b"{%s}", {}),
}
# Where a register attempt goes: file and text. The rest of each register is whole.
REGISTERS = {
    "register-role": ("roles.yaml", b"  - {id: {w}, title: {q}, words: [{w} person], side: officer}\n"),
    "register-role-word": ("roles.yaml", b"  - {id: {w}, title: Role {w}, words: [{q}], side: member}\n"),
    "register-topic": ("topics.yaml", b"  - {id: {w}, title: {q}, cues: [{w}]}\n"),
    "register-instrument": ("instruments.yaml",
                            b"  - {id: {w}, title: {q}, kind: act, year: 2011, uri: \"https://hostile.test/{w}\", aliases: [{w} Act 2011]}\n"),
    "register-uri": ("instruments.yaml",
                     b"  - {id: {w}, title: \"{w} Act 2011\", kind: act, year: 2011, uri: {q}}\n"),
    "register-synonym": ("thesaurus.yaml", b"  - [{w}, {q}]\n"),
}
WHOLE_REGISTERS = {
    "roles.yaml": b"roles:\n  - {id: member, title: Member, words: [member], side: member}\n"
                  b"  - {id: officer, title: Officer, words: [officer], side: officer}\n",
    "topics.yaml": b"topics:\n  - {id: general, title: General, cues: [general]}\n",
    "instruments.yaml": b"instruments:\n  - {id: example, title: Example Act 2000, kind: act, year: 2000}\n",
    "thesaurus.yaml": b"synonyms:\n  - [tell, inform]\n",
}


def fill(form: bytes, number: int, payload: bytes) -> bytes:
    places = {b"{n}": str(number + 1).encode(), b"{w}": word(number).encode(), b"{q}": quoted(payload), b"{p}": payload}
    return re.sub(rb"\{[nwqp]\}", lambda match: places[match[0]], form)


def front_matter(lines: list[bytes]) -> bytes:
    """Front matter of such lines as "adopted.minute: x" and of what they leave out."""
    single, groups = {}, {}
    for line in lines:
        key, value = line.split(b": ", 1)
        if b"." in key:
            group, member = key.split(b".", 1)
            groups.setdefault(group, dict(NESTED[group][1]))[member] = value
        else:
            single[key] = value
    single = {b"council": b"Hostile Council", b"title": b"Hostile Protocol"} | single
    text = b"".join(key + b": " + value + b"\n" for key, value in single.items())
    for group, members in groups.items():
        inside = b", ".join(key + b": " + value for key, value in members.items())
        text += group + b": " + NESTED[group][0].replace(b"%s", inside) + b"\n"
    return b"---\n" + text + b"---\n\n"


def section(number: int, attempt: dict) -> bytes:
    heading = b"## %d. Attempt %s\n\n" % (number + 1, attempt["name"].encode())
    return heading + fill(BODY[attempt["where"]], number, attempt["payload"])


def in_other_words(text: bytes) -> bytes:
    for ours, theirs in [(b"shall ", b"must "), (b"may ask", b"must not ask"), (b"5 working", b"7 working"), (b" daily", b" weekly")]:
        text = text.replace(ours, theirs)
    return text


SMALL = b"## 1. General\n\n1.1 Members shall tell officers of general things.\n"


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def make_kept(folder: Path, chosen: list[tuple[int, dict]]) -> dict[str, str]:
    placed = {}
    body = sorted(((i, a) for i, a in chosen if a["where"] in BODY), key=lambda entry: entry[1]["where"] == "end")
    sections = b"".join(section(i, a) for i, a in body)
    # every register entry is named in the text, so that it reaches the outputs
    named = b"".join(b"%s person and %s Act 2011 and %s. " % ((word(i).encode(),) * 3)
                     for i, a in chosen if a["where"] in REGISTERS)
    opening = b"## General\n\nMembers shall heed " + named + b"\n\n"
    write(folder / "body.md", front_matter([b"id: body", b"council: Body Council"]) + opening + sections)
    write(folder / "partner.md",
          front_matter([b"id: partner", b"council: Partner Council"]) + in_other_words(opening + sections))
    placed |= {a["name"]: "kept/body.md" for _, a in body}

    rounds: list[dict[str, tuple[int, dict]]] = []
    for i, attempt in chosen:
        where = attempt["where"]
        if where not in FRONT and where != "yaml":
            continue
        free = next((r for r in rounds if where not in r), None)
        if free is None:
            free = {}
            rounds.append(free)
        free[where] = (i, attempt)
    for number, entries in enumerate(rounds, 1):
        name = f"front-{number}.md"
        lines = [fill(FRONT[w], i, a["payload"]) for w, (i, a) in entries.items() if w != "yaml"]
        lines += [a["payload"] for w, (i, a) in entries.items() if w == "yaml"]
        write(folder / name, front_matter([b"id: front-%d" % number] + lines) + SMALL)
        placed |= {a["name"]: f"kept/{name}" for _, a in entries.values()}

    for _, attempt in chosen:
        if attempt["where"] == "file":
            name = attempt["payload"].decode("utf-8", "surrogateescape") + ".md"
            write(folder / name, front_matter([]) + SMALL)
            placed[attempt["name"]] = "kept/" + name.encode("utf-8", "replace").decode()

    for file, whole in WHOLE_REGISTERS.items():
        hostile = [(i, a) for i, a in chosen if a["where"] in REGISTERS and REGISTERS[a["where"]][0] == file]
        write(folder / "register" / file, whole + b"".join(fill(REGISTERS[a["where"]][1], i, a["payload"]) for i, a in hostile))
        placed |= {a["name"]: f"kept/register/{file}" for _, a in hostile}
    return placed


def make_refused(folder: Path, number: int, attempt: dict) -> str:
    name, where, payload = attempt["name"], attempt["where"], attempt["payload"]
    own_id = b"id: " + name.encode()
    if where in REGISTERS:
        home = folder / "registers" / name
        file, form = REGISTERS[where]
        for other, whole in WHOLE_REGISTERS.items():
            write(home / "register" / other, whole + (fill(form, number, payload) if other == file else b""))
        text = b"Members shall heed the %s Act 2011.\n" % word(number).encode()
        write(home / f"{name}.md", front_matter([own_id]) + SMALL + b"\n" + text)
        return f"registers/{name}/{name}.md"
    path = folder / "refused" / f"{name}.md"
    if where in BODY:
        write(path, front_matter([own_id]) + section(number, attempt))
    elif where == "yaml":
        write(path, front_matter([own_id]).replace(b"\n---\n\n", b"\n" + payload + b"\n---\n\n") + SMALL)
    else:
        lines = [fill(FRONT[where], number, payload)]
        write(path, front_matter(lines if where == "id" else [own_id] + lines) + SMALL)
    return str(path.relative_to(folder))


def main() -> None:
    folder = Path(sys.argv[1])
    numbered = list(enumerate(attempts()))
    kept = [(i, a) for i, a in numbered if a["verdict"] == "kept"]
    placed = make_kept(folder / "kept", kept)
    make_kept(folder / "print", [(i, a) for i, a in kept if printable(a)])
    for i, attempt in numbered:
        if attempt["verdict"] != "kept":
            placed[attempt["name"]] = make_refused(folder, i, attempt)
    manifest = [{"name": a["name"], "verdict": a["verdict"], "where": a["where"], "file": placed[a["name"]]} for _, a in numbered]
    write(folder / "manifest.json", json.dumps(manifest, indent=1).encode())
    print(f"{len(manifest)} attempts: {len(kept)} kept, {len(manifest) - len(kept)} refused")


if __name__ == "__main__":
    main()
