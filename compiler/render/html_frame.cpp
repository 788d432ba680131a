#include "render/html_frame.h"

#include <algorithm>
#include <utility>

#include "render/html_alone.h"
#include "render/script_words.h"
#include "view/addresses.h"

namespace concord::render {

namespace {

std::string_view template_of(Layout layout) {
  switch (layout) {
    case Layout::library:
      return "library";
    case Layout::protocol:
      return "protocol";
    case Layout::timeline:
      return "timeline";
    case Layout::matrix:
      return "matrix";
    case Layout::texts:
      return "texts";
    case Layout::side_by_side:
      return "side_by_side";
    case Layout::gaps:
      return "gaps";
    case Layout::differences:
      return "differences";
    case Layout::pictures:
      return "pictures";
    case Layout::overview:
      return "overview";
    case Layout::provisions:
      return "provisions";
    case Layout::provision:
      return "provision";
    case Layout::council:
      return "council";
    case Layout::council_topic:
      return "council_topic";
  }
  return "";
}

// Of what the page is made.
void fill_footer(const Frame& frame, const view::Stamp& stamp, const Dictionary& into) {
  const view::Stamp own = frame.text.empty() ? stamp : view::of_text(stamp, frame.text);
  const bool several = std::ranges::count_if(own.texts, &view::StampedText::compared) > 1;
  into.show("of_several"_name, several);
  into.show("of_one"_name, !several);
  into.set_optional("made"_name, view::words_for(own, frame.language));
}

void fill_frame(const Frame& frame, const view::Stamp& stamp, const Dictionary& page) {
  const Dictionary head = page.include("head"_name);
  head.set("described"_name, frame.described);
  head.show("comparing"_name, frame.comparison || frame.filters);
  head.show("linked"_name, frame.assets == nullptr);
  if (frame.assets != nullptr) {
    const Dictionary alone = head.section("alone"_name);
    alone.set("styles"_name, styles_alone(*frame.assets, ""));
    alone.set("script"_name, script_words(frame.language) +
                                 std::string(asset(*frame.assets, "assets/concord.js")));
    page.include("skip"_name);
    return;
  }
  const Dictionary header = page.include("header"_name);
  header.show("home"_name, frame.home);
  header.show("compared"_name, frame.compared);
  header.show("comparison"_name, frame.comparison);
  // Of the templates, those have a place for it that have no search of their own.
  if (frame.compared) page.include("ask"_name);
  fill_footer(frame, stamp, page.include("footer"_name));
}

}  // namespace

Files page(std::string path, Layout layout, const Frame& frame, const HtmlTemplates& templates,
           const std::function<void(const Dictionary&)>& fill) {
  const std::string root = view::way_up(path);
  const Globals globals = {.root = root, .page_title = frame.title, .language = frame.language};
  Files files;
  files.emplace(std::move(path),
                templates.expand(template_of(layout), globals, [&](const Dictionary& into) {
                  fill_frame(frame, templates.stamp(), into);
                  fill(into);
                }));
  return files;
}

}  // namespace concord::render
