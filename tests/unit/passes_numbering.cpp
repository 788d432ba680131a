#include <catch2/catch.hpp>

#include "passes_text.h"

using namespace concord;
using diag::Code;
using test::Checked;

namespace {

std::size_t irregular(const Checked& text) {
  std::size_t count = 0;
  for (const auto code : {Code::NUM001, Code::NUM002, Code::NUM003, Code::NUM004, Code::NUM005,
                          Code::NUM006, Code::NUM007, Code::NUM008})
    count += text.count(code);
  return count;
}

}  // namespace

TEST_CASE("regular numbers are left in peace") {
  CHECK(irregular(Checked("## 1.0 A\n\n1.1 x.\n\n1.2 x:\n\n- (a) y\n- (b) y:\n  - (i) z\n"
                          "  - (ii) z\n\n1.3 x:\n\n- (a) y\n- (b) y\n\n## 2.0 B\n\n2.1 x.\n")) ==
        0);
  CHECK(irregular(Checked("## 18.1 A\n\n18.1.1 x.\n\n18.1.2 x.\n\n## 18.2 B\n")) == 0);
  CHECK(irregular(Checked("## One\n\nL:\n\n- (a) x\n- (b) x\n\n## Two\n\nL:\n\n- (a) x\n")) == 0);
  CHECK(irregular(Checked("## 1. S\n\n1.1 It says:\n\n> 9.9 Their clause.\n\n1.2 x.\n")) == 0);
}

TEST_CASE("numbers put in between, run on and begun again are regular") {
  CHECK(irregular(
            Checked("## 1. A\n\n1.1 x.\n\n1.1A y.\n\n1.1B z.\n\n1.2 x.\n\n## 1A. B\n\n1A.1 x.\n\n"
                    "## 2. C\n")) == 0);
  CHECK(irregular(Checked("## 1. A\n\n1.1 L:\n\n- (a) x\n- (aa) y\n- (b) z\n")) == 0);
  CHECK(irregular(Checked("## 1. A\n\n1.1 L:\n\n- (aa) x\n- (bb) y\n- (cc) z\n")) == 0);
  CHECK(irregular(Checked("## Fair\n\n1. X.\n\n2. Y.\n\n## Open\n\n3. Z.\n\n## Just\n\n1. X.\n")) ==
        0);
  CHECK(irregular(
            Checked("## Part A\n\n### 1. D\n\n1.1 x.\n\n## Part B\n\n### 1. D\n\n1.1 x.\n")) == 0);
  CHECK(irregular(Checked(
            "## Article 1 – A\n\n1.01 x.\n\n1.02 x.\n\n## Article 2 – B\n\n2.01 x.\n")) == 0);
  CHECK(irregular(Checked("## Members\n\n1.1 x.\n\n## Officers\n\n2.1 y.\n")) == 0);
}

TEST_CASE("NUM001: a number used twice, with the other place") {
  const Checked text("## 2. S\n\n2.1 One.\n\n2.1 Two.\n\n2.2 x.\n");
  CHECK(text.about(Code::NUM001) == "2.1");
  CHECK(text.message(Code::NUM001) == "number \"2.1\" is used twice");
  CHECK(text.sources.position(text.file, text.all(Code::NUM001)[0]->notes.at(0).span->begin).line ==
        text.sources.position(text.file, text.all(Code::NUM001)[0]->span.begin).line - 2);
  CHECK(irregular(text) == 1);
  CHECK(Checked("## 1. S\n\n1.1 L:\n\n- (a) x\n- (a) y\n- (b) z\n").count(Code::NUM001) == 1);
}

TEST_CASE("sic=\"as adopted\" accepts a number; words about a slip of the pen do not") {
  CHECK(irregular(Checked("## 2. S\n\n2.1 One.\n\n2.1 Two. {sic=\"as adopted\"}\n")) == 0);
  CHECK(
      Checked("## 2. S\n\n2.1 One.\n\n2.1 Two. {sic=\"“teh” for “the”\"}\n").count(Code::NUM001) ==
      1);
}

TEST_CASE("NUM002: a gap") {
  const Checked text("## 3. S\n\n3.1 x.\n\n3.4 x.\n");
  CHECK(text.message(Code::NUM002) == "\"3.4\" follows \"3.1\"; \"3.2\" to \"3.3\" are missing");
  CHECK(Checked("## 1. A\n\n## 3. B\n").message(Code::NUM002) ==
        "\"3.\" follows \"1.\"; expected \"2.\"");
  CHECK(Checked("## 1. A\n\n1.2 x.\n").message(Code::NUM002) ==
        "\"1.2\" comes first here; expected \"1.1\"");
  CHECK(Checked("## 4. From a longer text\n\n4.1 x.\n").count(Code::NUM002) == 0);
}

