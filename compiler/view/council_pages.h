// What the pages of one council, of one provision and of the whole comparison show, at any number
// of councils.
#pragma once

#include <cstdint>

#include "compare/peers.h"
#include "view/compared.h"
#include "view/council_model.h"

namespace concord::view {

// The council against its peers.
CouncilPage council_page(const Compared& texts, const compare::Peers& peers, std::uint32_t which);

// Who states row number `row`, grouped by wording.
ProvisionPage provision_page(const Compared& texts, std::uint32_t row);

// Every council and every topic.
Overview overview(const Compared& texts, const compare::Peers& peers);

// The provision has a page of its own. What one council alone states stands on that council's page.
bool is_shared(const compare::Row& row);

}  // namespace concord::view
