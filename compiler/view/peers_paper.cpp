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

class Writer {
 public:
  explicit Writer(const Peers& peers) : peers_(peers), words_(peers.language) {}

  Paper make() {
    paper_.id = "peers";
    paper_.council = peers_.council.council.empty() ? words_["matrix_council"]
                                                    : std::string_view(peers_.council.council);
    paper_.title = words_["paper_peers"];
    paper_.subtitle = described(peers_);
    paper_.language = peers_.language;
    paper_.day = peers_.stamp.as_of;
    paper_.say({{fmt::format("{} ", words_["peers_key"])},
                {std::string(words_["peers_marked"]), Look::inserted},
                {"."}});
    for (const PeerChoice& choice : peers_.choices) say_choice(choice);
    paper_.head(words_["peers_made"]);
    for (const std::string& caveat : caveats(peers_)) paper_.say(caveat);
    const std::string made = words_for(peers_.stamp, peers_.language);
    if (!made.empty()) paper_.say(made);
    return std::move(paper_);
  }

 private:
  std::string said(const std::string& quoted, const Place& place) const {
    return words_.say(quoted.empty() ? "peers_silent" : "peers_said", fmt::arg("words", quoted),
                      fmt::arg("council", place.name), fmt::arg("place", place.label));
  }

  void say_clause(const PeerClause& clause, const PeerChoice& choice) {
    paper_.say(
        {{fmt::format("{}: {}", clause.place.label, words_for_peer(clause, words_)), Look::quiet}});
    paper_.say(words_of(clause));
    for (const Effect& effect : clause.effects)
      paper_.say({{fmt::format("{}: {}. ", words_["head_differs"], words_for(effect.type, words_)),
                   Look::strong},
                  {fmt::format("{}; {}.", said(effect.a_words, choice.place),
                               said(effect.b_words, clause.place))}});
    if (!clause.decided.empty())
      paper_.say({{fmt::format("{} {}", words_["decided"], clause.decided), Look::quiet}});
  }

  void say_choice(const PeerChoice& choice) {
    paper_.head(fmt::format("{} {}", choice.place.name, choice.place.label));
    for (const PeerProvision& each : choice.provisions)
      paper_.say({{each.title, Look::strong}, {each.question.empty() ? "" : ". " + each.question}});
    Phrases own = led(choice.lead_in);
    own.push_back({choice.text});
    paper_.say(std::move(own));
    const std::size_t below = paper_.blocks.size();
    for (const Peer& peer : choice.peers) {
      paper_.head(peer.council.name, 3);
      for (const PeerClause& clause : peer.clauses) say_clause(clause, choice);
    }
    say_list("peers_elsewhere", list_of(choice.elsewhere));
    say_list("peers_none", list_of(choice.without));
    say_list("peers_excerpts", list_of(choice.excerpts));
    paper_.fold(below, line_of(choice, words_));
  }

  void say_list(std::string_view name, const std::string& list) {
    if (!list.empty()) paper_.say(fmt::format("{}: {}.", words_[name], list));
  }

  const Peers& peers_;
  Words words_;
  Paper paper_;
};

}  // namespace

Paper peers_paper(const Peers& peers) {
  return Writer(peers).make();
}

}  // namespace concord::view
