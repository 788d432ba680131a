#include "render/live.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "view/words.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

void insert_before(std::string_view mark, std::string_view words, std::string& page) {
  const std::size_t at = page.find(mark);
  if (at != std::string::npos) page.insert(at, words);
}

ordered_json remark_json(const view::Remark& remark) {
  return {{"kind", view::name_of(remark.kind)},
          {"code", remark.code},
          {"text", remark.text},
          {"clause", remark.clause},
          {"place", remark.place},
          {"hints", remark.hints}};
}

ordered_json remarks_json(const std::vector<view::Remark>& remarks) {
  ordered_json list = ordered_json::array();
  for (const view::Remark& remark : remarks) list.push_back(remark_json(remark));
  return list;
}

}  // namespace

std::string live_page(std::string page) {
  insert_before("script-src 'self'", "connect-src 'self'; ", page);
  insert_before("</head>",
                fmt::format("<link rel=\"stylesheet\" href=\"{}\">\n"
                            "<script src=\"{}\" defer></script>\n"
                            "<script src=\"{}\" defer></script>\n",
                            live_styles, live_words, live_script),
                page);
  return page;
}

std::string waiting_page(const HtmlTemplates& templates) {
  const view::Words words;
  const Globals globals = {
      .root = "", .page_title = words["waiting_heading"], .language = words.language()};
  return templates.expand("waiting", globals, [](const Dictionary&) {});
}

std::string as_json(const view::Live& live) {
  ordered_json texts = ordered_json::object();
  for (const auto& [folder, remarks] : live.texts) texts[folder] = remarks_json(remarks);
  const ordered_json state = {{"build", live.build},
                              {"failed", live.failed},
                              {"problem", live.problem},
                              {"texts", std::move(texts)},
                              {"others", remarks_json(live.others)}};
  return state.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace concord::render
