// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/commune.h"

#include <algorithm>
#include <span>

#include "models/commune/flood_share.h"
#include "models/commune/grid_homes.h"
#include "models/commune/weather.h"

namespace essaim::commune {

namespace {

double uniform_of(std::string_view name, const Random& random) { return random.draw(Stream{name}, 0, 0).uniform(); }

/// Shares of one whole, drawn one by one, are brought back to it: those that are not known of this place give way to
/// those that are, and all together only where the known ones fill the whole.
void rescale_to_one(FigureValues& values, const KnownFigures& known, std::span<const FigureId> parts) {
  double of_known = 0;
  double of_others = 0;
  for (const FigureId part : parts) {
    const auto index = static_cast<std::size_t>(part);
    (known[index] ? of_known : of_others) += values[index];
  }
  if (of_known + of_others <= 0) return;
  const bool others_give_way = of_known < 1 && of_others > 0;
  for (const FigureId part : parts) {
    const auto index = static_cast<std::size_t>(part);
    if (!others_give_way) values[index] /= of_known + of_others;
    if (others_give_way && !known[index]) values[index] *= (1 - of_known) / of_others;
  }
}

FigureValues draw_figures(const Site& site, Uncertainty uncertainty, const Random& random) {
  FigureValues values{};
  const KnownFigures known = site.known();
  for (const FigureInfo& info : figure_infos()) {
    const Figure figure = site.figure(info.id);
    const auto index = static_cast<std::size_t>(info.id);
    if (!figure.present) continue;
    values[index] = uncertainty == Uncertainty::fixed ? figure.value : figure.drawn(uniform_of(info.name, random));
  }
  constexpr std::array ages = {FigureId::age_0_14,  FigureId::age_15_29, FigureId::age_30_44,
                               FigureId::age_45_59, FigureId::age_60_74, FigureId::age_75_plus};
  constexpr std::array dwellings = {FigureId::houses, FigureId::flats};
  constexpr std::array types = {FigureId::one_person_households, FigureId::couples_without_children,
                                FigureId::couples_with_children, FigureId::lone_parents};
  double typed = 0;
  for (const FigureId type : types) typed += values[static_cast<std::size_t>(type)];
  if (typed > 1) rescale_to_one(values, known, types);  // below one, the rest are other households
  rescale_to_one(values, known, ages);
  rescale_to_one(values, known, dwellings);
  return values;
}

}  // namespace

Commune make_commune(const Site& site, const Parameters& parameters, Uncertainty uncertainty, const Frame& frame,
                     const Random& random) {
  Commune commune{.parameters = parameters,
                  .settlement = site.settlement,
                  .figures = draw_figures(site, uncertainty, random),
                  .known = site.known(),
                  .population = {},
                  .territory = {},
                  .places = {},
                  .travel = {},
                  .destinations = {},
                  .groups = {},
                  .ties = {},
                  .couplings = frame.couplings,
                  .calendar = Calendar{frame.start},
                  .maximum_temperature = {}};
  commune.population = draw_population(commune.figures, commune.known, parameters, random, site.sample.get());
  const std::uint32_t households = commune.population.households();
  commune.territory = site.map ? settle_map(*site.map, commune.figures, site.settlement, parameters, households, random,
                                            site.grid.get())
                               : generate_territory(commune.figures, site.settlement, parameters, households, random);
  if (site.map && site.grid) {
    exchange_between_squares(commune.population, commune.territory.homes, *site.grid, commune.territory.squares,
                             random);
  }
  // Where nobody knows the share, `valley_slope` stays what its parameter draws.
  if (site.figure(FigureId::flood_share).present) {
    fit_flood_share(commune.territory, commune.figure(FigureId::flood_share));
  }
  commune.places = draw_places(commune.territory, commune.figures, parameters, commune.population.residents(), random);
  commune.travel = Travel{commune.territory, commune.places, road_states(commune.territory, frame.shocks)};
  commune.destinations = draw_destinations(commune, random);
  commune.groups = Groups{commune.population, commune.territory};
  commune.ties = Ties{commune, random};
  std::array<double, 12> normals{};
  const double place_in_range = uniform_of("monthly_temperature", random);
  for (std::size_t month = 0; month < 12; ++month) {
    const Figure normal = site.temperature(month);
    normals[month] = uncertainty == Uncertainty::fixed ? normal.value : normal.drawn(place_in_range);
  }
  commune.maximum_temperature = draw_maximum_temperatures(normals, commune.figure(FigureId::climate_shift), parameters,
                                                          commune.calendar, frame.days, random);
  for (std::size_t month = 0; month < 12; ++month) {
    commune.monthly_mean[month] = normals[month] + commune.figure(FigureId::climate_shift);
  }
  return commune;
}

}  // namespace essaim::commune
