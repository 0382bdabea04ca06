// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>

#include "models/commune/commune.h"
#include "scenarios/reader/csv.h"
#include "tests/shared_data.h"

// Olemps: a commune whose households INSEE counts by squares of 200 m (Filosofi 2015, Licence Ouverte). Totals of some
// columns are given as figures; what the others say together with them was not: it shows whether who lives with whom,
// how and where is right. The data are no part of the repository.

namespace essaim::reader {
namespace {

namespace fs = std::filesystem;
using commune::FigureId;

fs::path grid_file() { return shared_data::folder() / "olemps" / "population_grid_200m_filosofi2015.csv"; }

/// Sum of a column over the squares of the commune.
class Grid {
 public:
  explicit Grid(const fs::path& file) : table_{read_csv_file(file), file.string()} {}
  double sum(std::string_view column) const {
    const std::size_t commune = table_.require("commune");
    const std::size_t at = table_.require(column);
    double total = 0;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      if (table_.text(row, commune) == "12174") total += table_.number(row, at, {-1e12, 1e12});
    }
    return total;
  }

 private:
  CsvTable table_;
};

commune::Site olemps(const Grid& grid) {
  commune::Site site;
  site.id = "olemps";
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2015, "grid", Mark::published, false, true};
  };
  const double households = std::floor(grid.sum("men") + 0.5);
  set(FigureId::population, std::floor(grid.sum("ind") + 0.5));
  set(FigureId::households, households);
  set(FigureId::area, 1'279);
  set(FigureId::care_home_residents, 0);  // the grid counts members of households
  set(FigureId::one_person_households, grid.sum("men_1ind") / households);
  set(FigureId::lone_parents, grid.sum("men_fmp") / households);
  set(FigureId::owners, grid.sum("men_prop") / households);
  set(FigureId::flats, grid.sum("men_coll") / households);
  set(FigureId::houses, grid.sum("men_mais") / households);
  set(FigureId::social_housing, grid.sum("log_soc") / households);
  return site;
}

TEST(Olemps, has_the_households_of_the_grid_and_about_what_the_grid_says_besides) {
  const fs::path file = grid_file();
  if (!fs::exists(file)) GTEST_SKIP() << shared_data::absent(file);
  const Grid grid{file};
  const auto commune = make_commune(olemps(grid), commune::Parameters{}, commune::Uncertainty::fixed,
                                    {Date{2026, 6, 1}, 1, {}, {}}, Random{1, 0, "olemps"});
  const commune::Population& people = commune.population;
  double alone = 0;
  double large = 0;
  double lone = 0;
  double owners = 0;
  double area = 0;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    alone += people.persons[h] == 1 ? 1 : 0;
    large += people.persons[h] >= 5 ? 1 : 0;
    lone += people.type[h] == commune::HouseholdType::lone_parent ? 1 : 0;
    owners += people.tenure[h] == commune::Tenure::owner ? 1 : 0;
    area += static_cast<double>(people.area_m2[h]);
  }
  double minors = 0;
  double old = 0;
  for (const std::uint8_t age : people.age) minors += age < 18 ? 1 : 0, old += age >= 65 ? 1 : 0;
  // Given: 342, 102 and 1,060 of 1,314.
  EXPECT_NEAR(alone, grid.sum("men_1ind"), 7);
  EXPECT_NEAR(lone, grid.sum("men_fmp"), 3);
  EXPECT_NEAR(owners, grid.sum("men_prop"), 22);
  // Not given: sizes, ages (national stand-ins) and areas.
  RecordProperty("large", std::to_string(large));
  RecordProperty("minors", std::to_string(minors));
  RecordProperty("old", std::to_string(old));
  RecordProperty("area", std::to_string(area));
  EXPECT_NEAR(large, grid.sum("men_5ind"), 0.6 * grid.sum("men_5ind"));
  const double young = grid.sum("ind_0_3") + grid.sum("ind_4_5") + grid.sum("ind_6_10") + grid.sum("ind_11_17");
  EXPECT_NEAR(minors, young, 0.15 * young);
  const double aged = grid.sum("ind_65_79") + grid.sum("ind_80p");
  EXPECT_NEAR(old, aged, 0.25 * aged);
  EXPECT_NEAR(area, grid.sum("men_surf"), 0.15 * grid.sum("men_surf"));
}

}  // namespace
}  // namespace essaim::reader
