// The room compare/ finds, in the protocols of many councils, the clauses that state the same
// provision: whose words they are, where their effect differs, and what is missing where.
//
// Two councils are compared by themselves: the links and differences of two depend on their texts
// and on the registers alone, never on who else is compared. What all councils say of a provision,
// the rows, is gathered from the links of two. Of many councils not every two are compared, but
// each and its peers (peers.h); the links of any other two are found when they are asked for.
//
// The result is the same for every order of the protocols (but for the numbers of the protocols
// themselves) and for every number of threads.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/peers.h"
#include "passes/protocol.h"

namespace concord::compare {

// A clause of one of the protocols compared: `protocol` is its place in the span given to
// compare().
struct ClauseRef {
  std::uint32_t protocol = 0;
  graph::ClauseId clause{};

  friend auto operator<=>(const ClauseRef&, const ClauseRef&) = default;
};

// How the words of two linked clauses stand to one another, read from a to b.
enum class Relation : std::uint8_t {
  identical,   // the same words; case, quotation marks, hyphens and spelling variants do not count
  vocabulary,  // the same words but for the words for roles
  reworded,    // the same provision in other words
  contains,    // b is part of a
  contained,   // a is part of b
  overlaps,    // each has a part of the other, and more
};
std::string_view name_of(Relation relation);  // "identical", …
Relation mirrored(Relation relation);         // contains <-> contained

// Which step of the comparison found a link.
enum class FoundBy : std::uint8_t {
  same_wording,  // exactly the same wording
  mutual_best,   // each is the other's best counterpart, and the matching of the two protocols has
                 // it
  split,         // a part of a longer clause whose other parts have counterparts of their own
  support,       // weak alone, carried by neighbours or by the lead-ins
  decision,      // a person's: see Decided
  provision,     // few words in common; both probably state one provision of the register
};
std::string_view name_of(FoundBy found_by);  // "same-wording", …

// Two passages that carry a link: ranges in the text of the two clauses.
struct Passage {
  syntax::Range a;
  syntax::Range b;
  double coverage =
      0;  // 0 to 1: share of the information of each found in the other, the lower one
};

struct Link {
  ClauseRef a;
  ClauseRef b;
  Relation relation = Relation::overlaps;
  double score = 0;  // 0 to 1: how sure the comparison is that the two state one provision
  FoundBy found_by = FoundBy::same_wording;
  std::vector<Passage> segments;  // the best first
  // The id in the register of the provision that both state by the words known of it; empty where
  // the two are linked by their own words.
  std::string provision = {};
};

// What two linked statements differ in.
enum class DivergenceType : std::uint8_t {
  negation,   // one says what the other denies
  duty,       // how strongly it binds: must, shall, will; should; may, can; need not
  actor,      // who does it, or is bound
  recipient,  // to, with or for whom
  condition,
  exception,
  deadline,  // by when, how long, how often
  amount,    // how much, how many
  class_,    // which persons or things; both sides name some
};
std::string_view name_of(DivergenceType type);  // "negation", …, "class"

// How sure it is that two linked clauses differ. What is `possible` stands in the data alone: the
// two seem to differ in that way, and the words shown need not be those in which they do.
enum class Certainty : std::uint8_t {
  possible,
  likely,
  certain,
};
std::string_view name_of(Certainty certainty);  // "possible", "likely", "certain"

// A statement of a clause as a reader is shown it. Ranges are of `text`.
struct Quotation {
  // The whole statement, behind the lead-in that it continues, if any; "…" where its sentence goes
  // on before or behind it.
  std::string text;
  syntax::Range range;                  // where its own words stand in the clause's text
  std::vector<syntax::Range> deciding;  // in `text`, in order; none where the other side adds them

