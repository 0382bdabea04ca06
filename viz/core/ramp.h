// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace essaim::plot {

/// A length or step that people count in: 1, 2 or 5 times a power of ten, at least `least`.
double nice_above(double least);

/// Classes of equal width with round ends, at most five, that hold all values: class i goes from ends[i] to ends[i +
/// 1].
class Classes {
 public:
  explicit Classes(std::span<const double> values);  ///< NaN is left out
  std::size_t count() const { return ends_.empty() ? 0 : ends_.size() - 1; }
  double low(std::size_t i) const { return ends_[i]; }
  double high(std::size_t i) const { return ends_[i + 1]; }
  std::size_t of(double value) const;
  int decimals() const { return decimals_; }  ///< that its ends need

 private:
  std::vector<double> ends_;
  int decimals_ = 0;
};

/// Yellow to blue, ever darker: told apart in print without colour and by people who see few colours (after
/// ColorBrewer's YlGnBu). Three classes or more spread over all of it.
std::string_view ramp_colour(std::size_t i, std::size_t count);

/// Light to dark sand, for how many people live somewhere.
std::string_view dwelling_colour(std::size_t i);
inline constexpr std::size_t dwelling_classes = 4;
std::size_t dwelling_class(double households);
/// First number of households of a class.
double dwelling_class_start(std::size_t i);

inline constexpr std::string_view no_value_colour = "#d9d9d9";

}  // namespace essaim::plot
