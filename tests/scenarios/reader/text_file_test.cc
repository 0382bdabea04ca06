// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/text_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, removed after it.
class TextFile : public ::testing::Test {
 protected:
  TextFile() {
    const ::testing::TestInfo* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / (std::string{"essaim_"} + test->name() + std::to_string(::getpid()));
    fs::create_directory(folder_);
  }
  ~TextFile() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream{folder_ / name, std::ios::binary} << bytes;
    return folder_ / name;
  }
  /// What is said of a file of this folder, without the folder.
  std::string complaint_about(const std::string& name) const {
    std::string message = complaint([&] { read_text_file(folder_ / name); });
    for (std::size_t at = 0; (at = message.find(folder_.string() + "/")) != std::string::npos;) {
      message.erase(at, folder_.string().size() + 1);
    }
    return message;
  }

  fs::path folder_;
};

TEST_F(TextFile, that_is_missing_has_its_nearest_neighbour_named) {
  write("demo.toml", "a = 1");
  write("other.toml", "a = 1");
  EXPECT_EQ(complaint_about("demmo.toml"), "demmo.toml: no such file, did you mean demo.toml?");
  EXPECT_EQ(complaint_about("summer.toml"), "summer.toml: no such file (TOML files here: demo, other), check its name");
  EXPECT_EQ(complaint_about("no/such/folder.toml"), "no/such/folder.toml: no such file, check its path");
}

TEST_F(TextFile, must_be_a_file_with_something_in_it) {
  fs::create_directory(folder_ / "pilots");
  write("empty.toml", "");
  EXPECT_EQ(complaint_about("pilots"), "pilots: this is a directory (expected a TOML file), name a file inside it");
  EXPECT_EQ(complaint_about("empty.toml"),
            "empty.toml: the file is empty (expected TOML text), see docs/guide/first-scenario.md");
  EXPECT_EQ(complaint([] { read_text_file("/dev/null"); }),
            "/dev/null: this is no ordinary file (expected a TOML file), copy it to one");
}

TEST_F(TextFile, of_a_hundred_megabytes_is_refused_without_reading_it) {
  const fs::path path = write("data.toml", "x");
  fs::resize_file(path, 100'000'000);  // sparse
  EXPECT_EQ(complaint_about("data.toml"),
            "data.toml: the file has 100000000 bytes (allowed: at most 4000000), give a TOML file, not data");
}

TEST_F(TextFile, of_four_megabytes_is_read) {
  const std::string bytes = "title = \"x\"\n#" + std::string(3'999'000, 'x');
  EXPECT_EQ(read_text_file(write("large.toml", bytes)), bytes);
  EXPECT_EQ(parse_document(bytes, "large.toml").root.find("title")->value.text, "x");
}

TEST_F(TextFile, may_start_with_a_byte_order_mark_and_end_its_lines_as_windows_does) {
  const Document document = parse_document("\xEF\xBB\xBFtitle = \"Été\"\r\nseed = 3\r\n", "demo.toml");
  EXPECT_EQ(document.root.find("title")->value.text, "Été");
  EXPECT_EQ(document.where(document.root.find("title")->key_at), "demo.toml:1:1");
  EXPECT_EQ(document.where(document.root.find("seed")->value.at), "demo.toml:2:8");
}

TEST_F(TextFile, counts_columns_in_characters_and_keeps_the_order_of_keys) {
  const Document document = parse_document("\"é\" = \"à\"\nb = 1\na = [\"ç\", 2]\n", "demo.toml");
  EXPECT_EQ(document.where(document.root.find("é")->value.at), "demo.toml:1:7");
  EXPECT_EQ(document.where(document.root.find("a")->value.items[1].at), "demo.toml:3:11");
  ASSERT_EQ(document.root.entries.size(), 3u);
  EXPECT_EQ(document.root.entries[1].key, "b");
  EXPECT_EQ(document.root.entries[2].key, "a");
}

TEST_F(TextFile, with_absurd_nesting_ends_with_one_message) {
  std::string dotted = "a";
  for (int i = 0; i < 1'000'000; ++i) dotted += ".a";
  EXPECT_EQ(complaint([&] { parse_document(dotted + " = 1\n", "deep.toml"); }),
            "deep.toml:1:17: a key of more than 8 names (a.b.c...), which no key here has, shorten it");
  const std::string brackets = "a = " + std::string(1'000'000, '[');
  EXPECT_TRUE(complaint([&] { parse_document(brackets, "deep.toml"); }).starts_with("deep.toml:1:"));
  EXPECT_EQ(complaint([] { parse_document("a = \"x.x.x.x.x.x.x.x.x.x.x\" # b.b.b.b.b.b.b.b.b.b.b\n", "flat.toml"); }),
            "no complaint");
}

}  // namespace

}  // namespace essaim::reader::testing
