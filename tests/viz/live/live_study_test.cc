// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/live_study.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "engine/design/comparison.h"
#include "models/catalogue/replicate.h"
#include "tests/viz/live/made_up.h"
#include "viz/live/answer.h"

namespace essaim::live {
namespace {

constexpr std::uint32_t replicates = 3;

const Bundle& village() {
  static const Bundle bundle = bundle_of(catalogue::small_scenario(7), replicates);
  return bundle;
}

/// The measures of the scenario's variant, untouched.
Room same_room() {
  const ReadRoom read = read_room(R"({"site": 0, "shocks": [0, 1, 2], "measures": [
      {"kind": "solidarity_grocer", "size": 10, "start": 3, "from": [1, 0]},
      {"kind": "communal_stock", "size": 5, "start": 2, "from": [1, 1]}]})",
                                  village().scenario);
  EXPECT_EQ(read.why, "");
  return read.room;
}

Outcome run(const LiveStudy& study, std::uint32_t replicate) {
  SerialExecutor executor;
  LiveRun run{study.scenario(), replicate};
  double before = 0;
  while (run.step(executor)) {
    EXPECT_GE(run.progress(), before);
    before = run.progress();
  }
  EXPECT_EQ(run.progress(), 1);
  return run.outcome();
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

TEST(LiveRun, GivesTheBitsOfAWholeReplicate) {
  const LiveStudy study{village(), same_room()};
  SerialExecutor executor;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const Outcome live = run(study, r);
    const catalogue::ReplicateOutcome whole = catalogue::run_replicate(village().scenario, 0, r, executor);
    ASSERT_EQ(live.arms.size(), whole.arms.size());
    for (std::size_t i = 0; i < live.arms.size(); ++i) {
      EXPECT_EQ(live.arms[i].variant, whole.arms[i].variant);
      EXPECT_EQ(live.arms[i].shocks, whole.arms[i].shocks);
      EXPECT_EQ(live.arms[i].error, "");
      EXPECT_TRUE(same_bits(live.arms[i].values, whole.arms[i].values)) << i;
      EXPECT_TRUE(same_bits(live.arms[i].group_values, whole.arms[i].group_values)) << i;
      EXPECT_EQ(live.arms[i].state_sha256, whole.arms[i].state_sha256) << i;
    }
  }
}

Room room_of(const std::string& text) {
  const ReadRoom read = read_room(text, village().scenario);
  EXPECT_EQ(read.why, "");
  return read.room;
}

/// The bits of `catalogue::run_replicate` for a room, whatever was known before, and how many days that took.
std::uint32_t run_knowing(KnownWorlds& known, const Room& room) {
  known.enter(room);
  const LiveStudy study{village(), room};
  SerialExecutor executor;
  LiveRun run{study.scenario(), 1, &known};
  std::uint32_t steps = 0;
  while (run.step(executor)) ++steps;
  EXPECT_EQ(run.progress(), 1);
  const Outcome live = run.outcome();
  const catalogue::ReplicateOutcome whole = catalogue::run_replicate(study.scenario(), 0, 1, executor);
  EXPECT_EQ(live.arms.size(), whole.arms.size());
  for (std::size_t i = 0; i < std::min(live.arms.size(), whole.arms.size()); ++i) {
    EXPECT_EQ(live.arms[i].variant, whole.arms[i].variant);
    EXPECT_EQ(live.arms[i].shocks, whole.arms[i].shocks);
    EXPECT_TRUE(same_bits(live.arms[i].values, whole.arms[i].values)) << i;
    EXPECT_TRUE(same_bits(live.arms[i].group_values, whole.arms[i].group_values)) << i;
    EXPECT_EQ(live.arms[i].events, whole.arms[i].events) << i;
  }
  return steps;
}

TEST(KnownWorlds, SpareRoomsThatDifferByMeasuresTheArmsWithoutThem) {
  const std::string shocks = R"({"site": 0, "shocks": [0, 1, 2])";
  const Room one = room_of(shocks + R"(, "measures": [{"kind": "amap", "size": 20, "start": 0}]})");
  const Room two = room_of(shocks + R"(, "measures": [{"kind": "amap", "size": 40, "start": 0},
      {"kind": "solidarity_grocer", "size": 10, "start": 3, "from": [1, 0]}]})");
  KnownWorlds known;
  const std::uint32_t all = run_knowing(known, one);
  EXPECT_EQ(run_knowing(known, two), all / 2);
  EXPECT_EQ(run_knowing(known, room_of(shocks + R"(, "measures": []})")), 0U);
  EXPECT_EQ(run_knowing(known, one), all / 2);
}

