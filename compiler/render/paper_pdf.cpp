#include "render/model_json.h"
#include "render/paper.h"

namespace concord::render {

PdfJob paper_pdf(const view::Paper& paper) {
  return {"pdf/paper.typ", json_for_paper(paper)};
}

}  // namespace concord::render
