#include "intake/xml_tree.h"

#include <fmt/format.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "diag/messages.h"
#include "intake/unreadable.h"

namespace concord::intake {
namespace {

struct Namespace {
  std::string_view address;
  std::string_view prefix;
};

constexpr std::array<Namespace, 21> namespaces{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
    {"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
    {"urn:concord:1", "own"},
}};

std::string_view view(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

std::string full_name(const xmlChar* address, const xmlChar* local) {
  if (!address) return std::string(view(local));
  const auto known = std::find_if(namespaces.begin(), namespaces.end(), [&](const Namespace& one) {
    return one.address == view(address);
  });
  return fmt::format("{}:{}", known == namespaces.end() ? "?" : known->prefix, view(local));
}

// What the parser's events build.
struct Builder {
  std::string_view what;  // that is read
  XmlNode document = {};
  std::vector<XmlNode> open = {};  // innermost last
  xmlParserCtxtPtr parser = nullptr;
  std::size_t elements = 0;
  std::optional<std::string> refusal = {};
  diag::Code code = diag::Code::IMP002;

  void refuse(diag::Code why, std::string reason) {
    code = why;
    refusal = std::move(reason);
    xmlStopParser(parser);
  }
};

Builder& builder_of(void* user) {
  return *static_cast<Builder*>(user);
}

void start_element(void* user, const xmlChar* local, const xmlChar*, const xmlChar* address, int,
                   const xmlChar**, int attribute_count, int, const xmlChar** attributes) {
  Builder& builder = builder_of(user);
  if (++builder.elements > max_xml_elements)
    builder.refuse(diag::Code::IMP004, fmt::format(diag::IMP004::elements, builder.what));
  if (builder.open.size() >= max_xml_depth)
    builder.refuse(diag::Code::IMP004, fmt::format(diag::IMP004::depth, builder.what));
  if (builder.refusal) return;
  XmlNode& node = builder.open.emplace_back();
  node.name = full_name(address, local);
  for (int i = 0; i < attribute_count; ++i) {
    const xmlChar** field = attributes + 5 * i;  // local name, prefix, address, value, its end
    node.attributes.emplace_back(full_name(field[2], field[0]),
                                 std::string(reinterpret_cast<const char*>(field[3]),
                                             static_cast<std::size_t>(field[4] - field[3])));
  }
}

void end_element(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  Builder& builder = builder_of(user);
  if (builder.refusal || builder.open.empty()) return;
  XmlNode node = std::move(builder.open.back());
  builder.open.pop_back();
  XmlNode& parent = builder.open.empty() ? builder.document : builder.open.back();
  parent.children.push_back(std::move(node));
}

void characters(void* user, const xmlChar* text, int length) {
  Builder& builder = builder_of(user);
  if (builder.refusal || builder.open.empty()) return;
  builder.open.back().text.append(reinterpret_cast<const char*>(text),
                                  static_cast<std::size_t>(length));
}

void document_type(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  Builder& builder = builder_of(user);
  builder.refuse(diag::Code::IMP002, fmt::format(diag::IMP002::document_type, builder.what));
}

void say_nothing(void*, const char*, ...) {}
void keep_errors_quiet(void*, xmlErrorPtr) {}

xmlSAXHandler handlers() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_element;
  sax.endElementNs = end_element;
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.cdataBlock = characters;
  sax.internalSubset = document_type;
  sax.warning = say_nothing;
  sax.error = say_nothing;
  sax.serror = keep_errors_quiet;
  return sax;
}

// libxml2 sets itself up when it is first used, which two threads must not do at once.
void set_up() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
}

}  // namespace

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const XmlNode& node) { return node.name == wanted; });
  return found == children.end() ? nullptr : &*found;
}

const std::string* XmlNode::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& one) { return one.first == wanted; });
  return found == attributes.end() ? nullptr : &found->second;
}

std::string_view XmlNode::value(std::string_view wanted, std::string_view otherwise) const {
  const std::string* found = attribute(wanted);
  return found ? std::string_view(*found) : otherwise;
}

XmlNode parse_xml(std::string_view bytes, std::string_view what) {
  set_up();
  xmlSAXHandler sax = handlers();
  Builder builder{what};
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      xmlCreatePushParserCtxt(&sax, &builder, nullptr, 0, nullptr), xmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  builder.parser = parser.get();
  // XML_PARSE_NOENT, whose name misleads, gives attributes their characters in place of references
  // to these; entities of the file's own there are none without a document type.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR |
                                      XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  const int failed = xmlParseChunk(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 1);
  if (builder.refusal) throw Unreadable(builder.code, *builder.refusal);
  if (failed != 0 || builder.document.children.size() != 1) {
    throw Unreadable(diag::Code::IMP002, fmt::format(diag::IMP002::not_xml, what));
  }
  return std::move(builder.document.children.front());
}

}  // namespace concord::intake
