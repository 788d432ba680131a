// Reads mappings of known keys: what each key holds is said once, and what is unknown, doubled or
// of the wrong form is reported at its place.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/mapped_text.h"
#include "syntax/metadata.h"
#include "syntax/reporter.h"
#include "syntax/yaml_tree.h"

namespace concord::syntax {

// The way to a value: "versions.0.date". Told in words only where somebody asks.
struct Path {
  const Path* around = nullptr;  // of the mapping or list that holds it; null for the whole
  std::string_view key = {};

  std::string text() const;
};

// Under which codes the faults of a file are reported: a front matter has several, a register one.
struct FieldCodes {
  diag::Code unknown_key;
  diag::Code wrong_form;
};

class FieldReader {
 public:
  using Read = std::function<void(const YamlNode& value, const Path& path)>;
  struct Field {
    std::string_view name;
    Read read;
    // How one value stands in it, where a wrong key with one may mean this: "[{{version: {}}}]".
    // Empty where it takes no such value.
    std::string_view form = "{}";
  };
  using Fields = std::vector<Field>;

  // `text` is the cleaned source, in which the tree begins at byte `begin`. Where every key stood
  // is put into `spans` by its path, if somebody wants to know.
  FieldReader(const MappedText& text, std::uint32_t begin, source::FileId file, FieldCodes codes,
              Reporter& reporter, std::map<std::string, source::Span>* spans = nullptr)
      : text_(text),
        begin_(begin),
        file_(file),
        codes_(codes),
        reporter_(reporter),
        spans_(spans) {}

  // Gives each entry of the mapping to its field. `path` is the mapping's own ("review"). An absent
  // value (null) is as an absent key.
  void mapping(const YamlNode& node, const Path& path, const Fields& fields);
  // Gives each item of the list, with path "versions.0" and so on.
  void sequence(const YamlNode& node, const Path& path, const Read& read);

  // Readers of one value each.
  Read text(std::string& into);
  Read texts(std::vector<std::string>& into);  // one word or a list of words
  // One name or a list of names; words with a comma in them are no name.
  Read names(std::vector<std::string>& into);
  Read date(Date& into);
  // One of the names; reports the others with the nearest, which is then to be written.
  Read choice(std::string& into, std::vector<std::string> names);
  // A text that `test` accepts; `expected`, which must outlive the Read, says what that is.
  Read checked(std::string& into, bool (*test)(std::string_view), std::string_view expected);

  // `value` is what is to be written after the key, where that is known.
  void wrong_form(const YamlNode& node, const Path& path, std::string_view expected,
                  std::string_view value = {});
  void given_twice(const YamlNode& key, const Path& path);
  source::Span span(std::uint32_t begin, std::uint32_t end) const;

  std::uint32_t faults() const { return faults_; }

 private:
  void fault(const YamlNode& node, std::string message);
  void note_span(const Path& path, std::uint32_t begin, std::uint32_t end);
  void unknown_key(const YamlNode& key, const YamlNode& value, const Fields& fields);

  const MappedText& text_;
  std::uint32_t begin_;
  source::FileId file_;
  FieldCodes codes_;
  Reporter& reporter_;
  std::map<std::string, source::Span>* spans_;
  std::uint32_t faults_ = 0;
};

// http or https, with something after it.
bool is_web_address(std::string_view address);
bool is_year(std::string_view year);
// What an entry of a register is known by.
bool is_id(std::string_view id);
inline constexpr std::string_view id_form = "lower-case letters, digits and hyphens";

}  // namespace concord::syntax
