#include "view/lenders.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "passes/borrowing.h"
#include "view/addresses.h"

namespace concord::view {
namespace {

const Clause* find(const std::vector<Clause>& clauses, std::string_view name) {
  for (const Clause& each : clauses) {
    if (each.id == name || each.label == name) return &each;
    if (const Clause* below = find(each.children, name)) return below;
  }
  return nullptr;
}

bool is_version(const Page& page, std::string_view version) {
  return page.folder.ends_with(fmt::format("/{}", version)) ||
         (page.adopted && page.adopted->date && page.adopted->date->iso == version);
}

class LenderFinder {
 public:
  LenderFinder(const Page& page, std::span<const Page* const> site) : page_(page), site_(site) {}

  LendersByClause run() {
    add(page_.clauses);
    for (const Footnote& each : page_.footnotes) add(each.clause);
    return std::move(found_);
  }

 private:
  void add(const std::vector<Clause>& clauses) {
    for (const Clause& each : clauses) add(each);
  }

  void add(const Clause& clause) {
    if (!clause.from.empty()) found_.emplace(clause.id, lender(clause.from));
    add(clause.children);
  }

  Lender lender(const std::string& from) const {
    const auto lent = passes::lent_clause(from);
    if (!lent) return {from, ""};
    const auto is_lender = [&](const Page* each) {
      return each->id == lent->protocol &&
             (lent->version.empty() ? each->folder == each->id : is_version(*each, lent->version));
    };
    const auto page = std::ranges::find_if(site_, is_lender);
    if (page == site_.end()) return {from, ""};
    const Clause* clause = find((*page)->clauses, lent->clause);
    if (clause == nullptr) return {from, ""};
    return {fmt::format("{} {}", (*page)->name, clause->label),
            fmt::format("{}{}#{}", way_up(page_address(page_.folder)),
                        page_address((*page)->folder), clause->id)};
  }

  const Page& page_;
  std::span<const Page* const> site_;
  LendersByClause found_;
};

}  // namespace

LendersByClause lenders(const Page& page, std::span<const Page* const> site) {
  return LenderFinder(page, site).run();
}

}  // namespace concord::view
