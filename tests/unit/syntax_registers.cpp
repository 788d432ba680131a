#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "source/files.h"
#include "syntax/import_lists.h"
#include "syntax/registers.h"
#include "syntax/role_lists.h"
#include "syntax/word_lists_reader.h"
#include "syntax_text.h"

using namespace concord;

namespace {

struct Read {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register reg;

  void add(const std::string& text) {
    syntax::read_register(sources, sources.add("register.yaml", text), reg, sink);
  }
  std::string pointed_at(std::size_t index) const {
    const diag::Diagnostic& diagnostic = sink.all().at(index);
    CHECK(diagnostic.code == diag::Code::REG001);
    return std::string(sources.text(diagnostic.span));
  }
};

}  // namespace

TEST_CASE("registers are told apart by their keys and add up") {
  Read read;
  read.add(
      "roles:\n"
      "  - id: monitoring-officer\n    title: Monitoring Officer\n"
      "    words: [Monitoring Officer, monitoring officer to the council]\n    side: officer\n"
      "  - {id: leader, title: Leader, words: [leader], side: member, governance: [executive]}\n"
      "not_roles: [Member of the public]\n");
  read.add("topics:\n  - {id: scrutiny, title: Scrutiny, cues: [Overview]}\n");
  read.add(
      "instruments:\n  - {id: la-2011, title: Localism Act 2011, kind: act, year: 2011,\n"
      "     uri: https://www.legislation.gov.uk/ukpga/2011/20, aliases: [Localism Act],\n"
      "     status: in-force}\n");
  read.add("synonyms:\n  - [pressurise, put pressure on]\n");
  CHECK(read.sink.all().empty());
  REQUIRE(read.reg.role("monitoring-officer") != nullptr);
  CHECK(read.reg.role("monitoring-officer")->words[0] == "monitoring officer");
  CHECK(read.reg.role("monitoring-officer")->side == syntax::Side::officer);
  CHECK(read.reg.role("leader")->governance == std::vector<std::string>{"executive"});
  CHECK(read.reg.role("nobody") == nullptr);
  CHECK(read.reg.not_roles == std::vector<std::string>{"member of the public"});
  CHECK(read.reg.topic("scrutiny")->cues == std::vector<std::string>{"overview"});
  CHECK(read.reg.instrument("la-2011")->year == "2011");
  CHECK(read.reg.synonyms.size() == 1);
}

TEST_CASE("an entry with a fault is reported at its place and left out; the others are read") {
  Read read;
  read.add(
      "topics:\n"
      "  - {id: one, title: One}\n"
      "  - {id: Two!, title: Two}\n"
      "  - {id: three, titel: Three}\n"
      "  - {id: one, title: One again}\n"
      "  - four\n"
      "synonyms:\n  - [alone]\n");
  CHECK(read.reg.topics.size() == 1);
  CHECK(read.reg.synonyms.empty());
  REQUIRE(read.sink.all().size() == 5);
  CHECK(read.pointed_at(0) == "Two!");
  CHECK(read.pointed_at(1) == "titel");
  CHECK(read.pointed_at(3) == "four");
}

TEST_CASE("a register that is not YAML, or of another kind, is reported") {
  Read read;
  read.add("topics: [\n");
  read.add("- a\n");
  read.add("rolls: []\n");
  read.add("roles: &r []\n");
  CHECK(read.sink.all().size() == 4);
}

TEST_CASE("what is no YAML is told at its byte, or where what is never closed began") {
  Read read;
  read.add("topics:\n  - {id: gw\xC5\xB7r, title: \xC5\xB4yr!}\n");
  CHECK(read.pointed_at(0) == "gw\xC5\xB7r");
  read.add("# \xE2\x80\x93\ntopics: one: two\n");
  CHECK(read.pointed_at(1) == ":");
  read.add("topics: \"one\n");
  CHECK(read.pointed_at(2) == "\"");
  read.add("  topics: []\nroles: []\n");  // the second key is outside of the mapping
  CHECK(read.pointed_at(3) == "r");
  read.add("topics: [a\n");
  CHECK(read.pointed_at(4) == "[");
  CHECK(read.sink.all().size() == 5);
  CHECK(read.reg.topics.empty());
}

