// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/commune/population_sample.h"

namespace essaim::commune {

/// Totals that a population should meet, in the order of the columns of `MarginTable`.
enum class MarginColumn : std::uint8_t {
  persons,
  one_person,
  couple,
  couple_with_children,
  lone_parent,
  five_or_more,
  age_0_14,
  age_15_29,
  age_30_44,
  age_45_59,
  age_60_74,
  age_75_plus,
  age_15_64,
  women,
  active,
  unemployed,
  owner,
  social_tenant,
  flat,
  with_car,
  with_bike,
  before_1919,
  count
};
inline constexpr std::size_t margin_columns = static_cast<std::size_t>(MarginColumn::count);

struct MarginTarget {
  double total = 0;   ///< households or persons
  bool firm = false;  ///< known of this place: met even where one that is not would have to give way
  bool free = false;  ///< nobody knows: whatever the others give
};
using MarginTargets = std::array<MarginTarget, margin_columns>;

/// What each household of a sample counts in each column: few of them, so a sparse table.
class MarginTable {
 public:
  explicit MarginTable(const Sample& sample);

  struct Entry {
    std::uint8_t column;
    std::uint8_t count;
  };
  std::uint32_t rows() const { return static_cast<std::uint32_t>(first_.size()) - 1; }
  std::span<const Entry> row(std::uint32_t row) const {
    return std::span{entries_}.subspan(first_[row], first_[row + 1] - first_[row]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Entry> entries_;
};

/// Shares of the sample's households that meet the margins together: generalised raking (Deville and Sarndal 1992) with
/// the multiplicative distance, which gives the weights that iterative proportional updating tends to where margins
/// agree, household and person margins at once; with a penalty where they do not (ridge calibration: Chambers 1996).
///
///     w_i = d_i exp(a_i lambda) / sum,  lambda minimises  log sum d_i exp(a_i lambda) - t lambda + sum lambda_k^2 / 2
///     c_k
///
/// a_i: counts of household i; t: totals over the number of households; c_k: 1e5 for firm margins, 200 for others, so
/// that these give way. Newton's method with halved steps: the function is convex, so it ends.
std::vector<double> raked_shares(const Sample& sample, const MarginTable& table, const MarginTargets& targets,
                                 double households, FitReport& report);

/// How often each household of the sample occurs: whole numbers that add up to `households`. A systematic draw by
/// `shares` in the order of the sample, then exchanges of one household for another while they lower
///     sum of v_k (drawn - target)^2,  v = 30 for persons, 1 for firm margins, 0.03 for others
/// where the target of a margin that is not firm is what the shares give. Where nothing is gained for 20 trials, firm
/// margins that are off weigh twice as much. At most 800 trials, whatever the size; of all states the one whose largest
/// error is least.
std::vector<std::uint32_t> whole_counts(const MarginTable& table, const MarginTargets& targets,
                                        const std::vector<double>& shares, std::uint32_t households,
                                        const Random& random, FitReport& report);

}  // namespace essaim::commune