  std::string words() const;  // the deciding words, " … " between two that stand apart
};

// Linked clauses whose legal effect differs, with the statements that differ and the deciding words
// of both. Empty words on one side: the other side adds them ("unless the Chair agrees").
// Where a person decided so, `because` has the reason, and the words are whole passages unless the
// comparison found the deciding ones.
struct Divergence {
  ClauseRef a;
  ClauseRef b;
  DivergenceType type = DivergenceType::negation;
  Certainty certainty = Certainty::likely;
  double confidence = 0;     // 0 to 1
  std::string a_words = {};  // the words() of the statements
  std::string b_words = {};
  Quotation a_statement = {};
  Quotation b_statement = {};
  std::string because = {};
};

// What a person has decided about two clauses (links.yaml). It overrules the comparison: `same` and
// `differs` make a link with the score 1, `same` leaves no divergence in it and `differs` adds its
// own; `different` leaves none, whatever the score. Clauses of one council with the same words in
// the same setting share what was decided of either.
struct Decided {
  ClauseRef a;  // of the protocol that comes first
  ClauseRef b;
  syntax::Decision decision;  // whose `a` may be either
};

// What a council's cell in a row says, measured by the row's leading wording (A).
enum class State : std::uint8_t {
  base,        // the leading wording, where one council alone has it
  same,        // the leading wording, which councils share
  vocabulary,  // the same but for role words
  reworded,
  part,         // one is part of the other
  may_differ,   // likely to differ in effect from the leading wording
  differs,      // certainly differs in effect from it
  elsewhere,    // no clause of its own, but a reference of the council's leads out to where it is
                // dealt with
  other_point,  // no clause of its own, but one that is linked to a clause of the row for another
                // point that both make
  none,         // no counterpart found
  not_in_excerpt,  // none found in a text that is an excerpt: the rest may have one
};
std::string_view name_of(State state);  // "same", "may-differ", …

// What brings a clause into its row. Two clauses of a row need not be linked to each other.
enum class Basis : std::uint8_t {
  leading,    // it has the leading wording
  link,       // it is linked to a clause that has it
  others,     // it is linked to other clauses of the row
  provision,  // it is linked to none of them, but states the register's provision in known words
};
std::string_view name_of(Basis basis);  // "link", …

struct Entry {
  ClauseRef clause;
  State state = State::same;
  std::uint32_t wording = 0;   // 0 is A, the wording most councils share; see wording_letter
  syntax::Range passage = {};  // of the clause's text: the sentences that state the provision
  // Says nothing of its own here: the lead-in that the entry after it continues.
  bool lead_in = false;
  Basis basis = Basis::leading;
};
std::string wording_letter(std::uint32_t wording);  // 0 -> "A", 25 -> "Z", 26 -> "AA"

// One council's cell; a council without an entry and without a reference has no cell, unless its
// text is an excerpt.
struct Cell {
  std::uint32_t protocol = 0;
  State state = State::same;  // the gravest of its entries: differs before part before reworded …
  std::vector<Entry> entries;  // in document order; empty from `elsewhere` on
  // For `elsewhere`, the clauses whose references lead out; for all others, those that are linked
  // to a clause of the row for another point.
  std::vector<ClauseRef> refers;

  // What those are.
  State refers_state() const {
    return state == State::elsewhere ? State::elsewhere : State::other_point;
  }
};

// One provision and the clauses that state it. A clause that bundles several provisions stands in
// several rows.
struct Row {
  // The id in the register of provisions, which stays as councils come and go. What the register
  // lacks is named by words of its founding clause, the one adopted first: such an id may change.
  std::string id;
  bool provisional = false;  // the register lacks it
  std::string title;         // the register's, or the words of the clauses that most of them share
  std::string question;      // "May officers attend party group meetings?"; empty if provisional
  std::string topic;         // id in the register; empty for none
  std::vector<Cell> cells;   // by protocol
  std::uint32_t wordings = 0;  // how many different wordings the row has

  // The cell of the protocol, or none.
  const Cell* cell(std::uint32_t protocol) const;
  State state(std::uint32_t protocol) const;
  // The clause's entry, or null.
  const Entry* entry(ClauseRef clause) const;
  // Whether the protocol has a clause of its own in the row.
  bool stated_by(std::uint32_t protocol) const;
};

// The row's cells as tables list them, of so many councils: up to nine (are_few) one of each, also
// of those for which nothing was found; of more councils, only of those that have something.
std::vector<Cell> listed_cells(const Row& row, std::size_t councils);

// How many councils have a clause of their own in the row.
std::uint32_t councils_stating(const Row& row);

class KeptPairs;
class Lexicon;
class Progress;

// Two councils at a glance.
struct PairSummary {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t identical = 0, vocabulary = 0, reworded = 0, part = 0;  // links by relation
  std::uint32_t differs = 0;             // linked pairs that certainly differ in effect
  std::uint32_t only_a = 0, only_b = 0;  // clauses without a counterpart in the other
  double similarity = 0;      // 0 to 1: share of both texts' words that stand in linked clauses
  double shared_wording = 0;  // 0 to 1: share that stands in clauses of one wording
};

// The clause of a council that is most like what others say in a row.
struct Nearest {
  ClauseRef clause;
  double likeness = 0;  // 0 to 1, of the two passages that are most alike
};

// A provision of others for which no counterpart was found in a council's text.
struct Gap {
  std::uint32_t row = 0;           // index in rows()
  std::uint32_t have = 0;          // how many other councils have the provision
  std::optional<Nearest> nearest;  // empty where no clause has anything in common with it
};

// What a council has on a topic.
struct Coverage {
  std::string topic;
  // With words of their own, that are about it: that stand under it, or in a row on it.
  std::uint32_t clauses = 0;
  std::uint32_t words = 0;  // in them
  std::uint32_t known = 0;  // provisions on it that other councils have
  std::uint32_t found = 0;  // of these, those that have a counterpart here
};

struct Memory;

struct Options {
  // Roles, topics, synonyms, lists of words; may be null. Borrowed: they must outlive the
  // comparison.
  const syntax::Register* registers = nullptr;
  unsigned threads = 0;  // 0: all cores; the result does not depend on it
  PeerChoice peers = {};
  Progress* progress = nullptr;  // told of each pair compared and each row made, if there is one
  // What an earlier comparison found, under names of these protocols; may be null, or keep nothing.
  // What it keeps is not found again. Borrowed: it must outlive the comparison.
  const KeptPairs* earlier = nullptr;
  // What comparisons in this process remember of the texts that they read; may be null. Borrowed.
  Memory* memory = nullptr;
};

// The result. Holds no reference to the protocols, whose numbering it uses; moved, not copied.
class Comparison {
 public:
  Comparison();
  ~Comparison();
  Comparison(Comparison&&) noexcept;
  Comparison& operator=(Comparison&&) noexcept;

