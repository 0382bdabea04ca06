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
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* english = "LC_ALL=en_US.UTF-8";
constexpr const char* french = "LC_ALL=fr_FR.UTF-8";

// Commune, code, kind, kind of place; population and its source; area and its year; then the input ends.
const std::string first_answers =
    "Olemps\n12174\n\n2\n3503\nINSEE RP2021\n2021\n12.79 km2\nINSEE, table of communes\n2021\n";

class NewPilot : public Program {
 protected:
  /// Runs `essaim new pilot` with typed answers.
  Ended answer(const std::string& typed, const std::string& options = "", const char* environment = english) {
    write("typed.txt", typed);
    return run("new pilot " + options, environment, "typed.txt");
  }
  bool is_there(const std::string& name) const { return std::filesystem::exists(folder_ / name); }
  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
      count += entry.path().extension() == ".toml" || entry.path().extension() == ".part" ? 1 : 0;
    }
    return count;
  }

  /// Four communes as the npm package has them, in the folder where npm puts it.
  void write_package() const {
    const std::string folder = "node_modules/@etalab/decoupage-administratif";
    std::filesystem::create_directories(folder_ / folder / "data");
    write(folder + "/package.json", R"({"version": "6.0.0"})");
    write(folder + "/data/departements.json",
          R"([{"code": "12", "nom": "Aveyron"}, {"code": "11", "nom": "Aude"}, {"code": "30", "nom": "Gard"}])");
    write(folder + "/data/regions.json", R"([{"code": "76", "nom": "Occitanie"}])");
    const auto row = [](const char* code, const char* name, const char* departement, int population) {
      return std::string{R"({"code": ")"} + code + R"(", "nom": ")" + name + R"(", "type": "commune-actuelle", )" +
             R"("departement": ")" + departement + R"(", "region": "76", "population": )" + std::to_string(population) +
             "}";
    };
    write(folder + "/data/communes.json",
          "[" + row("12174", "Olemps", "12", 3559) + "," + row("12202", "Rodez", "12", 24'000) + "," +
              row("11339", "Saint-Denis", "11", 523) + "," + row("30247", "Saint-Denis", "30", 296) + "]");
    write(folder + "/data/epci.json",
          R"([{"nom": "CA Rodez Agglomération", "membres": [{"code": "12202", "nom": "Rodez"},)"
          R"( {"code": "12174", "nom": "Olemps"}]}])");
  }
};

TEST_F(NewPilot, writes_a_file_that_the_reader_takes) {
  const Ended ended = answer(first_answers +
                             "1549\n\n\n94.5 %\nINSEE RP2022\n2022\n\n\n\n\n\n\n\n\n\n"
                             "Organic canteen, 300 meals a day\nCommunity garden\n\n");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, AllOf(HasSubstr("olemps.toml is written, and valid"), HasSubstr("essaim check olemps.toml"),
                               HasSubstr("--set site=\"$PWD\"/olemps.toml")));
  const std::string file = read("olemps.toml");
  EXPECT_THAT(file, HasSubstr("population = { value = \"3503 persons\", year = 2021, source = \"INSEE RP2021\", mark = "
                              "\"published\", stand_in = false }"));
  EXPECT_THAT(file, HasSubstr("area = { value = \"1279 ha\""));
  EXPECT_THAT(file, HasSubstr("settlement = \"suburb\"\n"));
  EXPECT_THAT(file, HasSubstr("households = { value = \"1549 households\", range = [\"1394 households\", \"1704 "
                              "households\"], "));
  EXPECT_THAT(file, HasSubstr("source = \"residents' answer, "));
  EXPECT_THAT(file, HasSubstr("households_with_car = { value = \"94.5 %\", year = 2022"));
  EXPECT_THAT(file, HasSubstr("organic_canteen_300 = { what_fr = \"Organic canteen, 300 meals a day\""));
  EXPECT_THAT(file, HasSubstr("community_garden = {"));
  EXPECT_THAT(file, HasSubstr("#   income_median: 23,000 EUR/year (16,650 EUR/year – 27,840 EUR/year)"));
  EXPECT_EQ(run("check olemps.toml").out, "olemps.toml: valid (pilot site, \"Olemps\")\n");
  EXPECT_EQ(files(), 1u);
}

