"""Watching and serving: builds that follow the sources, and pages that only a browser on this machine gets.

No test measures time. Each waits for what it expects to be said, however long that takes.
"""
import html
import http.client
import json
import os
import re
import shutil
import signal
import socket
import unittest

from concord import LONGEST, REPOSITORY, Case, Running, protocol, tree


class Live(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/barchester.md", protocol())

    def run_live(self, *arguments):
        running = Running(self.folder, *arguments)
        self.addCleanup(running.end)
        return running


class Watching(Live):
    def watch(self):
        running = self.run_live("build", "--watch", "--formats", "html,md", "--no-comparison")
        return running, running.wait_for("watching")

    def page(self):
        return (self.folder / "output/barchester/index.html").read_text(encoding="utf-8")

    def test_a_change_is_built_and_said(self):
        running, at = self.watch()
        self.assertNotIn("Courtesy is expected", self.page())
        self.write("protocols/barchester.md", protocol(words="Courtesy is expected."))
        at = running.wait_for("protocols/barchester.md changed", at)
        at = running.wait_for("barchester/index.html", at)
        running.wait_for("watching", at)
        self.assertIn("Courtesy is expected", self.page())

    def test_the_clauses_that_changed_are_said(self):
        first, second = "Courtesy is expected of all who meet.", "Members ask officers for advice in writing."
        self.write("protocols/barchester.md", protocol(words=first))
        running, at = self.watch()
        self.write("protocols/barchester.md", protocol(words=first) + f"\n1.9 {second}\n")
        at = running.wait_for("barchester: 1.9 new\n", at)
        at = running.wait_for("watching", at)
        changed = second.replace("ask", "must ask")
        self.write("protocols/barchester.md", protocol(words=first) + f"\n1.9 {changed}\n")
        running.wait_for("barchester: 1.9 reworded\n", at)

    def test_an_editor_that_replaces_the_file_by_another(self):
        running, at = self.watch()
        new = self.write("protocols/.barchester.md.new", protocol(words="Courtesy is expected."))
        os.replace(new, self.folder / "protocols/barchester.md")
        running.wait_for("watching", running.wait_for("protocols/barchester.md changed", at))
        self.assertIn("Courtesy is expected", self.page())

    def test_new_files_and_deleted_ones(self):
        running, at = self.watch()
        self.write("protocols/more/loamshire.md", protocol("Loamshire"))
        at = running.wait_for("watching", running.wait_for("protocols/more/loamshire.md is new", at))
        self.assertTrue((self.folder / "output/loamshire/index.html").exists())
        (self.folder / "protocols/more/loamshire.md").unlink()
        running.wait_for("watching", running.wait_for("protocols/more/loamshire.md is gone", at))
        self.assertFalse((self.folder / "output/loamshire").exists())

    def test_registers_too(self):
        self.write("protocols/register/links.yaml", "links: []\n")
        running, at = self.watch()
        self.write("protocols/register/links.yaml", "links: []  # none yet\n")
        running.wait_for("protocols/register/links.yaml changed", at)

    def test_a_broken_source_keeps_the_last_good_output(self):
        running, at = self.watch()
        before = tree(self.folder / "output")
        self.write("protocols/barchester.md", protocol().replace("council: ", "council ["))
        at = running.wait_for("was left as it was", at)
        self.assertIn("error[", "".join(filter(None, running.said)))
        self.assertEqual(tree(self.folder / "output"), before)
        self.write("protocols/barchester.md", protocol(words="Mended."))
        running.wait_for("watching", running.wait_for("barchester.md changed", at))
        self.assertIn("Mended.", self.page())

    def test_sources_that_are_all_gone_for_a_while(self):
        running, at = self.watch()
        (self.folder / "protocols/barchester.md").unlink()
        at = running.wait_for("no protocol", running.wait_for("is gone", at))
        self.write("protocols/barchester.md", protocol(words="Back."))
        running.wait_for("watching", running.wait_for("is new", at))
        self.assertIn("Back.", self.page())

    def test_ended_it_leaves_nothing_behind(self):
        for by in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            running, _ = self.watch()
            self.assertEqual(running.end(by), 0)
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["output", "protocols"])
            self.run_concord("build", "--formats", "html", "--no-comparison")  # no lock is held

    def test_ended_in_the_middle_of_builds(self):
        for round in range(5):
            running, at = self.watch()
            self.write("protocols/barchester.md", protocol(words=f"Round {round}."))
            running.wait_for("changed", at)
            self.assertEqual(running.end(), 0)
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["output", "protocols"])
            listed = (self.folder / "output/data/files.txt").read_text().splitlines()
            self.assertEqual(set(listed), set(tree(self.folder / "output")))

    def test_the_same_output_as_a_build(self):
        running, at = self.watch()
        self.write("protocols/barchester.md", protocol(words="The last word."))
        running.wait_for("watching", running.wait_for("changed", at))
        running.end()
        self.expect(0, "build", "--formats", "html,md", "--no-comparison", "-o", "alone")
        self.assertEqual(tree(self.folder / "output"), tree(self.folder / "alone"))

    def test_what_is_remembered_of_a_comparison_changes_no_byte(self):
        """Of texts and registers that change, change back, come and go."""
        for council in ("leeds", "ware", "york"):
            shutil.copy(REPOSITORY / f"protocols/{council}.md", self.folder / "protocols")
        (self.folder / "protocols/barchester.md").unlink()
        york = (self.folder / "protocols/york.md").read_text(encoding="utf-8")
        stronger = york.replace("conduct of, an officer should:", "conduct of, an officer must:")
        draft = york.replace("status: adopted", "status: draft", 1)
        arguments = ("--formats", "html,json,xml,md")
        running = self.run_live("build", "--watch", *arguments)
        at = running.wait_for("watching")
        for path, text in [("york.md", stronger), ("york.md", york), ("york.draft.md", draft),
                           ("register/links.yaml", "links: []\n"), ("ware.md", None), ("york.draft.md", None)]:
            with self.subTest(path=path):
                if text is None:
                    (self.folder / "protocols" / path).unlink()
                else:
                    self.write(f"protocols/{path}", text)
                at = running.wait_for("watching", running.wait_for(path, at))
                self.expect(0, "build", *arguments, "-o", "alone")
                self.assertEqual(tree(self.folder / "output"), tree(self.folder / "alone"))


