// The register of provisions: what protocols provide, each in the wordings in which councils are
// known to state it; and what people have decided about two clauses.
//
// A known wording is a statement, not a clause: the sentence that states the provision, or an item
// of a list with its lead-in. It carries its own words, so that the register is whole without the
// texts that it quotes. A digest of the clause was the tempting alternative: it would be shorter,
// but nobody could read it, and the register would say nothing without the shipped protocols.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"
#include "syntax/metadata.h"

namespace concord::syntax {

// A statement quoted from a clause, or known from elsewhere. Where it is written in the register as
// "[Members can expect from officers:] a timely response …", the words in brackets are the lead-in,
// and "…" stands for words left out.
struct KnownWording {
  std::string source;   // "york#5.3"; empty for words that are nobody's clause
  std::string lead_in;  // of the list that the words are an item of; empty for none
  std::string words;    // never empty
  source::Span span;    // of the words in the register

  // "york" of "york#5.3"; empty where there is no source.
  std::string_view council() const;
  // "5.3" of "york#5.3".
  std::string_view clause() const;
};

// Looks like the provision and is another one.
struct NearMiss {
  KnownWording wording;
  std::string because;
};

struct Provision {
  std::string id;  // "group-attendance": stable, so that rows and addresses may be named by it
  std::string title;
  std::string question;
  std::string topic;               // id in the register of topics
  std::string bearer;              // whose duty or right it is: id of a role, "both"
                                   // (members and officers), or empty for nobody's
  std::vector<KnownWording> says;  // clauses that state it; each has a source
  std::vector<KnownWording> also;  // other wordings, with a source or without
  std::vector<NearMiss> near_misses;
  source::Span span;  // of the id
};

// What a person has decided about two clauses.
enum class Verdict : std::uint8_t {
  same,       // one provision, and no difference in effect
  differs,    // one provision that differs in effect
  different,  // not one provision
};
std::string_view name_of(Verdict verdict);  // "same", …

struct Decision {
  std::string a;  // "york#5.3"
  std::string b;
  Verdict verdict = Verdict::same;
  std::string kind;  // of the difference in effect ("modality"); only for `differs`
  std::string because;
  std::string by;
  Date date;
  // Digests of the words of a and b that were decided about; empty where none were recorded.
  std::string a_words;
  std::string b_words;
  source::Span span;  // of a
};

}  // namespace concord::syntax
