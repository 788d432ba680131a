// Small pages (view/model.h), filled by hand, for what no source text leads to by itself.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/model.h"

namespace concord::test {

using graph::Kind;
using view::LinkKind;

inline view::Date date(const std::string& iso) {
  return {.iso = iso, .words = iso};
}

inline view::Run run(const std::string& text) {
  return {.text = text};
}

inline view::Run strong(const std::string& text) {
  return {.text = text, .strong = true};
}

inline view::Run linked(const std::string& text, LinkKind kind, const std::string& href,
                        const std::string& to = "") {
  view::Run it = run(text);
  it.link = view::Link{.kind = kind, .href = href, .to = to, .label = to};
  return it;
}

inline view::Run note_mark(const std::string& id, const std::string& label,
                           const std::string& apart = "") {
  view::Run it;
  it.note = view::NoteMark{
      .id = id, .ref_id = "_fnref-" + label, .label = label, .text = "…", .apart = apart};
  return it;
}

// `number` empty for an unnumbered clause.
inline view::Clause clause(const std::string& id, Kind kind, const std::string& number,
                           view::Runs runs, std::vector<view::Clause> children = {}) {
  view::Clause it{.id = id, .kind = kind};
  it.number = number;
  it.label = id;
  it.citation = "Ashby, Protocol on Member/Officer Relations, " + id;
  for (const view::Run& each : runs) it.text += each.text;
  it.runs = std::move(runs);
  it.children = std::move(children);
  return it;
}

inline view::Clause clause(const std::string& id, Kind kind, const std::string& number,
                           const std::string& text, std::vector<view::Clause> children = {}) {
  return clause(id, kind, number, view::Runs{run(text)}, std::move(children));
}

inline view::Clause paragraph(const std::string& id, view::Runs runs) {
  return clause(id, Kind::paragraph, "", std::move(runs));
}

inline view::Clause paragraph(const std::string& id, const std::string& text) {
  return clause(id, Kind::paragraph, "", text);
}

inline view::Clause tail(view::Clause it) {
  it.place = graph::Place::tail;
  return it;
}

inline view::Clause table(const std::string& id, std::vector<view::Runs> header,
                          std::vector<std::vector<view::Runs>> rows) {
  view::Clause it = clause(id, Kind::table, "", view::Runs{});
  it.table = view::Table{.header = std::move(header), .rows = std::move(rows)};
  return it;
}

inline view::Footnote footnote(const std::string& label, view::Runs runs) {
  return {.clause = clause("fn" + label, Kind::footnote, label, std::move(runs)), .marks = {}};
}

inline view::Page protocol(std::vector<view::Clause> clauses,
                           std::vector<view::Footnote> footnotes = {}) {
  view::Page page;
  page.id = "ashby";
  page.folder = "ashby";
  page.name = "Ashby";
  page.council = "Ashby Town Council";
  page.title = "Protocol on Member/Officer Relations";
  page.clauses = std::move(clauses);
  page.footnotes = std::move(footnotes);
  return page;
}

}  // namespace concord::test