TEST_CASE("NUM002: the label that is expected, as the text writes its labels") {
  const auto items = [](const char* list) {
    return Checked(std::string("## 1. A\n\n1.1 L:\n\n") + list).message(Code::NUM002);
  };
  CHECK(items("- (a) x\n- (c) x\n") == "\"(c)\" follows \"(a)\"; expected \"(b)\"");
  CHECK(items("- (i) x\n- (ii) x\n- (v) x\n") ==
        "\"(v)\" follows \"(ii)\"; \"(iii)\" to \"(iv)\" are missing");
  CHECK(items("- A. x\n- D. x\n") == "\"D.\" follows \"A.\"; \"B.\" to \"C.\" are missing");
  CHECK(items("- b) x\n- c) x\n") == "\"b)\" comes first here; expected \"a)\"");
}

TEST_CASE("NUM002: a gap before a number that was put in, and in a division") {
  CHECK(Checked("## 1. A\n\n1.1 x.\n\n1.2A Members stay.\n").message(Code::NUM002) ==
        "\"1.2A\" follows \"1.1\"; expected \"1.2\"");
  CHECK(Checked("## Schedule 1\n\n1. X.\n\n3. Y.\n").count(Code::NUM002) == 1);
}

TEST_CASE("NUM008: the number of another section, once for each section") {
  const Checked text("## 1. A\n\n1.1 x.\n\n## 2. B\n\n1.2 x.\n\n1.3 x.\n\n## 3. C\n\n3.1 x.\n");
  CHECK(text.message(Code::NUM008) == "number \"1.2\" does not belong in section 2");
  CHECK(text.about(Code::NUM008) == "1.2");
  CHECK(text.count(Code::NUM008) == 1);
}

TEST_CASE("NUM003: out of order") {
  const Checked text("## 1. S\n\n1.1 x.\n\n1.3 x.\n\n1.2 x.\n\n1.4 x.\n");
  CHECK(text.about(Code::NUM003) == "1.2");
  CHECK(text.message(Code::NUM003) == "number \"1.2\" comes after the larger \"1.3\"");
  CHECK(text.count(Code::NUM003) == 1);
}

TEST_CASE("NUM004: a number without its parent, once for each parent") {
  const Checked text("## 4. S\n\n4.1 x.\n\n4.2.1 x.\n\n4.2.2 x.\n");
  CHECK(text.message(Code::NUM004) ==
        "\"4.2.1\" belongs below \"4.2\", which this protocol does not have");
  CHECK(text.count(Code::NUM004) == 1);
}

TEST_CASE("NUM005: a letter or a numeral") {
  const Checked text("## 1. S\n\n1.1 L:\n\n- (h) x\n- (i) x\n- (ii) x\n");
  CHECK(text.about(Code::NUM005) == "(i)");
}

TEST_CASE("NUM006: dressed unlike its siblings") {
  const Checked text("## 4. S\n\n4.1. x.\n\n4.2 x.\n\n4.3 x.\n");
  CHECK(text.message(Code::NUM006) == "\"4.1.\" is written differently from \"4.2\" beside it");
  CHECK(text.count(Code::NUM006) == 1);
  CHECK(Checked("## 1.0 A\n\n## 2. B\n\n## 3. C\n").about(Code::NUM006) == "1.0");
  const Checked kinds("## 1. S\n\n1.1 L:\n\n- (a) x\n- (2) x\n");
  CHECK(kinds.message(Code::NUM006) == "\"(2)\" is a number, but the list begins with a letter");
}

TEST_CASE("NUM007: nothing left to accept") {
  const Checked text("## 1. S\n\n1.1 x. {sic=\"as adopted\"}\n\n1.2 y. {sic=\"“teh”\"}\n");
  CHECK(text.count(Code::NUM007) == 1);
}

TEST_CASE("FN004: footnotes rise by one from wherever they begin") {
  const auto notes = [](std::string_view a, std::string_view b, std::string_view attribute) {
    return Checked("## 1. S\n\n1.1 One[^" + std::string(a) + "] two[^" + std::string(b) + "]." +
                   std::string(attribute) + "\n\n[^" + std::string(a) + "]: A.\n\n[^" +
                   std::string(b) + "]: B.\n");
  };
  CHECK(notes("53", "54", "").count(Code::FN004) == 0);
  CHECK(notes("2", "4", "").message(Code::FN004) == "footnote 4 follows footnote 2");
  CHECK(notes("2", "1", "").count(Code::FN004) == 1);
  CHECK(notes("a", "9", "").count(Code::FN004) == 0);
  CHECK(notes("2", "4", " {sic=\"as adopted\"}").count(Code::FN004) == 0);
}
