#include "compare/effects/acts.h"

#include <algorithm>

#include "compare/effects/cues.h"

namespace concord::compare {
namespace {

using language::Statement;

constexpr double same_verb = 0.6;   // share of the shorter predicate that the other has
constexpr double same_words = 0.5;  // likeness of what the verbs land on, whatever its head
constexpr double same_topic = 0.3;  // where the heads are the same
constexpr double same_thing =
    0.7;  // likeness of objects that tell an act whose verb stands elsewhere
constexpr double all_but_little = 0.85;  // share of one's act that the other statement has
constexpr double same_whole =
    0.75;  // likeness of verb and object together: "give advice", "advise"

class Acts {
 public:
  Acts(const StatedClause& a, const Statement& s, const StatedClause& b, const Statement& t,
       const Lexicon& lexicon)
      : a_(a), s_(s), b_(b), t_(t), one_(a.terms_of(s)), other_(b.terms_of(t)), cues_(lexicon) {}

  Act common() const {
    const bool whole = likeness(one_.act, other_.act) >= same_whole;
    const bool within = stated_within(s_, one_, other_) || stated_within(t_, other_, one_);
    return {whole || verbs(), whole || objects(), persons(), within};
  }

 private:
  // Verbs alone are no act: "advise and inform" is said in passing of much. And what is said of who
  // acts, or when, is not what is done: "A Member who has a complaint".
  static bool stated_within(const Statement& statement, const StatementTerms& said,
                            const StatementTerms& in) {
    if (statement.object.empty() || said.act.size() <= 1) return false;
    return said.act.share_in(in.own) >= all_but_little &&
           said.act.share_in(in.done) >= all_but_little;
  }

  bool verbs() const {
    const Terms& one = one_.predicate;
    const Terms& other = other_.predicate;
    if (one.empty() || other.empty()) return one.empty() && other.empty();
    if (std::max(one.share_in(other), other.share_in(one)) >= same_verb) return true;
    // "should be reported to the chair and then raised with the officer": the other's verb too.
    const bool goes_on =
        one.share_in(other_.own) >= same_verb || other.share_in(one_.own) >= same_verb;
    return goes_on && likeness(one_.object, other_.object) >= same_thing;
  }

  bool objects() const {
    const Terms& one = one_.object;
    const Terms& other = other_.object;
    if (one.empty() || other.empty()) return one.empty() && other.empty();
    const double alike = likeness(one, other);
    return alike >= same_words || (alike >= same_topic && same_heads());
  }

  bool same_heads() const {
    return one_.heads.share_in(other_.heads) > 0 && other_.heads.share_in(one_.heads) > 0;
  }

  bool persons() const {
    const auto one = cues_.persons(a_.of(s_.recipient));
    const auto other = cues_.persons(b_.of(t_.recipient));
    return one.empty() || other.empty() || cues_.may_be_same(one, other);
  }

  const StatedClause& a_;
  const Statement& s_;
  const StatedClause& b_;
  const Statement& t_;
  const StatementTerms& one_;
  const StatementTerms& other_;
  Cues cues_;
};

}  // namespace

Act common_act(const StatedClause& a, const Statement& s, const StatedClause& b, const Statement& t,
               const Lexicon& lexicon) {
  return Acts(a, s, b, t, lexicon).common();
}

}  // namespace concord::compare
