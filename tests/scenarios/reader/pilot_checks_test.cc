// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/pilot_checks.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "scenarios/reader/load.h"
#include "scenarios/reader/outline_reader.h"
#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

/// Figures of one site, as "key value" with the unit, and the whole message that they must give.
struct Clash {
  std::vector<std::pair<std::string_view, std::string_view>> figures;
  std::string_view message;
};

// Line 4 is the first figure; "value" stands in column 13 + the length of the key.
std::string pilot_of(const Clash& clash, std::string_view code = "62528") {
  std::string text = "name = \"Essai\"\ninsee = \"" + std::string{code} + "\"\nkind = \"commune\"\n";
  for (const auto& [key, value] : clash.figures) {
    text.append(key).append(" = { value = \"").append(value);
    text.append("\", year = 2021, source = \"a page\", mark = \"published\" }\n");
  }
  for (const std::string_view needed : {"population = { value = \"1000 persons\"", "area = { value = \"500 ha\""}) {
    const std::string_view key = needed.substr(0, needed.find(' '));
    const auto is_given = [&](const auto& figure) { return figure.first == key; };
    if (std::any_of(clash.figures.begin(), clash.figures.end(), is_given)) continue;
    text.append(needed).append(", year = 2021, source = \"a page\", mark = \"published\" }\n");
  }
  return text;
}

std::string complaint_of(const std::string& text) {
  return complaint([&] { read_pilot(parse_document(text, "essai.toml"), "essai"); });
}

TEST(PilotContradictions, of_people_show_both_figures_at_the_later_one) {
  const Clash clashes[] = {
      {{{"population", "1000 persons"}, {"households", "1001 households"}},
       "essai.toml:5:24: households 1001 households is more than population 1000 persons (allowed: households at most "
       "1000 households), check both figures"},
      {{{"households", "1001 households"}, {"population", "1000 persons"}},
       "essai.toml:5:24: households 1001 households is more than population 1000 persons (allowed: households at most "
       "1000 households), check both figures"},
      {{{"population", "1000 persons"}, {"households", "10 households"}},
       "essai.toml:5:24: population 1000 persons for households 10 households, 100 persons/household (allowed: 1 to 50 "
       "residents a household), check both figures"},
      {{{"population", "1000.5 persons"}},
       "essai.toml:4:24: population is 1000.5 persons, not a whole number (these are counted), write for example "
       "\"1001 persons\""},
      {{{"residents_15_64", "1001 persons"}},
       "essai.toml:5:24: residents_15_64 1001 persons is more than population 1000 persons (allowed: residents_15_64 "
       "at most 1000 persons), check both figures"},
      {{{"residents_15_64", "600 persons"}, {"active_15_64", "601 persons"}},
       "essai.toml:5:26: active_15_64 601 persons is more than residents_15_64 600 persons (allowed: active_15_64 at "
       "most 600 persons), check both figures"},
      {{{"active_15_64", "400 persons"}, {"unemployed_15_64", "401 persons"}},
       "essai.toml:5:30: unemployed_15_64 401 persons is more than active_15_64 400 persons (allowed: unemployed_15_64 "
       "at most 400 persons), check both figures"},
      {{{"registered_voters", "1200 persons"}},
       "essai.toml:5:24: registered_voters 1200 persons is more than population 1000 persons (allowed: "
       "registered_voters at most 1000 persons), check both figures"},
      {{{"population_2015", "45 persons"}},
       "essai.toml:5:24: population 1000 persons for population_2015 45 persons, 22.2222222 times as many (allowed: "
       "0.05 to 20 times), check both figures"},
  };
  for (const Clash& clash : clashes) EXPECT_EQ(complaint_of(pilot_of(clash)), clash.message);
}

