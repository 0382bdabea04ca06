// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "scenarios/importer/region.h"

namespace essaim::importer {

inline constexpr std::size_t most_outline_points = 1'000'000;

/// The outline of a commune from GeoJSON: a Polygon or MultiPolygon, alone, as a Feature or in a FeatureCollection
/// (RFC 7946: degrees WGS84, longitude first; holes are outside). Of several features with an area, `choice` names the
/// one with a property of that value, as text or as a number: an INSEE code, or a name. Text files only, up to 4 MB.
/// Throws a reader::InputError for whatever is no such file.
Region read_region(const std::filesystem::path& file, const std::string& choice);

/// The same from bytes; `where` starts the messages.
Region parse_region(std::string_view bytes, const std::string& where, const std::string& choice);

}  // namespace essaim::importer