TEST_CASE("lists of words are read by their names") {
  Read read;
  read.add(
      "exceptions: [Unless, except]\n"
      "number_words:\n  - {value: 20, words: [twenty, ugain]}\n  - {value: five, words: [five]}\n"
      "modals:\n  - {verb: can, force: permission, words: [can], negated: [cannot]}\n"
      "citing_nouns:\n  - {noun: rule, unit: outer, rank: 3, singular: [rule], welsh_plural: "
      "[rheolau]}\n"
      "gendered:\n  - {words: his, instead: their, fits: yes}\n"
      "instrument_heads:\n  - {noun: act, words: [Act, deddf]}\n"
      "ranks:\n  - [clerk, Proper-Officer]\n  - [clerk]\n"
      "defining_verbs: [means, Shall mean, covers]\n");
  CHECK(read.sink.all().size() == 1);
  CHECK(read.pointed_at(0) == "five");
  const syntax::WordLists& lists = read.reg.lists;
  CHECK(lists.exceptions == syntax::WordSet{"unless", "except"});
  CHECK(lists.number_words == syntax::NumberWords{{"twenty", 20}, {"ugain", 20}});
  REQUIRE(lists.modals.size() == 1);
  CHECK(lists.modals[0].force == syntax::Force::permission);
  CHECK(lists.modals[0].negated == std::vector<std::string>{"cannot"});
  REQUIRE(lists.citing_nouns.size() == 1);
  CHECK(lists.citing_nouns[0].unit == syntax::CitedUnit::outer);
  CHECK(lists.citing_nouns[0].rank == 3);
  CHECK(lists.citing_nouns[0].singular == std::vector<std::string>{"rule"});
  REQUIRE(lists.gendered.size() == 1);
  CHECK(lists.gendered[0].fits);
  CHECK(lists.instrument_heads == syntax::Spellings{{"act", "act"}, {"deddf", "act"}});
  CHECK(lists.ranks == syntax::WordGroups{{"clerk", "proper-officer"}, {"clerk"}});
  CHECK(lists.defining_verbs == syntax::PhraseList{"means", "shall mean", "covers"});
}

TEST_CASE("faults in lists of words are reported at their places") {
  Read read;
  read.add(
      "exceptions: [unless, Unless, {not: words}]\n"
      "excepions: []\n"
      "negators: no\n"
      "months:\n  - {value: May, words: [may]}\n"
      "modals:\n  - {verb: must, force: duties, words: [must]}\n"
      "number_words:\n  - {value: 1, words: [one]}\n  - {value: 2, words: [one]}\n"
      "instrument_heads:\n  - {noun: act}\n  - {noun: act, words: [deddf]}\n"
      "  - {noun: order, words: [deddf]}\n"
      "naming_phrases: [known as, Known as]\n"
      "ranks: [[clerk, clerk], {chair: mayor}]\n"
      "citing_nouns: [{noun: rule, unit: outer, rank: 3}]\n");
  REQUIRE(read.sink.all().size() == 13);
  CHECK(read.pointed_at(0) == "Unless");
  CHECK(read.sink.all()[0].message.find("each word once") != std::string::npos);
  CHECK(read.pointed_at(1) == "{");
  CHECK(read.pointed_at(2) == "excepions");
  CHECK(read.sink.all()[2].message.find("did you mean \"exceptions\"?") != std::string::npos);
  CHECK(read.pointed_at(3) == "no");
  CHECK(read.pointed_at(4) == "May");
  CHECK(read.pointed_at(5) == "duties");
  CHECK(read.sink.all()[6].message.find("\"one\" for one value") != std::string::npos);
  CHECK(read.sink.all()[7].message.find("a noun and its words") != std::string::npos);
  CHECK(read.sink.all()[8].message.find("\"deddf\" for one value") != std::string::npos);
  CHECK(read.pointed_at(9) == "Known as");
  CHECK(read.pointed_at(10) == "clerk");
  CHECK(read.sink.all()[10].message.find("each word once") != std::string::npos);
  CHECK(read.pointed_at(11) == "{");
  CHECK(read.sink.all()[12].message.find("a noun, its unit and a spelling") != std::string::npos);
}

TEST_CASE("an id of no role is reported where a list names it") {
  Read read;
  const auto file = read.sources.add(
      "effects.yaml",
      "offices:\n  - [clerk, clark]\nofficers_at_large: [clerk, mayor]\nanaphors: [clark]\n");
  syntax::read_register(read.sources, file, read.reg, read.sink);
  read.add("roles:\n  - {id: clerk, title: Clerk, words: [clerk]}\n");
  CHECK(read.sink.all().empty());
  syntax::check_role_lists(read.sources, file, read.reg, read.sink);
  REQUIRE(read.sink.all().size() == 2);
  CHECK(read.pointed_at(0) == "clark");
  CHECK(read.sink.all()[0].message.find("\"offices.0.1\"") != std::string::npos);
  CHECK(read.sink.all()[0].message.find("clerk") != std::string::npos);
  CHECK(read.pointed_at(1) == "mayor");
}

