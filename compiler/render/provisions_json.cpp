#include "render/provisions_json.h"

#include <nlohmann/json.hpp>

namespace concord::render {
namespace {

using nlohmann::ordered_json;

ordered_json words_json(const std::string& words) {
  return words.empty() ? ordered_json() : ordered_json(words);
}

ordered_json record(const syntax::KnownWording& wording) {
  return {{"source", words_json(wording.source)},
          {"lead_in", words_json(wording.lead_in)},
          {"words", wording.words}};
}

ordered_json record(const syntax::NearMiss& near) {
  ordered_json json = record(near.wording);
  json["because"] = near.because;
  return json;
}

template <typename Entry>
ordered_json list_of(const std::vector<Entry>& entries) {
  ordered_json list = ordered_json::array();
  for (const Entry& entry : entries) list.push_back(record(entry));
  return list;
}

ordered_json record(const syntax::Provision& provision) {
  return {{"id", provision.id},
          {"title", words_json(provision.title)},
          {"question", words_json(provision.question)},
          {"topic", words_json(provision.topic)},
          {"bearer", words_json(provision.bearer)},
          {"says", list_of(provision.says)},
          {"also", list_of(provision.also)},
          {"not", list_of(provision.near_misses)}};
}

}  // namespace

std::string provisions_json(const std::vector<const syntax::Provision*>& provisions) {
  ordered_json list = ordered_json::array();
  for (const syntax::Provision* provision : provisions) list.push_back(record(*provision));
  return list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace concord::render
