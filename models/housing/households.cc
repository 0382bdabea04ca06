// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/households.h"

#include <algorithm>

#include "models/commune/messages.h"

namespace essaim::housing {

namespace {

using commune::Condition;
using commune::Tenure;

constexpr float week_share = 1.0f / 7.0f;
constexpr float told_step = 0.02f;
constexpr float fades_below = 0.01f;
constexpr double month_of_year = commune::month_days / 365.0;

bool heats_water(Heating heating) {
  return heating == Heating::gas || heating == Heating::oil || heating == Heating::district;
}

}  // namespace

HouseholdRules::HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.households}, town_{town} {}

void HouseholdRules::settle() const {
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) {
    columns_.homes[h] = 1;
    columns_.dwelling[h] = h;
    columns_.label[h] = setting_.stock.label[h];
    columns_.heater_day[h] = setting_.stock.heater_day[h];
    columns_.moved_day[h] = setting_.moved_day[h];
    columns_.price[h] = 1;
    reckon(h);
  }
}

double HouseholdRules::income_eur(std::uint32_t household) const {
  const commune::Parameters& p = setting_.commune.parameters;
  const double lost = p.labour_share.value() * (1 - columns_.jobs_kept[household]) * (1 - p.job_loss_income.value());
  return std::max(1.0, setting_.income_cents[household] * 12 / 100 * (1 - lost));
}

std::int64_t HouseholdRules::dwelling_cents(std::uint32_t household) const {
  const Stock& stock = setting_.stock;
  const std::uint32_t d = columns_.dwelling[household];
  const Parameters& p = setting_.parameters;
  if (stock.tenure[d] == Tenure::owner) {
    const double charges = p.charges.value() * 100 * stock.area_m2[d];
    return static_cast<std::int64_t>(charges) + setting_.loan_cents[household];
  }
  const double most = setting_.income_cents[household] * p.rent_most.value();
  return std::min(static_cast<std::int64_t>(stock.rent_cents[d]), static_cast<std::int64_t>(most));
}

void HouseholdRules::reckon(std::uint32_t household) const {
  const Parameters& p = setting_.parameters;
  const std::uint32_t d = columns_.dwelling[household];
  const Heating heating = setting_.stock.heating[d];
  const Heating for_water = heats_water(heating) ? heating : Heating::electricity;
  const double level = columns_.price[household];
  const double price = setting_.energy.price(heating) * level;
  const double income = income_eur(household);
  const double kwh = setting_.heating_kwh_of_year(d, columns_.label[household]);
  const double intensity = setting_.energy.intensity(kwh * price / income);
  const double water = setting_.water_wh[household];
  const double other = setting_.other_wh[household];
  const double base_eur = (water * setting_.energy.price(for_water) + other * p.price_electricity.value()) * 0.365;
  const double year_eur = kwh * intensity * price + (base_eur + p.energy_standing.value()) * level;
  columns_.intensity[household] = static_cast<float>(intensity);
  columns_.degree_wh[household] = kwh * 1'000 * intensity / setting_.energy.degree_days_of_year();
  columns_.base_wh[household] = setting_.water_wh[household] + setting_.other_wh[household];
  columns_.heating_co2_g[household] = static_cast<float>(Energy::kg_co2_per_kwh(heating));  // per Wh: grams
  columns_.base_co2_g[household] =
      commune::word(water * Energy::kg_co2_per_kwh(for_water) + other * Energy::kg_co2_per_kwh(Heating::electricity));
  columns_.burdened[household] =
      setting_.low_income[household] != 0 && year_eur > p.burden_limit.value() * income ? 1 : 0;
  columns_.jobs_counted[household] = columns_.jobs_kept[household];
  columns_.energy_cents[household] = static_cast<std::int64_t>(year_eur * 100 * month_of_year);
  columns_.dwelling_cents[household] = dwelling_cents(household);
  columns_.housing_due_cents[household] =
      columns_.energy_cents[household] + columns_.dwelling_cents[household] + columns_.works_loan_cents[household];
}

bool HouseholdRules::is_dark(std::uint32_t household) const {
  const std::uint32_t d = columns_.dwelling[household];
  const double out = town_.of(Condition::power_out, setting_.zone_of(d));
  return out > 0 && setting_.stock.power[d] < out;
}

void HouseholdRules::live_a_day(std::uint32_t household, bool dark, Context& context) const {
  const std::uint32_t day = context.now().day();
  const bool elsewhere = columns_.displaced.latest(household) != 0;
  if (!elsewhere) use_energy(household, dark);
  feel(household, elsewhere ? troubles_away(household) : troubles(household, dark), context);
  follow_price(household, day);
  if (commune::days_to_payday(household, day) == commune::month_days) pay_bills(household);
}

