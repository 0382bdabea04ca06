// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class CommandLine : public Program {};

TEST_F(CommandLine, prints_help_and_version_on_stdout) {
  const Ended help = run("--help");
  EXPECT_EQ(help.code, 0);
  EXPECT_THAT(help.err, IsEmpty());
  for (const char* command : {"run", "batch", "merge", "check", "summary", "compare", "describe", "cite", "import",
                              "plot", "validate", "new"}) {
    EXPECT_THAT(help.out, HasSubstr(command));
    const Ended own = run(std::string{command} + " --help");
    EXPECT_EQ(own.code, 0);
    EXPECT_THAT(own.out, HasSubstr("essaim " + std::string{command}));
  }
  const Ended version = run("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, StartsWith("essaim 0."));
}

TEST_F(CommandLine, does_not_offer_commands_of_a_later_version) {
  const Ended help = run("--help");
  for (const char* command : {"serve", "slurm"}) {
    EXPECT_THAT(help.out, Not(HasSubstr("\n  " + std::string{command}))) << command;
  }
}

TEST_F(CommandLine, without_a_command_shows_the_help_on_stderr) {
  const Ended ended = run("");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.out, IsEmpty());
  EXPECT_THAT(ended.err, AllOf(HasSubstr("compare"), HasSubstr("essaim: say which command")));
}

TEST_F(CommandLine, names_the_nearest_command_and_option) {
  EXPECT_EQ(run("comapre x.nc").err, "essaim: unknown command \"comapre\", did you mean \"compare\"?\n");
  EXPECT_EQ(run("compare x.nc --indicatr y").err,
            "essaim: unknown option \"--indicatr\" of `essaim compare`, did you mean \"--indicator\"?\n");
  EXPECT_EQ(run("describe shoks").err, "describe: neither a topic nor a file: \"shoks\", did you mean \"shocks\"?\n");
  EXPECT_THAT(run("compare --by sites x.nc").err, HasSubstr("did you mean \"site\"?"));
}

TEST_F(CommandLine, ends_with_2_and_one_line_when_it_is_used_wrongly) {
  for (const char* line : {"comapre", "compare", "compare x.nc --nothing", "cite a.nc b.nc", "compare a --json --csv",
                           "run x.toml --seed", "run x.toml --replicates many", "--lang de", "cite nothing.nc",
                           "summary .", "check nothing.toml", "run nothing.toml", "describe pilots --schema",
                           "batch x.toml -o d --shard 3/2", "batch x.toml -o d --on-error pray"}) {
    const Ended ended = run(line);
    EXPECT_EQ(ended.code, 2) << line << "\n" << ended.err;
    EXPECT_THAT(ended.out, IsEmpty()) << line;
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << line << "\n" << ended.err;
  }
}

TEST_F(CommandLine, speaks_the_language_of_the_terminal_unless_told) {
  EXPECT_THAT(run("comapre", "LANG=fr_FR.UTF-8").err, HasSubstr("commande inconnue"));
  EXPECT_THAT(run("comapre", "LANG=de_DE.UTF-8").err, HasSubstr("unknown command"));
  EXPECT_THAT(run("comapre", "LANG=C.UTF-8").err, HasSubstr("commande inconnue"));
  EXPECT_THAT(run("--lang en comapre", "LANG=fr_FR.UTF-8").err, HasSubstr("unknown command"));
  EXPECT_THAT(run("describe --lang=fr").out, HasSubstr("Paramètres"));
}

TEST_F(CommandLine, describes_what_the_figures_of_a_pilot_are_worth_and_its_farms) {
  const std::string pilot = std::string{ESSAIM_SOURCE_DIR} + "/scenarios/pilots/le-mene.toml";
  const Ended ended = run("describe '" + pilot + "' --lang en");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, AllOf(HasSubstr("Data: place"), HasSubstr("stand-ins)")));
  const nlohmann::json page = nlohmann::json::parse(run("describe '" + pilot + "' --lang en --json").out);
  EXPECT_THAT(page.dump(), AllOf(HasSubstr("le-mene.farms"), HasSubstr("Dairy cows")));
}

