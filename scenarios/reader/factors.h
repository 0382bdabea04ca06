// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/reader/document.h"
#include "scenarios/reader/values.h"
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

/// What a factor varies: a declared quantity, or the start of a shock or measure.
struct Target {
  enum class Kind : std::uint8_t { quantity, date } kind = Kind::quantity;
  QuantityRule rule;
};

/// One value that a factor takes.
struct Level {
  double value = 0;  ///< canonical unit; days since 1970-01-01 for a date
  std::string text;  ///< "120 households"
  Position at;       ///< where the experiment file gives it
};

/// A factor of a design: what `[[factor]]` says, checked against the scenario that it changes.
struct ReadFactor {
  std::string path;
  std::string unit;
  Target target;
  Position at;                ///< of its values, in the experiment file
  std::vector<Level> levels;  ///< of `values`, or of `range` with `levels`
  std::optional<Range> range;
};

/// Where a factor's path leads in the scenario. A design may vary parameters, shocks and measures, and nothing that
/// would change the calendar, the sites or the seed from one point to the next.
Target find_target(Document& scenario, const Vocabulary& vocabulary, const std::string& path, const std::string& where);

ReadFactor read_factor(const Document& experiment, const Node& table, Document& scenario, const Vocabulary& vocabulary);

Level read_level(const Document& experiment, const Node& node, const std::string& path, const Target& target);
Level level_of(const Target& target, double value, Position at);
Node node_of(const Target& target, const Level& level, Position at);  ///< as a scenario would write it

}  // namespace essaim::reader
