// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/run/model.h"
#include "engine/world/table.h"
#include "models/commune/action.h"
#include "models/commune/commune.h"
#include "models/commune/conditions.h"

namespace essaim::commune {

/// Where a measure stands.
enum class MeasureStatus : std::uint8_t { none, proposed, refused, adopted, open, starved, over };

/// Measures of the variant at work, a process each; rows that the variant does not use stay 0.
struct MeasureColumns {
  MeasureColumns(World& world, std::uint32_t rows);
  Table* table;
  Published<std::uint8_t> status;    ///< `MeasureStatus`
  Published<double> strength;        ///< part of its full effect that it has, 0 to 1
  Column<std::int64_t> cash_cents;   ///< for running it
  Column<std::int64_t> spent_cents;  ///< by it, on goods and wages, outside
  Column<std::uint32_t> opens;       ///< day on which it opens once adopted
  Column<std::uint32_t> paid_until;  ///< day until which its running cost is in its cash
  Column<std::uint8_t> invested;     ///< 1 once its investment is paid
  Column<double> staffing;           ///< share of the volunteers it needs that came last week
  Column<std::uint32_t> starved_days;
};

/// State of the commune as a body, one row, and what it makes known to everybody.
struct PublicColumns {
  PublicColumns(World& world, std::uint32_t measure_rows);

  Table* table;
  MeasureColumns measures;
  std::array<std::array<Published<double>, zone_count>, condition_count> condition;
  Published<double> news;                        ///< strength of alarming news, 0 to 1
  Published<double> maximum_temperature;         ///< of the day [degC]
  Published<double> reserve_g;                   ///< dry food in the communal stock, as last made known
  Published<std::uint32_t> road_state;           ///< number in `Commune::travel`
  Published<std::int64_t> operating_left_cents;  ///< the two funds below, as last made known
  Published<std::int64_t> investment_left_cents;
  Column<std::int64_t> cash_cents;        ///< left of what the operating budget gives to measures this year
  Column<std::int64_t> investment_cents;  ///< the same of the investment budget
  Column<std::int64_t> granted_cents;     ///< from the budgets, since the start
  Column<std::int64_t> stock_g;
  Column<std::int64_t> bought_g;     ///< food brought from outside, since the start
  Column<std::int64_t> paid_cents;   ///< to suppliers outside, since the start
  Column<std::int64_t> spent_cents;  ///< by the commune on measures, since the start: purchases, aid, funds of measures

  /// Of the whole commune; of its centre, for a condition that differs between zones.
  double of(Condition which) const { return of(which, Zone::centre); }
  double of(Condition which, Zone zone) const {
    return condition[static_cast<std::size_t>(which)][static_cast<std::size_t>(zone)][0];
  }
  /// Most dry food that a visit may take now, in days of need: rationing holds during an alarm only.
  double ration_days() const { return news[0] > alarm_threshold ? of(Condition::ration_days) : unlimited_days; }

  static constexpr double alarm_threshold = 0.05;
  static constexpr double unlimited_days = 3'650;
};

/// What the communal stock is counted in.
struct ReserveNorms {
  double dry_need_g_per_day = 0;  ///< of all residents
  double price_cents_per_kg = 0;  ///< wholesale
};

/// The town hall, and what happens to the territory as a whole.
///
/// When a shock starts or ends, or a measure changes, each condition takes the value combined from all effects at work
/// (`combined`) and is made known, and so is the state of the roads. Each midnight: the day's maximum temperature,
/// T = T0 + w max(0, peak - T0) with T0 the day's temperature without a shock; the news; and purchases for the communal
/// stock, at most `reserve_filling` days of need a day, as far as suppliers send (`platform_supply`) and the operating
/// money for measures pays. That money is `crisis_fund` of the operating budget, and `measure_investment` of the
/// investment budget, given on the first day and again each year; what is left of the year before is kept.
/// On request it hands dry food to shops, first come first served, pays the solidarity grocer's aid, and funds
/// measures; with an empty fund all stop.
class PublicBody {
 public:
  PublicBody(const Commune& commune, const Programme& programme, ReserveNorms norms, const PublicColumns& columns);

  void start(Context& context) const;
  void begin_day(Context& context) const;
  void make_all_known(Context& context) const;
  void hand_out(const Event& request, Context& context) const;
  void give_aid(const Event& request, Context& context) const;
  void fund(const Event& request, Context& context) const;
  void get_paid(const Event& payment) const;

 private:
  void make_known(Condition condition, Context& context) const;
  void make_news_known(Context& context) const;
  void receive_budgets() const;
  void make_funds_known(Context& context) const;
  void fill_reserve(Context& context) const;
  double temperature_on(std::uint32_t day, double weight, double peak) const;
  Strength strength() const;

  const Commune& commune_;
  const Programme& programme_;
  ReserveNorms norms_;
  PublicColumns columns_;
};

}  // namespace essaim::commune