TEST(PilotContradictions, of_shares_show_what_they_make_together) {
  const Clash clashes[] = {
      {{{"age_0_14", "20 %"},
        {"age_15_29", "20 %"},
        {"age_30_44", "20 %"},
        {"age_45_59", "20 %"},
        {"age_60_74", "10 %"},
        {"age_75_plus", "7.9 %"}},
       "essai.toml:9:25: age_0_14 20 %, age_15_29 20 %, age_30_44 20 %, age_45_59 20 %, age_60_74 10 %, age_75_plus "
       "7.9 % add up to 97.9 % (allowed: 98 % to 102 %), correct one of them, or leave one out"},
      {{{"age_0_14", "60 %"}, {"age_75_plus", "50 %"}},
       "essai.toml:5:25: age_0_14 60 % and age_75_plus 50 % make 110 % (allowed: at most 100 % together), correct one "
       "of them"},
      {{{"one_person_households", "60 %"}, {"lone_parents", "43 %"}},
       "essai.toml:5:26: one_person_households 60 % and lone_parents 43 % make 103 % (allowed: at most 100 % "
       "together), correct one of them"},
      {{{"flats", "40 %"}, {"houses", "63 %"}},
       "essai.toml:5:20: houses 63 % and flats 40 % make 103 % (allowed: at most 100 % together), correct one of them"},
      {{{"owners", "80 %"}, {"social_housing", "25 %"}},
       "essai.toml:5:28: owners 80 % and social_housing 25 % make 105 % (allowed: at most 100 % together), correct one "
       "of them"},
  };
  for (const Clash& clash : clashes) EXPECT_EQ(complaint_of(pilot_of(clash)), clash.message);
}

TEST(PilotContradictions, of_dwellings_compare_households_with_them) {
  const Clash clashes[] = {
      {{{"households", "400 households"}, {"dwellings", "399 dwellings"}},
       "essai.toml:5:23: households 400 households is more than dwellings 399 dwellings (allowed: households at most "
       "399 households), check both figures"},
      {{{"households", "400 households"},
        {"dwellings", "500 dwellings"},
        {"second_homes", "5 %"},
        {"vacant_dwellings", "5 %"}},
       "essai.toml:7:30: households 400 households, second_homes 5 %, vacant_dwellings 5 %, dwellings 500 dwellings: "
       "main, second and vacant ones make 450 dwellings (allowed: 475 dwellings to 525 dwellings), correct one of "
       "them"},
      {{{"second_homes", "70 %"}, {"vacant_dwellings", "40 %"}},
       "essai.toml:5:30: second_homes 70 % and vacant_dwellings 40 % make 110 % (allowed: at most 100 % together), "
       "correct one of them"},
  };
  for (const Clash& clash : clashes) EXPECT_EQ(complaint_of(pilot_of(clash)), clash.message);
}

TEST(PilotContradictions, of_incomes_follow_their_order) {
  const Clash clashes[] = {
      {{{"income_median", "20000 EUR/year"}, {"income_d1", "21000 EUR/year"}},
       "essai.toml:5:23: income_d1 21000 EUR/year is more than income_median 20000 EUR/year (allowed: income_d1 at "
       "most 20000 EUR/year), check both figures"},
      {{{"income_q3", "30000 EUR/year"}, {"income_d9", "29000 EUR/year"}},
       "essai.toml:5:23: income_q3 30000 EUR/year is more than income_d9 29000 EUR/year (allowed: income_q3 at most "
       "29000 EUR/year), check both figures"},
      {{{"income_d1", "30000 EUR/year"}, {"income_d9", "29000 EUR/year"}},
       "essai.toml:5:23: income_d1 30000 EUR/year is more than income_d9 29000 EUR/year (allowed: income_d1 at most "
       "29000 EUR/year), check both figures"},
  };
  for (const Clash& clash : clashes) EXPECT_EQ(complaint_of(pilot_of(clash)), clash.message);
}

