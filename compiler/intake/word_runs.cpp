#include "intake/word_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "diag/messages.h"
#include "intake/word_letters.h"
#include "intake/word_values.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

constexpr std::array<std::string_view, 3> contents_fields{"TOC", "TOA", "INDEX"};

bool is_address(std::string_view target) {
  return target.substr(0, 7) == "http://" || target.substr(0, 8) == "https://" ||
         target.substr(0, 7) == "mailto:";
}

bool same_look(const Run& a, const Run& b) {
  Run plain = b;
  plain.text = a.text;
  return a == plain;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool is_black(std::string_view colour) {
  return colour.empty() || colour == "auto" || colour == "000000";
}

}  // namespace

struct RunReader::At {
  const WordPart& part;
  const std::vector<const WordStyle*>& chain;
  Place& place;
  WordLine line = {};
  Run look = {};  // of the words to come
  std::string font = {};
  bool caps = false;
  std::string link = {};
  double size = 0;
  std::map<double, std::size_t> sizes = {};  // bytes of each
};

bool WordLine::has_words() const {
  return std::any_of(runs.begin(), runs.end(), [](const Run& run) {
    return !run.hidden && (!run.note.empty() || !is_blank(run.text));
  });
}

bool WordLine::has_hidden_words() const {
  return std::any_of(runs.begin(), runs.end(),
                     [](const Run& run) { return run.hidden && !is_blank(run.text); });
}

WordLine RunReader::read(const XmlNode& paragraph, const std::vector<const WordStyle*>& chain,
                         const WordPart& part, Place& place) {
  At at{part, chain, place};
  const auto outlined = std::ranges::find_if(
      chain, [](const WordStyle* style) { return style->paragraph.outline.has_value(); });
  numbers_.begin_paragraph(outlined == chain.end() ? 9 : *(*outlined)->paragraph.outline);
  read_children(paragraph, at);
  const auto most =
      std::max_element(at.sizes.begin(), at.sizes.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != at.sizes.end()) at.line.size = most->first;
  return std::move(at.line);
}

void RunReader::read_children(const XmlNode& node, At& at) {
  for (const XmlNode& child : node.children) read_inline(child, at);
}

void RunReader::read_inline(const XmlNode& node, At& at) {
  static const std::map<std::string_view, void (RunReader::*)(const XmlNode&, At&)> readers{
      {"w:r", &RunReader::read_run},
      {"w:hyperlink", &RunReader::read_link},
      {"w:bookmarkStart", &RunReader::read_bookmark},
      {"w:sdt", &RunReader::read_control},
      {"w:fldSimple", &RunReader::read_simple_field},
      {"w:smartTag", &RunReader::read_children},
      {"w:customXml", &RunReader::read_children},
      {"w:dir", &RunReader::read_children},
      {"w:bdo", &RunReader::read_children},
      // Left where changes were not settled.
      {"w:ins", &RunReader::read_children},
      {"w:moveTo", &RunReader::read_children},
  };
  if (const auto reader = readers.find(node.name); reader != readers.end()) {
    (this->*reader->second)(node, at);
  } else if (node.name == "m:oMath" || node.name == "m:oMathPara") {
    set_look(nullptr, at);
    add(text_below(node, "m:t"), at);
  }
}

void RunReader::read_bookmark(const XmlNode& node, At& at) {
  at.line.bookmarks.emplace_back(node.value("w:name"));
}

void RunReader::read_link(const XmlNode& node, At& at) {
  const auto found = at.part.links.find(node.value("r:id"));
  const std::string before = std::exchange(at.link, {});
  if (found != at.part.links.end() && is_address(found->second)) at.link = found->second;
  read_children(node, at);
  at.link = before;
}

// What a content control asks to be filled in is no part of the text.
void RunReader::read_control(const XmlNode& node, At& at) {
  const XmlNode* content = node.child("w:sdtContent");
  if (!content) return;
  const XmlNode* properties = node.child("w:sdtPr");
  if (properties && is_on(properties->child("w:showingPlcHdr"))) {
    const std::string words = text_below(*content, "w:t");
    reading_.removed.push_back({at.place, words, diag::IMP015::prompt});
    return;
  }
  read_children(*content, at);
}

void RunReader::read_simple_field(const XmlNode& node, At& at) {
  fields_.push_back({std::string(node.value("w:instr")), true});
  read_children(node, at);
  end_field(at);
}

