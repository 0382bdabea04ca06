// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace essaim::reader {

inline constexpr std::size_t largest_text_file = 4'000'000;  ///< bytes

/// The exact bytes of a text file. Refuses, before reading it, what is missing, no file, empty or above 4 MB.
/// `where` starts the messages; the path itself if empty.
std::string read_text_file(const std::filesystem::path& path, std::string_view where = {});

/// Refuses what no TOML file may hold, at its line and column: bytes that are no UTF-8, and control characters other
/// than tabs and line ends. A byte order mark at the start is allowed.
void check_text(std::string_view bytes, std::string_view name);

/// The text without the byte order mark that some editors put first.
std::string_view without_byte_order_mark(std::string_view bytes);

}  // namespace essaim::reader
