// Reads one YAML file of a folder of registers, with its faults reported at their places.
#pragma once

#include <functional>

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/yaml_fields.h"
#include "syntax/yaml_tree.h"

namespace concord::syntax {

// Gives the tree of the file to `read`, whose faults are REG001; a file that is no YAML is one
// fault, and is not read.
void read_register_file(const source::SourceMap& sources, source::FileId file, diag::Sink& sink,
                        const std::function<void(FieldReader&, const YamlNode& root)>& read);

}  // namespace concord::syntax
