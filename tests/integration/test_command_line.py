"""The program as a person types it: help that teaches, errors that name what was expected."""
import json
import os
import pty
import re
import shlex
import shutil
import signal
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from concord import CLEAN, ERRORS, PROGRAM, REPOSITORY, USAGE, Case, Running, protocol

COMMANDS = ["build", "check", "graph", "impact", "compare", "gaps", "matrix", "dump", "explain",
            "explain-link", "evaluate", "redline", "new", "completion", "manual",
            "provisions", "link", "renumber", "freeze", "borrow", "serve", "peers"]

# Words in the examples that run until somebody ends them, and what they say once they are at work.
LASTING = {"--watch": "watching", "serve": "shows the pages"}


class Help(Case):
    def test_help_of_everything(self):
        overview = self.expect(CLEAN, "--help").stdout
        self.assertIn("Examples:", overview)
        for command in COMMANDS:
            self.assertIn(command, overview)
            self.assertIn("Example", self.expect(CLEAN, command, "--help").stdout)

    def test_lines_fit_a_terminal(self):
        for command in COMMANDS:
            for line in self.expect(CLEAN, command, "--help").stdout.splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_version(self):
        self.assertRegex(self.expect(CLEAN, "--version").stdout, r"^concord \d+\.\d+\.\d+\n$")

    def test_examples_can_be_typed(self):
        """Each example in the help is a command line that works."""
        for folder in ("protocols", "tests/gold"):
            shutil.copytree(REPOSITORY / folder, self.folder / folder)
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(self.folder)]
        for arguments in (["init", "-q"], ["add", "protocols/york.md"], ["commit", "-qm", "The text"]):
            subprocess.run(git + arguments, check=True)
        in_force = (REPOSITORY / "protocols/york.md").read_text()
        self.write("protocols/york.draft.md", in_force.replace("status: adopted", "status: draft"))
        earlier = "status: superseded\nadopted: {date: 2017-04-11}"
        self.write("protocols/earlier/york-2017-04-11.md", in_force.replace("status: adopted", earlier))
        self.write("york.md", protocol("York"))
        self.write("mine.md", protocol("Mine"))
        self.write("in-force/mine.md", protocol("Mine"))
        self.write("drafts/mine.md", protocol("Mine"))
        for command in COMMANDS:
            text = self.expect(CLEAN, command, "--help").stdout
            examples = re.findall(r"^  concord ((?:(?!  )[^|>\n])+)", text, re.MULTILINE)
            self.assertGreater(len(examples), 0, command)
            for example in examples:
                self.try_example(shlex.split(example))

    def try_example(self, example):
        lasting = next((said for word, said in LASTING.items() if word in example), None)
        if lasting is None:
            self.assertIn(self.run_concord(*example).returncode, (CLEAN, ERRORS), example)
            return
        running = Running(self.folder, *example)
        running.wait_for(lasting)
        self.assertEqual(running.end(), CLEAN, example)


