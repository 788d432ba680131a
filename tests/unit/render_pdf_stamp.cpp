#define POINTERHOLDER_TRANSITION 4
#include <catch2/catch.hpp>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "render/pdf_stamp.h"

using namespace concord::render;
using Catch::Contains;

namespace {

// Two empty A4 pages with the metadata given.
std::string small_pdf(const std::string& xmp) {
  QPDF document;
  document.emptyPDF();
  for (int page = 0; page < 2; ++page) {
    QPDFPageDocumentHelper(document).addPage(
        QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595.28 841.89] >>"), false);
  }
  document.getRoot().replaceKey("/Metadata", QPDFObjectHandle::newStream(&document, xmp));
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::string xmp_of(QPDF& document) {
  const auto bytes = document.getRoot().getKey("/Metadata").getStreamData();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

const std::string xmp = "<rdf:RDF><rdf:Description>old</rdf:Description></rdf:RDF>";

}  // namespace

TEST_CASE("a stamped PDF declares PDF/A-2a beside what it declared before") {
  const std::string bytes = stamp(small_pdf(xmp), {});
  QPDF document;
  document.processMemoryFile("stamped", bytes.data(), bytes.size());
  const std::string metadata = xmp_of(document);
  CHECK_THAT(metadata, Contains("<rdf:Description>old</rdf:Description>"));
  CHECK_THAT(metadata, Contains("<pdfaid:part>2</pdfaid:part>"));
  CHECK_THAT(metadata, Contains("<pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK_THAT(metadata, Contains("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  CHECK_THAT(metadata, Catch::EndsWith("</rdf:Description></rdf:RDF>"));
}

TEST_CASE("places become named destinations, measured from the foot of the page") {
  const std::string bytes =
      stamp(small_pdf(xmp), {{"5.4.ii", 2, 70.9, 100.0}, {"1", 1, 0.0, 41.89}, {"lost", 9, 0, 0}});
  QPDF document;
  document.processMemoryFile("stamped", bytes.data(), bytes.size());
  QPDFNameTreeObjectHelper names(document.getRoot().getKey("/Names").getKey("/Dests"), document);
  const auto pages = QPDFPageDocumentHelper(document).getAllPages();

  QPDFObjectHandle place = names.find("5.4.ii")->second;
  CHECK(place.getArrayItem(0).getObjGen() == pages[1].getObjectHandle().getObjGen());
  CHECK(place.getArrayItem(1).getName() == "/XYZ");
  CHECK(place.getArrayItem(2).getNumericValue() == Approx(70.9));
  CHECK(place.getArrayItem(3).getNumericValue() == Approx(741.9));
  CHECK(names.find("1")->second.getArrayItem(3).getNumericValue() == Approx(800.0));
  CHECK_FALSE(names.hasName("lost"));
}

TEST_CASE("the same PDF is stamped to the same bytes") {
  const std::string pdf = small_pdf(xmp);
  CHECK(stamp(pdf, {{"1", 1, 0, 0}}) == stamp(pdf, {{"1", 1, 0, 0}}));
}

TEST_CASE("what is not a whole PDF with metadata is refused") {
  CHECK_THROWS_AS(stamp("", {}), std::runtime_error);
  CHECK_THROWS_AS(stamp("%PDF-1.7\nhalf of", {}), std::runtime_error);
  CHECK_THROWS_AS(stamp(small_pdf("no metadata"), {}), std::runtime_error);
}
