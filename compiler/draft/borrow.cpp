#include "draft/borrow.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "draft/source_segments.h"
#include "language/sentences.h"
#include "passes/subject.h"
#include "source/characters.h"
#include "source/letter_case.h"
#include "syntax/source_edits.h"

namespace concord::draft {
namespace {

using graph::Clause;
using language::opens_sentence;
using language::sentence_around;
using passes::Protocol;
using passes::Reference;

bool is_vowel(char c) {
  return std::string_view("aeiou").find(source::lower(c)) != std::string_view::npos;
}

// "Employee Code of Conduct": the capital is the title's.
bool goes_on_as_title(std::string_view text, std::size_t end) {
  return end + 1 < text.size() && text[end] == ' ' && source::is_upper(text[end + 1]);
}

// "Parish Councillors": the word before has a capital and is no "The" or "All".
bool goes_on_from_title(std::string_view text, std::size_t begin, const syntax::WordLists& lists) {
  if (begin < 2 || text[begin - 1] != ' ' || !source::is_upper(text[begin])) return false;
  const std::size_t before = text.rfind(' ', begin - 2) + 1;  // 0 where there is none
  const std::string_view word = text.substr(before, begin - 1 - before);
  return source::is_upper(word.front()) && source::is_alpha(word.back()) &&
         !lists.function_words.contains(source::folded(word));
}

// Whether the source has the words, of which a line may break between any two.
bool reads(std::string_view source, std::string_view words) {
  std::size_t at = 0;
  for (const char c : words) {
    const std::size_t begin = at;
    while (c == ' ' && at < source.size() && is_white(source[at])) ++at;
    if (c == ' ' ? at == begin : at == source.size() || source[at++] != c) return false;
  }
  return at == source.size();
}

// How a text spells its roles: the form that stands most often, in the singular and the plural.
class RoleForms {
 public:
  RoleForms(const Protocol& protocol, const syntax::WordLists& lists) : protocol_(protocol) {
    for (const passes::RoleUse& use : protocol.roles()) {
      const std::string& text = protocol[use.mention.clause].words().text;
      const syntax::Range range = use.mention.range;
      if (opens_sentence(text, range.begin, lists) || goes_on_as_title(text, range.end)) continue;
      const std::string form = text.substr(range.begin, range.end - range.begin);
      ++forms_[{use.role, is_plural(form, use.title)}][form];
    }
  }

  // `title`: the form's singular.
  static bool is_plural(std::string_view form, std::string_view title) {
    return form.size() > title.size();
  }

  // Empty where the text does not name the role, or names it in a way of which the other number is
  // not certain ("Scrutiny").
  std::string form(const std::string& role, bool plural) const {
    if (const auto own = most(role, plural)) return *own;
    if (const auto other = most(role, !plural))
      return plural ? plural_of(*other) : singular_of(*other);
    const auto words = protocol_.metadata().roles.find(role);
    if (words == protocol_.metadata().roles.end() || words->second.empty()) return {};
    return words->second.front() + (plural ? "s" : "");
  }

 private:
  static std::string plural_of(const std::string& form) {
    const bool plain = !form.ends_with('y') && !form.ends_with('s') && !form.ends_with("sh") &&
                       !form.ends_with("ch") && form.find(" of ") == std::string::npos;
    return plain ? form + "s" : std::string();
  }

  static std::string singular_of(const std::string& form) {
    for (const std::string_view ending : {"ies", "ses", "xes", "ches", "shes"})
      if (form.ends_with(ending)) return {};
    return form.ends_with('s') ? form.substr(0, form.size() - 1) : std::string();
  }

  std::optional<std::string> most(const std::string& role, bool plural) const {
    const auto found = forms_.find({role, plural});
    if (found == forms_.end()) return std::nullopt;
    return std::ranges::max_element(found->second, {}, [](const auto& each) { return each.second; })
        ->first;
  }

  const Protocol& protocol_;
  std::map<std::pair<std::string, bool>, std::map<std::string, std::size_t>> forms_;
};

class Borrower {
 public:
  Borrower(const Reader& reader, const Loan& loan, const Counterpart& counterpart)
      : reader_(reader),
        lender_(loan.lender),
        own_(loan.borrower),
        clause_(lender_[loan.clause]),
        after_(own_[loan.after]),
        counterpart_(counterpart),
        lent_(reader.sources.text(lender_.graph().file)),
        text_(reader.sources.text(own_.graph().file)),
        name_(lender_.global_id(loan.clause)),
        forms_(own_, reader.vocabulary.lists()) {}

