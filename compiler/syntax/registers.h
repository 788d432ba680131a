// The registers of protocols/register/: what all councils share. Data about the domain, in YAML.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/metadata.h"
#include "syntax/provisions.h"
#include "syntax/word_lists.h"

namespace concord::syntax {

// Members' duties and officers' duties must never be taken for one another: sides keep them apart.
enum class Side : std::uint8_t { member, officer, body, other };

struct Role {
  std::string id;                  // "monitoring-officer"
  std::string title;               // "Monitoring Officer"
  std::vector<std::string> words;  // singular, lower case
  Side side = Side::other;
  std::vector<std::string> governance;  // models in which the title exists; empty: any
};

struct Topic {
  std::string id;
  std::string title;
  std::vector<std::string> cues;  // lower case
};

enum class InstrumentKind : std::uint8_t { act, statutory_instrument, code, guidance };

struct Instrument {
  std::string id;
  std::string title;
  InstrumentKind kind = InstrumentKind::act;
  std::string year;  // empty for undated
  std::string uri;
  std::vector<std::string> aliases;
  std::string status;  // in-force, repealed, superseded
  std::string by;      // id of what repealed or superseded it, or words
};

struct Register {
  std::vector<Role> roles;
  std::vector<std::string> not_roles;  // phrases in which a role's word names no role, lower case
  std::vector<Topic> topics;           // in reading order
  std::vector<Instrument> instruments;
  // Groups of words and phrases that mean the same, or belong together; "|" stands between
  // opposites.
  std::vector<std::vector<std::string>> synonyms;
  WordLists lists;
  // In the order in which they are written. One without a title adds its wordings to the provision
  // of its id in the program's own register.
  std::vector<Provision> provisions;
  bool extends_provisions = false;  // the program's own are read as well
  std::vector<Decision> decisions;
  std::vector<Authority> authority;  // who decides on changes, each class once

  const Role* role(std::string_view id) const;
  const Topic* topic(std::string_view id) const;
  const Instrument* instrument(std::string_view id) const;
  const Provision* provision(std::string_view id) const;
};

// Adds one register file's entries to the register: which one is told by its top-level keys (roles,
// not_roles, topics, instruments, synonyms, provisions, links, authority, and the names of lists of
// words).
// Entries with errors are reported and left out.
void read_register(const source::SourceMap& sources, source::FileId file, Register& into,
                   diag::Sink& sink);

// Adds what the register lacks from a file that came with the program, of which a user has one of
// the same name: lists of words that the user's does not have and, where it has "extends: yes",
// provisions. A provision that the user's register has with a title replaces the one of its id;
// one without a title adds its wordings.
void read_missing(const source::SourceMap& sources, source::FileId file, Register& into,
                  diag::Sink& sink);

}  // namespace concord::syntax