class Mistakes(Case):
    def refused(self, *arguments):
        result = self.expect(USAGE, *arguments)
        self.assertTrue(result.stderr.startswith("concord: "), result.stderr)
        self.assertEqual(result.stdout, "")
        return result.stderr

    def test_no_command(self):
        self.assertIn("command", self.refused())

    def test_misspelt_command(self):
        self.assertIn('did you mean "build"?', self.refused("biuld"))

    def test_misspelt_option(self):
        self.assertIn('did you mean "--format"?', self.refused("check", "--fromat=json"))

    def test_misspelt_code(self):
        self.assertIn("REF001", self.refused("explain", "REF01"))
        self.assertIn('no code or family "STX"; did you mean "STY"?', self.refused("check", "--off", "STY002,STX"))
        self.assertIn('no code or family "REF00"', self.refused("check", "--off", "REF00"))
        self.assertIn('no code or family "QQQQ999"', self.refused("check", "--off", "QQQQ999"))

    def test_a_family_is_switched_off_and_explained(self):
        self.write("protocols/a.md", protocol(words="As paragraph 7.1 and [paragraph 1.9](#1.1) say, he agrees."))
        codes = lambda *options: {finding["code"] for finding in json.loads(  # noqa: E731
            self.run_concord("check", "--format", "json", *options).stdout)["diagnostics"]}
        self.assertTrue({"REF002", "STY001"} <= codes(), codes())
        self.assertEqual({code[:3] for code in codes("--off", "ref")} & {"REF", "STY"}, {"STY"})
        self.assertEqual({code[:3] for code in codes("--off", "REF,STY")} & {"REF", "STY"}, set())
        self.assertIn("by family", " ".join(self.expect(CLEAN, "check", "--help").stdout.split()))
        listed = self.expect(CLEAN, "explain", "ref").stdout.splitlines()
        self.assertIn("REF001", listed[0])
        self.assertTrue(all(line.startswith("REF") for line in listed))

    def test_unknown_values(self):
        self.assertIn("html, pdf, docx, xml, json and md", self.refused("build", "--formats", "rtf"))
        self.assertIn("2026-11-21", self.refused("check", "--as-of", "yesterday"))
        self.assertIn("2026-11-21", self.refused("check", "--as-of", "2026-02-30"))
        self.refused("check", "--format", "yaml")
        self.refused("check", "--profile", "strict")
        self.refused("build", "--jobs", "0")
        self.refused("build", "--jobs", "many")

    def test_wrong_epoch(self):
        self.write("protocols/a.md", protocol())
        result = self.expect(USAGE, "check", environment={"SOURCE_DATE_EPOCH": "noon"})
        self.assertIn("SOURCE_DATE_EPOCH", result.stderr)

    def test_unknown_clause(self):
        self.write("protocols/a.md", protocol())
        self.assertIn('did you mean "a#1.1"?', self.refused("impact", "a#1.11"))


