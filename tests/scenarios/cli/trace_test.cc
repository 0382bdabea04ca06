// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

class Trace : public Program {
 protected:
  void SetUp() override {
    Program::SetUp();
    write("mois.toml", small_scenario);
    const Ended made = run("run mois.toml -o mois.nc --seed 9");
    ASSERT_EQ(made.code, 0) << made.err;
  }
  Ended trace(const std::string& more) {
    return run("trace mois.nc --site langouet --variant epicerie --replicate 1 " + more);
  }
  /// Line `number`, from 1 on, with one text in place of another.
  void change(const std::string& file, std::size_t number, const std::string& from, const std::string& to) {
    std::vector<std::string> lines = lines_of(read(file));
    std::string& line = lines.at(number - 1);
    ASSERT_NE(line.find(from), std::string::npos) << line;
    line.replace(line.find(from), from.size(), to);
    std::string text;
    for (const std::string& one : lines) text += one + "\n";
    write(file, text);
  }
};

TEST_F(Trace, holds_the_events_of_the_chosen_processes_and_days_alone_and_is_replayed) {
  const Ended traced = trace("--household 3 --process 'shop 0' --from 5 --to 10 -o some.csv");
  ASSERT_EQ(traced.code, 0) << traced.err;
  const std::vector<std::string> lines = lines_of(read("some.csv"));
  ASSERT_GT(lines.size(), 50u);
  ASSERT_LT(lines.size(), 1'000u);
  EXPECT_EQ(lines[0], "# essaim trace 1");
  EXPECT_EQ(lines[5], "# days: 5 10");
  EXPECT_THAT(lines[6] + lines[7], AllOf(HasSubstr(": household 3"), HasSubstr(": shop 0")));
  EXPECT_THAT(lines[8], StartsWith("at_s,process,"));
  for (std::size_t i = 9; i < lines.size(); ++i) {
    const std::size_t comma = lines[i].find(',');
    const long at = std::stol(lines[i]);
    const std::string process = lines[i].substr(comma + 1, lines[i].find(',', comma + 1) - comma - 1);
    EXPECT_TRUE(at >= 5 * 86'400 && at < 10 * 86'400) << lines[i];
    EXPECT_TRUE(lines[6].find(" " + process + ":") != std::string::npos ||
                lines[7].find(" " + process + ":") != std::string::npos)
        << lines[i];
  }
  const Ended replayed = run("replay mois.nc some.csv --lang en");
  EXPECT_EQ(replayed.code, 0) << replayed.err;
  EXPECT_EQ(replayed.out, "Done again: " + std::to_string(lines.size() - 9) + " events, all the same.\n");
}

TEST_F(Trace, of_every_process_contains_that_of_one) {
  const std::vector<std::string> all = lines_of(trace("--to 3").out);
  const std::vector<std::string> one = lines_of(trace("--to 3 --household 7").out);
  ASSERT_GT(one.size(), 10u);
  EXPECT_GT(all.size(), 20 * one.size());
  for (std::size_t i = 8; i < one.size(); ++i) {
    EXPECT_NE(std::find(all.begin(), all.end(), one[i]), all.end()) << one[i];
  }
  EXPECT_NE(trace("--household 7").out, trace("--household 7 --without-shocks").out);
}

TEST_F(Trace, that_was_changed_is_not_the_same_and_the_first_difference_is_named) {
  ASSERT_EQ(trace("--household 3 -o some.csv").code, 0);
  const std::vector<std::string> lines = lines_of(read("some.csv"));
  const std::string at = lines[20].substr(0, lines[20].find(','));
  change("some.csv", 21, at, std::to_string(std::stol(at) + 60));
  const Ended ended = run("replay mois.nc some.csv --lang en");
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, AllOf(StartsWith("some.csv:21: the file has day "), HasSubstr("household 3"),
                               HasSubstr("done again, there is day ")));
  EXPECT_THAT(run("replay mois.nc some.csv --lang fr").err, HasSubstr("le fichier a jour "));
}

TEST_F(Trace, that_does_not_fit_is_refused_at_its_line) {
  ASSERT_EQ(trace("--household 3 -o some.csv").code, 0);
  const std::string good = read("some.csv");
  const auto refused = [&](std::size_t line, const std::string& from, const std::string& to) {
    write("some.csv", good);
    change("some.csv", line, from, to);
    const Ended ended = run("replay mois.nc some.csv --lang en");
    EXPECT_EQ(ended.code, 2) << ended.err;
    return ended.err;
  };
  EXPECT_THAT(refused(1, "trace 1", "trace 2"), HasSubstr("some.csv:1:1: \"# essaim trace 2\""));
  EXPECT_THAT(refused(4, "1", "one"), HasSubstr("some.csv:4:14: \"one\" (expected: a whole number)"));
  EXPECT_THAT(refused(5, "with", "some"), HasSubstr("some.csv:5:11: \"some\""));
  EXPECT_THAT(refused(10, ",", ",x"), HasSubstr("some.csv:10:"));
  EXPECT_THAT(refused(7, "household", "houshold"), HasSubstr("did you mean \"household\"?"));
  EXPECT_THAT(refused(2, "langouet", "langoet"), HasSubstr("did you mean \"langouet\"?"));
}

TEST_F(Trace, refuses_names_and_days_that_are_not_there_and_writes_nothing) {
  const auto refused = [&](const std::string& options) {
    const Ended ended = trace(options + " -o some.csv --lang en");
    EXPECT_EQ(ended.code, 2) << options;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "some.csv"));
    return ended.err;
  };
  EXPECT_THAT(refused("--household 100000"), HasSubstr("100000 (there are 0 to "));
  EXPECT_THAT(refused("--process shp"), AllOf(HasSubstr("unknown process \"shp\""), HasSubstr("\"shop\"?")));
  EXPECT_THAT(refused("--process 'shop 99'"), HasSubstr("99 (there are 0 to "));
  EXPECT_THAT(refused("--from 30"), HasSubstr("30 (there are 0 to 29)"));
  EXPECT_THAT(refused("--to 31"), AllOf(HasSubstr("31 (there are 0 to 30)"), Not(HasSubstr("langouet"))));
}

}  // namespace
}  // namespace essaim::cli::command_line
