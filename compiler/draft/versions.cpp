#include "draft/versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "graph/keys.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using syntax::Status;

// What an address carries: letters, digits, ".", "_" and "-".
std::string in_address(std::string_view label) {
  std::string made;
  for (const char c : label) {
    const bool carried = source::is_alnum(c) || c == '.' || c == '_' || c == '-';
    if (carried) {
      made += source::lower(c);
    } else if (!made.empty() && made.back() != '-') {
      made += '-';
    }
  }
  return made;
}

}  // namespace

std::string version_label(const syntax::Metadata& metadata) {
  const auto& all = metadata.versions;
  const auto last = std::find_if(all.rbegin(), all.rend(),
                                 [](const auto& each) { return !each.version.empty(); });
  return last == all.rend() ? std::string() : last->version;
}

Versions::Versions(const std::vector<const syntax::Metadata*>& texts) {
  for (const syntax::Metadata* each : texts) {
    in_order_.push_back(texts_.size());
    texts_.push_back({each->status, each->adopted.date, version_label(*each)});
  }
  sort();
  find_clashes();
  give_names();
}

// A text without a date is the earliest of its kind.
void Versions::sort() {
  const auto rank = [&](std::size_t i) {
    const Text& text = texts_[i];
    return std::tuple(text.status == Status::draft, text.status == Status::adopted,
                      text.date.last_day(), std::string_view(text.label));
  };
  std::ranges::stable_sort(in_order_, {}, rank);
  for (const std::size_t i : in_order_)
    if (texts_[i].status == Status::adopted) in_force_ = i;
}

void Versions::find_clashes() {
  for (std::size_t i = 0; i < texts_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (texts_[i].status == texts_[j].status && texts_[i].date == texts_[j].date &&
          texts_[i].label == texts_[j].label)
        clashes_.emplace_back(j, i);
}

void Versions::give_names() {
  graph::Names taken;
  names_.resize(texts_.size());
  for (const std::size_t i : in_order_) names_[i] = taken.take(plain_name(i));
}

std::string Versions::plain_name(std::size_t i) const {
  const Text& text = texts_[i];
  const std::string label = in_address(text.label);
  const auto alike = std::ranges::count_if(texts_, [&](const Text& other) {
    return text.status == Status::draft ? other.status == Status::draft
                                        : other.status != Status::draft && other.date == text.date;
  });
  const std::string behind = alike > 1 && !label.empty() ? "-" + label : "";
  if (i == in_force_) return "in-force";
  if (text.status == Status::draft) return "draft" + behind;
  if (text.date.present()) return text.date.iso + behind;
  return label.empty() ? "undated" : label;
}

std::size_t Versions::latest_draft() const {
  const std::size_t last = in_order_.back();
  return texts_[last].status == Status::draft ? last : standing();
}

bool Versions::is_meant(std::size_t i, std::string_view asked) const {
  const Text& text = texts_[i];
  const bool draft = text.status == Status::draft;
  if (asked == "draft") return draft;
  const std::string& date = text.date.iso;
  const bool dated = !draft && syntax::valid_date(asked) &&
                     (date == asked || date.starts_with(std::string(asked) + "-"));
  return dated || names_[i] == asked || (!text.label.empty() && text.label == asked);
}

std::vector<std::size_t> Versions::meant_by(std::string_view asked) const {
  std::vector<std::size_t> meant;
  std::ranges::copy_if(in_order_, std::back_inserter(meant),
                       [&](std::size_t i) { return is_meant(i, asked); });
  return meant;
}

bool has_origin_of(const syntax::Metadata& later, const syntax::Metadata& earlier) {
  return later.source != syntax::Origin{} && later.source == earlier.source;
}

}  // namespace concord::draft
