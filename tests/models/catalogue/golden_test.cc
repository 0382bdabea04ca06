// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/catalogue/small_world.h"

// The bits of a small run. They change only with a line in docs/decisions/golden-digests.md that says why.

namespace essaim::catalogue {
namespace {

constexpr const char* golden_1 = "a8abf5e70229eb4ac4565b1df1ed43c0452d26fea6a22384b70961cf12ae6e62";
constexpr const char* golden_2 = "f62d1d9aeab811a36e0fcc5713606cd49b4f866c45121fcd3cb6f39a8d160a28";

TEST(GoldenDigest, of_the_small_run_is_what_it_was) {
  EXPECT_EQ(small_run_digest(1), golden_1);
  EXPECT_EQ(small_run_digest(2), golden_2);
}

TEST(GoldenDigest, changes_when_any_parameter_is_perturbed) {
  SerialExecutor executor;
  Scenario scenario = small_scenario(1);
  scenario.fixed_parameters = true;
  scenario.parameters.assign(parameter_infos().size(), std::nullopt);
  const auto digest = [&] {
    std::string text;
    for (const ArmOutcome& arm : run_replicate(scenario, 0, 0, executor).arms) {
      text += arm.state_sha256;
      Sha256 values;
      for (const double value : arm.values) values.update_f64(value);
      text += values.hex();
    }
    return text;
  };
  const std::string ordinary = digest();
  for (std::size_t i = 0; i < parameter_infos().size(); ++i) {
    const ParameterInfo& info = parameter_infos()[i];
    // Some act through whole numbers (shops, households that apply): a small change may round to none.
    bool moved = false;
    for (const double value :
         {info.fallback * 1.3, info.fallback * 0.7, info.field.allowed.high, info.field.allowed.low}) {
      if (moved || value < info.field.allowed.low || value > info.field.allowed.high) continue;
      scenario.parameters[i] = value;
      moved = digest() != ordinary;
    }
    EXPECT_TRUE(moved) << info.name << " has no effect on the small run";
    scenario.parameters[i].reset();
  }
}

}  // namespace
}  // namespace essaim::catalogue
