#!/usr/bin/env python3
"""What a build does when things go wrong around it: run.py CONCORD [KILLS]

Each fault is made while the output folder holds a good build. Whatever happens, the folder must hold
that one or the new one, whole; nothing temporary may be left after the next build; and where the
build cannot do its work it must say why in one line and end with status 3. Prints a table; the
status is 1 where a row fails, and rows that this machine cannot do are told as skipped.
"""

import hashlib
import os
import pwd
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONCORD = Path(sys.argv[1]).resolve()
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
SEED = 20261121
MARK = f"CONCORD_FAULTS={os.getpid()}"  # every build that is started here inherits it
TWO_WORDS = ("the Council", "this Council")

rows: list[tuple[str, str, str, str]] = []


def tree(folder: Path) -> str:
    """One digest of every path and byte below the folder, hidden ones included."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_sources(folder: Path) -> None:
    """Two versions of two protocols, old and new, that differ in words."""
    for version in ("old", "new"):
        home = folder / version
        shutil.copytree(ROOT / "protocols/register", home / "register")
        for name in ("ware", "pitstone"):
            text = (ROOT / f"protocols/{name}.md").read_text()
            (home / f"{name}.md").write_text(text.replace(*TWO_WORDS) if version == "new" else text)


def command(sources: Path, output: Path, *options: str) -> list[str]:
    return [str(CONCORD), "build", str(sources), "-o", str(output), *options]


def build(sources: Path, output: Path, *options: str, **settings) -> subprocess.CompletedProcess:
    return subprocess.run(command(sources, output, *options), capture_output=True, text=True, **settings)


def last_line(result: subprocess.CompletedProcess) -> str:
    lines = result.stderr.strip().splitlines()
    return lines[-1] if lines else ""


def note(fault: str, tries: str, good: bool | None, says: str) -> None:
    outcome = "skipped" if good is None else "whole" if good else "FAILED"
    rows.append((fault, tries, outcome, says))
    print(f"{fault:<46} {tries:>9}  {outcome:<8} {says}", flush=True)


def typesetters() -> list[int]:
    """The processes that typeset for a build started here: other tests run beside this one."""
    return [int(process.name) for process in Path("/proc").iterdir() if process.name.isdigit() and typesets_for_us(process)]


def typesets_for_us(process: Path) -> bool:
    try:
        return b"typeset.mjs" in (process / "cmdline").read_bytes() and MARK.encode() in (process / "environ").read_bytes()
    except OSError:  # it has ended, or is another user's
        return False


class Place:
    """A folder with sources and an output folder that holds a good build of the old ones."""

    def __init__(self, home: Path, *options: str):
        self.home, self.options = home, options
        home.mkdir(parents=True)
        self.output = home / "output"
        self.digests = {}
        for version in ("new", "old"):
            result = build(SOURCES / version, self.output, *options)
            if result.returncode != 0:
                sys.exit(f"no good build to begin with: {result.stderr}")
            self.digests[version] = tree(self.output)
        if self.digests["old"] == self.digests["new"]:
            sys.exit("the two versions do not differ")

    def version(self) -> str | None:
        held = tree(self.output)
        return next((version for version, digest in self.digests.items() if digest == held), None)

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.home.iterdir() if path != self.output)

    def clean_after_next(self) -> bool:
        return build(SOURCES / "old", self.output, *self.options).returncode == 0 and self.version() == "old" and not self.leftovers()


def kill_builds(home: Path, kills: int, *options: str) -> None:
    place = Place(home, *options)
    chance = random.Random(SEED)
    longest = 0.0
    for version in ("new", "old"):
        start = time.monotonic()
        build(SOURCES / version, place.output, *options)
        longest = max(longest, time.monotonic() - start)
    torn = killed = 0
    for attempt in range(kills):
        wanted = ("new", "old")[attempt % 2]
        process = subprocess.Popen(command(SOURCES / wanted, place.output, *options), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        torn += place.version() is None
    names = " ".join(options) or "all formats"
    good = torn == 0 and place.clean_after_next()
    note(f"killed at random moments ({names})", f"{kills}", good, f"{killed} died in the middle, {torn} torn, no temporary files after the next build")


def orphans() -> None:
    deadline = time.monotonic() + 10
    while typesetters() and time.monotonic() < deadline:
        time.sleep(0.2)
    left = len(typesetters())
    note("typesetters left behind by killed builds", "-", left == 0, f"{left} still running after 10 s")


def kill_at_each_call(home: Path) -> None:
    """Killed just before the nth rename, link or write: moments that chance seldom hits."""
    if shutil.which("strace") is None:
        note("killed before each change to the disk", "-", None, "strace is not installed")
        return
    options = ("--formats", "html,json")
    place = Place(home, *options)
    calls = "renameat2,rename,linkat,mkdir,unlinkat,openat"
    torn = tries = 0
    number, step = 1, 1
    while True:
        if place.version() == "new":
            build(SOURCES / "old", place.output, *options)
        process = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "-P", str(place.output), "-e", f"trace={calls}",
                                  "-e", f"inject={calls}:signal=KILL:when={number}",
                                  *command(SOURCES / "new", place.output, *options)], capture_output=True)
        if process.returncode == 0:
            break
        tries += 1
        torn += place.version() is None
        number += step
    note("killed before each call on the folder itself", f"{tries}", torn == 0 and place.clean_after_next(), f"{torn} torn")


def disk_full(home: Path) -> None:
    if os.geteuid() != 0:
        note("disk full", "-", None, "needs root, to mount a small tmpfs")
        return
    disk = home / "disk"
    disk.mkdir(parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], capture_output=True).returncode != 0:
        note("disk full", "-", None, "a tmpfs cannot be mounted here")
        return
    try:
        for inside, label in (("site", "a folder on it"), ("", "the mount point itself")):
            fill_disk(disk, disk / inside, label)
    finally:
        subprocess.run(["umount", disk], check=True)


def fill_disk(disk: Path, output: Path, label: str) -> None:
    digests = {}
    for version in ("new", "old"):
        build(SOURCES / version, output)
        digests[version] = tree(output)
    good, says = True, ""
    room = [0, 4, 16, 64, 256, 512]
    for kilobytes in room:
        filler = disk / "filler" if output != disk else None
        if filler is None:
            filler = output / ".filler"
        free = shutil.disk_usage(disk).free - kilobytes * 1024
        filler.write_bytes(b"\0" * max(free, 0))
        result = build(SOURCES / "new", output)
        filler.unlink()
        says = last_line(result)
        good &= result.returncode == 3 and "No space left" in says and tree(output) == digests["old"]
    good &= build(SOURCES / "new", output).returncode == 0 and tree(output) == digests["new"]
    extra = [p.name for p in disk.iterdir() if p.name.startswith(".")]
    note(f"disk full ({label})", f"{len(room)}", good and not extra, says.replace(str(disk), "DISK"))
    for path in disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def can_run(**as_user) -> bool:
    try:
        return subprocess.run([CONCORD, "--version"], capture_output=True, **as_user).returncode == 0
    except PermissionError:  # the program stands in a folder that is its owner's alone
        return False


def no_permission(home: Path) -> None:
    place = Place(home)
    as_user = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        if not can_run(**as_user):
            note("no permission to write", "-", None, "the program cannot be run by an unprivileged user here")
            return
    else:
        place.output.chmod(0o555)
        home.chmod(0o555)
    result = build(SOURCES / "new", place.output, **as_user)
    good = result.returncode == 3 and "ermission denied" in last_line(result) and place.version() == "old"
    if os.geteuid() != 0:
        place.output.chmod(0o755)
        home.chmod(0o755)
    note("no permission to write", "1", good and place.clean_after_next(), last_line(result).replace(str(home), "…"))


def with_node(home: Path, script: str | None) -> dict:
    """An environment whose `node` is the shell script; without one there is no node at all."""
    programs = home / "programs"
    programs.mkdir(exist_ok=True)
    if script is None:
        return os.environ | {"PATH": str(programs)}
    node = programs / "node"
    node.write_text("#!/bin/sh\n" + script)
    node.chmod(0o755)
    return os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}


def typesetter_fails(home: Path, fault: str, script: str, expected: str) -> None:
    place = Place(home)
    start = time.monotonic()
    result = build(SOURCES / "new", place.output, env=with_node(home, script), timeout=300)
    seconds = time.monotonic() - start
    shutil.rmtree(home / "programs")
    good = result.returncode == 3 and expected in last_line(result) and place.version() == "old"
    note(fault, "1", good and place.clean_after_next(), f"{last_line(result)} ({seconds:.0f} s)")


def typesetter_killed_midway(home: Path) -> None:
    place = Place(home)
    good, says, killed = True, "", 0
    chance = random.Random(SEED)
    for _ in range(5):
        process = subprocess.Popen(command(SOURCES / "new", place.output), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        while not (children := typesetters()) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.2))
        for child in children:
            try:
                os.kill(child, signal.SIGKILL)
            except ProcessLookupError:
                pass
        error = process.communicate()[1]
        if process.returncode in (0, 1):  # it had finished, perhaps but for the matrix
            good &= place.version() == "new"
            build(SOURCES / "old", place.output)
        else:
            killed += 1
            says = error.strip().splitlines()[-1]
            good &= process.returncode == 3 and place.version() == "old"
    note("typesetter killed while at work", f"{killed} of 5", good and killed > 0 and place.clean_after_next(), says)


def typesetter_missing(home: Path) -> None:
    place = Place(home)
    environment = with_node(home, None)
    demanded = build(SOURCES / "new", place.output, "--formats", "pdf", env=environment)
    good = demanded.returncode == 3 and place.version() == "old"
    plain = build(SOURCES / "new", place.output, env=environment)
    shutil.rmtree(home / "programs")
    stale = (place.output / "ware/protocol.pdf").exists()  # the other text's two versions are one
    page = place.output / "ware/index.html"
    good &= plain.returncode == 0 and TWO_WORDS[1] in page.read_text() and "protocol.pdf" not in page.read_text() and not stale
    note("typesetter missing", "2", good and place.clean_after_next(), last_line(plain))


def two_at_once(home: Path, tries: int) -> None:
    options = ("--formats", "html,xml,json,md")
    place = Place(home, *options)
    torn = refused = 0
    good, says = True, ""
    for _ in range(tries):
        both = [subprocess.Popen(command(SOURCES / version, place.output, *options), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, text=True) for version in ("old", "new")]
        errors = [process.communicate()[1] for process in both]
        codes = [process.returncode for process in both]
        good &= 0 in codes and set(codes) <= {0, 3}
        for code, error in zip(codes, errors):
            if code == 3:
                refused += 1
                says = error.strip().splitlines()[-1]
                good &= "another build is writing" in says
        torn += place.version() is None
    note("two builds at once into one folder", f"{tries}", good and torn == 0 and place.clean_after_next(),
         f"{torn} torn, {refused} told: {says.replace(str(home), '…')}")


def main() -> None:
    print(f"{'fault':<46} {'tries':>9}  {'output':<8} what was said")
    kill_builds(WORK / "kill-pages", KILLS - KILLS // 3, "--formats", "html,xml,json,md")
    kill_builds(WORK / "kill-all", KILLS // 3)
    orphans()
    kill_at_each_call(WORK / "calls")
    disk_full(WORK / "full")
    no_permission(WORK / "permission")
    typesetter_missing(WORK / "missing")
    typesetter_fails(WORK / "dies", "typesetter dies at once", "kill -9 $$\n", "typesetter")
    typesetter_fails(WORK / "nonsense", "typesetter answers nonsense", "cat >/dev/null; echo nonsense\n", "typesetter")
    typesetter_killed_midway(WORK / "midway")
    typesetter_fails(WORK / "hangs", "typesetter hangs", "exec sleep 1000\n", "typesetter")
    two_at_once(WORK / "two", 20)
    failed = [fault for fault, _, outcome, _ in rows if outcome == "FAILED"]
    skipped = sum(outcome == "skipped" for _, _, outcome, _ in rows)
    print(f"\n{len(rows) - len(failed) - skipped} passed, {len(failed)} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="concord-faults-") as folder:
        WORK = Path(folder)
        WORK.chmod(0o755)
        os.environ.update([MARK.split("=")])
        SOURCES = WORK / "sources"
        make_sources(SOURCES)
        main()
