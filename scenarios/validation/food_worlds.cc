// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "models/catalogue/arm.h"
#include "models/catalogue/shared_draw.h"
#include "scenarios/validation/national.h"
#include "scenarios/validation/validation.h"

// One replicate of the national commune: ordinary days, ordinary days at other prices, the news of March 2020 with and
// without a limit on purchases and with no deliveries, no deliveries but no news, and a heatwave. All of them share the
// replicate's draws.

namespace essaim::validation {

namespace {

using catalogue::Arm;
using catalogue::ArmOutcome;
using catalogue::Scenario;
using catalogue::SharedDraw;
using catalogue::Shocks;

constexpr std::uint32_t calm_days = 58;
constexpr std::uint32_t settled = 30;  // the first month spreads opening stocks and paydays

class Replicate {
 public:
  Replicate(const Effort& effort, std::uint32_t number) : effort_{effort}, number_{number} {}

  std::vector<Measured> measure() {
    ordinary_days();
    other_prices();
    news_of_2020();
    stopped_deliveries();
    nothing_comes_in();
    heatwave();
    note("food.calm_ledgers", failures_);
    return std::move(values_);
  }

 private:
  void ordinary_days();
  void other_prices();
  void news_of_2020();
  void stopped_deliveries();
  void compare_with_2020(const std::vector<double>& sales, double ordinary);
  void nothing_comes_in();
  void heatwave();
  void read_food(const ArmOutcome& outcome);
  void read_visits(std::span<const std::uint32_t> visits);

  void note(std::string_view id, double value) { values_.push_back({id, value}); }
  Scenario ordinary() const { return national(effort_, Date{2026, 3, 2}, calm_days); }
  ArmOutcome checked(ArmOutcome outcome) {
    if (!outcome.error.empty()) ++failures_;
    return outcome;
  }
  ArmOutcome run(const Scenario& scenario, const SharedDraw& shared, std::size_t variant, Shocks shocks) {
    SerialExecutor executor;
    return checked(Arm{scenario, shared, scenario.variants[variant], shocks}.run(executor));
  }
  ArmOutcome run_calm(const Scenario& scenario) {
    return run(scenario, SharedDraw{scenario, 0, number_}, 0, Shocks::without);
  }

