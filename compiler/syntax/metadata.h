// What the front matter says of a protocol. Absent is empty; dates are as exact as the source.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"
#include "syntax/deciding.h"

namespace concord::syntax {

// How exactly a date is known.
enum class Precision : std::uint8_t { none, year, month, day };

// An ISO 8601 date as exact as the source: "2024-05-20", "2024-05", "2024", or empty.
struct Date {
  std::string iso;

  bool present() const { return !iso.empty(); }
  // None for what is no valid date.
  Precision precision() const;
  bool is_day() const { return precision() == Precision::day; }
  // "20 May 2024", "May 2024", "2024", or empty. English month names.
  std::string in_words() const;
  // The last day that the date may mean, for comparing: "2024-05" -> "2024-05-31".
  std::string last_day() const;
  friend bool operator==(const Date&, const Date&) = default;
};

// True for a date that exists, in one of the three forms.
bool valid_date(std::string_view iso);

enum class Status : std::uint8_t { draft, adopted, superseded };
enum class Numbering : std::uint8_t { explicit_, automatic };

struct Adoption {
  Date date;
  std::string body;
  std::string minute;
  friend bool operator==(const Adoption&, const Adoption&) = default;
};

struct Review {
  Date date;  // last reviewed
  Date due;
  std::string owner;
  std::string note;
  friend bool operator==(const Review&, const Review&) = default;
};

struct Contact {
  std::string email;
  std::string phone;
  friend bool operator==(const Contact&, const Contact&) = default;
};

struct Version {
  std::string version;
  Date date;
  std::string authority;  // "council", "delegated", …
  std::string minute;
  std::string note;
  friend bool operator==(const Version&, const Version&) = default;
};

struct Signature {
  std::string role;
  std::string name;
  Date date;
  friend bool operator==(const Signature&, const Signature&) = default;
};

struct Origin {
  std::string url;
  Date retrieved;
  std::string sha256;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// An extraction error that was put right.
struct Repair {
  std::string at;
  std::string from;
  std::string to;
  std::string note;
  friend bool operator==(const Repair&, const Repair&) = default;
};

// A clause of an earlier version that is gone for good.
struct Deletion {
  std::string clause;  // its identifier or printed number there
  std::string reason;
  friend bool operator==(const Deletion&, const Deletion&) = default;
};

struct Metadata {
  std::string id;    // the file's name without .md where the front matter has none
  std::string name;  // short display name; the council where absent
  std::string council;
  std::string title;
  std::string part;
  Status status = Status::draft;
  Numbering numbering = Numbering::explicit_;
  std::string language;    // BCP 47; "en-GB" where absent
  std::string governance;  // executive, committee, parish, or empty
  std::string purpose;
  std::string profile;   // transcription, draft, adopt, or empty
  bool excerpt = false;  // not the whole protocol: what it does not say may stand in the rest
  std::vector<std::string>
      peers;  // ids of the protocols to compare it with; none: see compare/peers.h
  Adoption adopted;
  Review review;
  Contact contact;
  std::vector<Version> versions;
  std::vector<Signature> signoff;
  std::map<std::string, std::vector<std::string>> roles;  // shared role -> the council's own words
  Origin source;
  std::vector<Repair> repairs;
  std::vector<Deletion> deleted;
  std::map<std::string, DecidingBody> authority;  // by class of change: change_classes

  // Where each key stands in the source ("adopted", "review.due", "versions.0"), for diagnostics.
  std::map<std::string, source::Span> spans;

  // The span of the key or of its nearest parent key; the start of the file for none.
  source::Span span(std::string_view key, source::FileId file) const;
};

std::string_view name_of(Status status);
}  // namespace concord::syntax
