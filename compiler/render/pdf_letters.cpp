#include "render/pdf_letters.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <stdexcept>
#include <utility>

#include "source/characters.h"
#include "source/digest.h"
#include "source/files.h"

namespace concord::render {
namespace {

using nlohmann::json;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* object) const {
    release(object);
  }
};
using Font = std::unique_ptr<hb_font_t, Release<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Release<hb_buffer_destroy>>;

Font font_of(std::string_view bytes) {
  hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  Font font(hb_font_create(face));
  hb_face_destroy(face);
  return font;
}

Buffer buffer_of(std::string_view words) {
  Buffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), words.data(), static_cast<int>(words.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer.get());
  return buffer;
}

// The stretches of the words for which the font has no glyph. Letters that are drawn as one stand
// in one cluster, and are had or missed together.
std::vector<std::string_view> missed(std::string_view words, hb_font_t* font) {
  const Buffer buffer = buffer_of(words);
  hb_shape(font, buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  std::map<std::size_t, bool> clusters;  // by their first byte: is a glyph missing?
  for (const hb_glyph_info_t& glyph : std::span(glyphs, count)) {
    clusters[glyph.cluster] |= glyph.codepoint == 0;
  }
  std::vector<std::pair<std::size_t, std::size_t>>
      stretches;  // first byte, and that after the last
  for (auto at = clusters.begin(); at != clusters.end(); ++at) {
    if (!at->second) continue;
    const auto next = std::next(at);
    const std::size_t end = next == clusters.end() ? words.size() : next->first;
    if (stretches.empty() || stretches.back().second != at->first) {
      stretches.emplace_back(at->first, end);
    } else {
      stretches.back().second = end;
    }
  }
  std::vector<std::string_view> views;
  for (const auto& [begin, end] : stretches) views.push_back(words.substr(begin, end - begin));
  return views;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool divides(char c) {
  return is_ascii(c) && !source::is_alnum(c);
}

// Each word that is not ASCII alone, once. The letter before an accent is part of its word, since
// the two may be drawn as one.
std::set<std::string_view> words_beyond_ascii(std::string_view text) {
  std::set<std::string_view> words;
  for (auto at = text.begin(); at != text.end();) {
    const auto end = std::find_if(at, text.end(), divides);
    if (!std::all_of(at, end, is_ascii)) words.emplace(at, end);
    at = std::find_if_not(end, text.end(), divides);
  }
  return words;
}

struct Range {
  hb_codepoint_t first;
  hb_codepoint_t last;
};

// "1F000-1FAFF"
Range range_of(const std::string& text) {
  Range range{};
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, range.first, 16);
  const bool dash = first.ec == std::errc() && first.ptr != end && *first.ptr == '-';
  if (!dash || std::from_chars(first.ptr + 1, end, range.last, 16).ptr != end) {
    throw std::runtime_error(fmt::format("typefaces.json: \"{}\" is no range of letters", text));
  }
  return range;
}

}  // namespace

struct Typefaces::Family {
  std::string name;
  std::string package;  // empty where it comes with Concord
  std::vector<hb_script_t> scripts;
  std::vector<Range> ranges;
  std::vector<std::filesystem::path> files;

  bool opened = false;
  std::string bytes = {};  // of the first file, once it was opened; empty where it is not there
  Font opened_font = {};

  // All faces of a family have the same letters, but for what Typst then tells.
  hb_font_t* font() {
    if (!std::exchange(opened, true)) {
      bytes = source::read_if_present(files.front());
      if (!bytes.empty()) opened_font = font_of(bytes);
    }
    return opened_font.get();
  }

  // What of the words it does not have.
  std::set<std::string_view> left_of(const std::set<std::string_view>& words) {
    std::set<std::string_view> left;
    for (const std::string_view each : words) {
      if (!is_for(each) || font() == nullptr) {
        left.insert(each);
      } else {
        const auto rest = missed(each, font());
        left.insert(rest.begin(), rest.end());
      }
    }
    return left;
  }

  // Is it meant for letters like these? One that comes with Concord is tried for all.
  bool is_for(std::string_view words) const {
    if (package.empty()) return true;
    const Buffer buffer = buffer_of(words);
    unsigned count = 0;
    const hb_glyph_info_t* letters = hb_buffer_get_glyph_infos(buffer.get(), &count);
    return std::ranges::any_of(std::span(letters, count), [this](const hb_glyph_info_t& letter) {
      const hb_script_t script =
          hb_unicode_script(hb_unicode_funcs_get_default(), letter.codepoint);
      return std::ranges::find(scripts, script) != scripts.end() ||
             std::ranges::any_of(ranges, [&](const Range& range) {
               return range.first <= letter.codepoint && letter.codepoint <= range.last;
             });
    });
  }
};

Typefaces::Typefaces(const std::filesystem::path& folder) {
  try {
    for (const json& from : json::parse(source::read_if_present(folder / "typefaces.json"))) {
      auto family = std::make_unique<Family>();
      family->name = from.at("family");
      family->package = from.value("package", "");
      for (const std::string script : from.value("scripts", json::array())) {
        family->scripts.push_back(hb_script_from_string(script.c_str(), -1));
      }
      for (const std::string range : from.value("ranges", json::array())) {
        family->ranges.push_back(range_of(range));
      }
      for (const std::string file : from.at("files")) family->files.push_back(folder / file);
      if (family->files.empty()) {
        throw std::runtime_error("typefaces.json: \"" + family->name + "\" has no files");
      }
      families_.push_back(std::move(family));
    }
  } catch (const json::exception& error) {
    throw std::runtime_error(fmt::format("typefaces.json cannot be read: {}", error.what()));
  }
}

Typefaces::~Typefaces() = default;

bool Typefaces::installed() const {
  return std::ranges::all_of(families_, [](const auto& family) {
    return !family->package.empty() || family->font() != nullptr;
  });
}

// Debian's package with a typeface for such letters, where it is not installed.
std::string Typefaces::package_for(std::string_view letters) const {
  const auto found = std::ranges::find_if(families_, [&](const auto& family) {
    return !family->package.empty() && family->font() == nullptr && family->is_for(letters);
  });
  return found == families_.end() ? "" : (*found)->package;
}

Lettering Typefaces::of(std::string_view text) const {
  Lettering lettering;
  std::vector<std::string> files;
  std::set<std::string_view> left = words_beyond_ascii(text);
  for (const auto& family : families_) {
    std::set<std::string_view> still = family->left_of(left);
    if (!family->package.empty() && still != left) {
      lettering.families.push_back(family->name);
      for (const auto& file : family->files) files.push_back(source::read_if_present(file));
    }
    left = std::move(still);
  }
  for (const std::string_view letters : left) {
    lettering.missing.push_back({std::string(letters), package_for(letters)});
  }
  if (!files.empty()) lettering.digest = source::digest({files.begin(), files.end()});
  return lettering;
}

}  // namespace concord::render
