// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/record/results.h"
#include "engine/world/indicator.h"
#include "models/catalogue/catalogue.h"
#include "models/catalogue/scenario.h"

// From what scenarios and models declare to the rows of a results file.

namespace essaim::cli {

/// One a line.
std::string lines(const std::vector<std::string>& texts);

record::SiteRow site_row(const commune::Site& site);

/// How well each group of a site's figures is known.
std::vector<record::QualityRow> quality_rows(const commune::Site& site, std::uint32_t index);

/// Role, bounds and meaning of a declared parameter; `factor` if the experiment varies it.
record::ParameterRow parameter_row(const catalogue::ParameterInfo& info, const catalogue::Scenario& scenario,
                                   std::size_t index);

/// Shocks, then the measures of each variant.
std::vector<record::ActionRow> action_rows(const catalogue::Scenario& scenario);

record::Indicator indicator_row(const IndicatorInfo& info);

/// Title, calendar, seed: what is the same for a scenario and for the experiments over it.
void add_scenario(record::ResultsHeader& header, const catalogue::Scenario& scenario);

/// Build, machine and hour.
void add_provenance(record::ResultsHeader& header);

}  // namespace essaim::cli
