// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "scenarios/reader/projection.h"

namespace essaim::importer {

using reader::Metres;
/// Within 0.1 % of true distances in a commune.
using reader::Plane;

/// Great-circle distance between two points [m].
double distance_m(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

/// Surface of a ring of points, which may close itself or not [m2].
double surface_m2(std::span<const Metres> ring);

}  // namespace essaim::importer
