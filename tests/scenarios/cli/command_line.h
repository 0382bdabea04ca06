// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace essaim::cli::command_line {

/// What a run of the program said, and how it ended.
struct Ended {
  int code = -1;
  std::string out;
  std::string err;
};

/// A directory of a test, empty at first, in which the real program is run as a person would from a shell.
class Program : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path{testing::TempDir()} /
              (std::string{"essaim-"} + info->test_suite_name() + "-" + info->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// `line` is what follows `essaim` in the shell; `environment` is written before it, `input` is a file to read.
  Ended run(const std::string& line, const std::string& environment = "LC_ALL=en_US.UTF-8",
            const std::string& input = "/dev/null") {
    const std::string command = "cd '" + folder_.string() + "' && env -u NO_COLOR -u LC_MESSAGES -u LANG " +
                                environment + " '" ESSAIM_PROGRAM "' " + line + " >.out 2>.err <" + input;
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
  }

  std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream{folder_ / name, std::ios::binary}.rdbuf();
    return text.str();
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream{folder_ / name, std::ios::binary} << text;
  }

  std::filesystem::path folder_;
};

/// One small commune, a month, both kinds of shock, one measure: runs in about a second.
inline const char* const small_scenario = R"(title = "Un mois difficile"
authors = ["Une association"]
license = "CC-BY-4.0"
site = "langouet"
start = 2026-06-01
duration = "30 days"
replicates = 2
seed = 7
primary = ["food.insecure_share"]
matters = "0.5 points"

[[shock]]
kind = "supply_interruption"
start = 2026-06-08
duration = "6 days"

[variant.epicerie]
title = "Épicerie solidaire"
[[variant.epicerie.measure]]
kind = "solidarity_grocer"
start = 2026-06-03
capacity = "60 households"
)";

}  // namespace essaim::cli::command_line
