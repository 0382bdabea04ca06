// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as a grid of squares, for a commune without a map, one with a map, and a neighbourhood: either it is read,
/// its figures and notes made, and a few homes placed, or an InputError says where and why. Nothing else may happen.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "models/commune/grid_homes.h"
#include "scenarios/reader/grid_figures.h"
#include "scenarios/reader/grid_reader.h"
#include "scenarios/reader/input_error.h"
#include "tests/fuzz/parts.h"

namespace {

using namespace essaim;

commune::Site commune_of_squares() {
  commune::Site site;
  site.insee = "12174";
  const auto set = [&](commune::FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "fuzz", Mark::published, false, true};
  };
  set(commune::FigureId::population, 3'503);
  set(commune::FigureId::households, 1'549);
  set(commune::FigureId::area, 1'279);
  return site;
}

std::shared_ptr<commune::RoadMap> small_map() {
  auto map = std::make_shared<commune::RoadMap>();
  map->latitude = 44.335;
  map->longitude = 2.577;
  for (int i = 0; i < 16; ++i) map->nodes.push_back({150.0 * (i % 4), 150.0 * static_cast<double>(i / 4)});
  return map;
}

void read_for(commune::Site site, std::string_view bytes) {
  site.grid = std::make_shared<commune::PopulationGrid>(
      reader::read_grid(reader::CsvTable{std::string{bytes}, "fuzz.csv"}, site, {2019, "fuzz"}));
  if (reader::grid_notes(site, reader::add_grid_figures(site)).empty()) std::abort();
  if (!site.map) return;
  const std::array<std::uint32_t, 4> drivable = {0, 3, 7, 15};
  const auto homes = homes_in_grid(*site.map, *site.grid, {}, drivable, 50, Random{1, 0, "fuzz"});
  if (homes.homes.size() != 50) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  commune::Site plain = commune_of_squares();
  commune::Site mapped = plain;
  mapped.map = small_map();
  commune::Site quarter = plain;
  quarter.kind = "neighbourhood";
  quarter.outline = {{2.5, 44.3}, {2.6, 44.3}, {2.6, 44.4}, {2.5, 44.3}};
  for (const commune::Site& site : {plain, mapped, quarter}) {
    try {
      read_for(site, bytes);
    } catch (const reader::InputError& error) {
      fuzz::expect_message(error.what(), "fuzz.csv");
    }
  }
  return 0;
}
