// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/catalogue/small_world.h"

namespace essaim::catalogue {
namespace {

// The lookahead is a convenience of the kernel: nothing that is read of the commune may depend on it beyond chance.
TEST(Lookahead, when_halved_moves_no_indicator_by_more_than_its_monte_carlo_error) {
  constexpr std::uint32_t replicates = 12;
  Scenario ordinary = village(40);
  ordinary.variants.resize(1);
  Scenario halved = ordinary;
  halved.lookahead = Duration::seconds(450);
  std::vector<std::vector<double>> means(indicator_infos().size());
  std::vector<double> moved(indicator_infos().size(), 0.0);
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    const auto with_15_min = arms_of(ordinary, replicate)[0];
    const auto with_half = arms_of(halved, replicate)[0];
    for (std::size_t i = 0; i < indicator_infos().size(); ++i) {
      const double mean = mean_of(with_15_min, indicator_infos()[i].name);
      means[i].push_back(mean);
      moved[i] += (mean_of(with_half, indicator_infos()[i].name) - mean) / replicates;
    }
  }
  for (std::size_t i = 0; i < means.size(); ++i) {
    double mean = 0;
    for (const double value : means[i]) mean += value / replicates;
    double variance = 0;
    for (const double value : means[i]) variance += (value - mean) * (value - mean) / (replicates - 1);
    const double error = std::sqrt(variance / replicates);
    EXPECT_LE(std::abs(moved[i]), error + 1e-12) << indicator_infos()[i].name;
  }
}

}  // namespace
}  // namespace essaim::catalogue
