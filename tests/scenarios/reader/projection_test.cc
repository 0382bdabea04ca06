// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/projection.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "scenarios/reader/csv.h"
#include "tests/shared_data.h"

namespace essaim::reader {
namespace {

TEST(Projection, gives_the_worked_example_of_guidance_note_7_2) {
  // EPSG method 9820: 50 N 5 E is E 3,962,799.45 m, N 2,999,718.85 m.
  const Metres there = to_laea({50, 5});
  EXPECT_NEAR(there.x, 3'962'799.45, 0.005);
  EXPECT_NEAR(there.y, 2'999'718.85, 0.005);
  const Degrees back = from_laea({3'962'799.45, 2'999'718.85});
  EXPECT_NEAR(back.latitude, 50, 1e-7);
  EXPECT_NEAR(back.longitude, 5, 1e-7);
  const Degrees centre = from_laea({4'321'000, 3'210'000});
  EXPECT_NEAR(centre.latitude, 52, 1e-12);
  EXPECT_NEAR(centre.longitude, 10, 1e-12);
}

TEST(Projection, comes_back_to_where_it_was_all_over_france) {
  for (double latitude = 41; latitude <= 51.5; latitude += 0.7) {
    for (double longitude = -5.5; longitude <= 10; longitude += 0.7) {
      const Degrees back = from_laea(to_laea({latitude, longitude}));
      EXPECT_NEAR(back.latitude, latitude, 1e-8);
      EXPECT_NEAR(back.longitude, longitude, 1e-8);
      const Plane plane{latitude, longitude};
      const Metres near = plane.at(latitude + 0.03, longitude - 0.04);
      EXPECT_NEAR(plane.back(near).latitude, latitude + 0.03, 1e-12);
      EXPECT_NEAR(plane.back(near).longitude, longitude - 0.04, 1e-12);
    }
  }
}

TEST(Projection, finds_the_squares_of_olemps_where_their_file_says) {
  const auto file = shared_data::folder() / "olemps" / "population_grid_200m_filosofi2015.csv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << shared_data::absent(file);
  const CsvTable table{read_csv_file(file), file.string()};
  int squares = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string id = table.text(row, table.require("cell_id"));
    if (id.empty()) continue;
    ++squares;
    const auto north = static_cast<double>(std::stol(id.substr(id.find('N') + 1)));
    const auto east = static_cast<double>(std::stol(id.substr(id.rfind('E') + 1)));
    const Degrees centre = from_laea({east + 100, north + 100});
    EXPECT_NEAR(centre.latitude, table.number(row, table.require("lat"), {41, 52}), 1e-6);
    EXPECT_NEAR(centre.longitude, table.number(row, table.require("lon"), {-6, 10}), 1e-6);
  }
  EXPECT_EQ(squares, 444);
}

}  // namespace
}  // namespace essaim::reader
