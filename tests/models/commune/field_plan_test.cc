// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/field_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/models/commune/made_up.h"

namespace essaim::commune {
namespace {

const Random chance{11, 2, "test"};

Commune village(double farmland_ha, double area_ha = 2'000, double residents = 1'800) {
  Site site = place("village", residents, residents / 2.3, area_ha);
  set(site, FigureId::farmland, farmland_ha);
  return make_commune(site, Parameters{}, Uncertainty::fixed, Frame{Date{2026, 6, 1}, 1, {}, {}}, chance);
}

double total_ha(const std::vector<FarmField>& fields) {
  double sum = 0;
  for (const FarmField& field : fields) sum += hectares(field);
  return sum;
}

/// Whether a point lies in a field, by the rays that leave it to the east.
bool holds(const FarmField& field, const Node& p) {
  bool inside = false;
  for (const auto& ring : field.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Node& a = ring[i];
      const Node& b = ring[(i + 1) % ring.size()];
      if ((a.y_m > p.y_m) == (b.y_m > p.y_m)) continue;
      if (p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m)) inside = !inside;
    }
  }
  return inside;
}

double nearest_corner_m(const FarmField& field, const Node& p) {
  double nearest = 1e9;
  for (const auto& ring : field.rings) {
    for (const Node& corner : ring) nearest = std::min(nearest, std::sqrt(squared_m2(corner, p)));
  }
  return nearest;
}

TEST(FieldPlan, TheirSurfacesAddUpToTheFigure) {
  for (const double wanted_ha : {3.0, 250.0, 900.0}) {
    const Commune commune = village(wanted_ha);
    const FieldPlan plan = fields_of(commune, nullptr, chance);
    EXPECT_NEAR(total_ha(plan.fields), wanted_ha, 1e-6 * wanted_ha);
    EXPECT_NEAR(plan.missing_ha, 0, 1e-9);
    EXPECT_EQ(plan.wanted_ha, wanted_ha);
    EXPECT_EQ(plan.origin, FieldOrigin::known);
  }
}

TEST(FieldPlan, WhatFindsNoRoomIsSaid) {
  const Commune commune = village(1'900);
  const FieldPlan plan = fields_of(commune, nullptr, chance);
  EXPECT_GT(plan.missing_ha, 100);
  EXPECT_NEAR(total_ha(plan.fields) + plan.missing_ha, 1'900, 1e-3);
}

TEST(FieldPlan, ACommuneWithoutFarmlandHasNone) {
  const FieldPlan plan = fields_of(village(0), nullptr, chance);
  EXPECT_TRUE(plan.fields.empty());
  EXPECT_EQ(plan.origin, FieldOrigin::none);
}

TEST(FieldPlan, NoneLiesOverAHomeOrARoad) {
  const Commune commune = village(1'200);
  const std::vector<FarmField> fields = fields_of(commune, nullptr, chance).fields;
  ASSERT_GT(fields.size(), 100u);
  const Network& network = commune.territory.network;
  for (const NodeId home : commune.territory.homes) {
    const Node& node = network.nodes()[home.index()];
    for (const FarmField& field : fields) {
      ASSERT_FALSE(holds(field, node));
      ASSERT_GE(nearest_corner_m(field, node), 100);
    }
  }
  for (const Edge& edge : network.edges()) {
    const Node& a = network.nodes()[edge.a.index()];
    const Node& b = network.nodes()[edge.b.index()];
    const double steps = std::ceil(std::min(3'000.0, std::sqrt(squared_m2(a, b))) / 5);
    const double length = std::sqrt(squared_m2(a, b));
    for (double i = 0; i <= steps; ++i) {
      const double share = std::min(1.0, 5 * i / std::max(length, 1.0));
      const Node on_road{a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)};
      for (const FarmField& field : fields) ASSERT_FALSE(holds(field, on_road));
    }
  }
}

TEST(FieldPlan, NoneLiesOverAnother) {
  const std::vector<FarmField> fields = fields_of(village(1'200), nullptr, chance).fields;
  for (const FarmField& field : fields) {
    Node middle;
    for (const Node& corner : field.rings[0]) middle = {middle.x_m + corner.x_m / 4, middle.y_m + corner.y_m / 4};
    EXPECT_EQ(std::ranges::count_if(fields, [&](const FarmField& other) { return holds(other, middle); }), 1);
    for (const Node& corner : field.rings[0]) {
      // A little inside: neighbours share corners.
      const Node inside{0.99 * corner.x_m + 0.01 * middle.x_m, 0.99 * corner.y_m + 0.01 * middle.y_m};
      EXPECT_EQ(std::ranges::count_if(fields, [&](const FarmField& other) { return holds(other, inside); }), 1);
    }
  }
}

TEST(FieldPlan, TheSameSeedGivesTheSameBits) {
  const Commune commune = village(700);
  const auto one = fields_of(commune, nullptr, chance).fields;
  const auto same = fields_of(commune, nullptr, chance).fields;
  const auto other = fields_of(commune, nullptr, Random{12, 2, "test"}).fields;
  ASSERT_EQ(one.size(), same.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    for (std::size_t corner = 0; corner < 4; ++corner) {
      EXPECT_EQ(one[i].rings[0][corner].x_m, same[i].rings[0][corner].x_m);
      EXPECT_EQ(one[i].rings[0][corner].y_m, same[i].rings[0][corner].y_m);
    }
  }
  EXPECT_NE(one[0].rings[0][0].x_m, other[0].rings[0][0].x_m);
}

TEST(FieldPlan, LargeCommunesKeepALightMap) {
  const Commune commune = village(11'400, 16'300, 6'400);
  const FieldPlan plan = fields_of(commune, nullptr, chance);
  EXPECT_LT(plan.fields.size(), 3'000u);
  EXPECT_LT(plan.missing_ha, 1'000);
}

TEST(FieldPlan, AFigureThatNobodyKnowsIsSaidToBeAssumed) {
  const Commune commune = make_commune(place("village", 800, 350, 900), Parameters{}, Uncertainty::fixed,
                                       Frame{Date{2026, 6, 1}, 1, {}, {}}, chance);
  EXPECT_EQ(fields_of(commune, nullptr, chance).origin, FieldOrigin::assumed);
}

TEST(FieldPlan, ARealMapKeepsItsOwn) {
  RoadMap map;
  const Commune commune = village(700);
  EXPECT_EQ(fields_of(commune, &map, chance).origin, FieldOrigin::none);
  map.fields.push_back({{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{10, 10}, {10, 20}, {20, 20}, {20, 10}}}});
  const FieldPlan plan = fields_of(commune, &map, chance);
  EXPECT_EQ(plan.origin, FieldOrigin::map);
  EXPECT_NEAR(total_ha(plan.fields), 0.99, 1e-12);
}

}  // namespace
}  // namespace essaim::commune