TEST(PilotContradictions, of_land_stay_within_the_area) {
  const Clash clashes[] = {
      {{{"area", "500 ha"}, {"farmland", "501 ha"}},
       "essai.toml:5:22: farmland 501 ha is more than area 500 ha (allowed: farmland at most 500 ha), check both "
       "figures"},
      {{{"area", "500 ha"}, {"natural_areas", "501 ha"}},
       "essai.toml:5:27: natural_areas 501 ha is more than area 500 ha (allowed: natural_areas at most 500 ha), check "
       "both figures"},
      {{{"farmland", "100 ha"}, {"meadows", "101 ha"}},
       "essai.toml:5:21: meadows 101 ha is more than farmland 100 ha (allowed: meadows at most 100 ha), check both "
       "figures"},
      {{{"area", "500 ha"}, {"farmland", "300 ha"}, {"forest_share", "30 %"}, {"urban_share", "20 %"}},
       "essai.toml:7:25: farmland 300 ha and forest_share 30 % and urban_share 20 % and area 500 ha make 110 % "
       "(allowed: at most 100 % together), correct one of them"},
      {{{"altitude_max", "30 m"}, {"altitude_min", "31 m"}},
       "essai.toml:5:26: altitude_min 31 m is more than altitude_max 30 m (allowed: altitude_min at most 30 m), check "
       "both figures"},
  };
  for (const Clash& clash : clashes) EXPECT_EQ(complaint_of(pilot_of(clash)), clash.message);
}

TEST(PilotContradictions, leave_room_for_rounding_and_for_neighbouring_years) {
  const Clash rights[] = {
      {{{"age_0_14", "20 %"},
        {"age_15_29", "20 %"},
        {"age_30_44", "20 %"},
        {"age_45_59", "20 %"},
        {"age_60_74", "10 %"},
        {"age_75_plus", "8 %"}},
       ""},
      {{{"houses", "60 %"}, {"flats", "40.5 %"}}, ""},
      {{{"households", "400 households"},
        {"dwellings", "500 dwellings"},
        {"second_homes", "10 %"},
        {"vacant_dwellings", "6 %"}},
       ""},
      {{{"income_d1", "20000 EUR/year"}, {"income_median", "20000 EUR/year"}}, ""},
      {{{"farmland", "300 ha"}, {"forest_share", "30 %"}, {"urban_share", "11 %"}, {"natural_areas", "400 ha"}}, ""},
      {{{"jobs", "3000 jobs"}, {"population_2015", "51 persons"}}, ""},
  };
  for (const Clash& right : rights) EXPECT_EQ(complaint_of(pilot_of(right)), "no complaint");
}

TEST(InseeCodes, name_a_departement_that_exists) {
  for (const std::string_view code : {"62528", "06084", "2A004", "2B033", "97411", "97302", "98818"}) {
    EXPECT_EQ(insee_code_trouble(code), "") << code;
  }
  EXPECT_EQ(complaint_of(pilot_of({}, "99999")),
            "essai.toml:2:9: insee is \"99999\" (there is no departement 99; they are 01 to 95 with 2A and 2B, and 971 "
            "to 976), write for example \"62528\"");
  EXPECT_EQ(complaint_of(pilot_of({}, "20123")),
            "essai.toml:2:9: insee is \"20123\" (Corsica is 2A or 2B), did you mean \"2A123\" or \"2B123\"?");
  EXPECT_EQ(insee_code_trouble("97912"),
            "insee is \"97912\" (overseas: 971 to 978, 986 to 988), write for example \"97411\"");
  for (const std::string_view code : {"00123", "2C123", "6252", "62 28", ""}) {
    EXPECT_NE(insee_code_trouble(code), "") << code;
  }
}

