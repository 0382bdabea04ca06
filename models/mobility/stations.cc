// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/stations.h"

#include <algorithm>

#include "models/commune/messages.h"

namespace essaim::mobility {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;

constexpr std::uint32_t delivery_s = 3 * 3'600;
constexpr double learning = 0.05;             // a day
constexpr double least_forecast = 0.25;       // of ordinary sales
constexpr double least_stock_ml = 2'000'000;  // two thousand litres: one compartment of a delivery

}  // namespace

StationRules::StationRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.stations}, town_{town} {}

void StationRules::start(Context& context) const {
  for (std::uint32_t row = 0; row < setting_.stations(); ++row) {
    columns_.forecast_ml[row] = setting_.ordinary_sales_ml[row];
    const double level =
        std::max(least_stock_ml, setting_.ordinary_sales_ml[row] * setting_.parameters.station_stock.value());
    columns_.stock_ml[row] = static_cast<std::int64_t>(level);
    context.start_process(columns_.table->process(row), Time::at(delivery_s), kind(Message::station_night));
  }
}

void StationRules::sell(std::uint32_t station, const Event& refuel, Context& context) const {
  const std::uint32_t cents = refuel.payload[0];
  const double cents_per_ml = refuel.payload[1] / 10'000.0;
  const double wanted = cents_per_ml > 0 ? cents / cents_per_ml : 0.0;
  const double sold = std::min(wanted, static_cast<double>(columns_.stock_ml[station]));
  const std::uint32_t ml = commune::word(sold);
  const std::uint32_t paid = sold < wanted ? std::min(cents, commune::word(sold * cents_per_ml + 0.5)) : cents;
  columns_.stock_ml[station] -= ml;
  columns_.sold_ml[station] += ml;
  columns_.takings_cents[station] += paid;
  const auto permille = static_cast<std::uint32_t>(wanted > 0 ? 1'000.0 * (wanted - sold) / wanted : 0.0);
  if (permille > 0) ++columns_.refused[station];
  context.send(refuel.from, context.lookahead(), kind(Message::refuelled), {ml, cents - paid, permille, 0});
}

void StationRules::receive(std::uint32_t station, Context& context) const {
  const auto sold = static_cast<double>(columns_.sold_ml[station] - columns_.sold_before_ml[station]);
  columns_.sold_before_ml[station] = columns_.sold_ml[station];
  double& forecast = columns_.forecast_ml[station];
  if (context.now().day() > 0) forecast += learning * (sold - forecast);
  forecast = std::max(forecast, least_forecast * setting_.ordinary_sales_ml[station]);
  const double level = std::max(least_stock_ml, forecast * setting_.parameters.station_stock.value());
  const double missing = level - static_cast<double>(columns_.stock_ml[station]);
  const auto place = setting_.place_of_station(station);
  const bool cut_off = setting_.commune.travel.metres(town_.road_state[0], place,
                                                      setting_.commune.territory.town.index()) == Network::unreachable;
  if (missing > 0 && !cut_off) {
    const auto delivered = static_cast<std::int64_t>(missing * std::clamp(town_.of(Condition::fuel_supply), 0.0, 1.0));
    columns_.stock_ml[station] += delivered;
    columns_.delivered_ml[station] += delivered;
  }
  context.schedule(context.now() + Duration::days(1), kind(Message::station_night));
}

void RideRules::answer(const Event& request, Context& context) const {
  const std::uint32_t day = context.now().day();
  if (columns_.day[0] != day) {
    columns_.day[0] = day;
    columns_.today[0] = 0;
  }
  const bool given = columns_.today[0] + 1.0 <= town_.of(Condition::solidarity_rides);
  if (given) {
    ++columns_.today[0];
    ++columns_.given[0];
  } else {
    ++columns_.refused[0];
  }
  context.send(request.from, context.lookahead(), kind(Message::ride_answer),
               {given ? 1u : 0u, request.payload[0], request.payload[1], 0});
}

}  // namespace essaim::mobility