TEST_F(NewPilot, asks_again_with_one_reason) {
  const Ended ended = answer(
      "Olemps\n99999\n12174\n\nvillage\n1\nmany\n3503.5\n9 billion persons\n3503\nINSEE\n1789\n2021\n12.79\n12.79 kg\n"
      "1279 ha\n\n5 - 6 ha\n1200 - 1300 ha\n4000\n1549\nINSEE\n2021\n0.9\n94 %\n\n\n");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err,
              AllOf(HasSubstr("No: \"99999\" cannot be the INSEE code"), HasSubstr("a number from 1 to 4"),
                    HasSubstr("No: \"many\" does not begin with a number; units allowed: residents"),
                    HasSubstr("No: \"3503.5\" is not a whole number"), HasSubstr("No: a year is needed, from 1900 to"),
                    HasSubstr("No: \"12.79\" can be read in two ways; write the unit: ha, km2"),
                    HasSubstr("No: the unit of \"12.79 kg\" is not understood"),
                    HasSubstr("No: write both ends, the smaller one first")));
  EXPECT_THAT(ended.err, HasSubstr("No: \"Households: 4,000 households\" is above \"Residents: 3,503 residents\""));
  EXPECT_THAT(ended.err, HasSubstr("No: \"0.9\" can be read in two ways"));
  EXPECT_THAT(read("olemps.toml"), HasSubstr("area = { value = \"1279 ha\", range = [\"1200 ha\", \"1300 ha\"]"));
}

TEST_F(NewPilot, keeps_what_was_answered_when_the_input_ends) {
  const Ended ended = answer(first_answers);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("End of input: the answers given are kept"));
  EXPECT_TRUE(is_there("olemps.toml"));
  EXPECT_EQ(answer("Olemps\r\n12174\r\n\r\n\r\n3503\r\n\r\n\r\n12 km2\r\n", "-o windows.toml").code, 0);
  const Ended early = answer("Rodez\n12202\n\n\n24000\n");
  EXPECT_EQ(early.code, 2);
  EXPECT_THAT(early.err, HasSubstr("new pilot: area missing"));
  EXPECT_EQ(files(), 2u);
}

TEST_F(NewPilot, writes_over_nothing_unless_told) {
  write("olemps.toml", "mine");
  const Ended ended = answer(first_answers);
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("olemps.toml: this file is already there"));
  EXPECT_EQ(read("olemps.toml"), "mine");
  EXPECT_EQ(answer(first_answers, "--force").code, 0);
  EXPECT_THAT(read("olemps.toml"), HasSubstr("Olemps"));
  EXPECT_EQ(answer(first_answers, "-o other.toml").code, 0);
  EXPECT_TRUE(is_there("other.toml"));
  EXPECT_THAT(answer(first_answers, "-o Other.txt").err, HasSubstr("the file's name is the site's"));
  EXPECT_THAT(answer(first_answers, "-o nowhere/other.toml").err, HasSubstr("cannot be written"));
  EXPECT_EQ(files(), 2u);
}

TEST_F(NewPilot, speaks_french_and_reads_decimal_commas) {
  const Ended ended = answer("Olemps\n12174\n\n\n3 503 habitants\nINSEE RP2021\n2021\n12,79 km²\n\n\n\n", "", french);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, AllOf(HasSubstr("Combien d'habitants ?"), HasSubstr("D'où vient ce chiffre ?"),
                               HasSubstr("Sur 100 ménages"), HasSubstr("Vide : 85 %, tiré entre")));
  EXPECT_THAT(ended.out, HasSubstr("est écrit, et valide"));
  EXPECT_THAT(read("olemps.toml"), AllOf(HasSubstr("\"3503 persons\""), HasSubstr("\"1279 ha\""),
                                         HasSubstr("réponse d'habitants, "), HasSubstr("Laissé vide")));
  EXPECT_THAT(answer("", "--lang en --no-questions").err, HasSubstr("name, insee, population, area missing"));
}

