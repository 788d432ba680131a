// Which parts of a saved page hold its text, and what in them is the site's: menus, breadcrumbs,
// cookies, "Share this page".
#pragma once

#include <unordered_map>
#include <vector>

#include "intake/page_tree.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// A button above the part that it opens: "<button>1. Introduction</button><div>…".
bool heads_panel(const PageNode& button);

// A link within the page whose words are a sign: "#" and "¶" behind a heading lead to it.
bool is_sign_link(const PageNode& node);

class PageParts {
 public:
  // Counts the page's words. The page and the lists must outlive it.
  PageParts(const PageNode& root, const syntax::ImportLists& lists);

  // The parts that hold the text, by the surest sign that the page has: sections of Word, what it
  // calls its main part, the element that holds nearly all words that are no links. The whole page
  // where nothing tells.
  std::vector<const PageNode*> text() const;

  // The site's: an element that its name, its role, its class or its words give away. Never what
  // holds most of the page's words.
  bool is_around(const PageNode& node) const;

  // An entry of a list whose entries all lead to places in the page, and nowhere else.
  bool is_contents(const PageNode& entry) const;

 private:
  struct Words {
    std::size_t plain = 0;   // that are no links
    std::size_t linked = 0;  // that are
    std::size_t order = 0;   // of the element, from the head of the page
  };

  Words count(const PageNode& node, bool in_link);
  void find_targets(const PageNode& node);
  const Words& words_in(const PageNode& node) const;
  const PageNode* target_of(const PageNode& link) const;
  bool leads_back(const PageNode& node) const;
  bool is_part_of_site(const PageNode& node) const;
  const PageNode* inner_part(const PageNode& node) const;

  const PageNode& root_;
  const syntax::ImportLists& lists_;
  std::unordered_map<const PageNode*, Words> words_;
  std::unordered_map<std::string, const PageNode*> targets_;  // by id
  std::size_t seen_ = 0;
};

}  // namespace concord::intake