  Borrowed run() {
    if (!can_be_borrowed()) return std::move(result_);
    take(clause_.id);
    const std::vector<ClauseId> notes = take_footnotes();
    name_source();
    adapt_roles();
    adapt_references();
    insert(end_of(after_), "\n\n" + slice(clause_));
    for (const ClauseId note : notes) insert(end_of_text(), "\n\n" + slice(lender_[note]));
    result_.rewriting.text = applied(text_, result_.rewriting.edits);
    prove(notes.size());
    return std::move(result_);
  }

 private:
  void refuse(source::Span span, std::string message) {
    result_.rewriting.obstacles.push_back({span, std::move(message)});
  }

  bool can_be_borrowed() {
    const auto is_paragraph = [](const Clause& clause) {
      return clause.kind == graph::Kind::clause || clause.kind == graph::Kind::paragraph;
    };
    if (!is_paragraph(clause_))
      refuse(clause_.span,
             fmt::format("{} is a {}; borrow a paragraph, with all that stands below it", name_,
                         graph::name_of(clause_.kind)));
    if (!is_paragraph(after_) && after_.kind != graph::Kind::section)
      refuse(after_.span, fmt::format("{} is a {}; name a paragraph or heading to put it behind",
                                      passes::shown(after_), graph::name_of(after_.kind)));
    return result_.rewriting.obstacles.empty();
  }

  // ---- what is taken

  void take(ClauseId id) {
    taken_.insert(id);
    for (const ClauseId child : lender_[id].children) take(child);
  }

  // The footnotes that are marked in what is taken, in the order of their marks. Each has a label
  // that the borrower's text does not.
  std::vector<ClauseId> take_footnotes() {
    std::vector<ClauseId> notes;
    std::size_t label = 0;
    for (const ClauseId id : std::set(taken_)) {
      for (const syntax::Mark& mark : lender_[id].words().marks) {
        if (mark.kind != syntax::MarkKind::footnote || labels_.contains(mark.target)) continue;
        const auto note = std::ranges::find_if(lender_.clauses(), [&](const Clause& each) {
          return each.kind == graph::Kind::footnote && each.number.label == mark.target;
        });
        if (note == lender_.clauses().end()) continue;
        do {
          ++label;
        } while (text_.find(fmt::format("[^{}]", label)) != std::string_view::npos);
        labels_[mark.target] = std::to_string(label);
        notes.push_back(note->id);
        take(note->id);
      }
    }
    return notes;
  }

  // ---- what changes in it

  void change(std::uint32_t begin, std::uint32_t end, std::string text) {
    changes_.push_back(
        {Edit::Kind::reference, clause_.id, {lender_.graph().file, begin, end}, std::move(text)});
  }

  // The number gives way to "#.", attributes to `from=`.
  void name_source() {
    if (clause_.number.present() && clause_.number_span.end > clause_.number_span.begin)
      change(clause_.number_span.begin, clause_.number_span.end, "#.");
    const std::string from = fmt::format("{{from={}}}", lent_name());
    for (const ClauseId id : taken_) {
      const Clause& each = lender_[id];
      const source::Span span = each.attributes.span;
      const bool top = id == clause_.id;
      if (!each.attributes.empty()) {
        std::uint32_t begin = span.begin;
        while (!top && begin > 0 && source::is_space(lent_[begin - 1])) --begin;
        change(begin, span.end, top ? from : "");
      } else if (top) {
        const std::uint32_t at =
            former_edit(lent_, lender_.graph(), each, "none").span.begin;  // behind its words
        change(at, at, " " + from);
      }
    }
  }

  // With the version, where the lender's text says when it was adopted: what changes there later
  // can be told by it.
  std::string lent_name() const {
    const std::string& day = lender_.metadata().adopted.date.iso;
    return day.empty() ? name_
                       : fmt::format("\"{}@{}#{}\"", lender_.metadata().id, day, clause_.key);
  }

