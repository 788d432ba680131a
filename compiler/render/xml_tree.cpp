#include "render/xml_tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>

#include <mutex>

#include "render/xml_text.h"

namespace concord::render {
namespace {

const xmlChar* as_xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

// libxml2 sets itself up when it is first used, which two threads must not do at once.
xmlDocPtr new_document() {
  static std::once_flag set_up;
  std::call_once(set_up, xmlInitParser);
  return xmlNewDoc(as_xml("1.0"));
}

xmlNodePtr as_node(void* node) {
  return static_cast<xmlNodePtr>(node);
}

// The two namespaces are declared on the root, the main one first.
xmlNsPtr main_namespace_of(xmlNodePtr node) {
  return xmlDocGetRootElement(node->doc)->nsDef;
}
xmlNsPtr own_namespace_of(xmlNodePtr node) {
  return main_namespace_of(node)->next;
}

xmlNodePtr append(xmlNodePtr parent, xmlNsPtr space, const char* name) {
  return xmlAddChild(parent, xmlNewDocNode(parent->doc, space, as_xml(name), nullptr));
}

void add_attribute(xmlNodePtr node, xmlNsPtr space, const char* name, std::string_view value) {
  if (!value.empty()) xmlNewNsProp(node, space, as_xml(name), as_xml(xml_text(value).c_str()));
}

std::string dumped(void* doc, bool indented) {
  xmlChar* bytes = nullptr;
  int size = 0;
  xmlDocDumpFormatMemoryEnc(static_cast<xmlDocPtr>(doc), &bytes, &size, "UTF-8", indented ? 1 : 0);
  const std::unique_ptr<xmlChar, xmlFreeFunc> owner(bytes, xmlFree);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool starts_like_an_address(std::string_view href) {
  for (const std::string_view start : {"http://", "https://", "mailto:", "tel:", "/", "#"}) {
    if (href.substr(0, start.size()) == start) return true;
  }
  return false;
}

std::string percent_encoded(std::string_view href) {
  static constexpr std::string_view kept = "-._~:/?@!$&'()*+,;=%";
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  bool in_fragment = false;
  for (const char c : href) {
    const bool alphanumeric =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool first_hash = c == '#' && !in_fragment;
    in_fragment = in_fragment || first_hash;
    if (alphanumeric || first_hash || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4u], digits[byte & 15u]};
    }
  }
  return out;
}

}  // namespace

XmlElement XmlElement::add(const char* name) const {
  xmlNodePtr node = as_node(node_);
  return XmlElement(append(node, main_namespace_of(node), name));
}

XmlElement XmlElement::add_own(const char* name) const {
  xmlNodePtr node = as_node(node_);
  return XmlElement(append(node, own_namespace_of(node), name));
}

const XmlElement& XmlElement::set(const char* name, std::string_view value) const {
  add_attribute(as_node(node_), nullptr, name, value);
  return *this;
}

const XmlElement& XmlElement::set_own(const char* name, std::string_view value) const {
  add_attribute(as_node(node_), own_namespace_of(as_node(node_)), name, value);
  return *this;
}

const XmlElement& XmlElement::text(std::string_view words) const {
  xmlNodePtr node = as_node(node_);
  xmlAddChild(node, xmlNewDocText(node->doc, as_xml(xml_text(words).c_str())));
  return *this;
}

XmlTree::XmlTree(const char* root, const char* main_namespace, const char* own_prefix,
                 const char* own_namespace)
    : doc_(new_document(), [](void* doc) { xmlFreeDoc(static_cast<xmlDocPtr>(doc)); }) {
  auto* doc = static_cast<xmlDocPtr>(doc_.get());
  xmlNodePtr node = xmlNewDocNode(doc, nullptr, as_xml(root), nullptr);
  xmlDocSetRootElement(doc, node);
  xmlSetNs(node, xmlNewNs(node, as_xml(main_namespace), nullptr));
  xmlNewNs(node, as_xml(own_namespace), as_xml(own_prefix));
}

XmlTree::XmlTree(const char* root,
                 std::initializer_list<std::pair<const char*, const char*>> root_attributes)
    : doc_(new_document(), [](void* doc) { xmlFreeDoc(static_cast<xmlDocPtr>(doc)); }) {
  auto* doc = static_cast<xmlDocPtr>(doc_.get());
  xmlDocSetRootElement(doc, xmlNewDocNode(doc, nullptr, as_xml(root), nullptr));
  for (const auto& [name, value] : root_attributes) this->root().set(name, value);
}

XmlElement XmlTree::root() const {
  return XmlElement(xmlDocGetRootElement(static_cast<xmlDocPtr>(doc_.get())));
}

std::string XmlTree::bytes() const {
  return dumped(doc_.get(), true);
}

std::string XmlTree::compact_bytes() const {
  return dumped(doc_.get(), false);
}

std::string xml_address(std::string_view href) {
  if (!starts_like_an_address(href)) return "";
  std::string address = percent_encoded(href);
  const std::unique_ptr<xmlURI, decltype(&xmlFreeURI)> uri(xmlParseURI(address.c_str()),
                                                           xmlFreeURI);
  return uri ? address : "";
}

}  // namespace concord::render
