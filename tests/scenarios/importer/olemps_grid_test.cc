// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Olemps, whole: IGN's roads and buildings with INSEE's squares of 200 m. Who lives in each square is counted here from
// nodes and households, and squares are found by the centres that their file gives in degrees.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "models/commune/commune.h"
#include "models/commune/grid_homes.h"
#include "scenarios/importer/import.h"
#include "scenarios/reader/csv.h"
#include "scenarios/reader/grid_figures.h"
#include "scenarios/reader/grid_reader.h"
#include "scenarios/reader/projection.h"
#include "tests/shared_data.h"

namespace essaim::importer::test {

namespace {

namespace fs = std::filesystem;
using commune::FigureId;
using commune::Population;

fs::path grid_file() { return shared_data::folder() / "olemps" / "population_grid_200m_filosofi2015.csv"; }

/// A square as its file has it, and its four corners on the map.
struct Square {
  std::size_t row;
  std::array<reader::Metres, 4> corners;
  bool has(double x, double y) const {
    for (std::size_t i = 0; i < 4; ++i) {
      const reader::Metres a = corners[i];
      const reader::Metres b = corners[(i + 1) % 4];
      if ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0) return false;
    }
    return true;
  }
};

class OlempsGrid : public ::testing::Test {
 protected:
  void SetUp() override {
    const fs::path folder = shared_data::folder() / "olemps";
    if (!fs::exists(grid_file())) GTEST_SKIP() << shared_data::absent(grid_file());
    const CsvSource source{folder / "roads_bdtopo_v3.nodes.csv", folder / "roads_bdtopo_v3.edges.csv",
                           folder / "buildings_bdtopo_v3.csv", "Licence Ouverte 2.0", "IGN – BD TOPO, 2022"};
    table_ = std::make_unique<reader::CsvTable>(reader::read_csv_file(grid_file()), "grid.csv");
    site_.id = "olemps";
    site_.insee = "12174";
    site_.map = std::make_shared<commune::RoadMap>(import_csv(source).map);
    site_.settlement = commune::Settlement::suburb;
    set(FigureId::population, 3'503);
    set(FigureId::households, 1'549);
    set(FigureId::area, 1'279);
    set(FigureId::care_home_residents, 0);
    site_.grid = std::make_shared<commune::PopulationGrid>(reader::read_grid(*table_, site_, {2015, "grid"}));
    EXPECT_TRUE(reader::add_grid_figures(site_).empty());
    find_squares();
  }

  void set(FigureId id, double value) {
    site_.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
  }

  void find_squares() {
    const reader::Plane plane{site_.map->latitude, site_.map->longitude};
    for (std::size_t row = 0; row < table_->rows(); ++row) {
      if (table_->text(row, table_->require("commune")) != "12174") continue;
      const reader::Metres centre = reader::to_laea({table_->number(row, table_->require("lat"), {41, 52}),
                                                     table_->number(row, table_->require("lon"), {-6, 10})});
      const auto corner = [&](double east, double north) {
        const reader::Degrees point = reader::from_laea({centre.x + east, centre.y + north});
        return plane.at(point.latitude, point.longitude);
      };
      squares_.push_back({row, {corner(-100, -100), corner(100, -100), corner(100, 100), corner(-100, 100)}});
    }
  }

  commune::Commune made(std::uint32_t replicate = 0) const {
    return make_commune(site_, commune::Parameters{}, commune::Uncertainty::fixed, {Date{2026, 6, 1}, 1, {}, {}},
                        Random{3, replicate, site_.id});
  }

  double in_file(const Square& square, std::string_view column) const {
    return table_->number(square.row, table_->require(column), {-1e12, 1e12});
  }
  double in_file(std::string_view column) const {
    double total = 0;
    for (const Square& square : squares_) total += in_file(square, column);
    return total;
  }

  /// By square, the sum over the households whose home is there.
  std::vector<double> lived(const commune::Commune& commune, const Population& people, auto&& count) const {
    std::vector<double> sums(squares_.size(), 0);
    for (std::uint32_t h = 0; h < people.households(); ++h) {
      const Node& home = site_.map->nodes[commune.territory.homes[h].index()];
      for (std::size_t s = 0; s < squares_.size(); ++s) {
        if (squares_[s].has(home.x_m, home.y_m)) sums[s] += count(people, h);
      }
    }
    return sums;
  }

  double correlation(const std::vector<double>& lived, std::string_view column) const {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t s = 0; s < squares_.size(); ++s) {
      const double a = in_file(squares_[s], column);
      const double b = lived[s];
      n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
    }
    return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
  }

  commune::Site site_;
  std::unique_ptr<reader::CsvTable> table_;
  std::vector<Square> squares_;
};

TEST_F(OlempsGrid, has_in_each_square_the_households_that_insee_counts) {
  ASSERT_EQ(squares_.size(), 116u);
  const commune::Commune commune = made();
  const auto homes = lived(commune, commune.population, [](const Population&, std::uint32_t) { return 1.0; });
  const double scale = 1'549 / in_file("men");
  // Squares that keep what they have and are given nothing: those with a node, beside which none without lies.
  std::size_t checked = 0;
  double placed = 0;
  for (std::size_t s = 0; s < squares_.size(); ++s) placed += homes[s];
  EXPECT_NEAR(placed, 1'549, 16);  // a node outside all squares may stand for one without any
  for (std::uint32_t s = 0; s < site_.grid->squares.size(); ++s) {
    const auto& host = commune.territory.squares.host;
    if (std::ranges::count(host, s) != 1 || host[s] != s) continue;
    const auto& square = site_.grid->squares[s];
    const auto own = std::ranges::find_if(squares_, [&](const Square& one) { return one.has(square.x_m, square.y_m); });
    ASSERT_NE(own, squares_.end());
    const double wanted = scale * in_file(*own, "men");
    const double found = homes[static_cast<std::size_t>(own - squares_.begin())];
    if (found == 0 && wanted > 2) continue;  // hosted outside
    EXPECT_NEAR(found, wanted, std::max(2.0, 0.02 * wanted)) << s;
    ++checked;
  }
  EXPECT_GT(checked, 60u);
  RecordProperty("squares_checked", std::to_string(checked));
}

TEST_F(OlempsGrid, tells_who_lives_in_which_square) {
  const commune::Commune commune = made();
  const Population before = draw_population(commune.figures, commune.known, commune.parameters, Random{3, 0, site_.id});
  const auto expect_follows = [&](std::string_view column, double least, auto&& count) {
    const double with = correlation(lived(commune, commune.population, count), column);
    const double without = correlation(lived(commune, before, count), column);
    EXPECT_GT(with, least) << column;
    EXPECT_GT(with, without) << column;
    std::printf("%-10s correlation %.3f, without exchange %.3f\n", std::string{column}.c_str(), with, without);
  };
  expect_follows("men_prop", 0.9, [](const Population& people, std::uint32_t h) {
    return people.tenure[h] == commune::Tenure::owner ? 1.0 : 0.0;
  });
  expect_follows("men_mais", 0.9, [](const Population& people, std::uint32_t h) {
    return people.dwelling[h] == commune::Dwelling::house ? 1.0 : 0.0;
  });
  expect_follows("men_1ind", 0.9,
                 [](const Population& people, std::uint32_t h) { return people.persons[h] == 1 ? 1.0 : 0.0; });
  expect_follows("ind", 0.9, [](const Population& people, std::uint32_t h) { return 1.0 * people.persons[h]; });
  expect_follows("men_fmp", 0.8, [](const Population& people, std::uint32_t h) {
    return people.type[h] == commune::HouseholdType::lone_parent ? 1.0 : 0.0;
  });
  expect_follows("men_5ind", 0.8,
                 [](const Population& people, std::uint32_t h) { return people.persons[h] >= 5 ? 1.0 : 0.0; });
  expect_follows("men_pauv", 0.8, [](const Population& people, std::uint32_t h) {
    return people.is(commune::Weakness::poor, h) ? 1.0 : 0.0;
  });
  const auto fits = grid_fit(commune.population, commune.territory.homes, *site_.grid, commune.territory.squares);
  for (const commune::GridFit& fit : fits) {
    const auto name = commune::grid_column_infos()[static_cast<std::size_t>(fit.column)].name;
    std::printf("%-15s grid %6.0f lived %6.0f misplaced %5.1f %% r %.3f\n", std::string{name}.c_str(), fit.grid,
                fit.lived, 100 * fit.misplaced, fit.correlation);
    // Sixty households of five live in a hundred squares, which mostly count tenths of one.
    EXPECT_LT(fit.misplaced, fit.column == commune::GridColumn::five_or_more ? 0.2 : 0.1) << name;
  }
}

TEST_F(OlempsGrid, gives_the_commune_its_old_and_its_large_households) {
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
    const Population people = made(replicate).population;
    const double old =
        static_cast<double>(std::ranges::count_if(people.age, [](std::uint8_t age) { return age >= 65; }));
    const double large =
        static_cast<double>(std::ranges::count_if(people.persons, [](std::uint8_t persons) { return persons >= 5; }));
    // Ages unknown to INSEE apart.
    const double aged = (in_file("ind_65_79") + in_file("ind_80p")) / (in_file("ind") - in_file("ind_inc"));
    EXPECT_NEAR(old, 3'503 * aged, 0.05 * 3'503 * aged);
    EXPECT_NEAR(large, 1'549 * in_file("men_5ind") / in_file("men"),
                0.05 * 1'549 * in_file("men_5ind") / in_file("men"));
  }
}

TEST_F(OlempsGrid, is_drawn_alike_for_the_same_key) {
  const commune::Commune once = made();
  const commune::Commune again = made();
  EXPECT_EQ(once.population.age, again.population.age);
  EXPECT_EQ(once.population.tenure, again.population.tenure);
  EXPECT_TRUE(std::ranges::equal(once.territory.homes, again.territory.homes));
}

}  // namespace
}  // namespace essaim::importer::test