  void adapt_roles() {
    for (const passes::RoleUse& use : lender_.roles()) {
      if (!taken_.contains(use.mention.clause)) continue;
      const Clause& clause = lender_[use.mention.clause];
      const std::string& words = clause.words().text;
      const syntax::Range range = use.mention.range;
      const std::string printed = words.substr(range.begin, range.end - range.begin);
      std::string form = forms_.form(use.role, RoleForms::is_plural(printed, use.title));
      if (form.empty()) {
        remark(fmt::format("role: \"{}\" is not named so in this protocol", printed));
        continue;
      }
      if (opens_sentence(words, range.begin, reader_.vocabulary.lists()))
        form[0] = source::upper(form[0]);
      const source::Span span = clause.words().span(range, clause.span);
      if (form == printed) continue;
      if (const std::string why = reason_to_stay(use); !why.empty()) {
        remark(fmt::format("role: \"{}\" stays, {}; here it is \"{}\"", printed, why, form));
        continue;
      }
      if (!reads(reader_.sources.text(span), printed)) {
        remark(fmt::format("role: \"{}\" stays; here it is \"{}\"", printed, form));
        continue;
      }
      const std::uint32_t begin = with_article(words, range.begin, span.begin, form);
      change(begin, span.end, article_ + form);
      remark(fmt::format("role: \"{}\" became \"{}\"", printed, form));
    }
  }

  // Of a role's name that says something by its very words; empty where others may stand for it.
  std::string reason_to_stay(const passes::RoleUse& use) const {
    const syntax::WordLists& lists = reader_.vocabulary.lists();
    const std::string& words = lender_[use.mention.clause].words().text;
    const syntax::Range range = use.mention.range;
    const auto around = [&](syntax::Range each) { return language::overlap(each, range); };
    if (std::ranges::any_of(language::quotations_of(words), around)) return "for it is quoted";
    if (goes_on_as_title(words, range.end) || goes_on_from_title(words, range.begin, lists))
      return "for it is part of a longer name";
    const syntax::Range sentence = sentence_around(words, range.begin, lists);
    if (defines_in(use.mention.clause, sentence)) return "for it stands in a definition";
    if (const auto* other = other_name(use, sentence))
      return fmt::format("for the sentence also says \"{}\"", other->title);
    return {};
  }

  bool defines_in(ClauseId clause, syntax::Range sentence) const {
    return std::ranges::any_of(lender_.definitions(), [&](const passes::Definition& each) {
      return each.clause == clause && language::overlap(each.range, sentence);
    });
  }

  // Another name for the same role in the sentence: it tells the two apart. Null where there is
  // none.
  const passes::RoleUse* other_name(const passes::RoleUse& use, syntax::Range sentence) const {
    const auto found = std::ranges::find_if(lender_.roles(), [&](const passes::RoleUse& each) {
      return each.role == use.role && each.mention.clause == use.mention.clause &&
             language::overlap(each.mention.range, sentence) &&
             source::folded(each.title) != source::folded(use.title);
    });
    return found == lender_.roles().end() ? nullptr : &*found;
  }

  // Where the change begins: at an article in front that the new word needs otherwise ("a", "an").
  std::uint32_t with_article(std::string_view words, std::size_t at, std::uint32_t begin,
                             const std::string& form) {
    article_.clear();
    for (const std::string_view article : {"a ", "an ", "A ", "An "}) {
      const std::string_view before = words.substr(0, at);
      const bool stands =
          before.ends_with(article) &&
          (before.size() == article.size() || before[before.size() - article.size() - 1] == ' ');
      if (!stands || lent_.substr(begin - article.size(), article.size()) != article) continue;
      if (is_vowel(form.front()) == (article.size() == 3)) continue;
      article_ = std::string(1, article.front()) + (is_vowel(form.front()) ? "n " : " ");
      return begin - static_cast<std::uint32_t>(article.size());
    }
    return begin;
  }

  void adapt_references() {
    for (const Reference& each : lender_.references()) {
      const bool leads_out = each.kind == passes::ReferenceKind::internal && each.to &&
                             taken_.contains(each.from) && !taken_.contains(*each.to);
      if (leads_out) adapt(each);
    }
  }

  void adapt(const Reference& reference) {
    const Clause& from = lender_[reference.from];
    const std::string meant = lender_.global_id(*reference.to);
    const auto here = counterpart_(*reference.to);
    const bool plain = reference.numbers.size() == 1 && !reference.target.starts_with('#');
    if (here && plain && !own_[*here].full_number.empty()) {
      const source::Span span = from.words().span(reference.numbers.front().range, from.span);
      change(span.begin, span.end, own_[*here].full_number);
      remark(fmt::format("reference: \"{}\" ({}) leads to {} here", reference.text, meant,
                         passes::shown(own_[*here])));
      return;
    }
    const std::uint32_t end = reference.span.end;
    change(end, end, fmt::format(" <!-- {} there: what is meant here? -->", meant));
    remark(fmt::format("reference: \"{}\" is {} there; say what is meant here", reference.text,
                       meant));
  }

