#include "intake/page_notes.h"

#include <string_view>

#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// "#_ftn1" -> "_ftn1" where it leads to a note and not back from one.
std::string note_target(const PageNode& link) {
  const std::string_view address = link.attribute("href");
  if (!address.starts_with('#')) return {};
  const std::string small = folded(address);
  if (contains(small, "ref") || small.ends_with("anc")) return {};
  const bool note = contains(small, "ftn") || contains(small, "edn") || contains(small, "fn") ||
                    contains(small, "note");
  return note ? std::string(address.substr(1)) : std::string();
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (source::is_digit(c)) digits += c;
  return digits;
}

}  // namespace

PageNotes::PageNotes(const PageNode& root) {
  find(root);
}

void PageNotes::find(const PageNode& node) {
  if (node.is("a")) {
    const std::string target = note_target(node);
    const std::string mark = digits_of(words_of(node));
    if (!target.empty() && !mark.empty()) marks_.emplace(target, mark);
  }
  for (const PageNode& child : node.children) find(child);
}

const std::string* PageNotes::held_by(const PageNode& node) const {
  const std::string id(node.attribute("id"));
  for (const std::string& name : {id, "_" + id, id + "sym"})
    if (const auto found = marks_.find(name); !id.empty() && found != marks_.end())
      return &found->second;
  const std::string_view kind = node.attribute("class");
  if (!contains(kind, "MsoFootnoteText") && !contains(kind, "MsoEndnoteText")) return nullptr;
  for (const PageNode& child : node.children) {
    const auto found = marks_.find(child.attribute("name"));
    if (child.is("a") && found != marks_.end()) return &found->second;
  }
  return nullptr;
}

const std::string* PageNotes::marked_by(const PageNode& link) const {
  const auto found = marks_.find(note_target(link));
  return found == marks_.end() || digits_of(words_of(link)) != found->second ? nullptr
                                                                             : &found->second;
}

void strip_mark(Runs& runs, const std::string& mark) {
  std::erase_if(runs, [](const Run& run) { return contains(run.text, "↩"); });
  for (Run& run : runs) {
    const std::string_view text = trimmed(run.text);
    if (text.empty()) continue;
    for (const std::string& form : {"[" + mark + "]", mark}) {
      if (!text.starts_with(form)) continue;
      run.text = std::string(text.substr(form.size()));
      return;
    }
    return;
  }
}

}  // namespace concord::intake
