#include "syntax/register_file.h"

#include "syntax/mapped_text.h"
#include "syntax/reporter.h"

namespace concord::syntax {
namespace {

using diag::Code;

constexpr YamlLimits limits{4u << 20u, 8};

}  // namespace

void read_register_file(const source::SourceMap& sources, source::FileId file, diag::Sink& sink,
                        const std::function<void(FieldReader&, const YamlNode& root)>& read) {
  Reporter reporter(sink);
  const MappedText text = clean(sources.text(file), file, reporter);
  const YamlTree tree = read_yaml(text.text(), limits);
  FieldReader fields(text, 0, file, {Code::REG001, Code::REG001}, reporter);
  if (tree.error) {
    reporter.report(
        {Code::REG001, fields.span(tree.error->at, tree.error->at + 1), tree.error->message});
  } else {
    read(fields, tree.root);
  }
  reporter.finish();
}

}  // namespace concord::syntax
