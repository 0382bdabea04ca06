// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/grid_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "scenarios/reader/grid_figures.h"
#include "scenarios/reader/load.h"
#include "scenarios/reader/pilot_reader.h"
#include "scenarios/reader/projection.h"
#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

namespace fs = std::filesystem;
using commune::FigureId;
using commune::GridCount;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// As the files of 2019, of 2017 and of 2015 name their columns.
const std::string counts_header =
    "ind,men,men_pauv,men_1ind,men_5ind,men_prop,men_fmp,men_coll,men_mais,log_soc,ind_0_3,ind_4_5,ind_6_10,ind_11_17,"
    "ind_18_24,ind_25_39,ind_40_54,ind_55_64,ind_65_79,ind_80p\n";
const std::string header = "idcar_200m,i_est_200,lcog_geo," + counts_header;
const std::string counts = ",100,40,4,10,2,30,3,8,32,2,4,2,5,14,7,15,21,10,15,7\n";
const std::string two_rows = "CRS3035RES200mN2387600E3728800,0,12174" + counts +
                             "CRS3035RES200mN2387400E3728800,1,12174" + counts +
                             "CRS3035RES200mN2387200E3728800,0,12202" + counts;

commune::Site olemps() {
  commune::Site site;
  site.id = "olemps";
  site.insee = "12174";
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
  };
  set(FigureId::population, 3'503);
  set(FigureId::households, 1'549);
  set(FigureId::area, 1'279);
  set(FigureId::care_home_residents, 0);
  return site;
}

commune::PopulationGrid read(const std::string& text, const commune::Site& site = olemps()) {
  return read_grid(CsvTable{text, "g.csv"}, site, {2019, "grid"});
}

std::string said(const std::string& text, const commune::Site& site = olemps()) {
  return complaint([&] { read(text, site); });
}

std::string said_of(const std::string& from, const std::string& to) {
  std::string text = header + two_rows;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return said(text.replace(at, from.size(), to));
}

TEST(GridReader, keeps_the_squares_of_the_site_from_south_to_north) {
  const auto grid = read(header + two_rows);
  ASSERT_EQ(grid.squares.size(), 2u);
  EXPECT_EQ(grid.squares[0].north_m, 2'387'400);
  EXPECT_EQ(grid.squares[1].north_m, 2'387'600);
  EXPECT_EQ(grid.squares[0].east_m, 3'728'800);
  EXPECT_EQ(grid.imputed(), 1u);
  EXPECT_EQ(grid.elsewhere, 1u);
  EXPECT_EQ(grid.sum(GridCount::owner), 60);
  EXPECT_EQ(grid.sum(GridCount::age_80_plus), 14);
  EXPECT_TRUE(grid.square_of_node.empty());
}

TEST(GridReader, knows_the_names_of_each_year) {
  const auto capitals = [](std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool first = i == 0 || text[i - 1] == ',';
      if (first && text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
    }
    return text;
  };
  EXPECT_EQ(read("Idcar_200m,I_est_200,lcog_geo," + capitals(counts_header) + two_rows).squares.size(), 2u);
  EXPECT_EQ(read("IdINSPIRE,I_est_cr,Depcom," + capitals(counts_header) + two_rows).squares.size(), 2u);
  EXPECT_EQ(read("cell_id,imputed,commune," + counts_header + two_rows).squares.size(), 2u);
}

TEST(GridReader, gives_each_commune_an_even_share_of_a_square_on_their_border) {
  std::string text = header + two_rows;
  text.replace(text.find(",12174"), 6, ",1217412202");
  const auto grid = read(text);
  EXPECT_EQ(grid.shared, 1u);
  EXPECT_EQ(grid.sum(GridCount::persons), 150);
  commune::Site both = olemps();
  both.kind = "communes";
  both.members = {"12174", "12202"};
  const auto whole = read(text, both);
  EXPECT_EQ(whole.shared, 0u);
  EXPECT_EQ(whole.sum(GridCount::persons), 300);
}

TEST(GridReader, knows_an_imputed_square_by_its_tenths) {
  std::string text = header + two_rows;
  text.replace(text.find(",100,40,"), 8, ",100,40.5,");
  EXPECT_EQ(read(text).imputed(), 2u);
}

TEST(GridReader, takes_the_centre_where_the_name_is_blank) {
  const Degrees centre = from_laea({3'728'900, 2'387'700});
  const auto row = "," + std::to_string(centre.latitude) + "," + std::to_string(centre.longitude) + ",12174" + counts;
  const auto grid = read("cell_id,lat,lon,commune," + counts_header + row);
  EXPECT_EQ(grid.squares[0].north_m, 2'387'600);
  EXPECT_EQ(grid.squares[0].east_m, 3'728'800);
}

TEST(GridReader, takes_the_squares_within_the_outline_of_a_neighbourhood) {
  commune::Site quarter = olemps();
  quarter.kind = "neighbourhood";
  const Degrees centre = from_laea({3'728'900, 2'387'300});  // of the square of the other commune
  const double d = 0.0005;
  quarter.outline = {{centre.longitude - d, centre.latitude - d},
                     {centre.longitude + d, centre.latitude - d},
                     {centre.longitude + d, centre.latitude + d},
                     {centre.longitude - d, centre.latitude + d}};
  const auto grid = read(header + two_rows, quarter);
  ASSERT_EQ(grid.squares.size(), 1u);
  EXPECT_EQ(grid.squares[0].north_m, 2'387'200);
}

TEST(GridReader, joins_squares_and_nodes_of_the_map) {
  commune::Site site = olemps();
  auto map = std::make_shared<commune::RoadMap>();
  const Degrees corner = from_laea({3'728'800, 2'387'600});
  map->latitude = corner.latitude;
  map->longitude = corner.longitude;
  const Plane plane{corner.latitude, corner.longitude};
  const auto add = [&](double east, double north) {
    const Degrees point = from_laea({3'728'800 + east, 2'387'600 + north});
    const Metres here = plane.at(point.latitude, point.longitude);
    map->nodes.push_back({here.x, here.y});
  };
  add(1, 1);
  add(199, 199);
  add(1, -1);
  add(-1, 1);
  add(100, -201);
  site.map = map;
  const auto grid = read(header + two_rows, site);
  EXPECT_EQ(grid.square_of_node, (std::vector<std::uint32_t>{1, 1, 0, commune::no_square, commune::no_square}));
  map->latitude += 1;
  EXPECT_THAT(said(header + two_rows, site), HasSubstr("are not on the map, which is around 45."));
}

TEST(GridReader, refuses_each_fault_where_it_is) {
  EXPECT_EQ(said_of("N2387600E", "N2387650E"),
            "g.csv:2:1: idcar_200m is \"CRS3035RES200mN2387650E3728800\" (expected a square such as "
            "CRS3035RES200mN2387600E3728800), copy it from INSEE's file");
  EXPECT_THAT(said_of("CRS3035", "CRS2975"), HasSubstr("only the grid of metropolitan France can be read"));
  EXPECT_THAT(said_of("RES200m", "RES1000m"), HasSubstr("take the squares of 200 m"));
  EXPECT_THAT(said_of("CRS3035RES200mN2387600E3728800", ""), StartsWith("g.csv:2:1: idcar_200m is \"\""));
  EXPECT_EQ(said_of("N2387400E", "N2387600E"),
            "g.csv:3:1: square N2387600E3728800 is here again (each comes once), remove one line");
  EXPECT_EQ(said_of(",100,40,", ",-1,40,"), "g.csv:2:40: ind is -1 (allowed: 0 to 50000), correct it");
  EXPECT_EQ(said_of(",100,40,", ",30,40,"),
            "g.csv:2:43: men 40 is more than ind 30 (allowed: at most as many), correct the line");
  EXPECT_EQ(said_of(",100,40,4,", ",100,40,41,"),
            "g.csv:2:47: men_pauv 41 is more than men 40 (allowed: at most as many), correct the line");
  EXPECT_THAT(said_of("12174,100", "2174,100"), StartsWith("g.csv:2:34: lcog_geo is \"2174\" (expected codes of"));
  EXPECT_THAT(said_of(",1,12174", ",2,12174"), StartsWith("g.csv:3:32: i_est_200 is \"2\" (allowed: 0, 1)"));
  EXPECT_THAT(said_of("men_5ind", "men_5"), StartsWith("g.csv:1:1: no column \"men_5ind\" (columns here: idcar_200m,"));
  EXPECT_THAT(said_of("lcog_geo", "town"),
              StartsWith("g.csv:1:1: no column \"lcog_geo\" or \"depcom\" or \"commune\""));
}

TEST(GridReader, refuses_files_that_are_no_grid_of_the_site) {
  commune::Site other = olemps();
  other.insee = "35236";
  EXPECT_EQ(said(header + two_rows, other),
            "g.csv: no square of 35236 (its 3 squares are those of 12174, 12202), take the file of the right place, or "
            "correct insee");
  EXPECT_THAT(said("", other), HasSubstr("g.csv"));
  EXPECT_THAT(said(header), HasSubstr("no row below the names of columns"));
  EXPECT_THAT(said("name = 1\nvalue = 2\n"), HasSubstr("no column \"idcar_200m\" or \"idinspire\" or \"cell_id\""));
  EXPECT_THAT(said(std::string(1000, '\x01')), StartsWith("g.csv:1:1: "));
  std::string semicolons = header + two_rows;
  std::replace(semicolons.begin(), semicolons.end(), ',', ';');
  EXPECT_THAT(said(semicolons), HasSubstr("expected commas"));
  commune::Site several = olemps();
  several.kind = "communes";
  EXPECT_THAT(said(header + two_rows, several), HasSubstr("add members = [...]"));
  several.kind = "neighbourhood";
  EXPECT_THAT(said(header + two_rows, several), HasSubstr("add outline ="));
}

commune::Site filled(commune::Site site, std::vector<std::string>* left_out = nullptr) {
  site.grid = std::make_shared<commune::PopulationGrid>(read(header + two_rows, site));
  const auto left = add_grid_figures(site);
  if (left_out != nullptr) *left_out = left;
  return site;
}

TEST(GridFigures, are_the_shares_of_the_squares) {
  const commune::Site site = filled(olemps());
  EXPECT_EQ(site.value(FigureId::population), 3'503);
  EXPECT_EQ(site.value(FigureId::households), 1'549);
  EXPECT_DOUBLE_EQ(site.value(FigureId::one_person_households), 0.25);
  EXPECT_DOUBLE_EQ(site.value(FigureId::households_of_five), 0.05);
  EXPECT_DOUBLE_EQ(site.value(FigureId::lone_parents), 0.075);
  EXPECT_DOUBLE_EQ(site.value(FigureId::owners), 0.75);
  EXPECT_DOUBLE_EQ(site.value(FigureId::social_housing), 0.05);
  EXPECT_DOUBLE_EQ(site.value(FigureId::houses), 0.8);
  EXPECT_DOUBLE_EQ(site.value(FigureId::flats), 0.2);
  // Of 100: 0-3 4, 4-5 2, 6-10 5, 11-17 14, 18-24 7, 25-39 15, 40-54 21, 55-64 10, 65-79 15, 80+ 7.
  EXPECT_NEAR(site.value(FigureId::age_0_14), 0.11 + 0.14 * 4 / 7, 1e-6);
  EXPECT_NEAR(site.value(FigureId::age_15_29), 0.14 * 3 / 7 + 0.07 + 0.15 * 5 / 15, 1e-6);
  EXPECT_NEAR(site.value(FigureId::age_60_74), 0.05 + 0.15 * 10 / 15, 1e-6);
  EXPECT_NEAR(site.value(FigureId::age_75_plus), 0.07 + 0.15 * 5 / 15, 1e-6);
  EXPECT_EQ(site.value(FigureId::residents_15_64), std::round(3'503 * (0.14 * 3 / 7 + 0.07 + 0.15 + 0.21 + 0.1)));
  const commune::Figure owners = site.figure(FigureId::owners);
  EXPECT_EQ(owners.year, 2019);
  EXPECT_EQ(owners.mark, Mark::published);
  EXPECT_EQ(owners.source, "grid (computed: men_prop over 2 squares)");
  EXPECT_FALSE(site.figures[static_cast<std::size_t>(FigureId::poverty_rate)].present);
}

TEST(GridFigures, give_way_to_those_of_the_file) {
  commune::Site site = olemps();
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "file", Mark::published, false, true};
  };
  set(FigureId::owners, 0.99);  // leaves no room for 5 % of social housing
  set(FigureId::houses, 0.9);
  set(FigureId::age_0_14, 0.2);
  std::vector<std::string> left_out;
  const commune::Site of = filled(site, &left_out);
  EXPECT_EQ(of.figure(FigureId::owners).source, "file");
  EXPECT_EQ(of.value(FigureId::houses), 0.9);
  EXPECT_FALSE(of.figures[static_cast<std::size_t>(FigureId::flats)].present);
  EXPECT_FALSE(of.figures[static_cast<std::size_t>(FigureId::age_75_plus)].present);
  EXPECT_FALSE(of.figures[static_cast<std::size_t>(FigureId::social_housing)].present);
  EXPECT_TRUE(of.figures[static_cast<std::size_t>(FigureId::one_person_households)].present);
  EXPECT_EQ(left_out, std::vector<std::string>{"social_housing"});
  EXPECT_THAT(grid_notes(of, left_out).back(), HasSubstr("without a territory"));
}

std::string entry_said(const std::string& line) {
  return complaint([&] {
    const Document document = parse_document(line, "p.toml");
    read_grid_entry(document, *document.root.find("grid"));
  });
}

TEST(GridKey, is_a_file_or_a_table) {
  const Document plain = parse_document("grid = \"g.csv\"", "p.toml");
  const GridEntry short_form = read_grid_entry(plain, *plain.root.find("grid"));
  EXPECT_EQ(short_form.file, "g.csv");
  EXPECT_EQ(short_form.from.year, 0);
  const Document table = parse_document("grid = { file = \"g.csv\", year = 2021 }", "p.toml");
  const GridEntry long_form = read_grid_entry(table, *table.root.find("grid"));
  EXPECT_EQ(long_form.from.year, 2021);
  EXPECT_EQ(long_form.from.source, "INSEE, données carroyées Filosofi 2021");
  EXPECT_THAT(entry_said("grid = 12"), StartsWith("p.toml:1:8: grid is the number 12 (expected the name of a file"));
  EXPECT_THAT(entry_said("grid = { year = 2021 }"), HasSubstr("file"));
  EXPECT_THAT(entry_said("grid = { file = \"g.csv\", yaer = 2021 }"), HasSubstr("did you mean \"year\""));
  EXPECT_THAT(entry_said("grid = { file = \"g.csv\", year = 2018 }"), HasSubstr("has 2015, 2017, 2019 and 2021"));
}

TEST(GridKey, is_followed_from_a_pilot_file) {
  const fs::path folder = fs::path{::testing::TempDir()} / "essaim_grid_key";
  fs::create_directories(folder);
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream{folder / name, std::ios::binary} << text;
  };
  const std::string pilot =
      "name = \"Essai\"\ninsee = \"12174\"\n"
      "population = { value = \"3503 persons\", year = 2021, source = \"a page\", mark = \"published\" }\n"
      "area = { value = \"500 ha\", year = 2021, source = \"a page\", mark = \"published\" }\n"
      "grid = { file = \"g.csv\", year = 2019 }\n";
  write("essai.toml", pilot);
  write("g.csv", header + two_rows);
  const CheckedFile checked = check_file(folder / "essai.toml");
  ASSERT_EQ(checked.warnings.size(), 2u);
  EXPECT_THAT(checked.warnings[0], HasSubstr("essai.toml:5:17: 2 squares of the grid, 1 of them imputed by INSEE"));
  EXPECT_THAT(checked.warnings[1], HasSubstr("without a territory"));
  const commune::Site site = load_pilot(folder / "essai.toml");
  EXPECT_DOUBLE_EQ(site.value(FigureId::owners), 0.75);
  EXPECT_EQ(site.credits.back(), "Source : Insee, données carroyées, Licence Ouverte 2.0");

  write("g.csv", std::string(50'000'000, 'x'));
  const std::string noise = complaint([&] { load_pilot(folder / "essai.toml"); });
  EXPECT_THAT(noise, HasSubstr("g.csv: the file has 50000000 bytes (allowed: at most 16000000, for results keep it)"));
  write("g.csv", "");
  EXPECT_THAT(complaint([&] { load_pilot(folder / "essai.toml"); }), HasSubstr("the file is empty"));
  fs::remove(folder / "g.csv");
  EXPECT_THAT(complaint([&] { load_pilot(folder / "essai.toml"); }), HasSubstr("no such file"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace essaim::reader::testing