TEST(SeveralCommunes, say_which_they_are) {
  const std::string text = pilot_of({});
  const auto of = [&](std::string_view kind) { return complaint_of(with(text, "kind = \"commune\"", kind)); };
  EXPECT_EQ(of("kind = \"communes\"\nmembers = [\"62528\", \"62498\"]"), "no complaint");
  EXPECT_EQ(of("kind = \"communes\""), "no complaint");
  EXPECT_EQ(of("kind = \"communes\"\nmembers = [\"62498\"]"),
            "essai.toml:4:11: members leave out \"62528\" (insee is the code of one of them), add it or correct insee");
  EXPECT_EQ(of("kind = \"communes\"\nmembers = [\"62528\", \"99001\"]"),
            "essai.toml:4:21: of members, insee is \"99001\" (there is no departement 99; they are 01 to 95 with 2A "
            "and 2B, and 971 to 976), write for example \"62528\"");
  EXPECT_EQ(of("members = [\"62528\"]"),
            "essai.toml:3:1: members are those of several communes (kind is \"commune\"), write kind = \"communes\" or "
            "remove this line");
  EXPECT_EQ(of("outline = \"x.geojson\""),
            "essai.toml:3:1: outline is that of a neighbourhood (kind is \"commune\"), write kind = \"neighbourhood\" "
            "or remove this line");
}

std::string outline_complaint(std::string_view text) {
  return complaint([&] { parse_outline(text, "x.geojson"); });
}

TEST(Outlines, are_one_closed_ring_in_france) {
  const std::string ring = "[[2.78, 50.45], [2.80, 50.45], [2.80, 50.46], [2.78, 50.45]]";
  const std::string polygon = "{\"type\": \"Polygon\", \"coordinates\": [" + ring + "]}";
  EXPECT_EQ(parse_outline(polygon, "x.geojson").size(), 4u);
  const std::string feature = "{\"type\": \"Feature\", \"geometry\": " + polygon + "}";
  EXPECT_EQ(parse_outline("{\"type\": \"FeatureCollection\", \"features\": [" + feature + "]}", "x").size(), 4u);
  EXPECT_EQ(outline_complaint("{"), "x.geojson: this is no JSON (expected GeoJSON), export the outline as GeoJSON");
  EXPECT_EQ(outline_complaint("[1]"),
            "x.geojson: the outline is no polygon (expected GeoJSON of type Polygon, alone or as one feature), export "
            "it so");
  EXPECT_EQ(outline_complaint(with(polygon, "50.45]]", "50.44]]")),
            "x.geojson: the outline is open (its last point is its first in GeoJSON), repeat the first point at the "
            "end");
  EXPECT_EQ(outline_complaint(with(polygon, "[2.80, 50.46]", "[50.46, 2.80]")),
            "x.geojson: the outline has a point at longitude 50.46, latitude 2.8 (expected degrees WGS84 in France), "
            "swap the two: longitude comes first");
  EXPECT_EQ(outline_complaint(with(polygon, ring, ring + ", " + ring)),
            "x.geojson: the outline has 2 rings (expected one, a polygon without holes), keep the outer one");
  EXPECT_EQ(outline_complaint(with(polygon, "[2.80, 50.45], [2.80, 50.46], ", "")),
            "x.geojson: the outline has 2 points (allowed: 4 to 100000), draw at least a triangle whose last point is "
            "its first");
}

TEST(Outlines, lie_beside_the_pilot_file) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("essaim_outline" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const std::string quarter =
      with(pilot_of({}), "kind = \"commune\"", "kind = \"neighbourhood\"\noutline = \"x.geojson\"");
  std::ofstream{folder / "essai.toml"} << quarter;
  const std::string missing = complaint([&] { load_pilot(folder / "essai.toml"); });
  EXPECT_NE(missing.find("essai.toml:4:11: "), std::string::npos) << missing;
  std::ofstream{folder / "x.geojson"}
      << R"({"type": "Polygon", "coordinates": [[[2.78, 50.45], [2.8, 50.45], [2.8, 50.46], [2.78, 50.45]]]})";
  EXPECT_EQ(load_pilot(folder / "essai.toml").outline.size(), 4u);
  std::filesystem::remove_all(folder);
}

}  // namespace

}  // namespace essaim::reader::testing