TEST_CASE(
    "the lists that import goes by are checked with the others, and completed by a second file") {
  Read read;
  read.add("open_words: [the, The]\nsite_names: [Cookie]\n");
  REQUIRE(read.sink.all().size() == 1);
  CHECK(read.pointed_at(0) == "The");
  syntax::ImportLists lists;
  const auto add = [&](const char* text) {
    syntax::read_import_lists(read.sources, read.sources.add("import.yaml", text), lists,
                              read.sink);
  };
  add("open_words: [The]\nadoption_cues: [made, made on]\n");
  add("open_words: [a]\nadoption_cues: [adopted]\nsite_names: [cookie]\nrolls: []\n");
  CHECK(lists.open_words == syntax::WordSet{"the"});
  CHECK(lists.adoption_cues == syntax::PhraseList{"made", "made on"});
  CHECK(lists.site_names == syntax::PhraseList{"cookie"});
  REQUIRE(read.sink.all().size() == 2);
  CHECK(read.pointed_at(1) == "rolls");
}

TEST_CASE("what a machine misreads keeps its case, and says what it stands for") {
  Read read;
  syntax::ImportLists lists;
  const auto add = [&](const char* text) {
    syntax::read_import_lists(read.sources, read.sources.add("import.yaml", text), lists,
                              read.sink);
  };
  add("misread_words:\n  - {from: ltis, to: It is}\n  - {from: lt}\n");
  add("misread_words: [{from: ln, to: In}]\nmisread_letters: [{from: \"1\", to: l}]\n");
  REQUIRE(lists.misread_words.size() == 1);
  CHECK(lists.misread_words[0].to == "It is");
  REQUIRE(lists.misread_letters.size() == 1);
  CHECK(lists.misread_letters[0].from == "1");
  REQUIRE(read.sink.all().size() == 1);
  CHECK(read.pointed_at(0) == "{");
}

TEST_CASE("a list stands in one file, and what is missing is taken from the program's own") {
  Read read;
  read.add("exceptions: [unless]\n");
  read.add("exceptions: [except]\n");
  REQUIRE(read.sink.all().size() == 1);
  CHECK(read.sink.all()[0].message.find("the list in one file") != std::string::npos);

  const auto own = read.sources.add("own.yaml",
                                    "exceptions: [save]\ncases: [where]\n"
                                    "topics:\n  - {id: media, title: Media}\n");
  syntax::read_missing(read.sources, own, read.reg, read.sink);
  CHECK(read.sink.all().size() == 1);
  CHECK(read.reg.lists.exceptions == syntax::WordSet{"unless"});
  CHECK(read.reg.lists.cases == syntax::WordSet{"where"});
  CHECK(read.reg.topics.empty());
}

TEST_CASE("the registers of the project are read whole") {
  Read read;
  const auto folder = std::filesystem::path(CONCORD_SOURCE_DIR) / "protocols/register";
  for (const auto& path : source::find_registers(folder)) read.add(source::read_file(path));
  CHECK(read.sink.all().empty());
  CHECK(read.reg.role("monitoring-officer") != nullptr);
  CHECK(read.reg.instrument("localism-act-2011") != nullptr);
  CHECK(read.reg.topic("introduction-purpose") != nullptr);
  CHECK(read.reg.lists.negators.contains("never"));
}

TEST_CASE(
    "the registers of the project, and those frozen for the tests, have every list of words") {
  Read none;
  syntax::Reporter reporter(none.sink);
  const auto file = none.sources.add("none.yaml", "");
  const syntax::MappedText text = syntax::clean("", file, reporter);
  syntax::FieldReader fields(text, 0, file, {diag::Code::REG001, diag::Code::REG001}, reporter);
  auto lists = syntax::word_list_fields(fields, none.reg.lists, syntax::SecondList::reported);
  syntax::ImportLists of_import;
  std::ranges::move(syntax::import_list_fields(fields, of_import), std::back_inserter(lists));
  for (const char* folder : {"/protocols/register", "/tests/gold/register"}) {
    std::string files;
    for (const auto& path : source::find_registers(std::string(CONCORD_SOURCE_DIR) + folder))
      files += "\n" + source::read_file(path);
    for (const auto& list : lists) {
      INFO(folder << ": " << list.name);
      CHECK(files.find("\n" + std::string(list.name) + ":\n") != std::string::npos);
    }
  }
}

TEST_CASE("who decides is asked for once, whether it is missing or no known word") {
  for (const char* entry : {"{id: spelling, body: Council}", "{id: spelling, decides: nobody}",
                            "{id: spelling, decides: }", "[spelling]"}) {
    Read read;
    read.add(std::string("authority:\n  - ") + entry + "\n");
    INFO(entry);
    CHECK(read.sink.all().size() == 1);
  }
}
