// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string_view>

/// Several files in one run of random bytes, so that seeds can be written by hand.
namespace essaim::fuzz {

/// Takes off the bytes up to a line "==", or all that is left.
inline std::string_view take_part(std::string_view& rest) {
  constexpr std::string_view line = "==\n";
  const std::size_t end = std::min(rest.find(line), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.size(), end + line.size()));
  return part;
}

/// A message is one line that starts with the file.
inline void expect_message(std::string_view message, std::string_view start) {
  if (!message.starts_with(start) || message.find('\n') != std::string_view::npos) std::abort();
}

}  // namespace essaim::fuzz
