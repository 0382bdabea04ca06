// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/ramp.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace essaim::plot {

namespace {

constexpr double most_classes = 5;
constexpr std::array<std::string_view, 5> blues = {"#fff5c4", "#c3e3b7", "#80c6bf", "#4c9dc2", "#2f68a6"};
constexpr std::array<std::string_view, dwelling_classes> sands = {"#efdcb8", "#dfbf85", "#c08f4a", "#8a5f22"};
constexpr std::array<double, dwelling_classes> dwelling_starts = {0, 20, 50, 100};

}  // namespace

double nice_above(double least) {
  if (!(least > 0)) return 1;
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double digit : {1.0, 2.0, 5.0}) {
    if (digit * power >= least * (1 - 1e-9)) return digit * power;
  }
  return 10 * power;
}

Classes::Classes(std::span<const double> values) {
  double low = INFINITY;
  double high = -INFINITY;
  for (const double value : values) {
    if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
  }
  if (low > high) return;
  double step = nice_above(high > low ? (high - low) / (most_classes - 1) : std::max(std::fabs(high), 1e-9) / 2);
  const auto classes = [&] { return std::floor(high / step) - std::floor(low / step) + 1; };
  while (classes() > most_classes) step = nice_above(step * 1.5);
  const double first = std::floor(low / step);
  for (int i = 0; i <= static_cast<int>(classes()); ++i) ends_.push_back((first + i) * step);
  decimals_ = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
}

std::size_t Classes::of(double value) const {
  std::size_t i = 0;
  while (i + 1 < count() && value >= ends_[i + 1]) ++i;
  return i;
}

std::string_view ramp_colour(std::size_t i, std::size_t count) {
  if (count <= 1) return blues[2];
  if (count == 2) return blues[2 * i + 1];  // two neighbours are no opposites
  return blues[std::min(blues.size() - 1, i * (blues.size() - 1) / (count - 1))];
}

std::string_view dwelling_colour(std::size_t i) { return sands[i]; }

std::size_t dwelling_class(double households) {
  std::size_t i = 0;
  while (i + 1 < dwelling_classes && households >= dwelling_starts[i + 1]) ++i;
  return i;
}

double dwelling_class_start(std::size_t i) { return dwelling_starts[i]; }

}  // namespace essaim::plot