class Check(Case):
    BAD = protocol(words="See paragraph 7.7. Every chairman knows.")

    def test_formats(self):
        self.write("protocols/a.md", self.BAD)
        found = json.loads(self.expect(CLEAN, "check", "--format", "json").stdout)
        self.assertIn("REF001", [each["code"] for each in found["diagnostics"]])
        sarif = json.loads(self.expect(CLEAN, "check", "--format", "sarif").stdout)
        self.assertEqual(sarif["version"], "2.1.0")
        self.assertIn("REF001", [each["ruleId"] for each in sarif["runs"][0]["results"]])

    def test_text_has_place_line_and_caret(self):
        self.write("protocols/a.md", self.BAD)
        text = self.expect(CLEAN, "check").stdout
        self.assertRegex(text, r"protocols/a\.md:11:\d+: warning\[REF001\]")
        self.assertIn("See paragraph 7.7", text)
        self.assertIn("^", text)
        self.assertNotIn("\x1b", text)

    def test_profile_and_off(self):
        self.write("protocols/a.md", self.BAD)
        self.expect(ERRORS, "check", "--profile", "adopt")
        self.expect(ERRORS, "check", "--deny", "warnings")
        self.assertNotIn("[REF001]", self.expect(CLEAN, "check", "--off", "REF001,sty").stdout)

    def test_profile_of_the_text_itself(self):
        self.write("protocols/a.md", self.BAD.replace("status: superseded", "status: superseded\nprofile: draft"))
        self.expect(ERRORS, "check")
        self.expect(CLEAN, "check", "--profile", "transcription")

    def test_draft_is_judged_as_one(self):
        self.write("protocols/a.md", self.BAD.replace("superseded", "draft"))
        self.expect(ERRORS, "check")
        self.expect(CLEAN, "check", "--profile", "transcription")
        self.write("protocols/a.md", self.BAD.replace("status: superseded", "status: draft\nprofile: transcription"))
        self.expect(CLEAN, "check")

    def test_notes_are_shown_when_asked_for(self):
        self.write("protocols/a.md", protocol(words="Every chairman knows."))
        said = self.expect(CLEAN, "check").stdout
        self.assertNotIn("STY001", said)
        self.assertIn("1 note (not shown: add --all)", said)
        said = self.expect(CLEAN, "check", "--all").stdout
        self.assertIn("STY001", said)
        self.assertTrue(said.endswith("1 note\n"), said)
        self.assertIn("STY001", self.expect(CLEAN, "check", "--format", "json").stdout)

    def test_what_was_switched_off_is_said(self):
        self.write("protocols/a.md", self.BAD)
        said = self.expect(CLEAN, "check", "--profile", "adopt", "--off", "ref,STY,MET").stdout
        self.assertRegex(said, r"switched off: REF, STY, MET \(\d findings\)\n$")
        found = json.loads(self.expect(CLEAN, "check", "--off", "REF001", "--format", "json").stdout)
        self.assertEqual(found["off"], {"codes": ["REF001"], "findings": 1})
        sarif = json.loads(self.expect(CLEAN, "check", "--off", "REF001", "--format", "sarif").stdout)
        self.assertEqual(sarif["runs"][0]["properties"]["off"]["codes"], ["REF001"])
        self.assertIn("switched off: REF001 (1 finding)",
                      self.expect(CLEAN, "build", "--off", "REF001", "--formats", "md").stdout)

    def test_what_cannot_be_switched_off(self):
        self.write("protocols/a.md", self.BAD)
        for code in ("SRC", "FMT007", "ID002", "pdf", "FN001"):
            self.assertIn("cannot be switched off", self.expect(USAGE, "check", "--off", code).stderr)
        self.expect(CLEAN, "check", "--off", "FN")

    def test_drafting_notes_stay_in_the_source(self):
        file = self.write("protocols/a.md", protocol(words="<!-- Ask legal --> As [paragraph 1.9](#1.1) says."))
        self.expect(CLEAN, "check", "--fix")
        self.assertIn("<!-- Ask legal --> As [paragraph 1.1]", file.read_text())
        self.assertIn("SYN009", self.expect(ERRORS, "check", "--profile", "adopt").stdout)
        self.expect(CLEAN, "build", "--formats", "html,xml,json,md")
        for path in (self.folder / "output").rglob("*"):
            if path.is_file() and path.name != "diagnostics.json":
                self.assertNotIn(b"Ask legal", path.read_bytes(), path)

    def test_identifiers_of_the_version_in_force(self):
        self.write("old/mine.md", protocol() + "\n1.3 Notice is given. {#notice}\n")
        self.write("mine.md", protocol())
        said = self.expect(CLEAN, "check", "mine.md", "--adopted", "old/mine.md").stdout
        self.assertIn('mine.md:1:1: warning[ID002]: "1.3" ("Notice is given."), whose identifier was '
                      '"notice", was deleted', said)
        self.assertIn("old/mine.md:15:1: note: it stood here in the version before", said)
        self.write("mine.md", protocol() + "\n1.3 Notice. {formerly=notice}\n")
        self.assertNotIn("ID002", self.expect(CLEAN, "check", "mine.md", "--since", "old").stdout)
        self.write("scratch.md", protocol())
        said = self.expect(CLEAN, "check", "mine.md", "--since", "scratch.md")
        self.assertIn('"scratch" and "mine" are taken for versions of one protocol', said.stderr)
        self.write("other.md", protocol().replace("---\n", "---\nid: other\n", 1))
        self.write("mine.md", protocol().replace("---\n", "---\nid: mine\n", 1))
        self.assertIn("have the same id", self.expect(USAGE, "check", "mine.md", "--since", "other.md").stderr)

    def test_findings_of_the_version_before_are_counted(self):
        faulty = protocol(words="As paragraph 7.7 says.")
        self.write("old/mine.md", faulty)
        self.write("mine.md", faulty + "\n1.3 As paragraph 8.8 says.\n")
        said = self.expect(CLEAN, "check", "mine.md", "--since", "old").stdout
        self.assertNotIn("7.7", said)
        self.assertIn('"8.8"', said)
        self.assertRegex(said, r"not shown: \d+ findings? that the version before also has\n$")

    def test_renumber(self):
        before = protocol() + "\n1.4 See paragraph 1.2 and paragraph 1.4.\n"
        file = self.write("mine.md", before)
        said = self.expect(CLEAN, "renumber", "mine.md", "--dry-run").stdout
        self.assertIn("mine.md:15:1: number     1.4 -> 1.3\n", said)
        self.assertIn('reference  in "1.4": 1.4 -> 1.3\n', said)
        self.assertIn("+ {formerly=1.4}", said)
        self.assertTrue(said.endswith("mine.md: would change: 1 number, 1 reference, 1 identifier\n"), said)
        self.assertEqual(file.read_text(), before)
        self.assertIn("mine.md: changed: ", self.expect(CLEAN, "renumber", "mine.md").stdout)
        self.assertEqual(file.read_text(), protocol() + "\n1.3 See paragraph 1.2 and paragraph 1.3. {formerly=1.4}\n")
        self.assertEqual(self.expect(CLEAN, "renumber", "mine.md").stdout, "mine.md: nothing to change\n")

    def test_renumber_does_not_call_a_text_well_numbered_that_it_cannot_read(self):
        file = self.write("mine.md", protocol().encode("utf-16"))
        for command in ("renumber", "freeze"):
            said = self.expect(ERRORS, command, "mine.md")
            self.assertNotIn("nothing to change", said.stdout)
            self.assertIn("SRC002", said.stderr)
        self.assertEqual(file.read_bytes(), protocol().encode("utf-16"))

    def test_renumber_tells_who_else_names_the_clauses(self):
        text = protocol().replace("1.2 The", "1.4 The")
        self.write("texts/mine.md", text)
        self.write("texts/register/links.yaml", "links:\n  - {a: mine#1.4, b: x#1, verdict: same, because: y}\n")
        links = (self.folder / "texts/register/links.yaml")
        place = "texts/register/links.yaml:2:9: mine#1.4"
        planned = self.expect(CLEAN, "renumber", "texts/mine.md", "--dry-run").stdout
        self.assertIn(f"{place} would become mine#1.2\n", planned)
        self.assertIn("mine#1.4", links.read_text())
        self.write("before.md", text)
        since = self.expect(CLEAN, "renumber", "texts/mine.md", "--since", "before.md", "--dry-run").stdout
        self.assertIn(f"{place} is mine#1.2 now\n", since)
        self.assertIn(f"{place} becomes mine#1.2\n", self.expect(CLEAN, "renumber", "texts/mine.md").stdout)
        self.assertEqual(links.read_text(), "links:\n  - {a: mine#1.2, b: x#1, verdict: same, because: y}\n")
        self.assertNotIn("links.yaml", self.expect(CLEAN, "renumber", "texts/mine.md").stdout)
        self.write("texts/mine.md", text.replace("status: superseded", "status: draft"))
        self.assertNotIn("links.yaml", self.expect(CLEAN, "renumber", "texts/mine.md").stdout)

    def test_renumber_writes_nothing_where_a_reference_is_in_doubt(self):
        before = protocol(words="See paragraph 1.3.") + "\n1.4 More.\n"
        file = self.write("mine.md", before)
        said = self.expect(ERRORS, "renumber", "mine.md")
        self.assertIn('"paragraph 1.3" leads to no clause and would lead to "1.3"', said.stderr)
        self.assertIn("mine.md: left as it is\n", said.stderr)
        self.assertEqual(file.read_text(), before)
        self.expect(USAGE, "renumber", "absent.md")
        self.write("other.md", protocol("Elsewhere"))
        self.assertIn("two versions of one protocol",
                      self.expect(USAGE, "renumber", "mine.md", "--since", "other.md").stderr)

    def test_freeze(self):
        file = self.write("mine.md", protocol() + "\n#. More.\n")
        self.expect(CLEAN, "freeze", "mine.md", "--dry-run")
        self.assertIn("#. More.", file.read_text())
        self.expect(CLEAN, "freeze", "mine.md")
        self.assertEqual(file.read_text(), protocol() + "\n1.3 More.\n")
        self.assertEqual(self.expect(CLEAN, "freeze", "mine.md").stdout, "mine.md: nothing to change\n")

    def test_fix(self):
        before = protocol(words="As [paragraph 1.9](#advice) says.").replace("above.", "above. {#advice}")
        file = self.write("protocols/a.md", before)
        self.assertIn("REF002", self.expect(CLEAN, "check").stdout)
        self.expect(CLEAN, "check", "--fix")
        self.assertEqual(file.read_text(), before.replace("[paragraph 1.9]", "[paragraph 1.2]"))
        self.assertNotIn("REF002", self.expect(CLEAN, "check").stdout)

    def test_nothing_is_written(self):
        self.write("protocols/a.md", self.BAD)
        self.expect(CLEAN, "check")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["protocols"])


