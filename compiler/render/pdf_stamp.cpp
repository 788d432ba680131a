#include "render/pdf_stamp.h"

// No deprecated smart pointer: without this, qpdf 11 warns in every file.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace concord::render {
namespace {

// PDF/A wants every property outside its own list described by an extension schema; pdfuaid:part,
// which Typst writes to declare PDF/UA, is one of those (ISO 19005-2, 6.6.2.3.3).
constexpr std::string_view conformance = R"(<rdf:Description rdf:about=""
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>)";

std::string text_of(const std::shared_ptr<Buffer>& buffer) {
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void declare_conformance(QPDF& document) {
  QPDFObjectHandle metadata = document.getRoot().getKey("/Metadata");
  if (!metadata.isStream()) throw std::runtime_error("the PDF has no metadata");
  std::string xmp = text_of(metadata.getStreamData());
  const std::size_t end = xmp.rfind("</rdf:RDF>");
  if (end == std::string::npos) throw std::runtime_error("the PDF's metadata is not XMP");
  xmp.insert(end, conformance);
  metadata.replaceStreamData(xmp, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void name_places(QPDF& document, const std::vector<PdfPlace>& places) {
  const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(document).getAllPages();
  QPDFNameTreeObjectHelper names = QPDFNameTreeObjectHelper::newEmpty(document);
  for (const PdfPlace& place : places) {
    if (place.page < 1 || place.page > pages.size()) continue;
    QPDFObjectHandle page = pages[place.page - 1].getObjectHandle();
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    const double top = height - place.y;
    names.insert(place.id, QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/XYZ"),
                                                       QPDFObjectHandle::newReal(place.x, 1),
                                                       QPDFObjectHandle::newReal(top, 1),
                                                       QPDFObjectHandle::newNull()}));
  }
  QPDFObjectHandle root = document.getRoot();
  if (!root.hasKey("/Names")) root.replaceKey("/Names", QPDFObjectHandle::newDictionary());
  root.getKey("/Names").replaceKey("/Dests", names.getObjectHandle());
}

// Typst writes the default value of a key that some readers mistake for an error.
void drop_suspects(QPDF& document) {
  QPDFObjectHandle mark_info = document.getRoot().getKey("/MarkInfo");
  if (mark_info.isDictionary()) mark_info.removeKey("/Suspects");
}

std::string written(QPDF& document) {
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);  // PDF/A, 6.1.7.1
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.write();
  return text_of(writer.getBufferSharedPointer());
}

}  // namespace

std::string stamp(std::string_view pdf, const std::vector<PdfPlace>& places) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("typeset", pdf.data(), pdf.size());
  declare_conformance(document);
  if (!places.empty()) name_places(document, places);
  drop_suspects(document);
  return written(document);
}

}  // namespace concord::render
