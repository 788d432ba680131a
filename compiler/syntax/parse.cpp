// The way from one source text to a Document, stage by stage.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "diag/messages.h"
#include "syntax/document.h"
#include "syntax/drafting_notes.h"
#include "syntax/front_matter.h"
#include "syntax/mapped_text.h"
#include "syntax/markdown.h"
#include "syntax/prepared.h"

namespace concord::syntax {
namespace {

using diag::Code;

bool takes_attributes(BlockKind kind) {
  return kind != BlockKind::list && kind != BlockKind::quote;
}

void gather(std::vector<Block>& blocks, std::vector<Block*>& into) {
  for (Block& block : blocks) {
    if (takes_attributes(block.kind)) into.push_back(&block);
    gather(block.children, into);
  }
}

// Attributes stand right after the words of their block: of the blocks that begin before them, the
// last.
void give_attributes(std::vector<Block>& blocks, const std::vector<PlacedAttributes>& attributes,
                     Reporter& reporter) {
  std::vector<Block*> takers;
  gather(blocks, takers);
  std::stable_sort(takers.begin(), takers.end(),
                   [](const Block* a, const Block* b) { return a->span.begin < b->span.begin; });
  for (const PlacedAttributes& placed : attributes) {
    const auto after = std::upper_bound(
        takers.begin(), takers.end(), placed.begin,
        [](std::uint32_t begin, const Block* block) { return begin < block->span.begin; });
    if (after == takers.begin() || !(*std::prev(after))->attributes.empty()) {
      reporter.report({Code::SYN003, placed.attributes.span, diag::SYN003::without_block});
      continue;
    }
    Block& block = **std::prev(after);
    block.attributes = placed.attributes;
    block.span.end = std::max(block.span.end, placed.end);
  }
}

void gather_used(const std::vector<Block>& blocks, std::set<std::string>& used);

void gather_used(const Prose& prose, std::set<std::string>& used) {
  for (const Mark& mark : prose.marks) {
    if (mark.kind == MarkKind::footnote) used.insert(mark.target);
  }
}

void gather_used(const Table& table, std::set<std::string>& used) {
  for (const Cell& cell : table.header) gather_used(cell.prose, used);
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) gather_used(cell.prose, used);
  }
}

void gather_used(const std::vector<Block>& blocks, std::set<std::string>& used) {
  for (const Block& block : blocks) {
    gather_used(block.prose, used);
    if (block.table) gather_used(*block.table, used);
    gather_used(block.children, used);
  }
}

void check_footnotes(const std::vector<Block>& blocks, Reporter& reporter) {
  std::set<std::string> used;
  gather_used(blocks, used);
  std::map<std::string, source::Span> defined;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::footnote) continue;
    const std::string& label = block.number.label;
    const auto [first, fresh] = defined.emplace(label, block.number_span);
    if (!fresh) {
      reporter.report({Code::FN003,
                       block.number_span,
                       fmt::format(diag::FN003::defined_again, label),
                       {{diag::FN003::first_here, first->second}}});
    } else if (!used.contains(label)) {
      reporter.report(
          {Code::FN002, block.number_span, fmt::format(diag::FN002::not_referred_to, label)});
    }
  }
}

const Block* title_of(const std::vector<Block>& blocks) {
  const bool titled =
      !blocks.empty() && blocks[0].kind == BlockKind::heading && blocks[0].heading_level == 1;
  return titled ? &blocks[0] : nullptr;
}

// Council and title are what no output can do without. A title that stands in the text alone is
// used, and still missed.
void require_keys(const FrontMatter& front, Document& document, Reporter& reporter) {
  Metadata& metadata = document.metadata;
  const source::Span place{document.file, 0, 0};
  if (front.readable && !front.present) {
    reporter.report({Code::FMT008, place, diag::FMT008::no_front_matter});
  } else if (front.readable) {
    if (metadata.council.empty()) {
      reporter.report({Code::FMT008, place, diag::FMT008::no_council});
    }
    if (metadata.title.empty()) {
      reporter.report({Code::FMT008, place, diag::FMT008::no_title});
    }
  }
  const Block* title = title_of(document.blocks);
  if (metadata.title.empty() && title != nullptr) metadata.title = title->prose.text;
}

}  // namespace

Document parse(const source::SourceMap& sources, source::FileId file, diag::Sink& sink) {
  Reporter reporter(sink);
  const std::string_view source = sources.text(file);
  const MappedText text = clean(source, file, reporter);
  FrontMatter front = read_front_matter(text, file, sources.name(file), reporter);
  std::optional<WithoutNotes> without = take_notes(text, front.body_begin, file, reporter);
  const Prepared prepared(without ? without->text : text, front.body_begin, file, reporter);

  Document document;
  document.file = file;
  document.metadata = std::move(front.metadata);
  document.blocks = read_blocks(prepared, source, reporter);
  if (document.blocks.empty()) {
    reporter.report({Code::SRC003, {file, 0, 0}, diag::SRC003::no_text});
  } else {
    require_keys(front, document, reporter);
    give_attributes(document.blocks, prepared.attributes(), reporter);
    if (without) give_notes(std::move(without->notes), document.blocks);
    check_footnotes(document.blocks, reporter);
  }
  reporter.finish();
  return document;
}

}  // namespace concord::syntax
