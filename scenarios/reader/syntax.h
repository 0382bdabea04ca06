// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace essaim::reader {

/// Refuses keys of more than eight names (`a.b.c...`): no file of ours has them, and a parser that follows them calls
/// itself once a name.
void check_nesting(std::string_view text, std::string_view name);

/// What a TOML parser could not read, and where.
struct SyntaxTrouble {
  std::string_view text;  ///< the whole file
  std::string_view name;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string_view reason;  ///< in the parser's words
};

/// Says it as an InputError, with the cure of the usual mistakes: missing quotes, decimal commas, names given twice.
[[noreturn]] void throw_syntax_error(const SyntaxTrouble& trouble);

}  // namespace essaim::reader