class Serving(Live):
    def serve(self, *arguments):
        running = self.run_live("serve", *arguments)
        at = running.wait_for("shows the pages")
        line = running.said[at - 1]
        self.port = int(line.split("127.0.0.1:")[1].split("/")[0])
        return running, at

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        self.addCleanup(connection.close)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
            if value is not None:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read()

    def state(self):
        return json.loads(self.ask("/_live/state.json")[1])

    def test_the_page_and_its_script(self):
        self.serve()
        answer, body = self.ask("/barchester/")
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertIn(b'<script src="/_live/live.js" defer>', body)
        self.assertIn(b"connect-src 'self'", body)
        for path in ("/_live/live.js", "/_live/words.js", "/_live/live.css", "/assets/concord.css", "/"):
            self.assertEqual(self.ask(path)[0].status, 200, path)
        answer, _ = self.ask("/barchester")
        self.assertEqual((answer.status, answer.headers["Location"]), (302, "/barchester/"))

    def test_nothing_is_written(self):
        self.write("protocols/barchester.md", protocol(words="<!-- Ask legal -->"))
        before = tree(self.folder)
        running, _ = self.serve()
        self.ask("/barchester/")
        self.assertEqual(running.end(), 0)
        self.assertEqual(tree(self.folder), before)

    def test_written_pages_have_no_script_of_the_preview(self):
        self.expect(0, "build", "--formats", "html", "--no-comparison")
        for path, content in tree(self.folder / "output").items():
            self.assertNotIn(b"_live", content, path)

    def test_findings_and_drafting_notes_at_their_clauses(self):
        self.write("protocols/barchester.md",
                   protocol(words="<!-- Ask legal -->").replace("paragraph 1.1 above", "paragraph 1.1 below"))
        self.serve()
        remarks = self.state()["texts"]["barchester"]
        note = next(remark for remark in remarks if remark["kind"] == "drafting")
        self.assertEqual((note["text"], note["clause"]), ("Ask legal", "1.1"))
        self.assertIn("1.2", [remark["clause"] for remark in remarks if remark["kind"] in ("error", "warning")])

    def test_pages_hear_of_each_build(self):
        running, at = self.serve()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        self.addCleanup(connection.close)
        connection.request("GET", "/_live/events")
        events = connection.getresponse()
        self.assertEqual(events.headers["Content-Type"], "text/event-stream")

        def next_event():
            while not (line := events.readline()).startswith(b"data: "):
                self.assertTrue(line, "the events ended")
            return line

        first, build = next_event(), self.state()["build"]
        self.write("protocols/barchester.md", protocol(words="Courtesy is expected."))
        self.assertNotEqual(next_event(), first)
        self.assertGreater(self.state()["build"], build)
        self.assertIn(b"Courtesy is expected", self.ask("/barchester/")[1])
        running.wait_for("barchester.md changed", at)

    def test_a_broken_source_keeps_the_pages_and_says_why(self):
        running, at = self.serve()
        page = self.ask("/barchester/")[1]
        self.write("protocols/barchester.md", protocol().replace("council: ", "council ["))
        running.wait_for("stay as they were", at)
        self.assertEqual(self.ask("/barchester/")[1], page)
        state = self.state()
        self.assertTrue(state["failed"])
        kinds = [remark["kind"] for remarks in (*state["texts"].values(), state["others"]) for remark in remarks]
        self.assertIn("error", kinds)

    def test_a_source_that_was_broken_from_the_start(self):
        self.write("protocols/barchester.md", protocol().replace("council: ", "council ["))
        running, at = self.serve()
        self.assertIn("1 error, 1 note; there are no pages yet\n", running.said)
        answer, body = self.ask("/barchester/")
        self.assertEqual(answer.status, 200)
        self.assertIn(b"Nothing to show yet", body)
        self.write("protocols/barchester.md", protocol())
        running.wait_for("barchester.md changed", at)
        running.wait_for(" s\n", at)
        while b"Nothing to show yet" in body:
            body = self.ask("/barchester/")[1]
        self.assertIn(b"Members and officers work together", body)

    # ---- its words

    def test_the_waiting_page_and_the_scripts_have_the_words_of_words_json(self):
        self.write("protocols/barchester.md", protocol().replace("council: ", "council ["))
        self.serve()
        words = json.loads((REPOSITORY / "templates/words.json").read_text(encoding="utf-8"))
        page = html.unescape(self.ask("/barchester/")[1].decode())
        for name in ("waiting_heading", "waiting_text"):
            self.assertIn(f">{words['en'][name]}<", page)
        self.assertLess(page.index("/_live/words.js"), page.index("/_live/live.js"))
        script = self.ask("/_live/words.js")[1].decode()
        self.assertEqual(json.loads(re.search(r"page_words = (\{.*\});", script)[1]),
                         {language: {name: text for name, text in own.items() if name.startswith("script_")}
                          for language, own in words.items()})

    def test_the_findings_are_told_in_the_words_of_the_catalogue(self):
        self.write("protocols/barchester.md", protocol(words="See paragraph 7.7. He agrees."))
        self.serve()
        found = json.loads(self.run_concord("check", "--format", "json", "protocols").stdout)["diagnostics"]
        self.assertGreater(len(found), 1)
        self.assertEqual([(remark["code"], remark["kind"], remark["text"])
                          for remark in self.state()["texts"]["barchester"]],
                         [(finding["code"], finding["severity"], finding["message"]) for finding in found])

    def test_what_it_prints(self):
        """An address, what changed, and how each build went."""
        running, at = self.serve()
        self.assertEqual(running.said[at - 1],
                         f"http://127.0.0.1:{self.port}/ shows the pages; Ctrl-C ends it\n")
        self.write("protocols/barchester.md", protocol().replace("council: ", "council ["))
        at = running.wait_for("stay as they were", at)
        self.assertEqual(running.said[at - 1], "1 error, 1 note; the pages stay as they were\n")
        self.assertIn("protocols/barchester.md changed\n", running.said)
        self.write("protocols/barchester.md", protocol())
        at = running.wait_for("changed", at)
        at = running.wait_for(" s\n", at)
        self.assertRegex(running.said[at - 1], r"^[a-z0-9 ,]+; \d+\.\d\d s\n$")
        running.end()
        self.assertEqual(running.said[at:], [None])

    # ---- nobody else

    def test_paths_that_lead_elsewhere_get_nothing(self):
        (self.folder / "secret.txt").write_text("secret")
        (self.folder / "protocols/link.md.txt").symlink_to("/etc/passwd")
        self.serve()
        for path in ("/../secret.txt", "/barchester/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
                     "/%2e%2e%2fsecret.txt", "/%252e%252e/secret.txt", "/..%5csecret.txt", "//etc/passwd",
                     "/etc/passwd", "/protocols/barchester.md", "/link.md.txt", "/secret.txt", "/.git/config",
                     "/barchester/index.html%00.css", "/_live/../secret.txt", f"{self.folder}/secret.txt",
                     "/templates/words.json", "http://127.0.0.1/secret.txt", "/%c0%ae%c0%ae/secret.txt"):
            answer, body = self.ask(path)
            self.assertIn(answer.status, (400, 404), path)
            self.assertEqual(body, b"", path)

    def test_foreign_names_get_nothing(self):
        self.serve()
        for host in ("evil.example", f"evil.example:{self.port}", "127.0.0.1", f"127.0.0.1.evil.example:{self.port}",
                     f"localhost:{self.port + 1}", "", None):
            for path in ("/", "/barchester/", "/_live/state.json", "/_live/events"):
                answer, body = self.ask(path, Host=host)
                self.assertIn(answer.status, (400, 403), (host, path))
                self.assertEqual(body, b"", (host, path))
        self.assertEqual(self.ask("/", Host=f"localhost:{self.port}")[0].status, 200)

    def test_foreign_pages_get_nothing(self):
        self.serve()
        for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"},
                        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "script"},
                        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "iframe"},
                        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Dest": "empty"}):
            for path in ("/barchester/", "/_live/state.json", "/_live/events"):
                answer, body = self.ask(path, **headers)
                self.assertEqual((answer.status, body), (403, b""), (headers, path))
        answer, _ = self.ask("/barchester/")
        self.assertEqual(answer.headers["Cross-Origin-Resource-Policy"], "same-origin")
        self.assertIn("frame-ancestors 'none'", answer.headers["Content-Security-Policy"])
        self.assertIsNone(answer.headers["Access-Control-Allow-Origin"])

    def test_it_can_only_be_read(self):
        self.serve()
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            answer, body = self.ask("/barchester/", method)
            self.assertIn(answer.status, (400, 405), method)
            self.assertEqual(body, b"", method)
        answer, body = self.ask("/barchester/", "HEAD")
        self.assertEqual((answer.status, body), (200, b""))

    def test_other_machines_get_nothing(self):
        self.serve()
        listening = lines_of("/proc/net/tcp") + lines_of("/proc/net/tcp6")
        ours = [line.split()[1] for line in listening
                if line.split()[3] == "0A" and line.split()[1].endswith(f":{self.port:04X}")]
        self.assertEqual(ours, [f"0100007F:{self.port:04X}"])

    def test_broken_requests_do_no_harm(self):
        self.serve()
        for request in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\xff\xfe\x00\x01\r\n\r\n",
                        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
                        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.port), timeout=LONGEST) as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                try:
                    while connection.recv(65536):
                        pass
                except ConnectionError:
                    pass
        self.assertEqual(self.ask("/")[0].status, 200)

    # ---- ports

    def test_a_port_that_is_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            result = self.expect(3, "serve", "--port", port)
            self.assertIn(f"port {port}", result.stderr)

    def test_two_at_once_take_two_ports(self):
        self.serve()
        first = self.port
        self.serve()
        self.assertNotEqual(self.port, first)

    def test_ports_that_there_are_not(self):
        for port in ("0", "65536", "-1", "http"):
            self.expect(2, "serve", "--port", port)

    # ---- sources

    def test_sources_that_there_are_not(self):
        for command in (("serve",), ("build", "--watch")):
            result = self.expect(2, *command, "missing.md")
            self.assertIn('there is no file or folder "missing.md"', result.stderr)


def lines_of(path):
    with open(path, encoding="ascii") as file:
        return file.read().splitlines()[1:]


if __name__ == "__main__":
    unittest.main()
