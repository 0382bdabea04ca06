// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/flood_share.h"

#include <gtest/gtest.h>

#include "models/commune/commune.h"

namespace essaim::commune {

namespace {

Territory homes_at(const std::vector<float>& heights_m) {
  Territory territory;
  std::vector<Node> nodes(heights_m.size() + 1);
  territory.town = NodeId{static_cast<std::uint32_t>(heights_m.size())};
  territory.above_river_m = heights_m;
  territory.above_river_m.push_back(1'000);
  for (std::uint32_t i = 0; i < heights_m.size(); ++i) territory.homes.emplace_back(i);
  territory.network = Network{std::move(nodes), {}};
  return territory;
}

TEST(FloodShare, is_met_by_one_factor_on_all_heights) {
  Territory territory = homes_at({4, 1, 3, 2});
  EXPECT_DOUBLE_EQ(fit_flood_share(territory, 0.5), 1 / 2.5);  // between the homes at 2 and at 3
  EXPECT_EQ(flooded_share(territory), 0.5);
  EXPECT_FLOAT_EQ(territory.above_river_m[0], 1.6f);
  EXPECT_EQ(territory.above_river_m[4], 1'000) << "the town never floods";
}

TEST(FloodShare, may_be_nothing_or_all) {
  for (const double share : {0.0, 1.0}) {
    Territory territory = homes_at({4, 1, 3, 2});
    fit_flood_share(territory, share);
    EXPECT_EQ(flooded_share(territory), share);
  }
}

TEST(FloodShare, leaves_measured_heights_and_homes_on_the_bank_alone) {
  Territory measured = homes_at({4, 1, 3, 2});
  measured.height_m.assign(5, 100.0f);
  EXPECT_EQ(fit_flood_share(measured, 0.5), 1);
  EXPECT_EQ(measured.above_river_m[0], 4);
  Territory low = homes_at({0, 0, 0, 2});
  EXPECT_EQ(fit_flood_share(low, 0.25), 1);
  Territory none = homes_at({});
  EXPECT_EQ(fit_flood_share(none, 0.5), 1);
}

Site village(std::optional<Range> share) {
  Site site;
  site.id = "made-up";
  const auto give = [&](FigureId id, Range range) {
    Figure& figure = site.figures[static_cast<std::size_t>(id)];
    figure.value = (range.low + range.high) / 2;
    figure.range = range;
    figure.present = true;
    figure.source = "made up for tests";
  };
  give(FigureId::population, {1'200, 1'200});
  give(FigureId::area, {1'500, 1'500});
  if (share) give(FigureId::flood_share, *share);
  return site;
}

Commune drawn(std::optional<Range> share, std::uint32_t replicate) {
  return make_commune(village(share), Parameters{}, Uncertainty::drawn, {Date{2026, 6, 1}, 10, {}, {}},
                      Random{2026, replicate, "made-up"});
}

TEST(FloodShare, of_a_commune_is_what_its_figure_draws_in_each_replicate) {
  for (std::uint32_t replicate = 0; replicate < 8; ++replicate) {
    const Commune commune = drawn(Range{0.1, 0.3}, replicate);
    const double share = commune.figure(FigureId::flood_share);
    EXPECT_GE(share, 0.1);
    EXPECT_LT(share, 0.3);
    EXPECT_NEAR(flooded_share(commune.territory), share, 0.03);  // homes share nodes
  }
  EXPECT_NE(drawn(Range{0.1, 0.3}, 0).figure(FigureId::flood_share),
            drawn(Range{0.1, 0.3}, 1).figure(FigureId::flood_share));
}

TEST(FloodShare, that_nobody_knows_leaves_the_valley_slope_to_the_parameter) {
  const Commune without = drawn(std::nullopt, 0);
  const Commune with = drawn(Range{0.2, 0.2}, 0);
  ASSERT_EQ(without.territory.homes, with.territory.homes);
  const std::size_t home = without.territory.homes[0].index();
  const double factor = with.territory.above_river_m[home] / without.territory.above_river_m[home];
  for (std::size_t node = 0; node + 1 < with.territory.above_river_m.size(); ++node) {
    if (node == with.territory.town.index()) continue;
    EXPECT_NEAR(with.territory.above_river_m[node], factor * without.territory.above_river_m[node], 1e-3);
  }
}

}  // namespace
}  // namespace essaim::commune
