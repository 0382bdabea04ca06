// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "scenarios/importer/draft.h"
#include "scenarios/importer/osm_reader.h"

namespace essaim::importer {

/// Farmed land: closed ways, then areas, whose rings may be chains of ways. Of a ring that leaves the extract only the
/// part inside is known; its ends are joined by a straight line. In the order of ids.
std::vector<DraftField> find_fields(const OsmData& data);

}  // namespace essaim::importer
