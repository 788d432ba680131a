#!/usr/bin/env python3
"""Puts every attempt of attempts.tsv through every output and looks for one that is live.

    check.py CONCORD FOLDER

FOLDER is made anew: sources/ (see make_protocols.py), site/ (all attempts, every format but PDF) and
print/ (those that the typeface has letters for, with PDF). The browser test beside this file then
opens both. Prints what was looked at and what was found; the status is 1 where anything was.
"""

import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.parsers import expat

HERE = Path(__file__).parent
CONCORD = str(Path(sys.argv[1]).resolve())
WORK = Path(sys.argv[2]).resolve()
SOURCES, SITE, PRINT = WORK / "sources", WORK / "site", WORK / "print"
NO_PDF = "html,xml,json,md"

looked: dict[str, int] = {}
found: list[str] = []


def look(kind: str, number: int = 1) -> None:
    looked[kind] = looked.get(kind, 0) + number


def find(place: object, what: str) -> None:
    found.append(f"{place}: {what}")


def concord(*arguments: str, at: Path = WORK) -> subprocess.CompletedProcess:
    result = subprocess.run([CONCORD, *arguments], cwd=at, capture_output=True, timeout=600, stdin=subprocess.DEVNULL)
    if result.returncode < 0:
        find(" ".join(arguments), f"ended by signal {-result.returncode}")
    return result


# Terminal: no control character but line feed and tab, no bidirectional override, and valid UTF-8.
WILD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


def check_terminal(place: str, data: bytes, coloured: bool = False) -> None:
    look("terminal outputs")
    text = data.decode("utf-8", "replace")
    if text.encode() != data:
        find(place, "writes bytes that are not UTF-8")
    if coloured:
        text = COLOUR.sub("", text).replace("\r\n", "\n")
    wild = WILD.search(text)
    if wild:
        find(place, f"writes U+{ord(wild[0]):04X} to the terminal, in {text[max(0, wild.start() - 30):wild.end() + 30]!r}")


