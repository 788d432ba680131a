// What there is to show of one council against its peers, and of one provision in the words of all
// councils: pages whose size does not grow with the square of the councils. As in
// view/comparison_model.h, an empty text or list says that there is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/peers.h"
#include "view/comparison_model.h"

namespace concord::view {

// ---- one council

// A clause that states a provision, in few words: where it stands, and how it compares with the
// row's leading wording. Lead-ins are left out.
struct BriefEntry {
  Place place;
  compare::State state = compare::State::same;
  std::string wording;  // "B"
};

struct BriefCell {
  std::string council;  // id
  std::string name;
  compare::State state = compare::State::none;
  std::vector<BriefEntry> entries;
  std::vector<Place> refers;  // as compare::Cell has them
};

struct BriefRow {
  std::string id;
  std::string title;
  std::string opening;         // of the council's own clause
  std::size_t have = 0;        // councils of all
  std::size_t peers_have = 0;  // of the peers
  std::uint32_t wordings = 0;
  bool differs = false;          // the council and a peer, certainly
  std::vector<BriefCell> cells;  // the council's own, then its peers', in order
};

struct BriefTopic {
  std::string id;  // names its page, as in Topic
  std::string title;
  std::vector<BriefRow> shared;   // that the council states, and another does, peer or not
  std::vector<BriefRow> missing;  // of peers, for which nothing was found in it: most peers first
  std::vector<BriefRow> alone;    // that it alone of all states
};

// A council that the page's own is compared with.
struct CouncilPeer {
  Council council;
  std::size_t shared = 0;  // provisions that both state
  compare::PairSummary summary;
  std::string pair;  // names the page of the two
};

struct CouncilPage {
  StateKey states;  // what states are called
  Council council;
  compare::ChosenBy chosen_by = compare::ChosenBy::everybody;
  std::size_t councils = 0;  // that were compared, this one included
  bool excerpt = false;      // of an excerpt nothing is said to be missing
  std::vector<CouncilPeer> peers;
  std::vector<BriefTopic> topics;  // in the register's order
  Differences differences;         // from its peers
};

// ---- one provision

// A clause that has a wording.
struct Speaker {
  Place place;
  compare::State state = compare::State::same;
};

struct WordingGroup {
  std::string letter;        // "A"
  std::string lead_in;       // of the list that its first clause is an item of; or empty
  std::string text;          // of its first clause
  std::size_t councils = 0;  // that have it
  Pieces changes;            // from wording A; none for A itself and what is too different from it
  std::vector<Speaker> speakers;
};

struct ProvisionPage {
  StateKey states;
  std::string id;
  std::string title;
  std::string question;  // empty if the register has none
  std::string topic_id;
  std::string topic;         // its title
  std::size_t have = 0;      // councils with a clause of their own
  std::size_t councils = 0;  // that were compared
  std::vector<WordingGroup> wordings;
  // Every other council that was compared is in one of these.
  std::vector<Place> elsewhere;     // clauses whose references lead out to where it is dealt with
  std::vector<Place> other_points;  // that are linked to one of its clauses for another point
  std::vector<Council> without;     // no counterpart was found in them
  std::vector<Council> excerpts;    // nor in these, the rest of which may have one
  // Of the speakers, those that are linked to none of the others.
  std::vector<Place> by_provision;
};

// ---- all of them

struct ListedCouncil {
  Council council;
  std::size_t provisions = 0;  // that it shares with another
  std::size_t alone = 0;       // that it alone states
  compare::ChosenBy chosen_by = compare::ChosenBy::everybody;
  std::size_t peers = 0;
};

struct ListedProvision {
  std::string id;
  std::string title;
  std::string question;
  std::size_t have = 0;
  std::uint32_t wordings = 0;
  bool differs = false;
  std::vector<std::string> said;  // the two wordings that most councils share, to be searched
};

// A topic's provisions: those of two councils or more, most councils first, then the others by
// council.
struct ListedTopic {
  std::string id;
  std::string title;
  std::vector<ListedProvision> shared;
  std::size_t alone = 0;  // provisions of one council only, which stand on its own page
};

struct Overview {
  std::vector<ListedCouncil> councils;
  std::vector<ListedTopic> topics;
  std::size_t pairs = 0;  // of which a page was made
};

}  // namespace concord::view
