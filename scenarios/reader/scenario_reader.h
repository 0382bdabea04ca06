// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/catalogue/scenario.h"
#include "scenarios/reader/document.h"
#include "scenarios/reader/plan_reader.h"
#include "scenarios/reader/site_source.h"
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

struct ScenarioReading {
  catalogue::Scenario scenario;
  std::vector<std::string> warnings;  ///< each with its place
};

/// A scenario file as the models need it: complete, in canonical units, within the declared ranges.
/// The first mistake ends it with an InputError.
ScenarioReading read_scenario(const Document& document, const Vocabulary& vocabulary, SiteSource& sites);

/// The sites that `site` or `sites` names.
std::vector<commune::Site> read_sites(const Document& document, SiteSource& sites, std::string_view what);

}  // namespace essaim::reader