void RunReader::set_look(const XmlNode* properties, At& at) const {
  const LetterLook direct = letter_look(properties);
  const XmlNode* style = properties ? properties->child("w:rStyle") : nullptr;
  const std::string_view style_id = style ? style->value("w:val") : "";
  const LetterLook shown = styles_.shown(at.chain, direct, style_id);
  const LetterLook paragraph = styles_.shown(at.chain, {}, "");
  const std::string link = at.link.empty() ? field_link() : at.link;
  // The styles of Concord's own files have colours that nobody gave by hand.
  const std::string colour = (own_ ? direct : shown).colour.value_or("");
  const bool own_colour =
      colour != paragraph.colour.value_or("") && !is_black(colour) && colour != usual_colour_;
  at.look = Run{};
  at.look.bold = shown.bold.value_or(false);
  at.look.italic = shown.italic.value_or(false);
  at.look.underlined = shown.underlined.value_or(false) && link.empty();
  at.look.struck = shown.struck.value_or(false);
  at.look.coloured = (own_colour && link.empty()) || shown.marked.value_or(false);
  at.look.hidden = shown.hidden.value_or(false);
  at.look.superscript = shown.superscript.value_or(false);
  at.look.link = link;
  at.font = shown.font.value_or("");
  at.caps = shown.caps.value_or(false);
  at.size = shown.size.value_or(10);
}

// The mark of a slip and a number that Word cannot count are not words of the text.
bool RunReader::read_own_sign(const XmlNode& run, At& at) {
  if (!own_) return false;
  const auto chain = styles_.chain(value_of(descend(&run, {"w:rPr", "w:rStyle"})));
  if (chain.empty()) return false;
  const std::string words = text_below(run, "w:t");
  if (chain.front()->name == "Typed Number") {
    at.line.number += words;
    return true;
  }
  if (chain.front()->name != "Sic") return false;
  if (is_blank(words)) return true;
  if (words.find_first_not_of(" [sic]") != std::string::npos) return false;
  reading_.removed.push_back({at.place, words, diag::IMP015::slip});
  return true;
}

void RunReader::read_run(const XmlNode& run, At& at) {
  if (read_own_sign(run, at)) return;
  set_look(run.child("w:rPr"), at);
  for (const XmlNode& child : run.children) {
    if (child.name == "w:footnoteReference") {
      read_note(run, child, footnotes_, at);
      return;
    }
    if (child.name == "w:endnoteReference") {
      read_note(run, child, endnotes_, at);
      return;
    }
    read_run_child(child, at);
  }
}

void RunReader::read_run_child(const XmlNode& node, At& at) {
  const std::string& name = node.name;
  if (name == "w:t") {
    add(without_unseen(node.text), at);
  } else if (name == "w:tab" || name == "w:ptab") {
    add("\t", at);
  } else if (name == "w:br" || name == "w:cr") {
    read_break(node, at);
  } else if (name == "w:noBreakHyphen") {
    add("-", at);
  } else if (name == "w:sym") {
    read_sign(node, at);
  } else if (name == "w:fldChar") {
    read_field_sign(node, at);
  } else if (name == "w:instrText") {
    if (!fields_.empty() && !fields_.back().in_result) fields_.back().instruction += node.text;
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    read_drawing(node, at);
  } else if (name == "w:commentReference") {
    at.line.comments.emplace_back(node.value("w:id"));
    at.line.commented.push_back(static_cast<std::uint32_t>(text_of(at.line.runs).size()));
  } else if (name == "w:lastRenderedPageBreak") {
    ++at.place.page;
  } else if (name == "w:ruby") {
    if (const XmlNode* base = node.child("w:rubyBase")) add(text_below(*base, "w:t"), at);
    const XmlNode* aid = node.child("w:rt");
    const std::string words = aid ? text_below(*aid, "w:t") : "";
    if (!is_blank(words)) reading_.removed.push_back({at.place, words, diag::IMP015::reading});
  }
}

void RunReader::read_break(const XmlNode& node, At& at) {
  if (node.value("w:type") != "page") {
    add(node.value("w:type") == "column" ? " " : "\n", at);
  } else if (at.line.has_words()) {
    at.line.page_after = true;
  } else {
    at.line.page_before = true;
  }
}

void RunReader::read_field_sign(const XmlNode& node, At& at) {
  const std::string_view type = node.value("w:fldCharType");
  if (type == "begin") fields_.emplace_back();
  if (fields_.empty()) return;
  if (type == "separate") fields_.back().in_result = true;
  if (type == "end") end_field(at);
}

// Word keeps no result of a number that it counts each time.
void RunReader::end_field(At& at) {
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  const std::optional<std::string> number = numbers_.next(field.instruction);
  if (field.has_words) return;
  if (number) {
    add(*number, at);
  } else if (kind_of_field(field.instruction) == "LISTNUM") {
    reading_.doubts.push_back({diag::Code::IMP010, at.place, "", diag::IMP010::list_field});
  }
}

