// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Plot : public Program {
 protected:
  void make_results() {
    write("mois.toml", small_scenario);
    const Ended made = run("run mois.toml -o mois.nc");
    ASSERT_EQ(made.code, 0) << made.err;
  }
};

TEST_F(Plot, draws_a_pilot_before_any_run) {
  const Ended ended = run("plot map --pilot langouet -o carte.svg --lang fr");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(read("carte.svg"), AllOf(StartsWith("<?xml"), HasSubstr("width=\"170mm\""), HasSubstr("Langouët (35146)"),
                                       HasSubstr("Plan imaginaire"), HasSubstr("Insee, Licence Ouverte")));
  // Long lines are broken, so a few words of them: what the site's figures are worth, by theme.
  EXPECT_THAT(read("carte.svg"), AllOf(HasSubstr("Données"), HasSubstr("emprunt)")));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "carte.svg.part"));
  const std::string first = read("carte.svg");
  EXPECT_EQ(run("plot map --pilot langouet -o carte.svg --lang fr").code, 0);
  EXPECT_EQ(read("carte.svg"), first) << "the same bytes each time";
}

TEST_F(Plot, draws_the_territory_of_a_run_and_an_indicator_by_zone) {
  make_results();
  ASSERT_EQ(run("plot map mois.nc -o carte.svg --lang en --width 85mm").code, 0);
  EXPECT_THAT(read("carte.svg"), AllOf(HasSubstr("width=\"85mm\""), HasSubstr("Made-up layout"), HasSubstr("N</text>"),
                                       HasSubstr("stand-ins)")));
  const Ended ended = run(
      "plot map mois.nc --site langouet --indicator food.insecure_share --variant epicerie --date 2026-06-12 -o i.svg "
      "--lang en");
  ASSERT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(read("i.svg"), AllOf(HasSubstr("Épicerie solidaire"), HasSubstr("12 June 2026"), HasSubstr("centre"),
                                   HasSubstr("2 draws")));
}

TEST_F(Plot, draws_each_kind_of_chart_the_same_each_time) {
  make_results();
  for (const std::string kind : {"fan", "resilience --indicator food.need_met", "compare", "rank", "timeline"}) {
    const Ended ended = run("plot " + kind + " mois.nc -o chart.svg --lang fr --width 85mm");
    ASSERT_EQ(ended.code, 0) << kind << ended.err;
    const std::string first = read("chart.svg");
    EXPECT_THAT(first, AllOf(StartsWith("<?xml"), HasSubstr("width=\"85mm\""), HasSubstr("<desc id=\"desc\">"),
                             HasSubstr("pas une prévision"), HasSubstr("Source"), Not(HasSubstr("nan"))))
        << kind;
    ASSERT_EQ(run("plot " + kind + " mois.nc -o chart.svg --lang fr --width 85mm").code, 0);
    EXPECT_EQ(read("chart.svg"), first) << kind;
  }
  EXPECT_EQ(run("plot resilience mois.nc --indicator food.sales -o no.svg").code, 2);
  EXPECT_EQ(run("plot rank mois.nc --indicator food.sales -o no.svg").code, 2);
  EXPECT_EQ(run("plot fan --pilot langouet -o no.svg").code, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "no.svg"));
}

TEST_F(Plot, refuses_options_that_a_chart_does_not_heed) {
  make_results();
  const auto refused = [&](const std::string& line) {
    const Ended ended = run("plot " + line + " mois.nc -o no.svg");
    EXPECT_EQ(ended.code, 2) << line;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "no.svg")) << line;
    return ended.err;
  };
  EXPECT_THAT(refused("compare --variant baseline"), AllOf(HasSubstr("baseline"), HasSubstr("(allowed: epicerie)")));
  EXPECT_THAT(refused("compare --site langouet"),
              AllOf(HasSubstr("--site is of no use for compare"), HasSubstr("(allowed: --variant, --indicator)")));
  EXPECT_THAT(refused("rank --variant epicerie"), HasSubstr("(allowed: --indicator)"));
  EXPECT_THAT(refused("timeline --indicator food.need_met"), HasSubstr("(allowed: --variant)"));
  EXPECT_THAT(refused("timeline --site langouet"), HasSubstr("--site is of no use for timeline"));
  EXPECT_THAT(refused("map --variant epicerie"), HasSubstr("needs --indicator"));
  EXPECT_THAT(refused("map --date 2026-06-12"), HasSubstr("needs --indicator"));
}

