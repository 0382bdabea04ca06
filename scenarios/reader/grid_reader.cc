// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/grid_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/projection.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

using commune::GridCount;
using commune::GridSquare;
using commune::PopulationGrid;
using commune::Site;

constexpr std::int32_t side_m = static_cast<std::int32_t>(commune::grid_square_m);
constexpr Range counts_allowed = {0, 50'000};  // the densest square of Europe holds fewer
constexpr double tenth = 0.11;                 // imputed counts are rounded to tenths
constexpr double near_map_m = 1'000;
constexpr std::string_view id_example = "CRS3035RES200mN2387600E3728800";

struct Corner {
  std::int32_t north = 0;
  std::int32_t east = 0;
};

/// Digits at the start of `text`, which they leave.
std::optional<std::int32_t> take_number(std::string_view& text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || text.front() == '-') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

std::optional<Corner> corner_of(std::string_view id) {
  if (!take(id, "CRS3035RES200mN")) return std::nullopt;
  const auto north = take_number(id);
  if (!north || !take(id, "E")) return std::nullopt;
  const auto east = take_number(id);
  if (!east || !id.empty() || *north % side_m != 0 || *east % side_m != 0) return std::nullopt;
  return Corner{*north, *east};
}

double rounded(double metres) { return std::round(metres * 1000) / 1000; }  // the last bits of libraries differ

Corner corner_around(Metres laea) {
  const auto down = [](double metres) {
    return static_cast<std::int32_t>(std::floor(rounded(metres) / side_m)) * side_m;
  };
  return {down(laea.y), down(laea.x)};
}

Degrees centre_of(const GridSquare& square) {
  return from_laea({square.east_m + side_m / 2.0, square.north_m + side_m / 2.0});
}

/// Even-odd rule.
bool is_inside(const std::vector<std::array<double, 2>>& ring, Degrees point) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const auto& [ax, ay] = ring[i];
    const auto& [bx, by] = ring[j];
    if ((ay > point.latitude) == (by > point.latitude)) continue;
    if (point.longitude < (bx - ax) * (point.latitude - ay) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

class GridReader {
 public:
  GridReader(const CsvTable& table, const Site& site) : table_{table}, site_{site} {
    id_ = require({"idcar_200m", "idinspire", "cell_id"});
    latitude_ = table.find_folded("lat");
    longitude_ = table.find_folded("lon");
    if (site.outline.empty()) {
      commune_ = require({"lcog_geo", "depcom", "commune"});
      codes_ = site.members.empty() ? std::vector{site.insee} : site.members;
    }
    imputed_ = find({"i_est_200", "i_est_cr", "i_car", "imputed"});
    for (std::size_t c = 0; c < commune::grid_counts; ++c) columns_[c] = require({commune::grid_count_names[c]});
  }

  PopulationGrid read() {
    PopulationGrid grid;
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> rows;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      GridSquare square = read_corner(row);
      const double share = share_of_site(row, square);
      if (share < 1 && share > 0) ++grid.shared;
      if (share <= 0) {
        ++grid.elsewhere;
        continue;
      }
      const auto [first, is_new] = rows.try_emplace({square.north_m, square.east_m}, row);
      if (!is_new) {
        table_.refuse(row, id_, "square " + name_of(square) + " is here again (each comes once), remove one line");
      }
      square.imputed = imputed_ && table_.flag(row, *imputed_);
      read_counts(row, share, square);
      grid.squares.push_back(square);
    }
    // By corner, which is unique.
    std::ranges::sort(grid.squares, {}, [](const GridSquare& s) { return std::pair{s.north_m, s.east_m}; });
    if (grid.squares.empty()) refuse_elsewhere();
    if (grid.sum(GridCount::households) < 1) {
      table_.refuse_file("its squares of this site have no households (men is 0), take the complete file of INSEE");
    }
    return grid;
  }

 private:
  std::optional<std::size_t> find(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      if (const auto found = table_.find_folded(name)) return found;
    }
    return std::nullopt;
  }

  std::size_t require(std::initializer_list<std::string_view> names) const {
    if (const auto found = find(names)) return *found;
    std::string wanted;
    for (const std::string_view name : names) wanted += (wanted.empty() ? "" : " or ") + in_quotes(name);
    throw InputError{table_.name() + ":1:1", "no column " + wanted + " (columns here: " + listed(table_.columns()) +
                                                 "), take a file of INSEE's 200 m squares as it is published"};
  }

  static std::string name_of(const GridSquare& square) {
    return "N" + std::to_string(square.north_m) + "E" + std::to_string(square.east_m);
  }

  GridSquare read_corner(std::size_t row) const {
    GridSquare square;
    const std::string id = table_.text(row, id_);
    if (id.empty() && latitude_ && longitude_ && !table_.is_blank(row, *latitude_)) {
      const Degrees centre = {table_.number(row, *latitude_, {41, 52}), table_.number(row, *longitude_, {-6, 10})};
      const Corner corner = corner_around(to_laea(centre));
      square.north_m = corner.north;
      square.east_m = corner.east;
      return square;
    }
    const std::optional<Corner> corner = corner_of(id);
    if (!corner) {
      const bool other_crs = id.starts_with("CRS") && !id.starts_with("CRS3035");
      const bool other_side = id.starts_with("CRS3035RES") && !id.starts_with("CRS3035RES200m");
      table_.refuse(row, id_,
                    table_.columns()[id_] + " is " + in_quotes(id) + " (expected a square such as " +
                        std::string{id_example} + "), " +
                        (other_crs    ? "only the grid of metropolitan France can be read"
                         : other_side ? "take the squares of 200 m"
                                      : "copy it from INSEE's file"));
    }
    square.north_m = corner->north;
    square.east_m = corner->east;
    return square;
  }

  /// What the site has of a square, 0 to 1.
  double share_of_site(std::size_t row, const GridSquare& square) {
    if (!commune_) return is_inside(site_.outline, centre_of(square)) ? 1 : 0;
    const std::string codes = table_.text(row, *commune_);
    if (codes.empty() || codes.size() % 5 != 0) {
      table_.refuse(row, *commune_,
                    table_.columns()[*commune_] + " is " + in_quotes(codes) +
                        " (expected codes of communes of five characters each, such as 01004), export the column as "
                        "text, with its zeros");
    }
    double ours = 0;
    for (std::size_t at = 0; at < codes.size(); at += 5) {
      const std::string code = codes.substr(at, 5);
      ++squares_of_[code];
      ours += std::ranges::find(codes_, code) != codes_.end() ? 1 : 0;
    }
    return ours / (static_cast<double>(codes.size()) / 5);
  }

  void read_counts(std::size_t row, double share, GridSquare& square) const {
    for (std::size_t c = 0; c < commune::grid_counts; ++c) {
      square.counts[c] = table_.number(row, columns_[c], counts_allowed);
    }
    const auto refuse_above = [&](GridCount part, GridCount whole) {
      if (square.count(part) <= square.count(whole) + tenth) return;
      const auto name = [](GridCount c) { return std::string{commune::grid_count_names[static_cast<std::size_t>(c)]}; };
      table_.refuse(row, columns_[static_cast<std::size_t>(part)],
                    name(part) + " " + rounded_text(square.count(part)) + " is more than " + name(whole) + " " +
                        rounded_text(square.count(whole)) + " (allowed: at most as many), correct the line");
    };
    refuse_above(GridCount::households, GridCount::persons);
    for (auto c = static_cast<std::size_t>(GridCount::poor); c < commune::grid_counts; ++c) {
      const bool of_persons = c >= static_cast<std::size_t>(GridCount::age_0_3);
      refuse_above(static_cast<GridCount>(c), of_persons ? GridCount::persons : GridCount::households);
    }
    // Some files have lost the flag; whole households are counted, tenths are imputed.
    const double households = square.count(GridCount::households);
    square.imputed = square.imputed || households != std::floor(households);
    for (double& count : square.counts) count *= share;
  }

  [[noreturn]] void refuse_elsewhere() const {
    if (!commune_) {
      table_.refuse_file("none of its " + std::to_string(table_.rows()) +
                         " squares lies within the outline of the site, take the file of the right place");
    }
    std::vector<std::pair<std::size_t, std::string>> most;
    for (const auto& [code, count] : squares_of_) most.emplace_back(count, code);
    std::ranges::sort(most, [](const auto& a, const auto& b) {  // by number, then by code, which is unique
      return std::tuple(b.first, a.second) < std::tuple(a.first, b.second);
    });
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < std::min<std::size_t>(5, most.size()); ++i) codes.push_back(most[i].second);
    table_.refuse_file("no square of " + listed(codes_) + " (its " + std::to_string(table_.rows()) +
                       " squares are those of " + listed(codes) + (most.size() > codes.size() ? " ..." : "") +
                       "), take the file of the right place, or correct insee");
  }

  const CsvTable& table_;
  const Site& site_;
  std::vector<std::string> codes_;
  std::map<std::string, std::size_t> squares_of_;
  std::size_t id_ = 0;
  std::optional<std::size_t> latitude_, longitude_, commune_, imputed_;
  std::array<std::size_t, commune::grid_counts> columns_{};
};

