// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/housing/setting.h"
#include "tests/models/catalogue/small_world.h"

// H1: heating intensity; and what a stock of dwellings must look like.

namespace essaim::housing {
namespace {

catalogue::SharedDraw village_draw() {
  catalogue::Scenario scenario = catalogue::village(30);
  scenario.fixed_parameters = true;
  return catalogue::SharedDraw{scenario, 0, 0};
}

TEST(Intensity, falls_as_the_bill_weighs_more) {
  const catalogue::SharedDraw shared = village_draw();
  const Energy& energy = shared.housing.energy;
  EXPECT_NEAR(energy.intensity(0.02), 0.93, 0.005);
  EXPECT_NEAR(energy.intensity(0.05), 0.74, 0.005);
  EXPECT_NEAR(energy.intensity(0.08), 0.66, 0.005);
  EXPECT_NEAR(energy.intensity(0.20), 0.53, 0.005);
  EXPECT_EQ(energy.intensity(1e-6), Parameters{}.intensity_most.value());
}

TEST(Need, is_in_final_energy_and_grows_with_the_label) {
  const catalogue::SharedDraw shared = village_draw();
  const Energy& energy = shared.housing.energy;
  const Parameters p;
  for (std::size_t label = 1; label < label_count; ++label) {
    EXPECT_GT(energy.need_per_m2(label, Heating::gas), energy.need_per_m2(label - 1, Heating::gas));
  }
  EXPECT_NEAR(energy.need_per_m2(6, Heating::gas), 548 * p.heating_share.value(), 1e-9);
  EXPECT_NEAR(energy.need_per_m2(3, Heating::gas) / energy.need_per_m2(3, Heating::electricity), 2.3, 1e-9);
}

TEST(DegreeDays, of_an_ordinary_year_lie_where_french_ones_do) {
  const catalogue::SharedDraw shared = village_draw();
  EXPECT_GT(shared.housing.energy.degree_days_of_year(), 1'400);
  EXPECT_LT(shared.housing.energy.degree_days_of_year(), 3'200);
}

TEST(Damage, follows_the_curve_of_the_joint_research_centre) {
  EXPECT_EQ(damage_of(0), 0);
  EXPECT_NEAR(damage_of(0.25), 0.125, 1e-12);
  EXPECT_NEAR(damage_of(0.5), 0.25, 1e-12);
  EXPECT_NEAR(damage_of(2), 0.6, 1e-12);
  EXPECT_NEAR(damage_of(9), 0.95, 1e-12);
}

TEST(Stock, holds_each_home_then_vacant_then_light_dwellings) {
  const catalogue::SharedDraw shared = village_draw();
  const Stock& stock = shared.housing.stock;
  EXPECT_EQ(stock.households, shared.commune.population.households());
  const double vacant = stock.first_light - stock.households;
  const double share = shared.commune.figure(commune::FigureId::vacant_dwellings);
  EXPECT_NEAR(vacant / stock.first_light, share, 0.006);
  EXPECT_GT(stock.count(), stock.first_light);
  for (std::uint32_t h = 0; h < stock.households; ++h) {
    EXPECT_EQ(stock.node[h], shared.commune.territory.homes[h].index());
    EXPECT_EQ(stock.type[h], shared.commune.population.dwelling[h]);
  }
}

TEST(Stock, has_the_labels_of_the_country_where_homes_are_as_old_as_the_country_s) {
  catalogue::Scenario scenario = catalogue::village(1);
  scenario.fixed_parameters = true;
  auto& site = scenario.sites[0];
  site.figures[static_cast<std::size_t>(commune::FigureId::households)].value = 8'000;
  site.figures[static_cast<std::size_t>(commune::FigureId::households)].range = {8'000, 8'000};
  site.figures[static_cast<std::size_t>(commune::FigureId::population)].value = 17'600;
  site.figures[static_cast<std::size_t>(commune::FigureId::population)].range = {17'600, 17'600};
  const catalogue::SharedDraw shared{scenario, 0, 0};
  std::array<double, label_count> share{};
  for (std::uint32_t h = 0; h < shared.housing.stock.households; ++h) {
    share[shared.housing.stock.label[h]] += 1.0 / shared.housing.stock.households;
  }
  constexpr std::array<double, label_count> country = {0.02, 0.03, 0.24, 0.32, 0.22, 0.10, 0.07};
  for (std::size_t label = 0; label < label_count; ++label) EXPECT_NEAR(share[label], country[label], 0.025) << label;
}

}  // namespace
}  // namespace essaim::housing
