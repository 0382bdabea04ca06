// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/run/model.h"
#include "engine/world/table.h"
#include "models/commune/commune.h"
#include "models/commune/conditions.h"

namespace essaim::commune {

/// State of the commune as a body, one row, and what it makes known to everybody.
struct PublicColumns {
  explicit PublicColumns(World& world);

  Table* table;
  std::array<Published<double>, condition_count> condition;
  Published<double> news;                 ///< strength of alarming news, 0 to 1
  Published<double> maximum_temperature;  ///< of the day [degC]
  Published<double> reserve_g;            ///< dry food in the communal stock, as last made known
  Column<std::int64_t> cash_cents;        ///< left of the crisis fund
  Column<std::int64_t> stock_g;
  Column<std::int64_t> bought_g;     ///< food brought from outside, since the start
  Column<std::int64_t> paid_cents;   ///< to suppliers outside, since the start
  Column<std::int64_t> spent_cents;  ///< by the commune on measures, since the start: purchases and aid

  double of(Condition which) const { return condition[static_cast<std::size_t>(which)][0]; }
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
/// When an effect of a shock or a measure starts or ends, its condition takes the value combined from all at work
/// (`combined`) and is made known. Each midnight: the day's maximum temperature, T = T0 + w max(0, peak - T0) with T0
/// the day's temperature without a shock; the news; and purchases for the communal stock, at most `reserve_filling`
/// days of need a day, as far as suppliers send (`platform_supply`) and the crisis fund pays.
/// On request it hands dry food to shops, first come first served, and pays the solidarity grocer's aid; with an empty
/// fund both stop.
class PublicBody final : public Model {
 public:
  PublicBody(const Commune& commune, std::vector<Effect> effects, ReserveNorms norms, const PublicColumns& columns);

  std::string_view name() const override { return "commune"; }
  void start(Context& context) override;
  void handle(const Event& event, Context& context) override;

 private:
  void make_known(Condition condition, Context& context);
  void begin_day(Context& context);
  void fill_reserve(Context& context);
  void hand_out(const Event& request, Context& context);
  void give_aid(const Event& request, Context& context);
  double temperature_on(std::uint32_t day, double weight, double peak) const;

  const Commune& commune_;
  std::vector<Effect> effects_;
  ReserveNorms norms_;
  PublicColumns columns_;
};

}  // namespace essaim::commune
