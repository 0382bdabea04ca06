// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/weather.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

double normal_of(Date date, const std::array<double, 12>& monthly_mean) {
  const double position = (date.month - 1) + (date.day - 0.5) / 30.5 - 0.5;  // months since mid-January
  const double before = std::floor(position);
  const auto month = static_cast<std::size_t>((static_cast<int>(before) + 12) % 12);
  const double part = std::min(1.0, position - before);
  return monthly_mean[month] * (1 - part) + monthly_mean[(month + 1) % 12] * part;
}

}  // namespace

std::vector<double> draw_maximum_temperatures(const std::array<double, 12>& monthly_mean, double shift,
                                              const Parameters& parameters, const Calendar& calendar,
                                              std::uint32_t days, const Random& random) {
  const double memory = parameters.weather_memory.value();
  const double innovation = parameters.weather_spread.value() * std::sqrt(1 - memory * memory);
  std::vector<double> maximum(days);
  double deviation = parameters.weather_spread.value() * random.draw(streams::weather, 0, 0).normal();
  for (std::uint32_t day = 0; day < days; ++day) {
    deviation = memory * deviation + innovation * random.draw(streams::weather, 0, day + 1).normal();
    const Date date = calendar.date(Time::start_of_day(day));
    maximum[day] = normal_of(date, monthly_mean) + shift + parameters.half_daily_range.value() + deviation;
  }
  return maximum;
}

double heat_relative_risk(double maximum_degc, double comfort_degc, double extreme_degc) {
  if (maximum_degc <= comfort_degc) return 1.0;
  const double part = (maximum_degc - comfort_degc) / std::max(1.0, extreme_degc - comfort_degc);
  return math::exp(part * math::log(1.96));
}

}  // namespace essaim::commune
