// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/scenarios/cli/program.h"

// `essaim run` as a person sees it: what it writes, what it says, its exit codes.

namespace essaim::cli::test {
namespace {

class RunTest : public testing::Test {
 protected:
  void SetUp() override { desk_.write("small.toml", small_scenario); }
  bool exists(const std::string& name) const { return std::filesystem::exists(desk_ / name); }

  Desk desk_;
};

TEST_F(RunTest, GivesTheSameDigestsWithOneTwoAndFourThreads) {
  const Ended one = desk_.essaim("run small.toml -o one.nc --threads 1 --json");
  ASSERT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(field(one.out, "result_sha256").size(), 64u);
  for (const char* threads : {"2", "4"}) {
    const Ended more = desk_.essaim(std::string{"run small.toml -o more.nc --json --threads "} + threads);
    EXPECT_EQ(field(more.out, "result_sha256"), field(one.out, "result_sha256")) << threads;
    EXPECT_EQ(field(more.out, "state_sha256"), field(one.out, "state_sha256")) << threads;
  }
}

TEST_F(RunTest, LeavesOneFileAndNamesItAfterTheScenario) {
  EXPECT_EQ(desk_.essaim("run small.toml").code, 0);
  EXPECT_TRUE(exists("small.nc"));
  EXPECT_FALSE(exists("small.nc.parts"));
  EXPECT_EQ(desk_.essaim("check small.nc").code, 0);
}

TEST_F(RunTest, SaysNothingOnStderrWithoutATerminalAndShowsProgressWhenAsked) {
  EXPECT_EQ(desk_.essaim("run small.toml").err, "");
  const std::string asked = desk_.essaim("run small.toml --progress").err;
  EXPECT_NE(asked.find("/3 draws"), std::string::npos) << asked;
  EXPECT_NE(asked.find("done: langouet, replicates 0-2"), std::string::npos) << asked;
  const std::string french = desk_.essaim("run small.toml --progress --lang fr").err;
  EXPECT_NE(french.find("fait : langouet, tirages 0-2"), std::string::npos) << french;
}

TEST_F(RunTest, SaysWhereTheTimeWentAndChangesNoBitForIt) {
  const Ended plain = desk_.essaim("run small.toml -o plain.nc --json");
  const Ended told = desk_.essaim("run small.toml -o told.nc --json --threads 2 --profile where.json");
  ASSERT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(field(told.out, "result_sha256"), field(plain.out, "result_sha256"));
  const auto profile = nlohmann::json::parse(bytes_of(desk_ / "where.json"));
  std::uint64_t events = 0;
  for (const auto& model : profile["models"]) events += model["events"].get<std::uint64_t>();
  EXPECT_EQ(events, profile["events"].get<std::uint64_t>());
  EXPECT_EQ(profile["models"].size(), 5u);
  EXPECT_GT(profile["windows_ms"].get<double>(), 0);
  const std::string table = desk_.essaim("run small.toml -o told.nc --profile -").err;
  EXPECT_NE(table.find("ns an event"), std::string::npos) << table;
  EXPECT_NE(table.find("mobility"), std::string::npos) << table;
}

TEST_F(RunTest, RefusesAMissingDirectoryBeforeItRuns) {
  const Ended ended = desk_.essaim("run small.toml -o none/out.nc");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("none: is not an existing directory"), std::string::npos) << ended.err;
}

TEST_F(RunTest, RefusesToReplaceAFileThatHoldsNoResults) {
  const Ended ended = desk_.essaim("run small.toml -o small.toml");
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(bytes_of(desk_ / "small.toml"), small_scenario);
}

TEST_F(RunTest, RefusesMoreThreadsThanAnyMachineHas) {
  EXPECT_EQ(desk_.essaim("run small.toml --threads 100000").code, 2);
  EXPECT_FALSE(exists("small.nc"));
}

TEST_F(RunTest, ReplacesOldResultsOnlyByWholeNewOnes) {
  ASSERT_EQ(desk_.essaim("run small.toml").code, 0);
  const std::string before = bytes_of(desk_ / "small.nc");
  EXPECT_NE(desk_.shell("ulimit -f 20; $ESSAIM run small.toml --seed 8").code, 0);
  EXPECT_TRUE(bytes_of(desk_ / "small.nc") == before);
  EXPECT_EQ(desk_.shell("rm -rf small.nc.parts; $ESSAIM run small.toml --seed 8").code, 0);
  EXPECT_FALSE(bytes_of(desk_ / "small.nc") == before);
}

TEST_F(RunTest, AFullDiskIsSaidAndNothingIsHalfWritten) {
  const Ended ended = desk_.shell("ulimit -f 20; $ESSAIM run small.toml");
  EXPECT_EQ(ended.code, 1) << "no block was saved";
  EXPECT_NE(ended.err.find("File too large"), std::string::npos) << ended.err;
  EXPECT_FALSE(exists("small.nc"));
  EXPECT_FALSE(exists("small.nc.part"));
}

/// A small disk of its own; needs the right to mount.
class SmallDiskTest : public RunTest {
 protected:
  void SetUp() override {
    RunTest::SetUp();
    std::filesystem::create_directory(desk_ / "disk");
    mounted_ = ::mount("tmpfs", disk().c_str(), "tmpfs", 0, "size=2m") == 0;
    if (!mounted_) GTEST_SKIP() << "no right to mount a small disk here";
  }
  void TearDown() override {
    if (mounted_) ::umount2(disk().c_str(), MNT_DETACH);
  }
  std::string disk() const { return (desk_ / "disk").string(); }

