#include "cli/keys.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "cli/program.h"
#include "diag/print.h"
#include "render/words.h"
#include "source/digest.h"

namespace concord::cli {
namespace {

using nlohmann::json;
using Parts = std::vector<std::string_view>;

std::set<source::FileId> protocol_files(const Corpus& corpus) {
  std::set<source::FileId> files;
  for (const passes::Protocol& protocol : corpus.protocols) files.insert(protocol.graph().file);
  return files;
}

// Of those in the folder, and of the words, which every format has.
std::string digest_of_templates(const render::Templates& templates, std::string_view folder) {
  Parts parts = {program_digest()};
  for (const auto& [path, bytes] : templates.files) {
    if (path.starts_with(folder) || path == render::words_file)
      parts.insert(parts.end(), {path, bytes});
  }
  return source::digest(parts);
}

void add_text(const std::string& text, std::string& bytes) {
  const std::uint64_t length = text.size();
  bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
  bytes += text;
}

template <typename Number>
void add_number(const Number& number, std::string& bytes) {
  bytes += 'n';
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

// A page's values and names as they stand, each value after a letter that says of which kind it is:
// as telling as the page's JSON, and much sooner told.
void add_values(const json& value, std::string& bytes) {
  if (value.is_object()) {
    bytes += 'o';
    for (const auto& [name, member] : value.get_ref<const json::object_t&>()) {
      bytes += 'm';
      add_text(name, bytes);
      add_values(member, bytes);
    }
    bytes += 'e';
  } else if (value.is_array()) {
    bytes += 'a';
    for (const json& element : value) add_values(element, bytes);
    bytes += 'e';
  } else if (value.is_string()) {
    bytes += 's';
    add_text(value.get_ref<const std::string&>(), bytes);
  } else if (value.is_number_float()) {
    add_number(value.get_ref<const json::number_float_t&>(), bytes);
  } else if (value.is_number()) {
    add_number(value.get<json::number_integer_t>(), bytes);
  } else {
    bytes += value.is_null() ? '0' : value.get<bool>() ? 't' : 'f';
  }
}

}  // namespace

Keys::Keys(const Corpus& corpus, const render::Templates& templates)
    : corpus_(corpus), templates_(templates), layouts_(digest_of_templates(templates, "html/")) {
  const std::string findings = diag::as_json(corpus.findings, corpus.sources);
  Parts shared = {program_digest(), corpus.as_of};
  Parts protocols = {findings};
  const std::set<source::FileId> of_protocols = protocol_files(corpus);
  for (std::uint32_t i = 0; i < corpus.sources.size(); ++i) {
    const source::FileId file{i};
    Parts& parts = of_protocols.contains(file) ? protocols : shared;
    parts.insert(parts.end(), {corpus.sources.name(file), corpus.sources.text(file)});
  }
  shared_ = source::digest(shared);
  protocols.push_back(shared_);
  protocols_ = source::digest(protocols);
}

std::string Keys::of_build(const Making& making) const {
  std::string named = making.comparison ? "compared " : "";
  for (const Format format : making.formats)
    named += static_cast<char>('a' + static_cast<int>(format));
  return source::digest({protocols_, digest_of_templates(templates_, ""), named});
}

std::string Keys::of_corpus(std::string_view name) const {
  return source::digest({protocols_, name});
}

std::string Keys::of_protocol(std::string_view name, const passes::Protocol& protocol) const {
  const source::FileId file = protocol.graph().file;
  return source::digest({shared_, name, corpus_.sources.name(file), corpus_.sources.text(file)});
}

std::string Keys::of_page(const render::Page& page) const {
  std::string data;
  add_values(page.data, data);
  return source::digest({layouts_, page.path, page.layout, data});
}

std::string Keys::of_pdf(const render::PdfJob& job) const {
  const std::string key = render::pdf_key(job, templates_);
  return source::digest({program_digest(), key});
}

}  // namespace concord::cli
