// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "models/catalogue/scenario.h"
#include "models/commune/commune.h"
#include "scenarios/cli/story.h"
#include "scenarios/cli/terminal.h"

namespace essaim::cli {

/// Which household of which draw, and what happened to it.
struct ToldHousehold {
  const catalogue::Scenario& scenario;
  const commune::Commune& commune;
  std::uint32_t site = 0;
  std::uint32_t variant = 0;
  std::uint32_t replicate = 0;
  std::uint32_t household = 0;
  Story baseline;
  std::optional<Story> with_measures;  ///< none if the baseline itself was asked for
};

/// A screen or two: the days that were not ordinary, baseline on the left, variant on the right.
std::string story_text(const ToldHousehold& told, const term::Locale& locale, term::Colours colours);
/// Every sentence and every event.
std::string story_json(const ToldHousehold& told, const term::Locale& locale);

}  // namespace essaim::cli
