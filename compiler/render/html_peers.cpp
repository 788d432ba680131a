#include "render/html_peers.h"

#include <fmt/format.h>

#include <string_view>

#include "render/html_alone.h"
#include "view/comparison_words.h"

namespace concord::render {
namespace {

// "nothing in York 5.4"
std::string said(const std::string& quoted, const view::Place& place, const view::Words& words) {
  return words.say(quoted.empty() ? "peers_silent" : "peers_said", fmt::arg("words", quoted),
                   fmt::arg("council", place.name), fmt::arg("place", place.label));
}

void fill_clause(const view::PeerClause& clause, const view::PeerChoice& choice,
                 const view::Words& words, const Dictionary& into) {
  into.set("label"_name, clause.place.label);
  into.set_optional("relation"_name, view::words_for_peer(clause, words));
  into.set_optional("lead_in"_name, clause.lead_in);
  for (const view::Piece& piece : clause.pieces) {
    const Dictionary to = into.section("piece"_name);
    if (piece.kind == view::PieceKind::inserted)
      to.set_optional("own"_name, piece.text);
    else
      to.set_optional("shared"_name, piece.text);
  }
  into.show("any_effects"_name, !clause.effects.empty());
  for (const view::Effect& effect : clause.effects) {
    const Dictionary to = into.section("effect"_name);
    to.set("kind"_name, view::words_for(effect.type, words));
    to.set("mine"_name, said(effect.a_words, choice.place, words));
    to.set("theirs"_name, said(effect.b_words, clause.place, words));
  }
  into.set_optional("decided"_name, clause.decided);
}

void fill_choice(const view::PeerChoice& choice, std::size_t index, const view::Words& words,
                 const Dictionary& into) {
  into.set("index"_name, index);
  into.set("name"_name, choice.place.name);
  into.set("label"_name, choice.place.label);
  into.set_optional("lead_in"_name, choice.lead_in);
  into.set("text"_name, choice.text);
  for (const view::PeerProvision& each : choice.provisions) {
    const Dictionary provision = into.section("provision"_name);
    provision.set("title"_name, each.title);
    provision.set_optional("question"_name, each.question);
  }
  into.set("fold_line"_name, view::line_of(choice, words));
  for (const view::Peer& peer : choice.peers) {
    const Dictionary to = into.section("peer"_name);
    to.set("name"_name, peer.council.name);
    for (const view::PeerClause& clause : peer.clauses)
      fill_clause(clause, choice, words, to.section("clause"_name));
  }
  into.set_optional("elsewhere"_name, view::list_of(choice.elsewhere));
  into.set_optional("without"_name, view::list_of(choice.without));
  into.set_optional("excerpts"_name, view::list_of(choice.excerpts));
}

}  // namespace

std::string peers_html(const view::Peers& peers, const HtmlTemplates& templates,
                       const Templates& assets) {
  const std::string described = view::described(peers);
  const view::Words words(peers.language);
  const std::string title = fmt::format("{}: {}", words["paper_peers"], described);
  const Globals globals = {.root = "", .page_title = title, .language = peers.language};
  return templates.expand("peers", globals, [&](const Dictionary& into) {
    into.set("styles"_name, styles_alone(assets, "html/peers.css"));
    into.set_optional("council"_name, peers.council.council);
    into.set("described"_name, described);
    for (std::size_t i = 0; i < peers.choices.size(); ++i)
      fill_choice(peers.choices[i], i + 1, words, into.section("choice"_name));
    for (const std::string& caveat : view::caveats(peers))
      into.section("caveat"_name).set("text"_name, caveat);
    into.set("stamp"_name, view::words_for(peers.stamp, peers.language));
  });
}

}  // namespace concord::render
