// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

/// One mistake in a right file, and the whole message that it must give.
struct Mistake {
  std::string_view from;  ///< what the right file says; or the path of an option
  std::string_view to;    ///< what is written instead; or the value of the option
  std::string_view message;
};

TEST(Mistakes, of_experiments_point_at_the_experiment_file) {
  constexpr Mistake mistakes[] = {
      {"design = \"sobol\"", "design = \"morris\"",
       "plan.toml:4:10: design \"morris\" is not available in this version (available: factorial, list, lhs, sobol), "
       "choose one of these"},
      {"design = \"sobol\"", "design = \"sobbol\"",
       "plan.toml:4:10: unknown design \"sobbol\", did you mean \"sobol\"?"},
      {"design = \"sobol\"\n", "", "plan.toml:1:1: the experiment has no design, add design = \"factorial\""},
      {"replicates = 2", "half_width = \"1 point\"",
       "plan.toml:6:1: half_width is not available in this version (replicates are a fixed number), write for example "
       "replicates = 20"},
      {"points = 8\n", "", "plan.toml:1:1: the experiment has no points, add points = 64"},
      {"points = 8", "points = 0", "plan.toml:5:10: points is 0 (allowed: 1 to 100000), choose a number in that range"},
      {"\"food.*\"", "\"fod.*\"",
       "plan.toml:7:15: no indicator is named \"fod.*\" (allowed: commune.heat_exposure, food.insecure_share, "
       "food.missed_share, food.spending), use one of these"},
      {"\"food.*\"", "\"food.insecure_shar\"",
       "plan.toml:7:15: no indicator is named \"food.insecure_shar\", did you mean \"food.insecure_share\"?"},
      {"points", "pionts", "plan.toml:5:1: unknown key \"pionts\", did you mean \"points\"?"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(experiment_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, of_factors_point_at_the_factor) {
  constexpr Mistake mistakes[] = {
      {"path = \"parameters.food.panic_social\"", "path = \"parameters.food.panic_socail\"",
       "plan.toml:12:8: unknown parameter \"food.panic_socail\", did you mean \"food.panic_social\"?"},
      {"path = \"parameters.food.panic_social\"", "path = \"seed\"",
       "plan.toml:12:8: a design cannot vary \"seed\" (allowed: parameters.THEME.NAME, shock[0].KEY, "
       "variant.NAME.measure[0].KEY), change the path"},
      {"path = \"parameters.food.panic_social\"", "path = \"variant.epicerie.measure[0].capacity\"",
       "plan.toml:13:10: variant.epicerie.measure[0].capacity is 0.05 without a unit (expected household or "
       "households), write for example \"0.05 households\""},
      {"measure[0].capacity", "measure[0].capcity",
       "plan.toml:9:8: solidarity_grocer has no \"capcity\" to vary, did you mean \"capacity\"?"},
      {"variant.epicerie.measure", "variant.epiceri.measure",
       "plan.toml:9:8: unknown path \"variant.epiceri.measure[0].capacity\" (variant has no \"epiceri\"), did you mean "
       "\"variant.epicerie.measure[0].capacity\"?"},
      {"measure[0]", "measure[4]",
       "plan.toml:9:8: unknown path \"variant.epicerie.measure[4].capacity\" (there is no such one; "
       "variant.epicerie.measure has 1, counted from 0), write for example measure[0]"},
      {"\"40 households\", \"200 households\"", "\"40 kg\", \"200 households\"",
       "plan.toml:10:10: variant.epicerie.measure[0].capacity has unit \"kg\" (expected household or households), "
       "write for example \"2500 households\""},
      {"\"40 households\", \"200 households\"", "\"40 households\", \"9000 households\"",
       "plan.toml:10:27: variant.epicerie.measure[0].capacity is 9000 households (allowed: 0 households to 5000 "
       "households), write for example \"2500 households\""},
      {"\"40 households\", \"200 households\"", "\"200 households\", \"40 households\"",
       "plan.toml:10:9: range is empty or runs downwards (its low end comes first), change its ends"},
      {"\"40 households\", \"200 households\"", "\"40 households\"",
       "plan.toml:10:9: range is a list of 1 (expected two ends), write for example range = [\"1 day\", \"3 days\"]"},
      {"range = [0.05, 0.30]", "",
       "plan.toml:12:8: parameters.food.panic_social has no range of its own (a sobol design draws from one), write "
       "range = [...] without levels"},
      {"range = [0.05, 0.30]", "range = [0.05, 0.30]\nvalues = [0.1]",
       "plan.toml:14:1: both range and values (one of them is enough), remove one"},
      {"range = [0.05, 0.30]", "values = [0.1, 0.2]",
       "plan.toml:13:10: parameters.food.panic_social has no range of its own (a sobol design draws from one), write "
       "range = [...] without levels"},
      {"range = [0.05, 0.30]", "values = [0.1, 0.2]\nlevels = 3",
       "plan.toml:14:1: levels without range (it spreads values over a range), add range = [...]"},
      {"design = \"sobol\"", "design = \"factorial\"",
       "plan.toml:5:1: points of a factorial design (its values say how many there are), remove this line"},
      {"design = \"sobol\"\npoints = 8", "design = \"factorial\"",
       "plan.toml:9:9: variant.epicerie.measure[0].capacity has no values (a factorial design takes them one by one), "
       "add values = [...], or range = [...] with levels = 3"},
      {"design = \"sobol\"\npoints = 8", "design = \"list\"",
       "plan.toml:9:9: variant.epicerie.measure[0].capacity has no values (a list design takes them one by one), add "
       "values = [...], one for each point"},
      {"[[factor]]\npath = \"parameters.food.panic_social\"\nrange = [0.05, 0.30]\n",
       "[[point]]\n\"parameters.food.panic_social\" = 0.1\n",
       "plan.toml:11:3: points one by one in a sobol design (only a list has them), write design = \"list\""},
      {"path = \"variant.epicerie.measure[0].capacity\"\nrange = [\"40 households\", \"200 households\"]",
       "path = \"shock[0].start\"\nrange = [2026-06-01, 2026-06-05]",
       "plan.toml:10:1: range of a date (dates are not spread), write values = [2026-06-10, 2026-06-20]"},
      {"replicates = 2", "replicates = 0",
       "plan.toml:6:14: replicates is 0 (allowed: 1 to 100000), choose a number in that range"},
      {"replicates = 2", "sites = [\"langoue\"]",
       "plan.toml:6:10: unknown site \"langoue\", did you mean \"langouet\"?"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(experiment_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, of_pilot_files_point_at_the_figure) {
  constexpr Mistake mistakes[] = {
      {"insee = \"62528\"", "insee = \"6252\"",
       "essai.toml:2:9: insee is \"6252\" (expected five characters), write for example \"62528\""},
      {"name = \"Essai\"\n", "", "essai.toml:1:1: the pilot has no name, add name = \"Loos-en-Gohelle\""},
      {"population =", "popluation =", "essai.toml:4:1: unknown key \"popluation\", did you mean \"population\"?"},
      {"\"6896 persons\"", "\"6896 kg\"",
       "essai.toml:4:24: population has unit \"kg\" (expected person, persons or residents), write for example \"1000 "
       "persons\""},
      {"\"6896 persons\"", "6896",
       "essai.toml:4:24: population is 6896 without a unit (expected person, persons or residents), write for example "
       "\"6896 persons\""},
      {"{ value = \"6896 persons\", year = 2021, source = \"INSEE\", mark = \"published\" }", "\"6896 persons\"",
       "essai.toml:4:14: population is the text \"6896 persons\" (a figure carries its source), write population = { "
       "value = \"1000 persons\", year = 2021, source = \"...\", mark = \"published\" }"},
      {", source = \"INSEE\", mark = \"published\" }\narea", ", mark = \"published\" }\narea",
       "essai.toml:4:14: population has no source, add source = \"...\""},
      {"mark = \"published\" }\narea", "mark = \"guess\" }\narea",
       "essai.toml:4:78: unknown mark \"guess\" (allowed: measured, published, assumption), use one of these"},
      {"mark = \"published\" }\narea", "mark = \"published\", stand_in = true }\narea",
       "essai.toml:4:14: population is a stand-in without a range (it is drawn anew in each replicate), add range = "
       "[\"...\", \"...\"]"},
      {"range = [\"19 %\", \"23 %\"], ", "",
       "essai.toml:6:16: poverty_rate is an assumption without a range (it is drawn anew in each replicate), add range "
       "= [\"...\", \"...\"]"},
      {"[\"19 %\", \"23 %\"]", "[\"23 %\", \"19 %\"]",
       "essai.toml:6:42: range runs downwards (its low end comes first), swap its ends"},
      {"[\"19 %\", \"23 %\"]", "[\"22 %\", \"23 %\"]",
       "essai.toml:6:42: range leaves out its own value, 0.21 (the value lies between its ends), widen it"},
      {"[\"19 %\", \"23 %\"]", "[\"19 %\"]",
       "essai.toml:6:42: range is a list of 1 (expected two ends), write for example range = [\"1 km\", \"3 km\"]"},
      {"\"21 %\"", "\"121 %\"",
       "essai.toml:6:26: poverty_rate is 121 % (allowed: 0 % to 100 %), write for example 0.153"},
      {"year = 2021", "year = 21",
       "essai.toml:4:47: year is 21 (allowed: 1900 to 2100), choose a number in that range"},
      {"settlement = \"rural\"", "settlement = \"villag\"",
       "essai.toml:3:14: unknown settlement \"villag\" (allowed: rural, suburb, centre, isolated_town), use one of "
       "these"},
      {"[climate]", "territory = 3\n[climate]",
       "essai.toml:7:13: territory is the number 3 (expected text), write it between quotes"},
      {"[2, 3, ", "[2, ",
       "essai.toml:9:26: monthly_mean has 11 values (expected 12, January to December), give one a month"},
      {"unit = \"degC\"", "unit = \"km\"",
       "essai.toml:9:27: month 1 has unit \"km\" (expected degC or °C), write for example \"12 degC\""},
      {"what_en = \"Canteen\", ", "", "essai.toml:11:11: canteen has no what_en, add what_en = \"...\""},
      {"canteen =", "canteen = 3 #",
       "essai.toml:11:11: canteen is the number 3 (expected a table), write canteen = { what_fr = \"...\", what_en = "
       "\"...\", year = 2021, source = \"...\", mark = \"published\" }"},
      {"settlement = \"rural\"", "illustration = \"yes\"",
       "essai.toml:3:16: illustration is the text \"yes\" (expected true or false), write it without quotes"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(pilot_complaint(m.from, m.to), m.message);
}

}  // namespace

}  // namespace essaim::reader::testing
