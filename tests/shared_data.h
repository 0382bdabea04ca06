// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

/// Real data, which are no part of the repository, whose licence is not theirs. A test that does not find what it wants
/// says `absent` and is skipped; what it checks is checked on made-up data elsewhere.
namespace essaim::shared_data {

/// $ESSAIM_SHARED_DATA, else beside the source tree.
inline std::filesystem::path folder() {
  if (const char* named = std::getenv("ESSAIM_SHARED_DATA")) return named;
  return std::filesystem::path{ESSAIM_SOURCE_DIR}.parent_path() / "shared" / "data";
}

inline std::string absent(const std::filesystem::path& wanted) {
  return "no " + wanted.filename().string() + " (set ESSAIM_SHARED_DATA to the folder of shared data)";
}

}  // namespace essaim::shared_data
