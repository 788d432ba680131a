// Lists of words whose words are ids of roles.
#pragma once

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/registers.h"

namespace concord::syntax {

// Reports ids in the lists of the file that no role of the register has, with the nearest that one
// has (REG001). Which roles there are shows once all files are read.
void check_role_lists(const source::SourceMap& sources, source::FileId file,
                      const Register& registers, diag::Sink& sink);

}  // namespace concord::syntax