def on_terminal(*arguments: str) -> bytes:
    """What the program writes to a terminal, colours and all."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([CONCORD, *arguments], cwd=WORK, stdin=theirs, stdout=theirs, stderr=theirs,
                               env=os.environ | {"TERM": "xterm-256color"})
    os.close(theirs)
    data = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        data += part
    process.wait()
    os.close(ours)
    return data


class Page(HTMLParser):
    """Finds in a page what only a template may write."""

    FORBIDDEN = {"iframe", "object", "embed", "base", "form", "img", "style", "audio", "video", "math", "frame", "applet",
                 "marquee", "plaintext", "xmp", "noscript", "template", "foreignobject", "animate", "image"}

    def __init__(self, place: Path):
        super().__init__(convert_charrefs=True)
        self.place = place

    def handle_starttag(self, tag, attrs):
        asks = tag == "form" and "data-ask" in dict(attrs) and "action" not in dict(attrs)  # the library's own
        if (tag in self.FORBIDDEN or "-" in tag) and not asks:
            find(self.place, f"element {tag}")
        if tag == "script" and not dict(attrs).get("src"):
            find(self.place, "script within the page")
        for name, value in attrs:
            value = value or ""
            if name.startswith("on") or name == "srcdoc":
                find(self.place, f"attribute {name}")
            if name in ("href", "src", "action", "xlink:href"):
                self.check_address(tag, name, value)

    def check_address(self, tag: str, name: str, value: str) -> None:
        scheme = re.match(r"[\x00-\x20]*([a-zA-Z][^:/?#]*):", value)
        outside = scheme is not None or value.startswith(("//", "\\", "/"))
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
            find(self.place, f"address {value[:80]}")
        if outside and (tag != "a" or name != "href"):
            find(self.place, f"{tag} asks for {value[:80]}")
        if not outside and not value.startswith("#"):
            target = (self.place.parent / value.split("#")[0].split("?")[0]).resolve()
            if not target.is_relative_to(SITE if self.place.is_relative_to(SITE) else PRINT):
                find(self.place, f"address {value} leads outside")

    def handle_pi(self, data):
        find(self.place, "processing instruction")


def check_page(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    Page(path).feed(text)
    if "Content-Security-Policy" not in text:
        find(path, "no content security policy")
    look("HTML pages")


def check_xml(path: Path, data: bytes) -> None:
    def refuse(what):
        return lambda *_: find(path, what)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse("document type")
    parser.EntityDeclHandler = refuse("entity declaration")
    parser.ProcessingInstructionHandler = refuse("processing instruction")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        find(path, f"not well formed: {error}")
    look("XML files")


def check_csv(path: Path) -> None:
    for number, row in enumerate(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")), 1):
        for cell in row:
            look("CSV cells")
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"):
                find(path, f"line {number} has the formula {cell[:60]!r}")


def check_workbook(path: Path) -> None:
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            data = book.read(name)
            if name.endswith((".xml", ".rels")):
                check_xml(path / name, data)
            if name.startswith("xl/worksheets/") and re.search(rb"<(?:\w+:)?f[ >/]", data):
                find(path, f"{name} has a formula")
            if "externalLink" in name or "vbaProject" in name or "connections" in name:
                find(path, f"has {name}")
            for target in re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', data):
                if not target.startswith((b"http://", b"https://")):
                    find(path, f"{name} leads to {target[:80]!r}")
    look("workbooks")


def check_json(path: Path) -> None:
    json.loads(path.read_bytes().decode("utf-8"))
    look("JSON files")


DOT_STRING = r'"(?:[^"\\\n]|\\.)*"'
DOT_ATTRIBUTES = rf"(?:\s*\[(?:\w+=(?:{DOT_STRING}|[\w.]+)(?:, ?| )?)*\])?"
DOT_LINE = re.compile(rf"\s*(?:(?:strict )?digraph(?: \w+| {DOT_STRING})? {{|}}|(?:node|edge|graph){DOT_ATTRIBUTES};?|\w+=[\w.\"]+;?"
                      rf"|(?:{DOT_STRING}|\d+)(?: ?-> ?(?:{DOT_STRING}|\d+))?{DOT_ATTRIBUTES};?|)\s*")
# The first line of a build's file.
DOT_STAMP = re.compile(r"// Made with Concord \d+\.\d+\.\d+")


def check_dot(path: Path) -> None:
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        look("DOT lines")
        stamp = number == 1 and DOT_STAMP.fullmatch(line)
        if not stamp and not DOT_LINE.fullmatch(line):
            find(path, f"line {number} is not a vertex or an edge: {line[:120]!r}")


PDF_LIVE = [b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/SubmitForm", b"/ImportData", b"/GoToR",
            b"/GoToE", b"/AA", b"/XFA"]


def check_pdf(path: Path) -> None:
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), "-"], capture_output=True).stdout
    without_streams = re.sub(rb"\bstream\r?\n.*?\bendstream", b"", plain, flags=re.S)
    without_text = re.sub(rb"\((?:[^()\\]|\\.)*\)", b"()", without_streams, flags=re.S)
    for name in PDF_LIVE:
        if re.search(re.escape(name) + rb"\b", without_text):
            find(path, f"has {name.decode()}")
    for address in re.findall(rb"/URI \(((?:[^()\\]|\\.)*)\)", without_streams, re.S):
        if not address.startswith((b"http://", b"https://", b"mailto:", b"tel:")):
            find(path, f"leads to {address[:80]!r}")
    if not plain:
        find(path, "qpdf cannot read it")
    look("PDFs")


def check_pdf_words(path: Path) -> None:
    """Template and typesetter markup is printed, not obeyed."""
    words = re.sub(r"\s+", "", subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True).stdout)
    for attempt in ("#read(\"/etc/passwd\")", "#panic(\"pwned\")", "#eval(\"1+1\")", "]#text(red)[x][", "{{>head}}", "<script>pwned=1</script>",
                    "=HYPERLINK(", "&lt;script&gt;"):
        if attempt.replace(" ", "") not in words:
            find(path, f"does not show {attempt}")
    if "root:x:0:0" in words:
        find(path, "shows a file of the machine")


def check_files(folder: Path) -> None:
    checks = {".html": check_page, ".csv": check_csv, ".xlsx": check_workbook, ".json": check_json, ".dot": check_dot, ".pdf": check_pdf}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            find(path, "a symbolic link")
        if path.suffix in (".xml", ".graphml", ".svg"):
            check_xml(path, path.read_bytes())
        elif path.suffix in checks:
            checks[path.suffix](path)
        look("files", path.is_file())


def check_nothing_outside() -> None:
    for path in sorted(WORK.iterdir()):
        if path.name not in ("sources", "site", "print"):
            find(path, "was written outside the output folder")
    for stray in (Path("/tmp/outside"), WORK.parent / "outside", WORK / "outside"):
        if stray.exists():
            find(stray, "was written outside the output folder")


def check_refused() -> None:
    """Each attempt that must be refused is, by the diagnostic that says why; nothing is written."""
    manifest = json.loads((SOURCES / "manifest.json").read_text())
    codes: dict[str, set] = {}
    folders = ["refused"] + [f"registers/{a['name']}" for a in manifest if a["file"].startswith("registers/")]
    for folder in folders:
        result = concord("check", str(SOURCES / folder), "--format", "json")
        for entry in json.loads(result.stdout)["diagnostics"]:
            codes.setdefault(entry["span"]["file"], set()).add(entry["code"])
        check_terminal(f"check {folder}", concord("check", str(SOURCES / folder)).stdout)
        check_terminal(f"check {folder} on a terminal", on_terminal("check", str(SOURCES / folder)), coloured=True)
        built = concord("build", str(SOURCES / folder), "-o", str(WORK / "never"), "--formats", NO_PDF)
        if built.returncode != 1 or (WORK / "never").exists():
            find(folder, f"was built, status {built.returncode}")
    for attempt in manifest:
        if attempt["verdict"] == "kept":
            continue
        file = SOURCES / attempt["file"]
        said = codes.get(str(file), set()) | codes.get(str(file.parent / "register/instruments.yaml"), set())
        if not said & set(attempt["verdict"].split("|")):
            find(attempt["name"], f"expected {attempt['verdict']}, found {sorted(said)}")
        look("attempts refused")
    look("attempts kept", sum(a["verdict"] == "kept" for a in manifest))


def check_commands() -> None:
    kept, body, partner = (str(SOURCES / "kept" / name) for name in ("", "body.md", "partner.md"))
    commands = [("check", kept), ("check", kept, "--format", "sarif"), ("graph", kept, "--format", "dot"),
                ("impact", "body#1.1", kept)]
    commands += [("dump", "--stage", stage, body) for stage in ("syntax", "graph", "protocol", "statements", "view")]
    for command in commands:
        result = concord(*command)
        for stream in (result.stdout, result.stderr):
            check_terminal(" ".join(command), stream)
        check_terminal(" ".join(command) + " on a terminal", on_terminal(*command), coloured=True)


def main() -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    subprocess.run([sys.executable, HERE / "make_protocols.py", SOURCES], check=True)
    check_refused()
    for folder, formats, output in ((SOURCES / "kept", ["--formats", NO_PDF], SITE), (SOURCES / "print", [], PRINT)):
        result = concord("build", str(folder), "-o", str(output), *formats)
        check_terminal(f"build {folder.name}", result.stdout + result.stderr)
        if result.returncode != 0:
            find(f"build {folder.name}", f"status {result.returncode}: " + result.stderr.decode("utf-8", "replace")[-300:])
            break
        check_files(output)
    if (PRINT / "body/protocol.pdf").exists():
        check_pdf_words(PRINT / "body/protocol.pdf")
    check_commands()
    check_nothing_outside()
    print("looked at " + ", ".join(f"{number} {kind}" for kind, number in looked.items()))
    for problem in found:
        print("LIVE " + problem)
    print(f"{sum(looked.values())} passed, {len(found)} failed")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
