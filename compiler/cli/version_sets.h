// The versions of each protocol among the texts that were read.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "draft/versions.h"
#include "passes/borrowing.h"
#include "syntax/document.h"

namespace concord::cli {

// The texts of one id, by their place among all that were read, which `versions` counts anew.
struct VersionSet {
  std::vector<std::size_t> texts;
  draft::Versions versions;

  // The text that stands for the protocol, as `reading` asks. Throws UsageError where it names a
  // version that there is not, or several.
  std::size_t chosen(const Reading& reading, const std::string& id) const;
};

// By id. Of texts that nothing tells apart, and of texts of two councils, the first in order of
// path is kept, and the other reported (ID003). Null for a text that could not be read.
std::map<std::string, VersionSet> version_sets(
    const std::vector<const syntax::Document*>& documents, std::vector<diag::Sink>& sinks);

// The texts by the names that others may give them: by id the version that stands for the protocol,
// and each by id and version ("york@2017-04-11", "york@2.1"). `graphs` are those of all texts, as
// the sets count them.
passes::Corpus graphs_by_name(const std::map<std::string, VersionSet>& sets, const Reading& reading,
                              const std::vector<const graph::ClauseGraph*>& graphs);

// "york@2017-04-11#5.4", without the clause or the version where it has none.
struct VersionName {
  std::string id;
  std::string version;
  std::string clause;
};

// What follows "@" is a version; nothing where the words do not have the form.
std::optional<VersionName> version_name(const std::string& asked);

// The file of that version among the texts in `places` (files and folders). Throws UsageError.
std::filesystem::path find_version(const VersionName& name,
                                   const std::vector<std::filesystem::path>& places);

// Takes the version out of "york@draft" or "york@draft#5.4", and has `reading` choose it.
std::string choose_version(const std::string& asked, Reading& reading);

// Of the texts that were compiled, by the same names.
passes::Corpus graphs_of(const Corpus& corpus);

// A version as it was compiled.
struct CompiledVersion {
  const syntax::Document* document;
  const passes::Protocol* protocol;
  std::string name;    // draft::Versions
  std::string folder;  // of its files in the output: "york", "york/versions/2017-04-11"
};

// Of the protocol at that place, from the earliest to the drafts. Borrows the corpus.
std::vector<CompiledVersion> versions_of(const Corpus& corpus, std::size_t protocol);

}  // namespace concord::cli
