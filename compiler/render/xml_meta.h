// The `meta` of an Akoma Ntoso document: what the document is, what happened to it, and what it
// speaks of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "render/xml_tree.h"
#include "view/model.h"

namespace concord::render {

// What the document speaks of (bodies, people, roles, terms): each stands once in meta/references
// and is named elsewhere by "#eid".
class AknReferences {
 public:
  explicit AknReferences(XmlElement list) : list_(list) {}

  // "#role-monitoring-officer". `kind` as in TLCRole: "Role"; `key` tells things of one kind apart;
  // `shown` is for people.
  const std::string& name(std::string_view kind, std::string_view key, std::string_view shown);

  // The list itself, for references of other kinds.
  const XmlElement& list() const { return list_; }

 private:
  XmlElement list_;
  using Names = std::map<std::string, std::string, std::less<>>;

  std::map<std::string, Names, std::less<>> names_;  // by kind and key
  std::set<std::string> taken_;
};

// Writes the meta of one protocol as a child of the document, and returns the list of
// references for the text to add to.
AknReferences write_akn_meta(const view::Page& protocol, const XmlElement& document);

}  // namespace concord::render
