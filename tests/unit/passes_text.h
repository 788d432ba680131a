// Checked protocols from a few lines of source, for the tests.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frozen_registers.h"
#include "passes/protocol.h"
#include "passes/vocabulary.h"

namespace concord::test {

inline syntax::Register small_register() {
  using syntax::InstrumentKind;
  using syntax::Side;
  syntax::Register all;
  all.roles = {
      {"member", "Member", {"member", "councillor", "member of the council"}, Side::member, {}},
      {"officer", "Officer", {"officer"}, Side::officer, {}},
      {"monitoring-officer", "Monitoring Officer", {"monitoring officer"}, Side::officer, {}},
      {"chief-executive",
       "Chief Executive",
       {"chief executive", "managing director"},
       Side::officer,
       {}},
      {"chief-finance-officer",
       "Chief Finance Officer",
       {"chief finance officer", "chief finance (section 151) officer"},
       Side::officer,
       {}},
      {"executive", "Executive", {"executive", "cabinet"}, Side::body, {"executive"}},
      {"council", "Council", {"council"}, Side::body, {}}};
  all.not_roles = {"member of the public", "members of the public", "council tax"};
  all.topics = {{"introduction", "Introduction", {"introduction", "purpose"}},
                {"party-groups", "Party groups", {"party group", "political group"}},
                {"expectations", "Expectations", {"expectations", "members can expect"}},
                {"media", "Media", {"media", "press"}}};
  all.instruments = {{"localism-act-2011",
                      "Localism Act 2011",
                      InstrumentKind::act,
                      "2011",
                      "https://www.legislation.gov.uk/ukpga/2011/20",
                      {"Localism Act"},
                      "in-force",
                      ""},
                     {"lga-1972",
                      "Local Government Act 1972",
                      InstrumentKind::act,
                      "1972",
                      "https://www.legislation.gov.uk/ukpga/1972/70",
                      {"LGA 1972"},
                      "in-force",
                      ""},
                     {"lga-2000",
                      "Local Government Act 2000",
                      InstrumentKind::act,
                      "2000",
                      "https://www.legislation.gov.uk/ukpga/2000/22",
                      {},
                      "in-force",
                      ""},
                     {"lgha-1989",
                      "Local Government and Housing Act 1989",
                      InstrumentKind::act,
                      "1989",
                      "https://www.legislation.gov.uk/ukpga/1989/42",
                      {},
                      "in-force",
                      ""},
                     {"dpa-2018",
                      "Data Protection Act 2018",
                      InstrumentKind::act,
                      "2018",
                      "https://www.legislation.gov.uk/ukpga/2018/12",
                      {"Data Protection Act"},
                      "in-force",
                      ""},
                     {"dpa-1998",
                      "Data Protection Act 1998",
                      InstrumentKind::act,
                      "1998",
                      "https://www.legislation.gov.uk/ukpga/1998/29",
                      {},
                      "repealed",
                      "dpa-2018"},
                     {"publicity-code",
                      "Code of Recommended Practice on Local Authority Publicity",
                      InstrumentKind::code,
                      "2011",
                      "https://www.gov.uk/publicity",
                      {"Publicity Code"},
                      "in-force",
                      ""}};
  all.lists = word_lists();
  return all;
}

// A text compiled as far as the passes go.
struct Checked {
  explicit Checked(std::string_view text, std::string_view more = "", std::string_view as_of = "",
                   const syntax::Register& registers = small_register()) {
    file = sources.add("test.md",
                       "---\nid: test\ncouncil: Test Council\ntitle: Member Officer Protocol\n" +
                           std::string(more) + "---\n\n" + std::string(text));
    protocol = passes::check(graph::build(syntax::parse(sources, file, sink), sink),
                             passes::Vocabulary(registers), {std::string(as_of)}, sink);
  }

  const passes::Protocol& operator*() const { return protocol.value(); }
  const passes::Protocol* operator->() const { return &protocol.value(); }

  // "text -> key", "text -> target" or "text -> nowhere" for each reference, in order.
  std::vector<std::string> references() const {
    std::vector<std::string> all;
    for (const auto& each : protocol->references())
      all.push_back(each.text + " -> " + leads_to(each));
    return all;
  }
  std::string leads_to(const passes::Reference& reference) const {
    if (reference.to) return "#" + (*protocol)[*reference.to].key;
    if (reference.kind == passes::ReferenceKind::internal) return "nowhere";
    if (reference.kind == passes::ReferenceKind::instrument)
      return reference.uri.empty() ? "law:" + reference.target : reference.uri;
    return reference.target;
  }

  std::vector<const diag::Diagnostic*> all(diag::Code code) const {
    std::vector<const diag::Diagnostic*> found;
    for (const auto& each : sink.all())
      if (each.code == code) found.push_back(&each);
    return found;
  }
  std::size_t count(diag::Code code) const { return all(code).size(); }
  // The words that the only diagnostic with that code is about, and its message.
  std::string about(diag::Code code) const {
    return std::string(sources.text(all(code).at(0)->span));
  }
  std::string message(diag::Code code) const { return all(code).at(0)->message; }

  // The text with the first fix of the code's first diagnostic.
  std::string fixed(diag::Code code) const {
    const diag::Fix& fix = all(code).at(0)->fixes.at(0);
    std::string text(sources.text(file));
    text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.replacement);
    return text;
  }

  source::SourceMap sources;
  diag::Sink sink;
  source::FileId file{};
  std::optional<passes::Protocol> protocol;
};

using Lines = std::vector<std::string>;

}  // namespace concord::test
