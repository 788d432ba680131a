// The parts of the renderer that stand on large libraries: qpdf, and all that it needs for
// encrypted files, takes as long to load as the rest of the program, and most commands make no PDF.
// Each such part is a shared library of its own, loaded when it is first asked for.
//
// A part is one file of render/on_demand/ with one function of C's naming, which is declared here.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "render/pdf_stamp.h"

extern "C" {
// render/pdf_stamp.h's stamp().
void concord_stamp(std::string_view pdf, const std::vector<concord::render::PdfPlace>& places,
                   std::string& stamped);
// render/tables.h's matrix_xlsx().
void concord_workbook(const nlohmann::json& matrix, std::string& bytes);
}

namespace concord::render {

// Both throw std::runtime_error where the shared library is not where the program was built or
// installed, or cannot be loaded; from any thread.
decltype(concord_stamp)& stamp_on_demand();
decltype(concord_workbook)& workbook_on_demand();

}  // namespace concord::render