TEST_F(NewPilot, takes_answers_from_a_file_and_from_options) {
  write("answers.toml",
        "name = \"Olemps\"\ninsee = \"12174\"\nsettlement = \"suburb\"\nalready = [\"Community garden\"]\n"
        "population = { value = \"3503\", year = 2021, source = \"INSEE RP2021\" }\nhouses = \"78 %\"\n"
        "age_0_14 = \"17\"\n");
  const Ended ended = answer("", "--from answers.toml --answer 'area=12.79 km2' --answer age_15_29=13 --no-questions");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, IsEmpty());
  const std::string file = read("olemps.toml");
  EXPECT_THAT(file, AllOf(HasSubstr("mark = \"published\""), HasSubstr("age_15_29 = { value = \"13 %\"")));
  EXPECT_THAT(file, HasSubstr("flats = { value = \"22 %\", range = [\"12.2 %\", \"29.8 %\"]"));

  const auto refused = [&](const std::string& options) { return answer("", options + " --no-questions").err; };
  EXPECT_THAT(refused("--from answers.toml --answer popluation=3"),
              StartsWith("--answer popluation=3: unknown key \"popluation\", did you mean \"population\"?"));
  EXPECT_THAT(refused("--from answers.toml --answer 'houses=780 %'"), HasSubstr("is outside what is allowed"));
  EXPECT_THAT(refused("--from answers.toml --answer households=4000"),
              HasSubstr("\"Households: 4,000 households\" is above \"Residents: 3,503 residents\""));
  EXPECT_THAT(refused("--answer population"), HasSubstr("a key and its value are needed"));
  EXPECT_THAT(run("new pilots").err, HasSubstr("did you mean \"pilot\"?"));
}

TEST_F(NewPilot, fills_in_what_the_communes_package_knows) {
  write_package();
  const Ended ended = answer("Olemp\nSaint Denis\nOLEMPS\n\n2\n\n12.79 km2\n\n\n");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err,
              AllOf(HasSubstr("\"Olemp\" is not in the list of communes, did you mean \"Olemps\"?"),
                    HasSubstr("several communes are called \"Saint Denis\": 11339 (Aude), 30247 (Gard); give the code"),
                    HasSubstr("Olemps (12174, Aveyron); intermunicipal body: CA Rodez Agglomération"),
                    HasSubstr("Empty: 3,559 residents, legal population of 2023")));
  EXPECT_THAT(read("olemps.toml"),
              AllOf(HasSubstr("departement = \"Aveyron\"\nregion = \"Occitanie\"\nepci = \"CA Rodez Agglomération\"\n"),
                    HasSubstr("population = { value = \"3559 persons\", year = 2023, source = \"INSEE, population "
                              "municipale, @etalab/decoupage-administratif 6.0.0 (COG 2026)\", mark = \"published\""),
                    HasSubstr("does not say which touch):\n#   12202 Rodez\n")));

  std::filesystem::rename(folder_ / "node_modules", folder_ / "elsewhere");
  const std::string options = "--answer name=rodez --answer 'area=1118 ha' --no-questions";
  EXPECT_THAT(answer("", options).err, HasSubstr("insee, population missing"));
  EXPECT_EQ(answer("", options + " --communes elsewhere/@etalab/decoupage-administratif").code, 0);
  EXPECT_THAT(read("rodez.toml"), HasSubstr("insee = \"12202\""));
  EXPECT_THAT(answer("", options + " --communes nowhere").err, HasSubstr("there is no data/communes.json"));
}

TEST_F(NewPilot, takes_several_communes) {
  const Ended ended = answer("Olemps\n12174\n2\n12202 20001\n12202\n1\n27500\nINSEE\n2021\n24 km2\nINSEE\n2021\n",
                             "-o deux-communes.toml");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("\"20001\" cannot be the INSEE code"));
  EXPECT_THAT(read("deux-communes.toml"), HasSubstr("kind = \"communes\"\nmembers = [\"12174\", \"12202\"]\n"));
}

TEST_F(NewPilot, names_the_file_after_the_commune) {
  write("answers.toml", "insee = \"94038\"\npopulation = \"30000\"\narea = \"390 ha\"\n");
  for (const auto& [name, file] :
       {std::pair{"L’Haÿ-les-Roses", "l-hay-les-roses.toml"}, std::pair{"Loos-en-Gohelle", "loos-en-gohelle.toml"},
        std::pair{" Œuilly (Marne) ", "oeuilly-marne.toml"}}) {
    const Ended ended = run("new pilot --from answers.toml --no-questions --answer 'name=" + std::string{name} + "'");
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(is_there(file)) << file;
  }
}

}  // namespace
}  // namespace essaim::cli::command_line
