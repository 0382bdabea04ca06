// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenarios/importer/draft.h"
#include "scenarios/reader/csv.h"

namespace essaim::importer {

/// Roads from a table of nodes (`lat`, `lon`; `z_m` or `height_m`, `osm_id` if there are any) and one of edges (`from`
/// and `to`, rows of nodes from 0; `length_m`, `highway`, `speed_kmh`, `speed_tagged`, `oneway`, `drivable`, `osm_way`
/// if there are any). What a table lacks is assumed and counted in the remarks. Throws a reader::InputError.
Draft draft_of(const reader::CsvTable& nodes, const reader::CsvTable& edges);

/// Adds places: `kind`, `lat`, `lon` and perhaps `weight`, or buildings as the French BD TOPO describes them (`lat`,
/// `lon`, `use`, `dwellings`, `footprint_m2`, `light`).
void add_places(const reader::CsvTable& places, Draft& draft);

}  // namespace essaim::importer
