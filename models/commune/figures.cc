// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/figures.h"

#include "engine/core/error.h"

namespace essaim::commune {

namespace {

struct MonthOfFrance {
  double mean;
  Range range;
};

// Mean and extremes of Rennes, Brest, Lille, Strasbourg, Lyon, Grenoble, Marseille and Nice, degC: teaching table of
// fbertran.github.io (temperature.txt), period not stated, colder than 1991-2020. Means computed here.
constexpr std::array<MonthOfFrance, 12> eight_stations = {{
    {3.8, {0.4, 7.5}},
    {4.6, {1.5, 8.5}},
    {7.9, {5.6, 10.8}},
    {10.7, {8.9, 13.3}},
    {14.3, {11.6, 16.8}},
    {17.5, {14.4, 20.8}},
    {19.6, {15.6, 23.3}},
    {19.3, {16.0, 22.8}},
    {16.8, {14.7, 20.3}},
    {12.2, {9.5, 16.0}},
    {7.8, {4.9, 11.5}},
    {4.7, {1.3, 8.2}},
}};

Figure assumed(double value, Range range, std::string_view source) {
  return {.value = value,
          .range = range,
          .source = std::string{source},
          .mark = Mark::assumption,
          .stand_in = true,
          .present = true};
}

}  // namespace

const FigureInfo& figure_info(FigureId id) {
  ESSAIM_EXPECTS(id < FigureId::count);
  return figure_infos()[static_cast<std::size_t>(id)];
}

std::optional<FigureId> find_figure(std::string_view name) {
  for (const FigureInfo& info : figure_infos()) {
    if (info.name == name) return info.id;
  }
  return std::nullopt;
}

Figure Site::figure(FigureId which) const {
  const FigureInfo& info = figure_info(which);
  const Figure& written = figures[static_cast<std::size_t>(which)];
  if (written.present || !info.fallback) return written;

  const Fallback& fallback = *info.fallback;
  if (!fallback.of) return assumed(fallback.value, fallback.range, fallback.source);
  const Figure whole = figure(*fallback.of);
  if (!whole.present) return {};
  return assumed(fallback.value * whole.value, {fallback.range.low * whole.value, fallback.range.high * whole.value},
                 fallback.source);
}

KnownFigures Site::known() const {
  KnownFigures known{};
  for (std::size_t i = 0; i < figure_count; ++i) {
    const Figure& written = figures[i];
    known[i] = written.present && written.mark != Mark::assumption && !written.stand_in;
  }
  return known;
}

Figure Site::temperature(std::size_t month) const {
  ESSAIM_EXPECTS(month < monthly_temperature.size());
  if (monthly_temperature[month].present) return monthly_temperature[month];
  return assumed(eight_stations[month].mean, eight_stations[month].range,
                 "mean and extremes of eight French stations, fbertran.github.io temperature.txt, period not stated");
}

}  // namespace essaim::commune
