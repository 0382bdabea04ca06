// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/room.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/replicate.h"
#include "models/catalogue/small_run.h"

namespace essaim::live {
namespace {

using testing::HasSubstr;

const catalogue::Scenario& village() {
  static const catalogue::Scenario scenario = catalogue::small_scenario(7);
  return scenario;
}

Room room(std::string_view text) {
  const ReadRoom read = read_room(text, village());
  EXPECT_EQ(read.why, "");
  return read.room;
}

std::string why_not(std::string_view text) { return read_room(text, village()).why; }

TEST(Room, ReadsWhatAPageSends) {
  const Room read = room(R"({"site": 0, "shocks": [0, 2], "parameters": {"food.panic_social": 0.4}, "measures": [
      {"kind": "carpool", "size": 0.3, "start": 5},
      {"kind": "solidarity_grocer", "size": 10, "start": 3, "from": [1, 0]}]})");
  EXPECT_EQ(read.shocks, (std::vector<std::uint32_t>{0, 2}));
  ASSERT_EQ(read.measures.size(), 2U);
  EXPECT_EQ(catalogue::measure_infos()[read.measures[0].kind].name, "carpool");
  EXPECT_EQ(read.measures[0].start_day, 5U);
  EXPECT_FALSE(read.measures[0].from);
  EXPECT_EQ(read.measures[1].from, (std::pair<std::uint32_t, std::uint32_t>{1, 0}));
  ASSERT_EQ(read.parameters.size(), 1U);
  EXPECT_EQ(catalogue::parameter_infos()[read.parameters[0].first].name, "food.panic_social");
  EXPECT_EQ(read.parameters[0].second, 0.4);
}

TEST(Room, SaysWhatIsWrong) {
  EXPECT_THAT(why_not("{"), HasSubstr("not JSON"));
  EXPECT_THAT(why_not("[]"), HasSubstr("object"));
  EXPECT_THAT(why_not("{}"), HasSubstr("site is missing"));
  EXPECT_THAT(why_not(R"({"site": 1})"), HasSubstr("site is not one of the 1"));
  EXPECT_THAT(why_not(R"({"site": -1})"), HasSubstr("site"));
  EXPECT_THAT(why_not(R"({"site": 0, "shocks": [3]})"), HasSubstr("a shock is not one of the 3"));
  EXPECT_THAT(why_not(R"({"site": 0, "shocks": [1, 0]})"), HasSubstr("in order"));
  EXPECT_THAT(why_not(R"({"site": 0, "shocks": [1, 1]})"), HasSubstr("in order"));
  EXPECT_THAT(why_not(R"({"site": 0, "measures": [{"kind": "carpol", "size": 1, "start": 0}]})"),
              HasSubstr("\"carpol\""));
  EXPECT_THAT(why_not(R"({"site": 0, "measures": [{"kind": "carpool", "size": 2, "start": 0}]})"), HasSubstr("size"));
  EXPECT_THAT(why_not(R"({"site": 0, "measures": [{"kind": "carpool", "start": 0}]})"), HasSubstr("size is no number"));
  EXPECT_THAT(why_not(R"({"site": 0, "measures": [{"kind": "carpool", "size": 0.1, "start": 40}]})"),
              HasSubstr("start"));
  EXPECT_THAT(why_not(R"({"site": 0, "measures": [{"kind": "carpool", "size": 0.1, "start": 0, "from": [1, 0]}]})"),
              HasSubstr("another kind"));
  EXPECT_THAT(why_not(R"({"site": 0, "measures": [{"kind": "composed", "start": 0}]})"), HasSubstr("scenario"));
  EXPECT_THAT(why_not(R"({"site": 0, "parameters": {"food.panik": 1}})"), HasSubstr("food.panik"));
  EXPECT_THAT(why_not(R"({"site": 0, "parameters": {"food.panic_social": 1e9}})"), HasSubstr("food.panic_social"));
  EXPECT_THAT(why_not(std::string(200'000, ' ')), HasSubstr("size"));
}

TEST(Room, AMeasureLeftAsItIsKeepsItsSettings) {
  const catalogue::Scenario scenario = scenario_of(village(), room(R"({"site": 0, "shocks": [0, 1, 2], "measures": [
      {"kind": "solidarity_grocer", "size": 10, "start": 3, "from": [1, 0]},
      {"kind": "communal_stock", "size": 5, "start": 2, "from": [1, 1]}]})"));
  ASSERT_EQ(scenario.variants.size(), 2U);
  const auto& stated = village().variants[1].measures;
  for (std::size_t i = 0; i < 2; ++i) {
    const catalogue::Action& action = scenario.variants[1].measures[i];
    EXPECT_EQ(action.settings, stated[i].settings);
    EXPECT_EQ(action.start, stated[i].start);
    EXPECT_EQ(action.duration, stated[i].duration);
  }
}

TEST(Room, MeansAreInProportionToTheSize) {
  const auto measures = [](const std::string& size) {
    return scenario_of(village(), room(R"({"site": 0, "measures": [
        {"kind": "solidarity_grocer", "size": )" +
                                       size + R"(, "start": 3, "from": [1, 0]}]})"))
        .variants[1]
        .measures;
  };
  const std::vector<double> once = measures("10")[0].settings;
  const std::vector<double> twice = measures("20")[0].settings;
  EXPECT_EQ(twice[0], 20);
  EXPECT_EQ(twice[1], once[1]);  // its prices
  EXPECT_EQ(twice[2], once[2]);  // the time to open
  for (std::size_t i = 3; i < once.size(); ++i) EXPECT_DOUBLE_EQ(twice[i], 2 * once[i]) << i;
}

TEST(Room, AMeasureOfItsOwnLastsToTheEndWithUsualMeans) {
  const catalogue::Scenario scenario =
      scenario_of(village(), room(R"({"site": 0, "measures": [{"kind": "amap", "size": 25, "start": 4}]})"));
  const catalogue::Action& action = scenario.variants[1].measures[0];
  EXPECT_EQ(action.start, Time::start_of_day(4));
  EXPECT_EQ(action.duration, Duration::days(36));
  EXPECT_DOUBLE_EQ(action.settings[3], 250);  // running cost: 500 for 50 households
  EXPECT_TRUE(scenario.shocks.empty());
}

TEST(Room, WithoutMeasuresThereIsOnlyTheBaseline) {
  const catalogue::Scenario scenario =
      scenario_of(village(), room(R"({"site": 0, "shocks": [1], "parameters": {"food.panic_social": 0.4}})"));
  EXPECT_EQ(scenario.variants.size(), 1U);
  ASSERT_EQ(scenario.shocks.size(), 1U);
  EXPECT_EQ(scenario.shocks[0].kind, village().shocks[1].kind);
}

TEST(Room, EveryMeasureThatHasASizeHasAStrongOneThatItsRangeAllows) {
  for (const commune::ActionInfo& info : catalogue::measure_infos()) {
    if (commune::own_settings(info) == 0) continue;
    EXPECT_GT(strong_size(info), info.settings[0].allowed.low) << info.name;
    EXPECT_LE(2 * strong_size(info), info.settings[0].allowed.high) << info.name;
  }
}

}  // namespace
}  // namespace essaim::live
