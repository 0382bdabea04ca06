// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/design_points.h"

#include <boost/random/sobol.hpp>
#include <numeric>
#include <utility>

#include "engine/core/random.h"

namespace essaim::reader {

namespace {

constexpr Stream shift_stream{"design.shift"};
constexpr Stream order_stream{"design.order"};
constexpr Stream slice_stream{"design.slice"};

double unit_number(std::uint32_t bits) { return (static_cast<double>(bits) + 0.5) * 0x1p-32; }

std::uint32_t keyed(const Random& random, Stream stream, std::size_t factor, std::size_t point) {
  return random.draw(stream, static_cast<std::uint32_t>(factor), static_cast<std::uint32_t>(point)).bits();
}

std::vector<std::uint32_t> shuffled(std::size_t count, Draw draw) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[draw.below(static_cast<std::uint32_t>(i))]);
  return order;
}

}  // namespace

UnitPoints sobol_points(std::size_t points, std::size_t factors, std::uint64_t seed) {
  const Random random{seed, 0, "design"};
  boost::random::sobol sequence{factors};
  UnitPoints result(points, std::vector<double>(factors));
  for (std::size_t point = 0; point < points; ++point) {
    for (std::size_t factor = 0; factor < factors; ++factor) {
      // Boost leaves out the origin, without which the first 2^n points are not balanced.
      const std::uint64_t digits = point == 0 ? 0 : sequence();
      const auto high = static_cast<std::uint32_t>(digits >> 32);
      result[point][factor] = unit_number(high ^ keyed(random, shift_stream, factor, 0));
    }
  }
  return result;
}

UnitPoints latin_hypercube_points(std::size_t points, std::size_t factors, std::uint64_t seed) {
  const Random random{seed, 0, "design"};
  UnitPoints result(points, std::vector<double>(factors));
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const auto order = shuffled(points, random.draw(order_stream, static_cast<std::uint32_t>(factor), 0));
    for (std::size_t point = 0; point < points; ++point) {
      const double within = unit_number(keyed(random, slice_stream, factor, point));
      result[point][factor] = (static_cast<double>(order[point]) + within) / static_cast<double>(points);
    }
  }
  return result;
}

std::vector<std::vector<std::size_t>> all_combinations(const std::vector<std::size_t>& levels) {
  std::vector<std::vector<std::size_t>> combinations = {{}};
  for (const std::size_t count : levels) {
    std::vector<std::vector<std::size_t>> longer;
    longer.reserve(combinations.size() * count);
    for (const auto& combination : combinations) {
      for (std::size_t level = 0; level < count; ++level) {
        longer.push_back(combination);
        longer.back().push_back(level);
      }
    }
    combinations = std::move(longer);
  }
  return combinations;
}

}  // namespace essaim::reader