// A mark of the author's own stands behind the reference, in the same run.
void RunReader::read_note(const XmlNode& run, const XmlNode& reference, NoteMarks& marks, At& at) {
  if (!shows() || at.look.hidden) return;
  const std::string_view own_follows = reference.value("w:customMarkFollows", "0");
  const bool own = own_follows != "0" && own_follows != "false";
  Run note = at.look;
  note.note = marks.next(reference.value("w:id"), own ? text_below(run, "w:t") : "", at.place);
  note.superscript = true;
  at.line.runs.push_back(std::move(note));
}

void RunReader::read_sign(const XmlNode& node, At& at) {
  unsigned code = 0;
  const std::string_view hex = node.value("w:char");
  std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  const std::string font(node.value("w:font"));
  if (const auto sign = sign_of_font(font, code)) {
    add(*sign, at);
    return;
  }
  add("\xEF\xBF\xBD", at);
  reading_.doubts.push_back(
      {diag::Code::IMP013, at.place, std::string(hex), fmt::format(diag::IMP013::sign, font)});
}

namespace {

// Those of a diagram or a chart stand in a part of their own.
void add_drawn_words(const XmlNode& node, const WordPart& part, std::string& words) {
  for (const std::string_view name : {"r:dm", "r:id"}) {
    const auto found = part.shown.find(node.value(name));
    if (found != part.shown.end()) words += (words.empty() ? "" : " ") + found->second;
  }
  for (const XmlNode& child : node.children) add_drawn_words(child, part, words);
}

}  // namespace

// A text box is read where it is anchored; a picture is told of by what it says in place of itself.
void RunReader::read_drawing(const XmlNode& node, At& at) {
  if (!shows()) return;
  const std::size_t before = at.line.boxes.size();
  collect(node, "w:txbxContent", at.line.boxes);
  if (at.line.boxes.size() > before) return;
  const bool picture = node.name == "w:object" || stands_below(node, "a:blip") ||
                       stands_below(node, "v:imagedata") || stands_below(node, "a:graphicData");
  if (!picture) return;
  std::vector<const XmlNode*> names;
  collect(node, "wp:docPr", names);
  std::string words(names.empty() ? "" : names.front()->value("descr"));
  add_drawn_words(node, at.part, words);
  reading_.doubts.push_back({diag::Code::IMP013, at.place, words, diag::IMP013::object});
}

void RunReader::add(std::string_view text, At& at) {
  if (text.empty() || !shows()) return;
  for (Field& field : fields_) field.has_words = field.has_words || !is_blank(text);
  std::size_t unknown = 0;
  Run run = at.look;
  if (cites_note() && !is_blank(text)) {
    run.note = text;
    at.line.runs.push_back(std::move(run));
    return;
  }
  run.text = shown_letters(text, at.font, unknown);
  if (at.caps) run.text = capitals(run.text);
  if (unknown > 0) {
    reading_.doubts.push_back(
        {diag::Code::IMP013, at.place, run.text, fmt::format(diag::IMP013::signs, at.font)});
  }
  at.line.contents = at.line.contents || lists_contents();
  at.sizes[at.size] += run.text.size();
  Runs& runs = at.line.runs;
  if (!runs.empty() && runs.back().note.empty() && same_look(runs.back(), run)) {
    runs.back().text += run.text;
  } else {
    runs.push_back(std::move(run));
  }
}

bool RunReader::shows() const {
  return std::all_of(fields_.begin(), fields_.end(),
                     [](const Field& field) { return field.in_result; });
}

// A second mark of one note is a field that repeats the first.
bool RunReader::cites_note() const {
  return !fields_.empty() && fields_.back().in_result &&
         kind_of_field(fields_.back().instruction) == "NOTEREF";
}

bool RunReader::lists_contents() const {
  return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) {
    return field.in_result && std::find(contents_fields.begin(), contents_fields.end(),
                                        kind_of_field(field.instruction)) != contents_fields.end();
  });
}

// The address that an open HYPERLINK field names in quotation marks.
std::string RunReader::field_link() const {
  for (auto field = fields_.rbegin(); field != fields_.rend(); ++field) {
    if (kind_of_field(field->instruction) != "HYPERLINK") continue;
    const std::size_t begin = field->instruction.find('"');
    const std::size_t end = field->instruction.find('"', begin + 1);
    if (begin == std::string::npos || end == std::string::npos) return "";
    const std::string address = field->instruction.substr(begin + 1, end - begin - 1);
    return is_address(address) ? address : "";
  }
  return "";
}

}  // namespace concord::intake
