// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "tests/models/catalogue/small_world.h"
#include "tests/models/commune/grid_map.h"

// The bits of a small run. They change only with a line in docs/decisions/golden-digests.md that says why.

namespace essaim::catalogue {
namespace {

constexpr const char* golden_1 = "d55e08cba2ba1f285dfd78c08b373a7a5a8a7f431c623cf09d69115ba85b7df1";
constexpr const char* golden_2 = "08c62c95183d0098457125fb35e14451711c6a74b93dff2e9daa362b89751638";

TEST(GoldenDigest, of_the_small_run_is_what_it_was) {
  EXPECT_EQ(small_run_digest(1), golden_1);
  EXPECT_EQ(small_run_digest(2), golden_2);
}

/// Digest of all arms of a world without drawn values.
std::string digest_of(const Scenario& scenario) {
  SerialExecutor executor;
  std::string text;
  for (const ArmOutcome& arm : run_replicate(scenario, 0, 0, executor).arms) {
    text += arm.state_sha256;
    Sha256 values;
    for (const double value : arm.values) values.update_f64(value);
    text += values.hex();
  }
  return text;
}

void set(Scenario& scenario, std::string_view parameter, double value) {
  for (std::size_t i = 0; i < parameter_infos().size(); ++i) {
    if (parameter_infos()[i].name == parameter) scenario.parameters[i] = value;
  }
}

/// What the small run lacks: a suburb, a winter, a river that comes into homes, decisions that come within the run.
Scenario winter_suburb() {
  Scenario scenario = full_scenario(1);
  scenario.fixed_parameters = true;
  scenario.sites[0].settlement = commune::Settlement::suburb;
  scenario.start = Date{2026, 1, 5};
  scenario.days = 200;
  for (Variant& variant : scenario.variants) {
    for (Action& measure : variant.measures) measure.duration = Duration::days(200);
  }
  set(scenario, "commune.valley_slope", 0.002);
  set(scenario, "governance.opinion_rule", 1);
  set(scenario, "governance.session_days", 7);
  set(scenario, "governance.assembly_days", 14);
  set(scenario, "governance.budget_calendar", 20);
  set(scenario, "governance.request_days", 10);
  set(scenario, "housing.insurance_delay", 20);
  set(scenario, "housing.craft_share", 1);  // several crews
  for (const char* rate : {"rate_owner_house", "rate_private_house", "rate_owner_flat", "rate_private_flat"}) {
    set(scenario, std::string{"housing."} + rate, 0.9);
  }
  set(scenario, "housing.deep_share", 0.5);
  set(scenario, "mobility.through_traffic", 20);
  return scenario;
}

/// A village on a map whose streets climb to the north: generated roads are flat.
Scenario hillside(Scenario scenario) {
  commune::RoadMap map = commune::grid_map();
  for (const Node& node : map.nodes) map.height_m.push_back(static_cast<float>(100 + 0.05 * node.y_m));
  scenario.sites[0].map = std::make_shared<const commune::RoadMap>(std::move(map));
  return scenario;
}

/// Some act through whole numbers (shops, crews, votes): a small change may round to none.
bool moves(Scenario scenario, std::size_t parameter, const std::string& ordinary) {
  const ParameterInfo& info = parameter_infos()[parameter];
  const double now = scenario.parameters[parameter].value_or(info.fallback);
  for (const double value : {now * 1.3, now * 0.7, info.field.allowed.high, info.field.allowed.low}) {
    if (value < info.field.allowed.low || value > info.field.allowed.high) continue;
    scenario.parameters[parameter] = value;
    if (digest_of(scenario) != ordinary) return true;
  }
  return false;
}

TEST(GoldenDigest, changes_when_any_parameter_is_perturbed) {
  Scenario village = full_scenario(1);
  village.fixed_parameters = true;
  Scenario village_with_bus = village;
  set(village_with_bus, "commune.transit_stop_rural", 1);
  const std::array<Scenario, 4> worlds{village_with_bus, village, winter_suburb(), hillside(village)};
  std::array<std::string, 4> ordinary;
  std::ranges::transform(worlds, ordinary.begin(), digest_of);
  for (std::size_t i = 0; i < parameter_infos().size(); ++i) {
    // The council's forums and helpers have runs of their own: tests/models/governance.
    if (parameter_infos()[i].name.starts_with("governance.")) continue;
    bool moved = false;
    for (std::size_t k = 0; k < worlds.size() && !moved; ++k) moved = moves(worlds[k], i, ordinary[k]);
    EXPECT_TRUE(moved) << parameter_infos()[i].name << " has no effect on any of these runs";
  }
}

}  // namespace
}  // namespace essaim::catalogue
