#include "draft/new_clause.h"

#include <algorithm>

#include "intake/draft.h"
#include "intake/labels.h"
#include "intake/own_file.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/number.h"
#include "syntax/prose_writer.h"

namespace concord::draft {
namespace {

using intake::Block;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Number;
using syntax::Prose;

bool opens_and_closes_alike(const std::string& a, const std::string& b) {
  const auto sign = [](char c) { return source::is_alnum(c) ? 'x' : c; };
  return !a.empty() && !b.empty() && sign(a.front()) == sign(b.front()) &&
         sign(a.back()) == sign(b.back());
}

// Labels of one list: of one style, as many parts, brackets alike.
bool alike(const Number& a, const Number& b) {
  return a.present() && b.present() && a.path.size() == b.path.size() &&
         (a.style == syntax::NumberStyle::decimal) == (b.style == syntax::NumberStyle::decimal) &&
         opens_and_closes_alike(a.label, b.label);
}

// What all of a paragraph has is its style's, no emphasis of its words.
void drop_whole_marks(Prose& prose) {
  const auto end = static_cast<std::uint32_t>(prose.text.size());
  std::erase_if(prose.marks, [&](const Mark& mark) {
    const bool soft = mark.kind == MarkKind::strong || mark.kind == MarkKind::emphasis;
    return soft && mark.range.begin == 0 && mark.range.end == end;
  });
}

class Maker {
 public:
  Maker(const Unit& unit, const std::vector<Model>& models) : block_(*unit.block), models_(models) {
    made_.words = unit.prose;
    drop_whole_marks(made_.words);
    label_ = block_.bullet ? "" : block_.label;
    number_ = intake::whole_label(label_);
    made_.heading = block_.heading_level > 0;
  }

  MadeClause run() {
    take_typed_number();
    made_.numbered = !label_.empty();
    const Model* model = find_model();
    made_.head = model == nullptr ? own_head() : head_of(*model);
    return std::move(made_);
  }

 private:
  // A number that somebody typed before the words.
  void take_typed_number() {
    if (!label_.empty() || block_.bullet) return;
    const intake::Label typed = intake::label_at(made_.words.text);
    if (!typed.number.present() || typed.alone || !is_told(typed.number)) return;
    label_ = typed.number.label;
    number_ = typed.number;
    typed_ = true;
    intake::replace(made_.words, 0, typed.length, "");
    intake::squeeze(made_.words);
  }

  // A bare figure may be a quantity.
  bool is_told(const Number& number) const {
    return number.path.size() > 1 || !syntax::is_unmarked(number);
  }

  const Model* find_model() const {
    const auto find = [&](auto fits) -> const Model* {
      const auto found = std::ranges::find_if(models_, fits);
      return found == models_.end() ? nullptr : &*found;
    };
    const auto marked_alike = [&](const Model& model) {
      return model.clause->number.present() == made_.numbered &&
             model.block->bullet == block_.bullet;
    };
    const auto same_style = [&](const Model& model) {
      return model.block->style == block_.style &&
             model.block->heading_level == block_.heading_level && marked_alike(model);
    };
    if (const Model* model = find([&](const Model& each) {
          return same_style(each) && (!made_.numbered || alike(each.clause->number, number_));
        }))
      return model;
    if (!typed_)
      if (const Model* model = find(same_style)) return model;
    if (made_.heading || !made_.numbered) return nullptr;
    return find([&](const Model& each) {
      return each.block->heading_level == 0 && alike(each.clause->number, number_);
    });
  }

  std::string head_of(const Model& model) const {
    std::string head(model.head);
    const syntax::Number& number = model.clause->number;
    if (!number.present()) return head;
    const source::Span span = model.clause->number_span;
    if (span.begin < model.begin || span.end > model.begin + head.size()) return own_head();
    const std::string_view printed =
        std::string_view(head).substr(span.begin - model.begin, span.end - span.begin);
    if (printed.starts_with('#') || printed.starts_with("(#")) return head;
    return head.replace(span.begin - model.begin, span.end - span.begin, label_);
  }

  std::string own_head() const {
    if (made_.heading) {
      const int level = std::clamp(block_.heading_level + 1, 2, 6);
      return std::string(static_cast<std::size_t>(level), '#') + " " + spaced(label_);
    }
    const auto depth = static_cast<std::size_t>(intake::level_of_style(block_.style) - 1);
    const std::string indent(depth * 2, ' ');
    if (block_.bullet) return indent + "- ";
    if (block_.quoted) return "> " + spaced(label_);
    if (label_.empty()) return "";
    if (number_.style == syntax::NumberStyle::decimal && label_.front() != '(')
      return syntax::is_unmarked(number_) || number_.path.size() == 1 ? "**" + label_ + "** "
                                                                      : spaced(label_);
    return indent + "- " + spaced(label_);
  }

  static std::string spaced(const std::string& label) { return label.empty() ? "" : label + " "; }

  const Block& block_;
  const std::vector<Model>& models_;
  std::string label_;
  Number number_;
  bool typed_ = false;
  MadeClause made_;
};

}  // namespace

MadeClause made_clause(const Unit& unit, const std::vector<Model>& models) {
  return Maker(unit, models).run();
}

std::string text_of(const MadeClause& made) {
  const auto place = made.heading ? syntax::ProsePlace::heading : syntax::ProsePlace::block;
  return made.head +
         syntax::to_markdown(made.words, {.place = place, .unnumbered = !made.numbered});
}

bool is_item_head(std::string_view head) {
  const std::size_t at = head.find_first_not_of(" >");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = head.substr(at);
  if (rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ")) return true;
  const std::size_t digits = rest.find_first_not_of("0123456789");
  return digits > 0 && digits != std::string_view::npos &&
         (rest.substr(digits).starts_with(". ") || rest.substr(digits).starts_with(") "));
}

}  // namespace concord::draft
