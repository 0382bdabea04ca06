// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "models/catalogue/catalogue.h"
#include "scenarios/reader/load.h"
#include "scenarios/reader/pilot_files.h"
#include "scenarios/reader/quantity_text.h"
#include "scenarios/reader/text_file.h"
#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

namespace fs = std::filesystem;

const fs::path scenarios = fs::path{ESSAIM_SOURCE_DIR} / "scenarios";

TEST(ShippedFiles, are_all_right) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator{scenarios}) {
    if (entry.path().extension() != ".toml") continue;
    ++files;
    EXPECT_EQ(complaint([&] { check_file(entry.path()); }), "no complaint") << entry.path();
  }
  EXPECT_GE(files, 13u);  // ten pilots, the demo, one experiment, one composed measure
}

TEST(ShippedFiles, include_ten_pilots_with_their_residents) {
  const LoadedScenario loaded = load_scenario(scenarios / "demo.toml");
  ASSERT_EQ(loaded.scenario.sites.size(), 10u);
  double residents = 0;
  for (const commune::Site& site : loaded.scenario.sites) {
    residents += site.figures[static_cast<std::size_t>(commune::FigureId::population)].value;
  }
  EXPECT_EQ(residents, 71'176);
  EXPECT_TRUE(loaded.warnings.empty());
}

TEST(ShippedFiles, travel_with_the_scenario_as_exact_bytes) {
  const LoadedScenario loaded = load_scenario(scenarios / "demo.toml");
  ASSERT_EQ(loaded.inputs.size(), 11u);
  EXPECT_EQ(loaded.inputs[0].name, "demo.toml");
  EXPECT_EQ(loaded.inputs[0].bytes, read_text_file(scenarios / "demo.toml"));
  std::set<std::string> names;
  for (const InputFile& input : loaded.inputs) names.insert(input.name);
  EXPECT_EQ(names.size(), 11u);
  EXPECT_TRUE(names.contains("pilots/loos-en-gohelle.toml"));
}

TEST(ShippedFiles, make_nine_points_of_the_experiment) {
  const LoadedExperiment loaded = load_experiment(scenarios / "experiments" / "grocer-and-stock.toml");
  EXPECT_EQ(loaded.experiment.points.size(), 9u);
  EXPECT_EQ(loaded.experiment.base.sites.size(), 2u);
  EXPECT_EQ(loaded.inputs.size(), 4u);
  EXPECT_EQ(loaded.inputs[0].name, "experiments/grocer-and-stock.toml");
  EXPECT_EQ(loaded.experiment.points[8].texts, (std::vector<std::string>{"150 households", "15 days"}));
}

TEST(ShippedFiles, compose_a_measure) {
  const LoadedScenario loaded = load_scenario(scenarios / "composed-measure.toml");
  EXPECT_TRUE(loaded.warnings.empty());
  ASSERT_EQ(loaded.scenario.variants.size(), 3u);
  const catalogue::Action& agreement = loaded.scenario.variants[1].measures.at(0);
  EXPECT_EQ(agreement.title, "Convention de crise");
  EXPECT_EQ(agreement.composed, (std::vector<std::pair<commune::Condition, double>>{
                                    {commune::Condition::reserve_days, 7}, {commune::Condition::ration_days, 5}}));
  EXPECT_EQ(agreement.settings, (std::vector<double>{7, 0, 600, 2, 0}));
  EXPECT_EQ(loaded.scenario.variants[2].measures.size(), 2u);
  EXPECT_EQ(loaded.scenario.shocks[0].duration, Duration::days(10));
}

TEST(AddAMeasureGuide, composes_a_measure_that_is_right) {
  const std::string guide = read_text_file(fs::path{ESSAIM_SOURCE_DIR} / "docs" / "guide" / "add-a-measure.md");
  constexpr std::string_view opening = "```toml\n";
  const std::size_t at = guide.find(opening) + opening.size();
  const std::string text = "title = \"Guide\"\nsite = \"langouet\"\nstart = 2026-06-01\nduration = \"45 days\"\n" +
                           guide.substr(at, guide.find("```", at) - at);
  const fs::path file = fs::temp_directory_path() / ("essaim_measure" + std::to_string(::getpid()) + ".toml");
  std::ofstream{file} << text;
  EXPECT_EQ(complaint([&] { check_file(file); }), "no complaint");
  fs::remove(file);
}

TEST(FirstScenarioGuide, gives_files_that_are_right) {
  const std::string guide = read_text_file(fs::path{ESSAIM_SOURCE_DIR} / "docs" / "guide" / "first-scenario.md");
  const fs::path folder = fs::temp_directory_path() / ("essaim_guide" + std::to_string(::getpid()));
  fs::create_directory(folder);
  std::size_t at = 0;
  for (const char* name : {"my-scenario.toml", "my-experiment.toml"}) {
    constexpr std::string_view opening = "```toml\n";
    at = guide.find(opening, at) + opening.size();
    const std::size_t end = guide.find("```", at);
    std::ofstream{folder / name} << guide.substr(at, end - at);
    EXPECT_EQ(complaint([&] { check_file(folder / name); }), "no complaint");
    at = end + 3;
  }
  fs::remove_all(folder);
}

TEST(ShippedFiles, are_told_apart_by_what_they_say) {
  const fs::path demo = scenarios / "demo.toml";
  const fs::path pilot = scenarios / "pilots" / "langouet.toml";
  EXPECT_EQ(check_file(demo).kind, FileKind::scenario);
  EXPECT_EQ(check_file(pilot).kind, FileKind::pilot);
  EXPECT_EQ(complaint([&] { load_experiment(demo); }),
            demo.string() + ": this is a scenario (expected an experiment), run it with `essaim run`");
  EXPECT_EQ(complaint([&] { load_scenario(pilot); }),
            pilot.string() + ": this is a pilot file (expected a scenario), name it as the site of a scenario");
}

TEST(Options, of_the_command_line_stand_above_the_file) {
  LoadOptions options;
  options.replicates = 2;
  options.seed = 9;
  options.fixed_parameters = true;
  options.sets = {"site=langouet", "variant.entraide.measure[0].capacity=30 households"};
  const catalogue::Scenario scenario = load_scenario(scenarios / "demo.toml", options).scenario;
  EXPECT_EQ(scenario.replicates, 2u);
  EXPECT_EQ(scenario.seed, 9u);
  EXPECT_TRUE(scenario.fixed_parameters);
  EXPECT_EQ(scenario.sites.size(), 1u);
  EXPECT_EQ(scenario.variants[1].measures[0].settings[0], 30);

  options.replicates = 0;
  EXPECT_EQ(complaint([&] { load_scenario(scenarios / "demo.toml", options); }),
            "--replicates 0: replicates is 0 (allowed: 1 to 100000), choose a number in that range");
  options.replicates.reset();
  options.sets = {"replicates"};
  EXPECT_EQ(complaint([&] { load_scenario(scenarios / "demo.toml", options); }),
            "--set replicates: no \"=\" (a path and its value), write for example --set replicates=20");
  options.sets = {"site=malauney"};
  EXPECT_EQ(complaint([&] { load_scenario(scenarios / "demo.toml", options); }),
            "--set site=malauney: unknown site \"malauney\", did you mean \"malaunay\"?");
}

TEST(Catalogue, declares_nothing_that_a_file_could_not_write) {
  for (const catalogue::ParameterInfo& parameter : catalogue::parameter_infos()) {
    EXPECT_TRUE(to_canonical(1, parameter.unit, parameter.unit)) << parameter.name << " in " << parameter.unit;
  }
  for (const auto infos : {catalogue::shock_infos(), catalogue::measure_infos()}) {
    for (const commune::ActionInfo& info : infos) {
      for (const Setting& setting : info.settings) {
        EXPECT_TRUE(to_canonical(1, setting.unit, setting.unit)) << info.name << "." << setting.name;
      }
    }
  }
  for (const commune::FigureInfo& figure : commune::figure_infos()) {
    EXPECT_TRUE(to_canonical(1, figure.unit, figure.unit)) << figure.name << " in " << figure.unit;
  }
}

}  // namespace

}  // namespace essaim::reader::testing
