// Which of the register's provisions the provisions of a comparison are.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/rows/provisions.h"

namespace concord::compare {

// Gives each provision the register's that its wordings state, where they do so clearly. What
// several state together becomes one, but for what people keep apart: then the one of most wordings
// has the name.
std::vector<Provision> recognise(std::vector<Provision> provisions, const LinkedCorpus& linked);

// True where the wording states the register's provision (an index) by its own words, and not only
// by what it is linked to.
bool states_by_itself(const LinkedCorpus& linked, std::uint32_t wording, std::uint32_t known);

// True where it does so in words like those that the register has.
bool is_like_known(const LinkedCorpus& linked, std::uint32_t wording, std::uint32_t known);

}  // namespace concord::compare
