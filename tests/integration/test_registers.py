"""The registers as people keep them: showing, checking and adding to provisions, deciding about links."""
import json
import shutil
import unittest

from concord import CLEAN, ERRORS, REPOSITORY, USAGE, Case, protocol

PROVISIONS = """\
provisions:
  - id: together
    title: Members and officers work together
    question: Do members and officers work together?
    topic: introduction-purpose
    bearer: both
    says:
      - barchester#1.1: Members and officers work together.
"""


class Provisions(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/barchester.md", protocol("Barchester"))
        self.write("protocols/register/provisions.yaml", PROVISIONS)

    def test_show(self):
        listed = self.expect(CLEAN, "provisions", "show").stdout
        self.assertIn("Introduction and purpose\n", listed)
        self.assertIn("  together  Members and officers work together\n", listed)
        for asked in ("together", "barchester#1.1"):
            self.assertIn("    barchester#1.1: Members and officers work together.\n",
                          self.expect(CLEAN, "provisions", "show", asked).stdout)
        self.assertEqual(self.expect(CLEAN, "provisions", "show", "--topic", "scrutiny").stdout, "")
        (shown,) = json.loads(self.expect(CLEAN, "provisions", "show", "together", "--format", "json").stdout)
        self.assertEqual(shown["says"], [{"source": "barchester#1.1", "lead_in": None,
                                          "words": "Members and officers work together."}])
        self.assertIsNone(shown["also"] or None)
        self.assertIn('did you mean "together"?', self.expect(USAGE, "provisions", "show", "togther").stderr)
        self.assertIn("no provision quotes", self.expect(USAGE, "provisions", "show", "barchester#1.2").stderr)
        self.assertIn("there is no topic", self.expect(USAGE, "provisions", "show", "--topic", "x").stderr)

    def test_shown_without_protocols(self):
        shutil.rmtree(self.folder / "protocols")
        self.assertIn("group-attendance", self.expect(CLEAN, "provisions", "show").stdout)

    def test_check(self):
        self.assertIn("1 provisions: ", self.expect(CLEAN, "provisions", "check").stdout)
        self.write("protocols/barchester.md", protocol("Barchester").replace("together", "apart"))
        found = self.expect(CLEAN, "provisions", "check").stdout
        self.assertRegex(found, r"register/provisions\.yaml:8:\d+: warning\[PRV008\]")
        self.expect(ERRORS, "provisions", "check", "--deny", "warnings")
        said = json.loads(self.expect(CLEAN, "provisions", "check", "--format", "json").stdout)
        self.assertEqual([each["code"] for each in said["diagnostics"]], ["PRV008"])
        self.assertNotIn("PRV008", self.expect(CLEAN, "check").stdout)

    def test_suggest(self):
        self.expect(USAGE, "provisions", "suggest")
        own = "\n1.3 Members must leave bicycles in the yard behind the town hall on market days.\n"
        self.write("protocols/barchester.md", protocol("Barchester") + own)
        self.write("protocols/loamshire.md", protocol("Loamshire") + own)
        said = self.expect(CLEAN, "provisions", "suggest").stdout
        self.assertIn("extends: yes\nprovisions:\n", said)
        self.assertRegex(said, r"    bearer: member\n    says:\n      - \"?barchester#1\.3\"?: ")
        suggested = json.loads(self.expect(CLEAN, "provisions", "suggest", "--format", "json").stdout)
        sources = [wording["source"] for each in suggested for wording in each["says"]]
        self.assertIn("loamshire#1.3", sources)
        self.assertNotIn("barchester#1.1", sources)
        self.write("own/provisions.yaml", said)
        self.assertIn("PRV003", self.expect(ERRORS, "provisions", "check", "--registers", "own").stdout)
        self.write("own/provisions.yaml", said.replace('question: ""', "question: Where are bicycles left?"))
        self.assertNotIn("PRV", self.expect(CLEAN, "provisions", "check", "--registers", "own").stdout)

    def test_faults_are_told_by_check(self):
        self.write("protocols/register/provisions.yaml", PROVISIONS.replace("introduction-purpose", "purpose"))
        self.assertIn("error[PRV001]", self.expect(ERRORS, "check").stdout)

    def test_adds_to_the_programs_own(self):
        self.write("protocols/register/provisions.yaml", "extends: yes\n" + PROVISIONS + (
            "  - id: group-attendance\n    also:\n      - Leaders may ask an officer to brief a group.\n"))
        shown = self.expect(CLEAN, "provisions", "show", "group-attendance", "together").stdout
        self.assertIn("Leaders may ask an officer", shown)
        self.assertIn("york#5.1", shown)
        self.assertIn("barchester#1.1", shown)

    def test_own_topics_and_roles_beside_the_programs_provisions(self):
        (self.folder / "protocols/register/provisions.yaml").unlink()
        self.write("protocols/register/topics.yaml", "topics:\n  - {id: all, title: Everything, cues: [members]}\n")
        self.write("protocols/register/roles.yaml",
                   "roles:\n  - {id: member, title: Member, words: [member], side: member}\n")
        self.assertNotIn("PRV", self.expect(CLEAN, "check", "--all").stdout)

    def test_quotations_of_the_project(self):
        """The register quotes the five, and the invented protocols, as they are."""
        for folder in ("protocols", "tests/gold/invented"):
            if not (REPOSITORY / folder).is_dir():
                continue
            result = self.expect(CLEAN, "provisions", "check", "--deny", "warnings", "--registers",
                                 REPOSITORY / "protocols/register", REPOSITORY / folder)
            self.assertRegex(result.stdout, r"^2\d\d provisions: ")


class Decisions(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/barchester.md", protocol("Barchester"))
        self.write("protocols/loamshire.md", protocol("Loamshire"))

    def decide(self, *arguments):
        return self.expect(CLEAN, "link", "barchester#1.1", "loamshire#1.1", *arguments, "--because", "read both",
                           "--as-of", "2026-11-28")

    def links(self):
        return (self.folder / "protocols/register/links.yaml").read_text()

    def test_written_and_replaced(self):
        self.decide("--different", "--by", "A. Clerk")
        self.assertRegex(self.links(), r'  - a: "barchester#1\.1"\n    b: "loamshire#1\.1"\n    verdict: different\n'
                         r"    because: read both\n    by: A\. Clerk\n    date: 2026-11-28\n"
                         r"    words: \[[0-9a-f]{8}, [0-9a-f]{8}\]\n")
        self.decide("--differs", "actor")
        self.assertEqual(self.links().count("  - a:"), 1)
        self.assertIn("verdict: differs\n    kind: actor\n", self.links())
        self.assertNotIn("LNK", self.expect(CLEAN, "check").stdout)

    def test_stale_once_the_words_change(self):
        self.decide("--same")
        self.write("protocols/loamshire.md", protocol("Loamshire").replace("together", "apart"))
        self.assertRegex(self.expect(CLEAN, "check").stdout, r"register/links\.yaml:\d+:\d+: warning\[LNK002\]")
        self.decide("--same")
        self.assertNotIn("LNK002", self.expect(CLEAN, "check").stdout)

    def test_obeyed(self):
        def compared():
            self.expect(CLEAN, "build", "--jobs", "1", "-o", "output", "protocols")
            return json.loads((self.folder / "output/data/comparison.json").read_text())

        pair = ("barchester#1.1", "loamshire#1.1")
        self.assertIn(pair, [(link["a"], link["b"]) for link in compared()["links"]])
        self.decide("--different", "--by", "A. Clerk")
        after = compared()
        self.assertNotIn(pair, [(link["a"], link["b"]) for link in after["links"]])
        self.assertEqual(after["decisions"], [{"a": pair[0], "b": pair[1], "verdict": "different", "kind": None,
                                               "because": "read both", "by": "A. Clerk", "date": "2026-11-28"}])
        self.assertIn("not linked, decided by A. Clerk on 2026-11-28: read both",
                      self.expect(CLEAN, "explain-link", *pair).stdout)
        self.decide("--differs", "actor")
        self.assertEqual([d["because"] for d in compared()["divergences"] if (d["a"], d["b"]) == pair], ["read both"])
        self.write("protocols/loamshire.md", protocol("Loamshire").replace("together", "apart"))
        self.assertEqual(compared()["decisions"], [])

    def test_refused(self):
        for arguments in (["--same", "--different"], []):
            self.assertIn("one of --same", self.expect(USAGE, "link", "barchester#1.1", "loamshire#1.1",
                                                      "--because", "x", *arguments).stderr)
        self.assertIn("two protocols", self.expect(USAGE, "link", "barchester#1.1", "barchester#1.2", "--same",
                                                   "--because", "x").stderr)
        self.write("protocols/register/links.yaml", "links: {}\n")
        self.assertIn("cannot be added to", self.expect(USAGE, "link", "barchester#1.1", "loamshire#1.1", "--same",
                                                       "--because", "x").stderr)
        self.assertEqual(self.links(), "links: {}\n")


if __name__ == "__main__":
    unittest.main()
