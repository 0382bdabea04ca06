// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/farm_types.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace essaim::commune {

namespace {

void give(Site& site, FigureId id, double value) {
  Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
  figure.present = true;
}

const FarmType* find(const std::vector<FarmType>& types, std::string_view name) {
  const auto found = std::find_if(types.begin(), types.end(), [&](const FarmType& type) { return type.name == name; });
  return found == types.end() ? nullptr : &*found;
}

TEST(FarmTypes, of_dairy_follow_the_cows) {
  Site site;
  give(site, FigureId::dairy_cows, 5'091);  // Le Mené, with 79 dairy farms
  const auto types = farms_by_type(site);
  ASSERT_NE(find(types, "dairy"), nullptr);
  EXPECT_NEAR(find(types, "dairy")->range.low, 79, 1e-9);
  EXPECT_NEAR(find(types, "dairy")->range.high, 5'091 / 56.0, 1e-9);
}

TEST(FarmTypes, by_census_never_exceed_all_farms) {
  Site site;
  give(site, FigureId::farms, 100);
  double sum = 0;
  for (const FarmType& type : farms_by_type(site)) {
    EXPECT_LE(type.range.low, type.farms);
    EXPECT_LE(type.farms, type.range.high);
    EXPECT_LE(type.range.high, 100);
    sum += type.farms;
  }
  EXPECT_NEAR(sum, 100 * 219.0 / 389, 1e-9);
  give(site, FigureId::vineyards, 0);
  EXPECT_EQ(find(farms_by_type(site), "vineyard")->range.high, 0);
}

}  // namespace
}  // namespace essaim::commune
