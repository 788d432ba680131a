// Texts of earlier days, from a git repository; through git itself, which knows how a repository is
// kept.
#pragma once

#include <string>

namespace concord::source {

struct CommittedText {
  std::string text;
  std::string error;  // why there is none, lower case, no full stop; empty where there is one
};

// The file that `name` ("HEAD~3:protocols/york.md") names in the repository around the working
// folder, as gitrevisions(7) has it: the path is the repository's, or, with "./", the folder's.
// Throws std::system_error where no process is to be had.
CommittedText committed_text(const std::string& name);

// Whether the words have the form of such a name; they may name nothing.
bool names_committed_text(const std::string& name);

}  // namespace concord::source