TEST_F(CommandLine, sends_no_colours_down_a_pipe) { EXPECT_THAT(run("describe shocks").out, Not(HasSubstr("\033"))); }

TEST_F(CommandLine, says_so_when_its_output_cannot_be_written) {
  const std::string command =
      "LC_ALL=en '" ESSAIM_PROGRAM "' describe parameters >/dev/full 2>'" + (folder_ / "err").string() + "'";
  const int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_THAT(read("err"), HasSubstr("cannot write"));
}

class Describe : public Program {};

TEST_F(Describe, knows_every_topic_in_three_forms) {
  for (const std::string topic :
       {"scenario", "pilots", "shocks", "measures", "parameters", "indicators", "models", "results"}) {
    EXPECT_EQ(run("describe " + topic).code, 0) << topic;
    EXPECT_THAT(run("describe " + topic + " --markdown").out, HasSubstr("\n# ")) << topic;
    const nlohmann::json page = nlohmann::json::parse(run("describe " + topic + " --json").out);
    EXPECT_TRUE(page.contains("tables")) << topic;
  }
}

TEST_F(Describe, lists_the_ten_pilots) {
  const nlohmann::json page = nlohmann::json::parse(run("describe pilots --json").out);
  EXPECT_EQ(page["tables"]["pilots"]["rows"].size(), 10U);
}

TEST_F(Describe, gives_a_source_and_a_mark_for_every_parameter) {
  const nlohmann::json page = nlohmann::json::parse(run("describe parameters --json").out);
  for (const auto& row : page["tables"]["parameters"]["rows"]) {
    EXPECT_FALSE(row["source"].get<std::string>().empty()) << row["name"];
    EXPECT_FALSE(row["mark"].get<std::string>().empty()) << row["name"];
  }
}

TEST_F(Describe, gives_editors_a_schema_that_names_every_kind_of_shock) {
  const nlohmann::json schema = nlohmann::json::parse(run("describe --schema").out);
  const nlohmann::json shocks = nlohmann::json::parse(run("describe shocks --json").out);
  EXPECT_EQ(schema["properties"]["shock"]["items"]["oneOf"].size(), shocks["tables"].size());
  EXPECT_EQ(schema["additionalProperties"], false);
}

TEST_F(Describe, tells_a_scenario_file_in_words) {
  write("mois.toml", small_scenario);
  EXPECT_THAT(run("describe mois.toml").out,
              AllOf(HasSubstr("Un mois difficile"), HasSubstr("Langouët"), HasSubstr("supply_interruption"),
                    HasSubstr("capacity = 60 households"), HasSubstr("0.5 points")));
}

class Check : public Program {};

TEST_F(Check, says_valid_on_stdout_and_why_not_on_stderr) {
  write("good.toml", small_scenario);
  write("bad.toml", std::string{"titel = \"x\"\n"} + small_scenario);
  const Ended good = run("check good.toml");
  EXPECT_EQ(good.code, 0) << good.err;
  EXPECT_EQ(good.out, "good.toml: valid (scenario, \"Un mois difficile\")\n");
  const Ended both = run("check good.toml bad.toml");
  EXPECT_EQ(both.code, 2);
  EXPECT_THAT(both.out, HasSubstr("good.toml: valid"));
  EXPECT_THAT(both.err, AllOf(StartsWith("bad.toml:1:1: "), HasSubstr("\"title\"")));
}

TEST_F(Check, tells_programs_what_is_wrong) {
  write("bad.toml", "nonsense = 1\n");
  const Ended ended = run("check bad.toml --json");
  EXPECT_EQ(ended.code, 2);
  const nlohmann::json report = nlohmann::json::parse(ended.out);
  EXPECT_EQ(report[0]["valid"], false);
  EXPECT_THAT(report[0]["error"].get<std::string>(), StartsWith("bad.toml"));
}

}  // namespace
}  // namespace essaim::cli::command_line
