// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/catalogue/scenario.h"
#include "scenarios/reader/document.h"
#include "scenarios/reader/values.h"
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

/// The days of a run: [start, start + days).
struct Frame {
  Date start;
  std::uint32_t days = 0;
};

/// What a scenario says beyond its site and calendar; the part that the points of an experiment change.
struct Plan {
  std::vector<catalogue::Action> shocks;
  std::vector<catalogue::Variant> variants;  ///< the first is the baseline
  std::vector<std::optional<double>> parameters;
  std::vector<std::string> warnings;
};

Plan read_plan(const Document& document, const Vocabulary& vocabulary, const Frame& frame);

/// How a declared setting or parameter is written, for the reader and for the factors of a design.
QuantityRule rule_of(const Setting& setting);
QuantityRule rule_of(const catalogue::ParameterInfo& parameter);

inline constexpr QuantityRule action_duration_rule = {"days", {0, 3'660}, 10};

/// Whole seconds of a length of time; refuses what lies outside [low, high]. `unit` is its canonical unit.
Duration read_duration(const Document& document, const Entry& entry, std::string_view unit, Duration low,
                       Duration high);

}  // namespace essaim::reader
