"""A revision of the York protocol as a monitoring officer would draft it: each edit is done here, by hand, so
that what the program says of it can be read against what was done."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def once(text, old, new):
    """The text with the one place that has these words changed; their line breaks do not count."""
    pattern = r"\s+".join(re.escape(word) for word in old.split())
    changed, count = re.subn(pattern, lambda _: new, text)
    assert count == 1, f"{count} places have {old!r}"
    return changed


def renumbered(text, old, new):
    """The text with the paragraph's own number changed."""
    changed, count = re.subn(rf"(?m)^{re.escape(old)} ", f"{new} ", text)
    assert count == 1, f"{count} paragraphs are {old}"
    return changed


def paragraph(text, number):
    """The paragraph of that number, with its line break."""
    return re.search(rf"(?ms)^{re.escape(number)} .*?\n\n", text).group()


def strengthen(text):
    return once(text, "conduct of, an officer should:", "conduct of, an officer must:")


def borrow(text):
    """Leeds 4.7, as York's 4.6, in York's words for a member."""
    leeds = paragraph((ROOT / "protocols/leeds.md").read_text(encoding="utf-8"), "4.7")
    words = leeds.split(" ", 1)[1].strip().replace("A Member should", "A councillor should")
    text = renumbered(text, "4.6", "4.7")
    return once(text, "4.7 Potential breaches", f'4.6 {words} {{from="leeds#4.7"}}\n\n4.7 Potential breaches')


def split(text):
    """5.3 in two, and a new paragraph behind it: what follows moves on by two."""
    for number in range(8, 3, -1):
        text = renumbered(text, f"5.{number}", f"5.{number + 2}")
    text = once(text, "relevant committee. The request shall", "relevant committee.\n\n5.4 The request shall")
    new = "5.5 Officers must keep a record of every briefing that they give to a party group."
    return once(text, "5.6 Certain points", f"{new}\n\n5.6 Certain points")


def move(text):
    """7.2 behind 7.5, which with those between moves up by one."""
    moved = paragraph(text, "7.2")
    text = text.replace(moved, "")
    for number in (3, 4, 5):
        text = renumbered(text, f"7.{number}", f"7.{number - 1}")
    behind = paragraph(text, "7.4")
    return text.replace(behind, behind + moved.replace("7.2 ", "7.5 ", 1))


def delete(text):
    return text.replace(paragraph(text, "9.3"), "")


def rename(text):
    """Everywhere, in the front matter too."""
    return re.sub(r"Chief\s+Operating\s+Officer", "Chief Executive", text)


def define(text):
    new = "1.6 In this protocol, “party group” means a political group constituted under the 1990 Regulations."
    return once(text, "## 2. Members {topic=roles-of-members}", f"{new}\n\n## 2. Members {{topic=roles-of-members}}")


def note(text):
    text = once(text, "be invited to attend the meeting. Similarly", "be invited to attend the meeting.[^1] Similarly")
    return text.rstrip("\n") + "\n\n[^1]: Invitations are sent ten working days before the meeting.\n"


def tabulate(text):
    table = "| Version | What changed |\n|---|---|\n| 2026 | Advice to party groups |\n"
    return text.rstrip("\n") + "\n\n14.2 The versions of this protocol are:\n\n" + table


def date(text):
    return once(text, "status: adopted", 'status: draft\nversions:\n  - {version: "2.0", date: 2026-11}')


EDITS = [strengthen, borrow, split, move, delete, rename, define, tabulate, note, date]


def before():
    return (ROOT / "protocols/york.md").read_text(encoding="utf-8")


def after():
    text = before()
    for edit in EDITS:
        text = edit(text)
    return text