class Terminal(Case):
    def on_terminal(self, *arguments, **environment):
        reader, writer = pty.openpty()
        surroundings = {**os.environ, "TERM": "xterm", **environment}
        surroundings.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
        subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=surroundings, stdout=writer,
                       stderr=writer, timeout=60)
        os.close(writer)
        return self.rest_of(reader).decode()

    def rest_of(self, reader):
        """What is still said to the terminal until its other end is closed."""
        said = b""
        try:
            while chunk := os.read(reader, 65536):
                said += chunk
        except OSError:  # Linux's way to say that it is
            pass
        os.close(reader)
        return said

    def setUp(self):
        super().setUp()
        self.write("protocols/a.md", protocol(words="See paragraph 7.7."))

    def test_colour_on_a_terminal(self):
        self.assertIn("\x1b[1;33m", self.on_terminal("check"))

    def test_progress_leaves_nothing_behind(self):
        """Of a build that takes long enough to show some: what stands in a line is what came after it was cleared."""
        shutil.copytree(REPOSITORY / "protocols", self.folder / "protocols", dirs_exist_ok=True)
        said = self.on_terminal("build", "--formats", "html,pdf,docx,xml,json")
        self.assertIn("\r\x1b[K", said)
        lines = [line.rstrip("\r").rpartition("\x1b[K")[2] for line in said.split("\n")]
        self.assertFalse([line for line in lines if re.search(r"\(\d+ s\)", line)])
        self.assertRegex(lines[-2], r"^output: 6 protocols in \d+ files, .* of memory$")

    def test_an_interrupt_leaves_nothing_behind(self):
        shutil.copytree(REPOSITORY / "protocols", self.folder / "protocols", dirs_exist_ok=True)
        reader, writer = pty.openpty()
        process = subprocess.Popen([PROGRAM, "build", "--formats", "pdf,html"], cwd=self.folder, stdout=writer,
                                   stderr=writer, env={**os.environ, "TERM": "xterm"})
        os.close(writer)
        said = b""
        while not re.search(rb"\(\d+ s\)", said):
            said += os.read(reader, 65536)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(60), -signal.SIGINT)
        said += self.rest_of(reader)
        self.assertTrue(said.endswith(b"\r\x1b[K"), said[-80:])

    def test_no_color(self):
        self.assertNotIn("\x1b[1", self.on_terminal("check", NO_COLOR="1"))
        self.assertNotIn("\x1b[1", self.on_terminal("check", TERM="dumb"))