void HouseholdRules::use_energy(std::uint32_t household, bool dark) const {
  const double degrees = setting_.energy.degrees_below(setting_.mean_of(town_.maximum_temperature[0]));
  const bool heats = !dark || Energy::warms_without_power(setting_.stock.heating[columns_.dwelling[household]]);
  const double heat_wh = heats ? columns_.degree_wh[household] * degrees : 0.0;
  columns_.used_wh[household] += static_cast<std::int64_t>(heat_wh) + (dark ? 0 : columns_.base_wh[household]);
  columns_.co2_g[household] += static_cast<std::int64_t>(heat_wh * columns_.heating_co2_g[household]) +
                               (dark ? 0 : columns_.base_co2_g[household]);
}

bool HouseholdRules::is_hot(std::uint32_t dwelling) const {
  const Stock& stock = setting_.stock;
  const Parameters& p = setting_.parameters;
  const double above = town_.maximum_temperature[0] - setting_.commune.parameters.heat_comfort.value();
  if (above <= 0) return false;
  const bool flat = stock.type[dwelling] == commune::Dwelling::flat;
  const double roof = stock.top_floor[dwelling] != 0 ? p.heat_top_floor.value() : 1.0;
  return stock.coolness[dwelling] < p.heat_slope.value() * above * (flat ? p.heat_in_flats.value() : 1.0) * roof;
}

std::uint8_t HouseholdRules::troubles_away(std::uint32_t household) const {
  const bool hot_shelter = columns_.shelter[household] != 0 && is_hot(columns_.shelter[household] - 1);
  return static_cast<std::uint8_t>(away | (hot_shelter ? hot : 0));
}

std::uint8_t HouseholdRules::troubles(std::uint32_t household, bool dark) const {
  const std::uint32_t d = columns_.dwelling[household];
  const Parameters& p = setting_.parameters;
  std::uint8_t found = 0;
  const bool harmed = columns_.damage[household] > 0;
  if (setting_.mean_of(town_.maximum_temperature[0]) < p.cold_below.value()) {
    const bool unheated = dark && !Energy::warms_without_power(setting_.stock.heating[d]);
    const bool poorly = columns_.intensity[household] < p.cold_intensity.value();
    if (poorly || unheated || harmed) found |= cold;
  }
  if (is_hot(d)) found |= hot;
  if (dark) found |= Trouble::dark;
  if (harmed) found |= damaged;
  return found;
}

void HouseholdRules::feel(std::uint32_t household, std::uint8_t trouble, Context& context) const {
  const std::uint8_t before = columns_.trouble[household];
  float& week = columns_.bad_week[household];
  if (trouble == 0 && before == 0 && week == 0) return;
  columns_.trouble[household] = trouble;
  const bool out = (trouble & Trouble::dark) != 0;
  const bool in_town = (trouble & away) != 0 && columns_.home[household] == setting_.commune.territory.town.index();
  const bool no_cooking = in_town || (trouble & damaged) != 0 || (out && setting_.electric_cook[household] != 0);
  columns_.kitchen_out[household] = no_cooking ? 1.0f : 0.0f;
  columns_.fridge_hours_out[household] = out ? columns_.fridge_hours_out[household] + 24.0f : 0.0f;

  week += week_share * ((trouble != 0 ? 1.0f : 0.0f) - week);
  if (trouble == 0 && week < fades_below) week = 0;
  const float told = columns_.discomfort.latest(household);
  const float change = week > told ? week - told : told - week;
  if (change >= told_step || (week == 0 && told > 0)) context.publish(columns_.discomfort, household, week);
}

void HouseholdRules::follow_price(std::uint32_t household, std::uint32_t day) const {
  const auto now = static_cast<float>(town_.of(Condition::energy_price));
  std::uint32_t& seen = columns_.price_day[household];  // one day more, so that 0 means none
  if (now == columns_.price[household]) {
    seen = 0;
  } else if (seen == 0) {
    seen = day + 1;
  } else if (day + 1 - seen >= static_cast<std::uint32_t>(setting_.parameters.price_lag.value())) {
    columns_.price[household] = now;
    seen = 0;
    reckon(household);
  }
  if (columns_.jobs_counted[household] != columns_.jobs_kept[household]) reckon(household);
}

void HouseholdRules::pay_bills(std::uint32_t household) const {
  const bool elsewhere = columns_.displaced.latest(household) != 0;
  const bool tenant = setting_.stock.tenure[columns_.dwelling[household]] != Tenure::owner;
  std::int64_t bill = columns_.works_loan_cents[household];
  if (!elsewhere) bill += columns_.energy_cents[household];
  if (!elsewhere || !tenant) bill += columns_.dwelling_cents[household];
  const std::int64_t due = bill + columns_.arrears_cents[household];
  const std::int64_t paid = std::min(due, std::max<std::int64_t>(0, columns_.account_cents[household]));
  columns_.account_cents[household] -= paid;
  columns_.paid_cents[household] += paid;
  columns_.arrears_cents[household] = due - paid;
  columns_.housing_due_cents[household] = bill;
}

}  // namespace essaim::housing
