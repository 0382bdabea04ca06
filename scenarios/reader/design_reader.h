// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/reader/document.h"
#include "scenarios/reader/factors.h"
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

/// Which values an experiment tries: its factors, and one value of each at each point.
struct Design {
  std::string kind;  ///< "factorial", "list", "lhs" or "sobol"
  std::vector<ReadFactor> factors;
  std::vector<std::vector<Level>> points;  ///< [point][factor]
  std::vector<std::string> warnings;
};

/// Reads `design`, `points`, `[[factor]]` and `[[point]]` of an experiment file, against the scenario that they change.
Design read_design(const Document& experiment, Document& scenario, const Vocabulary& vocabulary, std::uint64_t seed);

}  // namespace essaim::reader
