#include "view/peers_paper.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "view/comparison_words.h"

namespace concord::view {
namespace {

// The lead-in, if any, before words of the look.
Phrases led(const std::string& lead_in) {
  if (lead_in.empty()) return {};
  return {{lead_in + " ", Look::quiet}};
}

Phrases words_of(const PeerClause& clause) {
  Phrases words = led(clause.lead_in);
  for (const Piece& piece : clause.pieces)
    words.push_back({piece.text, piece.kind == PieceKind::inserted ? Look::inserted : Look::plain});
  return words;
}

std::string said(const std::string& words, const Place& place) {
  return words.empty() ? fmt::format("nothing in {} {}", place.name, place.label)
                       : fmt::format("“{}” in {} {}", words, place.name, place.label);
}

void say_clause(const PeerClause& clause, const PeerChoice& choice, Paper& paper) {
  paper.say({{fmt::format("{}: {}", clause.place.label, words_for_peer(clause)), Look::quiet}});
  paper.say(words_of(clause));
  for (const Effect& effect : clause.effects)
    paper.say({{fmt::format("Differs in effect: {}. ", words_for(effect.type)), Look::strong},
               {fmt::format("{}; {}.", said(effect.a_words, choice.place),
                            said(effect.b_words, clause.place))}});
  if (!clause.decided.empty())
    paper.say({{fmt::format("Decided by a person: {}", clause.decided), Look::quiet}});
}

void say_choice(const PeerChoice& choice, Paper& paper) {
  paper.head(fmt::format("{} {}", choice.place.name, choice.place.label));
  for (const PeerProvision& each : choice.provisions)
    paper.say({{each.title, Look::strong}, {each.question.empty() ? "" : ". " + each.question}});
  Phrases own = led(choice.lead_in);
  own.push_back({choice.text});
  paper.say(std::move(own));
  for (const Peer& peer : choice.peers) {
    paper.head(peer.council.name, 3);
    for (const PeerClause& clause : peer.clauses) say_clause(clause, choice, paper);
  }
  if (!choice.elsewhere.empty())
    paper.say(fmt::format("Dealt with in another document, to which the text refers: {}.",
                          list_of(choice.elsewhere)));
  if (!choice.without.empty())
    paper.say(fmt::format("No counterpart found: {}.", list_of(choice.without)));
  if (!choice.excerpts.empty())
    paper.say(fmt::format("None found in an excerpt, the rest of which may have one: {}.",
                          list_of(choice.excerpts)));
}

}  // namespace

Paper peers_paper(const Peers& peers) {
  Paper paper;
  paper.id = "peers";
  paper.council = peers.council.council.empty() ? "Councils’ protocols on members and officers"
                                                : peers.council.council;
  paper.title = "What other councils say";
  paper.subtitle = described(peers);
  paper.language = "en-GB";
  paper.day = peers.stamp.as_of;
  paper.say({{"In the other councils’ words, what differs from the chosen clause is "},
             {"marked", Look::inserted},
             {"."}});
  for (const PeerChoice& choice : peers.choices) say_choice(choice, paper);
  paper.head("How this was made");
  for (std::string& caveat : caveats(peers)) paper.say(std::move(caveat));
  const std::string made = words_for(peers.stamp);
  if (!made.empty()) paper.say(made);
  return paper;
}

}  // namespace concord::view
