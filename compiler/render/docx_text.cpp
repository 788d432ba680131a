#include "render/docx_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "syntax/bookmark.h"

namespace concord::render {
namespace {

using view::LinkKind;
using view::Run;
using view::Runs;

constexpr const char* package_relationships =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* relationship_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

void set_look(const XmlElement& element, const Run& run, const RunLook& look) {
  const char* const style = look.style != nullptr ? look.style : run.code ? "Code" : nullptr;
  const bool strong = run.strong || look.strong;
  if (style == nullptr && !strong && !run.emphasis && !run.strike) return;
  const XmlElement properties = element.add("w:rPr");
  if (style != nullptr) properties.add("w:rStyle").set("w:val", style);
  if (strong) properties.add("w:b");
  if (run.emphasis) properties.add("w:i");
  if (run.strike) properties.add("w:strike");
}

void add_text(const XmlElement& run, std::string_view words, bool deleted = false) {
  run.add(deleted ? "w:delText" : "w:t").set("xml:space", "preserve").text(words);
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The number as a word of its own: no "1" of "11", "1.2" or "1(a)".
std::size_t find_number(std::string_view words, std::string_view number) {
  for (std::size_t at = words.find(number); at != words.npos; at = words.find(number, at + 1)) {
    const std::string_view after = words.substr(at + number.size());
    const bool begins = at == 0 || (!is_letter_or_digit(words[at - 1]) && words[at - 1] != '.' &&
                                    words[at - 1] != ')' && words[at - 1] != '(');
    const bool ends =
        after.empty() || (!is_letter_or_digit(after[0]) && after[0] != '(' &&
                          !(after[0] == '.' && after.size() > 1 && is_letter_or_digit(after[1])));
    if (begins && ends) return at;
  }
  return words.npos;
}

XmlElement field_part(const XmlElement& parent, const char* part) {
  const XmlElement run = parent.add("w:r");
  run.add("w:fldChar").set("w:fldCharType", part);
  return run;
}

bool leads(const Run& run) {
  return run.link && run.link->kind != LinkKind::term && !run.link->href.empty();
}

}  // namespace

// ---- relationships

std::string Relationships::add(const char* type, const std::string& target) {
  entries_.push_back({relationship_types + std::string(type), target, false});
  return fmt::format("rId{}", entries_.size());
}

std::string Relationships::add_link(const std::string& address) {
  const auto [known, fresh] = links_.try_emplace(address);
  if (fresh) {
    known->second = add("hyperlink", address);
    entries_.back().external = true;
  }
  return known->second;
}

std::string Relationships::bytes() const {
  const XmlTree tree("Relationships", {{"xmlns", package_relationships}});
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const XmlElement element = tree.root().add("Relationship");
    element.set("Id", fmt::format("rId{}", i + 1));
    element.set("Type", entries_[i].type).set("Target", entries_[i].target);
    if (entries_[i].external) element.set("TargetMode", "External");
  }
  return tree.compact_bytes();
}

// ---- words

DocxText::DocxText(const view::Page& page, DocxTargets targets) : targets_(std::move(targets)) {
  for (const view::Footnote& note : page.footnotes) marks_[note.clause.id] = note.marks.size();
}

void DocxText::write_words(const XmlElement& paragraph, std::string_view words,
                           const RunLook& look) {
  write_run(paragraph, Run{.text = std::string(words)}, look, true);
}

void DocxText::write_typed_number(const XmlElement& paragraph, std::string_view number,
                                  const RunLook& look) {
  RunLook typed = look;
  typed.style = "TypedNumber";
  write_words(paragraph, number, typed);
  const XmlElement run = paragraph.add("w:r");
  set_look(run, {}, typed);
  run.add("w:tab");
}

void DocxText::write_inner_link(const XmlElement& paragraph, std::string_view words,
                                const std::string& bookmark, const RunLook& look) {
  const XmlElement link = paragraph.add("w:hyperlink");
  link.set("w:anchor", bookmark).set("w:history", "1");
  write_words(link, words, look);
}

std::string DocxText::begin_bookmark(const XmlElement& paragraph, const std::string& name) {
  std::string id = std::to_string(next_bookmark_++);
  paragraph.add("w:bookmarkStart").set("w:id", id).set("w:name", name);
  return id;
}

// Runs of one link, one after another, are one link.
void DocxText::write(const XmlElement& paragraph, const Runs& runs, Relationships& links,
                     const RunLook& look) {
  write_groups(paragraph, runs, links, look, false);
}

void DocxText::write_in_note(const XmlElement& paragraph, const Runs& runs, Relationships& links) {
  write_groups(paragraph, runs, links, {}, true);
}

void DocxText::write_groups(const XmlElement& paragraph, const Runs& runs, Relationships& links,
                            const RunLook& look, bool note) {
  for (std::size_t i = 0; i < runs.size();) {
    Runs group;
    const std::optional<view::Link>& link = runs[i].link;
    for (; i < runs.size() && runs[i].link == link; ++i) group.push_back(runs[i]);
    write_group(paragraph, group, links, look, note);
  }
}

void DocxText::write_group(const XmlElement& paragraph, const Runs& group, Relationships& links,
                           const RunLook& look, bool note) {
  XmlElement parent = paragraph;
  RunLook linked = look;
  if (leads(group.front()) && !look.deleted) {
    const view::Link& link = *group.front().link;
    if (link.kind == LinkKind::internal) {
      if (!targets_.contains(link.to)) return write_plain(paragraph, group, look, note);
      if (group.size() == 1 && write_reference(paragraph, group.front(), look)) return;
      if (look.flat) return write_plain(paragraph, group, look, note);
      linked.style = "CrossReference";
      parent = paragraph.add("w:hyperlink");
      parent.set("w:anchor", syntax::bookmark_of(link.to)).set("w:history", "1");
    } else if (const std::string address = xml_address(link.href); !address.empty() && !look.flat) {
      linked.style = "Hyperlink";
      parent = paragraph.add("w:hyperlink");
      parent.set("r:id", links.add_link(address)).set("w:history", "1");
    }
  }
  write_plain(parent, group, linked, note);
}

void DocxText::write_plain(const XmlElement& parent, const Runs& runs, const RunLook& look,
                           bool note) {
  for (const Run& run : runs) write_run(parent, run, look, note);
}

void DocxText::write_run(const XmlElement& parent, const Run& run, const RunLook& look, bool note) {
  if (run.note) write_mark(parent, *run.note, note);
  if (run.text.empty() && !run.line_break) return;
  const XmlElement element = parent.add("w:r");
  set_look(element, run, look);
  if (!run.text.empty()) add_text(element, run.text, look.deleted);
  if (run.line_break) element.add("w:br");
}

// ---- cross-references

// The fields that together show the reference's number, and where in the words it stands; none
// where the words do not hold it, or a number of it is typed.
std::vector<DocxText::Field> DocxText::fields(const view::Link& link, std::string_view words,
                                              std::size_t& at) const {
  const auto target = targets_.find(link.to);
  if (target == targets_.end() || target->second.number.empty()) return {};
  at = find_number(words, target->second.number);
  if (at != words.npos) return {{link.to, target->second.number}};
  at = find_number(words, link.label);
  std::string_view rest = link.label;
  std::vector<Field> all;
  for (auto clause = target; at != words.npos && clause != targets_.end() && !rest.empty();
       clause = targets_.find(clause->second.above)) {
    const std::string& number = clause->second.number;
    if (number.empty() || !rest.ends_with(number)) continue;
    rest.remove_suffix(number.size());
    all.insert(all.begin(), {clause->first, number});
  }
  return rest.empty() ? all : std::vector<Field>();
}

bool DocxText::write_reference(const XmlElement& paragraph, const Run& run, const RunLook& look) {
  std::size_t at = 0;
  const std::vector<Field> parts = fields(*run.link, run.text, at);
  if (parts.empty()) return false;
  const auto words = [&](std::string_view text, bool last) {
    Run part = run;
    part.text = text;
    part.line_break = last && run.line_break;
    write_run(paragraph, part, look, true);
  };
  const std::string_view text = run.text;
  words(text.substr(0, at), false);
  RunLook linked = look;
  linked.style = "CrossReference";
  for (const Field& field : parts) {
    write_field(paragraph, fmt::format(" REF {} \\n \\h ", syntax::bookmark_of(field.to)),
                field.number, run, linked);
    at += field.number.size();
  }
  words(text.substr(at), true);
  return true;
}

void DocxText::write_field(const XmlElement& parent, const std::string& instruction,
                           std::string_view shown, const Run& like, const RunLook& look) {
  field_part(parent, "begin");
  parent.add("w:r").add("w:instrText").set("xml:space", "preserve").text(instruction);
  field_part(parent, "separate");
  const XmlElement result = parent.add("w:r");
  set_look(result, like, look);
  add_text(result, shown);
  field_part(parent, "end");
}

// ---- footnotes

void DocxText::write_mark(const XmlElement& parent, const view::NoteMark& mark, bool note) {
  const RunLook raised{.style = "FootnoteReference"};
  if (!mark.apart.empty()) write_run(parent, Run{.text = mark.apart}, raised, true);
  if (note) return write_run(parent, Run{.text = mark.label}, raised, true);
  const std::string first = syntax::bookmark_of("_first-mark-" + mark.id);
  if (marked_.contains(mark.id))
    return write_field(parent, fmt::format(" NOTEREF {} \\f \\h ", first), mark.label, {}, raised);
  const auto marks = marks_.find(mark.id);
  if (marks == marks_.end() || marks->second < 2) return write_note_reference(parent, mark);
  bookmark(parent, first, [&] { write_note_reference(parent, mark); });
}

void DocxText::write_deleted_mark(const XmlElement& parent, const view::NoteMark& mark) {
  const RunLook gone{.style = "FootnoteReference", .deleted = true};
  if (!mark.apart.empty()) write_words(parent, mark.apart, gone);
  const std::string key = deleted_note(mark.id);
  if (!marked_.insert(key).second) return write_words(parent, mark.label, gone);
  notes_.push_back({key, mark.label, mark.text, false});
  const XmlElement run = parent.add("w:r");
  set_look(run, {}, gone);
  run.add("w:footnoteReference")
      .set("w:customMarkFollows", "1")
      .set("w:id", std::to_string(notes_.size()));
  add_text(run, mark.label, true);
}

// Word counts what has no label of its own; the first label says from where.
void DocxText::write_note_reference(const XmlElement& parent, const view::NoteMark& mark) {
  marked_.insert(mark.id);
  const bool is_number = !mark.label.empty() && mark.label.size() < 5 &&
                         std::all_of(mark.label.begin(), mark.label.end(),
                                     [](char c) { return c >= '0' && c <= '9'; });
  if (counting_ && first_note_ == 0 && is_number) first_note_ = next_note_ = std::stoi(mark.label);
  const bool automatic = counting_ && first_note_ != 0 && mark.label == std::to_string(next_note_);
  if (automatic) ++next_note_;
  notes_.push_back({mark.id, mark.label, mark.text, automatic});
  const XmlElement run = parent.add("w:r");
  run.add("w:rPr").add("w:rStyle").set("w:val", "FootnoteReference");
  const XmlElement reference = run.add("w:footnoteReference");
  if (!automatic) reference.set("w:customMarkFollows", "1");
  reference.set("w:id", std::to_string(notes_.size()));
  if (!automatic) add_text(run, mark.label);
}

}  // namespace concord::render
