// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenarios/importer/draft.h"
#include "scenarios/importer/osm_reader.h"

namespace essaim::importer {

/// Cuts roads at their crossings and ends, and finds the places that residents know. The order of its nodes, edges and
/// places depends on ids alone.
Draft draft_of(const OsmData& data);

}  // namespace essaim::importer
