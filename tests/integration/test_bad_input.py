"""What the world can hand to a build: each ends in a diagnostic with its place, or one clear line, the
right exit status, and the last good output as it was."""
import os
import re
import subprocess
import unittest

from concord import CLEAN, ERRORS, MACHINE, USAGE, Case, protocol, tree

FORMATS = "--formats=html,xml,json,md"  # the typesetter has tests of its own


class BadText(Case):
    """Each bad file stands beside a good one with a mistake of its own, which must still be found."""

    def setUp(self):
        super().setUp()
        self.write("protocols/good.md", protocol())
        self.expect(CLEAN, "build", FORMATS)
        self.before = tree(self.folder / "output")
        self.write("protocols/other.md", protocol("Other", "See paragraph 9.9 above.\n\n[x](#nowhere)"))

    def refused(self, content, code, name="bad.md"):
        self.write(f"protocols/{name}", content)
        result = self.expect(ERRORS, "build", FORMATS)
        self.assertRegex(result.stderr, rf"protocols/{name}:\d+:\d+: error\[{code}\]")
        self.assertIn("protocols/other.md", result.stderr, "the other file was not checked")
        self.assertEqual(tree(self.folder / "output"), self.before)
        return result

    def accepted(self, content, name="bad.md"):
        """Taken as text: it compiles, in time and without a crash."""
        self.write(f"protocols/{name}", content)
        return self.expect(CLEAN, "build", FORMATS)

    def test_invalid_utf8(self):
        self.refused(protocol().encode() + b"\n1.3 caf\xe9 \xff\xfe\n", "SRC002")

    def test_empty(self):
        self.refused("", "SRC003")

    def test_only_white_space(self):
        self.refused(" \n\n\t\n", "SRC003")

    def test_nul_byte_is_reported_and_shown_as_an_escape(self):
        result = self.accepted(protocol().encode() + b"\n1.3 before\x00after\n")
        self.assertIn("SYN007", result.stderr)
        self.assertNotIn("\x00", result.stderr)

    def test_front_matter_not_closed(self):
        self.refused("---\ncouncil: A\ntitle: B\n\n# B\n\ntext\n", "FMT001")

    def test_front_matter_not_a_mapping(self):
        self.refused("---\n- a\n- b\n---\n\n# B\n\ntext\n", "FMT003")

    def test_front_matter_not_yaml(self):
        self.refused("---\ncouncil: [A\ntitle: }\n---\n\n# B\n\ntext\n", "FMT002")

    def test_front_matter_huge(self):
        self.refused(f"---\ncouncil: {'a' * 2_000_000}\n---\n\n# B\n\ntext\n", "FMT004")

    def test_front_matter_deep(self):
        self.refused(f"---\nroles: {'[' * 10_000}{']' * 10_000}\n---\n\n# B\n\ntext\n", "FMT004")

    def test_front_matter_recursive(self):
        self.refused("---\ncouncil: &a [*a]\ntitle: B\n---\n\n# B\n\ntext\n", "FMT005")

    def test_front_matter_that_multiplies(self):
        lines = ["a0: &a0 x"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
        self.refused("---\n" + "\n".join(lines) + "\n---\n\n# B\n\ntext\n", "FMT005")

    def test_id_that_leads_outside(self):
        text = protocol().replace("---\ncouncil", "---\nid: ../../outside\ncouncil")
        self.refused(text, "FMT007")
        self.assertFalse((self.folder.parent / "outside").exists())

    def test_file_name_that_an_address_cannot_carry(self):
        self.accepted(protocol("Spaced"), name="sp aced.md")
        self.assertTrue((self.folder / "output/sp-aced/index.html").exists())

    def test_two_protocols_with_one_id(self):
        text = protocol("Twin").replace("---\ncouncil", "---\nid: good\ncouncil")
        result = self.refused(text, "ID003", name="twin.md")
        self.assertIn("protocols/good.md", result.stderr)

    def test_unsafe_link(self):
        self.refused(protocol(words="[here](javascript:alert(1))"), "SYN006")

    def test_script_is_shown_as_text(self):
        script = "<script>alert(1)</script>"
        text = protocol(f"{script}", f'{script} <img src=x onerror="alert(2)">')
        text = text.replace("## 1. Introduction", f"## 1. {script}")
        self.accepted(text.replace(f"council: {script} Council", f"council: '{script}'"))
        for path, content in tree(self.folder / "output").items():
            if path.endswith((".html", ".xml")):
                self.assertNotIn(b"<script>alert", content, path)
                self.assertNotIn(b"<img src=x", content, path)
        self.assertIn(b"&lt;script&gt;", (self.folder / "output/bad/index.html").read_bytes())

    def test_ten_megabytes_on_one_line(self):
        self.accepted(protocol(words="word " * 2_000_000))

    def test_ten_thousand_nested_lists(self):
        depth = 10_000
        deep = "".join("  " * min(i, 1000) + "- x\n" for i in range(depth))
        self.refused(protocol() + "\n" + deep, "SRC004")

    def test_ten_thousand_nested_quotes(self):
        self.refused(protocol() + "\n" + ">" * 10_000 + " deep\n", "SRC004")

    def test_ten_thousand_open_brackets(self):
        self.accepted(protocol(words="[" * 10_000 + "*" * 10_000))


class BadCompany(Case):
    """Protocols that there is little to compare in, or too much."""

    def test_one_alone(self):
        self.write("protocols/a.md", protocol())
        result = self.expect(CLEAN, "build", FORMATS)
        self.assertIn("only one protocol: nothing to compare", result.stderr)
        self.assertFalse((self.folder / "output/compare").exists())

    def test_keep_going_leaves_out_the_text_with_errors_alone(self):
        for name in ("a", "b"):
            self.write(f"protocols/{name}.md", protocol())
        self.write("protocols/broken.md", "no front matter\n")
        self.expect(ERRORS, "build", FORMATS)
        self.assertFalse((self.folder / "output").exists())
        result = self.expect(ERRORS, "build", FORMATS, "--keep-going")
        self.assertEqual(result.stdout.splitlines()[-1],
                         "left out: protocols/broken.md: required key is missing (FMT008)")
        self.assertEqual((self.folder / "output/data/left-out.csv").read_text().splitlines(),
                         ["text,code,reason", "protocols/broken.md,FMT008,required key is missing"])
        self.assertTrue((self.folder / "output/a/index.html").exists())
        self.assertFalse((self.folder / "output/broken").exists())
        self.write("protocols/broken.md", protocol("Broken"))
        self.assertNotIn("left out", self.expect(CLEAN, "build", FORMATS, "--keep-going").stdout)
        self.assertFalse((self.folder / "output/data/left-out.csv").exists())

    def test_the_name_of_a_text_that_was_left_out_moves_no_cursor(self):
        self.write("protocols/a.md", protocol())
        self.write("protocols/br\x1b[2Joken.md", "no front matter\n")
        self.assertNotIn("\x1b", self.expect(ERRORS, "build", FORMATS, "--keep-going").stdout)

    def test_the_many_that_were_left_out_are_listed(self):
        self.write("protocols/a.md", protocol())
        for i in range(12):
            self.write(f"protocols/broken{i:02}.md", "no front matter\n")
        said = self.expect(ERRORS, "build", FORMATS, "--keep-going").stdout.splitlines()[-1]
        self.assertTrue(said.startswith("left out: protocols/broken00.md: "), said)
        self.assertTrue(said.endswith("; and 7 more, listed in output/data/left-out.csv"), said)
        listed = (self.folder / "output/data/left-out.csv").read_text().splitlines()[1:]
        self.assertEqual({line.split(",")[0] for line in listed}, {f"protocols/broken{i:02}.md" for i in range(12)})
        self.assertIn("say at the end which were left", self.expect(CLEAN, "build", "--help").stdout)

    def test_a_thousand_copies(self):
        for i in range(1000):
            self.write(f"protocols/c{i}.md", protocol(f"C{i}"))
        result = self.expect(CLEAN, "gaps", "c7")
        self.assertIn("For 0 provisions of others, no counterpart was found in C7 Council", result.stdout)

    def test_two_states_of_numbering(self):
        self.write("protocols/a.md", protocol("A"))
        self.write("protocols/b.md", re.sub(r"(?m)^(## )?1\.[12]? ", r"\1#. ", protocol("B")))
        for council in "ab":
            result = self.expect(CLEAN, "gaps", council)
            self.assertIn(f"For 0 provisions of others, no counterpart was found in {council.upper()} Council", result.stdout)

    def test_registers_with_errors(self):
        self.write("protocols/a.md", protocol("A"))
        self.write("protocols/b.md", protocol("B"))
        for name in ("roles", "topics"):
            with self.subTest(name):
                bad = self.write(f"protocols/register/{name}.yaml", f"{name}:\n  - id: x\n    words: {{}}\n")
                result = self.expect(ERRORS, "build", FORMATS)
                self.assertRegex(result.stderr, rf"protocols/register/{name}\.yaml:\d+:\d+: error\[REG001\]")
                bad.unlink()


    def test_registers_that_are_not_there(self):
        """A file that a folder of registers lacks is the program's own, and so is a list of words."""
        self.write("protocols/a.md", protocol("A", "The Monitoring Officer must tell his deputy."))
        self.write("own/topics.yaml", "topics: []\n")
        found = self.run_concord("check", "--all", "--registers", "own")
        self.assertIn("\"his\" names one gender", found.stdout + found.stderr)
        self.write("own/roles.yaml", "roles:\n  - {id: clerk, title: Clerk, words: [clerk]}\n")
        self.write("own/language.yaml", "negators: [not]\n")
        self.write("own/style.yaml", "gendered:\n  - {words: deputy, instead: second, fits: yes}\n")
        found = self.run_concord("check", "--all", "--registers", "own")
        self.assertNotIn("\"his\" names one gender", found.stdout + found.stderr)
        self.assertIn("\"deputy\" names one gender", found.stdout + found.stderr)
        self.assertNotIn("REG001", found.stdout + found.stderr)

    def test_words_of_ones_own(self):
        """A word in a folder's own drafting.yaml takes effect, and the lists that it leaves out stay."""
        self.write("protocols/a.md", protocol("A", "The quorum is TBS members [insert number]."))
        self.assertNotIn("\"TBS\"", self.run_concord("check", "--all").stdout)
        self.write("protocols/register/drafting.yaml", "placeholder_abbreviations: [tbs]\n")
        found = self.run_concord("check", "--all").stdout
        self.assertIn("\"TBS\" looks like text still to be filled in", found)
        self.assertIn("\"[insert number]\" looks like text still to be filled in", found)
        self.assertNotIn("REG001", found)

    def test_lists_of_words_with_errors(self):
        self.write("protocols/a.md", protocol("A"))
        bad = self.write("protocols/register/effects.yaml", "exceptions: [unless, unless]\nexcepions: []\n")
        result = self.expect(ERRORS, "check")
        where = r"protocols/register/effects\.yaml"
        self.assertRegex(result.stdout + result.stderr, where + r":1:22: error\[REG001\].*each word once")
        self.assertRegex(result.stdout + result.stderr, where + r":2:1: error\[REG001\].*did you mean \"exceptions\"")
        bad.unlink()

    def test_lists_that_name_roles(self):
        """An id of no role is an error in a list of one's own; the program's own lists name its own roles."""
        self.write("protocols/a.md", protocol("A"))
        self.write("protocols/register/roles.yaml", "roles:\n  - {id: clerk, title: Clerk, words: [clerk]}\n")
        self.assertNotIn("REG001", self.run_concord("check", "--all").stdout)
        self.write("protocols/register/effects.yaml",
                   "offices:\n  - [clerk, clark]\nranks: [[clerk]]\ngeneral_actors: [clerk, mayor]\n")
        result = self.expect(ERRORS, "check")
        where = r"protocols/register/effects\.yaml"
        self.assertRegex(result.stdout + result.stderr,
                         where + r":2:13: error\[REG001\]: \"offices\.0\.1\".*such as \"clerk\"")
        self.assertRegex(result.stdout + result.stderr, where + r":4:25: error\[REG001\]: \"general_actors\.1\"")
        self.assertEqual((result.stdout + result.stderr).count("[REG001]"), 2)


class BadPlace(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/good.md", protocol())

    def one_line(self, status, *arguments):
        result = self.expect(status, *arguments)
        lines = [line for line in result.stderr.splitlines() if line.startswith("concord: ")]
        self.assertEqual(len(lines), 1, result.stderr)
        return lines[0]

    def test_path_that_does_not_exist(self):
        self.assertIn("none.md", self.one_line(USAGE, "build", "none.md"))

    def test_folder_without_protocols(self):
        (self.folder / "empty").mkdir()
        self.assertIn("empty", self.one_line(USAGE, "build", "empty"))

    def test_folder_named_like_a_protocol(self):
        self.write("protocols/folder.md/inner.md", protocol("Inner"))
        self.expect(CLEAN, "build", FORMATS)
        self.assertTrue((self.folder / "output/inner/index.html").exists())

    def test_not_a_regular_file(self):
        os.mkfifo(self.folder / "protocols/pipe.md")
        result = self.expect(ERRORS, "build", FORMATS)
        self.assertRegex(result.stderr, r"protocols/pipe\.md:1:1: error\[SRC001\]")

    def test_link_that_leads_nowhere(self):
        (self.folder / "protocols/lost.md").symlink_to("gone.md")
        result = self.run_concord("build", FORMATS)
        self.assertIn(result.returncode, (ERRORS, MACHINE), result.stderr)
        self.assertIn("lost.md", result.stderr)

    @unittest.skipIf(os.geteuid() == 0, "root may read every file")
    def test_unreadable_file(self):
        self.write("protocols/secret.md", protocol()).chmod(0)
        result = self.expect(ERRORS, "build", FORMATS)
        self.assertRegex(result.stderr, r"protocols/secret\.md:1:1: error\[SRC001\].*Permission denied")

    @unittest.skipIf(os.geteuid() == 0, "root may write every folder")
    def test_output_read_only(self):
        self.expect(CLEAN, "build", FORMATS)
        before = tree(self.folder / "output")
        (self.folder / "output").chmod(0o555)
        self.addCleanup((self.folder / "output").chmod, 0o755)
        self.write("protocols/good.md", protocol("Changed"))
        self.assertIn("Permission denied", self.one_line(MACHINE, "build", FORMATS))
        self.assertEqual(tree(self.folder / "output"), before)

    @unittest.skipUnless(os.geteuid() == 0, "only root can become somebody else")
    def test_as_a_user_without_rights(self):
        """What the two tests above look at, where the tests run as root."""
        self.write("protocols/secret.md", protocol()).chmod(0)
        (self.folder / "output").mkdir()
        self.folder.chmod(0o755)

        def become_nobody():
            os.setgid(65534)
            os.setuid(65534)

        def build(*paths):
            from concord import PROGRAM

            command = [PROGRAM, "build", FORMATS, *paths]
            return subprocess.run(
                command, cwd=self.folder, capture_output=True, text=True, preexec_fn=become_nobody
            )

        if not self.reachable_by_others():
            self.skipTest("the program is in a folder that only root may enter")
        refused = build()
        self.assertEqual(refused.returncode, ERRORS, refused.stderr)
        self.assertRegex(refused.stderr, r"protocols/secret\.md:1:1: error\[SRC001\]")
        read_only = build("protocols/good.md")
        self.assertEqual(read_only.returncode, MACHINE, read_only.stderr)
        self.assertIn("Permission denied", read_only.stderr)
        self.assertEqual(tree(self.folder / "output"), {})

    @staticmethod
    def reachable_by_others():
        from concord import PROGRAM

        return all(parent.stat().st_mode & 0o001 for parent in PROGRAM.parents)

    def test_output_is_a_file(self):
        self.write("output", "precious")
        self.assertIn("output", self.one_line(MACHINE, "build", FORMATS))
        self.assertEqual((self.folder / "output").read_text(), "precious")

    def test_page_of_somebody_else_in_the_way(self):
        self.write("output/index.html", "precious")
        self.assertIn("index.html", self.one_line(MACHINE, "build", FORMATS))
        self.assertEqual((self.folder / "output/index.html").read_text(), "precious")

    def test_result_that_cannot_be_printed(self):
        with open("/dev/full", "w") as full:
            from concord import PROGRAM

            result = subprocess.run(
                [PROGRAM, "graph"], cwd=self.folder, stdout=full, stderr=subprocess.PIPE, text=True
            )
        self.assertEqual(result.returncode, MACHINE, result.stderr)
        self.assertIn("No space left", result.stderr)


def mounts_allowed():
    if os.geteuid() != 0:
        return False
    probe = ["unshare", "--mount", "true"]
    try:
        return subprocess.run(probe, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@unittest.skipUnless(mounts_allowed(), "needs the right to mount a small disk")
class FullDisk(Case):
    """A disk of 300 KB, big enough for the first build, too small for the second beside it."""

    def setUp(self):
        super().setUp()
        self.write("protocols/good.md", protocol())
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", self.disk], check=True)
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)

    def last_good_output_stays(self, output):
        self.expect(CLEAN, "build", "--formats=xml,md", "-o", output)
        before = tree(output)
        self.write("protocols/good.md", protocol(words="word " * 60_000))
        result = self.expect(MACHINE, "build", "--formats=xml,md", "-o", output)
        self.assertIn("No space left on device", result.stderr)
        self.assertEqual(tree(output), before)
        self.assertEqual([path.name for path in self.disk.iterdir() if "concord-new" in path.name], [])
        self.write("protocols/good.md", protocol("Recovered"))
        self.expect(CLEAN, "build", "--formats=xml,md", "-o", output)
        self.assertIn(b"Recovered", (output / "good/protocol.md").read_bytes())

    def test_folder_on_the_disk(self):
        self.last_good_output_stays(self.disk / "output")

    def test_the_disk_itself(self):
        self.last_good_output_stays(self.disk)


if __name__ == "__main__":
    unittest.main()
