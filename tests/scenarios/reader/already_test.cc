// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader/load.h"
#include "scenarios/reader/pilot_files.h"
#include "tests/scenarios/reader/reader_world.h"

// What a site already does, against the measures of variants.

namespace essaim::reader::testing {

namespace {

using ::testing::HasSubstr;

constexpr std::string_view grocer =
    "kind = \"solidarity_grocer\"\nstart = 2026-06-15\ncapacity = \"120 households\"\ndecided_by = \"imposed\"\n";
constexpr std::string_view stock = "kind = \"communal_stock\"\nstart = 2026-06-15\nstock = \"10 days\"\n";

std::string said_of(std::string_view measure, std::string_view header = "") {
  return complaint([&] {
    std::string text = with(right_scenario, grocer, measure);
    if (!header.empty()) text = with(text, "title = \"Épicerie solidaire\"\n", header);
    read_scenario_text(text);
  });
}

TEST(Already, lets_a_variant_extend_what_a_site_has_and_says_what_that_means) {
  const std::string text = with(right_scenario, grocer, std::string{stock} + "extend = true\n");
  const ScenarioReading reading = read_scenario_text(text);
  ASSERT_EQ(reading.scenario.variants[1].measures.size(), 1u);
  EXPECT_EQ(reading.scenario.variants[1].measures[0].settings[0], 10);
  ASSERT_EQ(reading.warnings.size(), 1u);
  EXPECT_EQ(reading.warnings[0],
            "demo.toml:22:1: communal_stock extends what loos-en-gohelle already does, A stock (2019, source: a page); "
            "its settings are what comes on top, no model gives what exists an effect of its own");
}

TEST(Already, wants_extend_to_be_true_and_to_have_something_to_extend) {
  EXPECT_THAT(said_of(std::string{stock} + "extend = false\n"), HasSubstr("already has \"communal_stock\""));
  EXPECT_EQ(said_of(std::string{grocer} + "extend = true\n"),
            "demo.toml:23:1: extend, but no site of the scenario already has \"solidarity_grocer\" (under [already] in "
            "its pilot file), remove extend");
  EXPECT_THAT(said_of(std::string{stock} + "extend = \"more\"\n"), HasSubstr("demo.toml:22:10: extend is "));
}

TEST(Already, at_one_of_several_sites_is_enough_to_extend) {
  std::string text = with(right_scenario, "site = \"loos-en-gohelle\"", "sites = [\"langouet\", \"loos-en-gohelle\"]");
  text = with(text, grocer, std::string{stock} + "extend = true\n");
  EXPECT_EQ(read_scenario_text(text).warnings.size(), 1u);
}

TEST(Already, is_not_removed_in_silence) {
  EXPECT_EQ(said_of(grocer, "remove = [\"communal_stock\"]\n"),
            "demo.toml:17:11: \"communal_stock\" cannot be removed: A stock (2019, source: a page) is in the baseline "
            "only as a description (no model gives it an effect, so the variant would equal one with it), remove it "
            "from this list");
  EXPECT_EQ(said_of(grocer, "remove = \"comunal_stock\"\n"),
            "demo.toml:17:10: remove names \"comunal_stock\", which no site of the scenario already does, did you mean "
            "\"communal_stock\"?");
}

TEST(Already, is_found_behind_a_composed_measure_by_what_it_moves) {
  const std::string text =
      "title = \"Un hameau\"\nsite = \"langouet\"\nstart = 2026-06-01\nduration = \"60 days\"\n"
      "[variant.hameau]\n[[variant.hameau.measure]]\nkind = \"composed\"\ntitle = \"Un hameau\"\nstart = 2026-06-01\n"
      "effects = [{ condition = \"light_dwellings\", value = \"10 dwellings\" }]\n";
  PilotFiles sites{"."};
  const auto read = [&](const std::string& one) {
    return read_scenario(parse_document(one, "demo.toml"), catalogue_vocabulary(), sites);
  };
  const std::string said = complaint([&] { read(text); });
  EXPECT_THAT(said,
              HasSubstr("demo.toml:7:8: Langouët already has \"light_housing\", by what it moves: Eco-quarter: 12 "));
  EXPECT_THAT(said, HasSubstr("write extend = true"));
  EXPECT_EQ(read(text + "extend = true\n").warnings.size(), 1u);
}

}  // namespace

}  // namespace essaim::reader::testing
