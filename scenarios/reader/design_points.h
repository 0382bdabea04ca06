// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace essaim::reader {

/// Points of the unit cube, [point][factor], each coordinate in (0, 1).
using UnitPoints = std::vector<std::vector<double>>;

/// A Sobol' sequence from its origin on, each factor shifted digit by digit (exclusive or) by a number keyed by the
/// seed. The shift keeps the balance of the sequence, best at powers of two, and makes its error measurable.
UnitPoints sobol_points(std::size_t points, std::size_t factors, std::uint64_t seed);

/// A Latin hypercube: each factor's range is cut in as many slices as there are points, and each slice is used once.
UnitPoints latin_hypercube_points(std::size_t points, std::size_t factors, std::uint64_t seed);

/// All combinations of indices below `levels`, the last one moving fastest.
std::vector<std::vector<std::size_t>> all_combinations(const std::vector<std::size_t>& levels);

}  // namespace essaim::reader
