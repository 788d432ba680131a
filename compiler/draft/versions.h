// Which of several texts with one identifier is which version of the protocol.
//
// A version is known by its name: "in-force", "draft", or the date of adoption of an earlier one
// ("2017-04-11"). Whoever speaks of one may name it by that, by the beginning of its date ("2017")
// or by its label, the last entry of `versions:` ("2.1").
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/metadata.h"

namespace concord::draft {

// "2.1", the last entry of `versions:` that has one; or empty.
std::string version_label(const syntax::Metadata& metadata);

// The texts by their place in the list that they were given in. Copies what it needs.
class Versions {
 public:
  // At least one text.
  explicit Versions(const std::vector<const syntax::Metadata*>& texts);

  // Pairs that nothing tells apart: the same status, date of adoption and label.
  const std::vector<std::pair<std::size_t, std::size_t>>& clashes() const { return clashes_; }

  // The adopted text of the latest date; absent where none is adopted. An earlier one that says
  // "adopted" still is superseded by it.
  std::optional<std::size_t> in_force() const { return in_force_; }
  // The one that stands for the protocol: in force, else the latest draft, else the latest of all.
  std::size_t standing() const { return in_force_.value_or(in_order_.back()); }
  // The latest draft; the one that stands for the protocol where there is none.
  std::size_t latest_draft() const;

  // From the earliest to the one in force, then the drafts.
  const std::vector<std::size_t>& in_order() const { return in_order_; }

  // "in-force", "draft", "2017-04-11": no two are the same, and an address carries them as they
  // are.
  const std::string& name(std::size_t text) const { return names_[text]; }

  // The texts that somebody may mean by "2017", "2.1", "draft", "in-force"; in order.
  std::vector<std::size_t> meant_by(std::string_view asked) const;

 private:
  struct Text {
    syntax::Status status;
    syntax::Date date;
    std::string label;
  };

  void sort();
  void find_clashes();
  void give_names();
  std::string plain_name(std::size_t text) const;
  bool is_meant(std::size_t text, std::string_view asked) const;

  std::vector<Text> texts_;
  std::vector<std::size_t> in_order_;
  std::optional<std::size_t> in_force_;
  std::vector<std::pair<std::size_t, std::size_t>> clashes_;
  std::vector<std::string> names_;
};

// Whether the later version says of itself what the earlier one was taken from: `source:`, and with
// it `repairs:`, came along when the text was copied to be revised, and are not true of it.
bool has_origin_of(const syntax::Metadata& later, const syntax::Metadata& earlier);

}  // namespace concord::draft
