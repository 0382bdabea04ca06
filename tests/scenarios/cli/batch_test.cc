// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/scenarios/cli/program.h"

// `essaim batch` and `essaim merge` as a person, a shell loop or a job array uses them.

namespace essaim::cli::test {
namespace {

class BatchTest : public testing::Test {
 protected:
  void SetUp() override {
    desk_.write("small.toml", small_scenario);
    desk_.write("which.toml", small_experiment);
  }
  /// The digest of the batch in that directory, once merged.
  std::string merged(const std::string& directory) const {
    const Ended ended = desk_.essaim("merge " + directory + " -o out.nc --json");
    EXPECT_EQ(ended.code, 0) << ended.err;
    return field(ended.out, "result_sha256");
  }
  std::string direct() const {
    EXPECT_EQ(desk_.essaim("batch which.toml -o direct").code, 0);
    return merged("direct");
  }

  Desk desk_;
};

TEST_F(BatchTest, ShardsInAnyOrderGiveTheSameDigest) {
  for (const char* shard : {"3/3", "1/3", "2/3"}) {
    const Ended ended = desk_.essaim(std::string{"batch which.toml -o parts --threads 2 --shard "} + shard);
    ASSERT_EQ(ended.code, 0) << ended.err;
  }
  EXPECT_EQ(merged("parts"), direct());
  EXPECT_EQ(desk_.essaim("check out.nc").code, 0);
}

TEST_F(BatchTest, NeverRedoesFinishedBlocks) {
  ASSERT_EQ(desk_.essaim("batch which.toml -o parts --shard 1/2").code, 0);
  EXPECT_NE(desk_.essaim("batch which.toml -o parts --json").out.find("\"found\":3,\"written\":3"), std::string::npos);
  EXPECT_NE(desk_.essaim("batch which.toml -o parts --json").out.find("\"found\":6,\"written\":0"), std::string::npos);
}

TEST_F(BatchTest, AnUnfinishedBatchIsNotMerged) {
  ASSERT_EQ(desk_.essaim("batch which.toml -o parts --shard 1/2").code, 0);
  const Ended ended = desk_.essaim("merge parts -o out.nc");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("3 of 6 blocks are missing"), std::string::npos) << ended.err;
  EXPECT_FALSE(std::filesystem::exists(desk_ / "out.nc"));
}

TEST_F(BatchTest, BlocksOfAnotherDesignAreRefused) {
  ASSERT_EQ(desk_.essaim("batch which.toml -o parts --shard 1/2").code, 0);
  const Ended ended = desk_.essaim("batch which.toml -o parts --seed 12");
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("belongs to another design"), std::string::npos) << ended.err;
}

TEST_F(BatchTest, ADirectoryThatIsNoBatchIsNotMerged) {
  EXPECT_EQ(desk_.essaim("merge . -o out.nc").code, 2);
  EXPECT_EQ(desk_.essaim("merge none -o out.nc").code, 2);
}

TEST_F(BatchTest, ADamagedBlockIsSetAsideAndDoneAgain) {
  ASSERT_EQ(desk_.essaim("batch which.toml -o parts").code, 0);
  const Ended ended = desk_.shell("printf x >>parts/cell-00002-block-0000.nc; $ESSAIM batch which.toml -o parts");
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.err.find("damaged block, set aside"), std::string::npos) << ended.err;
  EXPECT_EQ(merged("parts"), direct());
}

TEST_F(BatchTest, MistakesInOptionsAreRefused) {
  for (const char* option : {"--shard 0/2", "--shard 3/2", "--shard 1", "--on-error maybe", "--on-error retry=0"}) {
    const Ended ended = desk_.essaim(std::string{"batch which.toml -o parts "} + option);
    EXPECT_EQ(ended.code, 2) << option;
    EXPECT_FALSE(std::filesystem::exists(desk_ / "parts")) << option;
  }
  EXPECT_EQ(desk_.essaim("batch which.toml -o none/parts").code, 2);
}

TEST_F(BatchTest, SurvivesBeingKilledAgainAndAgain) {
  const Ended ended = desk_.shell(R"sh(
for delay in 0.02 0.1 0.15 0.2 0.25 0.3 0.3 0.35 0.4 0.45 0.5 0.5; do
  $ESSAIM batch which.toml -o parts --threads 2 & pid=$!
  sleep $delay; kill -9 $pid 2>/dev/null; wait $pid
done 2>/dev/null
$ESSAIM batch which.toml -o parts
)sh");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.err.find("damaged"), std::string::npos) << ended.err;
  EXPECT_EQ(merged("parts"), direct());
}

/// Fails every n-th call that writes, brings to the disk or renames, as a dying disk would.
constexpr const char* failing_disk = R"c(
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static int calls;
static int fails(void) {
  const char* every = getenv("FAIL_AT");
  if (!every || __sync_add_and_fetch(&calls, 1) != atoi(every)) return 0;
  errno = EIO;
  return 1;
}
#define REAL(type, name) ((type)dlsym(RTLD_NEXT, name))
ssize_t write(int fd, const void* data, size_t size) {
  if (fd > 2 && fails()) return -1;
  return REAL(ssize_t(*)(int, const void*, size_t), "write")(fd, data, size);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off_t at) {
  if (fails()) return -1;
  return REAL(ssize_t(*)(int, const void*, size_t, off_t), "pwrite64")(fd, data, size, at);
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t at) { return pwrite64(fd, data, size, at); }
int ftruncate64(int fd, off_t size) {
  if (fails()) return -1;
  return REAL(int (*)(int, off_t), "ftruncate64")(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int fsync(int fd) {
  if (fails()) return -1;
  return REAL(int (*)(int), "fsync")(fd);
}
int rename(const char* from, const char* to) {
  if (fails()) return -1;
  return REAL(int (*)(const char*, const char*), "rename")(from, to);
}
)c";

TEST_F(BatchTest, AnyOneFailingWriteIsSaidAndNothingHalfWrittenStays) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers replace these calls themselves";
#endif
  desk_.write("failing.c", failing_disk);
  if (desk_.shell("cc -shared -fPIC -o failing.so failing.c -ldl").code != 0) GTEST_SKIP() << "no C compiler";
  const std::string whole = field(desk_.essaim("run small.toml -o whole.nc --json").out, "result_sha256");
  int failures = 0;
  for (int at = 1; at < 900; at += at < 12 ? 1 : at / 4) {
    const Ended ended = desk_.shell("rm -rf out.nc*; FAIL_AT=" + std::to_string(at) +
                                    " LD_PRELOAD=./failing.so $ESSAIM run small.toml -o out.nc");
    if (ended.code != 0) {
      ++failures;
      EXPECT_TRUE(ended.code == 1 || ended.code == 2 || ended.code == 3) << at << ": " << ended.code;
      EXPECT_NE(ended.err, "") << at;
      EXPECT_FALSE(std::filesystem::exists(desk_ / "out.nc.part")) << at;
    }
    if (std::filesystem::exists(desk_ / "out.nc")) {
      EXPECT_EQ(desk_.essaim("check out.nc").code, 0) << at;
    }
    const Ended again = desk_.essaim("run small.toml -o out.nc --json");
    EXPECT_EQ(field(again.out, "result_sha256"), whole) << at << ": " << again.err;
  }
  EXPECT_GT(failures, 20);
}

}  // namespace
}  // namespace essaim::cli::test