  const Effort& effort_;
  std::uint32_t number_;
  std::vector<Measured> values_;
  double failures_ = 0;  ///< arms that a ledger or a model stopped
  double insecure_ = 0;  ///< share of households short of food on ordinary days
  double sales_ = 0;     ///< on ordinary days [kg/day]
};

double after_settling(const ArmOutcome& outcome, std::string_view indicator) {
  return mean_of_days(series(outcome, indicator), settled, calm_days);
}

double total(std::span<const std::int64_t> values) {
  double sum = 0;
  for (const std::int64_t value : values) sum += static_cast<double>(value);
  return sum;
}

double largest(const std::vector<double>& values, std::size_t first = 0) {
  return *std::max_element(values.begin() + static_cast<std::ptrdiff_t>(first), values.end());
}

double percent_more(double value, double than) { return 100 * (value / than - 1); }

void Replicate::ordinary_days() {
  const Scenario scenario = ordinary();
  const SharedDraw shared{scenario, 0, number_};
  SerialExecutor executor;
  Arm arm{scenario, shared, scenario.variants[0], Shocks::without};
  for (std::uint32_t day = 0; day < settled; ++day) arm.run_day(executor);
  const food::HouseholdColumns& homes = arm.food().households;
  std::vector<std::uint32_t> visits;
  for (const std::uint32_t before : homes.visits.values()) visits.push_back(before);
  const double lost_before_g = total(homes.wasted_g.values());
  read_food(checked(arm.run(executor)));

  for (std::uint32_t h = 0; h < visits.size(); ++h) visits[h] = homes.visits[h] - visits[h];
  read_visits(visits);
  const double lost_kg_a_day = (total(homes.wasted_g.values()) - lost_before_g) / 1'000 / (calm_days - settled);
  note("food.waste_per_person", lost_kg_a_day * 365 / shared.commune.population.residents());
  const food::FarmColumns& farms = arm.food().farms;
  const double exported = total(farms.exported_g.values());
  const double left = exported + total(farms.sold_locally_g.values());
  if (left > 0) note("food.leaving_territory", 100 * exported / left);
}

void Replicate::read_food(const ArmOutcome& outcome) {
  if (!outcome.error.empty()) return;
  const auto stock = series(outcome, "food.household_stock");
  insecure_ = after_settling(outcome, "food.insecure_share");
  sales_ = after_settling(outcome, "food.sales");
  note("food.calm_stockouts", 100 * largest(series(outcome, "food.stockout_share")));
  note("food.calm_stock_drift",
       percent_more(mean_of_days(stock, calm_days - 7, calm_days), mean_of_days(stock, settled, settled + 7)));
  note("food.insecure_share", 100 * insecure_);
  note("food.local_share", 100 * after_settling(outcome, "food.local_share"));
}

/// Over the four weeks after settling.
void Replicate::read_visits(std::span<const std::uint32_t> visits) {
  constexpr std::uint32_t weeks = (calm_days - settled) / 7;
  const auto share = [&](auto fits) {
    return 100.0 * static_cast<double>(std::count_if(visits.begin(), visits.end(), fits)) /
           static_cast<double>(visits.size());
  };
  note("food.visits_once_or_less", share([](std::uint32_t count) { return count <= weeks; }));
  note("food.visits_three_or_more", share([](std::uint32_t count) { return count >= 3 * weeks; }));
}

/// Prices up by a fifth; then twice the shops, without and with prices down by a fifth.
void Replicate::other_prices() {
  const std::vector<std::string_view> prices = {"food.dry_price", "food.fresh_price"};
  const ArmOutcome dearer = run_calm(multiplied(ordinary(), number_, prices, 1.2));
  note("food.inflation_insecurity", 100 * (after_settling(dearer, "food.insecure_share") - insecure_));
  note("food.price_elasticity", (after_settling(dearer, "food.sales") / sales_ - 1) / 0.2);

  const Scenario closer = multiplied(ordinary(), number_, {"commune.residents_per_shop"}, 0.5);
  const double access = after_settling(run_calm(closer), "food.insecure_share");
  note("food.access_alone", 100 * (access - insecure_));
  const ArmOutcome both = run_calm(multiplied(closer, number_, prices, 0.8));
  note("food.price_and_access", 100 * (after_settling(both, "food.insecure_share") - access));
}

/// The dates of 2020: news of strength 1 on Thursday 12 March, deliveries as ordered.
constexpr Date start_2020{2020, 2, 24};
constexpr std::uint32_t news_day = 17;
constexpr std::uint32_t days_2020 = 40;

void Replicate::news_of_2020() {
  Scenario scenario = national(effort_, start_2020, days_2020);
  add_shock(scenario, "supply_interruption", news_day, 10, {0, 0, 1});
  add_variant(scenario, "communal_stock", {0, 7});
  const SharedDraw shared{scenario, 0, number_};
  const ArmOutcome twin = run(scenario, shared, 0, Shocks::without);
  const ArmOutcome news = run(scenario, shared, 0, Shocks::with);
  const ArmOutcome capped = run(scenario, shared, 1, Shocks::with);
  const double ordinary_sales = mean_of_days(series(twin, "food.sales"), 0, days_2020);
  const auto sales = series(news, "food.sales");
  compare_with_2020(sales, ordinary_sales);
  note("food.news_stock", largest(series(news, "food.household_stock"), news_day));
  note("food.cap_peak", percent_more(largest(series(capped, "food.sales"), news_day), largest(sales, news_day)));
}

/// The same news when all deliveries stop for ten days, as in the demo.
void Replicate::stopped_deliveries() {
  Scenario scenario = national(effort_, start_2020, days_2020);
  add_shock(scenario, "supply_interruption", news_day, 10, {1, 1, 1});
  add_variant(scenario, "communal_stock", {0, 7});
  const SharedDraw shared{scenario, 0, number_};
  const auto empty = [&](std::size_t variant) {
    const auto share = series(run(scenario, shared, variant, Shocks::with), "food.stockout_share");
    return 100 * mean_of_days(share, news_day, news_day + 14);
  };
  note("food.cap_stockouts", empty(1) - empty(0));
}

void Replicate::compare_with_2020(const std::vector<double>& sales, double ordinary) {
  const auto over = [&](std::size_t first, std::size_t end) {
    return percent_more(mean_of_days(sales, first, end), ordinary);
  };
  note("food.news_peak_day", largest(sales, news_day) / ordinary);
  note("food.news_week_of_the_alarm", over(14, 21));  // 9 to 15 March
  note("food.news_week_after", over(21, 28));         // 16 to 22 March
  note("food.news_after_peak", over(23, 28));         // Wednesday 18 to Sunday 22 March
}

/// No deliveries at all, and nobody worried: how long stocks last.
void Replicate::nothing_comes_in() {
  constexpr std::uint32_t first = 10;
  constexpr std::uint32_t days = 40;
  Scenario scenario = national(effort_, Date{2026, 3, 2}, days);
  add_shock(scenario, "supply_interruption", first, days - first, {1, 1, 0});
  const SharedDraw shared{scenario, 0, number_};
  const auto twin = series(run(scenario, shared, 0, Shocks::without), "food.need_met");
  const auto met = series(run(scenario, shared, 0, Shocks::with), "food.need_met");
  std::uint32_t day = first;
  while (day < days && met[day] >= 0.9 * twin[day]) ++day;
  note("food.total_autonomy", day - first);
}

/// The height of a heatwave that reaches the temperature called extreme.
void Replicate::heatwave() {
  Scenario scenario = national(effort_, Date{2026, 7, 1}, 14);
  add_shock(scenario, "heatwave", 4, 8, {drawn_parameter(scenario, number_, "commune.heat_extreme")});
  const ArmOutcome hot = run(scenario, SharedDraw{scenario, 0, number_}, 0, Shocks::with);
  note("heat.relative_risk", 1 + largest(series(hot, "heat.excess_risk")));
}

}  // namespace

std::vector<Measured> measure_food(const Effort& effort, std::uint32_t replicate) {
  return Replicate{effort, replicate}.measure();
}

}  // namespace essaim::validation