  // "york" …: the ids of the protocols, in the order given.
  std::span<const std::string> councils() const { return councils_; }

  // Which councils are compared with which.
  const Peers& peers() const { return peers_; }

  // With which the texts were read. Only of what compare() has made.
  const Lexicon& lexicon() const;

  // By topic in the register's order, then by place.
  std::span<const Row> rows() const { return rows_; }
  // The rows in which the clause stands, as indices, ascending.
  std::vector<std::uint32_t> rows_of(ClauseRef clause) const;

  // Links of any two protocols, by a's clause, then b's. Mirrors: links(b, a) has each with its
  // sides exchanged. A protocol has no links with itself: links(a, a) is empty. Those that are not
  // peers take some milliseconds.
  std::vector<Link> links(std::uint32_t a, std::uint32_t b) const;
  // Links of one clause to every protocol that its own is compared with, by protocol, then clause;
  // `a` is the clause given.
  std::vector<Link> links_of(ClauseRef clause) const;
  // Links of all pairs of peers().
  std::vector<Link> links() const;

  // Divergences in the same orders, those that are at least so sure.
  std::vector<Divergence> divergences(std::uint32_t a, std::uint32_t b,
                                      Certainty least = Certainty::likely) const;
  std::vector<Divergence> divergences(Certainty least = Certainty::likely) const;

  // The rows that show the divergence, as indices, ascending: those whose passages have both
  // statements or, where there are none, the one of both clauses whose passages come nearest.
  std::vector<std::uint32_t> rows_of(const Divergence& divergence) const;
  // By row: how sure the surest is of what divergences() and cells say of councils in it; of these
  // councils alone where some are given.
  std::vector<std::optional<Certainty>> differing_rows(
      std::span<const std::uint32_t> among = {}) const;

  // Every decision that counts, by a, then b.
  std::vector<Decided> decisions() const;
  // The decision about the two clauses, given either way round, or null.
  const Decided* decision(ClauseRef a, ClauseRef b) const;

  // Clauses of the protocol that have words of their own (no headings) and no link to any protocol
  // that it is compared with, in order.
  std::vector<graph::ClauseId> unmatched(std::uint32_t protocol) const;

  PairSummary summary(std::uint32_t a, std::uint32_t b) const;
  // Rows where the protocol's state is `none`: most councils first, then in the matrix's order. An
  // excerpt has none, for what it does not say may stand in the rest.
  std::vector<Gap> gaps(std::uint32_t protocol) const;
  // By topic in the register's order.
  std::vector<Coverage> coverage(std::uint32_t protocol) const;

  // What was found of each pair, for the next comparison. Only of what compare() has made with an
  // earlier one.
  KeptPairs kept() const;

 private:
  friend Comparison compare(std::span<const passes::Protocol> protocols, const Options& options);
  static Comparison make(std::span<const passes::Protocol> protocols, const Options& options);
  struct Content;

  std::vector<std::string> councils_;
  Peers peers_;
  std::vector<Row> rows_;
  std::unique_ptr<const Content> content_;
};

// Compares each protocol with its peers. Any number of them: none and one give a comparison without
// rows and links. Never fails.
Comparison compare(std::span<const passes::Protocol> protocols, const Options& options);

// One link, row or divergence a line: `concord dump --stage comparison`.
std::string dump(const Comparison& comparison, std::span<const passes::Protocol> protocols);

}  // namespace concord::compare