void join_to_map(const CsvTable& table, const commune::RoadMap& map, PopulationGrid& grid) {
  const Plane plane{map.latitude, map.longitude};
  std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t> numbers;
  for (std::uint32_t s = 0; s < grid.squares.size(); ++s) {
    GridSquare& square = grid.squares[s];
    const Degrees centre = centre_of(square);
    const Metres here = plane.at(centre.latitude, centre.longitude);
    square.x_m = rounded(here.x);
    square.y_m = rounded(here.y);
    numbers.emplace(std::pair{square.north_m, square.east_m}, s);
  }
  Node low{1e9, 1e9};
  Node high{-1e9, -1e9};
  for (const Node& node : map.nodes) {
    low = {std::min(low.x_m, node.x_m), std::min(low.y_m, node.y_m)};
    high = {std::max(high.x_m, node.x_m), std::max(high.y_m, node.y_m)};
    const Corner corner = corner_around(to_laea(plane.back({node.x_m, node.y_m})));
    const auto found = numbers.find({corner.north, corner.east});
    grid.square_of_node.push_back(found == numbers.end() ? commune::no_square : found->second);
  }
  const bool is_near = std::ranges::any_of(grid.squares, [&](const GridSquare& s) {
    return s.x_m > low.x_m - near_map_m && s.x_m < high.x_m + near_map_m && s.y_m > low.y_m - near_map_m &&
           s.y_m < high.y_m + near_map_m;
  });
  if (is_near) return;
  const Degrees there = centre_of(grid.squares.front());
  const auto text = [](double degrees) { return rounded_text(std::round(degrees * 1000) / 1000); };
  table.refuse_file("its squares, near latitude " + text(there.latitude) + " longitude " + text(there.longitude) +
                    ", are not on the map, which is around " + text(map.latitude) + " " + text(map.longitude) +
                    " (expected within 1 km of it), take the grid and the territory of the same place");
}

void refuse_unknown_place(const CsvTable& table, const Site& site) {
  if (site.kind == "communes" && site.members.empty()) {
    table.refuse_file(
        "the site is several communes and does not say which (their squares are found by code), add "
        "members = [...] to the pilot file");
  }
  if (site.kind == "neighbourhood" && site.outline.empty()) {
    table.refuse_file(
        "the site is a neighbourhood without an outline (its squares are those inside), add outline = "
        "\"... .geojson\" to the pilot file");
  }
}

}  // namespace

PopulationGrid read_grid(const CsvTable& table, const Site& site, GridSource from) {
  refuse_unknown_place(table, site);
  PopulationGrid grid = GridReader{table, site}.read();
  grid.year = from.year;
  grid.source = std::move(from.source);
  if (site.map) join_to_map(table, *site.map, grid);
  return grid;
}

}  // namespace essaim::reader