TEST(KnownWorlds, ForgetThoseOfAnotherCrisisOrOtherAssumptions) {
  const std::string measures = R"(, "measures": [{"kind": "amap", "size": 20, "start": 0}]})";
  KnownWorlds known;
  const std::uint32_t all = run_knowing(known, room_of(R"({"site": 0, "shocks": [0, 1, 2])" + measures));
  EXPECT_EQ(run_knowing(known, room_of(R"({"site": 0, "shocks": [0, 2])" + measures)), all);
  EXPECT_EQ(run_knowing(
                known, room_of(R"({"site": 0, "shocks": [0, 2], "parameters": {"food.panic_social": 0.4})" + measures)),
            all);
  EXPECT_EQ(run_knowing(known, room_of(R"({"site": 0, "shocks": [0, 2])" + measures)), all);
}

TEST(LiveRun, OutcomesTravelAsBytes) {
  const LiveStudy study{village(), same_room()};
  const Outcome outcome = run(study, 1);
  const std::string bytes = pack(outcome);
  const std::optional<Outcome> read = unpack_outcome(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(pack(*read), bytes);
  EXPECT_EQ(read->replicate, 1U);
  EXPECT_FALSE(unpack_outcome(std::string_view{bytes}.substr(1)));
}

TEST(LiveStudy, ReadsReplicatesInTheOrderOfTheirNumbers) {
  LiveStudy forth{village(), same_room()};
  LiveStudy back{village(), same_room()};
  for (std::uint32_t r = 0; r < replicates; ++r) forth.add(run(forth, r));
  for (std::uint32_t r = replicates; r-- > 0;) back.add(run(back, r));
  back.add(run(back, 1));  // a second time
  EXPECT_EQ(back.replicates(), replicates);
  EXPECT_EQ(rows_answer(forth.study(), 3), rows_answer(back.study(), 3));
  EXPECT_EQ(curves_answer(forth.study(), 3), curves_answer(back.study(), 3));
}

/// Against a plain reading of whole replicates: mean over the window, with minus without, paired.
TEST(LiveStudy, TellsTheDifferenceThatTheReplicatesHave) {
  LiveStudy live{village(), same_room()};
  for (std::uint32_t r = 0; r < replicates; ++r) live.add(run(live, r));
  const design::Study study = live.study();
  EXPECT_EQ(study.failed, 0U);
  EXPECT_EQ(study.shock_day, 8U);
  const std::size_t indicator = *study.indicator("food.insecure_share");
  SerialExecutor executor;
  double difference = 0;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const catalogue::ReplicateOutcome whole = catalogue::run_replicate(village().scenario, 0, r, executor);
    const auto mean = [&](std::size_t arm) {
      double sum = 0;
      for (std::size_t day = 8; day < study.days; ++day) sum += whole.arms[arm].values[indicator * study.days + day];
      return sum / static_cast<double>(study.days - 8);
    };
    difference += (mean(2) - mean(0)) / replicates;
  }
  const nlohmann::json answer = nlohmann::json::parse(rows_answer(study, indicator));
  EXPECT_EQ(answer["replicates"], replicates);
  const nlohmann::json& row = answer["rows"][0];
  EXPECT_NEAR(row["compared"][0]["crisis"][0].get<double>(), 100 * difference, 1e-5);  // of numbers with 32 bits
}

/// The same bits as a results file, where a tie may be broken by the last of them.
TEST(LiveStudy, HasNumbersAsAFileHoldsThem) {
  LiveStudy live{village(), same_room()};
  live.add(run(live, 0));
  const Outcome outcome = run(live, 0);
  const design::Study study = live.study();
  const auto& infos = catalogue::indicator_infos();
  bool rounded = false;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    const std::optional<std::size_t> indicator = study.indicator(infos[i].name);
    if (!indicator) continue;
    const design::Series series = study.load(*indicator);
    for (std::size_t day = 0; day < series.days; ++day) {
      const double whole = outcome.arms[0].values[i * series.days + day];
      const double held = series.days_of(0, 0)[day];
      if (std::isnan(whole)) continue;
      EXPECT_EQ(held, infos[i].wide ? whole : static_cast<double>(static_cast<float>(whole))) << infos[i].name;
      rounded = rounded || held != whole;
    }
  }
  EXPECT_TRUE(rounded);
}

TEST(LiveStudy, AContestedAssumptionHoldsInEveryDraw) {
  const ReadRoom read =
      read_room(R"({"site": 0, "shocks": [0, 1, 2], "parameters": {"food.panic_social": 0.123}})", village().scenario);
  ASSERT_EQ(read.why, "");
  const LiveStudy study{village(), read.room};
  SerialExecutor executor;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const catalogue::ReplicateOutcome whole = catalogue::run_replicate(study.scenario(), 0, r, executor);
    EXPECT_EQ(whole.parameters[read.room.parameters[0].first], 0.123);
    EXPECT_TRUE(same_bits(run(study, r).arms[0].values, whole.arms[0].values));
  }
}

}  // namespace
}  // namespace essaim::live
