// What other councils say on chosen clauses: two to four pages for a committee.
//
// Only what is known is said. A council's clause stands here because a link or a provision of the
// register joins it to the chosen one; a difference in effect is named only where it is certain;
// and where no counterpart was found, that is all that is said.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/compared.h"
#include "view/comparison_model.h"
#include "view/stamp.h"
#include "view/words.h"

namespace concord::view {

// Another council's clause beside the chosen one.
struct PeerClause {
  Place place;
  std::string
      lead_in;    // of the list that the clause is an item of: "Members can expect:"; or empty
  Pieces pieces;  // its words; `inserted` are those that the chosen clause does not have
  std::optional<compare::Relation> relation;  // none where only the provision joins the two
  std::vector<Effect> effects;                // what certainly differs in effect; a is the chosen
  std::string decided;                        // why a person joined them; empty where none did
};

struct Peer {
  Council council;
  std::vector<PeerClause> clauses;  // the surest first; never empty
};

// What a provision is about, as the matrix says.
struct PeerProvision {
  std::string title;
  std::string question;  // empty where the register lacks the provision
};

struct PeerChoice {
  Place place;          // the chosen clause
  std::string lead_in;  // as above
  std::string text;
  std::vector<PeerProvision> provisions;  // that it states
  std::vector<Peer> peers;                // councils with a counterpart, in order
  std::vector<Place>
      elsewhere;  // clauses of councils without, that refer to where it is dealt with
  std::vector<Council> without;   // councils in whose texts no counterpart was found
  std::vector<Council> excerpts;  // the same of texts that are excerpts: the rest may have one
};

struct Peers {
  Council council;  // whose clauses are chosen; empty where they are of several
  std::vector<PeerChoice> choices;
  Stamp stamp;
  std::string language = "en-GB";  // of what is said around the councils' words
};

// `chosen`: a heading stands for the clauses below it, a clause with items for these as well. Each
// clause once, in the order given. `among`: the councils that are asked, by their place; empty for
// all. The stamp and the language, which is English, are for whoever calls this to fill in.
Peers peers(const Compared& texts, std::span<const compare::ClauseRef> chosen,
            std::span<const std::uint32_t> among = {});

// The same of exactly those clauses, with nothing that stands below them.
Peers peers_of_each(const Compared& texts, std::span<const compare::ClauseRef> chosen,
                    std::span<const std::uint32_t> among = {});

// How the clause stands to the chosen one: "reworded", "on the same provision".
std::string words_for_peer(const PeerClause& clause, const Words& words);

// "Leeds-style 4.7; Ware 3.2", "Leeds-style, Ware".
std::string list_of(const std::vector<Place>& places);
std::string list_of(const std::vector<Council>& councils);

// Who has a counterpart, in a line: "Leeds-style, Ware"; or that nobody has.
std::string line_of(const PeerChoice& choice, const Words& words);

// "On York 5.3 and 4.3": what a title says of them.
std::string described(const Peers& peers);

// What no paper may leave unsaid about how it was made, sentence by sentence.
std::vector<std::string> caveats(const Peers& peers);

}  // namespace concord::view
