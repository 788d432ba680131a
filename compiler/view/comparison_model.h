// What there is to show of a comparison, as plain structs: the pages of the matrix, the texts of a
// topic, two councils side by side, gaps, differences and pictures; and the matrix as a list, for
// tables and paper. As in view/model.h, an empty text or list says that there is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "view/decision_note.h"
#include "view/stamp.h"

namespace concord::view {

struct Council {
  std::string id;    // "york"
  std::string name;  // "York"
  std::string council;
};

// A state of a cell, as pages, sheets and terminals have it.
struct StateMeaning {
  compare::State state = compare::State::none;
  std::string words;    // "no counterpart found"
  std::string meaning;  // a sentence
};

// All states, in the order of a key.
using StateKey = std::vector<StateMeaning>;
// The words for a state in the key; empty where it has none.
std::string words_for(compare::State state, const StateKey& key);

// A clause of one of the councils.
struct Place {
  std::string council;  // id
  std::string name;     // the council's
  std::string label;    // what a reader calls the clause
  std::string clause;   // its fragment identifier
};

// ---- words that differ

enum class PieceKind : std::uint8_t {
  equal,
  inserted,
  deleted,
  role,  // another word for the same role
};
std::string_view name_of(PieceKind kind);  // "equal", …

struct Piece {
  PieceKind kind = PieceKind::equal;
  std::string text;
};
using Pieces = std::vector<Piece>;

// A difference in legal effect; no words on one side: the other adds them.
struct Effect {
  compare::DivergenceType type = compare::DivergenceType::negation;
  std::string a_words;
  std::string b_words;
  compare::Certainty certainty = compare::Certainty::likely;
  compare::Quotation a_statement;
  compare::Quotation b_statement;
};

// How much two passages have in common, in steps that a reader can tell apart.
enum class Nearness : std::uint8_t {
  little,  // a few words, most likely on another matter
  some,    // the matter may be the same
  much,    // it may say the same: to be read before anybody says that it is missing
};
std::string_view name_of(Nearness nearness);  // "little", …
Nearness nearness_of(double likeness);        // of compare::Nearest

// ---- the matrix, and the texts of a topic

// The text as changed from another council's clause of the same row.
struct Changes {
  std::string council;  // id
  std::string name;
  Pieces pieces;  // empty where the two are too different to mark them
};

// A text in three: the words shown, and those around them.
struct Excerpt {
  std::string before;
  std::string words;
  std::string after;
  bool cut = false;  // the words end within a statement
};

struct Entry {
  Place place;
  std::string text;
  Excerpt opening;       // the first words of what it says of the provision
  bool lead_in = false;  // says nothing but what the entry after it continues
  bool decided = false;  // a person has decided about it and another clause
  compare::State state = compare::State::same;
  compare::Basis basis = compare::Basis::leading;
  std::string wording;           // "B"
  std::vector<Changes> against;  // by council
};

// The clause of a council that comes nearest to what it has no counterpart of.
struct Nearest {
  Place place;
  Nearness nearness = Nearness::little;
};

struct Cell {
  std::string council;  // id
  std::string name;
  compare::State state = compare::State::none;
  std::vector<Entry> entries;
  compare::State refers_state = compare::State::other_point;
  std::vector<Place> refers;       // as compare::Cell has them
  std::optional<Nearest> nearest;  // for `none`: of its clauses, the one most like the row's
};

struct Row {
  std::string id;            // "group-attendance"
  bool provisional = false;  // the id may change: the register lacks it
  std::string title;
  std::string question;                      // the register's; empty for none
  std::string topic;                         // its title
  std::size_t have = 0;                      // councils with a clause of their own
  std::uint32_t wordings = 0;                // different ones
  bool differs = false;                      // some councils, certainly
  bool may_differ = false;                   // some, likely, and none certainly
  std::vector<Cell> cells;                   // one a council, in order
  std::vector<DecisionNote> decisions = {};  // about its clauses
};

struct Topic {
  std::string id;  // names its page: "party-groups", "other"
  std::string title;
  std::vector<Row> rows;
};

// ---- two councils side by side

struct Side {
  Place place;
  Pieces pieces;
  std::optional<compare::Relation> relation;  // what b's clause is to a's; on b's side alone
  bool moved = false;                         // in another place than its neighbours
  bool first = true;                          // the clause has not been shown yet
  std::vector<Effect> effects;
  std::vector<DecisionNote> decisions = {};  // about the two, or it and what is not beside it
};

// Which of two councils.
enum class Which : std::uint8_t { a, b };
std::string_view name_of(Which which);  // "a", "b"

// A heading, or a clause with its counterparts beside it.
struct Block {
  std::optional<std::string> heading;  // of a's section; then all else is empty
  std::optional<Which> only;           // whose clause it is that has no counterpart
  std::optional<Side> left;            // a's clause
  std::vector<Side> right;             // b's
};

struct Pair {
  Council a;
  Council b;
  compare::PairSummary summary;
  std::vector<Block> blocks;
};

// ---- lists

struct Gap {
  std::string row;  // id
  std::string topic_id;
  std::string topic;  // its title
  std::string title;
  std::size_t have = 0;       // other councils that have the provision
  std::vector<Entry> others;  // where they have it: one clause a council
  std::optional<Nearest> nearest;
};

struct CouncilGaps {
  Council council;
  bool excerpt = false;  // of an excerpt nothing is said to be missing
  std::vector<Gap> gaps;
};

// What a clause says where councils differ.
struct Stated {
  Place place;
  compare::Quotation statement;  // whole, with its deciding words
};

// Those who say one thing.
struct Position {
  std::string words;  // that decide; empty where they say nothing on it
  std::vector<Stated> statements;
};

// Two councils that differ.
struct DifferingPair {
  Council a;
  Council b;
  compare::Certainty certainty = compare::Certainty::likely;  // of the surest two of their clauses
};

// Where councils differ in effect on a provision, in one way.
struct Difference {
  std::string row;  // id
  std::string title;
  std::string topic_id;
  std::string topic;  // its title
  compare::DivergenceType type = compare::DivergenceType::negation;
  compare::Certainty certainty = compare::Certainty::likely;  // of the surest two
  std::vector<Position> positions;
  std::vector<DifferingPair> pairs;  // by the first council, then the second
  std::string because;               // a person's reason; empty where nobody has decided
};

// What is told of some councils: entries, and how many differences between two clauses are in them.
// One that two provisions show is in the entries of both, and is counted once.
struct Differences {
  std::vector<Difference> entries;
  std::size_t certain = 0;
  std::size_t likely = 0;
};

struct Covered {
  std::string name;  // the council's
  std::uint32_t clauses = 0;
  std::uint32_t words = 0;
  std::uint32_t known = 0;  // provisions on the topic that other councils have
  std::uint32_t found = 0;  // of these, those that have a counterpart here
};

// What each council has on a topic.
struct Coverage {
  std::string id;
  std::string title;
  std::vector<Covered> councils;  // in order
};

// All that the pages of one comparison show.
struct ComparisonPages {
  StateKey states;
  std::vector<Council> councils;
  std::vector<Topic> topics;  // those that have rows, in order
  std::vector<Pair> pairs;    // each two councils
  std::vector<CouncilGaps> gaps;
  Differences differences;
  std::vector<Coverage> coverage;
};

// ---- the matrix as a list

// One provision and council.
struct ListRow {
  std::string row;           // "group-attendance"
  bool provisional = false;  // the id may change
  std::string topic;         // its title
  std::string provision;     // the row's title
  std::string council;       // its name
  compare::State state = compare::State::none;
  std::string wording;                             // "B"; "A, B" for clauses of several
  std::size_t have = 0;                            // councils that have the provision
  std::optional<compare::Certainty> differs = {};  // how surely some of the councils shown differ
  std::string clauses;                             // "5.1; 5.2"
  std::string text;                                // one clause a line, each wording once
};

struct MatrixList {
  std::string as_of;  // "2026-11-21", or empty
  StateKey states;
  std::vector<ListRow> rows;  // in the matrix's order, then the councils'
  Stamp made_of = {};
};

}  // namespace concord::view
