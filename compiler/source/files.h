// What a build produces, and how it reaches disk: whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace concord::source {

// Relative path with forward slashes -> bytes. Sorted, so every listing of it is the same each
// time.
using Files = std::map<std::string, std::string>;

// Makes `folder` hold exactly `files` of what Concord writes. The new tree is written beside the
// old one and swapped in with one rename, so that whoever looks sees the old tree or the new one,
// and an interrupted run leaves the old one. Files in the folder that an earlier run did not write
// (they are not in its list, data/files.txt) are kept. Leftovers of interrupted runs are removed.
//
// Throws std::system_error, with the old tree untouched, where the folder is a file, cannot be
// written, the disk is full, or another build holds it.
void publish(const std::filesystem::path& folder, Files files);

// Replaces the file's bytes in one step, keeping its permissions: whoever reads sees the old text
// or the new one. Throws std::system_error, with the old text untouched, where it cannot be
// written.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

// Writes a file that is not there yet, the folders above it included. Throws std::system_error
// where there is one already, and never replaces it.
void create_file(const std::filesystem::path& path, std::string_view bytes);

// Replaces the file, or writes it where it is not there yet. Throws as the two above.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// The file's bytes, or nothing where it cannot be read.
std::string read_if_present(const std::filesystem::path& path);

// Every *.md below the folder (not below hidden or register folders) that no build wrote, sorted by
// path: what a build writes is in its list, data/files.txt. A file is returned as it is. Throws
// std::system_error where the path does not exist.
std::vector<std::filesystem::path> find_protocols(const std::filesystem::path& path);

// The *.yaml in the folder itself, sorted by path. Throws std::system_error where it does not
// exist.
std::vector<std::filesystem::path> find_registers(const std::filesystem::path& folder);

}  // namespace concord::source
