// Two texts, parted by a line of four hyphens more than Markdown needs ("-------"), compared: no
// crash, swapping them mirrors the result, one thread or two make the same, and each word
// difference covers both texts.
#include "compare/comparison.h"

#include <algorithm>
#include <vector>

#include "compare/effects/word_diff.h"
#include "way.h"

namespace fuzz = concord::fuzz;
using namespace concord;

namespace {

constexpr std::string_view divider = "\n-------\n";

std::string with_front_matter(const std::string& id, std::string_view text) {
  return "---\nid: " + id + "\ncouncil: C\ntitle: T\n---\n\n" + std::string(text);
}

void check_mirror(const compare::Comparison& forth, const compare::Comparison& back) {
  auto links = forth.links(0, 1);
  for (compare::Link& link : links) {
    std::swap(link.a, link.b);
    std::swap(link.a.protocol, link.b.protocol);
    link.relation = compare::mirrored(link.relation);
  }
  auto others = back.links(0, 1);
  const auto by_clauses = [](const compare::Link& x, const compare::Link& y) {
    return std::tie(x.a.clause, x.b.clause) < std::tie(y.a.clause, y.b.clause);
  };
  std::sort(links.begin(), links.end(), by_clauses);
  std::sort(others.begin(), others.end(), by_clauses);
  const auto alike = [](const compare::Link& x, const compare::Link& y) {
    return x.a.clause == y.a.clause && x.b.clause == y.b.clause && x.relation == y.relation;
  };
  fuzz::promise(std::equal(links.begin(), links.end(), others.begin(), others.end(), alike),
                "swapping two protocols mirrors their links");
}

void check_word_diff(std::string_view a, std::string_view b, const compare::Lexicon& lexicon) {
  std::uint32_t at_a = 0;
  std::uint32_t at_b = 0;
  for (const compare::Edit& edit : compare::word_diff(a, b, lexicon)) {
    fuzz::promise(edit.a.begin == at_a && edit.b.begin == at_b, "edits follow one another");
    at_a = edit.a.end;
    at_b = edit.b.end;
  }
  fuzz::promise(at_a == a.size() && at_b == b.size(), "edits cover both texts");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::as_text(data, size);
  const std::size_t middle = std::min(input.find(divider), input.size());
  const std::string_view rest = input.substr(std::min(middle + divider.size(), input.size()));
  fuzz::Way a;
  fuzz::Way b;
  fuzz::compile(a, with_front_matter("a", input.substr(0, middle)), "a.md");
  fuzz::compile(b, with_front_matter("b", rest), "b.md");
  if (!a.protocol || !b.protocol) return 0;

  const std::vector<passes::Protocol> forth = {*a.protocol, *b.protocol};
  const std::vector<passes::Protocol> back = {*b.protocol, *a.protocol};
  const auto compared = compare::compare(forth, {&fuzz::registers(), 1});
  const auto threaded = compare::compare(forth, {&fuzz::registers(), 2});
  fuzz::promise(compare::dump(compared, forth) == compare::dump(threaded, forth),
                "the number of threads does not matter");
  check_mirror(compared, compare::compare(back, {&fuzz::registers(), 1}));

  const compare::Lexicon lexicon(&fuzz::registers(), forth);
  for (const compare::Link& link : compared.links(0, 1)) {
    check_word_diff(forth[0][link.a.clause].words().text, forth[1][link.b.clause].words().text,
                    lexicon);
  }
  return 0;
}
