// What a page or a file was made of, so that whoever quotes it knows what it stands on.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "syntax/metadata.h"

namespace concord::view {

struct StampedText {
  std::string folder;   // of its page: "york", "york/draft"
  std::string name;     // the council's
  std::string version;  // "version 2.1, adopted 15 May 2023", as far as the text says so
  // It is the version that stands for its council where councils are compared.
  bool compared = true;
};

struct Stamp {
  std::string program = {};  // "0.1.0"; empty: nothing is to be said
  std::string as_of = {};    // ISO, the day as of which the texts are taken; or empty
  std::vector<StampedText> texts = {};
};

StampedText stamped(const syntax::Metadata& about, std::string folder);

// "York (version 2.1, adopted 15 May 2023)"
std::string words_for(const StampedText& text);

// The same of one text, in whose folder a page stands.
Stamp of_text(const Stamp& stamp, const std::string& folder);

// "Made with Concord 0.1.0 from the texts as at 21 November 2026: York (version 2.1, adopted …);
// Ware." In the language. Versions that are not compared are left out; of more than `most_names`
// texts it says how many there are. Empty for a stamp that says nothing.
inline constexpr std::size_t most_names = 12;
std::string words_for(const Stamp& stamp, const std::string& language = "en-GB");

// Of data: whose they are and under which terms, and how to cite them (CITATION.cff).
std::string licence_words();
std::string citation_words(const Stamp& stamp);

// All of it by name, for a file that has room for it: "made", "licence", "citation". Empty for a
// stamp that says nothing.
std::vector<std::pair<std::string, std::string>> terms(const Stamp& stamp);

}  // namespace concord::view
