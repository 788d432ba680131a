#include "compare/effects/cues.h"

#include <algorithm>
#include <string>

namespace concord::compare {
namespace {

constexpr std::size_t leave_reach = 7;  // tokens within which "without" names what is granted

constexpr std::string_view officers_at_large = "officers";  // no role's id

bool share_group(const syntax::WordGroups& groups, const Token& a, const Token& b) {
  return std::ranges::any_of(groups, [&](const syntax::WordSet& roles) {
    return roles.contains(role_id(a)) && roles.contains(role_id(b));
  });
}

}  // namespace

bool is_modal(const Token& token) {
  return !token.modal.empty();
}

bool is_negator(const AlignedText& text, std::size_t i) {
  if (text[i].kind != TokenKind::negator || text[i].surface == "without") return false;
  if (text[i].surface != "nor") return true;
  for (std::size_t k = i; k-- > 0 && text.sentence(k) == text.sentence(i);) {
    if (text[k].kind == TokenKind::negator) return false;
  }
  return true;
}

bool is_possessor(const AlignedText& text, std::size_t i) {
  const std::string title = text.text(i, i + 1);
  return text[i].side == syntax::Side::body &&
         (title.ends_with("'s") || title.ends_with("\u2019s"));
}

bool Cues::is_exception(const AlignedText& text, std::size_t i) const {
  const std::string_view word = text[i].surface;
  if (lists_.exceptions.contains(word)) return true;
  const std::string_view next = text.word(i + 1);
  const std::string_view before = text.word_before(i);
  if (word == "other") return next == "than";
  if (word == "apart") return next == "from";
  if (word == "provided") return next == "that";
  if (word == "long") return next == "as" && (before == "so" || before == "as");
  return word == "subject" && next == "to" && !before.starts_with("be");
}

bool Cues::opens_leave(const AlignedText& text, std::size_t i) const {
  for (std::size_t k = i + 1; k <= i + leave_reach; ++k) {
    if (lists_.leave.contains(text.word(k))) return true;
  }
  return false;
}

bool Cues::names_month(const Token& token) const {
  return token.kind != TokenKind::modal && lists_.months.contains(token.surface);
}

bool Cues::is_threshold(const AlignedText& text, std::size_t i) const {
  if (text[i].kind == TokenKind::number) return !text[i].cited;
  const std::string_view word = text[i].surface;
  if (!names_month(text[i]) && !lists_.degrees.contains(word)) return false;
  if (word == "day") return text.word(i + 1) != "to" && text.word_before(i) != "to";
  return word != "one" || text.word(i + 1) != "another";
}

std::string_view Cues::actor(const Token& token) const {
  const std::string_view role = role_id(token);
  return lists_.officers_at_large.contains(role) ? officers_at_large : role;
}

bool Cues::is_general_actor(std::string_view actor) const {
  return actor == officers_at_large || lists_.general_actors.contains(actor);
}

std::vector<Token> Cues::persons(std::span<const Token> tokens) {
  std::vector<Token> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool whose = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::role;
    if (tokens[i].kind == TokenKind::role && !whose) found.push_back(tokens[i]);
  }
  return found;
}

bool Cues::is_one_office(const Token& a, const Token& b) const {
  return share_group(lists_.offices, a, b);
}

bool Cues::may_be_one(const Token& a, const Token& b) const {
  const std::string_view one = actor(a);
  const std::string_view other = actor(b);
  if (one == other) return true;
  const bool at_large = is_general_actor(one) || is_general_actor(other);
  if (at_large && a.side == b.side && a.side != syntax::Side::body) return true;
  return is_one_office(a, b) || share_group(lists_.ranks, a, b);
}

bool Cues::share(const std::vector<Token>& a, const std::vector<Token>& b) const {
  return std::ranges::any_of(a, [&](const Token& one) {
    return std::ranges::any_of(b, [&](const Token& other) {
      return actor(one) == actor(other) || is_one_office(one, other);
    });
  });
}

bool Cues::may_share(const std::vector<Token>& a, const std::vector<Token>& b) const {
  return std::ranges::any_of(a, [&](const Token& one) {
    return std::ranges::any_of(b, [&](const Token& other) { return may_be_one(one, other); });
  });
}

double Cues::unshared(const std::vector<Token>& a, const std::vector<Token>& b) const {
  const auto alone = [&](const std::vector<Token>& all, const std::vector<Token>& others) {
    return std::ranges::count_if(all, [&](const Token& each) { return !share({each}, others); });
  };
  const auto all = static_cast<double>(a.size() + b.size());
  return all == 0 ? 0 : static_cast<double>(alone(a, b) + alone(b, a)) / all;
}

bool Cues::may_be_same(const std::vector<Token>& a, const std::vector<Token>& b) const {
  const auto found_in = [&](const std::vector<Token>& all, const Token& token) {
    return std::ranges::any_of(all, [&](const Token& each) { return may_be_one(each, token); });
  };
  return std::ranges::all_of(a, [&](const Token& each) { return found_in(b, each); }) &&
         std::ranges::all_of(b, [&](const Token& each) { return found_in(a, each); });
}

std::set<std::string_view> Cues::actors(const PassageText& passage) const {
  std::set<std::string_view> found;
  for (const auto& tokens : {passage.lead, passage.tokens}) {
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::role) found.insert(actor(token));
    }
  }
  return found;
}

}  // namespace concord::compare
