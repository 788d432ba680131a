#include "intake/pdf_pictures.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <set>
#include <string_view>

#include "diag/messages.h"
#include "intake/poppler.h"
#include "intake/unreadable.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

constexpr std::chrono::seconds longest_reading{20};
// A page with fewer words than this between header and footer has no text of its own.
constexpr std::size_t fewest_words = 20;
constexpr double least_part = 0.4;  // of a page that is a picture; a scan may be in several
constexpr std::string_view inlined = "[inline]";  // stands for the number of its object
constexpr double least_side = 24;                 // points: bullets and lines are smaller

struct Picture {
  std::size_t page = 0;
  std::string id;
  double width = 0;  // in points
  double height = 0;
};

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A line of `pdfimages -list`: page, number, type, width, height, colour, components, bits,
// encoding, interpolation, object (one word or two), then pixels an inch.
std::optional<Picture> picture_of(std::string_view line) {
  const std::vector<std::string_view> columns = tokens_of(line);
  if (columns.size() < 13 || (columns[2] != "image" && columns[2] != "stencil")) return {};
  const std::size_t density = columns[10] == inlined ? 11 : 12;
  if (density + 1 >= columns.size()) return {};
  const double across = number(columns[density]);
  const double down = number(columns[density + 1]);
  if (across <= 0 || down <= 0) return {};
  return Picture{static_cast<std::size_t>(number(columns[0])), std::string(columns[10]),
                 number(columns[3]) * 72 / across, number(columns[4]) * 72 / down};
}

std::vector<Picture> pictures_of(const std::string& bytes, std::size_t pages) {
  std::vector<Picture> pictures;
  try {
    run_poppler({"pdfimages", "-list", "-l", std::to_string(pages), "-"}, bytes, longest_reading,
                [&](std::string_view line) {
                  if (std::optional<Picture> picture = picture_of(line))
                    pictures.push_back(*std::move(picture));
                });
  } catch (const Unreadable&) {
    return pictures;  // the words were read, and stay
  }
  return pictures;
}

bool has_text(const PdfPage& page) {
  const auto between = std::ranges::count_if(page.words, [&](const PdfWord& word) {
    return word.top > page.height * margin_part && word.bottom < page.height * (1 - margin_part);
  });
  return static_cast<std::size_t>(between) >= fewest_words;
}

}  // namespace

std::vector<Doubt> doubts_of_pictures(const std::string& bytes, const std::vector<PdfPage>& pages,
                                      bool tagged) {
  std::map<std::size_t, double> areas;
  std::set<std::string> seen;
  std::set<std::size_t> pictured;
  for (const Picture& picture : pictures_of(bytes, pages.size())) {
    if (picture.page == 0 || picture.page > pages.size()) continue;
    areas[picture.page] += picture.width * picture.height;
    const bool small = std::min(picture.width, picture.height) < least_side;
    const bool first = picture.id == inlined || seen.insert(picture.id).second;
    if (!small && first) pictured.insert(picture.page);
  }
  std::vector<Doubt> doubts;
  for (const auto& [number, area] : areas) {
    const PdfPage& page = pages[number - 1];
    const Place place{static_cast<std::uint32_t>(number)};
    if (area > page.width * page.height * least_part && !has_text(page)) {
      doubts.push_back({diag::Code::IMP024, place, "", diag::IMP024::scan});
    } else if (!tagged && pictured.contains(number)) {
      doubts.push_back({diag::Code::IMP013, place, "", diag::IMP013::picture});
    }
  }
  return doubts;
}

}  // namespace concord::intake
