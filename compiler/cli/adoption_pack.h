// The adoption pack: the folder that goes to the council with a draft.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/adoption_peers.h"
#include "cli/pipeline.h"
#include "cli/versions.h"
#include "view/peers.h"
#include "view/proposal.h"

namespace concord::cli {

enum class PackFormat : std::uint8_t { html, pdf, docx, markdown, xlsx, csv, json };

// As --formats names them, in the order of its help.
struct PackFormatName {
  PackFormat format;
  std::string_view name;
};
inline constexpr std::array pack_formats = std::to_array<PackFormatName>({
    {PackFormat::html, "html"},
    {PackFormat::pdf, "pdf"},
    {PackFormat::docx, "docx"},
    {PackFormat::markdown, "md"},
    {PackFormat::xlsx, "xlsx"},
    {PackFormat::csv, "csv"},
    {PackFormat::json, "json"},
});

struct PackOrder {
  const Version& before;
  const Version& after;
  const draft::Revision& revision;
  view::Loans loans;
  std::vector<OtherText> others;  // all that were read beside the two
  view::CheckedDraft checked;
  std::optional<view::Peers> peers;  // none where no other council's text is at hand
  std::set<PackFormat> formats;
  std::filesystem::path folder;
  bool pdf_wanted = false;  // asked for by name: going without one is not enough
};

struct Pack {
  source::Files files;
  std::vector<view::PaperGap> gaps;  // in the order of the papers
  std::vector<std::string> notes;    // for people: why a PDF is missing
  bool whole = true;                 // false where a text cannot be typeset
};

// All files of the pack, manifest.json among them: each is usable by itself. The same order makes
// the same bytes.
Pack make_pack(const PackOrder& order, Progress& progress);

}  // namespace concord::cli
