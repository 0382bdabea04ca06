// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "scenarios/reader/document.h"
#include "scenarios/reader/experiment.h"
#include "scenarios/reader/site_source.h"
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

/// An experiment file, and the scenario that it names, as a list of points ready to run. Each point's values are
/// written into the scenario and read again as if a person had, so that nothing gets round a check.
Experiment read_experiment(const Document& experiment, Document scenario, const Vocabulary& vocabulary,
                           SiteSource& sites);

/// The scenario path that the file names.
std::string scenario_of(const Document& experiment);

}  // namespace essaim::reader
