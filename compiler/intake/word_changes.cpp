#include "intake/word_changes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace concord::intake {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 9> changes_of_properties{
    "w:pPrChange",  "w:rPrChange",    "w:tblPrChange",   "w:tblPrExChange",  "w:trPrChange",
    "w:tcPrChange", "w:sectPrChange", "w:tblGridChange", "w:numberingChange"};
constexpr std::array<std::string_view, 7> changes_of_words{
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge"};

// One side of the changes.
struct Side {
  std::array<std::string_view, 2> gone;   // what goes with all it holds
  std::array<std::string_view, 2> stays;  // what stays without its mark
  std::array<std::string_view, 1> gone_cell;
};

constexpr Side accepted{{"w:del", "w:moveFrom"}, {"w:ins", "w:moveTo"}, {"w:cellDel"}};
constexpr Side rejected{{"w:ins", "w:moveTo"}, {"w:del", "w:moveFrom"}, {"w:cellIns"}};

template <std::size_t N>
bool has_any(const XmlNode* node, const std::array<std::string_view, N>& names) {
  return node && std::any_of(node->children.begin(), node->children.end(),
                             [&](const XmlNode& one) { return is_one_of(one.name, names); });
}

const XmlNode* mark_properties(const XmlNode& paragraph) {
  const XmlNode* properties = paragraph.child("w:pPr");
  return properties ? properties->child("w:rPr") : nullptr;
}

// A paragraph without words, a picture or a field would leave an empty line.
bool has_content(const XmlNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& child) {
    if (child.name == "w:pPr" || child.name == "w:rPr") return false;
    return child.name == "w:r" ? child.children.size() > (child.child("w:rPr") ? 1u : 0u)
                               : has_content(child);
  });
}

// w:numPr of a paragraph that only the change gave a number.
bool is_number_put_in(const XmlNode& node, const Side& side) {
  return node.name == "w:numPr" && has_any(&node, side.gone);
}

class Settler {
 public:
  explicit Settler(const Side& side) : side_(side) {}

  void settle(XmlNode& node) const {
    restore_properties(node);
    Paragraphs paragraphs;
    paragraphs.kept.reserve(node.children.size());
    for (XmlNode& child : node.children) take(child, paragraphs);
    release_waiting(paragraphs);
    node.children = std::move(paragraphs.kept);
  }

 private:
  // What is kept of a node's children, and the paragraph that runs on into the next one.
  struct Paragraphs {
    std::vector<XmlNode> kept;
    std::optional<XmlNode> waiting;
  };

  bool rejects() const { return &side_ == &rejected; }

  // The properties that a change replaced, as they were.
  void restore_properties(XmlNode& node) const {
    const auto change = std::find_if(
        node.children.begin(), node.children.end(),
        [](const XmlNode& child) { return is_one_of(child.name, changes_of_properties); });
    if (change == node.children.end() || !rejects()) return;
    if (change->name == "w:numberingChange") return;
    std::vector<XmlNode> old;
    for (XmlNode& former : change->children) {
      std::move(former.children.begin(), former.children.end(), std::back_inserter(old));
    }
    // The mark's letters and the end of a section are no part of what pPrChange remembers.
    for (XmlNode& child : node.children) {
      const bool apart =
          node.name == "w:pPr" && (child.name == "w:rPr" || child.name == "w:sectPr");
      const bool marker = is_one_of(child.name, changes_of_words);
      if (apart || marker) old.push_back(std::move(child));
    }
    node.children = std::move(old);
  }

  bool goes(const XmlNode& child) const {
    if (is_one_of(child.name, changes_of_properties) || is_one_of(child.name, side_.gone))
      return true;
    if (child.name == "w:tr") return has_any(child.child("w:trPr"), side_.gone);
    if (child.name == "w:tc") return has_any(child.child("w:tcPr"), side_.gone_cell);
    return is_number_put_in(child, side_);
  }

  void take(XmlNode& child, Paragraphs& paragraphs) const {
    if (goes(child)) return;
    if (rejects() && child.name == "w:delText") child.name = "w:t";
    if (rejects() && child.name == "w:delInstrText") child.name = "w:instrText";
    const bool mark_goes = child.name == "w:p" && has_any(mark_properties(child), side_.gone);
    settle(child);
    if (is_one_of(child.name, side_.stays)) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(paragraphs.kept));
      return;
    }
    if (child.name == "w:p") prepend_waiting(child, paragraphs.waiting);
    if (child.name == "w:tbl") release_waiting(paragraphs);
    if (!mark_goes) {
      paragraphs.kept.push_back(std::move(child));
    } else if (has_content(child)) {
      paragraphs.waiting = std::move(child);
    }
  }

  // What ran on from above stands before the paragraph's own words.
  static void prepend_waiting(XmlNode& paragraph, std::optional<XmlNode>& waiting) {
    if (!waiting) return;
    const auto own = std::find_if(paragraph.children.begin(), paragraph.children.end(),
                                  [](const XmlNode& child) { return child.name != "w:pPr"; });
    const auto above = std::find_if(waiting->children.begin(), waiting->children.end(),
                                    [](const XmlNode& child) { return child.name != "w:pPr"; });
    paragraph.children.insert(own, std::make_move_iterator(above),
                              std::make_move_iterator(waiting->children.end()));
    waiting.reset();
  }

  // Nothing runs on into a table, or beyond the cell or text that it stands in.
  static void release_waiting(Paragraphs& paragraphs) {
    if (paragraphs.waiting) paragraphs.kept.push_back(std::move(*paragraphs.waiting));
    paragraphs.waiting.reset();
  }

  const Side& side_;
};

constexpr std::array<std::string_view, 12> known_extensions{
    "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "a14"};

bool is_understood(const XmlNode& choice) {
  std::string_view wanted = choice.value("Requires");
  while (!wanted.empty()) {
    const std::size_t end = std::min(wanted.find(' '), wanted.size());
    const std::string_view one = wanted.substr(0, end);
    if (!one.empty() && !is_one_of(one, known_extensions)) return false;
    wanted.remove_prefix(std::min(end + 1, wanted.size()));
  }
  return true;
}

// The first choice that is understood, else the fallback; which comes last.
XmlNode* chosen(XmlNode& alternatives) {
  const auto found = std::find_if(
      alternatives.children.begin(), alternatives.children.end(), [](const XmlNode& one) {
        return one.name == "mc:Fallback" || (one.name == "mc:Choice" && is_understood(one));
      });
  return found == alternatives.children.end() ? nullptr : &*found;
}

}  // namespace

std::size_t count_changes(const XmlNode& root) {
  std::size_t count =
      is_one_of(root.name, changes_of_words) || is_one_of(root.name, changes_of_properties) ? 1 : 0;
  for (const XmlNode& child : root.children) count += count_changes(child);
  return count;
}

void settle_changes(XmlNode& root, Changes changes) {
  if (changes == Changes::ask) return;
  Settler(changes == Changes::accept ? accepted : rejected).settle(root);
}

void choose_alternatives(XmlNode& root) {
  std::vector<XmlNode> kept;
  kept.reserve(root.children.size());
  for (XmlNode& child : root.children) {
    choose_alternatives(child);
    if (child.name != "mc:AlternateContent") {
      kept.push_back(std::move(child));
    } else if (XmlNode* choice = chosen(child)) {
      std::move(choice->children.begin(), choice->children.end(), std::back_inserter(kept));
    }
  }
  root.children = std::move(kept);
}

}  // namespace concord::intake
