// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

/// One mistake in a right file or option, and the whole message that it must give.
struct Mistake {
  std::string_view from;  ///< what the right file says; or the path of an option
  std::string_view to;    ///< what is written instead; or the value of the option
  std::string_view message;
};

TEST(Mistakes, explain_dates) {
  constexpr Mistake mistakes[] = {
      {"2026-06-01", "\"2026-06-01\"",
       "demo.toml:3:9: start is the text \"2026-06-01\" (expected a date), write it as start = 2026-06-01, without "
       "quotes"},
      {"2026-06-01", "20260601",
       "demo.toml:3:9: start is the number 20260601 (expected a date), write it as start = 2026-06-01"},
      {"start = 2026-06-01", "start = 0026-06-01",
       "demo.toml:3:9: start is 0026-06-01 (allowed: 1900-01-01 to 2199-12-31), choose a day in that range"},
      {"2026-06-22", "2026-05-22",
       "demo.toml:12:9: start is 2026-05-22 (allowed: 2026-06-01 to 2026-07-30, the days of the run), choose a day "
       "within the run"},
      {"2026-06-22", "2026-07-31",
       "demo.toml:12:9: start is 2026-07-31 (allowed: 2026-06-01 to 2026-07-30, the days of the run), choose a day "
       "within the run"},
      {"2026-06-15", "2027-06-15",
       "demo.toml:20:9: start is 2027-06-15 (allowed: 2026-06-01 to 2026-07-30, the days of the run), choose a day "
       "within the run"},
      {"2026-06-22", "2026-06-22T12:00:00Z",
       "demo.toml:12:9: start is a time, or a date with a time zone or fractions of a second (expected a date), write "
       "it as start = 2026-06-01"},
      {"2026-06-01", "2026-06-01T08:00:00",
       "demo.toml:3:9: start is a date with a time (expected a date), write it as start = 2026-06-01"},
      {"[variant.epicerie]",
       "[[shock]]\nkind = \"heatwave\"\nstart = 2026-06-30\nduration = \"5 days\"\npeak_temperature = \"35 "
       "degC\"\n[variant.epicerie]",
       "demo.toml:18:9: heatwave starts while another heatwave lasts (one at a time), move or shorten one of them"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, say_what_is_missing_or_said_twice) {
  constexpr Mistake mistakes[] = {
      {"title = \"Canicule\"\n", "", "demo.toml:1:1: the scenario has no title, add title = \"...\""},
      {"site = \"loos-en-gohelle\"\n", "", "demo.toml:1:1: the scenario has no site, add site = \"loos-en-gohelle\""},
      {"start = 2026-06-01\n", "", "demo.toml:1:1: the scenario has no start, add start = 2026-06-01"},
      {"duration = \"60 days\"\n", "", "demo.toml:1:1: the scenario has no duration, add duration = \"60 days\""},
      {"kind = \"heatwave\"\n", "",
       "demo.toml:10:1: shock has no kind, add kind = \"heatwave\" (allowed: heatwave, supply_interruption, flood)"},
      {"start = 2026-06-22\n", "", "demo.toml:10:1: heatwave has no start, add start = 2026-06-01"},
      {"duration = \"12 days\"\n", "", "demo.toml:10:1: heatwave has no duration, add duration = \"10 days\""},
      {"peak_temperature = \"39 degC\"\n", "",
       "demo.toml:10:1: heatwave has no peak_temperature, add peak_temperature = \"40 degC\""},
      {"capacity = \"120 households\"\n", "",
       "demo.toml:18:1: solidarity_grocer has no capacity, add capacity = \"2500 households\""},
      {"seed = 2026", "sites = [\"langouet\"]",
       "demo.toml:6:1: both site and sites (one of them is enough), remove one"},
      {"site = \"loos-en-gohelle\"", "sites = [\"langouet\", \"langouet\"]",
       "demo.toml:2:22: sites names \"langouet\" twice (once is enough), remove one"},
      {"site = \"loos-en-gohelle\"", "sites = []",
       "demo.toml:2:9: sites is an empty list (expected a list of texts), write it as sites = [\"...\", \"...\"]"},
      {"site = \"loos-en-gohelle\"", "sites = [\"langouet\", 3]",
       "demo.toml:2:22: sites holds the number 3 (expected texts), write it between quotes"},
      {"primary = [\"food.insecure_share\"]\n", "",
       "demo.toml:7:1: matters without primary (it is a difference of the primary indicators), add primary = "
       "[\"...\"]"},
      {"[\"food.insecure_share\"]", "[\"food.insecure_share\", \"food.spending\"]",
       "demo.toml:7:35: food.spending has unit \"EUR/day\", the indicator before it \"1\" (one difference that matters "
       "has one unit), remove one of them"},
      {"\"Canicule\"", "\"\"", "demo.toml:1:9: title is empty (expected text), fill it in"},
      {"\"Canicule\"", "12", "demo.toml:1:9: title is the number 12 (expected text), write it between quotes"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, explain_variants_and_measures) {
  constexpr Mistake mistakes[] = {
      {"[variant.epicerie]\ntitle = \"Épicerie solidaire\"\n[[variant.epicerie.measure]]",
       "[variant.baseline]\ntitle = \"Épicerie solidaire\"\n[[variant.baseline.measure]]",
       "demo.toml:16:10: a variant is named \"baseline\" (the baseline is the shocks without measures, always there), "
       "choose another name"},
      {"[variant.epicerie]\ntitle = \"Épicerie solidaire\"\n[[variant.epicerie.measure]]",
       "[variant.\"l'épicerie\"]\ntitle = \"Épicerie solidaire\"\n[[variant.\"l'épicerie\".measure]]",
       "demo.toml:16:10: variant name \"l'épicerie\" (allowed: 1 to 40 of a-z, A-Z, 0-9, _ and -), put the words in "
       "its title"},
      {"[[shock]]", "[shock]",
       "demo.toml:10:1: shock is a table (expected a list of tables), write [[shock]] with two brackets, and its keys "
       "on the lines below"},
      {"[[variant.epicerie.measure]]", "[variant.epicerie.measure]",
       "demo.toml:18:1: measure is a table (expected a list of tables), write [[variant.epicerie.measure]] with two "
       "brackets, and its keys on the lines below"},
      {"[variant.epicerie]\n", "[variant]\nstock = 1\n[variant.epicerie]\n",
       "demo.toml:17:9: variant stock is the number 1 (expected a table), write [variant.stock] and its title below"},
      {"kind = \"solidarity_grocer\"\nstart = 2026-06-15\ncapacity = \"120 households\"",
       "kind = \"communal_stock\"\nstart = 2026-06-15\nstock = \"10 days\"",
       "demo.toml:19:8: loos-en-gohelle already has \"communal_stock\": A stock (2019, source: a page), part of its "
       "baseline (see [already] in its pilot file), write extend = true if this comes on top of it, or remove the "
       "measure or the site"},
      {"[parameters.food]\npanic_social = 0.15", "[parameters]\nfood = 0.15",
       "demo.toml:25:8: food is the number 0.15 (expected a table), write [parameters.food] and its keys on the lines "
       "below"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, of_options_point_at_the_option) {
  constexpr Mistake mistakes[] = {
      {"replicates", "0", "--set replicates=0: replicates is 0 (allowed: 1 to 100000), choose a number in that range"},
      {"replicates", "many",
       "--set replicates=many: replicates is the text \"many\" (expected a whole number, 1 to 100000), write it "
       "without quotes and decimals"},
      {"seed", "12 days",
       "--set seed=12 days: seed is the text \"12 days\" (expected a whole number, 0 to 9223372036854775807), write it "
       "without quotes and decimals"},
      {"sead", "3", "--set sead=3: unknown key \"sead\", did you mean \"seed\"?"},
      {"variant.epicerei.measure[0].capacity", "40 households",
       "--set variant.epicerei.measure[0].capacity=40 households: unknown path "
       "\"variant.epicerei.measure[0].capacity\" (variant has no \"epicerei\"), did you mean "
       "\"variant.epicerie.measure[0].capacity\"?"},
      {"variant.epicerie.measure[1].capacity", "40 households",
       "--set variant.epicerie.measure[1].capacity=40 households: unknown path "
       "\"variant.epicerie.measure[1].capacity\" (there is no such one; variant.epicerie.measure has 1, counted from "
       "0), write for example measure[0]"},
      {"variant.epicerie.measure.capacity", "40 households",
       "--set variant.epicerie.measure.capacity=40 households: unknown path \"variant.epicerie.measure.capacity\" "
       "(which one is not said; variant.epicerie.measure has 1, counted from 0), write for example measure[0]"},
      {"variant.epicerie.measure[0].capacty", "40 households",
       "--set variant.epicerie.measure[0].capacty=40 households: unknown key \"capacty\", did you mean \"capacity\"?"},
      {"variant.epicerie.measure[0].capacity", "40 kg",
       "--set variant.epicerie.measure[0].capacity=40 kg: capacity has unit \"kg\" (expected household or households), "
       "write for example \"2500 households\""},
      {"variant..capacity", "1",
       "--set variant..capacity=1: the path \"variant..capacity\" cannot be read (names joined by dots, tables of a "
       "list counted from [0]), write for example variant.epicerie.measure[0].capacity"},
      {"title.x", "1",
       "--set title.x=1: unknown path \"title.x\" (title is the text \"Canicule\", not a table), end the path there"},
      {"title[0]", "1",
       "--set title[0]=1: unknown path \"title[0]\" (title is the text \"Canicule\", not a list), remove its index"},
      {"parameters.food.panic_socail", "0.1",
       "--set parameters.food.panic_socail=0.1: unknown parameter \"panic_socail\" of food, did you mean "
       "\"panic_social\"?"},
      {"site", "langoue", "--set site=langoue: unknown site \"langoue\", did you mean \"langouet\"?"},
      {"foo.bar", "1",
       "--set foo.bar=1: unknown path \"foo.bar\" (the scenario has no \"foo\"; it has: title, site, start, duration, "
       "replicates, seed, primary, matters, shock, variant, parameters), add it to the file, or correct the path"},
      {"parameters.fod.x", "0.1", "--set parameters.fod.x=0.1: unknown theme \"fod\", did you mean \"food\"?"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(set_complaint(m.from, m.to), m.message);
}

}  // namespace

}  // namespace essaim::reader::testing