TEST_F(Plot, tells_a_missing_converter_from_one_that_fails) {
  const std::string line = "plot map --pilot langouet -o carte.png";
  EXPECT_THAT(run(line, "LC_ALL=en_US.UTF-8 PATH=/nowhere").err, HasSubstr("is not installed"));
  write("rsvg-convert", "#!/bin/sh\nexit 3\n");
  std::filesystem::permissions(folder_ / "rsvg-convert", std::filesystem::perms::owner_all);
  const Ended failed = run(line, "LC_ALL=en_US.UTF-8 PATH='" + folder_.string() + "'");
  EXPECT_EQ(failed.code, 2);
  EXPECT_THAT(failed.err, HasSubstr("rsvg-convert failed to make the picture (code 3"));
  for (const auto& left : std::filesystem::directory_iterator(folder_)) {
    EXPECT_THAT(left.path().filename().string(), Not(HasSubstr("carte"))) << "nothing half-written";
  }
}

TEST_F(Plot, draws_what_weighs_from_ten_draws_on) {
  make_results();
  EXPECT_THAT(run("plot tornado mois.nc -o no.svg").err, HasSubstr("at least 10"));
  ASSERT_EQ(run("run mois.toml -o dix.nc --replicates 12").code, 0);
  const Ended ended = run("plot tornado dix.nc --indicator food.need_met -o t.svg --lang en --width 85mm");
  ASSERT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(read("t.svg"), AllOf(HasSubstr("width=\"85mm\""), HasSubstr("Gelman"), Not(HasSubstr("nan"))));
  EXPECT_EQ(run("plot tornado dix.nc --variant baseline --indicator food.need_met -o t.svg").code, 0);
  ASSERT_EQ(run("run mois.toml -o fixe.nc --replicates 12 --fixed-parameters").code, 0);
  EXPECT_THAT(run("plot tornado fixe.nc --indicator food.need_met -o no.svg").err, HasSubstr("--fixed-parameters"));
}

TEST_F(Plot, refuses_with_the_nearest_name_and_leaves_nothing) {
  make_results();
  const auto refused = [&](const std::string& line) {
    const Ended ended = run("plot " + line + " -o no.svg");
    EXPECT_EQ(ended.code, 2) << line;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "no.svg")) << line;
    return ended.err;
  };
  EXPECT_THAT(refused("mpa mois.nc"), HasSubstr("\"map\""));
  EXPECT_THAT(refused("curve mois.nc"), HasSubstr("map"));
  EXPECT_THAT(refused("map mois.nc --site langoet"), HasSubstr("did you mean \"langouet\"?"));
  EXPECT_THAT(refused("map mois.nc --variant epicrie"), HasSubstr("did you mean \"epicerie\"?"));
  EXPECT_THAT(refused("map mois.nc --indicator food.insecure_shaer"), HasSubstr("food.insecure_share"));
  EXPECT_THAT(refused("map mois.nc --indicator food.sales"), HasSubstr("zone"));
  EXPECT_THAT(refused("map mois.nc --date 2027-01-01"), HasSubstr("2026-06-30"));
  EXPECT_THAT(refused("map mois.nc --date juin"), HasSubstr("YYYY-MM-DD"));
  EXPECT_THAT(refused("map mois.nc --width 3km"), HasSubstr("60mm"));
  EXPECT_THAT(refused("map"), HasSubstr("--pilot"));
  EXPECT_THAT(refused("map mois.nc --pilot langouet"), HasSubstr("not both"));
  EXPECT_THAT(refused("map --pilot langoet"), HasSubstr("langouet"));
  EXPECT_THAT(refused("map --pilot langouet --date 2026-06-02"), HasSubstr("results file"));
}

TEST_F(Plot, writes_only_figures_and_only_whole_ones) {
  EXPECT_EQ(run("plot map --pilot langouet -o carte.toml").code, 2);
  EXPECT_EQ(run("plot map --pilot langouet -o nowhere/carte.svg").code, 2);
  write("carte.svg", "old");
  EXPECT_EQ(run("plot map --pilot langoet -o carte.svg").code, 2);
  EXPECT_EQ(read("carte.svg"), "old");
}

TEST_F(Plot, a_damaged_file_is_not_drawn) {
  make_results();
  std::string bytes = read("mois.nc");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write("mois.nc", bytes);
  const Ended ended = run("plot map mois.nc -o carte.svg");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, Not(HasSubstr("<svg")));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "carte.svg"));
}

}  // namespace
}  // namespace essaim::cli::command_line
