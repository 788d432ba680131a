#include "compare/match/bearer.h"
#include "compare/match/lexicon.h"
#include "compare/match/segments.h"
#include "compare_text.h"
#include "frozen_registers.h"

using namespace concord;
using compare::Bearer;
using compare::Token;
using compare::TokenKind;

namespace {

const compare::Lexicon& lexicon() {
  static const compare::Lexicon made(&test::registers(), {});
  return made;
}

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> found;
  for (const Token& token : lexicon().tokens(text)) found.emplace_back(token.form);
  return found;
}

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> found;
  for (const syntax::Range range : compare::passages_of(text, test::registers().lists)) {
    found.emplace_back(text.substr(range.begin, range.end - range.begin));
  }
  return found;
}

Bearer bearer(std::string_view text) {
  return compare::bearer_of(lexicon().tokens(text), test::registers().lists);
}

}  // namespace

TEST_CASE("the longest title names the role, in any number and case") {
  CHECK(forms("Monitoring Officer") == std::vector<std::string>{"role:monitoring-officer"});
  CHECK(forms("OFFICERS") == std::vector<std::string>{"role:officer"});
  CHECK(forms("Councillor\u2019s") == std::vector<std::string>{"role:member"});
  CHECK(forms("members of the Council") == std::vector<std::string>{"role:member"});
  CHECK(forms("Heads of Paid Service") == std::vector<std::string>{"role:head-of-paid-service"});
}

TEST_CASE("a phrase that only looks like a title names no role") {
  for (const Token& token : lexicon().tokens("member of the public")) {
    CHECK(token.kind != TokenKind::role);
  }
}

TEST_CASE("spelling, hyphens and typographic marks do not count") {
  CHECK(forms("recognize") == forms("recognise"));
  CHECK(forms("day-to-day") == forms("day to day"));
  CHECK(lexicon().tokens("Council\u2019s").front().surface ==
        lexicon().tokens("council's").front().surface);
}

TEST_CASE("modals, negators and numbers are told from other words") {
  const auto tokens = lexicon().tokens("must not wait 14 days");
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].kind == TokenKind::modal);
  CHECK(tokens[1].kind == TokenKind::negator);
  CHECK(tokens[2].kind == TokenKind::word);
  CHECK(tokens[3].kind == TokenKind::number);
  CHECK(lexicon().tokens("5.3(a)").front().surface == "5.3");
}

TEST_CASE("each token of a day has its value, and so has a number in another spelling") {
  for (const Token& token : lexicon().tokens("14th of May 2026")) {
    CHECK(token.value == "2026-05-14");
    CHECK(token.kind != TokenKind::modal);
  }
  CHECK(measure_of(lexicon().tokens("1,000").front()) == "1000");
  const compare::Lexicon larger(&test::registers_with_larger_numbers(), {});
  CHECK(measure_of(larger.tokens("one thousand").front()) == "1000");
  CHECK(measure_of(lexicon().tokens("14").front()) == "14");
}

TEST_CASE("a number of a cited place is marked") {
  const auto cited = [](std::string_view text) {
    return std::ranges::count(lexicon().tokens(text), true, &Token::cited);
  };
  CHECK(cited("rules 5 and 7") == 2);
  CHECK(cited("within 5 days") == 0);
}

TEST_CASE("a council's own title goes before the register's, in its own text only") {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::protocol_of(
      "ashby",
      "---\nid: ashby\ncouncil: Ashby\ntitle: Protocol\nroles:\n  clerk: [Warden]\n---\n\n"
      "1.1 The Warden decides.\n"));
  protocols.push_back(test::small_protocol("barton", "1.1 The warden locks the gate.\n"));
  const compare::Lexicon own(&test::registers(), protocols);
  CHECK(own.tokens("Warden", 0).front().form == "role:clerk");
  CHECK(own.tokens("Warden", 1).front().kind == TokenKind::word);
}

