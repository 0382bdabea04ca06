// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/households.h"

#include "models/commune/ledger.h"

namespace essaim::commune {

HouseholdColumns::HouseholdColumns(World& world, const Commune& commune)
    : table{&world.add_table("household", commune.population.households())} {
  residents = table->add<std::int64_t>("residents", people_stock);
  home = table->add<std::uint32_t>("home");
  account_cents = table->add<std::int64_t>("account", money_stock);
  savings_cents = table->add<std::int64_t>("savings");
  earned_cents = table->add<std::int64_t>("earned", money_source);
  other_spent_cents = table->add<std::int64_t>("other_spent", money_stock);
  jobs_kept = table->add<float>("jobs_kept");
  housing_due_cents = table->add<std::int64_t>("housing_due");
  transport_due_cents = table->add<std::int64_t>("transport_due");
  commute_eur = table->add<float>("commute");
  kitchen_out = table->add<float>("kitchen_out");
  fridge_hours_out = table->add<float>("fridge_hours_out");
  missed_food = table->publish<float>("missed_food");
  missed_trips = table->publish<float>("missed_trips");
  discomfort = table->publish<float>("discomfort");
  displaced = table->publish<std::uint8_t>("displaced");
  trust = table->publish<float>("trust");
  compliance = table->publish<float>("compliance");
  for (std::uint32_t h = 0; h < table->rows(); ++h) {
    residents[h] = commune.population.persons[h];
    home[h] = commune.territory.homes[h].index();
    jobs_kept[h] = 1;
    compliance.initialise(h, 1);
  }
}

std::int64_t ordinary_income_cents(const Population& population, std::uint32_t household) {
  const double year = population.income_per_unit_eur[household] * population.consumption_units[household];
  return static_cast<std::int64_t>(year * 100.0 / 12.0);
}

std::int64_t income_cents(const Commune& commune, std::uint32_t household, double jobs_kept) {
  const Parameters& p = commune.parameters;
  const double lost = p.labour_share.value() * (1 - jobs_kept) * (1 - p.job_loss_income.value());
  const std::int64_t ordinary = ordinary_income_cents(commune.population, household);
  return static_cast<std::int64_t>(static_cast<double>(ordinary) * (1 - lost));
}

std::int64_t essentials_cents(const Commune& commune, std::uint32_t household) {
  const auto ordinary = static_cast<double>(ordinary_income_cents(commune.population, household));
  return static_cast<std::int64_t>(ordinary * commune.parameters.essential_spending.value());
}

}  // namespace essaim::commune