class Graph(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/a.md", protocol())

    def test_formats(self):
        ElementTree.fromstring(self.expect(CLEAN, "graph").stdout)
        self.assertTrue(self.expect(CLEAN, "graph", "--format", "dot").stdout.startswith("digraph"))
        edges = json.loads(self.expect(CLEAN, "graph", "--format", "json").stdout)["edges"]
        self.assertIn({"from": "a#1.2", "to": "a#1.1", "kind": "refers-to"}, edges)

    def test_impact(self):
        said = self.expect(CLEAN, "impact", "a#1.1").stdout
        self.assertIn("a#1.2", said)
        self.assertIn("refers to a#1.1", said)
        self.assertIn("Nothing depends on a#1.2", self.expect(CLEAN, "impact", "a#1.2").stdout)

    def test_every_stage_can_be_seen(self):
        for stage in ("syntax", "graph", "protocol", "statements", "view"):
            said = self.expect(CLEAN, "dump", "--stage", stage, "protocols/a.md").stdout
            self.assertIn("1.1", said, stage)


class ExplainLink(Case):
    def test_who_has_no_such_words_is_named(self):
        told = self.expect(CLEAN, "explain-link", "north-herts#5.1", "york#5.1", REPOSITORY / "protocols").stdout
        self.assertIn('North Herts 5.1: "no statutory recognition"; York 5.1 has no such words', told)


class New(Case):
    def test_compiles_without_a_finding(self):
        self.expect(CLEAN, "new", "protocols/mine.md", "--council", 'St "Mary\'s" \\ Council: 100%')
        result = self.expect(CLEAN, "check", "--profile", "draft", "--deny", "warnings")
        self.assertEqual(result.stdout, "no findings\n")
        said = self.expect(CLEAN, "dump", "--stage", "view").stdout
        self.assertEqual(json.loads(said)["council"], 'St "Mary\'s" \\ Council: 100%')

    def test_never_replaces(self):
        file = self.write("mine.md", "precious")
        self.assertIn("is there already", self.expect(USAGE, "new", "mine.md").stderr)
        self.assertEqual(file.read_text(), "precious")


class Explain(Case):
    def test_every_code_has_a_page(self):
        codes = [line.split()[0] for line in self.expect(CLEAN, "explain").stdout.splitlines()]
        self.assertGreater(len(codes), 50)
        for code in codes:
            self.assertGreater(len(self.expect(CLEAN, "explain", code).stdout.split()), 15, code)


class Shells(Case):
    def test_scripts_are_accepted_by_their_shell(self):
        for shell, check in (("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")):
            with self.subTest(shell):
                script = self.write(f"concord.{shell}", self.expect(CLEAN, "completion", shell).stdout)
                if shutil.which(shell):
                    subprocess.run([shell, check, script], check=True)

    def completed(self, line):
        """What bash offers at the end of the line."""
        script = self.expect(CLEAN, "completion", "bash").stdout
        words = line.split(" ")
        run = (f"{script}\nCOMP_WORDS=({' '.join(repr(word) for word in words)})\n"
               f"COMP_CWORD={len(words) - 1}\n_concord 2>/dev/null\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"")
        return subprocess.run(["bash", "-c", run], cwd=self.folder, capture_output=True,
                              text=True, check=True).stdout.split()

    def test_bash_offers_commands_options_and_values(self):
        self.write("york.md", protocol())
        self.assertEqual(self.completed("concord ch"), ["check"])
        self.assertEqual(self.completed("concord check --form"), ["--format"])
        self.assertEqual(self.completed("concord check --format "), ["text", "json", "sarif"])
        self.assertEqual(self.completed("concord check yo"), ["york.md"])

    def test_manual(self):
        page = self.expect(CLEAN, "manual").stdout
        for section in ("NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS", "FILES"):
            self.assertIn(f"\n.SH {section}\n", page)
        if shutil.which("mandoc"):
            subprocess.run(["mandoc", "-T", "lint", "-W", "warning", "-"], input=page, text=True,
                           check=True)


if __name__ == "__main__":
    unittest.main()
