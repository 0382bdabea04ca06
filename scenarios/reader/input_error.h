// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace essaim::reader {

/// A person's mistake in a file or an option, in one line: `file:line:column: what was found (what is allowed), cure`.
/// The place is the first character of the offending token, or the option or the file alone where there is no line.
class InputError : public std::runtime_error {
 public:
  InputError(std::string_view where, std::string_view message)
      : std::runtime_error{one_line(std::string{where}.append(": ").append(message))} {}

 private:
  // What it quotes may hold line ends and other control characters, which would break the message.
  static std::string one_line(std::string text) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::replace_if(text.begin(), text.end(), is_control, ' ');
    return text;
  }
};

}  // namespace essaim::reader
