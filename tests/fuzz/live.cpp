#include "live.h"

#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <memory>

namespace concord::fuzz {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";

struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;
};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// The tag whose name begins at `at`, read as a browser's tokeniser does; `at` moves past it.
Tag read_tag(std::string_view page, std::size_t& at) {
  const auto until = [&](std::string_view stops) {
    const std::size_t begin = at;
    at = std::min(page.find_first_of(stops, at), page.size());
    return page.substr(begin, at - begin);
  };
  Tag tag{lower(until(" \t\r\n\f/>")), {}};
  while (at < page.size() && page[at] != '>') {
    if (page[at] == '/' || spaces.find(page[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    const std::string name = lower(until(" \t\r\n\f/>="));
    std::string value;
    if (at < page.size() && page[at] == '=') {
      ++at;
      const char quote = at < page.size() ? page[at] : ' ';
      if (quote == '"' || quote == '\'') {
        ++at;
        value = until(std::string_view(&quote, 1));
        ++at;
      } else {
        value = until(" \t\r\n\f>");
      }
    } else if (name.empty()) {
      ++at;
    }
    tag.attributes.emplace(name, value);
  }
  return tag;
}

bool allowed_address(const std::string& address) {
  const std::size_t scheme_end = address.find_first_of(":/?#&");
  if (scheme_end == std::string::npos || address[scheme_end] != ':') {
    return !address.starts_with("//") && !address.starts_with("\\");
  }
  const std::string scheme = lower(address.substr(0, scheme_end));
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

std::string live_in_tag(const Tag& tag) {
  static constexpr std::array forbidden = {"iframe", "object", "embed",     "base",  "form",
                                           "img",    "style",  "audio",     "video", "math",
                                           "applet", "frame",  "plaintext", "xmp",   "marquee"};
  if (std::find(forbidden.begin(), forbidden.end(), tag.name) != forbidden.end()) {
    return "element " + tag.name;
  }
  for (const auto& [name, value] : tag.attributes) {
    if (name.starts_with("on") || name == "style" || name == "srcdoc") return "attribute " + name;
    const bool is_address = name == "href" || name == "src" || name == "action";
    if (is_address && !allowed_address(value)) return "address " + value;
    if (name == "src" && value.find("assets/") == std::string::npos) return "source " + value;
  }
  if (tag.name == "script" && !tag.attributes.contains("src") && !tag.attributes.contains("type")) {
    return "script within the page";
  }
  return {};
}

bool opens_tag(std::string_view page, std::size_t at) {
  return at + 1 < page.size() && std::isalpha(static_cast<unsigned char>(page[at + 1])) != 0;
}

}  // namespace

std::string live_in_html(std::string_view page) {
  for (std::size_t at = 0; (at = page.find('<', at)) != std::string_view::npos;) {
    if (!opens_tag(page, at)) {
      if (page.substr(at, 2) == "<?") return "processing instruction";
      ++at;
      continue;
    }
    ++at;
    if (std::string live = live_in_tag(read_tag(page, at)); !live.empty()) return live;
  }
  return {};
}

std::string live_in_csv(std::string_view table) {
  bool quoted = false;
  bool starts = true;
  for (std::size_t at = 0; at < table.size(); ++at) {
    const char c = table[at];
    if (starts && c == '"') {
      quoted = true;
      const char first = at + 1 < table.size() ? table[at + 1] : ' ';
      if (std::string_view("=+-@\t\r\n").find(first) != std::string_view::npos) {
        return std::string(table.substr(at, 40));
      }
    } else if (starts && std::string_view("=+-@\t").find(c) != std::string_view::npos) {
      return std::string(table.substr(at, 40));
    } else if (c == '"') {
      quoted = !quoted;
    }
    starts = !quoted && (c == ',' || c == '\n');
  }
  return {};
}

std::string wrong_in_xml(std::string_view text) {
  if (text.find("<!DOCTYPE") != std::string_view::npos) return "a document type";
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), "fuzz.xml", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
      xmlFreeDoc);
  return document ? "" : xmlGetLastError()->message;
}

bool calm(std::string_view text) {
  static constexpr std::array<std::string_view, 10> overrides = {
      "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
      "\u2066", "\u2067", "\u2068", "\u2069", "\u061c"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) return false;
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (c == 0xc2 && next >= 0x80 && next < 0xa0) return false;
  }
  return std::none_of(overrides.begin(), overrides.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

}  // namespace concord::fuzz
