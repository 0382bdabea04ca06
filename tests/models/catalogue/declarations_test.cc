// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/core/unit.h"
#include "models/catalogue/catalogue.h"
#include "models/commune/couplings.h"
#include "models/commune/figures.h"
#include "models/commune/streams.h"
#include "models/food/streams.h"
#include "models/governance/streams.h"
#include "models/housing/streams.h"
#include "models/mobility/streams.h"

// Every declared name is complete, unique, and means one thing.

namespace essaim::catalogue {
namespace {

void expect_complete(const Words& words, std::string_view name) {
  EXPECT_FALSE(words.fr.empty()) << name;
  EXPECT_FALSE(words.en.empty()) << name;
}

TEST(Parameters, are_complete_and_their_defaults_lie_in_their_ranges) {
  std::set<std::string> names;
  for (const ParameterInfo& info : parameter_infos()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    expect_complete(info.field.meaning, info.name);
    EXPECT_FALSE(info.field.source.empty()) << info.name;
    EXPECT_TRUE(convert(1, info.unit, info.unit)) << info.name << " has unknown unit " << info.unit;
    EXPECT_LE(info.field.allowed.low, info.field.plausible.low) << info.name;
    EXPECT_GE(info.field.allowed.high, info.field.plausible.high) << info.name;
    EXPECT_GE(info.fallback, info.field.plausible.low) << info.name;
    EXPECT_LE(info.fallback, info.field.plausible.high) << info.name;
    const bool drawn = info.field.plausible.low < info.field.plausible.high;
    EXPECT_EQ(drawn, info.field.mark == Mark::assumption) << info.name << ": assumptions have a range, facts one value";
  }
}

TEST(Indicators, are_complete_at_least_forty_and_read_all_three_aims) {
  std::set<std::string_view> names;
  std::set<Aim> aims;
  for (const IndicatorInfo& info : indicator_infos()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    expect_complete(info.label, info.name);
    expect_complete(info.meaning, info.name);
    EXPECT_TRUE(convert(1, info.unit, info.unit)) << info.name << " has unknown unit " << info.unit;
    EXPECT_FALSE(info.cell_methods.empty()) << info.name;
    aims.insert(info.aim);
  }
  EXPECT_GE(names.size(), 40u);
  for (const Aim aim : {Aim::sobriety, Aim::solidarity, Aim::resilience}) EXPECT_TRUE(aims.contains(aim));
}

TEST(ShocksAndMeasures, are_complete_and_measures_name_the_body_that_decides) {
  for (const auto list : {shock_infos(), measure_infos()}) {
    for (const commune::ActionInfo& info : list) {
      expect_complete(info.label, info.name);
      expect_complete(info.meaning, info.name);
      for (const Setting& setting : info.settings) {
        expect_complete(setting.meaning, setting.name);
        EXPECT_TRUE(convert(1, setting.unit, setting.unit)) << info.name << "." << setting.name;
        const bool optional = setting.need == Setting::Need::optional;
        if (optional) {
          EXPECT_GE(setting.fallback, setting.allowed.low) << info.name << "." << setting.name;
          EXPECT_LE(setting.fallback, setting.allowed.high) << info.name << "." << setting.name;
        }
      }
    }
  }
  for (const commune::ActionInfo& info : measure_infos()) expect_complete(info.decided_by, info.name);
  for (const commune::ActionInfo& info : shock_infos()) expect_complete(info.outside, info.name);
}

TEST(Conditions, are_complete_and_what_measures_may_give_holds_what_they_are_otherwise) {
  std::set<std::string_view> names;
  for (const commune::ConditionInfo& info : commune::condition_infos()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    expect_complete(info.meaning, info.name);
    EXPECT_TRUE(convert(1, info.unit, info.unit)) << info.name << " has unknown unit " << info.unit;
    const bool movable = info.allowed.low < info.allowed.high;
    EXPECT_TRUE(!movable || (info.allowed.low <= info.otherwise && info.otherwise <= info.allowed.high)) << info.name;
  }
}

TEST(Couplings, are_complete_and_found_by_their_names) {
  for (const commune::CouplingInfo& info : commune::coupling_infos()) {
    expect_complete(info.meaning, info.name);
    EXPECT_EQ(commune::find_coupling(info.name), info.coupling);
  }
  EXPECT_FALSE(commune::find_coupling("food.weather"));
}

TEST(Streams, of_all_draws_have_numbers_of_their_own) {
  std::map<std::uint32_t, std::string> names;
  const auto declare = [&](std::string name) {
    const std::uint32_t number = Stream{name}.number();
    const auto [place, is_new] = names.emplace(number, name);
    EXPECT_TRUE(is_new) << name << " collides with " << place->second;
  };
  for (const Stream stream : commune::streams::all) declare(std::string{stream.name()});
  for (const Stream stream : food::streams::all) declare(std::string{stream.name()});
  for (const Stream stream : mobility::streams::all) declare(std::string{stream.name()});
  for (const Stream stream : housing::streams::all) declare(std::string{stream.name()});
  for (const Stream stream : governance::streams::all) declare(std::string{stream.name()});
  for (const ParameterInfo& info : parameter_infos()) declare(info.name);
  for (const commune::FigureInfo& info : commune::figure_infos()) declare(std::string{info.name});
}

}  // namespace
}  // namespace essaim::catalogue