  bool mounted_ = false;
};

TEST_F(SmallDiskTest, ARunThatFillsItGoesOnWhenThereIsSpaceAgain) {
  const std::string command = "$ESSAIM run small.toml -o disk/out.nc --replicates 33 --json";
  const Ended full = desk_.shell("dd if=/dev/zero of=disk/filler bs=1k count=300 2>/dev/null; " + command);
  EXPECT_EQ(full.code, 3) << full.err;
  EXPECT_NE(full.err.find("No space left on device"), std::string::npos) << full.err;
  EXPECT_NE(full.err.find("blocks are kept in"), std::string::npos) << full.err;
  EXPECT_FALSE(exists("disk/out.nc"));
  EXPECT_FALSE(exists("disk/out.nc.part"));
  const std::string mount_more = "mount -o remount,size=32m disk && ";
  const Ended resumed = desk_.shell(mount_more + command);
  EXPECT_EQ(resumed.code, 0) << resumed.err;
  EXPECT_NE(resumed.err.find("resuming: "), std::string::npos) << resumed.err;
  const Ended whole = desk_.essaim("run small.toml -o whole.nc --replicates 33 --json");
  EXPECT_EQ(field(resumed.out, "result_sha256"), field(whole.out, "result_sha256"));
}

TEST_F(SmallDiskTest, AReadOnlyDirectoryIsFoundBeforeTheRun) {
  ASSERT_EQ(::mount("tmpfs", disk().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=1m"), 0);
  const Ended ended = desk_.essaim("run small.toml -o disk/out.nc");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("Read-only file system"), std::string::npos) << ended.err;
}

TEST_F(RunTest, ASignalStopsItAndTheSameCommandGoesOn) {
  const std::string command = "$ESSAIM run small.toml --replicates 80 --threads 1 --json";
  const Ended stopped = desk_.shell("exec " + command.substr(0) +
                                    " & pid=$!; for i in $(seq 600); do "
                                    "ls small.nc.parts/cell-* >/dev/null 2>&1 && break; sleep 0.05; done; "
                                    "kill -INT $pid; wait $pid");
  EXPECT_EQ(stopped.code, 3) << stopped.err;
  EXPECT_NE(stopped.err.find("stopped by a signal"), std::string::npos) << stopped.err;
  EXPECT_FALSE(exists("small.nc"));
  const Ended resumed = desk_.shell(command);
  EXPECT_EQ(resumed.code, 0) << resumed.err;
  EXPECT_NE(resumed.err.find("resuming: "), std::string::npos) << resumed.err;
  const Ended whole = desk_.shell(command);
  EXPECT_EQ(field(resumed.out, "result_sha256"), field(whole.out, "result_sha256"));
}

TEST_F(RunTest, TwoAtOnceUnderOneNameAreRefused) {
  const Ended ended = desk_.shell("mkdir small.nc.parts; (flock 9; $ESSAIM run small.toml) 9>small.nc.parts/lock");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("is in use"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace essaim::cli::test
