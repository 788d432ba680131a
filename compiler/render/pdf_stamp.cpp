#include "render/pdf_stamp.h"

#include "render/on_demand.h"

namespace concord::render {

std::string stamp(std::string_view pdf, const std::vector<PdfPlace>& places) {
  std::string stamped;
  stamp_on_demand()(pdf, places, stamped);
  return stamped;
}

}  // namespace concord::render