TEST_CASE("a council's own title names a role where its own page says so") {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::protocol_of(
      "ashby",
      "---\nid: ashby\ncouncil: Ashby\ntitle: Protocol\nroles:\n  chief-executive: [Head]\n---\n\n"
      "1.1 The Head signs the head of the first page.\n"));
  REQUIRE(protocols.front().roles().size() == 1);
  CHECK(protocols.front().roles().front().title == "Head");
  const compare::Lexicon own(&test::registers(), protocols);
  const auto roles_in = [&](std::string_view text) {
    const auto tokens = own.tokens(text, 0);
    return std::ranges::count(tokens, TokenKind::role, &Token::kind);
  };
  CHECK(roles_in("The Head signs") == 1);
  CHECK(roles_in("the head of the first page") == 0);
}

TEST_CASE("numbers and addresses are one token each") {
  const auto form = [](std::string_view text) {
    return std::string(lexicon().tokens(text).front().form);
  };
  CHECK(form("1,000 words") == "1,000");
  CHECK(form("21/3/24") == "21/3/24");
  CHECK(form("twenty-eight days") == "28");
  CHECK(form("five (5) days") == "5");
  CHECK(forms("one another") == std::vector<std::string>{"one", "another"});
  CHECK(lexicon().tokens("www.york.gov.uk/a-b (x)").front().kind == TokenKind::function);
  CHECK(forms("https://york.gov.uk/a-b officers").size() == 2);
  CHECK(forms("www.council.gov.uk/members (officers)").size() == 2);
}

TEST_CASE("a modal that is denied in one word is known by its verb") {
  const auto tokens = lexicon().tokens("must cannot can’t refuse");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].modal == "must");
  CHECK(tokens[1].kind == TokenKind::negator);
  CHECK(tokens[1].modal == "can");
  CHECK(tokens[2].kind == TokenKind::negator);
  CHECK(tokens[2].modal == "can");
  CHECK(tokens[3].modal.empty());
}

TEST_CASE("words of the thesaurus share a meaning") {
  const auto groups = [](std::string_view text) {
    std::vector<std::uint32_t> found;
    for (const auto& meaning : lexicon().meanings(lexicon().tokens(text))) {
      found.push_back(meaning.group);
    }
    return found;
  };
  const auto one = groups("bullying");
  const auto two = groups("intimidation");
  CHECK(std::any_of(one.begin(), one.end(), [&](std::uint32_t group) {
    return std::find(two.begin(), two.end(), group) != two.end();
  }));
}

TEST_CASE("sentences end at stops that a capital follows, and at semicolons") {
  CHECK(cut("Members take decisions. Officers give advice.") ==
        std::vector<std::string>{"Members take decisions.", "Officers give advice."});
  CHECK(cut("Members take decisions. See below.").size() == 1);
  CHECK(cut("avoid attacks on staff; keep criticism private; and") ==
        std::vector<std::string>{"avoid attacks on staff;", "keep criticism private; and"});
  CHECK(cut("Ask a senior officer, e.g. The Clerk may help.").size() == 1);
  CHECK(cut("The limit is 5.5 days.").size() == 1);
  CHECK(cut("").empty());
}

TEST_CASE("the bearer of a duty is whoever is expected to do it, or the subject") {
  CHECK(bearer("Members can expect from officers:") == Bearer::officer);
  CHECK(bearer("All councillors can expect:") == Bearer::officer);
  CHECK(bearer("Officers can expect councillors:") == Bearer::member);
  CHECK(bearer("Officers, for their part, are entitled to look to Members for:") == Bearer::member);
  CHECK(bearer("Every councillor can count on the officers to:") == Bearer::officer);
  CHECK(bearer("Officers can rely on councillors to keep the Code") == Bearer::member);
  CHECK(bearer("Officers bear in mind how it will look to the public") == Bearer::officer);
  CHECK(bearer("Officers must tell members what they know") == Bearer::officer);
  CHECK(bearer("Members and officers should be courteous") == Bearer::both);
  CHECK(bearer("The car park closes at dusk") == Bearer::none);
}

TEST_CASE("a subject after its verb and one that only a pronoun names are found") {
  using compare::Bearer;
  CHECK(bearer("Neither should an officer raise matters with a Member.") == Bearer::officer);
  CHECK(compare::carries_on(lexicon().tokens("They must not reveal it.")));
  CHECK_FALSE(compare::carries_on(lexicon().tokens("Officers must not reveal it.")));
  CHECK(compare::lays_duty(lexicon().tokens("Officers have a contractual duty to be impartial."),
                           test::registers().lists));
}
