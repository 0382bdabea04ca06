// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader/document.h"

// Paths into a scenario, as `--set` and the factors of a design write them: variant.epicerie.measure[0].capacity.

namespace essaim::reader {

/// One name of a path; with an index, from 0, if it is one table of several.
struct PathStep {
  std::string name;
  std::optional<std::size_t> index;
};

/// Splits a path; `where` is its place in messages.
std::vector<PathStep> parse_path(std::string_view path, std::string_view where);

/// The table that holds the last name of the path. All names before it must be there, but for `parameters`, whose
/// themes a scenario need not mention: nothing is found for those. Says which name is wrong and the nearest right one.
Node* find_parent(Document& document, const std::vector<PathStep>& steps, std::string_view where);

/// Puts a value in place of the one that the path leads to, or adds it. Whether its name is known, and its value
/// allowed, is said by whoever reads the document afterwards. Setting `site` removes `sites`, and the reverse.
void set_path(Document& document, std::string_view path, Node value);

/// The same for `path=value` of the command line; messages about the value then start with `option`.
void set_option(Document& document, std::string_view option, std::string_view path, std::string_view value);

}  // namespace essaim::reader
