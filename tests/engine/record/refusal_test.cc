// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <optional>
#include <random>

#include "engine/record/block.h"
#include "engine/record/durable.h"
#include "engine/record/h5.h"
#include "engine/record/merge.h"
#include "engine/record/results_reader.h"
#include "tests/engine/record/sample.h"

namespace essaim::record {
namespace {

std::optional<Problem> problem_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const StorageError& error) {
    return error.problem();
  }
  return std::nullopt;
}

/// In a child process, as a crash is a way of not noticing too: whether opening and reading all of it is refused.
bool child_refuses(const std::filesystem::path& file) {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto problem = problem_of([&] { ResultsReader{file}.verify(); });
    ::_exit(problem == Problem::damaged || problem == Problem::not_results ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

class RefusalTest : public testing::Test {
 protected:
  void SetUp() override {
    sample::write_batch(directory_.path(), header_);
    merge_blocks(directory_.path(), file_);
  }
  void rewrite_as(const std::function<void(std::string&)>& change) {
    std::string bytes = sample::bytes_of(file_);
    change(bytes);
    sample::set_bytes(file_, bytes);
  }

  sample::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "out.nc";
  ResultsHeader header_ = sample::header();
};

TEST_F(RefusalTest, EveryFlippedBitIsNoticed) {
  const std::string whole = sample::bytes_of(file_);
  std::mt19937 random{2026};
  for (int i = 0; i < 200; ++i) {
    std::string bytes = whole;
    const std::size_t at = random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
    sample::set_bytes(file_, bytes);
    ASSERT_TRUE(child_refuses(file_)) << "byte " << at;
  }
  sample::set_bytes(file_, whole);
  EXPECT_FALSE(child_refuses(file_)) << "the whole file is believed";
}

TEST_F(RefusalTest, EveryTruncationIsNoticed) {
  const std::string whole = sample::bytes_of(file_);
  std::mt19937 random{2027};
  for (int i = 0; i < 200; ++i) {
    const std::size_t kept = i < 30 ? whole.size() - 1 - static_cast<std::size_t>(i) : random() % whole.size();
    sample::set_bytes(file_, whole.substr(0, kept));
    ASSERT_TRUE(child_refuses(file_)) << kept << " bytes kept";
  }
}

TEST_F(RefusalTest, AddedBytesAreNoticed) {
  rewrite_as([](std::string& bytes) { bytes += '\0'; });
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{file_}; }), Problem::damaged);
}

TEST_F(RefusalTest, OtherFilesAreNoResults) {
  for (const std::string& bytes : {std::string{"title = \"x\"\n"}, std::string(100, '\0'), std::string{"x"}}) {
    sample::set_bytes(file_, bytes);
    EXPECT_EQ(problem_of([&] { const ResultsReader reader{file_}; }), Problem::not_results);
  }
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{directory_ / "none.nc"}; }), Problem::not_found);
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{directory_.path()}; }), Problem::not_results);
}

TEST_F(RefusalTest, AnotherMajorVersionOfTheLayoutIsRefused) {
  h5::File other = h5::File::create(file_.string());
  other.write_attribute("schema_version", "2.0");
  other.write_attribute("design_id", "x");
  other.close();
  seal(file_);
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{file_}; }), Problem::other_version);
}

TEST_F(RefusalTest, AnHdf5FileOfSomeoneElseIsNoResults) {
  h5::File::create(file_.string()).close();
  seal(file_);
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{file_}; }), Problem::not_results);
}

TEST_F(RefusalTest, PartsOfABatchAreIncomplete) {
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{design_path(directory_.path())}; }), Problem::incomplete);
  EXPECT_EQ(problem_of([&] { const ResultsReader reader{block_path(directory_.path(), {0, 0})}; }),
            Problem::incomplete);
  std::filesystem::remove(block_path(directory_.path(), {1, 0}));
  std::filesystem::remove(file_);
  EXPECT_EQ(problem_of([&] { merge_blocks(directory_.path(), file_); }), Problem::incomplete);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(RefusalTest, BlocksOfAnotherDesignAreRefused) {
  ResultsHeader other = header_;
  other.master_seed = 1;
  other.design_id = design_id(other);
  EXPECT_NE(other.design_id, header_.design_id);
  EXPECT_EQ(problem_of([&] { write_design(directory_.path(), other); }), Problem::other_design);
  EXPECT_EQ(problem_of([&] { const BlockFile block{directory_.path(), other, {0, 0}}; }), Problem::other_design);
}

TEST_F(RefusalTest, ADamagedBlockIsNotMerged) {
  const std::filesystem::path block = block_path(directory_.path(), {0, 0});
  std::string bytes = sample::bytes_of(block);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  sample::set_bytes(block, bytes);
  std::filesystem::remove(file_);
  EXPECT_EQ(problem_of([&] { merge_blocks(directory_.path(), file_); }), Problem::damaged);
  EXPECT_FALSE(std::filesystem::exists(file_));
  EXPECT_FALSE(std::filesystem::exists(part_of(file_)));
}

TEST_F(RefusalTest, AMissingDirectoryIsSaidBeforeAnythingRuns) {
  EXPECT_EQ(problem_of([&] { require_writable_directory(directory_ / "none"); }), Problem::cannot_create);
  EXPECT_EQ(problem_of([&] { require_writable_directory(file_); }), Problem::cannot_create);
  EXPECT_EQ(problem_of([&] { require_writable_directory(directory_.path()); }), std::nullopt);
}

}  // namespace
}  // namespace essaim::record
