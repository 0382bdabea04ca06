// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/zone_reading.h"

#include <algorithm>
#include <span>
#include <vector>

#include "engine/design/statistics.h"

namespace essaim::plot {

namespace {

/// One value a replicate, of one group.
design::Spread spread_of(const record::Series& series, const ReadingChoice& choice) {
  std::vector<double> values;
  for (std::size_t replicate = 0; replicate < series.replicates; ++replicate) {
    const std::span<const double> days = series.days_of(choice.design_point, replicate);
    values.push_back(choice.day ? days[*choice.day] : design::mean(design::without_missing(days)));
  }
  return design::spread(values);
}

}  // namespace

std::size_t ZoneReading::replicates() const {
  std::size_t most = 0;
  for (const design::Spread& zone : zones) most = std::max(most, zone.count);
  return most;
}

ZoneReading read_zones(const record::ResultsReader& results, const ReadingChoice& choice, const term::Locale& locale) {
  const record::ResultsHeader& header = results.header();
  const record::Indicator& indicator = header.indicators[choice.indicator];
  ZoneReading reading;
  reading.label = locale.of(indicator.label_fr, indicator.label_en);
  reading.unit = indicator.unit;
  reading.variant = header.design_points[choice.design_point].variant_title;
  reading.baseline = header.design_points[choice.design_point].variant == "baseline";
  reading.first = Date::parse(header.start_date).value_or(Date{});
  const std::int64_t first = reading.first.days_since_1970();
  reading.last = Date::from_days(first + header.days - 1);
  if (choice.day) reading.date = Date::from_days(first + *choice.day);
  for (std::size_t group = 0; group < header.groups.size(); ++group) {
    if (header.groups[group].kind != "zone") continue;
    for (std::size_t zone = 0; zone < record::territory_zones.size(); ++zone) {
      if (header.groups[group].name != "zone_" + std::string{record::territory_zones[zone]}) continue;
      reading.zones[zone] = spread_of(results.group_series(choice.indicator, group), choice);
    }
  }
  return reading;
}

}  // namespace essaim::plot
