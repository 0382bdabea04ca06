// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/field.h"
#include "models/commune/road_map.h"

// What a pilot file may say about a territory, and what is assumed where it says nothing.

namespace essaim::commune {

// clang-format off: a list, by subject
/// One figure of a territory; the enumerator is also its key in pilot files.
enum class FigureId : std::uint8_t {
  // Place
  population, population_2015, area, latitude, longitude, altitude_min, altitude_max, distance_town_20k,
  distance_city_100k, climate_shift,
  // People
  households, births, deaths, residents_15_64, active_15_64, unemployed_15_64, age_0_14, age_15_29, age_30_44,
  age_45_59, age_60_74, age_75_plus, women, care_home_residents, one_person_households, couples_without_children,
  couples_with_children, lone_parents, households_of_five,
  // Incomes: Filosofi, disposable, per consumption unit, after benefits and direct taxes
  income_median, income_d1, income_q1, income_q3, income_d9, poverty_rate, share_taxed, share_pensions,
  share_social_benefits,
  // Dwellings and cars
  households_with_car, households_with_bike, dwellings, second_homes, vacant_dwellings, houses, flats, owners,
  social_housing, built_before_1919, flood_share,
  // Services and work
  general_practitioners, hospital_beds, hospital_distance, supermarkets, primary_schools, middle_schools, jobs,
  largest_employer_jobs,
  // Land, farms and food
  farmland, meadows, farms, organic_farms, organic_farmland, vineyards, dairy_cows, pigs, poultry, forest_share,
  urban_share, natural_areas, canteen_meals, canteen_organic, municipal_farm_area, municipal_farm_output,
  // Energy
  solar_area, local_energy_share,
  // Town hall
  registered_voters, turnout_2014, turnout_2020, lists_2020, operating_spending, operating_revenue, staff_spending,
  investment_spending, local_taxes, debt,
  count  ///< not a figure: how many there are
};
// clang-format on

inline constexpr std::size_t figure_count = static_cast<std::size_t>(FigureId::count);

/// What stands in for a figure that nobody gave: a national figure, or one by type of commune, and the interval
/// that holds the communes we know. Used for one commune it is a guess, so it is drawn anew in each replicate.
struct Fallback {
  double value = 0;
  Range range;
  std::string_view source;
  Mark mark = Mark::published;      ///< of the national figure itself
  std::optional<FigureId> of = {};  ///< if set, value and range are multiples of this figure, which comes earlier
};

/// The one declaration of a figure: TOML reader, range check, defaults, reference pages and JSON Schema read it.
struct FigureInfo {
  FigureId id;
  std::string_view name;  ///< key in a pilot file
  std::string_view unit;  ///< canonical symbol; "1" for a share, which files write as "12.5 %"
  Words meaning;
  Range allowed;
  std::optional<Fallback> fallback = {};  ///< none: where no one knows, nothing is said
  bool required = false;
};

/// One value per `FigureId`, in the order of its enumerators.
std::span<const FigureInfo> figure_infos();
const FigureInfo& figure_info(FigureId id);
std::optional<FigureId> find_figure(std::string_view name);

/// A figure of one site, as its pilot file gives it or as its fallback makes it.
struct Figure {
  double value = 0;
  Range range;   ///< the value's uncertainty; both ends equal the value if it is taken as exact
  int year = 0;  ///< of the figure; of the reading if its page shows no date; 0 for a fallback
  std::string source;
  Mark mark = Mark::published;
  bool stand_in = false;  ///< measures another place, area or quantity; comparisons between sites can leave it out
  bool present = false;   ///< false: nobody knows, and `value` means nothing

  bool uncertain() const { return range.low < range.high; }
  /// The value of one replicate: `u` in [0, 1) places it in the range if the figure is uncertain.
  double drawn(double u) const { return uncertain() ? range.low + u * (range.high - range.low) : value; }
};

/// Whether a figure is known of this very place: not a guess, not measured elsewhere. By `FigureId`.
using KnownFigures = std::array<bool, figure_count>;

/// Something that the site does before any scenario starts: part of its baseline.
struct AlreadyDone {
  std::string id;  ///< "canteen"; the kind of a measure where one matches
  std::string what_fr;
  std::string what_en;
  std::string value;  ///< "1300 meals/day", or empty
  int year = 0;
  std::string source;
  Mark mark = Mark::published;
};

/// Built-up type after INSEE's urban units: a village, a suburb, the centre of an agglomeration, a town by itself.
enum class Settlement : std::uint8_t { rural, suburb, centre, isolated_town };
inline constexpr std::array<std::string_view, 4> settlement_names = {"rural", "suburb", "centre", "isolated_town"};

struct MicroSample;
struct PopulationGrid;

/// A pilot file in memory: a commune, several communes, or a neighbourhood.
struct Site {
  std::string id;     ///< the file's name: "loos-en-gohelle"
  std::string name;   ///< "Loos-en-Gohelle"
  std::string insee;  ///< "62528"
  std::string kind = "commune";
  std::string departement;
  std::string region;
  std::string epci;                            ///< intermunicipal body
  std::vector<std::string> members;            ///< of several communes: their INSEE codes; empty if not said
  std::vector<std::array<double, 2>> outline;  ///< of a neighbourhood: a ring, degrees {longitude, latitude}
  Settlement settlement = Settlement::rural;
  bool illustration = true;  ///< the commune has not taken part, neither its residents nor its town hall
  std::vector<std::string> credits;
  std::array<Figure, figure_count> figures;  ///< by `FigureId`, as written; use `figure()` to have fallbacks too
  std::string climate_station;
  std::array<Figure, 12> monthly_temperature;  ///< mean of January ... December, degC, as written
  std::vector<AlreadyDone> already;
  std::shared_ptr<const RoadMap> map;          ///< its real roads and places; none: they are generated
  std::shared_ptr<const MicroSample> sample;   ///< households surveyed there; none: they are made up
  std::shared_ptr<const PopulationGrid> grid;  ///< INSEE's squares; none: who lives where is not known

  /// The figure as written; else its fallback, marked as an assumption and a stand-in; else one not `present`.
  Figure figure(FigureId which) const;
  double value(FigureId which) const { return figure(which).value; }
  /// Which figures are this place's own: present, no assumption, no stand-in.
  KnownFigures known() const;
  /// Mean temperature of a month (0 = January) as written, else that of eight French stations; before the shift.
  Figure temperature(std::size_t month) const;
};

}  // namespace essaim::commune
