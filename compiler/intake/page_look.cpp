#include "intake/page_look.h"

#include <charconv>
#include <string>

#include "intake/wording.h"

namespace concord::intake {

Look look_in(Look look, const PageNode& node, const Declarations& style) {
  const std::string weight = folded(value_of(style, "font-weight"));
  Run& run = look.run;
  const bool light = weight == "normal" || weight == "400";
  run.bold = (run.bold && !light) || node.is("b") || node.is("strong") || weight == "bold" ||
             weight == "700";
  run.italic = run.italic || node.is("i") || node.is("em") ||
               folded(value_of(style, "font-style")) == "italic";
  const std::string lines = folded(value_of(style, "text-decoration"));
  run.underlined = run.underlined || node.is("u");
  run.struck =
      run.struck || node.is_any_of({"s", "strike", "del"}) || contains(lines, "line-through");
  run.superscript =
      run.superscript || node.is("sup") || folded(value_of(style, "vertical-align")) == "super";
  run.hidden = run.hidden || folded(value_of(style, "display")) == "none" ||
               folded(value_of(style, "visibility")) == "hidden" ||
               folded(value_of(style, "mso-hide")) == "all";
  const std::string family = folded(value_of(style, "font-family"));
  look.symbols = look.symbols || contains(family, "symbol") || contains(family, "wingdings") ||
                 contains(family, "courier");
  return look;
}

double points_of(std::string_view length) {
  double value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit(end, static_cast<std::size_t>(length.data() + length.size() - end));
  if (unit.starts_with("px")) return value * 0.75;
  if (unit.starts_with("in")) return value * 72;
  if (unit.starts_with("cm")) return value * 28.35;
  if (unit.starts_with("em")) return value * 12;
  return unit.starts_with("pt") ? value : 0;
}

}  // namespace concord::intake