  void remark(std::string line) {
    if (std::ranges::find(result_.remarks, line) == result_.remarks.end())
      result_.remarks.push_back(std::move(line));
  }

  // ---- where it goes

  const Clause& last_below(const Protocol& protocol, const Clause& clause) const {
    return clause.children.empty() ? clause
                                   : last_below(protocol, protocol[clause.children.back()]);
  }

  static std::uint32_t trimmed(std::string_view text, std::size_t end) {
    while (end > 0 && is_white(text[end - 1])) --end;
    return static_cast<std::uint32_t>(end);
  }

  std::uint32_t end_of(const Clause& clause) const {
    const Clause& last = clause.kind == graph::Kind::section ? clause : last_below(own_, clause);
    return trimmed(text_, std::max(clause.span.end, last.span.end));
  }
  std::uint32_t end_of_text() const { return trimmed(text_, text_.size()); }

  void insert(std::uint32_t at, std::string_view lines) {
    std::string text = syntax::with_breaks_of(text_, lines);
    auto& edits = result_.rewriting.edits;
    if (!edits.empty() && edits.back().span.begin == at) {
      edits.back().text += text;
      return;
    }
    edits.push_back({Edit::Kind::clause, after_.id, {own_.graph().file, at, at}, std::move(text)});
  }

  // The lender's source of the clause and all below it, with the changes.
  std::string slice(const Clause& clause) const {
    std::uint32_t end = clause.span.end;
    for (const ClauseId id : taken_)
      if (is_below(lender_[id], clause.id)) end = std::max(end, lender_[id].span.end);
    const std::uint32_t begin = clause.span.begin;
    std::vector<Edit> edits;
    for (Edit each : changes_) {
      if (each.span.begin < begin || each.span.end > end) continue;
      each.span.begin -= begin;
      each.span.end -= begin;
      edits.push_back(std::move(each));
    }
    std::string text = applied(lent_.substr(begin, end - begin), edits);
    text.resize(trimmed(text, text.size()));
    for (const auto& [label, own] : labels_) {
      const std::string mark = fmt::format("[^{}]", label);
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
        text.replace(at, mark.size(), fmt::format("[^{}\x01", own));
    }
    std::ranges::replace(text, '\x01', ']');
    return text;
  }

  bool is_below(const Clause& clause, ClauseId around) const {
    for (auto at = clause.parent; at; at = lender_[*at].parent)
      if (*at == around) return true;
    return false;
  }

  // ---- proof

  // The text is read again: all of its own clauses have their words, and the new ones stand there.
  void prove(std::size_t notes) {
    const Reread read(reader_.sources.name(own_.graph().file), result_.rewriting.text);
    const std::size_t added = taken_.size();
    const std::size_t at = graph::index(last_below(own_, after_).id) + 1;
    const std::size_t place =
        after_.kind == graph::Kind::section ? graph::index(after_.id) + 1 : at;
    const auto& own = own_.graph().clauses;
    const auto& now = read.graph.clauses;
    bool as_meant = now.size() == own.size() + added && place < now.size();
    for (std::size_t i = 0; as_meant && i < own.size(); ++i) {
      const std::size_t j = i < place ? i : i + added - notes;
      as_meant = j < now.size() && syntax::same_words(own[i].words(), now[j].words());
    }
    if (!as_meant)
      refuse(after_.span, "with the borrowed clause the text would be read differently");
  }

  const Reader& reader_;
  const Protocol& lender_;
  const Protocol& own_;
  const Clause& clause_;
  const Clause& after_;
  const Counterpart& counterpart_;
  std::string_view lent_;
  std::string_view text_;
  std::string name_;  // "leeds#4.7"
  RoleForms forms_;
  std::set<ClauseId> taken_;
  std::map<std::string, std::string> labels_;  // of footnotes: the lender's, and the borrower's
  std::vector<Edit> changes_;                  // of the lender's text
  std::string article_;
  Borrowed result_;
};

}  // namespace

Borrowed borrow(const Reader& reader, const Loan& loan, const Counterpart& counterpart) {
  return Borrower(reader, loan, counterpart).run();
}

}  // namespace concord::draft
